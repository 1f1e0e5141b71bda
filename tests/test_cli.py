"""The way in and out of the command line: streams, signals, faults, exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import Done, Run
from tui.commands import read
from tui.errors import RashomonError

pytestmark = pytest.mark.usefixtures("away_from_home")


def test_control_characters_in_names_and_texts_are_not_printed(run: Run, story: Path) -> None:
    (story / "c\x1b]0;owned\x07.txt").write_text("\x1b[2JA ship sank in the bay on Monday.\n")
    for arguments in ((story,), ("report", story, "--format", "markdown"),
                      ("analyse", story, "--json")):  # fmt: skip
        done = run(*arguments)
        assert done.code == 0
        assert "\x1b" not in done.out + done.err
        assert "\x07" not in done.out + done.err


def test_ctrl_c_leaves_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(read, "read", interrupt)
    assert run("x") == Done(130, "", "")


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("ascii", '"Cafes burned... 7? ?C," said Zoe ? she saw it.'),
        ("latin-1", '"Caf\xe9s burned... 7\xbd \xb0C," said Zo\xeb ? she saw it.'),
        ("utf-8", "“Cafés burned… 7½ °C,” said Zoë 文 she saw it."),
    ],
)
def test_signs_that_the_output_lacks_become_the_nearest_it_has(
    story: Path, encoding: str, told: str
) -> None:
    """A question mark in place of a quotation mark would change what an article says."""
    for file in story.iterdir():
        file.unlink()
    text = "“Cafés burned… 7½ °C,” said Zoë 文 she saw it.\n"
    (story / "a.txt").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--plain", str(story)],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        check=True,
    )
    assert told in done.stdout.decode(encoding)


def test_a_pipe_that_closes_early_is_no_error(story: Path) -> None:
    """As in `rashomon STORY | head -1`, with a story larger than the pipe."""
    # Unbuffered, Python itself takes the half-written report for a whole one.
    env = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    lines = "\n\n".join(f"Boat number {n} burned in the harbour." for n in range(1500))
    (story / "a.txt").write_text(lines)
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "read", "--plain", str(story / "a.txt")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["--version"], ["keys"]], ids=["short", "long"])
def test_output_that_cannot_be_written_is_told_once(arguments: list[str]) -> None:
    """Also where all of it fits into the buffer, so that only leaving finds out."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (2, "rashomon: No space left on device\n")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_standard_stream_that_is_closed_is_as_good_as_the_null_device(closed: str) -> None:
    command = f'"$0" -m tui keys {closed}'
    done = subprocess.run(["sh", "-c", command, sys.executable], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_error_of_ours_is_never_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise RashomonError("the words \x1b[2J")

    monkeypatch.setattr(read, "read", fail)
    assert run("x") == Done(2, "", "rashomon: the words \ufffd[2J\n")
