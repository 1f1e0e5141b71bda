"""The arguments of every command: their help, their completion, and what is wrong with them."""

from pathlib import Path

import pytest

from tests.running import Done, Run
from tui import __version__, commands

pytestmark = pytest.mark.usefixtures("away_from_home")


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


@pytest.mark.parametrize("command", ["analyse", "report", "check", "agree", "history"])
def test_a_place_that_may_not_be_read_is_named_without_its_argument(
    run: Run, story: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """Permissions are asked for here and not set: nothing is closed to an administrator."""
    monkeypatch.setattr("os.access", lambda *_, **__: False)
    done = run(command, str(story))
    assert (done.code, done.err) == (2, f"rashomon: {story} cannot be opened: permission denied\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["reprot", "x"], "Did you mean the command report?"),
        (
            ["--config", "x.yaml", "keys"],
            "keys is a command, and a command comes first: rashomon keys",
        ),
        (["tags"], "Missing argument 'SESSION'."),
        (["completion"], "Missing argument 'bash|zsh|fish'. Choose from: bash, zsh, fish"),
        (["compare", "a", "b", "--a-date", "12.5.2025"], "write it as 2025-07-13"),
        (["--annotator", ""], "a name is wanted"),
        (["tags", "."], "a folder, not a session file"),
        (["history", "."], "a folder, not a session file"),
        (["report", ".", "--session", "."], "a folder, not a session file"),
        (["keys", "--config", "."], "a folder, not an ordinary file"),
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
