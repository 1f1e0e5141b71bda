"""Every movement key leads where its words say, and says why when it cannot."""

from pathlib import Path

import pytest

from tests.page.story import QUIET, STORY, body, side_by_side
from tests.view.sample import (
    Words,
    answering,
    claim,
    open_app,
    page_of,
    piloted,
    place,
    press,
    reader_of,
    reading_of,
    screen_of,
    screen_text,
    to,
    told,
    use,
)
from tui.model.settings import ScreenSettings
from tui.page.jumps import following

TWELVE = ("A", "Twelve people")
STRUCK = ("A", "The ferry Alda struck")
CAPTAIN = ("A", "The captain")
TITLE = ("A", "Ferry strikes")
MAYOR = ("A", "The mayor")
CLOSED = ("C", "The service will not")
AGE = ("C", "The Alda was built")


async def follow(path: Path, *steps: tuple[str, tuple[str, str]]) -> None:
    """Press each key and find the cursor on the claim that begins so."""
    async with open_app(path) as pilot:
        for number, (key, (article, words)) in enumerate(steps):
            await press(pilot, key)
            found = claim(pilot)
            assert (found[0], found[1][: len(words)]) == (article, words), (number, key)


@piloted
async def test_claims_rows_and_articles(path: Path) -> None:
    await follow(
        path,
        ("k", STRUCK), ("j", TWELVE), ("down", CAPTAIN), ("up", TWELVE),
        ("J", CAPTAIN), ("K", STRUCK), ("shift+down", CAPTAIN), ("shift+up", STRUCK),
        ("l", ("B", "The ferry")), ("right", ("C", "The ferry")), ("l", ("D", "On Saturday")),
        ("h", ("C", "The ferry")), ("left", ("B", "The ferry")), ("h", STRUCK),
        ("G", AGE), ("g", TITLE), ("end", AGE), ("home", TITLE),
    )  # fmt: skip


@piloted
async def test_a_contradiction_brings_all_who_take_a_side_before_one_who_does_not(
    path: Path,
) -> None:
    async with open_app(path, (160, 45)) as pilot:
        to(pilot, "D", "Nobody spoke")
        to(pilot, "A", "A choir")
        assert "D" in reader_of(pilot).columns.shown
        reading_of(pilot).current = "x3"
        await press(pilot, "]")
        assert reading_of(pilot).current == "x1"
        assert reader_of(pilot).columns.shown == ("A", "B", "C")


@piloted
async def test_a_base_that_was_hidden_is_the_base_again_when_all_are_shown(path: Path) -> None:
    async with open_app(path) as pilot:
        to(pilot, "C", "Twelve were hurt")
        await press(pilot, "comma")
        assert reading_of(pilot).order == ("C", "A", "B", "D")
        await press(pilot, "minus")
        assert reading_of(pilot).order == ("A", "B", "D")
        await press(pilot, "plus")
        assert reading_of(pilot).order == ("C", "A", "B", "D")


@piloted
async def test_contradictions_round_and_back(path: Path) -> None:
    await follow(
        path,
        ("]", MAYOR), ("]", CLOSED), ("]", TWELVE), ("[", CLOSED), ("[", MAYOR), (";", TWELVE),
        (";", CLOSED),
    )  # fmt: skip


@piloted
async def test_facts_and_claims_told_once(path: Path) -> None:
    await follow(
        path,
        ("g", TITLE), ("}", STRUCK), ("}", CAPTAIN), ("}", STRUCK), ("{", CAPTAIN),
        (")", ("A", "Divers")), (")", ("D", "Nobody spoke")), (")", ("A", "A choir")),
        (";", AGE), ("(", ("A", "A choir")),
    )  # fmt: skip


@piloted
async def test_tags_and_back_to_where_a_jump_began(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "1", "J", "1", "g", ">")
        assert claim(pilot)[1].startswith("Twelve")
        await press(pilot, ">")
        assert claim(pilot)[1].startswith("The captain")
        await press(pilot, "<")
        assert claim(pilot)[1].startswith("Twelve")
        await press(pilot, "ctrl+o", "ctrl+o", "ctrl+o")
        assert claim(pilot)[1].startswith("Ferry strikes")


@piloted
async def test_a_jump_brings_both_sides_on_screen(path: Path) -> None:
    async with open_app(path, (80, 24)) as pilot:
        await press(pilot, "]", "]")
        shown = screen_text(pilot)
        assert "Thursday" in shown
        assert "from row 5" in shown
        assert "Tuesday" in shown


@piloted
async def test_walking_sideways_pages_the_columns(path: Path) -> None:
    async with open_app(path, (80, 24)) as pilot:
        for id in "BCD":
            await press(pilot, "l")
            assert claim(pilot)[0] == id
            shown = reader_of(pilot).columns.shown
            assert id in shown
            assert "A" in shown


