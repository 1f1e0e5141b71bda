"""The question that two differing passages answer, in the words a person would ask it.

A clause of one passage is turned round (`The fire began on …` → `Where did the
fire begin?`). Where it does not let itself be turned, the two answers are asked
for: `How many boats: three or four?`
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.disputes.explain import short
from tui.analysis.disputes.naming import WIDEST, beside_in_list, claimed, plain
from tui.analysis.sentences.quantities import CURRENCIES
from tui.analysis.words.gazetteer import roles
from tui.analysis.words.lexicon import function_words, rareness
from tui.analysis.words.sentence import Sentence, Word
from tui.model.finding import Kind
from tui.model.span import Span

LONGEST = 64
"""Characters of a question; a longer one gives way to one that asks for the answers."""
_BREAKS = frozenset(',;:—–()[]“”"')
_OPEN = frozenset(
    "that which who whom whose because although though while whereas after before since until when "
    "where as if but and or said says amid despite following".split()
)
_AUX = frozenset(
    "is are was were has have had will would can could may might must should did does do".split()
)
_PREPOSITIONS = frozenset(
    "in on at to from by for with of near off until since around about over under into during "
    "after before against through as between among".split()
)
_DETERMINERS = frozenset("the a an his her its their this that these those our".split())
_WHERE = frozenset("in on at near outside inside off by along".split())
_PRONOUNS = frozenset("i you he she it we they this that there these those who which".split())
_DANGLING = (
    _PREPOSITIONS
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


_BASE = {"bore": "bear", "broke": "break", "felt": "feel", "left": "leave", "rose": "rise",
         "shot": "shoot", "thought": "think", "won": "win"}  # fmt: skip
"""Verbs whose past form looks like a word of its own."""
_REPORTING = frozenset("say suggest report claim believe think add insist indicate".split())
_CROWD = frozenset("police officials firefighters rescuers workers authorities".split())


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words of one clause in front of and behind what is asked for."""

    before: tuple[Word, ...]
    behind: tuple[Word, ...]


def ask(
    kind: Kind, a: Sentence, at_a: Span, shown_a: str, b: Sentence, at_b: Span, shown_b: str,
    unit: str = "", misspelt: bool = False,
) -> str:  # fmt: skip
    """The question that `at_a` of `a` and `at_b` of `b` answer differently."""
    if misspelt:
        return f"Is the name {short(shown_a, 24)} or {short(shown_b, 24)}?"
    for sentence, at, shown in ((a, at_a, shown_a), (b, at_b, shown_b)):
        clause = _clause(sentence, at)
        words = _turned(kind, sentence, clause, at, shown, unit)
        if words and (len(words) <= LONGEST or kind is Kind.SEQUENCE):
            return words
    if kind is Kind.ATTRIBUTION:
        return claimed(a, at_a, shown_a, shown_b)
    if kind is Kind.LIST and (beside := beside_in_list(a, at_a)):
        x, y = plain(short(shown_a, 26)), plain(short(shown_b, 26))
        return f"What stands beside {beside}: {x} or {y}?"
    if kind is Kind.ANTONYM:
        for sentence, at in ((a, at_a), (b, at_b)):
            if words := _choice(sentence, _clause(sentence, at), at, shown_a, shown_b):
                return words
    return _either(kind, shown_a, shown_b, unit)


def whether(denying: Sentence, no: Span, affirming: Sentence, yes: Span) -> str:
    """The question that one passage answers with no and the other with yes."""
    for words in (
        _inverted(affirming, yes),
        _passive(denying, no),
        _inverted(denying, no),
    ):
        if words and len(words) <= LONGEST:
            return words
    said = affirming.text[yes.start - affirming.span.start : yes.end - affirming.span.start]
    return f"Is it so: “{plain(short(said, 44))}”?"


