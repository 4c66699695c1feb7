"""Packs tokenised documents into rows of fixed length. Knows ids, not text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

# Rows kept open so that a document finds one it fits; more would fill rows better and mix documents longer.
OPEN_ROWS = 32


@dataclass(frozen=True)
class Document:
    ids: Sequence[int]
    # Tokens at the front (the question) that are read, not learned.
    prompt: int


@dataclass(frozen=True)
class Rows:
    """A batch: inputs to read, the token each should predict, -1 where there is nothing to learn."""

    tokens: NDArray[np.int16]  # [rows, length]
    targets: NDArray[np.int16]  # [rows, length]
    positions: NDArray[np.int16]  # [rows, length], from 0 in each document


@dataclass
class Packer:
    length: int
    pad: int
    dropped: int = 0
    _open: list[list[Document]] = field(default_factory=list)
    _sizes: list[int] = field(default_factory=list)

    def rows(self, documents: Iterable[Document]) -> Iterator[list[Document]]:
        """Full rows as they close; a document longer than a row is dropped and counted."""
        for document in documents:
            size = len(document.ids)
            if size > self.length:
                self.dropped += 1
                continue
            fitting = [i for i, used in enumerate(self._sizes) if used + size <= self.length]
            if fitting:
                row = max(fitting, key=self._sizes.__getitem__)
            else:
                if len(self._open) == OPEN_ROWS:
                    fullest = max(range(OPEN_ROWS), key=self._sizes.__getitem__)
                    self._sizes.pop(fullest)
                    yield self._open.pop(fullest)
                self._open.append([])
                self._sizes.append(0)
                row = len(self._open) - 1
            self._open[row].append(document)
            self._sizes[row] += size

    def lay_out(self, rows: Sequence[Sequence[Document]]) -> Rows:
        """The rows as arrays; what is left at a row's end is a document of `pad` with nothing to learn."""
        tokens = np.full((len(rows), self.length), self.pad, np.int16)
        targets = np.full((len(rows), self.length), -1, np.int16)
        positions = np.zeros((len(rows), self.length), np.int16)
        for row, documents in enumerate(rows):
            at = 0
            for document in documents:
                ids = np.asarray(document.ids, np.int16)
                tokens[row, at : at + len(ids)] = ids
                targets[row, at + document.prompt - 1 : at + len(ids) - 1] = ids[document.prompt :]
                positions[row, at : at + len(ids)] = np.arange(len(ids))
                at += len(ids)
            positions[row, at:] = np.arange(self.length - at)
        return Rows(tokens, targets, positions)
