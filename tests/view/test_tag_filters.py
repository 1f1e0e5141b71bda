"""The tags screen narrows and sorts its list by single keys."""

from pathlib import Path

import pytest

from tests.view.sample import saved_tags
from tests.view.user import Words, open_app


@pytest.fixture
def tagged(path: Path) -> Path:
    """Two tags in A, one in B."""
    return saved_tags(
        path,
        ("A", "The ferry Alda", "fact"),
        ("A", "The mayor, Lena", "quote"),
        ("B", "The company said", "fact"),
    )


async def test_label_article_and_status_narrow_the_list_together(tagged: Path) -> None:
    async with open_app(tagged) as user:
        await user.press("T", "l")
        assert "Tags: 2 of 3" in user.text
        await user.press("a", "a")
        assert "Tags: 1 of 3  l label fact  a article B" in user.text
        await user.press("l")
        assert "Tags: 0 of 3" in user.text
        assert "No tag fits" in user.told[-1]
        await user.press("escape")
        assert "Tags: 3 " in user.text
        await user.press("s", "r")
        assert "status unchecked  r order newest" in user.text
        await user.press("escape", "escape")
        assert user.place == "reader"


async def test_typed_words_narrow_too_and_letters_stay_letters(tagged: Path) -> None:
    async with open_app(tagged) as user:
        await user.press("T", "slash", Words("rudder"))
        assert "Tags: 1 of 3" in user.text
        assert "l label all" in user.text


async def test_the_list_is_walked_with_the_keys_of_reading(tagged: Path) -> None:
    async with open_app(tagged) as user:
        await user.press("T", "j", "j", "k", "G", "enter")
        assert user.place == "reader"
        assert user.claim[0] == "B"


@pytest.mark.parametrize(
    "key",
    ["j", "k", "down", "up", "space", "b", "g", "G", "enter", "e", "backspace", "l", "a", "s", "r"],
)
async def test_without_tags_each_key_says_why_it_does_nothing(path: Path, key: str) -> None:
    async with open_app(path) as user:
        await user.press("T", key)
        assert "no tags" in user.told[-1]


async def test_the_list_ends_at_its_ends_and_says_so(tagged: Path) -> None:
    async with open_app(tagged) as user:
        await user.press("T", "k")
        assert "first tag" in user.told[-1]
        await user.press("G", "down")
        assert "last tag" in user.told[-1]
        await user.press("enter")
        assert user.claim[0] == "B"


@pytest.mark.parametrize("size", [(42, 20), (60, 20), (80, 24), (240, 60)])
async def test_no_line_of_a_tag_is_broken_by_the_width(tagged: Path, size: tuple[int, int]) -> None:
    async with open_app(tagged, size) as user:
        await user.press("T")
        lines = [line for line in user.text.splitlines() if "fact" in line]
        assert all(line.startswith(("▌ A  ", "  B  ", " fact")) for line in lines)


async def test_what_is_removed_in_the_list_comes_back_into_it(tagged: Path) -> None:
    async with open_app(tagged) as user:
        await user.press("T", "backspace")
        assert "Tags: 2 " in user.text
        await user.press("u")
        assert "Tags: 3 " in user.text
        await user.press("U", "U")
        assert "Tags: 2 " in user.text
        assert user.told == ["There is nothing to do again"]
