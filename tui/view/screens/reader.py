"""The reading screen: columns, spine, ruler, conflict bar; text first, findings after."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from tui import keys
from tui.config import Config
from tui.errors import RashomonError
from tui.model.article import Story
from tui.model.finding import Contradiction, Fact
from tui.model.tag import Verdict
from tui.page.aligned import AlignedSheet, Layout
from tui.page.bars import (
    Status,
    conflict_box,
    conflict_line,
    fact_box,
    message_box,
    text_line,
    top_line,
)
from tui.page.columns import RULER, Shape, choose, shape
from tui.page.heads import span_of_dates
from tui.page.jumps import parties
from tui.page.marks import chip, tag_marks
from tui.page.overview import Glance, ruler_lines, spine_lines, weights
from tui.page.rows import AlignedRows, Rows, StandInRows
from tui.page.sheet import Spot, sideways
from tui.view.bindings import bindings
from tui.view.screens.choices import ChoiceScreen
from tui.view.state import Cursor, Reading
from tui.view.widgets.lines_view import LinesView
from tui.view.widgets.sheet_view import FirstDrawn, Scrolled, SheetView

STOPPED = "not compared"


class ReaderScreen(ChoiceScreen):
    PLACE = keys.READER
    BINDINGS = [*bindings(keys.READER)]  # noqa: RUF012

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__(reading, config)
        self.rows: Rows = StandInRows(reading.story)
        self.shown: tuple[str, ...] = ()
        self.progress: str = ""
        self._weights: tuple[object, dict[int, dict[str, str]]] = ((), {})
        self._touched = False
        self._sides: tuple[object, ...] = ()
        self._stage = ("Comparing the articles", 0, 1)

    def compose(self) -> ComposeResult:
        yield LinesView("top", id="top")
        with Horizontal(id="middle"):
            yield LinesView("spine", id="spine")
            yield SheetView(id="sheet")
            yield LinesView("top", id="ruler")
        yield LinesView("box", id="bar")
        yield LinesView("foot", id="foot")
        yield self.small()

    def on_mount(self) -> None:
        self._resume()  # Textual goes on to the handler of TextScreen, which draws

    def _resume(self) -> None:
        place = self.reading.session.place
        if place.file:
            self.reading.resume(place)
            self._touched = True

    @on(FirstDrawn)
    def _begin(self) -> None:
        """What may wait until the text is on screen: the session, the comparison."""
        desk = self.reading.desk
        if not self._touched and desk.session.place.file:
            self._resume()
            self.rebuild()
        for problem in desk.problems:
            self.rashomon.tell(str(problem), "warning")
        if desk.read_only:
            self.rashomon.tell(desk.read_only, "error")
        self.compare_articles()
        self.rashomon.settle()

    # -- the analysis ----------------------------------------------------------

    def compare_articles(self) -> None:
        """Start the comparison in a process of its own; the text stays usable."""
        self.progress = "comparing…"
        self.draw_around()
        self.run_worker(self._compare(self.reading.story), group="analysis", exclusive=True)

    async def _compare(self, story: Story) -> None:
        from tui.worker import analyse_elsewhere

        def progress(what: str, done: int, total: int) -> None:
            self.progress = f"comparing {done}/{total}…"
            self._stage = (what, done, total)
            self.draw_top()
            self._draw_bar()

        try:
            whole, analysis = await analyse_elsewhere(
                story, self.config.settings.analysis, progress
            )
        except RashomonError as error:
            self.progress = STOPPED
            self.rashomon.tell(str(error), "error")
            self.draw_around()
            return
        if story is not self.reading.story:
            return  # the articles were read again meanwhile
        self.progress = ""
        self.reading.story, self.reading.analysis = whole, analysis
        self.reading.analysed = True
        self.rows = AlignedRows(analysis.rows)
        self.rebuild()
        if not self._touched and analysis.contradictions:
            self.walk("conflict", 1)

    def action_cancel(self) -> None:
        if self._finding:
            self.close_search()
        elif self.progress and self.progress != STOPPED:
            self.workers.cancel_group(self, "analysis")
            self.progress = STOPPED
            self.rashomon.tell("Comparing was stopped; F5 starts it again")
            self.draw_around()
        elif self.reading.hits:
            self.find("")

    def action_reload(self) -> None:
        try:
            story = self.rashomon.read_again()
        except RashomonError as error:
            self.rashomon.tell(str(error), "error")
            return
        self.reading.story = story
        self.reading.analysed = False
        self.reading.analysis = type(self.reading.analysis)()
        self.rows = StandInRows(story)
        cursor = self.reading.cursor
        if cursor and cursor.article not in story.by_id:
            self.reading.cursor = None
        self.rebuild()
        self.compare_articles()

    # -- the page --------------------------------------------------------------

    def at(self, article: str, offset: int) -> int | None:
        return self.rows.at(article, offset)

    @property
    def division(self) -> Shape:
        stack = self.reading.layout == "stack"
        found = shape(self.area.width, self.config.settings.screen, self.reading.spine)
        return Shape(found.spine, 1) if stack else found

    def make_sheet(self) -> AlignedSheet:
        reading = self.reading
        division = self.division
        order = reading.order
        self.query_one("#spine").styles.width = division.spine or 0
        self.query_one("#spine").display = division.spine > 0
        count = min(division.columns, len(order)) or 1
        self.shown = choose(order, count, reading.first, self._wanted(), self.shown)
        screen = self.config.settings.screen
        layout = Layout(
            width=self.area.width - division.spine - RULER,
            columns=self.shown,
            order=order,
            base=reading.first,
            fold=screen.fold_lines if self.folded else 0,
            signs=reading.signs,
            dates=reading.dates,
        )
        sheet = AlignedSheet(reading.story, reading.analysis, self.rows, reading.marks, layout)
        old = self.view.sheet
        if isinstance(old, AlignedSheet) and old.rows is self.rows:
            sheet.open_rows = old.open_rows
            sheet.guest = old.guest
        return sheet

    def _wanted(self) -> list[str]:
        """The articles that must be on screen, most urgent first."""
        cursor, found = self.reading.cursor, self.contradiction()
        wanted = [cursor.article] if cursor else []
        if found and cursor:
            block = self.at(cursor.article, cursor.offset)
            wanted += parties(found, self.at, -1 if block is None else block, cursor.article)
        return wanted

    def opened(self) -> None:
        sheet, spot = self.view.sheet, self.spot
        if not isinstance(sheet, AlignedSheet) or spot is None:
            return
        sheet.open_rows.add(spot.block)
        self.reading.seen.add(spot.block)
        found = self.contradiction()
        sheet.guest = (spot.block, found) if found else None

    def go(self, spot: Spot | None, jump: bool = False) -> None:
        if spot is None:
            return
        self._touched = True
        self._set(spot)
        if not set(self._wanted()[: len(self.shown)]) <= set(self.shown):
            y = None if jump else self.view.line_of(spot)
            self.view.sheet = self.make_sheet()
            self.opened()
            self.view.show(self.view.sheet, self.emphasis(), y)
        super().go(spot, jump)

    def _side(self, step: int) -> None:
        if self.spot and self.view.sheet:
            found = sideways(self.view.sheet, self.spot, self.reading.order, step)
            words = "No article further on tells this row" if step > 0 else "No article before it"
            self._step(found, words)

    def action_next_article(self) -> None:
        self._side(1)

    def action_previous_article(self) -> None:
        self._side(-1)

    # -- around the page -------------------------------------------------------

    def glance(self) -> Glance:
        reading, spot = self.reading, self.spot
        key = (reading.found, self.rows)
        if self._weights[0] != key:
            self._weights = (key, weights(self.rows, reading.found))
        tag = reading.tag
        tags = [
            (mark.id, mark.chip, article, mark.span.of(reading.story.by_id[article].text))
            for article, mark in tag_marks(reading.session, reading.places, reading.signs)
        ]
        return Glance(
            self.rows,
            self._weights[1],
            reading.order,
            reading.analysis.contradictions if reading.show != "none" else (),
            {c.id: chip(c, verdict, reading.signs) for c, verdict in self._verdicts()},
            tags,
            reading.current,
            spot.block if spot else 0,
            tag.id if tag else "",
        )

    def _verdicts(self) -> list[tuple[Contradiction, Verdict]]:
        """The contradictions that the reader decided on."""
        verdicts = self.reading.session.verdicts
        listed = self.reading.analysis.contradictions if verdicts else ()
        keyed = ((c, self.reading.key_of(c)) for c in listed)
        return [(c, verdicts[key]) for c, key in keyed if key in verdicts]

    def draw_around(self) -> None:
        if self.view.sheet is None or self.has_class("-small"):
            return
        self.draw_top()
        self._draw_sides()
        self._draw_bar()

    @on(Scrolled)
    def _draw_sides(self) -> None:
        """Spine and ruler; a step within a row changes neither."""
        glance, seen = self.glance(), self.view.blocks_on_screen
        height, width = self.view.size.height or self.view.expected, self.division.spine
        key = (*glance.key, seen, height, width)
        if key != self._sides:
            self._sides = key
            signs = self.reading.signs
            self.query_one("#spine", LinesView).lines = spine_lines(glance, width, height, signs)
            self.query_one("#ruler", LinesView).lines = ruler_lines(glance, seen, height, signs)

    def draw_top(self) -> None:
        reading, spot = self.reading, self.spot
        analysis = reading.analysis
        conflicts = sum(c.severity == "conflict" for c in analysis.contradictions)
        if reading.read_only:
            state, alarm = "read only", True
        elif self.progress:
            state, alarm = self.progress, self.progress == STOPPED
        elif not reading.saved:
            state, alarm = ("saving…", False) if self.rashomon.saving else ("NOT SAVED", True)
        else:
            state, alarm = "saved" if reading.session.tags else "", False
        articles = len(reading.story.articles)
        detail = f"{articles} articles" if articles != 1 else "1 article"
        days = span_of_dates(reading.story)
        status = Status(
            reading.story.title,
            f"{detail} · {days}" if days else detail,
            len(analysis.facts),
            conflicts,
            len(analysis.contradictions) - conflicts,
            sum(1 for t in reading.session.tags if t.labels or t.note),
            f"row {spot.block + 1}/{len(self.rows)}" if spot and self.rows.aligned else "",
            state,
            alarm,
            reading.analysed or bool(reading.session.tags),
        )
        top = self.query_one("#top", LinesView)
        top.lines = (top_line(status, self.area.width, reading.signs),)

    @property
    def bar_lines(self) -> int:
        height = self.area.height
        return 0 if height < 16 else 1 if height < 30 else 6

    @property
    def lines_around(self) -> int:
        return super().lines_around + self.bar_lines

    def _draw_bar(self) -> None:
        bar = self.query_one("#bar", LinesView)
        rows, width = self.bar_lines, self.area.width
        bar.styles.height = rows
        bar.display = rows > 0
        if not rows:
            return
        found, facts = self.contradiction(), self._facts()
        signs = self.reading.signs
        if self.reading.show == "none" or not (found or facts):
            title, texts = self._words()
            line = text_line(f"{title}: {texts[0]}" if title else texts[0], width)
            bar.lines = (line,) if rows == 1 else message_box(title, texts, width, rows, signs)
        elif found is None:
            self._draw_fact(facts[0], bar, rows)
        else:
            self._draw_conflict(found, bar, rows)

    def _facts(self) -> list[Fact]:
        return [f for f in self.reading.findings() if isinstance(f, Fact)]

    def _draw_fact(self, fact: Fact, bar: LinesView, rows: int) -> None:
        width, signs = self.area.width, self.reading.signs
        if rows == 1:
            who = " ".join(dict.fromkeys(m.article for m in fact.mentions))
            bar.lines = (text_line(f"{signs.shared} shared by {who}: {fact.text}", width),)
        else:
            keys = self._hints("next-fact", "who-else", "why", "confirm", "reject")
            bar.lines = fact_box(fact, self.reading.story, width, rows, signs, keys)

    def _draw_conflict(self, found: Contradiction, bar: LinesView, rows: int) -> None:
        width, signs = self.area.width, self.reading.signs
        listed = self.reading.analysis.contradictions
        position = listed.index(found) + 1
        if rows == 1:
            bar.lines = (conflict_line(found, position, len(listed), width, signs),)
            return
        keys = self._hints("previous-conflict", "next-conflict", "why", "confirm", "reject", "open")
        verdict = self.reading.session.verdicts.get(self.reading.key_of(found))
        bar.lines = conflict_box(
            found, position, len(listed), self.reading.story, width, rows, signs, keys, verdict
        )

    def _hints(self, *ids: str) -> str:
        words: dict[str, str] = {}
        for id in ids:
            short = keys.BY_ID[id].short
            words[short] = words.get(short, "") + keys.shown(self.keymap[id][0])
        return " · ".join(f"{key} {short}" for short, key in words.items())

    def _words(self) -> tuple[str, list[str]]:
        """What to say when no contradiction is in hand."""
        reading = self.reading
        if not reading.analysed:
            if self.progress == STOPPED:
                return "Not compared", ["F5 compares the articles. Reading and tagging work."]
            what, done, total = self._stage
            bar = "━" * (30 * done // total) + "─" * (30 - 30 * done // total)
            return what, [f"{bar} {done}/{total} · Esc stops it, the text is ready to read and tag"]
        if reading.show == "none":
            return "", ["Marks are hidden: you read blind. f shows them again."]
        analysis = reading.analysis
        if not analysis.contradictions:
            return "", [f"No contradictions found · {len(analysis.facts)} shared facts."]
        walk, tag, why = (
            keys.shown(self.keymap[i][0]) for i in ("next-conflict", "label-1", "why")
        )
        left = f"{len(reading.seen)} of {len(self.rows)} rows seen, {reading.undecided()} undecided"
        return left, [f"{walk} walks the disagreements · {tag} tags a claim · {why} all keys"]

    # -- leaving ---------------------------------------------------------------

    def action_quit_place(self) -> None:
        """Leave the program; what is not on disk yet is written first."""
        self.reading.desk.move(self.reading.place())
        try:
            self.reading.desk.leave()
        except RashomonError as error:
            self.rashomon.tell(f"Not saved: {error}. Press q again to leave all the same.",
                               "error")  # fmt: skip
            if not self._warned:
                self._warned = True
                return
        self.app.exit(0)

    _warned = False

    def came_back(self) -> None:
        cursor = self.reading.cursor
        if cursor and cursor.article in self.reading.hidden:
            self.reading.hidden = tuple(i for i in self.reading.hidden if i != cursor.article)
        self.reading.cursor = Cursor(cursor.article, cursor.offset) if cursor else None
