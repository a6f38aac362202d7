"""Minutes tell when and where a meeting was, who came, who did not, and what was settled."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.answers.found import Way
from assistant.answers.inspection import Why
from tests.conftest import asking

DELEGATION = """第五代表团分组讨论纪要

时间：2026年1月8日下午
主持人：游春山
列席：副县长滕放、县水利局局长向问渠。

游春山说，渠要先修。
"""

MINUTES = """# 冷水鱼养殖专家座谈会纪要

**时间：** 2026年3月18日 9:00—11:40
**地　点：** 水产中心二楼会议室
**主持人：** 许牧川（水产中心副主任）

**出席人员（共3人）：**

| 姓名 | 单位 |
| --- | --- |
| 许牧川 | 水产中心 |
| 郎知秋 | 雪岭渔业公司 |
| 段青禾 | 水产学会 |

请假：安道远（合作处处长，赴省里开会）
缺席：费思远

## 讨论要点

郎知秋介绍，2025年公司虹鳟产量为3200吨，鱼苗有四成靠进口。
段青禾反对在上游河段新建网箱。

## 会议决定

- 由合作处在5月底前提出鱼苗进口评估报告。
- 下次会议定于2026年6月召开。

| 事项 | 责任人 |
| --- | --- |
| 鱼苗评估 | 安道远 |
"""

PROSE = """稻田灌溉协商座谈会纪要

2026年5月12日上午，县政协农业委员会在政协三楼议事厅召开稻田灌溉协商座谈会。会议由副主席闻人达主持。出席会议的有农业委员会主任司徒芳，水务局副局长简永年，粮农代表单大勇。农机站站长查志新因赴省里培训请假。

会上意见不一。单大勇建议提前放水，简永年认为要看墒情。

会议议定：

一、由水务局在6月底前提出放水方案。

二、由农机站检修水泵。

闻人达最后强调，灌溉是大事。

本纪要于2026年5月20日印发。
"""

NEWS = """河鱼丰收

2026年4月2日

下河县渔业丰收会演在县城举行，八百人到场。全国人大代表卫长河建议推广稻田养鱼。
"""


assistant = asking(
    {"纪要.md": MINUTES, "散文.txt": PROSE, "新闻.txt": NEWS, "分组.txt": DELEGATION}
)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("冷水鱼会议时间是什么时候？", ["2026年3月18日 9:00—11:40"]),
        ("冷水鱼座谈会在哪里召开的", ["水产中心二楼会议室"]),
        ("冷水鱼养殖座谈会谁主持的？", ["许牧川（水产中心副主任）"]),
        ("冷水鱼养殖哪些人参加了会议？", ["许牧川", "郎知秋", "段青禾"]),
        ("冷水鱼座谈会谁没来", ["请假：安道远", "缺席：费思远"]),
        ("冷水鱼那个专家会在哪儿开的", ["水产中心二楼会议室"]),
        ("冷水鱼座谈会是哪天在哪开的？", ["2026年3月18日", "水产中心二楼会议室"]),
        ("灌溉座谈会是哪天开的？", ["2026年5月12日上午"]),
        ("灌溉座谈会由谁主持？", ["由副主席闻人达主持"]),
        ("稻田灌溉座谈会有哪些人出席？", ["司徒芳", "简永年", "单大勇"]),
        ("灌溉座谈会谁请假了？", ["查志新因赴省里培训请假"]),
        ("灌溉座谈会议定了哪些事项？", ["6月底前提出放水方案", "农机站检修水泵"]),
        ("冷水鱼座谈会一共来了多少人？", ["共3人", "段青禾"]),
        ("郎知秋参加冷水鱼座谈会了吗？", ["郎知秋 | 雪岭渔业公司"]),
        ("安道远参加冷水鱼座谈会了吗", ["请假：安道远（合作处处长"]),
        ("安道远为什么没来参加冷水鱼座谈会", ["赴省里开会"]),
        ("有哪几位领导列席了第五代表团的讨论？", ["列席：副县长滕放、县水利局局长向问渠"]),
        ("冷水鱼会议决定了什么？", ["5月底前提出鱼苗进口评估报告", "| 鱼苗评估 | 安道远 |"]),
    ],
)
def test_the_lines_of_the_minutes_answer(
    assistant: Assistant, question: str, parts: list[str]
) -> None:
    found = assistant.inspect(question)
    assert found.way is Way.MEETING and found.answer.answered
    quoted = [
        assistant.index.document(q.document).text[q.start : q.end] for q in found.answer.quotes
    ]
    assert all(any(part in one for one in quoted) for part in parts)
    assert len("".join(quoted)) < 200 and not any(one.startswith("| ---") for one in quoted)


def test_of_which_meeting_is_told_by_the_answer_before(assistant: Assistant) -> None:
    found = assistant.inspect("会议议定了哪些事项？", ["谁建议提前放水？"])
    quoted = "".join(quote.text for quote in found.answer.quotes)
    assert "放水方案" in quoted and "灌溉是大事" not in quoted and "鱼苗" not in quoted


def test_who_is_on_no_list_did_not_come_so_far_as_is_known(assistant: Assistant) -> None:
    found = assistant.inspect("卫长河参加冷水鱼座谈会了吗？")
    assert found.way is Way.MEETING and not found.answer.answered
    assert found.why is Why.NOT_IN_MINUTES


@pytest.mark.parametrize(
    "question",
    [
        "下次会议什么时候开？",
        "会上谁介绍了虹鳟产量？",
        "渔业丰收会演有多少人到场？",
        "会议对网箱做了什么决定？",
        "2025年虹鳟产量是多少？",
    ],
)
def test_what_asks_for_more_is_no_question_about_the_meeting(
    assistant: Assistant, question: str
) -> None:
    assert assistant.inspect(question).way is not Way.MEETING
