"""What comes nearest where nothing answers: passages, and in each the sentence that is meant."""

from __future__ import annotations

import numpy as np

from assistant.query.question import Question
from assistant.sentences.choose import Ranked
from assistant.sentences.ranking import Verdict
from assistant.sentences.reader import Reader
from index import Hit, Query
from index.types import Passage

RELATED = 3  # nearest passages shown below a refusal


def nearest(
    reader: Reader, asked: Question, verdict: Verdict | None
) -> tuple[tuple[Passage, ...], tuple[int, ...]]:
    """The passages, and where in each the best sentence begins: as they were ranked, or, where
    none was looked at, by their vectors.
    """
    index = reader.index
    if verdict:
        ranked = verdict.ranked
        hits = ranked.evidence.hits[:RELATED]
        rows = [_ranked(reader, hit, at, ranked) for at, hit in enumerate(hits)]
    else:
        query = index.query(asked.text)
        hits = tuple(reader.hits(query, RELATED))
        rows = [_alike(reader, hit, query) for hit in hits]
    return tuple(map(index.passage, hits)), tuple(index.place(row)[0] for row in rows)


def _ranked(reader: Reader, hit: Hit, at: int, ranked: Ranked) -> int:
    """The row of the best sentence of the `at`-th hit; its first where it has only heads."""
    own = np.flatnonzero(ranked.evidence.hit == at)
    if not own.size:
        return reader.index.rows(hit.chunk)[0]
    return int(ranked.evidence.rows[own[np.argmax(ranked.scores[own])]])


def _alike(reader: Reader, hit: Hit, query: Query) -> int:
    """The row of the sentence of the hit that is most like the question."""
    rows = reader.index.rows(hit.chunk)
    return rows[int(np.argmax(reader.index.cosines(rows, query)))]
