"""How far coders agree beyond chance, for values that are only equal or not (nominal).

All take the data as a count of patterns: a tuple with one value a coder, in a
fixed order, and the number of units (claims, characters) coded so. `None` in a
pattern means that this coder did not code the unit. A coefficient is None
where it is undefined, which `why_undefined` puts into words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from itertools import combinations

Pattern = tuple[Hashable | None, ...]
Patterns = Mapping[Pattern, int]


def observed(patterns: Patterns) -> float | None:
    """The share of pairs of codings of the same unit that are equal, 0 to 1.

    With two coders, the plain percentage of agreement.
    """
    same = pairs = 0
    for pattern, units in patterns.items():
        for a, b in combinations([v for v in pattern if v is not None], 2):
            pairs += units
            same += units * (a == b)
    return same / pairs if pairs else None


def cohen_kappa(patterns: Patterns) -> float | None:
    """Cohen's kappa of two coders, over the units that both coded.

    J. Cohen, "A coefficient of agreement for nominal scales", Educational and
    Psychological Measurement 20 (1960), 37-46: (p_o - p_e) / (1 - p_e), where
    p_e is what two coders who keep to their own shares would agree on by
    chance. Undefined where nothing was coded by both, and where both gave one
    and the same value throughout, since then p_e is 1.
    """
    both = {p: n for p, n in patterns.items() if None not in p and n}
    units = sum(both.values())
    if not units:
        return None
    first: Counter[Hashable | None] = Counter()
    second: Counter[Hashable | None] = Counter()
    for (a, b), count in both.items():
        first[a] += count
        second[b] += count
    chance = sum(count * second[value] for value, count in first.items())
    if chance == units * units:
        return None
    agreed = sum(count for (a, b), count in both.items() if a == b)
    return (agreed * units - chance) / (units * units - chance)


def krippendorff_alpha(patterns: Patterns) -> float | None:
    """Krippendorff's alpha for nominal values, any number of coders, gaps allowed.

    K. Krippendorff, Content Analysis (2004; 4th edition 2018, chapter 12), in
    the form of A. F. Hayes and K. Krippendorff, "Answering the call for a
    standard reliability measure for coding data", Communication Methods and
    Measures 1 (2007), 77-89: 1 - D_o / D_e, from the coincidences of values
    within units coded at least twice. Undefined where there are none, and
    where only one value was ever given, since then nothing could differ.
    """
    totals: Counter[Hashable] = Counter()
    differing = 0.0
    for pattern, units in patterns.items():
        values = Counter(v for v in pattern if v is not None)
        coded = values.total()
        if coded < 2 or not units:
            continue
        for value, count in values.items():
            totals[value] += count * units
        unequal = coded * coded - sum(count * count for count in values.values())
        differing += units * unequal / (coded - 1)
    codings = totals.total()
    expected = codings * codings - sum(count * count for count in totals.values())
    return 1 - (codings - 1) * differing / expected if expected else None


def why_undefined(patterns: Patterns) -> str:
    """Why kappa and alpha have no value for this data; empty where they have one."""
    coded = [[v for v in p if v is not None] for p, units in patterns.items() if units]
    if not coded:
        return "there is nothing to compare"
    if max(map(len, coded)) < 2:
        return "no two annotators judged the same claim"
    values = {v for pattern in coded if len(pattern) > 1 for v in pattern}
    if len(values) == 1:
        return "all gave the same answer everywhere, so that agreement cannot be told from habit"
    return ""
