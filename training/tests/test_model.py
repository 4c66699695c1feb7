"""The packed model against the step-by-step decoder, and that packed documents do not see each other."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from training.decode import Decoder, decode_greedily
from training.model import HybridModel
from training.model_folder import read_model
from training.scan import selective_scan
from training.shape import BUNDLED, TOY, ModelShape

FIXTURES = Path(__file__).parents[2] / "engine/model/fixtures"


def noisy_model(shape: ModelShape, dtype: torch.dtype = torch.float64) -> HybridModel:
    """Weights away from their gentle start, so that every term counts."""
    torch.manual_seed(1)
    model = HybridModel(shape)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))
    return model.to(dtype)


@pytest.mark.parametrize("fixture", ["tied-f32", "all-mamba-f32", "all-attention-f32"])
def test_logits_match_the_independent_reference(fixture: str) -> None:
    folder = FIXTURES / fixture
    golden = json.loads((folder / "golden.json").read_text())
    tokens, want = torch.tensor([golden["tokens"]]), torch.tensor(golden["logits"], dtype=torch.float64)
    got = read_model(folder).double()(tokens, positions_of([tokens.shape[1]]))[0]
    worst = (got - want).abs().max().item()
    assert worst < 1e-5 * want.std().item(), f"max {worst:.2e}"


def positions_of(lengths: list[int]) -> torch.Tensor:
    return torch.cat([torch.arange(length) for length in lengths]).unsqueeze(0)


@pytest.mark.parametrize("attn_layers", [(1,), (), (0, 1, 2)])
def test_packed_model_matches_step_by_step_decoding(attn_layers: tuple[int, ...]) -> None:
    model = noisy_model(replace(TOY, attn_layers=attn_layers))
    tokens = torch.randint(TOY.vocab_size, (2, 24))
    packed = model(tokens, positions_of([24]).expand(2, -1))
    decoder = Decoder(model, 2, 24)
    steps = torch.stack([decoder.step(tokens[:, t]) for t in range(24)], dim=1)
    worst, mean = (packed - steps).abs().max().item(), (packed - steps).abs().mean().item()
    assert worst < 1e-6 * packed.std().item(), f"max {worst:.2e}, mean {mean:.2e}"


def test_a_document_is_the_same_wherever_it_is_packed() -> None:
    model = noisy_model(TOY)
    document = torch.randint(TOY.vocab_size, (1, 10))
    alone = model(torch.cat((document, document[:, :6]), 1), positions_of([10, 6]))[:, :10]
    after = model(torch.cat((document[:, :6], document), 1), positions_of([6, 10]))[:, 6:]
    assert (alone - after).abs().max().item() < 1e-9


def test_other_documents_change_nothing_at_all() -> None:
    model = noisy_model(TOY, torch.float32)
    positions = positions_of([7, 9])
    tokens = torch.randint(TOY.vocab_size, (1, 16))
    other = tokens.clone()
    other[:, :7] = (other[:, :7] + 1) % TOY.vocab_size
    assert (model(tokens, positions)[:, 7:] - model(other, positions)[:, 7:]).abs().max().item() == 0.0


def test_gradients_of_a_document_do_not_reach_the_one_before() -> None:
    model = noisy_model(TOY)
    hidden = []
    model.model["embed_tokens"].register_forward_hook(lambda _module, _inputs, output: hidden.append(output))
    tokens = torch.randint(TOY.vocab_size, (1, 16))
    logits = model(tokens, positions_of([7, 9]))
    (gradient,) = torch.autograd.grad(logits[:, 7:].square().sum(), hidden[0])
    assert gradient[:, :7].abs().max().item() == 0.0
    assert gradient[:, 7:].abs().min().item() > 0.0


def test_the_dt_bias_counts_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    model = noisy_model(replace(TOY, n_layer=1, attn_layers=()))
    mamba = model.model["layers"][0].mamba
    seen = []

    def spy(raw, x, b, c, bias, *rest):
        seen.append(raw + bias)
        return selective_scan(raw, x, b, c, bias, *rest)

    monkeypatch.setattr("training.model.selective_scan", spy)
    with torch.no_grad():
        mamba.in_proj.weight[-TOY.dt_rank :] = 0  # nothing but the bias is left of dt
        model(torch.randint(TOY.vocab_size, (1, 8)), positions_of([8]))
    assert torch.allclose(seen[0], (2 * mamba.dt_proj.bias).expand_as(seen[0]))


def test_greedy_decoding_follows_the_packed_model() -> None:
    model = noisy_model(TOY)
    prompts = [[5, 6, 7], [9, 8, 7, 6, 5]]
    completions = decode_greedily(model, prompts, end=2, length=14)
    for prompt, completion in zip(prompts, completions, strict=True):
        ids = torch.tensor([prompt + completion])
        drawn = model(ids, torch.arange(ids.shape[1]).unsqueeze(0))[0].argmax(-1).tolist()
        assert drawn[len(prompt) - 1 : -1] == completion
        assert 2 not in completion


def test_the_bundled_shape_has_the_stated_size() -> None:
    parameters = sum(parameter.numel() for parameter in HybridModel(BUNDLED).parameters())
    assert 22_000_000 < parameters < 23_000_000
