"""Pictures of the matrix, the stories, the export and the filtered tags, at every size.

`make snapshots` accepts them as they are now. They hold no clock, path or host.
"""

from pathlib import Path

import pytest

from tests.view.golden import SIZES, Picture
from tests.view.sample import NOW, answering, make_app, saved_tags, use
from tui.config import Config
from tui.model.finding import Analysis
from tui.model.settings import ScreenSettings, Settings
from tui.page.signs import UNICODE
from tui.view.app import RashomonApp
from tui.view.opening import no_story
from tui.workspace import SessionChoice


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


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six stories below the working folder, so that no path of this machine shows."""
    use(monkeypatch, answering(Analysis()))
    monkeypatch.chdir(tmp_path)
    names = ("Bridge closed for repairs", "Ferry strikes the pier", "Fire at the harbour",
             "Flood on the Ost", "School gets a new roof")  # fmt: skip
    for day, title in enumerate(names, 11):
        folder = Path("stories") / title.split()[0].lower()
        folder.mkdir(parents=True)
        (folder / "story.yaml").write_text(f"title: {title}\n")
        for file in "ab":
            text = f"May {day}, 2025\n\nThe {title.lower()} on Saturday.\n\nTwelve people saw it.\n"
            (folder / f"{file}.txt").write_text(text)
    (Path("stories") / "later").mkdir()
    (Path("stories") / "later" / "story.yaml").write_text("title: Later\n")
    (Path("stories") / "fire" / "sessions").mkdir()
    (Path("stories") / "fire" / "sessions" / "anna.yaml").write_text(
        'format: 1\nstory: "fire"\nannotator: "anna"\n'
        'place: {file: "a.txt", offset: 14, counts: "12 3 2 8"}\n'
        f'tags:\n- quote: "Twelve people saw it."\n  labels: ["fact"]\n  file: "a.txt"\n'
        f'  changed: "{NOW}"\n'
    )
    return Path("stories")


def shelf_app(shelf: Path, theme: str = "rashomon-dark") -> RashomonApp:
    config = Config(Settings(screen=ScreenSettings(theme=theme)))
    opened = no_story(UNICODE)
    app = RashomonApp(opened.reading, config, opened.read_again)
    app.shelf, app.choice = shelf, SessionChoice(None, "anna")
    app.animation_level = "none"
    return app


@pytest.mark.parametrize("size", SIZES)
def test_stories(picture: Picture, shelf: Path, size: tuple[int, int]) -> None:
    assert picture(shelf_app(shelf), size, "j", "j")


def test_stories_in_the_light_filtered(picture: Picture, shelf: Path) -> None:
    app = shelf_app(shelf, "rashomon-light")
    assert picture(app, (80, 24), "slash", *"fi")


@pytest.mark.parametrize("theme", ["rashomon-dark", "rashomon-light"])
def test_export(
    picture: Picture, tmp_path: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = make_app(Path("ferry") / "sessions" / "anna.yaml", theme=theme)
    assert picture(app, (80, 24), "E", "down")
