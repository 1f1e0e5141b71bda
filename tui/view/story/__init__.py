"""One open story as all its screens share it; nothing here knows Textual."""
