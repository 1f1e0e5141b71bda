"""One event on two days or in two cities, found by event frames, wherever in the story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tui.analysis.disputes.basis.dispute import Answer, Dispute
from tui.analysis.disputes.wording.explain import because, cited
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.events import Frame, contains, kinds_of
from tui.analysis.sentences.names import Named
from tui.analysis.sentences.phrases import MOST_WORDS, phrase
from tui.analysis.sentences.when import When, apart
from tui.analysis.words.gazetteer import gazetteer, roles
from tui.model.finding import Kind, Mention, Severity
from tui.model.listed import listed
from tui.model.span import Span

BESIDE = 10
"""Words between the event and the city where it is said to take place."""
MANY = 150
"""Most frames of one event that are compared with each other."""
FAR = 10
"""Days apart from which two reports of a meeting are two meetings."""

_FATES = {
    "die": "did {0} die",
    "resign": "did {0} resign",
    "arrest": "was {0} arrested",
    "sentence": "was {0} sentenced",
    "dismiss": "was it that {0} had to go",
    "appoint": "was {0} appointed",
    "charge": "was {0} charged",
    "free": "was {0} freed",
    "crash": "did the crash of {0} happen",
    "shoot": "did the shooting of {0} happen",
}
"""Kinds of event that happen once to a person, and how one asks for them."""
Key = tuple[str, tuple[str, ...]]
"""Kind of event, and the keys of who takes part: what identifies an event."""


def frame_disputes(frames: Sequence[Frame], cast: Cast) -> Iterator[Dispute]:
    """Days and cities of one event that exclude each other."""
    by_key: dict[Key, list[Frame]] = defaultdict(list)
    persons = set(cast.full.values())
    for frame in frames:
        for key in _keys(frame, persons):
            by_key[key].append(frame)
    for key in sorted(by_key):
        told = [f for f in by_key[key] if not f.earlier][:MANY]
        yield from _days(key, told, cast)
        if key[0] == "meet":
            yield from _places(key, told, cast)


def _keys(frame: Frame, persons: set[str]) -> Iterator[Key]:
    """The events that the frame may tell: one or two persons, or a body and an office, identify
    one.
    """
    people = tuple(sorted(w for w in frame.who if w in persons))
    if len(people) in (1, 2):
        for kind in sorted(frame.kinds & _FATES.keys()):
            yield kind, people
    if "meet" not in frame.kinds:
        return
    bodies = tuple(sorted(n.key for n in frame.named if n.kind == "body" and n.key in frame.who))
    offices = tuple(sorted(n.key for n in frame.named if n.kind == "role" and n.key in frame.who))
    if len(people) == 2:
        yield "meet", people
    elif len(people) < 2 and bodies and offices:
        yield "meet", (*dict.fromkeys(bodies), *dict.fromkeys(offices))


def _days(key: Key, frames: Sequence[Frame], cast: Cast) -> Iterator[Dispute]:
    """The dispute over the day of one event, if its frames name days that exclude each other."""
    told = [(f, w) for f in frames if (w := _day(f, key[0])) is not None]
    pairs = [
        (f, v, g, w) for (f, v), (g, w) in combinations(told, 2)
        if apart(v, w) and _near(v, w) and f.ahead == g.ahead and not _elsewhere(f, g)
    ]  # fmt: skip
    if not pairs:
        return
    clashing = {id(x) for f, _, g, _ in pairs for x in (f, g)}
    values = {w.value for f, w in told if id(f) in clashing}
    answers = [
        Answer(w.value, w.shown, _mention(f, w.span, key[0])) for f, w in told
        if id(f) in clashing or w.value in values
    ]  # fmt: skip
    f, v, g, w = pairs[0]
    yield Dispute(
        Kind.DATE, Severity.CONFLICT, "event-day",
        f"When {_do(key, cast, f.ahead)}?", tuple(answers), 0.9,
        because(
            _cite(f), _cite(g),
            f"{v.shown} and {w.shown} are different days, and it happened only once",
        ),
    )  # fmt: skip


def _places(key: Key, frames: Sequence[Frame], cast: Cast) -> Iterator[Dispute]:
    """The dispute over the city of one event."""
    told = [(f, p) for f in frames if (p := _place(f)) is not None and _by_event(f, p, key[0])]
    pairs = [
        (f, p, g, q) for (f, p), (g, q) in combinations(told, 2)
        if not contains(p, q) and not contains(q, p) and not _otherwhen(f, g)
        and (f.ahead == g.ahead or not set(key[1]) & set(cast.full.values()))
    ]  # fmt: skip
    if not pairs:
        return
    clashing = {x for _, p, _, q in pairs for x in (p.key, q.key)}
    answers = [
        Answer(p.key, cast.name(p.key), _mention(f, p.span, key[0]))
        for f, p in told
        if p.key in clashing
    ]
    f, p, g, q = pairs[0]
    yield Dispute(
        Kind.PLACE, Severity.CONFLICT, "event-place",
        f"Where {_do(key, cast, f.ahead)}?", tuple(answers), 0.85,
        because(
            _cite(f), _cite(g),
            f"{cast.name(p.key)} and {cast.name(q.key)} are different places, "
            "and neither lies in the other",
        ),
    )  # fmt: skip


def _day(frame: Frame, kind: str = "meet") -> When | None:
    """The exact day nearest to the word for the event; None without one."""
    exact = [w for w in frame.whens if w.exact]
    if not exact:
        return None
    triggers = [w.span.start for w in frame.words if kinds_of().get(w.lemma) == kind]
    at = triggers[0] if triggers else frame.span.start
    return min(exact, key=lambda w: (abs(w.span.start - at), w.span.start))


def _place(frame: Frame) -> Named | None:
    """The only city of the frame; None where it names several or none. A country is too wide."""
    cities = [p for p in frame.places if p.key in gazetteer().country_of]
    return cities[0] if len({c.key for c in cities}) == 1 else None


def _by_event(frame: Frame, place: Named, kind: str) -> bool:
    """Whether a word for the event stands at most `BESIDE` words from the place."""
    at = next((n for n, w in enumerate(frame.words) if w.span.overlaps(place.span)), 0)
    return any(
        kinds_of().get(w.lemma) == kind and abs(n - at) <= BESIDE for n, w in enumerate(frame.words)
    )


def _near(a: When, b: When) -> bool:
    """Whether the days are close enough to be two accounts of one event."""
    if a.first and b.first:
        return abs((a.first - b.first).days) <= FAR
    return True


def _elsewhere(f: Frame, g: Frame) -> bool:
    """Whether the two frames name two cities."""
    p, q = _place(f), _place(g)
    return bool(p and q and not contains(p, q) and not contains(q, p))


def _otherwhen(f: Frame, g: Frame) -> bool:
    """Whether the two frames name two days."""
    v, w = _day(f), _day(g)
    return bool(v and w and apart(v, w))


def _do(key: Key, cast: Cast, ahead: bool) -> str:
    """The event as it stands in a question: `did Smith and Jones meet`."""
    if key[0] in _FATES:
        return _FATES[key[0]].format(listed([cast.surname(w) for w in key[1]]))
    who = [cast.shown.get(w, "").split() for w in key[1]]
    if all(who):
        names = [cast.name(w) if " " in w else cast.surname(w) for w in key[1]]
        return f"{'will' if ahead else 'did'} {listed(names)} meet"
    return f"{'do' if ahead else 'did'} the {' '.join(_office(w, cast) for w in key[1])} meet"


def _office(word: str, cast: Cast) -> str:
    """The office or body of a question, in the plural for an office."""
    return word + "s" if word in roles().values() else cast.name(word)


def _mention(frame: Frame, answer: Span, kind: str) -> Mention:
    """From the word for the event to the answer where both are close, else the answer."""
    triggers = [w.span for w in frame.words if kinds_of().get(w.lemma) == kind]
    about = Kind.DATE if any(w.span == answer for w in frame.whens) else Kind.PLACE
    span = phrase(frame.sentence, answer, about)
    if triggers:
        near = min(triggers, key=lambda t: abs(t.start - span.start))
        whole = Span(min(near.start, span.start), max(near.end, span.end))
        if sum(w.span.overlaps(whole) for w in frame.words) <= MOST_WORDS:
            span = whole
    return Mention(frame.sentence.article, span)


def _cite(frame: Frame) -> str:
    return cited(frame.sentence.article, frame.sentence.text_at(frame.span))
