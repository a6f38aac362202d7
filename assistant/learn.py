"""Train the learned parts: `python -m assistant.learn --help`. Not needed to use the program.

1. The projection of token vectors (index/late.safetensors): late interaction over a frozen model,
   softmax over the sentences of the passages found, those that hold the answer being right.
2. The ranker of sentences (LambdaMART over the features of assistant.evidence).
3. Whether the best sentence answers at all: the same questions once with their document in the
   index and once without it, or without the sentences that hold the answer.

Everything is checked on documents it was not trained on: folds are by document, and the ranker
sees projections that were trained without the document at hand.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

import corpus
from assistant.evidence import FEATURES, Evidence, gather
from assistant.question import analyse
from assistant.ranker import FILE as RANKER_FILE
from assistant.ranker import HITS, NEIGHBOURS_OF, answerable_features, without_lexical
from assistant.trees import Trees
from index import Index, Query, store, write
from index.encoder import Encoded, Encoder
from index.late import FILE as LATE_FILE
from index.late import Projection
from index.search import Hit
from index.store import Generation

FOLDS = 5
PROJECTED = 96  # dimensions; 64 loses a point, 128 gains nothing
TRAINING_HITS = 6  # chunks whose sentences compete while training the projection


class RawTokens:
    """Keeps token vectors as they are, to project them later."""

    def text_tokens(self, tokens: NDArray[np.float32]) -> NDArray[np.float16]:
        return tokens.astype(np.float16)


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A question, what the model makes of it, and where its answer stands."""

    question: str
    document: str  # path
    answers: tuple[str, ...]  # without white space
    encoded: Encoded


def flat(text: str) -> str:
    return "".join(text.split())


def prepare(sources: Path, cache: Path, encoder: Encoder) -> Generation:
    """The documents split and embedded, with raw token vectors (float16, as pairs of bytes)."""
    marker = cache / "CURRENT"
    if not marker.exists():
        split = []
        for file, path in corpus.find([sources]):
            document = corpus.read(file, path)
            split.append((document, corpus.split(document)))
        aside = store.new_folder(cache)
        write.parts(aside, split, encoder, RawTokens(), None, _report)
        manifest = {
            "format": store.FORMAT,
            "dimension": encoder.dimension,
            "token_dimension": 2 * encoder.dimension,
            "files": {document.path: document.sha256 for document, _ in split},
        }
        store.write_json(aside / "notes.json", {})
        store.write_json(aside / "manifest.json", manifest)
        store.switch(cache, aside.name)
    return store.open_generation(cache, store.current(cache))


def _report(done: int, total: int) -> None:
    print(f"\r{done}/{total}", end="", file=sys.stderr)


def projected(generation: Generation, late: Projection) -> Generation:
    """The generation with its raw token vectors projected."""
    raw = generation.tokens.view("<f2")
    parts = [
        late.text_tokens(raw[at : at + 65536].astype(np.float32))
        for at in range(0, len(raw), 65536)
    ]
    return replace(generation, tokens=np.concatenate(parts))


def examples(questions: Path, generation: Generation, encoder: Encoder) -> list[Example]:
    """One per line of a gold file whose questions have an answer."""
    paths = {Path(document.path).stem: document.path for document in generation.documents}
    rows = [json.loads(line) for line in questions.read_text("utf-8").splitlines()]
    rows = [row for row in rows if row["gold"]]
    encoded = encoder.questions([row["question"] for row in rows])
    return [
        Example(row["question"], paths[row["doc"]], tuple(map(flat, row["gold"][0])), one)
        for row, one in zip(rows, encoded, strict=True)
    ]


def holds_answer(generation: Generation, example: Example) -> NDArray[np.bool_]:
    """(sentences,): whether each holds the answer, in the example's own document."""
    number = next(
        at for at, d in enumerate(generation.documents) if d.path == example.document
    )
    text = generation.documents[number].text
    owner = generation.chunks["document"][generation.sentences["chunk"]]
    right = np.zeros(len(generation.sentences), dtype=bool)
    for row in np.flatnonzero(owner == number):
        sentence = generation.sentences[row]
        content = flat(text[sentence["start"] : sentence["end"]])
        right[row] = any(answer in content for answer in example.answers)
    return right


