"""Who is who in a story: full names, surnames, misspellings, offices.

One `Cast` is made from all sentences of a story, so that "Jones", "the Chinese foreign minister"
and "his Chinese counterpart" resolve to one person.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tui.analysis.sentences.names import Named, headline, others, runs
from tui.analysis.words.gazetteer import gazetteer, media, one_given_name, surname_first
from tui.analysis.words.lexicon import fold
from tui.analysis.words.sentence import Sentence, once_with
from tui.analysis.words.stems import sounds_alike


@dataclass(frozen=True, eq=False)
class Cast:
    """Who is who in one story."""

    full: dict[str, str] = field(default_factory=dict)
    """Folded full name or surname → the key of the person."""
    shown: dict[str, str] = field(default_factory=dict)
    """Key → the name as it is most often printed."""
    office: dict[tuple[str, str], str] = field(default_factory=dict)
    """Country and office → the key of the person who holds it, where only one does."""
    role_of: dict[str, str] = field(default_factory=dict)
    """Key → the office that most often stands in front of the name."""
    sole: dict[str, str] = field(default_factory=dict)
    """Office → the only person in the story before whose name it stands."""

    @cached_property
    def persons(self) -> frozenset[str]:
        """The keys of all persons."""
        return frozenset(self.full.values())

    @cached_property
    def _long(self) -> dict[str, list[frozenset[str]]]:
        """A part of a full name → all full names that have it, each as the set of its parts."""
        found: dict[str, list[frozenset[str]]] = defaultdict(list)
        for name in self.full:
            if len(parts := frozenset(name.split(" "))) > 1:
                for part in parts:
                    found[part].append(parts)
        return found

    def one_name(self, parts: frozenset[str]) -> bool:
        """Whether all `parts` are parts of one person's full name."""
        return any(parts <= name for part in sorted(parts)[:1] for name in self._long.get(part, ()))

    def mentions(self, sentence: Sentence) -> tuple[Named, ...]:
        """The named persons, offices, bodies, countries and cities of `sentence`, in order."""
        return _mentions(sentence, self)

    def name(self, key: str) -> str:
        """The name for `key` as a reader would write it."""
        return self.shown.get(key) or _titled(key)

    def surname(self, key: str) -> str:
        """The person's family name as it is printed."""
        full = self.shown.get(key, "")
        return next((p for p in full.split() if fold(p) == surname(fold(full))), _titled(key))

    def offices(self, found: list[Named], sentence: Sentence) -> Iterable[Named]:
        """The mentions with offices resolved to their holders: where country and office tell who is
        meant, and `the president` where only one person of the story is called so.
        """
        for n, named in enumerate(found):
            if named.kind != "role":
                yield named
                continue
            near = [
                f for f in found[max(0, n - 2) : n]
                if f.kind in ("country", "city") and named.span.start - f.span.end <= 12
            ]  # fmt: skip
            titled = (
                n + 1 < len(found)
                and found[n + 1].kind == "person"
                and (found[n + 1].span.start - named.span.end <= 3)
            )
            if titled:
                continue
            country = near[-1].key if near else ""
            if country:
                holder = self.office.get((country, named.key))
            else:
                holder = self.sole.get(named.key) if _bare(named, sentence) else None
            plural = named.text.lower().endswith("s")
            if holder and not plural:
                yield Named(named.span, holder, "person", named.text)
            else:
                yield named


_OF = re.compile(r"['’]s\b|\s(?:of|for|to|at|in|who|and)\b")


def _bare(office: Named, sentence: Sentence) -> bool:
    """Whether the office stands alone behind `the`: not `the president of the court`."""
    text, base = sentence.text, sentence.span.start
    before = text[: office.span.start - base].lower()
    return before.endswith("the ") and _OF.match(text, office.span.end - base) is None


@once_with
def _mentions(sentence: Sentence, cast: Cast) -> tuple[Named, ...]:
    found = [*_persons(sentence, cast)]
    held = [n.span for n in found]
    found += [n for n in others(sentence) if not any(n.span.overlaps(h) for h in held)]
    found.sort(key=lambda n: n.span)
    return tuple(cast.offices(found, sentence))


