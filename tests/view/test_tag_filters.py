"""The tags screen narrows and sorts its list by single keys."""

from pathlib import Path

import pytest

from tests.view.sample import Words, open_app, piloted, place, press, saved_tags, screen_text, told


@pytest.fixture
def tagged(path: Path) -> Path:
    """Two tags in A, one in B."""
    return saved_tags(
        path,
        ("A", "The ferry Alda", "fact"),
        ("A", "The mayor, Lena", "quote"),
        ("B", "The company said", "fact"),
    )


@piloted
async def test_label_article_and_status_narrow_the_list_together(tagged: Path) -> None:
    async with open_app(tagged) as pilot:
        await press(pilot, "T", "l")
        assert "Tags: 2 of 3" in screen_text(pilot)
        await press(pilot, "a", "a")
        assert "Tags: 1 of 3  l label fact  a article B" in screen_text(pilot)
        await press(pilot, "l")
        assert "Tags: 0 of 3" in screen_text(pilot)
        assert "No tag fits" in told(pilot)[-1]
        await press(pilot, "escape")
        assert "Tags: 3 " in screen_text(pilot)
        await press(pilot, "s", "r")
        assert "status unchecked  r order newest" in screen_text(pilot)
        await press(pilot, "escape", "escape")
        assert place(pilot) == "reader"


@piloted
async def test_typed_words_narrow_too_and_letters_stay_letters(tagged: Path) -> None:
    async with open_app(tagged) as pilot:
        await press(pilot, "T", "slash", Words("rudder"))
        assert "Tags: 1 of 3" in screen_text(pilot)
        assert "l label all" in screen_text(pilot)


@piloted
async def test_the_list_is_walked_with_the_keys_of_reading(tagged: Path) -> None:
    async with open_app(tagged) as pilot:
        await press(pilot, "T", "j", "j", "k", "G", "enter")
        assert place(pilot) == "reader"
        assert pilot.app.reading.cursor.article == "B"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "key",
    ["j", "k", "down", "up", "space", "b", "g", "G", "enter", "e", "backspace", "l", "a", "s", "r"],
)
@piloted
async def test_without_tags_each_key_says_why_it_does_nothing(path: Path, key: str) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "T", key)
        assert "no tags" in told(pilot)[-1]


@piloted
async def test_the_list_ends_at_its_ends_and_says_so(tagged: Path) -> None:
    async with open_app(tagged) as pilot:
        await press(pilot, "T", "k")
        assert "first tag" in told(pilot)[-1]
        await press(pilot, "G", "down")
        assert "last tag" in told(pilot)[-1]
        await press(pilot, "enter")
        assert pilot.app.reading.cursor.article == "B"  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [(42, 20), (60, 20), (80, 24), (240, 60)])
@piloted
async def test_no_line_of_a_tag_is_broken_by_the_width(tagged: Path, size: tuple[int, int]) -> None:
    async with open_app(tagged, size) as pilot:
        await press(pilot, "T")
        lines = [line for line in screen_text(pilot).splitlines() if "fact" in line]
        assert all(line.startswith(("▌ A  ", "  B  ", " fact")) for line in lines)
