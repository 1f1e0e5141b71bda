"""Commands that print what the program knows: keys, settings, themes, errors in sessions."""

from __future__ import annotations

import textwrap
import warnings
from collections.abc import Sequence
from contextlib import suppress
from itertools import chain, groupby
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from tui import keys, resources, themefile, workspace
from tui.commands import COMPLETE
from tui.commands.output import emit, narrate
from tui.errors import RashomonError


def print_keys(config_file: Path | None) -> int:
    """Every command with its keys as they are set now, by group."""
    keymap = keys.keymap(workspace.load_config(config_file).keymap)
    by_group = sorted(keys.COMMANDS, key=lambda c: _GROUPS.index(c.group))
    for group, commands in groupby(by_group, key=lambda c: c.group):
        emit(f"{group}\n")
        for command in commands:
            pressed = " ".join(keys.shown(k) for k in keymap[command.id])
            emit(f"  {pressed:<12} {command.id:<18} {command.words}\n")
        emit("\n")
    return 0


_GROUPS = list(dict.fromkeys(c.group for c in keys.COMMANDS))


def print_config() -> int:
    """The shipped settings, under a line that says where the reader's own belong."""
    own = resources.config_folder()
    emit(f"# Yours: {own / 'config.yaml'}; themes of yours: {own / 'themes'}\n\n")
    emit(resources.shipped("config.yaml").read_text(encoding="utf-8"))
    return 0


def print_themes() -> int:
    """Every theme by name, the reader's with their files; 1 if one of those is wrong."""
    from tui.view.themes import toolkit_names

    shipped, own = themefile.theme_folders()
    code = 0
    emit(f"# Yours: {own}\n\n")
    for name, path in themefile.find_themes((shipped, own)).items():
        try:
            themefile.read_theme(path)
        except RashomonError as error:
            narrate(f"rashomon: {error}")
            code = 1
        else:
            emit(f"{name}\n" if path.parent == shipped else f"{name:<18} {path}\n")
    every = f"Those of Textual: {', '.join(toolkit_names())}"
    emit(f"\n{textwrap.fill(every, 78, break_on_hyphens=False)}\n")
    return code


def print_completion(program: click.Command, shell: str) -> int:
    """The script that teaches `shell` to complete the arguments of `program`."""
    kind = get_completion_class(shell)
    assert kind is not None, "the parser accepts known shells only"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        emit(kind(program, {}, "rashomon", COMPLETE).source() + "\n")
    return 0


def check(paths: Sequence[Path]) -> int:
    """Say what is wrong with session files; 1 if anything is, 2 if one could not be read."""
    settings = workspace.load_config().settings.reading
    code = 0
    for path in chain.from_iterable(map(_sessions_at, paths)):
        try:
            found = workspace.check_session(path, settings)
        except RashomonError as error:
            narrate(f"rashomon: {error}")
            code = 2
            continue
        for finding in found:
            emit(f"{finding}\n")
        if not found:
            narrate(f"{path}: nothing wrong found")
        code = max(code, int(bool(found)))
    return code


def _sessions_at(path: Path) -> list[Path]:
    """The sessions in a folder; the path itself where there are none, to be told of it in turn."""
    with suppress(RashomonError):
        return workspace.session_files([path])
    return [path]
