"""People with a post and no role: who of them proposes, and who only tells how things are."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

LANES = "在老城区增设公交专用道"


def cells(text: str) -> list[tuple[str, str, str]]:
    """Name, role and post of everybody in the text's register."""
    found = register(text, "a.md").people
    return [(row.name, row.role, row.organisation_title) for row in found]


@pytest.mark.parametrize(
    ("said", "name", "post"),
    [
        ("某某铜业总经理张三丰建议，", "张三丰", "某某铜业总经理"),
        ("统计处处长张三丰建议", "张三丰", "统计处处长"),
        ("会上，市农科院副研究员张三丰提出，应", "张三丰", "市农科院副研究员"),
        ("某某大学教授、博士生导师张三丰认为，应", "张三丰", "某某大学教授、博士生导师"),
        ("公交公司总工张三丰博士呼吁，", "张三丰", "公交公司总工"),
        ("市公交公司调度科科长张三丰说：“要", "张三丰", "市公交公司调度科科长"),
        ("张三丰院士指出，应", "张三丰", "院士"),
        ("某某铜业总经理张三丰的建议是，", "张三丰", "某某铜业总经理"),
        ("某某大学张三丰教授认为，应当", "张三丰", "某某大学、教授"),
        ("张三丰教授则不赞成限行，主张", "张三丰", "教授"),
        ("（三）公交协会秘书长张三丰强调，路网加密之前应", "张三丰", "公交协会秘书长"),
    ],
)
def test_who_has_a_post_and_asks_for_something_proposes(said: str, name: str, post: str) -> None:
    found = register(f"调研中听到不少意见。\n\n{said}{LANES}。\n")
    (row,) = found.proposals
    assert (row.name, row.role, row.organisation_title) == (name, "", post)
    assert row.proposal.endswith(LANES)
    assert [person.name for person in found.people] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "市交通局公交处处长张三丰介绍，去年全市新增公交车120辆。",
        "某某铜业总经理张三丰表示，公司去年拆解废电机5.2万吨。",
        "某某大学张三丰教授介绍，课题组研制的电堆功率达到65千瓦。",
        "市交通局副局长张三丰表示，有关建议将在编制规划时统筹研究。",
        "市交通局副局长张三丰回应，对大家的意见将逐条研究。",
        "市委书记张三丰强调，要全面落实安全生产责任制。",
        "国务院总理张三丰提出，要建设质量强国。",
        "中共中央总书记、国家主席张三丰建议，双方继续改善关系。",
        "记者张三丰提出，应当在老城区增设公交专用道。",
        "会议由市发改委副主任张三丰主持。",
        "张三丰总经理介绍了公司情况。",
        "张三丰局长通报，各区要压实责任。",
        "县供销社主任张三丰表示，将保障化肥供应。",
        "主持：张三丰（县水产局局长）",
        "某某煤业销售部经理张三丰说，库存要消化两个月。",
    ],
)
def test_who_only_tells_how_things_are_is_no_proposer(text: str) -> None:
    found = register(text)
    assert (found.people, found.proposals) == ((), ())


ROLL = [("张三丰", "", "市交通局副局长"), ("李四光", "", "某某集团董事长")]


@pytest.mark.parametrize(
    "roll",
    [
        "## 出席人员\n\n- 张三丰　市交通局副局长\n- 李四光　某某集团董事长",
        "## 与会专家\n\n1. 张三丰，市交通局副局长\n2. 李四光，某某集团董事长",
        "参会人员：张三丰（市交通局副局长）、李四光（某某集团董事长）",
        "**出席：** 市交通局副局长张三丰、某某集团董事长李四光。",
        "参加座谈的有：市交通局副局长张三丰、某某集团董事长李四光。",
    ],
)
def test_an_attendance_list_tells_the_posts_of_who_speaks_below(roll: str) -> None:
    said = f"张三丰介绍，去年新增公交车120辆。\n\n李四光：路窄。建议{LANES}。"
    assert cells(f"# 座谈会纪要\n\n{roll}\n\n## 发言\n\n{said}\n") == ROLL
    assert proposed(f"座谈会纪要\n\n{roll}\n\n{said}\n") == [("李四光", LANES)]


def test_an_attendance_table_does_so_too() -> None:
    table = "| 姓名 | 单位 | 职务 |\n| --- | --- | --- |\n| 张三丰 | 市交通局 | 副局长 |\n"
    text = f"# 纪要\n\n## 参会人员\n\n{table}| 李四光 | 某某集团 | 董事长 |\n"
    assert cells(text) == [
        ("张三丰", "", "市交通局、副局长"),
        ("李四光", "", "某某集团、董事长"),
    ]


SPEAKERS = f"""# 座谈会纪要

## 参会人员

- 张某某　浙江省人大代表，某某公司董事长
- 李四光　某某集团总工程师
- 王五一　某某监测中心主任

### 张某某

公交车在老城区走不动。建议{LANES}。

### 李四光

公交线路多年没有动过。市里要在今年内调整公交线网。

### 王五一

去年布设监测点36个，优良率为81.5%。

## 会议议定事项

- 由市交通局牵头，4月底前形成方案，责任人王五一。
"""


