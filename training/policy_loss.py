"""What GRPO (arXiv 2402.03300) maximises, without its KL term, as M1 does: rewards judged within a group, ratios clipped.

Two choices of DAPO (arXiv 2503.14476): a token counts the same in a long sample as in a short one, and a ratio may rise
further than it may fall. Knows logits and rewards, not how either came about.
"""

import torch
from torch import Tensor

CLIP_DOWN, CLIP_UP = 0.2, 0.28


def group_advantages(rewards: Tensor) -> Tensor:
    """(r - mean) / std within each row of rewards [groups, samples]; a group of equal rewards teaches nothing and gets 0."""
    centred = rewards - rewards.mean(1, keepdim=True)
    return centred / (rewards.std(1, correction=0, keepdim=True) + 1e-6)


def drawn_log_probs(logits: Tensor, targets: Tensor, temperature: float) -> tuple[Tensor, Tensor]:
    """(log-probability of each target, entropy of what it was drawn from), both [rows, length], at least f32.

    logits [rows, length, vocab_size]; targets [rows, length]; where a target is -1 the first means nothing. The policy
    is the tempered softmax, for that is what the sampler draws from.
    """
    wide = logits.to(torch.promote_types(logits.dtype, torch.float32)) / temperature
    log_probs = wide.log_softmax(-1)
    chosen = log_probs.gather(-1, targets.clamp_min(0).unsqueeze(-1)).squeeze(-1)
    return chosen, -(log_probs.exp() * log_probs).sum(-1)


def clipped_gain(log_probs: Tensor, old_log_probs: Tensor, advantages: Tensor) -> Tensor:
    """A token's min(ratio * A, clip(ratio) * A), all of one shape; the old log-probabilities are those it was drawn with."""
    ratio = (log_probs - old_log_probs).exp()
    return torch.minimum(ratio * advantages, ratio.clamp(1 - CLIP_DOWN, 1 + CLIP_UP) * advantages)


def policy_loss(
    log_probs: Tensor, old_log_probs: Tensor, advantages: Tensor, entropy: Tensor, learned: Tensor, entropy_weight: float
) -> Tensor:
    """Minus the gain and the entropy bonus, summed over the tokens to learn; the caller divides by the tokens of its step."""
    gain = clipped_gain(log_probs, old_log_probs, advantages) + entropy_weight * entropy
    return -gain.where(learned, 0).sum()
