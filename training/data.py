"""Endless training batches: worker processes run the TypeScript exporter, tokenise and pack, and queue batches.

Every run of the exporter has its own seed; seeds from EVAL_SEED up belong to evaluation and are never trained on.
Knows no model.
"""

import itertools
import json
import multiprocessing as mp
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty

from tokenizers import Tokenizer

from training.packing import Document, Packer, Rows
from training.tokenizer import PieceEncoder, chat_ids

EVAL_SEED = 2**30
# Seeds of one session of training; a resumed one takes the next range, so no problem stream repeats.
SEEDS_PER_SESSION = 2**22
PROBLEMS_PER_RUN = 4000
# A run takes a second or two; one that takes this long has met a family that never ends.
EXPORT_SECONDS = 45.0
# A rare failure of one family costs its run alone; as many as this in a row mean that the exporter is broken.
FAILURES_IN_A_ROW = 3
# A worker is one thread: dozens of them share a machine.
ONE_THREAD = {"TOKENIZERS_PARALLELISM": "false", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
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
    # Of `processes` that train together, each with workers of its own, this plan is for number `rank`.
    rank: int = 0
    processes: int = 1

    def seed(self, worker: int, run: int) -> int:
        index = (run * self.processes + self.rank) * self.workers + worker
        seed = self.session * SEEDS_PER_SESSION + index
        if index >= SEEDS_PER_SESSION or seed >= EVAL_SEED:
            raise ValueError("the training seeds are used up: raise PROBLEMS_PER_RUN")
        return seed


class ExportFailed(RuntimeError):
    """A run of the exporter ended badly or not at all."""


def export_problems(node: str, exporter: str, seed: int, count: int, *options: str) -> list[dict[str, str]]:
    """Problems of one run of the exporter: family, level, question, solution, answer."""
    command = [node, exporter, "--seed", str(seed), "--count", str(count), *options]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=EXPORT_SECONDS)
    except subprocess.TimeoutExpired:
        raise ExportFailed(f"{' '.join(command)} did not end in {EXPORT_SECONDS} s: mend that family") from None
    if done.returncode != 0:
        raise ExportFailed(f"{' '.join(command)} failed: {done.stderr[-2000:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]


class DocumentMaker:
    """Documents of problems; keeps what it has learned of the tokenizer from one run of the exporter to the next."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.user, self.assistant, self.end = chat_ids(tokenizer)
        self._encoder = PieceEncoder(tokenizer)

    def documents(self, problems: Iterable[dict[str, str]]) -> Iterator[Document]:
        """<|user|>question<|assistant|>solution<|end|>."""
        for problem in problems:
            prompt = [self.user, *self._encoder.encode(problem["question"]), self.assistant]
            yield Document([*prompt, *self._encoder.encode(problem["solution"]), self.end], len(prompt))


def produce(plan: DataPlan, worker: int, queue: "mp.Queue[tuple[Rows, int] | str]") -> None:
    """A worker's life: batches and the number of documents dropped since the last, until killed; or one error text."""
    try:
        maker = DocumentMaker(Tokenizer.from_file(plan.tokenizer))
        packer = Packer(plan.length, maker.end)
        ready = []
        failures = 0
        parent = mp.parent_process()
        for run in itertools.count():
            if parent is not None and not parent.is_alive():
                return  # the trainer was killed: no orphan keeps a core busy
            try:
                problems = export_problems(plan.node, plan.exporter, plan.seed(worker, run), PROBLEMS_PER_RUN)
                failures = 0
            except ExportFailed as error:
                failures += 1
                if failures == FAILURES_IN_A_ROW:
                    raise
                print(f"data worker {worker} goes on without a run: {error}", file=sys.stderr, flush=True)
                continue
            for row in packer.rows(maker.documents(problems)):
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
        for variable, value in ONE_THREAD.items():
            os.environ.setdefault(variable, value)  # before the workers start: libraries read it as they load
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
