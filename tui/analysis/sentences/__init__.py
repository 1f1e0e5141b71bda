"""What one sentence says: numbers, days, names, quotations, events."""
