"""Triton kernels of one decoding step, for thousands of rows, each at a position of its own. `step_ops.py` wraps them.

Both change or read caches in place, so that a CUDA graph can replay them; neither knows autograd.
"""

import triton
import triton.language as tl


@triton.jit
def scan_step_kernel(
    raw_ptr, x_ptr, b_ptr, c_ptr, bias_ptr, a_log_ptr, d_ptr, state_ptr, y_ptr,
    HEADS: tl.constexpr, REPEAT: tl.constexpr, N: tl.constexpr,
):  # fmt: skip
    """One program moves one head of one row: a tile [E, N] of N channels and N states, read and written once.

    raw, x, c, y [rows, d_inner]; b [rows, d_xb]; state [rows, d_inner, N] f32.
    """
    row = (tl.program_id(0) // HEADS).to(tl.int64)
    head = tl.program_id(0) % HEADS
    n = tl.arange(0, N)
    channel = head * N + tl.arange(0, N)
    d_inner: tl.constexpr = HEADS * N
    d_xb: tl.constexpr = HEADS // REPEAT * N
    own = channel[:, None] * N + n[None, :]
    a = -tl.exp(tl.load(a_log_ptr + own))
    x = tl.load(x_ptr + row * d_inner + channel).to(tl.float32)
    raw = tl.load(raw_ptr + row * d_inner + channel).to(tl.float32) + tl.load(bias_ptr + channel)
    dt = tl.where(raw > 20.0, raw, tl.log(1.0 + tl.exp(tl.minimum(raw, 20.0))))  # softplus
    b = tl.load(b_ptr + row * d_xb + head // REPEAT * N + n).to(tl.float32)
    c = tl.load(c_ptr + row * d_inner + head * N + n).to(tl.float32)
    at = state_ptr + row * d_inner * N + own
    state = tl.exp(dt[:, None] * a) * tl.load(at) + (dt * x)[:, None] * b[None, :]
    tl.store(at, state)
    y = tl.sum(state * c[None, :], axis=1) + tl.load(d_ptr + channel) * x
    tl.store(y_ptr + row * d_inner + channel, y.to(y_ptr.dtype.element_ty))


@triton.jit
def attend_step_kernel(
    q_ptr, keys_ptr, values_ptr, position_ptr, y_ptr, length, scale,
    KV_HEADS: tl.constexpr, GROUP: tl.constexpr, D: tl.constexpr, BLOCK: tl.constexpr,
):  # fmt: skip
    """One program attends with the GROUP queries that share one key head of one row, BLOCK keys at a time.

    Only positions up to the row's own are read. Products are plain sums: GROUP is too small for tensor cores.
    q, y [rows, KV_HEADS, GROUP, D]; keys, values [rows, KV_HEADS, length, D].
    """
    program = tl.program_id(0).to(tl.int64)
    count = tl.load(position_ptr + program // KV_HEADS).to(tl.int32) + 1
    d = tl.arange(0, D)
    own = program * GROUP * D + tl.arange(0, GROUP)[:, None] * D + d[None, :]
    q = tl.load(q_ptr + own).to(tl.float32) * scale
    peak = tl.full([GROUP], -float("inf"), tl.float32)
    total = tl.zeros([GROUP], tl.float32)
    y = tl.zeros([GROUP, D], tl.float32)
    for start in range(0, count, BLOCK):
        at = start + tl.arange(0, BLOCK)
        known = at < count
        cell = (program * length + at)[:, None] * D + d[None, :]
        keys = tl.load(keys_ptr + cell, mask=known[:, None], other=0.0).to(tl.float32)
        scores = tl.where(known[None, :], tl.sum(q[:, None, :] * keys[None, :, :], axis=2), -float("inf"))
        higher = tl.maximum(peak, tl.max(scores, axis=1))
        weights = tl.exp(scores - higher[:, None])
        fade = tl.exp(peak - higher)
        values = tl.load(values_ptr + cell, mask=known[:, None], other=0.0).to(tl.float32)
        y = y * fade[:, None] + tl.sum(weights[:, :, None] * values[None, :, :], axis=1)
        total = total * fade + tl.sum(weights, axis=1)
        peak = higher
    tl.store(y_ptr + own, (y / total[:, None]).to(y_ptr.dtype.element_ty))
