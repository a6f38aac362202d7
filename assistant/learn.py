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
from assistant.ranker import HITS, NEIGHBOURS_OF, answerable_features
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
    rows = map(json.loads, questions.read_text("utf-8").splitlines())
    return [
        Example(
            row["question"],
            paths[row["doc"]],
            tuple(flat(answer) for answer in row["gold"][0]),
            encoder.question(row["question"]),
        )
        for row in rows
        if row["gold"]
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


def save(
    late: Projection, sentences: Trees, answerable: Trees, calibrated: tuple[float, float], fp: str
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
    save_file(tensors, LATE_FILE, metadata={"fingerprint": fp, "version": version})
    parts = {
        f"{name}.{part}": np.ascontiguousarray(getattr(trees, part))
        for name, trees in (("sentences", sentences), ("answerable", answerable))
        for part in ("feature", "threshold", "left", "right", "value", "roots")
    }
    parts |= {f"{n}.depth": np.array([t.depth], np.int32)
              for n, t in (("sentences", sentences), ("answerable", answerable))}  # fmt: skip
    parts["calibration"] = np.array(calibrated)
    about = {"fingerprint": fp, "features": json.dumps(list(FEATURES))}
    save_file(parts, RANKER_FILE, metadata=about)
