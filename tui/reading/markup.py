"""What files with markup are read into, before their lines get roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tui.model.article import Role
from tui.reading.characters import spoken


class Block(NamedTuple):
    """One paragraph, heading, caption … without markup; never empty, on one line."""

    text: str
    role: Role | None = None
    """What the markup says it is; None means that its words decide."""


class Extract(NamedTuple):
    """The words of a file with markup, and what its head says about them."""

    blocks: tuple[Block, ...]
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The article's text: one line a block, an empty line between two."""
        return "\n\n".join(block.text for block in self.blocks)

    @property
    def roles(self) -> Mapping[int, Role]:
        """Block number, from 1 → role, where the markup says one."""
        return {n: block.role for n, block in enumerate(self.blocks, 1) if block.role}


def with_title(blocks: Sequence[Block], title: str | None) -> tuple[Block, ...]:
    """The blocks, the first that repeats the title marked as such."""
    for at, block in enumerate(blocks):
        if title is not None and block.text.casefold() == title.casefold():
            return (*blocks[:at], Block(block.text, Role.TITLE), *blocks[at + 1 :])
    return tuple(blocks)


@dataclass(slots=True)
class Builder:
    """Collects words into blocks."""

    blocks: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def say(self, words: str) -> None:
        self.words.append(words)

    def close(self, role: Role | None) -> None:
        """End the block; white space runs become one space, an empty block is none."""
        text = " ".join(spoken("".join(self.words))[0].split())
        self.words.clear()
        if text:
            self.blocks.append(Block(text, role))
