"""The window that writes a report or the tags to a file; it closes when it has, and says where."""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.config import Config
from tui.errors import RashomonError
from tui.model.clean import visible
from tui.page.wrap import fit_end
from tui.reading.files import SUFFIXES
from tui.report.formats import ABOUT, Format, Reported, write
from tui.resources import working_folder
from tui.session.disk import replace_file
from tui.session.store import safe_name
from tui.view.screens.windows import LOW, move_highlight
from tui.view.story.open_story import OpenStory
from tui.view.widgets.choice_list import ChoiceList
from tui.view.widgets.fields import Line
from tui.view.widgets.find_bar import LONGEST
from tui.view.widgets.window import Window

if TYPE_CHECKING:
    from tui.view.app import RashomonApp

ROOMY = 16
"""Lines of a terminal from which a path is told in full."""
BESIDE = 32
"""Cells of two lines of a message that are taken by its other words and its edges."""
FAR = 1_000_000
"""More cells than any path has."""


class ExportWindow(ModalScreen[None]):
    """Formats above, the file below; Enter writes and never replaces a file unasked."""

    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, reading: OpenStory, config: Config, folder: Path | None = None) -> None:
        super().__init__()
        self.reading, self.config = reading, config
        self.folder = folder or place_for(reading.desk.store.path.parent)
        self._proposed = ""
        self._may_replace: Path | None = None
        """The file of which the reader was told that it exists."""

    def compose(self) -> ComposeResult:
        with Window(classes="window") as window:
            window.border_title = Content("Export")
            window.hint(f"{self.reading.signs.up_down} format · enter writes the file · esc")
            yield ChoiceList(*(self._option(format) for format in Format), classes="-lines")
            yield Static("\nFile, a copy for others; your tags stay where they are", classes="hint")
            yield Line(id="file", select_on_focus=False, max_length=LONGEST)
            yield Static("", id="outcome", markup=False)

    def _option(self, format: Format) -> Option:
        about = ABOUT[format]
        return Option(
            Content.assemble((f"{about.name:<23}", "bold"), (about.use, "$mark-dim")), format
        )

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = 0
        self.query_one(Input).focus()
        self._propose()

    def on_resize(self) -> None:
        self.call_after_refresh(self._to_end)

    def _to_end(self) -> None:
        """Show the end of a long path: the name of the file is there."""
        for field in self.query(Input):
            field.cursor_position = 0
            field.cursor_position = len(field.value)

    @property
    def format(self) -> Format:
        return list(Format)[self.query_one(OptionList).highlighted or 0]

    # -- which file ------------------------------------------------------------

    def _propose(self) -> None:
        """A name that is free, unless the reader wrote one: then only its suffix follows."""
        field = self.query_one(Input)
        if field.value == self._proposed:
            field.value = self._proposed = str(free_name(self.folder, self._file_name()))
        else:
            written = Path(field.value)
            if written.suffix in {about.suffix for about in ABOUT.values()}:
                field.value = str(written.with_suffix(ABOUT[self.format].suffix))
        field.cursor_position = len(field.value)

    def _file_name(self) -> str:
        what = "tags" if self.format is Format.CSV else "report"
        return f"{safe_name(self.reading.story.name)}-{what}{ABOUT[self.format].suffix}"

    @on(OptionList.OptionHighlighted)
    def _chosen(self) -> None:
        if self.is_mounted and self._proposed:
            self._propose()
            self._say("")

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.query_one(Input).focus()

    def action_move(self, step: int) -> None:
        move_highlight(self, step)

    # -- writing ---------------------------------------------------------------

    @on(Input.Submitted)
    def _write(self) -> None:
        if not self.query_one(Input).value.strip():
            self._say("Name a file", wrong=True)
            return
        try:
            self._write_at(Path(self.query_one(Input).value.strip()).expanduser())
        except (OSError, RuntimeError, ValueError) as error:
            # Too long for a name, an unknown `~user`, a character no name may hold.
            reason = getattr(error, "strerror", None) or error
            self._say(f"This cannot be a file: {reason}", wrong=True)

    def _write_at(self, path: Path) -> None:
        if path.is_dir():
            path /= self._file_name()
        if why := self._refusal(path):
            self._say(why, wrong=True)
        elif os.path.lexists(path) and path != self._may_replace:
            self._may_replace = path
            self._say(f"{self._shown(path)} exists; Enter again replaces it", wrong=True)
        else:
            # The app's worker: who closes the window at once still gets the file.
            self.app.run_worker(self._write_to(path), group="export", exit_on_error=False)

    def _refusal(self, path: Path) -> str:
        """Why nothing can be written there now; empty when it can."""
        if self.format is not Format.CSV and not self.reading.analysed:
            return "The articles are not compared yet; only the tags can be written"
        root = self.reading.story.root
        inside = bool(root) and path.resolve().parent == Path(root).resolve()
        if inside and path.suffix.lower() in SUFFIXES:
            return "In this folder it would be read as an article of the story; take another"
        return ""

    async def _write_to(self, path: Path) -> None:
        """Write the file. The mark at the beginning of a CSV tells spreadsheets its encoding."""
        reading = self.reading
        reported = Reported(
            reading.story, reading.arranged, self.config.settings, reading.session, reading.places
        )
        self._say("Writing…")
        try:
            words = await asyncio.to_thread(write, self.format, reported)
            content = words.encode("utf-8-sig" if self.format is Format.CSV else "utf-8")
            await asyncio.to_thread(replace_file, path, content)
        except RashomonError as error:
            self._say(str(error), wrong=True)
            return
        reading.exported = str(path.absolute())
        if self.is_current:
            self.dismiss(None)
        app = cast("RashomonApp", self.app)
        app.tell(f"Written, {size_of(content)}: {self._shown(path.absolute())}")

    def _shown(self, path: Path) -> str:
        """A path; its end, where a low window has no room for more than two lines of it."""
        width, height = self.app.size
        return fit_end(str(path), 2 * width - BESIDE if height < ROOMY else FAR)

    def _say(self, words: str, wrong: bool = False) -> None:
        """Words below the field, or as a message once the window is closed."""
        if not self.is_attached:
            cast("RashomonApp", self.app).tell(words, "error" if wrong else "information")
            return
        outcome = self.query_one("#outcome", Static)
        outcome.set_class(wrong, "-wrong")
        outcome.update(Content(visible(words)))


def place_for(beside: Path) -> Path:
    """The folder of the session, or where that cannot be written to, one that can."""
    places = (beside, working_folder(), Path.home(), Path(tempfile.gettempdir()))
    return next((place for place in places if place and _writable(place)), beside)


def _writable(folder: Path) -> bool:
    """Whether files can be written to a folder, or to the one in which it would be made."""
    known = next((place for place in (folder, *folder.parents) if os.path.exists(place)), folder)
    return os.access(known, os.W_OK | os.X_OK)


def free_name(folder: Path, name: str) -> Path:
    """`name` in `folder`, with a number where a file, or a link to nowhere, is called so."""
    path, number = folder / name, 2
    while os.path.lexists(path):
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    return path


def size_of(content: bytes) -> str:
    """`12 KB`, for people."""
    return f"{len(content) / 1000:.0f} KB" if len(content) >= 1000 else f"{len(content)} bytes"
