"""PyYAML's events to plain values; apart from `yamlfile` so that PyYAML loads late."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from tui.errors import BadFile
from tui.yamlfile import GIT_MARK, MAX_DEPTH, MAX_SCALAR, MAX_VALUES, At, Document, Value

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def document(text: str, file: str) -> Document:
    """The one document in `text`. Raises BadFile and nothing else."""
    try:
        return _Builder(file).build(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        if left := GIT_MARK.search(text):
            words = "a conflict mark of git was left here; remove this line"
            raise BadFile(file, words, text.count("\n", 0, left.start()) + 1) from None
        mark = error.problem_mark or error.context_mark
        if error.context_mark and "end of stream" in (error.problem or ""):
            mark = error.context_mark  # The quote to close, not the end of the file.
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise BadFile(file, _plain(error, text), line, column) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise BadFile(file, f"{_character(error)} is not allowed", line) from None
    except yaml.YAMLError as error:
        raise BadFile(file, str(error).split("\n")[0]) from None


def _character(error: yaml.reader.ReaderError) -> str:
    """The character the reader stopped at; PyYAML gives its number or the sign."""
    sign: Any = error.character
    return f"the character U+{sign if isinstance(sign, int) else ord(sign):04X}"


def _plain(error: yaml.MarkedYAMLError, text: str) -> str:
    """What is wrong and the way out, and in brackets what the parser says of it."""
    words = ", ".join(w for w in (error.context, error.problem) if w)
    told = next((hint for sign, hint in _HINTS if sign in words), "")
    if error.problem_mark and "cannot start any token" in words:
        sign = text[error.problem_mark.index : error.problem_mark.index + 1]
        told = "a tab; indent with spaces" if sign == "\t" else f"{sign!r} begins a text; {_QUOTE}"
    return f"{told} ({words})" if told else words or "not valid YAML"


_QUOTE = "put the text in double quotes"
_HINTS = (
    ("found a tab character", "a tab; indent with spaces"),
    ("unexpected end of stream", "a quotation mark or bracket opened here is never closed"),
    ("unknown escape character", "write a backslash twice, or leave it out"),
    ("could not find expected ':'", "a line without its colon: write `key: value`"),
    ("mapping values are not allowed", f"a second colon in one line; {_QUOTE}"),
    ("did not find expected ',' or", "a comma or closing bracket is missing"),
    ("flow node, did not find expected node", "a value or closing bracket is missing"),
    ("block node, did not find expected node", f"a bracket or comma begins a text; {_QUOTE}"),
    ("expected comment or line break", f"| or > begins a text; {_QUOTE}"),
    ("while scanning an a", f"& or * begins a text; {_QUOTE}"),
    ("parsing a tag", f"! begins a text; {_QUOTE}"),
    ("expected key", "no `key: value` here: is a quotation mark missing just above?"),
    ("expected '-' indicator", "an entry begins with a dash and a space, as deep as the others"),
    ("unexpected document indicator", "`---` inside a text; " + _QUOTE),
)
"""What to do about the parser's messages, the first that fits."""


class _Builder:
    """Events in, plain values out; keeps its own stack instead of the machine's."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[At, tuple[int, int]] = {}
        self.spans: dict[At, tuple[int, int]] = {}
        self.keys: dict[At, int] = {}
        self.count = 0

    def build(self, events: Iterator[yaml.Event]) -> Document:
        root: list[Value] = []
        stack: list[tuple[list[Value] | dict[str, Value], At]] = [(root, ())]
        key: str | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._refuse(event, "a second document (`---`); keep one in a file")
            if not isinstance(event, yaml.NodeEvent):
                if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                    _, at = stack.pop()
                    self.spans[at] = self.spans[at][0], _index(event.end_mark)
                continue
            self._check(event, len(stack))
            holder, way = stack[-1]
            if isinstance(holder, dict) and key is None:
                key = self._key(event, holder)
                at = (*way, key)
                self.places[at] = _spot(event)
                self.keys[at] = _index(event.start_mark)
                continue
            value: Value = (
                event.value if isinstance(event, yaml.ScalarEvent)
                else [] if isinstance(event, yaml.SequenceStartEvent) else {}
            )  # fmt: skip
            if isinstance(holder, dict):
                assert key is not None
                holder[key], at, key = value, (*way, key), None
            else:
                at = (*way, len(holder)) if way or holder is not root else ()
                holder.append(value)
                self.places[at] = _spot(event)
            self.spans[at] = _index(event.start_mark), _index(event.end_mark)
            if not isinstance(value, str):
                stack.append((value, at))
        return Document(self.file, root[0] if root else {}, self.places, self.spans, self.keys)

    def _check(self, event: yaml.NodeEvent, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            words = f"anchors and aliases are not used here: {event.anchor!r}; {_QUOTE}"
            raise self._refuse(event, words)
        self.count += 1
        if self.count > MAX_VALUES:
            raise self._refuse(event, f"more than {MAX_VALUES:,} values")
        tag = getattr(event, "tag", None)
        if tag:
            raise self._refuse(event, f"tags are not used here: {tag!r}; {_QUOTE}")
        if depth > MAX_DEPTH:
            raise self._refuse(event, f"nested more than {MAX_DEPTH} deep")
        if isinstance(event, yaml.ScalarEvent) and len(event.value) > MAX_SCALAR:
            raise self._refuse(event, f"a value longer than {MAX_SCALAR:,} characters")

    def _key(self, event: yaml.NodeEvent, holder: dict[str, Value]) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise self._refuse(event, "a key must be one word, not a list or mapping")
        if event.value in holder:
            raise self._refuse(event, f"the key {event.value!r} stands here twice")
        return str(event.value)

    def _refuse(self, event: yaml.Event, message: str) -> BadFile:
        return BadFile(self.file, message, *_spot(event))


def _index(mark: Any) -> int:
    """Characters before the mark; PyYAML's own types leave it open."""
    return int(mark.index)


def _spot(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