class LateInteraction(nn.Module):
    """Projections of both sides and the weight of each question token; trained as one."""

    def __init__(self, dimension: int) -> None:
        super().__init__()
        self.text = nn.Linear(dimension, PROJECTED, bias=False)
        self.question = nn.Linear(dimension, PROJECTED, bias=False)
        self.weight = nn.Linear(dimension, 1)
        self.scale = nn.Parameter(torch.tensor(3.0))
        self.dropout = nn.Dropout(0.15)
        nn.init.orthogonal_(self.text.weight)
        self.question.weight.data.copy_(self.text.weight.data)
        nn.init.zeros_(self.weight.weight)
        nn.init.zeros_(self.weight.bias)

    def forward(
        self, question: torch.Tensor, text: torch.Tensor, places: torch.Tensor
    ) -> torch.Tensor:
        """Scores (sentences,). `places` (sentences, longest) indexes tokens; -1 is padding."""
        kept = self.dropout(torch.ones(question.shape[1]))  # the same dimensions on both sides
        question, text = question * kept, text * kept
        weights = functional.softplus(self.weight(question)).squeeze(1)
        similar = functional.normalize(self.question(question), dim=1) @ functional.normalize(
            self.text(text), dim=1
        ).T
        best = torch.where(places >= 0, similar[:, places], -1.0).amax(dim=2)
        scores: torch.Tensor = self.scale.exp() * (weights / weights.sum()) @ best
        return scores

    def projection(self, version: str) -> Projection:
        def plain(tensor: torch.Tensor) -> NDArray[np.float32]:
            return tensor.detach().numpy().astype(np.float32)

        return Projection(
            plain(self.question.weight.T),
            plain(self.text.weight.T),
            plain(self.weight.weight[0]),
            float(self.weight.bias.detach()),
            version,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Contest:
    """The sentences that compete for a question, and which of them are right."""

    tokens: NDArray[np.float16]  # (tokens, dimension)
    places: NDArray[np.int64]  # (sentences, longest), see LateInteraction
    right: NDArray[np.bool_]


def contest(
    generation: Generation, hits: Sequence[Hit], right: NDArray[np.bool_]
) -> Contest:
    raw = generation.tokens.view("<f2")
    chunks = generation.chunks[[hit.chunk for hit in hits]]
    rows = np.concatenate([np.arange(c["sentence"], c["sentence"] + c["sentences"]) for c in chunks])
    rows = rows[generation.sentences["tokens"][rows] > 0]
    table = generation.sentences[rows]
    tokens = np.concatenate([raw[s["token"] : s["token"] + s["tokens"]] for s in table])
    firsts = np.cumsum(table["tokens"]) - table["tokens"]
    steps = np.arange(table["tokens"].max())[None]
    places = np.where(steps < table["tokens"][:, None], firsts[:, None] + steps, -1)
    return Contest(tokens, places, right[rows])


def train_projection(
    pairs: Sequence[tuple[Example, Contest]], *, epochs: int = 1, batch: int = 4
) -> Projection:
    """One epoch is enough; more overfit."""
    torch.manual_seed(0)
    model = LateInteraction(pairs[0][0].encoded.tokens.shape[1])
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=1e-2)
    steps = max(1, epochs * len(pairs) // batch)
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.1, steps)
    order = np.random.default_rng(0)
    for _ in range(epochs):
        shuffled = order.permutation(len(pairs))
        for first in range(0, len(pairs) - batch + 1, batch):
            optimiser.zero_grad()
            losses = [_loss(model, *pairs[at]) for at in shuffled[first : first + batch]]
            torch.stack(losses).sum().backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            schedule.step()
    return model.eval().projection(version="")


def evidence(
    index: Index,
    example: Example,
    documents: Sequence[str] | None = None,
    *,
    without: NDArray[np.int64] | None = None,
) -> Evidence:
    """As it is gathered when a question is asked; from some documents, or without sentences."""
    late = index.late
    query = Query(
        example.question,
        example.encoded,
        late.question_tokens(example.encoded.tokens) if late else None,
    )
    hits = index.hits(query, HITS, documents, neighbours_of=NEIGHBOURS_OF)
    return gather(index, query, analyse(example.question), hits, without=without)


