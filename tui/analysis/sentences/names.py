"""Who and what a sentence names: persons, offices, bodies, countries, places.

A `Cast` is built once from all sentences of a story, so that "Jones", "the
Chinese foreign minister" and "his Chinese counterpart" are one person.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from tui.analysis.words.gazetteer import gazetteer, nicknames, roles, surname_first
from tui.analysis.words.lexicon import fold, function_words
from tui.analysis.words.sentence import Sentence, Word
from tui.model.article import Role
from tui.model.span import Span


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of somebody or something with a name."""

    span: Span
    """In the article's text."""
    key: str
    """What it counts as: a folded surname or full name, a country, a body, a city."""
    kind: str
    """person, role, body, country or city."""
    text: str


_PART = r"[A-Z][^\W\d_]{0,24}(?:['’-][^\W\d_]{1,20}){0,2}"
_RUN = re.compile(
    rf"{_PART}(?:\s(?:(?:[A-Z]\.\s?){{1,2}}|(?:bin|al|de|van|von|der|da|del|la|el)\s)?{_PART}){{0,6}}"
)
_THING = frozenset(
    "ministry council department university party agency office court house committee union bank "
    "group company corporation institute center centre association organization commission board "
    "street road avenue park river lake sea island islands bay mountain mount square bridge "
    "airport hotel church school hospital stadium station news times post press gazette radio "
    "quay wharf harbour harbor pier port theatre theater museum palace tower hall county city "
    "state states act treaty agreement war games cup league peninsula zone summit forum police "
    "army navy guard charter security service fund trust society foundation ii iii minutes".split()
)  # fmt: skip
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december mr mrs ms dr sir lord lady mister".split()
)


@dataclass(frozen=True, eq=False)
class Cast:
    """Who is who in one story."""

    full: dict[str, str] = field(default_factory=dict)
    """Folded full name or single name → the key of the person."""
    shown: dict[str, str] = field(default_factory=dict)
    """Key → the name as most often printed."""
    office: dict[tuple[str, str], str] = field(default_factory=dict)
    """Country and role → the person who holds it, where only one does."""
    role_of: dict[str, str] = field(default_factory=dict)
    """Key → office named in front of the name most often."""

    @cached_property
    def persons(self) -> frozenset[str]:
        """The keys of all persons."""
        return frozenset(self.full.values())

    @cached_property
    def _long(self) -> dict[str, list[frozenset[str]]]:
        """Each part of a name of several parts → the parts of those names."""
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
        return _mentions(self, sentence)

    def name(self, key: str) -> str:
        """The key as a reader would say it."""
        return self.shown.get(key) or _titled(key)

    def surname(self, key: str) -> str:
        """The person's family name as printed."""
        full = self.shown.get(key, "")
        return next((p for p in full.split() if fold(p) == surname(fold(full))), _titled(key))

    def offices(self, sentence: Sentence, found: list[Named]) -> Iterable[Named]:
        """Roles become persons where country and role tell who is meant."""
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
            holder = self.office.get((country, named.key)) if country else None
            plural = named.text.lower().endswith("s")
            if holder and not plural:
                yield Named(named.span, holder, "person", named.text)
            else:
                yield named


@lru_cache(maxsize=50_000)
def _mentions(cast: Cast, sentence: Sentence) -> tuple[Named, ...]:
    found = [*_persons(sentence, cast)]
    held = [n.span for n in found]
    found += [n for n in _others(sentence) if not any(n.span.overlaps(h) for h in held)]
    found.sort(key=lambda n: n.span)
    return tuple(cast.offices(sentence, found))


def cast_of(sentences: Sequence[Sentence]) -> Cast:
    """Reads every sentence once for full names, titles and countries."""
    fulls: Counter[str] = Counter()
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        if headline(sentence):
            continue
        for run in _runs(sentence):
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


@lru_cache(maxsize=50_000)
def headline(sentence: Sentence) -> bool:
    """Whether every word that tells something has a capital: `Diplomatic Ties Grow`.

    In such a headline a capital proves no name; who is named stands below it too.
    """
    telling = [w.text for w in sentence.words if w.content and w.text[:1].isalpha()]
    capitals = sum(t[:1].isupper() for t in telling)
    return sentence.role is Role.TITLE and len(telling) >= 5 and capitals >= len(telling) - 1


def _keys(fulls: Counter[str]) -> dict[str, str]:
    """Full name → key; the surname alone goes to the person named most often."""
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
    """Misspellings of one full name get one key."""
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


def surname(folded: str) -> str:
    """The family name of a folded full name."""
    parts = folded.split()
    return parts[0] if parts[0] in surname_first() else parts[-1]


def same_person(a: str, b: str) -> bool:
    """Whether two folded full names with one surname may be one person."""
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
    if first_a[0] == first_b[0] and 1 in (len(first_a), len(first_b)):
        return True
    from rapidfuzz import fuzz

    return fuzz.ratio(first_a, first_b) >= 75


def _same_given(a: str, b: str) -> bool:
    """Whether the first given names are forms of one: Michael, Mike."""
    x, y = a.split()[0], b.split()[0]
    return any(x in line and y in line for line in nicknames())


def _given(folded: str) -> str:
    last = surname(folded)
    return "".join(p for p in folded.replace("-", "").replace(".", "").split() if p != last)


@lru_cache(maxsize=50_000)
def _runs(sentence: Sentence) -> tuple[Named, ...]:
    """Capitalised runs that may be names of persons."""
    return tuple(_runs_of(sentence))


