"""A question and a sentence read together: a cross-encoder (Nogueira and Cho 2019).

It is the default model with an adapter in its upper layers and a small head, trained by
`python -m assistant.learn.cross`, which says on what. A pair takes twice as long as a question, so
it is for single sentences, not for all that are found. Another model has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.bert import Bert, gelu
from index.late import adapter_of
from index.learned import tensors
from index.matching import simplify

FILE = Path(__file__).with_name("cross.safetensors")
# Tokens that are read of a question, of what leads to the sentence (its end), and of the sentence.
QUESTION, CONTEXT, SENTENCE = 32, 24, 60
ROOM = 84  # for all three; what leads to the sentence has what the others leave


@dataclass(frozen=True, slots=True, eq=False)
class CrossEncoder:
    """The adapted model, and a head of two layers on the mean of either side."""

    bert: Bert
    inner: tuple[NDArray[np.float32], NDArray[np.float32]]  # (2 x dimension, n), (n,)
    outer: tuple[NDArray[np.float32], NDArray[np.float32]]  # (n, 1), (1,)

    @classmethod
    def load(cls, bert: Bert, fingerprint: str) -> CrossEncoder | None:
        """The cross-encoder on the plain model; None where none is learned for this fingerprint."""
        found = tensors(FILE, fingerprint=fingerprint)
        if found is None:
            return None
        named, _ = found
        inner, outer = ((named[f"{at}.weight"], named[f"{at}.bias"]) for at in ("inner", "outer"))
        return cls(bert.adapted(adapter_of(named)), inner, outer)

    def log_odds(self, question: str, context: str, sentence: str) -> float:
        """Log-odds that the sentence answers the question, on the mixture it was trained on."""
        ids, start = pair(self.bert.tokenizer, self.bert.prompt + question, context, sentence)
        states = self.bert.states(ids)
        sides = np.concatenate([states[:start].mean(axis=0), states[start:].mean(axis=0)])
        hidden = gelu(sides @ self.inner[0] + self.inner[1])
        return float((hidden @ self.outer[0] + self.outer[1])[0])


def pair(tokenizer: Any, question: str, context: str, sentence: str) -> tuple[list[int], int]:
    """Their token numbers in a row, and where the side of the sentence begins."""

    def numbers(text: str) -> list[int]:
        found: list[int] = tokenizer.encode(simplify(text), add_special_tokens=False).ids
        return found

    first, last = map(tokenizer.token_to_id, ("<s>", "</s>"))
    asked, said = numbers(question)[:QUESTION], numbers(sentence)[:SENTENCE]
    room = min(CONTEXT, ROOM - len(asked) - len(said))
    led = numbers(context)[-room:] if room > 0 else []
    row = [first, *asked, last, *led, last, *said, last]
    return row, len(asked) + 2 + len(led)
