"""What is told in passing: how somebody is called, what a heading, a label or a list says."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

LAMPS = "在渡口装路灯"
TICKET = "船票两元一张，由供销社代收"  # asks for it with no verb that says so


def roles(text: str, path: str = "a.txt") -> dict[str, str]:
    return {one.name: one.role for one in register(text, path).people}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"市人大代表沈默建议{LAMPS}。", "沈默"),  # no traditional 沉默
        (f"市人大代表令狐素云挑着担子，走进会场。她建议{LAMPS}。", "令狐素云"),
        (f"来自戏曲界的委员令狐素云则建议{LAMPS}。", "令狐素云"),
        (f"市政协委员、返乡大学生令狐素云。她建议{LAMPS}。", "令狐素云"),
        (f"令狐代表（令狐素云，市人大代表，东河码头水手）算过账。她建议{LAMPS}。", "令狐素云"),
        (f"市人大代表扎西·旺堆说，船旧了。旺堆建议{LAMPS}。", "扎西·旺堆"),
    ],
)
def test_a_name_is_found_where_it_is_told_otherwise(text: str, name: str) -> None:
    assert proposed(text) == [(name, LAMPS)]


@pytest.mark.parametrize(
    "told",
    [
        "令狐素云为东河码头水手。",
        "李四光是渔民，令狐素云则来自水边，任东河码头水手。",
    ],
)
def test_a_later_sentence_tells_the_post(told: str) -> None:
    text = f"市人大代表令狐素云建议{LAMPS}。{told}"
    posts = {one.name: one.organisation_title for one in register(text).people}
    assert posts["令狐素云"] == "东河码头水手"


def test_a_dot_sets_a_role_and_a_post_apart() -> None:
    text = f"市人大代表 · 东河码头水手 令狐素云\n\n我建议{LAMPS}。"
    assert [one.organisation_title for one in register(text).people] == ["东河码头水手"]


def test_members_of_a_party_are_not_its_committee() -> None:
    text = "市政协全会上，民盟东河界别委员提交提案九件。"
    assert roles(text) == {}


MINUTES = f"""某县第十届人民代表大会第二次会议分组审议记录

一、代表发言要点

1. 令狐素云（东河码头水手）：赞成报告。要求{LAMPS}，费用列入预算。

2. 司马兰：同意素云代表的意见。夜校的学费应当降低一半。

3. 李四光（退休教师）：对报告表示满意，没有意见。

二、部门回应

王五岳：路灯一事已列入计划。
"""


def test_the_heading_above_those_who_speak_tells_what_they_are() -> None:
    assert roles(MINUTES) == dict.fromkeys(("令狐素云", "司马兰", "李四光"), "代表")
    assert proposed(MINUTES) == [
        ("令狐素云", f"{LAMPS}，费用列入预算"),
        ("司马兰", "夜校的学费应当降低一半"),
    ]


def test_what_another_calls_somebody_tells_his_role() -> None:
    text = f"""李四光（某校教师）：我建议{LAMPS}。

司马兰（某院医生）：我赞成李委员的意见，和李委员一样，建议夜校降低学费。
"""
    assert roles(text) == {"李四光": "委员", "司马兰": ""}


def test_the_head_of_a_column_tells_the_role_of_who_stands_in_it() -> None:
    head = "编号\t领衔代表\t单位及职务\t建议内容\n"
    row = "1\t令狐素云\t东河码头水手\t"
    assert roles(f"{head}{row}{LAMPS}\n") == {"令狐素云": "代表"}
    mixed = head.replace("领衔代表", "领衔代表（委员）")
    assert roles(f"{mixed}{row}{LAMPS}\n") == {"令狐素云": ""}
    elsewhere = register(f"{head}{row}与第2号合并办理，具体内容见附表\n")
    assert elsewhere.proposals == ()


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        (
            "我的想法很简单，把渡口的船票降到两元，差额由县里补。",
            ["把渡口的船票降到两元，差额由县里补"],
        ),
        (f"所以我提的是，{LAMPS}。", [LAMPS]),
        (f"我自己也有个小建议，和司马委员的夜校有关：{LAMPS}。", [LAMPS]),
        (f"我的建议就两句话——{TICKET}。", [TICKET]),
        (
            "我的意见是两条。学费应当降低一半；再一条，渡船不得停航。",
            ["学费应当降低一半", "渡船不得停航"],
        ),
        ("去找乡里，乡长说，路要先修，码头要缓一缓。", []),
    ],
)
def test_what_somebody_says_of_his_own_proposal(said: str, rows: list[str]) -> None:
    text = f"令狐素云委员：我讲渡口。{said}"
    assert [row for _, row in proposed(text)] == rows


@pytest.mark.parametrize(
    "told",
    [
        f"据此写了一份社情民意信息，要求{TICKET}。",
        f"去年登台。她在提案里还写了一条，没人转发：{TICKET}。",
        f"提了两件：\n一、{TICKET}；",
        f"\n→ 提案：{TICKET}。\n→ 办理情况：把灯具交给镇里保管。",
    ],
)
def test_what_is_told_of_a_proposal(told: str) -> None:
    text = f"县政协委员李四光说，夜校少。\n\n县政协委员令狐素云（东河码头水手）{told}"
    assert proposed(text) == [("令狐素云", TICKET)]


def test_the_chair_who_asks_others_to_speak_proposes_nothing() -> None:
    text = "主持：令狐素云（代表团团长、某厂厂长）\n\n一、令狐素云提请代表围绕报告畅所欲言。"
    assert proposed(text) == []


def test_a_heading_of_a_reply_may_name_what_is_to_be_provided_and_where() -> None:
    text = f"""张三丰委员：

