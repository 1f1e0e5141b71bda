"""One person said to be or do something, and the contrary: dead here, in hospital there.

The questions, and the words for yes and no, stand in `stances.txt`. The person is the one named
last before the words, in the same sentence or, for a pronoun, in those before. An article that
gives both answers contradicts nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.basis.forms_at import Form, apart, form, longest_first, stands_at
from tui.analysis.disputes.basis.given import Given
from tui.analysis.disputes.wording.explain import short
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.figure import COUNTED
from tui.analysis.sentences.figures import figures
from tui.analysis.sentences.layout import quoted
from tui.analysis.sentences.names import Named
from tui.analysis.sentences.slot_reading import reading
from tui.analysis.sentences.themes import Weights, theme, themes
from tui.analysis.words.lexicon import lines
from tui.analysis.words.sentence import Sentence
from tui.model.finding import Kind, Severity
from tui.model.span import Span

BACK = 3
"""Sentences in front in which the person of a pronoun may be named."""
MANY = 60
"""At most this many tellings of one question are compared with each other."""
REACH = 90
"""Characters between a name and what is said of it."""
MATTER = 0.8
"""Weight of the themes, besides the person, that both must share where the question asks for it."""
SCORE = 0.6
"""Score where only two articles answer."""
AGREED = 0.1
"""Added for each further article that gives one of the two answers."""


_YES_NO = "no", "yes"
"""The value of an answer that says no, and of one that says yes."""


@dataclass(frozen=True, slots=True)
class Question:
    """A line of the list."""

    words: str
    """With `{0}` for the person."""
    of: bool
    """Whether both passages must also be about one matter."""


@dataclass(frozen=True, eq=False, slots=True)
class Stance:
    """The answer that one sentence gives for one person."""

    sentence: Sentence
    question: int
    """Number of the line in the list."""
    who: str
    """Key of the person or, with `the`, the part in what happened: `the gunman`."""
    yes: bool
    span: Span
    shown: str
    about: frozenset[str]
    """Themes of the passage without the person and the answer."""


_Told = tuple[Form, int, int, bool]
"""A form, the position of its longest word, the number of its question, whether it says yes."""


@cache
def _questions() -> tuple[tuple[Question, ...], dict[str, tuple[_Told, ...]]]:
    """The questions; and longest word of a form → the forms with it."""
    asked: list[Question] = []
    forms: dict[str, list[_Told]] = defaultdict(list)
    for line in lines("stances.txt"):
        words, of, *values = (part.strip() for part in line.split("|"))
        asked.append(Question(words, of == "of"))
        for yes, value in zip((True, False), values, strict=True):
            for parts in map(form, value.split(",")):
                whole = parts[: parts.index("..")] if ".." in parts else parts
                at = max(range(len(whole)), key=lambda n: len(parts[n]))
                forms[parts[at]].append((parts, at, len(asked) - 1, yes))
    return tuple(asked), longest_first(forms)


def stance_disputes(sentences: Sequence[Sentence], cast: Cast, known: Weights) -> Iterator[Dispute]:
    """Questions of the list that two articles answer differently for one person."""
    told: dict[tuple[int, str], list[Stance]] = defaultdict(list)
    for n, sentence in enumerate(sentences):
        near = sentences[max(0, n - BACK) : n + 2]
        beside = [s for s in near if s.article == sentence.article and s is not sentence]
        for stance in _stances(sentence, beside, cast):
            told[stance.question, stance.who].append(stance)
    for place in sorted(told):
        every = told[place][:MANY]
        if len({s.yes for s in every}) < 2:
            continue
        given = Given((stance.sentence.article, _YES_NO[stance.yes]) for stance in every)
        for a, b in combinations(every, 2):
            if score := _score(a, b, given, known):
                yield _dispute(a, b, cast, score)


def _stances(sentence: Sentence, beside: Sequence[Sentence], cast: Cast) -> Iterator[Stance]:
    """The answers of one sentence; `beside` are its neighbours in the article."""
    asked = _questions()[0]
    for question, yes, span, own in _told(sentence):
        shown = sentence.text_at(span)
        for who in _whose(sentence, span, beside, cast, asked[question].of):
            about = _about(sentence, beside) - own.union(who.split())
            yield Stance(sentence, question, who, yes, span, shown, about)


def answers_in(sentence: Sentence) -> tuple[tuple[int, bool, str], ...]:
    """Question of the list, whether the answer is yes, and the words: whoever they are about."""
    return tuple((q, yes, sentence.text_at(span)) for q, yes, span, _ in _told(sentence))


def _told(sentence: Sentence) -> Iterator[tuple[int, bool, Span, frozenset[str]]]:
    """Question, answer, where the words stand, and their themes; of overlapping ones the longest.

    Left out is what is only asked or feared, and a denied no, which is no yes.
    """
    forms = _questions()[1]
    words = apart(sentence.words)
    taken: set[tuple[int, int]] = set()
    for at, word in enumerate(words):
        for key in {word.folded: 0, word.lemma: 0}:
            for parts, back, question, yes in forms.get(key, ()):
                n = at - back
                end = stands_at(words, n, parts) if n >= 0 else 0
                if not end or any((question, m) in taken for m in range(n, end)):
                    continue
                taken.update((question, m) for m in range(n, end))
                span = Span(words[n].span.start, words[end - 1].span.end)
                refused = _refused(sentence, span)
                if _open(sentence, span) or (refused and not yes):
                    continue
                own = {theme(w) for w in words[n:end] if {w.folded, w.lemma} & {*parts}}
                yield question, yes and not refused, span, frozenset(own)


def _about(sentence: Sentence, beside: Sequence[Sentence]) -> frozenset[str]:
    """The themes of the sentence, and of the one before if a pronoun refers to it."""
    before = [s for s in beside if s.number < sentence.number][-1:]
    if not any(w.folded in ("it", "this", "them", "so") for w in sentence.words):
        before = []
    return themes(sentence).union(*(themes(s) for s in before))


EARLY = 12
"""Characters from the start of a sentence in which its subject may be left out."""
_PARTS = re.compile(
    r"\b[Tt]he\s(?:[a-z]{2,14}\s)?(gunman|suspect|attacker|shooter|assailant|bomber|driver|pilot"
    r"|captain|hijacker|knifeman|sniper|defendant|victim)\b"
)
"""Roles in what happened, of which a story mostly has one."""
_KIN = re.compile(
    r"(?:\b(?:his|her|their|whose)|[’']s?)\s(?:[a-z-]{1,14}\s){0,2}(?:husband|wife|son|daughter|father"
    r"|mother|brother|sister|parents|child|children|friend|colleague|aide|partner|lawyer|attorney"
    r"|boyfriend|girlfriend|uncle|aunt|cousin|neighbou?r|bodyguard|driver|deputy|spokes\w{3,6})s?\b",
    re.I,
)
"""A relative or colleague of the person named: the words are about that one."""
_DOER = re.compile(r"\b(?:he|she|they)\b", re.I)
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him|who)\b", re.I)
_OPEN = re.compile(
    r"\b(?:if|whether|unless|should|could|might|may|asked|asks|urged|urges|calls?\son|called\son"
    r"|calls?\sfor|called\sfor|demand(?:s|ed|ing)?|wants?|wanted|threaten(?:s|ed)?|until|before"
    r"|once|or|in\scase|expected|likely|pressed)\b[^,;:.]{0,40}$",
    re.I,
)


_BETWEEN = re.compile(r"[”\"]|\b(?:as|when|while|after|before|but|and|until|because)\b")


def _refused(sentence: Sentence, span: Span) -> bool:
    """Whether a negation in front of the words denies them."""
    base = sentence.span.start
    for denial in reading(sentence).denials:
        between = sentence.text[denial.span.start - base : max(0, span.start - base)]
        reached = any(w.span.overlaps(span) for w in denial.scope[:3])
        if not reached or denial.span.start >= span.start or _BETWEEN.search(between):
            continue
        if denial.cue not in ("no", "none", "nobody", "nothing", "without") or len(between) < 16:
            return True
    return False


def _open(sentence: Sentence, span: Span) -> bool:
    """Whether the words are only asked, feared or hoped for."""
    at = span.start - sentence.span.start
    return bool(_OPEN.search(sentence.text[max(0, at - 70) : at]))


def _whose(
    sentence: Sentence, span: Span, beside: Sequence[Sentence], cast: Cast, bodies: bool
) -> tuple[str, ...]:
    """Keys of the persons that the words are about; empty where it is not clear.

    With `bodies`, also organisations and countries.
    """
    base, text = sentence.span.start, sentence.text
    kinds = ("person", "body", "country") if bodies else ("person",)
    persons = [n for n in cast.mentions(sentence) if n.kind in kinds]
    lead = text[: span.start - base]
    if not bodies and (leading := _inside_or_behind(sentence, span, persons)):
        return (leading,)
    ahead = [n for n in persons if n.span.end <= span.start]
    if ahead:
        last = ahead[-1].span
        between = sentence.between(last, span)
        several = len({n.key for n in ahead}) > 1 and _DOER.search(between)
        if quoted(sentence, last.start) or several or len(between) > REACH or _KIN.search(between):
            return ()
        return (ahead[-1].key,)
    parts = _PARTS.findall(lead[-REACH:])
    if parts:
        return (f"the {parts[-1].lower()}",)
    if persons and re.search(r"\bwho\s", lead):
        return tuple(n.key for n in persons)  # `the two who pushed it: Roe and Doe`
    if any(f.sort in COUNTED and f.span.end <= span.start for f in figures(sentence)):
        return ()  # seven members of the guard, whoever spoke before
    before = [s for s in beside if s.number < sentence.number]
    if len(before) < 2 and not persons and not _DOER.search(lead):
        for later in beside[len(before) :]:  # `A warlord was slain. Abu Doe, …`
            named = [n for n in cast.mentions(later) if n.kind == "person"]
            return (
                (named[0].key,) if named and named[0].span.start - later.span.start < EARLY else ()
            )
    if not _PRONOUN.search(text[: span.end - base]) and span.start - base > EARLY:
        return ()
    for earlier in reversed(before):
        if told := [n for n in cast.mentions(earlier) if n.kind == "person"]:
            alone = len({n.key for n in told}) == 1
            return (told[0].key,) if alone or _titled(earlier, told[0].span, lead) else ()
    return ()


_LEADS_ON = re.compile(r"\b(?:against|for|of)$")
"""The end of words that lead on to the person: `no charges against`."""
_TO_NAME = re.compile(r"\s(?:[\w’'.-]+\s){0,5}")
"""Between such words and the name."""


def _inside_or_behind(sentence: Sentence, span: Span, persons: Sequence[Named]) -> str:
    """Key of the person inside the words (`found Mara Quill guilty`) or to whom they lead on; or
    empty.
    """
    inside = [n for n in persons if span.covers(n.span)]
    if inside:
        return inside[0].key if len(inside) == 1 else ""
    base, text = sentence.span.start, sentence.text
    if not _LEADS_ON.search(text[: span.end - base]):
        return ""
    behind = next((n for n in persons if n.span.start >= span.end), None)
    if behind and _TO_NAME.fullmatch(sentence.between(span, behind.span)):
        return behind.key
    return ""


_SHE = re.compile(r"\b[Ss]he\b")
_HER_TITLE = re.compile(r"^(?:M(?:r?s|iss)|Dame|Lady)\.?\s")
_HIS_TITLE = re.compile(r"^(?:Mr|Sir|Lord)\.?\s")


def _titled(sentence: Sentence, name: Span, lead: str) -> bool:
    """Whether `sentence` begins with this name and a title that fits the pronoun in `lead`."""
    title = _HER_TITLE if _SHE.search(lead) else _HIS_TITLE
    begins = name.start - sentence.span.start < EARLY
    return begins and bool(title.match(sentence.text))


def _score(a: Stance, b: Stance, given: Given, known: Weights) -> float:
    """How surely both answer one question differently, 0 where they do not."""
    here, there = a.sentence.article, b.sentence.article
    if a.yes == b.yes or given.has(here, _YES_NO[b.yes]) or given.has(there, _YES_NO[a.yes]):
        return 0.0
    if _questions()[0][a.question].of and known.shared(a.about, b.about) < MATTER:
        return 0.0
    voices = given.single(*_YES_NO)
    return min(0.9, SCORE + AGREED * (voices - 2))


def _dispute(a: Stance, b: Stance, cast: Cast, score: float) -> Dispute:
    x, y = (short(s.shown, 36) for s in (a, b))
    who = a.who if a.who.startswith("the ") else cast.name(a.who)
    question = _questions()[0][a.question].words.format(who)
    return two_sided(
        Kind.NEGATION, Severity.CONFLICT, "stance",
        f"{question}: “{x}” or “{y}”?",
        _stated(a),
        _stated(b),
        score,
        f"“{x}” and “{y}” cannot both be true of {who}",
    )  # fmt: skip


def _stated(one: Stance) -> Stated:
    return Stated(one.sentence, one.span, _YES_NO[one.yes], short(one.shown, 40))
