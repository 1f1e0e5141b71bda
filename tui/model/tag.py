"""What the reader adds: tags on claims, decisions on findings, the place to resume."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from string import hexdigits
from typing import NamedTuple

from tui.model.span import Span


class Status(StrEnum):
    """How far a fact-checker has got with a claim."""

    UNCHECKED = "unchecked"
    CHECKED = "checked"
    DISPUTED = "disputed"
    NEEDS_CALL = "needs call"


class Confidence(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


COLOURS = ("primary", "secondary", "accent", "warning", "error", "success")
"""Names of colours that every theme knows, for labels."""
DIGITS = "1234567890"
"""The keys that put a label on a claim, in the order in which they are given out."""


def is_colour(word: str) -> bool:
    """Whether a label may have it: one of COLOURS, or `#rrggbb`."""
    code = len(word) == 7 and word[0] == "#" and all(c in hexdigits for c in word[1:])
    return code or word in COLOURS


class Verdict(StrEnum):
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Relation(StrEnum):
    """What a reader says of two claims."""

    SAME = "same"
    CONTRADICTS = "contradicts"


class Label(NamedTuple):
    """One word of the tagset."""

    name: str
    """What is stored with a tag and shown in the footer; unique in a tagset."""
    digit: str = ""
    """The key that puts it on a claim, `1` to `9` or `0`; empty for menu only."""
    sign: str = ""
    """One or two letters for the chip in the text; unique in a tagset."""
    colour: str = ""
    """One of COLOURS, `#rrggbb`, or empty for the theme's tag colour."""
    meaning: str = ""
    """When to use it, for the next annotator."""


class Anchor(NamedTuple):
    """Where a tag stands, described so that it can be found again in an edited file.

    After the W3C Web Annotation Data Model: a text quote selector (quote, before, after) and a
    text position selector (span).
    """

    article: str
    """The article's id when tagged; `file` is what counts."""
    file: str
    span: Span
    """Empty where it is not known, as in a tag typed into the file."""
    quote: str
    before: str = ""
    """Up to 32 characters in front of the quote."""
    after: str = ""
    """Up to 32 characters behind the quote."""
    sha256: str = ""
    """Of the file's bytes when tagged."""
    occurrence: int = 1
    """Which of the equal quotes in the text it was, from 1."""
    occurrences: int = 1
    """How often the quote stood in the text."""
    neighbours: tuple[str, str] = ("", "")
    """Short hashes of the sentences in front and behind; empty where there is none."""

    @property
    def by_hand(self) -> bool:
        """Whether only its words are known: nothing around them, and no state of the file."""
        return not (self.before or self.after or self.sha256 or any(self.neighbours))


class Said(NamedTuple):
    """What one annotator said about a claim, before it was decided."""

    annotator: str
    file: str
    """Their session file, as seen from the folder of the deciding one."""
    labels: tuple[str, ...] = ()
    """Empty where they had left the claim untagged."""


class Ruling(NamedTuple):
    """Where the labels of an adjudicated claim come from."""

    said: tuple[Said, ...]
    """In the order in which the sessions were named."""
    taken: tuple[str, ...] = ()
    """The annotators whose labels hold; empty when none of them are right."""
    reason: str = ""
    by: str = ""
    """Who decided; empty where the annotators agreed and nobody had to."""
    at: str = ""
    """ISO 8601 time with offset."""


class Tag(NamedTuple):
    """What the reader says of one claim."""

    id: str
    """Stable and unique in a session."""
    anchor: Anchor
    labels: tuple[str, ...] = ()
    """Names of the tagset in the order in which they were given; empty for a bare note."""
    note: str = ""
    status: Status = Status.UNCHECKED
    confidence: Confidence | None = None
    """None until the reader says."""
    made: str = ""
    """ISO 8601 time with offset, when first tagged."""
    changed: str = ""
    """ISO 8601 time with offset of the last change."""
    conflict: tuple[str, ...] = ()
    """How two writers differed on this claim, one sentence for each difference, until the
    reader settles it.
    """
    ruling: Ruling | None = None
    """Where it comes from, in a session that decides between annotators; else None."""
    kept: str = ""
    """`sha256` of the version of the file for which the reader chose not to move the tag."""


