"""The model one token at a time, every row at a position of its own, in place and of fixed shape.

A frozen copy of the weights in the dtype that decodes fastest, with the caches of all rows; a row starts anew by
`restart` alone, so rows of different age run side by side. The slow reference is `decode.py`. Knows ids and logits,
not how a token is chosen.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.model import Attention, HybridModel, Mamba
from training.shape import ModelShape
from training.step_ops import attend_step, scan_step


class StepModel:
    def __init__(self, shape: ModelShape, rows: int, length: int, device: str, dtype: torch.dtype) -> None:
        """dtype: of matrices, activations and keys; scan states, norms and scan parameters keep at least f32."""
        self.network = HybridModel(shape, length).requires_grad_(False).to(device, torch.promote_types(dtype, torch.float32))
        for name, parameter in self.network.named_parameters():
            if is_matrix(name, parameter):
                parameter.data = parameter.data.to(dtype)
        # A row's recurrent state, all zero at its start: conv inputs, oldest first, and scan states. Keys and values
        # need no reset: a position is read only after it was written.
        self.recurrent: list[Tensor] = []
        self.caches: list[tuple[Tensor, Tensor]] = []  # a layer: (conv, scan) or (keys, values)
        for layer in self.network.model["layers"]:
            if layer.is_attention:
                keys = torch.zeros(rows, shape.kv_heads, length, shape.head_dim, device=device, dtype=dtype)
                self.caches.append((keys, torch.zeros_like(keys)))
            else:
                wide = torch.promote_types(dtype, torch.float32)
                conv = torch.zeros(rows, shape.d_conv - 1, shape.d_inner, device=device, dtype=dtype)
                scan = torch.zeros(rows, shape.d_inner, shape.d_state, device=device, dtype=wide)
                self.caches.append((conv, scan))
                self.recurrent += (conv, scan)
        self.row_index = torch.arange(rows, device=device)

    @torch.no_grad()
    def copy_weights(self, model: nn.Module) -> None:
        """From a model of the same shape, into the same memory: a captured graph sees them."""
        for own, given in zip(self.network.parameters(), model.parameters(), strict=True):
            own.copy_(given)

    @torch.no_grad()
    def restart(self, rows: Tensor) -> None:
        """The given rows [count] int64 begin at position 0 again."""
        for state in self.recurrent:
            state.index_fill_(0, rows, 0)

    @torch.no_grad()
    def step(self, tokens: Tensor, position: Tensor) -> Tensor:
        """Logits [rows, vocab_size] after tokens [rows], each at its row's position [rows] int64."""
        modules = self.network.model
        x = modules["embed_tokens"](tokens)
        cos, sin = (table[position][:, None, None] for table in (self.network.cos, self.network.sin))
        for layer, cache in zip(modules["layers"], self.caches, strict=True):
            n = layer.input_layernorm(x)
            if layer.is_attention:
                x = x + self._attend(layer.mha, n, cache, position, cos, sin)
            else:
                x = x + mix(layer.mamba, n, cache)
            x = x + layer.mlp(layer.post_attention_layernorm(x))
        return self.network.unembed(x)

    def _attend(
        self, mha: Attention, x: Tensor, cache: tuple[Tensor, Tensor], position: Tensor, cos: Tensor, sin: Tensor
    ) -> Tensor:
        keys, values = cache
        q, k, v = mha.qkv(x.unsqueeze(1), cos, sin)
        keys[self.row_index, :, position] = k[:, :, 0]
        values[self.row_index, :, position] = v[:, :, 0]
        grouped = q.squeeze(2).unflatten(1, (mha.shape.kv_heads, -1))
        return mha.out_proj(attend_step(grouped, keys, values, position).flatten(1))


def mix(mamba: Mamba, x: Tensor, cache: tuple[Tensor, Tensor]) -> Tensor:
    """x [rows, d_model] to the same shape; moves the cache on."""
    conv, scan = cache
    z, x, b, c, low = mamba.split(x)
    window = torch.cat((conv, x.unsqueeze(1)), dim=1)  # [rows, d_conv, d_inner]
    conv.copy_(window[:, 1:])
    x = F.silu((window * mamba.conv1d.weight[:, 0].T).sum(1) + mamba.conv1d.bias).to(z.dtype)
    raw = F.linear(low, mamba.dt_proj.weight)
    y = scan_step(raw, x, b, c, 2 * mamba.dt_proj.bias, mamba.A_log, mamba.D, scan)  # M1 counts the dt bias twice
    return mamba.out_proj(y * F.silu(z))


def is_matrix(name: str, parameter: Tensor) -> bool:
    """What autocast would multiply in bf16, and the embedding."""
    return parameter.ndim == 2 and name.endswith(".weight")
