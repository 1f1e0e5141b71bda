"""Negation: what a sentence denies, the scope of each denial, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.analysis.sentences.when import WEEKDAYS
from tui.analysis.words.sentence import Sentence, Word, once
from tui.model.span import Span

_NOT = frozenset("not never nor neither without nobody none nothing nowhere no cannot".split())
_APPARENT = re.compile(
    r"\b(?:not only|not just|not merely|not least|no fewer than|no less than|not less than|"
    r"no more than|not more than|no later than|no sooner|no longer than|no doubt|"
    r"not yet clear|without (?:naming|elaborating|specifying|giving|"
    r"saying|citing|providing|mentioning)|no one knows|if not|whether or not|or not|not to mention|"
    r"not (?:say|tell|specify|elaborate|disclose|reveal|know|explain|make clear|clear) "
    r"(?:when|why|who|whom|what|where|how|whether|which|if|exactly)|"
    r"not (?:been |be |being )?(?:immediately |further )?(?:identified|named|available|reached)|"
    r"no[- ]confidence|no[- ](?:fly|go|show|deal|nonsense|brainer|frills|strings)\b|"
    r"vot(?:ed?|es|ing) [“\"‘']?no[”\"’']?(?= on| to| against|[,.;]|$)|[“\"‘']no[”\"’'] votes?|"
    r"nothing but|not until|no matter|no stranger|(?:and|but|or) not to)\b",
    re.I,
)
_DOUBLE = re.compile(
    r"\b(?:not|never|n't|n’t|didn't|did not|cannot|can not) (?:[a-z]+ )?"
    r"(?:den(?:y|ied)|fail|refus|rul(?:e|ed) out|without|exclude|reject)",
    re.I,
)
_AT_FIRST = frozenset("first initially originally previously earlier".split())
_NO = frozenset("no neither without".split())
_AT_END = frozenset("nothing nowhere nobody none".split())
"""Cues that deny the word in front of them at the end of a clause: `led nowhere, he said`."""
_NEED = frozenset("need require necessary necessity".split())
_ASIDE = frozenset(
    "be have do will would could should may might can been being to ever yet even "
    "immediately also so far already currently really any a an the his her its "
    "their long longer".split()
)


@dataclass(frozen=True, slots=True)
class Denial:
    """One negation: its cue, its scope, and the word that it denies."""

    span: Span
    """From the negation to the denied word, in the article's text."""
    cue: str
    """The negating word, folded."""
    word: Word
    """The word that is denied: of `no` the noun, otherwise the first content word in the scope."""
    scope: tuple[Word, ...]
    """From the denied word on, the content words up to the end of the clause; the word in front
    where the cue ends the clause."""


_HELPERS = frozenset(
    "am is are was were be been being has have had will would shall should can could may might "
    "must do does did".split()
)


def with_helpers(sentence: Sentence, span: Span) -> str:
    """The words at `span` of the article with the auxiliaries in front: `did not mention`."""
    start = span.start
    for word in reversed([w for w in sentence.words if w.span.end <= span.start]):
        if word.folded not in _HELPERS or start - word.span.end != 1:
            break
        start = word.span.start
    return sentence.text_at(Span(start, span.end))


@once
def denials(sentence: Sentence) -> tuple[Denial, ...]:
    """The denials of `sentence`, in order; double and apparent negations are left out."""
    text, base = sentence.text, sentence.span.start
    words = sentence.words
    cues = [n for n in range(len(words)) if _is_cue(words, n)]
    if not cues:
        return ()
    seeming = [*apparent(text), *(m.span() for m in _DOUBLE.finditer(text))]
    found: list[Denial] = []
    for n in cues:
        word = words[n]
        at = word.span.start - base
        if any(a <= at < b for a, b in seeming):
            continue
        scope = _scope(sentence, _refused_at(words, n) or n)
        if not scope or _needless(words, n):
            continue
        if word.folded in _NO:
            denied = _head(sentence, scope)
        else:
            whole = (i for i, w in enumerate(scope) if not _of_another(text, w.span.end - base))
            denied = next(whole, 0)
        span = Span(word.span.start, scope[denied].span.end)
        found.append(Denial(span, word.folded, scope[denied], scope[denied:]))
    return tuple(found)


def apparent(text: str) -> list[tuple[int, int]]:
    """Start and end in `text` of what looks like a negation and is none: `not only`, `no fewer
    than`.
    """
    return [m.span() for m in _APPARENT.finditer(text)]


