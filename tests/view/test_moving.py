"""Every movement key leads where its words say, and says why when it cannot."""

from pathlib import Path

import pytest

from tests.page.story import QUIET, STORY, body, side_by_side
from tests.view.sample import answering, use
from tests.view.user import Words, open_app
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
    async with open_app(path) as user:
        for number, (key, (article, words)) in enumerate(steps):
            await user.press(key)
            found = user.claim
            assert (found[0], found[1][: len(words)]) == (article, words), (number, key)


async def test_claims_rows_and_articles(path: Path) -> None:
    await follow(
        path,
        ("k", STRUCK), ("j", TWELVE), ("down", CAPTAIN), ("up", TWELVE),
        ("J", CAPTAIN), ("K", STRUCK), ("shift+down", CAPTAIN), ("shift+up", STRUCK),
        ("l", ("B", "The ferry")), ("right", ("C", "The ferry")), ("l", ("D", "On Saturday")),
        ("h", ("C", "The ferry")), ("left", ("B", "The ferry")), ("h", STRUCK),
        ("G", AGE), ("g", TITLE), ("end", AGE), ("home", TITLE),
    )  # fmt: skip


async def test_a_contradiction_brings_all_who_take_a_side_before_one_who_does_not(
    path: Path,
) -> None:
    async with open_app(path, (160, 45)) as user:
        user.to("D", "Nobody spoke")
        user.to("A", "A choir")
        assert "D" in user.reader.columns.shown
        user.reading.current = "x3"
        await user.press("]")
        assert user.reading.current == "x1"
        assert user.reader.columns.shown == ("A", "B", "C")


async def test_a_base_that_was_hidden_is_the_base_again_when_all_are_shown(path: Path) -> None:
    async with open_app(path) as user:
        user.to("C", "Twelve were hurt")
        orders = []
        for key in ("comma", "minus", "plus"):
            await user.press(key)
            orders.append("".join(user.reading.order))
    assert orders == ["CABD", "ABD", "CABD"]


async def test_contradictions_round_and_back(path: Path) -> None:
    await follow(
        path,
        ("]", MAYOR), ("]", CLOSED), ("]", TWELVE), ("[", CLOSED), ("[", MAYOR), (";", TWELVE),
        (";", CLOSED),
    )  # fmt: skip


async def test_facts_and_claims_told_once(path: Path) -> None:
    await follow(
        path,
        ("g", TITLE), ("}", STRUCK), ("}", CAPTAIN), ("}", STRUCK), ("{", CAPTAIN),
        (")", ("A", "Divers")), (")", ("D", "Nobody spoke")), (")", ("A", "A choir")),
        (";", AGE), ("(", ("A", "A choir")),
    )  # fmt: skip


