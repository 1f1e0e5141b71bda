"""How the property tests run: never timed, and in CI with the same examples every time.

A run at the desk looks at new examples each time and may find something; a
change is judged in CI by what it changes, not by what a draw happened to find.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")
