"""What is lit up besides the text's own marks, and how lines look under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rich.style import Style

from tui.model.finding import Mention
from tui.model.span import Span
from tui.page.lines import Fragment, Line, cut_at
from tui.page.marks import DISPUTES
from tui.page.search import NO_HITS, Hits, hits_in
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


Found = tuple[Mention, ...]
"""The hits of a search on one line."""


def hits_on(hits: Hits, traits: Traits) -> Found:
    """The hits that stand on a line, wholly or in part."""
    return tuple(
        Mention(article, hit)
        for article, (start, end) in traits.reach.items()
        for hit in hits_in(hits, article, Span(start, end))
    )


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
    hits: Hits = NO_HITS
    """Where the words of a search stand."""
    hit: Mention | None = None
    """The one of them that was walked to."""

    def on(self, line: Line, traits: Traits, found: Found, head: bool) -> object:
        """The part that touches a line; None for most. A line looks the same under the same part.

        `found` are the hits on it, `head` says that the line stands above the text. Every line
        on screen is asked after at every key, and its `traits` say at once that nothing touches
        most.
        """
        spot, chosen, held = self.spot, self.chosen, self.held
        letter = spot.article if spot and head else ""
        ids = traits.ids & (self.same | {self.current}) if traits.ids else traits.ids
        here = (
            spot is not None
            and _reaches(traits, spot.article, spot.claim)
            and any(is_in(fragment, spot) for fragment in line)
        )
        on_chosen = chosen is not None and _touches(line, traits, chosen)
        on_held = held is not None and _touches(line, traits, held)
        if not (letter or here or ids or on_chosen or on_held or found):
            return None
        return (
            letter,
            spot if here else None,
            ids,
            (chosen, self.end) if on_chosen else None,
            held.article if held and on_held else "",
            found,
            self.hit if self.hit in found else None,
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
    line: Line, emphasis: Emphasis, found: Found, book: StyleBook, signs: Signs
) -> Iterator[tuple[str, Style]]:
    """The line in pieces of one style; `found` are the hits on it."""
    spot, held, style = emphasis.spot, emphasis.held, book.style
    here = spot.article if spot and any(is_in(f, spot) for f in line) else None
    in_hand = held.article if held and any(_overlaps(f, held) for f in line) else None
    for fragment in line:
        if fragment.look == "bar":
            sign = signs.hand if fragment.article == in_hand else " "
            yield (signs.bar if fragment.article == here else sign), style("bar")
            continue
        under = here is not None and spot is not None and is_in(fragment, spot)
        for text, look in parted(fragment, emphasis, found):
            yield text, style(look, under)


def _overlaps(fragment: Fragment, words: Mention) -> bool:
    if fragment.article != words.article or not fragment.span:
        return False
    return fragment.span.overlaps(words.span)


def parted(fragment: Fragment, emphasis: Emphasis, found: Found) -> Iterable[tuple[str, str]]:
    """Its text in pieces, each with the look in which it is drawn."""
    look, span, chosen = look_of(fragment, emphasis), fragment.span, emphasis.chosen
    hits = [hit for hit in found if _overlaps(fragment, hit)]
    over = chosen if chosen and chosen.article == fragment.article and span else None
    if not hits and over is None:
        return ((fragment.text, look),)
    ends = (over.span, *((emphasis.end,) if emphasis.end else ())) if over else ()
    pieces = cut_at(fragment, (*(hit.span for hit in hits), *ends))
    return [
        (p.text, _under_hit(p, look, hits, emphasis.hit) + _over(p, over, emphasis.end))
        for p in pieces
    ]


def _under_hit(piece: Fragment, look: str, hits: Iterable[Mention], here: Mention | None) -> str:
    """The look of a piece: that of a hit where it is one, with what else is said of it."""
    for hit in hits:
        if piece.span is not None and hit.span.covers(piece.span):
            _, plus, more = look.partition("+")
            return ("hit-here" if hit == here else "hit") + plus + more
    return look


def _over(piece: Fragment, chosen: Mention | None, end: Span | None) -> str:
    if chosen is None or piece.span is None or not chosen.span.covers(piece.span):
        return ""
    return "+chosen-end" if end and end.covers(piece.span) else "+chosen"


def look_of(fragment: Fragment, emphasis: Emphasis) -> str:
    """The name of the look in which a fragment is drawn."""
    look, ids = fragment.look, fragment.ids
    if look == "letter" and emphasis.spot:
        return "letter-here" if fragment.article == emphasis.spot.article else look
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
