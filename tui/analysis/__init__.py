"""Story to analysis: pure functions over frozen values."""
