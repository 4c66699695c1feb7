"""Training checkpoints: one file that training resumes from and `export.py` reads. Knows no file format of the engine."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from training.model import HybridModel
from training.shape import ModelShape


@dataclass
class Progress:
    step: int = 0
    tokens: int = 0
    # Seconds trained, all sessions together, compilation excluded.
    elapsed: float = 0.0
    session: int = 0


def save_checkpoint(path: Path, model: HybridModel, optimisers: list[torch.optim.Optimizer], progress: Progress) -> None:
    """Replaces the file in one move, so that an interrupted save leaves the old one."""
    fields = {
        "shape": model.shape.to_dict(),
        "model": model.state_dict(),
        "optimisers": [optimiser.state_dict() for optimiser in optimisers],
        "progress": vars(progress),
    }
    partial = path.with_suffix(".partial")
    torch.save(fields, partial)
    os.replace(partial, path)


def read_checkpoint(path: Path, device: str = "cpu") -> dict[str, Any]:
    if not path.exists():
        raise FileNotFoundError(f"no checkpoint at {path}: give the folder of a run, or leave out --resume")
    return torch.load(path, map_location=device, weights_only=True)


def load_model(path: Path, device: str = "cpu") -> HybridModel:
    fields = read_checkpoint(path, device)
    model = HybridModel(ModelShape.from_dict(fields["shape"])).to(device)
    model.load_state_dict(fields["model"])
    return model
