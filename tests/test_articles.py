"""An article of a law or a contract is quoted by its number, with its items."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.answers.found import Way
from assistant.answers.inspection import Why
from tests.conftest import asking

RULES = """东岭市共享单车停放管理办法

第一章 总则

第一条 为了规范停放秩序，制定本办法。

第二条 本市建成区内的停放，适用本办法。

第二章 停放

第三条 有下列情形之一的，不得停放：
（一）盲道上；
（二）消防通道内。

第十条 违反第三条规定停放的，由城管部门拖离，每辆收取二十元。

**第十一条** 本办法由市交通局解释。
第十二条　本办法自2023年5月1日起施行。

抄送：各区政府。
"""
NEWS = "单车停放新规\n\n代表建议把第三条写得更细。市民说停放点太少。\n"
assistant = asking({"办法.txt": RULES, "新闻.txt": NEWS})


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("东岭市共享单车停放管理办法第三条规定了什么？", "第三条 有下列情形之一的，不得停放："),
        ("单车办法第10条", "第十条 违反第三条规定停放的"),
        ("第十一条是什么内容", "第十一条** 本办法由市交通局解释。"),
        ("第二条说了什么", "第二条 本市建成区内的停放，适用本办法。"),
    ],
)
def test_the_article_answers(assistant: Assistant, question: str, begins: str) -> None:
    found = assistant.inspect(question)
    assert found.way is Way.ARTICLE
    quotes = [quote.text for quote in found.answer.quotes]
    assert quotes[0].lstrip("*").startswith(begins)


def test_with_its_items_and_nothing_behind_them(assistant: Assistant) -> None:
    told = "".join(quote.text for quote in assistant.ask("办法第三条的内容").quotes)
    assert "盲道上" in told and "消防通道内" in told and "第十条" not in told
    last = "".join(quote.text for quote in assistant.ask("办法第十二条").quotes)
    assert "2023年5月1日" in last and "抄送" not in last


def test_there_is_no_such_article(assistant: Assistant) -> None:
    found = assistant.inspect("停放管理办法第二十条规定了什么？")
    assert not found.answer.answered and found.why is Why.NO_SUCH_ARTICLE


@pytest.mark.parametrize("question", ["违反第三条罚多少钱？", "代表对第三条有什么建议？"])
def test_what_asks_for_more_is_not_of_the_article_alone(
    assistant: Assistant, question: str
) -> None:
    assert assistant.inspect(question).way is not Way.ARTICLE