def _is_cue(words: Sequence[Word], n: int) -> bool:
    """Whether word `n` negates."""
    word = words[n]
    if word.lemma in _NOT or word.folded in _NOT or word.folded.endswith("n't"):
        return True
    if word.lemma in _REFUSE:
        return _refused_at(words, n) > 0
    if word.lemma == "deny" and n + 1 < len(words):
        if n and (words[n - 1].folded in _AT_FIRST or words[n - 1].folded == "had"):
            return False  # who first denied it, or had denied it, has taken that back
        # "denied that he met", "denied meeting"; but "denied the claim" denies something else
        return words[n + 1].folded == "that" or _doing(words[n + 1])
    if n and n + 1 < len(words) and words[n - 1].lemma in _LEFT_UNDONE.get(word.folded, ()):
        return words[n + 1].folded.endswith("ing")
    if word.folded == "yet" and 0 < n < len(words) - 1:
        return words[n + 1].folded == "to" and words[n - 1].lemma in ("have", "be")
    return word.lemma in ("unable", "unlikely")


_LEFT_UNDONE = {
    "against": ("decide", "opt", "choose"),
    "from": ("refrain", "abstain", "desist"),
    "of": ("short",),
}
"""Words that negate the gerund behind them, by what stands in front: `decided against going`."""
_REFUSE = ("fail", "refuse", "decline")
LATER = 7
"""Words behind `refused` among which its `to` may stand, if a time stands between."""


def _refused_at(words: Sequence[Word], n: int) -> int:
    """Position of the `to` behind `refused`, `failed`, `declined`; 0 where there is none."""
    if words[n].lemma not in _REFUSE or n + 1 >= len(words):
        return 0
    after = words[n + 1].folded
    if after == "to":
        return n + 1
    if after != "for" and after not in WEEKDAYS:
        return 0
    return next((m for m in range(n + 2, min(n + LATER, len(words))) if words[m].folded == "to"), 0)


def _doing(word: Word) -> bool:
    """Whether the word is a gerund."""
    return word.folded.endswith("ing") and word.lemma != word.folded


def _scope(sentence: Sentence, n: int) -> tuple[Word, ...]:
    """The content words behind the cue, word `n`, up to the end of its clause, at most eight."""
    text, words, base = sentence.text, sentence.words, sentence.span.start
    found: list[Word] = []
    if words[n].folded in _AT_END and _ends(text[words[n].span.end - base :]):
        return tuple(w for w in words[max(0, n - 1) : n] if w.content)
    last = words[n].span.end
    interrupted = text[last - base : last - base + 1] == ","  # `did not, however, sign`
    for word in words[n + 1 :]:
        between = text[last - base : word.span.start - base]
        if any(c in between for c in ',;:.“”"()') and not (interrupted and not found):
            break
        if word.folded in ("but", "which", "who", "because", "although", "while") and found:
            break
        last = word.span.end
        if word.content and word.folded not in _ASIDE:
            found.append(word)
        if len(found) == 8:
            break
    return tuple(found)


def _of_another(text: str, end: int) -> bool:
    """Whether the word ending at `end` only modifies the next: `the mayor's office`, `war-torn`."""
    return hyphenated(text, end) or text.startswith(("'s", "’s"), end)


def hyphenated(text: str, end: int) -> bool:
    """Whether the word that ends at `end` is the first part of a hyphenated one: `war-torn`."""
    return text.startswith(("-", "‑"), end)


def _ends(behind: str) -> bool:
    """Whether the clause ends right here."""
    return not behind.strip() or behind.lstrip()[:1] in ',;:.“”"()!?'


def _needless(words: Sequence[Word], n: int) -> bool:
    """Whether something is only unnecessary: `no longer need to`, `requires no further`."""
    behind = {w.lemma for w in words[n + 1 : n + 4]}
    before = {w.lemma for w in words[max(0, n - 2) : n]}
    return bool((behind | before) & _NEED)


def _head(sentence: Sentence, scope: Sequence[Word]) -> int:
    """Position in `scope` of the noun that `no` denies: the last of an unbroken run of words, but
    for a participle behind it: `no third meeting planned`.
    """
    last = len(scope) - 1
    for n, (word, after) in enumerate(pairwise(scope)):
        if sentence.between(word.span, after.span).strip("- "):
            last = n
            break
    return last - 1 if last and _participle(scope[last]) else last


def _participle(word: Word) -> bool:
    """Whether the word is a regular participle."""
    return word.folded.endswith("ed") and word.folded != word.lemma
