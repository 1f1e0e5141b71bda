"""Sudden death and several writers at once; the long runs are marked slow."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.session.writer import LONG
from tui.session.store import Store

ROOT = Path(__file__).parents[2]


def writer(path: Path, first: int, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.session.writer", str(path), str(first), str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def numbers(path: Path) -> list[int]:
    """Which sentences are tagged in the file, which must be whole."""
    store = Store.open(path, "long", "anna")
    assert (store.read_only, store.problems) == ("", ())
    starts = {p.span.start: p.number for p in LONG.paragraphs}
    return [starts[t.anchor.span.start] for t in store.recovered.tags]


@pytest.mark.parametrize("kills", [4, pytest.param(100, marks=pytest.mark.slow)])
def test_no_acknowledged_tag_is_lost_when_the_writer_is_killed(tmp_path: Path, kills: int) -> None:
    path, chance = tmp_path / "sessions" / "anna.yaml", random.Random(kills)
    acknowledged: list[int] = []
    for _ in range(kills):
        with writer(path, len(acknowledged) + 1, 500) as process:
            acknowledged += until_killed(process, chance)
        there = numbers(path)
        assert set(acknowledged) <= set(there)
        assert len(there) - len(acknowledged) in (0, 1)
        acknowledged = sorted(there)
    with writer(path, len(acknowledged) + 1, 1) as last:
        last.communicate()
    assert last.returncode == 0
    assert {p.name for p in path.parent.iterdir()} == {"anna.yaml", "anna.yaml.journal"}


def until_killed(process: subprocess.Popen[str], chance: random.Random) -> list[int]:
    """The sentences that a writer said it had saved before it was killed at some moment."""
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(chance.randint(1, 8))]
    try:
        process.wait(chance.random() * 0.03)
    except subprocess.TimeoutExpired:
        process.kill()
    lines += process.stdout.read().splitlines()
    return [int(line) for line in lines if line.strip()]


@pytest.mark.parametrize(
    ("writers", "each"), [(2, 15), pytest.param(4, 200, marks=pytest.mark.slow)]
)
def test_writers_at_once_lose_and_double_nothing(tmp_path: Path, writers: int, each: int) -> None:
    path = tmp_path / "sessions" / "anna.yaml"
    running = [writer(path, 1 + n * each, each) for n in range(writers)]
    for process in running:
        process.communicate()
        assert process.returncode == 0
    assert Counter(numbers(path)) == Counter(range(1, writers * each + 1))
