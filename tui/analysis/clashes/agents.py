"""Two agents of one deed: other words in front of the same verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.analysis.sentences.slot_reading import Discord, Reading
from tui.analysis.words.gazetteer import roles
from tui.analysis.words.meanings import meaning
from tui.analysis.words.sentence import Word
from tui.model.finding import Kind, Severity
from tui.model.span import Span

DEED = 3
"""Content words of the deed that both sentences must have in common."""
FRONT = 6
"""Words that may stand in front of the deed: the agent and its attributes."""
_SOURCES = frozenset(
    "official officials police authority authorities government minister ministry officer "
    "spokesman witness report media resident people he she they it investigator prosecutor "
    "analyst expert critic statement army military".split()
)
"""Agents so general that two words for them may mean the same persons."""


def agents(
    a: Reading, b: Reading, codes: Sequence[tuple[str, int, int, int, int]]
) -> Iterator[Discord]:
    """Two agents of one deed: other words in front, the same verb and at least two more behind."""
    same = (
        ([w for w in a.sentence.words[a1:a2] if w.content], a1, b1)
        for tag, a1, a2, b1, _ in codes
        if tag == "equal"
    )
    deed, a1, b1 = next((block for block in same if len(block[0]) >= DEED), ([], 0, 0))
    if not 0 < a1 <= FRONT or not 0 < b1 <= FRONT:
        return
    left = [w for w in a.sentence.words[:a1] if w.content]
    right = [w for w in b.sentence.words[:b1] if w.content]
    if not left or not right:
        return
    every = {w.lemma for w in (*left, *right)}
    if every & _SOURCES or every & set(roles()):
        return
    if not is_verb(a.sentence.words[a1]) or any(map(is_verb, (*left, *right))):
        return  # only a doer may stand in front of the verb
    if any(w.text[:1].isupper() for w in (*left[1:], *right[1:])) or _akin(left, right):
        return
    if _takes_part(a, left, b) or _takes_part(b, right, a):
        return
    span_a = Span(left[0].span.start, left[-1].span.end)
    span_b = Span(right[0].span.start, right[-1].span.end)
    yield Discord(
        Kind.ACTOR, Severity.CONFLICT, span_a, span_b,
        " ".join(w.lemma for w in left), " ".join(w.lemma for w in right),
        a.sentence.text_at(span_a), b.sentence.text_at(span_b), 0.55 + 0.05 * min(len(deed), 6),
        f"the same act, “{deed[0].text} {deed[1].text}”, is attributed to two different doers",
    )  # fmt: skip


def _takes_part(a: Reading, agent: Sequence[Word], b: Reading) -> bool:
    """Whether the agent of `a` takes another part in `b`, perhaps under another name: gunmen here,
    forces who stormed the place after terrorists did there.
    """
    names = [others for word, others in a.loaded if word in agent]
    return any(not others.isdisjoint(b.lemmas) for others in names)


def is_verb(word: Word) -> bool:
    """Whether the form is certainly a past verb form, unlike its lemma."""
    return word.lemma != word.folded and word.folded.endswith(
        ("ed", "t", "ew", "ook", "ave", "old")
    )


def _akin(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether the two phrases share a word or its first four letters."""
    x, y = {meaning(w) for w in left}, {meaning(w) for w in right}
    return bool(x & y) or any(p[:4] == q[:4] for p in x for q in y)
