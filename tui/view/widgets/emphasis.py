"""What is lit up besides the text's own marks, and how lines look under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rich.style import Style

from tui.model.finding import Mention
from tui.model.span import Span
from tui.page.lines import Fragment, Line, cut_at
from tui.page.marks import DISPUTES
from tui.page.sheet import Spot, is_in
from tui.page.signs import Signs
from tui.view.looks import StyleBook


class Traits(NamedTuple):
    """What a line of text holds, for all that might be lit up on it."""

    ids: frozenset[str]
    """Of the findings and tags on it."""
    reach: Mapping[str, tuple[int, int]]
    """Article → the first and the last offset of its words on the line."""


def traits_of(line: Line) -> Traits:
    ids: set[str] = set()
    reach: dict[str, tuple[int, int]] = {}
    for fragment in line:
        ids.update(fragment.ids)
        if span := fragment.span:
            start, end = reach.get(fragment.article, (span.start, span.end))
            reach[fragment.article] = min(start, span.start), max(end, span.end)
    return Traits(frozenset(ids), reach)


class Emphasis(NamedTuple):
    """What the reader has in hand, wherever on the page it stands."""

    spot: Spot | None = None
    same: frozenset[str] = frozenset()
    """Facts under the cursor: shown wherever they are told."""
    current: str = ""
    """The contradiction in hand."""
    chosen: Mention | None = None
    """Words chosen in place of the whole claim."""
    end: Span | None = None
    """The word at the end of `chosen` that moves."""
    held: Mention | None = None
    """The claim or paragraph in hand, that waits for another."""
    hit: Mention | None = None
    """The hit of a search that was walked to."""

    def on(self, line: Line, traits: Traits, head: bool) -> object:
        """The part that touches a line; None for most. A line looks the same under the same part.

        `head` says that the line stands above the text. Every line on screen is
        asked after at every key, and its `traits` say at once that nothing touches most.
        """
        spot, chosen, held, hit = self.spot, self.chosen, self.held, self.hit
        letter = spot.article if spot and head else ""
        ids = traits.ids & (self.same | {self.current}) if traits.ids else traits.ids
        here = (
            spot is not None
            and _reaches(traits, spot.article, spot.claim)
            and any(is_in(fragment, spot) for fragment in line)
        )
        on_chosen = chosen is not None and _touches(line, traits, chosen)
        on_held = held is not None and _touches(line, traits, held)
        on_hit = (
            hit is not None
            and _reaches(traits, hit.article, hit.span)
            and any(_is_hit(fragment, hit) for fragment in line)
        )
        if not (letter or here or ids or on_chosen or on_held or on_hit):
            return None
        return (
            letter,
            spot if here else None,
            ids,
            (chosen, self.end) if on_chosen else None,
            held.article if held and on_held else "",
            hit if on_hit else None,
        )


def _reaches(traits: Traits, article: str, words: Span) -> bool:
    """Whether some of `words` may stand on the line."""
    start, end = traits.reach.get(article, (0, -1))
    return start <= words.end and words.start <= end


def _touches(line: Line, traits: Traits, words: Mention) -> bool:
    return _reaches(traits, words.article, words.span) and any(
        _overlaps(fragment, words) for fragment in line
    )


def styled(
    line: Line, emphasis: Emphasis, book: StyleBook, signs: Signs
) -> Iterator[tuple[str, Style]]:
    """The line in pieces of one style."""
    spot, held, style = emphasis.spot, emphasis.held, book.style
    here = spot.article if spot and any(is_in(f, spot) for f in line) else None
    in_hand = held.article if held and any(_overlaps(f, held) for f in line) else None
    for fragment in line:
        if fragment.look == "bar":
            sign = signs.hand if fragment.article == in_hand else " "
            yield (signs.bar if fragment.article == here else sign), style("bar")
            continue
        look = look_of(fragment, emphasis)
        under = here is not None and spot is not None and is_in(fragment, spot)
        for text, over in _parted(fragment, emphasis):
            yield text, style(look + over, under)


def _overlaps(fragment: Fragment, words: Mention) -> bool:
    if fragment.article != words.article or not fragment.span:
        return False
    return fragment.span.overlaps(words.span)


def _is_hit(fragment: Fragment, hit: Mention) -> bool:
    """Whether these are words of the hit in hand."""
    span = fragment.span
    if span is None or not fragment.look.startswith("hit"):
        return False
    return fragment.article == hit.article and hit.span.covers(span)


def _parted(fragment: Fragment, emphasis: Emphasis) -> Iterable[tuple[str, str]]:
    """Its text in pieces, each with the look that lies over it: chosen or nothing."""
    chosen, end = emphasis.chosen, emphasis.end
    if chosen is None or fragment.article != chosen.article or not fragment.span:
        return ((fragment.text, ""),)
    pieces = cut_at(fragment, (chosen.span, *((end,) if end else ())))
    return [(piece.text, _over(piece, chosen.span, end)) for piece in pieces]


def _over(piece: Fragment, chosen: Span, end: Span | None) -> str:
    if piece.span is None or not chosen.covers(piece.span):
        return ""
    return "+chosen-end" if end and end.covers(piece.span) else "+chosen"


def look_of(fragment: Fragment, emphasis: Emphasis) -> str:
    """The name of the look in which a fragment is drawn."""
    look, ids = fragment.look, fragment.ids
    if look == "letter" and emphasis.spot:
        return "letter-here" if fragment.article == emphasis.spot.article else look
    if emphasis.hit and _is_hit(fragment, emphasis.hit):
        return look.replace("hit", "hit-here", 1)
    if not ids:
        return look
    name, plus, more = look.partition("+")
    if emphasis.current in ids and name in DISPUTES:
        return "current" + plus + more
    if name.removeprefix("chip-") in DISPUTES and emphasis.current in ids:
        return "chip-current"
    if name == "shared" and emphasis.same.intersection(ids):
        return "same" + plus + more
    return look
