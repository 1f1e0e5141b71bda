"""What the program says of itself and of a session: keys, settings, themes, errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import Run
from tui import keys, workspace
from tui.config import Config
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


def test_keys_lists_every_command_with_its_keys(run: Run, tmp_path: Path) -> None:
    config = tmp_path / "mine.yaml"
    config.write_text("keys:\n  next-conflict: [F3]\n")
    lines = run("keys", "--config", config).out.splitlines()
    for command in keys.COMMANDS:
        assert any(f" {command.id} " in line and command.words in line for line in lines)
    assert any(line.split()[:2] == ["F3", "next-conflict"] for line in lines)


def test_config_prints_a_file_that_can_be_used_as_it_is(run: Run, tmp_path: Path) -> None:
    out = run("config").out
    assert str(tmp_path / "home") in out.splitlines()[0]
    path = tmp_path / "mine.yaml"
    path.write_text(out)
    assert workspace.load_config(path)._replace(theme_at="") == Config()


def test_check_prints_what_is_wrong_and_leaves_with_1(run: Run, story: Path) -> None:
    path = story / "sessions" / "ana.yaml"
    path.parent.mkdir()
    path.write_text("format: 1\ntags: nonsense\n")
    done = run("check", path)
    assert done.code == 1
    assert f"{path}:2:" in done.out


def test_check_is_silent_on_standard_output_when_all_is_well(run: Run, tagged: Path) -> None:
    done = run("check", tagged / "sessions" / "ana.yaml")
    assert (done.code, done.out) == (0, "")
    assert "nothing wrong" in done.err


def test_check_takes_several_files_and_leaves_with_the_gravest(run: Run, file: Path) -> None:
    odd = file.parent / "odd.yaml"
    odd.write_text(file.read_text().replace('status: "disputed"', 'status: "done"'))
    assert run("check", file)[0] == 0
    code, out, said = run("check", file, odd)
    assert code == 1
    assert "'done' is no status" in out
    assert "nothing wrong" in said
    assert run("check", odd, file.parent / "none.yaml", file)[0] == 2
