"""B5: two people's work on one session file, merged by plain git without any set-up."""

from __future__ import annotations

import random
import subprocess
import tempfile
from bisect import bisect
from collections.abc import Callable, Sequence
from pathlib import Path

from torture_terminal import Result, told

from tests.session.making import LATER, NOW, article, claim
from tui.model.tag import Confidence, Session, Status, Verdict
from tui.session.edits import decide, remove_tag, set_note, tag_at, toggle_label
from tui.session.format import read
from tui.session.merge import merge, same_work
from tui.session.rewrite import fresh, update

CLAIMS = 120
STORY = article(*(f"Sentence {n} tells of {n * 7 % 31} boats." for n in range(1, CLAIMS + 1)))


def work(chance: random.Random, session: Session, claims: Sequence[int]) -> Session:
    """One thing done to each of these claims."""
    for number in claims:
        span = claim(STORY, number)
        tag = tag_at(session, STORY, span)
        if tag is None:
            session = toggle_label(session, STORY, span, chance.choice(LABELS), NOW).session
            continue
        match chance.randrange(4):
            case 0:
                edit = remove_tag(session, tag.id, LATER)
            case 1:
                sure = chance.choice(list(Confidence))
                note = f"note {chance.random()}"
                edit = set_note(session, tag.id, note, Status.CHECKED, sure, LATER)
            case 2:
                key = f"{chance.randrange(10**9):09x}"
                edit = decide(session, key, Verdict.CONFIRMED, f"Which of {number}?", LATER)
            case _:
                edit = toggle_label(session, STORY, span, chance.choice(LABELS[1:]), LATER)
        session = edit.session
    return session


LABELS = ("fact", "check", "opinion", "quote")


def apart(base: Session, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether a claim that both leave alone stands between any two that they work on."""
    tagged = [n for n in range(1, CLAIMS + 1) if tag_at(base, STORY, claim(STORY, n))]
    still = [n for n in tagged if n not in ours and n not in theirs]
    return all(any(min(a, b) < n < max(a, b) for n in still) for a in ours for b in theirs)


def decided_apart(base: Session, ours: Session, theirs: Session) -> bool:
    """Whether no new decisions of both come to stand in one gap."""
    old = [d.finding for d in base.decisions]
    gaps = [
        {bisect(old, d.finding) for d in side.decisions if d.finding not in old}
        for side in (ours, theirs)
    ]
    return not gaps[0] & gaps[1]


def merged(folder: Path, texts: Sequence[str]) -> tuple[int, str]:
    """What git makes of our text, the common one and theirs."""
    names = ("ours", "base", "theirs")
    for name, text in zip(names, texts, strict=True):
        (folder / name).write_text(text, encoding="utf-8")
    ran = subprocess.run(
        ["git", "merge-file", "-p", *names], cwd=folder, capture_output=True, check=False
    )
    return ran.returncode, ran.stdout.decode()


def by_lines(times: int) -> Result:
    """B5: random work of two on different claims, as git merges lines."""
    chance, faults = random.Random(7), []
    clean = {True: 0, False: 0}
    total = {True: 0, False: 0}
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        for _ in range(times):
            tagged = chance.sample(range(1, CLAIMS + 1), chance.choice((20, 40, 80)))
            base = work(chance, Session("fire", "anna"), sorted(tagged))
            picked = chance.sample(range(1, CLAIMS + 1), 2 * chance.randint(1, 4))
            half = len(picked) // 2
            ours, theirs = picked[:half], picked[half:]
            book = fresh(base)
            sides = [work(chance, base, c) for c in (ours, theirs)]
            far = apart(base, ours, theirs) and decided_apart(base, *sides)
            one, two = (update(book, s).text() for s in sides)
            code, text = merged(Path(name), (one, book.text(), two))
            total[far] += 1
            clean[far] += code == 0
            if code and far:
                faults.append(f"a conflict between {sorted(ours)} and {sorted(theirs)}")
            if code:
                continue
            found = read(text, "x", "fire", "anna")
            if found.problems or not same_work(found.session, merge(base, *sides)):
                faults.append(f"{sorted(ours)} and {sorted(theirs)} made something else")
    shares = f"apart {clean[True]}/{total[True]}, in touch {clean[False]}/{total[False]} clean"
    done = f"{times} × 1 to 4 changes each, 20 to 80 of {CLAIMS} tagged"
    return "B5 plain git", done, told(faults, shares), not faults


def jobs(times: int) -> list[tuple[str, Callable[[], Result]]]:
    """By the name of the promise."""
    return [("B5", lambda: by_lines(times))]
