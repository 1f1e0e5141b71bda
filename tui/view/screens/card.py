"""The card of a claim: everything said of it, each line a way to go there."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui import keys
from tui.config import Config
from tui.model.article import Article
from tui.model.clean import visible
from tui.model.finding import Mention
from tui.model.span import Span
from tui.page.card import Entry, Known, card
from tui.page.heads import date_of, outlet_of
from tui.page.wrap import quoted
from tui.view.screens.place_window import PlaceWindow
from tui.view.story.open_story import OpenStory
from tui.view.widgets.choice_list import ChoiceList
from tui.view.widgets.window import Window
from tui.workspace import now

STYLES = {
    "head-conflict": "bold $mark-conflict",
    "head-shared": "bold $mark-shared",
    "head-only": "$mark-only",
    "head-tag": "bold $mark-tag-sign",
}


class CardWindow(PlaceWindow[Mention | None]):
    """Enter gives the mention to go to; a link can be parted here."""

    PLACE = keys.CARD

    def __init__(self, reading: OpenStory, config: Config, article: Article, claim: Span) -> None:
        super().__init__(reading, config)
        self.article, self.claim = article, claim
        self.entries: tuple[Entry, ...] = ()
        self.add_commands(
            {
                "open": self.open,
                "remove-tag": self._part,
                "card": self.cancel,
            }
        )

    def compose(self) -> ComposeResult:
        article = self.article
        with Window(classes="window card") as window:
            told = f"{article.id} · {outlet_of(article)} · {date_of(article)}"
            window.border_title = Content(f"Claim in {visible(told)}")
            window.hint(self.hints("undo", "remove-tag", "open", "cancel"))
            quote = quoted(visible(self.claim.of(article.text)))
            yield Static(quote, classes="claim", markup=False)
            yield ChoiceList()

    def on_mount(self) -> None:
        self.fill()
        self.options.focus()

    def fill(self) -> None:
        """Read everything again; the same line stays in hand."""
        reading = self.reading
        known = Known(
            reading.story, reading.session, reading.places, reading.decided, reading.signs
        )
        claim = Mention(self.article.id, self.claim)
        self.entries = _spaced(card(claim, reading.tags_here, reading.findings(), known))
        options = self.options
        at = options.highlighted
        options.clear_options()
        if not self.entries:
            words = "No other article was found to tell or deny this, and it carries no tag."
            options.add_option(Option(Content(words), disabled=True))
            return
        options.add_options(
            [Option(self._line(e), disabled=_leads_nowhere(e)) for e in self.entries]
        )
        open_lines = [n for n, e in enumerate(self.entries) if not _leads_nowhere(e)]
        if open_lines:
            options.highlighted = at if at in open_lines else open_lines[0]

    def _line(self, entry: Entry) -> Content:
        style = STYLES.get(entry.look, "")
        if entry.look.startswith("head-"):
            return Content.assemble((f"{entry.lead} ", style), (visible(entry.words), style))
        if entry.look == "said":
            return Content.assemble("    ", (visible(entry.words), "italic $mark-dim"))
        value = f"{entry.value} {self.reading.signs.dot} " if entry.value else ""
        return Content.assemble(
            (f"  {entry.lead} ", "bold $mark-number"),
            (visible(value), "bold"),
            visible(entry.words),
        )

    def _chosen(self) -> Entry | None:
        at = self.options.highlighted
        return self.entries[at] if at is not None and at < len(self.entries) else None

    # -- commands --------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def open(self) -> None:
        chosen = self._chosen()
        if chosen and chosen.there:
            self.dismiss(chosen.there)
        elif chosen:
            self.rashomon.tell("These words are not found in the article any more")

    def _part(self) -> None:
        from tui.session import edits

        chosen = self._chosen()
        if chosen is None or chosen.tie is None:
            self.rashomon.tell("Only a link you made can be removed here; move to its line first")
            return
        tie = chosen.tie
        self.change(lambda s: edits.tie(s, tie.a, tie.b, tie.relation, now()))


def _spaced(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """With a blank line in front of every head but the first."""
    spaced: list[Entry] = []
    for entry in entries:
        if entry.look.startswith("head-") and spaced:
            spaced.append(Entry("said", "", ""))
        spaced.append(entry)
    return tuple(spaced)


def _leads_nowhere(entry: Entry) -> bool:
    return entry.there is None and entry.tie is None
