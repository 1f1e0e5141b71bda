"""Keeps columns straight where a terminal gives a character other cells than we do.

Terminals disagree about emoji, flags and combining marks, and each miscount would move the
rest of the line. Behind such a character the cursor is therefore put where we expect it.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, split_graphemes

_BELOW_CJK = (
    "\x00-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u03ff\u0400-\u0482\u048a-\u052f"
    "\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u1e00-\u1fbc\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2190-\u2193\u21c4\u21e7\u21aa\u2200-\u22ff\u2302\u2500-\u259f\u25b8\u25c2\u25cf\u2691\u2713"
    "\u2717"
)
_CJK = (
    "\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"
    "\uffe0-\uffe6\ufffd"
)
_AGREED = _BELOW_CJK + _CJK
"""Characters to which every terminal gives the same one or two cells, wherever they stand."""
_RARE = re.compile(f"[^{_BELOW_CJK}]")
"""Without the thirty thousand CJK characters, whose pattern takes six times as long to compile;
the first text on the screen waits for this one.
"""
_DISPUTED = f"[^{_AGREED}]"  # compiled by `re` when it is first needed
_PARTS = (  # likewise
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[^\[\]]"  # what it obeys
    r"|([^\x00-\x1f\x7f]+)"  # text
)
_KEEP, _BACK = "\x1b7", "\x1b8"
"""Remember where the cursor is, and go there: DECSC and DECRC, in every terminal since 1978."""


def in_place(output: str) -> str:
    """What is sent to the terminal, all that is disputed in the cells that Rich counts.

    A sign is settled by itself. Letters are only at the end of what is drawn in one style:
    where a terminal needs more room for them, blanks make it up before a letter is lost.
    """
    if output.isascii() or not _RARE.search(output) or not _is_disputed(output):
        return output
    return re.sub(_PARTS, _settled, output)


def _is_disputed(text: str) -> bool:
    return re.search(_DISPUTED, text) is not None


def _settled(part: re.Match[str]) -> str:
    text = part[1]
    if text is None or not _is_disputed(text):
        return part[0]
    said: list[str] = []
    letters = ""
    for grapheme in _graphemes(text):
        if _is_disputed(grapheme) and not grapheme[0].isalpha():
            said += (_put(letters), _put(grapheme))
            letters = ""
        else:
            letters += grapheme
    return "".join((*said, _put(letters)))


def _graphemes(text: str) -> list[str]:
    """Those of Rich, but the two letters of a flag together: it must not be torn."""
    found: list[str] = []
    for first, last, _ in split_graphemes(text)[0]:
        if found and _is_half_a_flag(found[-1]) and _is_half_a_flag(text[first:last]):
            found[-1] += text[first:last]
        else:
            found.append(text[first:last])
    return found


def _is_half_a_flag(grapheme: str) -> bool:
    return len(grapheme) == 1 and "\U0001f1e6" <= grapheme <= "\U0001f1ff"


def _put(text: str) -> str:
    """The text, and the cursor behind its cells; first blanks, lest a terminal leave one out."""
    if not _is_disputed(text):
        return text
    cells = cell_len(text)
    drawn = f"{_KEEP}{text}{_BACK}"
    return f"{_KEEP}{' ' * cells}{_BACK}{drawn}\x1b[{cells}C" if cells else drawn
