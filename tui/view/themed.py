"""What every app of ours shows itself with: the reader's theme, the gates, our driver."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter, Monochrome
from textual.theme import BUILTIN_THEMES

from tui import themefile
from tui.config import Config
from tui.errors import NoTheme, RashomonError
from tui.page.signs import ASCII, UNICODE, Signs
from tui.view.terminal.colourless import WithoutColour
from tui.view.terminal.safe import NoControls, PlainSigns
from tui.view.terminal.sixteen import BlackWords
from tui.view.themes import theme_of, toolkit_theme

_COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python makes of the locale C (PEP 538)."""


def signs_for(choice: str) -> Signs:
    """The signs for `auto` (by locale), `yes` (plain) or `no`."""
    if choice == "auto":
        # Not Python's own encoding, which is UTF-8 in the locale C too; nor the LC_CTYPE that it
        # sets there itself, together with its UTF-8 mode.
        coerced = sys.flags.utf8_mode and os.environ.get("LC_CTYPE") in _COERCED
        names = ("LC_ALL", "LANG") if coerced else ("LC_ALL", "LC_CTYPE", "LANG")
        asked = (os.environ.get(name) for name in names)
        encoding = next(filter(None, asked), "") or locale.getencoding()
        return UNICODE if "utf8" in encoding.lower().replace("-", "") else ASCII
    return ASCII if choice == "yes" else UNICODE


class ThemedApp(App[int]):
    """An app in the theme of the settings, or in sixteen colours where the terminal has no more."""

    ENABLE_COMMAND_PALETTE = False  # Textual's; ours is `show_palette`

    def __init__(self, config: Config, signs: Signs) -> None:
        """Raises RashomonError when no theme has the name in the settings, or its file is wrong."""
        plain = (PlainSigns(),) if signs is ASCII else ()
        self._gates: tuple[LineFilter, ...] = (NoControls(), *plain)
        self._coloured = False
        """Whether the theme is set."""
        super().__init__()
        self._filters = [WithoutColour() if type(f) is Monochrome else f for f in self._filters]
        wanted = config.settings.screen.theme
        if wanted == "rashomon-dark" and self.console.color_system == "standard":
            wanted = "rashomon-ansi"  # the terminal says that it has sixteen colours
        try:
            self._offer(wanted)
        except NoTheme as error:
            where = f"{config.theme_at}: " if config.theme_at else ""
            raise RashomonError(f"{where}{error}") from None
        # Set before the style sheet is first read: a later change would read it twice.
        self.set_reactive(App.theme, wanted)
        self._refresh_truecolor_filter(self.ansi_theme)
        self._coloured = True
        self.stylesheet.set_variables(self.get_css_variables())

    def get_line_filters(self) -> Sequence[LineFilter]:
        sixteen = (BlackWords(),) if self.current_theme.ansi else ()
        return (*super().get_line_filters(), *sixteen, *self._gates)

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme; Textual asks for them before there is one."""
        return super().get_css_variables() if self._coloured else {}

    def get_driver_class(self) -> type[Driver]:
        """Our driver in place of Textual's on Unix; Windows and tests keep theirs."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from tui.view.terminal.driver import SteadyDriver  # not on Windows

        return SteadyDriver

    @cached_property
    def theme_files(self) -> dict[str, Path]:
        """Our themes and the reader's, in the order in which F8 shows them."""
        return dict(themefile.find_themes(themefile.theme_folders()))

    def use_theme(self, name: str) -> None:
        """Show a theme by name: ours, the reader's, or one of Textual's.

        Raises RashomonError when there is none, or its file is wrong.
        """
        self._offer(name)
        self.theme = name

    def _offer(self, name: str) -> None:
        ours = name in self.theme_files or name not in BUILTIN_THEMES
        self.register_theme(theme_of(themefile.load_theme(name)) if ours else toolkit_theme(name))
