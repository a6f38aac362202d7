"""`python -m assistant.learn`: train, say how good it is on what was held out, and save."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.learn.boosting import calibration, train_answerable, train_ranker
from assistant.learn.cases import FOLDS, Case, cases, held_out, judge, refusals, visible
from assistant.learn.examples import Example, examples, holds_answer, prepare, projected
from assistant.learn.projection import TRAINING_HITS, contest, train_projection
from assistant.ranker import FILE as RANKER_FILE
from assistant.ranker import features_version
from assistant.trees import Trees
from index import Index, Query
from index.encoder import Encoder
from index.late import FILE as LATE_FILE
from index.late import Projection
from index.store import Generation


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the learned parts anew.")
    parser.add_argument("documents", type=Path, help="folder of documents")
    parser.add_argument("questions", type=Path, help="gold questions on them (JSON lines)")
    parser.add_argument("--cache", type=Path, required=True, help="where to keep the vectors")
    given = parser.parse_args()
    encoder = Encoder.load()
    raw = prepare(given.documents, given.cache, encoder)
    found = examples(given.questions, raw, encoder)
    right = [np.flatnonzero(holds_answer(raw, example)) for example in found]
    names = sorted({example.document for example in found})
    fold = np.array([names.index(example.document) % FOLDS for example in found])
    late = projections(raw, found, right, fold, encoder)
    made = out_of_fold(raw, found, right, fold, late, encoder)
    contests = [(case.whole, case.right) for case in made]
    rankers = [
        train_ranker([one for one, of in zip(contests, fold, strict=True) if of != number])
        for number in range(FOLDS)
    ]
    judged = judge(made, [rankers[number] for number in fold])
    report_ranking(made, [rankers[number] for number in fold])
    trees = {"sentences": train_ranker(contests)}
    for name, everything in (("answerable", True), ("relative", False)):
        whole, absent, hollow = held_out(judged, fold, everything=everything)
        print(
            f"{name}: wrongly answered at 4 % wrongly refused: document absent "
            f"{refusals(whole, absent, 0.04):.3f}, sentence absent "
            f"{refusals(whole, hollow, 0.04):.3f}"
        )
        if everything:
            nothing = np.zeros(2 * len(whole), dtype=bool)
            scores = np.concatenate([whole, absent, hollow])
            curve = calibration(scores, np.concatenate([judged.right, nothing]))
        features = visible(judged.features, everything)
        trees[name] = train_answerable(features, judged.answerable, judged.weights)
    save(late[FOLDS], trees, curve, encoder.fingerprint)


def projections(
    raw: Generation,
    found: Sequence[Example],
    right: Sequence[NDArray[np.int64]],
    fold: NDArray[np.int64],
    encoder: Encoder,
) -> list[Projection]:
    """One without each fold, and last one of all."""
    index = Index(Path(), raw, encoder, None)
    pairs = []
    for example, rows in zip(found, right, strict=True):
        hits = index.hits(
            Query(example.question, example.question, example.encoded, None), TRAINING_HITS
        )
        marked = np.zeros(len(raw.sentences), dtype=bool)
        marked[rows] = True
        pairs.append((example, contest(raw, hits, marked)))
    made = []
    for number in range(FOLDS + 1):
        made.append(
            train_projection(
                [
                    pair
                    for pair, of in zip(pairs, fold, strict=True)
                    if of != number and pair[1].right.any()
                ]
            )
        )
    return made


def out_of_fold(
    raw: Generation,
    found: Sequence[Example],
    right: Sequence[NDArray[np.int64]],
    fold: NDArray[np.int64],
    late: Sequence[Projection],
    encoder: Encoder,
) -> list[Case]:
    """The cases, each with the projection that did not see its document."""
    made: dict[int, Case] = {}
    for number in range(FOLDS):
        index = Index(Path(), projected(raw, late[number]), encoder, late[number])
        here = np.flatnonzero(fold == number).tolist()
        of_fold = cases(index, [found[at] for at in here], [right[at] for at in here])
        made.update(zip(here, of_fold, strict=True))
    return [made[at] for at in range(len(found))]


def report_ranking(made: Sequence[Case], trees: Sequence[Trees]) -> None:
    """quote@1 and quote@3 on documents not trained on."""
    first = three = 0
    for case, one in zip(made, trees, strict=True):
        order = np.argsort(-one.score(case.whole.features), kind="stable")
        first += int(case.right[order[0]])
        three += bool(case.right[order[:3]].any())
    print(f"quote@1 {first / len(made):.4f}  quote@3 {three / len(made):.4f}  ({len(made)})")


def save(
    late: Projection,
    trees: dict[str, Trees],
    curve: tuple[float, float],
    fingerprint: str,
) -> None:
    """Write both files that the program loads."""
    from safetensors.numpy import save_file

    tensors = {
        "question": late.question.astype(np.float16),
        "text": late.text.astype(np.float16),
        "weight": late.weight.astype(np.float16),
        "bias": np.array([late.bias], np.float16),
    }
    tensors = {name: np.ascontiguousarray(tensor) for name, tensor in tensors.items()}
    version = hashlib.sha256(b"".join(t.tobytes() for t in tensors.values())).hexdigest()[:12]
    save_file(tensors, LATE_FILE, metadata={"fingerprint": fingerprint, "version": version})
    parts = {
        f"{name}.{part}": np.ascontiguousarray(getattr(one, part))
        for name, one in trees.items()
        for part in Trees.PARTS
    }
    parts |= {f"{name}.depth": np.array([one.depth], np.int32) for name, one in trees.items()}
    parts["calibration"] = np.array(curve)
    about = {"fingerprint": fingerprint, "features": features_version()}
    save_file(parts, RANKER_FILE, metadata=about)


if __name__ == "__main__":
    main()
