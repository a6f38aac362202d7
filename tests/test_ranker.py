"""The learned judgements: what is loaded, probabilities, and what there is without them."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.evidence import FEATURES, Evidence
from assistant.ranker import (
    ANSWERABLE_FEATURES,
    LEXICAL_FEATURES,
    Ranker,
    answerable_features,
    fallback,
    ranker,
    without_lexical,
)
from index.bundled import fingerprint


def evidence(count: int, **columns: list[float]) -> Evidence:
    features = np.zeros((count, len(FEATURES)), np.float32)
    for name, values in columns.items():
        features[:, FEATURES.index(name)] = values
    return Evidence(np.arange(count), (), np.zeros(count, np.int64), ("甲",) * count, features)


@pytest.fixture(scope="module")
def learned() -> Ranker:
    found = ranker(fingerprint())
    assert found is not None, "the ranker must be trained anew: its features have changed"
    return found


def test_nothing_is_learned_for_another_model() -> None:
    assert ranker("another") is None


def test_the_trees_fit_the_features(learned: Ranker) -> None:
    assert learned.sentences.feature.max() < len(FEATURES)
    assert learned.answerable.feature.max() < len(ANSWERABLE_FEATURES)
    assert learned.foreign.feature.max() < len(ANSWERABLE_FEATURES)


def test_a_question_in_another_language_is_not_judged_by_shared_words(learned: Ranker) -> None:
    used = {
        ANSWERABLE_FEATURES[at] for at in learned.foreign.feature[learned.foreign.threshold != 0]
    }
    assert not used & LEXICAL_FEATURES


@pytest.mark.parametrize("is_chinese", [True, False])
def test_a_probability(learned: Ranker, is_chinese: bool) -> None:
    random = np.random.default_rng(0)
    for _ in range(20):
        found = evidence(6)
        found.features[:] = random.normal(size=found.features.shape)
        scores = learned.sentences.score(found.features)
        best = int(scores.argmax())
        assert 0 <= learned.probability(found, scores, best, is_chinese=is_chinese) <= 1


def test_a_single_sentence_is_judged_too() -> None:
    features = answerable_features(evidence(1, overlap=[0.5]), np.array([2.0]))
    assert features.shape == (len(ANSWERABLE_FEATURES),)
    assert features[ANSWERABLE_FEATURES.index("lead_over_second")] == 2.0


def test_the_best_is_judged_unless_another_is_named() -> None:
    found, scores = evidence(3, overlap=[0.1, 0.9, 0.4]), np.array([0.0, 3.0, 1.0])
    assert (answerable_features(found, scores) == answerable_features(found, scores, 1)).all()
    lead = ANSWERABLE_FEATURES.index("lead_over_second")
    assert answerable_features(found, scores)[lead] == 2.0
    assert answerable_features(found, scores, 2)[lead] == -2.0


def test_without_lexical_keeps_the_rest() -> None:
    kept = without_lexical(np.ones((2, len(ANSWERABLE_FEATURES)), np.float32))
    by_name = dict(zip(ANSWERABLE_FEATURES, kept[0], strict=True))
    assert {name for name, value in by_name.items() if value == 0} == LEXICAL_FEATURES


def test_without_a_ranker_shared_words_decide() -> None:
    simple = fallback()
    found = evidence(3, overlap=[0.2, 0.9, 0.4])
    scores = simple.sentences.score(found.features)
    assert scores.argmax() == 1
    assert simple.probability(found, scores, 1, is_chinese=True) > 0.5
    nothing = evidence(3)
    scores = simple.sentences.score(nothing.features)
    assert simple.probability(nothing, scores, 0, is_chinese=True) < 0.5
