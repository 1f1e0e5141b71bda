"""Whatever ends the program, the tags are saved, the terminal is given back and the code is right.

These start the program in a real pseudo-terminal; `make torture` does so a thousand times.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import shutil
import signal
import stat
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.view.sample import desk_at, make_app, saved, stored
from tests.view.user import User, Words, open_app, using
from tui.session import disk, rescue, store
from tui.session.desk import Desk
from tui.session.store import Store
from tui.view.app import RashomonApp
from tui.view.leaving import NOT_DONE, last_save
from tui.view.screens import reader
from tui.view.story.open_story import OpenStory
from tui.view.terminal.driver import SteadyDriver

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0


class Terminal:
    """The program in a pseudo-terminal of its own."""

    def __init__(self, folder: Path, first: str = "") -> None:
        """`first` is code that runs before the program."""
        story = folder / "story"
        story.mkdir()
        for name in ("a.txt", "b.txt"):
            (story / name).write_text(
                "The harbour burned.\n\nNo ship was lost.\n", encoding="utf-8"
            )
        self.session = folder / "sessions" / "a.yaml"
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
        self.before = termios.tcgetattr(self.master)
        home = {f"XDG_{name}_HOME": str(folder) for name in ("CONFIG", "DATA", "CACHE")}
        command = [sys.executable, "-c", first + _START, "read", str(story)]
        self.process = subprocess.Popen(
            [*command, "--session", str(self.session)],
            stdin=slave, stdout=slave, stderr=slave, start_new_session=True, cwd=ROOT,
            env={**os.environ, **home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
        os.close(slave)
        self.output = b""

    def until(self, words: bytes) -> None:
        while words not in self.output:
            assert self.read(), f"{words!r} did not come: {self.output[-400:]!r}"

    def read(self) -> bytes:
        if not select.select([self.master], [], [], PATIENCE)[0]:
            return b""
        try:
            chunk = os.read(self.master, 1 << 16)
        except OSError:
            return b""
        self.output += chunk
        return chunk

    def type(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def code(self) -> int:
        """The exit code; what is written until then is read, lest the program wait for us."""
        while self.process.poll() is None:
            if self.master >= 0 and select.select([self.master], [], [], 0.05)[0]:
                self.read()
        return self.process.wait(PATIENCE)


_START = (
    "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); from tui.cli import main; main()"
)


@pytest.fixture
def terminal(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Terminal]:
    """The program; a test may hand in what is to run before it."""
    started = Terminal(tmp_path, getattr(request, "param", ""))
    yield started
    started.process.kill()
    started.process.wait()
    if started.master >= 0:
        os.close(started.master)


def tag_one(terminal: Terminal) -> None:
    terminal.until("≡".encode())
    terminal.type(b"1")
    terminal.until("· saved".encode())


def quotes(path: Path) -> list[str]:
    return [t.anchor.quote for t in Store.open(path, "story", "a").recovered.tags]


def test_a_signal_saves_restores_and_tells_its_number(terminal: Terminal) -> None:
    tag_one(terminal)
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.code() == 128 + signal.SIGTERM
    assert b"\x1b[?1049l" in terminal.output
    assert b"\x1b[?25h" in terminal.output
    assert termios.tcgetattr(terminal.master) == terminal.before
    assert quotes(terminal.session) == ["The harbour burned."]


def test_a_dropped_connection_ends_the_program_with_its_tags_saved(terminal: Terminal) -> None:
    tag_one(terminal)
    os.close(terminal.master)
    terminal.master = -1
    assert terminal.code() == 128 + signal.SIGHUP
    assert quotes(terminal.session) == ["The harbour burned."]


def test_a_note_that_was_being_typed_when_the_connection_dropped_is_kept(
    terminal: Terminal,
) -> None:
    terminal.until("≡".encode())
    terminal.type(b"e")
    terminal.until(b"esc keeps it")
    terminal.type(b"ask the harbour master")
    terminal.until(b"master")
    os.close(terminal.master)
    terminal.master = -1
    assert terminal.code() == 128 + signal.SIGHUP
    tags = Store.open(terminal.session, "story", "a").recovered.tags
    assert [t.note for t in tags] == ["ask the harbour master"]


async def test_a_note_that_was_being_typed_at_a_crash_is_kept(path: Path) -> None:
    async def typing_until_a_fault() -> None:
        async with open_app(path) as user:
            readings.append(user.reading)
            await user.press("e", Words("half"))
            user.app.call_later(lambda: 1 // 0)
            await user.pause()

    readings: list[OpenStory] = []
    with pytest.raises(ZeroDivisionError):
        await typing_until_a_fault()
    assert last_save(readings[0])[0]
    assert [t.note for t in stored(path).tags] == ["half"]


def test_bytes_that_are_no_text_end_nothing(terminal: Terminal) -> None:
    terminal.until("≡".encode())
    terminal.type(b"\xff\xfe\x80\xc3\xed\xa0\x80\xf5\xff\x1b[999;999;999u\xff")
    tag_one(terminal)
    terminal.type(b"\x11")
    assert terminal.code() == 0
    assert termios.tcgetattr(terminal.master) == terminal.before


def test_a_stop_and_going_on_draw_the_screen_again(terminal: Terminal) -> None:
    tag_one(terminal)
    terminal.process.send_signal(signal.SIGTSTP)
    terminal.until(b"\x1b[?1049l")
    os.waitpid(terminal.process.pid, os.WUNTRACED)
    terminal.output = b""
    terminal.process.send_signal(signal.SIGCONT)
    terminal.until(b"\x1b[?1049h")
    terminal.until(b"harbour")
    terminal.type(b"\x11")
    assert terminal.code() == 0
    assert termios.tcgetattr(terminal.master) == terminal.before


_WITH_A_SHELL = """
from tui.view.terminal.driver import SteadyDriver
SteadyDriver.can_suspend = True
"""


@pytest.mark.parametrize("terminal", [_WITH_A_SHELL], indirect=True)
def test_ctrl_z_gives_the_terminal_to_the_shell_until_it_calls_again(terminal: Terminal) -> None:
    terminal.until("≡".encode())
    terminal.type(b"e" + b"half\x1a")
    terminal.until(b"\x1b[?1049l")
    os.waitpid(terminal.process.pid, os.WUNTRACED)
    terminal.output = b""
    terminal.process.send_signal(signal.SIGCONT)
    terminal.until(b"half")
    terminal.type(b"\x11")
    assert terminal.code() == 0
    assert [tag.note for tag in stored(terminal.session).tags] == ["half"]


def test_without_a_shell_ctrl_z_stops_nothing_and_says_why(terminal: Terminal) -> None:
    """Nobody could wake it again."""
    terminal.until("≡".encode())
    terminal.type(b"\x1a")
    terminal.until(b"no shell")
    tag_one(terminal)
    terminal.type(b"\x11")
    assert terminal.code() == 0


_FAULTY = """
from tui.view.screens.reader import ReaderScreen
run = ReaderScreen.action_command
async def fall(self, id):
    if id == "help": raise LookupError("no such\\x1b[2J thing")
    await run(self, id)
