"""Open a story: on the screen where there is one, as plain text where there is none."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tui import workspace
from tui.commands import NAMES
from tui.commands.output import narrate
from tui.config import Config
from tui.errors import NoStory, NotATerminal, nearest
from tui.workspace import SessionChoice

_UNUSABLE = frozenset({"", "dumb", "unknown"})


class Options(NamedTuple):
    """What the command line asks of a reading."""

    config: Path | None = None
    theme: str | None = None
    session: SessionChoice = SessionChoice()
    plain: bool = False
    annotators: tuple[Path, ...] = ()
    """The sessions to decide between; empty to read as always."""


def read(paths: Sequence[Path], options: Options) -> int:
    """Open the story at `paths`, or the shipped one, and return the exit code.

    Without a terminal it prints the plain report. Raises NotATerminal where
    there is a terminal that can only print.
    """
    _refuse_slip(paths)
    if not paths:
        paths = [workspace.sample()]
        narrate("No story was named: this is a sample. Open yours with: rashomon FOLDER")
    if options.plain or not _has_terminal():
        gc.enable()
        if options.annotators:
            from tui.commands.team import list_disagreements

            list_disagreements(options.annotators, paths, config_file=options.config)
            return 0
        from tui.commands.findings import report
        from tui.report.formats import Format

        return report(paths, Format.TEXT, options.config, options.session)
    _require_screen()
    gc.disable()  # as `cli` does for plain paths
    config = _themed(workspace.load_config(options.config), options.theme)
    if options.annotators:
        from tui.view.adjudicating import run as decide

        return decide(paths, config, options.session, options.annotators)
    from tui.view.app import run

    return run(paths, config, options.session)


def learn(options: Options) -> int:
    """Open the tutorial and return the exit code. Raises NotATerminal without a screen."""
    config = _config_for_screen(options, "the tutorial")
    from tui.view.tutor import run

    return run(config)


def check_keys(options: Options) -> int:
    """Show which keys arrive and return the exit code. Raises NotATerminal without a screen."""
    config = _config_for_screen(options, "this check")
    from tui.view.key_check import KeyCheck

    return KeyCheck(config).run() or 0


def _refuse_slip(paths: Sequence[Path]) -> None:
    """Raise NoStory if the first path does not exist and looks like a command, misspelt or
    behind an option.
    """
    if not paths or os.path.lexists(paths[0]):
        return
    if str(paths[0]) in NAMES:
        raise NoStory(
            f"{paths[0]} is a command, and a command comes first: rashomon {paths[0]} OPTIONS"
        )
    if near := nearest(str(paths[0]).lower(), NAMES):
        raise NoStory(
            f"There is no file or folder {paths[0]}. Did you mean the command {near}? "
            f"Try: rashomon {near} --help"
        )


def _config_for_screen(options: Options, what: str) -> Config:
    if not _has_terminal():
        raise NotATerminal(f"{what} needs a terminal; `rashomon keys` lists all keys")
    _require_screen()
    return _themed(workspace.load_config(options.config), options.theme)


def _has_terminal() -> bool:
    # Textual draws on standard error; if that is redirected, nobody would see the screen.
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _require_screen() -> None:
    term = os.environ.get("TERM", "")
    if os.name != "nt" and term in _UNUSABLE:
        raise NotATerminal(
            f"this terminal (TERM={term or 'not set'}) cannot show a screen; "
            "use --plain for the same as text"
        )


def _themed(config: Config, theme: str | None) -> Config:
    if theme is None:
        return config
    screen = config.settings.screen._replace(theme=theme)
    return config._replace(settings=config.settings._replace(screen=screen), theme_at="")
