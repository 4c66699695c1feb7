"""Triton kernels of the selective scan. Knows no autograd; `scan.py` wraps them.

Thread-to-data mapping: one program walks one sequence for one head: a state tile [N, E] of d_state x 16 f32 in
registers, states along the rows, so that the sum over states that gives y stays mostly inside a thread. Time is
unrolled CHUNK steps at a time; the loads of a chunk are issued before its arithmetic. The forward kernel saves the
state only at the start of each chunk; the backward kernel recomputes a chunk's states into registers.

Shapes: raw, x, c, y [batch, time, d_inner]; b [batch, time, d_xb]; states [batch, time / CHUNK, heads, N, E] f32.
"""

import triton
import triton.language as tl

# Chosen by bench_scan.py.
CHUNK = 4
FORWARD_WARPS = 1
BACKWARD_WARPS = 1


@triton.jit
def _softplus(value):
    return tl.where(value > 20.0, value, tl.log(1.0 + tl.exp(tl.minimum(value, 20.0))))


@triton.jit
def scan_forward_kernel(
    raw_ptr, x_ptr, b_ptr, c_ptr, bias_ptr, a_log_ptr, d_ptr, starts_ptr, y_ptr, states_ptr, time,
    HEADS: tl.constexpr, REPEAT: tl.constexpr, N: tl.constexpr, CHUNK: tl.constexpr,
):  # fmt: skip
    batch = (tl.program_id(0) // HEADS).to(tl.int64)
    head = tl.program_id(0) % HEADS
    n = tl.arange(0, N)
    e = tl.arange(0, N)  # a head is as wide as its state
    channel = head * N + e
    tile = n[:, None] * N + e[None, :]
    a = -tl.exp(tl.load(a_log_ptr + channel[None, :] * N + n[:, None]))  # [N, E]
    bias = tl.load(bias_ptr + channel)
    d = tl.load(d_ptr + channel)
    d_inner: tl.constexpr = HEADS * N
    d_xb: tl.constexpr = HEADS // REPEAT * N
    state = tl.zeros([N, N], tl.float32)
    for chunk in range(time // CHUNK):
        tl.store(states_ptr + ((batch * (time // CHUNK) + chunk) * HEADS + head) * N * N + tile, state)
        row = batch * time + chunk * CHUNK
        raws = ()
        xs = ()
        bs = ()
        cs = ()
        keeps = ()
        for i in tl.static_range(CHUNK):
            raws += (tl.load(raw_ptr + (row + i) * d_inner + channel),)
            xs += (tl.load(x_ptr + (row + i) * d_inner + channel),)
            bs += (tl.load(b_ptr + (row + i) * d_xb + head // REPEAT * N + n),)
            cs += (tl.load(c_ptr + (row + i) * d_inner + head * N + n),)
            keeps += (1.0 - tl.load(starts_ptr + row + i).to(tl.float32),)
        for i in tl.static_range(CHUNK):
            x = xs[i].to(tl.float32)
            dt = _softplus(raws[i].to(tl.float32) + bias)
            decay = tl.exp(dt[None, :] * a)
            state = decay * keeps[i] * state + (dt * x)[None, :] * bs[i].to(tl.float32)[:, None]
            y = tl.sum(state * cs[i].to(tl.float32)[:, None], axis=0) + d * x
            tl.store(y_ptr + (row + i) * d_inner + channel, y)


@triton.jit
def scan_backward_kernel(
    raw_ptr, x_ptr, b_ptr, c_ptr, bias_ptr, a_log_ptr, d_ptr, starts_ptr, states_ptr, dy_ptr,
    draw_ptr, dx_ptr, db_ptr, dc_ptr, da_log_ptr, dd_ptr, time,
    HEADS: tl.constexpr, REPEAT: tl.constexpr, N: tl.constexpr, CHUNK: tl.constexpr,
):  # fmt: skip
    """db [batch, time, d_inner] is per inner head; da_log [batch, heads, N, E] and dd [batch, d_inner] per sequence."""
    batch = (tl.program_id(0) // HEADS).to(tl.int64)
    head = tl.program_id(0) % HEADS
    n = tl.arange(0, N)
    e = tl.arange(0, N)
    channel = head * N + e
    tile = n[:, None] * N + e[None, :]
    a = -tl.exp(tl.load(a_log_ptr + channel[None, :] * N + n[:, None]))  # [N, E]
    bias = tl.load(bias_ptr + channel)
    d = tl.load(d_ptr + channel)
    d_inner: tl.constexpr = HEADS * N
    d_xb: tl.constexpr = HEADS // REPEAT * N
    carry = tl.zeros([N, N], tl.float32)  # gradient of the state, handed back from later steps
    da = tl.zeros([N, N], tl.float32)
    dd = tl.zeros([N], tl.float32)
    for back in range(time // CHUNK):
        chunk = time // CHUNK - 1 - back
        row = batch * time + chunk * CHUNK
        state = tl.load(states_ptr + ((batch * (time // CHUNK) + chunk) * HEADS + head) * N * N + tile)
        raws = ()
        xs = ()
        bs = ()
        keeps = ()
        for i in tl.static_range(CHUNK):
            raws += (tl.load(raw_ptr + (row + i) * d_inner + channel),)
            xs += (tl.load(x_ptr + (row + i) * d_inner + channel),)
            bs += (tl.load(b_ptr + (row + i) * d_xb + head // REPEAT * N + n),)
            keeps += (1.0 - tl.load(starts_ptr + row + i).to(tl.float32),)
        states = (state,)
        for i in tl.static_range(CHUNK):
            dt = _softplus(raws[i].to(tl.float32) + bias)
            decay = tl.exp(dt[None, :] * a)
            drive = dt * xs[i].to(tl.float32)
            state = decay * keeps[i] * state + drive[None, :] * bs[i].to(tl.float32)[:, None]
            states += (state,)
        for i in tl.static_range(CHUNK - 1, -1, -1):
            x = xs[i].to(tl.float32)
            b = bs[i].to(tl.float32)
            c = tl.load(c_ptr + (row + i) * d_inner + head * N + n).to(tl.float32)
            dy = tl.load(dy_ptr + (row + i) * d_inner + channel).to(tl.float32)
            raw = raws[i].to(tl.float32) + bias
            dt = _softplus(raw)
            decay = tl.exp(dt[None, :] * a)
            grad = carry + c[:, None] * dy[None, :]  # of the state after step i
            from_before = grad * decay * keeps[i] * states[i]
            da += from_before * dt[None, :]
            through_b = tl.sum(grad * b[:, None], axis=0)
            ddt = tl.sum(from_before * a, axis=0) + x * through_b
            slope = tl.where(raw > 20.0, 1.0, 1.0 / (1.0 + tl.exp(-raw)))
            dd += dy * x
            tl.store(draw_ptr + (row + i) * d_inner + channel, ddt * slope)
            tl.store(dx_ptr + (row + i) * d_inner + channel, d * dy + dt * through_b)
            tl.store(db_ptr + (row + i) * d_inner + head * N + n, tl.sum(grad * (dt * x)[None, :], axis=1))
            tl.store(dc_ptr + (row + i) * d_inner + head * N + n, tl.sum(states[i + 1] * dy[None, :], axis=1))
            carry = grad * decay * keeps[i]
    tl.store(da_log_ptr + (batch * HEADS + head) * N * N + tile, da * a)
    tl.store(dd_ptr + batch * d_inner + channel, dd)
