"""Numbers of several parts: ranges and changes, 亿 and 万, spans of years; whose unit it is."""

from __future__ import annotations

import pytest

from assistant.register.numbers import numbers
from tests.registers import register


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the low end of a range counts as the high one does
        ("年产三至五万吨", [("3-5", "万吨")]),
        ("服务三十至五十万人，三万至五万户", [("30-50", "万人"), ("3-5", "万户")]),
        ("三千至五万元，三百至五百万元", [("0.3-5", "万元"), ("300-500", "万元")]),
        ("每户补助5000至1万元，5000至1万", [("0.5-1", "万元"), ("0.5-1", "万")]),
        ("七八成企业，两三成农户，七成五，", [("7-8", "成"), ("2-3", "成"), ("7.5", "成")]),
        # from one to the other is no range
        ("税率由13%到9%", [("13", "%"), ("9", "%")]),
        ("税率从原来的13%到9%，占13%到15%", [("13", "%"), ("9", "%"), ("13-15", "%")]),
        ("由百分之三到百分之五", [("3", "%"), ("5", "%")]),
        ("从原来的5元到8元", [("5", "元"), ("8", "元")]),
        # one number in two parts
        ("投资3亿5000万元，1亿2000万吨", [("3.5", "亿元"), ("1.2", "亿吨")]),
        ("共有2万3000人，2万5千公里", [("2.3", "万人"), ("2.5", "万公里")]),
    ],
)
def test_numbers_of_several_parts(text: str, found: list[tuple[str, str]]) -> None:
    assert [(number.value, number.unit) for number in numbers(text)] == found


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("公司目前年产能达到30万吨。", ""),
        ("60岁以上年龄段人口达2.8亿人。", ""),
        ("以前年度结余3亿元。", ""),
        ("世界上年产铜3万吨。", ""),
        ("上年产量30万吨。", "上年"),
        ("2016~2020年，全省新增产能300万吨。", "2016-2020"),
        ("2021-2025年，全省新增产能300万吨。", "2021-2025"),
        ("2021年-2025年，全省新增产能300万吨。", "2021-2025"),
        ("2021–2025年，全省新增产能300万吨。", "2021-2025"),
    ],
)
def test_the_year_is_no_part_of_a_word_and_has_both_its_ends(words: str, year: str) -> None:
    (figure,) = register(words).figures
    assert figure.year == year


def test_each_has_its_own_whatever_rises_and_falls() -> None:
    found = register("铜、铝价格分别上涨5%、下跌3%。").figures
    assert [(one.subject, one.value) for one in found] == [("铜", "5"), ("铝价格", "3")]


@pytest.mark.parametrize(
    ("sentence", "aimed"),
    [
        ("今年主要预期目标是：钢产量10亿吨。", True),
        ("钢产量拟压减到10亿吨。", True),
        ("钢产量10亿吨，超额完成目标。", False),
        ("完成了全年预期目标，钢产量10亿吨。", False),
        ("虚拟电厂用钢10亿吨。", False),
        ("提出钢产量10亿吨的发展目标。", True),
        ("实现了钢产量10亿吨的目标。", False),
        ("全\n国\n钢\n产\n量10亿吨，预计明年更高。", False),
        ("提出\n全国\n钢产量\n10亿吨的发展目标。", True),
    ],
)
def test_what_is_aimed_at_is_no_result(sentence: str, aimed: bool) -> None:
    assert [one.planned for one in register(sentence).figures] == [aimed]


def test_a_second_table_right_below_the_first_has_its_own_head() -> None:
    first = "| 企业 | 产量（万吨） |\n| --- | --- |\n| 甲厂 | 20 |\n"
    found = register(f"{first}| 地区 | 产值（亿元） |\n| 东区 | 30 |", "a.md").figures
    assert [(one.subject, one.unit) for one in found] == [
        ("甲厂、产量", "万吨"),
        ("东区、产值", "亿元"),
    ]


def test_the_unit_of_the_caption_is_none_of_a_rate() -> None:
    head = "表2 铜产量（单位：万吨）\n\n| 产品 | 2025年 | 增速 |\n| --- | --- | --- |\n"
    table = f"{head}| 铜 | 1204.5 | 5.3 |"
    assert [one.value for one in register(table, "a.md").figures] == ["1204.5"]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("两省累计投入治理资金134亿元。", "治理资金"),
        ("已有1860个县（市、区）完成试点。", "县（市、区）"),
        ("发放总额200万元的夜校消费券。", "夜校消费券"),
        ("5位专家回答提问。", "专家"),
    ],
)
def test_what_a_number_counts(sentence: str, subject: str) -> None:
    assert [one.subject for one in register(sentence).figures] == [subject]


def test_when_something_was_built_is_not_when_it_is_counted() -> None:
    (figure,) = register("2000年以前建成的多层住宅有1926栋。").figures
    assert figure.year == ""
