"""Sentences changed by machine: one slot of each, or only its wording.

What is changed is no longer the same fact; what is reworded is. The edits know
nothing of how the program reads sentences.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from tui.analysis.words.gazetteer import gazetteer
from tui.analysis.words.lexicon import lines
from tui.analysis.words.tokens import lemma

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = (
    "January February March April May June July August September October November December"
).split()
SMALL = "two three four five six seven eight nine ten eleven twelve".split()
AUX = r"\b(is|are|was|were|has|have|had|will|would|could|can|should)\b(?! not|n't)"
NAME = re.compile(
    r"(?<=[a-z,] )(?!(?:Mr|Mrs|Ms|Dr|Sir)\b)[A-Z][a-zé]{2,}(?: [A-Z][a-zé]+)*(?![’'.-]?\w)"
)
_BEHIND = r"(?= (?:of|in|on|at|was|were|is|had|has|that|and|to|for)\b|[,.])"
NOUN = re.compile(rf"(?<=\b(?:the|its|his|her) )[a-z]{{4,}}{_BEHIND}|(?<=\ba )[a-z]{{4,}}{_BEHIND}")


def changed(text: str, others: Sequence[str], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Type of edit and edited sentence, at most one of each type; `others` lend names."""
    for kind, edit in EDITS.items():
        found = edit(text, others, chance)
        if found and found != text:
            yield kind, found


def number(text: str, others: Sequence[str], chance: random.Random) -> str | None:
    """Another number in the place of one that is no year, day or part of a name."""
    pattern = (
        r"(?<![\w,.$-])\$?\d(?:[\d,]*\d)?(?:\.\d+)?(?![\w,.-]*\d)|\b(?:" + "|".join(SMALL) + r")\b"
    )
    spots = [
        m for m in re.finditer(pattern, text)
        if not re.fullmatch(r"(?:1[89]|20)\d\d", m.group())
        and not re.search(rf"(?:{'|'.join(m[:3] for m in MONTHS)})\w*\.? $", text[: m.start()])
        and not re.match(rf"\s(?:{'|'.join(m[:3] for m in MONTHS)})", text[m.end() :])
    ]  # fmt: skip
    if not spots:
        return None
    spot = chance.choice(spots)
    old = spot.group()
    if old in SMALL:
        new = chance.choice([w for w in SMALL if w != old])
    else:
        value = float(old.strip("$").replace(",", ""))
        value = value * chance.choice((0.5, 0.7, 1.4, 2, 3)) + 1
        new = f"{value:,.1f}" if "." in old else f"{value:,.0f}" if "," in old else f"{value:.0f}"
        new = "$" * old.startswith("$") + new
    return text[: spot.start()] + new + text[spot.end() :]


def day(text: str, others: Sequence[str], chance: random.Random) -> str | None:
    """Another weekday, month or year."""
    names = "|".join([*DAYS, *(m for m in MONTHS if m != "May")])
    spots = list(re.finditer(rf"\b(?:{names}|(?:19|20)\d\d)\b(?!\.\d)", text))
    if not spots:
        return None
    spot = chance.choice(spots)
    old = spot.group()
    if old.isdigit():
        new = str(int(old) + chance.choice((-3, -2, -1, 1, 2, 3)))
    else:
        new = chance.choice([w for w in (DAYS if old in DAYS else MONTHS) if w != old])
    return text[: spot.start()] + new + text[spot.end() :]


def negation(text: str, others: Sequence[str], chance: random.Random) -> str | None:
    """A `not` put in behind an auxiliary, or taken out."""
    if re.search(r"\b(?:did|do|does) not \w+", text):
        return None
    if " not " in text:
        return text.replace(" not ", " ", 1)
    spots = list(re.finditer(AUX, text))
    if not spots:
        return None
    spot = chance.choice(spots)
    return text[: spot.end()] + " not" + text[spot.end() :]


def name(text: str, others: Sequence[str], chance: random.Random) -> str | None:
    """Another name of the same kind."""
    spots = [m for m in NAME.finditer(text) if m.group() not in DAYS + MONTHS]
    if not spots:
        return None
    spot = chance.choice(spots)
    old = spot.group()
    places = gazetteer()
    if old.lower() in places.country_of:
        pool = [c.title() for c in sorted(places.country_of)]
    elif old.lower() in places.countries:
        pool = [c.title() for c in sorted(places.countries)]
    else:
        size = old.count(" ")
        pool = [m.group() for o in others for m in NAME.finditer(o)]
        pool = [
            n for n in pool
            if n.count(" ") == size and not {*n.split()} & {*old.split(), *DAYS, *MONTHS}
        ]  # fmt: skip
    pool = [n for n in pool if n not in text]
    return text[: spot.start()] + chance.choice(pool) + text[spot.end() :] if pool else None


def swapped(text: str, others: Sequence[str], chance: random.Random) -> str | None:
    """Two names in one another's places, which no list holds side by side."""
    spots = [m for m in NAME.finditer(text) if m.group() not in DAYS + MONTHS]
    pairs = [
        (a, b)
        for n, a in enumerate(spots)
        for b in spots[n + 1 :]
        if a.group() != b.group() and a.group() not in b.group() and b.group() not in a.group()
        and len(text[a.end() : b.start()].split()) >= 2
        and not re.fullmatch(r",? ?(?:and|or|,|, and)? ?(?:the )?", text[a.end() : b.start()])
    ]  # fmt: skip
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    middle = text[a.end() : b.start()]
    return text[: a.start()] + b.group() + middle + a.group() + text[b.end() :]


