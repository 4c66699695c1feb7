"""The sampler: one kind of step, rows of different ages, and the same results as the slow decoder."""

import os
from dataclasses import replace

import pytest
import torch

if not torch.cuda.is_available():
    os.environ["TRITON_INTERPRET"] = "1"

from training.decode import decode_greedily
from training.model import HybridModel
from training.sampler import Sampler, draw
from training.shape import TOY, ModelShape
from training.step_model import StepModel
from training.step_ops import attend_step_by_kernel, attend_step_slowly, scan_step_by_kernel, scan_step_slowly
from training.tests.test_model import noisy_model

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
ATTENTION_ONLY = replace(TOY, attn_layers=(0, 1, 2))
END = 2


def make_sampler(model: HybridModel, rows: int, length: int, dtype: torch.dtype = torch.float64) -> Sampler:
    sampler = Sampler(model.shape, END, rows, length, dtype=dtype)
    sampler.copy_weights(model)
    return sampler


def some_prompts(count: int) -> list[list[int]]:
    generator = torch.Generator().manual_seed(3)
    sizes = torch.randint(1, 9, (count,), generator=generator).tolist()
    return [torch.randint(3, TOY.vocab_size, (size,), generator=generator).tolist() for size in sizes]


@pytest.mark.parametrize("shape", [TOY, ATTENTION_ONLY, replace(TOY, attn_layers=())])
def test_logits_are_the_packed_models_whatever_the_ages_of_the_rows(shape: ModelShape) -> None:
    model = noisy_model(shape)
    rows = torch.randint(TOY.vocab_size, (3, 16))
    want = model(rows, torch.arange(16).expand(3, -1))
    stepper = StepModel(shape, 3, 16, "cpu", torch.float64)
    stepper.copy_weights(model)
    begins = torch.tensor([0, 2, 5])
    for now in range(16):
        age = (now - begins).clamp_min(0)
        stepper.restart((begins == now).nonzero().flatten())
        got = stepper.step(rows.gather(1, age[:, None]).squeeze(1), age)
        for row in (begins <= now).nonzero().flatten().tolist():
            worst = (got[row] - want[row, age[row]]).abs().max().item()
            assert worst < 1e-6 * want.std().item(), f"row {row} at {now}: {worst:.2e}"


def test_bf16_steps_stay_near_the_f32_model() -> None:
    model = noisy_model(TOY, torch.float32)
    tokens = torch.randint(TOY.vocab_size, (2, 16))
    want = model(tokens, torch.arange(16).expand(2, -1))
    stepper = StepModel(TOY, 2, 16, "cpu", torch.bfloat16)
    stepper.copy_weights(model)
    got = torch.stack([stepper.step(tokens[:, t], torch.tensor([t, t])) for t in range(16)], dim=1)
    assert got.dtype == torch.bfloat16
    error = (got.float() - want).std().item() / want.std().item()
    assert 0 < error < 0.05, f"{error:.3f}"


@pytest.mark.parametrize("shape", [TOY, ATTENTION_ONLY])
@pytest.mark.parametrize("rows", [3, 16])
def test_greedy_samples_are_the_slow_decoders_also_in_refilled_rows(shape: ModelShape, rows: int) -> None:
    model = noisy_model(shape)
    prompts = some_prompts(10)
    # Some completions end early and some run out of length: both kinds must be there for the test to mean anything.
    with torch.no_grad():
        model.model["embed_tokens"].weight[END] *= 3
    want = decode_greedily(model, prompts, END, 24)
    got = make_sampler(model, rows, 24).sample(prompts, temperature=0)
    assert [sample.ids for sample in got] == want
    room = [24 - len(prompt) for prompt in prompts]
    assert [sample.finished for sample in got] == [len(ids) < space for ids, space in zip(want, room, strict=True)]
    assert len({sample.finished for sample in got}) == 2


def test_new_weights_are_sampled_from_after_they_are_copied() -> None:
    first, second = noisy_model(TOY), noisy_model(TOY)
    with torch.no_grad():
        for parameter in second.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))
    sampler = make_sampler(first, 4, 20)
    before = sampler.sample(some_prompts(4), temperature=0)
    sampler.copy_weights(second)
    after = sampler.sample(some_prompts(4), temperature=0)
    assert before != after
    assert [sample.ids for sample in after] == decode_greedily(second, some_prompts(4), END, 20)


def test_draws_follow_the_tempered_softmax() -> None:
    torch.manual_seed(0)
    logits, temperature = torch.tensor([1.0, 0.0, -1.0, 2.0]), 0.7
    drawn = draw(logits.expand(40000, -1), torch.tensor(temperature))
    share = torch.bincount(drawn, minlength=4) / 40000
    assert (share - torch.softmax(logits / temperature, 0)).abs().max().item() < 0.01


def test_a_group_drawn_from_one_prompt_differs_and_begins_as_its_prompt_demands() -> None:
    samples = make_sampler(noisy_model(TOY), 4, 20).sample([[5, 6, 7]] * 8, temperature=1)
    assert len({tuple(sample.ids) for sample in samples}) > 1
    assert all(len(sample.ids) <= 17 for sample in samples)


def test_a_prompt_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        make_sampler(noisy_model(TOY), 2, 8).sample([[5] * 8], temperature=1)


def test_the_scan_kernel_agrees_with_its_twin() -> None:
    generator = torch.Generator().manual_seed(0)

    def normal(*size: int) -> torch.Tensor:
        return torch.randn(*size, generator=generator).to(DEVICE)

    raw, x, c = normal(3, 64) * 4, normal(3, 64), normal(3, 64)
    raw[0, :3] = torch.tensor([30.0, -40.0, 20.5])
    b, bias, a_log, d = normal(3, 32), normal(64), normal(64, 16), normal(64)
    state = normal(3, 64, 16)
    other = state.clone()
    want = scan_step_slowly(raw, x, b, c, bias, a_log, d, state)
    got = scan_step_by_kernel(raw, x, b, c, bias, a_log, d, other)
    assert torch.allclose(got, want, rtol=1e-5, atol=1e-5), (got - want).abs().max()
    assert torch.allclose(other, state, rtol=1e-5, atol=1e-5), (other - state).abs().max()


def test_the_attention_kernel_agrees_with_its_twin_and_never_reads_ahead() -> None:
    generator = torch.Generator().manual_seed(0)
    q = torch.randn(4, 2, 2, 16, generator=generator).to(DEVICE)
    keys, values = (torch.randn(4, 2, 80, 16, generator=generator).to(DEVICE) for _ in range(2))
    position = torch.tensor([0, 31, 32, 79], device=DEVICE)
    want = attend_step_slowly(q, keys, values, position)
    for row, last in enumerate(position.tolist()):
        keys[row, :, last + 1 :] = float("nan")
        values[row, :, last + 1 :] = float("nan")
    got = attend_step_by_kernel(q, keys, values, position)
    assert torch.allclose(got, want, rtol=1e-5, atol=1e-5), (got - want).abs().max()


@pytest.mark.skipif(DEVICE == "cpu", reason="CUDA graphs need a GPU")
def test_the_captured_step_gives_the_same_greedy_samples() -> None:
    model = noisy_model(TOY, torch.float32).cuda()
    sampler = Sampler(TOY, END, 4, 24, "cuda", torch.float32)
    sampler.copy_weights(model)
    assert sampler._graph is not None
    got = sampler.sample(some_prompts(10), temperature=0)
    assert [sample.ids for sample in got] == decode_greedily(model, some_prompts(10), END, 24)
