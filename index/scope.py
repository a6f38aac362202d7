"""Which document a question names: by its year, and by the words of its title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpus import Document
from index.matching import normalise, terms

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# A year said of a document ("2003年政府工作报告", "the 2009 report") rather than of a fact in it.
_OF_DOCUMENT = re.compile(
    r"(?<!\d)((?:19|20)\d\d)年?度?的?(?:[^\d，,。；？?]{0,16}?"
    r"(?:报告|文件|决议|公报|规划|计划草案|草案|方案|白皮书|纪要|提案|简报|综述)|\s*(?:\w+\s){0,4}report)"
)


def years(text: str) -> list[str]:
    """Every year the text names, in order, each once."""
    return list(dict.fromkeys(_YEAR.findall(normalise(text))))


def document_years(text: str) -> list[str]:
    """The years that the text says of a document."""
    return list(dict.fromkeys(_OF_DOCUMENT.findall(normalise(text))))


def year_of(document: Document) -> str:
    """The year a document is of: that of its date, else the one in its title."""
    if document.date:
        return document.date[:4]
    found = years(document.title)
    return found[0] if found else ""


class Titles:
    """The titles of a collection, as far as they tell its documents apart."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._years = [year_of(document) for document in documents]
        self._units = [set(terms(document.title)) for document in documents]
        counts = Counter(unit for units in self._units for unit in units)
        size = len(documents)
        self._rarity = {unit: float(np.log(size / count)) for unit, count in counts.items()}

    def match(self, question: str) -> NDArray[np.float32]:
        """(documents,), 0 to 1. A document of a named year gets 1, others by their title's words.

        0 for all where the question names no year that a document is of, and no title.
        """
        named = document_years(question) or years(question)
        scores = np.array([float(year in named) if year else 0.0 for year in self._years])
        return scores.astype(np.float32)
