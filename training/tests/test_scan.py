"""The scan against a float64 reference, by its kernels (interpreted on a CPU) and by its twin."""

import os

import pytest
import torch

if not torch.cuda.is_available():
    os.environ["TRITON_INTERPRET"] = "1"

from training.scan import scan_by_kernels, scan_slowly

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def make_inputs(batch: int, time: int, heads: int, repeat: int, seed: int = 0) -> list[torch.Tensor]:
    """Inputs in f64: raw, x, b, c, bias, a_log, d, starts; with extremes of raw, as trained models have."""
    generator = torch.Generator().manual_seed(seed)

    def normal(*shape: int) -> torch.Tensor:
        return torch.randn(*shape, generator=generator, dtype=torch.float64).to(DEVICE)

    d_inner = heads * 16
    raw = normal(batch, time, d_inner) * 2 - 2
    raw[:, 3, ::7] = 25.0
    raw[:, 4, ::5] = -40.0
    starts = (torch.rand(batch, time, generator=generator) < 0.15).to(DEVICE)
    starts[:, 0] = True
    a_log = torch.log(torch.arange(1, 17, dtype=torch.float64)).repeat(d_inner, 1).to(DEVICE) + 0.1 * normal(d_inner, 16)
    b = normal(batch, time, d_inner // repeat)
    return [
        raw,
        normal(batch, time, d_inner),
        b,
        normal(batch, time, d_inner),
        normal(d_inner),
        a_log,
        normal(d_inner),
        starts,
    ]


def gradients(scan, inputs: list[torch.Tensor], weight: torch.Tensor) -> list[torch.Tensor]:
    leaves = [tensor.clone().requires_grad_(tensor.is_floating_point()) for tensor in inputs]
    y = scan(*leaves)
    (y * weight.to(y.dtype)).sum().backward()
    return [y.detach(), *(leaf.grad for leaf in leaves if leaf.grad is not None)]


@pytest.mark.parametrize("repeat", [1, 2])
def test_kernels_match_float64_forward_and_backward(repeat: int) -> None:
    inputs = make_inputs(batch=2, time=24, heads=2, repeat=repeat)
    weight = torch.randn(2, 24, 32, dtype=torch.float64, device=DEVICE)
    exact = gradients(scan_slowly, inputs, weight)
    singles = [tensor.float() if tensor.is_floating_point() else tensor for tensor in inputs]
    fast = gradients(scan_by_kernels, singles, weight)
    names = ["y", "draw", "dx", "db", "dc", "dbias", "da_log", "dd"]
    for name, want, got in zip(names, exact, fast, strict=True):
        worst = (got.double() - want).abs().max().item() / max(1.0, want.abs().max().item())
        assert worst < 2e-5, f"{name}: relative to the largest value, off by {worst:.2e}"


def test_nothing_before_a_document_changes_it() -> None:
    inputs = [tensor.float() if tensor.is_floating_point() else tensor for tensor in make_inputs(1, 16, 2, 2)]
    inputs[7][:] = False
    inputs[7][:, 0] = inputs[7][:, 8] = True
    other = [tensor.clone() for tensor in inputs]
    for tensor in other[:4]:
        tensor[:, :8] += 1.0
    for scan in (scan_slowly, scan_by_kernels):
        difference = (scan(*inputs)[:, 8:] - scan(*other)[:, 8:]).abs().max().item()
        assert difference == 0.0


def test_compiled_graph_keeps_the_gradients() -> None:
    inputs = [tensor.float() if tensor.is_floating_point() else tensor for tensor in make_inputs(1, 16, 2, 2)]
    weight = torch.randn(1, 16, 32, device=DEVICE)

    def gated(*args: torch.Tensor) -> torch.Tensor:
        return scan_by_kernels(*args) * torch.sigmoid(args[1])

    compiled = torch.compile(gated, backend="aot_eager", fullgraph=True)
    for want, got in zip(gradients(gated, inputs, weight), gradients(compiled, inputs, weight), strict=True):
        assert torch.allclose(want, got, atol=1e-6)
