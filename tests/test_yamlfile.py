"""YAML is text, lists and mappings; everything else is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.signs import strewn
from tui import yamlevents
from tui.errors import BadFile
from tui.yamlfile import MAX_SCALAR, parse, quoted, read


def test_words_that_yaml_guesses_at_stay_words() -> None:
    text = "a: NO\nb: 12:30\nc: 2025-07-13\nd: 0o17\ne: ~\nf: 1e3\ng: =\nh: <<\ni: .nan\n"
    assert parse(text, "x").data == {
        "a": "NO", "b": "12:30", "c": "2025-07-13", "d": "0o17", "e": "~", "f": "1e3",
        "g": "=", "h": "<<", "i": ".nan",
    }  # fmt: skip


REFUSED = {
    "alias": ("a: &x 1\nb: *x\n", 1, "anchors"),
    "tag": ("a: 1\nb: !!python/object/apply:os.system [x]\n", 2, "tags are not used"),
    "twice": ("a: 1\na: 2\n", 2, "'a' stands here twice"),
    "deep": ("[" * 60_000, 1, "nested more than"),
    "second": ("a: 1\n---\nb: 2\n", 2, "second document"),
    "list as key": ("? [a]\n: 1\n", 1, "a key must be one word"),
    "tab": ("a:\n\tb: 1\n", 2, "cannot start any token"),
    "cut": ('a: "one\n', 1, "unexpected end"),
    "conflict": ("a: 1\n<<<<<<< HEAD\nb: 2\n", 2, "conflict mark of git"),
    "its end": ("a:\n- b\n>>>>>>> theirs\n- c\n", 3, "conflict mark of git"),
    "control": ("a: 1\nb: \x01\n", 2, r"U\+0001 is not allowed"),
    "surrogate": ('a: "\\ud800"\n', 1, "invalid Unicode"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_could_surprise_is_refused_with_its_line(name: str) -> None:
    text, line, words = REFUSED[name]
    with pytest.raises(BadFile, match=words) as caught:
        parse(text, "x.yaml")
    assert caught.value.line == line
    assert str(caught.value).startswith("x.yaml")


def test_more_values_than_any_honest_file_has_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yamlevents, "MAX_VALUES", 100)
    for text in ("- a\n" * 101, "[" + "a," * 101 + "]", "".join(f"k{n}: 1\n" for n in range(51))):
        with pytest.raises(BadFile, match="more than 100 values"):
            parse(text, "x")


def test_a_value_that_is_too_long_is_refused() -> None:
    with pytest.raises(BadFile, match="longer than"):
        parse("a: " + "b" * (MAX_SCALAR + 1), "x")


@pytest.mark.parametrize("raw", [b"a: \xff\n", "a: 1".encode("utf-16"), b"a: \xed\xa0\x80"])
def test_bytes_that_are_not_utf8_are_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(raw)
    with pytest.raises(BadFile, match="not UTF-8"):
        read(path)


def test_a_byte_order_mark_and_an_empty_file_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read(path).data == {"a": "1"}
    path.write_bytes(b"")
    assert read(path).data == {}


def test_places_are_lines_and_columns_and_spans_are_slices() -> None:
    text = 'é: "x"  # c\nlist:\r\n  - [a, "b\U0001f600"]\n  - k: v\n'
    document = parse(text, "x")
    assert document.places[("list", 1, "k")] == (4, 5)
    start, end = document.spans[("list", 0, 1)]
    assert text[start:end] == '"b\U0001f600"'
    start, end = document.spans[("list", 0)]
    assert text[start:end] == '[a, "b\U0001f600"]'
    assert text[document.keys[("list", 1, "k")] :] == "k: v\n"


def test_a_problem_points_at_the_nearest_known_place() -> None:
    document = parse("a:\n  b: 1\n", "x.yaml")
    assert str(document.problem(("a", "b", "missing"), "no")) == "x.yaml:2:3: no"


ANY = strewn(
    "\0\x07\x1b\t\r\n\x7f\x85\x9b\xa0\xad\u200b\u2028\u2029\u202e\ufeff\ufffe\"'\\",
    st.characters(exclude_categories=["Cs"]),
)


@given(ANY)
def test_every_text_reads_back_quoted_here_and_elsewhere(text: str) -> None:
    line = quoted(text)
    assert "\n" not in line
    assert parse(f"- {line}\n", "x").data == [text]
    assert yaml.safe_load(f"- {line}\n") == [text]


@given(ANY)
def test_a_quoted_text_does_nothing_in_a_terminal(text: str) -> None:
    for sign in quoted(text):
        code = ord(sign)
        assert code >= 0x20
        assert not 0x7F <= code < 0xA0
        assert not 0x202A <= code <= 0x202E
        assert not 0x2066 <= code <= 0x2069


def test_a_lone_surrogate_becomes_a_replacement_sign() -> None:
    assert parse(f"- {quoted(chr(0xDC80))}", "x").data == ["\ufffd"]


@given(st.text(st.sampled_from("a:- \n#[]{}\"'|>&*!%@`,?\t\\<0\u2028"), max_size=60))
def test_only_our_own_error_leaves_the_loader(text: str) -> None:
    try:
        data = parse(text, "x").data
    except BadFile:
        return
    assert isinstance(data, (str, list, dict))
