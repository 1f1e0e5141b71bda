"""Sessions as plain data and back: which keys a file has and what they may hold.

`plain` gives the text, lists and mappings that are written; the readers check
the same shapes when they come back and say what is wrong at which line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.model.span import Span
from tui.model.tag import (
    COLOURS,
    DIGITS,
    Anchor,
    Confidence,
    Decision,
    Label,
    Pin,
    Place,
    Relation,
    Ruling,
    Said,
    SeenClaims,
    Status,
    Tag,
    Tie,
    Verdict,
    is_colour,
)
from tui.session import checked
from tui.session.anchor import tag_id
from tui.session.checked import Plain, Wrong
from tui.yamlfile import Value

FORMAT = 1
"""The newest file format this program writes."""


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
    fields = checked.mapping(data, "a pin")
    place = _anchor(fields)
    return Pin(
        checked.text(fields, "id") or pin_id(place),
        place,
        checked.text(fields, "row"),
        checked.text(fields, "made"),
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
    fields = checked.mapping(data, "a claim")
    place = _anchor(fields)
    confidence = checked.word(fields, "confidence", Confidence)
    return Tag(
        id=checked.text(fields, "id") or tag_id(place.file, place.quote, place.occurrence),
        anchor=place,
        labels=checked.texts(fields, "labels"),
        note=checked.text(fields, "note"),
        status=checked.word(fields, "status", Status) or Status.UNCHECKED,
        confidence=confidence,
        made=checked.text(fields, "made"),
        changed=checked.text(fields, "changed"),
        conflict=checked.texts(fields, "conflict"),
        kept=checked.text(fields, "kept"),
        ruling=_ruling(fields),
    )


def _anchor(fields: Plain) -> Anchor:
    return Anchor(
        article=checked.text(fields, "article"),
        file=checked.text(fields, "file", needed=True),
        span=_span(fields),
        quote=checked.text(fields, "quote", needed=True),
        before=checked.text(fields, "before"),
        after=checked.text(fields, "after"),
        sha256=checked.text(fields, "sha256"),
        occurrence=checked.pair(fields, "occurrence")[0],
        occurrences=checked.pair(fields, "occurrence")[1],
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
        checked.texts(fields, "taken"),
        checked.text(fields, "reason"),
        checked.text(fields, "decided_by"),
        checked.text(fields, "decided"),
    )


def _said(data: Value, number: int) -> Said:
    try:
        fields = checked.mapping(data, "what an annotator said")
        name = checked.text(fields, "annotator", needed=True)
        return Said(name, checked.text(fields, "file"), checked.texts(fields, "labels"))
    except Wrong as wrong:
        raise Wrong(("from", number, *wrong.at), wrong.message) from None


def plain_decision(decision: Decision) -> Plain:
    """The keys of a decision in the order they are written."""
    return {
        "question": decision.question,
        "verdict": decision.verdict.value,
        "finding": decision.finding,
        "at": decision.at,
    }


def read_decision(data: Value) -> Decision:
    """The decision in `data`. Raises Wrong."""
    fields = checked.mapping(data, "a decision")
    verdict = checked.word(fields, "verdict", Verdict)
    if verdict is None:
        raise Wrong((), f"a decision needs a verdict: {checked.choices(Verdict)}")
    finding = checked.text(fields, "finding", needed=True)
    return Decision(finding, verdict, checked.text(fields, "question"), checked.text(fields, "at"))


def plain_tie(tie: Tie) -> Plain:
    """The keys of a tie in the order they are written."""
    return {"a": tie.a, "b": tie.b, "relation": tie.relation.value}


def read_tie(data: Value) -> Tie:
    """The tie in `data`. Raises Wrong."""
    fields = checked.mapping(data, "a tie")
    relation = checked.word(fields, "relation", Relation)
    if relation is None:
        raise Wrong((), f"a tie needs a relation: {checked.choices(Relation)}")
    return Tie(
        checked.text(fields, "a", needed=True), checked.text(fields, "b", needed=True), relation
    )


def plain_label(label: Label) -> Plain:
    """The keys of a label in the order they are written."""
    return {
        "name": label.name,
        "key": label.digit,
        "sign": label.sign,
        "colour": label.colour,
        "meaning": label.meaning,
    }


def read_label(data: Value) -> Label:
    """The label in `data`. Raises Wrong."""
    fields = checked.mapping(data, "a label")
    digit = checked.text(fields, "key")
    if digit and (len(digit) != 1 or digit not in DIGITS):
        raise Wrong(("key",), f"{digit!r} is no key for a label; use one digit, or leave it empty")
    colour = checked.text(fields, "colour")
    if colour and not is_colour(colour):
        names = ", ".join(COLOURS)
        raise Wrong(("colour",), f'{colour!r} is no colour; use {names}, or write it as "#rrggbb"')
    name = checked.text(fields, "name", needed=True)
    return Label(name, digit, checked.text(fields, "sign"), colour, checked.text(fields, "meaning"))


def plain_place(place: Place) -> Plain:
    """The keys of a place in the order they are written; the later ones only where set."""
    unset = Place()
    more: Plain = {
        "order": list(place.order),
        "folds": list(place.folds),
        "certainty": "" if place.certainty == unset.certainty else place.certainty,
        "kinds": list(place.kinds),
        "blind": "yes" if place.blind else "",
        "seen": [f"{runs(numbers)} of {name}" for name, numbers in place.seen],
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


MOST_CLAIMS = 1_000_000
"""No claim has a higher number, whatever a file says."""


def _seen(fields: Plain) -> SeenClaims:
    """The claims that were seen, by file; older files have one text, of numbers of rows."""
    if isinstance(fields.get("seen"), str):
        return ()
    found = []
    for told in checked.texts(fields, "seen"):
        numbers, _, name = told.partition(" of ")
        found.append((name, _numbers(numbers)))
    return tuple(found)


def _numbers(told: str) -> tuple[int, ...]:
    """What `runs` wrote."""
    found: set[int] = set()
    for word in told.split():
        first, _, last = word.partition("-")
        low, high = checked.number(first, ("seen",)), checked.number(last or first, ("seen",))
        if not 0 < low <= high < MOST_CLAIMS:
            raise Wrong(("seen",), f"{word!r} is no run of numbers, as in 1-7 9")
        found.update(range(low, high + 1))
    return tuple(sorted(found))


def read_place(data: Value) -> Place:
    """The place in `data`; what is left out is as in a new session. Raises Wrong."""
    fields = checked.mapping(data, "the place")
    unset = Place()
    return Place(
        checked.text(fields, "file"),
        checked.number(fields.get("offset", "0"), ("offset",)),
        checked.text(fields, "base"),
        checked.texts(fields, "hidden"),
        checked.text(fields, "marks") or unset.marks,
        checked.text(fields, "layout") or unset.layout,
        checked.texts(fields, "order"),
        checked.texts(fields, "folds"),
        checked.text(fields, "certainty") or unset.certainty,
        checked.texts(fields, "kinds"),
        checked.text(fields, "blind") == "yes",
        _seen(fields),
        _counts(fields),
    )


def _counts(fields: Plain) -> tuple[int, ...]:
    """Rows, contradictions, those undecided, rows seen; empty where nothing stands."""
    words = checked.text(fields, "counts").split()
    if len(words) not in (0, 3, 4):
        raise Wrong(("counts",), "counts holds four numbers: rows, contradictions, undecided, seen")
    return tuple(checked.number(word, ("counts",)) for word in (*words, "0")[: 4 * bool(words)])


TAG_KEYS = tuple(
    "quote labels note status confidence conflict from taken reason decided_by decided kept "
    "article file at before after occurrence neighbours sha256 made changed seal id".split()
)
KEYS: Mapping[str, tuple[str, ...]] = {
    "tagset": ("name", "key", "sign", "colour", "meaning"),
    "tags": TAG_KEYS,
    "decisions": ("question", "verdict", "at", "seal", "finding"),
    "ties": ("a", "relation", "seal", "b"),
    "pins": (
        *("quote", "row", "article", "file", "at", "before", "after"),
        *("occurrence", "neighbours", "sha256", "made", "seal", "id"),
    ),
    "place": (
        *("file", "offset", "base", "hidden", "marks", "layout"),
        *("order", "folds", "certainty", "kinds", "blind", "seen", "counts"),
    ),
}
"""The known keys of each part, in the order they are written.

What never changes of an entry stands at both ends of its block, so that in git
a change to one entry and an addition beside it never touch.
"""
TOP = (
    *("format", "story", "annotator", "tagset", "place"),
    *("tags", "decisions", "ties", "pins", "sealed"),
)
NUMBERS = frozenset({"at", "occurrence", "offset"})
"""Keys whose values are written as bare numbers, where they are not a time."""


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
    start, end = checked.pair(fields, "at", "0")
    if start == end:
        return Span(0, 0)
    if end < start:
        raise Wrong(("at",), f"at ends before it starts: {start} to {end}")
    return Span(start, end)
