"""Samples completions of many prompts at once: a fixed number of rows, each refilled with the next prompt as it ends.

A row is fed its prompt token by token and then what it draws, so there is one kind of step and one shape: on a GPU the
step is captured once as a CUDA graph and replayed. Knows ids, not text, rewards or training.
"""

import sys
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.shape import ModelShape
from training.step_model import StepModel

# Steps between looks at which rows have ended: a look waits for the device.
LOOK_EVERY = 16


@dataclass(frozen=True)
class Sample:
    # The completion without the end token.
    ids: list[int]
    # Whether it came to the end token before the length ran out.
    finished: bool


class Sampler:
    def __init__(
        self, shape: ModelShape, end: int, rows: int, length: int, device: str = "cpu", dtype: torch.dtype | None = None
    ) -> None:
        """length: tokens of prompt and completion together; dtype: bf16 on a GPU and f32 elsewhere unless given.

        Holds no weights worth sampling until `copy_weights`.
        """
        dtype = dtype or (torch.bfloat16 if device.startswith("cuda") else torch.float32)
        self.model = StepModel(shape, rows, length, device, dtype)
        self.end, self.length = end, length
        self.tokens = torch.zeros(rows, length, dtype=torch.int64, device=device)
        self.position = torch.zeros(rows, dtype=torch.int64, device=device)  # of the token to be fed next
        self.prompt_size = torch.ones(rows, dtype=torch.int64, device=device)
        self.running = torch.zeros(rows, dtype=torch.bool, device=device)
        self.temperature = torch.zeros((), device=device)
        self.steps = 0  # taken so far; rows * steps bounds the tokens sampled
        self._graph = capture(self._advance) if device.startswith("cuda") else None

    def copy_weights(self, model: nn.Module) -> None:
        self.model.copy_weights(model)

    def sample(self, prompts: Sequence[Sequence[int]], temperature: float) -> list[Sample]:
        """One completion of each prompt; temperature 0 is greedy. Repeat a prompt to draw a group from it."""
        if not all(0 < len(prompt) < self.length for prompt in prompts):
            raise ValueError(f"a prompt is empty or leaves no room in {self.length} tokens: leave it out or raise the length")
        self.temperature.fill_(temperature)
        waiting = deque(range(len(prompts)))
        idle = list(range(len(self.running)))
        busy: dict[int, int] = {}  # row: which prompt
        samples: dict[int, Sample] = {}
        while waiting or busy:
            begun = {idle.pop(): waiting.popleft() for _ in range(min(len(idle), len(waiting)))}
            if begun:
                self._begin(list(begun), [prompts[job] for job in begun.values()])
                busy |= begun
            for _ in range(LOOK_EVERY):
                self._graph.replay() if self._graph else self._advance()
            self.steps += LOOK_EVERY
            running = self.running.tolist()
            ended = [row for row in busy if not running[row]]
            for row, sample in zip(ended, self._read(ended), strict=True):
                samples[busy.pop(row)] = sample
            idle += ended
        return [samples[job] for job in range(len(prompts))]

    def _begin(self, rows: list[int], prompts: list[Sequence[int]]) -> None:
        widest = max(map(len, prompts))
        padded = torch.tensor([[*prompt, *[self.end] * (widest - len(prompt))] for prompt in prompts])
        device = self.tokens.device
        index = torch.tensor(rows, device=device)
        self.tokens[index, :widest] = padded.to(device)
        self.prompt_size[index] = torch.tensor([len(prompt) for prompt in prompts], device=device)
        self.position[index] = 0
        self.running[index] = True
        self.model.restart(index)

    def _read(self, rows: list[int]) -> list[Sample]:
        index = torch.tensor(rows, dtype=torch.int64, device=self.tokens.device)
        tokens, starts = self.tokens[index].tolist(), self.prompt_size[index].tolist()
        lasts = (self.position[index] + 1).tolist()
        samples = []
        for ids, start, last in zip(tokens, starts, lasts, strict=True):
            finished = ids[last] == self.end
            samples.append(Sample(ids[start : last if finished else last + 1], finished))
        return samples

    @torch.no_grad()
    def _advance(self) -> None:
        """One step of every row, in place; rows that have ended stand still."""
        here = self.position.unsqueeze(1)
        logits = self.model.step(self.tokens.gather(1, here).squeeze(1), self.position)
        drawn = draw(logits, self.temperature).unsqueeze(1)
        writing = self.running.unsqueeze(1) & (here + 1 >= self.prompt_size.unsqueeze(1))
        self.tokens.scatter_(1, here + 1, torch.where(writing, drawn, self.tokens.gather(1, here + 1)))
        over = (writing & (drawn == self.end)) | (here + 2 == self.length)
        self.running &= ~over.squeeze(1)
        self.position += self.running


def draw(logits: Tensor, temperature: Tensor) -> Tensor:
    """Ids [rows] of softmax(logits / temperature), by the Gumbel maximum: temperature 0 is greedy without a case of its own."""
    wide = logits.to(torch.promote_types(logits.dtype, torch.float32))
    # The clamp keeps the noise finite: 0 times infinity would be no number.
    gumbel = -torch.empty_like(wide).exponential_().clamp_min(1e-30).log()
    return (wide + temperature * gumbel).argmax(-1)


def capture(step: Callable[[], None]) -> torch.cuda.CUDAGraph | None:
    """The step as a CUDA graph; None, loudly, where capture fails and steps run one kernel launch at a time."""
    try:
        beside = torch.cuda.Stream()
        beside.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(beside):
            for _ in range(3):  # compiles kernels and warms libraries, which a capture must not do
                step()
        torch.cuda.current_stream().wait_stream(beside)
        graph = torch.cuda.CUDAGraph()
        # Only this thread must hold still: those of NCCL ask the device now and then, which is none of the capture's affair.
        with torch.cuda.graph(graph, capture_error_mode="thread_local"):
            step()
    except Exception as error:
        print(f"\n*** CUDA graph capture FAILED, sampling SLOWLY: {error}\n", file=sys.stderr, flush=True)
        return None
    return graph
