"""Values to lines of text, spans and marks; no Textual."""
