"""Going from finding to finding, tag to tag, and hit to hit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from tui.model.span import Span
from tui.page.jumps import Stop, following, stops
from tui.page.marks import Show
from tui.page.search import hits_in
from tui.page.sheet import spot_at
from tui.view.bindings import Commands
from tui.view.parts.filters import Filters
from tui.view.parts.foresight import Landing
from tui.view.parts.hand import Hand
from tui.view.parts.host import Host
from tui.view.parts.page import Page
from tui.view.parts.subject import Subject
from tui.view.story.lately import same_values
from tui.view.story.open_story import Cursor

NAMES = {
    "conflict": "contradiction",
    "fact": "shared fact",
    "only": "claim told only here",
    "tag": "tag",
    "hit": "hit",
}
DRAWN = {
    "conflict": (Show.ALL, Show.CONFLICTS),
    "fact": (Show.ALL, Show.SHARED),
    "only": (Show.ALL,),
}
"""For each kind of finding, the choices of marks that show it."""


class Ground(Protocol):
    """What a walk moves over: the blocks of a page."""

    def articles(self) -> tuple[str, ...]:
        """Articles in the order in which a walk visits them within a block."""

    def at(self, article: str, offset: int) -> int | None:
        """The block that shows an offset."""

    @property
    def blocks(self) -> object:
        """What `at` looks in; while it stays the same object, so do the answers."""

    def near_hit(self, here: Stop | None, step: int) -> Stop | None:
        """The next hit if it can be found nearby without listing all; else None."""

    def uncover(self, block: int) -> None:
        """Make sure that the claims of a block can be shown."""

    def foresee(self, again: Callable[[], Landing | None]) -> None:
        """A walk was taken; `again` tells where the same one leads from here."""


class SheetGround:
    """The ground of a page that shows one sheet, whole."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def articles(self) -> tuple[str, ...]:
        return self._page.shows.articles()

    def at(self, article: str, offset: int) -> int | None:
        return self._page.sheet.block_of(article, offset) if self._page.sheet else None

    @property
    def blocks(self) -> object:
        return self._page.sheet

    def near_hit(self, here: Stop | None, step: int) -> Stop | None:
        return None

    def uncover(self, block: int) -> None:
        """Nothing is covered."""

    def foresee(self, again: Callable[[], Landing | None]) -> None:
        """All is laid out already."""


def hit_stop(block: int, column: int, article: str, hit: Span) -> Stop:
    return Stop(block, column, hit.start, article, f"{article}:{hit.start}")


