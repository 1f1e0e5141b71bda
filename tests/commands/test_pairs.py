"""`rashomon compare`: two sentences in words, or pairs line by line."""

import io
import json
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.running import Run
from tui import workspace


@dataclass
class Relation:
    """What the engine answers, as far as the command line reads it."""

    relation: str = "conflict"
    same: float = 0.1
    conflict: float = 0.87654321
    kind: str | None = "number"
    because: str = "“Ten” and “twelve” count the same boats."


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """The pairs the engine was asked; it always answers with a conflict."""
    calls: list[tuple[object, ...]] = []

    def compare(a: str, b: str, a_date: date | None, b_date: date | None) -> Relation:
        calls.append((a, b, a_date, b_date))
        return Relation()

    monkeypatch.setattr(workspace, "compare", compare)
    return calls


def test_two_sentences_are_compared_in_words(run: Run, asked: list[tuple[object, ...]]) -> None:
    done = run("compare", "Ten boats.", "Twelve boats.", "--a-date", "2025-07-13")
    assert asked == [("Ten boats.", "Twelve boats.", date(2025, 7, 13), None)]
    assert done.code == 0
    assert done.out.splitlines()[0] == "conflict (number): Both cannot hold."


@pytest.mark.usefixtures("asked")
def test_each_line_of_pairs_gets_one_line_with_the_keys_of_the_contract(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"id": "p7", "a": "Ten.", "b": "Twelve.", "a_date": "2025-07-13"}\n\n')
    done = run("compare", "--jsonl", path)
    assert done.code == 0
    assert list(json.loads(done.out).items()) == [
        ("id", "p7"),
        ("relation", "conflict"),
        ("same", 0.1),
        ("conflict", 0.8765),
        ("kind", "number"),
        ("because", "“Ten” and “twelve” count the same boats."),
    ]


BAD_LINES = [
    b"not json", b"[1]", b'{"a": "x"}', b'{"a": "x", "b": 3}', b'{"a": "x", "b": "  "}',
    b'{"a": "x", "b": "y", "a_date": "13 July"}', b'{"a": "x", "b": "y", "b_date": 5}',
    b'{"a": "x", "b": "y", "a_date": "9999-12-31"}', b'{"id": 1e999, "a": "x", "b": "y"}',
    b"\xff\xfe", b"[" * 100_000, b'{"a": "' + b"x" * 1_000_001 + b'", "b": "y"}',
]  # fmt: skip


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("bad", BAD_LINES, ids=lambda line: line[:24])
def test_a_bad_line_is_named_by_number_and_the_others_are_answered(
    run: Run, monkeypatch: pytest.MonkeyPatch, bad: bytes
) -> None:
    good = b'{"id": 1, "a": "x", "b": "y"}\n'
    stdin = io.TextIOWrapper(io.BytesIO(good + bad + b"\n" + good))
    monkeypatch.setattr(sys, "stdin", stdin)
    done = run("compare", "--jsonl")
    assert done.code == 2
    assert len(done.out.splitlines()) == 2
    (line,) = done.err.splitlines()
    assert line.startswith("standard input:2: ")
