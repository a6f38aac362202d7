"""Names that no list of surnames tells: written by sound, of a rare surname, in any place."""

from __future__ import annotations

import pytest

from assistant.register.names import name_end
from tests.registers import register


def people(text: str) -> set[str]:
    """Whom the text introduces."""
    return {row.name for row in register(text).people}


@pytest.mark.parametrize(
    "name",
    [
        "斯日古楞",
        "那顺孟和",
        "满都拉",
        "仁青东珠",
        "才旦周",
        "土登克珠",
        "阿不都热西提",
        "吐尔逊",
        "曲木史哈",
        "海来阿木",
        "仲长青",
        "申屠志刚",
        "令狐学问",
        "寸敏珍",
        "禚丽",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "全国人大代表、某县第一中学校长{}建议，在镇上多建夜校。",
        "省政协委员、云山水泥公司董事长{}没能到会，托人捎话。{}建议，在镇上多建夜校。",
        "市人大代表{}一边翻材料一边比画。{}还建议降低夜校的学费。",
        "“要在镇上多建夜校。”区政协委员、幸福社区居委会主任{}说。",
        "参加委员：{}（某院院长）。",
        "· 省政协委员、某某医院药学部主任　{}",
    ],
)
def test_a_name_is_found_whole_without_a_surname(text: str, name: str) -> None:
    assert people(text.replace("{}", name)) == {name}


@pytest.mark.parametrize("name", ["阿苦小龙", "木桂花", "者永平"])
def test_where_only_a_name_can_stand_anything_is_one(name: str) -> None:
    assert people(f"省人大代表、某县第一小学教师{name}建议，多建夜校。") == {name}
    text = f"省人大代表、某县第一小学教师{name}这回来，带了材料。{name}说，应当多建夜校。"
    assert people(text) == {name}


def test_a_post_in_brackets_or_a_second_given_name_ends_a_name() -> None:
    assert people("1. 人大代表赛依拉什（某某小学校长）：夜校少。") == {"赛依拉什"}
    assert people("市人大代表、某某民宿店主仲长小棠把账算了一遍。") == {"仲长小棠"}


@pytest.mark.parametrize(
    "text",
    [
        "全国人大代表、某公司董事长普遍认为，报告实事求是。",
        "区政协委员、各镇的负责人都来了。",
        "全国政协委员、某公司董事长多次建议，多建夜校。",
    ],
)
def test_everyday_words_are_no_name(text: str) -> None:
    assert people(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("诸葛有才建议", "诸葛有才"),
        ("独孤明却觉得", "独孤明"),
        ("令狐学问", "令狐学问"),
        ("娜仁其木格话不多", ""),
        ("刚才李维安", ""),
        ("西藏拉萨提出", ""),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    assert text[: name_end(text, 0)[0]] == name


COLUMNS = "| 姓名 | 身份 | 单位及职务 | 建议 |\n| --- | --- | --- | --- |\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("52岁的哈丹·巴雅尔是省人大代表、某某镇牧民。", "哈丹·巴雅尔"),
        ("◆某某院院长、省政协委员张三丰建议，多建夜校。", "张三丰"),
        ("◆省政协委员、某某银行首席风险官褟光明：多建夜校。", "褟光明"),
        (f"{COLUMNS}| 高兴来 | 市政协委员 | 海安市某某协会会长 | 多建夜校。 |", "高兴来"),
        ("身为某某超市店长的张三丰是内行。县政协委员张三丰建议，多建夜校。", "张三丰"),
    ],
)
def test_of_whom_the_place_tells_that_it_is_a_name_the_post_is_known(text: str, name: str) -> None:
    (one,) = register(text, "a.md").people
    assert one.name == name
    assert one.organisation_title.startswith(("某某", "海安市"))
