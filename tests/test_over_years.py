"""What documents of many years say is quoted year by year."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.answers.found import Way
from assistant.answers.over_years import MOST
from tests.conftest import asking, assert_quoted

REPORTS = {
    "2021年某镇工作报告.txt": "小麦产量达到40万吨，增长2%。\n\n农村电商刚刚起步。电商要有仓库。\n",
    "2022年某镇工作报告.txt": "全年小麦产量达到42万吨，增长5%。\n\n今年小麦产量目标为44万吨。\n",
    "2023年某镇工作报告.txt": "小麦产量达到45万吨，增长7%，五年增两成。\n\n要把电商办到村里。\n",
    "2020年某乡工作报告.txt": "开始监测PM2.5。\n",
    "2023年某乡工作报告.txt": "PM 2.5下降一成。路修到了最后一公里。首次办起了夜校。\n",
    "游记.txt": "湖边的老亭子里，有人在说电商，也说扩大店面。\n",
    **{f"{year}年某会纪要.txt": "会上说到修桥。\n" for year in range(1990, 1991 + MOST)},
}
reports = asking(REPORTS)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("哪些年份的报告提到了电商？", ["电商刚刚起步", "电商办到村里"]),
        ("电商在哪几年的工作报告里出现过？", ["电商刚刚起步", "电商办到村里"]),
        ("哪个年份的工作报告首次提到电商？", ["电商刚刚起步"]),
        ("工作报告最早在哪一年提到“农村电商”？", ["电商刚刚起步"]),
        ("第一次写入电商是在哪一年？", ["电商刚刚起步"]),
        ("“电商”最早出现在哪年的工作报告里，原话是什么？", ["电商刚刚起步"]),
        ("历年报告中首次使用“农村电商”这个词是什么时候？", ["电商刚刚起步"]),
        ("工作报告最后一次提电商是哪年？", ["电商办到村里"]),
        ("2022年以来哪些年份的报告提到过电商？", ["电商办到村里"]),
        ("最近两年哪些年份的报告提到过电商？", ["电商办到村里"]),
        ("哪些年份的报告提到最后一公里？", ["最后一公里"]),
        ("哪些年份的报告提到PM2.5？", ["开始监测", "下降一成"]),  # with or without a space
        ("2022年以前的报告，哪些年份提到了电商？", ["电商刚刚起步"]),
        ("从2021年到2023年，报告对电商的提法有什么变化？", ["刚刚起步", "要有仓库", "办到村里"]),
        ("电商在2021年和2023年的报告里分别怎么说？", ["刚刚起步", "要有仓库", "办到村里"]),
    ],
)
def test_a_sentence_of_each_year_is_quoted(
    reports: Assistant, question: str, says: list[str]
) -> None:
    assert_quoted(reports.inspect(question), Way.YEARS, says)


def test_the_years_are_told_and_that_not_all_are_quoted(reports: Assistant) -> None:
    text = reports.ask("哪些年份的报告提到了电商？").text
    assert text.startswith("2个年份的文档写到：2021、2023。\n")
    many = reports.ask("哪些年份的文件提到了修桥？")
    assert len(many.quotes) == MOST and "1991" in many.quotes[0].title
    assert f"{MOST + 1}个年份的文档写到：1990、1991" in many.text and "引最近的" in many.text


def test_first_and_last_are_told_with_their_year(reports: Assistant) -> None:
    first = reports.ask("“电商”最早出现在哪年的工作报告里？").text
    assert first.startswith("“电商”最早见于2021年的文档（有2个年份写到）：\n")
    assert reports.ask("报告最后一次提电商是哪年？").text.startswith("“电商”最后见于2023年的文档")


def test_a_period_is_not_told_as_all_time(reports: Assistant) -> None:
    text = reports.ask("2022年以来首次提到电商的是哪一年的报告？").text
    assert "办到村里" in text and "最早见于" not in text


def test_the_years_that_say_nothing_of_it_are_named(reports: Assistant) -> None:
    text = reports.ask("2021年、2022年、2023年报告里关于电商的表述").text
    assert text.startswith("没有找到2022年的文档写到它；写到的是：\n")
    assert not reports.ask("从2021年到2023年，报告对潜艇的提法有什么变化？").answered


@pytest.mark.parametrize(
    "question",
    [
        "哪些年份的报告提到了直播？",  # written nowhere
        "哪些年份的报告没提到电商？",
        "哪些年份的报告提到了电商、小麦？",  # two things
        "哪些年份的报告提到扩大电商？",  # 扩大 and 电商 are written, and not this
        "哪一年首次出现电商？",  # when that was, and not where it is written
        "历年小麦产量",
        "2021年、2022年和2023年小麦产量分别是多少？",
        "2021—2023年电商发展规划里怎么说？",  # which is called so
        "哪一年小麦产量达到45万吨？",
    ],
)
def test_what_is_asked_otherwise_is_looked_for_otherwise(reports: Assistant, question: str) -> None:
    assert reports.inspect(question).way is not Way.YEARS
