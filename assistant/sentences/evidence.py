"""The sentences that might answer, and what speaks for each: the features of the learned ranker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from assistant.query.question import Kind, Question, analyse, words
from assistant.sentences.heads import Head, heads_of, is_rule
from assistant.sentences.signs import signs
from corpus import tidy
from index import Hit, Index, Query
from index.matching import normalise, terms

Floats = NDArray[np.float32]
Which = NDArray[np.bool_]  # (sentences,): those of which something holds


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """The sentences (rows of the sentence table) of the chunks found, in reading order by chunk."""

    rows: NDArray[np.int64]  # (sentences,)
    hits: tuple[Hit, ...]
    hit: NDArray[np.int64]  # (sentences,): which of the hits each belongs to
    texts: tuple[str, ...]  # normalised, for matching
    features: Floats  # (sentences, len(FEATURES))
    heads: Mapping[int, Head]  # of those of `rows` that are of tables; none of these is in `rows`

    def which(self, holds: Callable[[int, str], object]) -> Which:
        """The sentences of which `holds` is true, given the row and the text of each."""
        rows = map(int, self.rows)
        return np.array([bool(holds(*one)) for one in zip(rows, self.texts, strict=True)], bool)

    @property
    def none(self) -> Which:
        return np.zeros(len(self.rows), dtype=bool)


FEATURES = (
    "late", "late_previous", "late_next", "late_chunk", "late_from_best", "late_rank", "weakest",
    "weakest_chunk", "plain_late", "late_telling", "late_telling_from_best", "late_over_usual",
    "late_with_previous", "late_document", "late_document_from_best",
    "cosine", "cosine_from_best", "chunk_cosine", "chunk_cosine_from_best", "chunk_score",
    "chunk_score_from_best", "chunk_rank", "lexical_share", "document_score_from_best",
    "overlap", "overlap_dense", "overlap_neighbours", "overlap_chunk", "overlap_from_best",
    "common_run", "rarest_missing", "rarest_missing_around", "rarest_missing_chunk",
    "focus", "focus_from_best", "focus_around", "focus_missing",
    "fits_kind", "new_number", "unit", "new_date", "new_words", "reason", "measure", "definition",
    "place",
    "list_marks", "anaphora", "length", "position", "place_in_document", "heading",
    "question_length",
    *(f"asks_{kind}" for kind in Kind),
)  # fmt: skip


def gather(
    index: Index, query: Query, hits: Sequence[Hit], *, without: NDArray[np.int64] | None = None
) -> Evidence:
    """The sentences of the hits with their features, but for the rows `without`."""
    question, chunks = analyse(query.text), [index.rows(hit.chunk) for hit in hits]
    rows = np.array([*chain.from_iterable(chunks)], dtype=np.int64)
    hit = np.repeat(np.arange(len(hits)), [*map(len, chunks)])
    if without is not None:
        rows, hit = rows[~np.isin(rows, without)], hit[~np.isin(rows, without)]
    heads = heads_of(index, map(int, rows))
    headed = [one for head in heads.values() for one in head]  # say nothing by themselves
    rules = np.array([is_rule(index.sentence(int(row))) for row in rows], dtype=bool)
    says = ~(np.isin(rows, headed) | rules)
    rows, hit = rows[says], hit[says]

    def text(row: int) -> str:
        return normalise(tidy(index.sentence(row)))

    texts = tuple(" ".join(map(text, (*heads.get(row, ()), row))) for row in map(int, rows))
    documents = index.owners[rows]
    columns = {
        **_late(index, query, rows, hit, documents, heads),
        **_dense(index, query, rows, hits, hit, documents),
        **_overlap(index, question, texts, hit),
        **signs(question, texts),
        **_place(index, rows),
    }
    features = np.stack([np.broadcast_to(columns[name], len(rows)) for name in FEATURES], axis=1)
    return Evidence(rows, tuple(hits), hit, texts, features.astype(np.float32), heads)


def _late(
    index: Index,
    query: Query,
    rows: NDArray[np.int64],
    hit: NDArray[np.int64],
    documents: NDArray[np.int32],
    heads: Mapping[int, Head],
) -> dict[str, Floats]:
    """Late interaction: for each question token its best token of the sentence, weighted.

    Khattab & Zaharia, ColBERT, SIGIR 2020; here over projected tokens of a frozen model.
    """
    if query.tokens is None or not len(rows):
        nothing = np.zeros(len(rows), dtype=np.float32)
        names = [name for name in FEATURES if name.startswith(("late", "weakest", "plain"))]
        return dict.fromkeys(names, nothing)
    weights = np.linalg.norm(query.tokens, axis=1)
    units = query.tokens / weights[:, None]
    best = np.full((len(rows), len(units)), -1.0, dtype=np.float32)
    for at, row in enumerate(map(int, rows)):
        for one in {row, *heads.get(row, ())}:
            tokens = index.tokens(one)
            if len(tokens):
                best[at] = np.maximum(best[at], (tokens @ units.T).max(axis=0))
    chunk_best = np.stack([best[hit == number].max(axis=0) for number in hit])
    scores = best @ weights
    heavy = weights >= np.median(weights)
    same_before = np.r_[False, hit[1:] == hit[:-1]]
    same_after = np.r_[hit[1:] == hit[:-1], False]
    previous = np.where(same_before[:, None], np.roll(best, 1, axis=0), -1.0)
    # A token that every sentence matches alike tells nothing; one that few match tells most.
    telling = weights * best.std(axis=0)
    telling = best @ (telling / max(float(telling.sum()), 1e-6))
    usual = np.stack([best[documents == one].mean(axis=0) for one in documents])
    document = np.stack([best[documents == one].max(axis=0) for one in documents]) @ weights
    return {
        "late_telling": telling,
        "late_telling_from_best": telling - telling.max(),
        "late_over_usual": (best - usual) @ weights,
        "late_with_previous": np.maximum(best, previous) @ weights,
        "late_document": document,
        "late_document_from_best": document - document.max(),
        "late": scores,
        "late_previous": np.where(same_before, np.roll(scores, 1), 0),
        "late_next": np.where(same_after, np.roll(scores, -1), 0),
        "late_chunk": chunk_best @ weights,
        "late_from_best": scores - scores.max(),
        "late_rank": np.argsort(np.argsort(-scores)).astype(np.float32),
        "weakest": best[:, heavy].min(axis=1),
        "weakest_chunk": chunk_best[:, heavy].min(axis=1),
        "plain_late": best.mean(axis=1),
    }


def _dense(
    index: Index,
    query: Query,
    rows: NDArray[np.int64],
    hits: Sequence[Hit],
    hit: NDArray[np.int64],
    documents: NDArray[np.int32],
) -> dict[str, Floats]:
    cosines = index.cosines(rows, query)
    dense, score, lexical = (
        np.array([getattr(h, name) for h in hits], dtype=np.float32)
        for name in ("dense", "score", "lexical")
    )
    of_document = np.array([score[hit][documents == one].max() for one in documents])
    return {
        "document_score_from_best": of_document - score.max(initial=0),
        "cosine": cosines,
        "cosine_from_best": cosines - cosines.max(initial=0),
        "chunk_cosine": dense[hit],
        "chunk_cosine_from_best": dense[hit] - dense.max(initial=0),
        "chunk_score": score[hit],
        "chunk_score_from_best": score[hit] - score.max(initial=0),
        "chunk_rank": hit.astype(np.float32),
        "lexical_share": lexical[hit] / max(float(lexical.max(initial=0)), 1e-6),
    }


def _overlap(
    index: Index, question: Question, texts: Sequence[str], hit: NDArray[np.int64]
) -> dict[str, Floats]:
    """Shares of the question's units, weighted by rarity, that stand in the sentence and around."""
    units = list(dict.fromkeys(terms(question.text)))
    rarity = np.array([index.rarity(unit) for unit in units])
    focused = rarity * np.isin(units, words(question.focus))
    focus_total = max(float(focused.sum()), 1e-6)
    total = max(float(rarity.sum()), 1e-6)
    present = np.array([[unit in text for unit in units] for text in texts], dtype=bool)
    present = present.reshape(len(texts), len(units))
    around = present.copy()
    same = hit[1:] == hit[:-1]
    around[1:][same] |= present[:-1][same]
    around[:-1][same] |= present[1:][same]
    chunk = np.stack([present[hit == number].any(axis=0) for number in hit]) if len(hit) else around
    share = present @ rarity / total
    plain = question.plain
    lengths = np.array([len(text) for text in texts], dtype=np.float32)
    usual_length = max(float(lengths.sum()) / max(len(texts), 1), 1.0)
    missing = {
        "rarest_missing": present,
        "rarest_missing_around": around,
        "rarest_missing_chunk": chunk,
    }
    focus = present @ focused / focus_total
    return {
        "focus": focus,
        "focus_from_best": focus - focus.max(initial=0),
        "focus_around": around @ focused / focus_total,
        "focus_missing": (~present * focused).max(axis=1, initial=0),
        **{name: (~found * rarity).max(axis=1, initial=0) for name, found in missing.items()},
        "overlap_dense": share / (1 + 0.75 * (lengths / usual_length - 1)),
        "overlap": share,
        "overlap_neighbours": around @ rarity / total,
        "overlap_chunk": chunk @ rarity / total,
        "overlap_from_best": share - share.max(initial=0),
        "common_run": np.array([_common_run(plain, text) for text in texts], dtype=np.float32),
    }


def _common_run(question: str, text: str) -> float:
    """The longest stretch of the question that stands in the text, as a share of the question."""
    best = 0
    for start in range(len(question)):
        while start + best < len(question) and question[start : start + best + 1] in text:
            best += 1
    return best / max(len(question), 1)


def _place(index: Index, rows: NDArray[np.int64]) -> dict[str, Floats]:
    table, chunks = index.generation.sentences[rows], index.generation.chunks
    lengths = np.array([len(document.text) for document in index.documents])
    owner = chunks[table["chunk"]]
    return {
        "position": (rows - owner["sentence"]).astype(np.float32),
        "place_in_document": table["start"] / np.maximum(lengths[owner["document"]], 1),
        "heading": table["heading"].astype(np.float32),
    }
