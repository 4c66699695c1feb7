"""The selective scan of Mamba-1 with M1's grouped heads, as one differentiable operation.

`selective_scan` takes the Triton kernels on a GPU and the slow twin elsewhere. The gate silu(z) is the caller's. Knows
nothing of layers.

For channel e of head h = e // N and state n, with dt = softplus(raw + bias) (softplus the identity above 20):
    s_t = exp(dt_t * A_en) * keep_t * s_{t-1} + dt_t * B_t[h // repeat, n] * x_t        (Euler's rule for B)
    y_t = sum_n s_t * C_t[h, n] + D_e * x_t
keep_t is 0 at the first token of a document and 1 elsewhere: nothing leaks between packed documents.
"""

import torch
from torch import Tensor
from torch.nn import functional as F


def selective_scan(
    raw: Tensor, x: Tensor, b: Tensor, c: Tensor, bias: Tensor, a_log: Tensor, d: Tensor, starts: Tensor
) -> Tensor:
    """y [batch, time, d_inner] in x's dtype.

    raw (dt before this bias), x, c [batch, time, d_inner]; b [batch, time, d_xb]; bias, d [d_inner] f32;
    a_log [d_inner, d_state] f32; starts [batch, time] bool, true at the first token of a document.
    """
    scan = scan_by_kernels if x.is_cuda else scan_slowly
    return scan(raw, x, b, c, bias, a_log, d, starts)


def scan_by_kernels(
    raw: Tensor, x: Tensor, b: Tensor, c: Tensor, bias: Tensor, a_log: Tensor, d: Tensor, starts: Tensor
) -> Tensor:
    """The Triton kernels (also on a CPU under TRITON_INTERPRET=1); time is a multiple of their CHUNK."""
    y, _ = _scan_forward(raw, x, b, c, bias, a_log, d, starts)
    return y


