"""What the reader chooses to see: columns, spine, folds, other screens."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui import keys
from tui.model.alignment import Row
from tui.model.finding import Fact
from tui.page.aligned import AlignedSheet
from tui.page.columns import overlay
from tui.page.jumps import Stop, telling_too
from tui.page.marks import Show
from tui.page.rows import claims_of
from tui.page.sheet import spot_at
from tui.view.screens.pinning import PinScreen
from tui.view.state import Cursor, Reading

if TYPE_CHECKING:
    from tui.view.screens.compare import CompareScreen

LAYOUTS = ("level", "flow", "stack")


class ChoiceScreen(PinScreen, part=True):
    """The commands of the reading screen that change what is shown."""

    # -- going elsewhere -------------------------------------------------------

    def action_back(self) -> None:
        trail, here = self.reading.trail, self.reading.cursor
        while trail and trail[-1] == here:
            trail.pop()  # the jump led to where it began
        if not trail:
            self.rashomon.tell("No jump to go back from")
        elif self.page.view.sheet:
            cursor = trail.pop()
            if (block := self.at(cursor.article, cursor.offset)) is not None:
                self.uncover(block)
            self.page.go(spot_at(self.page.view.sheet, cursor.article, cursor.offset), jump=True)

    _round: tuple[object, Sequence[Stop]] = (None, ())
    """The analysis, and where `who-else` leads round: the claim it began on comes first."""

    def action_who_else(self) -> None:
        """The next article that tells what this claim shares, then the rows that tell it too."""
        if self.filters.says_hidden(Show.ALL, Show.SHARED) or self.page.placed() is None:
            return
        analysis, listed = self._round
        at = self.hand.stop
        begun = analysis is self.reading.analysis and at in listed and self._is_on(at)
        if not begun or at is None:
            listed = self._who_else()
            at = listed[0]
            self._round = (self.reading.analysis, listed)
        if len(listed) < 2:
            self.rashomon.tell("No other article was found to tell this")
            return
        self.jump(listed[(listed.index(at) + 1) % len(listed)])

    def _is_on(self, stop: Stop | None) -> bool:
        """Whether the cursor's claim is that of a stop."""
        cursor, claim = self.reading.cursor, self.reading.claim
        if stop is None or cursor is None or claim is None:
            return False
        return stop.article == cursor.article and claim.start <= stop.offset < claim.end

    def _who_else(self) -> list[Stop]:
        """The cursor's claim, who tells a fact of it, the rows that tell its paragraph again."""
        cursor = self.reading.cursor
        assert cursor is not None
        block = self.at(cursor.article, cursor.offset)
        here = Stop(block or 0, 0, cursor.offset, cursor.article, "")
        facts = [f for f in self.reading.findings() if isinstance(f, Fact)]
        found = telling_too(here, facts, self.at, self.articles())
        rows = (self._stop_in(number - 1) for number in self._told_again(cursor))
        return [*found, *(stop for stop in rows if stop)]

    def _stop_in(self, block: int) -> Stop | None:
        """The first claim of a row; None where only hidden articles tell it."""
        cells, reading = self.rows[block].cells, self.reading
        for article in self.articles():
            for claim in claims_of(reading.story, article, cells.get(article, ())):
                return Stop(block, 0, claim.start, article, "")
        return None

    def _told_again(self, cursor: Cursor) -> Sequence[int]:
        """Numbers of the other rows that tell what the cursor's paragraph tells."""
        from tui.page.elsewhere import told_again

        reading, article = self.reading, self.reading.article
        paragraph = article.paragraph_at(cursor.offset) if article else None
        if paragraph is None:
            return ()
        rows = told_again(reading.story, reading.analysis)
        return rows.get((cursor.article, paragraph.number), ())

    # -- what shows ------------------------------------------------------------

    spine_over = False
    """Whether the spine lies over the columns, on a screen without room beside them."""

    def action_spine(self) -> None:
        width, settings = self.area.width, self.config.settings.screen
        if width < settings.narrow:
            key = self.shown_key("matrix")
            words = f"The story spine needs {settings.narrow} columns; {key} lists the findings"
            self.rashomon.tell(words)
        elif overlay(width, settings):
            if self.reading.analysed:
                self.lay_spine_over(not self.spine_over)
            else:
                self.rashomon.tell(self.filters.not_compared)
        else:
            self.reading.spine = not self.query_one("#spine").display
            self.rebuild()

    def lay_spine_over(self, shown: bool) -> None:
        """Put the spine over the columns, or away; they stay as they are."""
        raise NotImplementedError

    def action_fold(self) -> None:
        self.reading.folded = not self.reading.folded
        self.rebuild()

    def action_fold_agreeing(self) -> None:
        reading = self.reading
        reading.agreeing_folded = not reading.agreeing_folded
        if isinstance(self.page.view.sheet, AlignedSheet):
            self.page.view.sheet.open_rows.clear()
        self.rebuild()
        key = keys.shown(self.keymap["fold-agreeing"][0])
        if not reading.agreeing_folded:
            return
        if count := self.folded_rows():
            rows = "row in which all agree is" if count == 1 else "rows in which all agree are"
            self.rashomon.tell(f"{count} {rows} folded; {key} unfolds")
        else:
            self.rashomon.tell("There is no row in which all agree and the cursor is not")

    def folded_rows(self) -> int:
        """How many rows are drawn as one line."""
        return 0

    def action_layout(self) -> None:
        reading = self.reading
        at = LAYOUTS.index(reading.layout) + 1 if reading.layout in LAYOUTS else 0
        reading.layout = LAYOUTS[at % len(LAYOUTS)]
        self.rebuild()

    def action_move_article_left(self) -> None:
        self._move_article(-1)

    def action_move_article_right(self) -> None:
        self._move_article(1)

    def _move_article(self, step: int) -> None:
        """The cursor's column changes places with its neighbour; the base stays first."""
        reading = self.reading
        if reading.cursor is None:
            self.rashomon.tell(self.no_claim())
            return
        moved, order = reading.cursor.article, reading.order
        at = order.index(moved)
        base = int(reading.first in order)
        if at < base:
            key = keys.shown(self.keymap["make-base"][0])
            self.rashomon.tell(f"The base stays at the left; {key} makes another article the base")
        elif not base <= at + step < len(order):
            self.rashomon.tell(f"{moved} is the {'last' if step > 0 else 'first'} of these columns")
        else:
            other = order[at + step]
            every = [*order, *(a.id for a in reading.story.articles if a.id not in order)]
            swap = {moved: other, other: moved}
            reading.columns = tuple(swap.get(id, id) for id in every)
            self.rebuild()

    def action_hide_article(self) -> None:
        reading = self.reading
        if reading.cursor is None or len(reading.order) < 2:
            self.rashomon.tell("One article must stay")
            return
        gone = reading.cursor.article
        spot = self.page.spot
        reading.hidden = (*reading.hidden, gone)
        reading.cursor = None
        sheet = self.page.view.sheet
        if spot is not None and sheet is not None:
            blocks = sorted(range(len(sheet)), key=lambda block: abs(block - spot.block))
            told = (
                (article, claims[article][0])
                for block in blocks
                for claims in (sheet.claims(block),)
                for article in reading.order
                if claims.get(article)
            )
            if found := next(told, None):
                reading.cursor = Cursor(found[0], found[1].start)
        key = self.shown_key("show-articles")
        self.rashomon.tell(f"{gone} is hidden; {key} shows all articles again")
        self.rebuild()

    def action_show_articles(self) -> None:
        if not self.reading.hidden:
            self.rashomon.tell("No article is hidden")
        self.reading.hidden = ()
        self.rebuild()

    def action_make_base(self) -> None:
        cursor = self.reading.cursor
        if cursor is None:
            self.rashomon.tell(self.no_claim())
            return
        if self.reading.first == cursor.article:
            self.rashomon.tell(f"{cursor.article} is the base already")
        self.reading.base = cursor.article
        self.rebuild()

    # -- clicks ----------------------------------------------------------------

    def clicked(self, kind: str, name: str) -> None:
        if kind == "row":
            self._to_row(int(name))
        elif kind == "finding":
            for stop in self._stops("conflict"):
                if stop.id == name:
                    self.jump(stop)
        elif kind == "tag":
            for stop in self._stops("tag"):
                if stop.id == name:
                    self.jump(stop)
        elif kind == "article":
            self._to_article(name)

    def _to_row(self, number: int) -> None:
        sheet = self.page.view.sheet
        if sheet is None or not 0 < number <= len(sheet):
            return
        self.uncover(number - 1)
        claims = sheet.claims(number - 1)
        for article in self.articles():
            if claims.get(article):
                offset = claims[article][0].start
                self.jump(Stop(number - 1, 0, offset, article, ""))
                return
        self.rashomon.tell(f"Only hidden articles tell row {number}")

    def _to_article(self, article: str) -> None:
        spot, sheet = self.page.spot, self.page.view.sheet
        if not spot or not sheet:
            return
        if article in self.reading.hidden:
            self.reading.hidden = tuple(id for id in self.reading.hidden if id != article)
            self.rebuild()
            sheet = self.page.view.sheet or sheet
        if problem := self.reading.story.by_id[article].problem:
            self.rashomon.tell(problem)
        elif claims := sheet.claims(spot.block).get(article):
            self.jump(Stop(spot.block, 0, claims[0].start, article, ""))
        else:
            self.rashomon.tell(f"{article} does not tell this row")

    # -- other screens ---------------------------------------------------------

    def action_open(self) -> None:
        if placed := self.page.placed():
            self.app.push_screen(self.comparing(placed[1].block))

    def comparing(self, block: int) -> CompareScreen:
        """The screen that compares the sources of a row."""
        from tui.view.screens.compare import CompareScreen

        return CompareScreen(self.reading, self.config, self.rows, block)

    def action_stories(self) -> None:
        from tui.view.screens.stories import StoriesScreen

        story = self.reading.story
        if isinstance(self.app.screen_stack[0], StoriesScreen):
            self.leave()
        elif not story.root:
            self.rashomon.tell("These files were named one by one; no folder of stories is around")
        else:
            folder = Path(story.root).resolve()
            screen = StoriesScreen(
                self.config, folder.parent, self.rashomon.choice, self.reading.signs, folder
            )
            self.app.push_screen(screen)

    def action_matrix(self) -> None:
        from tui.view.screens.matrix import MatrixScreen

        if self.reading.analysed:
            self.app.push_screen(MatrixScreen(self.reading, self.config, self.rows))
        else:
            self.rashomon.tell("The articles are not compared yet; the matrix needs that")

    def action_copy_row(self) -> None:
        if placed := self.page.placed():
            row = self.rows[placed[1].block]
            self.copies.copy(row_as_markdown(self.reading, row), "the row")


def row_as_markdown(reading: Reading, row: Row) -> str:
    """A row for pasting: its title, then each source's words under its name."""
    parts = [f"## {row.number}. {row.title}".rstrip()]
    for id in reading.order:
        if id in row.cells:
            article = reading.story.by_id[id]
            text = " ".join(p.span.of(article.text) for p in row.cells[id])
            parts.append(f"**{id} · {article.outlet or article.file}** {text}")
    return "\n\n".join(parts) + "\n"
