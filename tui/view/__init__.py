"""The only package that imports Textual."""

import os

# Textual looks once, when it is first imported. At its usual 60 frames a second the second
# change after a key, as `saved` behind a tag, waits for up to two of them: 33 ms.
os.environ.setdefault("TEXTUAL_FPS", "120")
