"""Training seeds: none twice, none of evaluation's."""

import pytest

from training.data import EVAL_SEED, SEEDS_PER_SESSION, DataPlan


def plan(session: int) -> DataPlan:
    return DataPlan(node="", exporter="", tokenizer="", workers=15, rows=1, length=8, session=session)


def test_workers_and_sessions_never_share_a_seed() -> None:
    seeds = [plan(session).seed(worker, run) for session in (0, 1) for worker in range(15) for run in range(100)]
    assert len(set(seeds)) == len(seeds)


def test_training_never_reaches_evaluation_seeds() -> None:
    last = EVAL_SEED // SEEDS_PER_SESSION - 1
    assert plan(last).seed(14, 1000) < EVAL_SEED
    with pytest.raises(ValueError, match="used up"):
        plan(last + 1).seed(0, 0)
    with pytest.raises(ValueError, match="used up"):
        plan(0).seed(0, SEEDS_PER_SESSION)
