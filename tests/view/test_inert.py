"""Nothing in a file acts on the terminal or is taken for markup, with either gate alone."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.page.story import article
from tests.view.sample import NOW, answering, make_app, use
from tests.view.user import User, using
from tui.model.alignment import Piece, Row
from tui.model.article import Article, Story
from tui.model.clean import visible
from tui.model.finding import (
    Analysis,
    Contradiction,
    Fact,
    Kind,
    Mention,
    Only,
    Severity,
    Side,
)
from tui.model.span import Span
from tui.model.tag import Label, Session
from tui.session import edits
from tui.view.app import RashomonApp
from tui.view.terminal.safe import NoControls

LIVE = "\x1b]0;owned\x07\x1b[2J\x9b31m\x9d52;c;eA==\x9c\x08\r\x00\x7f\x85\u202e\u2066"
"""Title, clear screen, C1 colour and clipboard, and what overwrites or turns text round."""
MARKUP = "[sic] [/] [bold]b[/bold] [@click=app.quit]x[/] [$primary]"
EVIL = f"Said {MARKUP} {LIVE} end"
ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def evil_story(clean: bool) -> tuple[Story, Analysis]:
    """Articles whose every field is hostile; `clean` as reading would hand them on."""

    def words(text: str) -> str:
        return visible(text) if clean else text

    def made(id: str) -> Article:
        more = {"title": words(EVIL), "outlet": words(EVIL), "notes": (words(EVIL),)}
        return article(id, words(EVIL), words(f"Two {EVIL}"), **more, file=words(f"{id}{LIVE}.txt"))

    a, b = made("A"), made("B")
    broken = Article("C", words(f"c{LIVE}"), "", "", problem=words(EVIL))
    rows = tuple(
        Row(n, words(EVIL), 0.1, (words(EVIL),), {x.id: (Piece(n, x.paragraphs[n - 1].span),)
            for x in (a, b)}) for n in (1, 2)
    )  # fmt: skip
    first = {x.id: Mention(x.id, Span(0, len(x.paragraphs[0].span))) for x in (a, b)}
    found = Contradiction(
        "x1", Kind.WORDING, Severity.DIFFERS, words(EVIL),
        tuple(Side(id, words(EVIL), (first[id],)) for id in "AB"), (), 0.5, words(EVIL),
        words(EVIL),
    )  # fmt: skip
    second = tuple(Mention(x.id, x.paragraphs[1].span) for x in (a, b))
    fact = Fact("f1", words(EVIL), 2, second, words(EVIL))
    analysis = Analysis(
        rows=rows, facts=(fact,), contradictions=(found,), only=(Only(second[0], words(EVIL)),)
    )
    return Story(words(EVIL), words(EVIL), (a, b, broken), notes=(words(EVIL),)), analysis


def evil_session(story: Story, clean: bool) -> Session:
    """A session that somebody else wrote: labels, notes and meanings as bad as the texts."""
    name = visible(EVIL) if clean else EVIL
    labels = (Label(name, "1", name[:2], "", name), Label("fact", "2", "F"))
    session = Session(story.name, "anna", tagset=labels)
    one = story.articles[0]
    made = edits.toggle_label(session, one, one.paragraphs[0].claims[0], name, NOW).session
    tags = tuple(t._replace(note=name, conflict=(name,)) for t in made.tags)
    return replace(made, tags=tags)


def live(user: User) -> list[str]:
    """What stands on the screen that a terminal would obey."""
    strips = user.app.screen._compositor.render_strips()
    return [s.text for strip in strips for s in strip if not s.control and ACTS.search(s.text)]


def clicks(user: User) -> list[Any]:
    """Actions that the text on the screen would run when it is clicked."""
    strips = user.app.screen._compositor.render_strips()
    metas = [s.style.meta for strip in strips for s in strip if s.style is not None]
    return [m["@click"] for m in metas if "@click" in m] + [
        s.style.link for strip in strips for s in strip if s.style and s.style.link
    ]


TOUR = {
    "text": ("g",),
    "contradiction": ("g", "]"),
    "fact": ("}",),
    "why": ("]", "question_mark"),
    "compare": ("]", "enter"),
    "source": ("o",),
    "menu": ("t",),
    "note": ("]", "e"),
    "tags": ("T",),
    "toast": ("]", "1", "u"),
    "help": ("f1",),
    "palette": ("colon",),
    "search": ("slash", "s"),
}


async def tour(app: RashomonApp, seen: dict[str, str]) -> None:
    """Go everywhere; every live character and every click on the way goes into `seen`."""
    async with using(app, (90, 30)) as user:
        for name, keys in TOUR.items():
            await user.press(*keys)
            for acting in live(user):
                seen.setdefault(name, repr(acting))
            for action in clicks(user):
                seen.setdefault(f"click in {name}", repr(action))
            for _ in range(3):
                if user.place != "reader":
                    await user.press("escape")
        app.tell(EVIL, "error")
        await user.settle()
        for acting in live(user):
            seen.setdefault("error", repr(acting))
        assert visible(EVIL) in user.told


def evil_app(path: Path, monkeypatch: pytest.MonkeyPatch, clean: bool) -> RashomonApp:
    story, analysis = evil_story(clean)
    use(monkeypatch, answering(analysis))
    app = make_app(path, story=story)
    app.reading.desk.session = evil_session(story, clean)
    return app


async def test_nothing_acts_when_reading_lets_everything_through(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, str] = {}
    await tour(evil_app(path, monkeypatch, clean=False), seen)
    assert seen == {}


async def test_nothing_acts_when_the_gate_in_front_of_the_terminal_is_open(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NoControls, "apply", lambda self, segments, background: segments)
    seen: dict[str, str] = {}
    await tour(evil_app(path, monkeypatch, clean=True), seen)
    assert seen == {}


async def test_this_test_sees_what_acts_when_both_gates_are_open(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NoControls, "apply", lambda self, segments, background: segments)
    seen: dict[str, str] = {}
    await tour(evil_app(path, monkeypatch, clean=False), seen)
    assert "text" in seen


async def test_markup_in_a_text_is_shown_as_it_is_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = evil_app(path, monkeypatch, clean=True)
    async with using(app, (200, 40)) as user:
        for keys in ((), ("enter",), ("question_mark",), ("e",), ("T",)):
            await user.press(*keys)
            strips = user.app.screen._compositor.render_strips()
            shown = " ".join("".join(s.text for strip in strips for s in strip).split())
            assert "[sic]" in shown
            if keys:
                await user.press("escape")


def test_the_gate_leaves_clean_text_alone() -> None:
    from rich.segment import Segment
    from textual.color import Color

    gate = NoControls()
    text = "Plain “text” 東京 👩🏽‍🚒 e\u0301 [sic]"
    assert gate.apply([Segment(text)], Color(0, 0, 0)) == [Segment(text)]
    (one,) = gate.apply([Segment(EVIL)], Color(0, 0, 0))
    assert not ACTS.search(one.text)
    assert len(one.text) == len(EVIL)