def train_ranker(
    contests: Sequence[tuple[Evidence, NDArray[np.bool_]]], rounds: int = 200
) -> Trees:
    """LambdaMART (Burges 2010): for each question its sentences, and which of them are right."""
    import lightgbm

    data = lightgbm.Dataset(
        np.concatenate([one.features for one, _ in contests]),
        np.concatenate([right.astype(int) for _, right in contests]),
        group=[len(one.rows) for one, _ in contests],
    )
    settings = {
        **_BOOSTING,
        "objective": "lambdarank",
        "num_leaves": 31,
        "lambdarank_truncation_level": 5,
    }
    return from_lightgbm(lightgbm.train(settings, data, rounds))


def train_answerable(
    features: NDArray[np.float32],
    answerable: NDArray[np.bool_],
    weights: NDArray[np.float32],
    rounds: int = 250,
) -> Trees:
    """Whether there is an answer at all; raw scores, to be calibrated."""
    import lightgbm

    data = lightgbm.Dataset(features, answerable.astype(int), weight=weights)
    settings = {**_BOOSTING, "objective": "binary", "num_leaves": 15}
    return from_lightgbm(lightgbm.train(settings, data, rounds))


_BOOSTING = {
    "learning_rate": 0.05,
    "min_data_in_leaf": 50,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 1.0,
    "verbose": -1,
    "seed": 0,
    "deterministic": True,
}


def from_lightgbm(booster: Any) -> Trees:
    """The trees of a LightGBM model as plain arrays."""
    nodes: list[tuple[int, float, int, int, float]] = []
    roots, depth = [], 0

    def add(node: dict[str, Any], level: int) -> int:
        nonlocal depth
        depth = max(depth, level)
        at = len(nodes)
        if "leaf_value" in node:
            nodes.append((0, 0.0, at, at, node["leaf_value"]))
            return at
        nodes.append((0, 0.0, at, at, 0.0))
        left = add(node["left_child"], level + 1)
        right = add(node["right_child"], level + 1)
        nodes[at] = (node["split_feature"], node["threshold"], left, right, 0.0)
        return at

    for tree in booster.dump_model()["tree_info"]:
        roots.append(add(tree["tree_structure"], 0))
    feature, threshold, left, right, value = zip(*nodes, strict=True)
    return Trees(
        np.array(feature, np.int32),
        np.array(threshold, np.float64),
        np.array(left, np.int32),
        np.array(right, np.int32),
        np.array(value, np.float64),
        np.array(roots, np.int32),
        depth,
    )


def calibration(
    scores: NDArray[np.float64], right: NDArray[np.bool_]
) -> tuple[float, float]:
    """Slope and intercept of the logistic curve through (score, right), by Newton's method."""
    slope, intercept = 1.0, 0.0
    for _ in range(50):
        p = 1 / (1 + np.exp(-(slope * scores + intercept)))
        gradient = np.array([((right - p) * scores).sum(), (right - p).sum()])
        w = p * (1 - p)
        curvature = np.array(
            [[(w * scores**2).sum(), (w * scores).sum()], [(w * scores).sum(), w.sum()]]
        )
        step = np.linalg.solve(curvature + 1e-6 * np.eye(2), gradient)
        slope, intercept = slope + step[0], intercept + step[1]
    return float(slope), float(intercept)


def _loss(model: LateInteraction, example: Example, one: Contest) -> torch.Tensor:
    scores = model(
        torch.from_numpy(example.encoded.tokens),
        torch.from_numpy(one.tokens.astype(np.float32)),
        torch.from_numpy(one.places),
    )
    return torch.logsumexp(scores, 0) - torch.logsumexp(scores[torch.from_numpy(one.right)], 0)


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """The evidence for a question: as it is, without its document, without the right sentences."""

    whole: Evidence
    absent: Evidence
    hollow: Evidence
    right: NDArray[np.bool_]  # for the sentences of `whole`


