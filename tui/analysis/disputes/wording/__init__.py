"""A dispute in words: the question as a person would ask it, and the sentence that says why.

`clause_parts` finds subject, verb and complement of a clause; `questions` builds a question from
them; `explain` cites both passages and gives the reason.
"""
