"""M1's start of a hybrid from a transformer (arXiv 2504.10449, section 3.1): attention read as a linear recurrence.

x takes V's rows, B takes K's, C takes Q's, and out_proj takes the output's; z, dt and the convolution stay fresh, as do
A_log = log(1..N) and D = 1. Embedding, norms, MLPs and the attention layers that stay are copied. Knows no training.

Heads of attention are head_dim wide, heads of Mamba d_state wide, so a query head falls into head_dim / d_state slices.
In Mamba the inner heads that read one head of B and x lie side by side (h reads h // repeat); in attention all slices of
a query head do. With Q's rows in plain order, as in the authors' code, slice 1 of a query would meet slice 0 of its key.
Here Q's rows, and the output's columns with them, are ordered so that slice s of a query head meets slice s of the key
and value head that it had: inner head (g * slices + s) * repeat + r is slice s of the r-th query head of group g.
"""

import torch
from torch import Tensor

from training.model import Attention, HybridModel, Mamba
from training.shape import ModelShape


def hybrid_from_transformer(teacher: HybridModel, shape: ModelShape) -> HybridModel:
    """A hybrid of `shape` that begins with the teacher's weights; the teacher has attention at least where `shape` has."""
    check_shapes(teacher.shape, shape)
    hybrid = HybridModel(shape)
    own = hybrid.state_dict()
    own.update({name: value for name, value in teacher.state_dict().items() if name in own})
    hybrid.load_state_dict(own)
    for source, target in zip(teacher.model["layers"], hybrid.model["layers"], strict=True):
        if not target.is_attention:
            copy_attention(source.mha, target.mamba)
    return hybrid


def check_shapes(teacher: ModelShape, shape: ModelShape) -> None:
    q_rows, kv_rows = teacher.heads * teacher.head_dim, teacher.kv_heads * teacher.head_dim
    if len(teacher.attn_layers) != teacher.n_layer:
        raise ValueError("the teacher must be all attention: train it with --stage teacher")
    if (shape.d_inner, shape.d_xb) != (q_rows, kv_rows) or teacher.head_dim % shape.d_state:
        raise ValueError(
            f"attention of {q_rows} query and {kv_rows} key rows cannot become Mamba of d_inner {shape.d_inner}, "
            f"d_xb {shape.d_xb}, d_state {shape.d_state}: train a teacher of the hybrid's --shape"
        )


def query_order(heads: int, kv_heads: int, head_dim: int, d_state: int) -> Tensor:
    """For each channel of d_inner the row of Q that it takes, [heads * head_dim]."""
    rows = torch.arange(heads * head_dim).view(kv_heads, heads // kv_heads, head_dim // d_state, d_state)
    return rows.transpose(1, 2).flatten()


@torch.no_grad()
def copy_attention(mha: Attention, mamba: Mamba) -> None:
    shape = mha.shape
    order = query_order(shape.heads, shape.kv_heads, shape.head_dim, mamba.shape.d_state)
    kv_rows = shape.kv_heads * shape.head_dim
    q, k, v = mha.in_proj.weight.split((shape.heads * shape.head_dim, kv_rows, kv_rows))
    _, x, b, c, _ = mamba.in_proj.weight.split(mamba.shape.in_proj_rows)  # views: written in place
    x.copy_(v)
    b.copy_(k)
    c.copy_(q[order])
    mamba.out_proj.weight.copy_(mha.out_proj.weight[:, order])
