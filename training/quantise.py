"""Group-wise symmetric int8 of weight matrices, as the engine reads it: 64 columns share a scale max|w| / 127 in f16.

value[r, c] = q[r, c] * scale[r, c // 64]. Used to export and, as its round trip, to train the weights for it. Knows no
file format.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn

GROUP = 64


def is_quantised(name: str, parameter: Tensor) -> bool:
    """The embedding and the projections of whole groups; dt_proj, convolutions, norms and scan parameters stay f32."""
    return parameter.ndim == 2 and name.endswith(".weight") and parameter.shape[1] % GROUP == 0 and "dt_proj" not in name


def quantise(weight: Tensor) -> tuple[Tensor, Tensor]:
    """int8 [rows, columns] and f16 scales [rows, columns / GROUP]; an all-zero group has scale 0."""
    groups = weight.detach().float().unflatten(1, (-1, GROUP))
    # Rounded to f16 first: the integers are chosen for the scale that is stored. Tiny groups would underflow to 0.
    scales = (groups.abs().amax(-1) / 127).half()
    wide = scales.float().unsqueeze(-1)
    integers = torch.where(wide > 0, groups / wide.clamp_min(2**-24), 0).round().clamp(-127, 127)
    return integers.to(torch.int8).flatten(1), scales


def dequantise(integers: Tensor, scales: Tensor) -> Tensor:
    """f32 [rows, columns]."""
    return (integers.float().unflatten(1, (-1, GROUP)) * scales.float().unsqueeze(-1)).flatten(1)


def quantised_parameters(model: nn.Module) -> Iterator[nn.Parameter]:
    return (parameter for name, parameter in model.named_parameters() if is_quantised(name, parameter))


@contextmanager
def rounded_weights(parameters: Iterable[nn.Parameter]) -> Iterator[None]:
    """Inside, the weights are what int8 keeps of them; gradients taken there belong to the full weights (straight-through)."""
    parameters = list(parameters)
    full = [parameter.detach().clone() for parameter in parameters]
    with torch.no_grad():
        for parameter in parameters:
            parameter.copy_(dequantise(*quantise(parameter)))
    try:
        yield
    finally:
        with torch.no_grad():
            for parameter, value in zip(parameters, full, strict=True):
                parameter.copy_(value)
