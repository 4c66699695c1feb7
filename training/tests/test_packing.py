"""Packing: what a row holds, and that every document arrives whole, once, with the right things to learn."""

import numpy as np

from training.data import DocumentMaker
from training.packing import Document, Packer
from training.tests.problems import PROBLEMS
from training.tokenizer import chat_ids, learn_tokenizer

PAD = 2


def some_documents(count: int, longest: int) -> list[Document]:
    sizes = np.random.default_rng(0).integers(4, longest, count)
    return [Document([100 + i % 50] * int(size), 2) for i, size in enumerate(sizes)]


def test_rows_are_nearly_full_and_lose_no_document() -> None:
    packer = Packer(128, PAD)
    documents = some_documents(5000, 60)
    rows = list(packer.rows(documents))
    used = sum(len(document.ids) for row in rows for document in row)
    assert used / (len(rows) * 128) > 0.97
    assert packer.dropped == 0
    still_open = sum(len(row) for row in packer._open)
    assert sum(map(len, rows)) + still_open == len(documents)


def test_a_document_longer_than_a_row_is_dropped_and_counted() -> None:
    packer = Packer(10, PAD)
    assert list(packer.rows([Document([5] * 11, 2), Document([5] * 10, 2)])) == []
    assert packer.dropped == 1


def test_only_the_solution_is_learned_and_positions_restart() -> None:
    packer = Packer(10, PAD)
    rows = packer.lay_out([[Document([10, 11, 12, 13], 2), Document([20, 21, 22], 1)]])
    assert rows.tokens.tolist() == [[10, 11, 12, 13, 20, 21, 22, PAD, PAD, PAD]]
    assert rows.targets.tolist() == [[-1, 12, 13, -1, 21, 22, -1, -1, -1, -1]]
    assert rows.positions.tolist() == [[0, 1, 2, 3, 0, 1, 2, 0, 1, 2]]


def test_a_document_is_the_chat_form_of_its_problem() -> None:
    tokenizer = learn_tokenizer(problem["solution"] for problem in PROBLEMS)
    user, assistant, end = chat_ids(tokenizer)
    for problem, document in zip(PROBLEMS, DocumentMaker(tokenizer).documents(PROBLEMS), strict=True):
        ids = list(document.ids)
        assert (ids[0], ids[document.prompt - 1], ids[-1]) == (user, assistant, end)
        assert tokenizer.decode(ids[1 : document.prompt - 1]) == problem["question"]
        assert tokenizer.decode(ids[document.prompt : -1]) == problem["solution"]
