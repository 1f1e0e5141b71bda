"""How the property tests run: never timed, and in CI with the same examples every time.

A run at the desk looks at new examples each time and may find something; a
change is judged in CI by what it changes, not by what a draw happened to find.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from tests.running import Done, Run
from tui import cli

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture
def away_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the settings or sessions of whoever runs it."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], away_from_home: None) -> Run:
    """`rashomon` with arguments, in this process."""

    def call(*arguments: object) -> Done:
        code = cli.run([str(a) for a in arguments])
        sys.stdout.flush()
        captured = capsysbinary.readouterr()
        return Done(code, captured.out.decode(), captured.err.decode())

    return call


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Three stories, `a`, `b` and `c`, among what is none."""
    for name, file in (("b", "x.txt"), ("a", "x.html"), ("c", "story.yaml"), (".d", "x.txt"),
                       ("pictures", "x.png"), ("readme", "README.md")):  # fmt: skip
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_text(
            "title: Later\n" if file == "story.yaml" else "It rained."
        )
    (tmp_path / "notes.yaml").touch()
    return tmp_path


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Two articles of a folder that differ in who spoke."""
    text = "Ten boats burned in the harbour on Sunday night.\n\nThe mayor spoke to reporters.\n"
    folder = tmp_path / "fire"
    folder.mkdir()
    (folder / "a.txt").write_text(text)
    (folder / "b.txt").write_text(text.replace("The mayor", "The bishop"))
    return folder
