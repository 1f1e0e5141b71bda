"""What is kept is found by identity, and the oldest goes first."""

from tui.view.story.lately import Lately


def test_the_same_values_give_the_same_thing_and_equal_ones_do_not() -> None:
    kept: Lately[object] = Lately(2)
    one, equal = [1], [1]
    first = kept.get((one,), object)
    assert kept.get((one,), object) is first
    assert kept.get((equal,), object) is not first
    assert kept.get((one, one), object) is not first


def test_what_was_asked_for_longest_ago_is_forgotten() -> None:
    kept: Lately[object] = Lately(2)
    keys = [(object(),) for _ in range(3)]
    first, second = (kept.get(key, object) for key in keys[:2])
    assert kept.get(keys[0], object) is first
    kept.get(keys[2], object)
    assert kept.get(keys[0], object) is first
    assert kept.get(keys[1], object) is not second
