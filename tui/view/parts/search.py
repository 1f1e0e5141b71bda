"""Searching: the line to type in, the hits and how many there are, walking and tagging them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Protocol

from tui.errors import RashomonError
from tui.model.finding import Mention
from tui.page.search import LEAST, Hits, before, counted, hits_in, prepare, search
from tui.page.wrap import quoted, width_of
from tui.view.bindings import Commands
from tui.view.parts.edits import Edits
from tui.view.parts.find_line import FindLine
from tui.view.parts.hand import Hand
from tui.view.parts.host import Host
from tui.view.parts.page import Page
from tui.view.parts.walks import Walks
from tui.workspace import now

AT_ONCE = 1_000_000
"""Characters in which hits are counted between two keys: a millisecond."""
TIGHT = 100
"""Cells of a screen below which the top line has no room for many words."""
MOST_SEARCHES = 50
"""Searches that the up arrow goes back to."""


class SearchHost(Host, Protocol):
    """A screen whose text is searched."""

    def in_thread(self, work: Callable[[], object], group: str, words: str) -> None:
        """Do `work`, called `words`, in a thread."""

    def field_closed(self) -> None:
        """A field was closed; deliver the keys that were typed for what is below it."""


class Search:
    """Marks where the words of a search stand, and says how often, by article."""

    def __init__(
        self, host: SearchHost, line: FindLine, page: Page, hand: Hand, walks: Walks, edits: Edits
    ) -> None:
        self._host, self.line, self._page = host, line, page
        self._hand, self._walks, self._edits = hand, walks, edits
        self._asked: tuple[object, ...] = ()
        """What `label-hits` asked about, until it is done."""
        page.lights.append(lambda lit: lit._replace(hit=self.hit))
        self.commands: Commands = {
            "search": self._open,
            "next-hit": lambda: self._walk(1),
            "previous-hit": lambda: self._walk(-1),
            "label-hits": self._label_hits,
        }

    # -- the line to type in ---------------------------------------------------

    async def _open(self) -> None:
        reading = self._host.reading
        await self.line.open(reading.query, self.find, earlier=reading.searches)
        # Later, else the line to type in would wait for it.
        self._host.call_after_refresh(self._fold)

    def _fold(self) -> None:
        fold = partial(prepare, self._host.reading.story)
        # With words of its own: Textual would print the whole story to describe the worker.
        self._host.in_thread(fold, "prepare", "folds the texts")

    def entered(self) -> None:
        """What was typed is meant: keep it, and go to the first hit unless it is in hand."""
        reading = self._host.reading
        words = reading.query.strip()
        if words:
            earlier = (w for w in reading.searches if w != words)
            reading.searches = [*earlier, words][-MOST_SEARCHES:]
        self.close()
        if self.hit is not None:
            reading.last_jump = ("hit", 1)
        elif reading.hits:
            self._walks.walk("hit", 1)
        elif words:
            self._host.tell(self._found(self.again()))

    def close(self) -> None:
        self.line.close()
        self._page.view.focus()
        self._host.field_closed()

    # -- the hits --------------------------------------------------------------

    def find(self, words: str) -> None:
        """Mark where `words` stand and say how often, by article."""
        self._host.reading.query = words
        self.line.tell(self._found(self.again()))
        self._page.light_again()

    def again(self) -> str:
        """Search the story as it is now; what is wrong with what was asked, or nothing."""
        reading = self._host.reading
        try:
            reading.hits = search(reading.story, reading.query)
        except RashomonError as error:
            reading.hits = {}
            return str(error)
        if not counted(reading.hits, AT_ONCE):
            self._host.call_after_refresh(self._count_on, reading.hits)
        return ""

    def _count_on(self, hits: Hits) -> None:
        """Count once the lines that show are painted, a slice between two keys; then say it."""
        if hits is not self._host.reading.hits:
            return  # another letter was typed
        if not counted(hits, AT_ONCE):
            self._host.call_after_refresh(self._count_on, hits)
            return
        self.line.tell(self._found(""))
        self._host.draw_around()

    def _found(self, problem: str) -> str:
        """`A 3  B 0  C 1`, or why there is nothing; `…` while they are counted."""
        reading, room = self._host.reading, self._host.area.width // 2
        words, hits = reading.query.strip(), reading.hits
        if problem or not words:
            return problem
        if not hits:
            if len(words.strip('"/')) < LEAST:
                return f"at least {LEAST} letters"
            told = f"no hits for {words}"
            return told if width_of(told) < room else "no hits"  # the words need the room
        if not counted(hits):
            return "…"
        readable = {a.id for a in reading.story.readable}
        ids = [id for id in reading.order if id in readable]
        if sum(len(id) + 5 for id in ids) > room:
            ids = [id for id in ids if id in hits]
        if sum(len(id) + 5 for id in ids) > room:
            return f"{sum(map(len, hits.values()))} in {len(ids)}"
        return "  ".join(f"{id} {len(hits.get(id, ()))}" for id in ids)

    @property
    def hit(self) -> Mention | None:
        """The hit that was walked to, else the first of the claim under the cursor."""
        reading = self._host.reading
        cursor, claim, first = reading.cursor, reading.claim, self._walks.hit_of_claim
        if cursor is None or claim is None or first is None:
            return None
        stop = self._hand.stop
        at = stop.offset if stop and stop.article == cursor.article else -1
        found = hits_in(reading.hits, cursor.article, claim)
        return Mention(cursor.article, next((s for s in found if s.start == at), first))

    @property
    def words(self) -> str:
        """`“ferry” 2/4 in C, 21 in all`: the search, the hit in hand, and how many there are."""
        hits = self._host.reading.hits
        if not hits:
            return ""
        words = quoted(self._host.reading.query.strip())
        every = f"{sum(map(len, hits.values()))}" if counted(hits) else "…"
        if (hit := self.hit) is None:
            return f"{words} {every}"
        here = f"{before(hits, hit.article, hit.span) + 1}/{len(hits[hit.article])}"
        if self._host.area.width < TIGHT:  # the words are the reader's own, and may be cut
            return f"{hit.article} {here} {words}"
        every = f", {every} in all" if len(hits) > 1 else ""
        return f"{words} {here} in {hit.article}{every}"

    def _walk(self, step: int) -> None:
        if self._host.reading.hits:
            self._walks.walk("hit", step)
        else:
            key = self._host.shown_key("search")
            self._host.tell(f"No search yet; {key} searches")

    def _label_hits(self) -> None:
        """The last label on every claim with a hit, once the reader has seen how many."""
        from tui.session import edits

        host, reading = self._host, self._host.reading
        label, hits = reading.last_label, reading.hits
        if not hits:
            host.tell(f"There are no hits to tag; {host.shown_key('search')} searches")
            return
        if not label:
            host.tell("No label was used yet; press its digit on one claim first")
            return
        claims = [
            (article, claim)
            for article in reading.story.readable
            for claim in dict.fromkeys(article.claim_at(s.start) for s in hits.get(article.id, ()))
            if claim is not None
        ]
        try:
            claims = list(edits.lacking(reading.session, claims, label))
        except RashomonError as error:
            host.tell(str(error))
            return
        asked = (reading.query, label, len(claims))
        if self._asked != asked:
            self._asked = asked
            each = Counter(article.id for article, _ in claims)
            shares = ", ".join(f"{id} {count}" for id, count in each.items())
            key = host.shown_key("label-hits")
            some = "claim" if len(claims) == 1 else "claims"
            host.tell(f"{key} again puts ‘{label}’ on {len(claims)} {some}: {shares}")
            return
        self._asked = ()
        self._edits.change(lambda s: edits.label_many(s, claims, label, now()), tell=True)
