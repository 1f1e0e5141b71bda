"""Searching from the page: the hits, walking them, and what is said of them."""

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from tests.view.sample import stored
from tests.view.user import Words, open_app
from tui.model.article import Story
from tui.page.jumps import following
from tui.page.search import Hits, search
from tui.session import edits
from tui.view.widgets import find_bar


async def test_search_goes_from_hit_to_hit_and_escape_forgets_it(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("g", "slash", Words("SATURDAY"))
        assert "A 1  B 1  C 1  D 1" in user.text
        await user.press("enter")
        found = [user.claim]
        for _ in range(3):
            await user.press("n")
            found.append(user.claim)
        assert [id for id, _ in found] == ["A", "B", "C", "D"]
        await user.press("N")
        assert user.claim == found[2]
        await user.press("escape")
        assert user.reading.hits == {}
        await user.press("n")
        assert "No search yet" in user.told[-1]


async def test_the_next_hit_is_never_the_one_in_hand(path: Path) -> None:
    """The first hit of a claim is in hand as soon as the cursor is on the claim."""
    async with open_app(path) as user:
        await user.press("g", "slash", Words("saturday"), "enter", "l")
        in_hand = user.page.view.emphasis.hit
        assert in_hand is not None
        await user.press("n")
        assert user.page.view.emphasis.hit not in (None, in_hand)


@pytest.mark.parametrize("query", ["the", "ferry", "saturday", "ananan", '"on the"', "the ferry"])
async def test_the_near_hit_is_the_one_that_the_list_of_all_tells(path: Path, query: str) -> None:
    async with open_app(path) as user:
        screen = user.reader
        await user.press("g")
        screen.search.find(query)
        for key, step in [("n", 1)] * 12 + [("N", -1)] * 14:
            here = screen.walks.here("hit")
            found = following(screen.walks.stops("hit"), here, step)
            near = screen.columns.near_hit(here, step)
            assert near == (None if found is None or found[1] else found[0])
            await user.press(key)


async def test_the_top_line_says_which_hit_of_how_many_is_in_hand(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("g", "slash", Words("the ferry"), "enter")
        told_of = []
        for _ in range(4):
            hit = user.page.view.emphasis.hit
            assert hit is not None
            spans = user.reading.hits[hit.article]
            place = f"{spans.index(hit.span) + 1}/{len(spans)} in {hit.article}, "
            assert f"“the ferry” {place}" in user.text
            told_of.append(hit)
            await user.press("n")
        assert len(set(told_of)) == 4
        await user.press("o")
        assert "“the ferry” " in user.text.splitlines()[0]


async def test_a_small_screen_tells_the_place_of_the_hit_before_the_words(path: Path) -> None:
    async with open_app(path, (40, 10)) as user:
        await user.press("g", "slash", Words("the ferry"), "enter")
        assert " A 1/3 “the" in user.text.splitlines()[0]


async def test_a_search_without_hits_says_so(path: Path) -> None:
    async with open_app(path) as user:
        before = user.claim
        await user.press("slash", Words("zebra"))
        assert "no hits" in user.text
        await user.press("enter")
        assert user.claim == before


async def test_a_letter_is_painted_together_with_its_hits(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(path) as user:
        await user.press("g", "slash", Words("sat"))
        paint, painted = user.screen._compositor.render_update, []

        def told(*args: Any, **options: Any) -> Any:
            if update := paint(*args, **options):
                field = user.screen.query_one("#query", Input)
                painted.append((field.cursor_position, len(user.reading.query)))
            return update

        monkeypatch.setattr(user.screen._compositor, "render_update", told)
        await user.press("u")
        assert painted == [(4, 4)]
        await user.press("backspace")
        assert painted == [(4, 4), (3, 3)]


async def test_enter_right_behind_a_letter_taken_back_goes_to_what_is_left(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("g", "slash", Words("saturdayy"))
        assert not user.reading.hits
        await user.at_once("backspace", "enter")
        assert user.reading.query == "saturday"
        assert user.page.view.emphasis.hit is not None


@pytest.mark.parametrize("end", ["enter", "escape"])
async def test_letters_that_come_while_a_long_search_goes_on_are_searched_for_once(
    path: Path, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def heard(story: Story, query: str) -> Hits:
        asked.append(query)
        return search(story, query)

    monkeypatch.setattr(find_bar, "LONG", 0)
    async with open_app(path) as user:
        await user.press("g", "slash")
        monkeypatch.setattr("tui.view.parts.search.search", heard)
        await user.at_once(*"saturday", end)
        assert asked in (["saturday"], ["s", "saturday"])
        assert user.reading.query == "saturday"
        assert user.reading.hits


async def test_the_line_to_type_in_keeps_its_size_as_letters_come_and_go(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("g", "slash", "s")
        sizes = []
        for key in ("a", "t", "backspace", "backspace", "backspace"):
            await user.press(key)
            sizes.append(user.screen.query_one("#query", Input).size)
        assert len(set(sizes)) == 1


async def test_words_without_hits_are_not_squeezed_out_by_saying_so(path: Path) -> None:
    async with open_app(path, (62, 24)) as user:
        words = "nowhere is this sentence told"
        await user.press("g", "slash", Words(words))
        assert f"/  {words} " in user.text
        assert "no hits" in user.text


async def test_all_hits_are_tagged_after_one_question_and_taken_back_at_once(path: Path) -> None:
    async with open_app(path) as user:
        user.to("A", "Divers")
        await user.press("2", "slash", Words("rudder"), "enter", "M")
        assert user.told[-1] == "M again puts ‘doubtful’ on 3 claims: A 1, B 1, C 1"
        assert len(stored(path).tags) == 1
        await user.press("M")
        assert len(stored(path).tags) == 4
        await user.press("u")
        assert len(stored(path).tags) == 1


async def test_more_hits_than_a_session_holds_are_refused_before_they_are_asked_about(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edits, "MAX_TAGS", 2)
    async with open_app(path) as user:
        await user.press("2", "slash", Words("rudder"), "enter", "M")
        assert user.told[-1].startswith("this would make 4 tags, and a session holds 2 at most")
        await user.press("M")
        assert len(stored(path).tags) == 1


async def test_only_hits_without_the_label_are_counted(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("slash", Words("rudder"), "enter", "2", "M")
        assert user.told[-1] == "M again puts ‘doubtful’ on 2 claims: B 1, C 1"
        await user.press("M", "M")
        assert user.told[-1] == "all of them are ‘doubtful’ already"
