"""What one sentence says: its numbers, days, names, quotations, denials and events."""
