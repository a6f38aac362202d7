"""Who proposes together with others, whose turn it is, and whose words are only told."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

EVENING = "在镇上多建夜校"
WHO = "市政协委员、某某厂厂长张三丰"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "市政协委员张三丰（某某院主任）、李四光（某某局科长）、水静（某某站站长）联合提案，建议%s。",
            ["张三丰", "李四光", "水静"],
        ),
        (
            f"{WHO}，市政协委员、某某院教授李四光和市政协委员、某某店经理王五岳联名提交提案，提出%s。",
            ["张三丰", "李四光", "王五岳"],
        ),
        (
            (
                "第一提案人：张三丰　市政协委员、某某院院长\n"
                "联名提案人：李四光　市政协委员、某某局科长\n"
                "　　　　　　阿力木·艾山　市政协委员、某某院医师\n\n内　　容：\n\n夜校有三所。\n\n"
                "一、主要问题\n\n某某局科长王五岳坦言，教室太旧。\n\n"
                "二、具体建议\n\n（一）保障方面。建议%s。\n\n以上建议，请予研究办理。"
            ),
            ["张三丰", "李四光", "阿力木·艾山"],
        ),
        (
            (
                "## 让夜校亮起来\n\n市政协委员　张三丰、卜凡\n\n夜校少。"
                "张委员数教室，卜委员数课本。\n\n"
                "为此，建议：\n\n1. %s。"
            ),
            ["张三丰", "卜凡"],
        ),
        ("市政协委员张三丰、卜凡等6人联名提交提案，呼吁%s。", ["张三丰", "卜凡"]),
        ("来的是市政协委员、某某厂厂长张三丰。“夜校少。”张三丰说。他建议%s。", ["张三丰"]),
    ],
)
def test_each_of_those_who_propose_together_has_a_row(text: str, names: list[str]) -> None:
    rows = proposed(text.replace("%s", EVENING))
    assert rows == [(name, EVENING) for name in names]


def test_role_and_post_of_a_form_stand_behind_the_name() -> None:
    (one,) = register(f"提案人：张三丰　省政协委员、某某院院长\n建议：{EVENING}").people
    assert (one.role, one.organisation_title) == ("省政协委员", "某某院院长")


def test_the_next_role_behind_a_comma_is_somebody_elses() -> None:
    found = register(
        f"两位是全国人大代表、某某乡管护员居马·托合塔尔，全国政协委员、某某院院长李四光。"
        f"\n\n居马·托合塔尔：我的建议很简单，应当{EVENING}。"
    )
    assert [(one.name, one.role, one.organisation_title) for one in found.people] == [
        ("居马·托合塔尔", "全国人大代表", "某某乡管护员"),
        ("李四光", "全国政协委员", "某某院院长"),
    ]
    assert [row.name for row in found.proposals] == ["居马·托合塔尔"]


MINUTES = f"""# 审议摘登

**出席的区人大代表：** 张三丰（某某社区书记）、阿依古丽·热合曼（某某院主任）
**列席：** 某某局局长李四光

**张三丰：** 有位老人说：“你们能不能在镇上再多开一班？”我提两条：一是{EVENING}；二是减免学费。

**阿依古丽·热合曼：** 大家的意见归纳起来是三个字：多、近、省。

**李四光（回应）：** 张代表说的清单正在起草。也建议各位代表抽空到夜校坐一坐。

另：民革某某区总支向小组提交书面意见，建议{EVENING}。
"""


def test_whose_turn_it_is_and_what_is_only_told() -> None:
    assert proposed(MINUTES) == [
        ("张三丰", EVENING),
        ("张三丰", "减免学费"),
        ("民革某某区总支", EVENING),
    ]


SPEECH = f"""让夜校离家近一点

市政协委员、某某馆馆长　张三丰
（2026年1月21日）

各位委员：

在某某村，一个孩子问我：“爷爷，夜校什么时候开门？”某某局科长李四光解释说，学校怕丢书。

为此，我建议：

第一，{EVENING}。

最后说经费。夜校经费的比例应逐年提高，到2028年达到四成。

【附】书面发言

●市政协委员、某某馆创办人巴特尔·孟克：张委员讲近，我讲省。希望减免夜校的学费。
"""


def test_who_gives_a_speech_says_i_whoever_has_been_told_of() -> None:
    assert proposed(SPEECH) == [
        ("张三丰", EVENING),
        ("张三丰", "夜校经费的比例应逐年提高，到2028年达到四成"),
        ("巴特尔·孟克", "减免夜校的学费"),
    ]


def test_a_party_gives_a_speech_by_somebody_who_speaks_for_it() -> None:
    text = "关于夜校的建议\n\n民建某某市委　发言人：张三丰\n（2026年1月19日）\n\n各位委员：\n\n"
    text += f"为此建议：\n\n一要摸清家底。{EVENING}。"
    assert proposed(text) == [("民建某某市委", EVENING)]


def test_a_role_whose_name_nobody_knows_ends_what_the_one_before_says() -> None:
    text = f"{WHO}建议减免学费。\n\n全国政协委员、某某局解放则提醒。他的提案建议，{EVENING}。"
    assert proposed(text) == [("张三丰", "减免学费")]


def test_who_handed_it_in_may_have_four_characters() -> None:
    text = f"领衔提出议案的夏侯听雨代表说，夜校少。夏侯听雨建议，{EVENING}。"
    assert proposed(text) == [("夏侯听雨", EVENING)]


@pytest.mark.parametrize(
    "text",
    [
        f"{WHO}则说，自己今年没带建议来，就想听听大家怎么说。",
        "## 张三丰委员\n\n不够，要防在前头。",
    ],
)
def test_nothing_is_asked_for(text: str) -> None:
    assert proposed(text) == []


def test_a_dotted_name_ends_where_its_bearer_speaks() -> None:
    text = f"全国人大代表、某某站站长叶尔兰·哈布德力说，路远。他呼吁{EVENING}。"
    assert proposed(text) == [("叶尔兰·哈布德力", EVENING)]


def test_what_i_ask_for_in_my_proposal_begins_behind_the_verb() -> None:
    assert proposed(f"## 张三丰委员\n\n夜校少。我在提案里呼吁{EVENING}。") == [("张三丰", EVENING)]
