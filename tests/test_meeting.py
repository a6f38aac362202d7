"""Minutes tell when and where a meeting was, who came, who did not, and what was settled."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.found import Way
from tests.conftest import assistant_on

MINUTES = """# 冷水鱼养殖专家座谈会纪要

**时间：** 2026年3月18日 9:00—11:40
**地点：** 水产中心二楼会议室
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

NEWS = """河鱼丰收

2026年4月2日

下河县渔业丰收会演在县城举行，八百人到场。全国人大代表卫长河建议推广稻田养鱼。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on(tmp_path_factory.mktemp("fish"), {"纪要.md": MINUTES, "新闻.txt": NEWS})


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("会议时间是什么时候？", ["2026年3月18日 9:00—11:40"]),
        ("座谈会在哪里召开的", ["水产中心二楼会议室"]),
        ("冷水鱼养殖座谈会谁主持的？", ["许牧川（水产中心副主任）"]),
        ("哪些人参加了会议？", ["许牧川", "郎知秋", "段青禾"]),
        ("谁没来开会", ["请假：安道远", "缺席：费思远"]),
        ("冷水鱼那个专家会在哪儿开的", ["水产中心二楼会议室"]),
        ("座谈会一共来了多少人？", ["共3人", "段青禾"]),
        ("郎知秋参加会议了吗？", ["郎知秋 | 雪岭渔业公司"]),
        ("安道远来了吗", ["请假：安道远（合作处处长"]),
        ("安道远为什么没来参加座谈会", ["赴省里开会"]),
        ("会议决定了什么？", ["5月底前提出鱼苗进口评估报告", "| 鱼苗评估 | 安道远 |"]),
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


def test_who_is_on_no_list_did_not_come_so_far_as_is_known(assistant: Assistant) -> None:
    found = assistant.inspect("卫长河参加会议了吗？")
    assert found.way is Way.MEETING and not found.answer.answered


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
