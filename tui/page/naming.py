"""The names (`finding_key`) under which a session keeps decisions on findings, each computed
once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from tui.model.article import Story
from tui.model.finding import Analysis, Contradiction, Fact, finding_key


class FindingNames:
    """The names of all contradictions and shared facts of a story, made when they are needed.

    A long story has thousands, and a decision asks for all; `go_on` makes some ahead.
    """

    def __init__(self, story: Story, analysis: Analysis) -> None:
        self.story, self.analysis = story, analysis
        self._known: dict[str, str] = {}
        self._called: dict[str, list[Contradiction | Fact]] = {}
        self._rest: Iterator[Contradiction | Fact] = iter(
            (*analysis.contradictions, *analysis.facts)
        )

    def of(self, finding: Contradiction | Fact) -> str:
        """The name of a finding, by its id."""
        if finding.id not in self._known:
            self._known[finding.id] = finding_key(finding, self.story)
        return self._known[finding.id]

    def go_on(self, most: int) -> bool:
        """Name `most` more findings; returns whether there may be others without a name."""
        named = 0
        for finding in islice(self._rest, most):
            self._called.setdefault(self.of(finding), []).append(finding)
            named += 1
        return named == most

    def called(self, names: Iterable[str]) -> list[Contradiction | Fact]:
        """The findings that have one of these names."""
        while self.go_on(1000):
            pass
        return [finding for name in names for finding in self._called.get(name, ())]
