"""Notes, dialogues and sketches: who is meant by a surname, a label, a word between dashes."""

from __future__ import annotations

import pytest

from tests.registers import people, proposed, register

EVENING = "在镇上多建夜校"
FEE = "把夜校学费降低一半"
WHO = "市人大代表、某某影城总经理欧阳兰"
GUESTS = """嘉宾：欧阳兰（市人大代表、某某影城经理）
　　　迪里拜尔·艾山（市政协委员、某某农科所副所长）

"""


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            (
                f"{GUESTS}**主持人：** 欧阳经理，怎么办？\n**欧阳：** {FEE}。"
                "路要修，还要快，一年之内通车。\n\n"
                f"**主持人：** 迪里拜尔所长呢？\n**迪里拜尔：** 我同意。我希望{EVENING}。\n"
                "**欧阳：** 对了，还有一条给我加上：课本借给学员用。"
            ),
            [
                ("欧阳兰", FEE),
                ("欧阳兰", "路要修，还要快，一年之内通车"),
                ("迪里拜尔·艾山", EVENING),
                ("欧阳兰", "课本借给学员用"),
            ],
        ),
        (f"{WHO}报给我一串数。欧阳总说：“路远。”她建议，{EVENING}。", [("欧阳兰", EVENING)]),
        (
            (
                "全国政协委员、某某公司首席架构师诸葛田说，夜校少。"
                f"诸葛架构师又以个人名义希望{EVENING}。"
            ),
            [("诸葛田", EVENING)],
        ),
        (
            (
                f"市人大代表、某某校校长左小兰说，夜校少。左校长提：{EVENING}。\n\n—— 主张{FEE}。\n"
                "—— 还有：课本借给学员用，按月收费。\n—— 还有：课本现有三百册。"
            ),
            [("左小兰", EVENING), ("左小兰", FEE), ("左小兰", "课本借给学员用，按月收费")],
        ),
        (
            (
                f"{WHO}，和市人大代表、某某站站长南宫雨一起递了份建议：{EVENING}。"
                f"南宫站长另外单独提了一条：{FEE}。"
            ),
            [("欧阳兰", EVENING), ("南宫雨", EVENING), ("南宫雨", FEE)],
        ),
        (
            (
                f"{WHO}说，夜校少。坐在她对面的市人大代表、某某院医师陆青接过话头：“欧阳总经理讲的是路，我讲人。”"
                f"她希望{EVENING}。"
            ),
            [("陆青", EVENING)],
        ),
        (
            f"{WHO}的提案是关于夜校的：全市夜校学员4.3万人，老人只占两成。她建议，{EVENING}。",
            [("欧阳兰", EVENING)],
        ),
        (
            f"{WHO}：不赞成加课，“孩子们会说‘晚上又多一门要背的课’”。建议{EVENING}。",
            [("欧阳兰", EVENING)],
        ),
    ],
)
def test_whom_a_surname_with_a_title_or_a_label_means(
    text: str, rows: list[tuple[str, str]]
) -> None:
    assert proposed(text) == rows


def test_a_slash_sets_the_role_apart_from_the_post() -> None:
    text = f"1）陆青　全国人大代表／某某公司车间主任\n—— 建议{EVENING}。"
    (one,) = register(text).people
    assert (one.role, one.organisation_title) == ("全国人大代表", "某某公司车间主任")


@pytest.mark.parametrize(
    "text",
    [
        (
            "让夜校亮起来\n民进某某市委会\n\n夜校少。为此，我们建议：\n\n"
            "一、关于时间。%s，节假日不得停课。\n\n"
            "二、关于经费。设立夜校基金。%s。这样学员更多。老人夜里走路很难。去年停课两次。"
        ),
        (
            "提案人：陆青（市政协委员、某某院医师）\n题目：关于夜校的提案\n\n一、问题\n\n夜校少。\n\n二、具体建议\n\n"
            "（一）关于时间。%s，节假日不得停课。\n\n（二）设立夜校基金。%s。去年停课两次。"
        ),
    ],
)
def test_plain_sentences_of_a_numbered_list_are_proposed(text: str) -> None:
    day, pay = "课时由一小时延长至两小时", "冬季停课期间工资照发"
    rows = [words for _, words in proposed(text.replace("%s", day, 1).replace("%s", pay))]
    assert rows == [f"{day}，节假日不得停课", "设立夜校基金", pay]


EVENING_MIXED = "把夜校开到晚上九点"


def test_a_role_in_brackets_stands_below_the_name_and_the_title() -> None:
    text = "张三丰：推进夜校亮灯的几点思考\n\n（市政协委员、某某学院院长）\n\n"
    text += f"全市有夜校12所，晚上七点就关门。一要{EVENING_MIXED}，周末照常上课。二要减免学费。\n\n"
    text += "王小明、李思齐（联合发言）：让老街亮起来\n\n（市政协委员，均为某某商会副会长）\n\n"
    text += "老街没有路灯。我们建议：沿街每隔二十米装一盏路灯。\n"
    found = register(text)
    assert {(one.name, one.role, one.organisation_title) for one in found.people} == {
        ("张三丰", "市政协委员", "某某学院院长"),
        ("王小明", "市政协委员", "某某商会副会长"),
        ("李思齐", "市政协委员", "某某商会副会长"),
    }
    assert not any("灯" in row.proposal for row in found.proposals if row.name == "张三丰")
    asked = {row.name for row in found.proposals if "路灯" in row.proposal}
    assert asked == {"王小明", "李思齐"}
    assert any(row.name == "张三丰" and EVENING_MIXED in row.proposal for row in found.proposals)


