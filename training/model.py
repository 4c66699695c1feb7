"""The M1 hybrid (arXiv 2504.10449; github jxiw/M1, mamba/hybrid_*.py), for packed training rows.

A row holds several documents; `positions` counts from 0 within each, and attention, convolution and scan reset there:
nothing leaks. Tensor names are the checkpoint's. Knows no data, loss or optimiser; step-by-step decoding is in
`decode.py`. Glossary in `shape.py`.
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.scan import selective_scan
from training.shape import CONTEXT_LENGTH, ModelShape


class RmsNorm(nn.Module):
    def __init__(self, width: int, eps: float) -> None:
        super().__init__()
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, x: Tensor) -> Tensor:
        wide = x.to(torch.promote_types(x.dtype, torch.float32))
        return (wide * torch.rsqrt(wide.square().mean(-1, keepdim=True) + self.eps) * self.weight).to(x.dtype)


class Mlp(nn.Module):
    def __init__(self, shape: ModelShape) -> None:
        super().__init__()
        self.gate_proj = nn.Linear(shape.d_model, shape.d_mlp, bias=False)
        self.up_proj = nn.Linear(shape.d_model, shape.d_mlp, bias=False)
        self.down_proj = nn.Linear(shape.d_mlp, shape.d_model, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))


class Mamba(nn.Module):
    def __init__(self, shape: ModelShape) -> None:
        super().__init__()
        self.shape = shape
        self.in_proj = nn.Linear(shape.d_model, sum(shape.in_proj_rows), bias=False)
        # Depthwise; kept as a module only for the names conv1d.weight [d_inner, 1, d_conv] and conv1d.bias.
        self.conv1d = nn.Conv1d(shape.d_inner, shape.d_inner, shape.d_conv, groups=shape.d_inner)
        self.dt_proj = nn.Linear(shape.dt_rank, shape.d_inner)
        self.A_log = nn.Parameter(torch.empty(shape.d_inner, shape.d_state))
        self.D = nn.Parameter(torch.ones(shape.d_inner))
        self.out_proj = nn.Linear(shape.d_inner, shape.d_model, bias=False)

    def split(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """z, x (repeated to d_inner by whole heads), B [.., d_xb], C and the low-rank dt of x [.., d_model]."""
        z, x, b, c, low = self.in_proj(x).split(self.shape.in_proj_rows, dim=-1)
        heads = x.unflatten(-1, (-1, self.shape.d_state)).repeat_interleave(self.shape.repeat, dim=-2)
        return z, heads.flatten(-2), b, c, low

    def convolve(self, x: Tensor, positions: Tensor) -> Tensor:
        """Causal, within documents; x [batch, time, d_inner]; positions [batch, time]."""
        weight, out = self.conv1d.weight, self.conv1d.bias
        for back in range(self.shape.d_conv):
            shifted = F.pad(x, (0, 0, back, 0))[:, : x.shape[1]]
            inside = (positions >= back).unsqueeze(-1)
            out = out + weight[:, 0, self.shape.d_conv - 1 - back] * torch.where(inside, shifted, 0)
        return F.silu(out).to(x.dtype)

    def forward(self, x: Tensor, positions: Tensor) -> Tensor:
        z, x, b, c, low = self.split(x)
        x = self.convolve(x, positions)
        # M1 adds the dt bias twice. Both times are left to the scan, in f32: under autocast the product alone is small
        # and loses little in bf16, where product and bias together would lose a percent of dt.
        raw = F.linear(low, self.dt_proj.weight)
        y = selective_scan(raw, x, b, c, 2 * self.dt_proj.bias, self.A_log, self.D, positions == 0)
        return self.out_proj(y * F.silu(z))


class Attention(nn.Module):
    def __init__(self, shape: ModelShape) -> None:
        super().__init__()
        self.shape = shape
        rows = (shape.heads + 2 * shape.kv_heads) * shape.head_dim
        self.in_proj = nn.Linear(shape.d_model, rows, bias=False)
        self.out_proj = nn.Linear(shape.d_model, shape.d_model, bias=False)

    def qkv(self, x: Tensor, cos: Tensor, sin: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """q [batch, heads, time, head_dim], k and v [batch, kv_heads, time, head_dim]; q and k rotated."""
        shape = self.shape
        heads = self.in_proj(x).unflatten(-1, (-1, shape.head_dim)).transpose(1, 2)
        q, k, v = heads.split((shape.heads, shape.kv_heads, shape.kv_heads), dim=1)
        return rotate(q, cos, sin), rotate(k, cos, sin), v

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, mask: Tensor) -> Tensor:
        q, k, v = self.qkv(x, cos, sin)
        group = self.shape.heads // self.shape.kv_heads
        k, v = k.repeat_interleave(group, dim=1), v.repeat_interleave(group, dim=1)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)  # scale 1 / sqrt(head_dim)
        return self.out_proj(y.transpose(1, 2).flatten(2))


def rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """RoPE over pairs (j, j + head_dim / 2); cos, sin [batch, 1, time, head_dim / 2]."""
    a, b = x.chunk(2, dim=-1)
    return torch.cat((a * cos - b * sin, b * cos + a * sin), dim=-1).to(x.dtype)


class Layer(nn.Module):
    def __init__(self, shape: ModelShape, index: int) -> None:
        super().__init__()
        self.is_attention = index in shape.attn_layers
        self.input_layernorm = RmsNorm(shape.d_model, shape.norm_eps)
        self.post_attention_layernorm = RmsNorm(shape.d_model, shape.norm_eps)
        self.mlp = Mlp(shape)
        if self.is_attention:
            self.mha = Attention(shape)
        else:
            self.mamba = Mamba(shape)


class HybridModel(nn.Module):
    def __init__(self, shape: ModelShape, context: int = CONTEXT_LENGTH) -> None:
        super().__init__()
        self.shape = shape
        self.model = nn.ModuleDict(
            {
                "embed_tokens": nn.Embedding(shape.vocab_size, shape.d_model),
                "layers": nn.ModuleList(Layer(shape, i) for i in range(shape.n_layer)),
                "norm": RmsNorm(shape.d_model, shape.norm_eps),
            }
        )
        cos, sin = rope_tables(context, shape.head_dim, shape.rope_theta)
        self.register_buffer("cos", cos, persistent=False)
        self.register_buffer("sin", sin, persistent=False)
        initialise(self)

    def forward(self, tokens: Tensor, positions: Tensor) -> Tensor:
        """Logits [batch, time, vocab_size]; tokens and positions [batch, time] int64, positions from 0 per document."""
        x = self.model["embed_tokens"](tokens)
        if torch.is_autocast_enabled(x.device.type):
            x = x.to(torch.get_autocast_dtype(x.device.type))  # the residual stream: half the traffic of f32
        cos, sin = self.cos[positions].unsqueeze(1), self.sin[positions].unsqueeze(1)
        mask = document_mask(positions)
        for layer in self.model["layers"]:
            n = layer.input_layernorm(x)
            x = x + (layer.mha(n, cos, sin, mask) if layer.is_attention else layer.mamba(n, positions))
            x = x + layer.mlp(layer.post_attention_layernorm(x))
        return self.unembed(x)

    def unembed(self, x: Tensor) -> Tensor:
        return F.linear(self.model["norm"](x), self.model["embed_tokens"].weight)


def document_mask(positions: Tensor) -> Tensor:
    """[batch, 1, time, time], true where a query may look: earlier or same token of the same document."""
    document = (positions == 0).cumsum(-1)
    same = document.unsqueeze(-1) == document.unsqueeze(-2)
    return same.tril().unsqueeze(1)


def rope_tables(length: int, head_dim: int, theta: float) -> tuple[Tensor, Tensor]:
    """cos and sin [length, head_dim / 2], f32, angles made in f64."""
    inverse = theta ** (-torch.arange(0, head_dim, 2, dtype=torch.float64) / head_dim)
    angles = torch.arange(length, dtype=torch.float64)[:, None] * inverse
    return angles.cos().float(), angles.sin().float()


def initialise(model: HybridModel) -> None:
    """Normal 0.02, outputs into the residual stream smaller; Mamba as M1: A_log = log(1..N), D = 1, dt in [1e-3, 0.1]."""
    shape = model.shape
    residual = 0.02 / math.sqrt(2 * shape.n_layer)
    for name, parameter in model.named_parameters():
        if name.endswith(("out_proj.weight", "down_proj.weight")):
            nn.init.normal_(parameter, std=residual)
        elif parameter.ndim == 2:
            nn.init.normal_(parameter, std=0.02)
    for layer in model.model["layers"]:
        if layer.is_attention:
            continue
        mamba = layer.mamba
        with torch.no_grad():
            mamba.A_log.copy_(torch.log(torch.arange(1, shape.d_state + 1).float()).expand_as(mamba.A_log))
            nn.init.uniform_(mamba.dt_proj.weight, -(shape.dt_rank**-0.5), shape.dt_rank**-0.5)
            dt = torch.exp(torch.empty(shape.d_inner).uniform_(math.log(1e-3), math.log(0.1)))
            # The inverse of softplus, halved because the bias counts twice.
            mamba.dt_proj.bias.copy_((dt + torch.log(-torch.expm1(-dt))) / 2)