@piloted
async def test_pages_reach_the_end_and_come_back(path: Path) -> None:
    async with open_app(path, (80, 16)) as pilot:
        for down, up in (("space", "b"), ("pagedown", "pageup"), ("ctrl+d", "ctrl+u")):
            await press(pilot, *[down] * 7)
            last = page_of(pilot).spot
            assert last is not None
            assert last.block == 6
            await press(pilot, *[up] * 7)
            assert claim(pilot)[1].startswith("Ferry strikes")


@piloted
async def test_search_goes_from_hit_to_hit_and_escape_forgets_it(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "g", "slash", Words("SATURDAY"))
        assert "A 1  B 1  C 1  D 1" in screen_text(pilot)
        await press(pilot, "enter")
        found = [claim(pilot)]
        for _ in range(3):
            await press(pilot, "n")
            found.append(claim(pilot))
        assert [id for id, _ in found] == ["A", "B", "C", "D"]
        await press(pilot, "N")
        assert claim(pilot) == found[2]
        await press(pilot, "escape")
        assert reading_of(pilot).hits == {}
        await press(pilot, "n")
        assert "No search yet" in told(pilot)[-1]


@pytest.mark.parametrize("query", ["the", "ferry", "saturday", "ananan", '"on the"', "the ferry"])
@piloted
async def test_the_near_hit_is_the_one_that_the_list_of_all_tells(path: Path, query: str) -> None:
    async with open_app(path) as pilot:
        screen = reader_of(pilot)
        await press(pilot, "g")
        screen.search.find(query)
        for key, step in [("n", 1)] * 12 + [("N", -1)] * 14:
            here = screen.walks.here("hit")
            found = following(screen.walks.stops("hit"), here, step)
            near = screen.columns.near_hit(here, step)
            assert near == (None if found is None or found[1] else found[0])
            await press(pilot, key)


@piloted
async def test_the_top_line_says_which_hit_of_how_many_is_in_hand(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "g", "slash", Words("the ferry"), "enter")
        told_of = []
        for _ in range(4):
            hit = page_of(pilot).view.emphasis.hit
            assert hit is not None
            spans = reading_of(pilot).hits[hit.article]
            place = f"{spans.index(hit.span) + 1}/{len(spans)} in {hit.article}, "
            assert f"“the ferry” {place}" in screen_text(pilot)
            told_of.append(hit)
            await press(pilot, "n")
        assert len(set(told_of)) == 4
        await press(pilot, "o")
        assert "“the ferry” " in screen_text(pilot).splitlines()[0]


@piloted
async def test_a_small_screen_tells_the_place_of_the_hit_before_the_words(path: Path) -> None:
    async with open_app(path, (40, 10)) as pilot:
        await press(pilot, "g", "slash", Words("the ferry"), "enter")
        assert " A 1/3 “the" in screen_text(pilot).splitlines()[0]


@piloted
async def test_a_search_without_hits_says_so(path: Path) -> None:
    async with open_app(path) as pilot:
        before = claim(pilot)
        await press(pilot, "slash", Words("zebra"))
        assert "no hits" in screen_text(pilot)
        await press(pilot, "enter")
        assert claim(pilot) == before


@piloted
async def test_who_else_leads_to_the_rows_that_tell_the_paragraph_too(path: Path) -> None:
    async with open_app(path) as pilot:
        to(pilot, "A", "The line will stay")
        assert "↪" in screen_text(pilot)
        began = claim(pilot)
        visited = []
        for _ in range(2):
            await press(pilot, "*")
            visited.append(claim(pilot))
        assert visited[0] != began
        assert visited[1] == began


@piloted
async def test_who_else_goes_round_all_who_tell_the_fact(path: Path) -> None:
    async with open_app(path) as pilot:
        to(pilot, "A", "The ferry Alda struck")
        visited = []
        for _ in range(4):
            await press(pilot, "*")
            visited.append(claim(pilot)[0])
        assert visited == ["B", "C", "D", "A"]


@piloted
async def test_comparing_walks_the_row_and_leads_to_other_rows(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "enter")
        assert place(pilot) == "compare"
        await press(pilot, "l")
        assert claim(pilot)[0] == "B"
        await press(pilot, "j", "j")
        assert claim(pilot)[0] == "C"
        await press(pilot, "J")
        assert claim(pilot) == (
            "C",
            "The captain had reported trouble with the rudder before the crash.",
        )
        await press(pilot, "escape")
        assert place(pilot) == "reader"
        assert claim(pilot)[1].startswith("The captain")


@piloted
async def test_contradictions_are_walked_from_here_while_comparing(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "J", "enter", "]")
        assert claim(pilot)[1].startswith("The mayor")


