"""Near misses: questions with an answer, one of whose words is replaced so that they have none.

The document speaks of nearly what is asked, of another metal, place, year or firm: what an analyst
must not be given as an answer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import numpy as np

from assistant.learn.examples import Example
from index import Index
from index.encoder import Encoder
from index.matching import HAN, normalise
from index.store import Generation

SHORTEST, LONGEST = 2, 6  # characters of a word
DRAWN = 16  # words of the same length; the likest of them in meaning is taken
RARE = 0.02  # of the documents have it: names of things, which have no synonyms
_WORD = re.compile(rf"[{HAN}]+|[a-z]+|\d+(?:\.\d+)?")


def near_misses(index: Index, found: Sequence[Example], encoder: Encoder) -> list[str]:
    """For each example a question that its document does not answer; empty where none was made."""
    draw = np.random.default_rng(0)
    texts = {document.path: normalise(document.text) for document in index.documents}
    shared = [_shared(index.generation, example) for example in found]
    spread = {word: sum(word in text for text in texts.values()) for word in set().union(*shared)}
    rare = {word for word, count in spread.items() if count <= max(3, RARE * len(texts))}
    vectors = {word: encoder.question(word).vector for word in sorted(rare)}
    pool: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in vectors:
        pool[_kind(word)].append(word)
    made = []
    for example, words in zip(found, shared, strict=True):
        word = min(words & rare, key=lambda word: (spread[word], word), default="")
        text = texts[example.document]
        others = [other for other in pool[_kind(word)] if other not in text] if word else []
        drawn = [others[at] for at in draw.integers(len(others), size=DRAWN)] if others else []
        likest = max(drawn, key=lambda other: float(vectors[other] @ vectors[word]), default="")
        made.append(normalise(example.query.asked).replace(word, likest) if likest else "")
    return made


def _kind(word: str) -> tuple[str, int]:
    """Words that can stand for one another: of the same script and length."""
    return ("number" if word[0].isdigit() else "latin" if word[0] < "\u0080" else "han"), len(word)


def _shared(generation: Generation, example: Example) -> set[str]:
    """The words that the question has in common with the first sentence that answers it."""
    if not len(example.right):
        return set()
    row = generation.sentences[example.right[0]]
    document = generation.documents[generation.chunks["document"][row["chunk"]]]
    sentence = normalise(document.text[row["start"] : row["end"]])
    return set(_common(normalise(example.query.text), sentence))


def _common(question: str, sentence: str) -> Iterator[str]:
    blocks = SequenceMatcher(None, question, sentence, autojunk=False).get_matching_blocks()
    for block in blocks:
        for word in _WORD.findall(question[block.a : block.a + block.size]):
            if SHORTEST <= len(word) <= LONGEST:
                yield word
