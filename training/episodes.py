"""Sampled completions with their advantages, packed into batches of one fixed shape. Knows ids, not text or rewards."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.packing import Document, Packer


@dataclass(frozen=True)
class Episode:
    # Prompt and completion, with the end token if it came to one.
    document: Document
    advantage: float

    @property
    def size(self) -> int:
        return len(self.document.ids)


@dataclass(frozen=True)
class EpisodeBatch:
    """Each [rows, length]; targets -1 where there is nothing to learn, as in `packing.Rows`."""

    tokens: Tensor
    targets: Tensor
    positions: Tensor
    advantages: Tensor

    @property
    def learned(self) -> Tensor:
        return self.targets >= 0


def pack(episodes: Sequence[Episode], length: int) -> list[list[Episode]]:
    """Rows of at most `length` tokens, the longest episode first and beside it the longest that still fit."""
    left = sorted(episodes, key=lambda episode: episode.size)
    rows = []
    while left:
        row = [left.pop()]
        room = length - row[0].size
        if room < 0:
            raise ValueError(f"an episode of {row[0].size} tokens is longer than a row of {length}: sample fewer tokens")
        while at := bisect_right(left, room, key=lambda episode: episode.size):
            row.append(left.pop(at - 1))
            room -= row[-1].size
        rows.append(row)
    return rows


def lay_out(episodes: Sequence[Episode], rows: int, length: int, pad: int, device: str) -> list[EpisodeBatch]:
    """Batches of exactly `rows` rows, the last filled up with empty ones: one shape is one compiled graph."""
    packed = pack(episodes, length)
    packed += [[] for _ in range(-len(packed) % rows)]
    packer = Packer(length, pad)
    batches = []
    for at in range(0, len(packed), rows):
        part = packed[at : at + rows]
        laid = packer.lay_out([[episode.document for episode in row] for row in part])
        advantages = np.zeros((rows, length), np.float32)
        for number, row in enumerate(part):
            filled = np.repeat([episode.advantage for episode in row], [episode.size for episode in row])
            advantages[number, : len(filled)] = filled
        arrays = (laid.tokens, laid.targets, laid.positions)
        tokens, targets, positions = (torch.from_numpy(array).to(device).long() for array in arrays)
        batches.append(EpisodeBatch(tokens, targets, positions, torch.from_numpy(advantages).to(device)))
    return batches
