"""Where one demand ends and another begins, whose it is, and what is none."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

LANES = "在桥上划出自行车道"
LAMPS = "将路灯电费列入预算"
WHO = "市人大代表、红石镇卫生院院长张三丰"


def test_what_is_asked_for_as_well_behind_a_semicolon_is_a_demand_of_its_own() -> None:
    text = f"{WHO}建议{LANES}；同时{LAMPS}。"
    assert proposed(text) == [("张三丰", LANES), ("张三丰", LAMPS)]
    assert len(proposed(f"{WHO}建议{LANES}；同时也是为了孩子。")) == 1


@pytest.mark.parametrize(
    ("said", "measures"),
    [
        (f"{LANES}；{LAMPS}；降低噪声", [LANES, LAMPS, "降低噪声"]),
        (f"一是{LANES}，二是{LAMPS}、三是补贴到户", [LANES, LAMPS, "补贴到户"]),
        (f"一要{LANES}，二要{LAMPS}", [LANES, LAMPS]),
        (f"：（一）{LANES}；（二）{LAMPS}", [LANES, LAMPS]),
        (f"第一，{LANES}；第二，{LAMPS}", [LANES, LAMPS]),
        (f"{LANES}，同时{LAMPS}", [LANES, LAMPS]),
        (f"{LANES}，还应{LAMPS}", [LANES, f"应{LAMPS}"]),
        (f"{LANES}，并请有关部门{LAMPS}", [LANES, f"有关部门{LAMPS}"]),
        (f"：一、{LANES}；二、补贴按里程分三档", [LANES, "补贴按里程分三档"]),
        (f"两点，一条是{LANES}，另一条是{LAMPS}", [LANES, LAMPS]),
        (f"{LANES}；修桥经费按里程核定", [LANES, "修桥经费按里程核定"]),
        ("对一、二、三产业分类施策", ["对一、二、三产业分类施策"]),
        (f"{LANES}；再一条，渡口夜里也开放", [LANES, "渡口夜里也开放"]),
        (f"{LANES}；引入社会资本修缮码头", [LANES, "引入社会资本修缮码头"]),
        # no measure by itself: an amount, a fact, a reason, what is part of one
        (f"{LANES}；每米60元", [f"{LANES}；每米60元"]),
        (f"{LANES}；这里已经出过三次事故", [LANES]),
        (f"{LANES}，同时也是为了孩子", [f"{LANES}，同时也是为了孩子"]),
        (f"推行“{LANES}；{LAMPS}”的办法", [f"推行“{LANES}；{LAMPS}”的办法"]),
        (f"{LANES}（宽两米；{LAMPS}）", [f"{LANES}（宽两米；{LAMPS}）"]),
        (f"{LANES}，并加固桥墩", [f"{LANES}，并加固桥墩"]),
        (f"{LANES}；桥始终未能建成", [f"{LANES}；桥始终未能建成"]),
        (f"{LANES}，还需说明的是，原路不动", [f"{LANES}，还需说明的是，原路不动"]),
        (f"{LANES}，还需要两年过渡", [f"{LANES}，还需要两年过渡"]),
        ("延长营运时间；周末延至次日1时", ["延长营运时间；周末延至次日1时"]),
        ("收费分为两档；居民按每月6元执行", ["收费分为两档；居民按每月6元执行"]),
        ("对第一，第二，第三产业分类施策", ["对第一，第二，第三产业分类施策"]),
        (
            f"{LANES}；推行按病种付费；开展为期三年的治理",
            [LANES, "推行按病种付费", "开展为期三年的治理"],
        ),
        (f"{LANES}，还需一体推进路灯改造", [LANES, "需一体推进路灯改造"]),
    ],
)
def test_each_measure_of_a_sentence_is_a_row(said: str, measures: list[str]) -> None:
    assert proposed(f"{WHO}建议{said}。") == [("张三丰", words) for words in measures]


def test_measures_of_a_field_are_rows_without_what_leads_up_to_them() -> None:
    text = "提案人：张三丰\n案由：关于修桥的提案\n"
    text += f"建议：为了方便骑车，我们认为，一要{LANES}，二要{LAMPS}。"
    assert proposed(text) == [("张三丰", LANES), ("张三丰", LAMPS)]
    text = f"提案人：张三丰\n案由：关于修桥的提案\n摘要：桥上没有灯。建议{LANES}，并建议{LAMPS}。"
    assert proposed(text) == [("张三丰", LANES), ("张三丰", LAMPS)]


def test_measures_of_a_sentence_have_its_mention_its_theme_and_their_own_place() -> None:
    text = f"{WHO}就骑车安全问题，建议{LANES}；{LAMPS}。"
    rows = register(text).proposals
    assert [text[row.start : row.end] for row in rows] == [LANES, LAMPS]
    assert {(row.name_start, row.theme, row.topic, row.confidence) for row in rows} == {
        (text.index("张三丰"), "骑车安全问题", "骑车安全问题", 0.89)
    }


def test_what_an_earlier_proposal_led_to_is_no_measure() -> None:
    text = f"{WHO}建议{LANES}；前年关于渡口的建议，促成渡口重修。"
    assert proposed(text) == [("张三丰", LANES)]


@pytest.mark.parametrize(
    "behind",
    [
        "，“救护车绕到河边，人早凉了”",
        "，有关部门采纳后伤者少了三成",
        "，我们一并作了研究",
    ],
)
def test_why_and_what_came_of_it_are_no_part_of_a_demand(behind: str) -> None:
    assert proposed(f"{WHO}建议{LANES}{behind}。") == [("张三丰", LANES)]


@pytest.mark.parametrize(
    "said",
    [
        "连续三年关注骑车的人，此次建议%s。",
        "的招数是“把人分开”：%s。",
        "提出“%s”的提案，被列为重点督办件。",
        "站起来。张师傅呼吁，%s。",
    ],
)
def test_one_may_ask_for_it_in_these_words_too(said: str) -> None:
    assert proposed(WHO + said % LANES) == [("张三丰", LANES)]


@pytest.mark.parametrize(
    "said",
    [
        "也就同一问题提出过意见。",
        "认为，现在骑手租房，合同期满必须搬走，很多人正好没地方住。",
        "提到，在自己办理的一起案件中，被告把路灯卖了。",
    ],
)
def test_how_things_are_is_no_demand(said: str) -> None:
    assert proposed(WHO + said) == []


def test_the_names_of_a_field_are_set_apart_by_spaces() -> None:
    """Who joins the motion is no field of his own; 我们认为： only announces."""
    text = f"""关于制定桥梁条例的议案

