"""Small articles and sessions to test with."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tui.errors import RashomonError
from tui.model.article import Article, Paragraph, Paragraphs, Role
from tui.model.span import Span
from tui.model.tag import Confidence, Relation, Session, Status, Verdict
from tui.session.desk import Desk
from tui.session.edits import decide, remove_tag, set_note, tie, toggle_label

NOW = "2025-07-14T10:00:00+02:00"
LATER = "2025-07-14T11:00:00+02:00"


def article(*sentences: str, id: str = "A", file: str = "a.txt") -> Article:
    """One paragraph a line; each line is one sentence."""
    text = "\n".join(sentences)
    paragraphs, start = [], 0
    for number, sentence in enumerate(sentences, 1):
        span = Span(start, start + len(sentence))
        paragraphs.append(Paragraph(number, span, Role.BODY, (span,)))
        start = span.end + 1
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(id, file, text, digest, Paragraphs(paragraphs))


FIRE = article(
    "The harbour burned on Sunday.",
    "Twelve people were hurt, the mayor said.",
    "No ship was lost.",
    "The mayor said nothing more.",
)


def claim(of: Article, number: int) -> Span:
    """The n-th sentence, from 1."""
    return of.paragraphs[number - 1].span


def session(*numbers: int, label: str = "fact", of: Article = FIRE) -> Session:
    """A session in which these sentences are tagged."""
    made = Session("fire", "anna")
    for number in numbers:
        made = toggle_label(made, of, claim(of, number), label, NOW).session
    return made


def full() -> Session:
    """A session with everything in it."""
    made = session(1, 3)
    made = set_note(
        made, (FIRE, claim(FIRE, 2)), "two\nlines: # no", Status.NEEDS_CALL, Confidence.HIGH, NOW
    ).session
    made = decide(made, "abc", Verdict.REJECTED, "On which day?", NOW).session
    return tie(made, (FIRE, claim(FIRE, 1)), (FIRE, claim(FIRE, 4)), Relation.SAME, NOW).session


def after(start: Session, done: list[tuple[int, tuple[str, str], str]]) -> Session:
    """The session after these steps; those that cannot be done are left out."""
    for number, (kind, value), at in done:
        here = (FIRE, claim(FIRE, number))
        try:
            if kind == "label":
                start = toggle_label(start, *here, value, at).session
            elif kind == "note":
                start = set_note(start, here, value, Status.UNCHECKED, None, at).session
            elif kind == "status":
                start = set_note(start, here, "", Status(value), Confidence.LOW, at).session
            elif kind == "remove":
                start = remove_tag(start, here, at).session
            elif kind == "decide":
                start = decide(start, f"finding {number}", Verdict(value), "?", at).session
            else:
                other = (FIRE, claim(FIRE, number % 4 + 1))
                start = tie(start, here, other, Relation(value), at).session
        except RashomonError:
            continue
    return start


def desk(path: Path, *numbers: int, label: str = "fact") -> Desk:
    """An open session with these sentences tagged and saved."""
    opened = Desk.open(path, "fire", "anna")
    for number in numbers:
        put_label(opened, number, label)
    if numbers:
        save(opened)
    return opened


def put_label(opened: Desk, number: int, label: str = "fact", at: str = NOW) -> None:
    """Put a label on the n-th sentence, or take it off; it is not saved yet."""
    opened.apply(toggle_label(opened.session, FIRE, claim(FIRE, number), label, at))


def save(opened: Desk) -> None:
    opened.adopt(opened.save(opened.order()))
