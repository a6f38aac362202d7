"""Who is for or against something is told by those who say so, and by nobody else."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.answers.inspection import Why
from assistant.query.stance import stance
from assistant.sentences.ranker import Lack
from index.matching import normalise
from tests.conftest import asking

DEBATE = """湖州市拟征收游船靠岸费引发争议

2026年4月2日

市港航局召开听证会，讨论游船靠岸费征收方案：每船每次收费80元，电动游船减半。

支持的声音

水利学院教授樊世安支持征收靠岸费，认为码头是稀缺资源。不过他反对给电动游船减半，“电动船占起泊位来和柴油船一样长”。

岸边居民瞿素芬表示赞成，她说傍晚船一多，窗子都不敢开，收费以后码头上的噪声总会小一些，孩子写作业也安静。

反对的声音

船主公孙海坚决反对。他算了一笔账：每天靠岸四次，一个月就要多交九千多元，最后还是游客掏钱。

旅行社协会会长卞长青同样不同意收费，估计团队会少两成，其中小旅行社受影响最大，协会已经收到四十份意见。

另一个话题：夜航

听证会还讨论了延长夜航，方案提出末班船由十八点延到二十一点。卞长青对此表示支持。公孙海则反对，理由是夜里看不清航标。
"""


INTERVIEW = """老旧管网怎么改

2026年3月8日

三位委员做客本报：

邢洛川，云溪市第二自来水公司总经理；竺明岚，南江大学市政工程系教授；闵秀波，云溪市南桥社区书记。

记者：改造费要不要由居民分担？
邢洛川：居民分担一成比较合适，其余由财政和企业出。
竺明岚：我不赞成，管网是公共设施。
闵秀波：我看可以分期收，老人家免收。

记者：漏损监测外包给第三方，行不行？
邢洛川：可以试，但数据要留在公司。
竺明岚：外包是好事，能让监测和考核分开。

记者：最后请三位说说今年的打算。
邢洛川：今年换管120公里，先换1985年以前的铸铁管。
闵秀波：我们社区要在六月前把每一户的水表井编上号。
"""


guests = asking({"访谈.txt": INTERVIEW})


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("竺明岚对居民分担改造费是什么态度？", "我不赞成"),
        ("竺明岚对漏损监测外包怎么看？", "外包是好事"),
        ("闵秀波对居民分担改造费怎么看？", "分期收"),
    ],
)
def test_a_view_is_told_below_the_question_it_answers(
    guests: Assistant, question: str, says: str
) -> None:
    assert says in guests.ask(question).quotes[0].text


def test_who_says_nothing_on_it_has_no_view(guests: Assistant) -> None:
    found = guests.inspect("闵秀波对漏损监测外包怎么看？")
    assert not found.answer.answered and found.why is Lack.PERSON


assistant = asking({"听证.txt": DEBATE})


@pytest.mark.parametrize(
    ("question", "says", "not_said"),
    [
        ("谁反对征收游船靠岸费？", ["公孙海坚决反对", "卞长青同样不同意"], ["樊世安支持", "夜航"]),
        ("谁支持征收游船靠岸费？", ["樊世安支持", "瞿素芬表示赞成"], ["公孙海", "卞长青"]),
        # The sentence has 他: who that is stands before it.
        ("谁反对给电动游船减半？", ["他反对给电动游船减半", "樊世安"], ["公孙海"]),
        ("谁赞成延长夜航？", ["卞长青对此表示支持"], ["瞿素芬"]),
        ("公孙海反对延长夜航吗？", ["公孙海则反对"], []),
    ],
)
def test_whoever_says_so_is_quoted(
    assistant: Assistant, question: str, says: list[str], not_said: list[str]
) -> None:
    quoted = "".join(quote.text for quote in assistant.ask(question).quotes)
    assert [part for part in says if part not in quoted] == []
    assert [part for part in not_said if part in quoted] == []


def test_the_other_side_is_asked_for_in_a_word(assistant: Assistant) -> None:
    found = assistant.inspect("那谁反对？", ["谁支持征收游船靠岸费？"])
    assert found.resolved == "谁反对征收游船靠岸费？"
    assert "公孙海" in found.answer.quotes[0].text


def test_why_he_is_against_it_is_asked_of_what_he_is_against(assistant: Assistant) -> None:
    found = assistant.inspect("他的理由是什么？", ["公孙海反对延长夜航吗？"])
    assert found.resolved == "公孙海反对延长夜航，公孙海的理由是什么？"
    assert "看不清航标" in found.answer.quotes[0].text


BOARD = """老码头货场座谈会纪要

