"""Puts a sentence together again that a tokenizer has taken apart.

Collections of sentence pairs are often kept so: `was n't`, `` ``so'' ``, `-LRB-`, `$ 70.6 million`,
a blank before every comma.
"""

from __future__ import annotations

import re

_APART = re.compile(
    r"\S\s?[’']\s?(?:s|t|re|ve|ll|d|m)\b|\sn['’]t\b|\s[.,;:?!](?:\s|$)|``|-[LR][RS]B-"
)
"""Signs that a text was tokenized."""
_TOGETHER = (
    (re.compile(r"-LRB-|-LSB-"), "("),
    (re.compile(r"-RRB-|-RSB-"), ")"),
    (re.compile(r"``\s?|\s?''"), '"'),
    (re.compile(r"(?<=\w)\s(?=n['’]t\b)", re.I), ""),
    (re.compile(r"(?<=n)\s(?=['’]\s?t\b)", re.I), ""),
    (re.compile(r"(?<=\w)\s(['’])\s?(?=(?:s|re|ve|ll|d|m|t)\b)"), r"\1"),
    (re.compile(r"(?<=\b[OD])\s(['’])\s?(?=[A-Z])"), r"\1"),
    (re.compile(r"(?<=[A-Za-z]s)\s(['’])(?=\s)"), r"\1"),
    (re.compile(r"(?<=[$£€(])\s(?=\S)"), ""),
    (re.compile(r"\s(?=[.,;:?!%)](?:\s|$|[\"'”]))"), ""),
    (re.compile(r"(?<=\d)\s,\s(?=\d{3}\b)"), ","),
)
_PARTY = re.compile(r"(?:,\s|\s\()[RDI]-(?:[A-Z][a-z]*\.?\s?){1,2}(?:,|\)|$)")
"""`Sen. Ames, R-Ala.,`: a party and a state, which other reports spell out or leave out."""


def untokenized(text: str) -> str:
    """`text` with normal punctuation, and without the tags of parties."""
    if _APART.search(text):
        for pattern, written in _TOGETHER:
            text = pattern.sub(written, text)
    return _PARTY.sub("", text)