领衔人：张三丰
联名人：李四光  王五福  莫日根·图雅（其余代表签名附后）

方案：

建议{LAMPS}。关于内容，我们认为：

（一）应当{LANES}。"""
    names = ["张三丰", "李四光", "王五福", "莫日根·图雅"]
    assert proposed(text) == [(name, asked) for asked in (LAMPS, f"应当{LANES}") for name in names]


def test_a_question_ends_the_troubles_of_the_one_before() -> None:
    text = """受访人：张三丰，市人大代表，红石镇卫生院院长

记者：为什么关心自行车？

张三丰：因为急。

记者：您给出的办法是什么？

张三丰：主要有两条。第一，把辅路修通。第二，各镇共用一支巡桥队，不要一村一支。"""
    assert [words for _, words in proposed(text)] == [
        "把辅路修通",
        "各镇共用一支巡桥队，不要一村一支",
    ]


def test_two_named_in_the_sentence_are_meant_by_the_two_of_them() -> None:
    text = f"""市政协委员张三丰、李四光先后谈到桥。

市政协委员王五福和欧阳明都来自学校，两人一致呼吁{LANES}。"""
    assert proposed(text) == [("王五福", LANES), ("欧阳明", LANES)]


def test_a_name_ends_where_its_bearer_stands_up_or_is_set_against_another() -> None:
    text = f"""“先说路。”市政协委员、红石镇的牧民阿日斯兰·乌云站了起来。乌云委员提出，{LANES}。

