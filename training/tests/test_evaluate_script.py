"""evaluate.sh and on-gpu.sh: who gets which job, what is told of failures. The engine is played by a script."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from training.tests.problems import ROOT, node_path

# `NODE app/cli/main.ts eval FILE --model MODEL …` answers every problem rightly, but for a model whose folder says otherwise.
ENGINE = """#!{python}
import json, os, pathlib, sys
if "eval" not in sys.argv:
    os.execv("{node}", ["{node}", *sys.argv[1:]])
option = lambda name, default: sys.argv[sys.argv.index(name) + 1] if name in sys.argv else default
if json.loads((pathlib.Path(option("--model", "")) / "config.json").read_text()).get("broken"):
    sys.exit("the weights are damaged")
rows = [json.loads(line) for line in open(sys.argv[sys.argv.index("eval") + 1])][: int(option("--limit", 10**6))]
samples = int(option("--samples", 8))
shares = {{"pass1": 1, "maj": 1, "passN": 1}}
curve = [{{"samples": k, "maj": 1, "pass": 1}} for k in {{1, samples}}]
solved = [{{"id": row["id"], "answer": "1", "maj": "1", "correct": True, "right": samples}} for row in rows]
time = {{"seconds": 1, "generationSeconds": 1, "tokens": 1}}
engine = {{"backend": option("--backend", ""), "adapter": "NVIDIA " + str(sorted(os.sched_getaffinity(0)))}}
print(json.dumps({{"n": len(rows), **shares, "samples": samples, "curve": curve, "rows": solved, **time, "engine": engine}}))
"""
FEW = {"WHOLE_PER_FAMILY": "1", "HARDER_PER_FAMILY": "1", "VOTING_PROBLEMS": "4", "ALONE_SAMPLES": "1 4", "SAMPLES": "2"}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """RUNS, NODE and RESULTS."""
    for stage in ("teacher", "sft", "int8", "control"):
        model = tmp_path / "runs" / stage / "model"
        model.mkdir(parents=True)
        (model / "config.json").write_text(json.dumps({"broken": stage == "sft"}))
    node = tmp_path / "node"
    node.write_text(ENGINE.format(python=sys.executable, node=node_path()))
    node.chmod(0o755)
    return tmp_path / "runs", node, tmp_path / "results"


def judge(folders: tuple[Path, Path, Path], **settings: str) -> tuple[Mapping[str, dict], str]:
    """The documents by name and the log."""
    runs, node, results = folders
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    command = ["bash", "training/report/evaluate.sh", str(runs), str(node), str(results)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PATH": path, "BACKEND": "cpu", **FEW, **settings}, check=True)
    assert (results / "finished").exists()
    documents = {file.stem: json.loads(file.read_text()) for file in results.glob("*.json")}
    return documents, (results / "evaluate.log").read_text()


def test_lanes_share_the_jobs_and_parts_of_a_set_are_put_together(folders: tuple[Path, Path, Path]) -> None:
    cores = os.cpu_count() or 1
    if cores < 2:
        pytest.skip("a block has two cores at least")
    documents, log = judge(folders, LANES="cpu cpu-0-1")
    whole = [json.loads(line)["id"] for line in (folders[2] / "whole-set.jsonl").read_text().splitlines()]
    for candidate in ("int8", "control"):
        assert [row["id"] for row in documents[f"final-{candidate}-greedy"]["rows"]] == whole
    assert documents["stage-teacher"]["samples"] == 2
    assert len(documents["voting-teacher"]["rows"]) == 4
    assert "on cpu\n" in log
    assert "on cpu-0-1\n" in log


def test_a_model_that_fails_or_is_missing_is_told_of_and_the_others_are_judged(folders: tuple[Path, Path, Path]) -> None:
    documents, log = judge(folders, STAGES="teacher sft grpo", CANDIDATES="int8")
    assert set(documents) == {
        "final-int8-greedy", "final-int8-sampled", "stage-teacher", "stage-teacher-greedy",
        "voting-teacher", "alone-teacher-1", "alone-teacher-4",
    }  # fmt: skip
    assert "stage-sft FAILED on cpu" in log
    assert "the weights are damaged" in log
    assert "stage-grpo is left out: there is no model" in log


def test_what_is_there_is_not_made_again_and_nothing_begins_after_the_time_is_over(folders: tuple[Path, Path, Path]) -> None:
    folders[2].mkdir()
    (folders[2] / "stage-teacher.json").write_text('{"kept": true}')
    documents, log = judge(folders, STAGES="teacher", CANDIDATES="int8", BUDGET_SECONDS="0")
    assert documents == {"stage-teacher": {"kept": True}}
    assert "stage-teacher-greedy is left out: the time is over" in log


def may_unshare() -> bool:
    return subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(sys.platform != "linux" or not may_unshare(), reason="a mount namespace wants root on Linux")
def test_a_command_on_one_gpu_sees_no_other_and_cannot_make_one() -> None:
    script = "echo gone > /dev/null; ls /dev/nvidia[0-9]* 2>/dev/null; touch /dev/nvidia0 2>/dev/null && echo made; exit 7"
    done = subprocess.run(
        ["bash", "training/report/on-gpu.sh", "77", "bash", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (7, "", "")
