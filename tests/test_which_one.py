"""Asked which one it is, how much it grew, how much each has or who builds it: a sentence that only
says that there is one, or how much there is in all, is no answer.
"""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.conftest import asking

TEXT = """# 临港县老旧码头调研

2025年10月

码头改造由两家民营企业出资，协议九月签订，工期十个月。

老船坞的拆除方案由一位退休工程师画图，他不肯收报酬。

船模馆的讲解员名叫罗小帆，去年讲了三百多场。船模馆的木工是一位老匠人，专做桅杆。

沿江三个西部县城明年试点电子船票，方案还在讨论。

全县码头吞吐量1260万吨，增长8.2%；渡口收入2100万元，下降1.5%。

船员培训投入340万元，由县里承担。

船民人均住房面积31平方米。全县水产总值9.6亿元。

航标灯更换首期投资420万元，二期另行安排。

泊位自动化率须达到75%以上。污水接收率已达到96%。

报废30马力以下拖船每艘补5000元，报废80马力以上拖船每艘补2万元。

港池清淤资金依赖度偏高，历年都靠省里补。

重点建议清单：第014号建议由县水务局主办。

泊位审批最慢15天办结。船证换发最快3天办结。高龄船工人均补助200元。船民养老金标准为每人每月186元。

岸电价格保持不变。2022至2024年共享渔船分别投放3艘、4艘、5艘。滨河船坞是北江船厂修的。

安全检查覆盖码头52座。去年投用的泊位有7个。
"""

assistant = asking({"老旧码头调研.md": TEXT})


@pytest.mark.parametrize(
    "question",
    [
        "出资改造码头的是哪两家民营企业？",
        "画老船坞拆除方案的退休工程师叫什么名字？",
        "明年试点电子船票的是哪三个西部县城？",
        "船员培训投入增长了百分之几？",
        "临港县人均水产总值是多少？",
        "航标灯更换总共要投多少万元？",
        "泊位自动化率实际达到多少？",
        "报废一艘50马力的拖船补多少钱？",
        "港池清淤资金的依赖度是多少？",
        "临港县第250号建议由哪个单位主办？",
        "航标灯更换是哪家单位承建的？",
    ],
)
def test_what_is_not_told_is_not_answered(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("船模馆的讲解员叫什么名字？", "罗小帆"),
        ("码头吞吐量增长了百分之几？", "8.2%"),
        ("船民人均住房面积是多少？", "31平方米"),
        ("污水接收率实际达到多少？", "96%"),
        ("报废一艘100马力的拖船补多少钱？", "2万元"),
        ("第14号建议由哪个单位主办？", "县水务局"),
        ("渡口收入下降了多少？", "1.5%"),
        ("泊位审批最长几天办结？", "15天"),
        ("船证换发最短几天办结？", "3天"),
        ("高龄船工人均补多少钱？", "200元"),
        ("船民养老金标准提高到多少？", "186元"),
        ("岸电价格上涨多少？", "保持不变"),
        ("2023年共享渔船投放了多少艘？", "4艘"),
        ("滨河船坞是哪家公司修建的？", "北江船厂"),
    ],
)
def test_what_is_told_is_answered(assistant: Assistant, question: str, words: str) -> None:
    assert words in "".join(quote.text for quote in assistant.ask(question).quotes)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (
            "画老船坞拆除方案的退休工程师叫什么名字？",
            "文中提到了相关内容，但没有写明所问的这一点。",
        ),
        ("港池清淤资金的依赖度是多少？", "文中提到了相关内容，但没有给出所问的数量。"),
    ],
)
def test_a_refusal_says_what_alone_is_missing(
    assistant: Assistant, question: str, reason: str
) -> None:
    assert assistant.ask(question).text == f"文档中没有找到依据。\n{reason}"


def test_a_refusal_of_what_nothing_comes_near_says_no_more(assistant: Assistant) -> None:
    assert assistant.ask("中国队拿了几块金牌？").text == "文档中没有找到依据。"
