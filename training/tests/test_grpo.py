"""Reinforcement: the loss against a float64 twin, what is chosen and packed, and a policy that learns to win."""

import json
import math
import os
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer

from training.data import DataPlan, DocumentMaker, ExportFailed, export_problems
from training.episodes import Episode, lay_out, pack
from training.grpo_loop import Grpo, Settings
from training.losses import cross_entropy
from training.model import HybridModel
from training.model_folder import export_model, read_model
from training.objective import reader
from training.packing import Document, Packer
from training.policy_loss import drawn_log_probs, group_advantages, policy_loss
from training.prompts import PromptSource, SuccessRates, choose, has_answer
from training.sampler import Sampler
from training.shape import TOY
from training.tests.problems import PROBLEMS, ROOT, node_path
from training.tokenizer import learn_tokenizer, save_tokenizer

COIN = str(ROOT / "training/tests/coin-problems.ts")


def test_advantages_are_the_standard_scores_of_their_group() -> None:
    rewards = [[1.0, 0.0, 0.0, 0.0], [1.0, 1.0, 0.0, 0.0], [1.0, 1.0, 1.0, 1.0]]
    got = group_advantages(torch.tensor(rewards)).tolist()
    for group, scores in zip(rewards, got, strict=True):
        mean = sum(group) / 4
        deviation = math.sqrt(sum((reward - mean) ** 2 for reward in group) / 4)
        assert scores == pytest.approx([0.0 if deviation == 0 else (reward - mean) / deviation for reward in group], rel=1e-5)


def test_the_loss_is_its_float64_twins_and_so_is_its_gradient() -> None:
    torch.manual_seed(0)
    logits = torch.randn(2, 5, 7, dtype=torch.float64, requires_grad=True)
    targets = torch.tensor([[1, 2, -1, 3, 4], [-1, 0, 6, 6, -1]])
    advantages = torch.tensor([[1.5] * 5, [-0.7] * 5], dtype=torch.float64)
    moved = torch.tensor([[0.5, -0.5, 0.0, 0.1, 0.3], [0.0, 0.5, -0.5, 0.1, 0.0]], dtype=torch.float64)
    old = drawn_log_probs(logits, targets, 0.9)[0].detach() - moved
    want = 0.0
    clipped = {"raised": 0, "lowered": 0}
    for row in range(2):
        for at in range(5):
            target = int(targets[row, at])
            if target < 0:
                continue
            weights = [math.exp(value / 0.9) for value in logits[row, at].tolist()]
            shares = [weight / sum(weights) for weight in weights]
            ratio = shares[target] / math.exp(old[row, at].item())
            advantage = advantages[row, at].item()
            bounded = min(max(ratio, 0.8), 1.28)
            clipped["raised"] += ratio > 1.28 and advantage > 0
            clipped["lowered"] += ratio < 0.8 and advantage < 0
            entropy = -sum(share * math.log(share) for share in shares)
            want -= min(ratio * advantage, bounded * advantage) + 0.01 * entropy
    assert min(clipped.values()) > 0, "the example must clip on both sides"

    def loss(values: torch.Tensor) -> torch.Tensor:
        log_probs, entropy = drawn_log_probs(values, targets, 0.9)
        return policy_loss(log_probs, old, advantages, entropy, targets >= 0, 0.01)

    assert loss(logits).item() == pytest.approx(want, rel=1e-12)
    assert torch.autograd.gradcheck(loss, logits)


def some_episodes(count: int) -> list[Episode]:
    sizes = np.random.default_rng(0).integers(3, 40, count).tolist()
    return [Episode(Document([3 + i % 7] * size, 2), i / count) for i, size in enumerate(sizes)]


def test_every_episode_is_packed_whole_once_and_rows_are_nearly_full() -> None:
    episodes = some_episodes(300)
    rows = pack(episodes, 64)
    assert sorted(id(episode) for row in rows for episode in row) == sorted(map(id, episodes))
    filled = [sum(episode.size for episode in row) for row in rows]
    assert max(filled) <= 64
    assert sum(filled) / (64 * len(rows)) > 0.97


def test_batches_have_one_shape_and_a_token_has_its_episodes_advantage() -> None:
    episodes = some_episodes(10)
    batches = lay_out(episodes, 3, 64, pad=2, device="cpu")
    assert {tuple(batch.tokens.shape) for batch in batches} == {(3, 64)}
    learned = sum(int(batch.learned.sum()) for batch in batches)
    assert learned == sum(episode.size - 2 for episode in episodes)
    weighted = sum(batch.advantages[batch.learned].sum().item() for batch in batches)
    assert weighted == pytest.approx(sum(episode.advantage * (episode.size - 2) for episode in episodes), rel=1e-5)


def test_an_episode_longer_than_a_row_is_refused() -> None:
    with pytest.raises(ValueError, match="longer than a row"):
        pack([Episode(Document([5] * 9, 2), 1.0)], 8)


def test_problems_of_kinds_solved_now_and_then_are_chosen_most_and_none_is_forgotten() -> None:
    rates = SuccessRates()
    for _ in range(30):
        rates.add(("always", "1"), 16, 16)
        rates.add(("never", "1"), 0, 16)
        rates.add(("sometimes", "1"), 8, 16)
    problems = [{"family": family, "level": "1"} for family in ("always", "never", "sometimes") for _ in range(400)]
    chosen = [problem["family"] for problem in choose(problems, 200, rates, np.random.default_rng(0))]
    assert chosen.count("sometimes") > 130
    assert min(chosen.count("always"), chosen.count("never")) > 5
    assert rates.rate(("unmet", "1")) == 0.5


