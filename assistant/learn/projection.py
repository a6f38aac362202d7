"""The projection of token vectors, trained by late interaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from assistant.learn.examples import Example
from index import Hit
from index.late import Projection
from index.store import Generation

PROJECTED = 96  # dimensions
TRAINING_HITS = 6  # chunks whose sentences compete while training


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
        similar = (
            functional.normalize(self.question(question), dim=1)
            @ functional.normalize(self.text(text), dim=1).T
        )
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


def contest(generation: Generation, hits: Sequence[Hit], right: NDArray[np.bool_]) -> Contest:
    raw = generation.tokens.view("<f2")
    chunks = generation.chunks[[hit.chunk for hit in hits]]
    rows = np.concatenate(
        [np.arange(c["sentence"], c["sentence"] + c["sentences"]) for c in chunks]
    )
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
    model = LateInteraction(pairs[0][0].query.encoded.tokens.shape[1])
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


def _loss(model: LateInteraction, example: Example, one: Contest) -> torch.Tensor:
    scores = model(
        torch.from_numpy(example.query.encoded.tokens),
        torch.from_numpy(one.tokens.astype(np.float32)),
        torch.from_numpy(one.places),
    )
    return torch.logsumexp(scores, 0) - torch.logsumexp(scores[torch.from_numpy(one.right)], 0)
