"""Who proposes what in ordinary reporting: two sure signs, and any words between them."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

ROLE = "市人大代表、某某茶厂厂长"
WHO = f"{ROLE}张三丰"
EVENING = "在镇上多建夜校"


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("在师资方面，鼓励茶师到夜校讲课。", "鼓励茶师到夜校讲课"),
        ("与此同时，加快改造旧校舍。", "加快改造旧校舍"),
        ("对偏远村寨，给予路费补助。", "给予路费补助"),
        ("合作社要支持茶农上夜校。", "合作社要支持茶农上夜校"),
    ],
)
def test_a_proposal_goes_on_behind_any_link(sentence: str, row: str) -> None:
    assert proposed(f"{WHO}建议，{EVENING}。{sentence}") == [("张三丰", EVENING), ("张三丰", row)]


@pytest.mark.parametrize(
    "sentence", ["在某某村，茶厂已经建成两间教室。", "为了这件事，他跑了三个县。"]
)
def test_what_is_told_behind_a_link_is_no_proposal(sentence: str) -> None:
    assert proposed(f"{WHO}建议，{EVENING}。{sentence}") == [("张三丰", EVENING)]


@pytest.mark.parametrize(
    ("said", "row"),
    [
        ("表示，可以设立夜校基金。", "可以设立夜校基金"),
        ("认为，夜校理应纳入规划。", "夜校理应纳入规划"),
        ("认为，眼下的重点是加快改造校舍。", "眼下的重点是加快改造校舍"),
        ("认为，学员可以选择休息。", None),
    ],
)
def test_what_may_and_what_matters_is_asked_for(said: str, row: str | None) -> None:
    rows = [words for _, words in proposed(WHO + said)]
    assert (row in rows) if row else all("选择" not in words for words in rows)


@pytest.mark.parametrize(
    "words",
    [
        f"为茶农把脉：应当{EVENING}。",
        f"支招：{EVENING}。",
        f"算了算账。说到这里，他添了一条：应当{EVENING}。",
        f"站起身来，这回讲的是上学：“应当{EVENING}，别再拖下去。”",
    ],
)
def test_whoever_does_something_and_then_asks_proposes(words: str) -> None:
    ((name, row),) = proposed(WHO + words)
    assert name == "张三丰" and EVENING in row


@pytest.mark.parametrize(
    "words", ["介绍茶厂的情况：在镇上建成了两间教室。", "算过一笔账：一间教室一年省下四千元。"]
)
def test_a_colon_alone_makes_no_proposal(words: str) -> None:
    assert proposed(WHO + words) == []


@pytest.mark.parametrize(
    ("text", "role", "post"),
    [
        (f"市人大代表、某某茶业张三丰建议，{EVENING}。", "市人大代表", "某某茶业"),
        (f"市人大代表、某某茶业副总张三丰建议，{EVENING}。", "市人大代表", "某某茶业副总"),
        (
            f"市人大代表、某某茶业总经理助理张三丰建议，{EVENING}。",
            "市人大代表",
            "某某茶业总经理助理",
        ),
        (
            f"市人大代表、某某茶业党委书记、董事长，张三丰建议，{EVENING}。",
            "市人大代表",
            "某某茶业党委书记、董事长",
        ),
        (
            f"我在门口等张三丰。她是市人大代表、某某茶厂厂长。她建议，{EVENING}。",
            "市人大代表",
            "某某茶厂厂长",
        ),
    ],
)
def test_the_verb_shows_as_well_as_a_post_that_a_name_stands_there(
    text: str, role: str, post: str
) -> None:
    (person,) = register(text).people
    assert (person.name, person.role, person.organisation_title) == ("张三丰", role, post)
    assert proposed(text) == [("张三丰", EVENING)]


@pytest.mark.parametrize(
    "told",
    [
        "在调研中发现，不少茶农希望尽快修路。",
        "走访时，一线采茶工呼吁减轻负担。",
        "说，老师们希望减轻负担。",
        "在会上听到一位茶农说：要尽快修路。",
    ],
)
def test_what_others_wish_is_not_the_deputys(told: str) -> None:
    assert proposed(WHO + told) == []


@pytest.mark.parametrize("later", ["其建议，", "在张代表看来，应当"])
def test_who_has_been_told_of_is_meant_again(later: str) -> None:
    ((name, row),) = proposed(f"{WHO}办过夜校。{later}{EVENING}。")
    assert name == "张三丰" and row.endswith(EVENING)


def test_what_he_has_long_asked_for_is_his() -> None:
    assert proposed(f"{WHO}走访多年，多次呼吁{EVENING}。") == [("张三丰", EVENING)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"民革中央关注夜校，建议{EVENING}。", "民革中央"),
        (f"农工党中央在一份提案里建议，{EVENING}。", "农工党中央"),
        (f"市妇联（书面发言）\n\n夜校太少。我们建议{EVENING}。", "市妇联"),
        (f"团市委建议：“{EVENING}，学费减半。”", "团市委"),
        (f"{WHO}走访市工商联后建议，{EVENING}。", "张三丰"),
    ],
)
def test_a_body_proposes_or_is_only_told_of(text: str, name: str) -> None:
    ((found, row),) = proposed(text)
    assert found == name and row.startswith(EVENING)


GIST = f"""提案人：张三丰（市政协委员）
承办单位：市教育局
内容摘要：全市夜校只有12所，有居民留言：“路太远。”委员建议{EVENING}，学费减半。"""

JOINT = f"""关于夜校的提案

提案人（均为市政协委员）：
张三丰　某某学院讲师
欧阳川　某某医院主任

【建议】

建议一：{EVENING}。

建议二：减免夜校的学费。"""


def test_facts_before_what_a_gist_asks_for_are_no_proposal() -> None:
    assert proposed(GIST) == [("张三丰", f"{EVENING}，学费减半")]


def test_proposers_named_over_several_lines_share_role_and_proposals() -> None:
    assert [(one.name, one.role, one.organisation_title) for one in register(JOINT).people] == [
        ("张三丰", "市政协委员", "某某学院讲师"),
        ("欧阳川", "市政协委员", "某某医院主任"),
    ]
    assert sorted(proposed(JOINT)) == sorted(
        (name, row) for name in ("张三丰", "欧阳川") for row in (EVENING, "减免夜校的学费")
    )


def test_whoever_speaks_at_an_inquiry_is_in_the_register() -> None:
    text = "李四光（常委会委员）：夜校有几所？\n\n张三丰（市教育局局长）：谢谢李委员。共有12所。"
    found = [(one.name, one.organisation_title) for one in register(text).people]
    assert found == [("李四光", "常委会委员"), ("张三丰", "市教育局局长")]


def test_a_name_in_square_brackets_says_what_follows() -> None:
    text = "嘉宾：张三丰　市人大代表\n\n【李小路】夜校够吗？\n\n【张三丰】不够。"
    text += f"我再补一条，建议{EVENING}。"
    assert proposed(text) == [("张三丰", EVENING)]


def test_two_joined_by_a_comma_propose_together() -> None:
    text = f"{WHO}改了又改，与另一位代表李四光联名提出，{EVENING}。"
    assert proposed(text) == [("张三丰", EVENING), ("李四光", EVENING)]


@pytest.mark.parametrize("told", ["但有委员担心花钱太多", "该厂目前已建成两间教室", "当年没有下文"])
def test_what_is_told_behind_a_proposal_ends_it(told: str) -> None:
    assert proposed(f"{WHO}建议{EVENING}，{told}。") == [("张三丰", EVENING)]
