"""The comparison comes late, fails, is stopped or is outrun: the reader is never disturbed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.page.story import ANALYSIS, BROKEN, STORY, A
from tests.view.sample import answering, late, refusing, use
from tests.view.user import WIDE, User, open_app
from tui.errors import RashomonError
from tui.model.article import Story
from tui.model.finding import Analysis
from tui.reading.language import NOTE as NOT_ENGLISH
from tui.session import disk, store
from tui.view.screens.matrix import MatrixScreen


def top(text: str) -> str:
    return text.splitlines()[0]


@asynccontextmanager
async def waiting(
    path: Path, size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[User, asyncio.Event]]:
    """Somebody whose articles are compared only when the event is set, or at the end."""
    event = asyncio.Event()
    with pytest.MonkeyPatch.context() as patch:
        use(patch, late(event))
        async with open_app(path, size, compared=False) as user:
            await user.pause()
            yield user, event
            event.set()


async def test_text_and_progress_show_before_the_findings(path: Path) -> None:
    async with waiting(path) as (user, event):
        await user.pause()
        shown = user.text
        assert "The ferry Alda struck the pier" in " ".join(shown.split())
        assert "comparing 3/5…" in top(shown)
        assert "not covered" not in shown
        assert not set("≡≠≈") & set("".join(shown.splitlines()[1:30]))
        event.set()
        await user.settle()
        shown = user.text
        assert "≠" in shown
        assert "comparing" not in shown


async def test_compare_says_that_paragraphs_stand_side_by_side_by_number_only(path: Path) -> None:
    async with waiting(path) as (user, _):
        await user.pilot.press("C")
        await user.pause()
        assert "not compared yet · paragraph 1/" in top(user.text)
        looks = {f.look for y in range(20) for f in user.page.view.line_at(y)}
        assert not {look for look in looks if "differ" in look}


async def test_who_has_not_moved_is_taken_to_the_first_contradiction(path: Path) -> None:
    async with open_app(path) as user:
        assert user.claim[1].startswith("Twelve")
        assert user.reading.current == "x1"


async def test_findings_never_move_a_reader_who_has_moved(path: Path) -> None:
    async with waiting(path) as (user, event):
        await user.pilot.press("j", "j", "l")
        before = user.claim
        await user.pilot.press("]")
        assert "still being compared" in user.told[-1]
        await user.pilot.press("1")
        event.set()
        await user.settle()
        assert user.claim == before
        assert user.reading.analysed
        assert before[1] in path.read_text(encoding="utf-8")


async def test_escape_stops_the_comparison_and_f5_starts_it_again(path: Path) -> None:
    async with waiting(path, (120, 40)) as (user, event):
        await user.press("escape")
        assert "was stopped" in user.told[-1]
        assert "not compared" in top(user.text)
        assert "F5 compares the articles" in user.text
        assert not user.reading.analysed
        await user.press("j", "1")
        assert len(user.reading.session.tags) == 1
        event.set()
        await user.press("f5")
        assert user.reading.analysed


async def test_that_tags_are_not_saved_shows_also_where_nothing_was_compared(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise disk.CannotSave("the disk is full")

    with pytest.MonkeyPatch.context() as patch:
        use(patch, late(asyncio.Event()))
        async with open_app(path, (120, 40), compared=False) as user:
            await user.pause()
            await user.press("escape")
            assert "not compared" in top(user.text)
            monkeypatch.setattr(store, "replace_file", full)
            await user.press("1")
            assert "NOT SAVED" in top(user.text)


async def test_a_comparison_that_fails_leaves_the_text(path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        use(patch, refusing)
        async with open_app(path) as user:
            assert "out of memory" in user.told[0]
            shown = user.text
            assert "not compared" in top(shown)
            assert "The ferry Alda" in shown
            use(patch, answering())
            await user.press("f5")
            assert "not compared" not in top(user.text)
            assert user.reading.analysed


async def test_an_answer_about_articles_that_were_read_again_is_dropped(path: Path) -> None:
    event = asyncio.Event()
    again = Story(STORY.name, "Read again", STORY.articles)
    with pytest.MonkeyPatch.context() as patch:
        use(patch, late(event))
        async with open_app(path, compared=False, read_again=lambda: again) as user:
            await user.pause()
            await user.pilot.press("f5")
            event.set()
            await user.settle()
            assert user.reading.story is again
            assert "Read again" in top(user.text)


async def test_reading_again_without_a_story_keeps_what_is_there(path: Path) -> None:
    def gone() -> Story:
        raise RashomonError("There is no file or folder here")

    async with open_app(path, read_again=gone) as user:
        await user.press("f5")
        assert "no file or folder" in user.told[-1]
        assert user.reading.story is STORY
        assert user.reading.analysed


async def test_an_article_that_is_gone_after_reading_again_is_no_crash(path: Path) -> None:
    fewer = Story(STORY.name, STORY.title, STORY.articles[:1])
    async with open_app(path, read_again=lambda: fewer) as user:
        await user.press("l", "comma", "minus")
        with pytest.MonkeyPatch.context() as patch:
            use(patch, answering(Analysis()))
            await user.press("f5")
        assert user.reading.story is fewer
        await user.press("j", "k", "T", "escape")


async def test_an_unreadable_file_is_a_column_that_says_why(path: Path) -> None:
    story = Story("s", "S", (*STORY.articles, BROKEN))
    async with open_app(path, (240, 60), story=story) as user:
        assert "e.txt is not text" in user.text
        await user.press("]", "1")
        assert len(user.reading.session.tags) == 1


async def test_an_unreadable_file_among_others_is_seen_at_any_width(path: Path) -> None:
    story = Story("s", "S", (*STORY.articles, BROKEN))
    async with open_app(path, (100, 40), story=story) as user:
        assert "E" in user.text.splitlines()[1].split("▸")[-1].split()


async def test_at_the_last_column_a_key_tells_why_articles_cannot_be_read(path: Path) -> None:
    """They stand behind it, and the cursor has no claim to be on there."""
    empty = replace(BROKEN, id="F", file="f.txt", problem="f.txt is empty")
    story = Story("s", "S", (*STORY.articles, BROKEN, empty))
    async with open_app(path, (80, 24), story=story) as user:
        await user.press("g", "l", "l", "l")
        there = user.reading.cursor
        for why in ("E cannot be read (1 of 2): e.txt", "F cannot be read (2 of 2): f.txt"):
            await user.press("l")
            assert why in user.told[-1]
            assert user.reading.cursor == there
        await user.press("h", "l", "l")
        assert "E cannot be read (1 of 2)" in user.told[-1]


async def test_what_was_left_out_and_what_is_not_english_is_said_at_once(path: Path) -> None:
    articles = (replace(A, notes=(NOT_ENGLISH,)), *STORY.articles[1:])
    notes = ("Left out, not .txt, .md or .html: c.pdf.", "Left out by story.yaml: d.txt.")
    async with open_app(path, story=replace(STORY, articles=articles, notes=notes)) as user:
        said = "Left out, not .txt, .md or .html: c.pdf · Not English, so that little is found: A"
        assert said in user.told


async def test_an_unreadable_file_takes_no_column_and_is_never_said_to_be_silent(
    path: Path,
) -> None:
    first = replace(BROKEN, id="0", file="0.txt", problem="0.txt is empty.")
    story = Story("s", "S", (first, *STORY.articles))
    async with open_app(path, (160, 45), story=story) as user:
        shown = user.text
        assert "4 articles, 1 file cannot be read" in top(shown)
        assert "1 file cannot be read: 0.txt is empty" in user.told
        assert user.reader.columns.shown == ("A", "B", "C")
        headings = [line for line in shown.splitlines() if "The ferry Alda struck the pier" in line]
        assert any(" ABCD" in line for line in headings)
        await user.press("m")
        matrix = user.app.screen
        assert isinstance(matrix, MatrixScreen)
        assert matrix.table.board.articles == ("A", "B", "C", "D")


async def test_a_story_of_one_article_is_read_and_tagged(path: Path) -> None:
    story = Story("one", "One", (A,))
    rows = Analysis(rows=tuple(r for r in ANALYSIS.rows if set(r.cells) == {"A"}))
    with pytest.MonkeyPatch.context() as patch:
        use(patch, answering(rows))
        async with open_app(path, (100, 30), story=story) as user:
            assert "1 article" in top(user.text)
            assert "nothing to compare it with" in user.text
            await user.press("j", "1", "enter", "escape", "o", "escape", "]")
            assert len(user.reading.session.tags) == 1


async def test_of_files_that_cannot_be_read_nothing_else_is_said(path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        use(patch, answering(Analysis()))
        async with open_app(path, (100, 30), story=Story("s", "S", (BROKEN,))) as user:
            assert "Nothing can be read" in user.text
            assert "One article" not in user.text


async def test_a_story_without_any_row_can_still_be_left(path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        use(patch, answering(Analysis()))
        async with open_app(path) as user:
            for key in ("j", "k", "l", "h", "J", "g", "G", "]", "}", "1", "e", "A", "enter", "a"):
                await user.press(key)
                await user.press("escape")
            await user.press("q")
            assert user.app._exit


async def test_an_unsure_contradiction_is_called_possible_until_it_is_confirmed(
    path: Path,
) -> None:
    async with open_app(path) as user:
        screen: Any = user.app.screen
        settings = screen.config.settings
        sure = settings._replace(analysis=settings.analysis._replace(possible=1.0))
        screen.config = screen.config._replace(settings=sure)
        await user.press("]")
        assert "possible: " in user.text
        await user.press("a")
        assert "possible: " not in user.text


async def test_long_files_are_read_whole_behind_their_first_page(path: Path) -> None:
    short = tuple(replace(a, paragraphs=a.paragraphs[:2]) for a in STORY.articles)
    beginnings = replace(STORY, articles=short, whole=False)
    async with open_app(path, story=beginnings, read_again=lambda: STORY) as user:
        reading = user.reading
        assert reading.story is STORY
        assert reading.analysed
        await user.press("G")
        assert reading.cursor is not None
        last = STORY.by_id[reading.cursor.article].paragraphs
        assert reading.cursor.offset > last[1].span.end
