"""Promises about the disk and other writers: failing calls, cuts, crowds."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from unittest import mock

from torture_terminal import Result, told

from tests.session.failing import ERRORS, Nth, fault_of
from tests.session.making import FIRE, NOW, claim
from tests.session.writer import LONG
from tui.errors import RashomonError
from tui.session.desk import Desk
from tui.session.edits import label_many, toggle_label
from tui.session.journal import journal_path, read
from tui.session.merge import same

ROOT = Path(__file__).parents[1]


def failing_calls() -> Result:
    """A2: the n-th call of a save fails, for every n and error."""
    faults: list[str] = []
    counting, runs = Nth(-1, 0), 0
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        fault_of(Path(name), counting)
    most = counting.count
    signal.alarm(300)
    for nth in range(1, most + 1):
        kinds = [(name, code, False) for name, code in ERRORS.items()] + [("short write", 0, True)]
        for kind, code, short in kinds:
            runs += 1
            with tempfile.TemporaryDirectory(prefix="torture-") as name:
                fault = fault_of(Path(name), Nth(nth, code, short))
            if fault:
                faults.append(f"call {nth}, {kind}: {fault}")
    signal.alarm(0)
    done = f"{most} calls × {len(ERRORS) + 1} ways to fail = {runs}"
    return "A2 failing calls", done, told(faults, "old or new bytes, 0 false “saved”"), not faults


def full_disk() -> Result:
    """A4: nothing can be written for a while."""
    faults = []
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        path, rescue = Path(name) / "s" / "a.yaml", Path(name) / "rescue"
        opened = Desk.open(path, "fire", "anna", rescue)
        real = os.fsync
        full = OSError(errno.ENOSPC, "full")
        for number in (1, 2):
            opened.apply(toggle_label(opened.session, FIRE, claim(FIRE, number), "fact", NOW))
            with mock.patch.object(os, "fsync", side_effect=full):
                try:
                    opened.leave()
                    faults.append("said saved on a full disk")
                except RashomonError as error:
                    if "the disk is full" not in str(error):
                        faults.append(str(error))
            if os.fsync is not real or len(opened.session.tags) != number:
                faults.append("tags left the screen")
        copy = opened.rescue(NOW)
        if len(Desk.open(copy, "fire", "anna").session.tags) != 2:
            faults.append("the rescue copy is not whole")
        opened.leave()
        if len(Desk.open(path, "fire", "anna").session.tags) != 2:
            faults.append("the next save did not work")
    return "A4 full disk", "2 saves, 1 rescue copy, 1 save", told(faults, "all kept"), not faults


def crowd(writers: int, each: int) -> Result:
    """A6: processes that tag one session at once."""
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        path = Path(name) / "sessions" / "a.yaml"
        start = time.perf_counter()
        running = [
            subprocess.Popen(
                [sys.executable, "-m", "tests.session.writer", path, str(1 + n * each), str(each)],
                cwd=ROOT,
                stdout=subprocess.DEVNULL,
            )
            for n in range(writers)
        ]
        codes = [process.wait() for process in running]
        taken = time.perf_counter() - start
        opened = Desk.open(path, "long", "anna")
        starts = {p.span.start: p.number for p in LONG.paragraphs}
        found = Counter(starts[t.anchor.span.start] for t in opened.session.tags)
        lost = sum(1 for n in range(1, writers * each + 1) if not found[n])
        doubled = sum(count - 1 for count in found.values())
        end = read(journal_path(path), opened.session).state()
        whole = end is not None and same(end, opened.session)
    kept = not any(codes) and not lost and not doubled and whole and not opened.problems
    words = (
        f"{lost} lost, {doubled} doubled, journal {'whole' if whole else 'WRONG'}, {taken:.0f} s"
    )
    return "A6 writers at once", f"{writers} × {each:,} tags", words, kept


def cuts(times: int) -> Result:
    """A9: the file is cut while the program has its tags in memory."""
    chance, faults = random.Random(4), []
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        path = Path(name) / "a.yaml"
        opened = Desk.open(path, "long", "anna")
        claims = [(LONG, claim(LONG, n)) for n in range(1, 301)]
        opened.apply(label_many(opened.session, claims, "fact", NOW))
        opened.leave()
        whole = path.read_bytes()
        for turn in range(times):
            cut = chance.randrange(1, len(whole))
            path.write_bytes(whole[:cut])
            fresh = Desk.open(path, "long", "anna")
            if len(fresh.session.tags) < 300 and not fresh.problems:
                faults.append(f"cut at {cut}: {len(fresh.session.tags)} of 300, and no word of it")
            opened.apply(toggle_label(opened.session, LONG, claim(LONG, 301 + turn), "fact", NOW))
            try:
                opened.leave()
            except RashomonError:
                path.write_bytes(whole)  # refused: the file is mended by hand
                opened.leave()
            if len(opened.session.tags) != 301 + turn:
                faults.append(f"cut at {cut}: {301 + turn - len(opened.session.tags)} lost")
                break
            whole = path.read_bytes()
    done = f"{times} cuts of a file of 300 claims"
    return "A9 sudden loss", done, told(faults, "0 lost, each noticed"), not faults


def jobs(writers: tuple[int, ...], each: int) -> list[tuple[str, Callable[[], Result]]]:
    """By the name of the promise."""
    crowds = [("A6", lambda count=count: crowd(count, each)) for count in writers]
    return [("A2", failing_calls), ("A4", full_disk), *crowds, ("A9", lambda: cuts(100))]
