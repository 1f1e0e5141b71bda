"""What the analysis claims: each finding with its evidence and one sentence of reason."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from tui.model.alignment import Link, Row
from tui.model.article import Story
from tui.model.span import Span


class Kind(StrEnum):
    """What two reports differ about."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    NAME = "name"
    ACTOR = "actor"
    NEGATION = "negation"
    ANTONYM = "antonym"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    SEQUENCE = "sequence"
    LIST = "list"
    WORDING = "wording"
    TAGGING = "tagging"
    """Two annotators label one claim differently; no analysis finds this."""

    @property
    def words(self) -> str:
        """The name on the screen and in reports, such as `order of events`; files keep the
        short one.
        """
        return _KIND_WORDS.get(self.value, self.value)


_KIND_WORDS = {
    "antonym": "opposites",
    "quote": "quotation",
    "attribution": "source",
    "sequence": "order of events",
    "wording": "loaded words",
}


class Severity(StrEnum):
    """CONFLICT: both cannot be true of the same thing. DIFFERS: told differently."""

    CONFLICT = "conflict"
    DIFFERS = "differs"


class Mention(NamedTuple):
    """The words of one article that carry a finding."""

    article: str
    span: Span


class Fact(NamedTuple):
    """An assertion that at least two independent voices make and none disputes."""

    id: str
    """`f1`, `f2` … in the order of the screen; changes when the story changes."""
    text: str
    """The fact in the words of its shortest mention."""
    voices: int
    """How many independent sources tell it, two at least: copies of one syndicated text count
    once.
    """
    mentions: tuple[Mention, ...]
    because: str = ""
    """One sentence: what the mentions share."""


class Side(NamedTuple):
    """One answer to the question of a contradiction."""

    value: str
    """Normalised for comparing: an ISO date, a number with unit, a lower-case name."""
    shown: str
    """As a reader would say it."""
    mentions: tuple[Mention, ...]


class Contradiction(NamedTuple):
    """Two or more sides that cannot all be true, or that tell the same thing differently."""

    id: str
    """`x1`, `x2` … in the order of the screen, those too weak for a report after the others;
    changes when the story or the settings change.
    """
    kind: Kind
    severity: Severity
    question: str
    sides: tuple[Side, ...]
    silent: tuple[str, ...]
    """Ids of the articles that do not answer the question."""
    score: float
    """How sure the program is, 0 to 1."""
    rule: str
    """The name of the rule that found it, for the curious and for tests."""
    because: str
    """One sentence that names the words, the values and why they exclude each other."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(m for side in self.sides for m in side.mentions)


class Only(NamedTuple):
    """A claim that no other article makes."""

    mention: Mention
    because: str = ""


Finding = Fact | Contradiction | Only


@dataclass(frozen=True, eq=False)
class Analysis:
    """Everything found in one story. Empty when nothing was compared yet."""

    rows: tuple[Row, ...] = ()
    links: tuple[Link, ...] = ()
    facts: tuple[Fact, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    """All candidates in the order of reading, also the weak; see `told`."""
    only: tuple[Only, ...] = ()
    voices: Mapping[str, str] = field(default_factory=dict)
    """Article id → id of the article whose copy it is; itself when it stands alone."""

    def told(self, least: float) -> tuple[Contradiction, ...]:
        """The contradictions that score at least `least`, in the order of reading.

        `AnalysisSettings.possible` gives only the sure ones, `AnalysisSettings.least` those
        that reports and JSON list, 0 all.
        """
        return tuple(c for c in self.contradictions if c.score >= least)

    @cached_property
    def by_id(self) -> dict[str, Fact | Contradiction]:
        found: list[Fact | Contradiction] = [*self.facts, *self.contradictions]
        return {f.id: f for f in found}


def finding_key(finding: Finding, story: Story) -> str:
    """A short name for a finding that survives a new run of the analysis.

    Made from the kind and the quoted words by file, not from offsets or
    numbering, so that a decision on it holds until those words change.
    """
    kind = finding.kind.value if isinstance(finding, Contradiction) else type(finding).__name__
    if isinstance(finding, Only):
        mentions: tuple[Mention, ...] = (finding.mention,)
    else:
        mentions = finding.mentions
    words = sorted(
        (story.by_id[m.article].file, m.span.of(story.by_id[m.article].text)) for m in mentions
    )
    return hashlib.sha256(repr((kind.lower(), words)).encode()).hexdigest()[:12]
