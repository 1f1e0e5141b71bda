"""`agree` and `disagreements`: several annotators' sessions compared, without a screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tui import workspace
from tui.commands.output import Shape, emit, emit_json, narrate
from tui.model.counted import counted
from tui.page.wrap import width_of
from tui.report.as_csv import table
from tui.report.as_json import dumps
from tui.session.store import FOLDER
from tui.team.agreement import Agreement, Row, agreement
from tui.team.disagreements import Disagreement, disagreements
from tui.team.panel import Panel


def agree(files: Sequence[Path], story: Sequence[Path], only_tagged: bool, json: bool) -> int:
    """Print how far the annotators agree, label by label. Raises BadFile, NoStory."""
    found = agreement(_panel(files, story), only_tagged)
    if json:
        emit_json(dumps(_agreement_fields(found)) + "\n")
    else:
        emit(_table(found))
    return 0


def list_disagreements(
    files: Sequence[Path],
    story: Sequence[Path],
    shape: Shape = Shape.TEXT,
    config_file: Path | None = None,
) -> int:
    """Print the claims that two annotators labelled differently; 1 if there are any."""
    panel = _panel(files, story, config_file)
    found = disagreements(panel)
    for file in panel.decided:
        narrate(f"left out: {file}, which decides between the others")
    for name, tag in panel.lost:
        narrate(f"left out: {name}'s tag on “{tag.anchor.quote[:60]}”, not found for certain")
    if shape is Shape.CSV:
        emit(table((*_PLACE, *panel.names), map(_cells, found)))
    elif shape is Shape.JSON:
        fields = [_disagreement_fields(d) for d in found]
        emit_json(dumps({"annotators": list(panel.names), "disagreements": fields}) + "\n")
    else:
        for disagreement in found:
            emit(_told(disagreement))
        tagged = sum(claim.tagged for claim in panel.claims)
        narrate(f"{len(found)} of {tagged} labelled claims are labelled differently")
    return 1 if found else 0


def _panel(files: Sequence[Path], paths: Sequence[Path], config_file: Path | None = None) -> Panel:
    """The annotators on the story at `paths`; without any, on the one their files lie in."""
    files = workspace.session_files(files)
    paths = paths or own_story(files)
    story = None
    if paths:
        settings = workspace.load_config(config_file).settings.reading
        story = workspace.with_sentences(workspace.read(paths, settings))
    return workspace.panel(files, story)


def own_story(files: Sequence[Path]) -> list[Path]:
    """The folder above `sessions`, when all the files lie in one."""
    folders = {path.resolve().parent for path in files}
    return [f.parent for f in folders if f.name == FOLDER and len(folders) == 1]


# -- words ---------------------------------------------------------------------


_MANY = 5
"""From so many annotators on, the columns of each one's labels would fill the window."""


_MEANING = (
    "kappa, alpha: 1 is full agreement, 0 what chance gives; labels count as\n"
    "reliable from 0.80, from 0.67 for tentative conclusions"
)


def _table(found: Agreement) -> str:
    """Figures in columns, and below them why some are missing and what they mean."""
    names = list(found.names)
    two, many = len(names) == 2, len(names) >= _MANY
    people = ["claims"] if many else names
    head = ["label", *people, "agree", *(["kappa"] if two else []), "alpha", "by character"]
    body = [[_name(r), *([_range(r.used)] if many else map(str, r.used)), _percent(r.observed),
             *([_figure(r.kappa)] if two else []), _figure(r.alpha), _figure(r.by_character)]
            for r in found.rows]  # fmt: skip
    claims = f"{counted(found.claims, 'claim')}, {found.tagged} of them labelled by somebody"
    text = f"{counted(len(names), 'annotator')} · {claims}\n\n{_columns(head, body)}"
    if len(names) > 2:
        members = [[m.name, str(m.labelled), _percent(m.observed)] for m in found.members]
        text += f"\n{_columns(['annotator', 'labelled', 'agrees with the others'], members)}"
    whys = dict.fromkeys(row.why for row in found.rows if row.why)
    if len(names) > 1 and whys:
        text += "\n"
        for why in whys:
            labels = ", ".join(_name(row) for row in found.rows if row.why == why)
            text += f"–  {labels}: {why}\n"
    if any(row.alpha is not None for row in found.rows):
        text += f"\n{_MEANING}\n"
    return text + "".join(f"{'' if n else chr(10)}{note}\n" for n, note in enumerate(found.notes))


def _columns(head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """Lines of cells, the first to the left, the others to the right."""
    widths = [max(width_of(line[n]) for line in (head, *body)) for n in range(len(head))]

    def drawn(line: Sequence[str]) -> str:
        blanks = [" " * (width - width_of(cell)) for cell, width in zip(line, widths, strict=True)]
        cells = [line[0] + blanks[0], *map("".join, zip(blanks[1:], line[1:], strict=True))]
        return "  ".join(cells).rstrip() + "\n"

    return "".join(map(drawn, (head, *body)))


def _range(used: Sequence[int]) -> str:
    """`3–6`: how many claims whoever used a label least, and most, put it on."""
    low, high = min(used), max(used)
    return str(low) if low == high else f"{low}–{high}"


def _name(row: Row) -> str:
    return "all labels" if row.label is None else row.label


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


def _figure(value: float | None) -> str:
    # A minus zero would only ask to be explained.
    return "–" if value is None else f"{round(value, 2) + 0:.2f}"


def _told(found: Disagreement) -> str:
    lines = [f"{found.claim.article}: “{' '.join(found.quote.split())}”"]
    for answer in found.answers:
        note = f"  ({answer.note})" if answer.note else ""
        lines.append(f"  {', '.join(answer.names)}: {answer.shown}{note}")
    return "\n".join(lines) + "\n\n"


# -- data ----------------------------------------------------------------------


def _agreement_fields(found: Agreement) -> dict[str, Any]:
    return {
        "annotators": list(found.names),
        "claims": found.claims,
        "labelled": found.tagged,
        "labels": [_row_fields(row) for row in found.rows[:-1]],
        "all": _row_fields(found.rows[-1]),
        "by_annotator": [
            {"annotator": m.name, "labelled": m.labelled, "agreement": m.observed}
            for m in found.members
        ],
        "notes": list(found.notes),
    }


def _row_fields(row: Row) -> dict[str, Any]:
    return {
        "label": row.label,
        "used": list(row.used),
        "agreement": row.observed,
        "kappa": row.kappa,
        "alpha": row.alpha,
        "alpha_by_character": row.by_character,
        "undefined": row.why or None,
    }


_PLACE = ("article", "start", "end", "quote")


def _cells(found: Disagreement) -> list[object]:
    """A line of the table: the claim, then the labels of each annotator."""
    span = found.claim.span
    labels = [list(view.labels) for view in found.views]
    return [found.claim.article, span.start, span.end, found.quote, *labels]


def _disagreement_fields(found: Disagreement) -> dict[str, Any]:
    return {
        "article": found.claim.article,
        "start": found.claim.span.start,
        "end": found.claim.span.end,
        "quote": found.quote,
        "views": [
            {"annotator": v.name, "labels": list(v.labels), "note": v.note} for v in found.views
        ],
    }
