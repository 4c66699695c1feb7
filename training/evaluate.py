"""Greedy exact match of the boxed answer by family, on problems that training never saw.

    python3 -m training.evaluate --run RUN [--per-family 64]

Weights are judged as int8 keeps them (unless --full). Prints a table and writes it with some failures to RUN/eval.json.
"""

import argparse
import itertools
import json
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.checkpoint import load_model
from training.data import EVAL_SEED, export_problems
from training.decode import decode_greedily
from training.model import HybridModel
from training.quantise import quantised_parameters, rounded_weights
from training.tokenizer import chat_ids

BOX = "\\boxed{"
# Rows decoded together: their KV caches and states take about 1.5 MB each at 768 tokens.
BATCH = 2048
FAILURES_KEPT = 3
# Problems drawn to choose from, so that seldom drawn families are there too; the runs go in parallel.
EXPORT_RUNS = 8
EXPORT_COUNT = 4000


def boxed_answer(solution: str) -> str | None:
    """The content of the last box, braces balanced."""
    start = solution.rfind(BOX)
    if start < 0:
        return None
    depth = 1
    for at in range(start + len(BOX), len(solution)):
        depth += {"{": 1, "}": -1}.get(solution[at], 0)
        if depth == 0:
            return solution[start + len(BOX) : at]
    return None


def eval_problems(node: str, exporter: str, per_family: int, phrasings: str) -> list[dict[str, str]]:
    """`per_family` problems of each family, fewer for a family that the exporter seldom draws."""

    def export(run: int) -> list[dict[str, str]]:
        return export_problems(node, exporter, EVAL_SEED + run, EXPORT_COUNT, "--phrasings", phrasings)

    by_family: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    with ThreadPoolExecutor() as pool:
        for problem in itertools.chain.from_iterable(pool.map(export, range(EXPORT_RUNS))):
            if len(by_family[problem["family"]]) < per_family:
                by_family[problem["family"]].append(problem)
    return [problem for family in sorted(by_family) for problem in by_family[family]]


def solve(model: HybridModel, tokenizer: Tokenizer, questions: list[str], length: int) -> list[str]:
    user, assistant, end = chat_ids(tokenizer)
    prompts = [[user, *encoding.ids, assistant] for encoding in tokenizer.encode_batch(questions)]
    # Of like length together: a batch runs until its longest prompt's answer ends.
    order = sorted(range(len(prompts)), key=lambda i: len(prompts[i]))
    solutions = [""] * len(prompts)
    for at in range(0, len(order), BATCH):
        part = order[at : at + BATCH]
        for i, ids in zip(part, decode_greedily(model, [prompts[i] for i in part], end, length), strict=True):
            solutions[i] = tokenizer.decode(ids, skip_special_tokens=False)
    return solutions


def judge(problems: list[dict[str, str]], solutions: list[str]) -> dict[str, dict[str, object]]:
    """By family: how many, how many right, and the first few failures."""
    table: dict[str, dict[str, object]] = {}
    by_family: defaultdict[str, list[tuple[dict[str, str], str]]] = defaultdict(list)
    for problem, solution in zip(problems, solutions, strict=True):
        by_family[problem["family"]].append((problem, solution))
    for family, pairs in by_family.items():
        wrong = [(p, s) for p, s in pairs if boxed_answer(s) != boxed_answer(p["solution"])]
        table[family] = {
            "count": len(pairs),
            "right": len(pairs) - len(wrong),
            "failures": [{"question": p["question"], "wanted": p["solution"], "got": s} for p, s in wrong[:FAILURES_KEPT]],
        }
    return table


def print_table(table: dict[str, dict[str, object]]) -> float:
    """Weakest family first; returns the mean share over families."""
    shares = {family: row["right"] / row["count"] for family, row in table.items()}
    for family, share in sorted(shares.items(), key=lambda item: item[1]):
        print(f"{share:6.1%}  {family}  ({table[family]['count']})")
    mean = sum(shares.values()) / len(shares)
    print(f"{mean:6.1%}  mean of {len(shares)} families")
    return mean


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True, help="folder of a run: checkpoint.pt and tokenizer.json")
    parser.add_argument("--per-family", type=int, default=64)
    parser.add_argument("--phrasings", choices=("seen", "held-out", "all"), default="all")
    parser.add_argument("--length", type=int, default=768, help="tokens of question and solution together")
    parser.add_argument("--full", action="store_true", help="judge the unrounded weights")
    parser.add_argument("--node", default="node")
    parser.add_argument("--exporter", default="tutor/curriculum/export.ts")
    options = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.set_float32_matmul_precision("high")
    began = time.monotonic()
    problems = eval_problems(options.node, options.exporter, options.per_family, options.phrasings)
    tokenizer = Tokenizer.from_file(str(options.run / "tokenizer.json"))
    model = load_model(options.run / "checkpoint.pt", device).eval()
    with rounded_weights([] if options.full else quantised_parameters(model)):
        solutions = solve(model, tokenizer, [problem["question"] for problem in problems], options.length)
    table = judge(problems, solutions)
    mean = print_table(table)
    print(f"{len(problems)} problems in {time.monotonic() - began:.0f} s")
    report = {"mean": mean, "phrasings": options.phrasings, "families": table}
    (options.run / "eval.json").write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
