"""Every command of the screen on top, by name."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui import keys
from tui.view.bindings import action_of


class Commands(Provider):
    """Feeds the palette from the table of commands."""

    def _listed(self) -> list[tuple[str, keys.Command]]:
        place = getattr(self.screen, "PLACE", keys.READER)
        final = getattr(self.screen, "keymap", None) or keys.keymap({})
        return [
            (f"{c.words}  ({keys.shown(final[c.id][0])})", c)
            for c in keys.COMMANDS
            if place in c.places and c.id not in ("palette", "cancel")
        ]

    async def discover(self) -> Hits:
        for words, command in self._listed():
            yield DiscoveryHit(Content(words), partial(self._run, command), text=words)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for words, command in self._listed():
            # A command is looked for by the word under its key in the footer, too, and by
            # its name in config.yaml.
            short = keys.short_at(getattr(self.screen, "PLACE", keys.READER), command)
            score = max(map(matcher.match, (words, short, command.id)))
            if score > 0:
                yield Hit(score, matcher.highlight(words), partial(self._run, command), text=words)

    async def _run(self, command: keys.Command) -> None:
        await self.screen.run_action(action_of(command))
