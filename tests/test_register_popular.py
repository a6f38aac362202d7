"""Abstracts, tables of a vote, leaflets, notes: where a title, field or heading tells it all."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

WHO = "市人大代表、某某茶厂厂长张三丰"
EVENING = "在镇上多建夜校"
FEE = "把夜校学费降低一半"
NOTES = f"""## 听会笔记

### 发言（按座次）

- **张三丰**，市人大代表，某某茶厂厂长
  - 茶厂去年办了两期
  - 提：{EVENING}
  - 原话：“晚上的灯，照的是明天。”
- **李四光**，市政协委员，某某中学校长
  - {FEE}
- 区长讲了半小时
- **王五岳**、**赵六合** 两位联名
  - 给渡口配救生衣
- Q：给夜校配老师，钱从哪来？
"""
LEAFLET = """★ 代表回来了 ★

◆ 学
东河镇代表团 张三丰（县人大代表、东河村支书）
“夜校逢集日加开一班。”
财政局答应：秋天前办！

◆ 行
西岭乡代表团 李四光（县人大代表）
渡口末班船从目前的七点延长到九点，儿童票价不超过两元。

◎ 您想给夜校捐书？
"""
STORY = f"""# 一盏灯

**张三丰**（市人大代表，某某茶厂厂长）

我采了三十年茶。

## 那份建议

我识字不多，建议是念给徒弟记下来的。话都是我自己的：

1. {EVENING}；
2. {FEE}。

## 会上

坐对面的陈为民委员站起来说：“他讲得实在。我加一句，茶企应当结对帮扶夜校。”
"""
LAYOUTS = {
    "a table drawn with bars": (
        f"""建议交办表

┃序号┃领衔代表┃单位及职务┃建议内容┃承办单位┃
┠─╂─╂─╂─╂─┨
┃1┃张三丰┃某某茶厂厂长┃{EVENING}┃市教育局┃
┃2┃李四光┃某某中学校长┃{FEE}┃市财政局┃
""",
        [("张三丰", EVENING), ("李四光", FEE)],
    ),
    "notes in nested items": (NOTES, [("张三丰", EVENING), ("李四光", FEE)]),
    "a leaflet": (
        LEAFLET,
        [
            ("张三丰", "夜校逢集日加开一班"),
            ("李四光", "渡口末班船从目前的七点延长到九点，儿童票价不超过两元"),
        ],
    ),
    "a story told by a deputy": (
        STORY,
        [("张三丰", EVENING), ("张三丰", FEE), ("陈为民", "茶企应当结对帮扶夜校")],
    ),
    "a reply to two, and what one of them asked for besides": (
        f"""张三丰、李四光委员：

您们提出的《关于{EVENING}的提案》收悉，现答复如下：

一、关于提高教师课时费的建议
今年起每课时一百元。

此外，李四光委员在电话中提出的引入社会班线的意见，我们已转请研究。
""",
        [
            ("张三丰", "提高教师课时费"),
            ("李四光", "提高教师课时费"),
            ("李四光", "引入社会班线"),
        ],
    ),
    "turns in a group": (
        f"""张三丰（市政协委员、某某茶厂厂长）：每次去要，对方都说没有。货款周期从现在的半年缩短到两个月。把货款纳入信用考核，不能只靠自觉。

