"""Leaflets, records of a group's talk, replies and releases: who is meant, and what is asked."""

from __future__ import annotations

import pytest

from tests.registers import people, proposed, register

EVENING = "在镇上多建夜校"
FEE = "把夜校学费降低一半"


def test_a_leaflet_names_its_fields_as_one_speaks() -> None:
    text = (
        "◆ 读书的事\n提的人：县人大代表欧阳兰（某某村会计）\n"
        f"怎么提的：{EVENING}；{FEE}\n谁来办：县教育局\n"
    )
    assert proposed(text) == [("欧阳兰", EVENING), ("欧阳兰", FEE)]


def test_a_cell_gives_two_people_one_role_and_each_a_post() -> None:
    found = register(
        "| 谁 | 身份 | 开出的方子 |\n| --- | --- | --- |\n"
        f"| 张三丰、李四光 | 省人大代表，分别为某某大学教授、某某厂厂长 | {EVENING} |\n",
        "a.md",
    )
    assert [(one.name, one.role, one.organisation_title) for one in found.people] == [
        ("张三丰", "省人大代表", "某某大学教授"),
        ("李四光", "省人大代表", "某某厂厂长"),
    ]
    assert [row.name for row in found.proposals] == ["张三丰", "李四光"]


def test_labels_in_brackets_tell_whose_turn_it_is() -> None:
    text = (
        "【主持·宋平（召集人）】今天请大家多讲困难。\n\n"
        f"【欧阳兰（某某厂焊工）】第一，我讲夜校。第二，{FEE}。大家不要急。\n\n"
        "【旁听·县教育局副局长孙立】课本由学校发放。\n\n"
        "【迪里拜尔·艾山（牧民）】请州教育局办一个夜校班。\n"
    )
    assert proposed(text) == [
        ("欧阳兰", FEE),
        ("迪里拜尔·艾山", "州教育局办一个夜校班"),
    ]
    assert people(text)["迪里拜尔·艾山"] == ("", "牧民")


def test_a_reply_addresses_several_and_tells_what_one_of_them_added() -> None:
    text = (
        "张三丰、李四光2位全国人大代表：\n\n你们提出的关于办好夜校的建议收悉。现答复如下：\n\n"
        f"一、关于{EVENING}\n我部已建成三所。\n\n"
        f"二、关于李四光代表在来信中提出的{FEE}\n我部正在研究。\n"
    )
    assert proposed(text) == [("张三丰", EVENING), ("李四光", EVENING), ("李四光", FEE)]
    assert people(text)["李四光"][0] == "全国人大代表"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("上午听了市政协委员通道、联组会。", {}),
        (
            "特邀区人大代表张三丰（某某公司经理）建议多建夜校。",
            {"张三丰": ("区人大代表", "某某公司经理")},
        ),
        (
            "- **张三丰**代表，某某乡护林员，一天走三十里\n    - 建议多建夜校",
            {"张三丰": ("代表", "某某乡护林员")},
        ),
        (
            "返乡三年，大学生村官张三丰记了两本账。作为全国人大代表，她建议多建夜校。",
            {"张三丰": ("全国人大代表", "大学生村官")},
        ),
        (
            "社员、某某小学校长张三丰就识字教育作了交流，希望多建夜校。",
            {"张三丰": ("", "某某小学校长")},
        ),
        (
            "民建某某市委会副主委张三丰代表市委会作了题为《办夜校》的发言。张三丰建议多建夜校。",
            {"张三丰": ("", "民建某某市委会副主委")},
        ),
    ],
)
def test_who_somebody_is(text: str, who: dict[str, tuple[str, str]]) -> None:
    assert people(text, "a.md") == who


WHO = "市政协委员张三丰"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            f"{WHO}提交提案两件，分别为《关于多建夜校的提案》《关于修桥的提案》。",
            ["《关于多建夜校的提案》", "《关于修桥的提案》"],
        ),
        (f"{WHO}还提了在镇上开通夜班车。", ["在镇上开通夜班车"]),
        (f"{WHO}说，路远。于是他写了一份建议，话不多，意思很短——{FEE}。", [FEE]),
        (f"{WHO}说，路远。今年他接着往下提，{FEE}。", [FEE]),
        (f"{WHO}说，路远。所以提案里还写了一条，{FEE}。", [FEE]),
    ],
)
def test_what_is_asked_for(text: str, rows: list[str]) -> None:
    assert [words for _, words in proposed(text)] == rows


def test_bullets_farther_in_are_whose_name_heads_them() -> None:
    text = (
        "## 上午\n\n"
        "- **欧阳兰**代表，某某乡护林员，一天走三十里\n    - 说话慢，手里一根木棍\n"
        "    - 要的东西不多：\n        1. 护林站统一配望远镜\n        2. 巡山补助按里程发放\n"
        "- **诸葛青**委员，某某医院药剂师\n    - 数：药房排队平均40分钟\n"
        "    - 提案两份，都给了复印件\n"
        "        - A：把夜间药房纳入医院考核\n"
        "    - 年轻人没人值班 → 几家药房合办夜班窗口\n"
        "    - 缺口 → 差40人\n    - 卫健局来的同志（姓骆）答：正在做标准\n"
    )
    assert [(row.name, row.proposal) for row in register(text, "a.md").proposals] == [
        ("欧阳兰", "护林站统一配望远镜"),
        ("欧阳兰", "巡山补助按里程发放"),
        ("诸葛青", "A：把夜间药房纳入医院考核"),
        ("诸葛青", "年轻人没人值班 → 几家药房合办夜班窗口"),
    ]


def test_in_an_essay_what_the_author_has_written_down_is_asked_for_and_not_what_another_said() -> (
    None
):
    text = (
        "灯下的两页纸\n市人大代表、某某小学教师　欧阳兰\n\n"
        "　　出门那天，我背着旧书包。何大叔托我带话，他说不要等，要快。"
        f"我把它抄成了这样一句话：{FEE}。\n\n　　我在灯下坐到半夜，到底还是写了：{EVENING}。\n"
    )
    assert proposed(text) == [("欧阳兰", FEE), ("欧阳兰", EVENING)]


def test_paragraphs_that_a_semicolon_ends_are_items_of_a_list() -> None:
    text = (
        f"{WHO}指出，夜校太少。他今年的建议只有一页纸：\n\n空教室由街道统一收储，租给夜校；\n\n"
        "夜校报名年龄从四十岁放宽到五十岁。\n\n老同学评价他：“这人实在。”\n"
    )
    assert [words for _, words in proposed(text)] == [
        "空教室由街道统一收储，租给夜校",
        "夜校报名年龄从四十岁放宽到五十岁",
    ]


def test_names_in_a_field_are_told_apart_by_the_spaces_between_them() -> None:
    text = f"案由：关于夜校的提案\n提案人：张三丰（第一提案人）　迪里拜尔·艾山\n建议：{FEE}。\n"
    assert proposed(text) == [("张三丰", FEE), ("迪里拜尔·艾山", FEE)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{WHO}说：“锄草、挑水这些活，该算工时的就得算。”", "锄草、挑水这些活，该算工时的就得算"),
        (f"{WHO}：路远。县里牵头设立夜校基金，五年为期。", "县里牵头设立夜校基金，五年为期"),
    ],
)
def test_what_has_to_be_is_told_of_the_whole(text: str, words: str) -> None:
    assert [one for _, one in proposed(text)] == [words]
