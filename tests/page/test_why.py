"""An explanation names every side once, with its words, who says them, and the rule."""

from __future__ import annotations

from dataclasses import replace

from tests.page.story import ANALYSIS, HURT, STORY, STRUCK, body
from tui.model.article import Story
from tui.model.finding import Contradiction, Kind, Mention, Severity, Side
from tui.model.span import Span
from tui.model.tag import Verdict
from tui.page.signs import UNICODE
from tui.page.why import Reason, reasons


def told(finding: object, story: Story = STORY, verdict: Verdict | None = None) -> list[Reason]:
    return list(reasons(finding, story, verdict, UNICODE))  # type: ignore[arg-type]


def answered(*answers: str, kind: Kind = Kind.WORDING) -> tuple[Contradiction, Story]:
    """A contradiction whose sides are the whole texts of articles A, B, …"""
    articles = [body(words, id) for id, words in zip("ABCD", answers, strict=False)]
    sides: dict[str, list[Mention]] = {}
    for article in articles:
        words = article.text
        sides.setdefault(words.casefold(), []).append(Mention(article.id, Span(0, len(words))))
    made = tuple(Side(words, words, tuple(mentions)) for words, mentions in sides.items())
    severity = Severity.DIFFERS
    found = Contradiction("x1", kind, severity, "Which?", made, (), 0.9, "a rule", "Because.")
    return found, Story("s", "S", tuple(articles))


def test_every_side_is_told_with_its_quotes_then_why_and_how_sure() -> None:
    reasoned = told(HURT, verdict=Verdict.CONFIRMED)
    assert reasoned[0] == Reason("head-conflict", f"≠1✓ {HURT.question}")
    values = [r.words for r in reasoned if r.look == "value"]
    assert len(values) == len(HURT.sides)
    assert reasoned[-2:] == [
        Reason("because", HURT.because),
        Reason(
            "rule", f"both cannot hold · kind number · rule {HURT.rule} · {HURT.score:.0%} sure"
        ),
    ]


def test_a_value_that_is_the_very_words_is_told_once_for_all_who_say_so() -> None:
    found, story = answered("crisis", "Crisis", "war")
    sides = [r for r in told(found, story) if r.look in ("value", "quote")]
    assert sides == [Reason("value", "crisis", "A B"), Reason("value", "war", "C")]


def test_a_quotation_is_headed_by_the_words_that_only_it_has() -> None:
    found, story = answered(
        "ties have never been closer than now", "ties have never been better than now",
        kind=Kind.QUOTE,
    )  # fmt: skip
    sides = [(r.look, r.words) for r in told(found, story) if r.look in ("value", "quote")]
    assert sides == [
        ("value", "closer"),
        ("quote", "“ties have never been closer than now”"),
        ("value", "better"),
        ("quote", "“ties have never been better than now”"),
    ]


def test_the_silent_are_named() -> None:
    silent = [r for r in told(replace_silent("D")) if r.look == "silent"]
    assert silent == [Reason("silent", "does not say", "D")]


def test_several_silent_articles_do_not_say() -> None:
    silent = [r for r in told(replace_silent("C", "D")) if r.look == "silent"]
    assert silent == [Reason("silent", "do not say", "C D")]


def test_who_speaks_of_it_without_a_clear_answer_is_not_called_silent() -> None:
    unclear = [r for r in told(replace_silent()) if r.look == "silent"]
    assert unclear == [Reason("silent", "mentions it, but no answer was found", "D")]


def replace_silent(*articles: str) -> Contradiction:
    return HURT._replace(silent=articles)


def test_a_fact_and_a_claim_told_once_say_so() -> None:
    assert told(STRUCK)[0].look == "head-shared"
    assert {r.look for r in told(STRUCK)} <= {"head-shared", "quote", "because"}
    only = replace(ANALYSIS).only[0]
    assert told(only)[0] == Reason("head-only", "+ only here")
