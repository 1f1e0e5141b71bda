"""What screens are made of: each part does one thing, and is no widget of Textual's."""
