"""Training data: no seed twice, none of evaluation's; what a worker does when the exporter fails."""

import threading
from pathlib import Path
from queue import Queue

import pytest

from training.data import EVAL_SEED, SEEDS_PER_SESSION, DataPlan, produce
from training.packing import Rows
from training.tokenizer import learn_tokenizer, save_tokenizer


def plan(session: int, rank: int = 0) -> DataPlan:
    return DataPlan("", "", "", workers=15, rows=1, length=8, session=session, rank=rank, processes=2)


def test_workers_processes_and_sessions_never_share_a_seed() -> None:
    plans = [plan(session, rank) for session in (0, 1) for rank in (0, 1)]
    seeds = [each.seed(worker, run) for each in plans for worker in range(15) for run in range(100)]
    assert len(set(seeds)) == len(seeds)


def test_training_never_reaches_evaluation_seeds() -> None:
    last = EVAL_SEED // SEEDS_PER_SESSION - 1
    assert plan(last).seed(14, 1000) < EVAL_SEED
    with pytest.raises(ValueError, match="used up"):
        plan(last + 1).seed(0, 0)
    with pytest.raises(ValueError, match="used up"):
        plan(0).seed(0, SEEDS_PER_SESSION)


def exporter_that(folder: Path, body: str) -> DataPlan:
    """A plan whose exporter is a shell script; `$2` is its seed."""
    script = folder / "exporter.sh"
    script.write_text(body)
    save_tokenizer(learn_tokenizer(["What is 1 + 1?"]), folder)
    return DataPlan("sh", str(script), str(folder / "tokenizer.json"), workers=1, rows=1, length=16)


def first_item(plan: DataPlan) -> tuple[Rows, int] | str:
    made: Queue = Queue(maxsize=1)
    threading.Thread(target=produce, args=(plan, 0, made), daemon=True).start()
    return made.get(timeout=20)


PROBLEMS_AS_LINES = """for i in 1 2 3 4 5 6 7 8; do echo '{"question": "What is 1 + 1?", "solution": "2"}'; done\n"""


def test_a_run_of_the_exporter_that_fails_is_left_out(tmp_path: Path) -> None:
    item = first_item(exporter_that(tmp_path, f"[ $2 -ge 2 ] || exit 1\n{PROBLEMS_AS_LINES}"))
    assert not isinstance(item, str), item


def test_a_broken_exporter_ends_the_worker_with_its_message(tmp_path: Path) -> None:
    item = first_item(exporter_that(tmp_path, "echo no such family >&2; exit 1\n"))
    assert "no such family" in item
