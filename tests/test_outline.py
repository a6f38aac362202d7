"""What a document says as a whole: its headings, or what it begins with."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.answers.found import Way
from tests.conftest import asking

ORCHARDS = """石桥乡果园调查报告

一、面积

全乡果园面积为860亩，其中梨园300亩。

二、灌溉

渠道漏水，每年损失一成水量。
"""
FERRY = """渡口的老船工

清晨五点，老船工解开缆绳，第一班渡船载着菜农过江。

他说，渡口一天要送两百多人，大桥通车以后还剩六十人。
"""
assistant = asking({"果园.txt": ORCHARDS, "渡口.txt": FERRY})
only = asking({"果园.txt": ORCHARDS})


def quoted(asked: Assistant, question: str, *history: str) -> str:
    return "".join(quote.text for quote in asked.ask(question, history).quotes)


@pytest.mark.parametrize(
    "question",
    [
        "石桥乡果园调查报告主要讲了什么？", "果园调查报告的主要内容是什么",
        "总结一下石桥乡果园调查报告", "石桥乡果园调查报告", "请概括石桥乡果园调查报告的要点",
    ],
)  # fmt: skip
def test_the_headings_say_what_a_document_is_about(assistant: Assistant, question: str) -> None:
    found = assistant.inspect(question)
    assert found.way is Way.OUTLINE
    assert [quote.text for quote in found.answer.quotes] == ["一、面积", "二、灌溉"]


@pytest.mark.parametrize("question", ["这份报告讲了些什么？", "全文大意", "帮我总结这篇文章"])
def test_of_one_document_it_need_not_be_said_of_which(only: Assistant, question: str) -> None:
    assert quoted(only, question) == "一、面积二、灌溉"


def test_without_headings_it_is_what_it_begins_with(assistant: Assistant) -> None:
    told = quoted(assistant, "渡口的老船工主要写了什么？")
    assert told.startswith("清晨五点") and "六十人" in told


def test_of_which_is_told_by_the_answer_before(assistant: Assistant) -> None:
    assert quoted(assistant, "这篇文章主要讲了什么？", "梨园有多少亩？") == "一、面积二、灌溉"
    assert not assistant.ask("这篇文章主要讲了什么？").answered


@pytest.mark.parametrize(
    "question",
    [
        "报告里讲了哪些梨园？",
        "果园面积讲了什么",
        "石桥乡",
        "报告的灌溉",
        "石桥乡果园包括哪些内容？",
    ],
)
def test_what_is_narrower_is_looked_for(only: Assistant, question: str) -> None:
    assert only.inspect(question).way is not Way.OUTLINE


def test_which_documents_there_are_is_said(assistant: Assistant) -> None:
    answer = assistant.ask("现在有哪些文档？")
    assert answer.text == "现有 2 份文档：《石桥乡果园调查报告》《渡口的老船工》"
    assert not answer.answered and not answer.related


def test_the_answer_before_is_given_again(assistant: Assistant) -> None:
    again = assistant.ask("再说一遍", ["渡口一天送多少人？", "谢谢"])
    assert again.resolved_question == "渡口一天送多少人？" and "两百多人" in again.text
    assert not assistant.ask("再说一遍").answered
