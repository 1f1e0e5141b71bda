"""`rashomon` with arguments, in the process of the tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Done(NamedTuple):
    """What came of it."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]
"""The fixture `run`: takes the arguments, whatever `str` makes of them."""
