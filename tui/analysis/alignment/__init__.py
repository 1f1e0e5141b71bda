"""What is told side by side: like sentences, linked paragraphs, rows."""
