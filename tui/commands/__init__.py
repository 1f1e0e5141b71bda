"""What the command line can do, one module a job; none but `read` ever needs a screen."""

NAMES = ("read", "analyse", "compare", "report", "tutor", "check", "keys", "config", "completion")
"""The words that are commands and not stories, in the order of the help."""
COMPLETE = "_RASHOMON_COMPLETE"
"""The environment variable by which a shell asks for completions."""
