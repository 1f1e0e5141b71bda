"""Two sentences that are alike, compared slot by slot, and what excuses a difference."""
