"""The marks of the page, made anew only when something they show changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.model.article import Story
from tui.model.finding import Analysis, Contradiction, Fact
from tui.model.tag import Session
from tui.page.marks import (
    NO_MARKS,
    Marks,
    Show,
    drawn_marks,
    finding_marks,
    tag_marks,
    with_verdicts,
)
from tui.page.signs import Signs
from tui.view.story.lately import Lately
from tui.view.story.tagged import Tagged


class Findings(NamedTuple):
    """What the marks of findings are made from."""

    story: Story
    every: Analysis
    """All that was found, whatever the reader wants to see."""
    shown: Analysis
    """What of it the reader wants to see."""
    show: Show
    signs: Signs


class Marked:
    """Marks of one story after the other; what they are made from is compared by identity.

    Made in steps, each kept for itself, because a tag changes no mark of a
    finding and a decision those of one finding only.
    """

    def __init__(self) -> None:
        self._every: Lately[Marks] = Lately(1)
        self._undecided: Lately[Marks] = Lately(8)
        self._decided: Lately[Marks] = Lately(1)
        self._tags: Lately[Marks] = Lately(1)
        self._whole: Lately[Marks] = Lately(1)

    def forget(self) -> None:
        """Let go of all marks, which would be as large again for another story."""
        found = (self._every, self._undecided, self._decided)
        for kept in (*found, self._tags, self._whole):
            kept.forget()

    def undecided(self, of: Findings) -> Marks:
        """The marks of the findings as if the reader had decided on none."""

        def every() -> Marks:
            return finding_marks(of.story, of.every, {}, signs=of.signs)

        def drawn() -> Marks:
            return drawn_marks(self._every.get((of.story, of.every), every), of.shown, of.show)

        return self._undecided.get((of.story, of.shown, of.show), drawn)

    def decided(
        self,
        of: Findings,
        session: Session,
        decided_on: Callable[[], Sequence[Contradiction | Fact]],
    ) -> Marks:
        """The marks of the findings, with the reader's word on them.

        `decided_on` yields all that the reader confirmed or rejected, whether it shows or not.
        """

        def drawn() -> Marks:
            known = of.shown.by_id
            found = [finding for finding in decided_on() if finding.id in known]
            decided = Analysis(
                facts=tuple(f for f in found if isinstance(f, Fact)),
                contradictions=tuple(c for c in found if isinstance(c, Contradiction)),
            )
            undecided, verdicts = self.undecided(of), session.verdicts
            return with_verdicts(undecided, of.story, decided, verdicts, of.show, of.signs)

        return self._decided.get((of.story, of.shown, session.decisions, of.show), drawn)

    def whole(self, found: Marks, tagged: Tagged, show: Show, signs: Signs) -> Marks:
        """The marks of findings and tags."""

        def of_tags() -> Marks:
            return Marks.of(tag_marks(tagged.session, tagged.places, signs, tagged.asking))

        def drawn() -> Marks:
            tags = NO_MARKS if show is Show.NONE else self._tags.get((tagged,), of_tags)
            return found.joined(tags)

        return self._whole.get((found, tagged.session, show), drawn)
