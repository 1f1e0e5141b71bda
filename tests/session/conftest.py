"""What tests of one session file are given."""

from pathlib import Path

import pytest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the session file of a story would be; neither it nor its folders are there."""
    return tmp_path / "story" / "sessions" / "anna.yaml"