出席委员：顾梅村、程大川、祝以诚

程大川：要留仓库，可以把路往江里填十五米。

顾梅村：绝对不能往江里填！今年的洪水刚刚退下去。再缩十五米，水位要抬高八公分。大川同志的意见，我反对。

祝以诚：我不赞成近期上市货场期货的提法。

表决：第三条，五人赞成，程大川反对，祝以诚弃权。
"""
board = asking({"纪要.txt": BOARD})


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("对第三条投反对票的是谁？", "第三条，五人赞成，程大川反对"),
        ("哪位委员不赞成近期推出货场期货？", "祝以诚：我不赞成"),
    ],
)
def test_a_vote_and_other_words_for_the_same_are_a_side(
    board: Assistant, question: str, says: str
) -> None:
    assert says in board.ask(question).quotes[0].text


def test_who_takes_the_side_is_no_part_of_what_it_is_on() -> None:
    asked = stance(normalise("会上支持夜航的那位船长是谁？"))
    assert asked and asked.thing == "夜航"
    assert stance(normalise("瞿代表今年三份建议都是关于什么的？")) is None


@pytest.mark.parametrize(
    "question", ["财政支持资金有多少亿元？", "国家支持哪些产业？", "市里何时同意建桥？"]
)
def test_what_is_supported_asks_for_no_side(question: str) -> None:
    asked = stance(normalise(question))
    assert asked is None


@pytest.mark.parametrize("question", ["谁反对噪声治理？", "谁支持给渔船收靠岸费？"])
def test_what_nobody_is_for_or_against_is_refused(assistant: Assistant, question: str) -> None:
    found = assistant.inspect(question)
    assert not found.answer.answered and found.why in (Lack.STANCE, Why.UNLIKELY)


SIDELIGHTS = """“说到心坎里”——东岭代表团小组讨论侧记

2026年3月6日

第一个发言的是温素琴。这位来自石门镇的卫生院院长，连任两届全国人大代表，建议提高村医补助标准。

全国人大代表、东岭省纺织集团董事长葛新桥说，工人要有奔头。全国人大代表、东岭省中学教师庄雅娴接过话头，建议中学开设急救课。葛董事长随后补充，实训基地应对学生开放。

全国人大代表、东岭省农科院研究员冼伯年表示，完全赞同温院长的意见。

全国人大代表、东岭省列车段工人阮启瑞嫌职称评得太慢，建议由三年一评改为一年一评。

“评得快，水分就大。”全国政协委员、东岭省人才中心主任卓文茵当场表示反对。

全国人大代表、北江渔场场长申屠海带来的是人的问题。场里现有潜水员88名，其中女的只有9人。

列席会议的省民政厅副厅长从南宁调研回来不久，他说，全省登记的社会工作者有3.8万名。
"""


group = asking({"侧记.txt": SIDELIGHTS})


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("谁赞同温素琴的意见？", "冼伯年表示，完全赞同温院长的意见"),
        ("温素琴是什么人？", "这位来自石门镇的卫生院院长"),
        # What one proposes another is against, and tells so in a paragraph of their own.
        ("阮启瑞想让职称评得快一点，谁反对？", "卓文茵当场表示反对"),
        # The paragraph goes on about whom it began with.
        ("申屠海那个渔场有多少潜水员？", "潜水员88名"),
        ("阮启瑞建议的职称一年一评为啥有人反对？", "水分就大"),
        ("东岭省登记的社会工作者有多少？", "3.8万名"),
    ],
)
def test_who_is_told_by_title_or_later_is_known(group: Assistant, question: str, says: str) -> None:
    assert says in "".join(quote.text for quote in group.ask(question).quotes)


def test_what_another_says_in_the_paragraph_is_not_their_view(group: Assistant) -> None:
    assert not group.ask("葛新桥对中学开设急救课怎么看？").answered
    assert not group.ask("西岭省登记的社会工作者有多少？").answered
