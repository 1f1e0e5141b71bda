"""One group or deed under two names, one of which judges: terrorists here, militants there.

Such a choice runs through a report, so it is looked for in whole articles, not in pairs of like
sentences. The names stand in `loaded_names.txt`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from tui.analysis.disputes.basis.dispute import Answer, Dispute
from tui.analysis.disputes.basis.forms_at import Form, stands_at
from tui.analysis.disputes.wording.explain import because, short, told_at
from tui.analysis.sentences.layout import quoted
from tui.analysis.sentences.themes import Weights, theme, themes
from tui.analysis.words.lexicon import lines
from tui.analysis.words.sentence import Sentence
from tui.model.article import Role
from tui.model.finding import Kind, Mention, Severity
from tui.model.span import Span

ENOUGH = 0.9
"""Weight of the themes, besides the names, that two sentences must share."""
OFTEN = 2
"""Uses that make a name the article's own choice; one is enough in a title or at the beginning."""
BEGINNING = 2
"""Paragraphs from the top, title included, in which an article says what it is about."""
SHOWN = 3
"""Most uses of one article that are shown."""
SCORE = 0.5
_TOOLS = frozenset("police gear shield act".split())
"""Behind a name where it only modifies a thing: `riot police`."""


@dataclass(frozen=True, eq=False, slots=True)
class Use:
    """One use of a name in an article's own voice."""

    sentence: Sentence
    span: Span
    shown: str
    about: frozenset[str]
    """Themes of the sentence without the name."""


@cache
def _names() -> dict[str, tuple[tuple[Form, int, bool], ...]]:
    """First word of a name → the names with the number of their line, and whether they judge."""
    found: dict[str, list[tuple[Form, int, bool]]] = defaultdict(list)
    for n, line in enumerate(lines("loaded_names.txt")):
        for side, names in enumerate(line.split("|")):
            for name in names.split(","):
                parts = tuple(name.split())
                found[parts[0]].append((parts, n, side == 0))
    return {first: tuple(names) for first, names in found.items()}


def loaded_name_disputes(sentences: Sequence[Sentence], known: Weights) -> Iterator[Dispute]:
    """For each line of the list, the articles that judge against those that do not, if they share a
    matter.
    """
    uses: dict[int, dict[tuple[str, bool], list[Use]]] = defaultdict(lambda: defaultdict(list))
    quoted: set[tuple[int, str]] = set()  # lines of which an article quotes a judging name
    for sentence in sentences:
        for line, judges, use in _uses(sentence):
            if use is not None:
                uses[line][sentence.article, judges].append(use)
            elif judges:
                quoted.add((line, sentence.article))
    for line in sorted(uses):
        judging = list(_chosen(uses[line], True))
        plain = [
            u for u in _chosen(uses[line], False)
            if (u.sentence.article, True) not in uses[line]
            and (line, u.sentence.article) not in quoted
        ]  # fmt: skip
        pairs = list(product(judging, plain))
        weight = [known.shared(a.about, b.about) for a, b in pairs]
        if pairs and max(weight) >= ENOUGH:
            a, b = pairs[weight.index(max(weight))]
            yield _dispute((a, *_others(a, judging)), (b, *_others(b, plain)))


def _uses(sentence: Sentence) -> Iterator[tuple[int, bool, Use | None]]:
    """Number of the line, whether the name judges, and the use; None in place of a quoted use."""
    words = sentence.words
    for at, word in enumerate(words):
        for first in dict.fromkeys((word.folded, word.lemma)):
            for parts, line, judges in _names().get(first, ()):
                end = stands_at(words, at, parts)
                if not end or (words[end : end + 1] and words[end].lemma in _TOOLS):
                    continue
                if quoted(sentence, word.span.start):
                    yield line, judges, None
                    continue
                span = Span(word.span.start, words[end - 1].span.end)
                about = themes(sentence) - {theme(w) for w in words[at:end]}
                yield line, judges, Use(sentence, span, sentence.text_at(span), about)


def _chosen(uses: Mapping[tuple[str, bool], Sequence[Use]], judges: bool) -> Iterator[Use]:
    """The uses by articles that chose such a name: at the beginning, or often."""
    for (_, judging), held in uses.items():
        early = any(
            u.sentence.role is Role.TITLE or u.sentence.paragraph <= BEGINNING for u in held
        )
        if judging == judges and (early or len(held) >= OFTEN):
            yield from held


def _others(best: Use, uses: Sequence[Use]) -> Iterator[Use]:
    """The first uses of each article other than `best`."""
    held: Counter[str] = Counter()
    for use in uses:
        held[use.sentence.article] += 1
        if use is not best and held[use.sentence.article] <= SHOWN:
            yield use


def _dispute(judging: Sequence[Use], plain: Sequence[Use]) -> Dispute:
    a, b = judging[0], plain[0]
    x, y = short(a.shown, 30), short(b.shown, 30)
    return Dispute(
        Kind.WORDING, Severity.DIFFERS, "naming",
        f"What is it called: “{x}” or “{y}”?",
        tuple(
            Answer(value, shown, Mention(u.sentence.article, u.span))
            for value, shown, uses in (("judges", x, judging), ("names", y, plain))
            for u in uses
        ),
        SCORE,
        because(
            told_at(a.sentence, a.span), told_at(b.sentence, b.span),
            f"“{x}” judges what “{y}” only names, and {b.sentence.article} never says so",
        ),
    )  # fmt: skip
