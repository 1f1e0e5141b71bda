"""Bytes become text: which encoding counts, what is marked, what is refused."""

from __future__ import annotations

import gzip
import random
import re
import unicodedata
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reading.characters import SILENT, inert, spoken
from tui.reading.decode import NotText, decode


@pytest.mark.parametrize(
    ("raw", "declared", "text", "encoding"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9", None, "café", "utf-8"),
        ("café".encode("utf-16"), None, "café", "utf-16-le"),
        (b"caf\xc3\xa9", "iso-8859-1", "café", "utf-8"),
        (b"caf\xe9 \x93so\x94", None, "café “so”", "cp1252"),
        ("дом и двор".encode("koi8-r"), "koi8-r", "дом и двор", "koi8-r"),
        (b"caf\xe9", "utf-8", "café", "cp1252"),
        (b"caf\xe9", "no-such-code", "café", "cp1252"),
        (b"caf\xe9", "undefined", "café", "cp1252"),
        (b"caf\xe9", "idna", "café", "cp1252"),
    ],
)
def test_mark_then_utf8_then_declared_then_cp1252(
    raw: bytes, declared: str | None, text: str, encoding: str
) -> None:
    decoded = decode(raw, declared)
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_newlines_are_one_character_and_only_newlines() -> None:
    assert decode(b"a\r\nb\rc\nd\x0ce").text == "a\nb\nc\nd\ufffde"


def test_bad_bytes_are_marked_and_counted() -> None:
    decoded = decode("“é” and “ü”, ".encode() + b"\xff then more")
    assert decoded.text == "“é” and “ü”, \ufffd then more"
    assert decoded.notes == ("1 place could not be read as utf-8, shown as \ufffd.",)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("text".encode("utf-16-be"), "UTF-16 without"),
        (b"\x01\x02" * 99, "control characters"),
        (gzip.compress(b"The fire began at six. " * 50, mtime=0), "is compressed.*unpack it"),
        (b"PK\x03\x04" + b"word/document.xml" * 9, "office document.*; unpack it, or save"),
        (b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n" * 9, "a PDF"),
        (b"\x89PNG\r\n\x1a\n" + b"IHDR" * 50, "a picture"),
        (b"{\\rtf1\\ansi The fire began at six.}", "rich text"),
        (b"\x7fELF\x00\x01" * 9, "a program"),
        (zlib.compress(random.Random(1).randbytes(4000)), "control characters"),
        (b"\xff\xfe" + b"\x00\xd8" * 99, "no characters"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_what_is_no_text_is_refused_by_what_it_is(raw: bytes, why: str) -> None:
    with pytest.raises(NotText, match=why):
        decode(raw)


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Пожар начался в шесть. ", "cp866"), ("Пожар начался в шесть. ", "koi8-r"),
        ("火災は六時に始まった。", "shift_jis"), ("火災は六時に始まった。", "iso2022_jp"),
        ("火災は六時に始まった。", "euc_jp"), ("火灾于六时开始。", "gb18030"),
        ("火災於六時開始。", "big5"), ("불은 여섯 시에 시작되었다. ", "cp949"),
        ("Yangın saat altıda başladı. ", "cp1254"), ("Η φωτιά άρχισε στις έξι. ", "cp1253"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("declared", [True, False])
def test_ordinary_text_opens_in_any_encoding(words: str, encoding: str, declared: bool) -> None:
    decoded = decode((words * 40).encode(encoding), encoding if declared else None)
    assert not declared or encoding == "iso2022_jp" or decoded.text == words * 40


@pytest.mark.parametrize("silent", ["\xad", "\u200b", "\u2060", "\ufeff"])
def test_what_is_for_the_typesetter_stands_behind_its_word(silent: str) -> None:
    decoded = decode(f"hos{silent}pital, on{silent}line".encode())
    assert decoded.text == "hospital,  online "
    assert decoded.notes == (
        "2 invisible characters (soft hyphen, zero-width space) taken out of their words.",
    )


@given(st.text(alphabet="a \xad\u200b\u2060\ufeffé"))
def test_a_silent_character_moves_no_other_word(text: str) -> None:
    said, count = spoken(text)
    assert spoken(said) == (said, 0)
    assert len(said) == len(text)
    assert count == sum(text.count(char) for char in SILENT)
    assert said.split() == text.translate(dict.fromkeys(map(ord, SILENT))).split()
    starts = [m.start() for m in re.finditer(r"\S+", text) if m[0].strip(SILENT)]
    assert starts == [m.start() for m in re.finditer(r"\S+", said)]


@pytest.mark.parametrize(
    "honest",
    [
        "👨\u200d👩\u200d👧",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "می\u200cخواهم",
        "शक्\u200dति",
        "❤\ufe0f",
        "(@name)\u200e",
        "tab\tand\nline",
    ],
)
def test_zero_width_characters_of_honest_spelling_stay(honest: str) -> None:
    assert inert(honest) == (honest, 0)


@pytest.mark.parametrize(
    "sly",
    ["\x1b", "\x9b", "\x7f", "\x85", "\u202e", "\u2066", "\u2028", "\u3164",
      "\u034f", "\U000e0041", "\ufe01", "\u200d", "\u200e"],
)  # fmt: skip
def test_what_acts_or_hides_inside_a_word_is_seen(sly: str) -> None:
    assert inert(f"Bei{sly}jing") == ("Bei\ufffdjing", 1)


@given(st.text())
def test_length_is_kept_and_no_control_is_left(text: str) -> None:
    clean, count = inert(text)
    assert len(clean) == len(text)
    assert not [c for c in clean if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert inert(clean) == (clean, 0)
    assert sum(a != b for a, b in zip(clean, text, strict=True)) == count
