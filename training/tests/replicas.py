"""What each process of `test_distributed.py` does: a gradient and three steps on batches of its own, kept in a file.

python3 -m training.launch 2 PORT training.tests.replicas FOLDER
"""

import sys
from pathlib import Path

import torch

from training import distributed
from training.checkpoint import Progress
from training.loop import Trainer
from training.model import HybridModel
from training.muon import make_optimisers
from training.objective import Batch, Objective
from training.schedule import Schedule
from training.shape import TOY

STEPS = 3


def batch_of(rank: int, step: int) -> Batch:
    """Two rows of 16; process 1 learns from a third of the tokens that process 0 learns from."""
    generator = torch.Generator().manual_seed(100 * step + rank)
    tokens = torch.randint(TOY.vocab_size, (2, 16), generator=generator)
    targets = torch.where(torch.arange(16) % (1 + 2 * rank) == 0, tokens.roll(-1, 1), -1)
    return tokens, targets, torch.arange(16).expand(2, -1)


def fresh_model() -> HybridModel:
    torch.manual_seed(0)
    return HybridModel(TOY)


def main() -> None:
    out = Path(sys.argv[1])
    device = distributed.start()
    rank = distributed.rank()
    model = fresh_model()
    objective = Objective(model)
    first = batch_of(rank, 0)
    objective(*first).backward()
    distributed.average_gradients(model, weight=(first[1] >= 0).sum())
    gradients = {name: parameter.grad.clone() for name, parameter in model.named_parameters()}
    model.zero_grad(set_to_none=True)

    trainer = Trainer(model, objective, make_optimisers(model), Progress(), None, out, compile=False, save_seconds=1e9)
    for step in range(STEPS):
        trainer.step(Schedule(total=1000, warm_up=0), batch_of(rank, step))
    clock = distributed.agreed(10.0 + rank, device)
    torch.save({"gradients": gradients, "weights": model.state_dict(), "clock": clock}, out / f"{rank}.pt")
    distributed.finish()


if __name__ == "__main__":
    main()
