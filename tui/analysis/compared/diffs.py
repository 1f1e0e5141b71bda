"""Small edits between two sentences of nearly the same words, from the words alone.

Where all the rest is the same letter for letter, an added `not`, two exchanged words, or `up` for
`down` changes the meaning, whatever the syntax.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.compared.contrast import Contrast
from tui.analysis.compared.negative_words import stopped
from tui.analysis.sentences.polarity import apparent
from tui.analysis.sentences.slot_reading import Reading, opposites, word_diff
from tui.analysis.words.lexicon import root
from tui.analysis.words.numerals import ORDINALS
from tui.analysis.words.senses import Tie, tie
from tui.analysis.words.sentence import Word
from tui.analysis.words.stems import akin
from tui.model.finding import Kind

_CUES = frozenset(
    "not never no neither nobody none nothing nowhere without cannot hardly barely scarcely "
    "unable unlikely".split()
)
"""Words that deny; `nor` only continues a denial."""
_FILL = frozenset("do did does to be have has had was were is are be been any a an the".split())
_LISTING = frozenset("and or nor but as well with".split())
_SMALL_OPPOSITES = {
    frozenset(p.split("/"))
    for p in (
        "up/down in/out on/off over/under above/below before/after more/less more/fewer most/least "
        "all/none all/some always/never with/without inside/outside for/against to/from early/late "
        "here/there first/last into/from since/until more/no former/latter"
    ).split()
}


@dataclass(frozen=True, slots=True)
class _Edit:
    """One place in which the words differ."""

    a: tuple[Word, ...]
    b: tuple[Word, ...]
    at_a: int
    at_b: int


@dataclass(frozen=True, slots=True)
class Diff:
    """In how many places two sentences differ, and what that changes."""

    places: int
    """At least 1."""
    contrasts: tuple[Contrast, ...]


def diff(a: Reading, b: Reading) -> Diff:
    """Compares the words of both sentences position by position.

    Contrasts are looked for only where at least half of the words are equal.
    """
    codes = word_diff(a, b)
    equal = sum(j - i for tag, i, j, _, _ in codes if tag == "equal")
    words, others = a.sentence.words, b.sentence.words
    edits = [_Edit(words[i:j], others[k:m], i, k) for tag, i, j, k, m in codes if tag != "equal"]
    share = 2 * equal / max(1, len(a.keys) + len(b.keys))
    found: list[Contrast] = []
    if share >= 0.5:
        for edit in edits:
            found += _told(a, b, edit, share)
    if exchange := _exchange(a, edits, share):
        found.append(exchange)
    return Diff(max(1, len(edits)), tuple(found))


def _told(a: Reading, b: Reading, edit: _Edit, share: float) -> Iterator[Contrast]:
    """What one edit changes: a denial more, an antonym, another word, another number."""
    one, two = _cue(a, edit.a), _cue(b, edit.b)
    if bool(one) != bool(two) and max(len(edit.a), len(edit.b)) <= 4 and not _answered(edit):
        cue = one or two
        assert cue
        side = "first" if one else "second"
        yield Contrast(
            Kind.NEGATION, 0.95 * share,
            f"the {side} denies it (“{cue.text}”), the other affirms it", 0.6,
        )  # fmt: skip
    if len(edit.a) == 1 == len(edit.b):
        x, y = edit.a[0], edit.b[0]
        if frozenset((x.folded, y.folded)) in _SMALL_OPPOSITES or _facing(x, y):
            yield Contrast(
                Kind.ANTONYM, 0.9 * share, f"“{x.text}” and “{y.text}” are opposites", 0.6
            )
        if x.lemma not in b.lemmas and y.lemma not in a.lemmas:  # else it has only moved
            yield from _other(x, y, share)
    if len(edit.a) <= 3 and len(edit.b) <= 3:
        x_digits = [w for w in edit.a if w.lemma[:1].isdigit()]
        y_digits = [w for w in edit.b if w.lemma[:1].isdigit()]
        if len(x_digits) == 1 == len(y_digits) and x_digits[0].lemma != y_digits[0].lemma:
            yield Contrast(
                Kind.NUMBER, 0.6 * share,
                f"{x_digits[0].text} and {y_digits[0].text} cannot both be the number",
            )  # fmt: skip


_WORTH = {
    Tie.SAME: 0.1, Tie.LIKE: 0.3, Tie.NEAR: 0.45, Tie.BROADER: 0.45, Tie.SISTERS: 0.8,
    Tie.OTHER: 0.65, Tie.UNKNOWN: 0.65,
}  # fmt: skip
"""How surely one word for another, all else the same, changes the meaning, by their relation."""
_UNITS = frozenset(
    "second minute hour day week month year decade century percent point meter kilometer mile "
    "ton kilogram pound dollar euro thousand million billion trillion".split()
)


def _other(x: Word, y: Word, share: float) -> Iterator[Contrast]:
    """The contrast of one word for another."""
    if (x.lemma in ORDINALS and y.lemma in ORDINALS) or {x.lemma, y.lemma} <= _UNITS:
        yield Contrast(
            Kind.NUMBER, 0.9 * share, f"“{x.text}” stands where the other has “{y.text}”"
        )
    elif x.content and y.content and not _alike(x, y):
        worth = _WORTH.get(tie(x.lemma, y.lemma), 0.0)
        yield Contrast(
            Kind.WORDING, worth * share, f"“{x.text}” stands where the other has “{y.text}”"
        )


def _alike(x: Word, y: Word) -> bool:
    """Whether the two are forms of one word, or `x` is a number."""
    return akin(x.lemma, y.lemma) or root(x.lemma) == root(y.lemma) or x.lemma[:1].isdigit()


def _facing(x: Word, y: Word) -> bool:
    """Whether the two are antonyms."""
    return y.lemma in opposites().get(x.lemma, ()) or tie(x.lemma, y.lemma) is Tie.OPPOSITE


def _cue(reading: Reading, words: Sequence[Word]) -> Word | None:
    """The word that denies; one that only seems to counts if it stands alone in the edit."""
    alone = all(w.lemma in _CUES or w.folded in _FILL for w in words)
    seeming = apparent(reading.sentence.text)
    base = reading.sentence.span.start
    for word in words:
        if word.lemma not in _CUES and word.folded not in _CUES:
            continue
        at = word.span.start - base
        if alone or not any(i <= at < j for i, j in seeming):
            return word
    return None


def _answered(edit: _Edit) -> bool:
    """Whether the other side denies by another word: `not approve`, `reject`, `keep from`."""
    if stopped(edit.a) or stopped(edit.b):
        return True
    return any(_facing(x, y) for x in edit.a for y in edit.b)


def _exchange(a: Reading, edits: Sequence[_Edit], share: float) -> Contrast | None:
    """Two runs of words that have exchanged places; None where there are none."""
    for n, one in enumerate(edits):
        for two in edits[n + 1 :]:
            x, y = _content(one.a), _content(two.a)
            if not x or not y or x != _content(two.b) or y != _content(one.b):
                continue
            between = a.sentence.words[one.at_a + len(one.a) : two.at_a]
            if _listed(between):
                continue
            first, last = " ".join(w.text for w in one.a), " ".join(w.text for w in two.a)
            return Contrast(
                Kind.ACTOR, 0.9 * min(1.0, share + 0.2), f"{first} and {last} have changed places"
            )
    return None


def _content(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(w.lemma for w in words if w.content or w.text[:1].isupper())


def _listed(between: Sequence[Word]) -> bool:
    """Whether only names, `and` and commas stand between: a list may stand in any order."""
    return all(w.folded in _LISTING or w.text[:1].isupper() or w.folded == "the" for w in between)
