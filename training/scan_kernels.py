"""Triton kernels of the selective scan. Knows no autograd; `scan.py` wraps them.

Thread-to-data mapping: one program, of one warp, walks one sequence for one head: a state tile [N, E] of d_state x 16
f32 in registers, four states of two channels a lane, so that the sum over states that gives y stays mostly inside a
thread. (The order of `tile` in memory makes the compiler choose so.) Time is unrolled CHUNK steps at a time; the loads of a
chunk are issued before its arithmetic. The forward kernel saves the state only at the start of each chunk; the backward
kernel recomputes a chunk's states into registers, of which it has few enough for sixteen warps a multiprocessor.

Shapes: raw, x, c, y [batch, time, d_inner]; b [batch, time, d_xb]; states [batch, time / CHUNK, heads, E, N] f32.
"""

import os

import triton
import triton.language as tl
from triton.language.extra import libdevice

# Chosen by bench_scan.py: steps unrolled together, and registers that leave enough warps on a multiprocessor to hide latency.
CHUNK = 2
WARPS = 1
BACKWARD_REGISTERS = 128

IS_INTERPRETED = tl.constexpr(os.environ.get("TRITON_INTERPRET") == "1")

LOG2_E = tl.constexpr(1.4426950408889634)
LN_2 = tl.constexpr(0.6931471805599453)
# exp2 of this is exactly 0.
NEVER = tl.constexpr(-1.0e30)


@triton.jit
def _exp2(value):
    # libdevice's flushes denormals, which saves three instructions; the interpreter does not know it.
    if IS_INTERPRETED:
        return tl.exp2(value)
    else:  # noqa: RET505
        return libdevice.exp2(value)


@triton.jit
def _softplus(value):
    return tl.where(value > 20.0, value, LN_2 * tl.log2(1.0 + tl.exp2(LOG2_E * tl.minimum(value, 20.0))))


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
    # States lie along the threads' registers, channels across lanes: as the loads of A_log want it.
    tile = e[None, :] * N + n[:, None]
    a = -LOG2_E * tl.exp(tl.load(a_log_ptr + head * N * N + tile))  # [N, E], for exp2
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
        kills = ()
        for i in tl.static_range(CHUNK):
            raws += (tl.load(raw_ptr + (row + i) * d_inner + channel),)
            xs += (tl.load(x_ptr + (row + i) * d_inner + channel),)
            bs += (tl.load(b_ptr + (row + i) * d_xb + head // REPEAT * N + n),)
            cs += (tl.load(c_ptr + (row + i) * d_inner + head * N + n),)
            kills += (tl.load(starts_ptr + row + i).to(tl.float32) * NEVER,)
        for i in tl.static_range(CHUNK):
            x = xs[i].to(tl.float32)
            dt = _softplus(raws[i].to(tl.float32) + bias)
            decay = _exp2(dt[None, :] * a + kills[i])
            state = decay * state + (dt * x)[None, :] * bs[i].to(tl.float32)[:, None]
            y = tl.sum(state * cs[i].to(tl.float32)[:, None], axis=0) + d * x
            tl.store(y_ptr + (row + i) * d_inner + channel, y)


@triton.jit
def scan_backward_kernel(
    raw_ptr, x_ptr, b_ptr, c_ptr, bias_ptr, a_log_ptr, d_ptr, starts_ptr, states_ptr, dy_ptr,
    draw_ptr, dx_ptr, db_ptr, dc_ptr, da_log_ptr, dd_ptr, time,
    HEADS: tl.constexpr, REPEAT: tl.constexpr, N: tl.constexpr, CHUNK: tl.constexpr,
):  # fmt: skip
    """db [batch, time, d_inner] is per inner head; da_log [batch, heads, E, N] and dd [batch, d_inner] per sequence."""
    batch = (tl.program_id(0) // HEADS).to(tl.int64)
    head = tl.program_id(0) % HEADS
    n = tl.arange(0, N)
    e = tl.arange(0, N)
    channel = head * N + e
    tile = e[None, :] * N + n[:, None]
    a = -LOG2_E * tl.exp(tl.load(a_log_ptr + head * N * N + tile))
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
        dts = ()
        xs = ()
        bs = ()
        kills = ()
        for i in tl.static_range(CHUNK):
            dts += (_softplus(tl.load(raw_ptr + (row + i) * d_inner + channel).to(tl.float32) + bias),)
            xs += (tl.load(x_ptr + (row + i) * d_inner + channel),)
            bs += (tl.load(b_ptr + (row + i) * d_xb + head // REPEAT * N + n),)
            kills += (tl.load(starts_ptr + row + i).to(tl.float32) * NEVER,)
        states = (state,)
        for i in tl.static_range(CHUNK):
            decay = _exp2(dts[i][None, :] * a + kills[i])
            drive = dts[i] * xs[i].to(tl.float32)
            state = decay * state + drive[None, :] * bs[i].to(tl.float32)[:, None]
            states += (state,)
        for i in tl.static_range(CHUNK - 1, -1, -1):
            x = xs[i].to(tl.float32)
            b = bs[i].to(tl.float32)
            dt = dts[i]
            c = tl.load(c_ptr + (row + i) * d_inner + head * N + n).to(tl.float32)
            dy = tl.load(dy_ptr + (row + i) * d_inner + channel).to(tl.float32)
            tl.store(dc_ptr + (row + i) * d_inner + head * N + n, tl.sum(states[i + 1] * dy[None, :], axis=1))
            grad = carry + c[:, None] * dy[None, :]  # of the state after step i
            tl.store(db_ptr + (row + i) * d_inner + head * N + n, tl.sum(grad * (dt * x)[None, :], axis=1))
            through_b = tl.sum(grad * b[:, None], axis=0)
            carry = grad * _exp2(dt[None, :] * a + kills[i])
            from_before = carry * states[i]
            da += from_before * dt[None, :]
            ddt = LN_2 * tl.sum(from_before * a, axis=0) + x * through_b
            slope = 1.0 - tl.exp2(-LOG2_E * dt)  # of softplus: 1 - exp(-softplus(r)) is sigmoid(r)
            dd += dy * x
            tl.store(draw_ptr + (row + i) * d_inner + channel, ddt * slope)
            tl.store(dx_ptr + (row + i) * d_inner + channel, d * dy + dt * through_b)
    tl.store(da_log_ptr + (batch * HEADS + head) * N * N + tile, LN_2 * da * a)
    tl.store(dd_ptr + batch * d_inner + channel, dd)
