"""The command line: what it prints where, and the code it leaves with."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import Done, Run
from tui import __version__, commands, keys, workspace
from tui.commands import read
from tui.config import Config
from tui.errors import RashomonError
from tui.session.edits import toggle_label
from tui.workspace import SessionChoice

pytestmark = pytest.mark.usefixtures("away_from_home")

FIRE = "Ten boats burned in the harbour on Sunday night.\n\nThe mayor spoke to reporters.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "fire"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRE)
    (folder / "b.txt").write_text(FIRE.replace("The mayor", "The bishop"))
    return folder


def test_every_command_is_listed_for_the_fast_way_in() -> None:
    from tui.commands.program import rashomon

    assert set(rashomon.commands) == set(commands.NAMES)


def test_the_version_is_data(run: Run) -> None:
    assert run("--version") == Done(0, f"rashomon {__version__}\n", "")


def test_help_names_every_command_and_the_options_of_reading(run: Run) -> None:
    out = run("--help").out
    assert all(f"\n  {name} " in out for name in commands.NAMES)
    assert "--plain" in out
    assert "--annotator" in out


@pytest.mark.parametrize("name", commands.NAMES)
def test_every_command_has_help(run: Run, name: str) -> None:
    done = run(name, "--help")
    assert done.code == 0
    assert "Usage: rashomon" in done.out


# -- a story -------------------------------------------------------------------


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


def test_one_unreadable_file_is_named_and_the_others_are_reported(run: Run, story: Path) -> None:
    (story / "c.txt").write_bytes(b"\x00\x01\x02\x00" * 100)
    done = run(story)
    assert done.code == 0
    assert "c.txt" in done.err
    assert "Ten boats" in done.out


def test_a_story_of_nothing_readable_is_refused(run: Run, story: Path) -> None:
    for path in story.iterdir():
        path.write_bytes(b"\x00\x01\x02\x00" * 100)
    done = run("analyse", story)
    assert (done.code, done.out) == (2, "")
    assert "a.txt" in done.err


def test_json_is_the_same_bytes_twice(run: Run, story: Path) -> None:
    first = run("analyse", story, "--json").out
    assert json.loads(first)["story"] == "fire"
    assert run("analyse", story, "--json").out == first


def test_analyse_for_people_leaves_out_the_rows(run: Run, story: Path) -> None:
    out = run("analyse", story).out
    assert "Shared facts" in out
    assert "Row 1" not in out


@pytest.mark.parametrize(("format", "start"), [("markdown", "# "), ("json", "{")])
def test_report_writes_other_formats(run: Run, story: Path, format: str, start: str) -> None:
    assert run("report", story, "--format", format).out.startswith(start)


def test_settings_from_a_named_file_count(run: Run, story: Path, tmp_path: Path) -> None:
    config = tmp_path / "mine.yaml"
    config.write_text("analysis:\n  link: 0.9\n")
    out = run("analyse", story, "--json", "--config", config).out
    assert json.loads(out)["settings"]["link"] == 0.9


def test_control_characters_in_names_and_texts_are_not_printed(run: Run, story: Path) -> None:
    (story / "c\x1b]0;owned\x07.txt").write_text("\x1b[2JA ship sank in the bay on Monday.\n")
    for arguments in ((story,), ("report", story, "--format", "markdown"),
                      ("analyse", story, "--json")):  # fmt: skip
        done = run(*arguments)
        assert done.code == 0
        assert "\x1b" not in done.out + done.err
        assert "\x07" not in done.out + done.err


# -- what is wrong -------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["nowhere"], ["analyse"], ["analyse", "nowhere"], ["report", "nowhere", "--json"],
        ["--nonsense"], ["compare", "one"], ["compare", "", " "], ["completion", "csh"],
        ["check", "nowhere.yaml"], ["report", "nowhere", "--format", "pdf"],
        ["compare", "--jsonl", "nowhere.jsonl"], ["compare", "--jsonl", "--a-date", "2025-01-01"],
        ["nowhere", "--config", "nowhere.yaml"], [""],
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_one_sentence_and_exit_2(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("rashomon: ")
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["reprot", "x"], "Did you mean the command report?"),
        (["tags"], "Missing argument 'SESSION'."),
        (["completion"], "Missing argument 'bash|zsh|fish'. Choose from: bash, zsh, fish"),
        (["compare", "a", "b", "--a-date", "12.5.2025"], "write it as 2025-07-13"),
        (["--annotator", ""], "a name is wanted"),
        (["tags", "."], "a folder, not a session file"),
        (["history", "."], "a folder, not a session file"),
        (["report", ".", "--session", "."], "a folder, not a session file"),
        (["keys", "--config", "."], "a folder, not a file of settings"),
        ([".", ".."], "are folders, and a story is one"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_was_written_wrongly_is_told_in_a_line_with_the_way_out(
    run: Run, story: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(story)
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.err.splitlines()[0]


def test_a_wrong_word_in_the_settings_is_shown_with_its_line(
    run: Run, story: Path, tmp_path: Path
) -> None:
    config = tmp_path / "mine.yaml"
    config.write_text("analysis:\n  lnk: 0.9\n")
    done = run("analyse", story, "--config", config)
    assert done.code == 2
    assert "mine.yaml:2:3: unknown setting 'lnk'; did you mean link?" in done.err


def test_ctrl_c_leaves_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(read, "read", interrupt)
    assert run("x") == Done(130, "", "")


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


# -- terminals -----------------------------------------------------------------


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


# -- about ---------------------------------------------------------------------


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


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_the_shell(run: Run, shell: str) -> None:
    done = run("completion", shell)
    assert done.code == 0
    assert "_RASHOMON_COMPLETE" in done.out


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("rashomon ana", "plain,analyse"),
        ("rashomon see", "file,see"),
        ("rashomon report see", "file,see"),
        ("rashomon report x --label do", "plain,doubtful"),
        ("rashomon report --format m", "plain,markdown"),
        ("rashomon --pl", "plain,--plain"),
    ],
)
def test_completion_offers_commands_labels_and_files(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: str, wanted: str
) -> None:
    monkeypatch.setenv("_RASHOMON_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    assert run().out.split() == [wanted]


def test_check_prints_what_is_wrong_and_leaves_with_1(run: Run, story: Path) -> None:
    path = story / "sessions" / "ana.yaml"
    path.parent.mkdir()
    path.write_text("format: 1\ntags: nonsense\n")
    done = run("check", path)
    assert done.code == 1
    assert f"{path}:2:" in done.out


@pytest.fixture
def tagged(story: Path) -> Path:
    """The story with its first sentence tagged as a fact by ana."""
    choice = SessionChoice(annotator="ana")
    read_story = workspace.read([story], Config().settings.reading)
    desk = workspace.open_desk([story], read_story.name, choice)
    article = read_story.articles[0]
    words = article.paragraphs[0].span
    desk.apply(toggle_label(desk.session, article, words, "fact", "2025-05-04T10:00:00+00:00"))
    desk.leave()
    return story


def test_check_is_silent_on_standard_output_when_all_is_well(run: Run, tagged: Path) -> None:
    done = run("check", tagged / "sessions" / "ana.yaml")
    assert (done.code, done.out) == (0, "")
    assert "nothing wrong" in done.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "Tags by ana\n\nfact, unchecked: “Ten boats burned"),
        (("--label", "loaded"), "Tags by ana\n\nNone yet."),
    ],
)
def test_a_report_has_the_tags_of_the_annotator_and_label(
    run: Run, tagged: Path, options: tuple[str, ...], told: str
) -> None:
    assert told in run("report", tagged, "--annotator", "ana", *options).out


def test_a_report_refuses_a_label_that_nothing_has(run: Run, tagged: Path) -> None:
    done = run("report", tagged, "--annotator", "ana", "--label", "nonsense")
    assert (done.code, done.out) == (2, "")
    assert "no label 'nonsense' in this session" in done.err


def test_a_report_says_what_it_could_not_read_of_a_session(run: Run, story: Path) -> None:
    path = story / "sessions" / "ana.yaml"
    path.parent.mkdir()
    path.write_text("format: 1\ntags: nonsense\n")
    done = run("report", story, "--annotator", "ana")
    assert done.code == 2
    assert f"{path}:2:" in done.err
    assert "Row 1 of" in done.out


def test_an_error_of_ours_is_never_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise RashomonError("the words \x1b[2J")

    monkeypatch.setattr(read, "read", fail)
    assert run("x") == Done(2, "", "rashomon: the words \ufffd[2J\n")