@piloted
async def test_contradictions_are_walked_one_by_one_while_comparing(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "enter", "]")
        assert claim(pilot)[1].startswith("The mayor")
        await press(pilot, "[", "[")
        assert claim(pilot)[1].startswith("The service will not") or claim(pilot)[0] == "A"


@piloted
async def test_source_shows_one_article_whole_and_comes_back_to_the_claim(path: Path) -> None:
    async with open_app(path) as pilot:
        to(pilot, "B", "Mayor Ostrow")
        await press(pilot, "o")
        assert place(pilot) == "source"
        shown = screen_text(pilot)
        assert "caption: The Alda at the pier" in shown
        assert "b.txt" in shown
        await press(pilot, "k", "q")
        assert claim(pilot) == ("B", "The company said that the rudder was overhauled in March.")


@piloted
async def test_what_shows_can_be_changed_key_by_key(path: Path) -> None:
    async with open_app(path) as pilot:
        reading = reading_of(pilot)
        assert "STORY" in screen_text(pilot)
        await press(pilot, "s")
        assert "STORY" not in screen_text(pilot)
        assert len(reader_of(pilot).columns.shown) == 3
        await press(pilot, "s", "vertical_line", "vertical_line")
        assert len(reader_of(pilot).columns.shown) == 1
        await press(pilot, "vertical_line")
        to(pilot, "C", "Twelve were")
        await press(pilot, "comma")
        assert list(reading.order) == ["C", "A", "B", "D"]
        assert claim(pilot) == ("C", "Twelve were hurt.")
        await press(pilot, "minus")
        assert list(reading.order) == ["A", "B", "D"]
        assert claim(pilot)[0] == "A"
        await press(pilot, "plus")
        assert sorted(reading.order) == ["A", "B", "C", "D"]
        await press(pilot, *"ffff")
        assert reading.show == "none"
        assert not set("≠≈≡") & set("".join(screen_text(pilot).splitlines()[3:30]))
        await press(pilot, "f")
        assert reading.show == "all"


@piloted
async def test_tall_cells_fold_and_unfold(path: Path) -> None:
    async with open_app(path, (78, 40), screen=ScreenSettings(fold_lines=2)) as pilot:
        await press(pilot, "g")
        assert "more lines" in screen_text(pilot)
        await press(pilot, "z")
        assert "more lines" not in screen_text(pilot)


@piloted
async def test_themes_are_walked_through(path: Path) -> None:
    async with open_app(path) as pilot:
        seen = [pilot.app.theme]
        for _ in range(4):
            await press(pilot, "f8")
            seen.append(pilot.app.theme)
        assert seen == [
            "rashomon-dark", "rashomon-light", "rashomon-contrast", "rashomon-ansi",
            "rashomon-dark",
        ]  # fmt: skip


@piloted
async def test_help_lists_the_keys_of_the_place_it_was_called_from(path: Path) -> None:
    async with open_app(path, (120, 60)) as pilot:
        await press(pilot, "f1")
        assert place(pilot) == "help"
        assert "Keys: reading" in screen_text(pilot)
        await press(pilot, "escape", "T", "f1")
        assert "Keys: tags" in screen_text(pilot)
        await press(pilot, "q", "q")
        assert place(pilot) == "reader"


@piloted
async def test_a_question_where_nothing_is_marked_shows_the_keys(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "g", "question_mark")
        assert place(pilot) == "help"


CANNOT = (
    (("n",), "No search yet"),
    (("full_stop",), "No label was used yet"),
    (("A",), "No label was used yet"),
    (("u",), "nothing to undo"),
    (("U",), "nothing to do again"),
    (("plus",), "No article is hidden"),
    (("greater_than_sign",), "There is no tag"),
    (("ctrl+o", "ctrl+o", "ctrl+o"), "No jump to go back from"),
    (("h",), "No article before it"),
    (("l", "l", "l", "l"), "No article further on"),
    (("G", "j"), "This is the last claim"),
    (("G", "J"), "This is the last row"),
    (("g", "k"), "This is the first claim"),
    (("g", "K"), "This is the first row"),
    (("g", "asterisk"), "No other article"),
    (("g", "x"), "No finding here"),
)


@piloted
async def test_a_key_that_cannot_act_says_why(path: Path) -> None:
    async with open_app(path, (100, 24)) as pilot:
        for keys, why in CANNOT:
            await press(pilot, *keys)
            assert why in told(pilot)[-1], keys
            assert place(pilot) == "reader"
    assert not path.exists()


@piloted
async def test_where_nothing_was_found_a_walk_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, answering(QUIET))
    async with open_app(path, (100, 24)) as pilot:
        for key, name in zip(
            "][}{)(", ["contradiction"] * 2 + ["shared"] * 2 + ["only"] * 2, strict=True
        ):
            await press(pilot, key)
            (words,) = told(pilot)
            assert "There is no" in words
            assert name in words
        assert "none found · " in screen_text(pilot)


