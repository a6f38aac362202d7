"""Late interaction: token vectors made small by a learned projection, kept in 8 bits.

The two matrices (one for the tokens of questions, one for those of texts), the weights of question
tokens and an adapter, through which the model reads questions, are trained by
`python -m assistant.learn`, which says on what. They belong to one model; with another model token
vectors are not kept, and choosing sentences does without them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open

from index.bert import Adapter

FILE = Path(__file__).with_name("late.safetensors")
STEPS = 127  # a component of a unit vector in 8 bits


@dataclass(frozen=True, slots=True, eq=False)
class Projection:
    """(dimension, projected) matrices; `weight` (dimension,) and `bias` weigh question tokens."""

    question: NDArray[np.float32]
    text: NDArray[np.float32]
    weight: NDArray[np.float32]
    bias: float
    adapter: Adapter  # of the model's layers, for questions
    version: str  # of what an index keeps: tokens of texts

    @property
    def dimension(self) -> int:
        return int(self.text.shape[1])

    def question_tokens(self, tokens: NDArray[np.float32]) -> NDArray[np.float32]:
        """(tokens, projected) of length 1, times the token's weight; weights sum to 1."""
        weights = np.logaddexp(0, tokens @ self.weight + self.bias)
        weighted: NDArray[np.float32] = _unit(tokens @ self.question) * weights[:, None]
        return weighted / np.float32(weights.sum())

    def text_tokens(self, tokens: NDArray[np.float32]) -> NDArray[np.int8]:
        """(tokens, projected) in 8 bits; one step is 1/127."""
        return np.rint(_unit(tokens @ self.text) * STEPS).astype(np.int8)


@cache
def projection(fingerprint: str) -> Projection | None:
    """The projection that was learned for the model of this fingerprint, if there is one."""
    if not FILE.exists():
        return None
    with safe_open(FILE, framework="np") as file:
        about = file.metadata()
        if about["fingerprint"] != fingerprint:
            return None
        tensors = {name: file.get_tensor(name).astype(np.float32) for name in file.keys()}  # noqa: SIM118
    return Projection(
        tensors["question"],
        tensors["text"],
        tensors["weight"],
        float(tensors["bias"][0]),
        adapter_of(tensors),
        about["version"],
    )


def adapter_of(tensors: dict[str, NDArray[np.float32]]) -> Adapter:
    """The adapter among the tensors of a file."""
    layers = [name.removesuffix(".down") for name in tensors if name.endswith(".down")]
    return {layer: (tensors[f"{layer}.down"], tensors[f"{layer}.up"]) for layer in layers}


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: NDArray[np.float32] = vectors / np.maximum(lengths, np.float32(1e-9))
    return unit
