"""Data-parallel training: one process a GPU (NCCL), or several on a CPU (gloo), started by `training.launch`.

Every process holds a whole replica and draws its own data; only gradients and the clock pass between them. A program
started plainly is a world of one, in which every function here is the identity. Knows no model, loss or schedule.
"""

import os

import torch
import torch.distributed as dist
from torch import Tensor, nn


def start() -> str:
    """Joins the processes that `training.launch` started, if it did. `cuda`, which is now this process's GPU, or `cpu`.

    Another thread of the process still begins at GPU 0: there, name the device of a tensor in full.
    """
    on_gpu = torch.cuda.is_available()
    gpu = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0"))) if on_gpu else None
    if gpu is not None:
        torch.cuda.set_device(gpu)
    if int(os.environ.get("WORLD_SIZE", "1")) > 1:
        dist.init_process_group("nccl" if on_gpu else "gloo", device_id=gpu)
    return "cuda" if on_gpu else "cpu"


def finish() -> None:
    """Leaves together: no process ends while another still needs it."""
    if dist.is_initialized():
        dist.barrier()
        dist.destroy_process_group()


def rank() -> int:
    """0 logs and saves."""
    return dist.get_rank() if dist.is_initialized() else 0


def world_size() -> int:
    return dist.get_world_size() if dist.is_initialized() else 1


@torch.no_grad()
def average_gradients(model: nn.Module, weight: Tensor | float = 1.0) -> None:
    """Replaces the gradients by their mean over the processes, each counted by its weight (tokens that it learned from).

    One f32 bucket and one all-reduce. The sum is the same on every process to the bit, so the replicas stay identical.
    A parameter without a gradient counts as zero; where all weights are 0 the gradients are 0.
    """
    if world_size() == 1:
        return
    parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
    for parameter in parameters:
        if parameter.grad is None:
            parameter.grad = torch.zeros_like(parameter)
    gradients = [parameter.grad for parameter in parameters]
    weight = torch.as_tensor(weight, dtype=torch.float32, device=gradients[0].device).reshape(1)
    one = torch.ones_like(weight)  # at the bucket's end, so that the same all-reduce sums the weights
    bucket = torch.cat([*(gradient.flatten().float() for gradient in gradients), one]).mul_(weight)
    dist.all_reduce(bucket)
    means = (bucket[:-1] / bucket[-1].clamp_min(1e-12)).split([gradient.numel() for gradient in gradients])
    torch._foreach_copy_(gradients, [mean.view_as(gradient) for mean, gradient in zip(means, gradients, strict=True)])


def agreed(value: float, device: str) -> float:
    """Process 0's value, on every process. Waits for the device: call it now and then, not every step."""
    if world_size() == 1:
        return value
    shared = torch.tensor([value], dtype=torch.float64, device=device)
    dist.broadcast(shared, src=0)
    return shared.item()
