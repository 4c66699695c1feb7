"""A few steps of the real trainer at toy size: the loss falls, a run resumes, another begins from its export."""

import json
from pathlib import Path

import pytest
import torch

from training import evaluate
from training.checkpoint import load_model, read_checkpoint
from training.model_folder import export_model
from training.schedule import Schedule
from training.tests.problems import EXPORTER, PROBLEMS, node_path
from training.tokenizer import learn_tokenizer, save_tokenizer
from training.train import main


def options(out: Path, steps: int, *more: str) -> list[str]:
    sizes = ["--shape", "toy", "--rows", "4", "--row-length", "128", "--workers", "1"]
    paths = ["--out", str(out), "--tokenizer", str(out), "--node", node_path(), "--exporter", EXPORTER]
    return [*sizes, *paths, "--minutes", "60", "--max-steps", str(steps), *more]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("run")
    save_tokenizer(learn_tokenizer(problem["solution"] for problem in PROBLEMS), out)
    main(options(out, 40))
    return out


def test_the_loss_falls(run: Path) -> None:
    first, second = (json.loads(line) for line in (run / "log.jsonl").read_text().splitlines())
    assert second["loss"] < first["loss"] - 0.5
    assert second["tokens"] == 40 * 4 * 128


def test_a_run_resumes_where_it_was_with_fresh_data(run: Path) -> None:
    before = read_checkpoint(run / "checkpoint.pt")
    main(options(run, 41, "--resume"))
    after = read_checkpoint(run / "checkpoint.pt")
    assert (before["progress"]["step"], after["progress"]["step"]) == (40, 41)
    assert after["progress"]["session"] == before["progress"]["session"] + 1
    change = after["model"]["model.norm.weight"] - before["model"]["model.norm.weight"]
    assert 0 < change.abs().max().item() < 0.02


def test_a_run_can_begin_with_exported_weights(run: Path, tmp_path: Path) -> None:
    export_model(load_model(run / "checkpoint.pt"), run, tmp_path / "model", "f32")
    out = tmp_path / "second"
    arguments = options(out, 1, "--stage", "sft", "--init", str(tmp_path / "model"))
    arguments[arguments.index("--tokenizer") + 1] = str(run)
    main(arguments)
    before, after = load_model(run / "checkpoint.pt"), load_model(out / "checkpoint.pt")
    change = after.model["norm"].weight - before.model["norm"].weight
    assert change.abs().max().item() < 0.02
    assert not torch.equal(after.model["norm"].weight, before.model["norm"].weight)


def test_the_clock_warms_up_holds_decays_and_ends() -> None:
    schedule = Schedule(total=1000, warm_up=10, decay_share=0.25, rounding_share=0.12)
    assert schedule.rate(0) < 0.2
    assert schedule.rate(500) == 1.0
    assert schedule.rate(875) == pytest.approx(0.5)
    assert schedule.rate(1000) == schedule.floor
    assert (schedule.rounds(879), schedule.rounds(881)) == (False, True)
    assert (schedule.is_over(999), schedule.is_over(1000)) == (False, True)


@pytest.mark.parametrize(
    ("solution", "answer"),
    [
        ("Simplify: $1$\n$\\boxed{x = \\frac{1}{2}}$", "x = \\frac{1}{2}"),
        ("$\\boxed{1}$ then $\\boxed{2}$", "2"),
        ("no box", None),
        ("cut off $\\boxed{\\frac{1}{2}", None),
    ],
)
def test_the_answer_is_what_the_last_box_holds(solution: str, answer: str | None) -> None:
    assert evaluate.boxed_answer(solution) == answer


def test_a_family_scores_by_its_answers_alone() -> None:
    problems = [{"family": "f", "question": "q", "solution": f"work\n$\\boxed{{{n}}}$"} for n in (1, 2, 3)]
    table = evaluate.judge(problems, ["other work $\\boxed{1}$", "$\\boxed{5}$", ""])
    assert (table["f"]["right"], table["f"]["count"]) == (1, 3)
