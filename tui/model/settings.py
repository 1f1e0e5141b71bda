"""Settings that change what is read, found or shown; one frozen value per stage.

Defaults stand here; `config.yaml` repeats each with its explanation, and a
test holds the two together.
"""

from __future__ import annotations

from typing import NamedTuple


class ReadingSettings(NamedTuple):
    """How files are read."""

    max_megabytes: float = 20.0
    """A larger file is refused by name."""
    day_first: bool = True
    """How to read 03/04/2025 when nothing else tells."""


class AnalysisSettings(NamedTuple):
    """What counts as a link, a copy, a sure finding."""

    link: float = 0.04
    """Paragraph pairs that score lower are never linked, 0 to 1."""
    link_share: float = 0.0
    """A link must reach this share of the best link of either paragraph, 0 to 1."""
    possible: float = 0.5
    """Contradictions that score lower are shown as possible, 0 to 1."""
    least: float = 0.35
    """Contradictions that score lower are shown only when everything is asked for, 0 to 1."""
    copy_ratio: int = 90
    """Likeness from which two paragraphs are one syndicated text, 0 to 100."""


class ScreenSettings(NamedTuple):
    """How the screen is divided and drawn."""

    theme: str = "rashomon-dark"
    ascii: str = "auto"
    """Plain signs instead of ≡ ≠ ⚑: auto, yes or no."""
    narrow: int = 60
    """Below this width one article is shown at a time."""
    two_columns: int = 78
    """From this width two columns stand side by side without the spine."""
    spine: int = 112
    """From this width the story spine is shown."""
    three_columns: int = 154
    """From this width three columns stand beside the spine."""
    four_columns: int = 197
    """From this width four columns stand beside the spine."""
    five_columns: int = 235
    """From this width five columns stand beside the spine."""
    bar: int = 16
    """From this height one line below the text tells of the contradiction at hand."""
    box: int = 30
    """From this height a box does, one line a side."""
    fold_lines: int = 14
    """A cell taller than this is folded until the cursor is in it."""
    measure: int = 96
    """The longest line of text in cells, however wide the screen is."""


class Settings(NamedTuple):
    """All settings, by stage."""

    reading: ReadingSettings = ReadingSettings()
    analysis: AnalysisSettings = AnalysisSettings()
    screen: ScreenSettings = ScreenSettings()
