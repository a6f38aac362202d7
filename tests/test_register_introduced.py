"""How people come in: role and post before the name, behind it, or a sentence apart."""

from __future__ import annotations

import pytest

from assistant.register import SURE
from tests.registers import proposed, register

EVENING = "在镇上多建夜校"


def cells(text: str) -> list[tuple[str, str, str]]:
    """Everybody in the register with role and post."""
    return [(one.name, one.role, one.organisation_title) for one in register(text).people]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "某某纺织公司党委书记古丽·阿不都拉是全国人大代表，她建议，" + EVENING + "。",
            ("古丽·阿不都拉", "全国人大代表", "某某纺织公司党委书记"),
        ),
        (
            "某某公司党委书记王小五也是全国人大代表。他建议，" + EVENING + "。",
            ("王小五", "全国人大代表", "某某公司党委书记"),
        ),
        (
            "某某科技创始人、首席科学家皇甫明，是第三次以全国政协委员的身份参会。他建议，"
            + EVENING
            + "。",
            ("皇甫明", "全国政协委员", "某某科技创始人、首席科学家"),
        ),
        (
            "今年38岁的皇甫明是红石村蚕桑合作社理事长，2018年当选全国人大代表。他建议，"
            + EVENING
            + "。",
            ("皇甫明", "全国人大代表", "红石村蚕桑合作社理事长"),
        ),
        (
            "某某科技创始人皇甫明今年首次以全国政协委员的身份上会。他建议，" + EVENING + "。",
            ("皇甫明", "全国政协委员", "某某科技创始人"),
        ),
        (
            "首先走上台的是皇甫明代表。他是红石县人民医院护士长。他建议，" + EVENING + "。",
            ("皇甫明", "代表", "红石县人民医院护士长"),
        ),
        (
            "最后登场的是小学教师代表皇甫明，他来自红石县。他希望" + EVENING + "。",
            ("皇甫明", "代表", "小学教师"),
        ),
        (
            "工人代表皇甫明说，路远。他建议" + EVENING + "。",
            ("皇甫明", "代表", "工人"),
        ),
    ],
)
def test_who_is_introduced_around_the_name_has_role_and_post(
    text: str, person: tuple[str, str, str]
) -> None:
    assert cells(text) == [person]
    assert proposed(text) == [(person[0], EVENING)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("全国人大代表、某某集团总裁尉迟素问的看法不同。他建议，%s。", "尉迟素问"),
        ("全国人大代表、某某集团总裁尉迟素给记者算了一笔账。他建议，%s。", "尉迟素"),
        (
            "全国人大代表、某某所所长尉迟素到会。尉迟所长直言“路远”。这位来自红石市的全国人大代表说，夜校很要紧。他建议，%s。",
            "尉迟素",
        ),
        (
            "快递员上官云的话引来笑声。这位来自红石市的全国人大代表，跑单五年。上官云说：“我建议，%s。”",
            "上官云",
        ),
    ],
)
def test_a_surname_of_two_characters_takes_a_given_name_and_no_title(text: str, name: str) -> None:
    assert proposed(text % EVENING) == [(name, EVENING)]
    assert [one.name for one in register(text % EVENING).people] == [name]


@pytest.mark.parametrize(
    "text",
    [
        # whoever comes in has the word, though nothing tells that she proposes
        "市人大代表张三丰建议修桥。\n\n随后登场的是某某厂厂长李四光。路远。她希望" + EVENING + "。",
        # she is who the sentence before was about, not who spoke before
        "市人大代表张三丰建议修桥。\n\n某某厂厂长李四光是市人大代表，她说：“灯要亮。夜校要多。”在她看来，应当"
        + EVENING
        + "。",
    ],
)
def test_she_is_whom_the_paragraph_has_brought_in(text: str) -> None:
    assert proposed(text)[-1][0] == "李四光"


