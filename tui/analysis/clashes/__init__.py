"""In what two sentences exclude each other, slot by slot."""