class Decision(NamedTuple):
    """The reader's decision on one finding."""

    finding: str
    """`finding_key` of the finding."""
    verdict: Verdict
    question: str
    """What the finding said, so that the file can be understood without the program."""
    at: str = ""


class Tie(NamedTuple):
    """Two tagged claims joined by the reader."""

    a: str
    b: str
    """Ids of tags."""
    relation: Relation


class Pin(NamedTuple):
    """The reader's decision on the row in which a passage stands."""

    id: str
    """Made from the words, so that two writers who pin the same passage get the same id; unique
    in a session.
    """
    anchor: Anchor
    """A paragraph, or a run of its sentences."""
    row: str = ""
    """Passages with the same name share a row; one without a name has a row of its own."""
    made: str = ""
    """ISO 8601 time with offset."""


SeenClaims = tuple[tuple[str, tuple[int, ...]], ...]
"""Column (a file, as `Place.base` names it) → numbers of its claims, from 1."""


class Place(NamedTuple):
    """Where the reader was; saved with the next change and on leaving."""

    file: str = ""
    offset: int = 0
    base: str = ""
    """The pinned column: its file, with `#2` for the second dispatch in it; empty for the first."""
    hidden: tuple[str, ...] = ()
    """The hidden columns, named likewise."""
    marks: str = "all"
    """Which marks show."""
    layout: str = "level"
    order: tuple[str, ...] = ()
    """The columns as the reader ordered them, named likewise; empty for the story's order."""
    folds: tuple[str, ...] = ()
    """`open`: tall cells are whole; `agreeing`: rows in which all agree are one line."""
    certainty: str = "normal"
    """How sure a finding must be to be shown: strict, normal or everything."""
    kinds: tuple[str, ...] = ()
    """The kinds of contradictions that show; empty for all."""
    blind: bool = False
    """Whether the reader saw no finding."""
    seen: SeenClaims = ()
    """The claims of the rows in which the cursor has been, in order."""
    counts: tuple[int, ...] = ()
    """Rows, contradictions, those undecided, rows seen, when last compared; empty before."""


DEFAULT_TAGSET = (
    Label("fact", "1", "F", meaning="checked against a source outside the story"),
    Label("doubtful", "2", "D", meaning="hard to believe as told"),
    Label("opinion", "3", "O", meaning="a judgement, not a fact"),
    Label("quote", "4", "Q", meaning="somebody's words"),
    Label("loaded", "5", "L", meaning="wording that takes sides"),
    Label("unsourced", "6", "U", meaning="does not say who says so"),
    Label("check", "7", "?", meaning="to be checked"),
)


MAX_TAGS = 5_000
"""In one session, so that what is saved stays within what is read again."""


@dataclass(frozen=True, eq=False)
class Session:
    """One annotator's work on one story. Every change makes a new value."""

    story: str
    annotator: str
    tagset: tuple[Label, ...] = DEFAULT_TAGSET
    tags: tuple[Tag, ...] = ()
    """Sorted by file, then start, then id."""
    decisions: tuple[Decision, ...] = ()
    """Sorted by finding."""
    ties: tuple[Tie, ...] = ()
    pins: tuple[Pin, ...] = ()
    """Sorted by file, then start, then id."""
    place: Place = field(default_factory=Place)

    @property
    def tag_ids(self) -> frozenset[str]:
        return frozenset(tag.id for tag in self.tags)

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        return {d.finding: d.verdict for d in self.decisions}

    @cached_property
    def by_file(self) -> dict[str, tuple[Tag, ...]]:
        files: dict[str, list[Tag]] = {}
        for tag in self.tags:
            files.setdefault(tag.anchor.file, []).append(tag)
        return {file: tuple(tags) for file, tags in files.items()}
