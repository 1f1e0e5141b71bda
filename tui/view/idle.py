"""Which commands of a page have nothing to do at the moment, and why: for the list of commands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui import keys
from tui.model.finding import Only
from tui.view.story.open_story import OpenStory


def idle(reading: OpenStory, place: str) -> Mapping[str, str]:
    """Id of a command → why it would do nothing, in a few words; only what is sure.

    Windows and lists have other things under their cursor: of them nothing is said.
    """
    if place not in keys.TEXTS or not reading.story.articles:
        return {}
    return {id: why for ids, why in _reasons(reading) for id in ids.split()}


def _reasons(reading: OpenStory) -> Iterator[tuple[str, str]]:
    analysis = reading.analysis
    missing = "nothing shows" if reading.analysed else "not compared yet"
    if not analysis.contradictions:
        yield "next-conflict previous-conflict kinds", missing
    if not analysis.facts:
        yield "next-fact previous-fact", missing
    if not analysis.only:
        yield "next-only previous-only", missing
    if all(isinstance(finding, Only) for finding in reading.findings()):
        yield "confirm reject", "no finding here"
    if not reading.current:
        yield "rival", "no contradiction here"
    if not reading.session.tags:
        yield "next-tag previous-tag", "no tags yet"
    if not reading.tags_here:
        yield "remove-tag", "no tag here"
    if not reading.hits:
        yield "next-hit previous-hit label-hits", "no hits" if reading.query else "no search yet"
    if not reading.last_label:
        yield "repeat-label label-row", "no label used yet"
    if not reading.trail:
        yield "back", "no jump yet"
    if reading.last_jump is None:
        yield "repeat-jump", "no jump yet"
    if not reading.copied:
        yield "copy-to-file", "nothing copied yet"
    if not reading.chosen.hidden:
        yield "show-articles", "none is hidden"
