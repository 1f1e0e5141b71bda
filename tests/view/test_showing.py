"""What of the page shows and how: marks, folds, hidden articles, themes, help."""

from pathlib import Path

import pytest

from tests.page.story import body, side_by_side
from tests.view.sample import answering, use
from tests.view.user import open_app
from tui.model.settings import ScreenSettings


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
        assert "Keys and signs: reading" in user.text
        await user.press("escape", "T", "f1")
        assert "Keys and signs: tags" in user.text
        await user.press("q", "q")
        assert user.place == "reader"


async def test_a_question_where_nothing_is_marked_shows_the_keys(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("g", "question_mark")
        assert user.place == "help"


async def test_the_help_is_scrolled_with_the_keys_of_reading(path: Path) -> None:
    async with open_app(path, (80, 24)) as user:
        await user.press("f1")
        assert "next claim, or" in user.text
        await user.press("j", "space")
        assert "next claim, or" not in user.text
        await user.press("G")
        assert "told differently" in user.text
        await user.press("j")
        assert user.told[-1] == "This is the end"
        await user.press("home")
        assert "next claim, or" in user.text


async def test_in_a_narrow_window_the_meaning_of_a_sign_has_the_width(path: Path) -> None:
    async with open_app(path, (40, 16)) as user:
        await user.press("f1", "G")
        assert "where there is room for" in user.text


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


async def test_a_base_that_was_hidden_is_the_base_again_when_all_are_shown(path: Path) -> None:
    async with open_app(path) as user:
        user.to("C", "Twelve were hurt")
        orders = []
        for key in ("comma", "minus", "plus"):
            await user.press(key)
            orders.append("".join(user.reading.order))
    assert orders == ["CABD", "ABD", "CABD"]
