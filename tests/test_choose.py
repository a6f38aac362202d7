"""Which of the ranked sentences are quoted: few for a fact, each part for a list."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.query.question import analyse
from assistant.sentences.choose import (
    FACT_CHARS,
    FACT_QUOTES,
    LIST_CHARS,
    LIST_QUOTES,
    Ranked,
    choose,
)
from assistant.sentences.evidence import FEATURES, Evidence

FACT, LIST = "赤泥堆存量有多少？", "提出了哪些建议？"


def ranked(texts: list[str], scores: list[float]) -> Ranked:
    count = len(texts)
    features = np.zeros((count, len(FEATURES)), np.float32)
    evidence = Evidence(np.arange(count), (), np.zeros(count, np.int64), tuple(texts), features, {})
    points = np.array(scores, np.float64)
    return Ranked(evidence, points, points, np.zeros(len(scores), bool))


def test_a_clear_winner_stands_alone() -> None:
    assert choose(ranked(["甲", "乙", "丙"], [0.0, 9.0, 1.0]), analyse(FACT)) == [1]


def test_what_is_nearly_as_likely_is_quoted_behind() -> None:
    assert choose(ranked(["甲", "乙", "丙"], [1.0, 1.2, -9.0]), analyse(FACT)) == [1, 0]


def test_the_same_words_are_not_quoted_twice_for_a_fact() -> None:
    assert choose(ranked(["甲", "甲", "乙"], [1.0, 0.9, 0.8]), analyse(FACT)) == [0, 2]


def test_the_best_is_quoted_however_long_it_is() -> None:
    texts = ["甲" * (FACT_CHARS + 1), "乙"]
    assert choose(ranked(texts, [1.0, 0.9]), analyse(FACT)) == [0]


def test_a_list_takes_what_is_likely() -> None:
    found = ranked(["甲", "乙", "丙", "丁"], [1.0, 0.9, 0.8, -5.0])
    assert choose(found, analyse(LIST)) == [0, 1, 2]


def test_each_part_asked_for_by_name_is_quoted() -> None:
    texts = ["赤泥是固体废物", "别的话", "低空经济是新赛道", "电解铝占比"]
    found = ranked(texts, [9.0, 3.0, 1.0, 0.0])
    assert choose(found, analyse("低空经济和赤泥分别是什么？")) == [0, 2]


def test_the_last_part_too() -> None:
    texts = ["赤泥是固体废物", "别的话", "低空经济是新赛道", "电解铝占比"]
    found = ranked(texts, [9.0, 3.0, 1.0, 0.0])
    assert choose(found, analyse("赤泥和低空经济分别是什么？")) == [0, 2]


def test_equal_scores_keep_reading_order() -> None:
    assert choose(ranked(["甲", "乙", "丙"], [1.0, 1.0, 1.0]), analyse(FACT)) == [0, 1, 2]


def test_belief_is_a_share() -> None:
    belief = ranked(["甲", "乙"], [1000.0, -1000.0]).belief
    assert np.isfinite(belief).all() and belief.sum() == 1.0


@given(
    st.lists(st.tuples(st.text("甲乙丙。", max_size=300), st.floats(-20, 20)), min_size=1),
    st.sampled_from([FACT, LIST, "甲和乙分别是多少？"]),
)
def test_never_more_than_the_limits(rows: list[tuple[str, float]], question: str) -> None:
    found = ranked([text for text, _ in rows], [score for _, score in rows])
    asked = analyse(question)
    quotes, characters = (
        (LIST_QUOTES, LIST_CHARS) if asked.wants_list else (FACT_QUOTES, FACT_CHARS)
    )
    chosen = choose(found, asked)
    assert chosen[0] == int(found.order[0])
    assert len(set(chosen)) == len(chosen) <= quotes
    length = sum(len(rows[at][0]) for at in chosen)
    assert len(chosen) == 1 or length <= characters