def scan_slowly(raw: Tensor, x: Tensor, b: Tensor, c: Tensor, bias: Tensor, a_log: Tensor, d: Tensor, starts: Tensor) -> Tensor:
    """The twin in plain PyTorch, step by step; at least f32, or f64 where the inputs are. Same shapes."""
    batch, time, d_inner = x.shape
    d_state = a_log.shape[1]
    dtype = torch.promote_types(x.dtype, torch.float32)
    heads, repeat = d_inner // d_state, d_inner // b.shape[2]
    dt = F.softplus(raw.to(dtype) + bias.to(dtype))  # [batch, time, d_inner]
    a = -torch.exp(a_log.to(dtype))
    drive = dt * x.to(dtype)
    b = b.to(dtype).view(batch, time, heads // repeat, d_state).repeat_interleave(repeat, dim=2)
    b = b.repeat_interleave(d_state, dim=2)  # [batch, time, d_inner, d_state]: channel e uses head e // d_state
    c = c.to(dtype).view(batch, time, heads, d_state).repeat_interleave(d_state, dim=2)
    keep = (~starts).to(dtype)
    state = torch.zeros(batch, d_inner, d_state, dtype=dtype, device=x.device)
    outputs = []
    for t in range(time):
        decay = torch.exp(dt[:, t, :, None] * a) * keep[:, t, None, None]
        state = decay * state + drive[:, t, :, None] * b[:, t]
        outputs.append((state * c[:, t]).sum(-1))
    return (torch.stack(outputs, dim=1) + d.to(dtype) * x.to(dtype)).to(x.dtype)


@torch.library.custom_op("quorum::scan_forward", mutates_args=())
def _scan_forward(
    raw: Tensor, x: Tensor, b: Tensor, c: Tensor, bias: Tensor, a_log: Tensor, d: Tensor, starts: Tensor
) -> tuple[Tensor, Tensor]:
    from training.scan_kernels import CHUNK, WARPS, scan_forward_kernel

    batch, time, d_inner = x.shape
    d_state = a_log.shape[1]
    if time % CHUNK:
        raise ValueError(f"a row of {time} tokens is no multiple of {CHUNK}: choose another --row-length")
    heads = d_inner // d_state
    y = torch.empty_like(x, memory_format=torch.contiguous_format)
    states = x.new_empty(batch, time // CHUNK, heads, d_state, d_state, dtype=torch.float32)
    scan_forward_kernel[(batch * heads,)](
        raw.contiguous(), x.contiguous(), b.contiguous(), c.contiguous(), bias, a_log, d, starts.contiguous(),
        y, states, time, HEADS=heads, REPEAT=d_inner // b.shape[2], N=d_state, CHUNK=CHUNK, num_warps=WARPS,
    )  # fmt: skip
    return y, states


@_scan_forward.register_fake
def _(raw, x, b, c, bias, a_log, d, starts):
    from training.scan_kernels import CHUNK

    batch, time, d_inner = x.shape
    d_state = a_log.shape[1]
    states = x.new_empty(batch, time // CHUNK, d_inner // d_state, d_state, d_state, dtype=torch.float32)
    return torch.empty_like(x, memory_format=torch.contiguous_format), states


@torch.library.custom_op("quorum::scan_backward", mutates_args=())
def _scan_backward(
    raw: Tensor, x: Tensor, b: Tensor, c: Tensor, bias: Tensor, a_log: Tensor, d: Tensor, starts: Tensor,
    states: Tensor, dy: Tensor,
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:  # fmt: skip
    """Gradients of raw, x, b (per inner head), c, a_log (per sequence, [batch, heads, E, N]) and d (per sequence)."""
    from training.scan_kernels import BACKWARD_REGISTERS, CHUNK, WARPS, scan_backward_kernel

    batch, time, d_inner = x.shape
    d_state = a_log.shape[1]
    heads = d_inner // d_state
    draw, dx, db, dc = (torch.empty_like(x, memory_format=torch.contiguous_format) for _ in range(4))
    da_log = x.new_empty(batch, heads, d_state, d_state, dtype=torch.float32)
    dd = x.new_empty(batch, d_inner, dtype=torch.float32)
    scan_backward_kernel[(batch * heads,)](
        raw.contiguous(), x.contiguous(), b.contiguous(), c.contiguous(), bias, a_log, d, starts.contiguous(),
        states, dy.contiguous(), draw, dx, db, dc, da_log, dd, time,
        HEADS=heads, REPEAT=d_inner // b.shape[2], N=d_state, CHUNK=CHUNK, num_warps=WARPS, maxnreg=BACKWARD_REGISTERS,
    )  # fmt: skip
    return draw, dx, db, dc, da_log, dd


@_scan_backward.register_fake
def _(raw, x, b, c, bias, a_log, d, starts, states, dy):
    batch, _, d_inner = x.shape
    d_state = a_log.shape[1]
    draw, dx, db, dc = (torch.empty_like(x, memory_format=torch.contiguous_format) for _ in range(4))
    da_log = x.new_empty(batch, d_inner // d_state, d_state, d_state, dtype=torch.float32)
    return draw, dx, db, dc, da_log, x.new_empty(batch, d_inner, dtype=torch.float32)


def _remember(ctx, inputs, output):
    ctx.save_for_backward(*inputs, output[1])


def _backward(ctx, dy, _dstates):
    *inputs, states = ctx.saved_tensors
    raw, _, b, c, _, a_log, _, _ = inputs
    draw, dx, db, dc, da_log, dd = _scan_backward(*inputs, states, dy)
    batch, time, d_xb = b.shape
    d_inner, d_state = a_log.shape
    grouped = db.view(batch, time, d_xb // d_state, d_inner // d_xb, d_state)
    db = grouped.sum(3, dtype=torch.float32).view(batch, time, d_xb).to(b.dtype)
    dbias = draw.sum((0, 1), dtype=torch.float32)
    da_log = da_log.sum(0).view(d_inner, d_state)
    return draw.to(raw.dtype), dx, db, dc.to(c.dtype), dbias, da_log, dd.sum(0), None


_scan_forward.register_autograd(_backward, setup_context=_remember)