def _runs_of(sentence: Sentence) -> Iterable[Named]:
    known = [w.span for w in sentence.words if _listed(w)]
    base = sentence.span.start
    for match in _RUN.finditer(sentence.text):
        for start, words in _cut(match.group(), match.start(), base, known):
            low = [fold(w) for w in words.split()]
            if any(w in _THING for w in low):
                continue
            if start == 0 and len(low) > 1 and low[0].endswith("ing"):
                start, words, low = len(words.split()[0]) + 1, words.split(None, 1)[1], low[1:]
            if _is_may(sentence.text, start, low):
                yield Named(
                    Span(base + start, base + start + len(words)), fold(words), "run", words
                )
                continue
            while low and (low[0] in _NOT_NAMES or low[0] in function_words() or low[0] in roles()):
                head = words.split()[0]
                start += len(head) + 1
                words = words[len(head) + 1 :]
                low = low[1:]
            while low and (low[-1] in _NOT_NAMES or low[-1] in function_words()):
                words = words[: -len(words.split()[-1])].rstrip()
                low = low[:-1]
            words = words.removesuffix("'s").removesuffix("’s")
            if not low or (words.isupper() and len(words) < 6):
                continue
            span = Span(base + start, base + start + len(words))
            yield Named(span, fold(words), "run", words)


_ADDRESS = re.compile(r"\b(?:Mrs?|Ms|Minister|Secretary|President|Lady|Sir)\.?\s$")


def _is_may(text: str, start: int, low: Sequence[str]) -> bool:
    """Whether May is a family name here: `Theresa May`, `Mrs. May`, and no `May 3`."""
    if not low or low[-1] != "may" or len(low) > 2 or low[0] in _NOT_NAMES - {"may"}:
        return False
    end = start + sum(map(len, low)) + len(low) - 1
    if re.match(r"\s\d", text[end : end + 2]):
        return False
    if len(low) == 2:
        return low[0] not in function_words() and low[0] not in roles()
    return bool(_ADDRESS.search(text[max(0, start - 12) : start]))


def _cut(run: str, at: int, base: int, known: list[Span]) -> Iterable[tuple[int, str]]:
    """The pieces of a run that no listed name covers."""
    start = None
    for part in re.finditer(r"\S+", run):
        span = Span(base + at + part.start(), base + at + part.end())
        if any(k.overlaps(span) for k in known):
            if start is not None:
                yield at + start, run[start : part.start()].rstrip()
            start = None
        elif start is None:
            start = part.start()
    if start is not None:
        yield at + start, run[start:]


def _listed(word: Word) -> bool:
    """Whether the lists know the word as something else than a person."""
    places = gazetteer()
    return (
        word.lemma in places.countries
        or word.folded in places.country_of
        or word.lemma in roles()
        or (" " in word.lemma and word.text[:1].isupper())
        or body(word)
    )


def body(word: Word) -> bool:
    """Whether the word names an organisation: an acronym or a listed long name."""
    if not word.text[:1].isupper() or word.lemma in roles():
        return False
    if word.lemma in gazetteer().countries:
        return False
    return (
        (" " in word.lemma and word.lemma != word.folded)
        or (" " in word.folded and word.lemma == word.folded and word.folded.islower() is not False)
        or (word.text.isupper() and len(word.text) >= 3 and word.text.isalpha())
    )


def _persons(sentence: Sentence, cast: Cast) -> Iterable[Named]:
    for run in _runs(sentence):
        if run.key in gazetteer().country_of:
            continue
        key = cast.full.get(run.key)
        if key is None and " " in run.key:
            key = cast.full.get(surname(run.key))
        if key is not None:
            yield Named(run.span, key, "person", run.text)


def _others(sentence: Sentence) -> Iterable[Named]:
    places = gazetteer()
    held = roles()
    skip = -1
    for n, word in enumerate(sentence.words):
        if n <= skip:
            continue
        if n + 1 < len(sentence.words):
            pair = f"{word.folded} {sentence.words[n + 1].folded}"
            if pair in places.country_of and word.text[:1].isupper():
                span = Span(word.span.start, sentence.words[n + 1].span.end)
                yield Named(span, pair, "city", span_text(sentence, span))
                skip = n + 1
                continue
        if word.folded in places.country_of and word.text[:1].isupper():
            yield Named(word.span, word.folded, "city", word.text)
        elif word.lemma in places.countries:
            yield Named(word.span, word.lemma, "country", word.text)
        elif word.lemma in held and not word.folded.endswith("ial"):
            yield Named(word.span, held[word.lemma], "role", word.text)
        elif body(word):
            yield Named(word.span, word.lemma, "body", word.text)


def span_text(sentence: Sentence, span: Span) -> str:
    """The words of `sentence` at `span` of its article."""
    return sentence.text[span.start - sentence.span.start : span.end - sentence.span.start]


def _with_offices(cast: Cast, sentences: Sequence[Sentence]) -> Cast:
    offices: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    held: dict[str, Counter[str]] = defaultdict(Counter)
    places = gazetteer()
    for sentence in sentences:
        found = sorted([*_persons(sentence, cast), *_others(sentence)], key=lambda n: n.span)
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
    )


def _clear(counts: Counter[str]) -> bool:
    ranked = counts.most_common(2)
    return len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]


def _titled(key: str) -> str:
    small = {"of", "the", "and"}
    return " ".join(w if w in small else w[:1].upper() + w[1:] for w in key.split())
