"""Text to vectors: any sentence-transformers model, the bundled one by default."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index import bundled
from index.bert import Adapter, Bert
from index.bundled import ModelMissingError
from index.cross import CrossEncoder
from index.matching import simplify

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Told = Callable[[int], None]  # how many texts are done
Vectors = NDArray[np.float32]
BATCH_TEXTS = 8  # 1,230 tokens a second of one core; 810 at 32, which pad more and miss the cache


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """One text: its vector (dimension,) of length 1, and its tokens as the model sees them."""

    vector: Vectors
    tokens: Vectors  # (tokens, dimension), not normalised
    spans: NDArray[np.int32]  # (tokens, 2): where each token stands in the text


class Encoder:
    """A model with what the index has to know of it: fingerprint and dimension.

    What is large is loaded when first used: sentence-transformers (seconds) for passages, and for
    everything with a model that is not the bundled one; a small part for questions to that.
    """

    def __init__(self, source: str, *, is_bundled: bool) -> None:
        """`source`: the model's folder or name."""
        self._source = source
        self._bundled = is_bundled
        self._tokenising = threading.Lock()
        self._loading = threading.Lock()
        self._loaded: tuple[Bert, Bert] | None = None
        self._adapter: Adapter = {}

    @classmethod
    def load(cls, name: str | None = None) -> Encoder:
        """The bundled model, or the sentence-transformers model of that name or folder."""
        encoder = cls(name or str(bundled.bundled_model()), is_bundled=name is None)
        if name is not None:
            _ = encoder._model  # now: whether there is such a model must be known before it is used
        return encoder

    def adapted(self, adapter: Adapter) -> Encoder:
        """The bundled model, its questions read by adapted layers; passages stay as they are."""
        assert self._bundled, "an adapter is learned for the bundled model"
        other = Encoder(self._source, is_bundled=True)
        other._adapter = adapter
        return other

    @cached_property
    def fingerprint(self) -> str:
        return bundled.fingerprint() if self._bundled else _fingerprint(self._model)

    @cached_property
    def dimension(self) -> int:
        if self._bundled:
            return bundled.DIMENSION
        return int(self._model.get_embedding_dimension() or 0)

    @cached_property
    def _model(self) -> SentenceTransformer:
        return _sentence_transformer(self._source)

    def _berts(self) -> tuple[Bert, Bert]:
        """The model as it is, and as it reads questions."""
        with self._loading:  # the first questions may come at once: one of them loads
            if self._loaded is None:
                plain = Bert.load(Path(self._source))
                self._loaded = plain, plain.adapted(self._adapter)
            return self._loaded

    @cached_property
    def cross(self) -> CrossEncoder | None:
        """Reads a question and a sentence together; None for a model that has no such thing."""
        if not self._bundled:
            return None
        plain, _ = self._berts()
        return CrossEncoder.load(plain, self.fingerprint)

    def question(self, text: str) -> Encoded:
        if not self._bundled:
            return self._encode([text], self._prompt("query"))[0]
        _, bert = self._berts()
        tokens, spans = bert.tokens(bert.prompt + simplify(text))
        vector = tokens.mean(axis=0)
        vector /= np.linalg.norm(vector)
        return Encoded(vector, *_inner(tokens, spans - len(bert.prompt)))

    def passages(self, texts: Sequence[str], told: Told = lambda _: None) -> list[Encoded]:
        """The texts encoded, in the order given; between two batches `told` how many are done: what
        that raises ends it. Texts of like length share a batch, since padding costs time.
        """
        prompt = self._prompt("passage", "document")
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        encoded: dict[int, Encoded] = {}
        for first in range(0, len(order), BATCH_TEXTS):
            if first:
                told(first)
            batch = order[first : first + BATCH_TEXTS]
            results = self._encode([texts[at] for at in batch], prompt)
            encoded.update(zip(batch, results, strict=True))
        return [encoded[at] for at in range(len(texts))]

    def _prompt(self, *names: str) -> str:
        return next(filter(None, map(self._model.prompts.get, names)), "")

    def _encode(self, texts: list[str], prompt: str) -> list[Encoded]:
        import torch

        # Simplified characters on both sides: the model knows them better, and 開發 meets 开发.
        simplified = [prompt + simplify(text) for text in texts]
        with self._tokenising:  # two threads at once: "Already borrowed"
            features = self._model.tokenizer(
                simplified,
                padding=True,
                truncation=True,
                max_length=self._model.max_seq_length,
                return_offsets_mapping=True,
                return_tensors="pt",
            )
        spans = features.pop("offset_mapping").numpy().astype(np.int32)
        with torch.inference_mode():
            output = self._model(dict(features))
        vectors = output["sentence_embedding"].numpy().astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        tokens = output["token_embeddings"].numpy()
        return [
            Encoded(vector, *_inner(token, span - len(prompt)))
            for vector, token, span in zip(vectors, tokens, spans, strict=True)
        ]


def _sentence_transformer(source: str) -> SentenceTransformer:
    # Nothing may connect anywhere: a model by name must be in the local cache already.
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(source, device="cpu", local_files_only=True)
    except (OSError, ValueError) as error:
        raise ModelMissingError(
            f"无法载入模型：{source}；--model 需要本机上 sentence-transformers 模型的文件夹，"
            "或本机缓存里已有的模型名（不会联网下载）"
        ) from error


def _inner(tokens: Vectors, spans: NDArray[np.int32]) -> tuple[Vectors, NDArray[np.int32]]:
    """Without the prompt, the special tokens and the padding, all of which have no place."""
    keep = (spans[:, 1] > 0) & (spans[:, 1] > spans[:, 0])
    # A first Latin word comes with the blank that ends the prompt.
    return tokens[keep], np.maximum(spans[keep], 0)


def _fingerprint(model: SentenceTransformer) -> str:
    """A hash of the architecture, the prompts and the first weights of every tensor."""
    digest = hashlib.sha256(f"{model} {sorted(model.prompts.items())}".encode())
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(tensor.flatten()[:64].float().numpy().tobytes())
    return digest.hexdigest()[:16]


def model_label(name: str) -> str | None:
    """How a manifest names a model: a folder by its full path, to be found from anywhere.

    None for the bundled one.
    """
    if Path(name).is_dir():
        return str(Path(name).resolve())
    return None if name == bundled.NAME else name
