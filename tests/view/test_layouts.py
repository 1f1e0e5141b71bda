"""Layouts, filters, pins and what changed: by key, with the cursor on its claim all the while."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page.story import ANALYSIS, STORY, article
from tests.view.sample import (
    Words,
    answering,
    app_of,
    claim,
    open_app,
    page_of,
    piloted,
    press,
    reader_of,
    reading_of,
    screen_of,
    screen_text,
    settle,
    stored,
    to,
    told,
    use,
)
from tui import workspace
from tui.model.finding import Kind
from tui.model.settings import ScreenSettings
from tui.page.filters import Certainty
from tui.view.screens.reader import ReaderScreen

SIZES = st.tuples(st.integers(40, 300), st.integers(10, 100))
CHANGES = st.sampled_from(
    ("vertical_line", "Z", "z", "H", "L", "comma", "s", "w", "B", "f", "plus")
)


def row_of_the_cursor(screen: ReaderScreen) -> int | None:
    """Body line on which the cursor's claim begins, or None when it is off screen."""
    assert screen.page.spot is not None
    return screen.page.view.line_of(screen.page.spot)


STEPS = st.lists(st.one_of(SIZES, CHANGES), min_size=4, max_size=8)
STARTS = st.sampled_from(("]", "}", "J", "G", ")"))


@settings(max_examples=2)
@given(STEPS, STARTS)
def test_no_size_layout_or_filter_moves_the_cursor_off_its_claim(
    tmp_path_factory: pytest.TempPathFactory, steps: list[object], start: str
) -> None:
    asyncio.run(walk(tmp_path_factory.mktemp("layouts") / "anna.yaml", steps, start))


@pytest.mark.slow
@settings(max_examples=60)
@given(STEPS, STARTS)
def test_no_way_through_many_layouts_does_either(
    tmp_path_factory: pytest.TempPathFactory, steps: list[object], start: str
) -> None:
    asyncio.run(walk(tmp_path_factory.mktemp("layouts") / "anna.yaml", steps, start))


