"""The parts of screens: each does its job for any host, and none leans on a screen."""

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Size
from textual.screen import ModalScreen, Screen

from tests.page.story import ANALYSIS, STORY
from tests.view.places import made
from tests.view.sample import desk_at
from tui import keys
from tui.config import Config
from tui.errors import RashomonError
from tui.model.settings import Settings
from tui.model.tag import Session
from tui.page.marks import Show
from tui.session.edits import Edit
from tui.view.parts.edits import Edits
from tui.view.parts.filters import Filters
from tui.view.parts.hand import Hand
from tui.view.parts.links import Links
from tui.view.story.open_story import Cursor, OpenStory

ROOT = Path(__file__).parents[2]
PARTS = ROOT / "tui" / "view" / "parts"


class Host:
    """A screen without a terminal: it remembers what parts asked of it."""

    def __init__(self, path: Path) -> None:
        self.reading = OpenStory(STORY, lambda: desk_at(path))
        self.reading.turn_to(STORY, ANALYSIS)
        self.config, self.area = Config(Settings(), {}), Size(112, 30)
        self.told: list[str] = []
        self.drawn = 0

    def tell(self, words: str, kind: str = "information") -> None:
        self.told.append(words)

    def shown_key(self, id: str) -> str:
        return keys.shown(keys.BY_ID[id].keys[0])

    def show_window(self, window: Screen[Any], then: Callable[[Any], None] | None = None) -> object:
        raise AssertionError("no window is to be shown")

    def rebuild(self) -> None:
        self.drawn += 1

    def draw_around(self) -> None:
        self.drawn += 1

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool:
        return True

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any) -> bool:
        return True

    def save(self) -> None:
        """Nothing is kept."""

    def came_back(self) -> None:
        """The cursor is shown wherever it is."""

    def no_claim(self) -> str:
        return "There is no claim here"

    def findings(self) -> list[Any]:
        return []


def test_the_marks_are_cycled_and_say_what_hides(path: Path) -> None:
    host = Host(path)
    filters = Filters(host)
    while host.reading.show is not Show.NONE:
        filters.commands["cycle-marks"]()
    assert filters.unusual == ("no marks",)
    assert filters.says_hidden(Show.ALL)
    assert host.told[-1].startswith("Marks of this sort are hidden")
    assert host.drawn


def test_no_key_begins_a_comparison_that_goes_on_already(path: Path) -> None:
    host = Host(path)
    host.reading.analysed = False
    filters = Filters(host)
    assert filters.not_compared.endswith("F5 compares them")
    host.reading.comparing.begin()
    assert filters.not_compared.startswith("The articles are still being compared")


def test_nothing_is_done_where_no_claim_is_in_hand(path: Path) -> None:
    host = Host(path)
    links = Links(host, Hand(host), Edits(host))
    links.commands["link-same"]()
    assert host.told == ["There is no claim here"]
    assert host.reading.held is None


def test_a_claim_taken_in_hand_is_put_down_by_the_same_key(path: Path) -> None:
    host = Host(path)
    host.reading.cursor = Cursor("A", STORY.articles[0].paragraphs[0].span.start)
    links = Links(host, Hand(host), Edits(host))
    links.commands["link-same"]()
    assert host.reading.held is not None
    links.commands["link-contradicts"]()
    assert host.reading.held is None


def test_what_begins_with_a_change_is_called_even_if_it_cannot_be_made(path: Path) -> None:
    host = Host(path)
    edits, order = Edits(host), list[str]()
    edits.begins.append(lambda: order.append("begun"))

    def refuse(_: Session) -> Edit:
        order.append("asked")
        raise RashomonError("This cannot be")

    assert not edits.change(refuse)
    assert order == ["begun", "asked"]
    assert host.told == ["This cannot be"]
    assert not host.drawn


@pytest.mark.parametrize("module", sorted(PARTS.glob("*.py")), ids=lambda p: p.stem)
def test_a_part_names_a_screen_only_to_open_it(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    named = [n.module or "" for n in tree.body if isinstance(n, ast.ImportFrom)]
    assert [name for name in named if name.startswith(("tui.view.screens", "tui.view.app"))] == []


def test_the_map_of_the_screens_names_every_part() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text("utf-8").partition("## The screens")[2]
    assert [p.stem for p in sorted(PARTS.glob("[a-z]*.py")) if f"`{p.stem}`" not in told] == []


@pytest.mark.parametrize("at", keys.PLACES)
def test_no_part_hides_something_of_textuals(at: str, path: Path) -> None:
    screen = made(at, path)
    theirs: Screen[Any] = ModalScreen() if isinstance(screen, ModalScreen) else Screen()
    ours = set(vars(screen)) - set(vars(theirs))
    assert sorted(ours & set(dir(theirs))) == []
