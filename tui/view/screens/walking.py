"""Walking from finding to finding and from hit to hit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on
from textual.widgets import Input

from tui import keys
from tui.config import Config
from tui.errors import RashomonError
from tui.model.finding import Mention
from tui.model.span import Span
from tui.page.jumps import Stop, following, stops
from tui.page.marks import Show
from tui.page.search import LEAST, Hits, before, counted, hits_in, prepare, search
from tui.page.sheet import spot_at
from tui.page.wrap import quoted
from tui.view.lately import same_values
from tui.view.screens.page_screen import PageScreen
from tui.view.state import Cursor, Reading, now
from tui.view.widgets.emphasis import Emphasis

if TYPE_CHECKING:
    from tui.view.widgets.find_bar import Count

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
"""With which choices of marks the findings of a kind are drawn."""
AT_ONCE = 1_000_000
"""Characters in which hits are counted between two keys: a millisecond."""
TIGHT = 100
"""Cells of a screen below which the top line has no room for many words."""
MOST_SEARCHES = 50
"""Searches that the up arrow goes back to."""


def hit_stop(block: int, column: int, article: str, hit: Span) -> Stop:
    return Stop(block, column, hit.start, article, f"{article}:{hit.start}")


class WalkScreen(PageScreen, part=True):
    """Jumps and search over the sheet of a screen."""

    def at(self, article: str, offset: int) -> int | None:
        """The block that shows an offset."""
        return self.page.view.sheet.block_of(article, offset) if self.page.view.sheet else None

    @property
    def _finding(self) -> bool:
        """Whether the line in which a search is typed is open."""
        return bool(self.query("#find"))

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__(reading, config)
        self.page.lights.append(self._lit_hit)
        self._walks: dict[str, tuple[tuple[object, ...], Sequence[str], Sequence[Stop]]] = {}
        """By kind: what the stops were found in, the order of the columns, the stops."""

    # -- jumping ---------------------------------------------------------------

    def walk(self, kind: str, step: int) -> None:
        """To the next (1) or previous (-1) stop of a kind, round at the ends."""
        reading = self.reading
        if kind in DRAWN and self.filters.says_hidden(*DRAWN[kind]):
            return
        reading.last_jump = (kind, step)
        found = self.next_stop(kind, step)
        if found is None:
            self.rashomon.tell(f"There is no {NAMES[kind]}")
            return
        stop, round_again = found
        if round_again:
            again = f"From the {'top' if step > 0 else 'end'} again"
            alone = len(self._stops(kind)) == 1
            self.rashomon.tell(f"This is the only {NAMES[kind]}" if alone else again)
        self.jump(stop)

    def next_stop(self, kind: str, step: int) -> tuple[Stop, bool] | None:
        """Where a walk leads from the cursor, and whether round an end; None for nowhere."""
        if kind == "hit" and (near := self.near_hit(self._here(kind), step)):
            return near, False
        listed = self._stops(kind)
        return following(listed, self._passed(kind, listed, step) or self._here(kind), step)

    def near_hit(self, here: Stop | None, step: int) -> Stop | None:
        """The next hit where it is known to be near without listing all; None where it is not."""
        return None

    def _passed(self, kind: str, listed: Sequence[Stop], step: int) -> Stop | None:
        """The stop of the claim the cursor is on, or None: a step leads to another claim.

        Contradictions and hits are passed one by one, and tags that were jumped to.
        """
        cursor, claim = self.reading.cursor, self.reading.claim
        if kind in ("conflict", "hit") or cursor is None or claim is None:
            return None
        here = [
            stop
            for stop in listed
            if stop.article == cursor.article and claim.start <= stop.offset < claim.end
        ]
        if kind == "tag":
            return None if self.hand.stop in here else next(iter(here), None)
        return here[-1 if step > 0 else 0] if here else None

    @property
    def blocks(self) -> object:
        """What `at` looks in: while it is the same, so are the answers."""
        return self.page.view.sheet

    def _stops(self, kind: str) -> Sequence[Stop]:
        """The stops of a kind; walking on asks again and again for the same thousands."""
        reading = self.reading
        of = reading.hits if kind == "hit" else reading.analysis
        tags = (reading.places, reading.tagged.asking) if kind == "tag" else ()
        key = (self.blocks, of, reading.story, *tags)
        known = self._walks.get(kind)
        if known is None or known[1] != self.articles() or not same_values(known[0], key):
            known = self._walks[kind] = (key, self.articles(), self._find_stops(kind))
        return known[2]

    def prepare_walks(self) -> None:
        """Find the stops of the findings before a key asks for them."""
        for kind in DRAWN:
            self.call_after_refresh(self._stops, kind)

    def _find_stops(self, kind: str) -> Sequence[Stop]:
        reading = self.reading
        if kind == "hit":
            listed = []
            for column, article in enumerate(self.articles()):
                for span in reading.hits.get(article, ()):
                    block = self.at(article, span.start)
                    if block is not None:
                        listed.append(hit_stop(block, column, article, span))
            return sorted(listed)
        places = {**reading.places, **reading.tagged.asking}
        return stops(kind, reading.analysis, places, self.at, self.articles())

    def _here(self, kind: str) -> Stop | None:
        cursor = self.reading.cursor
        if cursor is None or cursor.article not in self.articles():
            return None
        block = self.at(cursor.article, cursor.offset)
        # A finding may begin inside the sentence on which the cursor sits.
        stop, article = self.hand.stop, self.reading.article
        if stop and article and stop.article == article.id and kind != "conflict":
            landed = article.claim_at(stop.offset)
            if landed == self.reading.claim:
                return stop
        id = self.reading.current if kind == "conflict" else ""
        column = self.articles().index(cursor.article)
        return Stop(block or 0, column, cursor.offset, cursor.article, id)

    def jump(self, stop: Stop) -> None:
        """Go to a stop, remembering where the jump began."""
        reading = self.reading
        if reading.cursor:
            reading.trail.append(reading.cursor)
        self.hand.stop = stop
        reading.cursor = Cursor(stop.article, stop.offset)
        if stop.id in reading.analysis.by_id and stop.id.startswith("x"):
            reading.current = stop.id
        self.uncover(stop.block)
        if self.page.view.sheet:
            self.page.go(spot_at(self.page.view.sheet, stop.article, stop.offset), jump=True)

    def uncover(self, block: int) -> None:
        """Make sure that the claims of a block can be shown."""

    def action_next_conflict(self) -> None:
        self.walk("conflict", 1)

    def action_previous_conflict(self) -> None:
        self.walk("conflict", -1)

    def action_next_fact(self) -> None:
        self.walk("fact", 1)

    def action_previous_fact(self) -> None:
        self.walk("fact", -1)

    def action_next_only(self) -> None:
        self.walk("only", 1)

    def action_previous_only(self) -> None:
        self.walk("only", -1)

    def action_next_tag(self) -> None:
        self.walk("tag", 1)

    def action_previous_tag(self) -> None:
        self.walk("tag", -1)

    def action_repeat_jump(self) -> None:
        if self.reading.last_jump:
            self.walk(*self.reading.last_jump)
        else:
            self.rashomon.tell("No jump to repeat yet")

    # -- searching -------------------------------------------------------------

    async def action_search(self) -> None:
        if not self._finding:
            from tui.view.widgets.find_bar import FindBar

            reading = self.reading
            await self.mount(
                FindBar(reading.query, self.find, earlier=reading.searches), before="#foot"
            )
        self.query_one("#query", Input).focus()
        self.call_after_refresh(self._fold)  # else the line to type in would wait for it

    def _fold(self) -> None:
        fold = partial(prepare, self.reading.story)
        # With words of its own: Textual would print the whole story to describe the worker.
        self.run_worker(fold, group="prepare", description="folds the texts", thread=True)

    @on(Input.Submitted, "#query")
    def _entered(self) -> None:
        reading = self.reading
        words = reading.query.strip()
        if words:
            earlier = (w for w in reading.searches if w != words)
            reading.searches = [*earlier, words][-MOST_SEARCHES:]
        self.close_search()
        if reading.hits:
            self.walk("hit", 1)
        elif words:
            self.rashomon.tell(self._found_words(self._search()))

    def find(self, words: str) -> None:
        """Mark where `words` stand and say how often, by article."""
        self.reading.query = words
        said = self._found_words(self._search())
        self._tell_found(said)
        self.rebuild()

    def _count_on(self, hits: Hits) -> None:
        """Count once the lines that show are painted, a slice between two keys; then say it."""
        if hits is not self.reading.hits:
            return  # another letter was typed
        if not counted(hits, AT_ONCE):
            self.call_after_refresh(self._count_on, hits)
            return
        self._tell_found(self._found_words(""))
        self.draw_around()

    def _tell_found(self, words: str) -> None:
        """Say in the line of the search, if it is open, what was found."""
        for count in self.query("#count"):
            cast("Count", count).tell(words)

    def _search(self) -> str:
        """Search the story as it is now; what is wrong with what was asked, or nothing."""
        reading = self.reading
        try:
            reading.hits = search(reading.story, reading.query)
        except RashomonError as error:
            reading.hits = {}
            return str(error)
        if not counted(reading.hits, AT_ONCE):
            self.call_after_refresh(self._count_on, reading.hits)
        return ""

    def _found_words(self, problem: str) -> str:
        """`A 3  B 0  C 1`, or why there is nothing; `…` while they are counted."""
        reading = self.reading
        words, hits = reading.query.strip(), reading.hits
        if problem or not words:
            return problem
        if not hits:
            short = len(words.strip('"/')) < LEAST
            return f"at least {LEAST} letters" if short else f"no hits for {words}"
        if not counted(hits):
            return "…"
        readable = {a.id for a in reading.story.readable}
        ids = [id for id in reading.order if id in readable]
        if sum(len(id) + 5 for id in ids) > self.area.width // 2:
            ids = [id for id in ids if id in hits]
        if sum(len(id) + 5 for id in ids) > self.area.width // 2:
            return f"{sum(map(len, hits.values()))} in {len(ids)}"
        return "  ".join(f"{id} {len(hits.get(id, ()))}" for id in ids)

    @property
    def hit(self) -> Mention | None:
        """The hit that was walked to, else the first of the claim under the cursor."""
        hits, cursor, claim = self.reading.hits, self.reading.cursor, self.reading.claim
        if not hits or cursor is None or claim is None:
            return None
        found = hits_in(hits, cursor.article, claim)
        at = (
            self.hand.stop.offset
            if self.hand.stop and self.hand.stop.article == cursor.article
            else -1
        )
        here = next((s for s in found if s.start == at), next(iter(found), None))
        return Mention(cursor.article, here) if here else None

    def _lit_hit(self, plain: Emphasis) -> Emphasis:
        return plain._replace(hit=self.hit)

    def searched(self) -> str:
        """`“ferry” 2/4 in C, 21 in all`: the search, the hit in hand, and how many there are."""
        hits = self.reading.hits
        if not hits:
            return ""
        words = quoted(self.reading.query.strip())
        every = f"{sum(map(len, hits.values()))}" if counted(hits) else "…"
        if (hit := self.hit) is None:
            return f"{words} {every}"
        here = f"{before(hits, hit.article, hit.span) + 1}/{len(hits[hit.article])}"
        if self.area.width < TIGHT:  # the words are the reader's own, and may be cut
            return f"{hit.article} {here} {words}"
        every = f", {every} in all" if len(hits) > 1 else ""
        return f"{words} {here} in {hit.article}{every}"

    def action_label_hits(self) -> None:
        """The last label on every claim with a hit, once the reader has seen how many."""
        from tui.session import edits

        reading = self.reading
        label, hits = reading.last_label, reading.hits
        if not hits:
            self.rashomon.tell(f"There are no hits to tag; {self.shown_key('search')} searches")
            return
        if not label:
            self.rashomon.tell("No label was used yet; press its digit on one claim first")
            return
        claims = [
            (article, claim)
            for article in reading.story.readable
            for claim in dict.fromkeys(article.claim_at(s.start) for s in hits.get(article.id, ()))
            if claim is not None
        ]
        asked = (reading.query, label, len(claims))
        if self._asked != asked:
            self._asked = asked
            each = Counter(article.id for article, _ in claims)
            shares = ", ".join(f"{id} {count}" for id, count in each.items())
            key = keys.shown(self.keymap["label-hits"][0])
            some = "claim" if len(claims) == 1 else "claims"
            self.rashomon.tell(f"{key} again puts ‘{label}’ on {len(claims)} {some}: {shares}")
            return
        self._asked = ()
        self.edits.change(lambda s: edits.label_many(s, claims, label, now()), tell=True)

    _asked: tuple[object, ...] = ()
    """What `label-hits` asked about, until it is done."""

    def close_search(self) -> None:
        self.query("#find").remove()
        self.page.view.focus()
        self.rashomon.closed()

    def action_next_hit(self) -> None:
        self._hit(1)

    def action_previous_hit(self) -> None:
        self._hit(-1)

    def _hit(self, step: int) -> None:
        if self.reading.hits:
            self.walk("hit", step)
        else:
            self.rashomon.tell(f"Nothing to find yet; {self.shown_key('search')} searches")
