"""A few words that say what a row tells.

Always a run of words as one sentence of the row has them: a clause with a name
that does something ("Smith met Ann Jones") where there is one, else the phrase
that holds most of what the articles of the row share ("relations with the
United States"). Verse, and what is not English, is called by how it begins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from tui.analysis.alignment.incipits import WIDEST, capital, foreign, incipit
from tui.analysis.alignment.similarity import Profile
from tui.analysis.words.lexicon import root
from tui.analysis.words.sentence import Sentence, Word

MOST_WORDS = 6

ROOM = 36
"""What a title weighs is divided by its width and so much: a long one must tell more."""
IDLE = 0.1
"""Each word that no other article has takes away so much of its weight."""
TELLS = 1.5
"""What a clause with a verb counts for beside a mere phrase; one whose doer is named, twice."""
POINTS = 0.7
"""What a phrase counts for that points at something outside it: `his`, `this`."""
BEHIND = 0.8
"""The same for one that begins in the middle of a clause."""
LATER = 0.9
"""The same for one that does not stand in the first sentence of its article's part."""

_INSIDE = frozenset(("", " ", "-", "'s ", "’s ", "' ", "’ ", " $", " £", " €", "$"))
"""What may stand between two words of a title."""
_AUXILIARIES = frozenset(
    "is are was were has have had will would can could may might must should did does do".split()
)
_SPEAK = frozenset(
    "say said says saying tell told tells according add added adds adding note noted state stated "
    "quoted reported reportedly".split()
)
"""Who says it is not what is told."""
_PARTS = frozenset(
    "who whom whose which that what because while although though when where if since until unless "
    "but nor as so than he she it they i we you there".split()
)
"""What follows one of these is another thought."""
_APART = _PARTS | _SPEAK
"""No title runs across one of these."""
_POINTING = frozenset("his her its their our my your this these those such other another".split())
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december today yesterday tomorrow".split()
)
_NO_START = _SPEAK | _CALENDAR | _AUXILIARIES
_NO_END = _SPEAK | _AUXILIARIES
_BINDS = frozenset(
    "of per to not can could will would may might must should shall did does do he she it they we "
    "i you who and or no never neither without nearly".split()
)
"""What stands behind one of these is no beginning."""
_HOLDS = frozenset("of and or %".split())
"""A phrase is not over in front of one of these."""
_PLACES = frozenset(
    "in on at after before during with from by for against over under amid since until as when "
    "while and but because".split()
)
"""In front of one of these a clause may end with its verb: `the roof collapsed`."""
_OPEN = frozenset("a an the".split())


@dataclass(frozen=True, slots=True)
class Heading:
    title: str
    because: tuple[str, ...]
    """The words that the articles of the row share, most telling first."""


def heading(
    sentences: Sequence[Sentence],
    profiles: Sequence[Profile],
    verse: Collection[str] = frozenset(),
) -> Heading:
    """The heading of the row made of these sentences; `verse` are the articles in verse."""
    weight: dict[str, float] = defaultdict(float)
    tellers: dict[str, dict[str, None]] = defaultdict(dict)
    written: dict[str, str] = {}
    for sentence, profile in zip(sentences, profiles, strict=True):
        for word in sentence.words:
            stem = root(word.lemma)
            if word.content and stem in profile.words:
                weight[stem] = max(weight[stem], profile.words[stem])
                tellers[stem][sentence.article] = None
                written.setdefault(stem, word.text)
    articles = len({s.article for s in sentences})
    common = [w for w in weight if len(tellers[w]) > 1] if articles > 1 else list(weight)
    value = {w: sqrt(weight[w]) * max(len(tellers[w]) - 1, 1) for w in (common or weight)}
    ranked = sorted(common, key=lambda w: (-value[w], w))
    because = tuple(written[w] for w in ranked)[:MOST_WORDS]
    prose = [s for s in sentences if s.article not in verse and not _not_english(s, sentences)]
    title = _best(prose, value, weight) or _first_line(prose or sentences, value, weight)
    return Heading(title, because if articles > 1 else ())


def _best(sentences: Sequence[Sentence], value: dict[str, float], weight: dict[str, float]) -> str:
    """The run of words that tells most for its width; empty when no run may be a title."""
    best, found = 0.0, ""
    seen: dict[str, None] = {}
    for sentence, names in zip(sentences, _names(sentences), strict=True):
        first = sentence.article not in seen
        seen[sentence.article] = None
        gaps = _gaps(sentence)
        stems = [root(w.lemma) for w in sentence.words]
        worths = [_worth(w, value, weight) for w in sentence.words]
        for start, end in _runs(sentence, gaps, names):
            text = _text(sentence, start, end)
            held = sum(dict(zip(stems[start:end], worths[start:end], strict=True)).values())
            if held <= 0:
                continue
            if held * 2 * TELLS / (len(text) + ROOM) <= best:
                continue  # whatever its form is
            words = sentence.words[start:end]
            form = _form(words, names.inside[start], _leads(sentence, gaps, start))
            worth = held * form / (len(text) + ROOM)
            if not first:
                worth *= LATER
            if worth > best:
                best, found = worth, text
    return found


def _not_english(sentence: Sentence, row: Sequence[Sentence]) -> bool:
    """Judged by all that its article tells in the row: a sentence may be short."""
    return foreign([s for s in row if s.article == sentence.article])


def _first_line(
    sentences: Sequence[Sentence], value: dict[str, float], weight: dict[str, float]
) -> str:
    """How the article begins its part that tells most in its first sentence, for its width."""
    first = {s.article: s for s in reversed(sentences)}
    told = sorted(first.values(), key=lambda s: s.number)

    def worth(sentence: Sentence) -> float:
        stems = {root(w.lemma): _worth(w, value, weight) for w in sentence.words}
        return sum(stems.values()) / (len(incipit(sentence.text)) + ROOM)

    return incipit(max(told, key=worth).text) if told else ""


