"""Trains one stage of the recipe: `python3 -m training.train --help`, and README.md.

The clock, not a step count, runs the schedule, so that a lease of a GPU is used to its end. Writes into --out: the
tokenizer, log.jsonl, checkpoint.pt (resumable), latest/ (the weights so far, for safety), and at the end model/ and
`done`. For several GPUs start it by `python3 -m training.launch`.
"""

import argparse
import json
import os
import shutil
import time
from dataclasses import replace
from pathlib import Path

import torch

from training import distributed
from training.checkpoint import Progress, read_checkpoint
from training.conversion import hybrid_from_transformer
from training.data import Batches, DataPlan
from training.loop import Trainer
from training.model import HybridModel
from training.model_folder import DTYPES, export_model, read_model
from training.muon import make_optimisers
from training.objective import Objective
from training.schedule import Schedule
from training.shape import SHAPES, ModelShape
from training.stages import STAGES, Stage


def read_options(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stage", choices=STAGES, default="control", help="gives the defaults below (stages.py)")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run")
    parser.add_argument("--tokenizer", type=Path, required=True, help="folder of tokenizer.json")
    end = parser.add_mutually_exclusive_group(required=True)
    end.add_argument("--minutes", type=float, help="training time in all, compilation excluded")
    end.add_argument("--until", type=float, help="when to end, in seconds since 1970: compilation shortens the training")
    begin = parser.add_mutually_exclusive_group()
    begin.add_argument("--init", type=Path, help="begin with the weights of this model folder (stages sft, int8 and further)")
    begin.add_argument("--teacher", type=Path, help="model folder of the transformer to begin from and follow (stage distil)")
    parser.add_argument("--resume", action="store_true", help="go on from --out's checkpoint; --minutes counts from its start")
    parser.add_argument(
        "--kl-weight", type=float, default=1.0, help="distil: share of reverse KL in the loss, the rest cross-entropy"
    )
    parser.add_argument("--shape", choices=SHAPES, default="bundled")
    parser.add_argument("--rows", type=int, default=96, help="rows in a batch of each process")
    parser.add_argument("--row-length", type=int, default=768, help="tokens in a row")
    parser.add_argument("--workers", type=int, default=max(1, (os.cpu_count() or 2) - 1), help="data workers of each process")
    parser.add_argument("--node", default="node")
    parser.add_argument("--exporter", default="tutor/curriculum/export.ts")
    parser.add_argument("--muon-lr", type=float)
    parser.add_argument("--adam-lr", type=float)
    parser.add_argument("--warm-up", type=float, help="seconds in which the rate rises")
    parser.add_argument("--decay-share", type=float, help="share of the time in which the rate falls")
    parser.add_argument("--rounding-share", type=float, help="share of the time, at the end, with weights rounded to int8")
    parser.add_argument("--session", type=int, help="which range of data seeds to draw (0 to 255)")
    parser.add_argument("--dtype", choices=DTYPES, help="number format of the finished model folder")
    parser.add_argument("--save-minutes", type=float, default=4.0)
    parser.add_argument("--max-steps", type=int, help="stop after so many steps in all, whatever the clock says")
    parser.add_argument("--no-compile", action="store_true")
    options = parser.parse_args(arguments)
    needed = STAGES[options.stage].start
    for name in ("init", "teacher"):
        if (getattr(options, name) is not None) != (needed == name):
            parser.error(f"stage {options.stage} begins from {needed}: {'give' if needed == name else 'leave out'} --{name}")
    return options


def stage_of(options: argparse.Namespace) -> Stage:
    """The stage's numbers, with those that were given in their place."""
    names = ("muon_lr", "adam_lr", "warm_up", "decay_share", "rounding_share", "session", "dtype")
    given = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    return replace(STAGES[options.stage], **given)


def main(arguments: list[str] | None = None) -> None:
    options = read_options(arguments)
    device = distributed.start()
    options.out.mkdir(parents=True, exist_ok=True)
    if distributed.rank() == 0:
        (options.out / "done").unlink(missing_ok=True)
        copy_tokenizer(options.tokenizer, options.out)
    torch.set_float32_matmul_precision("high")
    torch.manual_seed(0)  # the same on every process: the replicas begin alike
    stage = stage_of(options)
    saved = read_checkpoint(options.out / "checkpoint.pt") if options.resume else None
    progress = Progress(**saved["progress"]) if saved else Progress(session=stage.session)
    if saved:
        progress.session += 1
    batches = Batches(data_plan(options, progress.session))  # first: the workers warm up while the model is built
    try:
        trainer = make_trainer(options, stage, saved, progress, batches, device)
        trainer.prepare()
        left = options.until - time.time() if options.until else options.minutes * 60 - progress.elapsed
        # The schedule counts all sessions; every process must hold the same one, as it sets the rate.
        total = progress.elapsed + distributed.agreed(left, device)
        trainer.run(Schedule(total, stage.warm_up, stage.decay_share, stage.rounding_share, stage.floor))
        trainer.save()
    finally:
        batches.close()
    if distributed.rank() == 0:
        export_model(trainer.model, options.out, options.out / "model", stage.dtype)
        (options.out / "done").write_text(json.dumps(vars(progress)) + "\n")
    distributed.finish()


def copy_tokenizer(source: Path, out: Path) -> None:
    for name in ("tokenizer.json", "tokenizer_config.json"):
        if source.resolve() != out.resolve():
            shutil.copyfile(source / name, out / name)


def data_plan(options: argparse.Namespace, session: int) -> DataPlan:
    return DataPlan(
        node=options.node, exporter=options.exporter, tokenizer=str(options.tokenizer / "tokenizer.json"),
        workers=options.workers, rows=options.rows, length=options.row_length, session=session,
        rank=distributed.rank(), processes=distributed.world_size(),
    )  # fmt: skip


def make_trainer(
    options: argparse.Namespace, stage: Stage, saved: dict | None, progress: Progress, batches: Batches, device: str
) -> Trainer:
    teacher = read_model(options.teacher).to(device) if options.teacher else None
    model = begin_model(options, saved, teacher).to(device)
    optimisers = make_optimisers(model, stage.muon_lr, stage.adam_lr)
    if saved:
        for optimiser, state in zip(optimisers, saved["optimisers"], strict=True):
            optimiser.load_state_dict(state)
    return Trainer(
        model, Objective(model, teacher, options.kl_weight), optimisers, progress, batches, options.out,
        compile=device != "cpu" and not options.no_compile, save_seconds=options.save_minutes * 60, max_steps=options.max_steps,
    )  # fmt: skip


def begin_model(options: argparse.Namespace, saved: dict | None, teacher: HybridModel | None) -> HybridModel:
    if saved is not None:
        model = HybridModel(ModelShape.from_dict(saved["shape"]))
        model.load_state_dict(saved["model"])
        return model
    if options.init is not None:
        return read_model(options.init)
    shape = SHAPES[options.shape]
    if teacher is not None:
        return hybrid_from_transformer(teacher, shape)
    return HybridModel(replace(shape, attn_layers=tuple(range(shape.n_layer))) if options.stage == "teacher" else shape)


if __name__ == "__main__":
    main()
