"""All tags of the session: filter by words, go there, change the note."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tui import keys
from tui.config import Config
from tui.model.clean import visible
from tui.model.tag import Status, Tag
from tui.page.bars import cut, footer_lines
from tui.page.lines import Fragment
from tui.page.search import folded
from tui.page.wrap import fit
from tui.session import edits
from tui.session.edits import Edit
from tui.view.bindings import bindings
from tui.view.screens.windows import NoteWindow, Written
from tui.view.state import Cursor, Reading, now
from tui.view.widgets.find_bar import FindBar
from tui.view.widgets.lines_view import LinesView

if TYPE_CHECKING:
    from tui.view.app import RashomonApp


class TagsScreen(Screen[None]):
    PLACE = keys.TAGS
    BINDINGS = [*bindings(keys.TAGS)]  # noqa: RUF012
    AUTO_FOCUS = "#tags"

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__()
        self.reading, self.config = reading, config
        self.keymap = keys.keymap(config.keymap)
        self.words = ""

    @property
    def rashomon(self) -> RashomonApp:
        return cast("RashomonApp", self.app)

    def compose(self) -> ComposeResult:
        yield LinesView("top", id="top")
        yield OptionList(id="tags")
        yield LinesView("foot", id="foot")

    def on_mount(self) -> None:
        self.fill()

    def on_resize(self) -> None:
        self.call_after_refresh(self.fill)

    def session_saved(self) -> None:
        self.fill()

    # -- the list --------------------------------------------------------------

    def listed(self) -> list[Tag]:
        """The tags that hold every word of the filter, in the order of the files."""
        wanted = folded(self.words)[0].split()
        return [
            tag
            for tag in self.reading.session.tags
            if all(word in folded(self._told(tag))[0] for word in wanted)
        ]

    def _told(self, tag: Tag) -> str:
        parts = (self._article(tag), *tag.labels, tag.status.value, tag.anchor.quote, tag.note)
        return " ".join((*parts, tag.anchor.file))

    def _article(self, tag: Tag) -> str:
        """The article's letter; `gone` when its words are not found for certain."""
        place = self.reading.places.get(tag.id)
        return place.article if place else "gone"

    def fill(self) -> None:
        """Draw the list again, the same tag highlighted."""
        options = self.query_one("#tags", OptionList)
        at = options.highlighted or 0
        listed = self.listed()
        options.clear_options()
        options.add_options([Option(self._line(tag), id=tag.id) for tag in listed])
        if listed:
            options.highlighted = min(at, len(listed) - 1)
        total = len(self.reading.session.tags)
        words = f" Tags: {len(listed)} of {total}" if self.words else f" Tags: {total}"
        if not total:
            words = " No tags yet: a digit tags the claim under the cursor"
        top = self.query_one("#top", LinesView)
        top.lines = (cut((Fragment(words, "top-title"),), self.size.width, "top"),)
        commands = [
            (keys.shown(self.keymap[c.id][0]), "go there" if c.id == "open" else c.short, c.id)
            for c in keys.COMMANDS
            if keys.TAGS in c.places and (c.footer or c.id in ("open", "remove-tag"))
        ]
        foot = self.query_one("#foot", LinesView)
        foot.styles.height = 1
        foot.lines = footer_lines(
            (), commands, self.size.width, 2, frozenset(), {}, self.reading.signs
        )[1:]

    def _line(self, tag: Tag) -> Content:
        labels = ", ".join(tag.labels) or "note only"
        quote = " ".join(tag.anchor.quote.split())
        status = "" if tag.status is Status.UNCHECKED else f"  [{tag.status.value}]"
        sure = f"  {tag.confidence.value} confidence" if tag.confidence else ""
        parts: list[str | tuple[str, str]] = [
            (f"{self._article(tag):<5} ", "bold $primary"),
            (f"{visible(labels):<18} ", "bold"),
            visible(fit(quote, max(self.size.width - 28 - len(status + sure), 20))),
            (status + sure, "bold"),
        ]
        if tag.conflict:
            parts.append(
                ("  two writers differ: " + ", ".join(map(visible, tag.conflict)), "bold $error")
            )
        if tag.note:
            note = visible(" ".join(tag.note.split()))
            parts.append((f"\n{'':25}{note}", "italic $mark-dim"))
        return Content.assemble(*parts)

    def _chosen(self) -> Tag | None:
        options = self.query_one("#tags", OptionList)
        if options.highlighted is None:
            self.rashomon.tell("There is no tag here")
            return None
        id = options.get_option_at_index(options.highlighted).id
        return next((t for t in self.reading.session.tags if t.id == id), None)

    # -- commands --------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        if (tag := self._chosen()) is None:
            return
        place = self.reading.places.get(tag.id)
        if place is None:
            self.rashomon.tell(f"The words are no longer in {tag.anchor.file}; the tag is kept")
            return
        self.reading.cursor = Cursor(place.article, place.span.start)
        self.reading.hidden = tuple(i for i in self.reading.hidden if i != place.article)
        self.app.pop_screen()

    def action_edit_note(self) -> None:
        if (tag := self._chosen()) is None:
            return
        id = tag.id

        def written(note: Written | None) -> None:
            if note is not None and note != Written.of(tag):
                self._change(
                    edits.set_note(
                        self.reading.session, id, note.text, note.status, note.confidence, now()
                    )
                )

        self.app.push_screen(NoteWindow(tag.anchor.quote, Written.of(tag)), written)

    def action_remove_tag(self) -> None:
        if tag := self._chosen():
            self._change(edits.remove_tag(self.reading.session, tag.id, now()))

    def _change(self, edit: Edit) -> None:
        desk = self.reading.desk
        if desk.read_only:
            self.rashomon.tell(desk.read_only, "error")
            return
        desk.apply(edit)
        self.rashomon.tell(edit.words)
        self.rashomon.save()
        self.fill()

    def action_undo(self) -> None:
        self._turn(self.reading.desk.undo(), "Undone")

    def action_redo(self) -> None:
        self._turn(self.reading.desk.redo(), "Done again")

    def _turn(self, edit: Edit | None, word: str) -> None:
        if edit is None:
            self.rashomon.tell("There is nothing more to take back or do again")
            return
        self.rashomon.tell(f"{word}: {edit.words}")
        self.rashomon.save()
        self.fill()

    async def action_search(self) -> None:
        if not self.query("#find"):
            await self.mount(FindBar(self.words, "words, label, article or status"), before="#foot")
        self.query_one("#query", Input).focus()

    @on(Input.Changed, "#query")
    def _typed(self, event: Input.Changed) -> None:
        self.words = event.value
        self.fill()

    @on(Input.Submitted, "#query")
    def _entered(self) -> None:
        self.query_one("#tags").focus()

    def action_cancel(self) -> None:
        if self.words or self.query("#find"):
            self.words = ""
            self.query("#find").remove()
            self.query_one("#tags").focus()
            self.fill()
        else:
            self.app.pop_screen()

    async def action_quit(self) -> None:
        self.app.pop_screen()

    def action_help(self) -> None:
        from tui.view.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.PLACE, self.keymap))

    def action_palette(self) -> None:
        self.app.action_command_palette()

    def action_cycle_theme(self) -> None:
        self.rashomon.next_theme()
