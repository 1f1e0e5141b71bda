"""Sentences cut into words, each with the forms it is compared by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tui.analysis.words.lexicon import (
    TOKEN,
    Alias,
    Aliases,
    american,
    fold,
    function_words,
    irregular,
    shipped_aliases,
)
from tui.analysis.words.sentence import Sentence, Word
from tui.model.article import Article, Role, Story
from tui.model.span import Span

_NUMBER_WORDS = {
    word: str(n)
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
    if word != "one"
} | {
    word: str(n)
    for n, word in zip(
        range(30, 100, 10), "thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
}
_LONG_NAME = re.compile(
    r"((?:\b[A-Z][\w’'-]{0,40}(?: (?:of|for|and|on|the)){0,2} ){2,8})\(([A-Z]{2,8})\)"
)
"""`Shanghai Cooperation Organization (SCO)`."""
_SMALL = frozenset("of for and on the in to".split())


def read_sentences(story: Story) -> tuple[Sentence, ...]:
    """The told sentences of the readable articles, article by article, numbered from 0."""
    aliases = shipped_aliases().with_more(_acronyms(story))
    found: list[Sentence] = []
    for article in story.readable:
        for paragraph in article.told:
            for span in paragraph.claims:
                if not span:
                    continue
                found.append(
                    sentence(article, paragraph.number, paragraph.role, span, len(found), aliases)
                )
    return tuple(found)


def sentence(
    article: Article, paragraph: int, role: Role, span: Span, number: int, aliases: Aliases
) -> Sentence:
    """The sentence of `article` at `span`, cut into words."""
    return Sentence(
        number=number, article=article.id, paragraph=paragraph, role=role, span=span,
        text=span.of(article.text), words=tuple(words(article.text, span, aliases)),
        published=article.published,
    )  # fmt: skip


def words(text: str, span: Span, aliases: Aliases | None = None) -> Iterator[Word]:
    """The words of `text` in `span`, in order.

    A name of several words that the lists know is one Word (`United States`).
    A possessive `'s` belongs to no word.
    """
    aliases = aliases or shipped_aliases()
    first = aliases.by_first
    raw: list[_Raw] = [
        (*m.span(), *_known(m[0])) for m in TOKEN.finditer(text, span.start, span.end)
    ]
    at = 0
    while at < len(raw):
        start, end, written, folded, base, news, owner = raw[at]
        if (folded in first or base in first) and not _is_no_name(text, raw, at):
            alias = _alias_at(aliases, raw, at)
            if alias:
                last = raw[at + len(alias.parts) - 1]
                whole = text[start : last[1]]
                if whole.endswith(("'s", "’s")):
                    whole = whole[:-2]
                folded = " ".join(r[3] for r in raw[at : at + len(alias.parts)])
                yield Word(Span(start, start + len(whole)), whole, folded, alias.means, True)
                at += len(alias.parts)
                continue
        if folded:
            if owner:
                end -= 2
                written = written[:-2]
            yield Word(Span(start, end), written, folded, base, news)
        at += 1


_Raw = tuple[int, int, str, str, str, bool, bool]
"""Start, end, the word as written, folded, its lemma, whether it carries news, and whether it
ends with the mark of an owner."""


@lru_cache(maxsize=200_000)
def _known(written: str) -> tuple[str, str, str, bool, bool]:
    """What stands behind the offsets of a `_Raw`; the words of a story share one `written`."""
    folded = fold(written)
    owner = written.endswith(("'s", "’s")) and folded not in function_words()
    return written, folded, lemma(folded), _news(folded), owner


def _is_no_name(text: str, raw: list[_Raw], at: int) -> bool:
    """US of `US$129`, PM of `5 PM`."""
    _, end, written, folded, *_ = raw[at]
    if text[end : end + 1] == "$":
        return True
    return folded in ("pm", "am") and at > 0 and raw[at - 1][2][0].isdigit() and len(written) <= 4


def _alias_at(aliases: Aliases, raw: list[_Raw], at: int) -> Alias | None:
    """The longest known alias that begins at `at`."""
    folded, base = raw[at][3:5]
    keys = (folded,) if folded == base else (folded, base)
    for key in keys:
        for alias in aliases.by_first.get(key, ()):
            run = raw[at : at + len(alias.parts)]
            if len(run) == len(alias.parts) and _same_words(alias, run):
                return alias
    return None


def _same_words(alias: Alias, run: list[_Raw]) -> bool:
    for part, (_, _, _, folded, base, *_) in zip(alias.parts, run, strict=True):
        if part != folded and (alias.case == "upper" or part != base):
            return False
    return alias.fits([r[2] for r in run])


def _news(folded: str) -> bool:
    functions = function_words()
    return folded not in functions and lemma(folded) not in functions


@lru_cache(maxsize=200_000)
def lemma(folded: str) -> str:
    """The dictionary form of one folded word, in American spelling; digits for number words."""
    if folded in _NUMBER_WORDS:
        return _NUMBER_WORDS[folded]
    if folded.endswith("n't") or folded in ("cannot", "not"):
        return "not"
    if not folded[:1].isalpha():
        return folded
    spelling = american()
    folded = spelling.get(folded, folded)
    if verb := irregular().get(folded):
        return verb
    from simplemma import lemmatize

    base = lemmatize(folded, lang="en").casefold()
    return spelling.get(base, base)


def _acronyms(story: Story) -> Iterator[Alias]:
    """Acronyms that an article explains: both forms count as the long one."""
    for article in story.readable:
        for match in _LONG_NAME.finditer(article.text):
            names, acronym = match.group(1).split(), match.group(2)
            long_name = _spelt(names, acronym)
            if long_name:
                parts = tuple(fold(w) for n in long_name for w in TOKEN.findall(n))
                known = shipped_aliases().by_first.get(parts[0], ())
                means = next((f.means for f in known if f.parts == parts), " ".join(parts))
                yield Alias(parts, "capital", means)
                yield Alias((acronym.casefold(),), "upper", means)


def _spelt(names: list[str], acronym: str) -> list[str] | None:
    """The last of `names` whose initials are `acronym`."""
    initials = list(acronym)
    for start in range(len(names) - 1, -1, -1):
        tail = names[start:]
        heads = [n[0] for n in tail if n not in _SMALL]
        if heads == initials or [n[0].upper() for n in tail] == initials:
            return tail
    return None
