"""Questions to the default model without torch: its BERT (Devlin et al. 2019) in numpy.

To load sentence-transformers takes longer than all else that a first answer waits for, and for
one short text numpy is as fast. Passages, and every other model, go through sentence-transformers;
tests/test_bert.py compares the two.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open
from tokenizers import Tokenizer

Vectors = NDArray[np.float32]
# For linear layers by name, (rank, inputs) and (outputs, rank): what is added to the weights is
# the product (low-rank adaptation: Hu et al., LoRA, ICLR 2022).
Adapter = Mapping[str, tuple[Vectors, Vectors]]

WORDS = "embeddings.word_embeddings.weight"
# erf(x) for x >= 0 to within 1.5e-7: Abramowitz and Stegun 1964, 7.1.26.
ERF_P = np.float32(0.3275911)
ERF_A = np.array([1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592], np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Bert:
    """The model in a folder that `index.convert` wrote; threads may share it."""

    tokenizer: Tokenizer
    prompt: str  # what stands before a question
    words: Any  # (vocabulary, dimension): stays on disk, a slice reads its rows alone
    weights: dict[str, Vectors]  # all other tensors; of linear layers (inputs, outputs)
    layers: int
    heads: int
    epsilon: float

    @classmethod
    def load(cls, folder: Path) -> Bert:
        config = json.loads((folder / "config.json").read_text("utf-8"))
        about = json.loads((folder / "config_sentence_transformers.json").read_text("utf-8"))
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.enable_truncation(config["max_position_embeddings"])
        with safe_open(folder / "model.safetensors", framework="np") as file:
            words = file.get_slice(WORDS)
            names = [name for name in file.keys() if name != WORDS]  # noqa: SIM118
            weights = {name: _laid_out(name, file.get_tensor(name)) for name in names}
        return cls(
            tokenizer,
            about["prompts"]["query"],
            words,
            weights,
            config["num_hidden_layers"],
            config["num_attention_heads"],
            config["layer_norm_eps"],
        )

    def adapted(self, adapter: Adapter) -> Bert:
        """The model with changed weights; as fast as without."""
        changed = {
            f"{layer}.weight": self.weights[f"{layer}.weight"] + down.T @ up.T
            for layer, (down, up) in adapter.items()
        }
        return replace(self, weights={**self.weights, **changed})

    def tokens(self, text: str) -> tuple[Vectors, NDArray[np.int32]]:
        """(tokens, dimension), and (tokens, 2): where in the text each token stands."""
        encoding = self.tokenizer.encode(text)
        return self.states(encoding.ids), np.array(encoding.offsets, dtype=np.int32)

    def states(self, ids: list[int]) -> Vectors:
        """(tokens, dimension) of the tokens of these numbers."""
        states = self._embed(ids)
        for layer in range(self.layers):
            states = self._layer(f"encoder.layer.{layer}", states)
        return states

    def _embed(self, ids: list[int]) -> Vectors:
        words = np.concatenate([self.words[at : at + 1] for at in ids])
        places = self.weights["embeddings.position_embeddings.weight"][: len(ids)]
        kind = self.weights["embeddings.token_type_embeddings.weight"][0]  # of the only text
        return self._norm("embeddings.LayerNorm", words + places + kind)

    def _layer(self, name: str, states: Vectors) -> Vectors:
        attended = self._linear(f"{name}.attention.output.dense", self._attend(name, states))
        states = self._norm(f"{name}.attention.output.LayerNorm", states + attended)
        inner = gelu(self._linear(f"{name}.intermediate.dense", states))
        return self._norm(
            f"{name}.output.LayerNorm", states + self._linear(f"{name}.output.dense", inner)
        )

    def _attend(self, name: str, states: Vectors) -> Vectors:
        """Every token's mixture of all tokens, each head by itself."""
        query, key, value = (
            self._linear(f"{name}.attention.self.{part}", states)
            .reshape(len(states), self.heads, -1)
            .transpose(1, 0, 2)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(query.shape[-1]))
        shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares /= shares.sum(axis=-1, keepdims=True)
        mixed: Vectors = (shares @ value).transpose(1, 0, 2).reshape(states.shape)
        return mixed

    def _linear(self, name: str, states: Vectors) -> Vectors:
        mapped: Vectors = states @ self.weights[f"{name}.weight"]
        return mapped + self.weights[f"{name}.bias"]

    def _norm(self, name: str, states: Vectors) -> Vectors:
        states = states - states.mean(axis=-1, keepdims=True)
        spread = np.sqrt((states * states).mean(axis=-1, keepdims=True) + np.float32(self.epsilon))
        normed: Vectors = states / spread * self.weights[f"{name}.weight"]
        return normed + self.weights[f"{name}.bias"]


def _laid_out(name: str, tensor: Vectors) -> Vectors:
    """The weights of a linear layer as they are multiplied: so it takes a fifth less time."""
    return np.ascontiguousarray(tensor.T) if "encoder.layer" in name else tensor


def gelu(x: Vectors) -> Vectors:
    """x times the normal distribution function of x (Hendrycks and Gimpel 2016)."""
    below: Vectors = 1 + np.sign(x) * _erf(np.abs(x) * np.float32(0.5**0.5))
    return x * below * np.float32(0.5)


def _erf(x: Vectors) -> Vectors:
    t = 1 / (1 + ERF_P * x)
    total = np.zeros_like(x)
    for factor in ERF_A:
        total = (total + factor) * t
    rest: Vectors = 1 - total * np.exp(-x * x)
    return rest
