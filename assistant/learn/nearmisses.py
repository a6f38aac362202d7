"""Near misses: questions with an answer, one of whose nouns is replaced so that they have none.

The document speaks of nearly what is asked, of another metal, place, quantity or firm: what an
analyst must not be given as an answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from assistant.learn.examples import Example
from index import Index
from index.encoder import Encoder
from index.generation import Generation
from index.matching import normalise

DRAWN = 48  # nouns of the same kind; the likest of them in meaning is taken
RARE = 0.02  # of the documents have what is put in: no other document answers by chance


def near_misses(index: Index, found: Sequence[Example], encoder: Encoder) -> list[str]:
    """For each example a question that its document does not answer; empty where none was made."""
    draw = np.random.default_rng(0)
    texts = {document.path: normalise(document.text) for document in index.documents}
    asked = [normalise(example.query.asked) for example in found]
    pool: dict[str, list[str]] = defaultdict(list)  # by kind of noun
    for word, kind in sorted(set().union(*map(_nouns, asked))):
        if sum(word in text for text in texts.values()) <= max(3, RARE * len(texts)):
            pool[kind].append(word)
    vectors = {word: encoder.question(word).vector for words in pool.values() for word in words}
    made = []
    for example, question in zip(found, asked, strict=True):
        answer, text = _answer(index.generation, example), texts[example.document]
        shared = sorted(noun for noun in _nouns(question) if noun[0] in answer)
        word, kind = shared[draw.integers(len(shared))] if shared else ("", "")
        others = [other for other in pool[kind] if other not in text]
        if not others:
            made.append("")
            continue
        meant = encoder.question(word).vector
        drawn = [others[at] for at in draw.integers(len(others), size=DRAWN)]
        likest = max(drawn, key=lambda other: float(vectors[other] @ meant))
        made.append(question.replace(word, likest))
    return made


def _nouns(question: str) -> set[tuple[str, str]]:
    """Each with its kind: n, nr of persons, ns of places, nt of organisations, vn of actions…"""
    import rjieba

    return {(word, kind) for word, kind in rjieba.tag(question) if _is_noun(word, kind)}


def _is_noun(word: str, kind: str) -> bool:
    return len(word) > 1 and (kind.startswith("n") or kind == "vn")


def _answer(generation: Generation, example: Example) -> str:
    """The first sentence that answers; empty where none does."""
    if not len(example.right):
        return ""
    row = generation.sentences[example.right[0]]
    document = generation.documents[generation.chunks["document"][row["chunk"]]]
    return normalise(document.text[row["start"] : row["end"]])
