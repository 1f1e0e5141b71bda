"""The app: themes, keys, the first screen, and the worker that saves. Nothing else."""

from __future__ import annotations

import gc
import locale
from collections.abc import Callable, Sequence
from pathlib import Path

from textual.app import App
from textual.command import Provider
from textual.filter import LineFilter
from textual.theme import BUILTIN_THEMES

from tui import themefile, workspace
from tui.config import Config
from tui.errors import RashomonError
from tui.model.clean import visible
from tui.model.settings import Settings
from tui.page.signs import ASCII, UNICODE, Signs
from tui.view.palette import Commands
from tui.view.safe import NoControls
from tui.view.state import Reading
from tui.view.themes import theme_of
from tui.workspace import SessionChoice


def run(paths: Sequence[Path], config: Config, choice: SessionChoice) -> int:
    """Open the story at `paths` on the screen; the exit code.

    Raises NoStory or BadFile before the terminal is touched.
    """
    story = workspace.read(paths, config.settings.reading)
    desk = workspace.open_desk(paths, story, choice)
    reading = Reading(story, desk, signs_for(config.settings))
    app = RashomonApp(reading, config, lambda: workspace.read(paths, config.settings.reading))
    app.run()
    return app.return_code or 0


def signs_for(settings: Settings) -> Signs:
    """Plain signs where the locale cannot write the others."""
    choice = settings.screen.ascii
    if choice == "auto":
        return UNICODE if "utf" in locale.getpreferredencoding(False).lower() else ASCII
    return ASCII if choice == "yes" else UNICODE


class RashomonApp(App[int]):
    """One story, its session, and the screens on them."""

    CSS_PATH = "app.tcss"
    TITLE = "rashomon"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: set[type[Provider] | Callable[[], type[Provider]]] = {Commands}  # noqa: RUF012
    COMMAND_PALETTE_BINDING = "f12"

    def __init__(self, reading: Reading, config: Config, read_again: Callable[[], object]) -> None:
        self._gate = NoControls()
        super().__init__()
        self.reading = reading
        self.settings = config
        self.read_again = read_again
        self.theme_names: list[str] = []
        self._saving = False
        self._register_themes()
        changed = {id: ",".join(found) for id, found in config.keymap.items()}
        self.set_keymap(changed)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return (*super().get_line_filters(), self._gate)

    def on_mount(self) -> None:
        from tui.view.screens.reader import ReaderScreen

        self.push_screen(ReaderScreen(self.reading, self.user_config))
        # Loaded once and kept: collecting it again and again shows as late keys.
        gc.collect()
        gc.freeze()

    def _register_themes(self) -> None:
        wanted = self.user_config.settings.screen.theme
        if wanted == "rashomon-dark" and _few_colours():
            wanted = "rashomon-ansi"
        found = themefile.find_themes(themefile.theme_folders())
        self.theme_names = list(found)
        self._theme_paths = found
        self.use_theme(wanted)

    def use_theme(self, name: str) -> None:
        """Show a theme by name: ours, the reader's, or one of Textual's.

        Raises RashomonError when there is none, or its file is wrong.
        """
        if name in BUILTIN_THEMES and name not in self._theme_paths:
            marks = themefile.load_theme(
                "rashomon-dark" if BUILTIN_THEMES[name].dark else "rashomon-light"
            )
            theme = BUILTIN_THEMES[name]
            theme.variables = {**dict(marks.variables), **theme.variables}
            self.register_theme(theme)
        elif name not in self.available_themes:
            self.register_theme(theme_of(themefile.load_theme(name)))
        self.theme = name

    # -- saving ----------------------------------------------------------------

    def save(self) -> None:
        """Write what changed, in a thread; the screen hears when it is on disk."""
        if not self._saving:
            self._saving = True
            self.run_worker(self._save(), group="save", exit_on_error=False)

    async def _save(self) -> None:
        import asyncio

        desk = self.reading.desk
        try:
            while not desk.saved:
                desk.move(self.reading.place())
                saved = await asyncio.to_thread(desk.save, desk.order())
                if desk.adopt(saved):
                    self.tell("Tags from another window or person were merged in")
        except RashomonError as error:
            self.tell(f"Not saved: {error}", severity="error")
        finally:
            self._saving = False
            self._saved()

    def _saved(self) -> None:
        screen = self.screen
        if hasattr(screen, "session_saved"):
            screen.session_saved()

    @property
    def saving(self) -> bool:
        return self._saving

    # -- words -----------------------------------------------------------------

    def tell(self, words: str, severity: str = "information") -> None:
        """A short message that goes away; markup and controls in it are inert."""
        assert severity in ("information", "warning", "error")
        timeout = 8 if severity == "error" else 3
        self.notify(visible(words), severity=severity, timeout=timeout, markup=False)  # type: ignore[arg-type]


def _few_colours() -> bool:
    """Whether the terminal says that it has no more than sixteen colours."""
    term = os.environ.get("TERM", "")
    return "256color" not in term and not os.environ.get("COLORTERM") and term in _SIXTEEN


_SIXTEEN = frozenset({"linux", "xterm-16color", "ansi", "cygwin", "vt100", "vt220", "xterm"})
