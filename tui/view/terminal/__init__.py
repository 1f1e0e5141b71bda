"""What stands between Textual and the terminal, and what each gate keeps back."""
