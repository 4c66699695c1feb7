"""Step-by-step decoding with recurrent state: greedy answers for evaluation, and the slow reference of `model.py`.

All rows advance together from position 0; a row still inside its prompt is fed the prompt. Knows ids, not text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from training.model import Attention, HybridModel, Mamba


@dataclass
class MambaState:
    conv: Tensor  # [batch, d_conv - 1, d_inner], repeated x before activation, oldest first
    scan: Tensor  # [batch, d_inner, d_state] f32


@dataclass
class AttentionState:
    keys: Tensor  # [batch, kv_heads, length, head_dim]
    values: Tensor


class Decoder:
    """One sequence per row; `step` feeds one token to each and returns the logits after it."""

    def __init__(self, model: HybridModel, batch: int, length: int) -> None:
        self.model = model
        self.position = 0
        weight = model.model["embed_tokens"].weight
        shape = model.shape

        def zeros(*size: int, dtype: torch.dtype = weight.dtype) -> Tensor:
            return torch.zeros(batch, *size, dtype=dtype, device=weight.device)

        self.states: list[MambaState | AttentionState] = []
        for layer in model.model["layers"]:
            if layer.is_attention:
                cache = (shape.kv_heads, length, shape.head_dim)
                self.states.append(AttentionState(zeros(*cache), zeros(*cache)))
            else:
                wide = torch.promote_types(weight.dtype, torch.float32)
                scan = zeros(shape.d_inner, shape.d_state, dtype=wide)
                self.states.append(MambaState(zeros(shape.d_conv - 1, shape.d_inner), scan))

    @torch.no_grad()
    def step(self, tokens: Tensor) -> Tensor:
        """Logits [batch, vocab_size] after tokens [batch]."""
        modules = self.model.model
        x = modules["embed_tokens"](tokens)
        for layer, state in zip(modules["layers"], self.states, strict=True):
            n = layer.input_layernorm(x)
            x = x + (mamba_step(layer.mamba, n, state) if isinstance(state, MambaState) else self._attend(layer.mha, n, state))
            x = x + layer.mlp(layer.post_attention_layernorm(x))
        self.position += 1
        return self.model.unembed(x)

    def _attend(self, mha: Attention, x: Tensor, state: AttentionState) -> Tensor:
        at = self.position
        cos, sin = self.model.cos[at], self.model.sin[at]
        q, k, v = mha.qkv(x.unsqueeze(1), cos, sin)
        state.keys[:, :, at], state.values[:, :, at] = k[:, :, 0], v[:, :, 0]
        # Query heads that share a key head stand as queries of it, so that the cache is not copied once a head.
        queries = q.squeeze(2).unflatten(1, (self.model.shape.kv_heads, -1))  # [batch, kv_heads, group, head_dim]
        y = F.scaled_dot_product_attention(queries, state.keys[:, :, : at + 1], state.values[:, :, : at + 1])
        return mha.out_proj(y.flatten(1))


def mamba_step(mamba: Mamba, x: Tensor, state: MambaState) -> Tensor:
    """x [batch, d_model] to [batch, d_model]; moves the state on."""
    shape = mamba.shape
    z, x, b, c, low = mamba.split(x)
    window = torch.cat((state.conv, x.unsqueeze(1)), dim=1)  # [batch, d_conv, d_inner]
    state.conv = window[:, 1:]
    x = F.silu(torch.einsum("bke,ek->be", window, mamba.conv1d.weight[:, 0]) + mamba.conv1d.bias)
    dt = F.softplus((mamba.dt_proj(low) + mamba.dt_proj.bias).to(state.scan.dtype))  # the bias a second time

    def per_channel(heads: Tensor, repeat: int) -> Tensor:
        """[batch, heads * d_state] to [batch, d_inner, d_state]."""
        return heads.unflatten(-1, (-1, shape.d_state)).repeat_interleave(repeat * shape.d_state, dim=1)

    decay = torch.exp(dt.unsqueeze(-1) * -torch.exp(mamba.A_log))
    state.scan = decay * state.scan + (dt * x).unsqueeze(-1) * per_channel(b, shape.repeat)
    y = (state.scan * per_channel(c, 1)).sum(-1) + mamba.D * x
    return mamba.out_proj(y.to(z.dtype) * F.silu(z))


@torch.no_grad()
def decode_greedily(model: HybridModel, prompts: Sequence[Sequence[int]], end: int, length: int) -> list[list[int]]:
    """The completion of each prompt without `end`; prompt and completion together hold at most `length` tokens."""
    device = model.model["embed_tokens"].weight.device
    rows = torch.zeros(len(prompts), length, dtype=torch.int64)
    for row, prompt in enumerate(prompts):
        rows[row, : len(prompt)] = torch.tensor(prompt)
    sizes = torch.tensor([len(prompt) for prompt in prompts], device=device)
    rows = rows.to(device)
    ends = torch.full_like(sizes, length)
    decoder = Decoder(model, len(prompts), length)
    for at in range(length - 1):
        drawn = decoder.step(rows[:, at]).argmax(-1)
        writing = at + 1 >= sizes
        rows[:, at + 1] = torch.where(writing, drawn, rows[:, at + 1])
        ends = torch.where(writing & (drawn == end) & (ends == length), at + 1, ends)
        if at % 32 == 31 and bool((ends < length).all()):
            break
    return [row[start:stop] for row, start, stop in zip(rows.tolist(), sizes.tolist(), ends.tolist(), strict=True)]
