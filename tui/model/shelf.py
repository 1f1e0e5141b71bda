"""A folder of stories at a glance: what each is about, and how far the reader got."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Work(NamedTuple):
    """What a session file tells of the work on one story, without looking at its texts."""

    annotator: str = ""
    tags: int = 0
    decided: int = 0
    """Findings confirmed or rejected."""
    seen: int = 0
    """Rows in which the cursor has been."""
    rows: int = 0
    """Rows of the story when it was last compared; 0 when that is not known."""
    conflicts: int = 0
    undecided: int = 0
    """Contradictions that waited for a decision then."""
    changed: str = ""
    """ISO time of the newest change; empty when nothing tells."""
    others: int = 0
    """How many other annotators have a session on it."""
    problem: str = ""
    """Why the session cannot be read; empty when it can."""


class StoryCard(NamedTuple):
    """One story of a folder of stories."""

    folder: str
    """The path to open it by."""
    name: str
    """The folder's name."""
    known: bool = False
    """Whether its files were looked into; until then only the name is right."""
    title: str = ""
    articles: int = 0
    first: date | None = None
    """The day of its earliest report; None when none is dated."""
    last: date | None = None
    problem: str = ""
    """Why it cannot be opened; empty when it can."""
    work: Work | None = None
    """None while there is no session."""
    place: str = ""
    """Where the reader stopped: the article's letter and the words there."""
    unreadable: int = 0
    """Its files that cannot be read, beside the articles."""
