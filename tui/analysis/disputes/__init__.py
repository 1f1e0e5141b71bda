"""Contradictions: questions that two passages of a story answer differently, wherever they
stand.

`contradictions` is the entry: it asks every rule, `merging` makes one of the disputes of one
question, `answering` adds who else answers and who is silent, and `order` puts them as a reader
meets them. The rules live in five rooms, by what they look at: `alike`, `quoted`, `figures`,
`deeds` and `named`. Below them lie `wording`, which puts a dispute into words, and `basis`, which
says what a dispute is. Read `basis.dispute` first, then `alike.slots`.
"""
