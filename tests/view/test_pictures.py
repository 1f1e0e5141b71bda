"""Whole screens as pictures: each screen, each width, each theme, and what goes wrong.

`make snapshots` accepts them as they are now. They hold no clock, path or host.
"""

from pathlib import Path

import pytest

from tests.page.story import ANALYSIS, BROKEN, QUIET, STORY, A
from tests.view.golden import Picture
from tests.view.sample import answering, make_app, saved_tags, use
from tests.view.user import Words
from tui.errors import RashomonError
from tui.model.article import Story
from tui.model.finding import Analysis
from tui.model.progress import Progress
from tui.model.settings import AnalysisSettings
from tui.page.signs import ASCII
from tui.themefile import SHIPPED


@pytest.fixture
def tagged(path: Path) -> Path:
    """A session with three tags, a note and a decision, saved earlier."""
    return saved_tags(
        path,
        ("A", "The ferry Alda", "fact"),
        ("A", "The mayor, Lena", "quote"),
        ("A", "The line will stay", "check"),
    )


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (160, 45), (240, 60)])
def test_reader(picture: Picture, tagged: Path, size: tuple[int, int]) -> None:
    assert picture(make_app(tagged), size, "}", "]")


@pytest.mark.parametrize("theme", SHIPPED[1:])
def test_reader_in_theme(picture: Picture, tagged: Path, theme: str) -> None:
    app = make_app(tagged, theme=theme)
    assert picture(app, (120, 36), "}", "]")


SCREENS = {
    "shared": ("}",),
    "compare": ("C",),
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
def test_screen(picture: Picture, tagged: Path, name: str) -> None:
    app = make_app(tagged)
    assert picture(app, (100, 32), "[", *SCREENS[name])


@pytest.mark.parametrize("size", [(40, 10), (59, 16), (30, 6)])
def test_small(picture: Picture, path: Path, size: tuple[int, int]) -> None:
    assert picture(make_app(path), size)


def test_without_colour(picture: Picture, tagged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(tagged)
    assert picture(app, (100, 32), "]")


def test_without_unicode(picture: Picture, tagged: Path) -> None:
    app = make_app(tagged, signs=ASCII)
    assert picture(app, (120, 32), "]")


def test_nothing_found(picture: Picture, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, answering(QUIET))
    assert picture(make_app(path), (100, 32))


def test_one_article(picture: Picture, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Analysis(rows=tuple(r for r in ANALYSIS.rows if set(r.cells) == {"A"}))
    use(monkeypatch, answering(rows))
    app = make_app(path, story=Story("one", "One article", (A,)))
    assert picture(app, (100, 32))


def test_unreadable_file(picture: Picture, path: Path) -> None:
    app = make_app(path, story=Story("s", "A story", (A, BROKEN, *STORY.articles[1:])))
    assert picture(app, (160, 32), "g")


def test_no_tags(picture: Picture, path: Path) -> None:
    assert picture(make_app(path), (100, 20), "T")


def test_comparison_failed(picture: Picture, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refused(
        story: Story, _: AnalysisSettings, progress: Progress
    ) -> tuple[Story, Analysis]:
        raise RashomonError("The comparison stopped unexpectedly: out of memory")

    use(monkeypatch, refused)
    assert picture(make_app(path), (100, 32), hushed=False)


def test_session_of_a_newer_program(picture: Picture, path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text('format: 99\nstory: "ferry"\nannotator: "anna"\n', encoding="utf-8")
    assert picture(make_app(path), (100, 32))
