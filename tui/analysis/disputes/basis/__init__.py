"""What all rules rest on: the dispute they yield, and what they look up to find one."""
