"""Late interaction: projections of token vectors, and an adapter through which questions are read.

Only the side of the question learns: the vectors of texts stay those of the model, so nothing that
is embedded changes, but how its tokens are made smaller.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from assistant.learn.examples import Example
from index import Index
from index.bert import Adapter, Bert
from index.bundled import DIMENSION, bundled_model
from index.late import Projection
from index.matching import simplify

PROJECTED = 96  # dimensions
RANK = 8  # of the adapter: 590,000 numbers
LAYERS = ("query", "value", "intermediate.dense", "output.dense")  # adapted, in all of the model's
TRAINING_HITS = 6  # chunks whose sentences compete while training
RIVALS = 200  # chunks that compete
BATCH = 8  # contests
LONG_DOCUMENT = 20  # chunks; in a longer one its own chunks compete, else those of all documents
# What counts beside late interaction: the vectors of sentences, those of chunks, and that the
# question's vector stays where it was.
SENTENCES, CHUNKS, STAY = 0.5, 0.5, 10.0


@dataclass(frozen=True, slots=True, eq=False)
class Contest:
    """What competes for a question: sentences by their tokens and vectors, and chunks."""

    text: str
    vector: NDArray[np.float32]  # of the question, not adapted
    tokens: NDArray[np.float16]  # (tokens, dimension)
    places: NDArray[np.int64]  # (sentences, longest): tokens of each; -1 is padding
    sentences: NDArray[np.float16]  # (sentences, dimension)
    right: NDArray[np.bool_]  # (sentences,)
    chunks: NDArray[np.int64]  # (rivals,): rows of the chunk table
    right_chunks: NDArray[np.bool_]  # (rivals,)
    vectors: NDArray[np.float32]  # (all chunks, dimension)


def contest(index: Index, example: Example, vectors: NDArray[np.float32]) -> Contest | None:
    """What competes for the question; None where no sentence found answers it."""
    generation = index.generation
    of_document = generation.chunks["document"] == index.number(example.document)
    within = [example.document] if of_document.sum() > LONG_DOCUMENT else None
    hits = [hit.chunk for hit in index.hits(example.query, RIVALS, within)]
    spans = generation.chunks[hits[:TRAINING_HITS]]
    rows = np.concatenate([np.arange(c["sentence"], c["sentence"] + c["sentences"]) for c in spans])
    rows = rows[generation.sentences["tokens"][rows] > 0]
    right = np.isin(rows, example.right)
    if not right.any():
        return None
    table, raw = generation.sentences[rows], generation.tokens.view("<f2")
    firsts = np.cumsum(table["tokens"]) - table["tokens"]
    steps = np.arange(table["tokens"].max())[None]
    return Contest(
        example.query.text,
        example.query.encoded.vector,
        np.concatenate([raw[s["token"] : s["token"] + s["tokens"]] for s in table]),
        np.where(steps < table["tokens"][:, None], firsts[:, None] + steps, -1),
        generation.sentence_vectors[rows],
        right,
        np.array(hits),
        np.isin(hits, generation.sentences["chunk"][example.right]),
        vectors,
    )


class LateInteraction(nn.Module):
    """The model with an adapter, projections of both sides and the weights of question tokens."""

    def __init__(self) -> None:
        from transformers import AutoTokenizer

        super().__init__()
        self.tokenizer = AutoTokenizer.from_pretrained(bundled_model())
        self.prompt = Bert.load(bundled_model()).prompt
        self.bert = with_adapter(LAYERS, lora_dropout=0.1)
        self.text = nn.Linear(DIMENSION, PROJECTED, bias=False)
        self.question = nn.Linear(DIMENSION, PROJECTED, bias=False)
        self.weight = nn.Linear(DIMENSION, 1)
        # Logarithms of what cosines are multiplied with: 20, 33 and 49.
        self.scales = nn.Parameter(torch.tensor([3.0, 3.5, 3.9]))
        self.dropout = nn.Dropout(0.15)
        nn.init.orthogonal_(self.text.weight)
        self.question.weight.data.copy_(self.text.weight.data)
        nn.init.zeros_(self.weight.weight)
        nn.init.zeros_(self.weight.bias)

    def loss(self, contests: Sequence[Contest]) -> torch.Tensor:
        read = self.read([one.text for one in contests])
        return torch.stack(
            [self._loss(*pair, one) for pair, one in zip(read, contests, strict=True)]
        ).sum()

    def read(self, texts: Sequence[str]) -> list[tuple[torch.Tensor, torch.Tensor]]:
        """For each question its vector, of length 1, and its tokens."""
        asked = [self.prompt + simplify(text) for text in texts]
        features = self.tokenizer(
            asked, padding=True, truncation=True, return_offsets_mapping=True, return_tensors="pt"
        )
        ends = features.pop("offset_mapping")[:, :, 1]
        states = self.bert(**features).last_hidden_state
        mask = features["attention_mask"][:, :, None]
        vectors = functional.normalize((states * mask).sum(1) / mask.sum(1), dim=1)
        return [
            (vector, tokens[end > len(self.prompt)])
            for vector, tokens, end in zip(vectors, states, ends, strict=True)
        ]

    def _loss(self, vector: torch.Tensor, tokens: torch.Tensor, one: Contest) -> torch.Tensor:
        late, sentences, chunks = self.scales.exp()
        rivals = torch.from_numpy(one.vectors[one.chunks])
        by_vector = torch.from_numpy(one.sentences.astype(np.float32)) @ vector
        loss = _missed(late * self._late(tokens, one), one.right)
        loss = loss + SENTENCES * _missed(sentences * by_vector, one.right)
        if one.right_chunks.any():
            loss = loss + CHUNKS * _missed(chunks * (rivals @ vector), one.right_chunks)
        return loss + STAY * (1 - vector @ torch.from_numpy(one.vector))

    def _late(self, question: torch.Tensor, one: Contest) -> torch.Tensor:
        """Scores (sentences,)."""
        text = torch.from_numpy(one.tokens.astype(np.float32))
        kept = self.dropout(torch.ones(question.shape[1]))  # the same dimensions on both sides
        question, text = question * kept, text * kept
        weights = functional.softplus(self.weight(question)).squeeze(1)
        similar = (
            functional.normalize(self.question(question), dim=1)
            @ functional.normalize(self.text(text), dim=1).T
        )
        places = torch.from_numpy(one.places)
        best = torch.where(places >= 0, similar[:, places], -1.0).amax(dim=2)
        return (weights / weights.sum()) @ best

    def projection(self) -> Projection:
        return Projection(
            _plain(self.question.weight.T),
            _plain(self.text.weight.T),
            _plain(self.weight.weight[0]),
            float(self.weight.bias.detach()),
            learned_adapter(self.bert),
            version="",
        )


def _missed(scores: torch.Tensor, right: NDArray[np.bool_]) -> torch.Tensor:
    """How improbable what is right is, of a choice in proportion to exp(scores)."""
    return torch.logsumexp(scores, 0) - torch.logsumexp(scores[torch.from_numpy(right)], 0)


def with_adapter(parts: Sequence[str], **settings: Any) -> Any:
    """The default model, with low-rank changes to learn in these parts of its layers."""
    from peft import LoraConfig, get_peft_model
    from transformers import BertModel

    bert = BertModel.from_pretrained(
        bundled_model(), hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
    )
    config = LoraConfig(r=RANK, lora_alpha=2 * RANK, target_modules=list(parts), **settings)
    return get_peft_model(bert, config)


def learned_adapter(bert: nn.Module) -> Adapter:
    """What a model with low-rank changes has learned."""
    return {
        name.removeprefix("base_model.model."): (
            _plain(layer.lora_A["default"].weight),
            _plain(layer.lora_B["default"].weight * layer.scaling["default"]),
        )
        for name, layer in bert.named_modules()
        if hasattr(layer, "lora_A")
    }


def _plain(tensor: torch.Tensor) -> NDArray[np.float32]:
    return tensor.detach().numpy().astype(np.float32)


def train_late(contests: Sequence[Contest]) -> Projection:
    """Some minutes."""
    torch.manual_seed(0)
    model = LateInteraction().train()
    learning = [one for one in model.parameters() if one.requires_grad]
    optimiser = torch.optim.AdamW(learning, lr=1e-3, weight_decay=1e-2)
    steps = max(1, len(contests) // BATCH)
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.1, steps)
    shuffled: Any = np.random.default_rng(0).permutation(len(contests))
    for first in range(0, len(contests) - BATCH + 1, BATCH):
        optimiser.zero_grad()
        loss = model.loss([contests[at] for at in shuffled[first : first + BATCH]])
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        schedule.step()
    return model.projection()
