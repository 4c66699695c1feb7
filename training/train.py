"""Trains the bundled model for a given number of minutes: `python3 -m training.train --help`, and README.md.

The clock, not a step count, runs the schedule, so that a lease of a GPU is used to its end. Writes into --out:
log.jsonl (one line every LOG_EVERY steps), checkpoint.pt (resumable), and `done` when finished.
"""

import argparse
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import torch
from torch import Tensor
from torch.nn import functional as F

from training.checkpoint import Progress, read_checkpoint, save_checkpoint
from training.data import Batches, DataPlan
from training.model import HybridModel
from training.muon import make_optimisers
from training.quantise import quantised_parameters, rounded_weights
from training.schedule import Schedule
from training.shape import SHAPES, ModelShape

LOG_EVERY = 20
GRADIENT_NORM = 1.0
Loss = Callable[[Tensor, Tensor, Tensor], Tensor]


def read_options(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for log, checkpoint and end mark")
    parser.add_argument("--tokenizer", required=True, help="tokenizer.json")
    parser.add_argument("--minutes", type=float, required=True)
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
    parser.add_argument("--resume", action="store_true", help="go on from --out's checkpoint")
    return parser.parse_args(arguments)


def loss_of(model: HybridModel, device: str) -> Loss:
    """Mean cross-entropy over the tokens to learn (targets >= 0) of tokens, targets, positions [rows, length]."""

    def loss(tokens: Tensor, targets: Tensor, positions: Tensor) -> Tensor:
        with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
            logits = model(tokens, positions)
        return F.cross_entropy(logits.float().flatten(0, 1), targets.flatten(), ignore_index=-1)

    return loss


def compiled(loss: Loss, batch: tuple[Tensor, Tensor, Tensor], wanted: bool) -> Loss:
    """The loss through torch.compile, proved forward and backward on a batch; loudly eager where that fails."""
    if not wanted:
        return loss
    try:
        fast = torch.compile(loss, dynamic=False)
        fast(*batch).backward()
    except Exception as error:
        print(f"\n*** torch.compile FAILED, training EAGERLY and slower: {error}\n", file=sys.stderr, flush=True)
        return loss
    return fast


def on_device(batches: Batches, device: str) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Batches as int64 tensors on the device, fetched two ahead by a thread; its failure is raised here."""
    ahead: Queue[tuple[Tensor, ...] | Exception] = Queue(maxsize=2)

    def fetch() -> None:
        try:
            for rows in batches:
                arrays = (rows.tokens, rows.targets, rows.positions)
                ahead.put(tuple(torch.from_numpy(array).to(device).long() for array in arrays))
        except Exception as error:
            ahead.put(error)

    threading.Thread(target=fetch, daemon=True).start()
    while True:
        item = ahead.get()
        if isinstance(item, Exception):
            raise item
        tokens, targets, positions = item
        yield tokens, targets, positions


def main(arguments: list[str] | None = None) -> None:
    options = read_options(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    checkpoint = options.out / "checkpoint.pt"
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.set_float32_matmul_precision("high")
    torch.manual_seed(0)
    saved = read_checkpoint(checkpoint, device) if options.resume else None
    progress = Progress(**saved["progress"]) if saved else Progress()
    if saved:
        progress.session += 1
    plan = DataPlan(
        node=options.node, exporter=options.exporter, tokenizer=options.tokenizer, workers=options.workers,
        rows=options.rows, length=options.row_length, session=progress.session,
    )  # fmt: skip
    batches = Batches(plan)  # first of all: the workers warm up while the model is built
    try:
        shape = ModelShape.from_dict(saved["shape"]) if saved else SHAPES[options.shape]
        model = HybridModel(shape).to(device)
        optimisers = make_optimisers(model, options.muon_lr, options.adam_lr)
        if saved:
            model.load_state_dict(saved["model"])
            for optimiser, state in zip(optimisers, saved["optimisers"], strict=True):
                optimiser.load_state_dict(state)
        train(options, model, optimisers, progress, batches, device)
    finally:
        batches.close()
    save_checkpoint(checkpoint, model, optimisers, progress)
    (options.out / "done").write_text(json.dumps(vars(progress)) + "\n")


def train(
    options: argparse.Namespace, model: HybridModel, optimisers: list[torch.optim.Optimizer],
    progress: Progress, batches: Batches, device: str,
) -> None:  # fmt: skip
    schedule = Schedule(total=options.minutes * 60, decay_share=options.decay_share)
    stream = on_device(batches, device)
    batch = next(stream)
    loss_function = compiled(loss_of(model, device), batch, wanted=device == "cuda" and not options.no_compile)
    model.zero_grad(set_to_none=True)
    rounded = list(quantised_parameters(model))
    began, saved_at = time.monotonic() - progress.elapsed, time.monotonic()
    mark, mark_tokens, waited, losses = time.monotonic(), progress.tokens, 0.0, []
    while not schedule.is_over(progress.elapsed) and progress.step != options.max_steps:
        rate = schedule.rate(progress.elapsed)
        for optimiser in optimisers:
            for group in optimiser.param_groups:
                group["lr"] = group["peak_lr"] * rate
        if schedule.rounds(progress.elapsed):
            with rounded_weights(rounded):
                loss = loss_function(*batch)
                loss.backward()
        else:
            loss = loss_function(*batch)
            loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(model.parameters(), GRADIENT_NORM)
        for optimiser in optimisers:
            optimiser.step()
        model.zero_grad(set_to_none=True)
        losses.append(loss.detach())
        progress.step += 1
        progress.tokens += options.rows * options.row_length
        asked = time.monotonic()
        batch = next(stream)
        waited += time.monotonic() - asked
        progress.elapsed = time.monotonic() - began
        if progress.step % LOG_EVERY == 0:
            mean_loss = torch.stack(losses).mean().item()  # waits for the device, so that the rate below is true
            seconds = time.monotonic() - mark
            line = {
                "step": progress.step,
                "tokens": progress.tokens,
                "elapsed": round(progress.elapsed, 1),
                "loss": round(mean_loss, 4),
                "norm": round(norm.item(), 3),
                "rate": round(rate, 4),
                "int8": schedule.rounds(progress.elapsed),
                "tokens_per_second": round((progress.tokens - mark_tokens) / seconds),
                "waited_share": round(waited / seconds, 3),
                "dropped": batches.dropped,
            }
            with (options.out / "log.jsonl").open("a") as log:
                log.write(json.dumps(line) + "\n")
            print(json.dumps(line), flush=True)
            if mean_loss != mean_loss:
                raise RuntimeError("the loss is not a number: resume from the checkpoint with lower learning rates")
            mark, mark_tokens, waited, losses = time.monotonic(), progress.tokens, 0.0, []
        if time.monotonic() - saved_at > options.save_minutes * 60:
            save_checkpoint(options.out / "checkpoint.pt", model, optimisers, progress)
            saved_at = time.monotonic()


if __name__ == "__main__":
    main()
