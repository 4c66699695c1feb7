"""Two processes that train together: one gradient, that of their batches joined, and replicas alike to the bit."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from training.objective import Objective
from training.tests.replicas import batch_of, fresh_model

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def launch(module: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "training.launch", "2", str(free_port()), module, *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def processes(tmp_path_factory: pytest.TempPathFactory) -> list[dict]:
    out = tmp_path_factory.mktemp("replicas")
    done = launch("training.tests.replicas", str(out))
    assert done.returncode == 0, done.stderr
    return [torch.load(out / f"{rank}.pt") for rank in (0, 1)]


def test_the_gradient_is_that_of_the_joined_batch(processes: list[dict]) -> None:
    model = fresh_model()
    joined = [torch.cat(parts) for parts in zip(batch_of(0, 0), batch_of(1, 0), strict=True)]
    Objective(model)(*joined).backward()
    for name, parameter in model.named_parameters():
        want, got = parameter.grad, processes[0]["gradients"][name]
        assert torch.allclose(got, want, rtol=1e-3, atol=1e-5 * want.abs().max().item()), name


def test_replicas_stay_the_same_to_the_bit(processes: list[dict]) -> None:
    ours, theirs = (process["weights"] for process in processes)
    start = fresh_model().state_dict()
    for name, value in ours.items():
        assert torch.equal(value, theirs[name]), name
        assert not torch.equal(value, start[name]), name


def test_all_go_by_the_clock_of_the_first(processes: list[dict]) -> None:
    assert [process["clock"] for process in processes] == [10.0, 10.0]


HALF = """import os, sys, time
def main():
    sys.exit(3) if os.environ["RANK"] == "1" else time.sleep(600)
"""


def test_one_that_fails_ends_the_others(tmp_path: Path) -> None:
    (tmp_path / "half.py").write_text(HALF)
    command = [sys.executable, "-m", "training.launch", "2", "1", "half"]
    paths = {"PYTHONPATH": f"{ROOT}:{tmp_path}"}
    done = subprocess.run(command, cwd=tmp_path, env=paths, capture_output=True, text=True, timeout=120)
    assert done.returncode == 3, done.stderr
