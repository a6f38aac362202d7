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

from index.bert import Adapter
from index.learned import Tensors, tensors

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
    found = tensors(FILE, fingerprint=fingerprint)
    if found is None:
        return None
    named, about = found
    question, text, weight = (named[name] for name in ("question", "text", "weight"))
    bias, adapter = float(named["bias"][0]), adapter_of(named)
    return Projection(question, text, weight, bias, adapter, about["version"])


def adapter_of(named: Tensors) -> Adapter:
    """The adapter among the tensors of a file."""
    layers = [name.removesuffix(".down") for name in named if name.endswith(".down")]
    return {layer: (named[f"{layer}.down"], named[f"{layer}.up"]) for layer in layers}


def tensors_of(adapter: Adapter) -> Tensors:
    """The adapter as a file has it, see `adapter_of`."""
    downs = {f"{layer}.down": down for layer, (down, _) in adapter.items()}
    return downs | {f"{layer}.up": up for layer, (_, up) in adapter.items()}


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: NDArray[np.float32] = vectors / np.maximum(lengths, np.float32(1e-9))
    return unit
