"""What all screens of one story share.

The values in it are frozen; the screen on top is the only writer. Screens draw
from it when they come back to the top, so none keeps a copy.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tui import whereabouts
from tui.model.article import Article, Story
from tui.model.finding import Analysis, Contradiction, Fact, Mention, Only, finding_key
from tui.model.settings import AnalysisSettings
from tui.model.span import Span
from tui.model.tag import Session, Tag, Verdict
from tui.page.filters import Filter, shown
from tui.page.heads import dates_of
from tui.page.marks import Marks, Show
from tui.page.naming import FindingNames
from tui.page.search import Hits
from tui.page.signs import UNICODE, Signs
from tui.view.story.chosen import Chosen
from tui.view.story.comparing import Comparing
from tui.view.story.lately import Lately, same_values
from tui.view.story.marked import Findings, Marked
from tui.view.story.seen import Seen
from tui.view.story.tagged import Tagged

if TYPE_CHECKING:
    from tui.session.desk import Desk
    from tui.whereabouts import Whereabouts


class Cursor(NamedTuple):
    """The claim in hand, by article and offset: it outlives every layout."""

    article: str
    offset: int


@dataclass(eq=False, repr=False)
class OpenStory:
    """One story being read."""

    story: Story
    open_desk: Callable[[], Desk]
    """Opens the session; called once, when it is first needed."""
    signs: Signs = UNICODE
    compared: Analysis = field(default_factory=Analysis)
    """All that was found; screens show `analysis`."""
    analysed: bool = False
    """Whether `compared` is the answer, even if it found nothing."""
    comparing: Comparing = field(default_factory=Comparing)
    """How far the search for the answer is."""
    thresholds: AnalysisSettings = field(default_factory=AnalysisSettings)
    """From which scores findings show."""
    filter: Filter = field(default_factory=Filter)
    """Which findings the reader wants to see."""
    cursor: Cursor | None = None
    current: str = ""
    """Id of the contradiction in hand; empty for none."""
    show: Show = Show.ALL
    query: str = ""
    hits: Hits = field(default_factory=dict)
    searches: list[str] = field(default_factory=list)
    """What was searched for before, the newest last."""
    last_label: str = ""
    chosen: Chosen = field(default_factory=Chosen)
    """How the reader wants to see the articles."""
    stale: tuple[str, ...] = ()
    """Articles whose files changed on disk since they were read."""
    told_changes: str = ""
    """What was last said of articles that changed."""
    hint: bool = False
    """Whether the first keys are told in place of the contradiction in hand."""
    to_pin: Mention | None = None
    """The paragraph that waits for another to be pinned to it."""
    held: Mention | None = None
    """The claim taken in hand to be joined to another."""
    copied: str = ""
    """What was copied last."""
    trail: list[Cursor] = field(default_factory=list)
    """Where jumps started, the last one last."""
    last_jump: tuple[str, int] | None = None
    """Kind and direction of the last jump, for `;`."""
    seen: Seen = field(default_factory=Seen)
    """Where the cursor has been."""
    exported: str = ""
    """The file that was exported last in this run."""

    _shown: Lately[Analysis] = field(default_factory=lambda: Lately(6))
    _arranged: tuple[tuple[object, ...], Analysis] = ((), Analysis())
    _decided: tuple[tuple[object, ...], Mapping[str, Verdict]] = ((), MappingProxyType({}))
    _marked: Marked = field(default_factory=Marked)
    _names: FindingNames | None = None
    _here: Lately[Sequence[Contradiction | Fact | Only]] = field(default_factory=lambda: Lately(1))
    _told: Lately[tuple[int, int]] = field(default_factory=lambda: Lately(1))
    _tagged: Tagged | None = None

    def turn_to(self, story: Story, compared: Analysis | None = None) -> None:
        """Read this story from now on, not compared yet where nothing is given.

        What was made of the one before is let go: it would be as large again.
        """
        self.story, self.analysed = story, compared is not None
        self.compared = compared or Analysis()
        self._shown.forget()
        self._marked.forget()
        self._here.forget()

    @cached_property
    def desk(self) -> Desk:
        return self.open_desk()

    @property
    def begun(self) -> bool:
        """Whether the desk is open."""
        return "desk" in self.__dict__

    @property
    def session(self) -> Session:
        """The session, or an empty one while the desk is not open yet."""
        return self.desk.session if self.begun else _EMPTY

    @property
    def saved(self) -> bool:
        """Whether every change is on disk."""
        return self.desk.saved if self.begun else True

    @property
    def read_only(self) -> str:
        """Why nothing can be saved; empty when it can, or nothing was opened."""
        return self.desk.read_only if self.begun else ""

    @property
    def tagged(self) -> Tagged:
        """Where the tags stand now."""
        old = self._tagged
        if old is None or old.story is not self.story or old.session is not self.session:
            self._tagged = Tagged(self.story, self.session, old)
        assert self._tagged is not None
        return self._tagged

    @property
    def places(self) -> Mapping[str, Mention | None]:
        """Where each tag stands now, by its id; None when its words are gone."""
        return self.tagged.places

    @property
    def analysis(self) -> Analysis:
        """What was found and is to be shown: every screen counts, walks and draws this list.

        With nothing found in it while the reader reads blind.
        """
        return self.seen_through(self.filter)

    def seen_through(self, chosen: Filter) -> Analysis:
        """What of all that was found a filter lets through."""
        certainty, kinds, blind = chosen
        key = (self.arranged, self.thresholds, certainty, blind, *kinds)
        return self._shown.get(key, lambda: shown(self.arranged, chosen, self.thresholds))

    @property
    def arranged(self) -> Analysis:
        """All that was found, in rows as the reader pinned and split them."""
        key = (self.story, self.compared, self.session.pins)
        if not same_values(self._arranged[0], key):
            found = whereabouts.arranged(self.story, self.compared, self.session)
            self._arranged = (key, found)
        return self._arranged[1]

    @property
    def blind(self) -> bool:
        """Whether nothing may show that a program or another person thinks of the text."""
        return self.filter.blind

    @property
    def order(self) -> tuple[str, ...]:
        """Articles that are not hidden, the base first, those that cannot be read last."""
        return self.chosen.order(self.story)

    @property
    def telling(self) -> tuple[str, ...]:
        """Of the order those that can be read: only of them it is known whether they tell a row."""
        return tuple(id for id in self.order if id not in self.story.unreadable)

    @property
    def first(self) -> str:
        """The base, or the first readable article while it is hidden or none was chosen."""
        return self.chosen.first(self.story)

    @property
    def dates(self) -> Mapping[str, str]:
        return dates_of(self.story)

    @property
    def marks(self) -> Marks:
        """All marks to draw; made anew when anything they depend on changed."""
        return self._marked.whole(self.found, self.tagged, self.show, self.signs)

    @property
    def found(self) -> Marks:
        """The marks of the findings alone; a tag changes none of them."""
        of = self._findings(self.show, self.filter)
        if not self.session.verdicts:
            return self._marked.undecided(of)
        return self._marked.decided(of, self.session, self._decided_on)

    def undecided_marks(self, show: Show, chosen: Filter | None = None) -> Marks:
        """The marks of the findings as if the reader had decided on none.

        Of those that a filter lets through; None for the reader's own.
        """
        return self._marked.undecided(self._findings(show, chosen or self.filter))

    def _findings(self, show: Show, chosen: Filter) -> Findings:
        shown = self.seen_through(chosen)
        return Findings(self.story, self.arranged, shown, show, self.signs)

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
        """The tag on the claim under the cursor, as a whole."""
        first = next(iter(self.tags_here), None)
        return first[1] if first and first[0] == self.claim else None

    @property
    def tags_here(self) -> Sequence[tuple[Span, Tag]]:
        """All tags on words of the claim: its own first, then in the order of the text."""
        if not self.session.tags or self.cursor is None or self.claim is None:
            return ()
        return self.tagged.on(self.cursor.article, self.claim)

    @property
    def asked_here(self) -> list[tuple[Tag, Whereabouts]]:
        """The tags on this claim that ask, because their article was edited."""
        if self.cursor is None or self.claim is None:
            return []
        return self.tagged.asked_on(self.cursor.article, self.claim)

    def findings(self) -> Sequence[Contradiction | Fact | Only]:
        """What is marked on the claim: the contradiction in hand first.

        All that is drawn at a key asks for it.
        """
        key = (self.story, self.analysis, self.marks, self.cursor, self.current)
        return self._here.get(key, self._findings_here)

    def _findings_here(self) -> Sequence[Contradiction | Fact | Only]:
        if self.cursor is None or self.claim is None:
            return ()
        ids = {m.id for m in self.marks.within(self.cursor.article, self.claim)}
        named = [
            self.analysis.by_id[id]
            for id in sorted(ids, key=_by_number)
            if id in self.analysis.by_id
        ]
        found: list[Contradiction | Fact | Only] = [f for f in named if f.id == self.current]
        found += [c for c in named if isinstance(c, Contradiction) and c.id != self.current]
        found += [f for f in named if isinstance(f, Fact)]
        only = sorted((id for id in ids if id.startswith("o")), key=_by_number)
        found += [self.analysis.only[_by_number(id)[1] - 1] for id in only]
        return found

    def contradiction(self, id: str) -> Contradiction | None:
        found = self.analysis.by_id.get(id)
        return found if isinstance(found, Contradiction) else None

    def key_of(self, finding: Contradiction | Fact | Only) -> str:
        return (
            finding_key(finding, self.story)
            if isinstance(finding, Only)
            else self.names.of(finding)
        )

    @property
    def names(self) -> FindingNames:
        """Under which names decisions on what was found are kept."""
        names = self._names
        if names is None or names.story is not self.story or names.analysis is not self.compared:
            names = self._names = FindingNames(self.story, self.compared)
        return names

    @property
    def decided(self) -> Mapping[str, Verdict]:
        """The reader's word on the contradictions that show, by id, in their order."""
        key = (self.story, self.analysis, self.session.decisions)
        if not same_values(self._decided[0], key):
            verdicts, shown = self.session.verdicts, self.analysis.by_id
            found = {
                finding.id: verdicts[self.key_of(finding)]
                for finding in sorted(self._decided_on(), key=lambda f: _by_number(f.id))
                if isinstance(finding, Contradiction) and finding.id in shown
            }
            self._decided = (key, found)
        return self._decided[1]

    def _decided_on(self) -> list[Contradiction | Fact]:
        """All that the reader confirmed or rejected, whether it shows or not."""
        verdicts = self.session.verdicts
        return self.names.called(verdicts) if verdicts else []

    def undecided(self) -> int:
        """Contradictions that show, neither confirmed nor rejected."""
        return len(self.analysis.contradictions) - len(self.decided)

    def counts(self) -> tuple[int, ...]:
        """What the list of stories tells of this one, as far as it is known."""
        if not self.analysed:
            return self.session.place.counts

        def count() -> tuple[int, int]:
            found = self.compared.told(self.thresholds.least)
            decided = {finding.id for finding in self._decided_on()}
            return len(found), sum(c.id not in decided for c in found)

        key = (self.story, self.compared, self.thresholds, self.session.decisions)
        return len(self.arranged.rows), *self._told.get(key, count), self.seen.count


_EMPTY = Session("", "")


def _by_number(id: str) -> tuple[str, int]:
    """`x10` behind `x9`; tags have no numbers of their own."""
    return id[:1], int(id[1:]) if id[1:].isdigit() else 0
