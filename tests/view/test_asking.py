"""What is asked: tagged sentences that changed on disk, and claims tagged in two ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.view.sample import CHANGED, NINE, edited, saved_tags, stored, tags_in
from tests.view.user import open_app
from tui.model.tag import Status

FIVE = NINE.replace("Nine", "Five")


@pytest.fixture
def tagged(path: Path) -> Path:
    """A session with a tag on NINE, and one elsewhere."""
    return saved_tags(path, ("B", "Nine people", "fact"), ("A", "The captain", "fact"))


async def test_a_changed_sentence_is_marked_and_said_where_it_is_read(tagged: Path) -> None:
    async with open_app(tagged, story=CHANGED) as user:
        assert "B changed since you tagged it: 1 tag asks" in user.told[-1]
        user.to("B", "Five people")
        await user.settle()
        shown = user.text
        assert "⚑FΔ" in shown
        assert "B changed this sentence since you tagged it" in shown
        user.to("A", "The captain")
        await user.settle()
        assert "changed this sentence" not in user.text


async def test_before_and_after_are_shown_and_the_tag_is_put_on_the_new_words(
    tagged: Path,
) -> None:
    async with open_app(tagged, story=CHANGED) as user:
        await user.press("T")
        assert "Asked: 1 to decide" in user.text
        assert "was “Nine”, now “Five”" in user.text
        await user.press("d")
        assert user.place == "asks"
        shown = user.text
        assert "Nine people were hurt" in shown
        assert "Five people were hurt" in shown
        await user.press("a")
        assert user.place == "tags"
        assert FIVE in tags_in(tagged)
        assert "Asked" not in user.text
        await user.press("u")
        assert NINE in tags_in(tagged)
        user.app.clear_notifications()  # "Undone" stands over the head of the list
        await user.settle()
        assert "Asked: 1" in user.text


async def test_a_tag_left_as_it_was_stays_listed_and_asks_again_after_the_next_change(
    tagged: Path,
) -> None:
    async with open_app(tagged, story=CHANGED) as user:
        await user.press("T", "d", "x")
        shown = user.text
        assert "Asked" not in shown
        assert "Not in the articles any more: 1" in shown
        assert NINE in tags_in(tagged)
    async with open_app(tagged, story=CHANGED) as user:
        assert not any("since you tagged it" in words for words in user.told)
        assert "⚑FΔ" not in user.text
    again = edited("Five people were hurt", "Five ladies were hurt", CHANGED)
    async with open_app(tagged, story=again) as user:
        assert "1 tag asks" in user.told[-1]


async def test_an_orphan_can_be_read_without_its_article(tagged: Path) -> None:
    text = tagged.read_text("utf-8")
    tagged.write_text(text.replace('file: "b.txt"', 'file: "withdrawn.txt"'), "utf-8")
    async with open_app(tagged) as user:
        await user.press("T", "G", "enter")
        shown = user.text
        assert "Not in withdrawn.txt any more" in shown
        assert NINE in shown
        assert "is not in the story" in shown
        await user.press("a", "x", "1", "enter")
        assert user.place == "asks"
        await user.press("backspace")
        assert NINE not in tags_in(tagged)
        assert user.place == "tags"


async def test_why_shows_before_and_after_where_nothing_was_found(tagged: Path) -> None:
    story = edited("The captain had reported trouble", "The captain had reported nothing")
    async with open_app(tagged, story=story) as user:
        await user.press(*("f",) * 4)
        user.to("A", "The captain")
        await user.press("question_mark")
        assert user.place == "asks"
        await user.press("enter")
        assert user.place == "reader"
        assert user.claim[0] == "A"


async def test_questions_are_walked_and_gone_to(tagged: Path) -> None:
    story = edited("The captain had reported trouble", "The captain had reported nothing", CHANGED)
    async with open_app(tagged, story=story) as user:
        await user.press("T", "d")
        assert "1 of 2" in user.text
        await user.press("n")
        assert "2 of 2" in user.text
        await user.press("enter")
        assert user.place == "reader"
        assert user.claim == ("B", FIVE)


async def test_deciding_the_last_question_closes_the_window_and_says_so(tagged: Path) -> None:
    async with open_app(tagged, story=CHANGED) as user:
        await user.press("T", "d", "a", "d")
        assert user.place == "tags"
        assert "No open questions" in user.told[-1]


# -- tagged two ways -----------------------------------------------------------


@pytest.fixture
def two_ways(tagged: Path) -> Path:
    """The tag on NINE as two people left it, merged."""
    text = tagged.read_text("utf-8")
    at = text.index(NINE)
    block = text[at:].replace(
        'labels: ["fact"]\n',
        'labels: ["fact", "quote"]\n  status: "checked"\n'
        '  conflict: ["tagged two ways: fact or quote", "status: disputed or checked"]\n',
        1,
    )
    tagged.write_text(text[:at] + block, "utf-8")
    return tagged


@pytest.mark.parametrize(
    ("key", "labels", "status"),
    [
        ("1", ("fact",), Status.DISPUTED),
        ("2", ("quote",), Status.CHECKED),
        ("b", ("fact", "quote"), Status.CHECKED),
    ],
)
async def test_a_claim_tagged_two_ways_is_decided_with_one_key(
    two_ways: Path, key: str, labels: tuple[str, ...], status: Status
) -> None:
    async with open_app(two_ways) as user:
        await user.press("T", "d")
        shown = user.text
        assert "Two writers tagged this claim differently" in shown
        assert "1  fact · disputed" in shown
        assert "2  quote · checked" in shown
        await user.press(key)
        assert user.place == "tags"
        (tag,) = (t for t in user.reading.session.tags if t.anchor.quote == NINE)
        assert (tag.labels, tag.status, tag.conflict) == (labels, status, ())
        await user.press("u")
        assert [t.conflict for t in user.reading.session.tags if t.conflict] != []
    assert any(t.conflict for t in user.reading.session.tags)


async def test_a_difference_told_in_other_words_can_only_be_kept(two_ways: Path) -> None:
    text = two_ways.read_text("utf-8").replace("tagged two ways: fact or quote", "ask Bea")
    two_ways.write_text(text, "utf-8")
    async with open_app(two_ways) as user:
        await user.press("T", "d")
        assert "ask Bea" in user.text
        await user.press("1")
        assert "no two versions" in user.told[-1]
        await user.press("b")
        assert all(t.conflict == () for t in user.reading.session.tags)


async def test_where_nothing_is_asked_the_key_says_so(tagged: Path) -> None:
    async with open_app(tagged) as user:
        await user.press("T", "d")
        assert user.place == "tags"
        assert "No open questions" in user.told[-1]
    assert stored(tagged).tags
