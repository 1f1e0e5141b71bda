"""Kinds of arguments that several commands take."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import click

from tui.model.day import day_of_publication


class _Place(click.Path):
    """A path; an empty one, as from an unset variable, is refused, since it would mean the
    current folder. So is one that may not be read, in the words of the reading screen.
    """

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("a file or folder is wanted, not an empty name", param, ctx)
        if os.path.exists(value) and not os.access(value, os.R_OK):
            raise click.ClickException(f"{value} cannot be opened: permission denied")
        return super().convert(value, param, ctx)


def name(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Check a name: an empty one, as from an unset variable, is refused, since it would be
    taken for no option.
    """
    if value is not None and not value.strip():
        raise click.BadParameter("a name is wanted, not an empty one", ctx, param)
    return value


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """A day written as 2025-07-13."""
    try:
        return None if value is None else day_of_publication(value)
    except ValueError:
        said = f"{value!r} is not a day; write it as 2025-07-13"
        raise click.BadParameter(said, ctx, param) from None


FILE = _Place(path_type=Path)
CONFIG = click.option(
    "--config", type=FILE, metavar="FILE", help="Settings and keys instead of your own file."
)
