"""提案台账: letters, motions, tables and minutes, and what they tell once for everybody."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register


def roles(text: str) -> dict[str, str]:
    """Everybody of the text with the role."""
    return {row.name: row.role for row in register(text).people}


def test_one_role_for_all_whom_a_bracket_follows() -> None:
    told = "提案人：方晓兰、陶建国和简明珠（均为县政协委员）\n建议：增设夜间门诊。"
    assert roles(told) == dict.fromkeys(("方晓兰", "陶建国", "简明珠"), "县政协委员")
    assert proposed(told) == [(name, "增设夜间门诊") for name in ("方晓兰", "陶建国", "简明珠")]
    told = "方晓兰、陶建国（都是省人大代表）联名建议修建绕城公路。"
    assert roles(told) == dict.fromkeys(("方晓兰", "陶建国"), "省人大代表")


def test_what_leads_up_to_a_role_is_no_place() -> None:
    assert roles("这席话感动了区政协委员方晓兰。她建议早开门。") == {"方晓兰": "区政协委员"}
    assert roles("来自清河市人大代表方晓兰建议修桥。") == {"方晓兰": "清河市人大代表"}
    assert roles("岳川省人大代表方晓兰建议修桥。") == {"方晓兰": "岳川省人大代表"}
    assert roles("专访省人大代表方晓兰：建议修桥。") == {"方晓兰": "省人大代表"}


TABLE = """## 建议登记

| 代表 | 职务 | 建议题目 | 内容 |
|---|---|---|---|
| 方晓兰 | 县一中教师 | 关于公交的建议 | 增设3路车站台 |
| 陶建国 | 县医院医生 | 关于停车的建议 | （本人撤回） |
| 简明珠 | 县客运站站长 | 关于摊位的建议（已撤回） | — |
| 骆文彬 | 县文化馆馆长 | 关于戏台的建议 | 戏台现有31座；建议修缮危台 |

以上代表均系县人大代表。
"""


def test_a_note_tells_the_role_of_all_and_what_is_withdrawn_is_none() -> None:
    assert set(roles(TABLE).values()) == {"县人大代表"}
    assert proposed(TABLE) == [("方晓兰", "增设3路车站台"), ("骆文彬", "修缮危台")]


LETTER = """建议名称：关于规范网约护理的建议
提出人：方晓兰
单位及职务：岳川市第二医院护士长

市人民代表大会常务委员会：

近年来上门护理需求增长很快。其原因：一是价格不透明，二是没有责任保险。

为此，提出以下建议：

1. 由医保部门制定上门护理价格目录。

2. 建立护士执业责任险，保费由平台承担。

以上意见，请予答复。

提出人：方晓兰（市人大代表）
联名人：陶建国（市人大代表）
"""


def test_a_letter_asks_for_its_items_and_not_for_its_title() -> None:
    assert proposed(LETTER) == [
        ("方晓兰", "由医保部门制定上门护理价格目录"),
        ("方晓兰", "建立护士执业责任险，保费由平台承担"),
    ]
    posts = {row.name: row.organisation_title for row in register(LETTER).people}
    assert posts == {"方晓兰": "岳川市第二医院护士长", "陶建国": ""}


def test_what_one_of_those_who_sign_adds_is_not_everybodys() -> None:
    motion = (
        "议案名称：关于修订《河道管理条例》的议案\n"
        "领衔人：方晓兰（市人大代表）\n联名人：陶建国（市人大代表）\n"
        "方案：\n（一）把支流纳入条例调整范围；\n（二）提高违法采砂罚款上限。\n"
        "陶建国代表补充说明：罚款上限宜参照邻省，建议由司法局先行论证。"
    )
    assert proposed(motion)[-1] == ("陶建国", "由司法局先行论证")
    assert ("方晓兰", "由司法局先行论证") not in proposed(motion)
    assert len(proposed(motion)) == 5


def test_numbered_parts_of_one_sentence_are_apart() -> None:
    said = (
        "方晓兰委员：我说两点。第一，产业园不要贪大，先把污水管网接通；"
        "第二，报告第6页写的是“探索建立”，建议改成“建立”。"
    )
    assert proposed(said) == [
        ("方晓兰", "产业园不要贪大，先把污水管网接通"),
        ("方晓兰", "改成“建立”"),
    ]


def test_who_chairs_may_have_something_to_say() -> None:
    minutes = (
        "主持人：方晓兰（石桥乡党委书记）\n陶建国委员：希望给村医买养老保险。\n"
        "方晓兰：我也补充一条，请县财政给每个村卫生室配一台心电图机。"
    )
    assert proposed(minutes) == [
        ("陶建国", "给村医买养老保险"),
        ("方晓兰", "请县财政给每个村卫生室配一台心电图机"),
    ]
    silent = minutes.partition("方晓兰：我")[0]
    assert roles(silent) == {"陶建国": "委员"}


def test_what_others_say_is_not_the_speakers() -> None:
    told = (
        "方晓兰委员说：“外卖小哥太苦。有人说：‘应当取消差评。’这我不同意。应当给骑手设夜间休息点。”"
    )
    assert proposed(told) == [("方晓兰", "应当给骑手设夜间休息点")]
    told = "方晓兰委员说：“他们讲‘手艺不能断在我手里’，所以我建议在技校设木雕班，学费由财政承担。”"
    assert proposed(told) == [("方晓兰", "在技校设木雕班，学费由财政承担")]


def test_what_came_of_it_is_no_part_of_it() -> None:
    told = "简明珠委员建议给独居老人安装报警器，市民政局投入资金300万元，惠及老人4600户。"
    assert proposed(told) == [("简明珠", "给独居老人安装报警器")]
    told = (
        "方晓兰委员提出的推动小区加装充电桩的提案，被列为重点督办件。"
        "陶建国委员关于建立托育补贴制度的提案，已由市卫健委办结。"
    )
    assert proposed(told) == [("方晓兰", "推动小区加装充电桩"), ("陶建国", "建立托育补贴制度")]


def test_quotations_below_the_question_what_somebody_said() -> None:
    post = """走进会场的，是全国人大代表、清河纺织厂挡车工方晓兰。