class Walks:
    """Jumps to the next finding, tag or hit, and remembers where each jump began."""

    def __init__(
        self,
        host: Host,
        page: Page,
        hand: Hand,
        filters: Filters,
        ground: Ground,
        subject: Subject,
    ) -> None:
        self._host, self._page, self._hand = host, page, hand
        self._filters, self._ground, self._subject = filters, ground, subject
        self.begins: list[Callable[[], None]] = []
        """What is called before a walk."""
        self._known: dict[str, tuple[tuple[object, ...], Sequence[str], Sequence[Stop]]] = {}
        """By kind: what the stops were found in, the order of the columns, the stops."""
        kinds = ("conflict", "fact", "only", "tag")
        self.commands: Commands = {
            **{f"next-{kind}": partial(self.walk, kind, 1) for kind in kinds},
            **{f"previous-{kind}": partial(self.walk, kind, -1) for kind in kinds},
            "repeat-jump": self._repeat,
        }

    def walk(self, kind: str, step: int) -> None:
        """To the next (1) or previous (-1) stop of a kind, round at the ends."""
        for begin in self.begins:
            begin()
        self._walk(kind, step)
        self._ground.foresee(lambda: self._landing(kind, step))

    def _walk(self, kind: str, step: int) -> None:
        if kind in DRAWN and self._filters.says_hidden(*DRAWN[kind]):
            return
        self._host.reading.last_jump = (kind, step)
        found = self.next_stop(kind, step)
        if found is None:
            self._host.tell(f"There is no {NAMES[kind]}")
            return
        stop, round_again = found
        if round_again:
            again = f"From the {'top' if step > 0 else 'end'} again"
            alone = len(self.stops(kind)) == 1
            self._host.tell(f"This is the only {NAMES[kind]}" if alone else again)
        self.jump(stop)

    def _repeat(self) -> None:
        if self._host.reading.last_jump:
            self.walk(*self._host.reading.last_jump)
        else:
            self._host.tell("No jump to repeat yet")

    def jump(self, stop: Stop) -> None:
        """Go to a stop, remembering where the jump began."""
        reading = self._host.reading
        if reading.cursor:
            reading.trail.append(reading.cursor)
        self._hand.stop = stop
        reading.cursor = Cursor(stop.article, stop.offset)
        if stop.id in reading.analysis.by_id and stop.id.startswith("x"):
            reading.current = stop.id
        self._ground.uncover(stop.block)
        if self._page.sheet:
            self._page.go(spot_at(self._page.sheet, stop.article, stop.offset), jump=True)

    # -- where to --------------------------------------------------------------

    def _landing(self, kind: str, step: int) -> Landing | None:
        """Where a walk would lead on the page; None if nowhere."""
        found, sheet = self.next_stop(kind, step), self._page.sheet
        if found is None or sheet is None:
            return None
        stop, _ = found
        spot = spot_at(sheet, stop.article, stop.offset)
        return (spot, stop.id if kind == "conflict" else "") if spot else None

    def next_stop(self, kind: str, step: int) -> tuple[Stop, bool] | None:
        """Where a walk leads from the cursor, and whether round an end; None for nowhere."""
        if kind == "hit" and (near := self._ground.near_hit(self.here(kind), step)):
            return near, False
        listed = self.stops(kind)
        return following(listed, self._passed(kind, listed, step) or self.here(kind), step)

    def _passed(self, kind: str, listed: Sequence[Stop], step: int) -> Stop | None:
        """The stop of the claim the cursor is on, or None: a step leads to another claim.

        Contradictions and hits are passed one by one, and tags that were jumped to.
        """
        cursor, claim = self._host.reading.cursor, self._host.reading.claim
        if kind in ("conflict", "hit") or cursor is None or claim is None:
            return None
        here = [
            stop
            for stop in listed
            if stop.article == cursor.article and claim.start <= stop.offset < claim.end
        ]
        if kind == "tag":
            return None if self._hand.stop in here else next(iter(here), None)
        return here[-1 if step > 0 else 0] if here else None

    def here(self, kind: str) -> Stop | None:
        """Where the cursor is among the stops of a kind; None where it is not on the page."""
        reading = self._host.reading
        cursor, articles = reading.cursor, self._ground.articles()
        if cursor is None or cursor.article not in articles:
            return None
        block = self._ground.at(cursor.article, cursor.offset)
        # A finding may begin inside the sentence on which the cursor sits.
        stop, article = self._hand.stop, reading.article
        if stop and article and stop.article == article.id and kind != "conflict":
            landed = article.claim_at(stop.offset)
            if landed == reading.claim:
                return stop
        column = articles.index(cursor.article)
        if kind == "hit" and (hit := self.hit_of_claim):
            return hit_stop(block or 0, column, cursor.article, hit)
        id = reading.current if kind == "conflict" else ""
        return Stop(block or 0, column, cursor.offset, cursor.article, id)

    @property
    def hit_of_claim(self) -> Span | None:
        """The first hit of the claim under the cursor, which is in hand until another is."""
        reading = self._host.reading
        if not reading.hits or reading.cursor is None or reading.claim is None:
            return None
        return next(iter(hits_in(reading.hits, reading.cursor.article, reading.claim)), None)

    def stops(self, kind: str) -> Sequence[Stop]:
        """The stops of a kind; walking on asks again and again for the same thousands."""
        reading = self._host.reading
        of = reading.hits if kind == "hit" else reading.analysis
        tags = (reading.places, reading.tagged.asking) if kind == "tag" else ()
        key = (self._ground.blocks, of, reading.story, *tags)
        known = self._known.get(kind)
        articles = self._ground.articles()
        if known is None or known[1] != articles or not same_values(known[0], key):
            known = self._known[kind] = (key, articles, self._find(kind))
        return known[2]

    def prepare(self) -> None:
        """Find the stops of the findings before a key asks for them."""
        for kind in DRAWN:
            self._host.call_after_refresh(self.stops, kind)

    def _find(self, kind: str) -> Sequence[Stop]:
        reading, ground = self._host.reading, self._ground
        if kind == "hit":
            listed = []
            for column, article in enumerate(ground.articles()):
                for span in reading.hits.get(article, ()):
                    block = ground.at(article, span.start)
                    if block is not None:
                        listed.append(hit_stop(block, column, article, span))
            return sorted(listed)
        places = {**reading.places, **reading.tagged.asking}
        found = stops(kind, reading.analysis, places, ground.at, ground.articles())
        return [stop for stop in found if not self._subject.passed_by(kind, stop)]
