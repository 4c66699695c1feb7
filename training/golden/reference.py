"""The M1 forward pass in float64 NumPy, written from the description of the authors' modules, one token at a time.

It shares no code with the engine or with the trainer: it is what both are checked against. Nothing here is fast.
Glossary: z gate, x input, B and C the state's input and output projections, dt the step size, h the state [d_inner, d_state].
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray


@dataclass(frozen=True)
class Shape:
    """What config.json and mamba_config.json say."""

    config: dict[str, Any]
    mamba: dict[str, Any]

    @property
    def head_dim(self) -> int:
        # The config's own head_dim is ignored, as in the authors' code.
        return self.config["hidden_size"] // self.config["num_attention_heads"]


def forward(shape: Shape, weights: dict[str, Array], tokens: list[int]) -> Array:
    """Logits after every token, [len(tokens), vocab_size], float64."""
    x = weights["model.embed_tokens.weight"][tokens]  # [T, d_model]
    for layer in range(shape.config["num_hidden_layers"]):
        is_attention = layer in shape.mamba["attn_layers"]
        settings = shape.config if is_attention else shape.mamba
        name = f"model.layers.{layer}"
        n = rms_norm(x, weights[f"{name}.input_layernorm.weight"], settings["rms_norm_eps"])
        mixer = attention if is_attention else mamba
        x = x + mixer(shape, weights, name, n)
        n = rms_norm(x, weights[f"{name}.post_attention_layernorm.weight"], settings["rms_norm_eps"])
        gate = silu(n @ weights[f"{name}.mlp.gate_proj.weight"].T)
        up = n @ weights[f"{name}.mlp.up_proj.weight"].T
        x = x + (gate * up) @ weights[f"{name}.mlp.down_proj.weight"].T
    x = rms_norm(x, weights["model.norm.weight"], shape.config["rms_norm_eps"])
    head = "model.embed_tokens.weight" if shape.config["tie_word_embeddings"] else "lm_head.weight"
    return x @ weights[head].T


def rms_norm(x: Array, weight: Array, eps: float) -> Array:
    return x / np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps) * weight


def silu(x: Array) -> Array:
    return x / (1 + np.exp(-x))


def softplus(x: Array) -> Array:
    """The identity above 20, as in PyTorch."""
    return np.where(x > 20, x, np.log1p(np.exp(np.minimum(x, 20))))


def mamba(shape: Shape, weights: dict[str, Array], name: str, n: Array) -> Array:
    """Mamba-1 with grouped heads; n and result [T, d_model]."""
    cfg = shape.mamba["ssm_cfg"]
    d_inner, d_xb = shape.mamba["d_inner"], shape.mamba["d_xb"]
    d_state, d_conv, dt_rank = cfg["d_state"], cfg["d_conv"], cfg["dt_rank"]
    heads, kept = d_inner // d_state, d_xb // d_state
    w = {key: weights[f"{name}.mamba.{key}"] for key in ("in_proj.weight", "conv1d.weight", "dt_proj.weight", "dt_proj.bias", "A_log", "D", "out_proj.weight")}

    projected = n @ w["in_proj.weight"].T
    z, x, b, c, dt_low = np.split(projected, np.cumsum([d_inner, d_xb, d_xb, d_inner]), axis=-1)

    def repeated(v: Array) -> Array:
        """[T, d_xb] to [T, d_inner]: each head of d_state channels stands heads/kept times in a row."""
        return np.repeat(v.reshape(-1, kept, d_state), heads // kept, axis=1).reshape(-1, d_inner)

    b = repeated(b)
    before = cfg.get("repeat_kv_before_conv", True)
    x = repeated(x) if before else x
    padded = np.concatenate([np.zeros((d_conv - 1, x.shape[1])), x])
    kernel = w["conv1d.weight"][:, 0, :]  # [channels, d_conv]
    conv = np.stack([(padded[t : t + d_conv].T * kernel).sum(axis=1) for t in range(len(x))])
    if cfg.get("conv_bias", True):
        conv = conv + weights[f"{name}.mamba.conv1d.bias"]
    x = silu(conv)
    x = x if before else repeated(x)

    # The bias counts twice: once in dt_proj, once inside the authors' scan.
    dt = softplus(dt_low @ w["dt_proj.weight"].T + 2 * w["dt_proj.bias"])  # [T, d_inner]
    a = -np.exp(w["A_log"])  # [d_inner, d_state]
    h = np.zeros((d_inner, d_state))
    out = np.zeros_like(x)
    head_of = np.arange(d_inner) // d_state
    for t in range(len(x)):
        b_t = b[t].reshape(heads, d_state)[head_of]  # [d_inner, d_state]
        c_t = c[t].reshape(heads, d_state)[head_of]
        h = np.exp(dt[t][:, None] * a) * h + (dt[t] * x[t])[:, None] * b_t
        out[t] = (h * c_t).sum(axis=1) + w["D"] * x[t]
    result = (out * silu(z)) @ w["out_proj.weight"].T
    if cfg.get("out_proj_bias", False):
        result = result + weights[f"{name}.mamba.out_proj.bias"]
    return result


def attention(shape: Shape, weights: dict[str, Array], name: str, n: Array) -> Array:
    """Grouped-query causal attention with RoPE from position 0; n and result [T, d_model]."""
    heads, kv_heads, head_dim = shape.config["num_attention_heads"], shape.config["num_key_value_heads"], shape.head_dim
    steps = len(n)
    projected = n @ weights[f"{name}.mha.in_proj.weight"].T
    q, k, v = np.split(projected, np.cumsum([heads * head_dim, kv_heads * head_dim]), axis=-1)
    q = rope(q.reshape(steps, heads, head_dim), shape.config["rope_theta"])
    k = rope(k.reshape(steps, kv_heads, head_dim), shape.config["rope_theta"])
    v = v.reshape(steps, kv_heads, head_dim)
    out = np.zeros((steps, heads, head_dim))
    for head in range(heads):
        kv = head // (heads // kv_heads)
        scores = q[:, head] @ k[:, kv].T / np.sqrt(head_dim)
        scores = np.where(np.tril(np.ones((steps, steps), dtype=bool)), scores, -np.inf)
        weights_t = np.exp(scores - scores.max(axis=-1, keepdims=True))
        out[:, head] = weights_t / weights_t.sum(axis=-1, keepdims=True) @ v[:, kv]
    return out.reshape(steps, heads * head_dim) @ weights[f"{name}.mha.out_proj.weight"].T


def rope(x: Array, theta: float) -> Array:
    """Rotates pairs (j, j + head_dim / 2) of [T, heads, head_dim]; rope_scaling is ignored, as in the authors' code."""
    half = x.shape[-1] // 2
    angle = np.arange(len(x))[:, None, None] * theta ** (-np.arange(half) / half)
    first, second = x[..., :half], x[..., half:]
    return np.concatenate([first * np.cos(angle) - second * np.sin(angle), second * np.cos(angle) + first * np.sin(angle)], axis=-1)
