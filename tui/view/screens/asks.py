"""Deciding what is asked: sentences that changed after they were tagged, claims tagged two ways."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui import keys
from tui.config import Config
from tui.model.clean import visible
from tui.model.finding import Mention
from tui.model.span import Span
from tui.model.tag import Confidence, Status
from tui.page.asks import AROUND, Ask, Kind, Passage, changed_words, now, was
from tui.session import edits
from tui.session.versions import Version, versions
from tui.view.screens.place_window import PlaceWindow
from tui.view.story.open_story import OpenStory
from tui.view.widgets.window import ScrolledWindow
from tui.workspace import now as time

Part = str | Content | tuple[str, str]


class AskWindow(PlaceWindow[Mention | None]):
    """One question after the other; what is decided is one step to undo. Enter goes there."""

    PLACE = keys.ASKS

    def __init__(self, reading: OpenStory, config: Config, first: str = "") -> None:
        """`first` is the id of the tag to begin with."""
        super().__init__(reading, config)
        self.first = first
        self.at = next((n for n, a in enumerate(self.asks) if a.tag.id == first), 0)
        self.place = 0
        """Which of the places where the words may stand is shown."""
        self.add_commands(
            {
                "take-one": lambda: self._take_one(0),
                "take-other": lambda: self._take_one(1),
                "take-both": lambda: self._take(None),
                "accept": self._accept,
                "leave-tag": self._leave_tag,
                "remove-tag": self._remove_tag,
                "next-ask": self._next_ask,
                "open": self.open,
            }
        )
        self.replace_commands(
            {
                "next-claim": lambda: self._other_place(1),
                "previous-claim": lambda: self._other_place(-1),
            }
        )

    def compose(self) -> ComposeResult:
        with ScrolledWindow(classes="window card"):
            yield Static(id="ask", markup=False)

    def on_mount(self) -> None:
        self.query_one(ScrolledWindow).focus()
        self.fill()

    @property
    def asks(self) -> list[Ask]:
        """What is open; a tag without a place only where it was chosen by itself."""
        listed = self.reading.tagged.asks
        return [a for a in listed if a.kind is not Kind.GONE or a.tag.id == self.first]

    @property
    def ask(self) -> Ask | None:
        asks = self.asks
        return asks[min(self.at, len(asks) - 1)] if asks else None

    # -- what is shown ---------------------------------------------------------

    def fill(self) -> None:
        """Show the question in hand; close the window when there is none left."""
        ask = self.ask
        if ask is None:
            self.rashomon.tell("No open questions left")
            self.dismiss(None)
            return
        asks = self.asks
        self.at = asks.index(ask)
        self.place = min(self.place, max(len(ask.places) - 1, 0))
        window = self.query_one(ScrolledWindow)
        place = f"{self.at + 1} of {len(asks)} · " if len(asks) > 1 else ""
        window.border_title = Content(f"{place}{self._title(ask)}")
        window.hint(self._hint(ask))
        self.query_one("#ask", Static).update(Content.assemble(*self._told(ask)))

    def _title(self, ask: Ask) -> str:
        name = ask.article or visible(ask.tag.anchor.file)
        return {
            Kind.TWO_WAYS: "Two writers tagged this claim differently",
            Kind.CHANGED: f"{name} changed this sentence since you tagged it",
            Kind.MOVED: f"{name} changed the text around this sentence since you tagged it",
            Kind.GONE: f"Not in {name} any more",
        }[ask.kind]

    def _hint(self, ask: Ask) -> str:
        if ask.kind is Kind.TWO_WAYS:
            two = ["take-one", "take-other"] if self._versions(ask) else []
            ids = [*two, "take-both"]
        elif ask.kind is Kind.GONE:
            ids = ["remove-tag"]
        else:
            ids = ["accept", "leave-tag"]
        many = ["next-ask"] if len(self.asks) > 1 else []
        return self.hints("undo", "open", *many, *ids, "cancel")

    def _told(self, ask: Ask) -> list[Part]:
        parts: list[Part] = [self._tag_line(ask), "\n\n"]
        if ask.kind is Kind.TWO_WAYS:
            return [*parts, *self._two_ways(ask)]
        if not ask.places:
            return [*parts, *self._passage("was", was(ask.tag), (), "", ""), "\n", self._why(ask)]
        article = self.reading.story.by_id[ask.article]
        old, new = was(ask.tag), now(article.text, ask.places[self.place])
        gone, come = changed_words(old.words, new.words)
        parts += self._passage("was", old, gone, "bold strike $error", "")
        parts += self._passage("now", new, come, "bold underline $success", "")
        if len(ask.places) > 1:
            step = self.shown_key("next-claim"), self.shown_key("previous-claim")
            count = f"place {self.place + 1} of {len(ask.places)}"
            words = f"{count} where it may stand; {step[0]} {step[1]} show the others\n"
            parts.append((words, "$mark-dim"))
        return [*parts, self._why(ask)]

    def _tag_line(self, ask: Ask) -> Content:
        tag = ask.tag
        said = [", ".join(tag.labels) or "no label", tag.status.value]
        if tag.confidence:
            said.append(f"{tag.confidence.value} confidence")
        parts: list[Part] = [
            (f"{self.reading.signs.tag} ", "bold $mark-tag-sign"),
            (visible(" · ".join(said)), "bold"),
        ]
        if tag.note:
            parts.append((f"\n  {visible(' '.join(tag.note.split()))}", "italic $mark-dim"))
        return Content.assemble(*parts)

    def _why(self, ask: Ask) -> Content:
        return Content.assemble((visible(ask.why), "bold $warning"))

    def _passage(
        self, name: str, passage: Passage, marked: Sequence[Span], style: str, plain: str
    ) -> list[Part]:
        """A passage after its name: its surroundings dim, the marked words in `style`."""
        parts: list[Part] = [
            (f"{name}  ", "bold $primary"),
            (_line(_from_word(passage.before)), "$mark-dim"),
        ]
        at = 0
        for span in marked:
            parts += [(_line(passage.words[at : span.start]), plain)]
            parts += [(_line(span.of(passage.words)), style)]
            at = span.end
        parts += [(_line(passage.words[at:]), plain), (_line(_to_word(passage.after)), "$mark-dim")]
        return [*parts, "\n\n"]

    # -- claims tagged two ways ------------------------------------------------

    def _versions(self, ask: Ask) -> tuple[Version, Version] | None:
        return versions(ask.tag, [label.name for label in self.reading.session.tagset])

    def _two_ways(self, ask: Ask) -> list[Part]:
        quote = visible(" ".join(ask.tag.anchor.quote.split()))
        parts: list[Part] = [(f"“{quote}”\n\n", "")]
        found = self._versions(ask)
        if found is None:
            parts += [(visible(sentence) + "\n", "bold $warning") for sentence in ask.tag.conflict]
            key, note = self.shown_key("take-both"), self.shown_key("edit-note")
            words = f"{key} keeps it as it stands above; labels and {note} change it afterwards"
            return [*parts, (words, "$mark-dim")]
        for id, version in zip(("take-one", "take-other"), found, strict=True):
            parts += [(f"{self.shown_key(id)}  ", "bold $accent"), _version(version), "\n"]
        both = self.shown_key("take-both")
        return [*parts, (f"{both}  ", "bold $accent"), ("both, as it stands above", "")]

    def _take(self, version: Version | None) -> None:
        ask = self.ask
        if ask is None or ask.kind is not Kind.TWO_WAYS:
            self.rashomon.tell("Nobody else tagged this claim differently")
            return
        tag = ask.tag
        if version:
            self.change(lambda s: edits.take_version(s, tag.id, version, time()))
        else:
            self.change(lambda s: edits.settle_conflict(s, tag.id, tag.labels, time()))

    def _take_one(self, number: int) -> None:
        found = self._versions(self.ask) if self.ask and self.ask.kind is Kind.TWO_WAYS else None
        if found is None:
            self.rashomon.tell("There are no two versions to choose from")
        else:
            self._take(found[number])

    # -- sentences that changed ------------------------------------------------

    def _accept(self) -> None:
        """Put the tag on the words that are shown."""
        ask = self.ask
        if ask is None or not ask.places or ask.kind is Kind.TWO_WAYS:
            self.rashomon.tell("There are no words here to put the tag on")
            return
        article, span = self.reading.story.by_id[ask.article], ask.places[self.place]
        self.place = 0
        self.change(lambda s: edits.reattach(s, ask.tag.id, article, span, time()))

    def _leave_tag(self) -> None:
        """Keep the tag with the words it had; it is not asked about until the next change."""
        ask = self.ask
        if ask is None or ask.kind not in (Kind.CHANGED, Kind.MOVED):
            self.rashomon.tell("This tag already keeps its old words")
            return
        article = self.reading.story.by_id[ask.article]
        self.place = 0
        self.change(lambda s: edits.leave(s, ask.tag.id, article, time()))

    def _remove_tag(self) -> None:
        if ask := self.ask:
            self.change(lambda s: edits.remove_tag(s, ask.tag.id, time()))

    # -- moving ----------------------------------------------------------------

    def _next_ask(self) -> None:
        self.at, self.place = (self.at + 1) % max(len(self.asks), 1), 0
        self.fill()

    def _other_place(self, step: int) -> None:
        ask = self.ask
        if ask is None or len(ask.places) < 2:
            self.rashomon.tell("There is no other place where it may stand")
            return
        self.place = (self.place + step) % len(ask.places)
        self.fill()

    def open(self) -> None:
        """Leave the question open and go to the words it is about."""
        ask = self.ask
        if ask and ask.places:
            self.dismiss(Mention(ask.article, ask.places[self.place]))
        else:
            self.rashomon.tell("These words are not in the article any more")


def _version(version: Version) -> Content:
    """`fact, check · checked · high confidence · “call her”`."""
    said = [visible(", ".join(version.labels)) or "no label"]
    if version.status is not Status.UNCHECKED:
        said.append(version.status.value)
    if isinstance(version.confidence, Confidence):
        said.append(f"{version.confidence.value} confidence")
    note = f"  “{visible(' '.join(version.note.split()))}”" if version.note else ""
    return Content.assemble((" · ".join(said), "bold"), (note, "italic $mark-dim"))


def _from_word(before: str) -> str:
    """The end of a text, without the half word that it may begin with."""
    _, blank, rest = before.partition(" ")
    return f"…{rest}" if blank and len(before) >= AROUND else before


def _to_word(after: str) -> str:
    """The beginning of a text, without the half word that it may end with."""
    rest, blank, _ = after.rpartition(" ")
    return f"{rest}…" if blank and len(after) >= AROUND else after


def _line(text: str) -> str:
    """Text in one line, its blanks kept at both ends."""
    return visible(text.replace("\n", " "))
