"""How far the comparison of a story's articles is."""

from __future__ import annotations

_STOPPED = "not compared"


class Comparing:
    """Begun, told step by step, ended or stopped; at first and at the end there is none."""

    def __init__(self) -> None:
        self.words = ""
        """For the top line; empty while nothing is compared and nothing was stopped."""
        self.stage = ("Comparing the articles", 0, 1)
        """What it does, steps done, steps in all."""

    @property
    def goes_on(self) -> bool:
        return self.words not in ("", _STOPPED)

    @property
    def stopped(self) -> bool:
        """Whether it was begun and will not end, by the reader's wish or a fault."""
        return self.words == _STOPPED

    def begin(self) -> None:
        self.words = "comparing…"

    def step(self, what: str, done: int, steps: int) -> None:
        self.words, self.stage = f"comparing {done}/{steps}…", (what, done, steps)

    def stop(self) -> None:
        self.words = _STOPPED

    def end(self) -> None:
        self.words = ""
