"""One outline of a story, several writers."""
