"""Kinds of arguments that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


class _Place(click.Path):
    """A path; an empty one, as of an unset variable, would mean the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("a file or folder is wanted, not an empty name", param, ctx)
        return super().convert(value, param, ctx)


FILE = _Place(path_type=Path)
CONFIG = click.option(
    "--config", type=FILE, metavar="FILE", help="Settings and keys instead of your own file."
)
