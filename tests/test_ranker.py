"""The learned judgements: what is loaded, probabilities, and what there is without them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assistant.query.question import Question, analyse
from assistant.sentences.evidence import FEATURES, Evidence
from assistant.sentences.ranker import (
    ANSWERABLE_FEATURES,
    HITS,
    REFUSE_BELOW,
    Judgement,
    Lack,
    Ranker,
    answerable_features,
    both,
    fallback,
    ranker,
)
from index import Hit
from index.bundled import fingerprint

FIGURE, OTHER = analyse("总量是多少？"), analyse("谁提出的？")


def evidence(count: int, **columns: list[float]) -> Evidence:
    features = np.zeros((count, len(FEATURES)), np.float32)
    for name, values in columns.items():
        features[:, FEATURES.index(name)] = values
    hits = (Hit(0, 0.0, 0.0, 0.0, 0.0),) * HITS
    return Evidence(
        np.arange(count), hits, np.zeros(count, np.int64), ("甲",) * count, features, {}
    )


@pytest.fixture(scope="module")
def learned() -> Ranker:
    found = ranker(fingerprint())
    assert found is not None, "the ranker must be trained anew: its features have changed"
    return found


def test_nothing_is_learned_for_another_model() -> None:
    assert ranker("another") is None


def test_the_trees_fit_the_features(learned: Ranker) -> None:
    assert learned.sentences.feature.max() < len(FEATURES)
    for trees in (learned.present, learned.answers, learned.literal):
        assert trees.feature.max() < len(ANSWERABLE_FEATURES)


@pytest.mark.parametrize("asked", [FIGURE, OTHER])
def test_a_probability(learned: Ranker, asked: Question) -> None:
    random = np.random.default_rng(0)
    for _ in range(20):
        found = evidence(6)
        found.features[:] = random.normal(size=found.features.shape)
        scores = learned.sentences.score(found.features)
        best = int(scores.argmax())
        assert 0 <= learned.judge(found, scores, best, asked).probability <= 1


def test_a_figure_must_be_asked_for_in_the_words_of_its_source() -> None:
    simple = fallback()
    strict = replace(simple, literal=replace(simple.literal, value=simple.literal.value - 30))
    found = evidence(3)
    scores = np.zeros(3)
    asked_freely = strict.judge(found, scores, 0, OTHER).probability
    assert asked_freely == simple.judge(found, scores, 0, OTHER).probability
    assert strict.judge(found, scores, 0, FIGURE).probability < asked_freely
    few = replace(found, hits=found.hits[:3])
    assert strict.judge(few, scores, 0, OTHER).probability < asked_freely


def test_what_the_documents_do_not_speak_of_is_not_answered_however_sure_the_sentence() -> None:
    found, scores = evidence(3, overlap=[0.2, 0.9, 0.4]), np.zeros(3)
    simple = fallback()
    told = simple.judge(found, scores, 1, OTHER)
    absent = replace(simple, present=replace(simple.present, value=simple.present.value - 9))
    assert absent.judge(found, scores, 1, OTHER).present < 0.5 < told.present
    assert absent.judge(found, scores, 1, OTHER).probability < REFUSE_BELOW < told.probability


@pytest.mark.parametrize(
    ("free", "literal", "both_count"),
    [(0.9, 0.9, 0.9), (0.8, 0.5, 2 / 3), (0.5, 0.8, 2 / 3), (0.9, 0.1, 0.5), (0.0, 0.9, 0.0)],
)
def test_two_judgements_count_alike_by_their_odds(
    free: float, literal: float, both_count: float
) -> None:
    judged = Judgement(present=1.0, free=free, literal=literal, is_literal=True)
    assert judged.probability == pytest.approx(both_count)
    assert replace(judged, is_literal=False).probability == free
    assert replace(judged, free=1.0, literal=1.0).probability == pytest.approx(1.0)
    assert replace(judged, lacks=Lack.UNIT).probability == 0.0


def test_log_odds_are_those_of_both_at_once() -> None:
    a, b = np.array([-2.0, 0.0, 3.0]), np.array([1.0, 0.0, 8.0])
    probability = 1 / (1 + np.exp(-a)) / (1 + np.exp(-b))
    assert both(a, b) == pytest.approx(np.log(probability / (1 - probability)))


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


def test_without_a_ranker_shared_words_decide() -> None:
    simple = fallback()
    found = evidence(3, overlap=[0.2, 0.9, 0.4])
    scores = simple.sentences.score(found.features)
    assert scores.argmax() == 1
    assert simple.judge(found, scores, 1, FIGURE).probability > REFUSE_BELOW
    nothing = evidence(3)
    scores = simple.sentences.score(nothing.features)
    assert simple.judge(nothing, scores, 0, FIGURE).probability < REFUSE_BELOW
