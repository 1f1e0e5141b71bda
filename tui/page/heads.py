"""The two lines above a column: letter, outlet, date, headline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tui.model.article import Article, Source, Story
from tui.page.lines import Fragment, pad
from tui.page.signs import Signs
from tui.page.wrap import fit, width_of

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def short_date(day: date) -> str:
    """`13 Jul 2025`, whatever the locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_of(article: Article) -> str:
    """The date of an article as its head shows it; inferred ones say so."""
    if article.published is None:
        return "undated"
    shown = short_date(article.published)
    return f"~{shown}" if article.published_from is Source.INFERRED else shown


def dates_of(story: Story) -> Mapping[str, str]:
    return {a.id: date_of(a) for a in story.articles}


def span_of_dates(story: Story) -> str:
    """`13–15 Jul 2025` over all dated articles, or empty."""
    days = sorted(a.published for a in story.articles if a.published)
    return days_between(days[0], days[-1]) if days else ""


def days_between(first: date, last: date) -> str:
    """`13–15 Jul 2025`, as short as it can be told."""
    if first == last:
        return short_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short_date(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {short_date(last)}"
    return f"{short_date(first)} – {short_date(last)}"


def outlet_of(article: Article) -> str:
    """Who published an article, or the name of its file."""
    return article.outlet or article.file


class Away(NamedTuple):
    """An article that is not on screen."""

    id: str
    conflicts: frozenset[str]
    """Ids of the conflicts that it takes part in, as far as they show."""
    where: str
    """`left` and `right` of the column that tells of it, or `hidden` by the reader."""
    differs: frozenset[str] = frozenset()
    """Ids of what it tells differently, without a conflict."""
    base: bool = False
    """Whether it is the base, moved off screen to make room for the sides of a contradiction."""
    two_ways: frozenset[str] = frozenset()
    """Ids of what annotators label differently in it."""


def away_chips(away: Sequence[Away], width: int, signs: Signs) -> tuple[Fragment, ...]:
    """`◂ ⌂A B≠2≈1 ▸ E ⊘ D≠1`: every article off screen, with its contradictions.

    Where that takes more than `width` cells, how many articles and
    contradictions there are on each side.
    """
    sides = {"left": signs.left, "right": signs.right, "hidden": signs.hidden}
    parts: list[Fragment] = []
    brief: list[Fragment] = []
    for where, sign in sides.items():
        listed = [a for a in away if a.where == where]
        if not listed:
            continue
        parts.append(Fragment(f"{sign} ", "head-dim"))
        base = signs.base if any(one.base for one in listed) else ""
        brief.append(Fragment(f"{sign} {len(listed)}{base}", "head-chips"))
        for one in listed:
            target = f"article:{one.id}"
            name = f"{signs.base}{one.id}" if one.base else one.id
            parts.append(Fragment(name, "head-chips", target=target))
            parts += _counts([one], signs)
        brief += _counts(listed, signs)
    fits = sum(width_of(f.text) for f in parts) <= width
    return tuple(parts if fits else brief)


def _counts(listed: Sequence[Away], signs: Signs) -> list[Fragment]:
    """`≠2≈1 `, each contradiction counted once."""
    conflicts = frozenset[str]().union(*(a.conflicts for a in listed))
    differs = frozenset[str]().union(*(a.differs for a in listed))
    two_ways = frozenset[str]().union(*(a.two_ways for a in listed))
    told = ((signs.two_ways, two_ways), (signs.conflict, conflicts), (signs.differs, differs))
    counts = "".join(f"{sign}{len(ids)}" for sign, ids in told if ids)
    blank = Fragment(" ", "head")
    return [Fragment(counts, "head-conflict"), blank] if counts else [blank]


def article_head(
    article: Article,
    width: int,
    signs: Signs,
    day: str,
    is_base: bool,
    away: Sequence[Away] = (),
) -> tuple[tuple[Fragment, ...], tuple[Fragment, ...]]:
    """Two lines of `width` cells; `away` are the articles to tell of that are off screen."""
    letter = Fragment(f" {article.id} ", "letter", article.id, target=f"article:{article.id}")
    end = away_chips(away, width * 2 // 3, signs)
    mark = f" {signs.base} base" if is_base else ""
    taken = sum(width_of(f.text) for f in end)
    room = width - len(article.id) - 3 - taken - width_of(mark) - 1
    name = fit(outlet_of(article), max(room, 0))
    first = [letter, Fragment(" ", "head"), Fragment(name, "head-name")]
    if mark:
        first.append(Fragment(mark, "head-dim"))
    used = sum(width_of(f.text) for f in first)
    first += [Fragment(" " * max(width - used - taken, 0), "head"), *end]
    indent = " " * (len(article.id) + 3)
    if article.problem:
        why = fit(f"{indent}{article.problem}", width)
        return tuple(first), pad((Fragment(why, "problem"),), width_of(why), width, "head")
    note = f"{indent}{day}"
    title = article.title or ""
    rest = width - width_of(note) - 3
    second = [Fragment(fit(note, width), "head-dim")]
    if title and rest > 6:
        second.append(Fragment(f" {signs.dot} ", "head-dim"))
        second.append(Fragment(fit(title, rest - 1), "head-title"))
    used = sum(width_of(f.text) for f in second)
    return tuple(first), pad(tuple(second), used, width, "head")
