"""int8: what is stored reads back as the weights that rounding trains for."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors import safe_open

from training.model import HybridModel
from training.model_folder import export_model, read_model
from training.quantise import GROUP, dequantise, is_quantised, quantise, quantised_parameters, rounded_weights
from training.shape import BUNDLED, TOY
from training.tests.problems import PROBLEMS
from training.tokenizer import learn_tokenizer, save_tokenizer


def test_rounding_errs_by_at_most_half_a_step_and_is_stable() -> None:
    weight = torch.randn(32, 256) * 0.05
    weight[3, :GROUP] = 0
    integers, scales = quantise(weight)
    back = dequantise(integers, scales)
    step = scales.float().repeat_interleave(GROUP, dim=1)
    # Rounding the scale to f16 may clip the largest weight by 2^-11 of itself, 127 * 2^-11 of a step.
    assert ((back - weight).abs() <= step * (0.5 + 127 / 2048)).all()
    assert integers[3, :GROUP].abs().max() == 0
    assert integers.abs().max() == 127


def test_tiny_and_zero_groups_stay_finite() -> None:
    assert torch.isfinite(dequantise(*quantise(torch.full((1, GROUP), 1e-9)))).all()


def test_weights_come_back_after_rounding_and_gradients_pass_straight() -> None:
    model = HybridModel(TOY)
    before = {name: parameter.detach().clone() for name, parameter in model.named_parameters()}
    embedding = model.model["embed_tokens"].weight
    with rounded_weights(quantised_parameters(model)):
        assert not torch.equal(embedding, before["model.embed_tokens.weight"])
        model(torch.tensor([[5, 6, 7]]), torch.tensor([[0, 1, 2]])).square().mean().backward()
    for name, parameter in model.named_parameters():
        assert torch.equal(parameter, before[name]), name
        assert parameter.grad is not None, name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_tokenizer(learn_tokenizer(problem["solution"] for problem in PROBLEMS), tmp_path)
    return tmp_path


def test_the_int8_file_holds_the_rounded_model(folder: Path) -> None:
    model = HybridModel(TOY)
    export_model(model, folder, folder)
    with rounded_weights(quantised_parameters(model)), safe_open(folder / "model.safetensors", "pt") as file:
        assert file.metadata() == {"format": "quorum-int8", "group": "64"}
        names = set(file.keys())
        for name, parameter in model.named_parameters():
            stored = file.get_tensor(name)
            names.discard(name)
            if is_quantised(name, parameter):
                assert stored.dtype == torch.int8
                stored = dequantise(stored, file.get_tensor(f"{name}.scales"))
                names.discard(f"{name}.scales")
            assert torch.equal(stored, parameter.detach()), name
        assert names == set()


@pytest.mark.parametrize("dtype", ["int8", "f32", "bf16"])
def test_a_folder_reads_back_as_the_model_that_was_written(folder: Path, dtype: str) -> None:
    model = HybridModel(TOY)
    export_model(model, folder, folder, dtype)
    again = read_model(folder)
    assert again.shape == model.shape
    with rounded_weights(quantised_parameters(model) if dtype == "int8" else []):
        for (name, want), got in zip(model.named_parameters(), again.parameters(), strict=True):
            assert torch.allclose(got, want, rtol=2**-8 if dtype == "bf16" else 0, atol=0), name


def test_the_configuration_files_describe_the_model(folder: Path) -> None:
    export_model(HybridModel(replace(TOY, attn_layers=())), folder, folder, "f32")
    config = json.loads((folder / "config.json").read_text())
    mamba = json.loads((folder / "mamba_config.json").read_text())
    assert (config["hidden_size"], config["num_hidden_layers"], config["eos_token_id"]) == (64, 3, 2)
    assert (mamba["attn_layers"], mamba["d_inner"], mamba["d_xb"], mamba["ssm_cfg"]["dt_rank"]) == ([], 64, 32, 8)


def test_the_bundled_int8_file_is_below_24_million_bytes(folder: Path) -> None:
    export_model(HybridModel(BUNDLED), folder, folder)
    assert (folder / "model.safetensors").stat().st_size < 24_000_000
