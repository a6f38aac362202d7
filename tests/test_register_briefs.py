"""Briefs, wires, columns and minutes: who is who there, and where what they ask for ends."""

from __future__ import annotations

import pytest

from tests.registers import people, proposed, register

LAMPS = "在渡口加装太阳能路灯"


def test_a_table_whose_bars_stand_between_spaces_is_read_row_by_row() -> None:
    text = f"""红石区代表建议交办表

序号 | 领衔代表 | 所在单位及职务 | 建议内容摘要 | 主办单位
---- | ---- | ---- | ---- | ----
1 | 司马兰 | 东风小学校长 | {LAMPS} | 区住建局
2 | 李四光 | 红石医院护士长 | 恢复早班渡船 | 区交通局
"""
    assert proposed(text) == [("司马兰", LAMPS), ("李四光", "恢复早班渡船")]


def test_the_minute_of_a_live_report_is_no_part_of_what_is_said_then() -> None:
    text = f"""10:55 市人大代表、红石医院护士长李四光谈夜航：出事的多是老船。他希望{LAMPS}。

10:40 市政协委员、东风小学校长司马兰：校车要配跟车老师。
"""
    assert proposed(text) == [("李四光", LAMPS), ("司马兰", "校车要配跟车老师")]


def test_one_of_whom_only_a_post_is_told_heads_what_she_says() -> None:
    text = f"""◎ 司马兰（女，苗族，东风小学校长）

{LAMPS}。
"""
    assert people(text)["司马兰"] == ("", "东风小学校长")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("市人大代表、社区工作者李四光在讨论时走过来。", ("市人大代表", "社区工作者")),
        ("另一位委员、退休工程师李四光更具体。", ("委员", "退休工程师")),
        ("市政协委员李四光走出会场。", ("市政协委员", "")),
        ("这件事是李四光带来的。这位苗寨歌师、市政协委员已经六十岁。", ("市政协委员", "苗寨歌师")),
    ],
)
def test_who_is_introduced(text: str, person: tuple[str, str]) -> None:
    assert people(text)["李四光"] == person


def test_a_body_known_is_not_who_speaks_for_it() -> None:
    text = f"""民盟红石市委会建议，{LAMPS}。

市政协副主席、民盟红石市委会主委李四光建议，恢复早班渡船。
"""
    assert proposed(text) == [("民盟红石市委会", LAMPS), ("李四光", "恢复早班渡船")]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (f"主张{LAMPS}，理由是去年出过三起事故。", [LAMPS]),
        (f"建议{LAMPS}，市交通局八月份就答复了。", [LAMPS]),
        (f"提交建议，要求{LAMPS}。", [LAMPS]),
        (f"想了想，重新写下：“{LAMPS}。”", [LAMPS]),
        (f"建议{LAMPS}；另建议恢复早班渡船。", [LAMPS, "恢复早班渡船"]),
        (f"：请把{LAMPS[1:]}的钱列入预算。", [f"把{LAMPS[1:]}的钱列入预算"]),
        ("说，变电箱挡住了盲道，应当搬走。", ["变电箱挡住了盲道，应当搬走"]),
        (f"联名：{LAMPS}。", [LAMPS]),
        (f"走出会场时被人拦下：“就一句话——渡口要{LAMPS[3:]}。”", [f"渡口要{LAMPS[3:]}"]),
        (f"：我换个题目。我的意见是{LAMPS}。", [LAMPS]),
        ("今年共提交个人提案6件，同事提交9件。", []),
        ("说，孩子过江要“转三次船”。", []),
    ],
)
def test_what_is_asked_for(words: str, asked: list[str]) -> None:
    assert proposed(f"市政协委员李四光{words}") == [("李四光", one) for one in asked]


def test_a_title_with_what_became_of_it_is_a_proposal() -> None:
    text = "市人大代表李四光在场。李四光领衔的《关于制定渡口管理办法的议案》现有签名8人。"
    assert proposed(text) == [("李四光", "制定渡口管理办法")]


def test_what_notes_remark_is_no_item_of_what_is_asked_for() -> None:
    text = f"""**李四光**（市政协委员，某校校长）

- 判断：渡口不是没灯，是没人管
- 提案1：{LAMPS}
- 金句：“灯亮了，心就亮了。”
"""
    assert proposed(text) == [("李四光", LAMPS)]


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
    assert people(MINUTES) == {
        "孟和巴雅尔": ("代表", "草原站站长"),
        "谷雨晴": ("代表", "某镇小学校长"),
    }


def test_of_several_in_brackets_each_has_his_own_post() -> None:
    text = (
        "代表：宰父林、葛二妮（均为县人大代表；宰父林是个体工商户，葛二妮是某社区居民小组长）\n"
        f"建议：{EVENING}。\n"
    )
    assert people(text) == {
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
