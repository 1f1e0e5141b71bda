"""Pictures of what lies over a page: choosing words, a claim in hand, cards, labels, questions."""

from pathlib import Path

import pytest

from tests.view.golden import Picture
from tests.view.sample import CHANGED, make_app

STATES = {
    "choosing": ("j", "v", "o", "w", "w", "o", "w", "w"),
    "in-hand": ("equals_sign", "l"),
    "which-tag": ("e",),
    "card": ("i",),
    "labels": ("f2", "j", "r"),
    "colours": ("f2", "c"),
    "delete-label": ("f2", "backspace"),
}


@pytest.mark.parametrize("name", STATES)
def test_over_the_page(picture: Picture, worked: Path, name: str) -> None:
    app = make_app(worked)
    assert picture(app, (100, 32), *STATES[name])


@pytest.mark.parametrize(
    ("size", "theme"),
    [((80, 24), "rashomon-light"), ((160, 45), "rashomon-contrast"), ((60, 12), "rashomon-ansi")],
)
@pytest.mark.parametrize("name", ["choosing", "card"])
def test_sizes_and_themes(
    picture: Picture, worked: Path, name: str, size: tuple[int, int], theme: str
) -> None:
    app = make_app(worked, theme=theme)
    assert picture(app, size, *STATES[name])


QUESTIONS = {"asked": ("T",), "before-and-after": ("T", "d"), "notice": ("l", "j")}


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_is_asked(picture: Picture, worked: Path, name: str) -> None:
    app = make_app(worked, story=CHANGED)
    assert picture(app, (100, 32), *QUESTIONS[name])
