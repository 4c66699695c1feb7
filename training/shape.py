"""The shape of an M1 hybrid and the two configuration files that describe it. Knows no tensors.

Glossary (paper symbol, name here): D d_model, E*D d_inner, N d_state, R dt_rank; x and B are computed for d_xb channels
and repeated over d_inner / d_xb groups of heads. Heads of a Mamba layer are d_state wide.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any

CONTEXT_LENGTH = 2048


@dataclass(frozen=True)
class ModelShape:
    """The default is the bundled model: 22.5 million parameters, so that its int8 file stays below 24 MB."""

    vocab_size: int = 512
    d_model: int = 512
    n_layer: int = 8
    attn_layers: tuple[int, ...] = (2, 6)
    heads: int = 8
    kv_heads: int = 4
    rope_theta: float = 10000.0
    d_inner: int = 512
    d_xb: int = 256
    d_state: int = 16
    d_conv: int = 4
    dt_rank: int = 32
    d_mlp: int = 1152
    norm_eps: float = 1e-5

    def __post_init__(self) -> None:
        if self.d_model % self.heads or self.heads % self.kv_heads:
            raise ValueError("heads must divide d_model and kv_heads must divide heads")
        if self.d_inner % self.d_xb or self.d_xb % self.d_state:
            raise ValueError("d_xb must divide d_inner and d_state must divide d_xb")

    @property
    def head_dim(self) -> int:
        return self.d_model // self.heads

    @property
    def repeat(self) -> int:
        """Inner heads that share one head of x and B."""
        return self.d_inner // self.d_xb

    @property
    def in_proj_rows(self) -> tuple[int, int, int, int, int]:
        """Rows of a Mamba layer's in_proj: z, x, B, C, dt."""
        return (self.d_inner, self.d_xb, self.d_xb, self.d_inner, self.dt_rank)

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @staticmethod
    def from_dict(fields: dict[str, Any]) -> "ModelShape":
        return ModelShape(**{**fields, "attn_layers": tuple(fields["attn_layers"])})

    @staticmethod
    def from_configs(llama: dict[str, Any], mamba: dict[str, Any]) -> "ModelShape":
        """The inverse of `llama_config` and `mamba_config`."""
        ssm = mamba["ssm_cfg"]
        return ModelShape(
            vocab_size=llama["vocab_size"],
            d_model=llama["hidden_size"],
            n_layer=llama["num_hidden_layers"],
            attn_layers=tuple(mamba["attn_layers"]),
            heads=llama["num_attention_heads"],
            kv_heads=llama["num_key_value_heads"],
            rope_theta=llama["rope_theta"],
            d_inner=mamba["d_inner"],
            d_xb=mamba["d_xb"],
            d_state=ssm["d_state"],
            d_conv=ssm["d_conv"],
            dt_rank=ssm["dt_rank"],
            d_mlp=llama["intermediate_size"],
            norm_eps=llama["rms_norm_eps"],
        )

    def llama_config(self, eos_token_id: int) -> dict[str, Any]:
        """config.json."""
        return {
            "architectures": ["LlamaForCausalLM"],
            "model_type": "llama",
            "vocab_size": self.vocab_size,
            "hidden_size": self.d_model,
            "intermediate_size": self.d_mlp,
            "num_hidden_layers": self.n_layer,
            "num_attention_heads": self.heads,
            "num_key_value_heads": self.kv_heads,
            "hidden_act": "silu",
            "rms_norm_eps": self.norm_eps,
            "rope_theta": self.rope_theta,
            "tie_word_embeddings": True,
            "max_position_embeddings": CONTEXT_LENGTH,
            "eos_token_id": eos_token_id,
        }

    def mamba_config(self) -> dict[str, Any]:
        """mamba_config.json, as the authors' converter writes it."""
        return {
            "d_model": self.d_model,
            "ssm_cfg": {
                "expand": 1,
                "d_state": self.d_state,
                "d_conv": self.d_conv,
                "dt_rank": self.dt_rank,
                "ngroups": self.d_inner // self.d_state,
                "repeat_kv_before_conv": True,
                "conv_bias": True,
                "out_proj_bias": False,
            },
            "intermediate_size": self.d_mlp,
            "hidden_act": "silu",
            "n_layer": self.n_layer,
            "attn_layers": list(self.attn_layers),
            "d_inner": self.d_inner,
            "d_xb": self.d_xb,
            "rms_norm_eps": self.norm_eps,
        }


BUNDLED = ModelShape()
# Small enough for a few training steps on a CPU; still every kind of layer, with repeated heads.
TOY = replace(BUNDLED, d_model=64, n_layer=3, attn_layers=(1,), heads=4, kv_heads=2, d_inner=64, d_xb=32, dt_rank=8, d_mlp=128)
SHAPES = {"bundled": BUNDLED, "toy": TOY}
