"""Parts of a clause from which a question is built: subject, verb, complement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.words.lexicon import function_words, rareness
from tui.analysis.words.sentence import Sentence, Word
from tui.analysis.words.tokens import lemma as lemma_of
from tui.model.span import Span

_BREAKS = frozenset(',;:—–()[]“”"')
_OPEN = frozenset(
    "that which who whom whose because although though while whereas after before since until when "
    "where as if but and or said says amid despite following".split()
)
AUX = frozenset(
    "is are was were has have had will would can could may might must should did does do".split()
)
PREPOSITIONS = frozenset(
    "in on at to from by for with of near off until since around about over under into during "
    "after before against through as between among".split()
)
_DETERMINERS = frozenset("the a an his her its their this that these those our".split())
PRONOUNS = frozenset("i you he she it we they this that there these those who which".split())
DANGLING = (
    PREPOSITIONS
    | _DETERMINERS
    | frozenset("and or but not late early shortly just only soon some".split())
)
_PAST = frozenset(
    "began broke met said told took came went gave got held left led lost made paid ran rose saw "
    "sent shot sold spoke struck stood swore fell felt flew forbade fought found froze grew heard "
    "hid kept knew laid lay meant rode sank sat sought spent stole sued swam taught thought threw "
    "wore won wrote chose drew drove built bought brought caught drank ate bore became "
    "overthrew withdrew overtook".split()
)

_CROWD = frozenset("police officials firefighters rescuers workers authorities".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a clause in front of the answer, and behind it."""

    before: tuple[Word, ...]
    behind: tuple[Word, ...]


def clause_at(sentence: Sentence, at: Span) -> Clause:
    """The clause around `at`, a span of the article: up to a punctuation mark or an opening
    word.
    """
    text, base = sentence.text, sentence.span.start
    inside = [n for n, w in enumerate(sentence.words) if w.span.overlaps(at)]
    if not inside:
        return Clause((), ())
    first, last = inside[0], inside[-1]
    words = sentence.words
    lo = first
    while lo > 0:
        gap = text[words[lo - 1].span.end - base : words[lo].span.start - base]
        if not _BREAKS.isdisjoint(gap) or words[lo - 1].folded in _OPEN:
            break
        lo -= 1
    hi = last + 1
    while hi < len(words):
        gap = text[words[hi - 1].span.end - base : words[hi].span.start - base]
        if not _BREAKS.isdisjoint(gap) or (words[hi].folded in _OPEN and hi > last + 1):
            break
        hi += 1
    return Clause(words[lo:first], words[last + 1 : hi])


def participle(lemma: str) -> str:
    """The regular past participle of a lemma; empty where it is not a regular verb."""
    if lemma.endswith("e"):
        formed = lemma + "d"
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        formed = lemma[:-1] + "ied"
    else:
        formed = lemma + "ed"
    return formed if lemma_of(formed) == lemma else ""


def base_form(verb: Word) -> str:
    """The infinitive: `begin` of `began`."""
    return "leave" if verb.folded == "left" else verb.lemma  # elsewhere it is mostly a side


def verb_at(words: Sequence[Word]) -> int:
    """Position of the first finite verb behind a subject; -1 where none is certain."""
    for n, word in enumerate(words):
        if n and (word.folded.removesuffix("n't") in AUX or is_verb(word)):
            return n
    return -1


def is_verb(word: Word) -> bool:
    """Whether the form is certainly a past form of a verb."""
    if not word.text[:1].islower() or word.lemma == word.folded:
        return word.folded in _PAST and word.text[:1].islower()
    return word.folded in _PAST or word.folded.endswith("ed")


def subject_of(sentence: Sentence, words: Sequence[Word]) -> str:
    """The subject in front of a verb, as it stands inside a question; empty where it is not clear.

    A common noun loses the capital of the head of its sentence, a name keeps it; `a` becomes `the`.
    """
    found = list(words)
    starts = [n for n, w in enumerate(found) if w.folded in _DETERMINERS]
    if found and found[0].folded in PREPOSITIONS:
        found = found[starts[-1] :] if starts and starts[-1] else []
    while found and found[-1].folded in ("also", "later", "then", "now", "reportedly"):
        found.pop()
    if not found or len(found) > 7 or found[-1].folded in DANGLING - {"early", "late"}:
        return ""
    if found[0].folded in PRONOUNS - {"this", "that"}:
        return ""
    if any(w.folded in AUX or is_verb(w) for w in found):
        return ""  # the doer stands further in front
    text = text_of(sentence, found)
    first = found[0]
    if first.folded in ("a", "an"):
        return "the" + text[len(first.text) :]
    named = len(found) > 1 and found[1].text[:1].isupper()
    # A quotation may open inside the sentence: `"The parties met"`.
    opens = first.span.start == sentence.span.start or (first.folded == "the" and not named)
    common = first.folded in function_words() or (
        not named
        and rareness(first.lemma) < 1.17
        and (first.lemma != first.folded or first.folded in _CROWD)
    )
    return text[:1].lower() + text[1:] if opens and common else text


def trimmed(words: Sequence[Word], most: int) -> list[Word]:
    """The first words, at most `most`, cut so that they do not end inside a phrase."""
    found = list(words)
    if len(found) > most:
        cut = next(
            (n for n in range(most, 1, -1) if found[n].folded in PREPOSITIONS - {"of"}), most
        )
        found = found[:cut]
    while found and found[-1].folded in DANGLING:
        found.pop()
    return found


def tells(words: Sequence[Word]) -> bool:
    """Whether one of them is a content word."""
    return any(w.content for w in words)


def text_of(sentence: Sentence, words: Sequence[Word]) -> str:
    """The words with single spaces between them, possessives kept."""
    base = sentence.span.start
    told = []
    for word in words:
        after = sentence.text[word.span.end - base : word.span.end - base + 2]
        told.append(word.text + ("'s" if after in ("'s", "’s") else ""))
    return " ".join(told)
