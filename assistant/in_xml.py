"""Text as XML can hold it, which Word and Excel files are made of."""

from __future__ import annotations

import re

_NO_CHARACTER = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def in_xml(text: str) -> str:
    r"""Without the characters that XML does not allow, which PDF files have in their text.

    >>> in_xml("设立\ufffe铜库\x00")
    '设立铜库'
    """
    return _NO_CHARACTER.sub("", text)