def test_a_table_asks_who_has_proposed_what() -> None:
    text = "| 谁提的 | 身份 | 提了啥 |\n|---|---|---|\n"
    text += f"| 张三丰 | 市人大代表、某某学院院长 | {EVENING_MIXED} |\n"
    text += "| 王小明、李思齐 | 市政协委员（联名） | 减免夜校学费 |\n"
    assert proposed(text) == [
        ("张三丰", EVENING_MIXED),
        ("王小明", "减免夜校学费"),
        ("李思齐", "减免夜校学费"),
    ]
    assert {role for role, _ in people(text).values()} == {"市人大代表", "市政协委员"}


@pytest.mark.parametrize(
    "lead",
    [
        "组里28位省政协委员到了26位。",
        "出席省十二届政协三次会议的委员分组讨论，组里有省政协委员和列席人员。",
    ],
)
def test_how_many_there_are_or_the_session_tells_which_members(lead: str) -> None:
    text = f"{lead}\n\n张三丰委员（某某学院院长）：\n建议{EVENING_MIXED}。\n"
    assert people(text) == {"张三丰": ("省政协委员", "某某学院院长")}


def test_who_says_i_changes_with_the_label() -> None:
    text = "张三丰委员（某某学院院长）：\n我先说夜校。\n\n"
    text += f"王小明委员（港区，做外贸的）：\n我接着说。我希望市里{EVENING_MIXED}，周末也不关门。\n"
    assert proposed(text) == [("王小明", f"市里{EVENING_MIXED}，周末也不关门")]


def test_a_post_stands_behind_where_one_is_from() -> None:
    text = f"王小明委员（港区，某某集团董事长）建议，{EVENING_MIXED}。"
    assert people(text) == {"王小明": ("委员", "某某集团董事长")}


@pytest.mark.parametrize(
    "lead", ["特此更正，向巴特尔委员和读者致歉。", "经费要商量，但巴特尔委员说的灯要装。"]
)
def test_what_leads_up_to_a_name_is_no_surname(lead: str) -> None:
    text = f"市政协委员、某某学院院长巴特尔建议，{EVENING_MIXED}。\n\n{lead}\n"
    assert list(people(text)) == ["巴特尔"]


def test_ticks_mark_what_a_leaflet_tells_of_each() -> None:
    text = "① 张三丰　县人大代表　某某村村医\n\n他提的建议：\n\n√ 夜校开到晚上九点，周末照常。\n\n"
    text += "② 王小明（女，土家族）　县人大代表　某某店店主\n\n她提的建议：\n\n"
    text += "√ 减免夜校学费。\n\n办得怎么样：已经答复，六月起减半。\n"
    assert proposed(text) == [
        ("张三丰", "夜校开到晚上九点，周末照常"),
        ("王小明", "减免夜校学费"),
    ]
    assert people(text)["王小明"] == ("县人大代表", "某某店店主")


def test_a_name_is_spread_in_a_column_and_its_post_told_below() -> None:
    text = "案号      案由                    提案人          主办单位\n"
    text += "第1号     关于延长夜校的提案      张三丰          市教育局\n"
    text += "第2号     关于老街路灯的提案      王  明          市城管局\n"
    text += "第3号     关于村道养护的提案      市工商联        市交通局\n\n"
    text += "张三丰（女，土家族），某某学院院长；王明，某某店店主。以上均为市政协委员。\n"
    found = register(text)
    assert [row.name for row in found.proposals] == ["张三丰", "王明", "市工商联"]
    told = people(text)
    assert told["张三丰"] == ("市政协委员", "某某学院院长")
    assert told["王明"] == ("市政协委员", "某某店店主")
    assert told["市工商联"] == ("", "")


def test_what_leads_up_to_the_next_proposal_is_no_part_of_the_one_before() -> None:
    text = f"市人大代表张三丰建议{EVENING_MIXED}；2021年，他又提出减免夜校学费。"
    assert proposed(text) == [("张三丰", EVENING_MIXED), ("张三丰", "减免夜校学费")]


def test_what_one_has_to_do_is_no_proposal() -> None:
    text = "对话市人大代表、某某学院院长张三丰\n\n"
    text += f"记者：夜校怎么样？\n张三丰：我建议{EVENING_MIXED}。\n\n记者：报名呢？\n"
    text += "张三丰：说来话长。窗口开着，可是报名要填表、交照片、盖公章，来回五趟。\n"
    assert proposed(text) == [("张三丰", EVENING_MIXED)]
    assert people(text) == {"张三丰": ("市人大代表", "某某学院院长")}


def test_all_behind_a_label_is_proposed() -> None:
    told = "夜校学费每人每年减半，直到课程结束，所需资金由市级财政承担八成"
    assert proposed(f"市人大代表、某某学院院长张三丰：{told}。") == [("张三丰", told)]


@pytest.mark.parametrize(
    "remark",
    ["老李插了一句：教室四月装好", "赞成减免，但觉得光减免不够", "邻座不太同意：“教室从哪儿来？”"],
)
def test_notes_tell_what_others_say(remark: str) -> None:
    text = "- **张三丰**（市政协委员，某某学院院长）\n  - 夜校必须开到晚上九点。\n"
    assert proposed(f"{text}  - {remark}\n") == [("张三丰", "夜校必须开到晚上九点")]


def test_members_of_a_sector_are_nobodys_name() -> None:
    text = f"市人大代表、某某厂工人张三丰看望了农工党界别委员。他建议{EVENING_MIXED}。"
    assert list(people(text)) == ["张三丰"]
