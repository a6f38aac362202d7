"""Follow-ups made whole; the cases are in cases/followup.json (whole null: left as it is)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.query.anaphora import Previous
from assistant.query.followup import item_asked, leaning, resolve

CASES = json.loads((Path(__file__).parent / "cases" / "followup.json").read_text("utf-8"))
PEOPLE = ("丁士启", "陈雪华", "崔立新", "沈政昌", "谢延翠", "李良彬", "张刚")


def known_person(text: str) -> str:
    return next((name for name in PEOPLE if name in text), "")


def before(case: dict[str, Any]) -> Previous:
    told = {name: case[name] for name in ("subject", "year", "newest") if name in case}
    return Previous(case["before"], lambda: case.get("answered", ""), known_person, **told)


@pytest.mark.parametrize("case", CASES["resolved"], ids=lambda c: f"{c['before']} {c['question']}")
def test_what_is_left_out_is_filled_in(case: dict[str, Any]) -> None:
    assert resolve(case["question"], before(case)) == (case["whole"] or case["question"])


@pytest.mark.parametrize("case", CASES["leaning"], ids=lambda case: case["question"])
def test_what_may_be_on_the_topic_before(case: dict[str, Any]) -> None:
    assert leaning(case["question"], before(case)) == case["whole"]


@pytest.mark.parametrize("case", CASES["items"], ids=lambda case: case["question"])
def test_item_of_the_answer_before(case: dict[str, Any]) -> None:
    assert item_asked(case["question"]) == case["item"]


def test_a_place_in_short_is_one_of_the_kind_that_the_documents_have() -> None:
    previous = Previous("白石滩灌区投了多少钱？", str, known_person, "河口灌区有三座".__contains__)
    assert resolve("那河口呢？", previous) == "河口灌区投了多少钱？"
    assert resolve("那东河口呢？", previous) != "东河口灌区投了多少钱？"
    previous = Previous("白石市投了多少钱？", str, known_person, "农村市场".__contains__)
    assert "农村市" not in resolve("农村呢？", previous)


def test_the_answer_before_is_looked_up_only_where_it_is_needed() -> None:
    def answered() -> str:
        raise AssertionError("looked up")

    for question in ("赤泥堆存量有多少？", "那2024年呢？", "其他代表提出了什么？"):
        assert resolve(question, Previous("2025年钴的外采率是多少？", answered, known_person))


@given(st.text(max_size=60), st.text(alphabet="那他它其这该第二年条呢的？还有赤泥", max_size=20))
def test_any_pair_of_questions_gives_one(before: str, question: str) -> None:
    resolved = resolve(question, Previous(before, lambda: "", known_person))
    assert resolved or not question.strip()
    assert item_asked(question) >= 0
