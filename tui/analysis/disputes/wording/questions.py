"""The question that two passages answer differently, as a person would ask it.

A clause of one passage is turned into a question (`The fire began on …` → `Where did the fire
begin?`). Where its syntax is not clear, the question names the two answers instead: `How many
boats: three or four?`
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.analysis.disputes.wording.clause_parts import (
    AUX,
    DANGLING,
    PREPOSITIONS,
    PRONOUNS,
    Clause,
    base_form,
    clause_at,
    is_verb,
    participle,
    subject_of,
    tells,
    text_of,
    trimmed,
    verb_at,
)
from tui.analysis.disputes.wording.explain import plain, short
from tui.analysis.sentences.units import CURRENCIES
from tui.analysis.words.gazetteer import roles
from tui.analysis.words.sentence import Sentence, Word
from tui.analysis.words.tokens import lemma
from tui.model.finding import Kind
from tui.model.span import Span

LONGEST = 64
"""Characters of a question made of a clause; a longer one gives way to one that names the
answers."""
WIDEST = 80
"""Characters of a question that has to name more than one thing."""
_WHERE = frozenset("in on at near outside inside off by along".split())
"""Prepositions at which the complement of a `Where` question is cut."""
_REPORTING = frozenset("say suggest report claim believe think add insist indicate".split())
"""Verbs whose object clause is the statement to ask about."""


def ask(
    kind: Kind, a: Sentence, at_a: Span, shown_a: str, b: Sentence, at_b: Span, shown_b: str,
    unit: str = "", misspelt: bool = False,
) -> str:  # fmt: skip
    """The question that the spans `at_a` of `a` and `at_b` of `b` answer; `shown_a` and `shown_b`
    are the answers.

    `unit` is that of a number. `misspelt` asks for the spelling of a name.
    """
    if misspelt:
        return f"Is the name spelt {short(shown_a, 24)} or {short(shown_b, 24)}?"
    for sentence, at, shown in ((a, at_a, shown_a), (b, at_b, shown_b)):
        clause = clause_at(sentence, at)
        words = _turned(kind, sentence, clause, shown, unit)
        if words and (len(words) <= LONGEST or kind is Kind.SEQUENCE):
            return words
    if kind is Kind.ATTRIBUTION:
        return claimed(a, at_a, shown_a, shown_b)
    if kind is Kind.LIST and (beside := _beside_in_list(a, at_a)):
        x, y = plain(short(shown_a, 26)), plain(short(shown_b, 26))
        return f"What is listed with {beside}: {x} or {y}?"
    if kind is Kind.ANTONYM:
        for sentence, at in ((a, at_a), (b, at_b)):
            if words := _choice(sentence, clause_at(sentence, at), at, shown_a, shown_b):
                return words
    return _either(kind, shown_a, shown_b, unit)


def whether(denying: Sentence, no: Span, affirming: Sentence, yes: Span) -> str:
    """The yes-or-no question that `denying` answers with no at `no`, `affirming` with yes at
    `yes`.
    """
    for words in (
        _inverted(affirming, yes),
        _passive(denying, no),
        _inverted(denying, no),
    ):
        if words and len(words) <= LONGEST:
            return words
    told = [w for w in affirming.words if w.span.overlaps(yes)]
    said = text_of(affirming, [*told, *trimmed(clause_at(affirming, yes).behind, 6)])
    return f"Is this true: “{plain(short(said, 44))}”?"


def claimed(sentence: Sentence, name: Span, a: str, b: str) -> str:
    """`Who said “…”: A or B?` of the claim in `sentence`, whose source is named at `name`."""
    base = sentence.span.start
    before, after = sentence.text[: name.start - base], sentence.text[name.end - base :]
    claim = before.rpartition(",")[0] if "," in before else after
    claim = re.sub(r"^[\W_]*(?:\w+\s)?(?:said|says|told \w+|claimed)(?: that)?\s", "", claim)
    x, y = plain(short(a, 24)), plain(short(b, 24))
    room = max(20, WIDEST - len(f"Who said “”: {x} or {y}?"))
    said = plain(short(claim.strip(" ,;:.—–") or sentence.text, room))
    return f"Who said “{said}”: {x} or {y}?"


def _turned(kind: Kind, sentence: Sentence, clause: Clause, shown: str, unit: str) -> str:
    """The clause as a question of that kind; empty where its syntax is not clear."""
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
            return _of_subject(many, sentence, clause.behind) if not tells(clause.before) else (
                _with_verb(many, sentence, clause, bare=True)
            )  # fmt: skip
    return ""


def _order(sentence: Sentence, clause: Clause) -> str:
    """`Did the roof collapse before or after the engines arrived?`"""
    tails = [text_of(sentence, trimmed(clause.behind, n)) for n in (8, 6, 5, 4, 3)]
    at = verb_at(clause.before)
    subject = subject_of(sentence, clause.before[:at]) if at > 0 else ""
    head = text_of(sentence, trimmed(clause.before, 7)) + ":"
    if subject:
        verb, rest = clause.before[at], text_of(sentence, clause.before[at + 1 :])
        helper, deed = (verb.folded, "") if verb.folded in AUX else ("did", base_form(verb))
        head = " ".join(f"{helper.capitalize()} {subject} {deed} {rest}".split())
    asked = [f"{head} before or after {tail}?" for tail in tails if tail]
    asked = [q for q in asked if len(q) <= WIDEST and len(head) > 1]
    return asked[0] if asked else f"Before or after {tails[0]}?" if tails[0] else ""


def _beside_in_list(sentence: Sentence, at: Span) -> str:
    """The name before `at` in a list, else the one behind; empty where neither is certain."""
    base = sentence.span.start
    name = r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}"
    link = r"(?:,|,? and)\s(?:the\s)?"
    start, end = at.start - base, at.end - base
    before = re.search(rf"({name}){link}$", sentence.text[max(0, start - 80) : start])
    after = re.match(rf"{link}({name})", sentence.text[end : end + 80])
    found = before or after
    return short(found.group(1), 26) if found else ""


def _either(kind: Kind, a: str, b: str, unit: str) -> str:
    """A question that names both answers."""
    x, y = plain(short(a, 26)), plain(short(b, 26))
    both = f"{x} or {y}"
    if kind is Kind.WORDING:
        return f"What is it called: “{x}” or “{y}”?"
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
        return f"How many {noun}: {both}?" if noun else f"Which number is right: {both}?"
    if kind is Kind.DATE and all(re.fullmatch(r"\d{4}", w) for w in (a, b)):
        return f"In which year: {both}?"
    words = {
        Kind.DATE: "On which day",
        Kind.PLACE: "Where",
        Kind.NAME: "Who or what is meant",
        Kind.ACTOR: "Who did it",
        Kind.LIST: "Which is on the list",
        Kind.SEQUENCE: "In which order",
    }.get(kind, "Which of the two")
    return f"{words}: {both}?"


def _with_verb(wh: str, sentence: Sentence, clause: Clause, bare: bool = False) -> str:
    """`wh` with subject and verb inverted; empty where the clause does not allow it.

    With `bare`, nothing may stand between the verb and the answer.
    """
    before = _told_of(sentence, clause.before)
    at = verb_at(before)
    if at < 1:
        return ""
    subject = subject_of(sentence, before[:at])
    rest = list(before[at + 1 :])
    if wh == "Where":
        rest = rest[: next((n for n, w in enumerate(rest) if w.folded in _WHERE), len(rest))]
    left = ""
    while rest and rest[-1].folded in DANGLING:
        left = rest.pop().folded
    if bare and not rest and left in PREPOSITIONS:  # what they pored over
        return f"{wh} did {subject} {base_form(before[at])} {left}?" if subject else ""
    if not rest and not bare and wh == "When":
        rest = list(clause.behind)
    if not subject or (bare and rest):
        return ""
    verb, tail = before[at], text_of(sentence, trimmed(rest, 7))
    if verb.folded in AUX:
        if not tail:
            return ""
        return f"{wh} {verb.folded} {subject} {tail}?"
    return f"{wh} did {subject} {base_form(verb)} {tail}".rstrip() + "?"


def _told_of(sentence: Sentence, before: Sequence[Word]) -> Sequence[Word]:
    """The words `before`, with the noun in front of them if they are a relative clause."""
    at = sentence.words.index(before[0]) if before else 0
    if at < 2 or sentence.words[at - 1].folded not in ("that", "which", "who"):
        return before
    return (*clause_at(sentence, sentence.words[at - 1].span).before, *before)


def _of_subject(wh: str, sentence: Sentence, behind: Sequence[Word]) -> str:
    """`wh` in the place of the subject, and the words behind it as they are."""
    if len(behind) < 2 or not (is_verb(behind[0]) or behind[0].folded in AUX):
        return ""
    tail = text_of(sentence, trimmed(behind, 7))
    return f"{wh} {tail}?" if tail else ""


def _choice(sentence: Sentence, clause: Clause, at: Span, a: str, b: str) -> str:
    """`Did the council reject or approve the request?`"""
    word = next((w for w in sentence.words if w.span == at), None)
    if word is None:
        return ""
    tails = [text_of(sentence, trimmed(clause.behind, n)) for n in (5, 4, 3)]
    helper = next((w for w in reversed(clause.before[-2:]) if w.folded in AUX), None)
    if helper is not None:
        subject = subject_of(sentence, clause.before[: clause.before.index(helper)])
        found = f"{helper.folded.capitalize()} {subject} {a} or {b}?" if subject else ""
    elif is_verb(word):
        subject = subject_of(sentence, clause.before)
        pair = f"{lemma(a.casefold())} or {lemma(b.casefold())}"
        asked = [f"Did {subject} {pair} {t}".rstrip() + "?" for t in (*tails, "")]
        found = next((q for q in asked if len(q) <= LONGEST), "") if subject else ""
    else:
        return ""
    return found if len(found) <= LONGEST else ""


def _inverted(sentence: Sentence, at: Span) -> str:
    """A statement as a yes-or-no question, the word at `at` in its predicate; or empty."""
    clause = clause_at(sentence, at)
    every = [
        *clause.before,
        *(w for w in sentence.words if w.span.overlaps(at)),
        *clause.behind,
    ]
    n = verb_at(every)
    told = max((i for i, w in enumerate(every[: max(n, 0)]) if w.lemma in _REPORTING), default=-1)
    if told >= 0:  # reports suggest that he will
        every = [w for w in every[told + 1 :] if w.folded != "that" or w is not every[told + 1]]
        n = verb_at(every)
    if n < 1:
        return ""
    subject = subject_of(sentence, every[:n])
    if not subject or subject in PRONOUNS:
        return ""
    verb = every[n]
    helper = verb.folded.removesuffix("n't") if verb.folded != "can't" else "can"
    rest = text_of(
        sentence, trimmed([w for w in every[n + 1 :] if w.folded not in ("not", "never")], 8)
    )
    if helper in AUX:
        return f"{helper.capitalize()} {subject} {rest}?" if rest else ""
    return f"Did {subject} {base_form(verb)} {rest}".rstrip() + "?"


def _passive(sentence: Sentence, at: Span) -> str:
    """`It did not mention ties with Rome` → `Were ties with Rome mentioned?`"""
    words = [w for w in sentence.words if w.span.overlaps(at)]
    if len(words) < 2 or not words[0].folded.startswith(("not", "never", "did")):
        return ""
    clause = clause_at(sentence, at)
    verb = next((w for w in words[1:] if w.content), None)
    known = participle(verb.lemma) if verb is not None else ""
    behind = [*[w for w in words if verb and w.span.start > verb.span.start], *clause.behind]
    if verb is None or not known or verb.folded != verb.lemma:
        return ""
    thing = trimmed(behind, 6)
    if not thing or thing[0].folded in PREPOSITIONS or not tells(thing):
        return ""
    first = next(w for w in thing if w.content)
    be = "Were" if first.folded.endswith("s") and first.lemma != first.folded else "Was"
    return f"{be} {text_of(sentence, thing)} {known}?"


_LEADING = re.compile(
    r"^(?:(?:at least|more than|fewer than|less than|up to|as many as|over|about|around|nearly|"
    r"almost|some|roughly|approximately|no fewer than|only|a|an|the|another)\s)*"
    r"[\w.,$€£-]+\s(?:(?:hundred|thousand|million|billion|dozen|of)\s)*",
    re.I,
)


def _noun(shown: str) -> str:
    """What is counted, as `people` in `At least 12 people`; empty unless it is a plural."""
    noun = _LEADING.sub("", shown, count=1)
    return (
        plain(noun)
        if noun != shown and noun.endswith(("s", "people", "men", "children", "women"))
        else ""
    )
