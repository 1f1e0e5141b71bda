"""Story to analysis: pure functions over frozen values; docs/architecture.md has a map."""
