"""What is read off a question's words; the cases are in cases/question.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.query.countries import countries
from assistant.query.question import FOCUS_AFTER, FOCUS_BEFORE, Kind, analyse
from assistant.sentences.marking import COUNT

CASES = json.loads((Path(__file__).parent / "cases" / "question.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["kinds"], ids=lambda case: case["question"])
def test_kind_list_comparison_and_unit(case: dict[str, Any]) -> None:
    found = analyse(case["question"])
    assert found.kind is Kind[case["kind"]]
    assert found.wants_list is case.get("list", False)
    assert found.compares is case.get("compares", False)
    assert found.unit == case.get("unit", found.unit)
    assert not found.about_document


@pytest.mark.parametrize("question", CASES["about_document"])
def test_asks_for_author_or_title(question: str) -> None:
    assert analyse(question).about_document


@pytest.mark.parametrize("question", CASES["not_about_document"])
def test_asks_for_what_the_document_says(question: str) -> None:
    assert not analyse(question).about_document


@pytest.mark.parametrize("case", CASES["focus"], ids=lambda case: case["question"])
def test_focus_is_what_stands_around_the_word_that_asks(case: dict[str, str]) -> None:
    assert analyse(case["question"]).focus == case["focus"]


def test_full_width_and_traditional_are_read_alike() -> None:
    plain, other = analyse("LME交割库有多少吨？"), analyse("ＬＭＥ交割庫有多少噸？")
    assert (plain.kind, plain.unit, plain.focus) == (other.kind, other.unit, other.focus)


def test_only_a_question_without_han_characters_is_foreign() -> None:
    assert not analyse("Who proposed it?").is_chinese
    assert analyse("LME交割库 where?").is_chinese


@pytest.mark.parametrize(
    "text",
    ["其中东部有多少家？", "西南非遗有多少项？", "追加纳入多少户？", "每日本地产奶多少？",
     "其中亚热带果树占多少？", "合法国有土地有多少？", "最美国道有几条？"],
)  # fmt: skip
def test_no_country_stands_across_two_words(text: str) -> None:
    assert not countries(text)


def test_a_country_is_named_beside_them() -> None:
    assert countries("其中对美国出口多少？") == {"美国/美利坚"}
    assert countries("同日，中东和南非签约") == {"中东", "南非"}
    assert countries("出口日本市场和中东部分国家的有多少？") >= {"日本", "中东"}


def test_the_end_of_another_count_is_none() -> None:
    counts = ("两个月内", "两个百分点", "第三方", "第二个", "二十条")
    assert not [text for text in counts if COUNT.search(text)]
    assert COUNT.findall("三件事、两个方面") == ["三件", "两个"]


def test_a_bound_joins_no_two_parts() -> None:
    assert not analyse("75周岁及以上的取暖补贴每月多少？").wants_list
    assert analyse("电价及水价每月多少？").wants_list


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    found = analyse(text)
    assert found.text == text


@given(st.text(alphabet="赤泥堆存量是多少谁几，。？“”《》", max_size=60))
def test_focus_is_short_where_a_word_asks(text: str) -> None:
    if any(word in text for word in ("多少", "谁", "几")):
        assert len(analyse(text).focus) <= FOCUS_BEFORE + FOCUS_AFTER + 1
