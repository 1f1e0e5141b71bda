"""A session that cannot be read or written is said so, and never overwritten."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.page.story import STORY
from tests.view.sample import saved, saved_tags, stored
from tests.view.user import open_app
from tui.model.tag import Place
from tui.view import saving

NEWER = 'format: 99\nstory: "ferry"\nannotator: "anna"\n'


async def test_a_newer_session_is_read_only_and_stays_as_it_is(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(NEWER, encoding="utf-8")
    async with open_app(path) as user:
        assert "read only" in user.text.splitlines()[0]
        assert any("newer" in words for words in user.told)
        await user.press("1", "A", "e", *"no", "escape", "x", "u", "backspace")
        assert user.reading.session.tags == ()
        assert user.told[-1]
        await user.press("q")
    assert path.read_text(encoding="utf-8") == NEWER


@pytest.mark.parametrize("broken", [b"\xff\xfe\x00", b"tags: [\n", b"- one\n- two\n", b"\x00" * 40])
async def test_what_is_no_session_is_said_with_its_place_and_never_lost(
    path: Path, broken: bytes
) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(broken)
    async with open_app(path) as user:
        assert any(path.name in words for words in user.told)
        await user.press("1", "q", "q")
    assert path.read_bytes() == broken


async def test_a_label_that_the_tagset_lacks_is_told_until_it_is_read(path: Path) -> None:
    saved(path, 1)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('labels: ["fact"]', 'labels: ["fakt"]'), encoding="utf-8")
    async with open_app(path) as user:
        (words,) = user.told
        assert f"{path}:" in words
        assert "label 'fakt' is not in the tagset" in words
        assert len(user.reading.session.tags) == 1


@pytest.mark.parametrize(
    ("keys", "tags"), [(["enter"], 2), (["down", "enter"], 0), (["escape"], 0)]
)
async def test_a_session_that_was_deleted_is_offered_from_its_journal(
    path: Path, keys: list[str], tags: int
) -> None:
    saved(path, 1)
    saved(path, 2)
    path.unlink()
    async with open_app(path) as user:
        assert "Bring back 2 tags" in user.text
        await user.press(*keys)
        assert len(user.reading.session.tags) == tags
    assert path.exists() == (tags > 0)


async def test_where_tags_are_kept_is_told_once_unless_beside_the_story(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(path) as user:
        await user.press("1")
        assert not any("are kept in" in words for words in user.told)
        monkeypatch.setattr(saving, "data_folder", lambda: path.parent.parent)
        user.app.keeper = saving.Saving(user.app)
        await user.press("2")
        assert user.told == [f"Not beside the story: your tags are kept in {path}"]
        await user.hush()
        await user.press("3")
        assert user.told == []


async def test_one_wrong_tag_leaves_the_others(path: Path) -> None:
    saved(path, 1, 2, 3)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("at: [", "at: [x", 1), encoding="utf-8")
    async with open_app(path) as user:
        assert len(user.reading.session.tags) == 2
        assert any(f"{path.name}:" in words for words in user.told)


async def test_what_somebody_else_saved_meanwhile_is_merged_in(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1")
        saved(path, 4)
        await user.press("J", "2")
        assert len(user.reading.session.tags) == 3
        assert any("merged" in words for words in user.told)
    assert len(stored(path).tags) == 3


async def test_what_somebody_else_tagged_shows_on_the_page_at_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(path, (80, 24)) as user:
        await user.press("1")
        tagged = user.reading.session.tags[0].anchor
        saved_tags(path, (tagged.article, tagged.quote, "loaded"))
        drawn, save = asyncio.Event(), asyncio.to_thread

        async def after_drawing(*what: Any) -> Any:
            await drawn.wait()
            return await save(*what)

        monkeypatch.setattr(asyncio, "to_thread", after_drawing)
        await user.pilot.press("J", "2")
        await user.pause()
        assert "⚑F " in user.text
        drawn.set()
        await user.settle()
        assert "⚑FL " in user.text


TAGGED = ("A", "The ferry Alda", "fact")


async def test_a_place_in_files_that_are_gone_opens_at_the_top(path: Path) -> None:
    place = Place("x.txt", 9, base="y.txt", hidden=("z.txt",))
    saved_tags(path, TAGGED, place=place)
    async with open_app(path) as user:
        assert user.reading.session.place == place
        assert user.reading.claim is not None
        assert user.reading.chosen.hidden == ()


@pytest.mark.parametrize("layout", ["flow", "odd"])
async def test_a_layout_nobody_knows_is_no_crash(path: Path, layout: str) -> None:
    saved_tags(path, TAGGED, place=Place("a.txt", 50, layout=layout))
    async with open_app(path, (100, 24)) as user:
        assert user.reading.session.place.layout == layout
        await user.press("|", "|", "|")
        assert "The ferry" in user.text


async def test_a_session_that_hides_every_article_still_shows_a_page(path: Path) -> None:
    place = Place("a.txt", 50, hidden=tuple(a.file for a in STORY.articles))
    saved_tags(path, TAGGED, place=place)
    async with open_app(path, (100, 24)) as user:
        assert user.reading.session.place == place
        await user.press("j", "l", "k")
        assert "The ferry" in user.text


async def test_leaving_is_refused_once_when_tags_cannot_be_saved(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.mkdir()  # a folder stands where the file should be
    async with open_app(path, (100, 24)) as user:
        await user.press("1")
        if user.reading.saved:
            return
        await user.press("q")
        assert not user.app._exit
        assert any("Not saved" in words for words in user.told)
        await user.press("q")
        assert user.app._exit


async def test_a_claim_that_another_window_tagged_otherwise_is_told_with_the_key_that_lists_it(
    path: Path,
) -> None:
    async with open_app(path, (100, 24)) as user:
        user.to("A", "The ferry Alda")
        saved_tags(path, ("A", "The ferry Alda", "quote"))
        await user.press("1")
        await user.app.workers.wait_for_complete()
        await user.pause()
        assert "1 claim was tagged two ways: decide which holds; T lists them" in user.told[-1]
