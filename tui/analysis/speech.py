"""Who says it: the speaker of a quotation or a reported claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.analysis.names import Cast, Named
from tui.analysis.sentence import Sentence
from tui.model.span import Span

SAY = (
    r"(?:said|says|say|told|tells|added|adds|stated|states|stating|declared|announced|wrote|tweeted|"
    r"claimed|insisted|argued|warned|noted|explained|replied|asked|commented|commenting|"
    r"according to|"
    r"testified|acknowledged|recalled|underscored|stressed|emphasi[sz]ed|hailed|remarked|vowed)"
)
_SAY = re.compile(rf"\b{SAY}\b", re.I)
_ACCORDING = re.compile(r"\baccording to\b", re.I)


def speaker(
    quote: Span,
    sentence: Sentence,
    named: Sequence[Named],
    cast: Cast,
    recent: str = "",
    reach: int = 40,
) -> str:
    """Key of who says the words at `quote`; empty when nobody is named.

    The doer nearest to a verb of saying outside the quotation; "he said" is
    `recent`, the person named last before. The name may stand `reach`
    characters from the verb.
    """
    base = sentence.span.start
    outside = [
        n for n in named if not quote.covers(n.span) and n.kind in ("person", "body", "role")
    ]
    best: tuple[int, str] | None = None
    for verb in _SAY.finditer(sentence.text):
        at = Span(base + verb.start(), base + verb.end())
        if quote.covers(at):
            continue
        according = bool(_ACCORDING.match(verb.group()))
        if not according:
            pronoun = re.search(
                r"\b(?:he|she)\s(?:also\s)?$",
                sentence.text[max(0, verb.start() - 20) : verb.start()],
                re.I,
            )
            if pronoun and recent:
                return recent
        for named_one in outside:
            gap = at.start - named_one.span.end
            if according or gap < 0:
                gap = named_one.span.start - at.end + (0 if according else 3)
            if 0 <= gap <= reach and (best is None or gap < best[0]):
                best = gap, named_one.key
    return best[1] if best else ""