ReaderScreen.action_command = fall
"""


@pytest.mark.parametrize("terminal", [_FAULTY], indirect=True)
def test_a_fault_is_told_in_a_sentence_and_written_down(terminal: Terminal, tmp_path: Path) -> None:
    tag_one(terminal)
    terminal.type(b"\x1bOP")
    assert terminal.code() == 1
    assert termios.tcgetattr(terminal.master) == terminal.before
    shell = terminal.output.rpartition(b"\x1b[?1049l")[2]
    assert b"Traceback" not in terminal.output
    assert b"\x1b[2J" not in shell
    words = [line for line in shell.decode().splitlines() if "rashomon:" in line]
    (details,) = (tmp_path / "rashomon").glob("crash-*.txt")
    assert len(words) == 1
    assert "stopped by a fault of the program (LookupError: no such" in words[0]
    assert words[0].endswith(f"details are in {details}; your tags are saved")
    assert "in fall" in details.read_text()
    assert quotes(terminal.session) == ["The harbour burned."]


_FULL = """
from tui.session import disk
def full(*_): raise OSError(28, "full")
disk.os.replace = full
"""


@pytest.mark.parametrize("terminal", [_FULL], indirect=True)
def test_tags_that_could_be_saved_nowhere_are_no_success(terminal: Terminal) -> None:
    terminal.until("≡".encode())
    terminal.type(b"1")
    terminal.until(b"nor is there a copy")
    terminal.type(b"q")
    terminal.until(b"is lost")
    terminal.type(b"q")
    assert terminal.code() == NOT_DONE
    shell = terminal.output.rpartition(b"\x1b[?1049l")[2]
    assert b"rashomon: not saved: " in shell
    assert b"the disk is full" in shell


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, with nothing in it."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@contextmanager
def nothing_written_but_in(folder: Path) -> Iterator[None]:
    """Neither the story nor home can be written to meanwhile."""
    replace = disk.replace_file

    def replace_there(file: Path, content: bytes) -> None:
        if not file.is_relative_to(folder):
            raise disk.CannotSave(f"{file}: the disk can only be read")
        replace(file, content)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "replace_file", replace_there)
        patch.setattr(rescue, "replace_file", replace_there)
        yield


async def tag(user: User, key: str) -> None:
    """Press a key of a label, and wait until it is saved or cannot be."""
    await user.press(key)
    await user.app.workers.wait_for_complete()
    await user.pause()


async def test_where_home_can_only_be_read_either_tags_are_kept_among_temporary_files(
    path: Path, temporary: Path
) -> None:
    """Until they are saved again; the sentence tells how to open them."""
    async with open_app(path, (100, 24)) as user:
        with nothing_written_but_in(temporary):
            await tag(user, "1")
            (copy,) = temporary.glob("rashomon-rescue-*/sessions/rescue-*.yaml")
            assert f"open a copy of your tags by --session {copy}" in user.told[-1]
            assert len(stored(copy).tags) == 1
        await user.press("j")
        await tag(user, "1")
        assert len(stored(path).tags) == 2
    assert list(temporary.iterdir()) == []


async def test_a_copy_is_as_private_again_where_temporary_files_were_cleaned_up(
    path: Path, temporary: Path
) -> None:
    async with open_app(path, (100, 24)) as user:
        with nothing_written_but_in(temporary):
            for key in "12":
                for folder in temporary.iterdir():
                    shutil.rmtree(folder)
                await tag(user, key)
                (copy,) = temporary.glob("rashomon-rescue-*/sessions/rescue-*.yaml")
                assert stat.S_IMODE(copy.parents[1].stat().st_mode) == 0o700


async def test_q_waits_no_longer_than_told_for_a_program_that_holds_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "SHORT", 0.05)
    async with open_app(path, (100, 24)) as user:
        await user.press("1")
        desk = user.reading.desk
        desk.store.rescue = path.parent.parent / "rescue"
        with disk.locked(path):
            desk.undo()
            await user.press("q")
            await user.app.workers.wait_for_complete()
            await user.pause()
            assert user.app.is_running
            (words,) = user.told
            assert "another program holds it" in words
            assert "q again leaves" in words
            await user.press("q")
            await user.app.workers.wait_for_complete()
        assert user.app.return_code == 0


async def test_what_a_crash_cut_short_is_recovered_said_and_written(path: Path) -> None:
    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    with pytest.MonkeyPatch.context() as broken:
        saved(path, 1)
        broken.setattr(store, "replace_file", die)
        with pytest.raises(Killed):
            saved(path, 2)
    assert len(desk_at(path).store.session.tags) == 1
    async with open_app(path) as user:
        assert any(words.startswith("Recovered 1 action after 10:00") for words in user.told)
        assert len(user.reading.session.tags) == 2
    assert len(stored(path).tags) == 2


async def test_what_cannot_be_saved_has_a_copy_elsewhere_until_it_can(path: Path) -> None:
    rescue = path.parent.parent / "rescue"

    def full(*_: object) -> None:
        raise OSError(28, "full")

    async with open_app(path, (100, 24)) as user:
        user.reading.desk.store.rescue = rescue
        with pytest.MonkeyPatch.context() as broken:
            broken.setattr(os, "replace", full)
            await user.press("1")
            assert any("the disk is full" in words for words in user.told)
        with pytest.MonkeyPatch.context() as broken:
            real, target = os.replace, os.path.realpath(path)

            def half_full(old: Path, new: Path) -> None:
                if os.fspath(new) == target:
                    full()
                real(old, new)

            broken.setattr(os, "replace", half_full)
            await user.press("J", "2")
            (copy,) = (rescue / "sessions").glob("*.yaml")
            assert any(copy.name in words for words in user.told)
            assert len(stored(copy).tags) == 2
        await user.press("J", "3")
        assert not copy.exists()
        assert len(stored(path).tags) == 3


async def test_what_was_left_in_a_copy_comes_back_when_the_file_is_mended(path: Path) -> None:
    saved(path, 1)
    rescue, good = path.parent.parent / "rescue", path.read_text(encoding="utf-8")
    async with open_app(path, (100, 24)) as user:
        desk = user.reading.desk
        desk.store.rescue = rescue
        path.write_text(good.replace("story:", "  : [ broken\nstory:"), encoding="utf-8")
        await user.press("J", "2", "q", "q")
        before = desk.session.tags
    assert len(before) == 2
    path.write_text(good, encoding="utf-8")
    mended = Desk.open(path, "ferry", "anna", rescue)
    app = make_app(path)
    app.reading.open_desk = lambda: mended
    async with using(app, (100, 24)) as user:
        assert any("Took up 1 action that could not be saved earlier" in w for w in user.told)
    assert stored(path).tags == before
    assert not list((rescue / "sessions").iterdir())


async def test_a_crash_is_no_success_and_loses_no_tag(path: Path) -> None:
    app: RashomonApp | None = None
    with pytest.raises(ZeroDivisionError):  # noqa: PT012
        async with open_app(path) as user:
            app = user.app
            await user.press("1")
            user.app.call_later(lambda: 1 // 0)
            await user.pause()
    assert app is not None
    assert app.return_code == 1
    assert len(stored(path).tags) == 1


async def test_the_screen_uses_the_driver_that_outlives_its_terminal(path: Path) -> None:
    async with open_app(path) as user:
        assert user.app.get_driver_class() is SteadyDriver


def test_no_line_to_type_in_grows_until_keys_wait() -> None:
    """A key makes a field measure all it holds; whatever is pasted, Ctrl+Q comes through."""
    lines = [p.read_text("utf-8") for p in (ROOT / "tui" / "view").rglob("*.py")]
    fields = [
        call
        for text in lines
        for call in re.findall(r"(?:\bInput|yield (?:Line|Field))\([^\n]*\)", text)
    ]
    assert fields
    assert [call for call in fields if "max_length=LONGEST" not in call] == []
