"""Claims joined across articles, and the card that shows a claim whole."""

from __future__ import annotations

from pathlib import Path

from tests.view.sample import (
    Words,
    claim,
    open_app,
    piloted,
    place,
    press,
    reading_of,
    screen_text,
    stored,
    tags_in,
    to,
    told,
)
from tui.model.tag import Relation

TWELVE = "Twelve people were hurt, the harbour office said."
NINE = "Nine people were hurt, a spokesman of the hospital said."


@piloted
async def test_a_rival_is_linked_in_four_keys_and_undone_with_one(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "exclamation_mark")
        assert "picked up: A “Twelve people were hurt" in screen_text(pilot)
        await press(pilot, "l", "j", "exclamation_mark")
        session = stored(path)
        quotes = {t.id: t.anchor.quote for t in session.tags}
        (tie,) = session.ties
        assert tie.relation is Relation.CONTRADICTS
        assert {quotes[tie.a], quotes[tie.b]} == {TWELVE, NINE}
        assert "in hand" not in screen_text(pilot)
        assert screen_text(pilot).count("⚑!") == 2 + 2  # in the text, and in the spine
        await press(pilot, "u")
        assert stored(path).ties == ()
        assert stored(path).tags == ()
        assert "Undone: joined as contradicting: A: “Twelve people" in told(pilot)[-1]


@piloted
async def test_the_second_key_says_what_relates_the_two(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "exclamation_mark")
        to(pilot, "C", "Twelve were")
        await press(pilot, "equals_sign")
        assert [t.relation for t in stored(path).ties] == [Relation.SAME]
        assert "⚑=" in screen_text(pilot)


@piloted
async def test_a_claim_is_let_go_by_escape_and_by_the_same_key(path: Path) -> None:
    async with open_app(path) as pilot:
        for key in ("escape", "equals_sign"):
            await press(pilot, "equals_sign")
            assert reading_of(pilot).held is not None
            await press(pilot, key)
            assert reading_of(pilot).held is None
            assert place(pilot) == "reader"
    assert not path.exists()


@piloted
async def test_a_claim_in_hand_is_shown_on_every_page_until_it_is_let_go(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "equals_sign")
        for lead in ("enter", "o"):
            await press(pilot, lead)
            assert "picked up: A “Twelve" in screen_text(pilot)
            await press(pilot, "q")
        await press(pilot, "o", "escape")
        assert place(pilot) == "source"
        assert "in hand" not in screen_text(pilot)


@piloted
async def test_a_label_stays_when_its_link_goes(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "1", "equals_sign")
        to(pilot, "B", "Nine people")
        await press(pilot, "equals_sign")
        assert tags_in(path) == {TWELVE: ("fact",), NINE: ()}
        to(pilot, "A", "Twelve people")
        await press(pilot, "equals_sign")
        to(pilot, "B", "Nine people")
        await press(pilot, "equals_sign")
        assert tags_in(path) == {TWELVE: ("fact",)}
        assert "parted" in told(pilot)[-1]


# -- the card ------------------------------------------------------------------


@piloted
async def test_the_card_tells_every_mention_and_goes_there(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "1", "e", Words("call"), "escape", "i")
        assert place(pilot) == "card"
        shown = screen_text(pilot)
        for words in (TWELVE, "fact", "call", "How many people were hurt?", NINE, "D does not say"):
            assert words in shown
        await press(pilot, "j", "j", "enter")
        assert place(pilot) == "reader"
        assert claim(pilot) == ("B", NINE)
        await press(pilot, "ctrl+o")
        assert claim(pilot) == ("A", TWELVE)


@piloted
async def test_the_card_of_a_shared_fact_brings_a_hidden_article_back(path: Path) -> None:
    async with open_app(path) as pilot:
        to(pilot, "C", "The captain had")
        await press(pilot, "minus")
        to(pilot, "A", "The captain had")
        await press(pilot, "i", "j", "enter")
        assert claim(pilot)[0] == "C"
        assert reading_of(pilot).hidden == ()


@piloted
async def test_a_link_is_parted_on_the_card_and_taken_back_there(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "equals_sign")
        to(pilot, "B", "Nine people")
        await press(pilot, "equals_sign", "i")
        assert "you say that it says the same as" in screen_text(pilot)
        await press(pilot, "backspace")
        assert stored(path).ties == ()
        assert "you say" not in screen_text(pilot)
        await press(pilot, "backspace")
        assert "Only a link you made" in told(pilot)[-1]
        await press(pilot, "u")
        assert len(stored(path).ties) == 1
        assert place(pilot) == "card"


@piloted
async def test_the_card_leads_from_one_article_alone_to_another(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "o", "i", "j", "j", "enter")
        assert place(pilot) == "reader"
        assert claim(pilot) == ("B", NINE)


@piloted
async def test_the_card_of_an_unknown_claim_says_so(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "o", "G", "i")
        assert "No other article was found to tell or deny this" in screen_text(pilot)
        await press(pilot, "enter", "backspace", "i")
        assert place(pilot) == "source"
