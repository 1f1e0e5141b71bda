"""What the command line can do, one module a job; none but `read` ever needs a screen."""

NAMES = (
    "read", "analyse", "compare", "report", "tags", "agree", "disagreements", "merge",
    "merge-driver", "check", "history", "tutor", "keys", "config", "themes",
    "completion",
)  # fmt: skip
"""The words that are commands and not stories, in the order of the help."""
COMPLETE = "_RASHOMON_COMPLETE"
"""The environment variable by which a shell asks for completions."""
