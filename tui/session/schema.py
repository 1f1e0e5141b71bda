"""Sessions as plain data and back: which keys a file has and what they may hold.

`plain` gives the text, lists and mappings that are written; the readers check
the same shapes when they come back and say what is wrong at which line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from tui.errors import RashomonError
from tui.model.span import Span
from tui.model.tag import (
    COLOURS,
    Anchor,
    Confidence,
    Decision,
    Label,
    Pin,
    Place,
    Relation,
    Ruling,
    Said,
    Status,
    Tag,
    Tie,
    Verdict,
)
from tui.session.anchor import tag_id
from tui.yamlfile import At, Value

FORMAT = 1
"""The newest file format this program writes."""

Plain = dict[str, Value]
E = TypeVar("E", bound=StrEnum)


class Wrong(RashomonError):
    """A value that does not fit; `at` is the way to it inside its block."""

    def __init__(self, at: At, message: str):
        self.at, self.message = at, message
        super().__init__(message)


def plain_tag(tag: Tag) -> Plain:
    """The keys of a claim in the order they are written; what is empty is left out."""
    place = tag.anchor
    full: Plain = {
        "quote": place.quote,
        "labels": list(tag.labels),
        "note": tag.note,
        "status": "" if tag.status is Status.UNCHECKED else tag.status.value,
        "confidence": tag.confidence.value if tag.confidence else "",
        "conflict": list(tag.conflict),
        **_plain_ruling(tag.ruling),
        "kept": tag.kept,
        **_plain_anchor(place),
        "id": tag.id,
        "made": tag.made,
        "changed": tag.changed,
    }
    return {k: v for k, v in full.items() if v or k == "quote"}


def _plain_anchor(place: Anchor) -> Plain:
    """All of an anchor but its quote, which stands first in a block."""
    return {
        "article": place.article,
        "file": place.file,
        "at": [str(place.span.start), str(place.span.end)] if len(place.span) else [],
        "before": place.before,
        "after": place.after,
        "occurrence": _unless_only(place),
        "neighbours": list(place.neighbours) if any(place.neighbours) else [],
        "sha256": place.sha256,
    }


def plain_pin(pin: Pin) -> Plain:
    """The keys of a pin in the order they are written; what is empty is left out."""
    full: Plain = {
        "quote": pin.anchor.quote,
        "row": pin.row,
        **_plain_anchor(pin.anchor),
        "id": pin.id,
        "made": pin.made,
    }
    return {k: v for k, v in full.items() if v or k == "quote"}


def read_pin(data: Value) -> Pin:
    """The pin in `data`; typed by hand it needs its quote and file only. Raises Wrong."""
    fields = _mapping(data, "a pin")
    place = _anchor(fields)
    return Pin(
        _text(fields, "id") or pin_id(place),
        place,
        _text(fields, "row"),
        _text(fields, "made"),
    )


def pin_id(place: Anchor) -> str:
    """The id of the pin on a passage: that of a tag there, but for its first letter."""
    return "p" + tag_id(place.file, place.quote, place.occurrence)[1:]


def _plain_ruling(ruling: Ruling | None) -> Plain:
    if ruling is None:
        return {}
    said: list[Value] = [
        {"annotator": s.annotator, "file": s.file, "labels": list(s.labels)} for s in ruling.said
    ]
    return {
        "from": said,
        "taken": list(ruling.taken),
        "reason": ruling.reason,
        "decided_by": ruling.by,
        "decided": ruling.at,
    }


def _unless_only(place: Anchor) -> list[Value]:
    """Which of how many equal quotes; empty when there was but one."""
    if (place.occurrence, place.occurrences) == (1, 1):
        return []
    return [str(place.occurrence), str(place.occurrences)]


def read_tag(data: Value) -> Tag:
    """The claim in `data`. Raises Wrong; unknown keys are let pass.

    A claim typed by hand needs its quote and file only; its id is then the
    one this program would have given it.
    """
    fields = _mapping(data, "a claim")
    place = _anchor(fields)
    confidence = _word(fields, "confidence", Confidence)
    return Tag(
        id=_text(fields, "id") or tag_id(place.file, place.quote, place.occurrence),
        anchor=place,
        labels=_texts(fields, "labels"),
        note=_text(fields, "note"),
        status=_word(fields, "status", Status) or Status.UNCHECKED,
        confidence=confidence,
        made=_text(fields, "made"),
        changed=_text(fields, "changed"),
        conflict=_texts(fields, "conflict"),
        kept=_text(fields, "kept"),
        ruling=_ruling(fields),
    )


def _anchor(fields: Plain) -> Anchor:
    return Anchor(
        article=_text(fields, "article"),
        file=_text(fields, "file", needed=True),
        span=_span(fields),
        quote=_text(fields, "quote", needed=True),
        before=_text(fields, "before"),
        after=_text(fields, "after"),
        sha256=_text(fields, "sha256"),
        occurrence=_pair(fields, "occurrence")[0],
        occurrences=_pair(fields, "occurrence")[1],
        neighbours=_neighbours(fields),
    )


def _ruling(fields: Plain) -> Ruling | None:
    said = fields.get("from", [])
    if not isinstance(said, list):
        raise Wrong(("from",), 'from holds a list: [{annotator: "ann", file: "ann.yaml"}]')
    if not said:
        return None
    return Ruling(
        tuple(_said(entry, n) for n, entry in enumerate(said)),
        _texts(fields, "taken"),
        _text(fields, "reason"),
        _text(fields, "decided_by"),
        _text(fields, "decided"),
    )


def _said(data: Value, number: int) -> Said:
    try:
        fields = _mapping(data, "what an annotator said")
        name = _text(fields, "annotator", needed=True)
        return Said(name, _text(fields, "file"), _texts(fields, "labels"))
    except Wrong as wrong:
        raise Wrong(("from", number, *wrong.at), wrong.message) from None


def plain_decision(decision: Decision) -> Plain:
    return {
        "question": decision.question,
        "verdict": decision.verdict.value,
        "finding": decision.finding,
        "at": decision.at,
    }


def read_decision(data: Value) -> Decision:
    fields = _mapping(data, "a decision")
    verdict = _word(fields, "verdict", Verdict)
    if verdict is None:
        raise Wrong((), f"a decision needs a verdict: {_choices(Verdict)}")
    finding = _text(fields, "finding", needed=True)
    return Decision(finding, verdict, _text(fields, "question"), _text(fields, "at"))


def plain_tie(tie: Tie) -> Plain:
    return {"a": tie.a, "b": tie.b, "relation": tie.relation.value}


def read_tie(data: Value) -> Tie:
    fields = _mapping(data, "a tie")
    relation = _word(fields, "relation", Relation)
    if relation is None:
        raise Wrong((), f"a tie needs a relation: {_choices(Relation)}")
    return Tie(_text(fields, "a", needed=True), _text(fields, "b", needed=True), relation)


def plain_label(label: Label) -> Plain:
    return {
        "name": label.name,
        "key": label.digit,
        "sign": label.sign,
        "colour": label.colour,
        "meaning": label.meaning,
    }


def read_label(data: Value) -> Label:
    fields = _mapping(data, "a label")
    digit = _text(fields, "key")
    if digit and not (len(digit) == 1 and digit in "1234567890"):
        raise Wrong(("key",), f"{digit!r} is no key for a label; use one digit, or leave it empty")
    colour = _text(fields, "colour")
    code = len(colour) == 7 and colour[0] == "#" and _hexadecimal(colour[1:])
    if colour and colour not in COLOURS and not code:
        names = ", ".join(COLOURS)
        raise Wrong(("colour",), f'{colour!r} is no colour; use {names}, or write it as "#rrggbb"')
    name = _text(fields, "name", needed=True)
    return Label(name, digit, _text(fields, "sign"), colour, _text(fields, "meaning"))


def plain_place(place: Place) -> Plain:
    """The keys of a place in the order they are written; the later ones only where set."""
    unset = Place()
    more: Plain = {
        "order": list(place.order),
        "folds": list(place.folds),
        "certainty": "" if place.certainty == unset.certainty else place.certainty,
        "kinds": list(place.kinds),
        "blind": "yes" if place.blind else "",
        "seen": runs(place.seen),
        "counts": " ".join(map(str, place.counts)),
    }
    return {
        "file": place.file,
        "offset": str(place.offset),
        "base": place.base,
        "hidden": list(place.hidden),
        "marks": place.marks,
        "layout": place.layout,
        **{key: value for key, value in more.items() if value},
    }


def runs(numbers: Iterable[int]) -> str:
    """`1-7 9`: numbers in rising order, neighbours joined."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return " ".join(f"{a}-{b}" if b > a else f"{a}" for a, b in found)


