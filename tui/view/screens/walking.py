"""Walking from finding to finding and from hit to hit."""

from __future__ import annotations

from textual import on
from textual.widgets import Input, Label

from tui import keys
from tui.page.jumps import Stop, following, stops
from tui.page.search import search
from tui.page.sheet import spot_at
from tui.view.screens.filtering import FilterScreen
from tui.view.state import Cursor
from tui.view.widgets.find_bar import FindBar

NAMES = {
    "conflict": "contradiction",
    "fact": "shared fact",
    "only": "claim told only here",
    "tag": "tag",
    "hit": "hit",
}


class WalkScreen(FilterScreen):
    """Jumps and search over the sheet of a screen."""

    def at(self, article: str, offset: int) -> int | None:
        """The block that shows an offset."""
        return self.view.sheet.block_of(article, offset) if self.view.sheet else None

    @property
    def _finding(self) -> bool:
        """Whether the line in which a search is typed is open."""
        return bool(self.query("#find"))

    # -- jumping ---------------------------------------------------------------

    def walk(self, kind: str, step: int) -> None:
        """To the next (1) or previous (-1) stop of a kind, round at the ends."""
        reading = self.reading
        if not reading.analysed and kind in ("conflict", "fact", "only"):
            self.rashomon.tell("Nothing to walk yet: the articles are not compared (F5 compares)")
            return
        if reading.blind and kind in ("conflict", "fact", "only"):
            key = keys.shown(self.keymap["blind"][0])
            self.rashomon.tell(f"You read blind; {key} shows the findings again")
            return
        listed = self._stops(kind)
        found = following(listed, self._here(kind), step)
        reading.last_jump = (kind, step)
        if found is None:
            self.rashomon.tell(f"There is no {NAMES[kind]}")
            return
        stop, round_again = found
        if round_again and len(listed) > 1:
            self.rashomon.tell(f"From the {'top' if step > 0 else 'end'} again")
        self.jump(stop)

    def _stops(self, kind: str) -> list[Stop]:
        reading = self.reading
        if kind == "hit":
            listed = []
            for column, article in enumerate(self.articles()):
                for span in reading.hits.get(article, ()):
                    block = self.at(article, span.start)
                    if block is not None:
                        id = f"{article}:{span.start}"
                        listed.append(Stop(block, column, span.start, article, id))
            return sorted(listed)
        places = {**reading.places, **reading.asking}
        return stops(kind, reading.analysis, places, self.at, self.articles())

    def _here(self, kind: str) -> Stop | None:
        cursor = self.reading.cursor
        if cursor is None or cursor.article not in self.articles():
            return None
        block = self.at(cursor.article, cursor.offset)
        # A finding may begin inside the sentence on which the cursor sits.
        stop, article = self.stop, self.reading.article
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
        self.stop = stop
        reading.cursor = Cursor(stop.article, stop.offset)
        if stop.id in reading.analysis.by_id and stop.id.startswith("x"):
            reading.current = stop.id
        self.uncover(stop.block)
        if self.view.sheet:
            self.go(spot_at(self.view.sheet, stop.article, stop.offset), jump=True)

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
            await self.mount(FindBar(self.reading.query), before="#foot")
        self.query_one("#query", Input).focus()

    @on(Input.Changed, "#query")
    def _typed(self, event: Input.Changed) -> None:
        self.find(event.value)

    @on(Input.Submitted, "#query")
    def _entered(self) -> None:
        self.close_search()
        if self.reading.hits:
            self.walk("hit", 1)

    def find(self, words: str) -> None:
        """Mark where `words` stand and say how often, by article."""
        self.reading.query = words
        self.reading.hits = search(self.reading.story, words)
        hits = self.reading.hits
        shown = "  ".join(f"{a} {len(spans)}" for a, spans in hits.items())
        count = shown or ("no hits" if words.strip() else "")
        for label in self.query("#count").results(Label):
            label.update(count)
        self.rebuild()

    def close_search(self) -> None:
        self.query("#find").remove()
        self.view.focus()

    def action_next_hit(self) -> None:
        self._hit(1)

    def action_previous_hit(self) -> None:
        self._hit(-1)

    def _hit(self, step: int) -> None:
        if self.reading.hits:
            self.walk("hit", step)
        else:
            self.rashomon.tell("Nothing to find yet; / searches")
