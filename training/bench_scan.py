"""Times the scan kernels at the bundled shape on a GPU, over chunk lengths and registers: `python3 -m training.bench_scan`.

Metric: milliseconds of one layer's forward and backward pass over 128 rows of 512 tokens (median of 20 runs), bf16.
First compares the kernels with the twin on a few rows. The last line is JSON; put its best into the constants of
`scan_kernels.py`.
"""

import json
import statistics

import torch
from torch import Tensor

from training import scan_kernels
from training.scan import scan_by_kernels, scan_slowly
from training.shape import BUNDLED

RUNS = 20
CHUNKS = (2, 4, 8)
REGISTERS = (128, 168, 255)


def make_inputs(rows: int, time: int) -> list[Tensor]:
    shape = BUNDLED
    generator = torch.Generator("cuda").manual_seed(0)

    def normal(*size: int, dtype: torch.dtype = torch.bfloat16) -> Tensor:
        return torch.randn(*size, generator=generator, device="cuda", dtype=dtype)

    wide = (rows, time, shape.d_inner)
    starts = torch.rand(rows, time, generator=generator, device="cuda") < 0.01
    bias, d = normal(shape.d_inner, dtype=torch.float32) - 2, normal(shape.d_inner, dtype=torch.float32)
    a_log = torch.log(torch.arange(1, shape.d_state + 1, device="cuda").float()).repeat(shape.d_inner, 1)
    b = normal(rows, time, shape.d_xb)
    tensors = [normal(*wide), normal(*wide), b, normal(*wide), bias, a_log, d]
    return [tensor.requires_grad_() for tensor in tensors] + [starts]


def largest_error() -> float:
    """Largest difference from the twin in f64, relative to the largest value, over the output and all gradients."""
    inputs = make_inputs(2, 128)
    wide = [tensor.detach().double().requires_grad_() for tensor in inputs[:7]] + [inputs[7]]
    got, want = scan_by_kernels(*inputs), scan_slowly(*wide)
    got.sum().backward()
    want.sum().backward()
    pairs = [(got, want)] + [(a.grad, b.grad) for a, b in zip(inputs[:7], wide[:7], strict=True)]
    return max(((a - b).abs().max() / b.abs().max()).item() for a, b in pairs)


def median_ms(run) -> float:
    times = []
    for _ in range(RUNS + 3):
        begin, end = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
        begin.record()
        run()
        end.record()
        torch.cuda.synchronize()
        times.append(begin.elapsed_time(end))
    return statistics.median(times[3:])


def main() -> None:
    inputs = make_inputs(128, 512)
    results = []
    print("chunk registers  forward  backward (ms)   error")
    for chunk in CHUNKS:
        for registers in REGISTERS:
            scan_kernels.CHUNK, scan_kernels.BACKWARD_REGISTERS = chunk, registers
            error = largest_error()
            y = scan_by_kernels(*inputs)
            gradient = torch.randn_like(y)
            forward = median_ms(lambda: scan_by_kernels(*inputs))
            backward = median_ms(lambda y=y, gradient=gradient: torch.autograd.grad(y, inputs[:7], gradient, retain_graph=True))
            results.append({"chunk": chunk, "registers": registers, "forward": forward, "backward": backward, "error": error})
            print(f"{chunk:5d} {registers:9d} {forward:8.3f} {backward:9.3f}      {error:.1e}", flush=True)
    best = min(results, key=lambda row: row["forward"] + row["backward"])
    print(json.dumps({"bench": "scan", "best": best, "all": results}))


if __name__ == "__main__":
    main()
