"""Every key is listed once, and ticked when it arrived."""

from tui.page.key_check import Key, key_lines
from tui.page.lines import plain
from tui.page.signs import UNICODE
from tui.page.wrap import width_of

KEYS = [Key(f"k{n}", f"what {n} does", n == 5) for n in range(40)]


def test_every_key_is_listed_once() -> None:
    listed = " ".join(plain(line) for line in key_lines(KEYS, 100, UNICODE))
    assert all(listed.count(f"what {n} does ") == 1 for n in range(40))


def test_a_key_is_ticked_only_once_it_arrived() -> None:
    (ticked,) = [line for line in key_lines(KEYS, 32, UNICODE) if "✓" in plain(line)]
    assert "what 5 does" in plain(ticked)


def test_lines_fill_the_width_whatever_it_is() -> None:
    for width in (40, 80, 131, 240):
        assert {width_of(plain(line)) for line in key_lines(KEYS, width, UNICODE)} == {width}
