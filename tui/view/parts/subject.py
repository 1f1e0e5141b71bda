"""What a story is read for: what is found in it, walked through and decided."""

from __future__ import annotations

from tui.model.article import Story
from tui.model.finding import Analysis, Contradiction
from tui.page.jumps import Stop
from tui.page.lines import Line


class Subject:
    """Here what the program found, all of it, in the usual words."""

    name = "contradiction"
    """What is to be decided."""

    def to_show(self, story: Story, analysis: Analysis) -> Analysis:
        """What of the analysis the screen is about."""
        return analysis

    def passed_by(self, kind: str, stop: Stop) -> bool:
        """Whether a walk goes past a stop of its kind."""
        return False

    @property
    def counted(self) -> bool:
        """Whether the top line may tell how much was found."""
        return True

    @property
    def detail(self) -> str:
        """What stands behind the title; empty for the usual words."""
        return ""

    def box(self, found: Contradiction, width: int, rows: int) -> tuple[Line, ...]:
        """The bar for a contradiction in hand; nothing for the usual one."""
        return ()

    def left(self) -> tuple[str, list[str]] | None:
        """What the bar says when none is in hand, title and texts; None for the usual words."""
        return None
