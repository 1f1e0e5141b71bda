"""The same terminal for every test of the screen, and no other process."""

import asyncio
import inspect
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.notifications import Notification

from tests.view.golden import frame as frame
from tests.view.golden import picture as picture
from tests.view.sample import answering, use
from tests.view.stocked import files as files
from tests.view.stocked import six_stories as six_stories
from tests.view.stocked import worked as worked
from tui.view import saving, type_ahead
from tui.view.others import Others
from tui.view.tidying import Tidying


@pytest.fixture(scope="session", autouse=True)
def style_sheets_parsed_once() -> Iterator[None]:
    """Every app has the same style sheets; parsing them is a quarter of its start."""
    parse, known = Stylesheet._parse_rules, {}

    def parsed(sheet: Stylesheet, *where: Any, **how: Any) -> Any:
        key = where, tuple(how.items()), tuple(sheet._variables.items())
        if key not in known:
            known[key] = parse(sheet, *where, **how)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parsed)
        yield


@pytest.fixture(autouse=True)
def fixed_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No wish of the person who runs the tests reaches a screen."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_THEME", "LANG", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)  # what is copied to a file stays there
    saving._temporary.cache_clear()  # the folder of another test's copies
    # Freezing the garbage of one app after the other would keep them all in memory.
    monkeypatch.setattr(Tidying, "begin", lambda self: None)
    # Who saves in another window is heard when a test says so.
    monkeypatch.setattr(Others, "begin", lambda self: None)
    # However busy the machine is, a key waits until the one before it opened its window.
    monkeypatch.setattr(type_ahead, "PATIENCE", 60.0)
    # What was said is still to be read when the machine is busy.
    monkeypatch.setattr(Notification, "time_left", 600.0)
    use(monkeypatch, answering())


@pytest.fixture(autouse=True)
def updates_are_meant(request: pytest.FixtureRequest) -> None:
    """Pictures are accepted by a person who looked at them, never by a machine."""
    if request.config.getoption("--snapshot-update") and os.environ.get("CI"):
        pytest.fail("CI does not update pictures; run `make snapshots` and look at them")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """`80x24` for a size, by which its picture is called, too."""
    return f"{val[0]}x{val[1]}" if argname == "size" and isinstance(val, tuple) else None


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run an asynchronous test to its end; who uses the program has to wait for it."""
    if not inspect.iscoroutinefunction(pyfuncitem.function):
        return None
    wanted = inspect.signature(pyfuncitem.function).parameters
    asyncio.run(pyfuncitem.function(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the session is kept; nothing stands there yet."""
    return tmp_path / "sessions" / "anna.yaml"
