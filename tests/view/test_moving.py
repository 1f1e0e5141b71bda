"""Every movement key leads where its words say, and says why when it cannot."""

from pathlib import Path

import pytest

from tests.page.story import QUIET, STORY
from tests.view.sample import answering, use
from tests.view.user import open_app
from tui.model.settings import ScreenSettings

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


async def test_going_to_either_end_of_the_story_can_be_taken_back(path: Path) -> None:
    async with open_app(path) as user:
        user.to("C", "Twelve were hurt.")
        began = user.claim
        await user.press("G", "g")
        assert user.claim != began
        await user.press("ctrl+o", "ctrl+o")
        assert user.claim == began


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


async def test_a_key_goes_to_the_other_side_of_a_contradiction_and_round(path: Path) -> None:
    async with open_app(path) as user:
        user.to("A", "Twelve people")
        await user.settle()
        began = user.claim
        visited = []
        for _ in range(3):
            await user.press("r")
            visited.append(user.claim[0])
            assert user.reading.current == "x1"
        assert visited == ["B", "C", "A"]
        assert user.claim == began
        await user.press("ctrl+o")
        assert user.claim[0] == "C"


async def test_the_other_side_comes_on_screen_from_another_row_and_column(path: Path) -> None:
    async with open_app(path, (80, 24)) as user:
        user.to("A", "The line will stay")
        await user.press("r")
        assert user.claim[0] == "C"
        assert user.reading.current == "x3"
        assert "C" in user.reader.columns.shown


async def test_a_side_that_only_hidden_articles_take_is_named(path: Path) -> None:
    async with open_app(path) as user:
        user.to("B", "“safe and well managed”")
        await user.settle()
        user.reading.chosen.hidden = ("A",)
        user.reader.rebuild()
        await user.press("r")
        assert user.told[-1] == "Only hidden articles say otherwise; + shows them"


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
    (("g", "r"), "No contradiction in hand here; ] goes to the next"),
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
