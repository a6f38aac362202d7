"""Whose words they are: behind a quotation, below a heading, of who has a post and no role."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

EVENING = "在镇上多建夜校"
WHO = "全国人大代表、某某印染厂厂长张三丰"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # with whom the sentence behind the quotation begins, not who said 说 at last
        (
            (
                f"{WHO}说，路远。\n\n“白天上工，夜里谁还学得动？”全国政协委员、某某大学教授"
                f"李四光走访了十个村。在他看来，应当{EVENING}。某某协会会长王小波赞同。"
                "“灯亮着，人就来。”他说。"
            ),
            "李四光",
        ),
        (f"某某学会会长李四光作了报告。他指出，夜校少。李四光建议，{EVENING}。", "李四光"),
        (f"某某学会会长李四光常年办学。夜校已有十所。他提出，{EVENING}。", "李四光"),
        (f"某某学会会长李光则更担心生源。李光表示，夜校少。他建议{EVENING}。", "李光"),
        (f"某某学会会长李四光告诉课题组，夜校少。在他看来，应当{EVENING}。", "李四光"),
        (f"某某公司挡纱工李四光代表上夜班二十年。李四光希望{EVENING}。", "李四光"),
        (f"全国政协委员、某某大学教授欧阳光扶了扶眼镜说：“应当{EVENING}。”", "欧阳光"),
        (f"全国政协委员、某某大学教授李光在走访中看了十所学校。李光认为，应当{EVENING}。", "李光"),
    ],
)
def test_who_proposes_is_known_from_around_the_words(text: str, name: str) -> None:
    assert {who for who, _ in proposed(text)} == {name}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "市人大代表张三丰笑着记下，回头对记者说：“夜校应该和中学用一个食堂。”",
            [("张三丰", "夜校应该和中学用一个食堂")],
        ),
        (
            "市人大代表张三丰认为，不宜一村一校。山里的几个村应当合办夜校，教师轮流走教。",
            [("张三丰", "不宜一村一校"), ("张三丰", "山里的几个村应当合办夜校，教师轮流走教")],
        ),
        (
            "市人大代表张三丰认为，不宜一村一校。\n\n采访结束，天色已晚，记者必须赶最后一班车。",
            [("张三丰", "不宜一村一校")],
        ),
        (  # the chair tells what becomes of what others ask for
            (
                "市政协主席张三丰主持会议。市政协委员李四光建议，%s。"
                "张三丰强调，协商成果要形成建议案报市委。"
            ),
            [("李四光", EVENING)],
        ),
        (
            "张三丰，市政协委员，某某厂厂长。他提交的《关于设立农民夜校的提案》被评为优秀提案。",
            [("张三丰", "设立农民夜校")],
        ),
        (
            "市人大代表、某某厂厂长张三丰提出的“设立农民夜校”的建议，近日得到答复。",
            [("张三丰", "设立农民夜校")],
        ),
        (
            "张三丰（市人大代表）：夜校少。建议%s。同时支持企业与夜校签订协议。",
            [("张三丰", EVENING), ("张三丰", "支持企业与夜校签订协议")],
        ),
        (
            "张三丰（市人大代表）：夜校少。建议%s。同时完善了教室，配了桌椅。",
            [("张三丰", EVENING)],
        ),
        (  # a headline above what it sums up
            (
                "市人大代表张三丰：建议多办夜校\n\n市人大代表、某某厂厂长张三丰5日说，夜校少。"
                "张三丰建议，三年内%s。"
            ),
            [("张三丰", f"三年内{EVENING}")],
        ),
        (
            "市人大代表张三丰的账本摊开了。他给出的账本是：以夜校为例，一年只办十期。",
            [],
        ),
        (
            "某某局局长张三丰表示，“以学定教”的规矩不会变。",
            [],
        ),
        (
            "第一个发言的是欧阳光。这位来自某某县的中学校长，连任两届市人大代表。“我建议%s。”",
            [("欧阳光", EVENING)],
        ),
        (
            (
                "市人大代表、某某厂厂长张三丰接过话头：“李委员说的是小学，我说说夜校。路太远。”"
                "他把手一挥，“夜校要有面子。应该%s！”"
            ),
            [("张三丰", f"应该{EVENING}")],
        ),
        (  # he of whom alone the text tells, behind what somebody else said
            (
                "记市人大代表、某某厂厂长张三丰\n\n张三丰办过夜校。赵有余说，夜校费电。\n\n"
                "今年他又往前走了一步，呼吁%s。"
            ),
            [("张三丰", EVENING)],
        ),
        (
            "市人大代表张三丰去年提交了关于夜校的建议，有关部门答复之后，镇里添了两间教室。",
            [],
        ),
        (
            "张三丰（市人大代表）：我补充一点：校舍的安全要有人管，建议%s。",
            [("张三丰", EVENING)],
        ),
        (
            (
                "嘉宾：张三丰，市人大代表\n\n问：问题出在哪里？\n\n答：一是人少，二是路远。"
                "\n\n问：怎么办？\n\n答：应当%s。"
            ),
            [("张三丰", f"应当{EVENING}")],
        ),
    ],
)
def test_what_is_proposed_and_what_is_only_told(text: str, rows: list[tuple[str, str]]) -> None:
    assert proposed(text.replace("%s", EVENING)) == rows


def test_a_role_begins_behind_the_verb() -> None:
    (_, second) = register(
        f"市人大代表、某某馆馆长张三丰是和市人大代表、某某店店主李四光一起来的。两人建议{EVENING}。"
    ).people
    assert (second.role, second.organisation_title) == ("市人大代表", "某某店店主")


ROLL = f"""# 座谈会记录

