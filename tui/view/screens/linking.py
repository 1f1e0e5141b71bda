"""Claims joined across articles, and the line that says what is in hand or asked."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.finding import Mention
from tui.model.tag import Relation
from tui.page.lines import Fragment, Line, cut
from tui.page.wrap import quoted
from tui.view.screens.selecting import SelectingScreen
from tui.view.state import now
from tui.view.widgets.lines_view import LinesView


class LinkingScreen(SelectingScreen, part=True):
    """Takes a claim in hand, joins it to another, shows the card of a claim."""

    def action_link_same(self) -> None:
        self._link(Relation.SAME)

    def action_link_contradicts(self) -> None:
        self._link(Relation.CONTRADICTS)

    def _link(self, relation: Relation) -> None:
        """The first claim is taken in hand; the second press says what relates the two."""
        from tui.session import edits

        target = self.target()
        if target is None:
            return
        article, span = target
        here, held = Mention(article.id, span), self.reading.held
        if held is None:
            self.reading.held = here
            self.rebuild()
        elif held == here:
            self.put_down()
        else:
            first = self.reading.story.by_id[held.article], held.span
            self.reading.held = None
            if not self.change(lambda s: edits.tie(s, first, target, relation, now()), tell=True):
                self.rebuild()

    def put_down(self) -> bool:
        """Let go of the claim in hand; False when there is none."""
        if self.reading.held is None:
            return False
        self.reading.held = None
        self.rebuild()
        return True

    def action_cancel(self) -> None:
        if not self.put_down():
            super().action_cancel()

    def action_card(self) -> None:
        from tui.view.screens.card import CardWindow

        if (target := self.target()) is None:
            return

        def chosen(there: Mention | None) -> None:
            if there:
                self.visit(there)

        self.app.push_screen(CardWindow(self.reading, self.config, *target), chosen)

    def action_tagset(self) -> None:
        from tui.view.screens.tagset import TagsetWindow

        self.app.push_screen(TagsetWindow(self.reading, self.config))

    # -- sentences that changed since they were tagged ---------------------------

    def action_why(self) -> None:
        """Shows before and after where the claim is not the one that was tagged."""
        asked = self.reading.asked_here
        if asked and not self.reading.findings():
            self._ask(asked[0][0].id)
        else:
            self.say_why()

    def say_why(self) -> None:
        """Why the claim is marked, by the findings on it."""

    def _ask(self, tag: str) -> None:
        from tui.view.screens.asks import AskWindow

        def chosen(there: Mention | None) -> None:
            if there:
                self.visit(there)

        self.app.push_screen(AskWindow(self.reading, self.config, tag), chosen)

    # -- the line above the footer ---------------------------------------------

    def draw_footer(self) -> None:
        super().draw_footer()
        line = self._held_line() or self._asked_line()
        notice = self.query("#notice")
        if not line:
            notice.remove()
            return
        if notice:
            self.query_one("#notice", LinesView).lines = (line,)
        else:
            view = LinesView("foot", id="notice")
            view.lines = (line,)
            self.mount(view, before="#bar" if self.query("#bar") else "#foot")

    def _held_line(self) -> Line | None:
        """Which claim is in hand, and what the next key does with it."""
        held = self.reading.held
        if held is None:
            return None
        keys = (
            *self._hint_of("link-same", "says the same"),
            *self._hint_of("link-contradicts", "contradicts"),
            *self._hint_of("cancel", "lets go"),
        )
        text = self.reading.story.by_id[held.article].text
        head = f" in hand: {held.article} "
        return _spread(head, quoted(held.span.of(text)), keys, self.area.width)

    def _asked_line(self) -> Line | None:
        """That the sentence is not the one that was tagged, and where to answer."""
        asked = self.reading.asked_here
        if not asked:
            return None
        tag, where = asked[0]
        labels = " ".join(f"‘{name}’" for name in tag.labels) or "with a note"
        moved = where.found.state == "moved"
        what = "the text around this sentence" if moved else "this sentence"
        head = f" {self.reading.signs.changed} {where.article} changed {what} since you tagged it"
        keys = self._hint_of("tags", "decides")
        return _spread(head, f" {labels}: {where.found.why}", keys, self.area.width)

    def _hint_of(self, id: str, words: str) -> tuple[Fragment, Fragment]:
        """A key and what it does here; a click on it does the same."""
        target = f"command:{id}"
        return (
            Fragment(f"  {self.shown_key(id)}", "foot-key", target=target),
            Fragment(f" {words} ", "foot", target=target),
        )


def _spread(head: str, words: str, keys: Sequence[Fragment], width: int) -> Line:
    """Head and words at the left, the keys at the right edge; the words give way."""
    from tui.page.wrap import fit, width_of

    room = max(width - width_of(head) - sum(width_of(key.text) for key in keys), 8)
    shown = fit(words, room)
    shown += " " * max(room - width_of(shown), 0)
    parts = (
        Fragment(head, "foot-label"),
        Fragment(shown, "foot"),
        *keys,
    )
    return cut(parts, width, "foot")
