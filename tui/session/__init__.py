"""What the reader adds, kept safe: tags, their anchors, history and file."""