MOST_ROWS = 1_000_000
"""No row has a higher number, whatever a file says."""


def _numbers(fields: Plain, key: str) -> tuple[int, ...]:
    """What `runs` wrote."""
    found: set[int] = set()
    for word in _text(fields, key).split():
        first, _, last = word.partition("-")
        low, high = _number(first, (key,)), _number(last or first, (key,))
        if not 0 < low <= high < MOST_ROWS:
            raise Wrong((key,), f"{word!r} is no run of row numbers, as in 1-7 9")
        found.update(range(low, high + 1))
    return tuple(sorted(found))


def read_place(data: Value) -> Place:
    fields = _mapping(data, "the place")
    unset = Place()
    return Place(
        _text(fields, "file"),
        _number(fields.get("offset", "0"), ("offset",)),
        _text(fields, "base"),
        _texts(fields, "hidden"),
        _text(fields, "marks") or unset.marks,
        _text(fields, "layout") or unset.layout,
        _texts(fields, "order"),
        _texts(fields, "folds"),
        _text(fields, "certainty") or unset.certainty,
        _texts(fields, "kinds"),
        _text(fields, "blind") == "yes",
        _numbers(fields, "seen"),
        _counts(fields),
    )


def _counts(fields: Plain) -> tuple[int, ...]:
    """Rows, contradictions, and those undecided; empty where nothing stands."""
    words = _text(fields, "counts").split()
    if len(words) not in (0, 3):
        raise Wrong(("counts",), "counts holds three numbers: rows, contradictions, undecided")
    return tuple(_number(word, ("counts",)) for word in words)


