"""The loop of group-relative policy optimisation: draw problems, sample groups, reward, step. Knows no command line.

Of several processes each samples prompts of its own; gradients, results and the clock are shared, process 0 logs and saves.
"""

import json
import random
import sys
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training import distributed
from training.checkpoint import Progress, save_checkpoint
from training.data import DocumentMaker
from training.episodes import Episode, EpisodeBatch, lay_out
from training.evaluate import boxed_answer
from training.model import HybridModel
from training.model_folder import export_for_safety
from training.objective import Reader, reader
from training.outcomes import Outcome, gather, summary
from training.packing import Document
from training.policy_loss import CLIP_DOWN, CLIP_UP, drawn_log_probs, group_advantages, policy_loss
from training.prompts import Problem, PromptSource, SuccessRates, kind_of
from training.quantise import quantised_parameters, rounded_weights
from training.sampler import Sample, Sampler
from training.schedule import Schedule

GRADIENT_NORM = 1.0


@dataclass(frozen=True)
class Settings:
    group: int  # samples of a prompt
    temperature: float
    entropy_weight: float
    minibatches: int  # optimiser steps on one set of samples
    rows: int  # of a batch that the model reads at once
    length: int  # tokens of a row, and of prompt and completion together
    rounding: bool  # whether the policy passes through int8
    save_seconds: float
    max_steps: int | None


