"""Promises about session files: typed is read, mistakes are named, hostile files harmless."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from torture_terminal import Result, told

from tests.session.making import FIRE, LATER, NOW, claim, desk, session
from tui.model.tag import Status
from tui.session.check import check
from tui.session.desk import Desk
from tui.session.edits import set_note, toggle_label
from tui.session.format import read
from tui.session.rewrite import fresh
from tui.yamlfile import parse

CORPORA = "RASHOMON_CORPORA"
"""The environment variable that names a folder with `blns`, `yaml-test-suite`, `self-made/yaml`."""
ROOT = Path(__file__).parents[1]


def corpus(name: str) -> Path | None:
    folder = os.environ.get(CORPORA)
    path = Path(folder) / name if folder else None
    return path if path and path.exists() else None


def naughty() -> list[str]:
    """The big list of naughty strings, when it is at hand, and our own worst."""
    path = corpus("blns/blns.json")
    listed = json.loads(path.read_text(encoding="utf-8")) if path else []
    ours = [
        *"\x85 \u2028 \u2029 \ufeff \x00 \x7f \x1b[2J \x9b1m \u202e \uffff \U0010ffff".split(" "),
        *"' \" \\ \\n %YAML --- ... NO null ~ 12:30 0o7 1e3 = << &a *a !a | > @ ` { } [ ]".split(),
        *("a\x85b", "\ufeffa", "\t", "a\tb", "\r", "\r\n", "\n\n", " ", "  a  ", "- a"),
        *("a: b", "# a", "a # b", "<<<<<<< a", "=======", ">>>>>>> b", "\U000e0041"),
        *("e\u0301", "? a", ": a", ","),
        "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    ]  # fmt: skip
    return [*listed, *ours]


def typed(fuzzed: int) -> Result:
    """B1: what was typed is what is read."""
    chance, faults, count = random.Random(5), [], 0
    ranges = [(0, 0x100), (0x2000, 0x2070), (0xFE00, 0x10000), (0x20, 0x7F), (0xE0000, 0xE0100)]
    words = naughty()
    for _ in range(fuzzed):
        points = [chance.randrange(*chance.choice(ranges)) for _ in range(chance.randint(1, 12))]
        words.append("".join(chr(p) for p in points if not 0xD800 <= p <= 0xDFFF))
    for at in range(0, len(words), 4):
        made = session(1, 2, 3, 4)
        notes = [*words[at : at + 4], *([""] * 4)][:4]
        tags = [t._replace(note=n) for t, n in zip(made.tags, notes, strict=True)]
        made = replace(made, tags=tuple(tags))
        text = fresh(made).text()
        back = read(text.encode().decode("utf-8-sig"), "x", "fire", "anna").session
        for was, now in zip(made.tags, back.tags, strict=True):
            count += 1
            if was != now:
                faults.append(repr(was.note))
    return "B1 typed is read", f"{count:,} strings", told(faults, "0 changed"), not faults


MISTAKES = {
    "key twice": ('note: "n"', 'note: "n"\n  note: "m"', "stands here twice"),
    "norway": ('labels: ["fact"]', "labels: [NO]", "not in the tagset"),
    "unknown status": ('status: "checked"', "status: cheked", "did you mean checked"),
    "time": ("at: [30, 70]", "at: 12:30", "two numbers"),
    "octal": ("at: [30, 70]", "at: [030, 70]", "starts with 0"),
    "not a number": ("at: [30, 70]", "at: [x30, 70]", "'x30' is not a whole number"),
    "backwards": ("at: [30, 70]", "at: [70, 30]", "ends before it starts"),
    "tab": ('  note: "n"', '\tnote: "n"', "a tab; indent with spaces"),
    "quote not closed": ('note: "n"', 'note: "n', "quotation mark missing"),
    "bracket not closed": ('labels: ["fact"]', 'labels: ["fact"', "expected"),
    "no quote": ("- quote:", "- qoute:", "quote is missing"),
    "alias": ('note: "n"', "note: *n", "aliases are not used"),
    "tag": ('note: "n"', "note: !!python/name:os.system x", "tags are not used"),
    "list for text": ('note: "n"', "note: [a, b]", "one text"),
    "second document": ("my_own:", "---\nmy_own:", "second document"),
    "wrong dash": ("- quote:", "-quote:", ""),
    "half a git conflict": ('  note: "n"', '<<<<<<< ours\n  note: "n"', "conflict"),
    "colon forgotten": ('note: "n"', 'note "n"', ""),
    "nearly a key": ('note: "n"', 'notes: "n"', "did you mean note"),
}


def mistakes() -> Result:
    """B2: every hand-edit mistake gives file:line:column and words; the other claims load."""
    faults = []
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        path = Path(name) / "a.yaml"
        opened = desk(path, 1, 2, 3)
        note = set_note(opened.session, (FIRE, claim(FIRE, 2)), "n", Status.CHECKED, None, LATER)
        opened.apply(note)
        opened.leave()
        text = path.read_text(encoding="utf-8") + "my_own: []\n"
        start = text.index("- quote", text.index("- quote") + 5)
        for kind, (old, new, wanted) in MISTAKES.items():
            at = text.index(old, start if old != "my_own:" else 0)
            wrong = text[:at] + new + text[at + len(old) :]
            path.write_text(wrong, encoding="utf-8")
            found = [str(p) for p in check(path)]
            line = text.count("\n", 0, at) + 1
            near = [p for p in found if re.match(rf".*:({line}|{line + 1}|{line - 1}):\d+: ", p)]
            kept = len(Desk.open(path, "fire", "anna").session.tags)
            if not near or not any(wanted in p for p in found):
                faults.append(f"{kind}: {found[:2] or 'not noticed'}")
            elif kept < 2 and kind not in ("half a git conflict", "second document"):
                faults.append(f"{kind}: {kept} of 2 other claims loaded")
    done = f"{len(MISTAKES)} kinds of mistake"
    return "B2 hand-edit mistakes", done, told(faults, "each with line, word, fix"), not faults


def bombs() -> Iterable[tuple[str, bytes]]:
    """Files of up to 10 MB made to exhaust whoever reads them."""
    head = b"format: 1\ntags:\n"
    yield "brackets", b"[" * 60_000
    yield "brackets in tags", head + b"- quote: " + b"[" * 9_000_000
    yield "braces", b"{a: " * 500_000
    yield "dashes", b"- " * 3_000_000
    yield "questions", b"? " * 3_000_000
    yield "keys", b"".join(b"k%d: 1\n" % n for n in range(700_000))
    yield "tags", head + b"- quote: a\n  file: b\n" * 400_000
    yield "one long quote", head + b'- quote: "' + b"a" * 9_900_000 + b'"\n  file: b\n'
    yield "no end of quote", head + b'- quote: "' + b"a\n" * 4_900_000
    yield "escapes", head + b'- quote: "' + b"\\x41" * 2_400_000 + b'"\n  file: b\n'
    yield "comments", b"# a\n" * 2_500_000
    yield "newlines", b"\n" * 10_000_000
    yield "spaces", b" " * 10_000_000
    yield "nul", b"\0" * 10_000_000
    yield "0xff", b"\xff" * 10_000_000
    yield "colons", b":" * 10_000_000
    yield "aliases", b"a: &a [x]\n" + b"b: [*a, *a]\n" * 400_000
    yield "merge keys", b"a: &a {b: 1}\n" + b"c: {<<: *a}\n" * 400_000
    yield "number", b"format: " + b"9" * 9_000_000
    yield "conflict marks", b"<<<<<<< a\n" * 900_000
    yield "conflict lines", b"<<<<<<< a\n" + b"x\n" * 2_000_000 + b"=======\n" + b"y\n" * 2_000_000
    yield "broken lists", head + b'- quote: "a\n' * 700_000
    yield "documents", b"---\n" * 2_400_000
    yield (
        "near keys",
        head + b"- quote: a\n  file: b\n" + b"".join(b"  quot%d: 1\n" % n for n in range(90_000)),
    )
    yield "sealed", head + b"sealed:\n" + b"".join(b'  "t%d": "1"\n' % n for n in range(90_000))


_ONE = """
import resource, sys, time
from pathlib import Path
from tui.session.store import Store
began = time.perf_counter()
store = Store.open(Path(sys.argv[1]), "s", "a")
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def hostile() -> Result:
    """B3: a hostile file gets an answer within 2 s and 300 MB."""
    faults, slowest, most, count = [], 0.0, 0.0, 0
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        path = Path(name) / "a.yaml"
        files: list[tuple[str, bytes]] = list(bombs())
        if found := corpus("self-made/yaml"):
            files += [(f.name, f.read_bytes()) for f in sorted(found.glob("*.yaml"))]
        for kind, content in files:
            path.write_bytes(content)
            count += 1
            command = [sys.executable, "-c", _ONE, str(path)]
            try:
                ran = subprocess.run(
                    command, capture_output=True, text=True, timeout=60, cwd=ROOT, check=False
                )
            except subprocess.TimeoutExpired:
                faults.append(f"{kind}: no answer in 60 s")
                continue
            if ran.returncode:
                faults.append(f"{kind}: {ran.stderr.strip().splitlines()[-1:] or ran.returncode}")
                continue
            seconds, megabytes = map(float, ran.stdout.split())
            slowest, most = max(slowest, seconds), max(most, megabytes)
            if seconds > 2 or megabytes > 300:
                faults.append(f"{kind}: {seconds:.1f} s, {megabytes:.0f} MB")
    words = told(faults, f"at most {slowest:.1f} s and {most:.0f} MB")
    return "B3 hostile files", f"{count} files to 10 MB", words, not faults