李四光（市政协委员、某某中学校长）：去年我说过要办夜校，没有先例。今年再提一次：{EVENING}。
""",
        [
            ("张三丰", "货款周期从现在的半年缩短到两个月"),
            ("张三丰", "把货款纳入信用考核，不能只靠自觉"),
            ("李四光", EVENING),
        ],
    ),
    "minutes, and what an official stresses": (
        (
            f"出席：市政协委员张三丰、李四光，市政府副市长王五岳\n\n张三丰委员建议{EVENING}。\n\n"
            "王五岳副市长强调，各局要逐条认领。\n"
        ),
        [("张三丰", EVENING)],
    ),
    "a quotation before another goes on": (
        (
            f"{WHO}与市政协委员李四光都谈到夜校。张三丰认为，难在师资。"
            f"“应当让茶师到夜校讲课，不要只看学历。”李四光则提出，{FEE}。"
        ),
        [("张三丰", "应当让茶师到夜校讲课，不要只看学历"), ("李四光", FEE)],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_proposes_what_is_his(layout: str) -> None:
    text, rows = LAYOUTS[layout]
    assert proposed(text) == rows


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (f"所以他第一件建议讲的是，{EVENING}。", [EVENING]),
        (f"他带来三件建议，第一件讲的是，{EVENING}。", [EVENING]),
        (f"他今年的提案题目就叫《关于{EVENING}的建议》。", [f"《关于{EVENING}的建议》"]),
        ("这是他提的：夜校的电费，镇里出一半。", ["夜校的电费，镇里出一半"]),
        ("他说，给不识字的老人办夜校，老师上门。", ["给不识字的老人办夜校，老师上门"]),
        ("他随后提出，每个镇有一所夜校，至少配两名老师。", ["每个镇有一所夜校，至少配两名老师"]),
        # What came of it, and what is told behind a dash, is no part of it.
        (f"前年他提出{EVENING}，有关部门回复“暂无条件”。", [EVENING]),
        (f"去年他提出{EVENING}，三个月后，夜校开了。", [EVENING]),
        (f"他呼吁{EVENING}——这后半句，正是吵出来的。", [EVENING]),
        # Neither where a paper has something written, nor where a clause ends with 要.
        ("他把账本附在建议后面，改了说法。", []),
    ],
)
def test_what_is_asked_for_begins_and_ends(sentence: str, rows: list[str]) -> None:
    found = proposed(f"{WHO}常去夜校。{sentence}")
    assert found == [("张三丰", row) for row in rows]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            f"市政协委员、某出版社编审李四光蹲在桥头。李四光建议{EVENING}。",
            ("李四光", "某出版社编审"),
        ),
        (
            f"县政协委员、患者家属李四光蹲在桥头。李四光建议{EVENING}。",
            ("李四光", "患者家属"),
        ),
        (f"浙江代表团李四光代表建议{EVENING}。", ("李四光", "")),
        (f"今天上午李四光委员（某中学校长）建议{EVENING}。", ("李四光", "某中学校长")),
        (f"见到市政协委员、某厂厂长高原时，他在看书。他建议{EVENING}。", ("高原", "某厂厂长")),
        (f"我们组的教师代表李四光建议{EVENING}。", ("李四光", "教师")),
        (
            f"市政协委员、某馆馆员覃雪谈夜校。覃雪另以个人名义建议{EVENING}。",
            ("覃雪", "某馆馆员"),
        ),
        (f"全国人大代表、地质研究员拉姆走上“代表通道”。她建议{EVENING}。", ("拉姆", "地质研究员")),
    ],
)
def test_a_name_begins_and_ends(text: str, who: tuple[str, str]) -> None:
    (one,) = register(text).people
    assert (one.name, one.organisation_title) == who
    assert proposed(text) == [(one.name, EVENING)]


def test_a_surname_and_a_title_behind_a_post_are_no_name() -> None:
    text = f"{WHO}建议{EVENING}。他排在省水利厅总工程师靳代表后面。"
    assert [one.name for one in register(text).people] == ["张三丰"]


LIST = """第001号　关于在镇上多建夜校的提案
    提案人：张三丰（市政协委员，某校校长）
    主办：市教育局    会办：市财政局

第002号　关于保护湿地的提案
    提案人：李四光（市政协委员，某厂厂长）
    主办：市林业局
"""


def test_a_title_above_its_proposers_is_proposed_where_nothing_else_is_told() -> None:
    assert proposed(LIST) == [
        ("张三丰", "关于在镇上多建夜校的提案"),
        ("李四光", "关于保护湿地的提案"),
    ]
    assert proposed(LIST.replace("    主办：市林业局", "建议设立湿地基金。")) == [
        ("张三丰", "关于在镇上多建夜校的提案"),
        ("李四光", "设立湿地基金"),
    ]


@pytest.mark.parametrize("key", ["她说的", "他们一起提的", "主要建议"])
def test_what_somebody_said_is_a_field(key: str) -> None:
    text = (
        "◆ 下了班去哪儿上课？\n  代表：张三丰（县人大代表，某校校长）\n"
        f"  {key}：从镇口到车站没有一所夜校。在镇上多建夜校，周末也开课。\n  谁来办：县教育局\n"
    )
    assert proposed(text) == [("张三丰", "在镇上多建夜校，周末也开课")]


def test_the_heading_of_a_part_of_a_reply_may_have_commas_and_quotations() -> None:
    text = (
        "张三丰委员：\n\n您提出的《关于夜校的提案》收悉，现答复如下：\n\n"
        "一、关于推广“夜校＋工会”，吸纳退休教师授课\n\n我局已建成夜校三所。\n\n"
        "二、关于建设课程库，周末开放\n\n我局将研究。\n\n"
        "关于建设经费，我局将会同市财政局研究。\n"
    )
    assert proposed(text) == [
        ("张三丰", "推广“夜校＋工会”，吸纳退休教师授课"),
        ("张三丰", "建设课程库，周末开放"),
    ]
    assert len(register(text).people) == 1
