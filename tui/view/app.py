"""The app of the reading screen: opens it, hands each event to who knows about it, and ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

from textual import events, on
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.screen import Screen

from tui import keys
from tui.config import Config
from tui.errors import NoStory, RashomonError
from tui.model.article import Story
from tui.shelf import story_folders
from tui.view.bindings import action_of
from tui.view.elsewhere import Elsewhere
from tui.view.leaving import keep_written, leave, run_out
from tui.view.opening import no_story, open_story
from tui.view.others import Others
from tui.view.saving import Saving
from tui.view.screens.reader import ReaderScreen
from tui.view.screens.text_screen import TextScreen
from tui.view.story.open_story import OpenStory
from tui.view.telling import Telling
from tui.view.themed import ThemedApp, signs_for
from tui.view.tidying import Tidying
from tui.view.type_ahead import TypeAhead, WorkedOff
from tui.workspace import SessionChoice


def run(paths: Sequence[Path], config: Config, choice: SessionChoice) -> int:
    """Open the story at `paths` on the screen, or the list of the stories there; the exit code.

    Raises NoStory or BadFile before the terminal is touched.
    """
    signs = signs_for(config.settings.screen.ascii)
    shelf = paths[0] if len(paths) == 1 and story_folders(paths[0]) else None
    if shelf and choice.file:
        raise NoStory(f"{shelf} holds several stories; name the one that --session belongs to")
    opened = no_story(signs) if shelf else open_story(paths, config, choice, signs)
    app = RashomonApp(opened.reading, config, opened.read_again)
    app.shelf = shelf
    app.choice = SessionChoice(None, choice.annotator)
    return run_out(app)


WINDOWS = Path(__file__).with_name("windows.tcss")
"""The style sheet of lists and windows, for which no first text waits."""


class RashomonApp(ThemedApp):
    """One story, its session, and the screens on them."""

    CSS_PATH = "app.tcss"
    TITLE = "rashomon"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", show=False, priority=True)
    ]
    """The terminal's own key for this, which a program that reads every key must obey itself."""

    def __init__(self, reading: OpenStory, config: Config, read_again: Callable[[], Story]) -> None:
        self.reading, self.user_config, self.read_again = reading, config, read_again
        self.shelf: Path | None = None
        """The folder of stories that was asked for; None when one story was."""
        self.choice = SessionChoice()
        """Whose session is opened when the reader goes on to another story."""
        self.keeper = Saving(self)
        self.telling, self.tidying = Telling(self), Tidying(self)
        self.others = Others(self)
        self.fault: Exception | None = None
        """The uncaught error that ended the app; None when it ended as it should."""
        self.told_size: Size | None = None
        """The new size, if the page heard of it before Textual tells it (see `on_resize`)."""
        self._elsewhere = Elsewhere(config.keymap, reading.signs.plain)
        self._typed = TypeAhead(self, keys.keymap(config.keymap), super().on_event)
        reading.thresholds = config.settings.analysis
        super().__init__(config, reading.signs)
        self.set_keymap({id: ",".join(found) for id, found in config.keymap.items()})

    def get_default_screen(self) -> Screen[None]:
        if self.shelf is not None:
            from tui.view.screens.stories import StoriesScreen

            self.style_windows()
            return StoriesScreen(self.user_config, self.shelf, self.choice, self.reading.signs)
        return ReaderScreen(self.reading, self.user_config)

    def push_screen(self, *args: Any, **how: Any) -> Any:
        self.style_windows()
        self.telling.screen_left()
        pushed = super().push_screen(*args, **how)
        self.telling.screen_came()
        return pushed

    def style_windows(self) -> None:
        """Load the style sheet of lists and windows, if it is not loaded yet."""
        if not self.stylesheet.has_source(str(WINDOWS)):
            self.stylesheet.read(WINDOWS)
            self.stylesheet.parse()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent):
            self.telling.pressed()
            self.tidying.pressed()
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self._typed.take(event)
        else:
            await super().on_event(event)

    @on(WorkedOff)
    def _worked_off(self, message: WorkedOff) -> None:
        self._typed.worked_off(message.number)

    def on_resize(self, event: events.Resize) -> None:
        """Tell the page at once; Textual would first wait for the next change of size."""
        stack = self.screen_stack
        if stack and isinstance(stack[-1], TextScreen) and event.size != self.size:
            self.told_size = event.size
            told = events.Resize(event.size, event.virtual_size, event.container_size)
            stack[-1].post_message(told)

    # -- themes ----------------------------------------------------------------

    def next_theme(self) -> None:
        """Show the next theme of the list. Skip any whose file is wrong, and say so."""
        names = list(self.theme_files)
        at = names.index(self.theme) + 1 if self.theme in names else 0
        wrong: list[str] = []
        for name in (*names[at:], *names[:at]):
            try:
                self.use_theme(name)
            except RashomonError as error:
                wrong.append(str(error))
            else:
                break
        if wrong:
            more = f" · {len(wrong) - 1} more: see `rashomon themes`" if wrong[1:] else ""
            self.tell(wrong[0] + more, "error")
        else:
            self.tell(f"Theme: {self.theme}")

    # -- saving ----------------------------------------------------------------

    def save(self) -> None:
        """Write what changed, in a thread; each screen's `session_saved` is called afterwards."""
        self.keeper.save()

    def pop_screen(self) -> AwaitComplete:
        """Go back one screen, but never past the last, however fast a key is pressed."""
        if len(self.screen_stack) <= 1:
            return AwaitComplete()
        self.telling.screen_left()
        popped = super().pop_screen()
        self.closed()
        return popped

    def closed(self) -> None:
        """A screen or a field was closed; deliver the keys that were typed for what is below it."""
        self._typed.left()

    @property
    def saving(self) -> bool:
        """Whether a change is on its way to the disk."""
        return self.keeper.running

    def action_suspend_process(self) -> None:
        """Give the terminal back to the shell until it calls again."""
        if self._driver and self._driver.can_suspend:
            super().action_suspend_process()
        else:
            self.tell("There is no shell here to go back to, which could wake rashomon again")

    async def action_quit(self) -> None:
        """Leave at once from any screen; what is not on disk yet is written first."""
        await leave(self, 0)

    def _handle_exception(self, error: Exception) -> None:
        """End the app after a fault, as Textual does, but print no traceback: see `run_out`."""
        if self.fault is None:
            self.fault = error
            with suppress(Exception):  # what failed may well fail again
                keep_written(self)
        super()._handle_exception(error)
        self._exit_renderables.clear()

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    # -- keys ----------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Explain a key that does nothing here but works in other places."""
        if words := self._elsewhere.words(self.screen, event.key):
            self.tell(words)

    def show_palette(self) -> None:
        """List every command by name; those that do not work here say where they do."""
        from tui.view.idle import idle
        from tui.view.screens.palette import PaletteWindow, commands_of

        screen = self.screen
        here = commands_of(screen)

        async def chosen(id: str | None) -> None:
            command = keys.BY_ID.get(id or "")
            if command in here:
                await screen.run_action(action_of(command))
            elif command:
                self.tell(self._elsewhere.of(command))

        place = getattr(screen, "PLACE", keys.READER)
        keymap = keys.keymap(self.user_config.keymap)
        reasons = idle(self.reading, place)
        window = PaletteWindow(place, here, keymap, self.reading.signs, reasons)
        self.push_screen(window, chosen)

    def tell(self, words: str, kind: str = "information") -> None:
        """A short message that goes away; `kind` may be `warning` or `error`."""
        self.telling.tell(words, kind)