def test_whose_name_heads_a_section_says_what_it_holds() -> None:
    found = register(SPEAKERS, "a.md")
    assert cells(SPEAKERS) == [
        ("张某某", "浙江省人大代表", "某某公司董事长"),
        ("李四光", "", "某某集团总工程师"),
        ("王五一", "", "某某监测中心主任"),
    ]
    assert [(row.name, row.proposal) for row in found.proposals] == [
        ("张某某", LANES),
        ("李四光", "市里要在今年内调整公交线网"),
    ]


def test_what_stands_behind_the_section_of_a_speaker_is_not_his() -> None:
    below = f"## 下一步\n\n要{LANES}。\n"
    assert [row.name for row in register(SPEAKERS + below, "a.md").proposals] == [
        "张某某",
        "李四光",
    ]


@pytest.mark.parametrize(
    "label",
    [
        "采访对象：张三丰，某某集团董事长",
        "受访人：张三丰（某某集团董事长）",
        "访谈对象：张三丰　某某集团董事长",
    ],
)
def test_who_is_interviewed_answers(label: str) -> None:
    text = f"{label}\n\n问：路为什么堵？\n\n答：公交车没有路权。建议{LANES}。\n"
    assert proposed(text) == [("张三丰", LANES)]


def test_what_somebody_is_against_is_no_part_of_what_he_asks_for() -> None:
    text = f"张三丰教授提出，应{LANES}；他反对在老城区大规模修停车场。"
    assert proposed(text) == [("张三丰", f"应{LANES}")]


def test_a_label_with_a_post_is_of_whoever_speaks_where_nobody_has_a_role() -> None:
    text = f"专家观点摘编\n\n某某大学教授张三丰：路窄车多。应当{LANES}。\n"
    assert proposed(text) == [("张三丰", f"应当{LANES}")]
    replied = f"市人大代表李四光：建议修桥。\n\n交通局局长张三丰：路窄车多。应当{LANES}。\n"
    assert proposed(replied) == [("李四光", "修桥")]


MINUTES = f"""# 研讨会记录

参会：县水产局：张三丰、王五一；公交协会：李四光；养殖大户：赵六七

张三丰：今天请大家谈谈。

李四光（公交协会会长）：路太窄。建议{LANES}。

赵六七：租金涨得快。希望合同能签十年以上。

王五一：我们站去年抽检460批次。
"""


def test_of_whom_a_list_tells_only_where_they_are_from_each_has_his_own_words() -> None:
    assert cells(MINUTES) == [
        ("张三丰", "", "县水产局"),
        ("王五一", "", "县水产局"),
        ("李四光", "", "公交协会会长"),
        ("赵六七", "", "养殖大户"),
    ]
    assert proposed(MINUTES) == [("李四光", LANES), ("赵六七", "合同能签十年以上")]


def test_a_label_with_a_name_nobody_knows_ends_what_the_one_before_says() -> None:
    text = (
        f"李四光（公交协会会长）：建议{LANES}。\n\n赵六七：租金涨得快。应当把合同签到十年以上。\n"
    )
    assert proposed(text) == [("李四光", LANES)]


def test_a_later_fuller_post_is_the_post() -> None:
    text = f"张三丰教授来访。\n\n某某大学教授张三丰建议{LANES}。\n"
    assert [row.organisation_title for row in register(text).people] == ["某某大学教授"]


def test_an_official_among_deputies_answers_unless_he_asks() -> None:
    deputy = "市人大代表、某某中学校长李四光建议，延长课后服务。\n\n"
    official = "市教育局基础教育科科长张三丰"
    says = f"{official}表示，课后服务要坚持自愿原则。"
    assert [name for name, _ in proposed(deputy + says)] == ["李四光"]
    assert [name for name, _ in proposed(says)] == ["张三丰"]
    asks = f"{official}建议，课后服务坚持自愿原则。"
    assert [name for name, _ in proposed(deputy + asks)] == ["李四光", "张三丰"]
    on_the_roll = f"参会人员：{official}\n\n{deputy}张三丰表示，课后服务要坚持自愿原则。"
    assert [name for name, _ in proposed(on_the_roll)] == ["李四光", "张三丰"]


ROLES = f"""# 座谈会纪要

## 与会人员名单

| 序号 | 姓名 | 单位及职务 |
| --- | --- | --- |
| 1 | 张某某 | 浙江省人大代表，某某公司董事长 |
| 2 | 李四光 | 某某研究院副总工程师 |

### 一、张某某发言

公交车走不动。建议{LANES}。

### 二、李四光的发言

线路多年没有动过，应当调整公交线网。
"""


def test_a_table_tells_roles_and_numbered_headings_who_speaks() -> None:
    assert cells(ROLES) == [
        ("张某某", "浙江省人大代表", "某某公司董事长"),
        ("李四光", "", "某某研究院副总工程师"),
    ]
    found = register(ROLES, "a.md").proposals
    assert [(row.name, row.proposal) for row in found] == [
        ("张某某", LANES),
        ("李四光", "应当调整公交线网"),
    ]
