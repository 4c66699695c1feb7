"""Which problems reinforcement draws from: those of kinds that the model sometimes solves. Knows no model.

A kind is a family at a level. Fresh problems of all kinds come from the exporter; of them a few are chosen, a kind that
is solved with probability p by weight p (1 - p) and a floor, so that no kind is forgotten.
"""

import sys
from collections import defaultdict, deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np

from training.data import FAILURES_IN_A_ROW, DataPlan, ExportFailed, export_problems
from training.evaluate import boxed_answer

Problem = dict[str, str]
Kind = tuple[str, str]  # family, level
# Weight of a kind always or never solved; a kind solved half the time has 0.25.
FLOOR = 0.02
# What an estimate forgets at each new result of its kind: the model moves on.
MEMORY = 0.9
# Problems drawn for one that is chosen.
CHOICE = 8
# Runs of the exporter under way or waiting.
AHEAD = 3


class SuccessRates:
    """Running estimates by kind, beginning at one half."""

    def __init__(self) -> None:
        self._right: defaultdict[Kind, float] = defaultdict(float)
        self._drawn: defaultdict[Kind, float] = defaultdict(float)

    def add(self, kind: Kind, right: int, drawn: int) -> None:
        self._right[kind] = MEMORY * self._right[kind] + right
        self._drawn[kind] = MEMORY * self._drawn[kind] + drawn

    def rate(self, kind: Kind) -> float:
        return (self._right[kind] + 1) / (self._drawn[kind] + 2)

    def weight(self, kind: Kind) -> float:
        rate = self.rate(kind)
        return rate * (1 - rate) + FLOOR

    def mean(self) -> float:
        """Over the kinds met so far, each counting the same."""
        kinds = list(self._drawn)
        return sum(map(self.rate, kinds)) / len(kinds) if kinds else 0.5


def kind_of(problem: Problem) -> Kind:
    return problem["family"], str(problem["level"])


class PromptSource:
    """Fresh problems, exported in the background."""

    def __init__(self, plan: DataPlan, prompts: int) -> None:
        self._plan, self._prompts = plan, prompts
        self._random = np.random.default_rng(plan.rank)
        self._pool = ThreadPoolExecutor(AHEAD)
        self._run = 0
        self._ahead: deque[Future[list[Problem]]] = deque()
        for _ in range(AHEAD):
            self._order()

    def _order(self) -> None:
        seed = self._plan.seed(0, self._run)
        self._run += 1
        count = self._prompts * CHOICE
        self._ahead.append(self._pool.submit(export_problems, self._plan.node, self._plan.exporter, seed, count))

    def next(self, rates: SuccessRates) -> list[Problem]:
        """About as many problems as asked for at the start, fewer where too few have an answer to match."""
        return choose(filter(has_answer, self._fresh()), self._prompts, rates, self._random)

    def _fresh(self) -> list[Problem]:
        """The next run's; one that failed is told of and left out. Raises ExportFailed when several in a row fail."""
        failed = []
        while len(failed) < FAILURES_IN_A_ROW:
            run = self._ahead.popleft()
            self._order()
            try:
                return run.result()
            except ExportFailed as error:
                print(f"prompts go on without a run: {error}", file=sys.stderr, flush=True)
                failed.append(error)
        raise failed[-1]

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)


def has_answer(problem: Problem) -> bool:
    """A refusal without a box would be matched by anything without a box."""
    return boxed_answer(problem["solution"]) is not None


def choose(problems: Iterable[Problem], count: int, rates: SuccessRates, random: np.random.Generator) -> list[Problem]:
    problems = list(problems)
    weights = np.array([rates.weight(kind_of(problem)) for problem in problems])
    chosen = random.choice(len(problems), min(count, len(problems)), replace=False, p=weights / weights.sum())
    return [problems[at] for at in chosen]
