"""What the sides of a contradiction say, in words short enough for a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.model.article import Story
from tui.model.finding import Contradiction, Kind, Mention
from tui.model.span import Span
from tui.page.differences import own_words
from tui.page.wrap import fit, width_of


def letters_of(mentions: Iterable[Mention]) -> str:
    """`A C`: the articles that tell it, each once."""
    return " ".join(dict.fromkeys(m.article for m in mentions))


def quotes_of(mentions: Sequence[Mention], story: Story) -> str:
    """`A “text” · C “text”`: their words, the same words of one article once."""
    shown = []
    for mention in mentions:
        words = " ".join(mention.span.of(story.by_id[mention.article].text).split())
        shown.append(f"{mention.article} “{words.strip(_QUOTES)}”")
    return " · ".join(dict.fromkeys(shown))


def told_by(mentions: Sequence[Mention], value: str, story: Story) -> tuple[str, int]:
    """What the articles say word for word, and where in it `value` begins, else 0.

    Where that would be the value over again, the sentence of the first who says it.
    """
    first = mentions[0]
    article = story.by_id[first.article]
    claim = article.claim_at(first.span.start)
    same = all(_bare(m.span.of(story.by_id[m.article].text)) == _bare(value) for m in mentions)
    if not same or claim is None:
        quotes = quotes_of(mentions, story)
        return quotes, max(quotes.find(value.split(" … ")[0]), 0)
    before = _bare(article.text[claim.start : first.span.start])
    sentence = f"{article.id} “{_bare(claim.of(article.text), fold=False)}”"
    return sentence, len(f"{article.id} “") + len(before) + bool(before)


def _bare(words: str, fold: bool = True) -> str:
    """Words on one line without the quotation marks around them."""
    bare = " ".join(words.split()).strip(_QUOTES)
    return bare.casefold() if fold else bare


def differing_words(found: Contradiction, story: Story) -> dict[int, str]:
    """Side by number → the words that only it has, for a quotation in several wordings.

    Whole quotations are too long to show what differs; other contradictions
    have values of their own, and a side without words of its own has none.
    """
    if found.kind is not Kind.QUOTE:
        return {}
    texts = {
        str(n): side.mentions[0].span.of(story.by_id[side.mentions[0].article].text)
        for n, side in enumerate(found.sides)
    }
    words: dict[int, str] = {}
    for name, text in texts.items():
        spans = own_words(name, texts)(Span(0, len(text)), text)
        if spans:
            words[int(name)] = " … ".join(" ".join(s.of(text).split()) for s in spans)
    return words


def around(text: str, start: int, width: int) -> str:
    """`A “text”` in `width` cells, words at its beginning left out where `start` would not show."""
    if width_of(text) <= width or start < width // 2:
        return fit(text, width)
    head = text.find("“") + 1
    at = text.find(" ", max(start - width // 4, head), start) + 1 or start
    return fit(f"{text[:head]}…{text[at:]}", width)


_QUOTES = '"“”'
