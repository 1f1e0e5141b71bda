"""Bytes to text: the encoding, one newline, and what had to be marked on the way."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from tui.reading.characters import PLAIN, inert

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The Web's names for a byte range that everybody sends as windows-1252.
_ALIASES = {"iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252"}


class Decoded(NamedTuple):
    """A file's bytes as text."""

    text: str
    encoding: str
    """Python's name of the encoding that was used."""
    notes: tuple[str, ...] = ()
    """What was marked with U+FFFD, and how often."""


class NotText(ValueError):
    """The bytes are no text; the message says why."""


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text of `raw`: by its byte order mark, else UTF-8, else as declared, else cp1252.

    Newlines become `\\n`; a byte that is none of the encoding, and a character
    that would act or hide, becomes U+FFFD. Raises NotText for binary data.
    """
    if not raw.translate(None, PLAIN):
        return Decoded(raw.decode("ascii"), "utf-8")
    text, encoding = _characters(raw, declared)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = text.count("\ufffd")
    text, hidden = inert(text)
    notes = []
    if bad:
        notes.append(f"{_times(bad, 'place')} could not be read as {encoding}, shown as \ufffd.")
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
    except UnicodeDecodeError as error:
        broken = error
    encoding = _known(declared) or _likelier(raw, broken)
    return raw.decode(encoding, "replace"), encoding


def _refuse_binary(raw: bytes) -> None:
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if not controls:
        return
    nulls = raw.count(b"\x00")
    if nulls * 10 >= len(raw) > 0:
        raise NotText(
            "looks like UTF-16 without a byte order mark or like a binary file; save it as UTF-8"
        )
    if nulls and raw[:8].startswith((b"\x7fELF", b"PK\x03\x04", b"%PDF", b"\x89PNG", b"GIF8")):
        raise NotText("is a binary file, not text")
    if controls * 10 > len(raw):
        raise NotText("is mostly control characters, not text")


_CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32)])


def _known(declared: str | None) -> str | None:
    """Python's name for a declared single- or multi-byte encoding, None if it is no help."""
    if not declared:
        return None
    try:
        info = codecs.lookup(declared.strip())
    except (LookupError, ValueError):
        return None
    # A page that declares UTF-8 failed it already; UTF-16 without a mark is a lie.
    if not getattr(info, "_is_text_encoding", True) or info.name.startswith(("utf-8", "utf-16")):
        return None
    return _ALIASES.get(info.name, info.name)


def _likelier(raw: bytes, broken: UnicodeDecodeError) -> str:
    """UTF-8 with a few bad bytes, or cp1252: whichever leaves fewer characters unread."""
    as_utf8 = raw.decode("utf-8", "replace")
    good = sum(1 for c in as_utf8 if "\x7f" < c != "\ufffd")
    return "utf-8" if good > as_utf8.count("\ufffd") else "cp1252"


def _times(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count:,} {what}s"
