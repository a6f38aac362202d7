"""How good the answers are, on questions whose answers are known: `youju eval`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant import jsonl
from assistant.asking import Assistant
from assistant.evaluation.measures import (
    Bin,
    Gold,
    Judged,
    Ranking,
    Score,
    Search,
    calibration_error,
    judge,
    ranking,
    reliability,
    score,
)
from assistant.library import scope
from assistant.types import Answer, Quote
from index import Hit, Index, Passage
from index.search import dense

Ask = Callable[[Gold], Answer]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that `youju eval` reports."""

    questions: int
    answerable: int
    scores: tuple[Score, ...]
    reliability: tuple[Bin, ...]
    calibration_error: float | None
    rankings: dict[str, Ranking]
    wrong: tuple[dict[str, Any], ...]


def read_gold(path: Path) -> list[Gold]:
    """The questions of a gold file: {"id", "kind", "question", "doc", "gold", "history",
    "documents"} a line.
    """
    return [_gold(row, place) for place, row in jsonl.read_objects(str(path))]


def evaluate(assistant: Assistant, golds: Sequence[Gold], *, baselines: bool) -> Evaluation:
    """Ask everything, of this program and of what it is compared with."""
    index = assistant.index
    searches: dict[str, Search] = {
        "youju": lambda gold, limit: assistant.search(gold.question, limit, documents=_kept(gold))
    }
    systems: dict[str, Ask] = {
        "youju": lambda gold: assistant.ask(gold.question, gold.history, documents=_kept(gold))
    }
    if baselines:
        # Either half of the search alone.
        searches["bm25"] = partial(_best, index, index.generation.lexical.scores)
        searches["dense"] = partial(_best, index, partial(_cosines, index))
        systems |= {f"{name}: top passage": _top(find) for name, find in searches.items()}
    outcomes = {
        name: [judge(gold, ask(gold), index) for gold in golds] for name, ask in systems.items()
    }
    own = outcomes["youju"]
    bins = reliability(own)
    return Evaluation(
        questions=len(golds),
        answerable=sum(bool(gold.facts) for gold in golds),
        scores=tuple(score(name, done) for name, done in outcomes.items()),
        reliability=bins,
        calibration_error=calibration_error(bins),
        rankings={name: ranking(find, golds) for name, find in searches.items()},
        wrong=tuple(_wrong(one) for one in own if not one.right),
    )


def _gold(row: dict[str, Any], place: str) -> Gold:
    try:
        facts = {f"gold[{n}]": fact for n, fact in enumerate(row["gold"])}
        return Gold(
            id=row["id"],
            kind=row["kind"],
            question=row["question"],
            document=row.get("doc") or "",
            facts=tuple(jsonl.strings(facts, name, place) for name in facts),
            history=jsonl.strings(row, "history", place),
            documents=jsonl.strings(row, "documents", place),
        )
    except (KeyError, TypeError) as error:
        raise jsonl.LineError(
            f'{place}缺少 {error}；每行需要 "id"、"kind"、"question"、"gold"'
        ) from None


def _kept(gold: Gold) -> Sequence[str] | None:
    """The documents that the question keeps to; None for all."""
    return gold.documents or None


def _cosines(index: Index, question: str) -> NDArray[np.float32]:
    return dense(index.generation.vectors, index.query(question).encoded.vector)


def _best(
    index: Index, score: Callable[[str], NDArray[np.float32]], gold: Gold, limit: int
) -> list[Passage]:
    scores = score(gold.question)
    if (kept := scope.resolve(index.documents, _kept(gold))) is not None:
        inside = np.isin(index.generation.chunks["document"], list(map(index.number, kept)))
        scores = np.where(inside, scores, -np.inf)
    rows = np.argsort(-scores, kind="stable")[:limit]
    found = [Hit(int(row), float(scores[row]), 0, 0, 0) for row in rows if np.isfinite(scores[row])]
    return list(map(index.passage, found))


def _top(search: Search) -> Ask:
    """The best passage as it is, whatever it says: what answers would be without choosing."""

    def ask(gold: Gold) -> Answer:
        quotes = tuple(Quote(n=1, **asdict(one)) for one in search(gold, 1))
        return Answer(gold.question, gold.question, bool(quotes), "", quotes)

    return ask


def _wrong(outcome: Judged) -> dict[str, Any]:
    """What is needed to see why an answer is wrong."""
    gold, answer = outcome.gold, outcome.answer
    return {
        "id": gold.id,
        "kind": gold.kind,
        "question": gold.question,
        "gold": gold.facts,
        "answered": answer.answered,
        "quotes": [quote.text for quote in answer.quotes[:3]],
    }
