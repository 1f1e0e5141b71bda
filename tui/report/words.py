"""Phrases that every writer of reports uses."""

from __future__ import annotations

from datetime import date

from tui.model.article import Source
from tui.model.counted import counted
from tui.model.finding import Contradiction, Fact, Severity
from tui.model.listed import listed
from tui.model.tag import Ruling, Verdict
from tui.report.outline import Answer, Dispute, Outline, Shared, Tagged, Teller

_FROM = {
    Source.USER: "as set in story.yaml",
    Source.HEADER: "from its header",
    Source.DATELINE: "from its dateline",
    Source.METADATA: "from the page",
    Source.INFERRED: "inferred",
}
VERDICTS = {
    Verdict.CONFIRMED: "The reader confirmed this.",
    Verdict.REJECTED: "The reader rejected this.",
}


def how_many(number: int, one: str) -> str:
    """`1 row`, `3 rows`, `no rows`."""
    return counted(number, one) if number else f"no {one}s"


def ruling(found: Ruling | None) -> str:
    """Where the labels of an adjudicated claim come from; empty for one that is none.

    `Decided by carol for ann: the hospital confirms nine (ann: fact · ben: –).`
    """
    if found is None:
        return ""
    answers: dict[str, list[str]] = {}
    for said in found.said:
        answers.setdefault(", ".join(said.labels) or "–", []).append(said.annotator)
    told = " · ".join(f"{', '.join(names)}: {labels}" for labels, names in answers.items())
    if not found.by:
        return f"All agreed ({told})."
    everybody = len(found.taken) == len(found.said) > _BOTH
    taken = "all of them" if everybody else listed(found.taken) or "none of them"
    reason = f": {found.reason}" if found.reason else ""
    return f"Decided by {found.by} for {taken}{reason} ({told})."


_BOTH = 2
"""So few annotators are named rather than called all."""


def day(value: date) -> str:
    """`13 July 2025`."""
    return f"{value.day} {value:%B %Y}"


def summary(outline: Outline) -> str:
    """One line of counts. It says that nothing was found, never that there is nothing."""
    conflicts = sum(
        _stands(d) and d.finding.severity is Severity.CONFLICT for d in outline.disputes
    )
    differs = sum(_stands(d) for d in outline.disputes) - conflicts
    parts = [
        how_many(len(outline.tellers), "article"),
        how_many(len(outline.steps), "row"),
        f"{how_many(conflicts, 'conflict')} and {how_many(differs, 'difference')} found",
        how_many(len(outline.shared), "shared fact"),
    ]
    if outline.annotator is not None:
        parts.append(f"{how_many(len(outline.tagged), 'tag')} by {outline.annotator}")
    text = ", ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def _stands(dispute: Dispute) -> bool:
    return dispute.verdict is not Verdict.REJECTED


def teller_line(teller: Teller) -> str:
    """Outlet, date and where it came from, and the file, which stands first without an outlet."""
    article = teller.article
    parts = [article.outlet or article.file]
    if article.published:
        how = _FROM.get(article.published_from) if article.published_from else None
        parts.append(day(article.published) + (f" ({how})" if how else ""))
    else:
        parts.append("undated")
    return ", ".join([*parts, article.file] if article.outlet else parts)


def teller_notes(teller: Teller) -> tuple[str, ...]:
    """Whose copy it is, why it cannot be read, and the notes of its reading."""
    notes = [teller.article.problem] if teller.article.problem else []
    if teller.voice != teller.article.id:
        notes.append(f"A copy of {teller.voice}: the two count as one voice.")
    return (*notes, *teller.article.notes)


def number(finding: Contradiction | Fact) -> str:
    """Its number among its like, which a screen shows too: `1` of `x1`."""
    return finding.id[1:]


def sign(finding: Contradiction) -> str:
    """What a screen writes at its words: `≠1`, `≈2`."""
    return f"{'≠' if finding.severity is Severity.CONFLICT else '≈'}{number(finding)}"


def kind_of(dispute: Dispute) -> str:
    """`Conflict on date`, `Possible conflict on date`, `Difference on quotation`."""
    what = "conflict" if dispute.finding.severity is Severity.CONFLICT else "difference"
    words = f"possible {what}" if dispute.possible else what
    return f"{words[0].upper()}{words[1:]} on {dispute.finding.kind.words}"


def says(answer: Answer) -> str:
    """`A, B and D say`, `E says`."""
    return f"{listed(answer.articles)} {'says' if len(answer.articles) == 1 else 'say'}"


def told_by(fact: Shared) -> str:
    """`A, B and D, 2 independent voices`; the voices only where copies make them fewer."""
    voices = fact.finding.voices
    if voices == len(fact.articles):
        return listed(fact.articles)
    return f"{listed(fact.articles)}, {counted(voices, 'independent voice')}"


def in_row(row: int | None) -> str:
    return f" in row {row}" if row else ""


def tag_line(tagged: Tagged) -> str:
    """Labels, status and confidence of a tag."""
    tag = tagged.tag
    parts = [listed(tag.labels) or ("no label" if tag.ruling else "note"), tag.status.value]
    if tag.confidence:
        parts.append(f"{tag.confidence.value} confidence")
    return ", ".join(parts)


def tag_place(tagged: Tagged) -> str:
    """Where the tag stands now, in words."""
    if tagged.article is None:
        return f"These words are not found in {tagged.tag.anchor.file} any more"
    return f"{tagged.article}{in_row(tagged.row)}"
