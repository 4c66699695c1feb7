"""An evaluation row as `quorum eval` reads it. Knows nothing of where questions come from."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    id: str
    question: str
    answer: str
    """LaTeX without dollar signs."""
    family: str
    """Examiner and module: `deepmind/algebra__linear_1d`."""
    match: str = "equal"
    """`exact` where the examiner scores to the letter."""


def write_rows(path: Path, rows: Iterable[Row]) -> int:
    """Writes one JSON line a row and returns how many there were."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")
            count += 1
    return count
