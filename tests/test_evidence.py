"""The features of each sentence: their shape, what an answer of the kind has, no gaps."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.query.question import analyse
from assistant.sentences.evidence import FEATURES, Evidence, gather
from assistant.sentences.signs import signs
from index import Index, update
from tests.fake_encoder import FakeEncoder, documents, use

TEXTS = {
    "一.txt": "赤泥建言\n\n赤泥是一种固体废物。堆存量约16亿吨。因为利用率低，张三建议加强利用。\n",
    "二.txt": "低空经济\n\n2035年规模达3.5万亿元。甲、乙、丙三省位于前列。取消审批32个。\n",
}
LIMIT = 5


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    use(FakeEncoder(), monkeypatch)
    update(tmp_path / "索引", [documents(tmp_path / "文档", TEXTS)])
    return Index.open(tmp_path / "索引")


def evidence(index: Index, question: str) -> Evidence:
    query = index.query(question)
    return gather(index, query, index.hits(query, LIMIT))


def feature(found: Evidence, name: str, text: str) -> float:
    """The value for the one sentence that holds the text."""
    (at,) = (at for at, one in enumerate(found.texts) if text in one)
    return float(found.features[at, FEATURES.index(name)])


def test_one_row_a_sentence_one_column_a_feature(index: Index) -> None:
    found = evidence(index, "赤泥堆存量有多少吨？")
    assert found.features.shape == (len(found.texts), len(FEATURES))
    assert len(found.rows) == len(found.hit) == len(found.texts) == len(set(found.rows.tolist()))
    assert len(set(FEATURES)) == len(FEATURES)


@pytest.mark.parametrize(
    ("question", "name", "holds", "lacks"),
    [
        ("赤泥堆存量有多少？", "fits_kind", "堆存量约16", "低空经济"),
        ("堆存量有多少吨？", "unit", "堆存量约16", "2035年"),
        ("取消了多少项审批？", "unit", "取消审批32个", "2035年"),
        ("规模何时达到？", "new_date", "2035年", "堆存量约16"),
        ("为什么利用率低？", "reason", "因为", "堆存量约16"),
        ("怎么加强利用？", "measure", "张三建议", "赤泥是一种固体废物"),
        ("什么是赤泥？", "definition", "赤泥是一种固体废物", "堆存量约16"),
        ("哪些省？", "place", "三省位于", "堆存量约16"),
        ("哪些省？", "list_marks", "甲、乙、丙", "堆存量约16"),
        ("赤泥堆存量有多少？", "overlap", "堆存量约16", "2035年"),
        ("赤泥堆存量有多少？", "common_run", "堆存量约16", "2035年"),
        ("赤泥堆存量有多少？", "focus", "堆存量约16", "2035年"),
    ],
)
def test_what_speaks_for_a_sentence(
    index: Index, question: str, name: str, holds: str, lacks: str
) -> None:
    found = evidence(index, question)
    assert feature(found, name, holds) > feature(found, name, lacks)


def test_a_number_that_the_question_has_is_not_new(index: Index) -> None:
    assert feature(evidence(index, "谁说16亿吨？"), "new_number", "堆存量约16") == 0


def test_rows_left_out_are_not_looked_at(index: Index) -> None:
    question = "赤泥堆存量有多少？"
    every, query = evidence(index, question), index.query(question)
    hits = index.hits(query, LIMIT)
    fewer = gather(index, query, hits, without=every.rows[:1])
    assert fewer.rows.tolist() == every.rows[1:].tolist()


def test_no_hits_no_rows(index: Index) -> None:
    question = "赤泥堆存量有多少？"
    found = gather(index, index.query(question), [])
    assert found.features.shape == (0, len(FEATURES)) and found.texts == ()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.text(alphabet="赤泥堆存量多少谁(*.[\\ 12？", min_size=1, max_size=30))
def test_every_value_is_a_number(index: Index, question: str) -> None:
    assert np.isfinite(evidence(index, question).features).all()


def test_measure_words_of_one_kind_count_the_same() -> None:
    texts = ["获金牌5枚。", "投资5元。"]
    assert signs(analyse("运动会拿了几块奖牌？"), texts)["unit"].tolist() == [1, 0]
    assert signs(analyse("票价分几级？"), ["票价分三档。", "票价三十元。"])["unit"].tolist() == [
        1,
        0,
    ]
