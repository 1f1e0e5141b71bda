"""Words by which a sentence keeps something from happening, or calls it untrue."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tui.analysis.words.senses import known
from tui.analysis.words.sentence import Word
from tui.model.span import Span

STOP = frozenset(
    "block bar ban avoid prevent stop halt refuse reject deny oppose fail lack prohibit forbid "
    "decline refute dismiss end cease drop abandon scrap cancel resist escape evade unless without "
    "until instead miss acquit clear free impossible exclude forgo skip absent spurn rebuff "
    "withdraw lift only quash overturn spare withhold silent secret awake rather".split()
)
"""Verbs and other words by which something does not happen or does not count."""
_EVER = frozenset("ever record unprecedented decade century history".split())
_NEGATIVE = re.compile(r"(?:un|in|im|ir|non-?)([a-z]{3,})|([a-z]{3,})less")


def stopped(words: Sequence[Word], matched: Collection[Span] = ()) -> bool:
    """Whether one of `words` says that something is kept from happening; `matched` spans are
    skipped.
    """
    return any(
        (w.lemma in STOP or w.lemma in _EVER or _lacking(w.lemma)) and w.span not in matched
        for w in words
    )


def _lacking(lemma: str) -> bool:
    """Whether the word is another word with a negative affix: `unaware`, `homeless`."""
    whole = _NEGATIVE.fullmatch(lemma)
    return whole is not None and known(whole[1] or whole[2])


_DOUBT = re.compile(
    r"\b(?:hoax\w*|prank\w*|fake[ds]?|faking|(?:is|are|was|were|as|prove[ds]?) (?:a |an )?false|"
    r"untrue|myth|satir\w*|parody|fictitious|pure fiction|debunk\w*|fabricat\w*|bogus|"
    r"retract\w*|den(?:y|ies|ied|ying)|refut\w*|rebut\w*|dispel\w*|made up|makes? up|making up|"
    r"not true|no truth|never happened|shoots? down|shot down|baseless|unfounded|groundless)\b",
    re.I,
)


def doubted(text: str) -> bool:
    """Whether the sentence calls something untrue."""
    return bool(_DOUBT.search(text))
