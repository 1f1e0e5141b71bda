"""What the program says of itself: the themes that there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import Run
from tui.resources import config_folder, shipped
from tui.themefile import SHIPPED


@pytest.fixture
def themes() -> Path:
    """The folder of the reader's own themes."""
    folder = config_folder() / "themes"
    folder.mkdir(parents=True)
    return folder


def test_the_themes_of_ones_own_are_listed_with_their_files(run: Run, themes: Path) -> None:
    dark = (shipped("themes") / "rashomon-dark.yaml").read_text()
    (themes / "amber.yaml").write_text(dark.replace("name: rashomon-dark", "name: amber"))
    done = run("themes")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"# Yours: {themes}\n")
    assert f"amber              {themes / 'amber.yaml'}\n" in done.out
    assert all(f"{name}\n" in done.out for name in SHIPPED)
    assert "nord" in done.out


def test_a_wrong_theme_is_told_with_its_line_and_the_others_are_listed(
    run: Run, themes: Path
) -> None:
    (themes / "amber.yaml").write_text("name: amber\ndark: maybe\n")
    (themes / "folder.yaml").mkdir()
    done = run("themes")
    assert done.code == 1
    assert f"{themes / 'amber.yaml'}:1:1: missing: ansi, colours, marks, looks" in done.err
    assert f"{themes / 'folder.yaml'}: cannot be read" in done.err
    assert all(f"{name}\n" in done.out for name in SHIPPED)


def test_the_settings_say_where_ones_own_belong(run: Run) -> None:
    first = run("config").out.splitlines()[0]
    assert str(config_folder() / "config.yaml") in first
    assert str(config_folder() / "themes") in first