## 出席委员

1. 张三丰　某某局首席预报员
2. 李四光　某某公司总经理（书面发言）

## 张三丰

李总经理说夜校没人来，我认。能不能由街道{EVENING}？

## 李四光（书面发言）

路远。建议给夜校开一趟晚班车。
"""


def test_a_roll_goes_on_past_any_post_and_headings_say_who_speaks() -> None:
    assert proposed(ROLL) == [
        ("张三丰", f"能不能由街道{EVENING}"),
        ("李四光", "给夜校开一趟晚班车"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("夜校不能一下课就锁门，钥匙应当交给村里。", ["夜校不能一下课就锁门，钥匙应当交给村里"]),
        ("镇上的夜校一所也不能关。", ["镇上的夜校一所也不能关"]),
        ("校舍不许再往外租，租约到期的收回。", ["校舍不许再往外租，租约到期的收回"]),
        ("夜校办起来，要过校舍、师资、经费好几道关。", []),
        ("从代课老师干起，整整三十一年。", []),
        ("我父亲三十年前进厂要托人，如今没人肯来。", []),
        ("校舍很旧，这就是我要反映的全部问题。", []),
        ("通知有了，叫应跟不上，夜里发的短信没人看。", []),
    ],
)
def test_what_ought_to_be_and_what_is_told(text: str, wanted: list[str]) -> None:
    assert [row for _, row in proposed(f"## 张三丰委员\n\n路很远。{text}")] == wanted


def test_numbered_items_of_a_summary_ask_even_where_they_name_what_is_there() -> None:
    text = (
        "案由：关于夜校的提案\n提案人：张三丰（某某中心教研员）、李四光\n"
        "内容摘要：夜校太少。建议：（一）增加夜校，给现有教师加课酬。（二）对现有校舍限期修缮。"
    )
    assert [row for who, row in proposed(text) if who == "张三丰"] == [
        "增加夜校，给现有教师加课酬",
        "对现有校舍限期修缮",
    ]
    assert {one.name: one.organisation_title for one in register(text).people} == {
        "张三丰": "某某中心教研员",
        "李四光": "",
    }


def test_a_post_may_stand_behind_a_comma_of_a_list_of_guests() -> None:
    text = (
        "对话全国人大代表张三丰、李四光\n\n编者按：张三丰，某某厂厂长；李四光，某某校校长。\n\n"
        f"张三丰：应当{EVENING}。"
    )
    posts = {one.name: one.organisation_title for one in register(text).people}
    assert posts == {"张三丰": "某某厂厂长", "李四光": "某某校校长"}


def test_where_somebody_sits_is_no_part_of_the_post() -> None:
    (one,) = register(f"坐在对面的某某公司首席技师、全国人大代表张三丰说，应当{EVENING}。").people
    assert one.organisation_title == "某某公司首席技师"
