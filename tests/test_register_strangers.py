"""What is not somebody's, though he stands near: of whom one asks, whom one quotes, namesakes."""

from __future__ import annotations

import pytest

from assistant.register import narrow
from assistant.register.select import merge
from tests.registers import proposed, register

FIRST = "全国人大代表、某公司董事长张三丰建议，多建夜校。\n\n"


def after_first(text: str) -> list[tuple[str, str]]:
    """Who proposes what in the text, of which an earlier paragraph has introduced 张三丰."""
    assert proposed(FIRST) == [("张三丰", "多建夜校")]
    return proposed(FIRST + text)[1:]


def test_who_is_spoken_to_proposes_nothing() -> None:
    assert proposed("村民向全国人大代表李四光建议，尽快修路。") == []
    assert after_first("张三丰还向市长李四光建议，加快立法。") == [("张三丰", "加快立法")]


@pytest.mark.parametrize(
    "text",
    [
        "全国人大代表张三丰与市水务局局长王五岳座谈时建议，尽快改造管网。",
        "张三丰代表和王五岳局长交流时建议，尽快改造管网。",
    ],
)
def test_nor_does_he_with_whom_one_talks(text: str) -> None:
    assert proposed(text) == [("张三丰", "尽快改造管网")]


def test_two_who_ask_together_both_do() -> None:
    text = "全国人大代表张三丰与全国人大代表王五岳共同建议，尽快改造管网。"
    assert proposed(text) == [("张三丰", "尽快改造管网"), ("王五岳", "尽快改造管网")]


def test_the_only_deputy_is_no_stranger_of_another_story() -> None:
    assert after_first("## 居民盼路灯\n\n老王六十岁，他希望早点装上路灯。") == []


@pytest.mark.parametrize("who", ["业内人士", "王芳"])
def test_the_view_of_others_is_theirs(who: str) -> None:
    assert proposed(f"张三丰代表建议，多建夜校。{who}认为，应当降低学费。") == [
        ("张三丰", "多建夜校")
    ]


def test_a_surname_and_a_title_that_nobody_known_has_name_somebody_else() -> None:
    assert after_first("会上，张局长建议，尽快改造老旧管网。") == []
    assert after_first("会上，张董事长建议，尽快改造老旧管网。") == [("张三丰", "尽快改造老旧管网")]


def test_a_strangers_next_sentence_is_not_of_who_spoke_before() -> None:
    words = "李四光委员：管网太老。市住建局负责人表示，经费已到位。要在年底前完成改造。"
    assert proposed(words) == []
    chair = "主持人小结：大家讲得好。要把意见整理好，尽快送有关部门办理。"
    assert after_first(f"### 张三丰\n\n夜校太少。\n\n{chair}") == []


def test_behind_a_strangers_words_told_by_himself_he_goes_on() -> None:
    words = "李四光委员：管网太老。有位村医说：“水压不够。”我建议，尽快改造老旧管网。"
    assert proposed(words) == [("李四光", "尽快改造老旧管网")]


def test_a_question_asks_for_nothing() -> None:
    assert proposed("李四光委员：学费太高，应当怎样降低夜校的学费？") == []
    assert proposed("记者问全国人大代表李四光：要不要办夜校？应当尽快办夜校。") == []


def test_to_whom_a_letter_is_written_says_nothing_in_it() -> None:
    letter = "您的来信收悉，现答复如下。\n建议有关部门加快改造老旧管网。"
    assert proposed(f"尊敬的李四光代表：\n{letter}") == []
    assert proposed(f"李四光代表：\n{letter}") == []


def test_a_name_of_two_characters_is_no_part_of_other_words() -> None:
    text = "全国人大代表高峰建议，多建夜校。\n\n早晚高峰，建议错峰上下班。\n\n高峰建议，多修路。"
    assert proposed(text) == [("高峰", "多建夜校"), ("高峰", "多修路")]
    text = "全国人大代表李萍建议，多建夜校。\n\n王李萍建议，多修路。"
    assert proposed(text) == [("李萍", "多建夜校")]


def test_the_post_of_somebody_else_is_not_learnt() -> None:
    text = "张三丰代表走访时遇到王芳，她是某小学校长。\n\n张三丰代表建议，多建夜校。"
    (one,) = register(text).people
    assert one.organisation_title == ""


def test_what_begins_like_our_company_may_be_its_name() -> None:
    text = "本钢集团董事长张三丰委员建议，多建夜校。\n\n董事长张三丰委员建议，多修路。"
    (one,) = register(text).people
    assert one.organisation_title == "本钢集团董事长"


def test_namesakes_of_two_documents_are_two() -> None:
    first = register("全国人大代表王芳芳建议，多建夜校。", "a.txt")
    other = register("全国政协委员王芳芳建议，多修路。", "b.txt")
    found = narrow(merge((first, other)), theme="夜校")
    assert [one.document for one in found.people] == ["a.txt"]


def test_items_and_emphasised_gists_are_of_whoever_speaks() -> None:
    text = "市政协委员张三丰建议：\n\n一是干部：应当多走访。\n\n**加强保障**：要落实经费。\n"
    said = ["干部：应当多走访", "加强保障：要落实经费"]
    assert proposed(text) == [("张三丰", words) for words in said]


def test_what_another_says_behind_a_semicolon_is_not_the_first_ones() -> None:
    first = "市政协委员张三丰建议多建夜校，违约的要退费"
    text = f"{first}；李四光当即表示愿意出资，并建议在城外修路。"
    assert proposed(text) == [("张三丰", "多建夜校，违约的要退费")]
    assert proposed(f"{first}；同时表示愿意出资，并建议在城外修路。")[1:] == [
        ("张三丰", "在城外修路")
    ]
    assert proposed("市人大代表张三丰：我插一句，课上得再好，没有人来听也不行。") == []


def test_of_whom_one_is_reminded_has_a_role_of_his_own() -> None:
    text = "我想起县人大代表李四光。他建议，多修路。对超载者，维修费用应由本人承担。"
    (one,) = register(text).people
    assert one.role == "县人大代表"
    assert [words for _, words in proposed(text)] == ["多修路", "对超载者，维修费用应由本人承担"]
