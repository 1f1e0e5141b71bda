"""What marks say survives without colour: no two states of a claim look the same."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from rich.style import Style

import tui
from tests.page.story import body
from tests.view.sample import answering, make_app, saved_tags, use
from tests.view.user import using
from tui.model.alignment import Piece, Row
from tui.model.article import Story
from tui.model.finding import (
    Analysis,
    Contradiction,
    Fact,
    Kind,
    Mention,
    Only,
    Severity,
    Side,
    finding_key,
)
from tui.model.span import Span
from tui.model.tag import Decision, Relation, Session, Status, Verdict
from tui.page.aligned import AlignedSheet
from tui.page.lines import plain
from tui.page.marks import NO_MARKS, Mark, Marks
from tui.page.row_heads import row_heading
from tui.page.sheet import spot_at
from tui.page.signs import ASCII, UNICODE, Signs
from tui.session import edits
from tui.themefile import SHIPPED
from tui.view.app import RashomonApp
from tui.view.themed import signs_for
from tui.view.widgets.emphasis import Emphasis, hits_on, styled, traits_of
from tui.view.widgets.sheet_view import SheetView

WORDS = "The same words stand here"
"""Followed by a number, since two findings in the same words would be one to the session."""
STATES = (
    "plain", "shared", "same", "conflict", "current", "differs", "current differs", "only",
    "rejected", "rejected fact", "confirmed", "tag", "part", "hit", "hit here", "cursor", "chosen",
    "chosen end", "own", "note", "says the same", "contradicts", "changed", "in hand", "joined",
    "two ways", "current two ways",
)  # fmt: skip
"""A claim each, in the order of the lines of the article."""
HITS = ("hit", "hit here")
SAME_FACT = ("rejected fact", "plain")
"""A shared fact that the reader rejected is to be read as if it had not been found."""


def mention(state: str) -> Mention:
    """All words of the line but its last letter: tags on them are tags on words only."""
    start = STATES.index(state) * (len(WORDS) + 5)
    return Mention("A", Span(start, start + len(WORDS) + 3))


def whole(state: str) -> Span:
    """The claim."""
    return ARTICLE.paragraphs[STATES.index(state)].claims[0]


def contradiction(number: int, state: str) -> Contradiction:
    severity = Severity.DIFFERS if "differs" in state else Severity.CONFLICT
    kind = Kind.TAGGING if "two ways" in state else Kind.NUMBER
    side = Side(state, state, (mention(state),))
    return Contradiction(
        f"x{number}", kind, severity, state, (side,), (), 0.9, "test", state
    )  # fmt: skip


def fact(number: int, state: str) -> Fact:
    return Fact(f"f{number}", state, 2, (mention(state),))


TEXT = "\n".join(f"{WORDS} {n:02}." for n in range(len(STATES)))
ARTICLE = body(TEXT)
CHANGED = f"{WORDS} {STATES.index('changed'):02}."
BEFORE = body(TEXT.replace(CHANGED, CHANGED.replace("The same", "Many new")))
"""The article as it was when the claim that changed since was tagged."""
STORY = Story("s", "S", (ARTICLE,))
FOUND = (
    "conflict", "current", "differs", "current differs", "rejected", "confirmed", "two ways",
    "current two ways",
)  # fmt: skip
ANALYSIS = Analysis(
    rows=tuple(
        Row(n, "", 1.0, (), {"A": (Piece(n, p.span),)}) for n, p in enumerate(ARTICLE.paragraphs, 1)
    ),
    contradictions=tuple(contradiction(n, state) for n, state in enumerate(FOUND, 1)),
    facts=tuple(fact(n, s) for n, s in enumerate(("shared", "same", "rejected fact"), 1)),
    only=(Only(mention("only")),),
)


def session() -> Session:
    """What a reader did: tags of every sort, one confirmed and two rejected findings."""
    made = Session("s", "anna")
    for state in ("tag", "note", "says the same", "contradicts"):
        made = edits.toggle_label(made, ARTICLE, whole(state), "fact", "").session
    made = edits.toggle_label(made, ARTICLE, mention("part").span, "fact", "").session
    made = edits.toggle_label(made, BEFORE, whole("changed"), "fact", "").session
    unchecked, none = Status.UNCHECKED, None
    made = edits.set_note(made, (ARTICLE, whole("note")), "Ask!", unchecked, none, "").session
    for relation, state in (
        (Relation.SAME, "says the same"),
        (Relation.CONTRADICTS, "contradicts"),
    ):
        here = (ARTICLE, whole(state))
        made = edits.tie(made, here, (ARTICLE, whole("joined")), relation, "").session
    verdicts = {
        "rejected": Verdict.REJECTED,
        "confirmed": Verdict.CONFIRMED,
        "rejected fact": Verdict.REJECTED,
    }
    everything: list[Contradiction | Fact] = [*ANALYSIS.contradictions, *ANALYSIS.facts]
    decided = [
        Decision(finding_key(f, STORY), verdicts[s], "")
        for f in everything
        if (s := f.question if isinstance(f, Contradiction) else f.text) in verdicts
    ]
    return replace(made, decisions=tuple(sorted(decided, key=lambda d: d.finding)))


Drawn = tuple[tuple[str, tuple[bool, ...]], ...]
"""Words and what is left of their style, in the order of the line."""


def attributes(style: Style) -> tuple[bool, ...]:
    """What is left of a style where there is no colour."""
    kept = (
        style.bold, style.dim, style.italic, style.underline, style.underline2, style.reverse,
        style.strike,
    )  # fmt: skip
    return tuple(bool(k) for k in kept)


def appearance(view: SheetView, state: str) -> Drawn:
    """The words of one state with their signs and attributes, numbers and letters left out."""
    block, lit = STATES.index(state), view.emphasis
    assert view.sheet is not None
    drawn = [
        (text, attributes(style))
        for line in view.sheet.lines(block)[1:-1]
        for text, style in styled(
            line, lit, hits_on(lit.hits, traits_of(line)), view.book, view.signs
        )
        if text.strip()
    ]
    return tuple(("".join(c for c in t if not c.isdigit()).strip(" ."), a) for t, a in drawn)


def states(app: RashomonApp, view: SheetView) -> Iterator[tuple[str, Drawn]]:
    """Every state as it is drawn, the cursor on a claim of its own."""
    spot = spot_at(view.sheet, "A", mention("cursor").span.start) if view.sheet else None
    for state in STATES:
        current = f"x{FOUND.index(state) + 1}" if state.startswith("current") else "x2"
        chosen = mention(state) if state.startswith("chosen") else None
        end = chosen.span if chosen and state == "chosen end" else None
        held = Mention("A", whole("in hand"))
        hit = mention("hit here")
        same, hits = frozenset({"f2"}), app.reading.hits
        view.emphasis = Emphasis(spot, same, current, chosen, end, held, hits, hit)
        yield state, appearance(view, state)


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("theme", SHIPPED)
async def test_without_colour_no_two_marks_look_the_same(
    path: Path, theme: str, signs: Signs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    use(monkeypatch, answering(ANALYSIS))
    app = make_app(path, story=STORY, theme=theme, signs=signs)
    app.reading.desk.session = session()
    app.reading.query = "/{} ({:02}|{:02})/".format(WORDS, *map(STATES.index, HITS))
    async with using(app, (80, 60)) as user:
        view = user.page.view
        assert isinstance(view.sheet, AlignedSheet)
        own = Mark(mention("own").span, "own", "")  # only the screen that compares draws it
        view.sheet.marks = view.sheet.marks.joined(Marks({"A": [own]}))
        view.sheet._cache.clear()
        drawn = dict(states(app, view))
    alike = [
        (one, other)
        for one, other in combinations(STATES, 2)
        if drawn[one] == drawn[other] and {one, other} != set(SAME_FACT)
    ]
    assert alike == []
    assert any(look[3] for _, look in drawn["shared"])


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_without_colour_no_two_rows_look_the_same(signs: Signs) -> None:
    """A row as the program made it, one surely and one weakly, by hand, or all agreeing."""
    two = {id: (Piece(1, Span(0, 1)),) for id in "AB"}
    plain_row = Row(1, "", 1.0, (), two)
    rows = [
        (plain_row, False),
        (replace(plain_row, score=0.1), False),
        (replace(plain_row, by_hand=("A",)), False),
        (plain_row, True),
    ]
    drawn = [plain(row_heading(row, "AB", NO_MARKS, 60, signs, folded)) for row, folded in rows]
    assert len(set(drawn)) == len(rows)


@pytest.mark.parametrize("theme", SHIPPED)
async def test_every_look_a_page_uses_is_styled(path: Path, theme: str) -> None:
    from tui.view.looks import LOOKS

    app = make_app(path, theme=theme)
    async with using(app, (120, 40)) as user:
        book = user.page.view.book
        assert all(book.style(look).color is not None for look in LOOKS)
        assert book.style("conflict") != book.style("text")


@pytest.mark.parametrize(
    ("environment", "signs"),
    [
        ({"LC_ALL": "C"}, ASCII),
        ({"LANG": "de_DE"}, ASCII),
        ({"LC_ALL": "", "LC_CTYPE": "C", "LANG": "C.UTF-8"}, ASCII),
        ({"LANG": "en_US.utf8"}, UNICODE),
        ({"LC_CTYPE": "UTF-8"}, UNICODE),
    ],
)
def test_a_locale_without_utf8_gets_plain_signs(
    environment: dict[str, str], signs: Signs, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert signs_for("auto") is signs


@pytest.mark.parametrize(
    ("said", "is_plain"),
    [
        ({"LANG": "C"}, True),
        ({"LANG": "de_DE.ISO-8859-1"}, True),
        ({"LANG": "C.UTF-8"}, False),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, False),
    ],
)
def test_the_locale_is_the_one_that_was_asked_for(said: dict[str, str], is_plain: bool) -> None:
    """Python sets LC_CTYPE to UTF-8 itself, before the program begins, where the locale is C."""
    names = ("LANG", "LC_ALL", "LC_CTYPE", "PYTHONUTF8", "PYTHONCOERCECLOCALE")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from tui.view import themed; print(themed.signs_for('auto').plain)",
        ],
        env={k: v for k, v in os.environ.items() if k not in names} | said,
        cwd=Path(tui.__file__).parents[1],
        capture_output=True,
        check=True,
    )
    assert done.stdout.split() == [str(is_plain).encode()]


@pytest.mark.parametrize("theme", SHIPPED)
async def test_without_colour_words_stand_out_from_their_ground(
    path: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the terminal's own sixteen colours too, which Textual would turn black on black."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(saved_tags(path, ("A", "The ferry Alda", "fact")), theme=theme)
    async with using(app) as user:
        await user.press("right_square_bracket")
        drawn = [segment for strip in app.screen._compositor.render_strips() for segment in strip]
    hidden = [
        text
        for text, style, _ in drawn
        if text.strip() and style and style.color == style.bgcolor and not _own(style)
    ]
    assert hidden == []


def _own(style: Style) -> bool:
    """Whether both colours are the terminal's own, which it keeps apart."""
    return style.color is not None and style.color.is_default
