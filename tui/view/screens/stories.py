"""The stories of a folder: what each is about, how far the reader got; Enter reads one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input
from textual.worker import get_current_worker

from tui import keys
from tui.config import Config
from tui.model.clean import visible
from tui.model.shelf import StoryCard
from tui.page.lines import Fragment, Line, cut
from tui.page.shelf import CARD_LINES, ShelfOrder, card_lines, head_line, listed, next_order
from tui.page.signs import Signs
from tui.shelf import story_card, story_folders
from tui.view.parts.find_line import FindLine
from tui.view.screens.place_screen import PlaceScreen
from tui.view.widgets.lines_view import LinesView
from tui.workspace import SessionChoice

_AT_ONCE = 10
"""Stories read before the screen is updated; updating for each would be slow."""


class StoriesScreen(PlaceScreen):
    """Shows names at once; titles and counts follow, read in a thread."""

    PLACE = keys.STORIES
    AUTO_FOCUS = ""

    def __init__(
        self,
        config: Config,
        shelf: Path,
        choice: SessionChoice,
        signs: Signs,
        current: Path | None = None,
    ) -> None:
        super().__init__(config)
        self.shelf, self.choice, self.signs = shelf, choice, signs
        self.current = current
        """The story that is open below; None when none is."""
        self.words, self.order = "", ShelfOrder.NAME
        self.cards: dict[str, StoryCard] = {}
        self.shown: list[StoryCard] = []
        self.at = 0
        """The story in hand, by its position among those shown."""
        self.first = 0
        self.line = FindLine(self)
        self.add_commands(
            {
                "next-claim": lambda: self.to(self.at + 1, "This is the last story"),
                "previous-claim": lambda: self.to(self.at - 1, "This is the first story"),
                "page-down": lambda: self.to(self.at + self.room),
                "page-up": lambda: self.to(self.at - self.room),
                "first-row": lambda: self.to(0),
                "last-row": lambda: self.to(len(self.shown) - 1),
                "order": self._next_order,
                "search": lambda: self._filter(""),
                "open": self.open,
                "cancel": self.cancel,
            }
        )

    def compose(self) -> ComposeResult:
        yield LinesView("top", id="top")
        yield LinesView("text", id="lines")
        yield LinesView("foot", id="foot")

    # -- reading the folder ----------------------------------------------------

    def on_mount(self) -> None:
        self.look()
        if len(self.app.screen_stack) == 1:
            self.call_after_refresh(self.rashomon.tidying.begin)

    def on_screen_resume(self) -> None:
        self.look()

    def look(self) -> None:
        """List the folder anew; what is known of a story stays until it is read again."""
        folders = story_folders(self.shelf, around=True)
        found = [StoryCard(str(folder), visible(folder.name)) for folder in folders]
        self.cards = {card.folder: self.cards.get(card.folder, card) for card in found}
        if self.current and not self.shown:
            opened = [n for n, folder in enumerate(folders) if folder.resolve() == self.current]
            self.at = opened[0] if opened else 0
        self.choose()
        self.run_worker(self._look_into, thread=True, exclusive=True, exit_on_error=False)

    def _look_into(self) -> None:
        """In a thread: every story in turn, those on screen first."""
        worker = get_current_worker()
        seen = [card.folder for card in self.shown[self.first : self.first + self.room]]
        every = list(dict.fromkeys([*seen, *self.cards]))
        for at in range(0, len(every), _AT_ONCE):
            found = []
            for folder in every[at : at + _AT_ONCE]:
                if worker.is_cancelled:
                    return
                settings = self.config.settings.reading
                found.append(story_card(Path(folder), settings, self.choice))
            self.app.call_from_thread(self._known, found)

    def _known(self, found: Sequence[StoryCard]) -> None:
        news = {card.folder: card for card in found if self.cards.get(card.folder) != card}
        if news:
            self.cards |= news
            self.choose()

    # -- what is shown ---------------------------------------------------------

    @property
    def body(self) -> int:
        """Lines between the top line and the footer."""
        return max(self.area.height - 2 - self.line.is_open, 1)

    @property
    def room(self) -> int:
        """How many stories fit; the last one needs no blank line below."""
        return max((self.body + 1) // CARD_LINES, 1)

    @property
    def card(self) -> StoryCard | None:
        """The story in hand."""
        return self.shown[self.at] if self.at < len(self.shown) else None

    def choose(self) -> None:
        """Filter and sort anew; the story in hand stays in hand."""
        kept = self.card.folder if self.card else ""
        self.shown = listed(list(self.cards.values()), self.words, self.order)
        same = [n for n, card in enumerate(self.shown) if card.folder == kept]
        self.at = same[0] if same else min(self.at, max(len(self.shown) - 1, 0))
        self.draw()

    def draw(self) -> None:
        if not self.query("#lines"):
            return
        self.first = min(max(self.first, self.at - self.room + 1), self.at)
        self.first = max(min(self.first, len(self.shown) - self.room), 0)
        width = self.area.width
        self.query_one("#top", LinesView).lines = (
            head_line(
                visible(str(self.shelf)),
                len(self.shown),
                list(self.cards.values()),
                self.order,
                self.shown_keys,
                width,
            ),
        )
        self.query_one("#lines", LinesView).lines = self._lines(width)
        self.draw_footer()

    def _lines(self, width: int) -> tuple[Line, ...]:
        if not self.shown:
            return self._nothing(width)
        lines: list[Line] = []
        for at, card in enumerate(self.shown[self.first : self.first + self.room], self.first):
            current = self.current is not None and Path(card.folder).resolve() == self.current
            lines += card_lines(card, at, width, at == self.at, current, self.signs)
        return tuple(lines[: self.body])

    def _nothing(self, width: int) -> tuple[Line, ...]:
        if self.cards:
            words = [f"No story holds these words; {self.shown_keys['cancel']} shows all again"]
        else:
            words = [
                f"{visible(str(self.shelf))} holds no story.",
                "A story is a folder with .txt, .md or .html articles in it.",
            ]
        told = (cut((Fragment(f"  {line}", "silent"),), width, "text") for line in words)
        return (cut((), width, "text"), *told)

    def on_resize(self) -> None:
        self.draw()

    # -- moving ----------------------------------------------------------------

    def to(self, at: int, edge: str = "") -> None:
        if not self.shown:
            self.tell("There is no story to go to")
            return
        if edge and not 0 <= at < len(self.shown):
            self.tell(edge)
        self.at = min(max(at, 0), len(self.shown) - 1)
        self.draw()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.to(self.at + 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.to(self.at - 1)

    def clicked(self, kind: str, name: str) -> None:
        if kind == "story":
            again = int(name) == self.at
            self.to(int(name))
            if again:
                self.open()

    # -- choosing --------------------------------------------------------------

    def _next_order(self) -> None:
        self.order = next_order(self.order)
        self.choose()

    async def _filter(self, typed: str) -> None:
        hint, begun = "words of the title, folder or date", bool(typed)
        field = await self.line.open(self.words + typed, self._typed, hint, begun=begun)
        field.cursor_position = len(field.value)
        self.draw()

    @cached_property
    def _bound(self) -> frozenset[str]:
        """The keys that are commands here."""
        here = (c.id for c in keys.COMMANDS if self.PLACE in c.places)
        return frozenset(key for id in here for key in self.keymap[id])

    def begins_field(self, key: events.Key) -> bool:
        """A letter that is no command here begins the filter."""
        character = key.character or ""
        return self.focused is None and character.isalnum() and key.key not in self._bound

    async def on_key(self, event: events.Key) -> None:
        if self.begins_field(event):
            event.stop()
            await self._filter(event.character or "")

    def _typed(self, words: str) -> None:
        self.words = words
        self.choose()

    @on(Input.Submitted, "#query")
    def open(self) -> None:
        from tui.view.opening import change_story

        card = self.card
        if card is None:
            self.tell("There is no story to open")
        elif card.problem:
            self.tell(card.problem, "error")
        elif self.current and Path(card.folder).resolve() == self.current:
            self.app.pop_screen()
        else:
            self.app.call_later(change_story, self.rashomon, Path(card.folder))

    # -- leaving ---------------------------------------------------------------

    def short(self, command: keys.Command) -> str:
        leads_back = command.id == "quit" and len(self.app.screen_stack) > 1
        return "back" if leads_back else super().short(command)

    async def cancel(self) -> None:
        """Take the filter away first, then leave."""
        if self.line.is_open or self.words:
            self.words = ""
            await self.line.close()
            self.set_focus(None)
            self.rashomon.closed()
            self.choose()
        else:
            await self.leave()

    async def leave(self) -> None:
        """Back to the open story; without one, out of the program."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.app.exit(0)
