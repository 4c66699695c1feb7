"""What came of one step of reinforcement, told among the processes and put into one log line. Knows no model."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch.distributed as dist

from training import distributed
from training.prompts import Kind


@dataclass(frozen=True)
class Outcome:
    """One process's share of a step, as the others are told of it."""

    results: list[tuple[Kind, int, int]]  # of each prompt: its kind, right answers, samples
    used: int  # prompts whose samples differ in reward
    drawn_tokens: int
    finished: int
    sample_seconds: float


def gather(outcome: Outcome) -> list[Outcome]:
    """Every process's, in the same order everywhere."""
    if distributed.world_size() == 1:
        return [outcome]
    outcomes: list[Outcome] = [outcome] * distributed.world_size()
    dist.all_gather_object(outcomes, outcome)
    return outcomes


def summary(outcomes: Sequence[Outcome], seconds: float) -> dict[str, float]:
    results = [result for outcome in outcomes for result in outcome.results]
    samples = max(1, sum(drawn for _, _, drawn in results))
    tokens = sum(outcome.drawn_tokens for outcome in outcomes)
    return {
        "reward": round(sum(right for _, right, _ in results) / samples, 4),
        "used": round(sum(outcome.used for outcome in outcomes) / max(1, len(results)), 4),
        "length": round(tokens / samples, 1),
        "finished": round(sum(outcome.finished for outcome in outcomes) / samples, 4),
        "seconds": round(seconds, 2),
        "sample_seconds": round(max(outcome.sample_seconds for outcome in outcomes), 2),
        "tokens_per_second": round(tokens / seconds),
    }
