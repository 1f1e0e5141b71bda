"""The vocabulary: frozen values that know nothing of files, screens or libraries."""
