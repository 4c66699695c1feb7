"""The losses against plain float64 twins."""

import math

import pytest
import torch

from training.losses import cross_entropy, reverse_kl

TARGETS = torch.tensor([[-1, 2, 0, -1], [4, -1, 1, 3]])


def logits(seed: int) -> torch.Tensor:
    return 3 * torch.randn(2, 4, 5, generator=torch.Generator().manual_seed(seed))


def slow_reverse_kl(student: torch.Tensor, teacher: torch.Tensor) -> float:
    sums = []
    for row in range(2):
        for at in range(4):
            if TARGETS[row, at] < 0:
                continue
            p, q = ([math.exp(value) for value in each[row, at].tolist()] for each in (student, teacher))
            p, q = [value / sum(p) for value in p], [value / sum(q) for value in q]
            sums.append(sum(a * math.log(a / b) for a, b in zip(p, q, strict=True)))
    return sum(sums) / len(sums)


def test_reverse_kl_is_the_mean_over_the_tokens_to_learn() -> None:
    student, teacher = logits(1), logits(2)
    assert reverse_kl(student, teacher, TARGETS).item() == pytest.approx(slow_reverse_kl(student, teacher), rel=1e-5)
    assert reverse_kl(student, student, TARGETS).item() == pytest.approx(0, abs=1e-6)


def test_the_divergence_is_the_students_from_the_teacher_not_the_reverse() -> None:
    student, teacher = logits(1), logits(2)
    forward = reverse_kl(teacher, student, TARGETS).item()
    assert abs(reverse_kl(student, teacher, TARGETS).item() - forward) > 0.01


def test_tokens_that_are_not_learned_give_no_gradient() -> None:
    student = logits(1).requires_grad_()
    (reverse_kl(student, logits(2), TARGETS) + cross_entropy(student, TARGETS)).backward()
    assert student.grad[TARGETS < 0].abs().max().item() == 0
    assert student.grad[TARGETS >= 0].abs().amin(-1).min().item() > 0


def test_nothing_to_learn_is_a_loss_of_zero() -> None:
    assert reverse_kl(logits(1), logits(2), torch.full_like(TARGETS, -1)).item() == 0
