"""Nothing is put to somebody who has not said it: strangers, people told of, names misread."""

from __future__ import annotations

import pytest

from tests.registers import people, proposed

FIRST = "市人大代表、红石钢厂厂长李建国建议，延长夜校的开放时间。\n\n"
LONGER = ("李建国", "延长夜校的开放时间")


def test_who_is_led_up_to_by_a_word_of_one_character_is_somebody_else() -> None:
    text = "谁来管夜校，是周文静委员更关心的问题。“建议由街道聘请管理员。”周文静说。"
    text += "她还提出，按课时发放补贴。"
    assert proposed(FIRST + text) == [
        LONGER,
        ("周文静", "由街道聘请管理员"),
        ("周文静", "按课时发放补贴"),
    ]


@pytest.mark.parametrize("who", ["周文静", "店主周文静", "一位果农", "管夜校的老孙头", "老师们"])
def test_what_a_stranger_named_behind_a_quotation_says_is_nobodys(who: str) -> None:
    assert proposed(f"{FIRST}“应当由街道聘请管理员。”{who}说。") == [LONGER]
    assert proposed(f"{FIRST}“老师太累。建议由街道聘请管理员。”{who}告诉记者。") == [LONGER]
    assert proposed(f"{FIRST}“建议由街道聘请管理员，”{who}说，“还要发补贴。”") == [LONGER]


@pytest.mark.parametrize("who", ["李建国", "他", "李厂长", "建国", "会后他", "他笑着"])
def test_what_he_says_himself_behind_it_is_his(who: str) -> None:
    row = ("李建国", "应当由街道聘请管理员")
    assert proposed(f"{FIRST}“应当由街道聘请管理员。”{who}说。") == [LONGER, row]


GUEST = "本期嘉宾：市人大代表、红石钢厂厂长李建国\n\n晚风网：李代表好，今年带来了什么？\n\n"
OWN = "李建国：我建议，延长夜校的开放时间。\n\n"
BESIDE = "晚风网：听说市政协委员、某校教授周文静也在关注夜校。\n\n李建国：对，我们通过电话。"


def test_in_somebodys_own_words_he_is_another() -> None:
    theirs = ("周文静", "按课时给老师发放补贴")
    assert proposed(f"{GUEST}{OWN}{BESIDE}她主张按课时给老师发放补贴。我支持。") == [LONGER, theirs]
    assert proposed(f"{GUEST}{OWN}晚风网：还有吗？\n\n李建国：我师傅也来过。他建议多设座位。") == [
        LONGER
    ]


def test_below_a_label_without_such_words_he_is_who_it_names() -> None:
    text = "◆李建国代表：在一线干了三十年。他建议，延长夜校的开放时间。\n\n"
    text += "◆周文静代表：我市夜校不少。她建议，按课时发放补贴。"
    assert proposed(text) == [LONGER, ("周文静", "按课时发放补贴")]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("一条是市政协委员、教师欧阳静提的。她建议多设座位。", "欧阳静", "市政协委员"),
        ("另一条是市政协委员、教师李明写的。他建议多设座位。", "李明", "市政协委员"),
        ("红河哈尼族彝族自治州人大代表李建国建议修路。", "李建国", "红河哈尼族彝族自治州人大代表"),
        ("湖南省某某侗族自治县政协委员李建国建议修路。", "李建国", "湖南省某某侗族自治县政协委员"),
        ("某某回族区政协委员李建国建议修路。", "李建国", "某某回族区政协委员"),
        ("□ 傣族 县人大代表 刀玉香\n\n我建议修路。", "刀玉香", "县人大代表"),
        ("苗族 贵阳市人大代表 杨秀英：建议修路。", "杨秀英", "贵阳市人大代表"),
        ("采访郑州市人大代表李建国时，他建议修路。", "李建国", "郑州市人大代表"),
        (
            "更正：“市政协委员李建国”应为“市人大代表李建国”。\n\n李建国代表建议修路。",
            "李建国",
            "市人大代表",
        ),
    ],
)
def test_name_and_role_end_where_they_end(text: str, name: str, role: str) -> None:
    assert {who: one[0] for who, one in people(text).items()} == {name: role}
    assert [who for who, _ in proposed(text)] == [name]


@pytest.mark.parametrize("who", ["党外", "海外", "归侨", "白族", "文艺界", "商户"])
def test_what_kind_of_deputies_is_no_name(who: str) -> None:
    assert people(f"{FIRST}这是{who}代表提出的。让{who}委员说，请他们先讲。").keys() == {"李建国"}
