"""Sentences that differ in whom or what they tell of: each question gets its own."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.sentences.ranker import Lack
from tests.conftest import asking

SPEECHES = """政协榆关市第五届委员会第三次会议大会发言摘编

◆医药卫生界 陶敬之：把病看在县里

市政协委员陶敬之是市妇幼保健院院长。2020年白榆县的外出就诊率是41%，2024年降到了17%。同一时期杏林县从44%升到了49%，对比很明显。陶敬之委员建议：在每个县建一个检验中心，由市级医院派人。

◆农业界 万喜田：做强杏林红枣产业链

红枣主要产于山前三镇，去年产量21.4万吨。市政协委员万喜田是红枣协会会长，他说：“枣子熟了就那么二十天，卖不掉就烂在地里。”建议：到2027年新增冷库库容6万吨；引进烘干企业3家，把深加工率提高到35%。

会议收到提案438件，其中农业方面的有71件，医药卫生方面的有64件，联名提出的有一百多件，办理答复率百分之百。

铝业园去年用电6亿千瓦时。
"""

REPORT = """2021年榆关市政府工作报告

一、2020年工作回顾

全市新建学校12所。

二、2021年重点工作

（一）扩大有效投资。市级预算内投资安排6100万元。改造老旧小区53个。
"""

assistant = asking({"大会发言摘编.txt": SPEECHES, "2021年榆关市政府工作报告.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("杏林县的外出就诊率怎么变的？", ["杏林县从44%升到了49%"]),
        ("白榆县的外出就诊率怎么变的？", ["白榆县的外出就诊率是41%"]),
        ("白榆县和杏林县的外出就诊率各是怎么变的？", ["降到了17%", "升到了49%"]),
        ("万喜田对红枣产业链提出了哪些建议？", ["新增冷库库容6万吨"]),
        ("文中出现的两位政协委员分别是谁？", ["陶敬之", "万喜田"]),
        ("Which two posts or titles does Tao Jingzhi hold?", ["市妇幼保健院院长"]),
        ("2021年市级预算内投资安排了多少？", ["6100万元"]),
    ],
)
def test_each_is_answered_by_its_own_sentence(
    assistant: Assistant, question: str, words: list[str]
) -> None:
    answer = assistant.ask(question)
    said = "".join(quote.text for quote in answer.quotes)
    assert answer.answered and all(one in said for one in words)
    assert words[0] in answer.quotes[0].text


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("2020年市级预算内投资安排了多少？", Lack.YEAR),  # below 2021年重点工作 all is of 2021
        ("园区的再生铝产量是多少？", Lack.GOODS),
    ],
)
def test_what_is_told_of_another_is_no_answer(
    assistant: Assistant, question: str, why: Lack
) -> None:
    found = assistant.inspect(question)
    assert found.why is why and not found.answer.answered
