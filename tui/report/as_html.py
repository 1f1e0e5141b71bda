"""A report as one web page: no scripts, nothing fetched, readable on paper and in dark mode.

Everything that comes from articles or tags is escaped, so that no markup in it takes effect.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from tui.model.clean import visible
from tui.model.finding import Severity
from tui.model.listed import listed
from tui.model.tag import Verdict
from tui.report import words
from tui.report.differing import LEGEND, runs
from tui.report.outline import Dispute, Outline, Quote, Shared, Tagged

NONE = "<p>None found.</p>"


def as_html(outline: Outline) -> str:
    """The report as HTML 5, ending in a newline."""
    title = text(outline.story.title)
    parts = [
        f'<h1 dir="auto">{title}</h1>',
        f"<p>{text(words.summary(outline))}</p>",
        *_section("Articles", _articles(outline)),
        *_section("Contradictions", map(_dispute, outline.disputes)),
        *_section("Shared facts", _listed(map(_shared, outline.shared))),
        *_section("Rows", _rows(outline)),
    ]
    if outline.alone:
        parts += _section("Told by one article alone", _alone(outline))
    if outline.annotator is not None:
        tagged = list(_listed(map(_tagged, outline.tagged))) or ["<p>None yet.</p>"]
        parts += _section(f"Tags by {outline.annotator}", tagged)
    body = "\n".join(parts)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n{body}\n"
        "</body>\n</html>\n"
    )


def text(words: str) -> str:
    """Words on one line, shown by HTML as they are."""
    return html.escape(visible(" ".join(words.split())))


def _section(title: str, blocks: Iterable[str]) -> list[str]:
    return [f"<h2>{text(title)}</h2>", *(list(blocks) or [NONE])]


def _listed(items: Iterable[str]) -> Iterable[str]:
    every = [f"<li>{item}</li>" for item in items]
    return ["<ul>", *every, "</ul>"] if every else []


def _articles(outline: Outline) -> Iterable[str]:
    yield "<table>"
    for teller in outline.tellers:
        told = text(words.teller_line(teller))
        if teller.article.title:
            told += f"<br>{_said(teller.article.title)}"
        told += "".join(f"<br><small>{text(note)}</small>" for note in words.teller_notes(teller))
        yield f"<tr><th>{text(teller.article.id)}</th><td>{told}</td></tr>"
    yield "</table>"
    yield from (f"<p><small>{text(note)}</small></p>" for note in outline.story.notes)


def _dispute(dispute: Dispute) -> str:
    finding = dispute.finding
    kind = "conflict" if finding.severity is Severity.CONFLICT else "differs"
    rejected = " rejected" if dispute.verdict is Verdict.REJECTED else ""
    lines = [
        f'<section class="{kind}{rejected}">',
        f"<h3>{text(words.sign(finding))} {text(finding.question)}</h3>",
        f"<p>{text(words.kind_of(dispute))}.</p>",
        "<table>",
    ]
    for answer in dispute.answers:
        quotes = "<br>".join(map(_quote, answer.quotes))
        lines.append(
            f"<tr><th>{text(words.says(answer))}</th><td><b>{text(answer.shown)}</b>"
            f"<br>{quotes}</td></tr>"
        )
    if finding.silent:
        silent = text(listed(finding.silent))
        lines.append(f"<tr><th>{silent}</th><td>not said</td></tr>")
    lines += ["</table>", f"<p>Why: {text(finding.because)}</p>"]
    if dispute.verdict:
        lines.append(f"<p><strong>{words.VERDICTS[dispute.verdict]}</strong></p>")
    return "\n".join([*lines, "</section>"])


def _quote(quote: Quote) -> str:
    return f"{text(quote.article + words.in_row(quote.row))}: {_said(quote.text)}"


def _said(words: str) -> str:
    """Words of an article; the browser finds out whether they run from right to left."""
    return f'<q dir="auto">{text(words)}</q>'


def _shared(fact: Shared) -> str:
    told = f"<b>{text(words.number(fact.finding))}</b> {text(fact.finding.text)}"
    told += f" <small>Told by {text(words.told_by(fact))}.</small>"
    return f"{told} <strong>{words.VERDICTS[fact.verdict]}</strong>" if fact.verdict else told


def _rows(outline: Outline) -> Iterable[str]:
    if outline.steps:
        yield f"<p><small><u>Underlined</u>: {LEGEND}.</small></p>"
    for step in outline.steps:
        yield f"<h3>{text(step.sentence(len(outline.steps)))}</h3>"
        yield "<table>"
        for article, told in runs(outline.story, step):
            shown = "".join(_run(words, own) for words, own in told)
            yield f'<tr><th>{text(article)}</th><td dir="auto">{shown}</td></tr>'
        yield "</table>"


def _run(words: str, own: bool) -> str:
    shown = html.escape(visible(_BLANKS.sub(" ", words)))
    return f"<u>{shown}</u>" if own else shown


_BLANKS = re.compile(r"\s+")


def _alone(outline: Outline) -> Sequence[str]:
    return list(_listed(_quote(claim.quote) for claim in outline.alone))


def _tagged(tagged: Tagged) -> str:
    told = f"<b>{text(words.tag_line(tagged))}</b>: {_said(tagged.tag.anchor.quote)}"
    told += f"<br><small>{text(words.tag_place(tagged))}.</small>"
    if tagged.tag.note:
        told += f"<br>Note: {text(tagged.tag.note)}"
    ruled = words.ruling(tagged.tag.ruling)
    return f"{told}<br>{text(ruled)}" if ruled else told


_STYLE = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid; }
h3 { margin: 1.5rem 0 .25rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .25rem .75rem .25rem 0; }
th { width: 8rem; }
section { padding-left: 1rem; border-left: 4px solid #a83e00; margin: 1.5rem 0; }
section.differs { border-left-style: dotted; }
section.rejected { opacity: .6; }
@media print { body { max-width: none; } section, tr { break-inside: avoid; } }
"""
