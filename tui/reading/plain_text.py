"""Gives the lines of a text file their roles, and splits it into dispatches.

Dropping a line of the report is worse than keeping one that does not belong to it. So a line is
body text unless something speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.model.article import Role
from tui.reading.days import FULL_DAY, MONTH, day_alone, foreign_day
from tui.reading.wordlists import beginnings, furniture

_HEAD = 25
"""Only so many lines at the top are searched for title, byline and date."""
_LONG = 200
"""A complete line of this length is a paragraph; it is not examined further."""

# What stands here as a string is compiled by `re` when a line first asks for it: the first
# text on the screen waits for this module. Where a word or sign can tell before, it is asked.

_CLOSERS = "\"'”’»›)]*_ \xa0"
_FINAL = (".", "!", "?", "…", "。", "！", "？", "．", "।", "؟", "۔", ":", "：", ";", ",")

_ENDS = tuple(sign for sign in _FINAL if sign not in ":：;,")
"""The first line of a poem ends with the other signs, a headline never."""
_HEADLINE = 16
"""So many words are no headline with a full stop."""

_PLACE = r"[A-Z][\w.'’-]*(?:[ ,/]{1,2}[A-Z][\w.'’-]*){0,6}"
_AGENCY = r"[A-Z][A-Za-z.&/ -]{1,40}"
DATE_LINE = re.compile(r"date (\d{4}-\d\d-\d\d)(?:\s+|$)")
"""A header of collected news: `date 2025-07-13 TITLE`."""
_WHERE = re.compile(rf"({_PLACE}),? \(({_AGENCY})\),? {{0,2}}")
_MONTH_AND_DAY = rf"{MONTH} \d{{1,2}}\b"
"""Behind `Moscow (AFP) ` where the year is missing."""
_TOLD_AFTER = re.compile(r" {0,2}[-–—:] {0,2}(?=\S)")
_PLACE_ONLY = (
    rf"[A-Z][A-Z.'’-]+(?:[ ,/]{{1,2}}[A-Z][\w.'’-]*){{0,5}}(?:, {MONTH} \d{{1,2}})?\W{{0,3}}$"
)
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ.'’-"
"""What the second letter of such a place can be."""
_READ_TIME = r"(?i)\d{1,3}[ -]?min(?:ute)?s?[ -]read\b|reading time\b"
_BYLINE = (
    r"(?:(?:written |reported |story |words |analysis |exclusive )?by:? [a-z(]\w"
    r"|(?:additional |further )?(?:reporting|writing|editing|compiled|edited|written|produced)"
    r" (?:and \w+ )?by\b"
    r"|.{0,120}\bcontributed (?:reporting|to this (?:report|story|article))\b"
    r"|[a-z][\w.' -]{3,40} (?:is|are) (?:an? |the )?(?:\w+ ){0,3}"
    r"(?:correspondent|reporter|editor)s?\b)"
)
"""Of a line in lower case."""
SOURCE_LINE = r"(?i)(?:sources?|agenc(?:y|ies)|via)\s?[:：]\s?(?P<name>\S.{0,50})$"
_CREDIT = (
    r"(?:\((?:[^()]{0,60}\b)?(?:photo|image|picture|handout|ap|afp|reuters|getty)\b[^()]{0,60}\)"
    r"|\[(?:photo|image|picture|file|reuters|ap|afp|getty|epa)\b[^\]]{0,60}\]"
    r"|/\s?(?:handout|getty|afp|ap|reuters|epa|anadolu|file|pool|shutterstock|xinhua|tass)\b"
    r"[^/.]{0,40}"
    r"|\b(?:getty images|shutterstock|ap photo|file photo|reuters/[a-z]\w+)\b[^.]{0,40}"
    r"|\b(?:photograph|photo|image|picture|credit)s?(?: by| courtesy(?: of)?|:|credit:)[^.]{1,60}"
    r")\W{0,3}$"
)
"""Of the end of a line in lower case."""
_CAPTION = (
    r"(?i)(?:an? (?:file |handout |undated |still )?(?:photo|photograph|picture|image|screenshot)\b"
    r"|(?:file )?(?:photo|photograph|image|picture|caption)s?(?: credit)?\s?[:：]"
    r"|\[?(?:file )?(?:photo|image)\b\s?[:/\]]|FILE\b ?[-–—]|pictured?[:,])"
)
_PICTURES = ("photo", "picture", "image", "screenshot", "caption", "file")
_POSED = re.compile(
    r", (?:left|right|center|centre|far left|far right|\(?[LRC]\)?),? |\((?:left|right|L|R|C)\)"
)
_TAKERS = ("AP", "AFP", "EPA", "UPI", "Reuters", "Getty")
_TAKEN = re.compile(rf"\b(?P<before>\w+) (?:{'|'.join(_TAKERS)})\.?$")
"""An agency alone behind what its picture shows: `Tanks at the border AP.`"""
_TOLD = frozenset(
    "a an and as at by called calls for from in into is of on or said says tell tells than that "
    "the to told via was with".split()
)
"""In front of a name that belongs to the sentence."""
_TAKER = (
    r"(?:\b[a-z]{3,}|\b\w{5,})[.!?] ?[\"”’)]{0,2} [A-Z][\w.'’&-]{1,20}"
    r"(?:[ /,]{1,2}(?:[A-Z][\w.'’&-]{0,20}|for|of|via)){0,4}(?: \([^()]{2,40}\))?(?: [-–—])?$"
)
"""A name without a stop behind a whole sentence: `… outside the court. Ann Roe, Reuters`."""
_STOPS = tuple(stop + after for stop in ".!?" for after in ' "”’)')
_CLICK = r"(?i)\b(?:click|tap|sign up|subscribe) here\b|\bhere to (?:subscribe|sign up)\b"
_CALL = (
    r"(?i)\b(?:write to|e-?mail|contact|call|text|get in touch with|send (?:\w+ ){1,4}to)"
    r" (?:the |our )?(?:newsroom|news ?desk|editors?|reporters|us)\b(?: (?:at|on) \S+)?\W{0,3}$"
)
"""`Do you know more? Write to the newsroom.`"""
_DESK = ("newsroom", "newsdesk", "news desk", "editor", "reporters", " us")
_BULLET = re.compile(r"[-*•–—·▪‣◦>+]|\(?\d{1,2}[.)]\s")


class Dateline(NamedTuple):
    """Place, agency and day at the beginning of a report, or alone on a line."""

    agency: str
    day: str
    end: int
    """Where the words after it begin, in characters from the beginning of the line."""
    told: bool
    """Whether a dash and words follow."""


class Dispatch(NamedTuple):
    """One report of a file: a run of its non-blank lines."""

    first: int
    """Number of its first line, from 1."""
    last: int
    roles: Mapping[int, Role]
    """Line number → role, for every line that is not body."""
    title: int | None = None
    """Number of the line that holds the title."""


def lay_out(
    lines: Sequence[str],
    given: Mapping[int, Role] | None = None,
    said: Mapping[int, Role] | None = None,
) -> list[Dispatch]:
    """The dispatches of a file and the roles of its lines.

    `lines` are the non-blank lines without white space at their ends. `given` are roles known
    from markup, `said` those the reader set, both by line number from 1. What the reader set
    does not change where dispatches begin.
    """
    given = given or {}
    starts = _starts(lines, given)
    ends = [*starts[1:], len(lines)]
    return [
        _Reader(lines, lo, hi, given, said or {}).dispatch()
        for lo, hi in zip(starts, ends, strict=True)
    ]


def _starts(lines: Sequence[str], given: Mapping[int, Role]) -> list[int]:
    """Where dispatches begin: at a dateline with a day, or at the title above it, once there
    was a report before.
    """
    starts, told = [0], 0
    for at, line in enumerate(lines):
        if given.get(at + 1) is Role.BOILERPLATE:
            continue
        if len(line) > 60 and "(" not in line[:80]:
            told += 1
        elif line.startswith("date ") and DATE_LINE.match(line) and told:
            starts.append(at)
            told = 0
        elif "(" in line and told >= 2 and _opens(line):
            before = lines[at - 1]
            titled = at - 1 > starts[-1] and not finished(before) and len(before) <= 160
            starts.append(at - 1 if titled and not _named(before) else at)
            told = 1
        elif len(line) > 60:
            told += 1
    return starts


def dateline(line: str) -> Dateline | None:
    """What a line begins with: `Moscow (AFP) July 13, 2025 - `; the year may be missing."""
    where = _WHERE.match(line) if "(" in line else None
    if where is None:
        return None
    full = FULL_DAY.match(line, where.end())
    rest = line[full.end() if full else where.end() :]
    day = full or re.match(_MONTH_AND_DAY, rest)
    if day is None:
        return None
    if not full:
        rest = rest[day.end() :]
    told = _TOLD_AFTER.match(rest)
    end = len(line) - len(rest) + (told.end() if told else 0)
    return Dateline(where[2].strip(), day.group(), end, told is not None)


def _opens(line: str) -> bool:
    found = dateline(line)
    return found is not None and (found.end == len(line) or found.told)


def finished(line: str) -> bool:
    """Whether the line ends like a sentence, apart from quotation marks and brackets."""
    return line.rstrip(_CLOSERS).endswith(_FINAL)


def _folded(line: str) -> str:
    return line.strip(" \xa0.:…>›»→▶|-–—").casefold() or line


def _named(line: str) -> Role | None:
    """The role that the words of a line give it, wherever it stands; None for a line of the
    report.
    """
    role = _printed(line) if len(line) <= _LONG else None
    if role:
        return role
    if len(line) <= 2 * _LONG and _pictured(line):
        return Role.CAPTION
    if (_credited(line[-140:]) or _POSED.search(line[:140])) and not _speaks(line):
        return Role.CAPTION
    return Role.CAPTION if _signed(line) else None


def _pictured(line: str) -> bool:
    """Whether a line begins like a caption."""
    if line[0] not in "aAcCfFiIpP[":
        return False
    begins = line[:40].lower()
    return any(word in begins for word in _PICTURES) and re.match(_CAPTION, line) is not None


def _signed(line: str) -> bool:
    """Whether a line as long as a caption ends with the name of who took the picture."""
    if line.count(" ") < 6 or len(line) > 2 * _LONG:
        return False
    if not finished(line):
        end = line[-100:]
        return any(stop in end for stop in _STOPS) and re.search(_TAKER, end) is not None
    taken = _TAKEN.search(line[-60:]) if line.rstrip(".").endswith(_TAKERS) else None
    return taken is not None and taken["before"].lower() not in _TOLD


def _credited(end: str) -> bool:
    # Asking for a sign or word first is ten times faster than the pattern alone.
    low = end.lower()
    if not any(sign in low for sign in ("(", "[", "/", "photo", "image", "picture", "credit")):
        return False
    return re.search(_CREDIT, low) is not None


def _printed(line: str) -> Role | None:
    """The role of a line of at most `_LONG` characters, captions aside."""
    low = _folded(line)
    if (
        day_alone(line)
        or ("read" in low and re.match(_READ_TIME, line))
        or foreign_day(line) is not None
    ):
        return Role.HEADER
    words = line.count(" ") + 1
    found = dateline(line)
    if found and found.end == len(line):
        return Role.DATELINE
    if words <= 6 and line[1:2] in _CAPITALS and re.match(_PLACE_ONLY, line):
        return Role.DATELINE
    writes = any(word in low for word in ("by", "contributed", "correspondent", "report", "editor"))
    if (
        writes
        and re.match(_BYLINE, line.lstrip("([").lower())
        and (words <= 14 or "contributed" in line or "diting" in line)
    ):
        return Role.BYLINE
    if low in furniture("alone") or (words <= 8 and re.match(SOURCE_LINE, line)):
        return Role.BOILERPLATE
    if words <= 25 and (
        ("here" in low and re.search(_CLICK, line))
        or (any(w in low for w in _DESK) and not _speaks(line) and re.search(_CALL, line[-80:]))
        or (low.startswith(beginnings()) and not _speaks(line))
    ):
        return Role.BOILERPLATE
    return None


def _speaks(line: str) -> bool:
    """Whether somebody is quoted or said to say: captions and furniture do not."""
    told = " said" in line or " told " in line or " says " in line
    return told or line[0] in "\"“'‘"


class _Reader:
    """One dispatch, read from its first line to its last."""

    def __init__(
        self,
        lines: Sequence[str],
        lo: int,
        hi: int,
        given: Mapping[int, Role],
        said: Mapping[int, Role],
    ) -> None:
        self.lines, self.lo, self.hi, self.given, self.said = lines, lo, hi, given, said
        self.roles: dict[int, Role] = {}
        self.title: int | None = None
        self.seen: set[str] = set()

    def dispatch(self) -> Dispatch:
        inside = range(self.lo + 1, self.hi + 1)
        self.title = next((n for n in inside if self.given.get(n) is Role.TITLE), None)
        self._body(self._head())
        for roles in (self.given, self.said):
            self.roles.update({n: role for n, role in roles.items() if n in inside})
        kept = {n: self.roles[n] for n in sorted(self.roles) if self.roles[n] is not Role.BODY}
        return Dispatch(self.lo + 1, self.hi, kept, self._title_said())

    def _title_said(self) -> int | None:
        """The title's line; what the reader calls a title comes before what looks like one."""
        titles = [n for n, role in sorted(self.roles.items()) if role is Role.TITLE]
        chosen = [n for n in titles if self.said.get(n) is Role.TITLE]
        return next(iter([*chosen, *[n for n in titles if n == self.title]]), None)

    def _head(self) -> int:
        """Set the roles of the lines above the first paragraph; returns the position of that."""
        left = _HEAD
        for at in range(self.lo, self.hi):
            line = self.lines[at]
            role = self.given.get(at + 1)
            if role is None:
                left -= 1
                role = self._head_role(at, line)
            if left < 0 or (role is Role.BODY and (finished(line) or len(line) > _LONG)):
                return at
            self._set(at, role)
        return self.hi

    def _head_role(self, at: int, line: str) -> Role:
        match = DATE_LINE.match(line)
        if match:
            rest = line[match.end() :]
            if rest and not rest.isupper() and self.title is None:
                self.title = at + 1
                return Role.TITLE
            return Role.HEADER
        if _folded(line) in self.seen:
            return Role.BOILERPLATE
        role = _named(line)
        # A first line in capitals: `NEW YORK` is a place, three words are a headline.
        if role and not (role is Role.DATELINE and at == self.lo and line.count(" ") >= 2):
            return role
        if self.title is None:
            if self._is_title(at, line):
                self.title = at + 1
                return Role.TITLE
            return Role.BODY
        if finished(line) or line.count(" ") >= 7 or len(line) > _LONG:
            return Role.BODY
        return self._short(at, line)

    def _is_title(self, at: int, line: str) -> bool:
        if len(line) > 200 or at + 1 >= self.hi:
            return False
        if not finished(line):
            return True
        # A headline with a full stop: the first line, one sentence, shorter than what follows.
        rest = self.lines[at + 1 : min(at + 6, self.hi)]
        longer = sum(len(other) > len(line) for other in rest)
        inside = re.search(r"[.!?][\"”’]? +[A-Z“\"]", line[:-1])
        stops = line.rstrip(_CLOSERS).endswith(_ENDS) and line.count(" ") < _HEADLINE
        return (
            at == self.lo and stops and len(line) <= 110 and not inside and longer * 2 > len(rest)
        )

    def _short(self, at: int, line: str) -> Role:
        """A short line without a final stop: a subheading if a paragraph follows it."""
        if at + 1 >= self.hi or _BULLET.match(line) or not line[0].isupper():
            return Role.BODY
        after = self.lines[at + 1]
        heads = finished(after) and len(after) > len(line) and not after[0].islower()
        return Role.SUBHEADING if heads and line.count(" ") < 10 else Role.BODY

    def _body(self, start: int) -> None:
        over = False
        for at in range(start, self.hi):
            line = self.lines[at]
            if len(line) > _LONG and line[-1] in '.”"’!?。':
                over = False
                if line in self.seen:
                    self.roles[at + 1] = Role.BOILERPLATE
                self.seen.add(line)
                continue
            over = self._line(at, line, over)

    def _line(self, at: int, line: str, over: bool) -> bool:
        """Set the role of a shorter line of the body; returns whether the report is over."""
        folded = _folded(line)
        if folded in furniture("ends"):
            self._set(at, Role.BOILERPLATE)
            return True
        role = _named(line)
        if role is None and folded in self.seen and len(line) > 25:
            role = Role.BOILERPLATE
        if role is None and over:
            resumes = (finished(line) and line.count(" ") >= 15) or _opens(line)
            role = None if resumes else Role.BOILERPLATE
            over = not resumes
        if role is None and not finished(line) and line.count(" ") < 10 and at > self.lo:
            role = self._short(at, line)
        self._set(at, role or Role.BODY)
        return over

    def _set(self, at: int, role: Role) -> None:
        self.roles[at + 1] = role
        self.seen.add(_folded(self.lines[at]))
