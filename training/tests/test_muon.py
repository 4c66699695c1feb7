"""Muon: its update is nearly orthogonal and lowers a loss."""

import torch

from training.model import HybridModel
from training.muon import Muon, make_optimisers, orthogonalise
from training.shape import TOY


def test_singular_values_end_near_one_for_wide_and_tall() -> None:
    for rows, columns in ((32, 64), (64, 32)):
        values = torch.linalg.svdvals(orthogonalise(torch.randn(3, rows, columns)).float())
        assert values.min() > 0.5
        assert values.max() < 1.4


def test_steps_bring_a_matrix_to_its_target() -> None:
    torch.manual_seed(0)
    target = torch.randn(16, 16)
    weight = torch.nn.Parameter(torch.zeros(16, 16))
    optimiser = Muon([weight], lr=0.05)
    before = (weight - target).square().sum().item()
    for _ in range(100):
        weight.grad = 2 * (weight - target).detach()
        optimiser.step()
    assert (weight - target).square().sum().item() < 0.2 * before


def test_every_parameter_has_exactly_one_optimiser() -> None:
    model = HybridModel(TOY)
    owned = [id(p) for optimiser in make_optimisers(model) for group in optimiser.param_groups for p in group["params"]]
    assert sorted(owned) == sorted(id(parameter) for parameter in model.parameters())
