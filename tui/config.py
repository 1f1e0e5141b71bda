"""Settings and keys from config.yaml files, checked value by value.

The shipped file is documentation and the defaults stand in `model.settings`;
only what a user's file says is read here, so a start without one costs nothing.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any, NamedTuple, get_type_hints

from tui import keys, yamlfile
from tui.errors import suggestion
from tui.model.settings import AnalysisSettings, ReadingSettings, ScreenSettings, Settings

_SECTIONS: dict[str, Any] = {
    "reading": ReadingSettings,
    "analysis": AnalysisSettings,
    "screen": ScreenSettings,
}
_RANGES: dict[str, tuple[float, float]] = {
    "link": (0, 1), "link_share": (0, 1), "possible": (0, 1), "least": (0, 1),
    "copy_ratio": (50, 100),
    "max_megabytes": (0.01, 500), "fold_lines": (3, 1000), "measure": (20, 1000),
}  # fmt: skip
_CHOICES = {"ascii": ("auto", "yes", "no")}


class Config(NamedTuple):
    """Settings and keys, as the reader changed them."""

    settings: Settings = Settings()
    keymap: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Command id → its keys, for the commands whose keys were changed."""
    theme_at: str = ""
    """`file:line:column` of the theme's name; empty where no file names one."""


def read(document: yamlfile.Document) -> Config:
    """The defaults, changed by what a parsed file says.

    Raises BadFile with the line of the first wrong word.
    """
    data = document.data
    if not isinstance(data, dict):
        raise document.problem((), "a config file holds `section: ` lines, see config.yaml")
    sections: dict[str, Any] = {}
    keymap: dict[str, tuple[str, ...]] = {}
    for name, body in data.items():
        if name not in (*_SECTIONS, "keys"):
            raise document.problem((name,), _unknown("section", name, [*_SECTIONS, "keys"]))
        if not isinstance(body, dict):
            if body == "":
                continue
            raise document.problem((name,), f"{name} holds `name: value` lines")
        if name == "keys":
            keymap = _keymap(document, body)
        else:
            sections[name] = _section(document, name, body)
    return Config(Settings(**sections), keymap, _theme_at(document))


def _theme_at(document: yamlfile.Document) -> str:
    at = ("screen", "theme")
    return document.problem(at, "").where if at in document.places else ""


def _section(document: yamlfile.Document, name: str, body: dict[str, Any]) -> Any:
    kind = _SECTIONS[name]
    kinds = get_type_hints(kind)
    values: dict[str, Any] = {}
    for key, raw in body.items():
        if key not in kinds:
            raise document.problem((name, key), _unknown("setting", key, kinds))
        try:
            values[key] = _convert(key, raw, kinds[key])
        except ValueError as error:
            raise document.problem((name, key), f"{key}: {error}") from None
    section = kind(**values)
    if name == "screen":
        _widening(document, section, values)
    return section


_STEPS = (
    *pairwise(("narrow", "two_columns", "three_columns", "four_columns", "five_columns")),
    ("bar", "box"),
)
"""Settings of which the second must be at least as large as the first."""


def _widening(document: yamlfile.Document, screen: ScreenSettings, named: Container[str]) -> None:
    for less, more in _STEPS:
        few, many = getattr(screen, less), getattr(screen, more)
        if many < few:
            at = more if more in named else less
            raise document.problem(
                ("screen", at), f"{more} is {many}, which is less than {less}, {few}"
            )


def _convert(key: str, raw: object, kind: object) -> object:
    if not isinstance(raw, str):
        raise ValueError("one value is wanted here, not a list or mapping")
    if key in _CHOICES and raw not in _CHOICES[key]:
        raise ValueError(f"{raw!r} is none of {', '.join(_CHOICES[key])}")
    if kind is bool:
        if raw.lower() not in yamlfile.YES_NO:
            raise ValueError(f"{raw!r} is neither yes nor no")
        return yamlfile.YES_NO[raw.lower()]
    if kind in (int, float):
        try:
            number = int(raw) if kind is int else float(raw)
        except ValueError:
            raise ValueError(f"{raw!r} is not a number") from None
        low, high = _RANGES.get(key, (1, 1000))
        if not low <= number <= high:
            raise ValueError(f"{raw} is not between {low:g} and {high:g}")
        return number
    if not raw:
        raise ValueError("a value is missing")
    return raw


def _keymap(document: yamlfile.Document, body: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    changed: dict[str, tuple[str, ...]] = {}
    for command, raw in body.items():
        at = ("keys", command)
        if command not in keys.BY_ID:
            words = suggestion(command, keys.BY_ID, "`rashomon keys` lists all")
            raise document.problem(at, f"unknown command {command!r}; {words}")
        wanted = [raw] if isinstance(raw, str) else raw
        some = isinstance(wanted, list) and wanted
        if not some or not all(isinstance(k, str) and k for k in wanted):
            raise document.problem(at, f"{command} takes one key or a list of keys")
        for key in wanted:
            if why := keys.refusal(key):
                raise document.problem(at, f"{command}: {why}")
        changed[command] = tuple(keys.normal(k) for k in wanted)
    if clash := keys.clash(changed):
        key, first, second = clash
        blame = second if second in changed else first
        other = first if blame == second else second
        raise document.problem(
            ("keys", blame), f"{key!r} already means {other}; give {other} another key as well"
        )
    return changed


def _unknown(what: str, word: str, known: Iterable[str]) -> str:
    return f"unknown {what} {word!r}; {suggestion(word, known)}"