def opposite(text: str, others: Sequence[str], chance: random.Random) -> str | None:
    """An antonym of WordNet in the place of a word, in the same form."""
    facing: dict[str, str] = {}
    for line in lines("antonyms.txt"):
        first, *rest = line.split()
        for word in rest:
            facing.setdefault(first, word)
            facing.setdefault(word, first)
    spots = [
        (m, new)
        for m in re.finditer(r"\b[a-z]{3,}\b", text)
        if (new := _as_form(m.group(), facing.get(lemma(m.group()))))
    ]
    if not spots:
        return None
    spot, new = chance.choice(spots)
    return text[: spot.start()] + new + text[spot.end() :]


def _as_form(old: str, new: str | None) -> str | None:
    """`new` with the ending that `old` has; None where it cannot be built by rule."""
    if new is None or new in ("no", "man", "woman"):
        return None
    base = lemma(old)
    if old == base:
        return new
    if old.endswith("ed") and not new.endswith(("y", "t", "n", "l")):
        return new + "d" if new.endswith("e") else new + "ed"
    if old.endswith("s") and not new.endswith(("y", "s", "h")):
        return new + "s"
    return None


def other_word(text: str, others: Sequence[str], chance: random.Random) -> str | None:
    """A noun in the place of another."""
    spots = list(NOUN.finditer(text))
    pool = sorted({m.group() for o in others for m in NOUN.finditer(o)})
    if not spots or not pool:
        return None
    spot = chance.choice(spots)
    plural = spot.group().endswith("s")
    pool = [w for w in pool if w.endswith("s") == plural and w not in text]
    return text[: spot.start()] + chance.choice(pool) + text[spot.end() :] if pool else None


EDITS = {
    "number": number, "day": day, "negation": negation, "name": name, "opposite": opposite,
    "other word": other_word, "exchanged": swapped,
}  # fmt: skip

_SAID = re.compile(r"^(?P<what>[A-Z].{30,}?), (?P<who>(?:the |a |an )?[A-Za-z’' .]{3,50}?) said\.$")
_TELLS = re.compile(
    r"^(?P<who>(?:The |A |An )?[A-Za-z’' .]{3,50}?) said (?:that )?(?P<what>.{30,})\.$"
)
_TAIL = re.compile(
    r"^(?P<what>.{30,}?) (?P<tail>(?:on (?:" + "|".join(DAYS) + r")|in (?:19|20)\d\d|"
    r"after [a-z ]{8,40}|because [a-z ]{8,60}|when [a-z ]{8,60}|if [a-z ]{8,60}))\.$"
)
_HEAD = re.compile(
    r"^(?P<head>(?:On|In|After|When|If|Because|While|Before) [^,]{6,60}), (?P<what>.{30,})\.$"
)
_ASIDE = re.compile(r", (?:who|which|a|an|the|where) [^,]{5,80},")


def reworded(text: str) -> Iterator[str]:
    """The same told otherwise: clauses moved, attribution turned, an aside left out, figures."""
    if m := _SAID.match(text):
        yield f"{_big(m['who'])} said that {_small(m['what'])}."
        yield f"According to {m['who']}, {_small(m['what'])}."
    if m := _TELLS.match(text):
        yield f"{_big(m['what'])}, {_small(m['who'])} said."
        yield f"According to {_small(m['who'])}, {m['what']}."
    if m := _TAIL.match(text):
        yield f"{_big(m['tail'])}, {_small(m['what'])}."
    if m := _HEAD.match(text):
        yield f"{_big(m['what'])} {_small(m['head'])}."
    if _ASIDE.search(text):
        yield _ASIDE.sub("", text, count=1)
    spelt = text
    for n, word in enumerate(SMALL, 2):
        spelt = re.sub(rf"(?<![\d.,$]){n}(?= [a-z])(?! percent| million| billion)", word, spelt)
    if spelt != text:
        yield spelt
    for old, new in _WORDINGS:
        other = re.sub(rf"\b{old}\b", new, text)
        if other != text:
            yield other


_CUT = re.compile(
    r"(?:, (?:who|which|when|where|after|while|although|but|and|hours|days|according|said|saying)"
    r"| (?:after|because|when|while|although|hours after|hours before|unless|so that)) "
)


def shortened(text: str) -> str | None:
    """The head of the sentence, as a claim or headline would tell it; None when none is there."""
    found = _CUT.search(text, 40)
    return text[: found.start()].rstrip(",") + "." if found else None


_WORDINGS = (
    ("did not", "didn't"), ("percent", "per cent"), ("United States", "U.S."),
    ("announced", "made public"), ("about", "around"), ("nearly", "almost"),
    ("before", "ahead of"), ("began", "started"), ("officials", "authorities"),
    ("meeting", "talks"), ("killed", "left dead"), ("because of", "due to"),
    ("also", "as well"), ("however", "but"), ("several", "a number of"), ("bought", "purchased"),
    ("help", "assist"), ("people", "persons"), ("told reporters", "told journalists"),
    ("more than", "over"), ("workers", "employees"), ("declined to", "would not"),
)  # fmt: skip


def _big(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    head = text.split()[0]
    return text[:1].lower() + text[1:] if head in _OPENERS else text


_OPENERS = frozenset(
    "The A An In On After When If Because While Before He She They It There This That His Her "
    "Their Its Some Many Most More Police Officials".split()
)
