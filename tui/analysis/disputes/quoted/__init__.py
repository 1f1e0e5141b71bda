"""Quotations: who said each and when, and which of them are versions of one utterance.

`attribution` gives each quotation a speaker and a day, `retellings` weighs whether two in other
words are one utterance, `quote_clashes` is the rule.
"""
