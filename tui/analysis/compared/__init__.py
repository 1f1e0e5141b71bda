"""Two bare sentences laid against each other word by word."""