她都讲了些什么？

“厂里的宿舍太旧了。我建议把公租房向产业工人开放。”

“孩子没人带。企业应设立爱心托管班，暑期不收费。”

大家怎么看？

“说得好，应该涨工资，越快越好。”
"""
    assert proposed(post) == [
        ("方晓兰", "把公租房向产业工人开放"),
        ("方晓兰", "企业应设立爱心托管班，暑期不收费"),
    ]


def test_the_last_part_of_a_name_is_no_second_person() -> None:
    told = (
        "全国政协委员那日松·巴图建议恢复轮牧。他是草原研究所研究员，常住苏木。"
        "巴图委员还说，网围栏应当拆除。"
    )
    assert proposed(told) == [("那日松·巴图", "恢复轮牧"), ("那日松·巴图", "网围栏应当拆除")]
    (one,) = register(told).people
    assert one.organisation_title == "草原研究所研究员"


def test_he_and_others_hand_in_one_paper() -> None:
    told = (
        "民盟成员、市政协委员方晓兰说，她已同陶建国、简明珠两位委员共同提交提案，"
        "要求在城西建一座图书馆。"
    )
    assert proposed(told) == [
        (name, "在城西建一座图书馆") for name in ("方晓兰", "陶建国", "简明珠")
    ]
    assert register(told).people[0].organisation_title == "民盟成员"


def test_a_leader_listens_and_proposes_nothing() -> None:
    told = "方晓兰委员建议修路。陶建国边听边点头。他希望委员们多提好建议，多办实事。"
    assert proposed(told) == [("方晓兰", "修路")]


def test_the_post_behind_as_and_is() -> None:
    told = "身为县中医院针灸科主任，方晓兰代表建议把推拿列入医保。"
    assert register(told).people[0].organisation_title == "县中医院针灸科主任"
    told = "县人大代表方晓兰是一名修鞋师傅。方晓兰建议给手艺人留摊位。"
    assert register(told).people[0].organisation_title == "修鞋师傅"


SIGNED = """关于修缮渡口的建议

某某省第九届人民代表大会第三次会议秘书处：

渡口年久失修。为此，特提出如下建议：

一、完善渡口的照明。由县交通局为每个渡口装灯，费用列入预算。

二、补齐救生设备。给每条渡船配备救生衣，三年更换一次。

三、跨县巡查。上游两县每月派船巡查，办法由县政府会同有关部门制定。

以上建议妥否，请研究答复。

建议人：方晓兰
（某某省人大代表，石门乡乡长）
联系人：小陈
"""


@pytest.mark.parametrize(
    "opening", ["以上问题亟待解决，建议如下：", "这些问题拖不得，特提出如下建议："]
)
def test_what_looks_back_may_open_a_list(opening: str) -> None:
    assert len(proposed(SIGNED.replace("渡口年久失修。为此，特提出如下建议：", opening))) == 3


def test_who_signs_a_letter_proposes_what_its_list_asks_for() -> None:
    """And what an item says in short is no row beside the sentence that says it in full."""
    assert proposed(SIGNED) == [
        ("方晓兰", "由县交通局为每个渡口装灯，费用列入预算"),
        ("方晓兰", "给每条渡船配备救生衣，三年更换一次"),
        ("方晓兰", "上游两县每月派船巡查，办法由县政府会同有关部门制定"),
    ]
    (one,) = register(SIGNED).people
    assert (one.role, one.organisation_title) == ("某某省人大代表", "石门乡乡长")


def test_a_note_on_what_all_of_a_table_have_proposed_tells_their_role() -> None:
    note = "本表所列均为县人大代表在会议期间提出的建议。"
    assert set(roles(TABLE.replace("以上代表均系县人大代表。", note)).values()) == {"县人大代表"}


def test_a_reply_quotes_several_demands_in_one_sentence() -> None:
    told = (
        "方晓兰代表：\n\n您提出的关于修缮渡口的建议收悉。现答复如下：\n\n您建议修好码头，"
        "并提出“给每条渡船配备救生衣”“允许村民参加渡口管理”等意见，您还建议给渡工办体检。\n\n"
        "此外，您在电话中还建议设立渡口医疗点，我们已转有关部门。"
    )
    assert [words for _, words in proposed(told)] == [
        "修好码头",
        "给每条渡船配备救生衣",
        "允许村民参加渡口管理",
        "给渡工办体检",
        "设立渡口医疗点",
    ]
