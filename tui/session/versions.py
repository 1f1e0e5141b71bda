"""What each of two writers had said of a claim, read back from how merging told it.

`Tag.conflict` keeps sentences, for people who read the file; to decide
between the two, the program needs the two tags again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeVar

from tui.model.tag import Confidence, Status, Tag

E = TypeVar("E", bound=StrEnum)


class Version(NamedTuple):
    """A claim as one writer tagged it."""

    labels: tuple[str, ...]
    note: str
    status: Status
    confidence: Confidence | None


def versions(tag: Tag, names: Sequence[str]) -> tuple[Version, Version] | None:
    """The tag as the one and as the other writer had it; `names` are those of the tagset.

    None where a sentence of `tag.conflict` is not of the program's making, or
    more than two writers differed: then the reader decides without this help.
    """
    found = Version(tag.labels, tag.note, tag.status, tag.confidence)
    one = other = found
    for sentence in tag.conflict:
        field, _, told = sentence.partition(": ")
        if field == "tagged two ways" and one.labels == other.labels == tag.labels:
            # Merging put the labels of both on the tag; a name may be gone from it since.
            sides = _labels(told, tag.labels) or _labels(told, (*tag.labels, *names))
            if sides is None:
                return None
            common = [x for x in tag.labels if x not in sides[0] and x not in sides[1]]
            one = one._replace(labels=(*common, *sides[0]))
            other = other._replace(labels=(*common, *sides[1]))
        elif field == "two notes" and one.note == other.note == tag.note:
            notes = next(_notes(told, tag.note), None)
            if notes is None:
                return None
            one, other = one._replace(note=notes[0]), other._replace(note=notes[1])
        elif field == "status" and (words := _two(told, Status)):
            one, other = one._replace(status=words[0]), other._replace(status=words[1])
        elif field == "confidence" and (sure := _two(told, Confidence)):
            one, other = one._replace(confidence=sure[0]), other._replace(confidence=sure[1])
        else:
            return None
    return (one, other) if one != other else None


def _labels(told: str, names: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """`fact, quote or loaded` as two lists; names may hold commas and the word `or` themselves."""
    at = told.find(" or ")
    while at >= 0:
        one, other = _listed(told[:at], names), _listed(told[at + 4 :], names)
        if one and other:
            return one, other
        at = told.find(" or ", at + 1)
    return None


def _listed(told: str, names: Sequence[str]) -> tuple[str, ...] | None:
    if told in names:
        return (told,)
    for name in names:
        if told.startswith(f"{name}, ") and (rest := _listed(told[len(name) + 2 :], names)):
            return name, *rest
    return None


def _notes(told: str, both: str) -> Iterator[tuple[str, str]]:
    """`“one” and “other”` as two notes that make `both`, one below the other."""
    inner, parting = told[1:-1], "” and “"
    at = inner.find(parting)
    while at >= 0:
        one, other = inner[:at], inner[at + len(parting) :]
        if f"{one}\n{other}" == both:
            yield one, other
        at = inner.find(parting, at + 1)


def _two(told: str, kind: type[E]) -> tuple[E, E] | None:
    words = told.split(" or ")
    known = {str(k): k for k in kind}
    if len(words) == 2 and words[0] in known and words[1] in known:
        return known[words[0]], known[words[1]]
    return None
