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
