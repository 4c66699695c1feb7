"""M1's mapping: what a converted layer computes from its queries, keys and values, and what is copied as it is."""

from dataclasses import replace

import pytest
import torch

from training.conversion import hybrid_from_transformer, query_order
from training.model import HybridModel
from training.scan import scan_slowly
from training.shape import BUNDLED, TOY, ModelShape

# Query heads of 32 rows, so that each falls into two slices of d_state.
SHAPE = replace(TOY, d_model=128, heads=4, kv_heads=2, d_inner=128, d_xb=64)


def transformer(shape: ModelShape) -> HybridModel:
    torch.manual_seed(3)
    return HybridModel(replace(shape, attn_layers=tuple(range(shape.n_layer))))


def test_every_slice_of_a_query_meets_the_same_slice_of_its_key_and_value() -> None:
    """Without decay a Mamba head is linear attention: y(t) = sum over s <= t of (c(t) . b(s)) x(s)."""
    teacher = transformer(SHAPE)
    source, target = teacher.model["layers"][0].mha, hybrid_from_transformer(teacher, SHAPE).model["layers"][0].mamba
    hidden = torch.randn(1, 6, SHAPE.d_model)
    with torch.no_grad():
        _, x, b, c, _ = target.split(hidden)
        flat = torch.full((SHAPE.d_inner,), 0.5413)  # softplus of it is 1
        no_decay = torch.full((SHAPE.d_inner, SHAPE.d_state), -30.0)
        starts = torch.zeros(1, 6, dtype=torch.bool)
        y = scan_slowly(torch.zeros_like(c), x, b, c, flat, no_decay, torch.zeros(SHAPE.d_inner), starts)
        got = target.out_proj(y)

        q, k, v = (heads[0] for heads in source.qkv(hidden, torch.ones(6, 16), torch.zeros(6, 16)))
        want = torch.zeros(6, SHAPE.heads, SHAPE.head_dim)
        for head in range(SHAPE.heads):
            shared = head // 2  # the key head of a query head
            for part in (slice(0, 16), slice(16, 32)):
                scores = (q[head, :, part] @ k[shared, :, part].T).tril()
                want[:, head, part] = scores @ v[shared, :, part]
        want = source.out_proj(want.flatten(1))
    assert torch.allclose(got[0], want, atol=1e-3 * want.abs().max().item())


def test_query_order_is_the_identity_where_a_head_is_one_slice() -> None:
    assert query_order(heads=4, kv_heads=2, head_dim=16, d_state=16).tolist() == list(range(64))


def test_what_is_not_a_converted_mixer_is_copied() -> None:
    teacher = transformer(TOY)
    hybrid = hybrid_from_transformer(teacher, TOY)
    ours, theirs = hybrid.state_dict(), teacher.state_dict()
    copied = [name for name in ours if ".mamba." not in name]
    assert any(".mha." in name for name in copied)
    for name in copied:
        assert torch.equal(ours[name], theirs[name]), name


def test_scan_parameters_stay_fresh() -> None:
    mamba = hybrid_from_transformer(transformer(TOY), TOY).model["layers"][0].mamba
    assert torch.allclose(mamba.A_log.exp(), torch.arange(1.0, 17.0).expand_as(mamba.A_log))
    assert torch.equal(mamba.D, torch.ones_like(mamba.D))


def test_the_bundled_shape_can_be_converted() -> None:
    hybrid_from_transformer(transformer(BUNDLED), BUNDLED)


def test_a_teacher_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="all attention"):
        hybrid_from_transformer(HybridModel(TOY), TOY)
    with pytest.raises(ValueError, match="hybrid's --shape"):
        hybrid_from_transformer(transformer(TOY), replace(TOY, d_xb=64))
