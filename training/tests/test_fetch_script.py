"""fetch.sh: what travels is put together again as the last checkpoint's weights; what is missing is told of."""

import os
import subprocess
import sys
from pathlib import Path

import torch

from training.checkpoint import Progress, save_checkpoint
from training.model import HybridModel
from training.model_folder import read_model
from training.shape import TOY
from training.tests.problems import PROBLEMS, ROOT
from training.tokenizer import learn_tokenizer, save_tokenizer


def fetch(runs: Path, out: Path, *stages: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "DTYPE": "f32"}
    command = ["bash", "training/fetch.sh", str(runs), str(out), *stages]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_stage_and_the_logs_travel(tmp_path: Path) -> None:
    runs, out = tmp_path / "runs", tmp_path / "out"
    (runs / "control").mkdir(parents=True)
    (runs / "recipe.log").write_text("begun\n")
    save_tokenizer(learn_tokenizer(problem["solution"] for problem in PROBLEMS), runs / "control")
    model = HybridModel(TOY)
    save_checkpoint(runs / "control/checkpoint.pt", model, [], Progress())

    assert fetch(runs, out, "control").returncode == 0
    assert all(file.stat().st_size <= 15 * 2**20 for file in out.iterdir())
    subprocess.run("cat control.tar.part-* | tar -x; tar -xzf logs.tar.gz", shell=True, cwd=out, check=True)
    for name, value in read_model(out / "control").state_dict().items():
        assert torch.equal(value, model.state_dict()[name]), name
    assert (out / "recipe.log").read_text() == "begun\n"

    done = fetch(runs, out, "control", "sft")
    assert done.returncode == 1
    assert "sft CANNOT BE FETCHED" in done.stdout
    assert (out / "control.tar.part-a").exists()
