"""What counts as the same word: lists, forms, meanings; and a sentence cut into words."""
