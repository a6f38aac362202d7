"""One message that asks for several things: what is told apart, and what is not."""

from __future__ import annotations

import pytest

from assistant.several import by_year, split


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("比较2023年和2024年的赤字率", ["2023年的赤字率", "2024年的赤字率"]),
        ("2023到2025年床位数分别是多少？", [f"{y}年床位数是多少？" for y in (2023, 2024, 2025)]),
        ("2024年、2025年的粮食产量是多少？", [f"{y}年的粮食产量是多少？" for y in (2024, 2025)]),
        ("1956年和1957年，钢产量各是多少？", [f"{y}年，钢产量是多少？" for y in (1956, 1957)]),
        (
            "2005年的报告说1936年和1957年的产量各是多少？",
            [f"2005年的报告说{y}年的产量是多少？" for y in (1936, 1957)],
        ),
        ("2022年、2024—2025年产量各是多少？", [f"{y}年产量是多少？" for y in (2022, 2024, 2025)]),
        ("2024到2025年目标分别是多少？", [f"{y}年目标是多少？" for y in (2024, 2025)]),
        (
            "茶业产值，2025年完成多少，2026年目标又是多少？",
            ["茶业产值，2025年完成多少？", "茶业产值，2026年目标又是多少？"],
        ),
        (
            "1997年和1999年两份报告定的目标分别是几？",
            [f"{y}年报告定的目标是几？" for y in (1997, 1999)],
        ),
        (
            "压减任务，2017年定得多还是2018年定得多？",
            [f"压减任务，{y}年定多少？" for y in (2017, 2018)],
        ),
        (
            "小学生人数：2024年的报告讲上年有多少，2025年的报告讲上年有多少？",
            [f"小学生人数，{y}年的报告讲上年有多少？" for y in (2024, 2025)],
        ),
        ("从2020年到2025年提高了多少？", []),
        ("2024年比2023年增长多少？", []),
        ("产量2025年和2030年目标各多少？", ["产量2025年多少？", "产量2030年目标多少？"]),
        ("2021-2025年年均增长多少？", []),
        ("2023年和2024年一共发行多少？", []),
        ("2023年、2024年的报告分别怎么评价2022年？", []),
        ("1950年到2020年的产量分别是多少？", []),  # more than anybody reads at once
        ("2024年的粮食产量是多少？", []),
    ],
)  # fmt: skip
def test_years_in_a_row_are_asked_about_one_by_one(question: str, parts: list[str]) -> None:
    assert by_year(question) == parts


def test_a_question_that_is_quoted_is_not_put() -> None:
    for question in ("谁提出“钱从哪里来？”这个问题？", "《谁来养活中国？》是谁提的？"):
        assert split(question) == [question]
