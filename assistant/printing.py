"""Lines for people to read. Wraps nothing: what is quoted is copied as it was written."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text


def say(*parts: tuple[str, str]) -> None:
    """A line of parts, each with its style."""
    Console(highlight=False).print(Text.assemble(*parts), soft_wrap=True)
