"""Copying: to the terminal's clipboard, or to a file where it has none."""

from __future__ import annotations

from typing import Protocol

from tui.errors import RashomonError
from tui.model.alignment import Row
from tui.view.bindings import Commands
from tui.view.parts.hand import Hand
from tui.view.parts.host import Host
from tui.view.story.open_story import OpenStory


class CopyHost(Host, Protocol):
    """A screen whose terminal may have a clipboard."""

    def clip(self, text: str) -> None:
        """Hand text to the terminal's clipboard."""


class Copies:
    """Copies the claim or words in hand, with their source."""

    def __init__(self, host: CopyHost, hand: Hand) -> None:
        self._host, self._hand = host, hand
        self.commands: Commands = {"copy-claim": self.copy_claim, "copy-to-file": self.add_to_file}

    def copy_claim(self) -> None:
        if target := self._hand.target():
            article, span = target
            source = article.outlet or article.file
            day = article.published.isoformat() if article.published else "undated"
            quote = " ".join(span.of(article.text).split())
            self.copy(f"“{quote}” ({source}, {day}; {article.file})", self._hand.meant)

    def copy_row(self, row: Row) -> None:
        self.copy(row_as_markdown(self._host.reading, row), "the row")

    def copy(self, text: str, what: str) -> None:
        """Hand `text` to the terminal, which may or may not know a clipboard."""
        self._host.reading.copied = text
        self._host.clip(text)
        key = self._host.shown_key("copy-to-file")
        self._host.tell(f"Sent to the terminal's clipboard: {what}; {key} adds it to a file")

    def add_to_file(self) -> None:
        """For terminals without a clipboard: the copied text, added to a file."""
        from tui.view.copied import append

        copied = self._host.reading.copied
        if not copied:
            key = self._host.shown_key("copy-claim")
            self._host.tell(f"Nothing was copied yet; {key} copies a claim")
            return
        try:
            path = append(copied)
        except RashomonError as error:
            self._host.tell(str(error), "error")
        else:
            self._host.tell(f"Added to {path}")


def row_as_markdown(reading: OpenStory, row: Row) -> str:
    """A row for pasting: its title, then each source's words under its name."""
    parts = [f"## {row.number}. {row.title}".rstrip()]
    for id in reading.order:
        if id in row.cells:
            article = reading.story.by_id[id]
            text = " ".join(p.span.of(article.text) for p in row.cells[id])
            parts.append(f"**{id} · {article.outlet or article.file}** {text}")
    return "\n\n".join(parts) + "\n"