@piloted
async def test_the_last_article_cannot_be_hidden(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story, found = side_by_side(body("One line.\nAnother line."))
    use(monkeypatch, answering(found))
    async with open_app(path, story=story) as pilot:
        await press(pilot, "minus")
        assert "The last article cannot be hidden" in told(pilot)[-1]
        await press(pilot, "j", "l", "enter", "escape", "o", "escape", "1")
        assert place(pilot) == "reader"
        assert len(reading_of(pilot).session.tags) == 1


@piloted
async def test_hiding_all_but_one_still_leaves_a_page(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "minus", "minus", "minus", "minus")
        assert "The last article cannot be hidden" in told(pilot)[-1]
        assert len(reading_of(pilot).order) == 1
        assert reading_of(pilot).claim is not None


def test_the_story_has_what_these_walks_need() -> None:
    assert [a.id for a in STORY.articles] == ["A", "B", "C", "D"]


@piloted
async def test_the_last_claim_is_unfolded_and_shown_when_the_page_ends(path: Path) -> None:
    async with open_app(path, (78, 20), screen=ScreenSettings(fold_lines=1)) as pilot:
        for _ in range(9):
            await press(pilot, "space")
        screen = screen_of(pilot)
        assert screen.page.spot is not None
        assert screen.page.view.line_of(screen.page.spot) is not None
        assert "This is the last claim" in told(pilot)


@piloted
async def test_a_key_that_leads_nowhere_says_so_on_every_page(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "g", "g")
        assert "This is the first claim" in told(pilot)
        await press(pilot, "comma")
        assert "A is already the base" in told(pilot)
        await press(pilot, "enter", "h")
        assert "No article before it" in told(pilot)


@piloted
async def test_a_step_to_the_next_claim_told_once_leaves_the_one_under_the_cursor(
    path: Path,
) -> None:
    async with open_app(path) as pilot:
        to(pilot, "C", "The Alda was built")
        await press(pilot, ")")
        assert claim(pilot) != ("C", "The Alda was built in 1998.")
        await press(pilot, "(")
        assert claim(pilot) == ("C", "The Alda was built in 1998.")


@pytest.mark.parametrize(
    ("before", "key", "said"),
    [
        ("B", "}", "You read blind; B shows the findings again"),
        ("B", "a", "You read blind; B shows the findings again"),
        ("B", "*", "You read blind; B shows the findings again"),
        ("ff", "]", "Marks of this sort are hidden; f shows others"),
        ("fff", "x", "Marks of this sort are hidden; f shows others"),
        ("", "\x1b", "Nothing is open here; q leaves"),
    ],
)
@piloted
async def test_a_key_that_cannot_act_says_what_hides_the_findings(
    path: Path, before: str, key: str, said: str
) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "escape", *before)
        pilot.app.clear_notifications()
        await press(pilot, "escape" if key == "\x1b" else key)
        assert told(pilot) == [said]


@piloted
async def test_where_no_fact_is_shared_the_key_goes_to_the_row_that_tells_it_too(
    path: Path,
) -> None:
    async with open_app(path) as pilot:
        to(pilot, "A", "The line")
        row = page_of(pilot).spot
        await press(pilot, "*")
        there = page_of(pilot).spot
        assert row is not None
        assert there is not None
        assert there.block != row.block
        await press(pilot, "ctrl+o")
        assert page_of(pilot).spot == row


@piloted
async def test_the_help_is_scrolled_with_the_keys_of_reading(path: Path) -> None:
    async with open_app(path, (80, 24)) as pilot:
        await press(pilot, "f1")
        assert "Signs" in screen_text(pilot)
        await press(pilot, "j", "space")
        assert "Signs" not in screen_text(pilot)
        await press(pilot, "G")
        assert "back, then leave" in screen_text(pilot)
        await press(pilot, "j")
        assert told(pilot)[-1] == "This is the end"
        await press(pilot, "home")
        assert "Signs" in screen_text(pilot)


@piloted
async def test_comparing_shows_the_side_that_another_row_tells_and_walks_to_it(path: Path) -> None:
    async with open_app(path, (80, 40)) as pilot:
        to(pilot, "A", "The line will stay closed")
        await press(pilot, "enter")
        assert place(pilot) == "compare"
        shown = " ".join(screen_text(pilot).split())
        assert "from row 3 ≠3" in shown
        assert "The service will not run again" in shown
        await press(pilot, "l")
        assert claim(pilot)[0] == "C"
        assert claim(pilot)[1].startswith("The service will not")
        await press(pilot, "escape")
        assert claim(pilot)[1].startswith("The service will not")
