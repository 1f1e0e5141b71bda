"""A web page becomes its words, with the roles of lines and what its head says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reading.html_tokens import tokens, unescape
from tui.reading.markup import Extract
from tui.reading.web_page import read_page

PAGE = """<html><head><title>Boats burn | The Quay</title>
<meta property="og:site_name" content="The Quay">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-10-15"}</script>
</head><body><nav>Home</nav><article><h1>Boats burn</h1><p class="byline">By Jane Doe</p>
<p>Three boats<br>burned &amp; <em>sank</em>.<p>One was saved.
<figure><figcaption>The quay</figcaption></figure><h2>Later</h2><p>It rained.</p></article>
<aside><p>Most read</p></aside><footer>© The Quay</footer></body></html>"""


def told(extract: Extract) -> list[tuple[str, str | None]]:
    return [(block.text, block.role and block.role.value) for block in extract.blocks]


def test_every_word_is_kept_and_what_is_no_report_has_a_role() -> None:
    assert told(read_page(PAGE)) == [
        ("Home", "boilerplate"),
        ("Boats burn", "title"),
        ("By Jane Doe", "byline"),
        ("Three boats burned & sank.", None),
        ("One was saved.", None),
        ("The quay", "caption"),
        ("Later", "subheading"),
        ("It rained.", None),
        ("Most read", "boilerplate"),
        ("© The Quay", "boilerplate"),
    ]


def test_title_outlet_and_day_come_from_the_head() -> None:
    page = read_page(PAGE)
    assert (page.title, page.outlet, page.published) == (
        "Boats burn",
        "The Quay",
        date(2025, 10, 15),
    )


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-10-15T07:40:00+02:00">',
        '<meta itemprop="datePublished" content="15 October 2025">',
        '<article><time datetime="2025-10-15">Wednesday</time></article>',
        '<script>{"@graph": [{"datePublished": "2025-10-15"}]}</script>',
    ],
)
def test_the_day_is_found_where_pages_put_it(head: str) -> None:
    assert read_page(head + "<p>x").published == date(2025, 10, 15)


@pytest.mark.parametrize("day", ["0001-01-01T00:00:00", "9999-12-31"])
def test_the_day_that_stands_for_none_is_none(day: str) -> None:
    """What databases write where nobody entered one; nothing can be counted from it."""
    head = f'<meta property="article:published_time" content="{day}">'
    assert read_page(head + "<p>x").published is None


def test_code_is_no_word_and_hidden_words_are_furniture() -> None:
    page = "<script>a('<p>b')</script><p>said</p><p hidden>d<p style='display:none'>e"
    assert told(read_page(page)) == [("said", None), ("d", "boilerplate"), ("e", "boilerplate")]


def test_deep_and_broken_pages_lose_nothing() -> None:
    assert told(read_page("<div>" * 50_000 + "deep")) == [("deep", None)]
    assert told(read_page("<p>a < b <b d='>'>e</i>")) == [("a < b e", None)]
    assert told(read_page('<p title="open>still said')) == [("still said", None)]


def test_entities_are_decoded_once_and_never_fail() -> None:
    assert unescape("&#27;&eacute;&amp;lt;&#38;lt;&#x93;") == "\x1bé&lt;&lt;“"
    assert unescape("&#" + "9" * 5000 + ";") == "\ufffd"


@given(st.text(alphabet="<>/!-ab=\"' &#;pdiv", max_size=80))
def test_any_page_is_read_and_blocks_are_single_lines(page: str) -> None:
    for block in read_page(page).blocks:
        assert block.text
        assert block.text == " ".join(block.text.split())
    assert all(token.kind in ("text", "start", "end", "raw") for token in tokens(page))