def _worth(word: Word, value: dict[str, float], weight: dict[str, float]) -> float:
    stem = root(word.lemma)
    return value.get(stem, -IDLE * weight.get(stem, 0.0)) if word.content else 0.0


def _form(words: Sequence[Word], named: bool, leads: bool) -> float:
    """How well a run reads as a title, whatever it tells."""
    form = 1.0 if leads else BEHIND
    if any(_is_verb(w) for w in words[1:]) and leads:
        form *= 2 * TELLS if named else TELLS
    if any(w.folded in _POINTING for w in words):
        form *= POINTS
    return form


def _leads(sentence: Sentence, gaps: Sequence[bool], start: int) -> bool:
    """Whether the run opens a clause, its article or office aside, and may be its doer."""
    words = sentence.words
    while start and gaps[start] and (words[start - 1].content or words[start - 1].folded in _OPEN):
        if _is_verb(words[start - 1]):
            return False
        start -= 1
    return start == 0 or not gaps[start] or words[start - 1].folded in _PARTS


def _runs(sentence: Sentence, gaps: Sequence[bool], names: _Names) -> Iterator[tuple[int, int]]:
    """Where runs of words may begin and end without tearing a phrase."""
    words = sentence.words
    for start, word in enumerate(words):
        if not _may_begin(sentence, gaps, names, start):
            continue
        width = 0
        for end in range(start + 1, len(words) + 1):
            last = words[end - 1]
            width = last.span.end - word.span.start
            if width > WIDEST or last.folded in _APART or (end - start > 1 and not gaps[end - 1]):
                break
            if end - start > 1 and _may_end(sentence, gaps, end):
                yield start, end


def _gaps(sentence: Sentence) -> list[bool]:
    """For each word whether nothing but a space or hyphen parts it from the one in front."""
    found: list[bool] = []
    last = sentence.span.start - 1
    for word in sentence.words:
        between = sentence.text[max(last - sentence.span.start, 0) : _at(sentence, word)]
        found.append(bool(found) and between in _INSIDE)
        last = word.span.end
    return found


def _at(sentence: Sentence, word: Word) -> int:
    return word.span.start - sentence.span.start


def _may_begin(sentence: Sentence, gaps: Sequence[bool], names: _Names, at: int) -> bool:
    """At a word that carries news and is no later part of a phrase.

    A long name may begin at its last word where the row uses that word alone:
    `Smith met Jones`, without his office.
    """
    words = sentence.words
    word = words[at]
    if not word.content or word.folded in _NO_START or word.folded.endswith("ly"):
        return False
    of_a_verb = _is_verb(word) or word.folded.endswith("ing")
    if of_a_verb and not names.inside[at] and (at == 0 or words[at - 1].folded not in _OPEN):
        return False
    if at == 0 or not gaps[at]:
        return True
    before = words[at - 1]
    if sentence.text[_at(sentence, word) - 1] != " ":
        return False
    if names.inside[at] and names.inside[at - 1]:
        return word.folded in names.alone
    if before.folded in _BINDS:
        return False
    return not before.content or names.inside[at]


def _may_end(sentence: Sentence, gaps: Sequence[bool], end: int) -> bool:
    """Behind a word that carries news, where the phrase it stands in is over."""
    words = sentence.words
    last = words[end - 1]
    if not last.content or last.folded in _NO_END or last.folded.endswith("ly"):
        return False
    if not last.text[-1].isalnum() and last.text[-1] not in ".%":
        return False
    if end == len(words) or not gaps[end]:
        return True
    after = words[end]
    if sentence.text[last.span.end - sentence.span.start] != " " or after.folded in _HOLDS:
        return False
    if _is_verb(last):
        return not after.content and after.folded in _PLACES
    return not after.content or _is_verb(after) or after.folded.endswith("ly")


@dataclass(frozen=True, slots=True)
class _Names:
    inside: tuple[bool, ...]
    """For each word of a sentence whether it belongs to a name."""
    alone: frozenset[str]
    """Folded names that the row also uses without first name or office."""


def _names(sentences: Sequence[Sentence]) -> list[_Names]:
    inside = [tuple(_is_name(s, at) for at in range(len(s.words))) for s in sentences]
    alone = frozenset(
        s.words[at].folded
        for s, named in zip(sentences, inside, strict=True)
        for at in range(len(named))
        if named[at] and not any(named[max(at - 1, 0) : at]) and not any(named[at + 1 : at + 2])
    )
    return [_Names(named, alone) for named in inside]


def _is_name(sentence: Sentence, at: int) -> bool:
    """A capital that is not owed to the beginning of the sentence alone."""
    word = sentence.words[at]
    if not word.text[0].isupper() or not word.content:
        return False
    return at > 0 or word.folded != word.lemma or " " in word.lemma or _proper(sentence)


def _proper(sentence: Sentence) -> bool:
    """Whether the first word goes on as a name: `Ingrid Sallow`."""
    words = sentence.words
    return len(words) > 1 and words[1].content and words[1].text[0].isupper()


def _is_verb(word: Word) -> bool:
    if word.folded in _AUXILIARIES:
        return True
    changed = word.lemma != word.folded and " " not in word.lemma and word.text[0].islower()
    return changed and word.folded.isalpha() and not word.folded.endswith(("s", "ing"))


def _text(sentence: Sentence, start: int, end: int) -> str:
    """The words as they stand, with a currency sign in front."""
    first = _at(sentence, sentence.words[start])
    if first and sentence.text[first - 1] in "$£€":
        first -= 1
    text = sentence.text[first : sentence.words[end - 1].span.end - sentence.span.start]
    return capital(text)
