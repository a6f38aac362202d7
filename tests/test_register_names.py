"""Names and posts: where they begin and end, whose they are, those no list of surnames tells."""

from __future__ import annotations

import pytest

from assistant.register.names import name_end
from tests.registers import proposed, register


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("记者另向全国政协委员、水务中心主任**林朴**求证。他建议，加快改造。", {"林朴"}),
        ("记者另向全国政协委员、水务中心主任__林朴__求证。他建议，加快改造。", {"林朴"}),
        ("全国政协委员、水务中心主任<strong>林朴</strong>求证后建议，加快改造。", {"林朴"}),
        ("全国政协委员、水务中心主任林\u200e朴建议，加快改造。", {"林朴"}),
        ("发言人：全国政协委员、和美律师事务所主任 沈亦舟\n建议修订仲裁规则。", {"沈亦舟"}),
        ("领衔人：全国政协委员、白云设计院院长 沈亦舟\n建议：修订仲裁规则。", {"沈亦舟"}),
        ("全国政协委员、和美律师事务所主任沈亦舟建议，修订仲裁规则。", {"沈亦舟"}),
        ("“路窄。”全国政协委员、青山厂焊工夏侯燕插话说。她建议，修路。", {"夏侯燕"}),
        ("艾山·阿不来提（全国人大代表、青山厂焊工）：建议，修路。", {"艾山·阿不来提"}),
        ("全国政协委员、青山工程师范大学校长沈亦舟建议，修订仲裁规则。", {"沈亦舟"}),
    ],
)
def test_emphasis_and_a_space_behind_a_post_tell_where_a_name_stands(
    text: str, names: set[str]
) -> None:
    found = register(text)
    assert {row.name for row in found.people} == {row.name for row in found.proposals} == names


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("某院院长李四光委员（某校校长）：建议修路。", "某院院长"),
        ("李四光委员（某校校长）：建议修路。", "某校校长"),
    ],
)
def test_the_post_before_a_name_comes_first_and_stands_where_it_is_told(
    text: str, post: str
) -> None:
    found = register(text)
    assert [(one.name, one.organisation_title) for one in found.people] == [("李四光", post)]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("**全国人大代表李四光，某厂挤奶工**\n\n“建议修路。”", "某厂挤奶工"),
        ("### 李四光 委员\n*全国政协委员，某设计院总工程师*\n\n建议修路。", "某设计院总工程师"),
        ("【协会动态】我会会长、全国人大代表李四光建议修路。", "我会会长"),
        ("出席代表：\n\n1. 李四光（某厂厂长）\n\n李代表：建议修路。", "某厂厂长"),
        ("参加审议的代表\n\n李四光 某厂厂长\n\n李代表：建议修路。", "某厂厂长"),
    ],
)
def test_a_post_that_a_line_of_its_own_gives(text: str, post: str) -> None:
    found = register(text)
    assert [(one.name, one.organisation_title) for one in found.people] == [("李四光", post)]
    assert [row.proposal for row in found.proposals] == ["修路"]


