"""The mathematics generators of reasoning-gym, each with its default settings."""

from collections.abc import Iterator

import reasoning_gym

from .answer_latex import answer_latex
from .rows import Row

GENERATORS = (
    "advanced_geometry",
    "base_conversion",
    "basic_arithmetic",
    "calendar_arithmetic",
    "chain_sum",
    "complex_arithmetic",
    "count_primes",
    "decimal_arithmetic",
    "decimal_chain_sum",
    "dice",
    "fraction_simplification",
    "gcd",
    "gsm_symbolic",
    "intermediate_integration",
    "lcm",
    "leg_counting",
    "number_filtering",
    "number_format",
    "number_sequence",
    "number_sorting",
    "polynomial_equations",
    "polynomial_multiplication",
    "power_function",
    "prime_factorization",
    "products",
    "simple_equations",
    "simple_geometry",
    "simple_integration",
    "time_intervals",
)

# What the question asks for, where the answer is given with more digits or with the noise of floating point.
_ASKED = {
    "number_format": lambda answer: f"{float(answer):.3f}",
    "power_function": lambda answer: f"{float(answer):.2e}",
}

# Scored by the order of a list, too.
_EXACT = ("number_filtering", "number_sorting", "prime_factorization")

# Digits of another base stay as they are: "1e3" is no power of ten there.
_LITERAL = ("base_conversion",)


def reasoning_gym_rows(per_module: int, seed: int) -> Iterator[Row]:
    """`per_module` questions of each generator; the family is `reasoning-gym/<generator>`."""
    for name in GENERATORS:
        for index, entry in enumerate(reasoning_gym.create_dataset(name, size=per_module, seed=seed)):
            answer = _ASKED.get(name, str)(entry["answer"])
            latex = answer if name in _LITERAL else answer_latex(answer)
            match = "exact" if name in _EXACT else "equal"
            yield Row(f"reasoning-gym/{name}/{index}", entry["question"].strip(), latex, f"reasoning-gym/{name}", match)
