"""An analysis as JSON, for programs: the same bytes for the same input and settings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from tui import __version__
from tui.model.alignment import Link, ParagraphRef, Row
from tui.model.article import Article, Paragraph, Story
from tui.model.finding import Analysis, Contradiction, Fact, Mention, Only, finding_key
from tui.model.settings import AnalysisSettings, ReadingSettings
from tui.model.tag import Ruling, Session, Tag

SCHEMA = 1
_DIGITS = 4
"""Decimals of a score: more would only be noise of the machine."""

_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What `json` leaves as it is and a terminal would obey or a stream refuse."""

Json = dict[str, Any]


def as_json(
    story: Story,
    analysis: Analysis,
    reading: ReadingSettings,
    settings: AnalysisSettings,
    session: Session | None = None,
) -> str:
    """One JSON object and a newline; see docs/analysis-json.md for its shape.

    Offsets are half-open ranges of code points of the article's text. The key
    `session` stands there only when a session is given. Contradictions that
    score below `settings.least` are left out.
    """
    texts = {a.id: a.text for a in story.articles}
    whole: Json = {
        "schema": SCHEMA,
        "program": {"name": "rashomon", "version": __version__},
        "settings": reading._asdict() | settings._asdict(),
        "story": story.name,
        "articles": [_article(a, analysis.voices.get(a.id, a.id)) for a in story.articles],
        "rows": [_row(r, story) for r in analysis.rows],
        "links": [_link(link) for link in analysis.links],
        "facts": [_fact(f, texts) for f in analysis.facts],
        "contradictions": [_contradiction(x, texts) for x in analysis.told(settings.least)],
        "only": [_mention(o.mention, texts) for o in analysis.only],
    }
    if session is not None:
        whole["session"] = _session(session, story, analysis)
    return dumps(whole, indent=1) + "\n"


def dumps(value: object, indent: int | None = None) -> str:
    """JSON of one value whose text no terminal obeys and every stream can encode."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _UNPRINTABLE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def _article(article: Article, voice: str) -> Json:
    return {
        "id": article.id,
        "file": article.file,
        "sha256": article.sha256,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "published_from": article.published_from.value if article.published_from else None,
        "voice": voice,
        "notes": [*([article.problem] if article.problem else []), *article.notes],
        "paragraphs": [_paragraph(p) for p in article.paragraphs],
    }


def _paragraph(paragraph: Paragraph) -> Json:
    return {
        "n": paragraph.number,
        "start": paragraph.span.start,
        "end": paragraph.span.end,
        "role": paragraph.role.value,
        "sentences": [[s.start, s.end] for s in paragraph.sentences],
    }


def _row(row: Row, story: Story) -> Json:
    return {
        "n": row.number,
        "title": row.title,
        "score": round(row.score, _DIGITS),
        "because": list(row.because),
        "cells": {
            a.id: [
                {"n": p.number, "start": p.span.start, "end": p.span.end} for p in row.cells[a.id]
            ]
            for a in story.articles
            if a.id in row.cells
        },
    }


def _link(link: Link) -> Json:
    return {
        "a": _reference(link.a),
        "b": _reference(link.b),
        "score": round(link.score, _DIGITS),
        "because": list(link.because),
    }


def _reference(paragraph: ParagraphRef) -> Json:
    return {"article": paragraph.article, "n": paragraph.number}


def _fact(fact: Fact, texts: Mapping[str, str]) -> Json:
    return {
        "id": fact.id,
        "text": fact.text,
        "voices": fact.voices,
        "mentions": _mentions(fact.mentions, texts),
    }


def _contradiction(finding: Contradiction, texts: Mapping[str, str]) -> Json:
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "question": finding.question,
        "sides": [
            {"value": s.value, "shown": s.shown, "mentions": _mentions(s.mentions, texts)}
            for s in finding.sides
        ],
        "silent": list(finding.silent),
        "score": round(finding.score, _DIGITS),
        "because": finding.because,
    }


def _mentions(mentions: Iterable[Mention], texts: Mapping[str, str]) -> list[Json]:
    return [_mention(m, texts) for m in mentions]


def _mention(mention: Mention, texts: Mapping[str, str]) -> Json:
    return {
        "article": mention.article,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.span.of(texts[mention.article]),
    }


def _session(session: Session, story: Story, analysis: Analysis) -> Json:
    findings: list[Fact | Contradiction | Only] = [
        *analysis.facts, *analysis.contradictions, *analysis.only
    ]  # fmt: skip
    ids = {finding_key(f, story): getattr(f, "id", None) for f in findings}
    return {
        "annotator": session.annotator,
        "tags": [_tag(t) for t in session.tags],
        "decisions": [
            {
                "finding": d.finding,
                "id": ids.get(d.finding),
                "verdict": d.verdict.value,
                "question": d.question,
                "at": d.at,
            }
            for d in session.decisions
        ],
        "ties": [{"a": t.a, "b": t.b, "relation": t.relation.value} for t in session.ties],
    }


def _tag(tag: Tag) -> Json:
    anchor = tag.anchor
    ruling = {"ruling": _ruling(tag.ruling)} if tag.ruling else {}
    return {
        "id": tag.id,
        "article": anchor.article,
        "file": anchor.file,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "text": anchor.quote,
        "labels": list(tag.labels),
        "note": tag.note,
        "status": tag.status.value,
        "confidence": tag.confidence.value if tag.confidence else None,
        "made": tag.made,
        "changed": tag.changed,
        **ruling,
    }


def _ruling(ruling: Ruling) -> Json:
    """What each annotator had said of a claim, and what was decided."""
    return {
        "said": [{"annotator": s.annotator, "labels": list(s.labels)} for s in ruling.said],
        "taken": list(ruling.taken),
        "reason": ruling.reason,
        "by": ruling.by,
        "at": ruling.at,
    }
