"""Several annotators on one story: how far they agree, where not, and who is right."""
