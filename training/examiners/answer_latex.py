"""Answers in Python's or plain keyboard syntax → the LaTeX that `quorum equal` reads. Knows nothing of single modules."""

import re
import string

import sympy
from sympy.core.parameters import distribute

_INTEGER_OR_DECIMAL = re.compile(r"[-+]?\d+(\.\d+)?")
_FRACTION = re.compile(r"(-?)(\d+)\s*/\s*(\d+)")
_SCIENTIFIC = re.compile(r"(-?\d+(?:\.\d+)?)e([-+]?\d+)")
_COMPLEX = re.compile(r"[-+. \d]*i?")
_POINT = re.compile(r"\([^()]*, [^()]*\)")
_FUNCTIONS = re.compile(r"\b(asin|acos|atan|sin|cos|tan|exp|log|sqrt|erf)\b")

# Every letter is an unknown: Python's constants (I, E, S, N, …) are not meant.
_LETTERS = {letter: sympy.Symbol(letter) for letter in string.ascii_letters if letter != "E"}


def answer_latex(answer: str) -> str:
    """One answer, or several parted by commas, as LaTeX; words and clock times come back as `\\text{…}`."""
    text = _unwrap(answer.strip())
    if text == "":
        return r"\text{no solution}"
    if ", " in text and "(" not in text and ":" not in text:
        return ", ".join(answer_latex(part) for part in text.split(", "))
    if _INTEGER_OR_DECIMAL.fullmatch(text):
        return text
    if fraction := _FRACTION.fullmatch(text):
        sign, top, bottom = fraction.groups()
        return rf"{sign}\frac{{{top}}}{{{bottom}}}"
    if scientific := _SCIENTIFIC.fullmatch(text):
        digits, exponent = scientific.groups()
        return rf"{digits} \times 10^{{{int(exponent)}}}"
    if "i" in text and _COMPLEX.fullmatch(text):
        return re.sub(r"(\d)\.0+(?=i|\s|$)", r"\1", text).replace(" 1i", " i")
    if text.endswith("°"):
        return text[:-1]
    if _is_words(text):
        return text if len(text) == 1 else rf"\text{{{text}}}"
    if _POINT.fullmatch(text):
        return text
    return _expression_latex(text)


def _unwrap(text: str) -> str:
    """Without dollar signs, a Python list's brackets and quotes, and with a plain \\frac."""
    text = text.strip("$").replace(r"\dfrac", r"\frac")
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1].replace("'", "")
    return text


def _is_words(text: str) -> bool:
    return ":" in text or (not re.search(r"[-+*/^\\(×]", _FUNCTIONS.sub("(", text)) and re.search("[A-Za-z]", text) is not None)


def _expression_latex(text: str) -> str:
    if "\\" in text:
        return text
    if "×" in text:
        return text.replace("×", r"\cdot")
    try:
        # Factors stay as they are given: SymPy would multiply the 4 of 4*(x - 1)*(x + 2) into the first bracket.
        with distribute(False):
            return sympy.latex(sympy.sympify(text, locals=_LETTERS), ln_notation=True, inv_trig_style="full")
    except (sympy.SympifyError, SyntaxError, TypeError):
        return rf"\text{{{text}}}"
