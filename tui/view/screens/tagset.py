"""The tagset by keyboard: add, rename everywhere, merge, colour, key, sign, meaning, delete."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from tui import keys
from tui.config import Config
from tui.model.clean import visible
from tui.model.counted import counted
from tui.model.tag import COLOURS, Label
from tui.page.wrap import fit, width_of
from tui.session import labels
from tui.view.looks import chip_colours
from tui.view.screens.place_window import PlaceWindow
from tui.view.screens.windows import LOW, PickWindow
from tui.view.story.open_story import OpenStory
from tui.view.widgets.choice_list import ChoiceList
from tui.view.widgets.fields import Line
from tui.view.widgets.find_bar import LONGEST
from tui.view.widgets.window import Window
from tui.workspace import now


class TagsetWindow(PlaceWindow[None]):
    """The labels as a list; a key changes the one in hand, each change one step to undo."""

    PLACE = keys.LABELS
    VERTICAL_BREAKPOINTS = LOW

    def __init__(self, reading: OpenStory, config: Config) -> None:
        super().__init__(reading, config)
        self._then: Callable[[str], bool] | None = None
        """Called with the words that were typed; returns whether they were accepted."""
        self._names: list[str] = []
        """The names as listed."""
        self.add_commands(
            {
                **{f"label-{digit}": partial(self._set_digit, digit) for digit in "1234567890"},
                "add-label": self._add_label,
                "rename-label": self._rename_label,
                "merge-label": self._merge_label,
                "define-label": self._define_label,
                "colour-label": self._colour_label,
                "sign-label": self._sign_label,
                "delete-label": self._delete_label,
                "tagset": self.cancel,
            }
        )

    def compose(self) -> ComposeResult:
        with Window(classes="window card") as window:
            window.border_title = Content("Labels")
            window.hint(self.hints("undo", "cancel"))
            yield ChoiceList(classes="-lines")
            yield Static(id="asked", classes="field", markup=False)
            yield Line(max_length=LONGEST)
            yield Static(id="keys", classes="hint", markup=False)

    def on_resize(self) -> None:
        hint = self.query_one("#keys", Static)
        self.call_after_refresh(lambda: hint.update(self._keys(hint.size.width)))

    def _keys(self, width: int) -> Content:
        """The keys of the window, a key and its word on one line."""
        ids = (
            "add-label", "rename-label", "merge-label", "define-label",
            "colour-label", "sign-label", "delete-label",
        )  # fmt: skip
        named = [(self.shown_key(id), keys.BY_ID[id].short) for id in ids]
        named.append((f"{self.shown_key('label-1')}–{self.shown_key('label-0')}", "key"))
        parts: list[str | tuple[str, str]] = []
        used = 0
        for key, word in named:
            need = width_of(key) + 1 + width_of(word)
            if parts:
                more = used + 2 + need <= width
                parts.append("  " if more else "\n")
                used = used + 2 if more else 0
            parts += [(key, "bold $accent"), f" {word}"]
            used += need
        return Content.assemble(*parts)

    def on_mount(self) -> None:
        self.fill()
        self._close()

    # -- the list --------------------------------------------------------------

    def fill(self) -> None:
        """Draw the labels again; the same one stays in hand."""
        options, session = self.options, self.reading.session
        was = self._name_at(options.highlighted)
        at = options.highlighted or 0
        options.clear_options()
        names = [label.name for label in session.tagset]
        self._names = names
        wide = max((width_of(visible(name)) for name in names), default=0)
        uses = {name: labels.uses(session, name) for name in names}
        digits = max((len(str(n)) for n in uses.values()), default=1)
        for label in session.tagset:
            options.add_option(Option(self._line(label, wide, uses[label.name], digits)))
        if names:
            options.highlighted = names.index(was) if was in names else min(at, len(names) - 1)

    def _name_at(self, at: int | None) -> str:
        return self._names[at] if at is not None and at < len(self._names) else ""

    def _line(self, label: Label, wide: int, uses: int, digits: int) -> Content:
        key = self.shown_key(f"label-{label.digit}") if label.digit else " "
        name = visible(label.name) + " " * (wide - width_of(visible(label.name)))
        used = f"{uses:>{digits}} claim{'s' * (uses != 1)}".ljust(digits + 7)
        sign = f"{self.reading.signs.tag}{visible(label.sign or label.name[:1].upper())}"
        return Content.assemble(
            (f"{key} ", "bold $accent"),
            (sign, chip_style(label.colour, self.app.theme_variables)),
            " " * (4 - width_of(sign)),
            (name, "bold"),
            (f"  {used if uses else 'unused'.ljust(digits + 7)}  ", "$mark-dim"),
            visible(label.meaning),
        )

    @property
    def _chosen(self) -> Label | None:
        """The label in hand; says so when there is none."""
        name = self._name_at(self.options.highlighted)
        found = next((x for x in self.reading.session.tagset if x.name == name), None)
        if found is None:
            self.rashomon.tell(f"There is no label yet; {self.shown_key('add-label')} adds one")
        return found

    # -- asking for words ------------------------------------------------------

    def _ask(self, words: str, value: str, then: Callable[[str], bool]) -> None:
        field = self.query_one(Input)
        self.query_one("#asked", Static).update(Content(words))
        self.query_one("#asked").display = field.display = True
        field.value = value
        field.cursor_position = len(value)
        self._then = then
        self._say_keys("enter keeps it · esc leaves it as it was")
        field.focus()

    def _close(self) -> None:
        self._then = None
        self.query_one("#asked").display = self.query_one(Input).display = False
        self._say_keys(self.hints("undo", "cancel"))
        self.options.focus()

    def _say_keys(self, words: str) -> None:
        self.query_one(Window).hint(words)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if self._then is None or self._then(event.value):
            self._close()

    def cancel(self) -> None:
        if self._then:
            self._close()
        else:
            self.dismiss(None)

    # -- changes ---------------------------------------------------------------

    def _add_label(self) -> None:
        def add(name: str) -> bool:
            done = self.change(lambda s: labels.add_label(s, name, now()))
            if done:
                self.options.highlighted = len(self._names) - 1
            return done

        self._ask("Name of the new label:", "", add)

    def _rename_label(self) -> None:
        if (label := self._chosen) is None:
            return

        def rename(new: str) -> bool:
            at = self.options.highlighted
            done = self.change(lambda s: labels.rename_label(s, label.name, new, now()))
            if done:
                self.options.highlighted = at
                if self.reading.last_label == label.name:
                    self.reading.last_label = self._name_at(at)
            return done

        self._ask(f"New name of ‘{visible(label.name)}’, on every claim:", label.name, rename)

    def _define_label(self) -> None:
        if (label := self._chosen) is None:
            return
        self._ask(
            f"When to use ‘{visible(label.name)}’:",
            label.meaning,
            lambda words: self.change(lambda s: labels.set_meaning(s, label.name, words, now())),
        )

    def _sign_label(self) -> None:
        if (label := self._chosen) is None:
            return
        self._ask(
            f"One or two letters for ‘{visible(label.name)}’ in the text:",
            label.sign,
            lambda words: self.change(lambda s: labels.set_sign(s, label.name, words, now())),
        )

    def _set_digit(self, digit: str) -> None:
        if label := self._chosen:
            wanted = "" if label.digit == digit else digit
            self.change(lambda s: labels.set_digit(s, label.name, wanted, now()))

    def _merge_label(self) -> None:
        if (label := self._chosen) is None:
            return
        others = [x for x in self.reading.session.tagset if x.name != label.name]
        if not others:
            self.rashomon.tell("There is no other label to merge it into")
            return

        def chosen(into: str | None) -> None:
            if into:
                self.change(lambda s: labels.merge_labels(s, label.name, into, now()))

        choices = [
            (x.name, Content.assemble((visible(x.name), "bold"), f"  {visible(x.meaning)}"))
            for x in others
        ]
        self.app.push_screen(PickWindow(f"Merge ‘{visible(label.name)}’ into", choices), chosen)

    def _colour_label(self) -> None:
        if (label := self._chosen) is None:
            return
        sign = f" {self.reading.signs.tag}{visible(label.sign)} "

        def chosen(colour: str | None) -> None:
            if colour is not None:
                self.change(lambda s: labels.set_colour(s, label.name, colour, now()))

        names = ("", *COLOURS, *([label.colour] if label.colour.startswith("#") else []))
        choices = [
            (
                name,
                Content.assemble(
                    (sign, chip_style(name, self.app.theme_variables)),
                    f"  {name or 'tag, as the theme has it'}",
                ),
            )
            for name in names
        ]
        self.app.push_screen(PickWindow(f"Colour of ‘{visible(label.name)}’", choices), chosen)

    def _delete_label(self) -> None:
        """Delete a label; first ask if any claim carries it."""
        if (label := self._chosen) is None:
            return
        session, name = self.reading.session, label.name
        count = labels.uses(session, name)
        if not count:
            self.change(lambda s: labels.remove_label(s, name, now()))
            return
        gone = len(labels.remove_label(session, name, now()).removed)
        claims = counted(count, "claim")
        lost = f"; {gone} of them had nothing else and lose the tag" if gone else ""

        def chosen(answer: str | None) -> None:
            if answer == "delete":
                self.change(lambda s: labels.remove_label(s, name, now()))
            elif answer == "merge":
                self._merge_label()

        choices = [
            ("keep", Content("Keep it")),
            ("merge", Content("Merge it into another label")),
            ("delete", Content(fit(f"Delete it from the tagset and from {claims}{lost}", 200))),
        ]
        window = PickWindow(f"‘{visible(name)}’ is on {claims}", choices)
        self.app.push_screen(window, chosen)


def chip_style(colour: str, variables: Mapping[str, str]) -> str:
    """The style of a chip in a window: a label's colour under words that stand out from it."""
    if not colour:
        return "bold $mark-tag on $mark-tag-ground"
    words, ground = chip_colours(variables, colour)
    return f"bold {words} on {ground}"
