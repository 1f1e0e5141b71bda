"""rashomon: one story told by many, side by side in the terminal."""

__version__ = "0.1.0"
