"""Two sentences that are alike, compared slot by slot, and what excuses a difference.

`slots` is the rule: it pairs the sentences and asks `clashes` in which slots they exclude each
other. `excuses` says when that means nothing. `tellers`, `audiences` and `rewordings` look at what
is no slot: the source, who was told, a word in quotation marks.
"""