市政协委员、城关小学校长温若兰则讲到灯。温若兰认为，应当{LAMPS}。"""
    assert proposed(text) == [("阿日斯兰·乌云", LANES), ("温若兰", f"应当{LAMPS}")]


def test_each_of_two_with_post_and_title_is_one() -> None:
    text = f"红石医院院长张三丰委员、红石剧团编导丹巴·次仁委员先后谈到桥。次仁委员则盼着能{LANES}。"
    people = {one.name: one.organisation_title for one in register(text).people}
    assert people == {"张三丰": "红石医院院长", "丹巴·次仁": "红石剧团编导"}


def test_a_reply_tells_what_was_asked_in_a_heading_without_saying_so() -> None:
    text = """张三丰代表：

您提出的《关于支持骑行的建议》收悉。现答复如下：

一、关于开通城郊骑行绿道

目前桥窄，暂不具备条件。"""
    assert proposed(text) == [("张三丰", "开通城郊骑行绿道")]


@pytest.mark.parametrize("end", ["；同时建议。", "；同时建议", "；同时。"])
def test_what_breaks_off_behind_meanwhile_is_one_demand(end: str) -> None:
    assert proposed(f"市人大代表张三丰建议{LANES}{end}")[0][0] == "张三丰"


@pytest.mark.parametrize(
    "told",
    [
        "，县交通局采纳后修了码头",
        "，省水利厅投入资金90万元，为七个渡口装上了灯",
    ],
)
def test_what_an_office_has_made_of_it_is_no_part_of_it(told: str) -> None:
    said = f"市政协委员、某某航运公司船长方晓兰建议给渡船配备救生衣{told}。"
    assert proposed(said) == [("方晓兰", "给渡船配备救生衣")]


@pytest.mark.parametrize(
    "asked",
    [
        "先试点，各单位落实后评估效果",
        "给夜校拨款，县里的部门采纳后再推广",
        "配备救生衣，省水利厅安排资金90万元，解决群众盼了多年的照明问题",
    ],
)
def test_what_an_office_should_do_then_is_part_of_it(asked: str) -> None:
    assert proposed(f"市政协委员方晓兰建议{asked}。") == [("方晓兰", asked)]


def test_two_demands_are_emphasised_one_by_one() -> None:
    said = "市人大代表方晓兰的建议是：**渡船开航前鸣笛三声**，同时**给渡工办一次免费的体检**。"
    asked = "渡船开航前鸣笛三声", "给渡工办一次免费的体检"
    assert proposed(said) == [("方晓兰", words) for words in asked]


def test_others_speeches_are_not_of_whom_was_told() -> None:
    text = (
        "全国政协委员、某某大学教授方晓兰为一笔账走访了八所学校。\n\n"
        "反观有的发言，“建议高度重视”“希望部门统筹考虑”，听来一样。"
    )
    assert proposed(text) == []
    text = (
        "市人大代表方晓兰首先发言。她带来了一个小故事：去年，一位老人拉着她的手说：“‘姑娘，你们一年来一次，"
        "建议你们修一修码头！’我记住了。”她建议装灯。"
    )
    assert proposed(text) == [("方晓兰", "装灯")]


def test_a_motto_and_a_success_ask_for_nothing() -> None:
    assert proposed("市政协委员方晓兰表示，政策已经不少，关键在落实。") == []
    text = "记者：去年的建议办得怎样？\n\n市人大代表方晓兰：落实得很好。渡口装了灯。"
    assert proposed(text) == []


def test_a_firm_is_asked_behind_the_facts() -> None:
    text = (
        "方晓兰（市人大代表，石门乡乡长）：我说两个事。一个是渡口应当装灯，每座不少于两盏。"
        "再一个，渡船现在按商业电价算，不合理，请供电公司把充电调整为农业电价。"
    )
    assert proposed(text)[-1] == ("方晓兰", "供电公司把充电调整为农业电价")


@pytest.mark.parametrize(
    "fact",
    [
        "渡口只有两条船，已不能满足需要",
        "以修代建的办法受到好评，去年全市修桥超过40座",
    ],
)
def test_how_things_are_before_a_demand_is_none(fact: str) -> None:
    text = f"■市人大代表、红石镇卫生院院长　张三丰\n{fact}。建议{LANES}。"
    assert proposed(text) == [("张三丰", LANES)]
    assert proposed(f"{WHO}认为，{fact}。他建议{LANES}。") == [("张三丰", LANES)]


def test_what_becomes_of_all_demands_is_none_of_an_official_who_listens() -> None:
    text = "市政协讨论政府工作报告，市政协副主席陶建国参加讨论。\n\n"
    text += f"市政协委员、红石镇卫生院院长张三丰建议{LANES}。\n\n"
    asked = "临近结束，陶建国表示，大家的发言很实在，会务组要逐条梳理，尽快转交有关部门。"
    assert proposed(text + asked) == [("张三丰", LANES)]


def test_a_reply_lists_what_was_asked_for() -> None:
    text = (
        "方晓兰委员：\n\n您提出的《关于修缮渡口的提案》收悉。您在提案中指出，码头、栈桥年久失修，并提出"
        "按每年20万元的标准设立维修专项、将船只检验交给海事站、引入商业保险参与救助等建议，很有针对性。\n\n"
        "一、关于维修。我局每年安排15万元。\n\n"
        f"此外，您与陶建国委员联名提出的{LANES}的建议，已转有关部门。\n"
    )
    asked = "按每年20万元的标准设立维修专项", "将船只检验交给海事站", "引入商业保险参与救助"
    assert proposed(text) == [("方晓兰", words) for words in (*asked, LANES)]


def test_what_only_looks_like_a_fact_a_headline_or_a_stop_is_asked_for() -> None:
    assert proposed(f"省人大代表、大学毕业以后回乡的农技员张三丰建议{LANES}。") == [
        ("张三丰", LANES)
    ]
    flat = f"{WHO}提出两点建议：\n\n一、夜校周末开放。\n\n二、建议{LANES}。"
    assert proposed(flat) == [("张三丰", "夜校周末开放"), ("张三丰", LANES)]
    notes = f"{WHO}建议：\n\n1. 缺医少药的村设立流动医疗点。\n2. 没证件的摊贩发放临时证。"
    assert len(proposed(notes)) == 2
    digest = f"摘登：市人大代表张三丰建议{LANES}\n\n市政协委员李四光建议{LAMPS}。\n\n"
    digest += "市人大代表张三丰建议，渡口夜里开放。"
    assert len(proposed(digest)) == 3
    assert proposed(f"{WHO}提出应急管理方面的三点建议。") == []
    assert len(proposed(f"{WHO}告诉记者，必须尽快出台补贴办法。")) == 1
    assert len(proposed(f"{WHO}参加讨论时说，应建立建议办理反馈制度。")) == 1


def test_two_parts_of_a_quotation_around_who_says_it_are_two_demands() -> None:
    text = f"{WHO}提出重修渡口。“要{LANES}，”他说，“{LAMPS}。”"
    assert proposed(text)[1:] == [("张三丰", f"要{LANES}"), ("张三丰", LAMPS)]


def test_how_things_are_now_and_what_came_of_a_numbered_proposal_is_no_demand() -> None:
    asked = f"应当{LANES}"
    assert proposed(f"{WHO}：过江现在要绕两座桥、多走九公里。{asked}。") == [("张三丰", asked)]
    notes = f"1. {WHO}建议{LANES}。\n2. 第7号提案已由区交通局办理，局里介绍，过江人数达5万人次。"
    assert proposed(notes) == [("张三丰", LANES)]


def test_for_whom_something_ought_to_be_done_is_part_of_the_demand() -> None:
    asked = "对送孩子过江上学的家庭，应当免收船票"
    assert proposed(f"{WHO}建议{LANES}。{asked}。")[1:] == [("张三丰", asked)]
