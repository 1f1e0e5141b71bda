"""A message stands on the top line alone: never on the text, the bar or the keys."""

from pathlib import Path

from textual.widgets._toast import Toast

from tests.view.sample import make_app, piloted, screen_text, settle


@piloted
async def test_only_the_newest_message_shows_and_covers_the_top_line_alone(path: Path) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        before = screen_text(pilot).splitlines()
        for words in ("First", "Second", "Third"):
            app.tell(words)
            await settle(pilot)
        shown = screen_text(pilot).splitlines()
        assert "Third" in shown[0]
        assert shown[1:] == before[1:]
        assert len(app.screen.query(Toast)) == 1