async def test_tags_and_back_to_where_a_jump_began(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1", "J", "1", "g", ">")
        assert user.claim[1].startswith("Twelve")
        await user.press(">")
        assert user.claim[1].startswith("The captain")
        await user.press("<")
        assert user.claim[1].startswith("Twelve")
        await user.press("ctrl+o", "ctrl+o", "ctrl+o")
        assert user.claim[1].startswith("Ferry strikes")


async def test_a_jump_brings_both_sides_on_screen(path: Path) -> None:
    async with open_app(path, (80, 24)) as user:
        await user.press("]", "]")
        shown = user.text
        assert "Thursday" in shown
        assert "from row 5" in shown
        assert "Tuesday" in shown


async def test_walking_sideways_pages_the_columns(path: Path) -> None:
    async with open_app(path, (80, 24)) as user:
        for id in "BCD":
            await user.press("l")
            assert user.claim[0] == id
            shown = user.reader.columns.shown
            assert id in shown
            assert "A" in shown


async def test_pages_reach_the_end_and_come_back(path: Path) -> None:
    async with open_app(path, (80, 16)) as user:
        for down, up in (("space", "b"), ("pagedown", "pageup"), ("ctrl+d", "ctrl+u")):
            await user.press(*[down] * 7)
            last = user.page.spot
            assert last is not None
            assert last.block == 6
            await user.press(*[up] * 7)
            assert user.claim[1].startswith("Ferry strikes")


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


async def test_who_else_leads_to_the_rows_that_tell_the_paragraph_too(path: Path) -> None:
    async with open_app(path) as user:
        user.to("A", "The line will stay")
        assert "↪" in user.text
        began = user.claim
        visited = []
        for _ in range(2):
            await user.press("*")
            visited.append(user.claim)
        assert visited[0] != began
        assert visited[1] == began


async def test_who_else_goes_round_all_who_tell_the_fact(path: Path) -> None:
    async with open_app(path) as user:
        user.to("A", "The ferry Alda struck")
        visited = []
        for _ in range(4):
            await user.press("*")
            visited.append(user.claim[0])
        assert visited == ["B", "C", "D", "A"]


async def test_comparing_walks_the_row_and_leads_to_other_rows(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("enter")
        assert user.place == "compare"
        await user.press("l")
        assert user.claim[0] == "B"
        await user.press("j", "j")
        assert user.claim[0] == "C"
        await user.press("J")
        assert user.claim == (
            "C",
            "The captain had reported trouble with the rudder before the crash.",
        )
        await user.press("escape")
        assert user.place == "reader"
        assert user.claim[1].startswith("The captain")


async def test_contradictions_are_walked_from_here_while_comparing(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("J", "enter", "]")
        assert user.claim[1].startswith("The mayor")


async def test_contradictions_are_walked_one_by_one_while_comparing(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("enter", "]")
        assert user.claim[1].startswith("The mayor")
        await user.press("[", "[")
        assert user.claim[1].startswith("The service will not") or user.claim[0] == "A"


async def test_source_shows_one_article_whole_and_comes_back_to_the_claim(path: Path) -> None:
    async with open_app(path) as user:
        user.to("B", "Mayor Ostrow")
        await user.press("o")
        assert user.place == "source"
        shown = user.text
        assert "caption: The Alda at the pier" in shown
        assert "b.txt" in shown
        await user.press("k", "q")
        assert user.claim == ("B", "The company said that the rudder was overhauled in March.")


async def test_what_shows_can_be_changed_key_by_key(path: Path) -> None:
    async with open_app(path) as user:
        reading = user.reading
        assert "STORY" in user.text
        await user.press("s")
        assert "STORY" not in user.text
        assert len(user.reader.columns.shown) == 3
        await user.press("s", "vertical_line", "vertical_line")
        assert len(user.reader.columns.shown) == 1
        await user.press("vertical_line")
        user.to("C", "Twelve were")
        await user.press("comma")
        assert list(reading.order) == ["C", "A", "B", "D"]
        assert user.claim == ("C", "Twelve were hurt.")
        await user.press("minus")
        assert list(reading.order) == ["A", "B", "D"]
        assert user.claim[0] == "A"
        await user.press("plus")
        assert sorted(reading.order) == ["A", "B", "C", "D"]
        await user.press(*"ffff")
        assert reading.show == "none"
        assert not set("≠≈≡") & set("".join(user.text.splitlines()[3:30]))
        await user.press("f")
        assert reading.show == "all"


async def test_tall_cells_fold_and_unfold(path: Path) -> None:
    async with open_app(path, (78, 40), screen=ScreenSettings(fold_lines=2)) as user:
        await user.press("g")
        assert "more lines" in user.text
        await user.press("z")
        assert "more lines" not in user.text


async def test_themes_are_walked_through(path: Path) -> None:
    async with open_app(path) as user:
        seen = [user.app.theme]
        for _ in range(4):
            await user.press("f8")
            seen.append(user.app.theme)
        assert seen == [
            "rashomon-dark", "rashomon-light", "rashomon-contrast", "rashomon-ansi",
            "rashomon-dark",
        ]  # fmt: skip


async def test_help_lists_the_keys_of_the_place_it_was_called_from(path: Path) -> None:
    async with open_app(path, (120, 60)) as user:
        await user.press("f1")
        assert user.place == "help"
        assert "Keys: reading" in user.text
        await user.press("escape", "T", "f1")
        assert "Keys: tags" in user.text
        await user.press("q", "q")
        assert user.place == "reader"


async def test_a_question_where_nothing_is_marked_shows_the_keys(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("g", "question_mark")
        assert user.place == "help"


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


async def test_a_key_that_cannot_act_says_why(path: Path) -> None:
    async with open_app(path, (100, 24)) as user:
        for keys, why in CANNOT:
            await user.press(*keys)
            assert why in user.told[-1], keys
            assert user.place == "reader"
    assert not path.exists()


async def test_where_nothing_was_found_a_walk_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, answering(QUIET))
    async with open_app(path, (100, 24)) as user:
        for key, name in zip(
            "][}{)(", ["contradiction"] * 2 + ["shared"] * 2 + ["only"] * 2, strict=True
        ):
            await user.press(key)
            (words,) = user.told
            assert "There is no" in words
            assert name in words
        assert "none found · " in user.text


async def test_the_last_article_cannot_be_hidden(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story, found = side_by_side(body("One line.\nAnother line."))
    use(monkeypatch, answering(found))
    async with open_app(path, story=story) as user:
        await user.press("minus")
        assert "The last article cannot be hidden" in user.told[-1]
        await user.press("j", "l", "enter", "escape", "o", "escape", "1")
        assert user.place == "reader"
        assert len(user.reading.session.tags) == 1


async def test_hiding_all_but_one_still_leaves_a_page(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("minus", "minus", "minus", "minus")
        assert "The last article cannot be hidden" in user.told[-1]
        assert len(user.reading.order) == 1
        assert user.reading.claim is not None


def test_the_story_has_what_these_walks_need() -> None:
    assert [a.id for a in STORY.articles] == ["A", "B", "C", "D"]


async def test_the_last_claim_is_unfolded_and_shown_when_the_page_ends(path: Path) -> None:
    async with open_app(path, (78, 20), screen=ScreenSettings(fold_lines=1)) as user:
        for _ in range(9):
            await user.press("space")
        screen = user.screen
        assert screen.page.spot is not None
        assert screen.page.view.line_of(screen.page.spot) is not None
        assert "This is the last claim" in user.told


async def test_a_key_that_leads_nowhere_says_so_on_every_page(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("g", "g")
        assert "This is the first claim" in user.told
        await user.press("comma")
        assert "A is already the base" in user.told
        await user.press("enter", "h")
        assert "No article before it" in user.told


async def test_a_step_to_the_next_claim_told_once_leaves_the_one_under_the_cursor(
    path: Path,
) -> None:
    async with open_app(path) as user:
        user.to("C", "The Alda was built")
        await user.press(")")
        assert user.claim != ("C", "The Alda was built in 1998.")
        await user.press("(")
        assert user.claim == ("C", "The Alda was built in 1998.")


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
async def test_a_key_that_cannot_act_says_what_hides_the_findings(
    path: Path, before: str, key: str, said: str
) -> None:
    async with open_app(path) as user:
        await user.press("escape", *before)
        user.app.clear_notifications()
        await user.press("escape" if key == "\x1b" else key)
        assert user.told == [said]


async def test_where_no_fact_is_shared_the_key_goes_to_the_row_that_tells_it_too(
    path: Path,
) -> None:
    async with open_app(path) as user:
        user.to("A", "The line")
        row = user.page.spot
        await user.press("*")
        there = user.page.spot
        assert row is not None
        assert there is not None
        assert there.block != row.block
        await user.press("ctrl+o")
        assert user.page.spot == row


async def test_the_help_is_scrolled_with_the_keys_of_reading(path: Path) -> None:
    async with open_app(path, (80, 24)) as user:
        await user.press("f1")
        assert "Signs" in user.text
        await user.press("j", "space")
        assert "Signs" not in user.text
        await user.press("G")
        assert "back, then leave" in user.text
        await user.press("j")
        assert user.told[-1] == "This is the end"
        await user.press("home")
        assert "Signs" in user.text


async def test_comparing_shows_the_side_that_another_row_tells_and_walks_to_it(path: Path) -> None:
    async with open_app(path, (80, 40)) as user:
        user.to("A", "The line will stay closed")
        await user.press("C")
        assert user.place == "compare"
        shown = " ".join(user.text.split())
        assert "from row 3 ≠3" in shown
        assert "The service will not run again" in shown
        await user.press("l")
        assert user.claim[0] == "C"
        assert user.claim[1].startswith("The service will not")
        await user.press("escape")
        assert user.claim[1].startswith("The service will not")


async def test_a_claim_that_another_row_tells_too_leads_there_and_the_bar_says_so(
    path: Path,
) -> None:
    async with open_app(path, (80, 24)) as user:
        user.to("A", "The line will stay closed")
        row = user.reader.columns.leads_to
        assert row is not None
        await user.press("escape")  # the first keys are known
        assert f"enter ↪ {row} " in user.text.splitlines()[-3]
        await user.press("enter")
        assert user.place == "reader"
        assert user.page.spot.block == row - 1  # type: ignore[union-attr]
        await user.press("ctrl+o")
        assert user.claim[1].startswith("The line will stay closed")
        await user.press("C")
        assert user.place == "compare"


async def test_a_claim_that_no_other_row_tells_opens_its_sources(path: Path) -> None:
    async with open_app(path, (240, 60)) as user:
        await user.press("g", "J")
        assert user.reader.columns.leads_to is None
        assert "enter compare" in user.text.splitlines()[-1]
        await user.press("enter")
        assert user.place == "compare"
