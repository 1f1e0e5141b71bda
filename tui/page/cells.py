"""One cell: a passage of an article as wrapped lines with marks, chips and a gutter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from tui.model.article import Article, Paragraph
from tui.model.span import Span
from tui.page.lines import NO_SIGN, CellLine, Fragment, flow
from tui.page.marks import DISPUTES, RANK, Mark
from tui.page.signs import Signs

_TABS = str.maketrans("\t\n", "  ")
GUTTER_LOOKS = (*DISPUTES, "shared", "only")
"""Looks that show a sign in the gutter, the one that wins first."""
_GLUE = "\u00a0"
"""Stands between a chip and the word it marks, so that no line breaks there."""


def cell_lines(
    fragments: Iterable[Fragment], width: int, signs: Signs, looks_of: Mapping[str, str]
) -> list[CellLine]:
    """Fragments wrapped to `width`, each line with its gutter sign."""
    return [
        CellLine(tuple(map(_unglued, line)), cells, gutter(line, signs, looks_of))
        for line, cells in flow(fragments, width)
    ]


def _unglued(fragment: Fragment) -> Fragment:
    """The fragment as it is drawn: the glue between a chip and its word becomes a blank."""
    glue = fragment.text == _GLUE and fragment.span is not None and len(fragment.span) == 0
    return fragment._replace(text=" ") if glue else fragment


def gutter(line: Sequence[Fragment], signs: Signs, looks_of: Mapping[str, str]) -> Fragment:
    """The sign of the weightiest mark on the line, or a blank."""
    present = {looks_of.get(id, "") for f in line if f.span for id in f.ids}
    for look in GUTTER_LOOKS:
        if look in present:
            return Fragment(getattr(signs, look), f"sign-{look}")
    return NO_SIGN


def passage(
    article: Article, paragraph: Paragraph, span: Span, marks: Sequence[Mark], look: str = "text"
) -> list[Fragment]:
    """`span` of a paragraph cut where a mark or a claim begins or ends.

    Chips stand in front of the words they mark, as fragments with an empty
    range at the same offset. `look` is for words without a mark.
    """
    cuts = {span.start, span.end}
    for claim in paragraph.claims:
        cuts.update(o for o in (claim.start, claim.end) if span.start < o < span.end)
    for mark in marks:
        cuts.update(o for o in (mark.span.start, mark.span.end) if span.start < o < span.end)
    edges = sorted(cuts)
    fragments: list[Fragment] = []
    for start, end in pairwise(edges):
        here = [m for m in marks if m.span.start <= start and end <= m.span.end]
        fragments += _chips(article.id, start, span.start, here)
        ids = tuple(dict.fromkeys(m.id for m in here if m.id))
        best = max(here, key=lambda m: RANK[m.look], default=None)
        name = look if best is None or best.look in ("tag", "asks", "own") else best.look
        if any(m.look == "own" for m in here):
            name += "+own"
        if any(m.look in ("tag", "asks") and m.span not in paragraph.claims for m in here):
            name += "+part"
        text = article.text[start:end].translate(_TABS)
        fragments.append(Fragment(text, name, article.id, Span(start, end), ids))
    return fragments


def _chips(article: str, start: int, left: int, here: list[Mark]) -> Iterable[Fragment]:
    """Chips of the marks that begin here, or began before the passage does."""
    seen: set[str] = set()
    tagged = ("tag", "asks")
    for mark in sorted(here, key=lambda m: (m.look not in tagged, -len(m.span), m.id)):
        begins = mark.span.start == start or (start == left and mark.span.start < left)
        # A contradiction is named once, but two tags may carry one letter.
        name = mark.id if mark.look in tagged else mark.chip
        if mark.chip and begins and name not in seen:
            seen.add(name)
            look = f"chip-{mark.look}" + (f"@{mark.colour}" if mark.colour else "")
            yield Fragment(mark.chip, look, article, Span(start, start), (mark.id,))
            yield Fragment(_GLUE, "text", article, Span(start, start))