def cast_of(sentences: Sequence[Sentence]) -> Cast:
    """The cast of a story: reads every sentence for full names, offices and countries."""
    fulls: Counter[str] = Counter()
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        if headline(sentence):
            continue
        for run in runs(sentence):
            if " " in run.text:
                fulls[fold(run.text)] += 1
                printed[fold(run.text)][run.text] += 1
    full = _keys(fulls)
    shown: dict[str, str] = {}
    for name, key in full.items():
        if name in printed and (key not in shown or fulls[name] > fulls[fold(shown[key])]):
            shown[key] = printed[name].most_common(1)[0][0]
    cast = Cast(full, shown)
    return _with_offices(cast, sentences)


def _keys(fulls: Counter[str]) -> dict[str, str]:
    """Full name or surname → key. A surname alone belongs to the person named most often."""
    by_surname: dict[str, list[str]] = defaultdict(list)
    for name in sorted(fulls):
        by_surname[surname(name)].append(name)
    keys: dict[str, str] = {}
    for last, names in sorted(by_surname.items()):
        groups: list[list[str]] = []
        for name in sorted(names, key=lambda n: (-fulls[n], n)):
            home = next((g for g in groups if same_person(g[0], name)), None)
            if home is None:
                groups.append([name])
            else:
                home.append(name)
        for n, group in enumerate(groups):
            for name in group:
                keys[name] = last if n == 0 else group[0]
        keys.setdefault(last, last)
    return _merged(keys, fulls)


def _merged(keys: dict[str, str], fulls: Counter[str]) -> dict[str, str]:
    """The keys with misspellings of one full name merged: rapidfuzz ratio and Jaro-Winkler."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import JaroWinkler

    names = sorted((n for n in fulls if " " in n), key=lambda n: (-fulls[n], n))
    places = gazetteer()
    for n, name in enumerate(names[:400]):
        for other in names[:n]:
            if keys[name] == keys[other] or abs(len(name) - len(other)) > 4:
                continue
            if name.split()[0] != other.split()[0] and name.split()[-1] != other.split()[-1]:
                continue
            if name in places.country_of or other in places.country_of:
                continue
            if fuzz.ratio(name, other) >= 80 and JaroWinkler.similarity(name, other) >= 0.92:
                keys[surname(name)] = keys[name] = keys[other]
                break
    return keys


_SON_OF = frozenset("bin ibn bint ben".split())
"""In front of the name of a father, which is no family name by itself."""


def surname(folded: str) -> str:
    """The family name of a folded full name; the first part where the lists say so."""
    parts = folded.split()
    if len(parts) > 2 and parts[-2] in _SON_OF:
        return " ".join(parts[-2:])
    return parts[0] if parts[0] in surname_first() else parts[-1]


def same_person(a: str, b: str) -> bool:
    """Whether two folded full names with the same surname may be one person's."""
    if a == b:
        return True
    first_a, first_b = _given(a), _given(b)
    if not first_a or not first_b:
        return True
    parts_a, parts_b = {*a.split()}, {*b.split()}
    if parts_a <= parts_b or parts_b <= parts_a:
        return True  # a middle name more or less
    if _same_given(a, b):
        return True
    if first_a[0] == first_b[0] and (_initials(a) or _initials(b)):
        return True
    if sounds_alike(a.split()[0], b.split()[0]):
        return True
    from rapidfuzz import fuzz

    return fuzz.ratio(first_a, first_b) >= 75


def _same_given(a: str, b: str) -> bool:
    """Whether the first given names are forms of one: Michael, Mike."""
    return one_given_name(a.split()[0], b.split()[0])


def _initials(folded: str) -> bool:
    """Whether a folded full name begins with initials: `j r roe`, `jr roe`."""
    first = folded.split()[0]
    return len(first) <= 2 or (len(first) == 3 and not {*first} & {*"aeiouy"})


def _given(folded: str) -> str:
    """The given names of a folded full name, run together."""
    last = surname(folded)
    return "".join(p for p in folded.replace("-", "").replace(".", "").split() if p != last)


