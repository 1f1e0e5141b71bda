"""Opening a story: on the screen where there is one, as text where there is none."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import Run
from tui import workspace
from tui.commands import read
from tui.config import Config
from tui.workspace import SessionChoice

pytestmark = pytest.mark.usefixtures("away_from_home")


def test_without_a_terminal_a_story_is_printed_as_text(run: Run, story: Path) -> None:
    done = run(story)
    assert done.code == 0
    assert "A: Ten boats burned" in done.out
    assert done.err == ""


def test_plain_prints_the_same_as_report(run: Run, story: Path) -> None:
    assert run("--plain", story).out == run("report", story).out == run(story, "--plain").out


def test_a_folder_that_is_called_like_a_command_opens(
    run: Run, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.rename(story.parent / "report")
    monkeypatch.chdir(story.parent)
    assert "Ten boats" in run("./report").out


def test_without_a_story_the_sample_is_shown_and_said_so(run: Run) -> None:
    done = run()
    assert done.code == 0
    assert "sample" in done.err
    assert done.out.startswith(
        workspace.read([workspace.sample()], Config().settings.reading).title
    )


def test_nothing_is_written_by_looking(run: Run, story: Path) -> None:
    before = sorted(p.name for p in story.parent.rglob("*"))
    run(story)
    assert sorted(p.name for p in story.parent.rglob("*")) == before


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_a_terminal_that_can_only_print_is_refused_with_the_way_out(
    run: Run, story: Path, term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "_has_terminal", lambda: True)
    monkeypatch.setenv("TERM", term)
    done = run(story)
    assert (done.code, done.out) == (2, "")
    (line,) = done.err.splitlines()
    assert "--plain" in line


def in_terminal(story: Path, term: str, errors: int | None = None) -> tuple[int, bytes]:
    """The exit code of opening a story in a terminal, and what that shows.

    Standard error goes there too, unless `errors` says where else.
    """
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "tui", str(story)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs if errors is None else errors,
        env={**os.environ, "TERM": term},
        check=False,
    )
    os.close(theirs)
    shown = os.read(ours, 10_000)
    os.close(ours)
    return done.returncode, shown


def test_a_dumb_terminal_is_seen_through_a_real_pty(story: Path) -> None:
    code, shown = in_terminal(story, "dumb")
    assert code == 2
    assert shown.count(b"\n") == 1
    assert b"--plain" in shown


def test_a_screen_that_nobody_would_see_is_a_report_instead(story: Path) -> None:
    code, shown = in_terminal(story, "xterm", subprocess.PIPE)
    assert code == 0
    assert b"\x1b" not in shown


def test_a_terminal_gets_the_screen_with_settings_and_session(
    run: Run, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def screen(paths: list[Path], config: Config, choice: SessionChoice) -> int:
        calls.append((list(paths), config.settings.screen.theme, choice))
        return 7

    monkeypatch.setattr(read, "_has_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("tui.view.app.run", screen)
    assert run("--theme", "nord", "--annotator", "ana", story).code == 7
    assert calls == [([story], "nord", SessionChoice(None, "ana"))]
