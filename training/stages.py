"""The stages of the recipe and how each trains unless told otherwise. Knows numbers, not how they are used.

Peak rates: Muon 0.02 and AdamW 3e-3 are for weights from scratch; the later a stage, the less is left to move.
"""

from dataclasses import dataclass
from typing import Literal

StageName = Literal["control", "teacher", "distil", "sft", "int8", "further"]


@dataclass(frozen=True)
class Stage:
    # What it begins with: fresh weights, those of --init, or those of --teacher by M1's mapping.
    start: Literal["scratch", "init", "teacher"]
    muon_lr: float
    adam_lr: float
    # Seconds in which the rate rises.
    warm_up: float
    # Share of the time in which it falls, and the share of the peak that it falls to.
    decay_share: float
    floor: float
    # Share of the time, at the end, in which the weights pass through int8.
    rounding_share: float
    # Which range of data seeds (of 256); a resumed run takes the next one.
    session: int
    # Number format of the finished model folder.
    dtype: Literal["int8", "f32"]


STAGES: dict[StageName, Stage] = {
    "control": Stage("scratch", 0.02, 3e-3, 15, 0.3, 0.01, 0.12, 0, "int8"),
    "teacher": Stage("scratch", 0.02, 3e-3, 15, 0.35, 0.01, 0.0, 0, "f32"),
    "distil": Stage("teacher", 0.01, 1.5e-3, 3, 0.4, 0.1, 0.0, 32, "f32"),
    "sft": Stage("init", 0.006, 1e-3, 3, 0.8, 0.01, 0.0, 64, "f32"),
    "int8": Stage("init", 0.001, 1.5e-4, 3, 1.0, 0.0, 1.0, 128, "int8"),
    # A finished model, trained on briefly where its curriculum has been mended; low enough a rate that it forgets little.
    "further": Stage("init", 0.003, 5e-4, 3, 0.9, 0.0, 0.3, 192, "int8"),
}
