"""Leaving the columns for a row compared or an article alone, walking there, and coming back."""

from pathlib import Path

from tests.view.user import open_app


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
