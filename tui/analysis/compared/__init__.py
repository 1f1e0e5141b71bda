"""Two bare sentences compared word by word, without a story around them."""
