"""How people come in: role and post before the name, behind it, or a sentence apart."""

from __future__ import annotations

import pytest

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