def _turned(
    kind: Kind, sentence: Sentence, clause: _Clause, at: Span, shown: str, unit: str
) -> str:
    if kind is Kind.DATE:
        return _with_verb("When", sentence, clause)
    if kind is Kind.PLACE:
        return _with_verb("Where", sentence, clause)
    if kind in (Kind.ACTOR, Kind.NAME) and all(
        w.lemma in roles() or not w.content for w in clause.before
    ):
        return _of_subject("Who", sentence, clause.behind)
    if kind is Kind.SEQUENCE:
        return _order(sentence, clause)
    if kind is Kind.NUMBER:
        noun = _noun(shown)
        if noun and unit not in CURRENCIES:
            many = f"How many {noun}"
            return _of_subject(many, sentence, clause.behind) if not _content(clause.before) else (
                _with_verb(many, sentence, clause, bare=True)
            )  # fmt: skip
    return ""


def _order(sentence: Sentence, clause: _Clause) -> str:
    """`Did the roof collapse before or after the engines arrived?`"""
    tails = [_text(sentence, _trimmed(clause.behind, n)) for n in (8, 6, 5, 4, 3)]
    at = _verb(clause.before)
    subject = _subject(sentence, clause.before[:at]) if at > 0 else ""
    head = _text(sentence, _trimmed(clause.before, 7)) + ":"
    if subject:
        verb, rest = clause.before[at], _text(sentence, clause.before[at + 1 :])
        helper, deed = (verb.folded, "") if verb.folded in _AUX else ("did", _base(verb))
        head = " ".join(f"{helper.capitalize()} {subject} {deed} {rest}".split())
    asked = [f"{head} before or after {tail}?" for tail in tails if tail]
    asked = [q for q in asked if len(q) <= WIDEST and len(head) > 1]
    return asked[0] if asked else f"Before or after {tails[0]}?" if tails[0] else ""


def _either(kind: Kind, a: str, b: str, unit: str) -> str:
    """A question that names the two answers."""
    x, y = plain(short(a, 26)), plain(short(b, 26))
    both = f"{x} or {y}"
    if kind is Kind.WORDING:
        return f"{x[:1].upper()}{x[1:]} or {y}: what is it called?"
    if kind is Kind.NUMBER:
        noun = _noun(a) if unit not in CURRENCIES else ""
        if unit == "vote":
            return f"What was the vote: {both}?"
        if unit == "clock":
            return f"At what time: {both}?"
        if unit == "age":
            return f"How old: {both}?"
        if unit in CURRENCIES or unit in ("percent", "point"):
            return f"How much: {both}?"
        return f"How many {noun}: {both}?" if noun else f"Which number: {both}?"
    if kind is Kind.DATE and all(re.fullmatch(r"\d{4}", w) for w in (a, b)):
        return f"In which year: {both}?"
    words = {
        Kind.DATE: "On which day",
        Kind.PLACE: "In which place",
        Kind.NAME: "Who or what is meant",
        Kind.ACTOR: "Who did it",
        Kind.LIST: "Which belongs to the list",
        Kind.SEQUENCE: "In which order",
    }.get(kind, "Which of the two")
    return f"{words}: {both}?"


def _clause(sentence: Sentence, at: Span) -> _Clause:
    """The words around `at`, up to the next mark or word that opens a clause."""
    text, base = sentence.text, sentence.span.start
    inside = [n for n, w in enumerate(sentence.words) if w.span.overlaps(at)]
    if not inside:
        return _Clause((), ())
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
    return _Clause(words[lo:first], words[last + 1 : hi])


def _with_verb(wh: str, sentence: Sentence, clause: _Clause, bare: bool = False) -> str:
    """`wh` with subject and verb exchanged; empty when the clause does not allow it.

    `bare` allows nothing between the verb and what is asked for.
    """
    before = _told_of(sentence, clause.before)
    at = _verb(before)
    if at < 1:
        return ""
    subject = _subject(sentence, before[:at])
    rest = list(before[at + 1 :])
    if wh == "Where":
        rest = rest[: next((n for n, w in enumerate(rest) if w.folded in _WHERE), len(rest))]
    while rest and rest[-1].folded in _DANGLING:
        rest.pop()
    if not rest and not bare and wh == "When":
        rest = list(clause.behind)
    if not subject or (bare and rest):
        return ""
    verb, tail = before[at], _text(sentence, _trimmed(rest, 7))
    if verb.folded in _AUX:
        if not tail:
            return ""
        return f"{wh} {verb.folded} {subject} {tail}?"
    return f"{wh} did {subject} {_base(verb)} {tail}".rstrip() + "?"


