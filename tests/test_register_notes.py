"""Dialogues, notes and sketches: who is meant by a surname, a label, a word between dashes."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

EVENING = "在镇上多建夜校"
FEE = "把夜校学费降低一半"
WHO = "市人大代表、某某影城总经理欧阳兰"
GUESTS = """嘉宾：欧阳兰（市人大代表、某某影城经理）
　　　迪里拜尔·艾山（市政协委员、某某农科所副所长）

"""


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            (
                f"{GUESTS}**主持人：** 欧阳经理，怎么办？\n**欧阳：** {FEE}。"
                "路要修，还要快，一年之内通车。\n\n"
                f"**主持人：** 迪里拜尔所长呢？\n**迪里拜尔：** 我同意。我希望{EVENING}。\n"
                "**欧阳：** 对了，还有一条给我加上：课本借给学员用。"
            ),
            [
                ("欧阳兰", FEE),
                ("欧阳兰", "路要修，还要快，一年之内通车"),
                ("迪里拜尔·艾山", EVENING),
                ("欧阳兰", "课本借给学员用"),
            ],
        ),
        (f"{WHO}报给我一串数。欧阳总说：“路远。”她建议，{EVENING}。", [("欧阳兰", EVENING)]),
        (
            (
                "全国政协委员、某某公司首席架构师诸葛田说，夜校少。"
                f"诸葛架构师又以个人名义希望{EVENING}。"
            ),
            [("诸葛田", EVENING)],
        ),
        (
            (
                f"市人大代表、某某校校长左小兰说，夜校少。左校长提：{EVENING}。\n\n—— 主张{FEE}。\n"
                "—— 还有：课本借给学员用，按月收费。\n—— 还有：课本现有三百册。"
            ),
            [("左小兰", EVENING), ("左小兰", FEE), ("左小兰", "课本借给学员用，按月收费")],
        ),
        (
            (
                f"{WHO}，和市人大代表、某某站站长南宫雨一起递了份建议：{EVENING}。"
                f"南宫站长另外单独提了一条：{FEE}。"
            ),
            [("欧阳兰", EVENING), ("南宫雨", EVENING), ("南宫雨", FEE)],
        ),
        (
            (
                f"{WHO}说，夜校少。坐在她对面的市人大代表、某某院医师陆青接过话头：“欧阳总经理讲的是路，我讲人。”"
                f"她希望{EVENING}。"
            ),
            [("陆青", EVENING)],
        ),
        (
            f"{WHO}的提案是关于夜校的：全市夜校学员4.3万人，老人只占两成。她建议，{EVENING}。",
            [("欧阳兰", EVENING)],
        ),
        (
            f"{WHO}：不赞成加课，“孩子们会说‘晚上又多一门要背的课’”。建议{EVENING}。",
            [("欧阳兰", EVENING)],
        ),
    ],
)
def test_whom_a_surname_with_a_title_or_a_label_means(
    text: str, rows: list[tuple[str, str]]
) -> None:
    assert proposed(text) == rows


def test_a_slash_sets_the_role_apart_from_the_post() -> None:
    text = f"1）陆青　全国人大代表／某某公司车间主任\n—— 建议{EVENING}。"
    (one,) = register(text).people
    assert (one.role, one.organisation_title) == ("全国人大代表", "某某公司车间主任")


@pytest.mark.parametrize(
    "text",
    [
        (
            "让夜校亮起来\n民进某某市委会\n\n夜校少。为此，我们建议：\n\n"
            "一、关于时间。%s，节假日不得停课。\n\n"
            "二、关于经费。设立夜校基金。%s。这样学员更多。老人夜里走路很难。去年停课两次。"
        ),
        (
            "提案人：陆青（市政协委员、某某院医师）\n题目：关于夜校的提案\n\n一、问题\n\n夜校少。\n\n二、具体建议\n\n"
            "（一）关于时间。%s，节假日不得停课。\n\n（二）设立夜校基金。%s。去年停课两次。"
        ),
    ],
)
def test_plain_sentences_of_a_numbered_list_are_proposed(text: str) -> None:
    day, pay = "课时由一小时延长至两小时", "冬季停课期间工资照发"
    rows = [words for _, words in proposed(text.replace("%s", day, 1).replace("%s", pay))]
    assert rows == [f"{day}，节假日不得停课", "设立夜校基金", pay]
