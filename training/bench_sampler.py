"""How fast the sampler draws on this machine: `python3 -m training.bench_sampler --rows 4096`.

Random weights of the bundled shape, prompts of 80 tokens, completions to the full length (random weights seldom end).
Prints one JSON line: tokens counts every step of every row, prompts included.
"""

import argparse
import json
import time
from dataclasses import replace

import torch

from training.model import HybridModel
from training.sampler import Sampler
from training.shape import SHAPES

PROMPT = 80


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=4096)
    parser.add_argument("--length", type=int, default=384)
    parser.add_argument("--shape", choices=SHAPES, default="bundled")
    parser.add_argument("--attention-only", action="store_true", help="the all-attention teacher")
    options = parser.parse_args()
    shape = SHAPES[options.shape]
    if options.attention_only:
        shape = replace(shape, attn_layers=tuple(range(shape.n_layer)))
    device = "cuda" if torch.cuda.is_available() else "cpu"
    sampler = Sampler(shape, end=2, rows=options.rows, length=options.length, device=device)
    sampler.copy_weights(HybridModel(shape).to(device))
    began, before = time.monotonic(), sampler.steps
    samples = sampler.sample([[5] * PROMPT] * options.rows, temperature=1.0)
    seconds, steps = time.monotonic() - began, sampler.steps - before
    speed = round(steps * options.rows / seconds)
    drawn = sum(len(sample.ids) for sample in samples)
    report = {"rows": options.rows, "steps": steps, "ms_a_step": round(1000 * seconds / steps, 3), "tokens_per_second": speed}
    print(json.dumps({"device": device, **report, "drawn": drawn}))


if __name__ == "__main__":
    main()
