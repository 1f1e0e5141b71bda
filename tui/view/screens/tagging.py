"""Tags, notes and decisions, for every screen with a cursor."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.article import Article
from tui.model.finding import Contradiction, Fact, Kind, Only
from tui.model.span import Span
from tui.model.tag import Tag, Verdict
from tui.page.jumps import Stop
from tui.page.marks import Show
from tui.page.wrap import quoted
from tui.view.screens.linking import LinkingScreen
from tui.view.state import now


class TaggingScreen(LinkingScreen, part=True):
    """Tags, notes and decisions at the cursor; every change is saved at once."""

    stop: Stop | None = None
    """Where the last jump landed."""

    # -- labels ----------------------------------------------------------------

    def action_label(self, digit: str) -> None:
        for label in self.reading.session.tagset:
            if label.digit == digit:
                self.toggle(label.name)
                return
        menu = self.shown_key("label-menu")
        self.rashomon.tell(f"No label has the digit {digit}; {menu} lists all labels")

    def toggle(self, label: str) -> None:
        """Put a label on the claim under the cursor, or take it off."""
        from tui.session import edits

        if target := self.target():
            article, span = target
            if self.change(lambda s: edits.toggle_label(s, article, span, label, now())):
                self.reading.last_label = label

    def action_label_menu(self) -> None:
        from tui.session import edits
        from tui.view.screens.windows import LabelMenu

        if (target := self.target()) is None:
            return
        tag = self.tag_on(target)
        on = tag.labels if tag else ()

        def chosen(label: str | None) -> None:
            if label and self.change(lambda s: edits.toggle_label(s, *target, label, now())):
                self.reading.last_label = label

        self.app.push_screen(LabelMenu(self.reading.session.tagset, on), chosen)

    def action_repeat_label(self) -> None:
        from tui.session import edits

        label = self.reading.last_label
        if not label:
            self.rashomon.tell("No label was used yet; press its digit")
        elif (claim := self.target()) is not None:
            self.change(lambda s: edits.label_many(s, (claim,), label, now()))

    def action_label_row(self) -> None:
        from tui.session import edits

        label, spot, sheet = self.reading.last_label, self.page.spot, self.page.view.sheet
        if not label or spot is None or sheet is None:
            self.rashomon.tell("No label was used yet; press its digit first")
            return
        claims = [
            (self.reading.story.by_id[a], self._closest(a, spans))
            for a, spans in sheet.claims(spot.block).items()
            if spans
        ]
        self.change(lambda s: edits.label_many(s, claims, label, now()), tell=True)

    def _closest(self, article: str, spans: tuple[Span, ...]) -> Span:
        """The claim of an aligned cell that tells what the cursor's claim tells."""
        found = {f.id for f in self.reading.findings() if not isinstance(f, Only)}
        for span in spans:
            if found & {m.id for m in self.reading.marks.within(article, span) if m.id}:
                return span
        if self.reading.cursor and self.reading.cursor.article == article and self.reading.claim:
            return self.reading.claim
        return spans[0]

    # -- several tags on one claim ---------------------------------------------

    def tag_on(self, target: tuple[Article, Span]) -> Tag | None:
        """The tag on exactly these words."""
        listed = self.reading.tagged.by_article.get(target[0].id, ())
        return next((tag for span, tag in listed if span == target[1]), None)

    def _nearest(self, target: tuple[Article, Span]) -> Tag | None:
        """The tag on the chosen words; else the one jumped to, the claim's own, the first."""
        return self.tag_on(target) if self.stretch else self.tag_near()

    def tag_near(self) -> Tag | None:
        """Of the tags on the claim the one that was jumped to, else the first."""
        here = [tag for _, tag in self.reading.tags_here]
        jumped = self.stop.id if self.stop else ""
        return next((t for t in here if t.id == jumped), here[0] if here else None)

    def action_remove_tag(self) -> None:
        from tui.session import edits

        if target := self.target():
            tag = self._nearest(target)
            which = tag.id if tag else target
            self.change(lambda s: edits.remove_tag(s, which, now()), tell=True)

    def action_edit_note(self) -> None:
        """Asks which tag is meant where words of the claim are tagged on their own."""
        target = self.target()
        if target is None:
            return
        parts = [tag for span, tag in self.reading.tags_here if span != target[1]]
        if self.stretch or not parts:
            self._write_note(target, self.tag_on(target))
            return
        jumped = next((t for t in parts if self.stop and t.id == self.stop.id), None)
        if jumped:
            self._write_note(target, jumped)
            return
        self._ask_which(target, parts)

    def _ask_which(self, target: tuple[Article, Span], parts: Sequence[Tag]) -> None:
        from tui.view.screens.windows import PickWindow, tag_option

        article, claim = target
        whole = self.tag_on(target)
        choices = [("", tag_option(whole, claim.of(article.text), "the whole sentence"))]
        choices += [(tag.id, tag_option(tag, tag.anchor.quote)) for tag in parts]

        def chosen(id: str | None) -> None:
            if id is not None:
                tag = next((t for t in parts if t.id == id), whole)
                self._write_note(target, tag)

        self.app.push_screen(PickWindow("Which tag do you mean?", choices), chosen)

    def _write_note(self, target: tuple[Article, Span], tag: Tag | None) -> None:
        from tui.session import edits
        from tui.view.screens.windows import NoteWindow, Written

        article, span = target
        which = tag.id if tag else target

        def keep(note: Written) -> None:
            self.change(
                lambda s: edits.set_note(s, which, note.text, note.status, note.confidence, now())
            )

        quote = tag.anchor.quote if tag else span.of(article.text)
        self.app.push_screen(NoteWindow(f"{article.id} {quoted(quote)}", Written.of(tag), keep))

    # -- findings --------------------------------------------------------------

    def in_hand(self) -> Sequence[Contradiction | Fact | Only]:
        """The findings that a command is about, the first one first."""
        return self.reading.findings()

    @property
    def not_compared(self) -> str:
        """Why there are no findings yet; `{}` stands for the key that compares."""
        return "The articles are not compared yet; {} compares them"

    def says_hidden(self, *shown: Show) -> bool:
        """Tell why findings do not show now, and the way out; False when they do.

        `shown` are the choices of marks with which findings of this sort are drawn.
        """
        reading = self.reading
        if not reading.analysed:
            key, words = "reload", self.not_compared
        elif reading.blind:
            key, words = "blind", "You read blind; {} shows the findings again"
        elif reading.show not in shown:
            key, words = "cycle-marks", "Marks of this sort are hidden; {} shows others"
        else:
            return False
        self.rashomon.tell(words.format(self.shown_key(key)))
        return True

    def say_why(self) -> None:
        from tui.view.screens.why import WhyWindow

        found = self.in_hand()
        if not found:
            self.show_help()
            return

        def decided(verdict: Verdict | None) -> None:
            if verdict:
                self.decide(verdict)

        self.app.push_screen(WhyWindow(self.reading, found, self.keymap), decided)

    def action_confirm(self) -> None:
        self.decide(Verdict.CONFIRMED)

    def action_reject(self) -> None:
        self.decide(Verdict.REJECTED)

    def decide(self, verdict: Verdict) -> None:
        """Confirm or reject the finding at the cursor; the same again takes it back."""
        from tui.session import edits

        found = [f for f in self.in_hand() if not isinstance(f, Only)]
        if not found and self.says_hidden(Show.ALL, Show.CONFLICTS, Show.SHARED):
            return
        if not found:
            key = self.shown_key("next-conflict")
            self.rashomon.tell(f"No finding here to decide on; {key} goes to a contradiction")
            return
        first = found[0]
        if isinstance(first, Contradiction) and first.kind is Kind.TAGGING:
            self.rashomon.tell("Go back to the columns to decide between annotators")
            return
        key = self.reading.key_of(first)
        before = self.reading.session.verdicts.get(key)
        wanted = None if before is verdict else verdict
        words = first.question if isinstance(first, Contradiction) else first.text
        self.change(lambda s: edits.decide(s, key, wanted, words, now()))

    def action_cycle_marks(self) -> None:
        shows = list(type(self.reading.show))
        self.reading.show = shows[(shows.index(self.reading.show) + 1) % len(shows)]
        self.rebuild()

    # -- other screens ---------------------------------------------------------

    def action_source(self) -> None:
        from tui.view.screens.source import SourceScreen

        self.app.push_screen(SourceScreen(self.reading, self.config))

    def action_tags(self) -> None:
        from tui.view.screens.tags import TagsScreen

        self.app.push_screen(TagsScreen(self.reading, self.config))

    def action_export(self) -> None:
        from tui.view.screens.export import ExportWindow

        self.app.push_screen(ExportWindow(self.reading, self.config))
