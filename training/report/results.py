"""What evaluate.sh and the training runs left, read back. Knows the JSON of `quorum eval` and log.jsonl, not how it is told."""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.report.pick import set_of

# The ends of both arms, and one of them trained further: the best ships.
CANDIDATES = ("int8", "control", "further")
# The order of the recipe; the control stands beside it.
STAGES = ("teacher", "distil", "sft", "grpo", "int8", "control")


@dataclass(frozen=True)
class Share:
    """A proportion of n problems with its 95 % Wilson interval."""

    value: float
    n: int

    @property
    def interval(self) -> tuple[float, float]:
        """E. B. Wilson, JASA 1927; the same as the product's app/cli/wilson.ts."""
        if self.n == 0:
            return 0.0, 1.0
        z2 = 1.959963984540054**2
        centre = (self.value + z2 / (2 * self.n)) / (1 + z2 / self.n)
        spread = math.sqrt(z2 * (self.value * (1 - self.value) / self.n + z2 / (4 * self.n**2))) / (1 + z2 / self.n)
        return max(0.0, centre - spread), min(1.0, centre + spread)


def mean_share(values: Iterable[float]) -> Share:
    values = list(values)
    return Share(sum(values) / len(values) if values else 0.0, len(values))


@dataclass(frozen=True)
class Evaluation:
    """One document of `quorum eval`."""

    fields: dict[str, Any]

    @property
    def samples(self) -> int:
        return self.fields["samples"]

    @property
    def seconds(self) -> float:
        return self.fields["seconds"]

    @property
    def rows(self) -> list[dict[str, Any]]:
        return self.fields["rows"]

    @property
    def curve(self) -> list[dict[str, Any]]:
        """Points of growing `samples` with `maj` and `pass`."""
        return self.fields["curve"]

    def of_set(self, name: str) -> "Evaluation":
        """Only the rows of one evaluation set; what is told of the whole is not to be asked of it."""
        return Evaluation({**self.fields, "rows": [row for row in self.rows if set_of(row["id"]) == name]})

    def pass1(self) -> Share:
        return mean_share(row["right"] / self.samples for row in self.rows)

    def maj(self) -> Share:
        return mean_share(float(row["correct"]) for row in self.rows)

    def pass_any(self) -> Share:
        return mean_share(float(row["right"] > 0) for row in self.rows)

    def families(self) -> dict[str, Share]:
        """pass@1 by family, the part of an id between set and number; rows without one are left out."""
        values: defaultdict[str, list[float]] = defaultdict(list)
        for row in self.rows:
            if len(parts := row["id"].split("/")) > 2:
                values["/".join(parts[1:-1])].append(row["right"] / self.samples)
        return {family: mean_share(members) for family, members in values.items()}


@dataclass(frozen=True)
class Results:
    """Everything by name; what was not run is absent."""

    evaluations: dict[str, Evaluation]
    # log.jsonl of each stage, in the order of STAGES.
    logs: dict[str, list[dict[str, Any]]]

    def evaluation(self, name: str) -> Evaluation | None:
        return self.evaluations.get(name)

    @property
    def candidates(self) -> dict[str, Evaluation]:
        """Their greedy answers to every set."""
        return {name: each for name in CANDIDATES if (each := self.evaluation(f"final-{name}-greedy"))}

    @property
    def shipped(self) -> str:
        """The candidate that solves more; the recipe's end where both solve as many or none was asked."""
        greedy = self.candidates
        return max(greedy, key=lambda name: greedy[name].pass1().value, default=CANDIDATES[0])

    def final(self, kind: str) -> Evaluation | None:
        """Of the model that ships: greedy, sampled or unrounded."""
        return self.evaluation(f"final-{self.shipped}-{kind}")

    def tokens(self, stage: str) -> int:
        """Trained on by a stage, its ancestors in the recipe included."""
        line = [stage] if stage == "control" else [name for name in STAGES[: STAGES.index(stage) + 1] if name != "control"]
        return sum(self.logs[name][-1]["tokens"] for name in line if self.logs.get(name))


def read_results(results: Path, runs: Path) -> Results:
    evaluations = {path.stem: Evaluation(json.loads(path.read_text())) for path in sorted(results.glob("*.json"))}
    logs = {stage: read_log(runs / stage / "log.jsonl") for stage in STAGES}
    return Results(evaluations, {stage: lines for stage, lines in logs.items() if lines})


def read_log(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text().splitlines()]


def median(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]
