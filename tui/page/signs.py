"""The signs that stand beside and inside the text, with a plain set for old terminals."""

from __future__ import annotations

from typing import NamedTuple


class Signs(NamedTuple):
    """One sign for each thing the page marks."""

    shared: str = "≡"
    conflict: str = "≠"
    differs: str = "≈"
    only: str = "+"
    tag: str = "⚑"
    also: str = "↪"
    bar: str = "▌"
    hand: str = "▒"
    rule: str = "│"
    dot: str = "·"
    present: str = "●"
    here: str = "▸"
    more: str = "…"
    confirmed: str = "✓"
    rejected: str = "✗"
    base: str = "⌂"
    left: str = "◂"
    right: str = "▸"
    hidden: str = "⊘"
    pin: str = "&"
    dash: str = "—"
    thumb: str = "▐"
    silent: str = "–"
    sides: str = "123456789"
    """One for each side of a contradiction. Circled digits are two cells in some terminals."""
    changed: str = "Δ"
    two_ways: str = "⇄"
    note: str = "…"
    same: str = "="
    against: str = "!"
    up_down: str = "↑ ↓"
    """The keys that walk a list, in the hints of windows."""

    @property
    def plain(self) -> bool:
        """Whether all of them are ASCII: then keys are named, `up`, since `^` is another key."""
        return self.up_down.isascii()


UNICODE = Signs()
ASCII = Signs(
    shared="=", conflict="!", differs="~", only="+", tag="#", also="->", bar=">", hand=":",
    rule="|", dot=".", present="o", here=">", more="...", confirmed="v", rejected="x", base="^",
    left="<", right=">", hidden="-", dash="-", thumb="|", silent="-", changed="%",
    two_ways="*", note='"', up_down="up down",
)  # fmt: skip
