"""A dispute in words: the question as a person would ask it, and the sentence that says why."""
