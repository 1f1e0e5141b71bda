"""Story to analysis: pure functions over frozen values; `engine` is the door."""
