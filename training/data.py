"""Endless training batches: worker processes run the TypeScript exporter, tokenise and pack, and queue batches.

Every run of the exporter has its own seed; seeds from EVAL_SEED up belong to evaluation and are never trained on.
Knows no model.
"""

import json
import multiprocessing as mp
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty

from tokenizers import Tokenizer

from training.packing import Document, Packer, Rows
from training.tokenizer import chat_ids

EVAL_SEED = 2**30
# Seeds of one session of training; a resumed one takes the next range, so no problem stream repeats.
SEEDS_PER_SESSION = 2**22
PROBLEMS_PER_RUN = 4000
# Waiting longer than this for a batch means that the workers are dead.
PATIENCE_SECONDS = 120.0


@dataclass(frozen=True)
class DataPlan:
    node: str
    exporter: str
    tokenizer: str
    workers: int
    rows: int
    length: int
    session: int = 0

    def seed(self, worker: int, run: int) -> int:
        index = run * self.workers + worker
        seed = self.session * SEEDS_PER_SESSION + index
        if index >= SEEDS_PER_SESSION or seed >= EVAL_SEED:
            raise ValueError("the training seeds are used up: raise PROBLEMS_PER_RUN")
        return seed


def export_problems(node: str, exporter: str, seed: int, count: int, *options: str) -> list[dict[str, str]]:
    """Problems of one run of the exporter: family, level, question, solution, answer."""
    command = [node, exporter, "--seed", str(seed), "--count", str(count), *options]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} failed: {done.stderr[-2000:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def to_documents(tokenizer: Tokenizer, problems: list[dict[str, str]]) -> Iterator[Document]:
    """<|user|>question<|assistant|>solution<|end|>."""
    user, assistant, end = chat_ids(tokenizer)
    questions = tokenizer.encode_batch_fast([problem["question"] for problem in problems], add_special_tokens=False)
    solutions = tokenizer.encode_batch_fast([problem["solution"] for problem in problems], add_special_tokens=False)
    for question, solution in zip(questions, solutions, strict=True):
        prompt = [user, *question.ids, assistant]
        yield Document([*prompt, *solution.ids, end], len(prompt))


def produce(plan: DataPlan, worker: int, queue: "mp.Queue[tuple[Rows, int] | str]") -> None:
    """A worker's life: batches and the number of documents dropped since the last, until killed; or one error text."""
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    try:
        tokenizer = Tokenizer.from_file(plan.tokenizer)
        packer = Packer(plan.length, chat_ids(tokenizer)[2])
        ready = []
        run = 0
        while True:
            problems = export_problems(plan.node, plan.exporter, plan.seed(worker, run), PROBLEMS_PER_RUN)
            run += 1
            for row in packer.rows(to_documents(tokenizer, problems)):
                ready.append(row)
                if len(ready) == plan.rows:
                    queue.put((packer.lay_out(ready), packer.dropped))
                    packer.dropped = 0
                    ready = []
    except Exception as error:
        queue.put(f"data worker {worker}: {error}")


class Batches:
    """Starts the workers at once; iterate for batches."""

    def __init__(self, plan: DataPlan) -> None:
        for path in (plan.tokenizer, plan.exporter):
            if not Path(path).exists():
                raise FileNotFoundError(f"{path} is missing: see training/README.md")
        context = mp.get_context("spawn")
        self.dropped = 0
        self._queue: mp.Queue[tuple[Rows, int] | str] = context.Queue(maxsize=4 * plan.workers)
        self._workers = [
            context.Process(target=produce, args=(plan, worker, self._queue), daemon=True) for worker in range(plan.workers)
        ]
        for process in self._workers:
            process.start()

    def __iter__(self) -> Iterator[Rows]:
        while True:
            try:
                item = self._queue.get(timeout=PATIENCE_SECONDS)
            except Empty:
                raise RuntimeError(f"no batch in {PATIENCE_SECONDS} s: run the exporter by hand to see why") from None
            if isinstance(item, str):
                raise RuntimeError(item)
            rows, dropped = item
            self.dropped += dropped
            yield rows

    def close(self) -> None:
        for process in self._workers:
            process.terminate()
