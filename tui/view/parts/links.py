"""Claims joined across articles."""

from __future__ import annotations

from tui.model.finding import Mention
from tui.model.tag import Relation
from tui.view.bindings import Commands
from tui.view.parts.edits import Edits
from tui.view.parts.hand import Hand
from tui.view.parts.host import Host
from tui.workspace import now


class Links:
    """Picks up a claim and joins it to another."""

    def __init__(self, host: Host, hand: Hand, edits: Edits) -> None:
        self._host, self._hand, self._edits = host, hand, edits
        self.commands: Commands = {
            "link-same": lambda: self._link(Relation.SAME),
            "link-contradicts": lambda: self._link(Relation.CONTRADICTS),
        }

    def _link(self, relation: Relation) -> None:
        """The first press picks up the claim; the second, on another, relates the two."""
        from tui.session import edits

        target = self._hand.target()
        if target is None:
            return
        article, span = target
        reading = self._host.reading
        here, held = Mention(article.id, span), reading.held
        if held is None:
            reading.held = here
            self._host.rebuild()
        elif held == here:
            self.put_down()
        else:
            first = reading.story.by_id[held.article], held.span
            reading.held = None
            tied = self._edits.change(
                lambda s: edits.tie(s, first, target, relation, now()), tell=True
            )
            if not tied:
                self._host.rebuild()

    def put_down(self) -> bool:
        """Put down the claim picked up for a link; False if there is none."""
        if self._host.reading.held is None:
            return False
        self._host.reading.held = None
        self._host.rebuild()
        return True
