"""Bytes to text: encoding, newlines, and characters that have to be replaced."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from tui.reading.characters import PLAIN, inert, spoken

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PACKED, _BOOK, _PDF, _WORD, _RICH, _PICTURE, _PROGRAM = (
    "compressed", "a ZIP archive or an office document", "a PDF", "an old office document",
    "rich text (RTF)", "a picture", "a program",
)  # fmt: skip
_STARTS = (
    (b"\x1f\x8b", _PACKED), (b"\xfd7zXZ\x00", _PACKED),
    (b"\x28\xb5\x2f\xfd", _PACKED), (b"7z\xbc\xaf\x27\x1c", _PACKED), (b"Rar!\x1a\x07", _PACKED),
    (b"PK\x03\x04", _BOOK), (b"%PDF-", _PDF), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _WORD),
    (b"{\\rtf", _RICH), (b"\x89PNG\r\n", _PICTURE), (b"GIF87a", _PICTURE), (b"GIF89a", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE), (b"\x7fELF", _PROGRAM),
)  # fmt: skip
"""How files begin that are no text, whatever their name says, and what they are."""
_AS_TEXT = "save its words as text"
_WAYS_OUT = {
    _PACKED: "unpack it first", _BOOK: f"unpack it, or {_AS_TEXT}", _PDF: _AS_TEXT, _WORD: _AS_TEXT,
    _RICH: _AS_TEXT, _PICTURE: "leave it out", _PROGRAM: "leave it out",
}  # fmt: skip
# The Web's names for a byte range that everybody sends as windows-1252.
_ALIASES = {"iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252"}


class Decoded(NamedTuple):
    """A file's bytes as text."""

    text: str
    encoding: str
    """Python's name of the encoding that was used."""
    notes: tuple[str, ...] = ()
    """Sentences on what was removed from words or replaced by U+FFFD, and how often."""


class NotText(ValueError):
    """The bytes are no text; the message says why."""


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text of `raw`: by its byte order mark, else UTF-8, else as declared, else cp1252.

    Newlines become `\\n`; silent characters become spaces behind their words; a byte
    that is none of the encoding, and a character that would act or hide, becomes
    U+FFFD. Raises NotText for binary data.
    """
    what = next((what for start, what in _STARTS if raw.startswith(start)), None)
    if what:
        raise NotText(f"is {what}, not text, whatever its name says; {_WAYS_OUT[what]}")
    if not raw.translate(None, PLAIN):
        return Decoded(raw.decode("ascii"), "utf-8")
    text, encoding = _characters(raw, declared)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = text.count("\ufffd")
    if bad * 3 > len(text):
        raise NotText("is mostly bytes that are no characters, not text")
    text, silent = spoken(text)
    text, hidden = inert(text)
    notes = []
    if bad:
        notes.append(f"{_times(bad, 'place')} could not be read as {encoding}, shown as \ufffd.")
    if silent:
        unseen = _times(silent, "invisible character")
        notes.append(f"{unseen} (soft hyphen, zero-width space) taken out of their words.")
    if hidden:
        notes.append(f"{_times(hidden, 'control or invisible character')} shown as \ufffd.")
    return Decoded(text, encoding, tuple(notes))


def _characters(raw: bytes, declared: str | None) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace"), encoding
    _refuse_binary(raw)
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = _known(declared) or _likelier(raw)
    return raw.decode(encoding, "replace"), encoding


def _refuse_binary(raw: bytes) -> None:
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if not controls:
        return
    if raw.count(b"\x00") * 10 >= len(raw) > 0:
        raise NotText(
            "looks like UTF-16 without a byte order mark or like a binary file; save it as UTF-8"
        )
    # Packed data has a tenth of them, text of any encoding next to none; a few stray ones
    # in a short text are shown.
    if controls * 10 > len(raw) or (controls > 16 and controls * 50 > len(raw)):
        raise NotText("has too many control characters to be text")


_CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32)])


def _known(declared: str | None) -> str | None:
    """Python's name for a declared encoding; None if it is unknown or cannot be right."""
    if not declared:
        return None
    try:
        info = codecs.lookup(declared.strip())
    except (LookupError, ValueError):
        return None
    # A page that declares UTF-8 failed it already; UTF-16 without a mark is a lie.
    if not getattr(info, "_is_text_encoding", True) or info.name.startswith(("utf-8", "utf-16")):
        return None
    try:
        b"a".decode(info.name, "replace")
    except ValueError:  # `undefined` and `idna`, which Python has for other purposes
        return None
    return _ALIASES.get(info.name, info.name)


def _likelier(raw: bytes) -> str:
    """`utf-8` for UTF-8 with a few bad bytes, else `cp1252`: whichever leaves fewer characters
    unread.
    """
    as_utf8 = raw.decode("utf-8", "replace")
    good = sum(1 for c in as_utf8 if "\x7f" < c != "\ufffd")
    return "utf-8" if good > as_utf8.count("\ufffd") else "cp1252"


def _times(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count:,} {what}s"
