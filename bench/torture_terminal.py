"""Promises about sudden death, signals and the terminal, kept or not in a real pseudo-terminal."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from victim import ENTERED, LEFT, RASHOMON, Victim, make_story

from tui.session.store import Store
from tui.view.screens.windows import PAUSE

Result = tuple[str, str, str, bool]
"""Promise, what was done, what came of it, whether it was kept."""
SLACK = 0.5
"""Seconds that noting may take on a busy machine."""
READY = r"≡\d+ ≠\d+"
"""The top line once the articles are compared."""


@contextmanager
def scratch() -> Iterator[tuple[Path, Path]]:
    """A story and the path of a session on it, both gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        yield make_story(Path(name) / "story"), Path(name) / "sessions" / "a.yaml"


def broken(session: Path, acknowledged: int) -> str:
    """What is wrong with a session in which so many tags were shown as saved."""
    store = Store.open(session, "story", "a")
    if store.read_only or any(p.grave for p in store.problems):
        return f"unreadable: {store.read_only or store.problems[0]}"
    lost = acknowledged - len({t.anchor.quote for t in store.recovered.tags})
    litter = [p.name for p in session.parent.iterdir()] if session.parent.exists() else []
    extra = set(litter) - {session.name, session.name + ".journal"}
    return (
        f"lost {lost} of {acknowledged}" if lost > 0 else f"left {sorted(extra)}" if extra else ""
    )


def tag_until(victim: Victim, end: float, chance: random.Random) -> int:
    """Tag claim after claim until the moment `end`; how many were shown as saved."""
    acknowledged = 0
    while time.perf_counter() < end:
        victim.send(b"1j")
        victim.watch(min(chance.choice((0.0, 0.01, 0.05)), max(0, end - time.perf_counter())))
        acknowledged = max(acknowledged, victim.saved)
    return acknowledged


def sudden_death(kills: int) -> Result:
    """A1: `kill -9` at a random instant while tagging."""
    chance, faults, total = random.Random(1), [], 0
    for _ in range(kills):
        with scratch() as (story, session), Victim(story, session) as victim:
            victim.until(READY)
            shown = tag_until(victim, time.perf_counter() + chance.random() * 1.2, chance)
            victim.signal(signal.SIGKILL)
            victim.wait()
            total += shown
            if fault := broken(session, shown):
                faults.append(fault)
    done = f"{kills} kills, {total} tags shown as saved"
    return "A1 sudden death", done, told(faults, "0 lost, 0 unreadable, 0 litter"), not faults


def typing(kills: int) -> Result:
    """A1: `kill -9` while a note is typed; the next start shows what was typed."""
    chance, faults, typed = random.Random(3), [], 0
    for _ in range(kills):
        with scratch() as (story, session):
            with Victim(story, session) as victim:
                victim.until(READY)
                victim.send(b"e")
                victim.until("F2")
                words = " ".join(f"word{n}" for n in range(chance.randint(3, 30)))
                victim.send(words.encode())
                victim.watch(PAUSE + SLACK)  # what was typed before is noted
                victim.send(b" and so on")
                victim.watch(chance.random() * SLACK)
                victim.signal(signal.SIGKILL)
                victim.wait()
            typed += len(words)
            with Victim(story, session) as victim:
                victim.until(r"⚑1 row \d+/\d+ · saved")
                victim.send(b"\x11")
                victim.wait()
            notes = [tag.note for tag in Store.open(session, "story", "a").recovered.tags]
            if not (len(notes) == 1 and notes[0].startswith(words)):
                faults.append(f"typed {words!r}, kept {notes!r}")
    done = f"{kills} kills with {typed} characters typed, {PAUSE} s and more before"
    return "A1 a note half typed", done, told(faults, "0 lost"), not faults


def signals(each: int) -> Result:
    """A5: signals and dropped connections at random moments, from the start of the process on."""
    chance, faults, total = random.Random(2), [], 0
    ways: list[int] = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, 0]
    for number in ways * each:
        with scratch() as (story, session), Victim(story, session) as victim:
            shown = 0
            if chance.random() < 0.3:
                victim.watch(chance.random() * 0.8)
            else:
                victim.until(READY)
                shown = tag_until(victim, time.perf_counter() + chance.random(), chance)
            if number:
                victim.signal(number)
            else:
                victim.hang_up()
            code = victim.wait()
            expected = 128 + (number or signal.SIGHUP)
            total += 1
            if code != expected:
                faults.append(f"code {code} for {expected}: {bytes(victim.output[-300:])!r}")
            elif number and not victim.restored:
                faults.append(f"terminal not restored after {number}")
            elif fault := broken(session, shown):
                faults.append(fault)
    done = f"{total} × TERM, HUP, INT, connection dropped, at random moments"
    return "A5 signals", done, told(faults, "0 tags lost, terminal restored, 128+n"), not faults


STATES = {
    "starting": b"", "reading": b"", "search": b"/bo", "labels": b"t", "note": b"e",
    "help": b"\x1bOP", "palette": b":", "tags": b"1T", "compare": b"\r", "source": b"o",
    "why": b"?", "row": b"Jl",
}  # fmt: skip


