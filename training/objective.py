"""The loss of one batch: models read it, through torch.compile on a GPU, and `losses.py` judges. Knows no optimiser.

Only the models are compiled. So every stage of the hybrid shares one graph, the teacher reads by the graph that it was
trained with, and what one stage has compiled the next finds in the cache on disk.
"""

import sys
import time
from collections.abc import Callable

import torch
from torch import Tensor

from training.losses import cross_entropy, reverse_kl
from training.model import HybridModel

Batch = tuple[Tensor, Tensor, Tensor]  # tokens, targets, positions; each [rows, length] int64
Reader = Callable[[Tensor, Tensor], Tensor]


class Objective:
    """Cross-entropy; with a teacher, `kl_weight` of reverse KL to it and the rest cross-entropy."""

    def __init__(self, model: HybridModel, teacher: HybridModel | None = None, kl_weight: float = 1.0) -> None:
        self.student = reader(model)
        self.teacher = reader(teacher) if teacher is not None else None
        self.kl_weight = kl_weight

    def __call__(self, tokens: Tensor, targets: Tensor, positions: Tensor) -> Tensor:
        logits = self.student(tokens, positions)
        if self.teacher is None:
            return cross_entropy(logits, targets)
        # Not under no_grad, which would be another graph to compile; what the backward pass would need is dropped at once.
        wanted = self.teacher(tokens, positions).detach()
        divergence = reverse_kl(logits, wanted, targets)
        return self.kl_weight * divergence + (1 - self.kl_weight) * cross_entropy(logits, targets)

    def compile(self, batch: Batch) -> None:
        """Proved forward and backward on a batch, which leaves gradients behind; loudly eager where that fails."""
        began = time.monotonic()
        eager = self.student, self.teacher
        try:
            self.student = torch.compile(self.student, dynamic=False)
            if self.teacher is not None:
                self.teacher = torch.compile(self.teacher, dynamic=False)
            self(*batch).backward()
        except Exception as error:
            self.student, self.teacher = eager
            print(f"\n*** torch.compile FAILED, training EAGERLY and slower: {error}\n", file=sys.stderr, flush=True)
            return
        print(f"compiled in {time.monotonic() - began:.0f} s", flush=True)


def reader(model: HybridModel) -> Reader:
    """Logits of (tokens, positions); in bf16 on a GPU, weights kept in f32."""
    device = next(model.parameters()).device.type

    def read(tokens: Tensor, positions: Tensor) -> Tensor:
        with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
            return model(tokens, positions)

    return read
