"""The recipe's stages one after the other at toy size, each from what the last one left; the first on two processes."""

import json
from pathlib import Path

import pytest
import torch
from safetensors import safe_open

from training.checkpoint import load_model
from training.model_folder import read_model
from training.quantise import quantised_parameters, rounded_weights
from training.stages import STAGES
from training.tests.problems import EXPORTER, PROBLEMS, node_path
from training.tests.test_distributed import launch
from training.tokenizer import learn_tokenizer, save_tokenizer
from training.train import main, read_options, stage_of


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    runs = tmp_path_factory.mktemp("runs")
    save_tokenizer(learn_tokenizer(problem["solution"] for problem in PROBLEMS), runs)

    def options(stage: str, *more: str) -> list[str]:
        sizes = ["--shape", "toy", "--rows", "2", "--row-length", "128", "--workers", "1", "--minutes", "60"]
        paths = ["--out", str(runs / stage), "--tokenizer", str(runs), "--node", node_path(), "--exporter", EXPORTER]
        return ["--stage", stage, *sizes, *paths, *more]

    done = launch("training.train", *options("teacher", "--max-steps", "4"))
    assert done.returncode == 0, done.stderr
    main(options("distil", "--teacher", str(runs / "teacher/model"), "--kl-weight", "0.8", "--max-steps", "2"))
    main(options("sft", "--init", str(runs / "distil/model"), "--max-steps", "2"))
    main(options("int8", "--init", str(runs / "sft/model"), "--max-steps", "2"))
    return runs


def tokens_of(run: Path) -> int:
    return json.loads((run / "done").read_text())["tokens"]


def test_the_teacher_is_all_attention_and_the_rest_are_hybrids(runs: Path) -> None:
    assert read_model(runs / "teacher/model").shape.attn_layers == (0, 1, 2)
    for stage in ("distil", "sft", "int8"):
        assert read_model(runs / stage / "model").shape.attn_layers == (1,), stage


def test_tokens_of_all_processes_are_counted(runs: Path) -> None:
    assert tokens_of(runs / "teacher") == 4 * 2 * (2 * 128)  # steps, processes, a batch
    assert tokens_of(runs / "distil") == 2 * (2 * 128)


def test_a_stage_begins_with_the_weights_of_the_one_before(runs: Path) -> None:
    for before, after in (("teacher", "distil"), ("distil", "sft"), ("sft", "int8")):
        first, second = (load_model(runs / stage / "checkpoint.pt").model["embed_tokens"].weight for stage in (before, after))
        assert 0 < (first - second).abs().max().item() < 0.05, after


def test_the_int8_folder_holds_the_weights_as_they_were_rounded(runs: Path) -> None:
    folder = runs / "int8/model"
    with safe_open(folder / "model.safetensors", "pt") as file:
        assert file.metadata()["format"] == "quorum-int8"
    model = load_model(runs / "int8/checkpoint.pt")
    with rounded_weights(quantised_parameters(model)):
        for want, got in zip(model.parameters(), read_model(folder).parameters(), strict=True):
            assert torch.equal(want, got)


def test_the_weights_for_safety_come_together_from_their_pieces(runs: Path) -> None:
    latest = runs / "sft/latest"
    pieces = sorted(latest.glob("model.safetensors.part-*"))
    assert b"".join(piece.read_bytes() for piece in pieces) == (latest / "model.safetensors").read_bytes()


def test_a_stage_asks_for_what_it_begins_with(capsys: pytest.CaptureFixture[str]) -> None:
    common = ["--out", "o", "--tokenizer", "t", "--minutes", "1"]
    for stage, given in (("distil", ["--init", "m"]), ("sft", []), ("control", ["--init", "m"])):
        with pytest.raises(SystemExit):
            read_options(["--stage", stage, *given, *common])
        assert "begins from" in capsys.readouterr().err


def test_only_stages_that_may_ship_round() -> None:
    assert {name for name, stage in STAGES.items() if stage.rounding_share > 0} == {"int8", "control", "further"}


def test_options_stand_before_a_stages_own_numbers() -> None:
    options = read_options(
        ["--stage", "teacher", "--out", "o", "--tokenizer", "t", "--minutes", "1", "--rounding-share", "0.2"]
    )
    assert (stage_of(options).rounding_share, stage_of(options).muon_lr) == (0.2, 0.02)
