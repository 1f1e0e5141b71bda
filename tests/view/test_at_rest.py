"""What waits for a rest is done once, for what was asked last."""

from collections.abc import Callable

import pytest

from tui.view.widgets import at_rest
from tui.view.widgets.at_rest import AtRest


class Pump:
    """Keeps the timers that were set, and a clock that goes on when the test says so."""

    def __init__(self) -> None:
        self.now = 0.0
        self.timers: list[tuple[float, Callable[[], None]]] = []

    def set_timer(self, delay: float, do: Callable[[], None]) -> object:
        self.timers.append((self.now + delay, do))
        return object()

    def go_on_to(self, now: float) -> None:
        while due := [timer for timer in self.timers if timer[0] <= now]:
            self.timers.remove(due[0])
            self.now = due[0][0]
            due[0][1]()
        self.now = now


@pytest.fixture
def pump(monkeypatch: pytest.MonkeyPatch) -> Pump:
    pump = Pump()
    monkeypatch.setattr(at_rest, "monotonic", lambda: pump.now)
    return pump


def test_only_what_was_asked_last_is_done_and_only_after_the_rest(pump: Pump) -> None:
    done: list[str] = []
    rest = AtRest(pump, 1.0)  # type: ignore[arg-type]
    rest.ask(lambda: done.append("first"))
    pump.go_on_to(0.6)
    rest.ask(lambda: done.append("second"))
    pump.go_on_to(1.5)
    assert done == []
    pump.go_on_to(1.7)
    assert done == ["second"]


def test_many_keys_set_one_timer_at_a_time(pump: Pump) -> None:
    rest = AtRest(pump, 1.0)  # type: ignore[arg-type]
    for _ in range(30):
        rest.ask(lambda: None)
        pump.go_on_to(pump.now + 0.03)
        assert len(pump.timers) == 1


def test_it_can_be_asked_again_after_it_was_done(pump: Pump) -> None:
    done: list[str] = []
    rest = AtRest(pump, 1.0)  # type: ignore[arg-type]
    for words in ("once", "twice"):
        rest.ask(lambda words=words: done.append(words))  # type: ignore[misc]
        pump.go_on_to(pump.now + 1.1)
    assert done == ["once", "twice"]