async def walk(path: Path, steps: list[object], start: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        use(patch, answering())
        async with open_app(path, (120, 40)) as pilot:
            await press(pilot, start)
            before = claim(pilot)
            for step in steps:
                if isinstance(step, str):
                    await press(pilot, step)
                else:
                    await pilot.resize_terminal(*step)  # type: ignore[misc]
                    await settle(pilot)
                assert claim(pilot) == before, step
                screen = screen_of(pilot)
                assert isinstance(screen, ReaderScreen)
                assert row_of_the_cursor(screen) is not None, step


@piloted
async def test_the_top_line_says_what_shows_otherwise_than_at_first(path: Path) -> None:
    async with open_app(path) as pilot:
        for key, words in (
            ("vertical_line", "flow"),
            ("vertical_line", "stack"),
            ("f", "conflicts only · stack"),
            ("vertical_line", "conflicts only"),
            ("z", "conflicts only · tall cells whole"),
        ):
            await press(pilot, key)
            assert f" {words} " in screen_text(pilot).splitlines()[0]
        assert told(pilot) == []


@piloted
async def test_a_column_is_moved_and_the_base_stays(path: Path) -> None:
    async with open_app(path) as pilot:
        reading = reading_of(pilot)
        to(pilot, "B", "Nine people")
        await press(pilot, "L")
        assert reading.order == ("A", "C", "B", "D")
        await press(pilot, "H", "H")
        assert reading.order == ("A", "B", "C", "D")
        assert told(pilot)[-1] == "B is the first of these columns"
        to(pilot, "A", "Twelve people")
        await press(pilot, "L")
        assert "base stays" in told(pilot)[-1]


@piloted
async def test_certainty_kinds_and_blind_change_counts_walks_and_marks_alike(path: Path) -> None:
    async with open_app(path) as pilot:
        reading = reading_of(pilot)
        await press(pilot, "w")
        assert told(pilot)[-1] == "Everything: 3 of 3 contradictions show."
        await press(pilot, "w")
        assert reading.filter.certainty is Certainty.STRICT
        assert "strict" in screen_text(pilot).splitlines()[0]
        await press(pilot, "w", "c", "j", "enter")
        assert reading.filter.kinds == (Kind.DATE,)
        assert "≠1" in screen_text(pilot).splitlines()[0].replace(" ", "")
        await press(pilot, "]")
        assert reading.current == "x3"
        await press(pilot, "B")
        shown = screen_text(pilot)
        assert "blind" in shown.splitlines()[0]
        assert "shared" not in shown.splitlines()[0]
        assert not set("≠≈≡") & set("".join(shown.splitlines()[1:]))
        await press(pilot, "]")
        assert "You read blind" in told(pilot)[-1]
        await press(pilot, "B")
        assert "≠3" in screen_text(pilot)


@piloted
async def test_agreeing_rows_fold_and_a_click_on_one_opens_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calm = replace(ANALYSIS, contradictions=(), only=())
    use(monkeypatch, answering(calm))
    async with open_app(path) as pilot:
        await press(pilot, "g", "Z")
        assert "1 row in which all agree is folded" in told(pilot)[-1]
        assert "≡ all agree" in screen_text(pilot)
        await press(pilot, "J")
        assert claim(pilot)[1].startswith("The captain")
        await press(pilot, "{")
        assert claim(pilot)[1].startswith("The ferry Alda struck")
        assert "≡ all agree" not in screen_text(pilot)


@piloted
async def test_a_pin_and_a_split_keep_the_claim_and_are_undone_in_words(path: Path) -> None:
    async with open_app(path) as pilot:
        reading = reading_of(pilot)
        to(pilot, "A", "The line will stay")
        await press(pilot, "ampersand")
        assert "& A to be pinned" in screen_text(pilot).splitlines()[0]
        to(pilot, "C", "The service will")
        before = claim(pilot)
        await press(pilot, "ampersand")
        assert claim(pilot) == before
        assert len(reading.analysis.rows) == len(ANALYSIS.rows) - 1
        assert len(stored(path).pins) == 2
        await press(pilot, "percent_sign")
        assert claim(pilot) == before
        await press(pilot, "u", "u")
        assert told(pilot)[-1].startswith("Undone: pinned A and C into one row")
        assert reading.analysis.rows == ANALYSIS.rows


@piloted
async def test_escape_lets_go_of_what_was_to_be_pinned(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "ampersand", "escape")
        assert reading_of(pilot).to_pin is None
        assert stored(path).pins == ()


@pytest.mark.parametrize("width", [60, 80, 111])
@piloted
async def test_the_spine_lies_over_the_columns_where_there_is_no_room(
    path: Path, width: int
) -> None:
    async with open_app(path, (width, 24)) as pilot:
        before, sheet = screen_text(pilot).splitlines(), page_of(pilot).view.sheet
        assert "STORY" not in before[1]
        await press(pilot, "s")
        shown = screen_text(pilot).splitlines()
        assert shown[1].startswith(" STORY")
        assert [line[34:] for line in shown[:-3]] == [line[34:] for line in before[:-3]]
        assert page_of(pilot).view.sheet is sheet
        await press(pilot, "escape")
        assert screen_text(pilot).splitlines()[1:] == before[1:]


@pytest.mark.parametrize("height", [20, 30])
@piloted
async def test_a_hidden_article_that_takes_a_side_is_named(path: Path, height: int) -> None:
    async with open_app(path, (112, height)) as pilot:
        to(pilot, "B", "Nine people")
        await press(pilot, "-")
        to(pilot, "A", "Twelve people")
        await press(pilot, "j", "k", "escape")
        assert "B is hidden, + shows all" in screen_text(pilot)
        await press(pilot, "+")
        assert "is hidden, +" not in screen_text(pilot)


@piloted
async def test_a_spine_over_the_columns_goes_where_the_screen_grows_wide(path: Path) -> None:
    async with open_app(path, (80, 24)) as pilot:
        await press(pilot, "s")
        for width, shows in ((112, True), (80, False), (59, False)):
            await pilot.resize_terminal(width, 24)
            await settle(pilot)
            assert ("STORY" in screen_text(pilot)) is shows
        await press(pilot, "s")
        assert "needs 60 columns" in told(pilot)[-1]


@piloted
async def test_all_hits_are_tagged_after_one_question_and_taken_back_at_once(path: Path) -> None:
    async with open_app(path) as pilot:
        to(pilot, "A", "Divers")
        await press(pilot, "2", "slash", Words("rudder"), "enter", "M")
        assert told(pilot)[-1] == "M again puts ‘doubtful’ on 3 claims: A 1, B 1, C 1"
        assert len(stored(path).tags) == 1
        await press(pilot, "M")
        assert len(stored(path).tags) == 4
        await press(pilot, "u")
        assert len(stored(path).tags) == 1


@piloted
async def test_hits_are_counted_by_article_and_a_wrong_expression_is_explained(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "slash", Words("rudder"))
        assert "A 1  B 1  C 1  D 0" in screen_text(pilot)
        await press(pilot, "enter", "slash", *("backspace",) * 6, "slash", *"(x")
        assert "missing ) at character 3" in screen_text(pilot)
        await press(pilot, "up")
        assert reading_of(pilot).query == "rudder"


@piloted
async def test_filters_folds_and_order_are_there_again(path: Path) -> None:
    async with open_app(path) as pilot:
        to(pilot, "B", "Nine people")
        await press(pilot, "1", "L", "w", "c", "j", "enter", "Z", "z", "B", "q")
    async with open_app(path) as pilot:
        reading = reading_of(pilot)
        assert reading.columns[:3] == ("A", "C", "B")
        assert reading.filter == (Certainty.EVERYTHING, (Kind.DATE,), True)
        assert (reading.agreeing_folded, reading.folded) == (True, False)
        assert reading.seen.count


@piloted
async def test_the_hint_is_there_until_a_contradiction_is_walked_to(path: Path) -> None:
    async with open_app(path) as pilot:
        assert "] walks the disagreements" in screen_text(pilot)
        await press(pilot, "j")
        assert "] walks the disagreements" in screen_text(pilot)
        await press(pilot, "]")
        assert "] walks the disagreements" not in screen_text(pilot)


@piloted
async def test_in_a_low_window_the_hint_is_one_line(path: Path) -> None:
    async with open_app(path, (80, 24)) as pilot:
        assert "] next · ? why · 1 tags · F1 all keys" in screen_text(pilot)
        await press(pilot, "]")
        assert "F1 all keys" not in screen_text(pilot)


@piloted
async def test_after_a_file_was_edited_the_cursor_stays_on_its_words_and_news_is_told(
    path: Path,
) -> None:
    first, *others = STORY.articles
    lines = first.text.split("\n")
    edited = article("A", "A line that is new.", *lines[1:5], title=first.title)
    later = replace(STORY, articles=(edited, *others))
    stories = [STORY]
    async with open_app(path, read_again=lambda: stories[0]) as pilot:
        to(pilot, "A", "The line will stay")
        await press(pilot, "1")
        stories[0] = later
        await press(pilot, "f5")
        await settle(pilot)
        assert claim(pilot)[1].startswith("The line will stay closed")
        assert told(pilot)[-1].startswith("A changed since you tagged it:")


@piloted
async def test_a_file_that_changes_on_disk_is_named_with_the_key_that_reads_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = {a.file: (1, 1) for a in STORY.articles}
    monkeypatch.setattr(workspace, "file_states", lambda _: dict(states))
    async with open_app(path, (140, 30)) as pilot:
        screen = reader_of(pilot)
        await screen.files.look()
        assert "changed on disk" not in screen_text(pilot)
        states["b.txt"] = (2, 1)
        await screen.files.look()
        await settle(pilot)
        assert "B changed on disk: F5 reads again" in screen_text(pilot).splitlines()[0]
        assert app_of(pilot).is_running


@pytest.mark.parametrize(("heights", "rows"), [((16, 30), 6), ((16, 50), 1), ((50, 60), 0)])
@piloted
async def test_the_heights_of_the_bar_are_settings(
    path: Path, heights: tuple[int, int], rows: int
) -> None:
    bar, box = heights
    async with open_app(path, (100, 40), screen=ScreenSettings(bar=bar, box=box)) as pilot:
        shown = pilot.app.screen.query_one("#bar")
        assert (shown.size.height if shown.display else 0) == rows
