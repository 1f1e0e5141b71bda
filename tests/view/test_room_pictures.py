"""Pictures of the matrix, the stories, the export and the filtered tags, at every size.

`make snapshots` accepts them as they are now. They hold no clock, path or host.
"""

from pathlib import Path

import pytest

from tests.view.golden import SIZES, Picture
from tests.view.sample import make_app, saved_tags, shelf_app


@pytest.fixture
def tagged(path: Path) -> Path:
    """Three tags, saved earlier."""
    return saved_tags(
        path,
        ("A", "The ferry Alda", "fact"),
        ("A", "The mayor, Lena", "quote"),
        ("A", "The line will stay", "fact"),
    )


@pytest.mark.parametrize("size", SIZES)
def test_matrix(picture: Picture, tagged: Path, size: tuple[int, int]) -> None:
    keys = ("m", "g", "l", "a")
    assert picture(make_app(tagged), size, *keys)


def test_matrix_in_the_light(picture: Picture, tagged: Path) -> None:
    app = make_app(tagged, theme="rashomon-light")
    keys = ("m", "G", "l", "x")
    assert picture(app, (120, 40), *keys)


def test_matrix_that_is_small(picture: Picture, tagged: Path) -> None:
    assert picture(make_app(tagged), (40, 10), "m", "f")


@pytest.mark.parametrize("size", SIZES)
def test_compare(picture: Picture, tagged: Path, size: tuple[int, int]) -> None:
    assert picture(make_app(tagged), size, "]", "enter")


@pytest.mark.parametrize("size", SIZES[::2])
def test_tags(picture: Picture, tagged: Path, size: tuple[int, int]) -> None:
    assert picture(make_app(tagged), size, "T", "l")


@pytest.mark.parametrize("size", SIZES)
def test_stories(picture: Picture, six_stories: Path, size: tuple[int, int]) -> None:
    assert picture(shelf_app(six_stories), size, "j", "j")


def test_stories_in_the_light_filtered(picture: Picture, six_stories: Path) -> None:
    app = shelf_app(six_stories, "rashomon-light")
    assert picture(app, (80, 24), "slash", *"fi")


@pytest.mark.parametrize("theme", ["rashomon-dark", "rashomon-light"])
def test_export(
    picture: Picture, tmp_path: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = make_app(Path("ferry") / "sessions" / "anna.yaml", theme=theme)
    assert picture(app, (80, 24), "E", "down")
