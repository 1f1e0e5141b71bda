"""Quotations: who said each and when, and which of them are versions of one utterance."""
