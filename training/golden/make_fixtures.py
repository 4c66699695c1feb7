"""Makes the engine's golden fixtures: tiny random checkpoints of several shapes with their float64 logits.

    python training/golden/make_fixtures.py engine/model/fixtures

Each folder is a checkpoint as Hugging Face holds it, plus golden.json {"tokens", "logits"}; the logits are computed from
the weights as stored (after rounding to the file's number format). Needs NumPy only.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from reference import Array, Shape, forward

TOKENS = 40


def base_config(**changes: Any) -> dict[str, Any]:
    config = {
        "architectures": ["LlamaForCausalLM"], "hidden_act": "silu", "hidden_size": 32, "intermediate_size": 48,
        "max_position_embeddings": 256, "num_attention_heads": 4, "num_hidden_layers": 4, "num_key_value_heads": 2,
        "rms_norm_eps": 1e-5, "rope_theta": 500000.0, "tie_word_embeddings": True, "vocab_size": 72, "eos_token_id": 1,
    }
    return {**config, **changes}


def base_mamba(config: dict[str, Any], ssm: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    mamba = {
        "d_model": config["hidden_size"], "d_inner": 32, "d_xb": 16, "intermediate_size": config["intermediate_size"],
        "hidden_act": "silu", "n_layer": config["num_hidden_layers"], "attn_layers": [1, 3], "rms_norm_eps": 1e-5,
        "ssm_cfg": {"d_state": 8, "d_conv": 4, "dt_rank": 4, **(ssm or {})},
    }
    return {**mamba, **changes}


def cases() -> dict[str, tuple[dict[str, Any], dict[str, Any], str, int]]:
    """Name to config, mamba_config, dtype of the matrices, number of shards."""
    tied = base_config()
    untied = base_config(tie_word_embeddings=False)
    narrow = base_config(hidden_size=48, num_attention_heads=6, num_key_value_heads=3, head_dim=999)
    return {
        "tied-f32": (tied, base_mamba(tied), "F32", 1),
        "untied-repeat-after-f32": (untied, base_mamba(untied, {"repeat_kv_before_conv": False}), "F32", 1),
        "wide-inner-f32": (narrow, base_mamba(narrow, {"d_state": 16, "dt_rank": 3}, d_inner=64, d_xb=32, rms_norm_eps=1e-6, intermediate_size=56), "F32", 1),
        "mixed-bf16-sharded": (untied, base_mamba(untied), "BF16", 3),
        "half-f16": (tied, base_mamba(tied, d_xb=32), "F16", 1),
        "all-mamba-f32": (tied, base_mamba(tied, attn_layers=[]), "F32", 1),
        "all-attention-f32": (tied, base_mamba(tied, attn_layers=[0, 1, 2, 3]), "F32", 1),
        "no-conv-bias-f32": (tied, base_mamba(tied, {"conv_bias": False, "out_proj_bias": True}), "F32", 1),
    }


def random_weights(config: dict[str, Any], mamba: dict[str, Any], rng: np.random.Generator) -> dict[str, Array]:
    d, vocab, ssm = config["hidden_size"], config["vocab_size"], mamba["ssm_cfg"]
    d_inner, d_xb = mamba["d_inner"], mamba["d_xb"]
    head_dim = d // config["num_attention_heads"]

    def matrix(rows: int, columns: int) -> Array:
        return rng.normal(0, 1.2 / np.sqrt(columns), (rows, columns))

    def near_one(n: int) -> Array:
        return rng.normal(1, 0.2, n)

    w = {"model.embed_tokens.weight": rng.normal(0, 1, (vocab, d)), "model.norm.weight": near_one(d)}
    if not config["tie_word_embeddings"]:
        w["lm_head.weight"] = matrix(vocab, d)
    for layer in range(config["num_hidden_layers"]):
        name = f"model.layers.{layer}"
        is_attention = layer in mamba["attn_layers"]
        mlp = (config if is_attention else mamba)["intermediate_size"]
        w[f"{name}.input_layernorm.weight"] = near_one(d)
        w[f"{name}.post_attention_layernorm.weight"] = near_one(d)
        w[f"{name}.mlp.gate_proj.weight"] = matrix(mlp, d)
        w[f"{name}.mlp.up_proj.weight"] = matrix(mlp, d)
        w[f"{name}.mlp.down_proj.weight"] = matrix(d, mlp)
        if is_attention:
            q, kv = config["num_attention_heads"] * head_dim, config["num_key_value_heads"] * head_dim
            w[f"{name}.mha.in_proj.weight"] = matrix(q + 2 * kv, d)
            w[f"{name}.mha.out_proj.weight"] = matrix(d, q)
            continue
        channels = d_inner if ssm.get("repeat_kv_before_conv", True) else d_xb
        w[f"{name}.mamba.in_proj.weight"] = matrix(2 * d_inner + 2 * d_xb + ssm["dt_rank"], d)
        w[f"{name}.mamba.conv1d.weight"] = rng.normal(0, 0.6, (channels, 1, ssm["d_conv"]))
        if ssm.get("conv_bias", True):
            w[f"{name}.mamba.conv1d.bias"] = rng.normal(0, 0.2, channels)
        w[f"{name}.mamba.dt_proj.weight"] = matrix(d_inner, ssm["dt_rank"])
        # Wide on purpose: real checkpoints reach softplus inputs from -55 to 36.
        w[f"{name}.mamba.dt_proj.bias"] = rng.normal(-1.5, 4, d_inner)
        w[f"{name}.mamba.A_log"] = np.log(np.arange(1, ssm["d_state"] + 1))[None, :] + rng.normal(0, 0.3, (d_inner, ssm["d_state"]))
        w[f"{name}.mamba.D"] = near_one(d_inner)
        w[f"{name}.mamba.out_proj.weight"] = matrix(d, d_inner)
        if ssm.get("out_proj_bias", False):
            w[f"{name}.mamba.out_proj.bias"] = rng.normal(0, 0.2, d)
    return w


def stored(name: str, values: Array, dtype: str) -> tuple[str, bytes, Array]:
    """The dtype, bytes and rounded values of a tensor in a file of the given dtype; A_log and D stay F32."""
    single = values.astype(np.float32)
    if dtype == "F32" or name.endswith(("A_log", ".D")):
        return "F32", single.tobytes(), single.astype(np.float64)
    if dtype == "F16":
        half = single.astype(np.float16)
        return "F16", half.tobytes(), half.astype(np.float64)
    bits = single.view(np.uint32)
    top = ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype(np.uint16)  # round to nearest even
    return "BF16", top.tobytes(), (top.astype(np.uint32) << 16).view(np.float32).astype(np.float64)


def write_safetensors(path: Path, tensors: dict[str, tuple[str, bytes, tuple[int, ...]]]) -> None:
    header: dict[str, Any] = {}
    offset = 0
    for name, (dtype, data, shape) in tensors.items():
        header[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [offset, offset + len(data)]}
        offset += len(data)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text + b"".join(data for _, data, _ in tensors.values()))


def write_case(folder: Path, config: dict[str, Any], mamba: dict[str, Any], dtype: str, shards: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    folder.mkdir(parents=True, exist_ok=True)
    rounded: dict[str, Array] = {}
    files: list[dict[str, tuple[str, bytes, tuple[int, ...]]]] = [{} for _ in range(shards)]
    for i, (name, values) in enumerate(random_weights(config, mamba, rng).items()):
        kind, data, rounded[name] = stored(name, values, dtype)
        files[i % shards][name] = (kind, data, values.shape)
    if shards == 1:
        write_safetensors(folder / "model.safetensors", files[0])
    else:
        names = [f"model-{i + 1:05d}-of-{shards:05d}.safetensors" for i in range(shards)]
        for name, tensors in zip(names, files):
            write_safetensors(folder / name, tensors)
        index = {"metadata": {"total_size": sum(len(d) for f in files for _, d, _ in f.values())}, "weight_map": {t: n for n, f in zip(names, files) for t in f}}
        (folder / "model.safetensors.index.json").write_text(json.dumps(index, indent=1))
    (folder / "config.json").write_text(json.dumps(config, indent=1))
    (folder / "mamba_config.json").write_text(json.dumps(mamba, indent=1))
    tokens = rng.integers(2, config["vocab_size"], TOKENS).tolist()
    logits = forward(Shape(config, mamba), rounded, tokens)
    golden = {"tokens": tokens, "logits": [[float(f"{v:.7g}") for v in row] for row in logits]}
    (folder / "golden.json").write_text(json.dumps(golden))
    print(f"{folder.name}: logits std {logits.std():.3f}, max {np.abs(logits).max():.2f}")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    for number, (name, case) in enumerate(cases().items()):
        write_case(target / name, *case, seed=number + 1)
