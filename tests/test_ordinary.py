"""Only ordinary files are opened, and none is waited for."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.ordinary import open_ordinary


def test_an_ordinary_file_is_opened_through_a_link_too(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"words\r\n")
    (tmp_path / "link").symlink_to("file")
    with open_ordinary(tmp_path / "link") as file:
        assert file.read() == b"words\r\n"


@pytest.mark.parametrize(("make", "words"), [(Path.mkdir, "a folder"), (os.mkfifo, "a named pipe")])
def test_what_is_no_ordinary_file_is_refused_at_once(
    tmp_path: Path, make: Callable[[Path], None], words: str
) -> None:
    make(tmp_path / "odd")
    with pytest.raises(OSError, match=f"{words}, not an ordinary file"):
        open_ordinary(tmp_path / "odd")
