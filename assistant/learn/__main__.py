"""`python -m assistant.learn`: train, say how good it is on what was held out, and save."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, permutations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.learn.ablation import ablations
from assistant.learn.boosting import calibration
from assistant.learn.cases import (
    FOLDS,
    Case,
    cases,
    foreign,
    held_out,
    judge,
    quoted,
    ranker_of,
    rankers_of_folds,
    train,
)
from assistant.learn.examples import Example, examples, prepare, projected
from assistant.learn.projection import TRAINING_HITS, contest, train_projection
from assistant.ranker import FILE as RANKER_FILE
from assistant.ranker import features_version
from assistant.trees import Trees
from index import Index
from index.encoder import Encoder
from index.late import FILE as LATE_FILE
from index.late import Projection
from index.store import Generation

FOREIGN_QUESTIONS = 1000  # of each source asked of each other
FEW_DOCUMENTS = 5  # a small collection: what stands out there means less


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the learned parts anew.")
    parser.add_argument(
        "source", type=Path, nargs="+",
        help="a folder of documents and a file of questions on them (JSON lines), once or more",
    )  # fmt: skip
    parser.add_argument("--cache", type=Path, required=True, help="where to keep the vectors")
    parser.add_argument("--ablate", action="store_true", help="also: what each part is worth")
    given = parser.parse_args()
    encoder = Encoder.load()
    pairs = list(zip(given.source[::2], given.source[1::2], strict=True))
    sources = [read(*pair, given.cache / str(at), encoder) for at, pair in enumerate(pairs)]
    # The projection learns from the first source alone, and so has seen no document of the others.
    late = projections(sources[0], encoder)
    made = [
        [
            case
            for fold in range(FOLDS)
            for case in gathered(sources[0], late[fold], encoder, [fold])
        ],
        *(gathered(source, late[FOLDS], encoder, range(FOLDS)) for source in sources[1:]),
    ]
    every = list(chain.from_iterable(made))
    rankers = rankers_of_folds(every)
    trees = {"sentences": ranker_of(every)}
    # Last those that have no source to be reported with.
    made.append(
        [
            case
            for asking, asked in permutations(sources, 2)
            for case in elsewhere(asking, asked, late[FOLDS], encoder)
        ]
    )
    judged = judge(list(chain.from_iterable(made)), rankers)
    owner = np.repeat(np.arange(len(made)), [len(of_source) for of_source in made])
    for source, of_source in zip(given.source[1::2], made[:-1], strict=True):
        first, three = quoted(whole(of_source), rankers)
        print(f"{source}: quote@1 {first:.4f}  quote@3 {three:.4f}  ({len(whole(of_source))})")
    if given.ablate:
        print(*ablations(whole(every)), sep="\n", flush=True)
    scores = held_out(judged)
    for at, questions in enumerate(given.source[1::2]):
        report_refusal(str(questions), judged.kind[owner == at], scores[owner == at])
    trees |= {"answerable": train(judged), "literal": train(judged.of(owner == 0))}
    own = owner < len(sources)
    curve = calibration(scores[own], judged.right[own])
    save(late[FOLDS], trees, curve, encoder.fingerprint)


def whole(found: Sequence[Case]) -> list[Case]:
    return [case for case in found if case.kind == "whole"]


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """Documents with raw token vectors, and the questions on them."""

    raw: Generation
    examples: list[Example]
    folds: list[int]  # of the examples, by document


def read(documents: Path, questions: Path, cache: Path, encoder: Encoder) -> Source:
    raw = prepare(documents, cache, encoder)
    found = examples(questions, raw, encoder)
    names = sorted({example.document for example in found})
    return Source(raw, found, [names.index(example.document) % FOLDS for example in found])


def projections(source: Source, encoder: Encoder) -> list[Projection]:
    """One without each fold, and last one of all."""
    pairs = []
    index = Index(Path(), source.raw, encoder, None)
    for example, fold in zip(source.examples, source.folds, strict=True):
        marked = np.zeros(len(source.raw.sentences), dtype=bool)
        marked[example.right] = True
        one = contest(source.raw, index.hits(example.query, TRAINING_HITS), marked)
        if one.right.any():
            pairs.append((example, one, fold))
    return [
        train_projection([(example, one) for example, one, fold in pairs if fold != number])
        for number in range(FOLDS + 1)
    ]


def gathered(
    source: Source, late: Projection, encoder: Encoder, folds: Container[int]
) -> list[Case]:
    """The cases of some folds, with a projection that did not see their documents."""
    index = Index(Path(), projected(source.raw, late), encoder, late)
    return [
        case
        for example, fold in zip(source.examples, source.folds, strict=True)
        if fold in folds
        for case in cases(index, example, fold)
    ]


def elsewhere(asking: Source, asked: Source, late: Projection, encoder: Encoder) -> Iterator[Case]:
    """Questions on one source, asked of another: of all its documents and of a few, in turn."""
    index = Index(Path(), projected(asked.raw, late), encoder, late)
    paths = [document.path for document in index.documents]
    order = np.random.default_rng(0)
    chosen = order.permutation(len(asking.examples))[:FOREIGN_QUESTIONS]
    for turn, at in enumerate(map(int, chosen)):
        few = order.choice(paths, min(FEW_DOCUMENTS, len(paths)), replace=False).tolist()
        yield foreign(index, asking.examples[at], asking.folds[at], few if turn % 2 else None)


def report_refusal(name: str, kind: NDArray[np.str_], scores: NDArray[np.float64]) -> None:
    """Wrongly answered, at a threshold that refuses 4 % of the questions with an answer."""
    threshold = np.quantile(scores[kind == "whole"], 0.04)
    shares = (
        f"{one} {(scores[kind == one] >= threshold).mean():.3f}"
        for one in ("absent", "hollow", "unanswered")
        if (kind == one).any()
    )
    print(f"{name}: wrongly answered at 4 % wrongly refused: {', '.join(shares)}")


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
