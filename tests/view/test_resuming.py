"""Opening a story again, and reading its files again: the same claim, and what was seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.page.story import ANALYSIS, STORY, body, side_by_side
from tests.view.sample import answering, desk_at, saved_tags, use
from tests.view.user import open_app
from tui import workspace
from tui.model.article import Paragraphs, Story
from tui.model.finding import Analysis
from tui.model.progress import Progress
from tui.model.settings import AnalysisSettings, ReadingSettings
from tui.page.rows import AlignedRows
from tui.view.story.seen import Seen

UNSPLIT = replace(
    STORY,
    articles=tuple(
        replace(a, paragraphs=Paragraphs(p._replace(sentences=()) for p in a.paragraphs))
        for a in STORY.articles
    ),
)
"""The story as it is read from its files: only the comparison splits sentences."""


@pytest.fixture
def read_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison answers with the sentences."""

    async def answer(story: Story, _: AnalysisSettings, __: Progress) -> tuple[Story, Analysis]:
        return STORY, ANALYSIS

    use(monkeypatch, answer)


async def test_a_story_opens_again_on_the_same_claim_within_its_paragraph(
    path: Path, read_first: None
) -> None:
    async with open_app(path, story=UNSPLIT) as user:
        user.to("A", "Twelve people")
        await user.press("1", "q")
    async with open_app(path, story=UNSPLIT) as user:
        assert user.claim == ("A", "Twelve people were hurt, the harbour office said.")


async def test_reading_the_files_again_leaves_the_cursor_on_its_claim(
    path: Path, read_first: None
) -> None:
    async with open_app(path, story=UNSPLIT) as user:
        user.to("A", "Twelve people")
        await user.press("f5")
        assert user.claim == ("A", "Twelve people were hurt, the harbour office said.")


async def test_an_edit_before_the_first_look_at_the_files_is_told(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "fire"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.txt").write_text(f"Ten boats of {name} burned on Sunday.\n")
    use(monkeypatch, answering(Analysis()))
    story = workspace.read([folder], ReadingSettings())
    (folder / "b.txt").write_text("Nine boats burned on Sunday.\n")
    async with open_app(path, (140, 30), story=story) as user:
        screen = user.reader
        await screen.files.look()
        assert "B changed on disk" in user.text.splitlines()[0]


async def test_rows_stay_seen_when_others_come_before_them(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1", "J", "J")
        seen = user.reading.seen.count
        await user.press("q")
    first, *rest = ANALYSIS.rows
    swapped = replace(ANALYSIS, rows=(*rest, first))
    with pytest.MonkeyPatch.context() as patch:
        use(patch, answering(swapped))
        async with open_app(path) as user:
            reading = user.reading
            assert reading.seen.count == seen
            assert reading.seen.rows(user.reader.columns.rows) == {
                swapped.rows.index(ANALYSIS.rows[n]) for n in range(seen)
            }


def test_rows_stay_seen_when_the_text_before_them_was_edited() -> None:
    before, found = side_by_side(body("One fell.\nTwo fell.\nThree fell."))
    now, _ = side_by_side(body("Nobody fell.\nOne fell.\nTwo fell.\nThree fell."))
    seen = Seen()
    seen.settle(before)
    seen.enter(AlignedRows(found.rows), 1)
    assert seen.saved() == (("a.txt", (2,)),)
    seen.settle(now)
    assert seen.saved() == (("a.txt", (3,)),)


async def test_what_waits_after_a_merge_is_told_and_shown(path: Path) -> None:
    saved_tags(path, ("A", "Twelve people", "fact"))
    desk = desk_at(path)
    tag = desk.session.tags[0]._replace(
        labels=("fact", "quote"), conflict=("anna: fact; ben: quote",)
    )
    desk.session = replace(desk.session, tags=(tag,))
    desk.adopt(desk.save(desk.order()))
    async with open_app(path) as user:
        assert any("1 claim was tagged two ways" in words for words in user.told)
        assert "⚑FQ⇄" in user.text