def _told_of(sentence: Sentence, before: Sequence[Word]) -> Sequence[Word]:
    """With what a relative clause tells of in front: `the fire (that) broke out`."""
    at = sentence.words.index(before[0]) if before else 0
    if at < 2 or sentence.words[at - 1].folded not in ("that", "which", "who"):
        return before
    return (*_clause(sentence, sentence.words[at - 1].span).before, *before)


def _of_subject(wh: str, sentence: Sentence, behind: Sequence[Word]) -> str:
    """`wh` in place of the subject: the words behind it follow as they are."""
    if len(behind) < 2 or not (_is_verb(behind[0]) or behind[0].folded in _AUX):
        return ""
    tail = _text(sentence, _trimmed(behind, 7))
    return f"{wh} {tail}?" if tail else ""


def _choice(sentence: Sentence, clause: _Clause, at: Span, a: str, b: str) -> str:
    """`Did the council reject or approve the request?`"""
    word = next((w for w in sentence.words if w.span == at), None)
    if word is None:
        return ""
    tails = [_text(sentence, _trimmed(clause.behind, n)) for n in (5, 4, 3)]
    helper = next((w for w in reversed(clause.before[-2:]) if w.folded in _AUX), None)
    if helper is not None:
        subject = _subject(sentence, clause.before[: clause.before.index(helper)])
        found = f"{helper.folded.capitalize()} {subject} {a} or {b}?" if subject else ""
    elif _is_verb(word):
        subject = _subject(sentence, clause.before)
        from tui.analysis.words.tokens import lemma

        pair = f"{lemma(a.casefold())} or {lemma(b.casefold())}"
        asked = [f"Did {subject} {pair} {t}".rstrip() + "?" for t in (*tails, "")]
        found = next((q for q in asked if len(q) <= LONGEST), "") if subject else ""
    else:
        return ""
    return found if len(found) <= LONGEST else ""


def _inverted(sentence: Sentence, at: Span) -> str:
    """A plain statement as a question, the word at `at` its predicate."""
    clause = _clause(sentence, at)
    every = [
        *clause.before,
        *(w for w in sentence.words if w.span.overlaps(at)),
        *clause.behind,
    ]
    n = _verb(every)
    told = max((i for i, w in enumerate(every[: max(n, 0)]) if w.lemma in _REPORTING), default=-1)
    if told >= 0:  # reports suggest that he will
        every = [w for w in every[told + 1 :] if w.folded != "that" or w is not every[told + 1]]
        n = _verb(every)
    if n < 1:
        return ""
    subject = _subject(sentence, every[:n])
    if not subject or subject in _PRONOUNS:
        return ""
    verb = every[n]
    helper = verb.folded.removesuffix("n't") if verb.folded != "can't" else "can"
    rest = _text(
        sentence, _trimmed([w for w in every[n + 1 :] if w.folded not in ("not", "never")], 8)
    )
    if helper in _AUX:
        return f"{helper.capitalize()} {subject} {rest}?" if rest else ""
    return f"Did {subject} {_base(verb)} {rest}".rstrip() + "?"


def _passive(sentence: Sentence, at: Span) -> str:
    """`It did not mention ties with Rome` → `Were ties with Rome mentioned?`"""
    words = [w for w in sentence.words if w.span.overlaps(at)]
    if len(words) < 2 or not words[0].folded.startswith(("not", "never", "did")):
        return ""
    clause = _clause(sentence, at)
    verb = next((w for w in words[1:] if w.content), None)
    known = _participle(verb.lemma) if verb is not None else ""
    behind = [*[w for w in words if verb and w.span.start > verb.span.start], *clause.behind]
    if verb is None or not known or verb.folded != verb.lemma:
        return ""
    thing = _trimmed(behind, 6)
    if not thing or thing[0].folded in _PREPOSITIONS or not _content(thing):
        return ""
    first = next(w for w in thing if w.content)
    be = "Were" if first.folded.endswith("s") and first.lemma != first.folded else "Was"
    return f"{be} {_text(sentence, thing)} {known}?"


