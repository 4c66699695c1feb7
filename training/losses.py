"""What training minimises, over the tokens to learn (targets >= 0). Knows logits, not models or data."""

from torch import Tensor
from torch.nn import functional as F


def cross_entropy(logits: Tensor, targets: Tensor) -> Tensor:
    """Mean nats a token; logits [rows, length, vocab_size], targets [rows, length], -1 where there is nothing to learn."""
    return F.cross_entropy(logits.float().flatten(0, 1), targets.flatten(), ignore_index=-1)


def reverse_kl(student: Tensor, teacher: Tensor, targets: Tensor) -> Tensor:
    """Mean KL(student || teacher) in nats a token at temperature 1 (arXiv 2504.10449, section 3.1); shapes as above."""
    ours, theirs = student.float().log_softmax(-1), teacher.float().log_softmax(-1)
    divergence = (ours.exp() * (ours - theirs)).sum(-1)
    learned = targets >= 0
    return divergence.where(learned, 0).sum() / learned.sum().clamp_min(1)
