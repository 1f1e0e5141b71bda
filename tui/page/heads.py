"""The two lines above a column: letter, outlet, date, headline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

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
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first == last:
        return short_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short_date(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {short_date(last)}"
    return f"{short_date(first)} – {short_date(last)}"


def outlet_of(article: Article) -> str:
    """Who published it, or the file's name."""
    return article.outlet or article.file


def article_head(
    article: Article,
    width: int,
    signs: Signs,
    day: str,
    is_base: bool,
    left: Sequence[str] = (),
    right: Sequence[str] = (),
) -> tuple[tuple[Fragment, ...], tuple[Fragment, ...]]:
    """Two lines of `width` cells; `left` and `right` are articles off screen."""
    letter = Fragment(f" {article.id} ", "letter", article.id, target=f"article:{article.id}")
    chips = []
    for sign, ids in ((signs.left, left), (signs.right, right)):
        if ids:
            chips.append(f"{sign} {' '.join(ids)}")
    end = " ".join(chips) + (" " if chips else "")
    mark = f" {signs.base} base" if is_base else ""
    room = width - len(article.id) - 3 - width_of(end) - width_of(mark) - 1
    name = fit(outlet_of(article), max(room, 0))
    first = [letter, Fragment(" ", "head"), Fragment(name, "head-name")]
    if mark:
        first.append(Fragment(mark, "head-dim"))
    used = sum(width_of(f.text) for f in first)
    gap = max(width - used - width_of(end), 0)
    first += [Fragment(" " * gap, "head"), Fragment(end, "head-chips", target="page-columns")]
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
