"""One message that asks for several things: what is told apart, and what is not; what is asked of
several years is in cases/several.json.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.query.several import by_year, of_each, split

CASES = json.loads((Path(__file__).parent / "cases" / "several.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["question"])
def test_years_in_a_row_are_asked_about_one_by_one(case: dict[str, Any]) -> None:
    assert by_year(case["question"]) == case["parts"]


def test_a_question_that_is_quoted_is_not_put() -> None:
    for question in ("谁提出“钱从哪里来？”这个问题？", "《谁来养活中国？》是谁提的？"):
        assert split(question) == [question]


def test_what_is_asked_of_each_is_put_in_the_words_of_the_question() -> None:
    assert of_each("甲县和乙县哪年产量最高？") == {}
    assert of_each(r"甲县和乙县哪个\1更高？") == {
        "甲县": r"甲县\1多少？",
        "乙县": r"乙县\1多少？",
    }
    assert by_year("2023年和2024年各县投了多少？") == [
        "2023年各县投了多少？",
        "2024年各县投了多少？",
    ]
    asked = of_each("请问2024年甲厂和乙厂的产量哪个更高？")
    assert list(asked) == ["甲厂", "乙厂"] and all("2024年" in one for one in asked.values())
    assert [*of_each("甲港公司和乙港负债率分别多少")] == ["甲港公司", "乙港"]
    assert [*of_each("城市、农村的覆盖率分别是多少")] == ["城市", "农村"]
    assert of_each("甲县、乙县、丙县的覆盖率分别是多少") == {}
