"""An encoder without a model: every character has a seeded vector, a text has their mean."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.encoder import Encoded, Encoder, Told

DIMENSION = 32
TEXTS = {
    "甲.txt": "关于铜的建议\n\n张三建议设立铜交割库。\n",
    "部/乙.txt": "关于铝的建议\n\n李四建议回收\n再生铝。\n",
    "丙.txt": "关于锂的建议\n\n王五建议储备锂矿。\n",
}


class FakeEncoder:
    """What the index uses of `index.encoder.Encoder`; counts the texts it was given."""

    dimension = DIMENSION
    cross = None

    def __init__(self, fingerprint: str = "fake-1") -> None:
        self.fingerprint = fingerprint
        self.embedded: list[str] = []

    def question(self, text: str) -> Encoded:
        return _encode(text)

    def passages(self, texts: Sequence[str], told: Told = lambda _: None) -> list[Encoded]:
        made: list[Encoded] = []
        for text in texts:
            if made:
                told(len(made))
            self.embedded.append(text)
            made.append(_encode(text))
        return made


def _encode(text: str) -> Encoded:
    places = [at for at, character in enumerate(text) if not character.isspace()]
    tokens = np.array([_vector(text[at]) for at in places], dtype=np.float32)
    tokens = tokens.reshape(len(places), DIMENSION)
    mean = tokens.sum(axis=0) + 1e-6
    spans = np.array([(at, at + 1) for at in places], dtype=np.int32).reshape(len(places), 2)
    return Encoded((mean / np.linalg.norm(mean)).astype(np.float32), tokens, spans)


def _vector(character: str) -> NDArray[np.float64]:
    seed = int.from_bytes(hashlib.sha256(character.encode()).digest()[:4], "little")
    return np.random.default_rng(seed).standard_normal(DIMENSION)


def use(encoder: FakeEncoder, monkeypatch: pytest.MonkeyPatch) -> FakeEncoder:
    """Whatever model is asked for, give this one."""
    monkeypatch.setattr(Encoder, "load", lambda _name=None: encoder)
    return encoder


def documents(folder: Path, texts: dict[str, str]) -> Path:
    """`folder`, holding files of these names and texts."""
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder
