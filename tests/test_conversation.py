"""Conversations of several questions, by the real model on documents of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answers import single
from assistant.answers.found import Found
from assistant.query.question import Question
from assistant.sentences.reader import Reader
from tests.conftest import assistant_on

TEXTS = {
    "夜校.txt": (
        "夜校座谈\n\n县政协委员、白石大学原副校长何守田提出开办乡村夜校，由村里腾出仓库作教室，"
        "每晚两节课，学费由县里和合作社各出一半。他建议给夜校教师发放交通补贴。\n\n"
        "县人大代表、渡口茶厂厂长苏明远表示，渡口码头已经动工，计划三年建成，"
        "后来工期提前，去年十月通航。\n"
    ),
    "关于茶园的决议.txt": (
        "关于茶园的决议\n\n（2021年4月9日县第六届茶农大会通过）\n\n会议同意扩种茶园。\n"
    ),
    "关于渡口的决议.txt": (
        "关于渡口的决议\n\n（2022年5月7日县第七届船工大会通过）\n\n会议同意疏浚渡口。\n"
    ),
    "2021年县工作报告.txt": (
        "2021年县工作报告\n\n2020年全县茶叶产量为3万吨，茶农人均纯收入为9000元。\n\n"
        "2020年建成鱼塘四十口，五年平均每年增长一成。\n"
    ),
    "茶票.txt": "茶票说明\n\n茶票按茶价的两成抵扣，5月1日起可以领取，不能转给别人。\n",
    "2016年县工作报告.txt": (
        "2016年县工作报告\n\n全县茶农五年平均每年增长三成。\n\n采茶的日子后来提前了。\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("conversation")
    return assistant_on(folder, TEXTS)


PASTED = (
    "凡在本县种茶三亩以上的农户都可以领取茶票，茶票按茶价的两成抵扣，5月1日起可以领取，过期不补，"
    "不能转给别人，也不能兑换现金，遗失的不再补发。"
)
WHO, WHERE = "开办乡村夜校是谁提出来的？", "这位委员在哪所大学任过职？"


@pytest.mark.parametrize(
    ("history", "question", "resolved", "holds"),
    [
        # A stray pause ahead says nothing.
        ([f"，{WHO}", WHERE], "，具体怎么运作？", "开办乡村夜校，具体怎么运作？", "腾出仓库"),
        # Of the proposal again, after a question on who he is.
        ([WHO, WHERE], "具体怎么运作？", "开办乡村夜校，具体怎么运作？", "腾出仓库"),
        # 钱从哪儿来 before it says nothing of what about.
        ([WHO, "钱从哪里来？"], "他还建议什么？", "何守田还建议什么？", "交通补贴"),
        ([WHO], WHERE, "何守田在哪所大学任过职？", "白石大学"),
        ([WHO], "他觉得该怎么办？", "何守田觉得该怎么办？", "交通补贴"),
        # What that found is of no account.
        (["打算几年把渡口码头建成？"], "后来提前了吗？", "", "工期提前"),
        # When it can be had names nothing that 它 may mean.
        (["茶票能抵扣多少？", "从哪天起可以领？"], "它能转给别人吗？", "", "不能转给别人"),
        # That paper, and no other of its kind.
        (["县里同意扩种茶园了吗？"], "那份决议哪天通过的？", "", "2021年4月9日"),
        (["县里同意疏浚渡口了吗？"], "那份决议哪天通过的？", "", "2022年5月7日"),
        # A year is told of in the report of the next.
        (["2020年建成鱼塘多少口？"], "五年平均每年增长多少？", "", "增长一成"),
        # Who speaks of something does so in any year.
        (["2020年建成鱼塘多少口？"], "谁提到了渡口码头？", "谁提到了渡口码头？", "苏明远"),
    ],
)
def test_a_conversation_stays_on_its_subject(
    assistant: Assistant, history: list[str], question: str, resolved: str, holds: str
) -> None:
    answer = assistant.ask(question, history)
    assert resolved in ("", answer.resolved_question)
    assert holds in answer.quotes[0].text


def test_a_pasted_paragraph_is_asked_as_it_stands(assistant: Assistant) -> None:
    answer = assistant.ask(PASTED, ["2020年全县茶叶产量是多少？"])
    assert answer.resolved_question == PASTED


def test_the_year_before_is_counted_from_the_newest_document(assistant: Assistant) -> None:
    answer = assistant.ask("去年呢，一样吗？", ["2022年全县茶叶产量是多少？"])
    assert answer.resolved_question == "2021年全县茶叶产量是多少？"


def test_the_year_asked_of_is_kept_over_a_question_without_one(assistant: Assistant) -> None:
    history = ["2020年全县茶叶产量是多少？", WHO]
    answer = assistant.ask("茶农人均纯收入那时候有多少？", history)
    assert answer.resolved_question == "2020年茶农人均纯收入有多少？"
    assert "9000元" in answer.quotes[0].text


@pytest.mark.parametrize(("confidence", "answered"), [(0.9, True), (0.66, False)])
def test_what_the_year_does_not_say_is_told_by_another_only_if_that_is_sure(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, confidence: float, answered: bool
) -> None:
    find = single._found

    def found(reader: Reader, resolved: str) -> tuple[Question, Found]:
        asked, told = find(reader, resolved)
        return asked, replace(told, confidence=confidence) if told.spans else told

    monkeypatch.setattr(single, "_found", found)
    history = ["2016年县工作报告说茶农平均每年增长多少？"]
    answer = assistant.ask("夜校每晚上几节课？", history)
    assert answer.answered == answered
