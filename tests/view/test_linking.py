"""Claims joined across articles, and the card that shows a claim whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.view.sample import NINE, TWELVE, stored, tags_in
from tests.view.user import Words, open_app
from tui.model.tag import Relation


async def test_a_rival_is_linked_in_four_keys_and_undone_with_one(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("exclamation_mark")
        assert "picked up: A “Twelve people were hurt" in user.text
        await user.press("l", "j", "exclamation_mark")
        session = stored(path)
        quotes = {t.id: t.anchor.quote for t in session.tags}
        (tie,) = session.ties
        assert tie.relation is Relation.CONTRADICTS
        assert {quotes[tie.a], quotes[tie.b]} == {TWELVE, NINE}
        assert "in hand" not in user.text
        assert user.text.count("⚑!") == 2 + 2  # in the text, and in the spine
        await user.press("u")
        assert stored(path).ties == ()
        assert stored(path).tags == ()
        assert "Undone: joined as contradicting: A: “Twelve people" in user.told[-1]


async def test_a_rival_in_another_row_and_off_screen_is_linked_in_three_keys(path: Path) -> None:
    async with open_app(path, (80, 24)) as user:
        user.to("A", "The line will stay")
        await user.press("exclamation_mark")
        assert "r rival" in user.text
        await user.press("r", "exclamation_mark")
        (tie,) = stored(path).ties
        quotes = {t.id: t.anchor.article for t in stored(path).tags}
        assert {quotes[tie.a], quotes[tie.b]} == {"A", "C"}


async def test_the_second_key_says_what_relates_the_two(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("exclamation_mark")
        user.to("C", "Twelve were")
        await user.press("equals_sign")
        assert [t.relation for t in stored(path).ties] == [Relation.SAME]
        assert "⚑=" in user.text


async def test_a_claim_is_let_go_by_escape_and_by_the_same_key(path: Path) -> None:
    async with open_app(path) as user:
        for key in ("escape", "equals_sign"):
            await user.press("equals_sign")
            assert user.reading.held is not None
            await user.press(key)
            assert user.reading.held is None
            assert user.place == "reader"
    assert not path.exists()


async def test_a_claim_in_hand_is_shown_on_every_page_until_it_is_let_go(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("equals_sign")
        for lead in ("enter", "o"):
            await user.press(lead)
            assert "picked up: A “Twelve" in user.text
            assert "r rival" not in user.text  # only the reading screen goes there
            await user.press("q")
        await user.press("o", "escape")
        assert user.place == "source"
        assert "in hand" not in user.text


async def test_a_label_stays_when_its_link_goes(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1", "equals_sign")
        user.to("B", "Nine people")
        await user.press("equals_sign")
        assert tags_in(path) == {TWELVE: ("fact",), NINE: ()}
        user.to("A", "Twelve people")
        await user.press("equals_sign")
        user.to("B", "Nine people")
        await user.press("equals_sign")
        assert tags_in(path) == {TWELVE: ("fact",)}
        assert "parted" in user.told[-1]


# -- the card ------------------------------------------------------------------


async def test_the_card_tells_every_mention_and_goes_there(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1", "e", Words("call"), "escape", "i")
        assert user.place == "card"
        shown = user.text
        for words in (TWELVE, "fact", "call", "How many people were hurt?", NINE, "D does not say"):
            assert words in shown
        await user.press("j", "j", "enter")
        assert user.place == "reader"
        assert user.claim == ("B", NINE)
        await user.press("ctrl+o")
        assert user.claim == ("A", TWELVE)


async def test_the_card_of_a_shared_fact_brings_a_hidden_article_back(path: Path) -> None:
    async with open_app(path) as user:
        user.to("C", "The captain had")
        await user.press("minus")
        user.to("A", "The captain had")
        await user.press("i", "j", "enter")
        assert user.claim[0] == "C"
        assert user.reading.chosen.hidden == ()


async def test_a_link_is_parted_on_the_card_and_taken_back_there(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("equals_sign")
        user.to("B", "Nine people")
        await user.press("equals_sign", "i")
        assert "you say that it says the same as" in user.text
        await user.press("backspace")
        assert stored(path).ties == ()
        assert "you say" not in user.text
        await user.press("backspace")
        assert "Only a link you made" in user.told[-1]
        await user.press("u")
        assert len(stored(path).ties) == 1
        assert user.place == "card"


async def test_the_card_leads_from_one_article_alone_to_another(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("o", "i", "j", "j", "enter")
        assert user.place == "reader"
        assert user.claim == ("B", NINE)


async def test_the_card_of_an_unknown_claim_says_so(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("o", "G", "i")
        assert "No other article was found to tell or deny this" in user.text
        await user.press("enter", "backspace", "i")
        assert user.place == "source"


@pytest.mark.parametrize("size", [(40, 10), (50, 12), (60, 20), (80, 24), (120, 40)])
async def test_what_the_keys_do_with_a_claim_in_hand_shows_at_any_width(
    path: Path, size: tuple[int, int]
) -> None:
    async with open_app(path, size) as user:
        await user.press("escape", "=")
        (line,) = [row for row in user.text.splitlines() if "= s" in row]
        assert "! contradicts" in line
        assert line.rstrip().endswith("drops it") or line.rstrip().endswith("esc")
