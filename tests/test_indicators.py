"""Figures of an indicator are quoted of the year, or the years, that are asked about."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.answers.found import Way
from tests.conftest import asking, assert_quoted, titled

REPORTS = {
    "2020年某镇工作报告.txt": "全年小麦产量达到38万吨。全年棉布产量4万米。\n\n今年要种好树。",
    "2021年某镇工作报告.txt": (
        "一、2020年工作回顾\n\n地区生产总值达到40亿元，比上年增长5.1%。小麦总产量40万吨，增长2%。\n\n"
        "二、2021年主要任务\n\n地区生产总值增长6%左右，新增城镇就业900人以上。\n\n今年赤字率拟按3%安排。"
    ),
    "2022年某镇工作报告.txt": (
        "一、2021年工作回顾\n\n地区生产总值达到43亿元，增长6.4%。城镇新增就业950人。\n\n"
        "全年小麦产量42万吨，增长5%。全年棉布产量6万米。\n\n"
        "二、2022年主要任务\n\n今年的预期目标是：地区生产总值增长7%左右；小麦产量44万吨。\n\n"
        "提出居民消费价格涨幅3%左右，综合考虑了去年的情况。\n\n"
        "今年赤字率拟按2%安排，降低1个百分点。"
    ),
    "2023年某镇工作报告.txt": (
        "一、过去五年工作回顾\n\n五年来，地区生产总值年均增长5.8%，从30亿元增加到46亿元。"
        "五年累计关停小砖窑38座。\n\n"
        "全年小麦产量达到45万吨，增长7%。\n\n二、2023年主要任务\n\n今年赤字率拟按2.5%安排，提高0.5个百分点。"
    ),
}
for year, baskets in enumerate((11, 12, 2, 11, 13), 2011):
    REPORTS[f"{year}年某镇工作报告.txt"] = f"全年柳筐产量{baskets}万只。"
for at, year in enumerate((2021, 2022, 2023)):
    for firm, output in (("东山", 3), ("西山", 9)):
        REPORTS[f"{firm}公司{year}年工作报告.txt"] = f"全年棉纱产量达到{output}{at}万吨。"
        REPORTS[f"甲川省{year}年政府工作报告.txt"] = f"全年茶叶产量达到2{at}万吨。"
reports = asking(titled(REPORTS))


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("2021年GDP增长多少？", ["增长6.4%"]),  # and not what it was to, nor of the next report
        ("2021年经济增速", ["增长6.4%"]),
        ("2021年经济比2020年增长了百分之几？", ["增长6.4%"]),
        ("2021年的经济总量有多大", ["43亿元"]),
        ("2022年生产总值是多少", ["增加到46亿元"]),  # what five years led to
        ("2021年GDP目标是多少？", ["增长6%左右"]),
        ("2022年经济增长预期", ["增长7%左右"]),
        ("2021年新增了多少城镇就业岗位？", ["新增就业950人"]),
        ("2022年赤字率定在多少？", ["2%安排"]),  # which is set, and whose outcome nobody tells
        ("2020年小麦产量比上年增长多少", ["增长2%"]),
        ("2021年和2022年的小麦产量各是多少？", ["42万吨", "45万吨"]),
        ("2019—2021年小麦产量", ["38万吨", "40万吨", "42万吨"]),
        ("近三年的赤字率", ["按3%", "按2%", "按2.5%"]),
        ("过去10年的赤字率", ["按3%", "按2%", "按2.5%"]),
        ("2022年到2021年的赤字率", ["按3%", "按2%"]),
        ("历年小麦产量是多少？", ["38万吨", "40万吨", "42万吨", "45万吨"]),
        ("历年小麦产量的增速", ["增长2%", "增长5%", "增长7%"]),
        ("哪一年小麦产量最高，是多少？", ["45万吨"]),
        ("2020年到2022年间，小麦产量最少的是哪年？", ["40万吨"]),
        ("最近两年哪年小麦产量增长最快？", ["增长7%"]),
        ("2021年以来，赤字率定得最低的是哪一年的报告？", ["按2%安排"]),
        ("2021年小麦打了多少吨？", ["42万吨"]),
        ("2021年小麦产量是多少万吨？", ["42万吨"]),
        ("2022年某镇工作报告给当年定的赤字率是多少？", ["2%安排"]),
        ("2022年某镇工作报告公布的上一年小麦产量是多少？", ["42万吨"]),
        ("小麦产量首次超过41万吨是哪一年？", ["42万吨"]),
    ],
)
def test_the_figure_of_each_year_asked_about_is_quoted(
    reports: Assistant, question: str, says: list[str]
) -> None:
    assert_quoted(reports.inspect(question), Way.INDICATOR, says)


def test_what_several_years_made_is_of_the_report_that_tells_it(reports: Assistant) -> None:
    answer = reports.ask("五年累计关停了多少座小砖窑？2023年")
    assert answer.answered and "38座" in answer.quotes[0].text


def test_a_figure_unlike_the_years_beside_it_makes_none_the_lowest(reports: Assistant) -> None:
    assert reports.inspect("哪年柳筐产量最低？").way is not Way.INDICATOR
    assert_quoted(reports.inspect("哪年柳筐产量最高？"), Way.INDICATOR, ["13万只"])


def test_the_years_that_nothing_tells_of_are_named(reports: Assistant) -> None:
    text = reports.ask("2020年到2023年小麦产量").text
    assert text.startswith("没有找到2023年的数字；找到的是：\n") and "45万吨" in text
    assert reports.ask("历年赤字率").text.startswith("文档里多是当年的目标或安排：\n")


def test_the_highest_is_told_of_so_many_years(reports: Assistant) -> None:
    gap = reports.ask("棉布产量第一次突破5万米是什么时候？").text
    assert gap.startswith(
        "有数字的2个年份（2019—2021）里，最早达到的是2021年，2020年没有找到数字："
    )
    assert reports.inspect("小麦产量首次突破30万吨是哪年？").way is not Way.INDICATOR
    text = reports.ask("哪年小麦产量最高？").text
    assert text.startswith("有数字的4个年份（2019—2022）里，最高的是2022年：\n")


@pytest.mark.parametrize(
    "question",
    [
        "2022年GDP增长多少？",  # a mean of five years is told, and an aim
        "2023年小麦产量多少？",
        "2019年赤字率是多少？",
        "2021年物价上涨了多少？",  # of what is aimed at in the year after, with last year in mind
    ],
)
def test_what_is_told_of_other_years_only_is_refused(reports: Assistant, question: str) -> None:
    assert not reports.ask(question).answered


@pytest.mark.parametrize(
    "question",
    [
        "历年小麦产量为什么增长？",
        "2020年到2022年小麦产量增长了多少？",  # over all of them
        "历年棉纱产量",  # of two firms
        "2021年棉纱产量多少？",
        "2021年全国茶叶产量多少？",  # of one province
        "2022年政府工作报告里小麦产量多少？",  # of a document's year
        "2022年某镇工作报告里前年的小麦产量是多少？",
    ],
)
def test_what_is_asked_otherwise_is_looked_for_otherwise(reports: Assistant, question: str) -> None:
    assert reports.inspect(question).way is not Way.INDICATOR


CITIES = {
    "2021年青岩市统计公报.md": (
        "# 2021年青岩市国民经济和社会发展统计公报\n\n全市生产总值820亿元，同比增长6.1%。\n\n"
        "一般公共预算收入71.5亿元，比上年下降2.2%。固定资产投资（不含农户）增长9.4%。\n\n"
        "| 年份 | 生产总值（亿元） | 比上年增长（%） |\n|---|---|---|\n"
        "| 2019 | 741 | 5.5 |\n| 2020 | 760 | 1.9 |\n| 2021 | 820 | 6.1 |\n"
    ),
    "政府工作报告（青岩市2023）.txt": (
        "政府工作报告\n\n（2023年1月9日）\n\n一、2022年工作回顾\n\n预计全年地区生产总值增长4.3%左右。社会消费品零售总额288亿元。\n\n"
        "二、2023年工作安排\n\n●地区生产总值增长6%；\n\n●一般公共预算收入增长5%；\n"
    ),
    "某省北沙市2023年统计公报.md": (
        "# 某省北沙市2023年国民经济和社会发展统计公报\n\n全市生产总值93亿元，比上年增长2.7%。\n"
    ),
    "某省2023年统计公报.md": (
        "# 某省2023年国民经济和社会发展统计公报\n\n全省生产总值8300亿元，比上年增长4.9%。\n"
    ),
    "染坊2021年度董事会工作报告.txt": "染坊2021年度董事会工作报告\n\n全年染布产量达到33万米。\n",
    "白渡市2022年政府工作报告.txt": (
        "白渡市2022年政府工作报告\n\n一、2021年工作回顾\n\n地区生产总值达到510亿元，增长3.7%。\n\n"
        "二、2022年工作安排\n\n地区生产总值增长5%。\n"
    ),
}
cities = asking(CITIES)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("青岩2021年经济增速是多少？", "同比增长6.1%"),
        ("2020年青岩市GDP增长多少", "| 2020 | 760 | 1.9 |"),
        ("青岩22年经济增长了百分之几", "增长4.3%左右"),  # expected, as the year ends
        ("2021年青岩财政收入总共多少亿", "71.5亿元"),  # as the budget calls it
        ("青岩2021年一般公共预算收入是多少？", "71.5亿元"),  # which is no aim for its name
        ("青岩2021年固投增速", "增长9.4%"),
        ("青岩市2022年社零总额", "288亿元"),
        ("青岩2023年GDP目标", "增长6%"),  # one of the tasks, whatever the words
        ("白渡2021年经济增长多少？", "增长3.7%"),
        ("北沙2023年经济增长多少？", "增长2.7%"),  # a city of a province that has its own
        ("2021年染布产量多少？", "33万米"),  # a report on the whole year
        ("白渡2022年的经济增长目标是多少？", "增长5%"),
    ],
)
def test_each_city_has_its_own_figures(cities: Assistant, question: str, says: str) -> None:
    found = cities.inspect(question)
    assert found.way is Way.INDICATOR and says in found.answer.quotes[0].text


@pytest.mark.parametrize(
    "question",
    ["白渡2020年GDP增长多少？", "白渡2023年的经济增长目标", "白渡2021年固定资产投资增速"],
)
def test_the_next_citys_figure_is_none(cities: Assistant, question: str) -> None:
    answer = cities.ask(question)
    assert not answer.answered, answer.text