class Grpo:
    def __init__(
        self, model: HybridModel, optimiser: torch.optim.Optimizer, sampler: Sampler, tokenizer: Tokenizer, settings: Settings
    ) -> None:
        self.model, self.optimiser, self.sampler, self.tokenizer = model, optimiser, sampler, tokenizer
        self.settings = settings
        self.documents = DocumentMaker(tokenizer)
        self.read: Reader = reader(model)
        self.rates = SuccessRates()
        self.shuffle = random.Random(distributed.rank())

    @property
    def device(self) -> str:
        return str(next(self.model.parameters()).device)

    def compile(self) -> None:
        """The reader, on the shape that every batch has: the graph of the other stages, whose cache on disk may have it.

        Loudly eager where that fails.
        """
        eager, settings = self.read, self.settings
        began = time.monotonic()
        try:
            self.read = torch.compile(self.read, dynamic=False)
            token = Episode(Document([self.sampler.end] * 2, 1), 0.0)
            (batch,) = lay_out([token], settings.rows, settings.length, self.sampler.end, self.device)
            self.loss(batch, None)[0].backward()
            self.model.zero_grad(set_to_none=True)
        except Exception as error:
            self.read = eager
            print(f"\n*** torch.compile FAILED, training EAGERLY and slower: {error}\n", file=sys.stderr, flush=True)
            return
        print(f"compiled in {time.monotonic() - began:.0f} s", flush=True)

    def as_played(self) -> AbstractContextManager[None]:
        """Inside, the weights are those that the policy plays with: through int8 where asked. Gradients pass straight."""
        return rounded_weights(quantised_parameters(self.model) if self.settings.rounding else [])

    def run(self, source: PromptSource, schedule: Schedule, progress: Progress, out: Path) -> None:
        """Until the schedule's end; the caller saves the last checkpoint."""
        began = saved_at = time.monotonic()
        while not schedule.is_over(progress.elapsed) and progress.step != self.settings.max_steps:
            for group in self.optimiser.param_groups:
                group["lr"] = group["peak_lr"] * schedule.rate(progress.elapsed)
            step_began = time.monotonic()
            episodes, outcome = self.collect(source.next(self.rates))
            learning = self.learn(episodes)
            outcomes = gather(outcome)
            for kind, right, drawn in (result for each in outcomes for result in each.results):
                self.rates.add(kind, right, drawn)
            progress.step += 1
            progress.tokens += sum(each.drawn_tokens for each in outcomes)
            progress.elapsed = distributed.agreed(time.monotonic() - began, self.device)
            if distributed.rank() == 0:
                seconds = time.monotonic() - step_began
                known = {"known": round(self.rates.mean(), 4)}
                self.log(out, {**vars(progress), **summary(outcomes, seconds), **learning, **known})
                if time.monotonic() - saved_at > self.settings.save_seconds:
                    save_checkpoint(out / "checkpoint.pt", self.model, [self.optimiser], progress)
                    export_for_safety(self.model, out)
                    saved_at = time.monotonic()

    def log(self, out: Path, line: dict[str, object]) -> None:
        with (out / "log.jsonl").open("a") as file:
            file.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
        if line["norm"] != line["norm"]:
            raise RuntimeError("the gradient is not a number: begin again with a lower --lr")

    def collect(self, problems: Sequence[Problem]) -> tuple[list[Episode], Outcome]:
        """A group of samples for each problem; the episodes of groups whose rewards differ."""
        began = time.monotonic()
        # A problem whose own worked solution does not fit could not be solved in the room there is.
        pairs = zip(problems, self.documents.documents(problems), strict=True)
        fitting = [(problem, document) for problem, document in pairs if len(document.ids) <= self.settings.length]
        prompts = [list(document.ids[: document.prompt]) for _, document in fitting]
        with self.as_played():
            self.sampler.copy_weights(self.model)
        repeated = [prompt for prompt in prompts for _ in range(self.settings.group)]
        samples = self.sampler.sample(repeated, self.settings.temperature)
        seconds = time.monotonic() - began
        rewards = self.rewards([problem for problem, _ in fitting], samples)
        advantages = group_advantages(rewards)
        differs = (rewards != rewards[:, :1]).any(1)
        episodes = [
            Episode(Document(self.whole(repeated[i], samples[i]), len(repeated[i])), advantages.flatten()[i].item())
            for i in differs.repeat_interleave(self.settings.group).nonzero().flatten().tolist()
        ]
        right = rewards.sum(1).int().tolist()
        results = [(kind_of(problem), n, self.settings.group) for (problem, _), n in zip(fitting, right, strict=True)]
        drawn = sum(len(sample.ids) for sample in samples)
        return episodes, Outcome(results, int(differs.sum()), drawn, sum(sample.finished for sample in samples), seconds)

    def rewards(self, problems: Sequence[Problem], samples: Sequence[Sample]) -> Tensor:
        """[problems, group] f32: 1 for a finished sample whose box holds exactly the solution's answer."""
        texts = self.tokenizer.decode_batch([sample.ids for sample in samples], skip_special_tokens=False)
        given = [boxed_answer(text) if sample.finished else None for text, sample in zip(texts, samples, strict=True)]
        wanted = [boxed_answer(problem["solution"]) for problem in problems for _ in range(self.settings.group)]
        rewards = torch.tensor([float(a is not None and a == b) for a, b in zip(given, wanted, strict=True)])
        return rewards.view(len(problems), self.settings.group)

    def whole(self, prompt: list[int], sample: Sample) -> list[int]:
        return [*prompt, *sample.ids, *([self.sampler.end] if sample.finished else [])]

    def learn(self, episodes: Sequence[Episode]) -> dict[str, float]:
        """`minibatches` steps of the optimiser, on every process alike, also on one that has no episodes."""
        settings = self.settings
        shuffled = list(episodes)
        self.shuffle.shuffle(shuffled)
        parts = [shuffled[i :: settings.minibatches] for i in range(settings.minibatches)]
        laid = [lay_out(part, settings.rows, settings.length, self.sampler.end, self.device) for part in parts]
        # The first part is learned by the very weights that drew it; what those say of the others is asked before a step.
        with self.as_played():
            old = [None if i == 0 else [self.log_probs(batch) for batch in batches] for i, batches in enumerate(laid)]
        totals = torch.zeros(3, device=self.device)  # entropy, clipped, tokens
        for batches, before in zip(laid, old, strict=True):
            count = sum(int(batch.learned.sum()) for batch in batches)
            with self.as_played():
                for i, batch in enumerate(batches):
                    loss, seen = self.loss(batch, before[i] if before else None)
                    (loss / count).backward()
                    totals += seen
            distributed.average_gradients(self.model, weight=count)
            norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), GRADIENT_NORM)
            self.optimiser.step()
            self.model.zero_grad(set_to_none=True)
        entropy, clipped, tokens = totals.tolist()
        learned = max(tokens, 1)
        return {"norm": round(norm.item(), 4), "entropy": round(entropy / learned, 5), "clipped": round(clipped / learned, 5)}

    def loss(self, batch: EpisodeBatch, old: Tensor | None) -> tuple[Tensor, Tensor]:
        """The summed loss of a batch, and (summed entropy, clipped tokens, tokens) for the log."""
        logits = self.read(batch.tokens, batch.positions)
        log_probs, entropy = drawn_log_probs(logits, batch.targets, self.settings.temperature)
        old = log_probs.detach() if old is None else old
        loss = policy_loss(log_probs, old, batch.advantages, entropy, batch.learned, self.settings.entropy_weight)
        with torch.no_grad():
            ratio = (log_probs - old).exp()
            clipped = batch.learned & ((ratio < 1 - CLIP_DOWN) | (ratio > 1 + CLIP_UP))
            seen = torch.stack((entropy.where(batch.learned, 0).sum(), clipped.sum(), batch.learned.sum()))
        return loss, seen

    def log_probs(self, batch: EpisodeBatch) -> Tensor:
        """Those of the weights as they are. Not under no_grad, which would be another graph to compile."""
        logits = self.read(batch.tokens, batch.positions).detach()
        return drawn_log_probs(logits, batch.targets, self.settings.temperature)[0]
