"""Text from files made safe to print: nothing in it can act on a terminal."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
"""C0 without tab and newline, Delete, C1: what a terminal obeys instead of showing."""
_HIDDEN = "\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
"""Line separators, bidirectional overrides, and lone surrogates, which no stream can encode."""
_NEVER = re.compile(f"[{_CONTROLS}{_HIDDEN}]")
_LINE = re.compile(f"[\t\n{_CONTROLS}{_HIDDEN}]")


def visible(text: str, keep_lines: bool = False) -> str:
    """`text` with every character that could act on a terminal replaced, one for one.

    The length does not change, so offsets stay valid. Newlines and tabs are kept only with
    `keep_lines`.
    """
    return (_NEVER if keep_lines else _LINE).sub(REPLACEMENT, text)