def suite() -> Result | None:
    """B3: the YAML test suite: only our own error leaves the loader."""
    from tui.errors import BadFile

    folder = corpus("yaml-test-suite")
    if folder is None:
        return None
    faults, count = [], 0
    for file in sorted(folder.rglob("in.yaml")):
        raw = file.read_bytes().decode("utf-8", "replace")
        count += 1
        for reader in (lambda t: parse(t, "x"), lambda t: read(t, "x", "s", "a")):
            try:
                reader(raw)
            except BadFile:
                pass
            except Exception as error:
                faults.append(f"{file.parent.name}: {type(error).__name__}")
    return "B3 YAML test suite", f"{count} files", told(faults, "only BadFile leaves"), not faults


def untouched(times: int) -> Result:
    """B4: one tag changes only its own block; what was not understood is kept byte for byte."""
    chance, faults = random.Random(6), []
    for _ in range(times):
        made = session(*chance.sample([1, 2, 3, 4], 3))
        blocks = []
        for line in fresh(made).text().splitlines(keepends=True):
            if line.startswith("- quote") and chance.random() < 0.5:
                blocks.append(f"# {chance.random()}\n")
            blocks.append(line)
            if line.startswith("  id:") and chance.random() < 0.5:
                blocks.append(
                    f"  x{chance.randrange(99)}: {chance.choice(['yes', '[1]', '{a: b}'])}\n"
                )
        with tempfile.TemporaryDirectory(prefix="torture-") as name:
            path = Path(name) / "a.yaml"
            path.write_text("".join(blocks), encoding="utf-8")
            opened = Desk.open(path, "fire", "anna")
            tag = chance.choice(opened.session.tags)
            opened.apply(toggle_label(opened.session, FIRE, tag.anchor.span, "check", NOW))
            opened.leave()
            before, after = (
                "".join(blocks).split("- quote"),
                path.read_text("utf-8").split("- quote"),
            )
            differ = [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
            mine = [n for n, b in enumerate(before) if f'id: "{tag.id}"' in b]
            last = len(before) - 1
            if not set(differ) <= {*mine, last} or not _same_but_seal(
                before[last], after[last], mine, last
            ):
                faults.append(f"blocks {differ} changed for {mine}")
    return (
        "B4 kept as written",
        f"{times} edited files",
        told(faults, "only its own block"),
        not faults,
    )


def _same_but_seal(before: str, after: str, mine: list[int], last: int) -> bool:
    if mine == [last]:
        return True
    return before.split("sealed:")[0] == after.split("sealed:")[0]


def newer() -> Result:
    """B6: unknown keys stay, a newer format is only looked at."""
    faults = []
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        path = Path(name) / "a.yaml"
        text = fresh(session(1)).text().replace("format: 1", "format: 2") + "future: {a: [1, 2]}\n"
        path.write_text(text, encoding="utf-8")
        opened = Desk.open(path, "fire", "anna")
        if "newer" not in opened.read_only or len(opened.session.tags) != 1:
            faults.append(opened.read_only)
        path.write_text(text.replace("format: 2", "format: 1"), encoding="utf-8")
        opened = Desk.open(path, "fire", "anna")
        opened.apply(toggle_label(opened.session, FIRE, claim(FIRE, 2), "fact", NOW))
        opened.leave()
        if "future: {a: [1, 2]}\n" not in path.read_text(encoding="utf-8"):
            faults.append("an unknown key was lost")
    return (
        "B6 other versions",
        "format 2, unknown keys",
        told(faults, "kept, read-only"),
        not faults,
    )


def jobs(fuzzed: int) -> list[tuple[str, Callable[[], Result | None]]]:
    """By the name of the promise."""
    return [
        ("B1", lambda: typed(fuzzed)),
        ("B2", mistakes),
        ("B3", hostile),
        ("B3", suite),
        ("B4", lambda: untouched(200)),
        ("B6", newer),
    ]
