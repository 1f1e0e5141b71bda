"""Bytes to articles: decoding, roles of lines, dates, outlets, sentences."""
