"""Asked how much, by whom or which: a sentence that only says which way it goes, counts two
together, or speaks of whoever it is without a name is no answer.
"""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.conftest import asking

TEXT = """# 沿海渔港年报

2025年11月

渔民年均出海天数为148天，船东年均出海天数低于渔民。

冰鲜鱼每斤卖到26元，冻鱼单价较上年有所下降，为9.4元。

油料补贴申领率不高，去年受理申请730份。

码头装卸量达310万吨，渔船更新数量超额完成年度目标。

东堤、西堤两个泊区共停船412艘，南堤泊区停船95艘。

去年沿海搁浅事故继续减少，其中因大雾引起的占四成。

养殖面积继续减少，主要受填海影响，年末还有3.6万亩。北埠、南埠两个冷库存货9万吨，其中南埠2万吨。

看灯塔的游客数明显增长，全年接待游客12万人次。渔校校长凌霜华接待了来访渔民。

防波堤方案一：加高旧堤，需要600万元。

防波堤方案二：新建长堤，需要2100万元。

鱼市理事长由商户推选，推选结果为宗海澜。

主管部门上月派人查看防波堤。航标归海事局管，主管部门是市港航局。

协会会长为简书航，秘书长由专职人员担任。

今年3月，冷库任命季春和为经理，原经理调往外地。

先有三家加工企业试用新网具，后来又有五家水产企业加入。
"""

assistant = asking({"渔港年报.md": TEXT})


@pytest.mark.parametrize(
    "question",
    [
        "船东年均出海天数是多少天？",
        "油料补贴申领率是多少？",
        "渔船更新数量的年度目标定了多少艘？",
        "西堤泊区停船多少艘？",
        "去年沿海一共发生多少起搁浅事故？",
        "上月派人查看防波堤的主管部门是哪个部门？",
        "协会的秘书长叫什么名字？",
        "季春和上任之前，冷库的经理叫什么？",
        "后来加入的五家水产企业是哪五家？",
        "简书航之前，协会的会长是谁？",
        "第12345678901234567890号提案是谁提的？",
    ],
)
def test_what_is_only_touched_is_not_told(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("渔民年均出海天数是多少天？", "148天"),
        ("冻鱼单价是多少元？", "9.4元"),
        ("南堤泊区停船多少艘？", "95艘"),
        ("东堤和西堤两个泊区停船多少艘？", "412艘"),
        ("航标的主管部门是哪个部门？", "市港航局"),
        ("协会的会长叫什么名字？", "简书航"),
        ("冷库的经理叫什么？", "季春和"),
        ("养殖面积有多少亩？", "3.6万亩"),
        ("南埠冷库存货多少吨？", "2万吨"),
        ("鱼市的理事长是谁？", "宗海澜"),
        ("看灯塔的游客数是多少？", "12万人次"),
        ("渔校校长是谁？", "凌霜华"),
        ("防波堤新建长堤的方案一共需要多少钱？", "2100万元"),
    ],
)
def test_what_stands_beside_it_is(assistant: Assistant, question: str, words: str) -> None:
    assert words in "".join(quote.text for quote in assistant.ask(question).quotes)


def test_a_refusal_says_that_the_figure_is_missing(assistant: Assistant) -> None:
    answer = assistant.ask("船东年均出海天数是多少天？")
    assert answer.text == "文档中没有找到依据。\n文中提到了相关内容，但没有给出所问的数量。"
