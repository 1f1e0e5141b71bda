"""Shared facts: what independent voices tell alike and none disputes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.analysis.align import shared_words
from tui.analysis.clusters import groups
from tui.analysis.sentence import Likeness, Sentence
from tui.analysis.similarity import Profile
from tui.analysis.voices import Voices
from tui.model.finding import Fact, Mention

Differ = Callable[[Sentence, Sentence], bool]
"""Whether two sentences name different values for the same thing."""


def facts(
    sentences: Sequence[Sentence],
    profiles: Sequence[Profile],
    likenesses: Sequence[Likeness],
    voices: Voices,
    differ: Differ,
    least: float,
) -> tuple[Fact, ...]:
    """Assertions with mentions in two articles at least, in the order of the text."""
    alike = {(k.a, k.b): k for k in likenesses if k.score >= least}
    found = []
    for group in groups(
        sentences, alike.values(), least, lambda a, b: differ(sentences[a], sentences[b])
    ):
        told = [sentences[n] for n in group]
        if len({s.article for s in told}) < 2:
            continue
        best = max(
            (alike[a, b] for i, a in enumerate(group) for b in group[i + 1 :] if (a, b) in alike),
            key=lambda k: (k.score, -k.a, -k.b),
        )
        words = shared_words(sentences, profiles, best)
        found.append(
            Fact(
                id=f"f{len(found) + 1}",
                text=min((s.text for s in told), key=lambda t: (len(t), t)),
                voices=len({voices.voice(s) for s in told}),
                mentions=tuple(Mention(s.article, s.span) for s in told),
                because=f"They share {_listed(words)}.",
            )
        )
    return tuple(found)


def _listed(words: Sequence[str]) -> str:
    quoted = [f"“{w}”" for w in words]
    if len(quoted) < 2:
        return "".join(quoted) or "their words"
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"
