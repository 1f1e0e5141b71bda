"""Which characters of an article are moved out of its words, and which become U+FFFD.

What pages leave between letters for a typesetter (`SILENT`) is no part of any
word: it becomes a space behind the word that it stands in. So the words on the
screen, the words compared and the words tagged are the same ones, and every
other word keeps its offset.

A control byte could act on the terminal; a reordering or joining character
makes the words on the screen other words than the ones compared. Both become
U+FFFD, one for one. What stays although it has no width of its own, because
honest text needs it:

* ZWJ between emoji, and the flags of England, Scotland and Wales;
* ZWJ and ZWNJ after a letter of a script from Arabic to the Indic ones;
* LRM, RLM and ALM, unless they split a word of a left-to-right script;
* a variation selector after a symbol (emoji or text style) or a Han letter.

After Unicode's Default_Ignorable_Code_Point property and UTS #51 (emoji).
"""

from __future__ import annotations

import re
import unicodedata

SHOWN_AS = "\ufffd"
SILENT = "\xad\u200b\u2060\ufeff"
"""Marks where a line may or may not break: soft hyphen, zero-width space, word joiner; and the
byte order mark, which is left inside the text when files are concatenated.
"""
_NO_SILENT = dict.fromkeys(map(ord, SILENT))
_HOLDING = rf"[^\s{SILENT}]*[{SILENT}]\S*"
"""A word that contains one; compiled when it is first needed."""

# Printable to Python, invisible to readers: joiner, fillers, blank, selectors.
_SLY = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800" + "".join(map(chr, range(0xFE00, 0xFE10)))
PLAIN = bytes([0x09, 0x0A, *range(0x20, 0x7F)])
"""The bytes of ASCII text in which every character is visible."""
_SUSPECT = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_FLAGS = tuple(
    "".join(chr(0xE0000 + ord(letter)) for letter in region) + "\U000e007f"
    for region in ("gbeng", "gbsct", "gbwls")
)
_ZWNJ, _ZWJ = "\u200c", "\u200d"
_MARKS = "\u200e\u200f\u061c"


def spoken(text: str) -> tuple[str, int]:
    """`text` without silent characters, and how many there were.

    The length stays the same: for each of them there is a space after the word it stood in.
    """
    if text.isascii() or not any(char in text for char in SILENT):
        return text, 0
    count = 0

    def closed(match: re.Match[str]) -> str:
        nonlocal count
        word = match[0].translate(_NO_SILENT)
        count += len(match[0]) - len(word)
        return word.ljust(len(match[0]))

    return re.sub(_HOLDING, closed, text), count


def inert(text: str) -> tuple[str, int]:
    """`text` with every character that could act or hide replaced by U+FFFD, and how many there
    were.
    """
    # The quick way out for almost every article: what is not plain ASCII is little, and
    # dropping the rest from the bytes takes a quarter of the time of looking at it all.
    rest = text.encode("utf-8", "surrogatepass").translate(None, PLAIN)
    if not rest:
        return text, 0
    # (F3 A0 begins the selectors of plane 14; surrogates are not printable.)
    others = rest.decode("utf-8", "surrogatepass")
    if others.isprintable() and b"\xf3\xa0" not in rest and not any(c in others for c in _SLY):
        return text, 0
    count = 0

    def seen(match: re.Match[str]) -> str:
        nonlocal count
        if _belongs(text, match.start()):
            return match.group()
        count += 1
        return SHOWN_AS

    return re.sub(_SUSPECT, seen, text), count


def _belongs(text: str, at: int) -> bool:
    """Whether the zero-width character at `at` belongs to the normal spelling of the text."""
    char = text[at]
    before = text[at - 1] if at else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    if char in (_ZWJ, _ZWNJ) and _joins(before):
        return True
    if char == _ZWJ:
        return _symbol(before) and _symbol(after)
    if char in _MARKS:
        return not (_left_to_right(before) and _left_to_right(after))
    if "\ufe00" <= char <= "\ufe0f":
        return bool(before) and (_symbol(before) or before in "#*0123456789‼⁉〰〽" or _han(before))
    if "\U000e0100" <= char <= "\U000e01ef":
        return _han(before)
    if "\U000e0020" <= char <= "\U000e007f":
        return _in_flag(text, at)
    return False


def _joins(char: str) -> bool:
    return bool(char) and "\u0600" <= char <= "\u1cff" and unicodedata.category(char)[0] in "LM"


def _symbol(char: str) -> bool:
    # U+FE0F and the skin tones stand between an emoji and its joiner.
    return bool(char) and (char == "\ufe0f" or unicodedata.category(char) in ("So", "Sk", "Sm"))


def _han(char: str) -> bool:
    return bool(char) and unicodedata.name(char, "").startswith("CJK ")


def _left_to_right(char: str) -> bool:
    return bool(char) and char.isalnum() and unicodedata.bidirectional(char) not in ("R", "AL")


def _in_flag(text: str, at: int) -> bool:
    flag = text.rfind("\U0001f3f4", max(0, at - 6), at)
    return flag >= 0 and text.startswith(_FLAGS, flag + 1)