def test_estimates_follow_a_model_that_learns() -> None:
    rates = SuccessRates()
    for right in [0] * 50 + [16] * 30:
        rates.add(("f", "1"), right, 16)
    assert rates.rate(("f", "1")) > 0.9


def test_a_refusal_without_a_box_is_no_problem_to_win() -> None:
    assert not has_answer({"solution": "I cannot help with that."})
    assert has_answer({"solution": "$\\boxed{1}$"})


def make_source(monkeypatch: pytest.MonkeyPatch, bad: range) -> PromptSource:
    """From an exporter that fails at the seeds of `bad`, counted from the first."""

    def export(_node: str, _exporter: str, seed: int, count: int) -> list[dict[str, str]]:
        if seed in bad:
            raise ExportFailed(f"seed {seed}")
        return [{"family": "f", "level": "1", "solution": "$\\boxed{1}$"}] * count

    monkeypatch.setattr("training.prompts.export_problems", export)
    return PromptSource(DataPlan("", "", "", workers=1, rows=1, length=8), 5)


def test_a_failed_run_of_the_exporter_is_left_out_and_several_in_a_row_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    source = make_source(monkeypatch, range(1, 2))
    assert [len(source.next(SuccessRates())) for _ in range(3)] == [5, 5, 5]
    source.close()
    source = make_source(monkeypatch, range(0, 100))
    with pytest.raises(ExportFailed, match="seed"):
        source.next(SuccessRates())
    source.close()


@pytest.fixture(scope="module")
def coin_flipper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a toy model that answers 1 or 2, as a coin falls."""
    folder = tmp_path_factory.mktemp("coin")
    tokenizer = learn_tokenizer(problem["solution"] for problem in PROBLEMS)
    save_tokenizer(tokenizer, folder)
    problems = export_problems(node_path(), COIN, 5, 20)
    for number, problem in enumerate(problems):
        problem["solution"] = f"$\\boxed{{{1 + number % 2}}}$"
    documents = list(DocumentMaker(tokenizer).documents(problems))
    rows = Packer(24, 2).lay_out([[document] for document in documents])
    tokens, targets, positions = (torch.from_numpy(a).long() for a in (rows.tokens, rows.targets, rows.positions))
    torch.manual_seed(0)
    torch.set_num_threads(1)  # as many small operations as here are slower on more
    model = HybridModel(TOY)
    read, optimiser = reader(model), torch.optim.AdamW(model.parameters(), lr=5e-3)
    for _ in range(40):
        loss = cross_entropy(read(tokens, positions), targets)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    assert loss.item() < 0.3, "the toy model must know the form of the answer"
    export_model(model, folder, folder / "model", "f32")
    return folder / "model"


def test_a_step_in_which_no_group_differs_moves_nothing(coin_flipper: Path) -> None:
    model = read_model(coin_flipper)
    before = model.model["norm"].weight.detach().clone()
    tokenizer = Tokenizer.from_file(str(coin_flipper / "tokenizer.json"))
    settings = Settings(
        group=4, temperature=1.0, entropy_weight=1e-3, minibatches=2, rows=2, length=32, rounding=False, save_seconds=60,
        max_steps=None,
    )  # fmt: skip
    sampler = Sampler(model.shape, 2, rows=4, length=32)
    grpo = Grpo(model, torch.optim.AdamW(model.parameters(), lr=0.1), sampler, tokenizer, settings)
    impossible = [{"family": "coin", "level": "1", "question": "coin 1", "solution": "$\\boxed{7}$"}]
    episodes, outcome = grpo.collect(impossible)
    assert (episodes, outcome.used, outcome.results) == ([], 0, [(("coin", "1"), 0, 4)])
    grpo.learn(episodes)
    assert torch.equal(model.model["norm"].weight, before)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_policy_learns_to_win_on_one_and_on_two_processes(coin_flipper: Path, tmp_path: Path, processes: int) -> None:
    launcher = ["training.launch", str(processes), str(free_port())] if processes > 1 else []
    sizes = ["--prompts", "6", "--group", "8", "--slots", "40", "--rows", "4", "--row-length", "32"]
    rates = ["--lr", "1e-3", "--minutes", "60", "--max-steps", "15"]
    more = ["--rounding"] if processes == 1 else []
    paths = ["--init", str(coin_flipper), "--out", str(tmp_path), "--node", node_path(), "--exporter", COIN]
    command = [sys.executable, "-m", *launcher, "training.grpo", *sizes, *rates, *paths, *more]
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": "", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert [line["step"] for line in lines] == list(range(1, 16))
    rewards = [line["reward"] for line in lines]
    assert sum(rewards[-4:]) / 4 > sum(rewards[:2]) / 2 + 0.2, rewards
    assert lines[0]["used"] > 0.3
    before, after = read_model(coin_flipper), read_model(tmp_path / "model")
    assert not torch.equal(before.model["norm"].weight, after.model["norm"].weight)
    assert json.loads((tmp_path / "done").read_text())["step"] == 15
