"""DeepMind's Mathematics Dataset (arXiv 1904.01557): its interpolation and extrapolation modules."""

import random
from collections.abc import Callable, Iterator
from importlib import import_module

import numpy as np
from sympy.core.random import seed as seed_sympy
from sympy.solvers.diophantine.diophantine import base_solution_linear

# The package was written for SymPy 1.5, which kept this function one module higher, and for NumPy before 1.20, which had
# Python's own types as attributes. reasoning-gym needs newer ones.
import_module("sympy.solvers.diophantine").base_solution_linear = base_solution_linear
np.object = object

from mathematics_dataset import generate_settings  # noqa: E402
from mathematics_dataset.modules import modules  # noqa: E402

from .answer_latex import answer_latex  # noqa: E402
from .rows import Row  # noqa: E402

# Answers whose digits are not a number in base ten, or whose letters name a choice.
_LITERAL = ("arithmetic__add_or_sub_in_base", "numbers__base_conversion")

# Roots and powers have several ways to write one answer as LaTeX, which the maths decides; the others go by the letter.
_BY_MATHS = ("arithmetic__simplify_surd", "polynomials__simplify_power")


def deepmind_rows(per_module: int, seed: int) -> Iterator[Row]:
    """`per_module` distinct questions of each module; families are `deepmind/…` and `deepmind-extrapolation/…`."""
    for prefix, tree in (("deepmind", modules.test()), ("deepmind-extrapolation", modules.test_extra())):
        for name, sample in sorted(_flatten(tree)):
            random.seed(f"{seed}/{prefix}/{name}")
            np.random.seed(random.randrange(2**32))
            seed_sympy(random.randrange(2**32))
            for index, (question, answer) in enumerate(_distinct(sample, per_module)):
                latex = answer if name in _LITERAL else answer_latex(answer)
                match = "equal" if name in _BY_MATHS else "exact"
                yield Row(f"{prefix}/{name}/{index}", question, latex, f"{prefix}/{name}", match)


def _flatten(tree: dict, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Callable]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flatten(value, (*path, key))
        else:
            yield "__".join((*path, key)), value


def _distinct(sample: Callable, count: int) -> Iterator[tuple[str, str]]:
    """Some modules hold fewer questions than asked for, and others rarely make a short one, so the draws are bounded."""
    seen: set[str] = set()
    for _ in range(200 * count):
        if len(seen) == count:
            return
        problem = sample()
        question, answer = str(problem.question), str(problem.answer)
        too_long = len(question) > generate_settings.MAX_QUESTION_LENGTH or len(answer) > generate_settings.MAX_ANSWER_LENGTH
        if question in seen or too_long:
            continue
        seen.add(question)
        yield question, answer
