"""Live reports, notes, round tables, columns: where little but a mark tells whose words follow."""

from __future__ import annotations

import pytest

from tests.registers import people, proposed

FIRST = "市人大代表、红石钢厂厂长李建国建议，延长夜校的开放时间。\n\n"
LONGER = ("李建国", "延长夜校的开放时间")


def test_a_hashtag_and_a_minute_on_a_line_of_its_own_begin_what_somebody_says() -> None:
    text = (
        "10:02\n李建国代表（市职业学校教师）开讲📷\n\n10:05\n#李建国# 建议：①延长夜校的开放时间 "
        "②按课时给老师发放补贴\n\n10:09\n网友@爱散步的阿丁：支持！建议顺便修修路灯。\n\n"
        "10:11\n轮到周文静代表，红石钢厂质检员。\n\n10:15\n"
        "#周文静# 建议外卖平台暴雨天停止计时。"
    )
    assert proposed(text) == [
        LONGER,
        ("李建国", "按课时给老师发放补贴"),
        ("周文静", "外卖平台暴雨天停止计时"),
    ]
    assert people(text)["周文静"][1] == "红石钢厂质检员"


def test_of_a_joint_motion_each_has_said_what_is_told_of_him() -> None:
    text = (
        "案由：关于办好夜校的提案\n提案人：李建国（经济界，红石钢厂厂长）；周文静（教育界，市二中教师）\n"
        "内容摘要：李建国委员主张延长夜校的开放时间；周文静委员呼吁按课时给老师发放补贴。\n"
        "————————————\n联系人：提案委办公室 王芳\n以上各件请于六月底前书面答复。"
    )
    assert proposed(text) == [LONGER, ("周文静", "按课时给老师发放补贴")]
    assert people(text)["李建国"][1] == "红石钢厂厂长"


def test_in_notes_what_stands_below_another_item_than_the_gist_is_a_fact() -> None:
    text = (
        "## 记\n\n- **李建国** 市人大代表 / 红石钢厂厂长\n  - 讲“学徒难留”\n"
        "    - 班上 30 人，走了 12 人\n"
        "  - 要点\n    - 夜校学费由企业分担一半\n  - 不赞成一刀切停课（旧稿写错了）\n"
        "- **周文静** 市政协委员 / 市二中教师\n  - 停电：去冬停了 9 回 → 少上 9 课\n"
        "  - 提：夜校供电改为双回路"
    )
    assert proposed(text) == [
        ("李建国", "夜校学费由企业分担一半"),
        ("周文静", "夜校供电改为双回路"),
    ]


def test_a_bare_role_in_brackets_and_a_dash_begin_his_words() -> None:
    text = "- **周文静**（代表，红石技校校长，区级能手）——夜校学员可直接报考技师，不限年龄"
    assert proposed(text) == [("周文静", "夜校学员可直接报考技师，不限年龄")]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("我看可以把欠薪的企业列个名单，每月公布一回。", "把欠薪的企业列个名单"),
        ("我倾向于由街道牵头，把夜校登记造册。", "由街道牵头，把夜校登记造册"),
        ("厂里的夜班津贴该涨一涨，涨的部分由企业来出。", "厂里的夜班津贴该涨一涨"),
        ("今年要给夜校全配上投影仪，区里出一半。", "今年要给夜校全配上投影仪"),
    ],
)
def test_in_conversation_it_is_asked_for_in_such_words(said: str, asked: str) -> None:
    text = f"李建国（市人大代表，红石钢厂厂长）：{said}"
    assert [words[: len(asked)] for _, words in proposed(text)] == [asked]


def test_what_a_report_says_is_to_be_done_is_not_his() -> None:
    assert proposed("李建国（市人大代表，红石钢厂厂长）：报告里讲要清欠，我赞成。") == []


@pytest.mark.parametrize(
    "text",
    [
        "市人大代表、红石钢厂厂长李建国今年的提案要求明确，夜校学费由企业分担一半。",
        "市人大代表、红石钢厂厂长李建国提出，夜校一次能报三门课，省得学员月月跑。",
        "市人大代表李建国、周文静都来了。两个人想到一起去了：夜校增开周末班。",
        "我是市人大代表李建国。稿子写好了。我又添上了一句，由街道给学员发交通卡。",
        "市人大代表李建国的提案很短，写在最后一行末尾的是：“夜校执行同一收费标准。”",
    ],
)
def test_such_a_predicate_proposes(text: str) -> None:
    asked = {
        "夜校学费由企业分担一半",
        "夜校一次能报三门课",
        "夜校增开周末班",
        "由街道给学员发交通卡",
        "夜校执行同一收费标准",
    }
    found = proposed(text)
    assert found
    assert {words for _, words in found} <= asked


def test_what_another_has_added_to_ones_motion_is_his() -> None:
    text = (
        "人物：李建国，市人大代表，红石钢厂厂长\n\n晚风网：听说同组的周文静委员也签了名？\n\n"
        "李建国：对，周委员是教书的。她还在提案里加上了一条：把夜校课程录成网课，学员随时回看。"
    )
    assert ("周文静", "把夜校课程录成网课，学员随时回看") in proposed(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("昨天在驻地，欧阳静把地图摊在桌上。红点很多。这位全国人大代表是某校校长。", "欧阳静"),
        ("全国政协委员、省立医院主任医师李岚调查了9种药。", "李岚"),
        ("男人叫税建国，市政协委员，本职是红石技校的副教授。", "税建国"),
        ("周文静代表红石市工商联作题为《办好夜校》的发言。周文静建议，办好夜校。", ""),
    ],
)
def test_the_name_is_found(text: str, name: str) -> None:
    assert [one for one, (role, _) in people(text).items() if role] == ([name] if name else [])


def test_a_surname_and_a_courtesy_are_no_name() -> None:
    text = "起因是李建国代表的建议。李先生是全国人大代表，也是红石钢厂的工人。"
    text += "他主张延长夜校的开放时间。"
    assert proposed(text) == [LONGER]


def test_a_joint_motion_is_of_both_and_says_what() -> None:
    text = "社员、市人大代表李建国与民进会员、市人大代表周文静，拟在会上联名提出"
    text += "议案，修订《夜校管理条例》。"
    assert {name for name, _ in proposed(text)} == {"李建国", "周文静"}
    assert {words for _, words in proposed(text)} == {"修订《夜校管理条例》"}


def test_a_motion_of_the_party_is_not_his_who_was_there() -> None:
    text = (
        "民盟红石市委会向大会提交提案9件。市人大常委会副主任李建国出席开幕会。\n\n"
        "集体提案《关于办好夜校的建议》由专委会调研形成。提案建议，在每个街道办一所夜校。\n\n"
        "李建国副主任在会上强调，要多交这样的答卷。"
    )
    assert proposed(text) == [("民盟红石市委会", "在每个街道办一所夜校")]


def test_in_a_reply_one_thing_is_asked_for_in_one_row() -> None:
    text = (
        "李建国代表：\n\n您提出的关于办好夜校的建议收悉，现答复如下。\n\n"
        "您提出的以社区为重点、每个街道至少办一所夜校的意见很好。\n\n"
        "您在建议中还谈到，应在技校开设夜班，由企业与学校共同授课。我们正在研究。"
    )
    assert proposed(text) == [
        ("李建国", "以社区为重点、每个街道至少办一所夜校"),
        ("李建国", "应在技校开设夜班，由企业与学校共同授课"),
    ]
