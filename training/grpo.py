"""The recipe's reinforcement stage: GRPO on exact answers, from the weights of a model folder.

    python3 -m training.grpo --init RUNS/sft/model --out RUNS/grpo --minutes 2 --node NODE

For several GPUs start it by `python3 -m training.launch PROCESSES PORT training.grpo …`. Writes into --out the tokenizer,
log.jsonl, checkpoint.pt, latest/ (the weights so far, for safety), and at the end model/ and `done`.
"""

import argparse
import json
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training import distributed
from training.checkpoint import Progress, save_checkpoint
from training.data import DataPlan
from training.grpo_loop import Grpo, Settings
from training.model_folder import DTYPES, export_model, read_model
from training.prompts import PromptSource
from training.sampler import Sampler
from training.schedule import Schedule
from training.tokenizer import chat_ids
from training.train import copy_tokenizer

# The range of data seeds that no other stage draws from (stages.py).
SESSION = 96
WARM_UP_SECONDS = 3.0
DECAY_SHARE, FLOOR = 0.3, 0.1


def read_options(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--init", type=Path, required=True, help="model folder to begin with, its tokenizer included")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run")
    end = parser.add_mutually_exclusive_group(required=True)
    end.add_argument("--minutes", type=float, help="time of the loop, compilation excluded")
    end.add_argument("--until", type=float, help="when to end, in seconds since 1970: compilation shortens the loop")
    parser.add_argument("--prompts", type=int, default=256, help="prompts of each process in a step")
    parser.add_argument("--group", type=int, default=16, help="samples of a prompt")
    parser.add_argument("--temperature", type=float, default=1.0)
    # Adam moves every weight by about its rate, however small the gradient, and weights here are about 0.03: two hundred
    # steps at 3e-5 change them by a fifth at most, nearly all steps agreeing. Muon would move every singular direction
    # of a matrix as far as the best one, and most directions of a gradient from a few hundred rewards are noise.
    parser.add_argument("--lr", type=float, default=3e-5, help="peak rate of AdamW, for all weights")
    parser.add_argument("--entropy-weight", type=float, default=1e-3, help="reward for a nat of entropy a token")
    parser.add_argument("--minibatches", type=int, default=2, help="optimiser steps on one set of samples")
    parser.add_argument("--rounding", action="store_true", help="the policy passes through int8, its gradient straight through")
    parser.add_argument("--slots", type=int, default=2048, help="sequences that are sampled at once by each process")
    parser.add_argument("--rows", type=int, default=96, help="rows in a batch of each process")
    parser.add_argument("--row-length", type=int, default=768, help="tokens in a row, and of prompt and completion together")
    parser.add_argument("--session", type=int, default=SESSION, help="which range of data seeds to draw (0 to 255)")
    parser.add_argument("--node", default="node")
    parser.add_argument("--exporter", default="tutor/curriculum/export.ts")
    parser.add_argument("--dtype", choices=DTYPES, default="f32", help="number format of the finished model folder")
    parser.add_argument("--save-minutes", type=float, default=4.0)
    parser.add_argument("--max-steps", type=int, help="stop after so many steps, whatever the clock says")
    parser.add_argument("--no-compile", action="store_true")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> None:
    options = read_options(arguments)
    device = distributed.start()
    options.out.mkdir(parents=True, exist_ok=True)
    if distributed.rank() == 0:
        (options.out / "done").unlink(missing_ok=True)
        copy_tokenizer(options.init, options.out)
    torch.set_float32_matmul_precision("high")
    torch.manual_seed(distributed.rank())  # the noise of sampling differs; the weights are read, not drawn
    source = PromptSource(data_plan(options), options.prompts)
    try:
        grpo = make_grpo(options, device)
        if device != "cpu" and not options.no_compile:
            grpo.compile()
        left = options.until - time.time() if options.until else options.minutes * 60
        schedule = Schedule(distributed.agreed(left, device), WARM_UP_SECONDS, DECAY_SHARE, rounding_share=0, floor=FLOOR)
        progress = Progress(session=options.session)
        grpo.run(source, schedule, progress, options.out)
    finally:
        source.close()
    if distributed.rank() == 0:
        save_checkpoint(options.out / "checkpoint.pt", grpo.model, [grpo.optimiser], progress)
        export_model(grpo.model, options.out, options.out / "model", options.dtype)
        (options.out / "done").write_text(json.dumps(vars(progress)) + "\n")
    distributed.finish()


def data_plan(options: argparse.Namespace) -> DataPlan:
    return DataPlan(
        node=options.node, exporter=options.exporter, tokenizer=str(options.init / "tokenizer.json"), workers=1,
        rows=options.rows, length=options.row_length, session=options.session,
        rank=distributed.rank(), processes=distributed.world_size(),
    )  # fmt: skip


def make_grpo(options: argparse.Namespace, device: str) -> Grpo:
    model = read_model(options.init).to(device)
    optimiser = torch.optim.AdamW(
        model.parameters(), lr=options.lr, betas=(0.9, 0.95), weight_decay=0.0, fused=device != "cpu"
    )  # fmt: skip
    for group in optimiser.param_groups:
        group["peak_lr"] = options.lr
    tokenizer = Tokenizer.from_file(str(options.init / "tokenizer.json"))
    sampler = Sampler(model.shape, chat_ids(tokenizer)[2], options.slots, options.row_length, device)
    settings = Settings(
        group=options.group, temperature=options.temperature, entropy_weight=options.entropy_weight,
        minibatches=options.minibatches, rows=options.rows, length=options.row_length, rounding=options.rounding,
        save_seconds=options.save_minutes * 60, max_steps=options.max_steps,
    )  # fmt: skip
    return Grpo(model, optimiser, sampler, tokenizer, settings)


if __name__ == "__main__":
    main()
