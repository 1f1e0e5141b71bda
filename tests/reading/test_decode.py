"""Bytes become text: which encoding counts, what is marked, what is refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reading.characters import inert
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
    "raw", ["text".encode("utf-16-be"), b"\x7fELF\x00\x01" * 9, b"\x01\x02" * 99]
)
def test_binary_is_refused(raw: bytes) -> None:
    with pytest.raises(NotText):
        decode(raw)


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
    ["\x1b", "\x9b", "\x7f", "\x85", "\u202e", "\u2066", "\u2028", "\u200b", "\u2060", "\ufeff",
     "\xad", "\u3164", "\u034f", "\U000e0041", "\ufe01", "\u200d", "\u200e"],
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
