"""Questions computed with numpy: the same vectors as sentence-transformers gives, as fast."""

from __future__ import annotations

import math
import threading

import numpy as np
import pytest
import torch

from index.bert import Bert, Vectors, _erf
from index.bundled import bundled_model
from index.encoder import Encoder

QUESTIONS = [
    "谁建议设立LME交割库？",
    "我国钴资源的外采率是多少？",
    "國務院關於農村信用社改革的報告，２００３年提出了甚麼？",
    "Who proposes to keep 1,200 tonnes of copper in reserve?",
    "镍",
    "a",
    "",
    " ",
    "\u200b",
    "\ufeff铜\t\n铝\x00\x07  镍",
    "𠮷野家",
    "<s> </s> <pad> <unk>",
    "😀👩‍👩‍👧的建议",
    "قال النائب",
    "谁建议加大对再生有色金属产业的税收支持，理由是什么，涉及哪些企业？" * 4,
    "铜矿" * 2000,
]


@pytest.fixture(scope="module")
def theirs() -> Encoder:
    """The same model, through sentence-transformers."""
    return Encoder.load(str(bundled_model()))


@pytest.fixture(scope="module")
def ours() -> Encoder:
    return Encoder.load()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda text: repr(text[:12]))
def test_a_question_is_what_sentence_transformers_makes_of_it(
    ours: Encoder, theirs: Encoder, question: str
) -> None:
    one, other = ours.question(question), theirs.question(question)
    assert one.vector @ other.vector > 0.99999
    np.testing.assert_array_equal(one.spans, other.spans)
    np.testing.assert_allclose(one.tokens, other.tokens, atol=1e-4)
    for mine, original in ((one.vector, other.vector), (one.tokens, other.tokens)):
        assert mine.dtype == original.dtype == np.float32 and mine.shape == original.shape


def test_adapted_layers_are_those_of_the_library_with_changed_weights() -> None:
    layer, rank = "encoder.layer.3.attention.self.value", 2
    random = np.random.default_rng(0)
    down, up = random.normal(0, 0.3, (2, rank, 384)).astype(np.float32)
    ours = Encoder.load().adapted({layer: (down, up.T)})
    theirs = Encoder.load(str(bundled_model()))
    (weight,) = (
        weight for name, weight in theirs._model.named_parameters() if f"{layer}.weight" in name
    )
    unchanged = weight.data
    weight.data = unchanged + torch.from_numpy(up.T @ down)
    one, other = ours.question(QUESTIONS[0]), theirs.question(QUESTIONS[0])
    weight.data = unchanged  # other tests read with it, too
    assert one.vector @ other.vector > 0.99999
    np.testing.assert_allclose(one.tokens, other.tokens, atol=1e-4)
    plain = Encoder.load()
    assert one.vector @ plain.question(QUESTIONS[0]).vector < 0.999
    (same,), (passage,) = plain.passages(["铜矿"]), ours.passages(["铜矿"])
    np.testing.assert_array_equal(same.vector, passage.vector)


def test_threads_share_the_model() -> None:
    bert = Bert.load(bundled_model())
    texts = [f"query: 第{n}号建议是谁提出的？" + "铜" * n for n in range(8)]
    alone = [bert.tokens(text)[0] for text in texts]
    together: dict[str, bool] = {}

    def ask(text: str, expected: Vectors) -> None:
        together[text] = all(np.array_equal(bert.tokens(text)[0], expected) for _ in range(5))

    threads = [threading.Thread(target=ask, args=pair) for pair in zip(texts, alone, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert together == dict.fromkeys(texts, True)


def test_the_error_function_is_the_one_of_the_library() -> None:
    x = np.linspace(0, 6, 1000, dtype=np.float32)
    np.testing.assert_allclose(_erf(x), [math.erf(value) for value in x], atol=5e-7)
