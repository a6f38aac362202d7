"""Follow-ups made whole; the cases are in cases/followup.json (whole null: left as it is)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.query.anaphora import Previous
from assistant.query.followup import (
    STANDALONE_CHARS,
    item_asked,
    leaning,
    of_same_document,
    resolve,
)

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


PASTED = (
    "为做好春季采茶的准备，各村茶厂要在三月底以前修好机器、备足柴炭，把采茶工的名单报到县里，"
    "该名单由其所在的村核对，对名单上的人，由县里发放手套和竹篓，不迟于四月五日。"
)


@pytest.mark.parametrize("before", ["2019年茶叶产量是多少？", "2019年政府工作报告说修了几座桥？"])
def test_a_pasted_paragraph_takes_no_year(before: str) -> None:
    previous = Previous(before, lambda: "丁士启", known_person)
    assert len(PASTED) >= STANDALONE_CHARS
    assert resolve(PASTED, previous) == of_same_document(PASTED, before) == PASTED


@pytest.mark.parametrize("opening", ["那", "它的茶园里，", "主要是", "这种机器，"])
def test_what_begins_as_a_follow_up_is_one_however_long(opening: str) -> None:
    asked, before = opening + PASTED, "2019年茶叶产量是多少？"
    previous = Previous(before, lambda: "丁士启", known_person)
    assert of_same_document(resolve(asked, previous), before) != asked


@pytest.mark.parametrize("asked", ["铺轨投资多少？", "城镇新增就业多少？", PASTED[:20]])
def test_a_short_question_takes_the_year(asked: str) -> None:
    assert of_same_document(asked, "2019年茶叶产量是多少？") == f"2019年，{asked}"


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
