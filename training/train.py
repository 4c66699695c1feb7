"""Trains the bundled model for a given number of minutes: `python3 -m training.train --help`, and README.md.

The clock, not a step count, runs the schedule, so that a lease of a GPU is used to its end. Writes into --out:
the tokenizer, log.jsonl, checkpoint.pt (resumable) and, when finished, `done`.
"""

import argparse
import json
import os
import shutil
from pathlib import Path

import torch

from training.checkpoint import Progress, read_checkpoint
from training.data import Batches, DataPlan
from training.loop import Trainer
from training.model import HybridModel
from training.model_folder import read_model
from training.muon import make_optimisers
from training.schedule import Schedule
from training.shape import SHAPES, ModelShape


def read_options(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder of the run")
    parser.add_argument("--tokenizer", type=Path, required=True, help="folder of tokenizer.json")
    parser.add_argument("--minutes", type=float, required=True, help="training time in all, compilation excluded")
    parser.add_argument("--shape", choices=SHAPES, default="bundled")
    parser.add_argument("--rows", type=int, default=128, help="rows in a batch")
    parser.add_argument("--row-length", type=int, default=512, help="tokens in a row")
    parser.add_argument("--workers", type=int, default=max(1, (os.cpu_count() or 2) - 1))
    parser.add_argument("--node", default="node")
    parser.add_argument("--exporter", default="tutor/curriculum/export.ts")
    parser.add_argument("--muon-lr", type=float, default=0.02)
    parser.add_argument("--adam-lr", type=float, default=3e-3)
    parser.add_argument("--decay-share", type=float, default=0.3, help="share of the time in which the rate falls")
    parser.add_argument("--save-minutes", type=float, default=3.0)
    parser.add_argument("--max-steps", type=int, help="stop after so many steps in all, whatever the clock says")
    parser.add_argument("--no-compile", action="store_true")
    begin = parser.add_mutually_exclusive_group()
    begin.add_argument("--resume", action="store_true", help="go on from --out's checkpoint; --minutes counts from its start")
    begin.add_argument("--init", type=Path, help="begin with the weights of this model folder")
    parser.add_argument("--session", type=int, default=0, help="with --init: which range of data seeds to draw (0 to 255)")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> None:
    options = read_options(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "done").unlink(missing_ok=True)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        if options.tokenizer.resolve() != options.out.resolve():
            shutil.copyfile(options.tokenizer / name, options.out / name)
    torch.set_float32_matmul_precision("high")
    torch.manual_seed(0)
    saved = read_checkpoint(options.out / "checkpoint.pt") if options.resume else None
    progress = Progress(**saved["progress"]) if saved else Progress(session=options.session)
    if saved:
        progress.session += 1
    plan = DataPlan(
        node=options.node, exporter=options.exporter, tokenizer=str(options.out / "tokenizer.json"),
        workers=options.workers, rows=options.rows, length=options.row_length, session=progress.session,
    )  # fmt: skip
    batches = Batches(plan)  # before the model: the workers warm up while it is built and compiled
    try:
        device = "cuda" if torch.cuda.is_available() else "cpu"
        model = begin_model(options, saved).to(device)
        optimisers = make_optimisers(model, options.muon_lr, options.adam_lr)
        if saved:
            for optimiser, state in zip(optimisers, saved["optimisers"], strict=True):
                optimiser.load_state_dict(state)
        trainer = Trainer(
            model, optimisers, Schedule(total=options.minutes * 60, decay_share=options.decay_share), progress, batches,
            options.out, compile=device == "cuda" and not options.no_compile, save_seconds=options.save_minutes * 60,
            max_steps=options.max_steps,
        )  # fmt: skip
        trainer.run()
        trainer.save()
    finally:
        batches.close()
    (options.out / "done").write_text(json.dumps(vars(progress)) + "\n")


def begin_model(options: argparse.Namespace, saved: dict | None) -> HybridModel:
    if options.init is not None:
        return read_model(options.init)
    if saved is None:
        return HybridModel(SHAPES[options.shape])
    model = HybridModel(ModelShape.from_dict(saved["shape"]))
    model.load_state_dict(saved["model"])
    return model


if __name__ == "__main__":
    main()
