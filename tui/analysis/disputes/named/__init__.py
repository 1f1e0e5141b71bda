"""Persons, places and things: by which name and attributes each report speaks of them."""
