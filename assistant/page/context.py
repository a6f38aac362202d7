"""What stands around a quote, drawn in its card as the source is: paragraphs and tables."""

from __future__ import annotations

from markupsafe import Markup

from assistant.page.text import render_text
from assistant.surroundings import CUT, surroundings
from corpus import Document


def render_context(document: Document, start: int, end: int) -> Markup:
    """Around `document.text[start:end]`, which is marked."""
    around = surroundings(document, start, end)
    return Markup("{}{}{}").format(
        CUT if around.before.startswith(CUT) else "",
        render_text(document, around.start, around.end, (start, end), around.repaired),
        CUT if around.after.endswith(CUT) else "",
    )
