"""What is typed into a field is what stands in it, characters without a width included."""

from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from tests.view.sample import stored
from tests.view.user import open_app

SPELT = ["می\u200cخواهم", "👩\u200d👧", "\U0001f3f4\U000e0067\U000e0062\U000e007f"]


@pytest.mark.parametrize("words", SPELT, ids=ascii)
async def test_a_note_keeps_the_spelling_that_was_typed(path: Path, words: str) -> None:
    async with open_app(path) as user:
        await user.at_once("e", *words)
        assert user.app.screen.query_one(TextArea).text == words
        await user.press("escape")
    assert stored(path).tags[0].note == words


@pytest.mark.parametrize("words", SPELT, ids=ascii)
async def test_a_line_keeps_the_spelling_that_was_typed(path: Path, words: str) -> None:
    async with open_app(path) as user:
        await user.at_once("/", *words)
        assert user.app.screen.query_one("#query", Input).value == words
