"""All tags of the session: filter and sort them, go there, change the note."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tui import keys
from tui.config import Config
from tui.model.finding import Mention
from tui.model.tag import Session, Tag
from tui.page.asks import Kind
from tui.page.lines import Fragment, cut
from tui.page.tag_list import (
    TagFilter,
    article_of,
    head_lines,
    label_counts,
    listed,
    next_article,
    next_label,
    next_order,
    next_status,
)
from tui.session import edits
from tui.session.edits import Edit
from tui.view.parts.edits import apply_edit, turns
from tui.view.parts.find_line import FindLine
from tui.view.screens.place_screen import PlaceScreen
from tui.view.screens.tag_options import ask_line, head, tag_line
from tui.view.screens.windows import NoteWindow
from tui.view.story.open_story import Cursor, OpenStory
from tui.view.widgets.lines_view import LinesView
from tui.view.widgets.tag_list import TagList
from tui.workspace import now


class TagsScreen(PlaceScreen):
    PLACE = keys.TAGS
    AUTO_FOCUS = "#tags"

    def __init__(self, reading: OpenStory, config: Config) -> None:
        super().__init__(config)
        self.reading, self.signs = reading, reading.signs
        self.filter = TagFilter()
        self._drawn: Session | None = None
        """The session whose tags are listed."""
        self.line = FindLine(self)
        self.tags = TagList(self.edge, id="tags")
        self.add_commands(
            {
                "next-claim": self.tags.action_cursor_down,
                "previous-claim": self.tags.action_cursor_up,
                "page-down": self.tags.action_page_down,
                "page-up": self.tags.action_page_up,
                "first-row": self.tags.action_first,
                "last-row": self.tags.action_last,
                "filter-label": lambda: self._choose(next_label(reading.session, self.filter)),
                "filter-article": lambda: self._choose(
                    next_article(reading.session, reading.places, self.filter)
                ),
                "filter-status": lambda: self._choose(next_status(reading.session, self.filter)),
                "order": lambda: self._choose(next_order(self.filter)),
                "search": self._search,
                "open": self.open,
                "decide": self._decide,
                "edit-note": self._edit_note,
                "tagset": self._tagset,
                "remove-tag": self._remove_tag,
                **turns(self),
                "export": self._export,
                "cancel": self.cancel,
            }
        )

    def compose(self) -> ComposeResult:
        yield LinesView("top", id="top")
        yield self.tags
        yield LinesView("foot", id="foot")

    def on_mount(self) -> None:
        self.fill()

    def on_resize(self) -> None:
        self.call_after_refresh(self.fill)

    def session_saved(self) -> None:
        if self.reading.session is not self._drawn:
            self.fill()

    # -- the list --------------------------------------------------------------

    def fill(self) -> None:
        """Draw the list again and keep the same tag highlighted, if it is still listed."""
        options = self.tags
        at, top = options.highlighted or 0, options.scroll_offset.y
        self._drawn = self.reading.session
        was = options.get_option_at_index(at).id if options.option_count else None
        found = listed(self.reading.session, self.reading.places, self.filter)
        options.clear_options()
        lines = self._grouped(found)
        options.add_options(lines)
        tags = [n for n, line in enumerate(lines) if line.id]
        if tags:
            same = [n for n in tags if lines[n].id == was]
            options.scroll_to(y=top, animate=False, immediate=True)  # else the list would jump
            options.highlighted = same[0] if same else next((n for n in tags if n >= at), tags[-1])
        self._draw_head(len(found))
        self.draw_footer()

    def _grouped(self, found: Sequence[Tag]) -> list[Option]:
        """Tags that need a decision first, those without a place last, each under a heading."""
        asks = {ask.tag.id: ask for ask in self.reading.tagged.asks}
        gone = [t for t in found if t.id in asks and asks[t.id].kind is Kind.GONE]
        asked = [t for t in found if t.id in asks and t not in gone]
        rest = [t for t in found if t.id not in asks]
        lines: list[Option] = []
        if asked:
            key = self.shown_keys["decide"]
            lines.append(
                head(f"Asked: {len(asked)} to decide; {key} or Enter shows before and after")
            )
            lines += [Option(ask_line(asks[tag.id], self.room), id=tag.id) for tag in asked]
        if rest and len(rest) < len(found):
            lines.append(head(f"In the articles: {len(rest)}", gap=bool(lines)))
        lines += map(self._line, rest)
        if gone:
            words = f"Not in the articles any more: {len(gone)}; Enter shows them whole"
            lines.append(head(words, gap=bool(lines)))
            lines += map(self._line, gone)
        return lines

    def _draw_head(self, shown: int) -> None:
        top = self.query_one("#top", LinesView)
        session, width = self.reading.session, self.area.width
        rows = 2 if session.tags and self.area.height >= 12 else 1
        top.styles.height = rows
        if not session.tags:
            words = " No tags yet: in the text, a digit tags the claim under the cursor"
            top.lines = (cut((Fragment(words, "top-title"),), width, "top"),)
        else:
            top.lines = head_lines(session, shown, self.filter, self.shown_keys, width)[:rows]

    def _line(self, tag: Tag) -> Option:
        return Option(tag_line(tag, article_of(tag, self.reading.places), self.room), id=tag.id)

    @property
    def room(self) -> int:
        """Cells for a line of the list, beside its scrollbar."""
        return self.area.width - 1

    def edge(self, step: int) -> None:
        """Say why the list goes no further, or that there is none."""
        if not self.reading.session.tags:
            words = "There are no tags yet: a digit tags the claim under the cursor"
        elif not self.tags.option_count:
            words = f"No tag fits all of this; {self.shown_keys['cancel']} shows all again"
        else:
            words = f"This is the {'last' if step > 0 else 'first'} tag"
        self.tell(words)

    def _chosen(self) -> Tag | None:
        options = self.tags
        if options.highlighted is None:
            self.edge(0)
            return None
        id = options.get_option_at_index(options.highlighted).id
        return next((t for t in self.reading.session.tags if t.id == id), None)

    # -- commands --------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def open(self) -> None:
        if (tag := self._chosen()) is None:
            return
        place = self.reading.places.get(tag.id)
        if place is None or any(ask.tag.id == tag.id for ask in self.reading.tagged.asks):
            self._decide()
        else:
            self._go(place)

    def _go(self, place: Mention) -> None:
        self.reading.cursor = Cursor(place.article, place.span.start)
        self.reading.chosen.unhide(place.article)
        self.app.pop_screen()

    def _decide(self) -> None:
        """Ask about the tag in hand, or begin with the first that asks."""
        from tui.view.screens.asks import AskWindow

        asks = self.reading.tagged.asks
        options = self.tags
        at = options.highlighted
        id = (options.get_option_at_index(at).id or "") if at is not None else ""
        if not any(ask.tag.id == id or ask.kind is not Kind.GONE for ask in asks):
            self.tell("No open questions: no tagged sentence has changed")
            return

        def chosen(place: Mention | None) -> None:
            if place:
                self._go(place)
            else:
                self.fill()

        self.app.push_screen(AskWindow(self.reading, self.config, id), chosen)

    def _edit_note(self) -> None:
        if (tag := self._chosen()) is None:
            return
        self.app.push_screen(NoteWindow(tag.id, tag.anchor.quote, tag, self._change))

    def _tagset(self) -> None:
        from tui.view.screens.tagset import TagsetWindow

        self.app.push_screen(TagsetWindow(self.reading, self.config), lambda _: self.fill())

    def _remove_tag(self) -> None:
        if tag := self._chosen():
            self._change(lambda s: edits.remove_tag(s, tag.id, now()))

    def _change(self, make: Callable[[Session], Edit]) -> None:
        if apply_edit(self.rashomon, self.reading, make, tell=True):
            self.fill()

    # -- filters ---------------------------------------------------------------

    def narrow(self, wanted: TagFilter) -> None:
        """Show what fits this filter; says so where nothing does."""
        self.filter = wanted
        self.fill()
        if wanted.narrows and not self.tags.option_count:
            self.edge(0)

    def _choose(self, wanted: TagFilter) -> None:
        if self.reading.session.tags:
            self.narrow(wanted)
        else:
            self.edge(0)

    def clicked(self, kind: str, name: str) -> None:
        if kind == "label" and name in dict(label_counts(self.reading.session)):
            self.narrow(self.filter._replace(label="" if name == self.filter.label else name))

    async def _search(self) -> None:
        await self.line.open(self.filter.words, self._typed, "words, label, article or status")

    def _typed(self, words: str) -> None:
        self.filter = self.filter._replace(words=words)
        self.fill()

    @on(Input.Submitted, "#query")
    def _entered(self) -> None:
        self.tags.focus()

    # -- leaving ---------------------------------------------------------------

    def _export(self) -> None:
        from tui.view.screens.export import ExportWindow

        self.app.push_screen(ExportWindow(self.reading, self.config))

    def cancel(self) -> None:
        """Take the filter away first, then leave."""
        if self.filter.narrows or self.line.is_open:
            self.line.close()
            self.tags.focus()
            self.rashomon.closed()
            self.filter = TagFilter(order=self.filter.order)
            self.fill()
        else:
            self.app.pop_screen()