@pytest.mark.parametrize(
    "text",
    [
        "提案人：祁望 青山集团董事长\n建议：设立基金。",
        "提案人：祁望　青山集团董事长\n建议：设立基金。",
        "提案人：祁望  青山集团董事长\n建议：设立基金。",
        "案由：关于湿地的提案\n提案人 祁望 青山集团董事长\n建议：设立基金。",
        "提案人 祁望 青山集团董事长\n案由 关于湿地的提案\n建议 设立基金。",
    ],
)
def test_a_name_before_its_post_needs_no_role(text: str) -> None:
    found = register(text)
    people = [(one.name, one.role, one.organisation_title) for one in found.people]
    assert people == [("祁望", "", "青山集团董事长")]
    assert [row.proposal for row in found.proposals] == ["设立基金"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市人大代表、医院主任医师东郭望参与了调查。他建议，设立基金。", "东郭望"),
        ("县政协委员、中学副校长阿娜·艾力谈的是县中。她建议，设立基金。", "阿娜·艾力"),
        ("县政协委员、中学副校长阿娜·艾力西算过时间账：太长。她建议，设立基金。", "阿娜·艾力西"),
        ("县政协委员、保护站护鸟员那日苏巡湖十年。那日苏建议，设立基金。", "那日苏"),
        ("县政协委员、中学副校长阿娜·艾力把账算清了。她建议，设立基金。", "阿娜·艾力"),
        ("市政协委员、第一小学校长妫望秋建议，设立基金。", "妫望秋"),
        ("省人大代表、云岭县县长尹望说，路很窄。他建议，设立基金。", "尹望"),
        ("市人大代表、研究院院士司马望在走访28家企业后说，路窄。他建议，设立基金。", "司马望"),
        ("市人大代表、炼钢厂炉长艾力·阿不都介绍了情况。他建议，设立基金。", "艾力·阿不都"),
        ("罗桑多吉委员（雪原大学教授）：建议设立基金。\n\n记者：罗桑委员说得好。", "罗桑多吉"),
        ("记者采访了人大代表和全国政协委员。全国政协委员、总教官马望建议，设立基金。", "马望"),
    ],
)
def test_a_name_ends_where_what_its_bearer_does_begins(text: str, name: str) -> None:
    found = register(text)
    assert [one.name for one in found.people] == [name]
    assert [(row.name, row.proposal) for row in found.proposals] == [(name, "设立基金")]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("李明认为，应提高回收率。", ["李明", "李明"]),
        ("李明还呼吁取消关税。", ["李明", "李明"]),
        ("李明亮认为，应提高回收率。", ["李明"]),
        ("会上，李明亮、王强等企业代表还呼吁取消关税。", ["李明"]),
    ],
)
def test_a_name_within_a_longer_one_is_no_mention(said: str, names: list[str]) -> None:
    rows = proposed(f"全国人大代表、某公司董事长李明建议，加快铜矿勘探。\n\n{said}")
    assert [name for name, _ in rows] == names


def test_a_tab_between_columns_is_no_part_of_a_post() -> None:
    found = register("全国人大代表全国人大代表\t全国人大代表张三")
    assert found.people and "\t" not in "".join(row.organisation_title for row in found.people)


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("市人大代表方晓兰，某某航运公司船长，开了二十年渡船。", "某某航运公司船长"),
        ("市人大代表、青年创业者方晓兰不慌不忙。方晓兰呼吁修桥。", "青年创业者"),
        ("方晓兰（市人大代表，退休干部）：建议修桥。", "退休干部"),
        (
            "【会客厅】外科医生方晓兰：让渡口亮\n\n名片：方晓兰，市人大代表，某某医院院长。\n\n记者：您好。",
            "某某医院院长",
        ),
    ],
)
def test_a_post_in_its_place(text: str, post: str) -> None:
    assert [one.organisation_title for one in register(text).people] == [post]


def test_who_is_called_aunt_is_whom_one_knows() -> None:
    text = "市人大代表方晓兰来自石门乡。方阿姨的建议很实在：给渡口装灯。"
    assert proposed(text) == [("方晓兰", "给渡口装灯")]


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


@pytest.mark.parametrize("does", ["跑遍了三个镇", "住在江边", "自己也修过船", "统计过渡船班次"])
def test_what_somebody_does_ends_a_name_of_two_characters(does: str) -> None:
    text = f"市人大代表、红石镇卫生院院长高松{does}。他建议在桥上划出自行车道。"
    assert proposed(text) == [("高松", "在桥上划出自行车道")]


@pytest.mark.parametrize(
    ("who", "names"), [("常年修船的高松委员", {"高松"}), ("常年修船的满族委员", set())]
)
def test_a_name_of_two_characters_stands_behind_what_one_does(who: str, names: set[str]) -> None:
    found = register(f"{who}，是省船舶学会会员。他建议在桥上划出自行车道。")
    assert {row.name for row in found.people} == names
