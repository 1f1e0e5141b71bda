"""A message stands at the end of the line of keys: never on the text, the state or the labels."""

from pathlib import Path

from textual.widgets._toast import Toast

from tests.view.sample import make_app, piloted, screen_text, settle


@piloted
async def test_only_the_newest_message_shows_and_covers_the_last_keys_alone(path: Path) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        before = screen_text(pilot).splitlines()
        for words in ("First", "Second", "Third"):
            app.tell(words)
            await settle(pilot)
        shown = screen_text(pilot).splitlines()
        assert shown[-1].rstrip().endswith("Third")
        assert shown[:-1] == before[:-1]
        assert shown[-1][:60] == before[-1][:60]
        assert len(app.screen.query(Toast)) == 1
