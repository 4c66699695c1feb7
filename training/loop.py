"""The training loop: batches in, steps of the optimisers, a log line now and then. Knows no command line."""

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

import torch
from torch import Tensor
from torch.nn import functional as F

from training.checkpoint import Progress, save_checkpoint
from training.data import Batches
from training.model import HybridModel
from training.quantise import quantised_parameters, rounded_weights
from training.schedule import Schedule

LOG_EVERY = 20
GRADIENT_NORM = 1.0
Batch = tuple[Tensor, Tensor, Tensor]  # tokens, targets, positions; each [rows, length] int64
Loss = Callable[[Tensor, Tensor, Tensor], Tensor]


@dataclass
class Trainer:
    model: HybridModel
    optimisers: list[torch.optim.Optimizer]
    schedule: Schedule
    progress: Progress
    batches: Batches
    out: Path
    compile: bool
    save_seconds: float
    max_steps: int | None = None

    def run(self) -> None:
        """Until the schedule's end; the caller saves the last checkpoint."""
        stream = on_device(self.batches, self.device)
        batch = next(stream)
        loss_function = compiled(loss_of(self.model), batch) if self.compile else loss_of(self.model)
        self.model.zero_grad(set_to_none=True)
        began = time.monotonic() - self.progress.elapsed
        saved_at, window = time.monotonic(), Window()
        while not self.schedule.is_over(self.progress.elapsed) and self.progress.step != self.max_steps:
            loss, norm = self.step(loss_function, batch)
            window.add(loss, batch[0].numel())
            self.progress.step += 1
            self.progress.tokens += batch[0].numel()
            asked = time.monotonic()
            batch = next(stream)
            window.waited += time.monotonic() - asked
            self.progress.elapsed = time.monotonic() - began
            if self.progress.step % LOG_EVERY == 0:
                self.log(window, norm)
                window = Window()
            if time.monotonic() - saved_at > self.save_seconds:
                self.save()
                saved_at = time.monotonic()

    def step(self, loss_function: Loss, batch: Batch) -> tuple[Tensor, Tensor]:
        """One update; the loss and the norm of the gradient, both still on the device."""
        rate = self.schedule.rate(self.progress.elapsed)
        for optimiser in self.optimisers:
            for group in optimiser.param_groups:
                group["lr"] = group["peak_lr"] * rate
        rounds = self.schedule.rounds(self.progress.elapsed)
        with rounded_weights(quantised_parameters(self.model) if rounds else []):
            loss = loss_function(*batch)
            loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), GRADIENT_NORM)
        for optimiser in self.optimisers:
            optimiser.step()
        self.model.zero_grad(set_to_none=True)
        return loss.detach(), norm

    def log(self, window: "Window", norm: Tensor) -> None:
        progress = self.progress
        line = {
            "step": progress.step,
            "tokens": progress.tokens,
            "elapsed": round(progress.elapsed, 1),
            **window.summary(),
            "norm": round(norm.item(), 3),
            "rate": round(self.schedule.rate(progress.elapsed), 4),
            "int8": self.schedule.rounds(progress.elapsed),
            "dropped": self.batches.dropped,
        }
        with (self.out / "log.jsonl").open("a") as file:
            file.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
        if line["loss"] != line["loss"]:
            raise RuntimeError("the loss is not a number: --resume from the checkpoint with lower learning rates")

    def save(self) -> None:
        save_checkpoint(self.out / "checkpoint.pt", self.model, self.optimisers, self.progress)

    @property
    def device(self) -> str:
        return next(self.model.parameters()).device.type


class Window:
    """What happened since the last log line."""

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


def loss_of(model: HybridModel) -> Loss:
    """Mean cross-entropy over the tokens to learn (targets >= 0)."""
    device = next(model.parameters()).device.type

    def loss(tokens: Tensor, targets: Tensor, positions: Tensor) -> Tensor:
        with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
            logits = model(tokens, positions)
        return F.cross_entropy(logits.float().flatten(0, 1), targets.flatten(), ignore_index=-1)

    return loss


def compiled(loss: Loss, batch: Batch) -> Loss:
    """The loss through torch.compile, proved forward and backward on a batch; loudly eager where that fails."""
    began = time.monotonic()
    try:
        fast = torch.compile(loss, dynamic=False)
        fast(*batch).backward()
    except Exception as error:
        print(f"\n*** torch.compile FAILED, training EAGERLY and slower: {error}\n", file=sys.stderr, flush=True)
        return loss
    print(f"compiled in {time.monotonic() - began:.0f} s", flush=True)
    return fast


def on_device(batches: Batches, device: str) -> Iterator[Batch]:
    """Batches on the device, fetched two ahead by a thread; its failure is raised here."""
    ahead: Queue[Batch | Exception] = Queue(maxsize=2)

    def fetch() -> None:
        try:
            for rows in batches:
                arrays = (rows.tokens, rows.targets, rows.positions)
                tokens, targets, positions = (torch.from_numpy(array).to(device).long() for array in arrays)
                ahead.put((tokens, targets, positions))
        except Exception as error:
            ahead.put(error)

    threading.Thread(target=fetch, daemon=True).start()
    while True:
        item = ahead.get()
        if isinstance(item, Exception):
            raise item
        yield item
