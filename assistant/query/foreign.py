"""Questions without Chinese."""

from __future__ import annotations

from index.matching import HAN_CHARACTER

# How a question or a request begins; Can, Are and Name are pinyin, too.
ASKING = (
    "(?:Who|Whose|What|Which|When|Where|Why|How|Did|Does|Do|Is|Are|Was|Were|Has|Have|Had|Can|Could"
    "|Will|Would|Should|Name|List|Tell|Give|Show)"
)


def is_foreign(text: str) -> bool:
    """Whether it has words, and no Chinese character."""
    return HAN_CHARACTER.search(text) is None and any(map(str.isalpha, text))
