"""`python -m training.examiners`: samples a public question generator into a file for `quorum eval`."""

import argparse
import os
import sys
from pathlib import Path

from .rows import write_rows


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.examiners", description=__doc__)
    parser.add_argument("--examiner", choices=("deepmind", "reasoning-gym"), required=True)
    parser.add_argument("--per-module", type=int, default=20, help="questions of each module (20)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, required=True, help="the .jsonl file to write")
    arguments = parser.parse_args()
    if os.environ.get("PYTHONHASHSEED") != "0":
        # The order of Python's sets decides which letters a question uses.
        module = [sys.executable, "-m", "training.examiners", *sys.argv[1:]]
        os.execve(sys.executable, module, {**os.environ, "PYTHONHASHSEED": "0"})
    # Each examiner loads slowly, so only the one that is asked for is imported.
    if arguments.examiner == "deepmind":
        from .deepmind import deepmind_rows as rows
    else:
        from .reasoning_gym import reasoning_gym_rows as rows
    count = write_rows(arguments.out, rows(arguments.per_module, arguments.seed))
    print(f"{count} questions in {arguments.out}")


if __name__ == "__main__":
    main()
