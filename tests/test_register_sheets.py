"""Lists, leaflets and replies in which a title, a field or a heading is all that is told."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

LIST = """第001号　关于在镇上多建夜校的提案
    提案人：张三丰（市政协委员，某校校长）
    主办：市教育局    会办：市财政局

第002号　关于保护湿地的提案
    提案人：李四光（市政协委员，某厂厂长）
    主办：市林业局
"""


def test_a_title_above_its_proposers_is_proposed_where_nothing_else_is_told() -> None:
    assert proposed(LIST) == [
        ("张三丰", "关于在镇上多建夜校的提案"),
        ("李四光", "关于保护湿地的提案"),
    ]
    assert proposed(LIST.replace("    主办：市林业局", "建议设立湿地基金。")) == [
        ("张三丰", "关于在镇上多建夜校的提案"),
        ("李四光", "设立湿地基金"),
    ]


@pytest.mark.parametrize("key", ["她说的", "他们一起提的", "主要建议"])
def test_what_somebody_said_is_a_field(key: str) -> None:
    text = (
        "◆ 下了班去哪儿上课？\n  代表：张三丰（县人大代表，某校校长）\n"
        f"  {key}：从镇口到车站没有一所夜校。在镇上多建夜校，周末也开课。\n  谁来办：县教育局\n"
    )
    assert proposed(text) == [("张三丰", "在镇上多建夜校，周末也开课")]


def test_the_heading_of_a_part_of_a_reply_may_have_commas_and_quotations() -> None:
    text = (
        "张三丰委员：\n\n您提出的《关于夜校的提案》收悉，现答复如下：\n\n"
        "一、关于推广“夜校＋工会”，吸纳退休教师授课\n\n我局已建成夜校三所。\n\n"
        "二、关于建设课程库，周末开放\n\n我局将研究。\n\n"
        "关于建设经费，我局将会同市财政局研究。\n"
    )
    assert proposed(text) == [
        ("张三丰", "推广“夜校＋工会”，吸纳退休教师授课"),
        ("张三丰", "建设课程库，周末开放"),
    ]
    assert len(register(text).people) == 1