def cases(
    index: Index, found: Sequence[Example], right: Sequence[NDArray[np.int64]]
) -> list[Case]:
    paths = [document.path for document in index.documents]
    made = []
    for example, rows in zip(found, right, strict=True):
        whole = evidence(index, example)
        others = [path for path in paths if path != example.document]
        absent = evidence(index, example, others)
        hollow = evidence(index, example, without=rows)
        made.append(Case(whole, absent, hollow, np.isin(whole.rows, rows)))
    return made


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Features of the best sentence of each kind of evidence, and whether it was the right one."""

    whole: NDArray[np.float32]
    absent: NDArray[np.float32]
    hollow: NDArray[np.float32]
    right: NDArray[np.bool_]

    @property
    def features(self) -> NDArray[np.float32]:
        return np.concatenate([self.whole, self.absent, self.hollow])

    @property
    def answerable(self) -> NDArray[np.bool_]:
        return np.repeat([True, False, False], len(self.whole))

    @property
    def weights(self) -> NDArray[np.float32]:
        # A document without the sentence may still answer otherwise, so that counts for less.
        return np.repeat(np.array([1.0, 1.0, 0.5], np.float32), len(self.whole))

    def of(self, which: NDArray[np.bool_]) -> Judged:
        return Judged(self.whole[which], self.absent[which], self.hollow[which], self.right[which])


def judge(found: Sequence[Case], trees: Sequence[Trees]) -> Judged:
    """With the ranker that did not see the question, one for each case."""
    columns = [
        np.array(
            [
                answerable_features(getattr(case, kind), one.score(getattr(case, kind).features))
                for case, one in zip(found, trees, strict=True)
            ]
        )
        for kind in ("whole", "absent", "hollow")
    ]
    right = [
        case.right[one.score(case.whole.features).argmax()]
        for case, one in zip(found, trees, strict=True)
    ]
    return Judged(*columns, np.array(right))


def held_out(
    judged: Judged, fold: NDArray[np.int64], *, lexical: bool
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Raw scores of whole, absent and hollow, each by trees that did not see the question."""
    scores = [np.zeros(len(fold)) for _ in range(3)]
    for number in range(FOLDS):
        seen = judged.of(fold != number)
        trees = train_answerable(_seen(seen.features, lexical), seen.answerable, seen.weights)
        rest = judged.of(fold == number)
        for kind, score in zip(("whole", "absent", "hollow"), scores, strict=True):
            score[fold == number] = trees.score(_seen(getattr(rest, kind), lexical))
    return scores[0], scores[1], scores[2]


def _seen(features: NDArray[np.float32], lexical: bool) -> NDArray[np.float32]:
    return features if lexical else without_lexical(features)


def refusals(whole: NDArray[np.float64], other: NDArray[np.float64], share: float) -> float:
    """Wrongly answered, at a threshold that refuses `share` of the questions with an answer."""
    return float((other >= np.quantile(whole, share)).mean())


def save(
    late: Projection,
    trees: dict[str, Trees],
    curves: dict[str, tuple[float, float]],
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
    parts |= {f"{name}.calibration": np.array(curve) for name, curve in curves.items()}
    about = {"fingerprint": fingerprint, "features": json.dumps(list(FEATURES))}
    save_file(parts, RANKER_FILE, metadata=about)


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
    trees, curves = {"sentences": train_ranker(contests)}, {}
    for name, lexical in (("answerable", True), ("foreign", False)):
        whole, absent, hollow = held_out(judged, fold, lexical=lexical)
        print(f"{name}: wrongly answered at 4 % wrongly refused: document absent "
              f"{refusals(whole, absent, 0.04):.3f}, sentence absent "
              f"{refusals(whole, hollow, 0.04):.3f}")  # fmt: skip
        nothing = np.zeros(2 * len(whole), dtype=bool)
        curves[name] = calibration(
            np.concatenate([whole, absent, hollow]), np.concatenate([judged.right, nothing])
        )
        features = _seen(judged.features, lexical)
        trees[name] = train_answerable(features, judged.answerable, judged.weights)
    save(late[FOLDS], trees, curves, encoder.fingerprint)


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
        hits = index.hits(Query(example.question, example.encoded, None), TRAINING_HITS)
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
        here = np.flatnonzero(fold == number)
        of_fold = cases(index, [found[at] for at in here], [right[at] for at in here])
        made.update(zip(here.tolist(), of_fold, strict=True))
    return [made[at] for at in range(len(found))]


def report_ranking(made: Sequence[Case], trees: Sequence[Trees]) -> None:
    """quote@1 and quote@3 on documents not trained on."""
    first = three = 0
    for case, one in zip(made, trees, strict=True):
        order = np.argsort(-one.score(case.whole.features), kind="stable")
        first += int(case.right[order[0]])
        three += bool(case.right[order[:3]].any())
    print(f"quote@1 {first / len(made):.4f}  quote@3 {three / len(made):.4f}  ({len(made)})")


if __name__ == "__main__":
    main()
