"""Layouts, filters, pins and what changed: by key, with the cursor on its claim all the while."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page.story import ANALYSIS, STORY, article
from tests.view.sample import answering, make_app, stored, use
from tests.view.user import Words, open_app, using
from tui import workspace
from tui.model.finding import Kind
from tui.model.settings import ScreenSettings
from tui.page.filters import Certainty
from tui.session.last_read import LastRead
from tui.view.screens.reader import ReaderScreen
from tui.view.story.changes import since_left

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
        async with open_app(path, (120, 40)) as user:
            await user.press(start)
            before = user.claim
            for step in steps:
                if isinstance(step, str):
                    await user.press(step)
                else:
                    await user.resize(*step)  # type: ignore[misc]
                assert user.claim == before, step
                screen = user.screen
                assert isinstance(screen, ReaderScreen)
                assert row_of_the_cursor(screen) is not None, step


async def test_the_top_line_says_what_shows_otherwise_than_at_first(path: Path) -> None:
    async with open_app(path) as user:
        for key, words in (
            ("vertical_line", "flow"),
            ("vertical_line", "stack"),
            ("f", "conflicts only · stack"),
            ("vertical_line", "conflicts only"),
            ("z", "conflicts only · tall cells whole"),
        ):
            await user.press(key)
            assert f" {words} " in user.text.splitlines()[0]
        assert user.told == []


async def test_a_column_is_moved_and_the_base_stays(path: Path) -> None:
    async with open_app(path) as user:
        reading = user.reading
        user.to("B", "Nine people")
        await user.press("L")
        assert reading.order == ("A", "C", "B", "D")
        await user.press("H", "H")
        assert reading.order == ("A", "B", "C", "D")
        assert user.told[-1] == "B is the first of these columns"
        user.to("A", "Twelve people")
        await user.press("L")
        assert "base stays" in user.told[-1]


async def test_certainty_kinds_and_blind_change_counts_walks_and_marks_alike(path: Path) -> None:
    async with open_app(path) as user:
        reading = user.reading
        await user.press("w")
        assert user.told[-1] == "Everything: 3 of 3 contradictions show."
        await user.press("w")
        assert reading.filter.certainty is Certainty.STRICT
        assert "strict" in user.text.splitlines()[0]
        await user.press("w", "c", "j", "enter")
        assert reading.filter.kinds == (Kind.DATE,)
        assert "≠1" in user.text.splitlines()[0].replace(" ", "")
        await user.press("]")
        assert reading.current == "x3"
        await user.press("B")
        shown = user.text
        assert "blind" in shown.splitlines()[0]
        assert "shared" not in shown.splitlines()[0]
        assert not set("≠≈≡") & set("".join(shown.splitlines()[1:]))
        await user.press("]")
        assert "You read blind" in user.told[-1]
        await user.press("B")
        assert "≠3" in user.text


async def test_agreeing_rows_fold_and_a_click_on_one_opens_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calm = replace(ANALYSIS, contradictions=(), only=())
    use(monkeypatch, answering(calm))
    async with open_app(path) as user:
        await user.press("g", "Z")
        assert "1 row in which all agree is folded" in user.told[-1]
        assert "≡ all agree" in user.text
        await user.press("J")
        assert user.claim[1].startswith("The captain")
        await user.press("{")
        assert user.claim[1].startswith("The ferry Alda struck")
        assert "≡ all agree" not in user.text


async def test_a_pin_and_a_split_keep_the_claim_and_are_undone_in_words(path: Path) -> None:
    async with open_app(path) as user:
        reading = user.reading
        user.to("A", "The line will stay")
        await user.press("ampersand")
        assert "& A to be pinned" in user.text.splitlines()[0]
        user.to("C", "The service will")
        before = user.claim
        await user.press("ampersand")
        assert user.claim == before
        assert len(reading.analysis.rows) == len(ANALYSIS.rows) - 1
        assert len(stored(path).pins) == 2
        await user.press("percent_sign")
        assert user.claim == before
        await user.press("u", "u")
        assert user.told[-1].startswith("Undone: pinned A and C into one row")
        assert reading.analysis.rows == ANALYSIS.rows


async def test_escape_lets_go_of_what_was_to_be_pinned(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("ampersand", "escape")
        assert user.reading.to_pin is None
        assert stored(path).pins == ()


@pytest.mark.parametrize(("width", "covered"), [(60, 34), (77, 34), (78, 39), (80, 40), (111, 55)])
async def test_the_spine_lies_over_the_columns_where_there_is_no_room(
    path: Path, width: int, covered: int
) -> None:
    """Over two columns it takes the first whole."""
    async with open_app(path, (width, 24)) as user:
        before, sheet = user.text.splitlines(), user.page.view.sheet
        assert "STORY" not in before[1]
        await user.press("s")
        shown = user.text.splitlines()
        assert shown[1].startswith(" STORY")
        assert [line[covered:] for line in shown[:-3]] == [line[covered:] for line in before[:-3]]
        assert covered == 34 or before[1][covered - 1] == "│" == shown[1][covered - 1]
        assert user.page.view.sheet is sheet
        await user.press("escape")
        assert user.text.splitlines()[1:] == before[1:]


async def test_no_shred_of_a_heading_stands_beside_a_spine_that_lies_over_it(path: Path) -> None:
    first, *others = ANALYSIS.rows
    rows = (replace(first, title="Mayor " * 20), *others)
    with pytest.MonkeyPatch.context() as patch:
        use(patch, answering(replace(ANALYSIS, rows=rows)))
        async with open_app(path, (80, 24)) as user:
            await user.press("g")
            before = user.text.splitlines()
            y = next(y for y, line in enumerate(before) if line.count("Mayor") > 6)
            await user.press("s")
            beside = user.text.splitlines()[y][40:]
            assert "yor" not in beside
            assert "A" in beside
            await user.press("s")
            assert user.text.splitlines()[y] == before[y]


@pytest.mark.parametrize("height", [20, 30])
async def test_a_hidden_article_that_takes_a_side_is_named(path: Path, height: int) -> None:
    async with open_app(path, (112, height)) as user:
        user.to("B", "Nine people")
        await user.press("-")
        user.to("A", "Twelve people")
        await user.press("j", "k", "escape")
        assert "B is hidden, + shows all" in user.text
        await user.press("+")
        assert "is hidden, +" not in user.text


async def test_a_spine_over_the_columns_goes_where_the_screen_grows_wide(path: Path) -> None:
    async with open_app(path, (80, 24)) as user:
        await user.press("s")
        for width, shows in ((112, True), (80, False), (59, False)):
            await user.resize(width, 24)
            assert ("STORY" in user.text) is shows
        await user.press("s")
        assert "needs 60 columns" in user.told[-1]


async def test_hits_are_counted_by_article_and_a_wrong_expression_is_explained(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("slash", Words("rudder"))
        assert "A 1  B 1  C 1  D 0" in user.text
        await user.press("enter", "slash", *("backspace",) * 6, "slash", *"(x")
        assert "missing ) at character 3" in user.text
        await user.press("up")
        assert user.reading.query == "rudder"


async def test_filters_folds_and_order_are_there_again(path: Path) -> None:
    async with open_app(path) as user:
        user.to("B", "Nine people")
        await user.press("1", "L", "w", "c", "j", "enter", "Z", "z", "B", "q")
    async with open_app(path) as user:
        reading = user.reading
        assert reading.chosen.columns[:3] == ("A", "C", "B")
        assert reading.filter == (Certainty.EVERYTHING, (Kind.DATE,), True)
        assert (reading.chosen.agreeing_folded, reading.chosen.folded) == (True, False)
        assert reading.seen.count


async def test_the_hint_is_there_until_a_contradiction_is_walked_to(path: Path) -> None:
    async with open_app(path) as user:
        assert "] walks the contradictions" in user.text
        await user.press("j")
        assert "] walks the contradictions" in user.text
        await user.press("]")
        assert "] walks the contradictions" not in user.text


async def test_in_a_low_window_the_hint_is_one_line(path: Path) -> None:
    async with open_app(path, (80, 24)) as user:
        assert "] next · ? why · 1 tags · F1 all keys" in user.text
        await user.press("]")
        assert "F1 all keys" not in user.text


async def test_after_a_file_was_edited_the_cursor_stays_on_its_words_and_news_is_told(
    path: Path,
) -> None:
    first, *others = STORY.articles
    lines = first.text.split("\n")
    edited = article("A", "A line that is new.", *lines[1:5], title=first.title)
    later = replace(STORY, articles=(edited, *others))
    stories = [STORY]
    async with open_app(path, read_again=lambda: stories[0]) as user:
        user.to("A", "The line will stay")
        await user.press("1")
        stories[0] = later
        await user.press("f5")
        await user.settle()
        assert user.claim[1].startswith("The line will stay closed")
        assert user.told[-1].startswith("A changed since you tagged it:")


async def test_what_was_edited_since_last_time_is_told_once_also_without_a_tag(path: Path) -> None:
    first, *others = [replace(a, sha256=f"of {a.file}") for a in STORY.articles]
    before = replace(STORY, articles=(first, *others))
    edited = replace(STORY, articles=(replace(first, sha256="of other bytes"), *others))
    told = []
    for story in (before, before, edited, edited):
        app = make_app(path, story=story)
        app.reading.desk.last_read = LastRead(path.with_name("read.json"))
        async with using(app) as user:
            told += [words for words in user.told if "Since last time" in words]
    assert told == ["Since last time: A changed"]


def test_an_article_that_came_and_one_that_went_are_told() -> None:
    come = replace(
        STORY, articles=tuple(replace(a, sha256=a.sha256 or "1") for a in STORY.articles)
    )
    known = {"gone.txt": "1f", **{a.file: a.sha256 for a in come.articles[1:]}}
    assert since_left(known, come) == "Since last time: A is new; gone.txt is gone"
    assert since_left({}, come) == ""


async def test_a_file_that_changes_on_disk_is_named_with_the_key_that_reads_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = {a.file: (1, 1) for a in STORY.articles}
    monkeypatch.setattr(workspace, "file_states", lambda _: dict(states))
    async with open_app(path, (140, 30)) as user:
        screen = user.reader
        await screen.files.look()
        assert "changed on disk" not in user.text
        states["b.txt"] = (2, 1)
        await screen.files.look()
        await user.settle()
        assert "B changed on disk: F5 reads again" in user.text.splitlines()[0]
        assert user.app.is_running


@pytest.mark.parametrize(("heights", "rows"), [((16, 30), 6), ((16, 50), 1), ((50, 60), 0)])
async def test_the_heights_of_the_bar_are_settings(
    path: Path, heights: tuple[int, int], rows: int
) -> None:
    bar, box = heights
    async with open_app(path, (100, 40), screen=ScreenSettings(bar=bar, box=box)) as user:
        shown = user.app.screen.query_one("#bar")
        assert (shown.size.height if shown.display else 0) == rows
