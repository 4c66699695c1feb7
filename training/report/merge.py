"""Documents of `quorum eval` over parts of one set as the document of the whole, on standard output:

    python3 -m training.report.merge --rows SET.jsonl PART.json …

Shares are means over problems, time is that of the slowest part, as the parts ran at once. By-family scores and intervals are
left out: the report counts rows. Raises ValueError where a problem of the set is in no part.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Document = dict[str, Any]


def merge(parts: Sequence[Document], ids: Sequence[str]) -> Document:
    """ids: those of the whole set, in its order."""
    rows = {row["id"]: row for part in parts for row in part["rows"]}
    missing = [row_id for row_id in ids if row_id not in rows]
    if missing:
        raise ValueError(f"{len(missing)} of {len(ids)} problems are in no part, {missing[0]} among them: run the set again")

    def mean(values: Sequence[float]) -> float:
        return sum(value * part["n"] for value, part in zip(values, parts, strict=True)) / len(ids)

    points = zip(*(part["curve"] for part in parts), strict=True)
    return {
        "n": len(ids),
        **{share: mean([part[share] for part in parts]) for share in ("pass1", "maj", "passN")},
        "samples": parts[0]["samples"],
        "curve": [
            {"samples": point[0]["samples"], **{share: mean([each[share] for each in point]) for share in ("maj", "pass")}}
            for point in points
        ],
        "rows": [rows[row_id] for row_id in ids],
        "seconds": max(part["seconds"] for part in parts),
        "generationSeconds": mean([part["generationSeconds"] for part in parts]),
        "tokens": sum(part["tokens"] for part in parts),
        "engine": parts[0]["engine"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=Path, required=True, help="the whole set")
    parser.add_argument("parts", type=Path, nargs="+")
    options = parser.parse_args()
    ids = [json.loads(line)["id"] for line in options.rows.read_text(encoding="utf-8").splitlines() if line.strip()]
    print(json.dumps(merge([json.loads(part.read_text(encoding="utf-8")) for part in options.parts], ids)))


if __name__ == "__main__":
    main()
