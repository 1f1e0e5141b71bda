"""Whether two names may mean the same, and whether they are of the same sort."""

from __future__ import annotations

from functools import cache, lru_cache

from tui.analysis.words.gazetteer import gazetteer, one_given_name
from tui.analysis.words.senses import known
from tui.analysis.words.stems import sounds_alike

SPELT, PEOPLE, SEAT, WITHIN = 0.85, 0.9, 0.7, 0.5
"""How far a name stands for another spelling of it, for its country, for the government
that sits there, and for the country it lies in."""
_REGIONS = frozenset(
    "europe european asia asian africa african america arab western eastern northern "
    "southern nordic scandinavian baltic balkan caribbean gulf mediterranean latin".split()
)
_BRITAIN = "united kingdom"
_BRITISH = frozenset("scotland scottish england english wales welsh".split())
_LEGAL = frozenset("inc corp co ltd plc llc gmbh ag sa nv jr sr ii iii iv mr mrs ms dr".split())
_COMMON = frozenset("and the san islands states territories emirates people's".split())
_ACROSS = 0.3
"""How surely two names of different sorts, a person and a country, are a change."""


@lru_cache(maxsize=50_000)
def stands_for(one: str, two: str) -> float:
    """How far one folded name may stand for the other, 0 to 1."""
    known = gazetteer()
    here, there = known.country_named.get(one), known.country_named.get(two)
    if here and there:
        return PEOPLE if here == there else 0.0
    if (one in _BRITISH and there == _BRITAIN) or (two in _BRITISH and here == _BRITAIN):
        return WITHIN
    for country, city in ((here, two), (there, one)):
        if country and known.country_of.get(city) == country:
            return SEAT if known.capitals.get(country) == city else WITHIN
    return SPELT if sounds_alike(one, two) or one_given_name(one, two) else 0.0


@lru_cache(maxsize=50_000)
def of_one_sort(one: str, two: str) -> float:
    """How surely one folded name in the place of another means something else, 0 to 1."""
    if {one, two} & _LEGAL:
        return 0.1
    if (one in _REGIONS) != (two in _REGIONS):
        return _ACROSS
    return 1.0 if _country(one) == _country(two) else _ACROSS


def _country(name: str) -> bool:
    """Whether the name is a country, its people, or part of a country's name."""
    return name in gazetteer().country_named or name in _BRITISH or name in _parts()


@cache
def _parts() -> frozenset[str]:
    """Words that occur only in names of countries: `sierra`, `faso`."""
    return frozenset(
        part
        for name in gazetteer().country_named
        if " " in name
        for part in name.split()
        if len(part) > 2 and part not in _COMMON and not known(part)
    )


def is_place(name: str) -> bool:
    """Whether the folded word is a country, its people, or a listed city."""
    return name in gazetteer().country_named or name in gazetteer().country_of
