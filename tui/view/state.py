"""What all screens of one story share.

The values in it are frozen; the screen on top is the only writer. Screens draw
from it when they come back to the top, so none keeps a copy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tui.model.article import Article, Story
from tui.model.finding import Analysis, Contradiction, Fact, Only, finding_key
from tui.model.span import Span
from tui.model.tag import Place, Session, Tag
from tui.page.heads import dates_of
from tui.page.marks import NO_MARKS, Marks, Show, marks_of
from tui.page.search import Hits
from tui.page.signs import UNICODE, Signs
from tui.session.desk import Desk


@dataclass
class Cursor:
    """The claim in hand, by article and offset: it outlives every layout."""

    article: str
    offset: int


@dataclass
class Reading:
    story: Story
    desk: Desk
    signs: Signs = UNICODE
    analysis: Analysis = field(default_factory=Analysis)
    analysed: bool = False
    """Whether `analysis` is the answer, even if it found nothing."""
    cursor: Cursor | None = None
    current: str = ""
    """Id of the contradiction in hand; empty for none."""
    show: Show = Show.ALL
    query: str = ""
    hits: Hits = field(default_factory=dict)
    last_label: str = ""
    base: str = ""
    """The pinned article; empty for the first."""
    hidden: tuple[str, ...] = ()
    layout: str = "level"
    spine: bool | None = None
    """Whether the reader wants the spine; None leaves it to the width."""
    trail: list[Cursor] = field(default_factory=list)
    """Where jumps started, the last one last."""
    last_jump: tuple[str, int] | None = None
    """Kind and direction of the last jump, for `;`."""
    seen: set[int] = field(default_factory=set)
    """Rows the cursor has been in."""

    _marks: tuple[object, Marks] = ((), NO_MARKS)

    @property
    def session(self) -> Session:
        return self.desk.session

    @property
    def order(self) -> tuple[str, ...]:
        """Articles that are not hidden, the base first."""
        ids = [a.id for a in self.story.articles if a.id not in self.hidden]
        base = self.first
        return tuple(([base] if base in ids else []) + [i for i in ids if i != base])

    @property
    def first(self) -> str:
        """The base, or the first readable article."""
        if self.base in self.story.by_id:
            return self.base
        readable = [a.id for a in self.story.readable if a.id not in self.hidden]
        return readable[0] if readable else next((a.id for a in self.story.articles), "")

    @property
    def dates(self) -> Mapping[str, str]:
        return dates_of(self.story)

    @property
    def marks(self) -> Marks:
        """All marks to draw; made anew when anything they depend on changed."""
        key = (id(self.story), id(self.analysis), id(self.session), self.show, id(self.hits))
        if self._marks[0] != key:
            marks = marks_of(
                self.story, self.analysis, self.session, self.show, self.hits, self.signs
            )
            self._marks = (key, marks)
        return self._marks[1]

    # -- at the cursor ---------------------------------------------------------

    @property
    def article(self) -> Article | None:
        return self.story.by_id.get(self.cursor.article) if self.cursor else None

    @property
    def claim(self) -> Span | None:
        """The sentence under the cursor."""
        article = self.article
        return article.claim_at(self.cursor.offset) if article and self.cursor else None

    @property
    def tag(self) -> Tag | None:
        """The tag on the claim under the cursor."""
        from tui.session.edits import tag_at

        article, claim = self.article, self.claim
        return tag_at(self.session, article, claim) if article and claim else None

    def findings(self) -> list[Contradiction | Fact | Only]:
        """What is marked on the claim: the contradiction in hand first."""
        if self.cursor is None or self.claim is None:
            return []
        ids = {m.id for m in self.marks.within(self.cursor.article, self.claim)}
        found: list[Contradiction | Fact | Only] = [
            c for c in self.analysis.contradictions if c.id in ids
        ]
        found.sort(key=lambda c: isinstance(c, Contradiction) and c.id != self.current)
        found += [f for f in self.analysis.facts if f.id in ids]
        found += [o for n, o in enumerate(self.analysis.only, 1) if f"o{n}" in ids]
        return found

    def contradiction(self, id: str) -> Contradiction | None:
        found = self.analysis.by_id.get(id)
        return found if isinstance(found, Contradiction) else None

    def key_of(self, finding: Contradiction | Fact | Only) -> str:
        return finding_key(finding, self.story)

    def undecided(self) -> int:
        """Contradictions neither confirmed nor rejected."""
        verdicts = self.session.verdicts
        return sum(self.key_of(c) not in verdicts for c in self.analysis.contradictions)

    # -- resuming --------------------------------------------------------------

    def place(self) -> Place:
        """Where the reader is, by file, for the session."""
        by_id = self.story.by_id
        cursor = self.cursor
        return Place(
            file=by_id[cursor.article].file if cursor else "",
            offset=cursor.offset if cursor else 0,
            base=by_id[self.base].file if self.base in by_id else "",
            hidden=tuple(by_id[i].file for i in self.hidden if i in by_id),
            marks=self.show.value,
            layout=self.layout,
        )

    def resume(self, place: Place) -> None:
        """Take up a saved place as far as its files are still there."""
        files = {a.file: a.id for a in self.story.articles}
        self.base = files.get(place.base, "")
        self.hidden = tuple(files[f] for f in place.hidden if f in files)
        if place.marks in set(Show):
            self.show = Show(place.marks)
        self.layout = place.layout or "level"
        for article in self.story.articles:
            if article.file == place.file and article.paragraph_at(place.offset):
                self.cursor = Cursor(article.id, place.offset)


def now() -> str:
    """The time as sessions keep it: ISO 8601 with offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