def test_who_talks_of_no_proposal_makes_none() -> None:
    text = "市人大代表、某某厂厂长张三丰来了。他没有谈建议，而是当场编起了一只小篮子。"
    assert proposed(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # whose opinion somebody agrees with is not who goes on
        (
            (
                "市人大代表、某某厂厂长张三丰说，路远。\n\n市人大代表、某某公司经理李四光当即回应。"
                "她赞成张三丰的意见，同时提出%s。"
            ),
            "李四光",
        ),
        (
            "市人大代表、某某厂厂长张三丰因公请假，提交了书面意见。意见提出，%s。",
            "张三丰",
        ),
        (
            "市人大代表、某某厂厂长张三丰回答提问。有人问有什么期盼，他答：“我盼着国家为山村设点，%s。”",
            "张三丰",
        ),
    ],
)
def test_whose_words_they_are_the_sentence_tells(text: str, name: str) -> None:
    assert [(who, said.endswith(EVENING)) for who, said in proposed(text % EVENING)] == [
        (name, True)
    ]


def test_who_is_no_deputy_gets_no_role() -> None:
    found = register("某某公司经理王五不是全国人大代表。")
    assert found.people == ()


def test_who_looks_forward_to_a_day_asks_for_nothing() -> None:
    assert proposed("市人大代表、某某厂厂长张三丰插了一句：“我们也盼着这一天。”") == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "农民代表皇甫明说，路远。这位种了40年田的省人大代表建议，%s。",
            ("皇甫明", "省人大代表", "农民"),
        ),
        (
            (
                "快递员上官云的话引来笑声。这位来自红石市的全国人大代表，跑单五年。"
                "上官云说：“我建议，%s。”"
            ),
            ("上官云", "全国人大代表", "快递员"),
        ),
    ],
)
def test_a_role_told_later_goes_with_what_was_told_before(
    text: str, person: tuple[str, str, str]
) -> None:
    assert cells(text % EVENING) == [person]


SPEECHES = """# 大会发言

**全国政协十四届三次会议举行全体会议（摘登）**

## 尉迟明：代表致公党中央发言

*全国政协委员，致公党中央副主席，某某大学教授*

夜校少。为此建议：

一是在镇上多建夜校。

## 皇甫素委员：让灯亮起来

*某某图书馆研究馆员，某某学社社员*

路远。应当在镇上多建夜校。
"""


def test_an_emphasised_line_below_a_heading_tells_of_whom_it_names() -> None:
    assert cells(SPEECHES) == [
        ("尉迟明", "全国政协委员", "致公党中央副主席，某某大学教授"),
        ("皇甫素", "全国政协委员", "某某图书馆研究馆员，某某学社社员"),
    ]
    assert proposed(SPEECHES) == [("尉迟明", EVENING), ("皇甫素", "应当" + EVENING)]


def test_a_role_that_only_the_session_tells_is_not_sure() -> None:
    sure = {row.name: row.confidence >= SURE for row in register(SPEECHES).people}
    assert sure == {"尉迟明": True, "皇甫素": False}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("十四届全国人大三次会议今天举行。", "全国人大代表"),
        ("今天开会。", "代表"),  # nothing tells where they speak
        ("某某市人大三次会议今天举行。", "代表"),  # and here it is elsewhere
    ],
)
def test_a_bare_title_is_the_role_of_the_session_they_speak_at(text: str, role: str) -> None:
    said = f"全国人大代表、某某厂厂长张三丰说，路远。\n\n李四光代表建议，{EVENING}。"
    assert cells(f"{text}\n\n{said}")[1] == ("李四光", role, "")


@pytest.mark.parametrize("mark", ["", "**"])
def test_who_proposes_may_stand_in_brackets_behind_the_title(mark: str) -> None:
    text = f"""# 提案摘编

{mark}1．关于夜校的提案{mark}（第一提案人：市政协委员、某某园园长皇甫明；附议：市政协委员、某某协会会长尉迟素）
现状：夜校有467家。
办法：{EVENING}。

{mark}2．关于路灯的提案{mark}（提案人：少数民族界）
现状：路灯有83盏。
办法：在镇上多装路灯。
"""
    assert proposed(text) == [
        ("皇甫明", EVENING),
        ("尉迟素", EVENING),
        ("少数民族界", "在镇上多装路灯"),
    ]


def test_what_is_said_to_those_who_handle_them_is_no_proposal() -> None:
    text = (
        f"提案人：市政协委员张三丰\n办法：{EVENING}。\n\n各承办单位请在5月底前答复，建议多沟通。\n"
    )
    assert proposed(text) == [("张三丰", EVENING)]
