"""Wires, columns, notes and minutes: what is no headline, no aside, no fact and no name."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

EVENING = "在镇上多建夜校"
WHO = "全国人大代表、某校校长张三丰"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # A headline in brackets ends with them, and says nothing that the text below does not.
        (
            f"【张三丰：建议重视夜校】{WHO}接受采访时表示，建议{EVENING}。",
            [EVENING],
        ),
        (f"【{WHO}：把夜校办到村口】本报记者获悉，某地已有夜校三所。", ["把夜校办到村口"]),
        # 坦率地说, names nobody, and 这位校长 is whoever was spoken of.
        (f"{WHO}来了。\n\n公允地说，张代表想得周到。她还提出，{EVENING}。", [EVENING]),
        (f"{WHO}来了。这位镇上的中学校长说，“夜里人多。”她呼吁{EVENING}。", [EVENING]),
        # What is about another's trouble is not his.
        (
            f"{WHO}走访了村民包老根。对李四光代表的难题，他的主意是{EVENING}。",
            [EVENING],
        ),
        (f"{WHO}关心的是夜校，打算建议{EVENING}。", [EVENING]),
        (f"去年，{WHO}建议{EVENING}，教育部、财政部都来了电话。", [EVENING]),
        (f"{WHO}：还有，教材也请写进课程标准。", ["教材也请写进课程标准"]),
        (f"{WHO}：一件衣裳要绣四个月，卖三千块。阿婆非要给我煮一碗米线。", []),
    ],
)
def test_what_is_proposed_in_a_short_report(text: str, rows: list[str]) -> None:
    assert [row for name, row in proposed(text) if name == "张三丰"] == rows


NOTES = f"""- **张三丰**（市政协委员，某校校长）
  - 夜校的课讲得不错，操场不够
  - 建议：{EVENING}
  - 冬季供暖，没展开
- **李四光**（市政协委员，星河科技CTO）：夜校的教材。
  - 由市图书馆牵头建设课程库
- 上面这条，**王五丰**（市政协委员，某厂厂长）附议，并补一条：图书馆应开设夜间课程
"""


def test_where_items_are_marked_as_asked_for_the_others_tell_facts() -> None:
    assert proposed(NOTES) == [
        ("张三丰", EVENING),
        ("李四光", "由市图书馆牵头建设课程库"),
        ("王五丰", "图书馆应开设夜间课程"),
    ]
    unmarked = NOTES.replace(f"  - 建议：{EVENING}\n", "")
    assert ("张三丰", "冬季供暖，没展开") in proposed(unmarked)
    posts = {one.name: one.organisation_title for one in register(NOTES).people}
    assert posts["李四光"] == "星河科技CTO"


MINUTES = f"""某县代表团第二组审议县人民政府工作报告发言摘登

时间：1月22日下午
地点：二楼会议室

孟和巴雅尔（草原站站长）：建议{EVENING}。

谷雨晴（某镇小学校长）：同意孟和巴雅尔代表的意见。建议降低夜校的学费。
"""


def test_who_speaks_below_the_heading_of_a_group_of_deputies_is_one() -> None:
    people = {one.name: (one.role, one.organisation_title) for one in register(MINUTES).people}
    assert people == {
        "孟和巴雅尔": ("代表", "草原站站长"),
        "谷雨晴": ("代表", "某镇小学校长"),
    }


def test_of_several_in_brackets_each_has_his_own_post() -> None:
    text = (
        "代表：宰父林、葛二妮（均为县人大代表；宰父林是个体工商户，葛二妮是某社区居民小组长）\n"
        f"建议：{EVENING}。\n"
    )
    people = {one.name: (one.role, one.organisation_title) for one in register(text).people}
    assert people == {
        "宰父林": ("县人大代表", "个体工商户"),
        "葛二妮": ("县人大代表", "某社区居民小组长"),
    }


def test_a_meeting_of_chairs_is_no_chair() -> None:
    text = f"第16号建议列为区人大常委会主任会议重点督办件，由副主任康永年督办。{WHO}建议{EVENING}。"
    assert [one.name for one in register(text).people] == ["张三丰"]


def test_the_session_a_text_tells_of_says_which_members_they_are() -> None:
    text = f"我省6位全国政协委员参会，张三丰、李四光两位委员作了发言。张三丰委员建议{EVENING}。"
    assert {one.role for one in register(text).people} == {"全国政协委员"}


def test_the_facts_in_a_cell_may_end_with_a_comma() -> None:
    text = (
        "| 领衔代表 | 主要内容 |\n| --- | --- |\n"
        "| 张三丰 | 夜校经费不足，教师补助拖欠，请县财政按每人300元安排专项 |\n"
    )
    assert proposed(text) == [("张三丰", "请县财政按每人300元安排专项")]


def test_an_adverb_behind_a_short_name_is_no_part_of_it() -> None:
    text = f"同为全国人大代表的市海洋研究所所长卫兰特意赶到村里。卫兰建议{EVENING}。"
    assert proposed(text) == [("卫兰", EVENING)]