您提出的《关于改善渡口条件的提案》收悉，现答复如下：

一、关于{LAMPS}的建议
今年安排。

二、关于渡口候船室安装座椅的建议
明年安排。
"""
    assert proposed(text) == [("张三丰", LAMPS), ("张三丰", "渡口候船室安装座椅")]


NOTES = f"""## 听会笔记

- **张三丰**（市政协委员，某厂厂长）
  - 抱怨：一年查了六十次
  - 船票平均 8 元
  - 还有：{LAMPS}，船票不涨价
- **李四光**（市政协委员，某店店主）
  - 讲了半天，没展开
  - 希望夜校降低学费
- **司马兰**（市政协委员，某院医生）和 **王五岳**（市政协委员，某校教师）一起讲的
  - 把渡船换成电船
- **令狐素云**、**赵六合** 两位联名（都是委员，前者是码头的）
  - 给夜校配老师
"""


def test_notes_hold_remarks_and_what_two_ask_for_jointly() -> None:
    rows = [(row.name, row.proposal, row.topic) for row in register(NOTES, "a.md").proposals]
    assert rows == [
        ("张三丰", f"{LAMPS}，船票不涨价", "听会笔记"),
        ("李四光", "夜校降低学费", ""),
        ("司马兰", "把渡船换成电船", ""),
        ("王五岳", "把渡船换成电船", ""),
        ("令狐素云", "给夜校配老师", ""),
        ("赵六合", "给夜校配老师", ""),
    ]
    assert roles(NOTES, "a.md")["赵六合"] == "委员"


@pytest.mark.parametrize(
    ("who", "names"),
    [("这位来自江边渡口小学的教师", ["高松"]), ("这位院长还", ["高松"]), ("这位局长", [])],
)
def test_who_is_called_by_a_post_is_he_who_was_told_of(who: str, names: list[str]) -> None:
    text = f"市人大代表高松说起渡口有些激动。{who}希望，在桥上划出自行车道。"
    assert [name for name, _ in proposed(text)] == names


@pytest.mark.parametrize("mark", ["〔提案快览〕", "【提案快览】", ""])
def test_who_ask_jointly_do_so_behind_the_name_of_a_column(mark: str) -> None:
    text = f"{mark}高松、令狐素云两位委员联名：{LAMPS}，夜里不熄。"
    both = [("高松", f"{LAMPS}，夜里不熄"), ("令狐素云", f"{LAMPS}，夜里不熄")]
    assert proposed(text) == both


def test_the_name_of_a_column_is_no_part_of_a_post() -> None:
    (one,) = register(f"〔代表通道〕快递员高松山代表：船旧了。他建议{LAMPS}。").people
    assert one.organisation_title == "快递员"


def test_terms_that_are_quoted_are_asked_for_without_a_word_that_says_so() -> None:
    terms = "船工的救生衣，由县财政按每人两件发放"
    text = f"县政协委员高松在提案里写道：“{terms}。”"
    assert proposed(text) == [("高松", terms)]
    assert proposed(text.replace("发放", "发放了")) == []
