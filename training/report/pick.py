"""The first few problems of each family of several evaluation sets, on standard output:

python3 -m training.report.pick --per-family 2 FILE.jsonl …
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def set_of(row_id: str) -> str:
    """The evaluation set that a row belongs to: families/add/1 to families, students-001 to students."""
    return row_id.split("/")[0] if "/" in row_id else row_id.rsplit("-", 1)[0]


def pick(rows: Iterable[Row], per_family: int) -> Iterator[Row]:
    """A family counts once in each set."""
    taken: Counter[tuple[str, str]] = Counter()
    for row in rows:
        key = set_of(row["id"]), row.get("family", "")
        taken[key] += 1
        if taken[key] <= per_family:
            yield row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--per-family", type=int, required=True)
    parser.add_argument("files", type=Path, nargs="+")
    options = parser.parse_args()
    for file in options.files:
        rows = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip())
        for row in pick(rows, options.per_family):
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