def _participle(lemma: str) -> str:
    from tui.analysis.words.tokens import lemma as base

    if lemma.endswith("e"):
        formed = lemma + "d"
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        formed = lemma[:-1] + "ied"
    else:
        formed = lemma + "ed"
    return formed if base(formed) == lemma else ""


def _base(verb: Word) -> str:
    return _BASE.get(verb.folded, verb.lemma)


def _verb(words: Sequence[Word]) -> int:
    """Position of the first finite verb behind a subject; -1 when none is sure."""
    for n, word in enumerate(words):
        if n and (word.folded.removesuffix("n't") in _AUX or _is_verb(word)):
            return n
    return -1


def _is_verb(word: Word) -> bool:
    if not word.text[:1].islower() or word.lemma == word.folded:
        return word.folded in _PAST and word.text[:1].islower()
    return word.folded in _PAST or word.folded.endswith("ed")


def _subject(sentence: Sentence, words: Sequence[Word]) -> str:
    """The doer in front of a verb, in small letters unless it is a name."""
    found = list(words)
    starts = [n for n, w in enumerate(found) if w.folded in _DETERMINERS]
    if found and found[0].folded in _PREPOSITIONS:
        found = found[starts[-1] :] if starts and starts[-1] else []
    while found and found[-1].folded in ("also", "later", "then", "now", "reportedly"):
        found.pop()
    if not found or len(found) > 7 or found[-1].folded in _DANGLING - {"early", "late"}:
        return ""
    if found[0].folded in _PRONOUNS - {"this", "that"} or any(_is_verb(w) for w in found):
        return ""
    text = _text(sentence, found)
    first = found[0]
    if first.folded in ("a", "an"):
        return "the" + text[len(first.text) :]
    opens = first.span.start == sentence.span.start
    named = len(found) > 1 and found[1].text[:1].isupper()
    common = first.folded in function_words() or (
        not named
        and rareness(first.lemma) < 1.17
        and (first.lemma != first.folded or first.folded in _CROWD)
    )
    return text[:1].lower() + text[1:] if opens and common else text


def _trimmed(words: Sequence[Word], most: int) -> list[Word]:
    """At most `most` words, not ending in the middle of a phrase."""
    found = list(words)
    if len(found) > most:
        cut = next(
            (n for n in range(most, 1, -1) if found[n].folded in _PREPOSITIONS - {"of"}), most
        )
        found = found[:cut]
    while found and found[-1].folded in _DANGLING:
        found.pop()
    return found


def _content(words: Sequence[Word]) -> bool:
    return any(w.content for w in words)


_LEADING = re.compile(
    r"^(?:(?:at least|more than|fewer than|less than|up to|as many as|over|about|around|nearly|"
    r"almost|some|roughly|approximately|no fewer than|only|a|an|the|another)\s)*"
    r"[\w.,$€£-]+\s(?:(?:hundred|thousand|million|billion|dozen|of)\s)*",
    re.I,
)


def _noun(shown: str) -> str:
    """What is counted: `people` of `At least 12 people`; only a plural serves."""
    noun = _LEADING.sub("", shown, count=1)
    return (
        plain(noun)
        if noun != shown and noun.endswith(("s", "people", "men", "children", "women"))
        else ""
    )


def _text(sentence: Sentence, words: Sequence[Word]) -> str:
    """The words with single spaces, possessives kept."""
    base = sentence.span.start
    told = []
    for word in words:
        after = sentence.text[word.span.end - base : word.span.end - base + 2]
        told.append(word.text + ("'s" if after in ("'s", "’s") else ""))
    return " ".join(told)
