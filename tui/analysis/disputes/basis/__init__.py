"""What all rules rest on: the dispute they yield, and what they look up to find one.

Read `dispute` first. `scores` is the likeness of two sentences, `given` what each article answers
to a question, `forms_at` where the forms of a shipped list stand in a sentence.
"""
