"""`python -m assistant.learn`: train, say how good it is on what was held out, and save."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator, Sequence
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
    best_sentences,
    cases,
    held_out,
    quoted,
    ranker_of,
    rankers_of_folds,
    train_judgement,
    train_literal,
    unanswerable,
)
from assistant.learn.examples import Example, examples, prepare, projected
from assistant.learn.late import Contest, contest, train_late
from assistant.learn.nearmisses import near_misses
from assistant.sentences.ranker import FILE as RANKER_FILE
from assistant.sentences.ranker import features_version
from assistant.sentences.trees import Trees
from index import Index
from index.encoder import Encoder
from index.generation import Generation
from index.late import FILE as LATE_FILE
from index.late import Projection, tensors_of
from index.learned import save_tensors

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
    late = projections(sources)
    made = [gathered(source, late, encoder) for source in sources]
    for source, questions in zip(sources, given.source[1::2], strict=True):
        print(f"{questions}: right document first {first_document(source, late, encoder):.4f}")
    every = list(chain.from_iterable(made))
    rankers = rankers_of_folds(every)
    trees = {"sentences": ranker_of(every)}
    # Last those that have no source to be reported with.
    made.append(
        [
            case
            for asking, asked in permutations(sources, 2)
            for case in elsewhere(asking, asked, late, encoder)
        ]
    )
    best = best_sentences(list(chain.from_iterable(made)), rankers)
    owner = np.repeat(np.arange(len(made)), [len(of_source) for of_source in made])
    for source, of_source in zip(given.source[1::2], made[:-1], strict=True):
        first, three = quoted(whole(of_source), rankers)
        print(f"{source}: quote@1 {first:.4f}  quote@3 {three:.4f}  ({len(whole(of_source))})")
    if given.ablate:
        print(*ablations(whole(every)), sep="\n", flush=True)
    scores = held_out(best)
    for at, questions in enumerate(given.source[1::2]):
        report_refusal(str(questions), best.kind[owner == at], scores[owner == at])
    trees["present"], trees["answers"] = train_judgement(best)
    trees["literal"] = train_literal(best.of(owner == 0))
    own = owner < len(sources)
    curve = calibration(scores[own], best.right[own])
    save(late[FOLDS], trees, curve, encoder.fingerprint)


def whole(found: Sequence[Case]) -> list[Case]:
    return [case for case in found if case.kind == "whole"]


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """Documents with raw token vectors, and the questions on them."""

    raw: Generation
    examples: list[Example]
    folds: list[int]  # of the examples, by document
    contests: list[Contest | None]  # one for each example


def read(documents: Path, questions: Path, cache: Path, encoder: Encoder) -> Source:
    raw = prepare(documents, cache, encoder)
    found = examples(questions, raw, encoder)
    names = sorted({example.document for example in found})
    folds = [names.index(example.document) % FOLDS for example in found]
    index, vectors = Index(Path(), raw, encoder, None), raw.vectors.reconstruct_n()
    contests = [contest(index, one, vectors) if len(one.right) else None for one in found]
    return Source(raw, found, folds, contests)


def projections(sources: Sequence[Source]) -> list[Projection]:
    """One without each fold, and last one of all."""
    pairs = [
        (one, fold)
        for source in sources
        for one, fold in zip(source.contests, source.folds, strict=True)
        if one
    ]
    return [train_late([one for one, fold in pairs if fold != n]) for n in range(FOLDS + 1)]


def of_folds(
    source: Source, late: Sequence[Projection], encoder: Encoder
) -> Iterator[tuple[int, Index]]:
    """For each fold the documents as the program would know them, learned without the fold."""
    for fold in range(FOLDS):
        generation = projected(source.raw, late[fold])
        yield fold, Index(Path(), generation, encoder.adapted(late[fold].adapter), late[fold])


def gathered(source: Source, late: Sequence[Projection], encoder: Encoder) -> list[Case]:
    plain = Index(Path(), source.raw, encoder, None)
    near = near_misses(plain, source.examples, encoder)
    made = []
    for number, index in of_folds(source, late, encoder):
        for example, question, fold in zip(source.examples, near, source.folds, strict=True):
            if fold == number:
                made += cases(index, example, fold)
                made += [unanswerable("near", index, question, fold)] if question else []
    return made


def first_document(source: Source, late: Sequence[Projection], encoder: Encoder) -> float:
    """Share of the questions with an answer whose first chunk is of the right document."""
    right = [
        [index.passage(hit).document for hit in index.hits(index.query(example.query.asked), 1)]
        == [example.document]
        for number, index in of_folds(source, late, encoder)
        for example, fold in zip(source.examples, source.folds, strict=True)
        if fold == number and len(example.right)
    ]
    return float(np.mean(right))


def elsewhere(
    asking: Source, asked: Source, late: Sequence[Projection], encoder: Encoder
) -> Iterator[Case]:
    """Questions on one source, asked of another: of all its documents and of a few, in turn."""
    order = np.random.default_rng(0)
    chosen = order.permutation(len(asking.examples))[:FOREIGN_QUESTIONS]
    for number, index in of_folds(asked, late, encoder):
        paths = [document.path for document in index.documents]
        for turn, at in enumerate(map(int, chosen)):
            if (fold := asking.folds[at]) == number:
                few = order.choice(paths, min(FEW_DOCUMENTS, len(paths)), replace=False).tolist()
                question = asking.examples[at].query.asked
                yield unanswerable("foreign", index, question, fold, few if turn % 2 else None)


def report_refusal(name: str, kind: NDArray[np.str_], scores: NDArray[np.float64]) -> None:
    """Wrongly answered, at a threshold that refuses 4 % of the questions with an answer."""
    threshold = np.quantile(scores[kind == "whole"], 0.04)
    shares = (
        f"{one} {(scores[kind == one] >= threshold).mean():.3f}"
        for one in ("absent", "near", "hollow", "unanswered")
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
        "question": late.question,
        "text": late.text,
        "weight": late.weight,
        "bias": np.array([late.bias]),
        **tensors_of(late.adapter),
    }
    version = hashlib.sha256(late.text.astype(np.float16).tobytes()).hexdigest()[:12]
    save_tensors(LATE_FILE, tensors, fingerprint=fingerprint, version=version)
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
