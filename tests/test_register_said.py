"""Ways of saying what one proposes that hold no verb of proposing, and who says it."""

from __future__ import annotations

import pytest

from tests.registers import proposed

LETTER = """某某省茶业商会

关于夜校的函

省教育厅：

我会现有会员九百家。我会提出如下请求：

一、请在镇上多建夜校。

二、夜校的学费不宜高于五十元。

我会将印发课本。

某某省茶业商会（盖章）"""
WHO = "市人大代表、某某印染厂技术员张三丰"
EVENING = "在镇上多建夜校"


@pytest.mark.parametrize(
    "text",
    [
        WHO + "为一件事奔走：在镇上多建夜校。",
        "市人大代表、某某中心兽医师张三丰的发言让人安静。" + "他建议，在镇上多建夜校。",
        "张三丰（市人大代表，某某茶厂厂长）\n夜校少。我的意见：在镇上多建夜校。",
        WHO + "提交了提案。他提交的提案主张，在镇上多建夜校。",
        WHO + "的心愿是在镇上多建夜校。",
        "轮到" + WHO + "。照他看，得让镇上多建夜校。",
        WHO + "说，夜校少。他还替邻村捎了话，应当在镇上多建夜校。",
        "张三丰\n（市人大代表、某某印染厂技术员）\n\n各位代表：\n\n夜校少。应当在镇上多建夜校。",
        WHO + "给出三句话：在镇上多建夜校。",
        WHO + "碰了壁。他回去算了两年，这一次换了个说法：“在镇上多建夜校。”",
        WHO + "答道：“夜校少。还是应当在镇上多建夜校。”",
        "领衔代表：张三丰　附议代表：\n方案：在镇上多建夜校",
        WHO + "开出的方子是：在镇上多建夜校。",
        WHO + "。\n\n张三丰：我的提案是，每个村镇都有人教书，在镇上多建夜校。",
        WHO + "递来一张单子，头一行写着：在镇上多建夜校。",
        WHO + "说，夜校少。他还想说的是，应当在镇上多建夜校。",
        WHO + "算过一笔账。“路远。我想，应当在镇上多建夜校。”话音落下，有人鼓掌。",
        "去年春天，张三丰当选市人大代表。他建议，在镇上多建夜校。",
        WHO + "想了想，只提了一条：在镇上多建夜校。",
        WHO + "算过一笔账。他的主张很直接：在镇上多建夜校。",
        WHO + "没能到会，请邻座带来一句话：在镇上多建夜校。",
        WHO + "没能到会，托人捎来一封信。信中写道，在镇上多建夜校。",
        WHO + "的书面发言由他人宣读。发言提出，夜校太少，应当在镇上多建夜校。",
        WHO + "带来一份建议。他要提交的建议，头一条就写着：在镇上多建夜校。",
        WHO + "提交了《关于办好夜校的建议》：在镇上多建夜校。",
        WHO + "算过一笔账。他的诉求有一条——\n\n· 在镇上多建夜校",
        "● 市人大代表、某某印染厂技术员　张三丰\n\n他的主张很直接：在镇上多建夜校。",
        "张三丰，畲族，市人大代表。\n\n问：您怎么看？\n\n答：我的看法是，在镇上应当多建夜校。",
    ],
)
def test_what_is_said_without_a_verb_of_proposing_is_proposed(text: str) -> None:
    (row,) = proposed(text)
    assert row[0] == "张三丰" and row[1].endswith("多建夜校")


@pytest.mark.parametrize(
    "text",
    [
        WHO + "是和市政协委员李四光一块儿来的。两人联名提交了《关于夜校的建议》：在镇上多建夜校。",
        "■ "
        + WHO
        + "\n■ 市政协委员、某某茶厂厂长李四光\n\n夜校太少。张三丰说，路远。李四光说，灯暗。\n\n"
        "两位的办法完全相同：在镇上多建夜校。",
    ],
)
def test_two_propose_together_whom_only_the_text_before_names(text: str) -> None:
    assert proposed(text) == [("张三丰", EVENING), ("李四光", EVENING)]


def test_name_and_role_may_stand_in_different_sentences() -> None:
    told = "张三丰挑着担。张三丰说起学校就停不下来。再过三天，这位全国人大代表就要出门。"
    assert proposed(told + "\n\n张三丰有三件心事。她希望在镇上多建夜校。张三丰笑了。") == [
        ("张三丰", EVENING)
    ]


def test_an_expert_is_known_by_the_sentence_before() -> None:
    text = (
        "区人大代表李四光也在。\n\n到场的某某设计院总工程师张三丰画了张图。他建议，在镇上多建夜校。"
    )
    assert proposed(text) == [("张三丰", EVENING)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            LETTER,
            [("某某省茶业商会", EVENING), ("某某省茶业商会", "夜校的学费不宜高于五十元")],
        ),
        (
            "◆ 民盟某某市委会（集体提案）\n\n夜校太少。提案建议，在镇上多建夜校。",
            [("民盟某某市委会", EVENING)],
        ),
    ],
)
def test_organisations_propose_in_letters_and_as_bodies(
    text: str, rows: list[tuple[str, str]]
) -> None:
    assert proposed(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "嘉宾：张三丰，市人大代表\n\n张三丰：李四光代表主张降低学费，我不赞成。夜校不能一关了之，至少要留一间。",
            [("李四光", "降低学费"), ("张三丰", "夜校不能一关了之，至少要留一间")],
        ),
        (
            "嘉宾：阿依古丽·买买提，市人大代表\n\n阿依古丽：我觉得，应当在镇上多建夜校。",
            [("阿依古丽·买买提", "应当在镇上多建夜校")],
        ),
        (
            "市人大代表张三丰说，夜校少。三丰代表建议，在镇上多建夜校。",
            [("张三丰", EVENING)],
        ),
        (
            "市人大代表张三丰说：“学费三年之内不能涨，这一条要写进夜校的章程。”",
            [("张三丰", "学费三年之内不能涨，这一条要写进夜校的章程")],
        ),
    ],
)
def test_whose_words_they_are(text: str, rows: list[tuple[str, str]]) -> None:
    assert proposed(text) == rows
