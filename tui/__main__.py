"""`python -m tui` is `rashomon`."""

from tui.cli import main

main()
