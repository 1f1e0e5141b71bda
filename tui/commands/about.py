"""`keys`, `config`, `completion`, `check`: what the program knows of itself and its files."""

from __future__ import annotations

import warnings
from itertools import groupby
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from tui import keys, resources, workspace
from tui.commands import COMPLETE
from tui.commands.output import emit, narrate
from tui.model.settings import ReadingSettings


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
    emit(f"# Yours: {resources.config_folder() / 'config.yaml'}\n\n")
    emit(resources.shipped("config.yaml").read_text(encoding="utf-8"))
    return 0


def print_completion(program: click.Command, shell: str) -> int:
    """The script that teaches `shell` to complete the arguments of `program`."""
    kind = get_completion_class(shell)
    assert kind is not None, "the parser accepts known shells only"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        emit(kind(program, {}, "rashomon", COMPLETE).source() + "\n")
    return 0


def check(path: Path) -> int:
    """Say what is wrong with a session file; 1 if anything is."""
    findings = workspace.check_session(path, ReadingSettings())
    for finding in findings:
        emit(f"{finding}\n")
    if not findings:
        narrate(f"{path}: nothing wrong found")
    return 1 if findings else 0
