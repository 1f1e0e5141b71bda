"""Search folds case, accents and quotation marks, and finds places in the text as it is."""

import re
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page.story import STORY, B, body
from tui.model.article import Story
from tui.page import pattern
from tui.page.pattern import BadPattern
from tui.page.search import before, counted, folded, search


def story(*texts: str) -> Story:
    return Story("s", "S", tuple(body(t, "ABCDEF"[n]) for n, t in enumerate(texts)))


@pytest.mark.parametrize(
    ("text", "words", "hit"),
    [
        ("In Türkiye today", "turkiye", "Türkiye"),
        ("IN TURKIYE TODAY", "Türkiye", "TURKIYE"),
        ("the “safe” way", "“safe”", "safe"),
        ("the mayor’s word", "mayor's", "mayor’s"),
        ("2019–2021", "2019-2021", "2019–2021"),
        ("12\u00a0July", '"12 July"', "12\u00a0July"),
        ("a\tb", '"a b"', "a\tb"),
        ("Straße", "strasse", "Straße"),
        ("cafe\u0301s", "cafes", "cafe\u0301s"),
        ("東京タワー", "東京", "東京"),
        ("ﬁrst of all", "first", "ﬁrst"),
    ],
)
def test_words_are_found_however_they_are_written(text: str, words: str, hit: str) -> None:
    (span,) = search(story(text), words)["A"]
    assert span.of(text) == hit


WORD = st.text(min_size=1, max_size=4).filter(
    lambda w: len(w.split()) == 1 and not set(folded(w)[0]) & set('"/ ')
)


@given(st.text(max_size=60), WORD)
def test_every_hit_is_a_place_that_folds_to_the_words(text: str, words: str) -> None:
    wanted, _ = folded(words.strip())
    for span in search(story(text), words).get("A", ()):
        assert wanted in folded(span.of(text))[0]
        assert 0 <= span.start < span.end <= len(text)


@given(st.text(alphabet="abAB éÉ", max_size=40), st.text(alphabet="abé", min_size=2, max_size=3))
def test_no_place_is_missed_and_hits_do_not_overlap(text: str, words: str) -> None:
    hits = search(story(text), words).get("A", ())
    assert len(hits) == (folded(text)[0].count(folded(words)[0]) if text.strip() else 0)
    assert all(a.end <= b.start for a, b in pairwise(hits))


@given(st.text(alphabet="ab ", max_size=30), st.text(alphabet="ab", min_size=2, max_size=5))
def test_letter_by_letter_is_found_what_is_found_at_once(text: str, words: str) -> None:
    typed = story(text)
    for end in (*range(2, len(words) + 1), *range(len(words), 1, -1)):
        known, fresh = search(typed, words[:end]), search(story(text), words[:end])
        assert {a: list(spans) for a, spans in known.items()} == {
            a: list(spans) for a, spans in fresh.items()
        }
        assert {a: len(s) for a, s in known.items()} == {a: len(s) for a, s in fresh.items()}


@given(
    st.text(alphabet="ab é", max_size=40),
    st.sampled_from(["ab", "aba", "aa", "e\u0301a", "a b", "/a./"]),
)
def test_hits_before_one_are_those_that_stand_before_it(text: str, words: str) -> None:
    hits = search(story(text), words)
    assert [before(hits, "A", hit) for hit in hits.get("A", ())] == [*range(len(hits.get("A", ())))]


def test_hits_are_counted_a_slice_at_a_time() -> None:
    hits = search(story("the sea the", "the quay", "the"), "the")
    assert not counted(hits)
    assert not counted(hits, most=1)
    assert not counted(hits, most=1)
    assert counted(hits, most=1)
    assert [len(spans) for spans in hits.values()] == [2, 1, 1]


@given(st.text(max_size=60))
def test_folding_says_where_each_character_came_from(text: str) -> None:
    letters, places = folded(text)
    assert len(letters) == len(places)
    assert list(places) == sorted(places)
    assert all(0 <= p < len(text) for p in places)


@pytest.mark.parametrize("words", ["", "   ", "\t", "\u0301"])
def test_an_empty_search_has_no_hits(words: str) -> None:
    assert search(STORY, words) == {}


def test_all_articles_are_searched_and_only_those_with_hits_are_named() -> None:
    hits = search(STORY, "saturday")
    assert {id: len(spans) for id, spans in hits.items()} == {"A": 1, "B": 1, "C": 1, "D": 1}
    assert list(search(STORY, "choir")) == ["A"]


def test_what_stands_in_no_row_is_not_found() -> None:
    assert "file picture" in B.text
    assert search(STORY, "file picture") == {}


SAFE = "The mayor spoke: a safe crossing, said the mayor.\nSafe words.\nA crossing of a river."


def at(query: str, text: str = SAFE) -> list[str]:
    return [s.of(text) for s in search(story(text), query).get("A", ())]


def test_several_words_are_all_in_one_claim() -> None:
    assert at("safe crossing") == ["safe", "crossing"]
    assert at("crossing river") == ["crossing", "river"]
    assert at("words river mayor") == []


def test_a_phrase_stands_as_it_is_and_may_be_unfinished() -> None:
    assert at('"safe crossing" mayor') == ["mayor", "safe crossing", "mayor"]
    assert at('"crossing safe"') == []
    assert at('"safe cro') == ["safe cro"]


def test_one_letter_beside_words_is_a_word_of_its_own() -> None:
    assert at("a river", "A river. Area.") == ["A", "river"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (r"/\bsafe \w+/", ["safe crossing", "Safe words"]),
        ("/s[aá]fe/", ["safe", "Safe"]),
        (r"/CROSSING|river/", ["crossing", "crossing", "river"]),
        (r"/mayor", ["mayor", "mayor"]),
        ("/", []),
        ("//", []),
        ("/m/", []),
        (r"/x*/", []),
    ],
)
def test_between_slashes_is_a_regular_expression(query: str, found: list[str]) -> None:
    assert at(query) == found


def test_accents_are_folded_in_expressions_and_classes_stay_what_they_are() -> None:
    assert at(r"/Ürümq\S/", "In Urumqi today") == ["Urumqi"]
    assert at(r"/urum\S+/", "In Ürümqi today") == ["Ürümqi"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("/(abc/", "missing ) at character 5"),
        ("/a**/", "multiple repeat at character 3"),
        ("/(x+x+)+y/", "takes too long"),
        ("/(a{1000}){1000}/", "repeats more than 10,000 times"),
        ("/" + "a" * 400, "longer than 300 characters"),
    ],
)
def test_a_bad_expression_is_refused_in_words(query: str, words: str) -> None:
    with pytest.raises(BadPattern, match=re.escape(words)):
        search(story("x" * 30_000), query)


def test_the_time_of_an_expression_is_that_of_matching_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = [0.0]
    monkeypatch.setattr("tui.page.pattern.time.monotonic", lambda: clock[0])
    found = 0
    for article in story("ab " * 60_000, "ab " * 60_000).articles:
        texts = [(article, article.text, range(len(article.text)))] * 2
        for _, spans in pattern.find_pattern("ab", texts):
            clock[0] += 10 * pattern.SECONDS
            found += len(spans)
    assert found == 4 * pattern.MOST_HITS


@given(st.text(alphabet='ab()[]{}*+?\\|^$.,1/"', max_size=12))
def test_no_search_ends_in_a_traceback(query: str) -> None:
    for prefix in ("/", ""):
        with suppress(BadPattern):
            for span in search(story("abba 11 (a) [b]"), prefix + query).get("A", ()):
                assert span
