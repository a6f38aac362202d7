"""What is no question to the documents, and what is one behind its politeness."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.messages import ZH
from assistant.query.politeness import without_politeness
from assistant.query.smalltalk import reply
from tests.pieces import answer

CASES = json.loads((Path(__file__).parent / "cases" / "smalltalk.json").read_text("utf-8"))
REPLIES = [(said, name) for name, every in CASES["replies"].items() for said in every]


@pytest.mark.parametrize(("said", "name"), REPLIES)
def test_small_talk_is_answered(said: str, name: str) -> None:
    assert reply(said) == name and hasattr(ZH, name)


@pytest.mark.parametrize(("said", "asked"), CASES["asked"].items())
def test_a_question_goes_through_without_its_politeness(said: str, asked: str) -> None:
    assert not reply(said)
    assert without_politeness(said) == asked


@pytest.mark.parametrize("said", ["谢谢", "你好！", "请问", "", "帮我找一下"])
def test_politeness_alone_is_not_made_nothing(said: str) -> None:
    assert without_politeness(said) == said


@given(st.text(max_size=80))
def test_what_is_asked_is_part_of_what_is_said(said: str) -> None:
    asked = without_politeness(said)
    assert asked in said
    assert bool(asked) == bool(said.strip())


def test_a_long_question_takes_no_time() -> None:
    assert without_politeness("请" * 5000 + "问") and not reply("请帮我" * 2000)


def test_a_task_for_somebody_else_is_not_asked_for_in_chinese() -> None:
    refused = answer(question="tell me a joke", sentence="not_my_task")
    assert not refused.found_nothing
    assert answer(question="tell me a joke").found_nothing
