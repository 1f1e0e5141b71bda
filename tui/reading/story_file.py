"""`story.yaml`: what a reader says of a story and its files, above all that is inferred.

    title: The fire at the harbour
    articles:
      gazette.md:
        outlet: Marrowby Gazette
        title: The night the quay burned
        date: 2025-10-16
        roles: {4: boilerplate, 9: body}
      agency.txt#2:            # the second dispatch of a file
        date: 2025-10-15
    leave-out: [notes.txt]

`roles` are by the number of the non-blank line. Everything is optional.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tui import yamlsimple
from tui.errors import BadFile, nearest
from tui.model.article import Role
from tui.model.day import day_of_publication
from tui.yamlfile import At, Document, Value

_STORY_KEYS = ("title", "articles", "leave-out")
_ARTICLE_KEYS = ("outlet", "title", "date", "roles")


class Said(NamedTuple):
    """What the reader says of one file; None and empty where nothing is said."""

    outlet: str | None = None
    title: str | None = None
    published: date | None = None
    roles: Mapping[int, Role] = MappingProxyType({})


class StoryFile(NamedTuple):
    """What a story.yaml says."""

    title: str | None = None
    articles: Mapping[str, Said] = MappingProxyType({})
    """By file name; `NAME#2` for the second dispatch of a file."""
    leave_out: tuple[str, ...] = ()

    def of(self, file: str, dispatch: int) -> Said:
        """What is said about a dispatch (counted from 1), or else about its file."""
        return self.articles.get(f"{file}#{dispatch}") or self.articles.get(file) or Said()

    def roles_of(self, file: str) -> dict[int, Role]:
        """Roles by line number, from every entry for the file."""
        found: dict[int, Role] = {}
        for name, said in self.articles.items():
            if name == file or name.rpartition("#")[0] == file:
                found.update(said.roles)
        return found


def read_story_file(path: Path, files: Sequence[str]) -> StoryFile:
    """The story file at `path`; `files` are the names that exist in its folder.

    Raises BadFile with line and column for anything unknown or misspelt.
    """
    try:
        document = yamlsimple.read(path)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise BadFile(str(path), f"cannot be read: {why}; mend or remove it") from None
    top = _mapping(document, (), document.data, _STORY_KEYS)
    articles = top.get("articles", {})
    if not isinstance(articles, dict):
        raise document.problem(("articles",), "`articles` must map file names to what is said")
    said = {
        name: _said(document, ("articles", _file(document, ("articles", name), name, files)), value)
        for name, value in articles.items()
    }
    return StoryFile(
        _text(document, ("title",), top.get("title")), said, _left_out(document, top, files)
    )


def _left_out(document: Document, top: dict[str, Value], files: Sequence[str]) -> tuple[str, ...]:
    listed = top.get("leave-out", [])
    if not isinstance(listed, list):
        raise document.problem(("leave-out",), "`leave-out` must be a list of file names")
    found = []
    for place, name in enumerate(listed):
        at: At = ("leave-out", place)
        found.append(_file(document, at, _text(document, at, name) or "", files))
    return tuple(found)


def _file(document: Document, at: At, name: str, files: Sequence[str]) -> str:
    before, mark, dispatch = name.rpartition("#")
    if name in files or (mark and dispatch.isdecimal() and before in files):
        return name
    raise document.problem(at, f"there is no article {name!r} in this folder{_hint(name, files)}")


def _said(document: Document, at: At, value: Value) -> Said:
    fields = _mapping(document, at, value, _ARTICLE_KEYS)
    return Said(
        outlet=_text(document, (*at, "outlet"), fields.get("outlet")),
        title=_text(document, (*at, "title"), fields.get("title")),
        published=_date(document, (*at, "date"), fields.get("date")),
        roles=_roles(document, (*at, "roles"), fields.get("roles", {})),
    )


def _mapping(document: Document, at: At, value: Value, keys: Sequence[str]) -> dict[str, Value]:
    if value == "":
        return {}
    if not isinstance(value, dict):
        raise document.problem(at, f"here stand {', '.join(keys)}, each as `key: value`")
    for key in value:
        if key not in keys:
            known = _hint(key, keys) or f"; known: {', '.join(keys)}"
            raise document.problem((*at, key), f"unknown key {key!r}{known}")
    return value


def _hint(word: str, words: Sequence[str]) -> str:
    near = nearest(word, words)
    return f"; did you mean {near!r}?" if near else ""


def _text(document: Document, at: At, value: Value | None) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise document.problem(at, f"`{at[-1]}` must be words")
    return " ".join(value.split())


def _date(document: Document, at: At, value: Value | None) -> date | None:
    text = _text(document, at, value)
    if text is None:
        return None
    try:
        return day_of_publication(text)
    except ValueError:
        raise document.problem(at, f"{text!r} is not a day; write it as 2025-07-13") from None


def _roles(document: Document, at: At, value: Value) -> dict[int, Role]:
    if value == "":
        return {}
    if not isinstance(value, dict):
        raise document.problem(at, "`roles` must map line numbers to roles, as `{4: boilerplate}`")
    found = {}
    for number, name in value.items():
        if not number.isascii() or not number.isdecimal() or len(number) > 7 or int(number) < 1:
            raise document.problem((*at, number), f"{number!r} is not a line number from 1")
        if not isinstance(name, str) or name not in [role.value for role in Role]:
            known = ", ".join(role.value for role in Role)
            raise document.problem((*at, number), f"{name!r} is not a role; known: {known}")
        found[int(number)] = Role(name)
    return found
