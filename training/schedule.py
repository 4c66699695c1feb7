"""What the clock says the trainer should do: warm-up, stable, decay (WSD) and when int8 rounding begins. Knows no optimiser."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Schedule:
    """Times in seconds of training, compilation excluded."""

    total: float
    warm_up: float = 15.0
    decay_share: float = 0.3
    rounding_share: float = 0.12
    floor: float = 0.01

    def rate(self, elapsed: float) -> float:
        """Factor of the peak learning rate: up, level, and linearly down to `floor`."""
        decay = self.total * self.decay_share
        left = max(0.0, self.total - elapsed)
        rising = min(1.0, (elapsed + 1.0) / (min(self.warm_up, 0.1 * self.total) + 1.0))
        falling = 1.0 if left >= decay else max(self.floor, left / decay)
        return min(rising, falling)

    def rounds(self, elapsed: float) -> bool:
        """Whether weights pass through int8 now."""
        return elapsed >= self.total * (1 - self.rounding_share)

    def is_over(self, elapsed: float) -> bool:
        return elapsed >= self.total
