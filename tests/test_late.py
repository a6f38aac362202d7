"""Token vectors, projected and in 8 bits; and an index without any."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors.numpy import save_file

from index import Index, late, update
from tests.fake_encoder import DIMENSION, FakeEncoder, documents, use

PROJECTED = 8
RANDOM = np.random.default_rng(0)


@pytest.fixture(autouse=True)
def _forget_projections() -> Iterator[None]:
    late.projection.cache_clear()
    yield
    late.projection.cache_clear()


def learned(
    file: Path,
    fingerprint: str,
    version: str = "1",
    adapter: dict[str, NDArray[np.float32]] | None = None,
) -> None:
    """A file as training writes it, for the model of that fingerprint."""
    tensors = {
        "question": RANDOM.standard_normal((DIMENSION, PROJECTED), dtype=np.float32),
        "text": RANDOM.standard_normal((DIMENSION, PROJECTED), dtype=np.float32),
        "weight": RANDOM.standard_normal(DIMENSION, dtype=np.float32),
        "bias": np.zeros(1, dtype=np.float32),
        **(adapter or {}),
    }
    save_file(tensors, file, {"fingerprint": fingerprint, "version": version})
    late.projection.cache_clear()


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(late, "FILE", tmp_path / "late.safetensors")
    return tmp_path / "late.safetensors"


def test_a_projection_belongs_to_one_model(file: Path) -> None:
    assert late.projection("fake-1") is None
    learned(file, "fake-1")
    assert late.projection("fake-1") is not None
    assert late.projection("fake-2") is None


def test_layers_for_questions_come_with_the_projection(file: Path) -> None:
    learned(file, "fake-1")
    projection = late.projection("fake-1")
    assert projection and projection.adapter == {}
    down, up = np.ones((2, 4), np.float32), np.ones((3, 2), np.float32)
    learned(file, "fake-1", adapter={"encoder.0.x.down": down, "encoder.0.x.up": up})
    projection = late.projection("fake-1")
    assert projection
    ((layer, (first, second)),) = projection.adapter.items()
    assert layer == "encoder.0.x"
    assert first.shape == (2, 4) and second.shape == (3, 2)


def test_token_vectors_have_their_lengths(file: Path) -> None:
    learned(file, "fake-1")
    projection = late.projection("fake-1")
    assert projection is not None and projection.dimension == PROJECTED
    tokens = RANDOM.standard_normal((5, DIMENSION), dtype=np.float32)
    weights = np.linalg.norm(projection.question_tokens(tokens), axis=1)
    assert weights.sum() == pytest.approx(1, abs=1e-5)
    stored = projection.text_tokens(tokens)
    assert stored.dtype == np.int8
    exact = tokens @ projection.text
    exact /= np.linalg.norm(exact, axis=1, keepdims=True)
    np.testing.assert_allclose(stored / late.STEPS, exact, atol=0.5 / late.STEPS + 1e-6)


def test_no_tokens_are_no_vectors(file: Path) -> None:
    learned(file, "fake-1")
    projection = late.projection("fake-1")
    assert projection is not None
    nothing = np.empty((0, DIMENSION), dtype=np.float32)
    assert projection.text_tokens(nothing).shape == (0, PROJECTED)
    assert projection.question_tokens(nothing).shape == (0, PROJECTED)


def test_the_index_keeps_the_tokens_of_every_sentence(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder = use(FakeEncoder(), monkeypatch)
    source = documents(tmp_path / "文档", {"甲.txt": "张三建议设立铜交割库。李四赞成。"})
    update(tmp_path / "索引", [source])
    without = Index.open(tmp_path / "索引")
    assert without.late is None and without.query("铜").tokens is None
    assert len(without.generation.tokens) == 0

    learned(file, encoder.fingerprint)
    update(tmp_path / "索引", [source])  # not refused: brought in line, with everything embedded
    assert len(encoder.embedded) == 2
    index = Index.open(tmp_path / "索引")
    tokens = index.query("谁建议？").tokens
    assert tokens is not None and tokens.shape == (4, PROJECTED)
    text = index.documents[0].text
    for row in index.generation.sentences:
        sentence = text[row["start"] : row["end"]]
        assert row["tokens"] == len(sentence.replace("\n", ""))


def test_another_projection_means_other_token_vectors(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder = use(FakeEncoder(), monkeypatch)
    source = documents(tmp_path / "文档", {"甲.txt": "张三建议设立铜交割库。"})
    learned(file, encoder.fingerprint, "1")
    update(tmp_path / "索引", [source])
    learned(file, encoder.fingerprint, "2")
    assert update(tmp_path / "索引", [source]).chunks_embedded == 1
