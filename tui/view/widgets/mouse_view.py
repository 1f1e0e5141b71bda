"""The mouse on lines of article text: clicks on claims, words it goes over."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from tui.model.span import Span
from tui.page.lines import Fragment, Line, offset_in
from tui.page.wrap import width_of
from tui.view.widgets.lines_view import LinesView, fragment_in


@dataclass(eq=False, repr=False)
class ClaimClicked(Message):
    """A click on words of an article."""

    article: str
    offset: int
    chain: int
    """1 for a click, 2 for a double click."""
    button: int
    finding: str = ""
    """The contradiction whose chip was clicked."""


@dataclass(eq=False, repr=False)
class WordsDragged(Message):
    """The mouse goes over words of one article with its button held."""

    article: str
    span: Span
    """From the character where the button went down to the one under the pointer."""
    done: bool
    """Whether the button was let go."""


class MouseView(LinesView):
    """Says what was clicked and what was chosen; what it shows is its heir's."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pressed: tuple[str, int] | None = None
        """Article and offset where the mouse button went down on words."""
        self._dragged: Span | None = None
        """What the mouse went over since then; None while it has not moved."""

    def line_at(self, y: int) -> Line:
        """What stands at line `y` of the widget."""
        raise NotImplementedError

    def fragment_at(self, x: int, y: int) -> Fragment | None:
        return fragment_in(self.line_at(y), x) if 0 <= y < self.size.height else None

    # -- choosing words --------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        found = self.fragment_at(event.x, event.y)
        self._pressed = self._dragged = None
        if event.button == 1 and found and found.span and not found.target:
            offset = self._offset_at(found.article, event.x, event.y)
            self._pressed = (found.article, found.span.start if offset is None else offset)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._pressed is None:
            return
        if event.button != 1:  # let go outside of the window
            self._pressed = self._dragged = None
            return
        article, start = self._pressed
        offset = self._offset_at(article, event.x, event.y)
        if offset is None:
            return
        dragged = Span(min(start, offset), max(start, offset) + 1)
        if dragged != self._dragged and (self._dragged or offset != start):
            self._dragged = dragged
            self.capture_mouse()
            self.post_message(WordsDragged(article, dragged, False))

    def on_mouse_up(self) -> None:
        if self._pressed and self._dragged:
            self.release_mouse()
            self.post_message(WordsDragged(self._pressed[0], self._dragged, True))
        self._pressed = None

    def _offset_at(self, article: str, x: int, y: int) -> int | None:
        """The character of `article` nearest to a cell on its line; None where it has none."""
        if not 0 <= y < self.size.height:
            return None
        at, nearest = 0, None
        for fragment in self.line_at(y):
            width = width_of(fragment.text)
            if fragment.span and fragment.article == article:
                if x < at and nearest is not None:
                    break
                nearest = offset_in(fragment, max(x - at, 0))
                if x < at + width:
                    break
            at += width
        return nearest

    # -- clicks --------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """A click on words; one on a target Textual hands to the handler of `LinesView` as well."""
        if self._dragged:  # the end of choosing words, no click, on a target neither
            self._dragged = None
            event.prevent_default()
            return
        found = self.fragment_at(event.x, event.y)
        if found is None:
            return
        event.stop()
        if found.span is not None and not found.target:
            chip = found.ids[0] if found.look.startswith("chip-") and found.ids else ""
            finding = chip if chip.startswith("x") else ""
            place = found.article, found.span.start
            self.post_message(ClaimClicked(*place, event.chain, event.button, finding))
