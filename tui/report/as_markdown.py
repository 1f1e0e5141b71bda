"""A report as Markdown, for a wiki, an issue or a colleague.

Everything that comes from articles or tags is escaped, so that no heading, link, image or HTML
in it takes effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.model.clean import visible
from tui.model.listed import listed
from tui.report import words
from tui.report.differing import LEGEND, Run, runs
from tui.report.outline import Dispute, Outline, Shared, Tagged

_ACTIVE = re.compile(r"([\\`*_\[\]<>&|~#$])|(?<=^)([-+=]|\d+(?=[.)]))")


def as_markdown(outline: Outline) -> str:
    """The report in CommonMark, ending in a newline."""
    blocks = [f"# {inert(outline.story.title)}", inert(words.summary(outline))]
    blocks += _articles(outline)
    blocks += [
        "## Contradictions",
        *(map(_dispute, outline.disputes) if outline.disputes else [NONE]),
    ]
    blocks += ["## Shared facts", "\n".join(map(_shared, outline.shared)) or NONE]
    blocks += ["## Rows", *_rows(outline)]
    if outline.alone:
        blocks += ["## Told by one article alone", "\n".join(_alone(outline))]
    if outline.annotator is not None:
        blocks += [f"## Tags by {inert(outline.annotator)}"]
        blocks += ["\n".join(map(_tagged, outline.tagged)) or "None yet."]
    return "\n\n".join(blocks) + "\n"


NONE = "None found."


def inert(text: str) -> str:
    """`text` on one line, shown by Markdown as it is."""
    line = visible(" ".join(text.split()))
    return _ACTIVE.sub(lambda m: f"{m[2]}\\" if m[2] and m[2].isdigit() else f"\\{m[0]}", line)


def _articles(outline: Outline) -> Iterable[str]:
    yield "## Articles"
    lines = []
    for teller in outline.tellers:
        lines.append(f"- **{teller.article.id}** {inert(words.teller_line(teller))}")
        if teller.article.title:
            lines.append(f"  “{inert(teller.article.title)}”")
        lines.extend(f"  - {inert(note)}" for note in words.teller_notes(teller))
    lines.extend(f"- {inert(note)}" for note in outline.story.notes)
    yield "\n".join(lines)


def _dispute(dispute: Dispute) -> str:
    finding = dispute.finding
    lines = [
        f"### {words.sign(finding)} {inert(finding.question)}",
        "",
        f"{words.kind_of(dispute)}.",
        "",
    ]
    for answer in dispute.answers:
        lines.append(f"- **{inert(words.says(answer))}: {inert(answer.shown)}**")
        for quote in answer.quotes:
            place = f"{quote.article}{words.in_row(quote.row)}"
            lines.append(f"  - {inert(place)}: “{inert(quote.text)}”")
    if finding.silent:
        lines.append(f"- Not said by {listed(finding.silent)}.")
    lines += ["", f"Why: {inert(finding.because)}"]
    if dispute.verdict:
        lines += ["", words.VERDICTS[dispute.verdict]]
    return "\n".join(lines)


def _shared(fact: Shared) -> str:
    told = f"Told by {words.told_by(fact)}."
    line = f"- **{words.number(fact.finding)}** {inert(fact.finding.text)} {told}"
    return f"{line} {words.VERDICTS[fact.verdict]}" if fact.verdict else line


def _rows(outline: Outline) -> Iterable[str]:
    if outline.steps:
        yield f"*In italics*: {LEGEND}."
    for step in outline.steps:
        yield f"**{inert(step.sentence(len(outline.steps)))}**"
        told = runs(outline.story, step)
        yield "\n".join(f"- **{article}** {''.join(map(_run, words))}" for article, words in told)


def _run(run: Run) -> str:
    """Words with the blanks at their ends, so that they can be joined."""
    words, own = run
    shown = inert(words)
    if own:
        return f"*{shown}*"
    return f"{' ' * words[:1].isspace()}{shown}{' ' * (words[-1:].isspace() and bool(shown))}"


def _alone(outline: Outline) -> Iterable[str]:
    for claim in outline.alone:
        place = f"{claim.quote.article}{words.in_row(claim.quote.row)}"
        yield f"- {inert(place)}: {inert(claim.quote.text)}"


def _tagged(tagged: Tagged) -> str:
    lines = [f"- **{inert(words.tag_line(tagged))}** “{inert(tagged.tag.anchor.quote)}”"]
    lines.append(f"  {inert(words.tag_place(tagged))}.")
    if tagged.tag.note:
        lines.append(f"  Note: {inert(tagged.tag.note)}")
    if told := words.ruling(tagged.tag.ruling):
        lines.append(f"  {inert(told)}")
    return "\n".join(lines)
