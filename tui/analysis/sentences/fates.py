"""Nouns that count persons, and what befell the persons: dead, hurt, held, missing …"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_DEAD = frozenset("die dead death kill fatality deceased perish casualty lose".split())
_HURT = frozenset("injure hurt wound injury hospitalize hospitalise treat burn".split())
_STATES = {
    **dict.fromkeys(_DEAD - {"lose", "casualty"}, "dead"),
    **dict.fromkeys(_HURT - {"burn"}, "hurt"),
    **dict.fromkeys(("missing", "miss", "unaccounted", "absent"), "missing"),
    **dict.fromkeys(("arrest", "detain", "custody"), "held"),
    **dict.fromkeys(("evacuate", "evacuation"), "evacuated"),
    **dict.fromkeys(("rescue",), "rescued"),
    **dict.fromkeys(("homeless", "displace"), "displaced"),
    **dict.fromkeys(("hostage", "captive", "kidnap", "abduct", "abduction"), "captive"),
}
_PEOPLE = frozenset(
    "people person man woman child victim civilian passenger resident worker dead injured wounded "
    "missing soldier officer policeman fatality death killed hurt arrested casualty life boy girl "
    "firefighter student employee crewman crew sailor protester demonstrator migrant other body "
    "adult tourist villager dockworker docker staff patient member refugee immigrant prisoner "
    "detainee hostage lawmaker fighter militant rebel troop guest supporter activist schoolgirl "
    "schoolboy schoolchild pupil youngster teenager".split()
)


_BY_WHAT_THEY_DO = frozenset(
    "agent ambassador archbishop assailant attacker baby banker bishop bodyguard candidate "
    "captain captive civilian clerk colonel commander congressman councillor councilman "
    "councilwoman defendant delegate deputy detective diplomat director doctor driver employee "
    "engineer envoy executive farmer general governor guard gunman infant informant inmate "
    "inspector intruder judge juror justice lawyer looter manager marine marshal mayor medic "
    "militiaman minister monk nun nurse official paramedic pensioner pilot politician priest "
    "professor prosecutor ranger recruit reporter journalist correspondent photographer "
    "researcher rioter sailor scientist senator sergeant settler shooter smuggler sniper "
    "spokesman spokeswoman spy strategist suspect teacher teen teenager toddler terrorist "
    "trader veteran volunteer voter warden witness youth".split()
)
"""Further nouns for one person, by office, work or part in a story."""


def counts_people(unit: str) -> bool:
    """Whether the unit of a quantity counts persons, whoever they are."""
    return unit in _PEOPLE


def names_person(noun: str) -> bool:
    """Whether a noun stands for a person, so that `one` in front of it is a number."""
    return noun in _PEOPLE or noun in _BY_WHAT_THEY_DO


BEFELL = 9
"""Words between a number and what befell the persons it counts."""


def fate_near(lemmas: Sequence[str], first: int, last: int) -> str:
    """What befell the persons counted by the words `first` to `last`: the nearest of `lemmas`; or
    empty.

    Of two at the same distance the one behind counts: `14 people were killed`. The `of` behind a
    life that was taken is no distance.
    """
    found = [
        (max(first - n + 0.5 - (lemmas[n] == "life"), float(n - last), 0.0), held)
        for n in range(max(0, first - BEFELL), min(len(lemmas), last + BEFELL + 1))
        if (held := _STATES.get(lemmas[n]) or _of_life(lemmas, n))
        and not (first <= n <= last and held == "captive")
    ]
    return min(found)[1] if found else ""


_TAKEN = frozenset("take claim cost lose".split())


def _of_life(lemmas: Sequence[str], at: int) -> str:
    """`dead` where the word is a life that is taken: `claimed 19 lives`; else empty."""
    taken = lemmas[at] == "life" and not _TAKEN.isdisjoint(lemmas[max(0, at - 4) : at])
    return "dead" if taken else ""


def fate_in(lemmas: Iterable[str]) -> str:
    """The first of `dead`, `hurt`, `held` … that the lemmas name; empty where none does."""
    held = tuple(lemmas)
    found = (_STATES.get(w) or _of_life(held, n) for n, w in enumerate(held))
    return next(filter(None, found), "")
