"""What a command acts on: the claim under the cursor, or words chosen from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from tui.model.article import Article
from tui.model.finding import Contradiction, Fact, Only
from tui.model.span import Span
from tui.model.tag import Tag
from tui.page.jumps import Stop
from tui.view.parts.host import Host

if TYPE_CHECKING:
    from tui.page.words import Stretch

Target = tuple[Article, Span]
"""Words of an article."""


class HandHost(Host, Protocol):
    """A screen with a claim in hand."""

    def no_claim(self) -> str:
        """Why there is nothing to act on."""

    def findings(self) -> Sequence[Contradiction | Fact | Only]:
        """The findings that a command is about, the first one first."""


class Hand:
    """Knows what a command means; no command asks anything else."""

    def __init__(self, host: HandHost) -> None:
        self._host = host
        self.stretch: Stretch | None = None
        """The chosen words; None while the whole claim is meant."""
        self.stop: Stop | None = None
        """Where the last jump landed."""

    def target(self) -> Target | None:
        """The chosen words, else the claim. Says so where there is none."""
        if self.stretch:
            return self.stretch.article, self.stretch.span
        return self.claim()

    def claim(self) -> Target | None:
        """The claim under the cursor. Says so where there is none."""
        article, claim = self._host.reading.article, self._host.reading.claim
        if article is None or claim is None:
            self._host.tell(self._host.no_claim())
            return None
        return article, claim

    @property
    def meant(self) -> str:
        """The target in words: the claim or the words."""
        return "the words" if self.stretch else "the claim"

    def findings(self) -> Sequence[Contradiction | Fact | Only]:
        """The findings that a command is about, the first one first."""
        return self._host.findings()

    # -- tags ------------------------------------------------------------------

    def tag_on(self, target: Target) -> Tag | None:
        """The tag on exactly these words."""
        listed = self._host.reading.tagged.by_article.get(target[0].id, ())
        return next((tag for span, tag in listed if span == target[1]), None)

    def nearest_tag(self, target: Target) -> Tag | None:
        """The tag on the chosen words; else the one jumped to, the claim's own, the first."""
        return self.tag_on(target) if self.stretch else self.tag_near()

    def tag_near(self) -> Tag | None:
        """The tag on the claim that was jumped to, else the first one."""
        here = [tag for _, tag in self._host.reading.tags_here]
        jumped = self.stop.id if self.stop else ""
        return next((t for t in here if t.id == jumped), here[0] if here else None)
