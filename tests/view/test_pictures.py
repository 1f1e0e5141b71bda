"""Whole screens as pictures: each screen, each width, each theme, and what goes wrong.

`make snapshots` accepts them as they are now. They hold no clock, path or host.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.page.story import ANALYSIS, BROKEN, QUIET, STORY, A
from tests.view.sample import answering, make_app, saved_tags, use
from tests.view.user import User, Words
from tui.errors import RashomonError
from tui.model.article import Story
from tui.model.finding import Analysis
from tui.model.settings import AnalysisSettings
from tui.page.signs import ASCII
from tui.themefile import SHIPPED
from tui.workspace import Progress

Compare = Callable[..., bool]


def pressing(*keys: str) -> Callable[[Pilot[Any]], Awaitable[None]]:
    """The keys that lead to a picture, each followed by all it starts."""

    async def run(pilot: Pilot[Any]) -> None:
        user = User(pilot)
        await user.pause()
        await user.settle()
        await user.press(*keys)
        user.app.clear_notifications()
        await user.pause()

    return run


@pytest.fixture
def tagged(path: Path) -> Path:
    """A session with three tags, a note and a decision, saved earlier."""
    return saved_tags(
        path,
        ("A", "The ferry Alda", "fact"),
        ("A", "The mayor, Lena", "quote"),
        ("A", "The line will stay", "check"),
    )


@pytest.mark.parametrize(
    "size", [(60, 20), (80, 24), (120, 40), (160, 45), (240, 60)], ids=lambda s: f"{s[0]}x{s[1]}"
)
def test_reader(snap_compare: Compare, tagged: Path, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(tagged), terminal_size=size, run_before=pressing("}", "]"))


@pytest.mark.parametrize("theme", SHIPPED[1:])
def test_reader_in_theme(snap_compare: Compare, tagged: Path, theme: str) -> None:
    app = make_app(tagged, theme=theme)
    assert snap_compare(app, terminal_size=(120, 36), run_before=pressing("}", "]"))


SCREENS = {
    "shared": ("}",),
    "compare": ("enter",),
    "source": ("o",),
    "tags": ("T",),
    "tags-filtered": ("T", "slash", Words("quote")),
    "help": ("f1",),
    "label-menu": ("t", "d"),
    "note": ("e", Words("Ask the hospital.")),
    "why": ("]", "question_mark"),
    "search": ("slash", Words("saturday")),
    "one-column": ("vertical_line",),
    "no-marks": ("f", "f", "f", "f"),
    "decided": ("]", "x", "]", "a"),
}


@pytest.mark.parametrize("name", SCREENS)
def test_screen(snap_compare: Compare, tagged: Path, name: str) -> None:
    app = make_app(tagged)
    assert snap_compare(app, terminal_size=(100, 32), run_before=pressing("[", *SCREENS[name]))


@pytest.mark.parametrize("size", [(40, 10), (59, 16), (30, 6)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_small(snap_compare: Compare, path: Path, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(path), terminal_size=size, run_before=pressing())


def test_without_colour(
    snap_compare: Compare, tagged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(tagged)
    assert snap_compare(app, terminal_size=(100, 32), run_before=pressing("]"))


def test_without_unicode(snap_compare: Compare, tagged: Path) -> None:
    app = make_app(tagged, signs=ASCII)
    assert snap_compare(app, terminal_size=(120, 32), run_before=pressing("]"))


def test_nothing_found(snap_compare: Compare, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, answering(QUIET))
    assert snap_compare(make_app(path), terminal_size=(100, 32), run_before=pressing())


def test_one_article(snap_compare: Compare, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Analysis(rows=tuple(r for r in ANALYSIS.rows if set(r.cells) == {"A"}))
    use(monkeypatch, answering(rows))
    app = make_app(path, story=Story("one", "One article", (A,)))
    assert snap_compare(app, terminal_size=(100, 32), run_before=pressing())


def test_unreadable_file(snap_compare: Compare, path: Path) -> None:
    app = make_app(path, story=Story("s", "A story", (A, BROKEN, *STORY.articles[1:])))
    assert snap_compare(app, terminal_size=(160, 32), run_before=pressing("g"))


def test_no_tags(snap_compare: Compare, path: Path) -> None:
    assert snap_compare(make_app(path), terminal_size=(100, 20), run_before=pressing("T"))


def test_comparison_failed(
    snap_compare: Compare, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(
        story: Story, _: AnalysisSettings, progress: Progress
    ) -> tuple[Story, Analysis]:
        raise RashomonError("The comparison stopped unexpectedly: out of memory")

    async def wait(pilot: Pilot[Any]) -> None:
        await User(pilot).settle()

    use(monkeypatch, refused)
    assert snap_compare(make_app(path), terminal_size=(100, 32), run_before=wait)


def test_session_of_a_newer_program(snap_compare: Compare, path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text('format: 99\nstory: "ferry"\nannotator: "anna"\n', encoding="utf-8")
    assert snap_compare(make_app(path), terminal_size=(100, 32), run_before=pressing())
