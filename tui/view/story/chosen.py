"""How the reader chose to see the articles: which of them, in what order, layout and folds."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model.article import Story


@dataclass(eq=False)
class Chosen:
    """The choices of one story; what there is room for is decided elsewhere."""

    layout: str = "level"
    base: str = ""
    """The pinned article; empty for the first."""
    hidden: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    """The articles as the reader ordered them; empty for the story's order."""
    spine: bool | None = None
    """Whether the reader wants the spine; None leaves it to the width."""
    folded: bool = True
    """Whether tall cells are folded until the cursor is in them."""
    agreeing_folded: bool = False
    """Whether a row in which all agree is one line."""

    def order(self, story: Story) -> tuple[str, ...]:
        """Articles that are not hidden, the base first, those that cannot be read last."""
        rank = {id: n for n, id in enumerate(self.columns)}
        ids = [a.id for a in story.articles if a.id not in self.hidden]
        ids.sort(key=lambda id: (id in story.unreadable, rank.get(id, len(rank))))
        first = self.first(story)
        return tuple(([first] if first in ids else []) + [i for i in ids if i != first])

    def first(self, story: Story) -> str:
        """The base, or the first readable article while it is hidden or none was chosen."""
        if self.base in story.by_id and self.base not in self.hidden:
            return self.base
        readable = [a.id for a in story.readable if a.id not in self.hidden]
        return readable[0] if readable else next((a.id for a in story.articles), "")

    def unhide(self, article: str) -> None:
        """Show an article again if it is hidden."""
        self.hidden = tuple(id for id in self.hidden if id != article)
