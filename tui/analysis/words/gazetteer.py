"""The shipped lists of countries, cities, offices and family names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tui.analysis.words.lexicon import fold, lines


@dataclass(frozen=True)
class Gazetteer:
    """Countries with their capitals and cities, folded."""

    countries: frozenset[str]
    demonyms: frozenset[str]
    capitals: dict[str, str]
    """Country → its capital."""
    country_of: dict[str, str]
    """City → country."""
    country_named: dict[str, str]
    """Country, its other names and its people → the country."""


@cache
def gazetteer() -> Gazetteer:
    """The shipped lists."""
    countries: set[str] = set()
    demonyms: set[str] = set()
    capitals: dict[str, str] = {}
    country_of: dict[str, str] = {}
    named: dict[str, str] = {}
    for line in lines("countries.txt"):
        name, people, capital, others = (c.strip() for c in [*line.split("|"), "", "", ""][:4])
        key = name.lower()
        countries.add(key)
        named |= {fold(n.strip()): key for n in (name, *people.split(","), *others.split(",")) if n}
        demonyms.update(fold(d) for d in people.split(",") if d.strip())
        for city in capital.split(","):
            if city.strip():
                capitals.setdefault(key, fold(city.strip()))
                country_of[fold(city.strip())] = key
    for line in lines("cities.txt"):
        country, _, cities = line.partition(":")
        for city in cities.split(","):
            country_of.setdefault(fold(city.strip()), country.strip().lower())
    return Gazetteer(frozenset(countries), frozenset(demonyms), capitals, country_of, named)


@cache
def roles() -> dict[str, str]:
    """Lemma of an office → the office it counts as."""
    found: dict[str, str] = {}
    for line in lines("roles.txt"):
        role, _, others = line.partition(":")
        for word in (role, *others.split(",")):
            if word.strip():
                found[word.strip()] = role.strip()
    return found


@cache
def surname_first() -> frozenset[str]:
    """Family names that stand in front."""
    return frozenset(w for line in lines("surname_first.txt") for w in line.split())


@cache
def media() -> frozenset[str]:
    """The keys of those that report news, folded."""
    return frozenset(w.strip() for line in lines("media.txt") for w in line.split(","))


@cache
def given_names() -> dict[str, frozenset[int]]:
    """Folded given name → the names it may be a form of, by the lines of `nicknames.txt`."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines("nicknames.txt")):
        for form in line.split():
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def one_given_name(a: str, b: str) -> bool:
    """Whether two folded names may be forms of one: Michael, Mike; Sergei, Serhiy."""
    known = given_names()
    return not known.get(a, frozenset()).isdisjoint(known.get(b, frozenset()))
