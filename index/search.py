"""Which chunks a question finds: dense and lexical scores, fused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.generation import Generation
from index.matching import HAN, HAN_CHARACTER
from index.titles import NEXT_YEAR, Titles, document_years, years

if TYPE_CHECKING:
    import faiss

    from index.encoder import Encoded

# The rest is lexical. Right paragraph first on CMRC dev in 98.3 %; fused by rank in 97.6 %.
DENSE_WEIGHT = 0.7
DENSE_POOL = 4096  # chunks whose dense score is looked at; below that, all of them
DOCUMENT_BONUS = 3.0  # standard deviations for a chunk of the very document that the question names
QUOTED_BONUS = 2.0  # …for one that has what the question puts in quotation marks
QUOTED = re.compile('[“「『"]([^“”「」『』"]{2,20})[”」』"]')
_NUMBERED = re.compile(rf"第\d{{2,}}[{HAN}]{{1,2}}")  # of many that are called alike, 第277号


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk (row of the chunk table) found for a question."""

    chunk: int
    score: float  # fused, in standard deviations
    dense: float  # cosine
    lexical: float  # BM25
    named: float  # 0 to 1: how well its document is the one that the question names


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """A question as the index compares it."""

    asked: str  # in full: it may name a document
    text: str  # without the words that name a document: what its sentences are compared with
    encoded: Encoded
    tokens: NDArray[np.float32] | None  # projected and weighted, see index.late


def find(
    generation: Generation,
    titles: Titles,
    query: Query,
    limit: int,
    documents: Sequence[int] | None = None,
    neighbours_of: int = 0,
) -> list[Hit]:
    """The `limit` chunks with the best fused scores; of the `documents` (numbers), if any are told.

    Behind them the chunks just before and after the first `neighbours_of`, if not among them.
    """
    cosines = dense(generation.vectors, query.encoded.vector)
    lexical = generation.lexical.scores(query.text)
    owner = generation.chunks["document"]
    named = np.maximum(titles.match(query.asked)[owner], _of_years(generation, titles, query.asked))
    # A question without Chinese shares no words with Chinese documents but names and figures:
    # there the lexical leg is noise.
    weight = DENSE_WEIGHT if HAN_CHARACTER.search(query.text) else 1.0
    fused = weight * _standard(cosines) + (1 - weight) * _standard(lexical) + DOCUMENT_BONUS * named
    for words in QUOTED.findall(query.asked) + _NUMBERED.findall(query.asked):
        texts = _texts(generation, generation.chunks)
        fused += QUOTED_BONUS * np.array([words in text for text in texts])
    fused[~titles.only(query.asked)[owner]] = -np.inf
    if documents is not None:
        fused[~np.isin(owner, documents)] = -np.inf
    best = np.argsort(-fused, kind="stable")[:limit]
    rows = dict.fromkeys([*best, *_beside(owner, best[:neighbours_of])])
    return [
        Hit(int(at), *(float(scores[at]) for scores in (fused, cosines, lexical, named)))
        for at in rows
        if np.isfinite(fused[at])
    ]


def dense(vectors: faiss.Index, vector: NDArray[np.float32]) -> NDArray[np.float32]:
    """(chunks,): cosines; what lies beyond the pool gets the pool's lowest."""
    cosines, rows = vectors.search(vector[None], min(vectors.ntotal, DENSE_POOL))
    scores = np.full(vectors.ntotal, cosines[0, -1], dtype=np.float32)
    scores[rows[0]] = cosines[0]
    return scores


def _of_years(generation: Generation, titles: Titles, asked: str) -> NDArray[np.float32]:
    """(chunks,): `NEXT_YEAR` for those with a year that the question names, in documents that are
    of no year themselves; 0 for all where it says the year of a document.
    """
    bonus = np.zeros(len(generation.chunks), dtype=np.float32)
    wanted = [] if document_years(asked) else years(asked)
    if wanted:
        year = re.compile(rf"(?<!\d)(?:{'|'.join(wanted)})(?!\d)")
        undated = (titles.years == "")[generation.chunks["document"]]
        texts = _texts(generation, generation.chunks[undated])
        bonus[undated] = [NEXT_YEAR * bool(year.search(text)) for text in texts]
    return bonus


def _texts(generation: Generation, chunks: NDArray[Any]) -> Iterator[str]:
    """What each of the chunks says, as the document writes it."""
    places = (chunks[name].tolist() for name in ("document", "start", "end"))
    for at, start, end in zip(*places, strict=True):
        yield generation.documents[at].text[start:end]


def _beside(owner: NDArray[np.int32], chunks: Iterable[int]) -> list[int]:
    """The chunks before and after the given ones, in the same document."""
    steps = ((chunk, chunk + step) for chunk in chunks for step in (-1, 1))
    return [b for a, b in steps if 0 <= b < len(owner) and owner[a] == owner[b]]


def _standard(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """The scores in standard deviations from the mean."""
    deviations: NDArray[np.float32] = (scores - scores.mean()) / (scores.std() + 1e-6)
    return deviations