def leaving() -> Result:
    """E: Ctrl+Q in every state, and what it leaves of the terminal."""
    faults, slowest = [], 0.0
    for state, keys in STATES.items():
        with scratch() as (story, session), Victim(story, session) as victim:
            victim.until("Sentence" if state == "starting" else READY)
            if keys:
                victim.send(keys)
                victim.watch(0.6)
            start = time.perf_counter()
            victim.send(b"\x11")
            code = victim.wait(5)
            slowest = max(slowest, time.perf_counter() - start)
            if code is None:
                faults.append(f"{state}: not ended by Ctrl+Q: {victim.stack()}")
            elif code != 0 or not victim.restored:
                faults.append(f"{state}: code {code}, restored {victim.restored}")
    kept = not faults and slowest <= 1
    return "E Ctrl+Q", f"in {len(STATES)} states", told(faults, f"at most {slowest:.2f} s"), kept


QUITTING = b"q\x11\x1a:\x10\x1c"
"""Bytes that end or stop the program, or open the palette, from which one can."""


def noise(seconds: float) -> Result:
    """E: random bytes on standard input, invalid UTF-8 and half sequences among them."""
    faults: list[str] = []
    chance, sent = random.Random(3), 0
    end = time.perf_counter() + seconds
    while time.perf_counter() < end and not faults:
        with scratch() as (story, session), Victim(story, session) as victim:
            victim.until(READY)
            while time.perf_counter() < end and victim.code is None:
                burst = bytes(b for b in chance.randbytes(32) if b not in QUITTING)
                try:
                    victim.send(burst)
                except OSError:
                    break
                sent += len(burst)
                victim.watch(0.05)
                victim.wait(0.001)
            victim.calm(60)
            if victim.code is None:
                victim.send(b"\x11")
            if (code := victim.wait(30)) is None:
                faults.append(f"not ended by Ctrl+Q: {victim.stack()}")
            elif code:
                faults.append(f"code {code}: {bytes(victim.output[-300:])!r}")
    return "E any bytes", f"{sent:,} random bytes", told(faults, "0 deaths"), not faults


def suspending() -> Result:
    """E: stopped by Ctrl+Z, by SIGSTOP, and continued once too often."""
    faults = []
    for stop in (signal.SIGTSTP, signal.SIGSTOP, 0):
        with scratch() as (story, session), Victim(story, session) as victim:
            victim.until(READY)
            victim.send(b"1j")
            victim.watch(0.4)
            if stop:
                victim.signal(stop)
                os.waitpid(victim.pid, os.WUNTRACED)
                victim.watch(0.2)
                if stop == signal.SIGTSTP and LEFT not in victim.output:
                    faults.append("screen not left on suspending")
            before = victim.output.count(ENTERED)
            victim.signal(signal.SIGCONT)
            victim.watch(0.6)
            victim.send(b"1j")
            heard = victim.until("⚑2 .*· saved")
            if victim.output.count(ENTERED) != before + 1 or not heard:
                faults.append(f"{stop}: not drawn again, or keys not heard")
            victim.send(b"q")
            if victim.wait(5) != 0 or not victim.restored:
                faults.append(f"{stop}: code {victim.code}, restored {victim.restored}")
    return "E suspend, resume", "SIGTSTP, SIGSTOP, stray SIGCONT", told(faults, "clean"), not faults


def no_screen() -> Result:
    """E: no terminal, or one that can only print."""
    faults, slowest = [], 0.0
    with scratch() as (story, session):
        environment = {**os.environ, "TERM": "dumb"}
        for attempt in range(3):
            master, slave = os.openpty()
            start = time.perf_counter()
            ran = subprocess.run(
                [*RASHOMON, str(story)], stdin=slave, stdout=slave, stderr=slave,
                env=environment, check=False, timeout=20, cwd=Path(__file__).parents[1],
            )  # fmt: skip
            taken = time.perf_counter() - start
            words = os.read(master, 9999)
            os.close(master)
            os.close(slave)
            slowest = max(slowest, taken) if attempt else taken
            if ran.returncode != 2 or words.count(b"\n") != 1:
                faults.append(f"TERM=dumb: code {ran.returncode}: {words!r}")
        if session.parent.exists():
            faults.append("a session was made")
    result = told(faults, f"one line, exit 2, {slowest:.2f} s")
    return "E no screen", "TERM=dumb, 3 times", result, not faults and slowest <= 0.5


def looking(times: int) -> Result:
    """A8: open, browse, leave: nothing is written."""
    faults = []
    for _ in range(times):
        with scratch() as (story, session), Victim(story, session) as victim:
            victim.until(READY)
            victim.send(b"1j2")
            victim.watch(0.7)
            victim.send(b"\x11")
            victim.wait()
            before = {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in session.parent.iterdir()}
            folder = session.parent.stat().st_mtime_ns
            with Victim(story, session) as again:
                again.until(READY)
                again.send(b"jjlJ]}?\x1b")
                again.watch(0.5)
                again.send(b"qq")
                again.wait()
            after = {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in session.parent.iterdir()}
            if before != after or folder != session.parent.stat().st_mtime_ns:
                faults.append("something was written")
    return (
        "A8 looking",
        f"{times} × open, browse, quit",
        told(faults, "0 bytes, 0 times"),
        not faults,
    )


def told(faults: list[str], well: str) -> str:
    return f"{len(faults)} faults: {faults[0]}" if faults else well


def jobs(kills: int, each: int, seconds: float) -> list[tuple[str, Callable[[], Result]]]:
    """By the name of the promise."""
    return [
        ("A1", lambda: sudden_death(kills)),
        ("A1", lambda: typing(kills // 2)),
        ("A5", lambda: signals(each)),
        ("A8", lambda: looking(2)),
        ("E", leaving),
        ("E", lambda: noise(seconds)),
        ("E", suspending),
        ("E", no_screen),
    ]
