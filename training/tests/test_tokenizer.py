"""The tokenizer: digits alone, exact round trips, and the same ids from the engine's JavaScript package."""

import json
import subprocess
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from training.tests.problems import PROBLEMS, node_path
from training.tokenizer import (
    ASSISTANT,
    END,
    SPECIALS,
    USER,
    VOCAB_SIZE,
    PieceEncoder,
    chat_ids,
    learn_tokenizer,
    save_tokenizer,
)

ROOT = Path(__file__).parents[2]
ODD = [
    " ",
    "\n\n",
    "x²−7·√3 ÷ π",
    "\\(\\frac{1}{2}\\)",
    "a\\\\b \\{x\\}",
    "日本語 😀",
    "  two  spaces ",
    "1234567890",
    "<|end|",
    "tab\tx",
]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [text for problem in PROBLEMS for text in (problem["question"], problem["solution"])]


@pytest.fixture(scope="module")
def tokenizer(texts: list[str]) -> Tokenizer:
    return learn_tokenizer(texts)


def test_a_digit_is_always_a_token_of_its_own(tokenizer: Tokenizer) -> None:
    for token in tokenizer.get_vocab():
        assert len(token) == 1 or not any(sign.isdigit() and sign.isascii() for sign in token), token
    assert len(tokenizer.encode("x=1234567890").ids) == len(tokenizer.encode("x=").ids) + 10


def test_any_text_comes_back_exactly(tokenizer: Tokenizer, texts: list[str]) -> None:
    for text in texts + ODD:
        assert tokenizer.decode(tokenizer.encode(text).ids, skip_special_tokens=False) == text


def test_encoding_piece_by_piece_gives_the_same_ids(tokenizer: Tokenizer, texts: list[str]) -> None:
    encoder = PieceEncoder(tokenizer)
    for text in [text for text in texts + ODD if not any(special in text for special in SPECIALS)]:
        assert encoder.encode(text) == tokenizer.encode(text).ids, text


def test_special_tokens_are_single_ids_and_the_vocabulary_is_full(tokenizer: Tokenizer) -> None:
    user, assistant, end = chat_ids(tokenizer)
    encoded = tokenizer.encode(f"{USER}1{ASSISTANT}2{END}").ids
    assert (encoded[0], encoded[2], encoded[4]) == (user, assistant, end)
    assert tokenizer.get_vocab_size() <= VOCAB_SIZE
    assert len(SPECIALS) == 3


def test_the_engine_gives_the_same_ids_and_text(tokenizer: Tokenizer, texts: list[str], tmp_path: Path) -> None:
    if not (ROOT / "node_modules/@huggingface/tokenizers").exists():
        pytest.skip("needs node_modules")
    save_tokenizer(tokenizer, tmp_path)
    samples = texts[:600] + ODD
    command = [node_path(), str(ROOT / "training/tests/encode-texts.ts"), str(tmp_path)]
    done = subprocess.run(command, input=json.dumps(samples), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for text, engine in zip(samples, json.loads(done.stdout), strict=True):
        assert engine["ids"] == tokenizer.encode(text).ids, text
        assert engine["decoded"] == text
