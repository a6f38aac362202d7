"""Who is no deputy has no row among deputies, and words that are no names have none anywhere."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

DEPUTIES = (
    "全国人大代表、某公司董事长张三丰建议，多建夜校。\n\n市政协委员李四光建议，降低学费。\n\n"
)
ROWS = [("张三丰", "多建夜校"), ("李四光", "降低学费")]


@pytest.mark.parametrize(
    "text",
    [
        "某大学教育研究所教授王五岳认为，应当延长借书期限。",
        "村里开杂货店的店主王五岳说：“应该让班车开到村口。”",
        "参加座谈的市图书馆馆长王五岳希望把借书证也一并放开。",
    ],
)
def test_what_an_outsider_says_among_deputies_is_no_proposal(text: str) -> None:
    assert proposed(DEPUTIES + text) == ROWS


def test_but_what_he_asks_for_outright_is() -> None:
    asked = DEPUTIES + "某协会会长王五岳呼吁，延长借书期限。"
    assert proposed(asked) == [*ROWS, ("王五岳", "延长借书期限")]


def test_in_a_forum_everybody_has_a_say() -> None:
    text = "某大学教育研究所教授王五岳认为，应当延长借书期限。"
    assert proposed(text) == [("王五岳", "应当延长借书期限")]


def test_a_bare_title_before_a_post_is_a_role() -> None:
    (one,) = register("代表、某学院教授王五岳认为，应当延长借书期限。").people
    assert (one.name, one.role, one.organisation_title) == ("王五岳", "代表", "某学院教授")


@pytest.mark.parametrize(
    "text",
    [
        "周三，全国人大代表、某厂焊工李四光领着大家上了船。",
        "连日来，全国人大代表、某厂焊工李四光走访了十个村。",
        "“有位老师傅跟我说起往事。”全国人大代表、某厂焊工李四光说。",
        "全国人大代表、某厂焊工李四光应邀列席。",
        "某大学的李四光教授前几天就撰文说，应当降低学费。",
    ],
)
def test_words_are_no_names(text: str) -> None:
    assert {one.name for one in register(text).people} <= {"李四光"}


def test_a_mr_zhou_has_a_number_in_his_name() -> None:
    (one,) = register("全国人大代表、某厂焊工周一鸣建议，降低学费。").people
    assert one.name == "周一鸣"


def test_a_dotted_name_begins_behind_the_word_that_leads_to_it() -> None:
    text = "记者：同组的艾力·买买提代表是民警，他也来了？\n\n张三丰代表：艾力代表帮了我们。"
    assert {one.name for one in register(text).people} == {"艾力·买买提", "张三丰"}


def test_a_name_may_be_spread_over_the_width_of_three() -> None:
    text = "案    由：关于多建夜校的提案\n提 案 人：王  芳\n建议内容：降低学费。"
    assert proposed(text) == [("王芳", "降低学费")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("在甲全国人大代表、某厂焊工李四光建议，降低学费。", "全国人大代表"),
        ("住豫全国政协委员、某厂焊工李四光建议，降低学费。", "住豫全国政协委员"),
        ("我们连线一下市政协委员、某厂焊工李四光。", "市政协委员"),
    ],
)
def test_where_a_role_begins(text: str, role: str) -> None:
    (one,) = register(text).people
    assert (one.name, one.role) == ("李四光", role)


def test_what_one_does_at_the_meeting_is_no_post() -> None:
    (one,) = register("会议由小组召集人、省人大代表、某市市长李四光主持。").people
    assert one.organisation_title == "某市市长"


def test_a_role_told_of_all_who_speak_is_each_ones() -> None:
    text = "在甲全国人大代表关于夜校的建议综述\n\n李四光代表（某厂焊工）建议，降低学费。"
    (one,) = register(text).people
    assert one.role == "全国人大代表"


def test_two_names_before_one_title_are_both_members() -> None:
    text = "张三丰、李四光代表：学费太高。建议降低学费。（张三丰系某行行长，李四光系某厂厂长）"
    found = register(text)
    posts = {one.name: (one.role, one.organisation_title) for one in found.people}
    assert posts == {"张三丰": ("代表", "某行行长"), "李四光": ("代表", "某厂厂长")}
    assert {row.name for row in found.proposals} == {"张三丰", "李四光"}


def test_a_field_that_counts_its_signatories_names_each() -> None:
    text = "领衔代表：张三丰\n联名代表（4人）：李四光、边疆、王芳、乐凡\n\n建议：降低学费。"
    people = {one.name: one.role for one in register(text).people}
    assert people == dict.fromkeys(("张三丰", "李四光", "边疆", "王芳", "乐凡"), "代表")


def test_a_role_in_the_brackets_behind_a_rare_name_is_no_post() -> None:
    head = "| 编号 | 领衔代表 | 单位及职务 | 主要内容 |\n|---|---|---|---|\n"
    text = f"{head}| 1 | 巨石头（县人大代表） | 某村村委会主任 | 建议降低学费 |"
    (one,) = register(text).people
    assert (one.role, one.organisation_title) == ("县人大代表", "某村村委会主任")
