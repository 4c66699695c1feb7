"""The two operations of a decoding step that have state: by Triton kernels on a GPU, by slow twins elsewhere.

Knows neither layers nor weights. What the scan computes is told in `scan.py`.
"""

import torch
from torch import Tensor
from torch.nn import functional as F


def scan_step(raw: Tensor, x: Tensor, b: Tensor, c: Tensor, bias: Tensor, a_log: Tensor, d: Tensor, state: Tensor) -> Tensor:
    """y [rows, d_inner] in x's dtype; moves `state` [rows, d_inner, d_state] on in place.

    raw (dt before this bias), x, c [rows, d_inner]; b [rows, d_xb]; bias, d [d_inner]; a_log [d_inner, d_state].
    """
    step = scan_step_by_kernel if x.is_cuda else scan_step_slowly
    return step(raw, x, b, c, bias, a_log, d, state)


def scan_step_by_kernel(
    raw: Tensor, x: Tensor, b: Tensor, c: Tensor, bias: Tensor, a_log: Tensor, d: Tensor, state: Tensor
) -> Tensor:
    from training.step_kernels import scan_step_kernel

    rows, d_inner = x.shape
    d_state = a_log.shape[1]
    heads = d_inner // d_state
    y = torch.empty_like(x, memory_format=torch.contiguous_format)
    scan_step_kernel[(rows * heads,)](
        raw.contiguous(), x.contiguous(), b.contiguous(), c.contiguous(), bias, a_log, d, state, y,
        HEADS=heads, REPEAT=d_inner // b.shape[1], N=d_state, num_warps=1,
    )  # fmt: skip
    return y


def scan_step_slowly(
    raw: Tensor, x: Tensor, b: Tensor, c: Tensor, bias: Tensor, a_log: Tensor, d: Tensor, state: Tensor
) -> Tensor:
    d_inner, d_state = a_log.shape

    def per_channel(heads: Tensor) -> Tensor:
        """[rows, heads * d_state] to [rows, d_inner, d_state], each head standing for its share of the channels."""
        share = d_inner * d_state // heads.shape[1]
        return heads.to(state.dtype).unflatten(-1, (-1, d_state)).repeat_interleave(share, dim=1)

    dt = F.softplus(raw.to(state.dtype) + bias)
    decay = torch.exp(dt.unsqueeze(-1) * -torch.exp(a_log))
    state.copy_(decay * state + (dt * x).unsqueeze(-1) * per_channel(b))
    return ((state * per_channel(c)).sum(-1) + d * x).to(x.dtype)


def attend_step(q: Tensor, keys: Tensor, values: Tensor, position: Tensor) -> Tensor:
    """[rows, kv_heads, group, head_dim]: each row's queries over its keys at 0 up to and with `position` [rows] int64.

    q [rows, kv_heads, group, head_dim], the queries that share a key head together; keys, values
    [rows, kv_heads, length, head_dim].
    """
    attend = attend_step_by_kernel if q.is_cuda else attend_step_slowly
    return attend(q, keys, values, position)


def attend_step_by_kernel(q: Tensor, keys: Tensor, values: Tensor, position: Tensor) -> Tensor:
    from training.step_kernels import attend_step_kernel

    rows, kv_heads, group, head_dim = q.shape
    y = torch.empty_like(q, memory_format=torch.contiguous_format)
    attend_step_kernel[(rows * kv_heads,)](
        q.contiguous(), keys, values, position, y, keys.shape[2], head_dim**-0.5,
        KV_HEADS=kv_heads, GROUP=group, D=head_dim, BLOCK=32, num_warps=2,
    )  # fmt: skip
    return y


def attend_step_slowly(q: Tensor, keys: Tensor, values: Tensor, position: Tensor) -> Tensor:
    known = torch.arange(keys.shape[2], device=q.device) <= position[:, None]
    return F.scaled_dot_product_attention(q, keys, values, attn_mask=known[:, None, None])
