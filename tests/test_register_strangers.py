"""What is not somebody's, though he stands near; who is no deputy has no row among deputies."""

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


@pytest.mark.parametrize("does", ["整理：", "采访者：本刊记者、"])
def test_who_made_the_page_proposes_nothing(does: str) -> None:
    assert proposed(f"{does}市政协委员张三\n\n建议加快建设公园。") == []


def test_a_signature_names_whom_no_surname_tells() -> None:
    text = "——市人大代表 察罕春水\n\n察罕春水建议加快建设公园。"
    assert proposed(text) == [("察罕春水", "加快建设公园")]


def test_what_an_official_thinks_counts_and_what_he_wishes_does_not() -> None:
    text = "市政协委员张三建议改善夜校照明。市教育局科长李四"
    asked = ("张三", "改善夜校照明")
    assert proposed(f"{text}认为，要加快推广良种。") == [asked, ("李四", "要加快推广良种")]
    assert proposed(f"{text}希望，各方能加快建设学校。") == [asked]
