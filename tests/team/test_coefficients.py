"""The coefficients against published examples and the krippendorff package."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.team.coefficients import (
    Pattern,
    cohen_kappa,
    krippendorff_alpha,
    observed,
    why_undefined,
)

HAYES = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
"""Four observers, twelve units: the worked example of K. Krippendorff, "Computing
Krippendorff's Alpha-Reliability" (2011); its nominal alpha is 0.743."""


def patterns(*coders: tuple[object, ...]) -> Counter[Pattern]:
    return Counter(zip(*coders, strict=True))


def test_alpha_of_the_published_example() -> None:
    assert krippendorff_alpha(patterns(*HAYES)) == pytest.approx(0.743, abs=0.0005)


def test_kappa_of_the_published_example() -> None:
    """J. Cohen (1960), the proportions .25 .13 .12 / .12 .02 .16 / .03 .15 .02 of 200 cases."""
    table = {"a": (50, 26, 24), "b": (24, 4, 32), "c": (6, 30, 4)}
    counted: Counter[Pattern] = Counter(
        {(row, "abc"[n]): count for row, counts in table.items() for n, count in enumerate(counts)}
    )
    assert observed(counted) == pytest.approx(0.29)
    # p_o .29; p_e = .50 x .40 + .30 x .30 + .20 x .30
    assert cohen_kappa(counted) == pytest.approx((0.29 - 0.35) / 0.65)


def test_kappa_by_hand() -> None:
    counted: Counter[Pattern] = Counter(
        {(True, True): 20, (True, False): 5, (False, True): 10, (False, False): 15}
    )
    assert cohen_kappa(counted) == pytest.approx(0.4)


values = st.one_of(st.none(), st.integers(0, 3))
coders = st.integers(2, 4).flatmap(
    lambda n: st.lists(st.tuples(*[values] * n), min_size=1, max_size=25)
)


@given(coders)
def test_alpha_is_that_of_the_krippendorff_package(units: list[Pattern]) -> None:
    krippendorff = pytest.importorskip("krippendorff")
    ours = krippendorff_alpha(Counter(units))
    pairable = [v for u in units if sum(x is not None for x in u) > 1 for v in u if v is not None]
    if len(set(pairable)) < 2:
        assert ours is None
        return
    nan = float("nan")
    data = [[nan if v is None else float(v) for v in coder] for coder in zip(*units, strict=True)]
    theirs = krippendorff.alpha(reliability_data=data, level_of_measurement="nominal")
    assert ours == pytest.approx(theirs)


@given(coders, st.integers(1, 5))
def test_missing_codings_and_order_change_nothing(units: list[Pattern], times: int) -> None:
    whole = Counter(units)
    alone: Counter[Pattern] = Counter({(1,) + (None,) * (len(units[0]) - 1): times})
    assert krippendorff_alpha(whole + alone) == krippendorff_alpha(whole)
    turned = Counter(tuple(reversed(u)) for u in units)
    assert krippendorff_alpha(turned) == pytest.approx(krippendorff_alpha(whole))
    assert observed(turned) == observed(whole)


@pytest.mark.parametrize(
    ("units", "words"),
    [
        ([], "nothing to compare"),
        ([(1, None), (None, 2)], "no two annotators"),
        ([(1, 1), (1, 1)], "same answer everywhere"),
    ],
)
def test_what_is_undefined_is_said(units: list[Pattern], words: str) -> None:
    counted = Counter(units)
    assert krippendorff_alpha(counted) is None
    assert cohen_kappa(counted) is None
    assert words in why_undefined(counted)


def test_full_agreement_on_two_values_is_one() -> None:
    counted: Counter[Pattern] = Counter({(1, 1): 3, (0, 0): 4})
    assert (cohen_kappa(counted), krippendorff_alpha(counted), why_undefined(counted)) == (1, 1, "")