def _persons(sentence: Sentence, cast: Cast) -> Iterable[Named]:
    """The persons named in the sentence, without reporters."""
    for run in runs(sentence):
        if run.key in gazetteer().country_of or _reports(sentence, run.span.start):
            continue
        key = cast.full.get(run.key)
        if key is None and " " in run.key:
            key = cast.full.get(surname(run.key))
        if key is not None:
            yield Named(run.span, key, "person", run.text)


_OUTLET = re.compile(r"\b((?:[A-Z][\w.]*\s){0,2}[A-Z][\w.]*)['’]s\s(?:[a-z]+\s){0,2}$")


def _reports(sentence: Sentence, at: int) -> bool:
    """Whether the person named at `at` is a reporter and not part of the story: `the BBC's Jane
    Roe`.
    """
    lead = sentence.text[max(0, at - sentence.span.start - 60) : at - sentence.span.start]
    owner = _OUTLET.search(lead)
    return owner is not None and fold(owner[1]) in media()


def _with_offices(cast: Cast, sentences: Sequence[Sentence]) -> Cast:
    """The cast with the offices that stand beside names."""
    offices: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    held: dict[str, Counter[str]] = defaultdict(Counter)
    places = gazetteer()
    for sentence in sentences:
        found = sorted([*_persons(sentence, cast), *others(sentence)], key=lambda n: n.span)
        for who, country, role in _behind_names(sentence, found):
            offices[(places.country_of.get(country, country), role)][who] += 1
        for n, person in enumerate(found):
            if person.kind != "person":
                continue
            country, role = "", ""
            last = person.span.start
            for before in reversed(found[max(0, n - 3) : n]):
                between = sentence.text[
                    before.span.end - sentence.span.start : last - sentence.span.start
                ]
                if len(between) > 12 or any(c in between for c in ".;:"):
                    break
                if last == person.span.start and _DONE.search(between):
                    break  # `Norland's mayor, told Mara Quill`
                last = before.span.start
                if before.kind == "role":
                    role = before.key
                    held[person.key][role] += 1
                elif before.kind in ("country", "city") and not country:
                    country = places.country_of.get(before.key, before.key)
            if country and role:
                offices[(country, role)][person.key] += 1
    return Cast(
        cast.full,
        cast.shown,
        {k: c.most_common(1)[0][0] for k, c in offices.items() if _clear(c)},
        {k: sorted(c.items(), key=lambda i: (-i[1], i[0]))[0][0] for k, c in held.items()},
        _sole(held),
    )


def _sole(held: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Office → the only person of the story before whose name it stands.

    `held` is key of a person → offices before the name.
    """
    holders: dict[str, list[str]] = defaultdict(list)
    for who, offices in held.items():
        for office in offices:
            holders[office].append(who)
    return {office: who[0] for office, who in holders.items() if len(who) == 1}


_DONE = re.compile(r",\s[a-z]+\s$")
"""Between an office and a name: a verb, so the office is not the name's."""
_ASIDE = re.compile(r",\s(?:the\s)?$")
_OWNER = re.compile(r"(?:['’]s)?\s$")


def _behind_names(sentence: Sentence, found: Sequence[Named]) -> Iterator[tuple[str, str, str]]:
    """Person, country and office of each `Mara Quill, Norland's prime minister`."""
    for person, country, role in zip(found, found[1:], found[2:], strict=False):
        if (person.kind, role.kind) != ("person", "role") or country.kind not in (
            "country",
            "city",
        ):
            continue
        aside = sentence.between(person.span, country.span)
        owner = sentence.between(country.span, role.span)
        if _ASIDE.fullmatch(aside) and _OWNER.fullmatch(owner):
            yield person.key, country.key, role.key


def _clear(counts: Counter[str]) -> bool:
    """Whether the commonest of the counts is at least twice the next."""
    ranked = counts.most_common(2)
    return len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]


def _titled(key: str) -> str:
    small = {"of", "the", "and"}
    return " ".join(w if w in small else w[:1].upper() + w[1:] for w in key.split())
