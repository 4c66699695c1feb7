"""Muon (Keller Jordan): momentum whose matrix update is orthogonalised by a Newton-Schulz iteration in bf16.

Matrices of one shape are orthogonalised together as a batch. Knows no schedule.
"""

from collections import defaultdict

import torch
from torch import Tensor, nn


def orthogonalise(matrices: Tensor, steps: int = 5) -> Tensor:
    """About U V^T of each matrix [count, rows, columns]; singular values end between 0.7 and 1.2."""
    a, b, c = 3.4445, -4.7750, 2.0315
    x = matrices.bfloat16()
    tall = x.shape[-2] > x.shape[-1]
    if tall:
        x = x.mT
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(steps):
        gram = x @ x.mT
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x.mT if tall else x


class Muon(torch.optim.Optimizer):
    """For 2-D weights only; the step of a matrix is lr * max(1, rows / columns)^0.5 * orthogonal."""

    def __init__(self, parameters: list[nn.Parameter], lr: float, momentum: float = 0.95, weight_decay: float = 0.0) -> None:
        by_shape: defaultdict[torch.Size, list[nn.Parameter]] = defaultdict(list)
        for parameter in parameters:
            by_shape[parameter.shape].append(parameter)
        groups = [{"params": group} for group in by_shape.values()]
        super().__init__(groups, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self) -> None:
        for group in self.param_groups:
            parameters = [parameter for parameter in group["params"] if parameter.grad is not None]
            if not parameters:
                continue
            gradients = torch.stack([parameter.grad for parameter in parameters])
            store = self.state[parameters[0]]
            average = store.setdefault("average", torch.zeros_like(gradients))
            average.lerp_(gradients, 1 - group["momentum"])
            update = orthogonalise(gradients.lerp(average, group["momentum"]))  # Nesterov
            rows, columns = parameters[0].shape
            scale = max(1.0, rows / columns) ** 0.5
            for parameter, direction in zip(parameters, update, strict=True):
                parameter.mul_(1 - group["lr"] * group["weight_decay"])
                parameter.add_(direction.to(parameter.dtype), alpha=-group["lr"] * scale)


def make_optimisers(
    model: nn.Module, muon_lr: float = 0.02, adam_lr: float = 3e-3, weight_decay: float = 0.01
) -> list[torch.optim.Optimizer]:
    """Muon for the projections; AdamW without decay for the embedding, norms, convolutions, dt, A_log and D."""
    matrices, rest = [], []
    for name, parameter in model.named_parameters():
        is_matrix = parameter.ndim == 2 and name.endswith("_proj.weight") and "dt_proj" not in name
        (matrices if is_matrix else rest).append(parameter)
    optimisers: list[torch.optim.Optimizer] = [Muon(matrices, lr=muon_lr, weight_decay=weight_decay)]
    fused = rest[0].is_cuda
    optimisers.append(torch.optim.AdamW(rest, lr=adam_lr, betas=(0.9, 0.95), eps=1e-8, weight_decay=0.0, fused=fused))
    for optimiser in optimisers:
        for group in optimiser.param_groups:
            group["peak_lr"] = group["lr"]
    return optimisers
