"""What one sentence asks besides the first: with its subject, and no more than is surely told."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.query.parts import apart, carried, leaves_subject
from tests.conftest import asking, titled

REPORT = """松溪县人民政府县长 柯望川

——2025年1月9日在松溪县第十六届人民代表大会第五次会议上

各位代表：

2024年，全县种植茶叶4.6万亩，比上年扩大0.3万亩。松溪河全长八十六公里，流经五个乡镇，汛期常有水患。

去年全县共办理群众建议412件、政协提案1960件，办结率99%，满意率97.2%。

竹编产业园建在石桥乡，一期占地150亩，计划2026年底投产。

清淤工程推迟开工，原因是施工便道没有修通，现定于5月中旬开工。
"""
FARMERS = """农业代表建议摘编

县人大代表、青岭蜂业合作社理事长苏巧云：蜂农转场要有“过路证”

苏巧云所在的合作社带动310户蜂农，养蜂1.2万箱。她建议对转场的蜂农每箱补助45元，连补两年。

县人大代表、公交公司驾驶员贺立新：给末班车加一趟

贺立新说，晚班学生下课时末班车已经开走。他建议末班车延到22时30分。

县人大代表、粮库主任郭守田：烘干塔要共用

郭守田说，建一座烘干塔要一百二十万元。

要是只买一台清粮机，他问过价，八千元上下。
"""
on_farms = asking(titled({"松溪县2025年政府工作报告.md": REPORT, "农业代表建议摘编.md": FARMERS}))


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("渠有多长，哪年修的", ["渠有多长？", "哪年修的？"]),
        ("课题组走了多少个村、收了多少份问卷？", ["课题组走了多少个村？", "收了多少份问卷？"]),
        ("2010年报告 渠有多长 流经几个省", ["2010年报告 渠有多长？", "流经几个省？"]),
        ("甲委员建议补多少，市里答应了吗？", ["甲委员建议补多少？", "市里答应了吗？"]),
        ("买书架要多少钱，多久能用坏", ["买书架要多少钱？", "多久能用坏？"]),
        ("去年有多少吨，前一年呢", ["去年有多少吨？", "前一年呢？"]),
        ("堤防建好了吗，花了多少", ["堤防建好了吗？", "花了多少？"]),
        ("水灾损失多大，有没有死人？", ["水灾损失多大？", "有没有死人？"]),
        (
            "办了多少件来信和工单，满意度咋样",
            ["办了多少件来信？", "办了多少件工单？", "满意度咋样？"],
        ),
        # one question
        ("票价要不要降，谁反对？", []),
        ("甲、乙、丙三县各有多少亩？", []),
        ("近几年，谁提过建库？", []),
        ("谁提出“钱从哪来，谁来还”？", []),
        ("甲和乙对能不能拒单、该不该罚款有什么分歧？", []),
        ("县道 乡道 村道 每公里补多少", []),
        ("投了1,000万元还是多少？", []),
        ("村小的孩子没剩几个，代表想让经费按多少人拨？", []),
    ],
)
def test_what_a_sentence_asks_is_told_apart(question: str, parts: list[str]) -> None:
    assert apart(question) == parts


@pytest.mark.parametrize(
    ("first", "part", "whole"),
    [
        ("课题组的调查走了多少个村？", "收了多少份问卷？", "课题组的调查，收了多少份问卷？"),
        ("园区建在哪个乡？", "一期多大？", "园区建在乡，一期多大？"),
        ("泵站为什么推迟开工？", "现在打算几月开工？", "泵站，现在打算几月开工？"),
        ("甲社理事长是谁？", "她建议每亩补多少？", "甲社理事长，建议每亩补多少？"),
        ("甲厂2023年的均价是多少？", "2024年又是多少？", "甲厂的均价，2024年又是多少？"),
        ("全市青年补贴多少？", "2025年是多少？", "全市青年补贴，2025年是多少？"),
        ("风电产能是多少？", "又是哪年建的？", "风电产能，是哪年建的？"),
        ("会议纪要由谁起草？", "几号发的？", "会议纪要由起草，几号发的？"),
        ("风电装机多少？", "并网容量是多少？", "风电装机，并网容量是多少？"),
        ("谁？", "多少？", ""),
    ],
)
def test_a_later_part_is_asked_of_what_the_first_is_about(
    first: str, part: str, whole: str
) -> None:
    assert carried(first, part) == whole


def test_what_begins_with_what_is_said_leaves_open_of_what() -> None:
    assert leaves_subject("原先打算控制在多少以内")
    assert not leaves_subject("赤泥原先有多少")
    assert not leaves_subject("为什么要缓建仓库") and not leaves_subject("由谁负责建高铁")
    assert not leaves_subject("从化区常住人口有多少")


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("松溪县政府2024年办了多少件群众建议和政协提案，满意度咋样", ["412件", "1960件", "97.2%"]),
        ("2025年报告 松溪河有多长 流经几个乡镇", ["八十六公里", "五个乡镇"]),
        ("蜂业合作社理事长是谁，她建议每箱补多少、补几年？", ["苏巧云", "45元", "两年"]),
        ("松溪县这份政府工作报告是谁做的，哪天在什么会上", ["柯望川", "2025年1月9日"]),
        ("养了1.2万箱蜂的是谁，是哪家公司的？", ["苏巧云", "青岭蜂业合作社"]),
        ("说晚班学生下课时末班车已经开走的那位代表叫什么，是做什么的", ["贺立新", "驾驶员"]),
        ("郭守田说建一座烘干塔要多少钱、一台清粮机多少钱", ["一百二十万元", "八千元"]),
    ],
)
def test_every_part_that_is_told_is_quoted(
    on_farms: Assistant, question: str, quoted: list[str]
) -> None:
    answer = on_farms.ask(question)
    texts = "".join(quote.text for quote in answer.quotes)
    assert all(one in texts for one in quoted), answer.text
    assert "没有找到依据" not in answer.text
    assert len(texts) <= 350


def test_what_answers_two_questions_is_said_once(on_farms: Assistant) -> None:
    lines = on_farms.ask("苏巧云是谁？她是什么身份？").text.split("\n")
    assert "苏巧云" in lines[0] and len(lines) == len({*lines})


@pytest.mark.parametrize(
    "question", ["贺立新在哪个小区住，他每月工资多少", "郭守田的粮库在哪条街，哪年建的"]
)
def test_what_is_not_told_stays_refused(on_farms: Assistant, question: str) -> None:
    assert not on_farms.ask(question).answered


def test_the_part_that_is_not_told_is_named(on_farms: Assistant) -> None:
    answer = on_farms.ask("竹编产业园建在哪个乡，总投资多少？")
    assert "石桥乡" in answer.text
    assert "“总投资多少？”：文档中没有找到依据" in answer.text


VAN = """# 流动书车

记者：书车好用吗？

梁问渠：换了两台，都是前年上的路，一台书车35.6万元，省里补一半。充一次电能跑180公里，冬天少一些。司机开始不习惯，现在都抢着开。

记者：借书的人多不多？

梁问渠：一年借出去九万册，孩子占七成。
"""
van = asking({"书车.md": VAN})


def test_what_is_told_behind_what_another_part_is_told_by(van: Assistant) -> None:
    answer = van.ask("他们换的书车一台要多少钱，充满能开多远？")
    quoted = "".join(quote.text for quote in answer.quotes)
    assert "35.6万元" in quoted and "180公里" in quoted
