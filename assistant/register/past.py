"""Reading on: where the words end that a pattern finds."""

from __future__ import annotations

import re
import sys


def past(pattern: re.Pattern[str], text: str, at: int, end: int = sys.maxsize) -> int:
    """Behind what the pattern matches at `at`; `at` itself where it does not."""
    match = pattern.match(text, at, end)
    return match.end() if match else at


def is_open(text: str, at: int) -> bool:
    """Whether `at` is inside a quotation."""
    return text.count("“", 0, at) > text.count("”", 0, at)
