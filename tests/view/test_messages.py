"""A message stands on the heads of the columns: never on the text, the state or the keys."""

from pathlib import Path

from textual.widgets._toast import Toast

from tests.view.sample import make_app, piloted, screen_text, settle


@piloted
async def test_only_the_newest_message_shows_and_covers_the_heads_alone(path: Path) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        before = screen_text(pilot).splitlines()
        for words in ("First", "Second", "Third"):
            app.tell(words)
            await settle(pilot)
        shown = screen_text(pilot).splitlines()
        assert "Third" in shown[1]
        assert (shown[0], *shown[2:]) == (before[0], *before[2:])
        assert len(app.screen.query(Toast)) == 1
