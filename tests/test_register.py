"""提案台账: who proposes what, in the source's own words."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.register import Register
from tests.registers import proposed, register

INTRODUCED = "全国人大代表、某某公司董事长张三丰建议，加快制定行业标准。"


@pytest.mark.parametrize(
    "text",
    [
        "各位代表：现在，我代表国务院作政府工作报告，请予审议，并请全国政协委员提出意见。",
        "代表委员们建议，加快推进改革。全国人大代表普遍认为，报告实事求是。",
        "2026年《政府工作报告》明确提出，要加快发展新质生产力。",
        "工业和信息化部回应说，将认真办理全国人大代表提出的建议。",
        "全国政协委员杜若兰没有提交提案。",
        "全国人大代表、某某公司董事长张三丰的建议得到采纳，工信部要求各地落实。",
        "要向全国人大代表张三丰学习。会议要求，各地应当加强管理。",
    ],
)
def test_nobody_is_made_a_proposer_who_proposes_nothing(text: str) -> None:
    assert proposed(text) == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (INTRODUCED, [("张三丰", "加快制定行业标准")]),
        ("加快立法。" + INTRODUCED + "会议很重要。", [("张三丰", "加快制定行业标准")]),
        (
            INTRODUCED + "张代表还呼吁降低税率。",
            [("张三丰", "加快制定行业标准"), ("张三丰", "降低税率")],
        ),
        (
            "全国政协委员欧阳慧、李明和全国人大代表阿依古丽·买买提联名提出，应当扩大试点。",
            [(name, "应当扩大试点") for name in ("欧阳慧", "李明", "阿依古丽·买买提")],
        ),
        ("张三（全国人大代表、某厂工人）希望多建夜校。", [("张三", "多建夜校")]),
        ("“要把标准立起来。”全国政协委员李四光说。", [("李四光", "要把标准立起来")]),
        (
            "全國人大代表、某某公司董事長張三豐建議，加快制定行業標準。",
            [("張三豐", "加快制定行業標準")],
        ),
        ("九三学社中央建议：健全补偿机制。", [("九三学社中央", "健全补偿机制")]),
        (
            "张三、李四　ZHANG\n全国人大代表、工人；全国政协委员、教师\n# 夜校\n两人建议建夜校。",
            [("张三", "建夜校"), ("李四", "建夜校")],
        ),
        (
            "尊敬的张三丰委员：\n您提出的《关于湿地的提案》收悉。您建议设立基金，我们赞同。我局将修桥。",
            [("张三丰", "设立基金")],
        ),
        (
            "口述：全国人大代表、某厂工人张三丰\n李四光代表也来了，他只是听。我建议多建夜校。",
            [("张三丰", "多建夜校")],
        ),
        (
            "**全国政协委员张三丰：** 建议多建夜校。\n\n张三丰总结：我们应当把夜校办到镇上。",
            [("张三丰", "多建夜校")],
        ),
        (
            '全国人大代表,某厂工人张三丰建议,多建夜校。\n\n"要降低学费。"全国政协委员李四光说。',
            [("张三丰", "多建夜校"), ("李四光", "要降低学费")],
        ),
        # of a quotation each sentence that asks for something, and no other
        (
            "全国政协委员李四光：\n“夜校太少。建议多建夜校。还要降低学费，周末也开课。路要跑三趟。”",
            [("李四光", "多建夜校"), ("李四光", "还要降低学费，周末也开课")],
        ),
        (
            "访全国人大代表、某厂工人张三丰\n\n张三丰打铁。\n\n记者问：您在想什么？\n\n答：我的想法是，在镇上多建夜校。",
            [("张三丰", "在镇上多建夜校")],
        ),
        ("全国政协委员张三丰领衔督办第1号提案，市长牵头办理。", []),
        (
            "发言委员：张三丰（某院院长）、罗桑多吉（某厂厂长）\n\n张委员：我建议多建夜校。\n\n罗桑委员：应当降低全县夜校的学费。",
            [("张三丰", "多建夜校"), ("罗桑多吉", "应当降低全县夜校的学费")],
        ),
        (
            "全国政协委员张三丰说，夜校少。他提出建议：\n\n1. 在镇上建夜校；\n2. 降低夜校的学费。",
            [("张三丰", "在镇上建夜校"), ("张三丰", "降低夜校的学费")],
        ),
        (
            "对话全国人大代表、某厂工人张三丰\n\n山城晚报：还是要到县里上课。\n\n张三丰：大家要的是在镇上上课。我建议多建夜校。",
            [("张三丰", "多建夜校")],
        ),
        (  # from where it is to what it is to be
            "全国政协委员张三丰指出，夜校少。为此建议：一是每周上课由目前的两晚增加到四晚；二是降低学费。",
            [("张三丰", "每周上课由目前的两晚增加到四晚"), ("张三丰", "降低学费")],
        ),
        ("全国政协委员张三丰提交了五份建议，内容涉及夜校、学费等方面。", []),
        (
            "张三丰代表还与全国人大代表、某厂工人李四光联名提出，应当多建夜校。",
            [("张三丰", "应当多建夜校"), ("李四光", "应当多建夜校")],
        ),
        (
            "张三丰代表还联合全国人大代表、某厂工人李四光，呼吁多建夜校。",
            [("张三丰", "多建夜校"), ("李四光", "多建夜校")],
        ),
        # 他 is whom the sentence is about
        (
            "李四光代表在场。\n\n全国人大代表、某厂工人张三丰赞同李四光的看法，他补充建议，多建夜校。",
            [("张三丰", "多建夜校")],
        ),
        # the guest of an interview, with the reporter's name in between
        (
            "访全国人大代表张三丰\n\n本刊记者 李四光\n\n问：张代表，您说？\n\n答：我建议多建夜校。",
            [("张三丰", "多建夜校")],
        ),
        # a list announced with the name
        (
            "一、张三丰代表\n\n夜校太少。为此，张三丰代表呼吁：\n\n一是在镇上建夜校；\n\n二是降低夜校的学费。",
            [("张三丰", "在镇上建夜校"), ("张三丰", "降低夜校的学费")],
        ),
        # a quotation with nobody named behind it; each of its sentences where somebody is
        (
            "全国人大代表、某厂工人张三丰说起夜校。“路要跑三趟。夜校的学费，也该由企业承担。”",
            [("张三丰", "夜校的学费，也该由企业承担")],
        ),
        (
            "“夜校太少。夜校的学费要由企业承担。”全国人大代表、某厂工人张三丰建议，多建夜校。",
            [("张三丰", "夜校的学费要由企业承担"), ("张三丰", "多建夜校")],
        ),
        # whoever comes in ends what another has said
        (
            "张三丰代表：应当在镇上多建夜校。\n\n全国人大代表、某厂工人李四光跑过三所夜校。他建议降低学费。",
            [("张三丰", "应当在镇上多建夜校"), ("李四光", "降低学费")],
        ),
        ("夜青（全国人大代表、某厂工人）：希望多建夜校。", [("夜青", "多建夜校")]),
        (
            "张三丰代表建议，多建夜校。\n\n工商联界别的委员、某公司董事长李四光接着发言。他希望降低学费。",
            [("张三丰", "多建夜校"), ("李四光", "降低学费")],
        ),
        (
            "与会委员（按姓氏）\n\n王五　某校校长\n\n欧阳慧，某厂厂长\n\n欧阳委员：建议多建夜校。",
            [("欧阳慧", "多建夜校")],
        ),
        # of whom or what it is said belongs to it; what the speaker saw does not
        (
            "张三丰代表：工人念完夜校的，学费应当由企业退还。教材也要赶紧更换，我看到有的已经十年了。",
            [("张三丰", "工人念完夜校的，学费应当由企业退还"), ("张三丰", "教材也要赶紧更换")],
        ),
        (
            "张三丰代表：请有关部门多建夜校。银行应对夜校给予优惠。还可以开设夜校的网上课程。",
            [
                ("张三丰", "有关部门多建夜校"),
                ("张三丰", "银行应对夜校给予优惠"),
                ("张三丰", "还可以开设夜校的网上课程"),
            ],
        ),
        (
            "1.张三丰（全国人大代表，某厂工人）\n\n反映路要跑三趟。提出夜校已超过十年，建议翻修校舍。",
            [("张三丰", "翻修校舍")],
        ),
        (
            "张三丰（全国人大代表）、李四光（全国政协委员）\n\n联名建议修订夜校标准。",
            [("张三丰", "修订夜校标准"), ("李四光", "修订夜校标准")],
        ),
        (
            "张三丰代表：建议：一、降低学费；二、拿出门票收入的15%补助夜校。",
            [("张三丰", "降低学费"), ("张三丰", "拿出门票收入的15%补助夜校")],
        ),
        # 不建议, somebody else of theirs, a body
        (
            "全国人大代表张三丰并不建议取消夜校。他不希望学费上涨，建议降低学费。",
            [("张三丰", "降低学费")],
        ),
        (
            "全国人大代表张三丰建议降低学费。他的同事也建议取消夜校。该委员会还建议，翻修校舍。",
            [("张三丰", "降低学费")],
        ),
        (
            "全国人大代表张三丰、王强，全国政协委员李四光联名建议，多建夜校。",
            [("张三丰", "多建夜校"), ("王强", "多建夜校"), ("李四光", "多建夜校")],
        ),
        # name and role side by side; a roll that says only who is there
        (
            "让夜校亮起来\n张三丰　全国人大代表、某厂工人\n\n夜校很少。他建议多建夜校。",
            [("张三丰", "多建夜校")],
        ),
        (
            "主持：王强委员\n出席名单\n王强　某局巡视员\n李四光　某厂长\n\n李委员：建议多建夜校。",
            [("李四光", "多建夜校")],
        ),
        (
            "第7号 关于夜校的提案\n\n提案人：张三丰（某厂厂长）\n\n摘要：夜校有6所。建议多建夜校。",
            [("张三丰", "多建夜校")],
        ),
        # how things are, what is only counted, a motto
        (
            "张三丰代表：工人不得不舍近求远。老师一天要接待上百名学生。念完就要换一所学校。请有关部门研究。",
            [],
        ),
        ("全国政协委员张三丰积极建言，共提出建议和提案六件。他提出了资金的难题。", []),
        ("张三丰代表：三份建议聚焦夜校与学费", []),
        ("“市场不能只有大制作。”全国人大代表张三丰建议多建夜校。", [("张三丰", "多建夜校")]),
    ],
)
def test_the_layouts_of_the_genre(text: str, rows: list[tuple[str, str]]) -> None:
    assert proposed(text) == rows


def test_marks_of_emphasis_are_no_part_of_a_proposal() -> None:
    text = "全国人大代表、青山集团董事长祁望建议：**一是加快立法**；**二是设立基金。**"
    found = register(text)
    assert [row.proposal for row in found.proposals] == ["加快立法", "设立基金"]


def test_another_key_for_the_proposer_begins_another_proposal() -> None:
    first = "提案人：全国人大代表、凤凰律师事务所主任 沈亦舟\n建议：修订规则。\n"
    second = "领衔人：市人大代表、养老服务中心主任 祁　望\n建议：建设食堂。"
    rows = [("沈亦舟", "修订规则"), ("祁望", "建设食堂")]
    assert proposed(first + second) == rows
    assert proposed(first + "全国政协委员冷秋白到会。\n" + second) == rows


@pytest.mark.parametrize(
    "label",
    [
        "**居民老郑：**",
        "**县文旅局局长 詹明远：**",
        "县文旅局局长詹明远：",
        "县文旅局局长詹明远：阚小竹的话有道理，",
        "市民王先生：",
        "主持人小结：",
        "主席会议成员詹明远（列席）：",
        "县文旅局负责人表示，",
        "> 编者按：",
    ],
)
def test_the_words_of_somebody_not_introduced_are_nobody_elses(label: str) -> None:
    interview = (
        "**记者：** 您怎么看？\n\n**全国人大代表、竹编厂工人 阚小竹：** 建议开设竹编专业。\n\n"
        f"{label} 我们应当把工坊集中到老街。要抓紧修缮。\n\n**阚小竹：** 政府应当给学徒发放补贴。"
    )
    assert proposed(interview) == [
        ("阚小竹", "开设竹编专业"),
        ("阚小竹", "政府应当给学徒发放补贴"),
    ]


def test_the_same_words_of_the_same_person_are_one_proposal() -> None:
    assert proposed(INTRODUCED + "张三丰再次建议，加快制定行业标准。") == [
        ("张三丰", "加快制定行业标准")
    ]


def test_what_is_inferred_is_marked() -> None:
    stated, inferred = register(INTRODUCED + "建议同时修订产品目录。").proposals
    assert stated.confidence >= 0.9 > inferred.confidence


def test_a_comment_on_the_proposal_is_no_part_of_it() -> None:
    text = "全国人大代表张三丰建议设立基金，这一思路具有启发意义。"
    assert proposed(text) == [("张三丰", "设立基金")]


def test_an_empty_document_has_an_empty_register() -> None:
    assert register("") == Register()


PIECES = [
    *("全国人大代表", "全国政协委员", "、某公司董事长", "张三", "欧阳慧", "买买提·艾力", "他"),
    *(
        "建议",
        "提出",
        "认为",
        "应当",
        "加快立法",
        "的",
        "，",
        "。",
        "；",
        "：",
        "“",
        "”",
        "《",
        "》",
    ),
    *("2023年", "去年", "5500年", "、", "和", "分别为", "30万吨", "增长5%"),
    *("（", "）", "\n", "\n\n", "　", "\t", "约1", "亿", "吨", "百分之三", "一是", "提案人：", "|"),
]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
@example(["百分之三", "亿", "一是"])
@example(["5500年", "、", "5500年", "，", "30万吨"])
def test_no_arrangement_of_words_breaks_it(pieces: list[str]) -> None:
    register("".join(pieces))


@pytest.mark.parametrize(
    "text",
    [
        INTRODUCED + "对此，在此，就此，" * 40 + "某某建议改。",
        "全国人大代表、某某公司董事长张三" + "地" * 200 + "某",
        "新开工" * 200 + "某5%。",
        "其中，同时，" * 200 + "某增长5%。",
        "全国人大代表、" * 200,
    ],
    ids=["topics", "adverbs", "verbs", "leads", "roles"],
)
def test_repetitive_text_takes_no_longer_than_other_text(text: str) -> None:
    started = perf_counter()
    register(text)
    assert perf_counter() - started < 2  # seconds; it takes hundredths, backtracking took hours