TAG_KEYS = tuple(
    "quote labels note status confidence conflict from taken reason decided_by decided kept "
    "article file at before after occurrence neighbours sha256 id made changed".split()
)
KEYS: Mapping[str, tuple[str, ...]] = {
    "tagset": ("name", "key", "sign", "colour", "meaning"),
    "tags": TAG_KEYS,
    "decisions": ("question", "verdict", "finding", "at"),
    "ties": ("a", "b", "relation"),
    "pins": (
        *("quote", "row", "article", "file", "at", "before", "after"),
        *("occurrence", "neighbours", "sha256", "id", "made"),
    ),
    "place": (
        *("file", "offset", "base", "hidden", "marks", "layout"),
        *("order", "folds", "certainty", "kinds", "blind", "seen", "counts"),
    ),
}
"""The known keys of each part, in the order they are written."""
TOP = (
    *("format", "story", "annotator", "tagset", "place"),
    *("tags", "decisions", "ties", "pins", "sealed"),
)
NUMBERS = frozenset({"at", "occurrence", "offset"})
"""Keys whose values are written as bare numbers, where they are not a time."""


def nearly(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that `word` nearly is, or None."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1, 0.7)
    return near[0] if near else None


def _mapping(data: Value, what: str) -> Plain:
    if isinstance(data, dict):
        return data
    raise Wrong((), f"{what} is written as `key: value` lines")


def _text(fields: Plain, key: str, needed: bool = False) -> str:
    value = fields.get(key, "")
    if not isinstance(value, str):
        raise Wrong((key,), f"{key} holds one text; put it in double quotes")
    if needed and not value:
        raise Wrong((key,) if key in fields else (), f"{key} is missing or empty")
    return value


def _texts(fields: Plain, key: str) -> tuple[str, ...]:
    value = fields.get(key, [])
    if isinstance(value, str):
        value = [value] if value else []
    if isinstance(value, dict) or not all(isinstance(v, str) for v in value):
        raise Wrong((key,), f'{key} holds a list of texts: ["one", "two"]')
    for n, v in enumerate(value):
        if v in value[:n]:
            raise Wrong((key, n), f"{v!r} stands in {key} twice")
    return tuple(str(v) for v in value)


def _neighbours(fields: Plain) -> tuple[str, str]:
    value = fields.get("neighbours", [])
    if value == [] or value == "":
        return "", ""
    if isinstance(value, list) and len(value) == 2:
        a, b = value
        if isinstance(a, str) and isinstance(b, str):
            return a, b
    raise Wrong(("neighbours",), "neighbours holds two short hashes; delete the line if unsure")


def _span(fields: Plain) -> Span:
    start, end = _pair(fields, "at", "0")
    if start == end:
        return Span(0, 0)
    if end < start:
        raise Wrong(("at",), f"at ends before it starts: {start} to {end}")
    return Span(start, end)


def _pair(fields: Plain, key: str, unset: str = "1") -> tuple[int, int]:
    value = fields.get(key, [unset, unset])
    if not isinstance(value, list) or len(value) != 2:
        raise Wrong((key,), f"{key} holds two numbers: [12, 34]")
    return _number(value[0], (key, 0)), _number(value[1], (key, 1))


def _number(value: Value, at: At) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 16:
        if value == "0" or not value.startswith("0"):
            return int(value)
        raise Wrong(at, f"{value!r} starts with 0; write the number without it")
    raise Wrong(
        at, f"{value!r} is not a whole number" if isinstance(value, str) else "a number is wanted"
    )


def _word(fields: Plain, key: str, kind: type[E]) -> E | None:
    value = _text(fields, key)
    if not value:
        return None
    try:
        return kind(value)
    except ValueError:
        near = nearly(value.lower(), tuple(k.value for k in kind))
        hint = f"; did you mean {near}?" if near else ""
        message = f"{value!r} is no {key}; known are {_choices(kind)}{hint}"
        raise Wrong((key,), message) from None


def _choices(kind: type[StrEnum]) -> str:
    return ", ".join(k.value for k in kind)


def _hexadecimal(word: str) -> bool:
    return all(c in "0123456789abcdefABCDEF" for c in word)
