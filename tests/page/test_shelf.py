"""The list of stories as lines: what each story tells of itself and of the work on it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.shelf import StoryCard, Work
from tui.page.lines import plain
from tui.page.shelf import (
    CARD_LINES,
    ShelfOrder,
    card_lines,
    head_line,
    listed,
    next_order,
)
from tui.page.signs import ASCII, UNICODE
from tui.page.wrap import width_of

WORK = Work("anna", 12, 3, 17, 21, 9, 4, "2025-07-20T10:00:00+02:00", 2)
FERRY = StoryCard(
    "s/ferry", "ferry", True, "A ferry strikes the pier", 4, date(2025, 5, 4), date(2025, 5, 6),
    work=WORK, place="C “The Alda was built in 1998.",
)  # fmt: skip
DAY = date(2025, 10, 15)
FIRE = StoryCard("s/fire", "fire", True, "Fire at the harbour", 1, DAY, DAY)
EMPTY = StoryCard("s/empty", "empty", True, "empty", problem="holds no articles")
UNREAD = StoryCard("s/unread", "unread")
CARDS = (EMPTY, FERRY, FIRE, UNREAD)


def told(card: StoryCard, width: int = 140, here: bool = False) -> list[str]:
    return [plain(line).rstrip() for line in card_lines(card, 0, width, here, False, UNICODE)]


def test_a_story_tells_its_days_and_what_was_done() -> None:
    first, second, blank = told(FERRY, here=True)
    assert first.startswith("▌ A ferry strikes the pier")
    assert first.endswith("━━━━━━━━──   4 articles          4–6 May 2025")
    assert second == (
        "▌   ferry · ⚑ 12 · 4 of 9 undecided · 17 of 21 rows seen · last 20 Jul 2025"
        " · 2 more annotators · C “The Alda was built in 1998."
    )
    assert blank == ""


def test_nothing_is_cut_to_a_dot_or_a_letter() -> None:
    for width in range(40, 160):
        shown = told(FERRY, width)[1].rstrip()
        assert not shown.endswith(("·", "· …")), shown
        assert len(shown.rpartition(" · ")[2]) >= 4, shown


def test_a_story_that_was_not_begun_says_so() -> None:
    assert told(FIRE)[0].endswith("1 article           15 Oct 2025")
    assert told(FIRE)[1] == "    fire · not begun"
    assert told(FIRE._replace(place="A “It burnt.”"))[1] == (
        "    fire · nothing tagged · A “It burnt.”"
    )


def test_files_that_cannot_be_read_are_told_of() -> None:
    some = FIRE._replace(unreadable=2)
    assert told(some)[1] == "    fire · 2 files cannot be read · not begun"


def test_a_story_that_cannot_be_opened_says_why() -> None:
    assert told(EMPTY)[1] == "    empty · holds no articles"
    broken = FERRY._replace(work=WORK._replace(problem="anna.yaml:3: not a session"))
    assert "anna.yaml:3" in told(broken)[1]


def test_before_it_is_looked_into_a_story_has_its_name() -> None:
    assert told(UNREAD)[:2] == [f"  unread{'…':>131}", "    unread"]


def test_a_story_never_compared_counts_what_the_reader_did() -> None:
    card = FERRY._replace(work=WORK._replace(rows=0, conflicts=0))
    assert "⚑ 12 · 3 decided · last" in told(card)[1]


@pytest.mark.parametrize(
    ("words", "order", "found"),
    [
        ("", ShelfOrder.NAME, ["empty", "ferry", "fire", "unread"]),
        ("PIER", ShelfOrder.NAME, ["ferry"]),
        ("oct 2025", ShelfOrder.NAME, ["fire"]),
        ("nothing", ShelfOrder.NAME, []),
        ("", ShelfOrder.DATE, ["fire", "ferry", "empty", "unread"]),
        ("", ShelfOrder.WORK, ["ferry", "empty", "fire", "unread"]),
        ("", ShelfOrder.LEFT, ["ferry", "empty", "fire", "unread"]),
    ],
)
def test_stories_are_filtered_and_sorted(words: str, order: ShelfOrder, found: list[str]) -> None:
    assert [card.name for card in listed(CARDS, words, order)] == found


def test_numbers_in_names_count_as_numbers() -> None:
    names = ["day-10", "day-9", "Day-1b", "x", "2²", "١"]
    found = listed([StoryCard(n, n) for n in names], "", ShelfOrder.NAME)
    assert [card.name for card in found][-4:] == ["Day-1b", "day-9", "day-10", "x"]


def test_the_order_comes_round_again() -> None:
    order = ShelfOrder.NAME
    for _ in ShelfOrder:
        order = next_order(order)
    assert order is ShelfOrder.NAME


def test_the_line_above_tells_how_many_and_whether_it_knows_all() -> None:
    line = plain(head_line("stories", 1, CARDS, ShelfOrder.NAME, {"order": "r"}, 80))
    assert line.rstrip() == " Stories: 1 of 4 · looking into 1…  r order folder  stories"


@settings(deadline=None)
@given(st.sampled_from(CARDS), st.integers(40, 300), st.booleans(), st.booleans(), st.booleans())
def test_every_line_is_as_wide_as_the_screen(
    card: StoryCard, width: int, here: bool, current: bool, ascii: bool
) -> None:
    wide = card._replace(title=f"{card.title} 東京 ⛴️ {card.title}")
    lines = card_lines(wide, 3, width, here, current, ASCII if ascii else UNICODE)
    assert len(lines) == CARD_LINES
    assert {width_of(plain(line)) for line in lines} == {width}


@pytest.mark.parametrize(("width", "line"), [(40, None), (60, 1), (79, 1), (80, 0), (140, 0)])
def test_the_title_comes_before_the_days_where_there_is_no_room_for_both(
    width: int, line: int | None
) -> None:
    card = FIRE._replace(title="A long name of a fire in the old harbour of the town")
    lines = [plain(found) for found in card_lines(card, 0, width, False, True, UNICODE)]
    assert [n for n, found in enumerate(lines) if str(DAY.year) in found] == (
        [] if line is None else [line]
    )
    assert "A long name of a" in lines[0]
    assert "fire · open now" in lines[1]
