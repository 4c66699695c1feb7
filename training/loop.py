"""The training loop: batches in, steps of the optimisers, a log line now and then. Knows no command line.

Of several processes each runs this loop in step with the others; process 0 logs and saves.
"""

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

import torch
from torch import Tensor

from training import distributed
from training.checkpoint import Progress, save_checkpoint
from training.data import Batches
from training.model import HybridModel
from training.model_folder import export_for_safety
from training.objective import Batch, Objective
from training.packing import Rows
from training.quantise import quantised_parameters, rounded_weights
from training.schedule import Schedule

LOG_EVERY = 20
# Steps between two looks at the clock, which all processes must agree on: each look waits for the device.
LOOK_EVERY = 10
GRADIENT_NORM = 1.0


@dataclass
class Trainer:
    model: HybridModel
    objective: Objective
    optimisers: list[torch.optim.Optimizer]
    progress: Progress
    batches: Batches
    out: Path
    compile: bool
    save_seconds: float
    max_steps: int | None = None

    def prepare(self) -> None:
        """Waits for the first batch and compiles on it, so that the clock starts with the first step."""
        self.stream = on_device(self.batches, self.device)
        self.batch = next(self.stream)
        if self.compile:
            self.objective.compile(self.batch)
            self.model.zero_grad(set_to_none=True)

    def run(self, schedule: Schedule) -> None:
        """Until the schedule's end; the caller saves the last checkpoint."""
        progress, processes = self.progress, distributed.world_size()
        began = time.monotonic() - progress.elapsed
        saved_at, window = time.monotonic(), Window()
        while not schedule.is_over(progress.elapsed) and progress.step != self.max_steps:
            loss, norm = self.step(schedule, self.batch)
            tokens = self.batch[0].numel() * processes
            window.add(loss, tokens)
            progress.step += 1
            progress.tokens += tokens
            asked = time.monotonic()
            self.batch = next(self.stream)
            window.waited += time.monotonic() - asked
            if progress.step % LOOK_EVERY == 0:
                progress.elapsed = distributed.agreed(time.monotonic() - began, self.device)
            if progress.step % LOG_EVERY == 0:
                self.log(schedule, window, norm)
                window = Window()
            if time.monotonic() - saved_at > self.save_seconds:
                self.save()
                saved_at = time.monotonic()

    def step(self, schedule: Schedule, batch: Batch) -> tuple[Tensor, Tensor]:
        """One update; this process's loss and the norm of the common gradient, both still on the device."""
        rate = schedule.rate(self.progress.elapsed)
        for optimiser in self.optimisers:
            for group in optimiser.param_groups:
                group["lr"] = group["peak_lr"] * rate
        rounds = schedule.rounds(self.progress.elapsed)
        with rounded_weights(quantised_parameters(self.model) if rounds else []):
            loss = self.objective(*batch)
            loss.backward()
        distributed.average_gradients(self.model, weight=(batch[1] >= 0).sum())
        norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), GRADIENT_NORM)
        for optimiser in self.optimisers:
            optimiser.step()
        self.model.zero_grad(set_to_none=True)
        return loss.detach(), norm

    def log(self, schedule: Schedule, window: "Window", norm: Tensor) -> None:
        if distributed.rank() != 0:
            return
        progress = self.progress
        line = {
            "step": progress.step,
            "tokens": progress.tokens,
            "elapsed": round(progress.elapsed, 1),
            **window.summary(),
            "norm": round(norm.item(), 3),
            "rate": round(schedule.rate(progress.elapsed), 4),
            "int8": schedule.rounds(progress.elapsed),
            "dropped": self.batches.dropped,
        }
        with (self.out / "log.jsonl").open("a") as file:
            file.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
        if line["loss"] != line["loss"]:
            raise RuntimeError("the loss is not a number: --resume from the checkpoint with lower learning rates")

    def save(self) -> None:
        """The checkpoint that --resume reads, and the weights so far in pieces that travel."""
        if distributed.rank() == 0:
            save_checkpoint(self.out / "checkpoint.pt", self.model, self.optimisers, self.progress)
            export_for_safety(self.model, self.out)

    @property
    def device(self) -> str:
        return str(next(self.model.parameters()).device)


class Window:
    """What happened since the last log line; tokens of all processes, loss and waiting of this one."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.losses: list[Tensor] = []
        self.tokens = 0
        self.waited = 0.0

    def add(self, loss: Tensor, tokens: int) -> None:
        self.losses.append(loss)
        self.tokens += tokens

    def summary(self) -> dict[str, float]:
        loss = torch.stack(self.losses).mean().item()  # waits for the device, so that the speed below is true
        seconds = time.monotonic() - self.began
        speed = round(self.tokens / seconds)
        return {"loss": round(loss, 4), "tokens_per_second": speed, "waited_share": round(self.waited / seconds, 3)}


def on_device(batches: Batches, device: str) -> Iterator[Batch]:
    """Batches on the device, fetched two ahead by a thread; its failure is raised here.

    They are copied on a stream of their own: on the model's stream a copy would wait for the steps already queued there, and
    the wait for it would look like a want of data.
    """
    ahead: Queue[Batch | Exception] = Queue(maxsize=2)
    stream = torch.cuda.Stream(device) if device.startswith("cuda") else None

    def fetch() -> None:
        try:
            if stream is not None:
                torch.cuda.set_device(stream.device)  # a new thread begins at GPU 0, and would make a context there
            for rows in batches:
                ahead.put(copied(rows, device, stream))
        except Exception as error:
            ahead.put(error)

    threading.Thread(target=fetch, daemon=True).start()
    while True:
        item = ahead.get()
        if isinstance(item, Exception):
            raise item
        if stream is not None:
            for tensor in item:  # its memory is not the copying stream's again before the model has read it
                tensor.record_stream(torch.cuda.current_stream())
        yield item


def copied(rows: Rows, device: str, stream: torch.cuda.Stream | None) -> Batch:
    """The rows as int64 tensors that are ready when this returns."""
    tokens, targets, positions = map(torch.from_numpy, (rows.tokens, rows.targets, rows.positions))
    if stream is None:
        return tokens.long(), targets.long(), positions.long()
    with torch.cuda.stream(stream):
        tokens, targets, positions = (
            narrow.pin_memory().to(device, non_blocking=True).long() for narrow in (tokens, targets, positions)
        )
        stream.synchronize()
    return tokens, targets, positions
