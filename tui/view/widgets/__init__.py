"""What a screen is made of: shows what it is given, asks by message."""
