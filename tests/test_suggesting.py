"""Questions to ask next: every one is answered, from where it was made, by something new."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answers.suggesting import OFFERED, TRIED, examples, suggest
from assistant.answers.worded import of_figure
from assistant.register import extract
from assistant.sentences.reader import Reader
from assistant.types import Answer, Quote
from corpus import Document, split
from tests.conftest import asking, titled

ANSWERED = [
    ["谁建议设立LME交割库？"],
    ["谁建议设立LME交割库？", "他还建议了什么？"],
    ["丁士启提出了哪些建议？"],
    ["赤泥的综合利用率是多少？"],
    ["来自高校的委员有哪些？"],
    ["低空经济市场规模有多大？"],
    ["这份报告是谁写的？"],
]
REFUSED = [
    ["2026年铜价会涨到多少？"],
    ["哪位代表提到了量子计算机的售价？"],
    ["王小明提出了哪些建议？"],
]
REPORTS = {
    "南山镇年鉴.txt": "一、发展林业\n\n南山镇果树面积为300亩，水渠里程为12公里。\n\n"
    "2011年南山镇小麦产量为40万吨。\n\n柑橘收购价格为每公斤5元。\n",
    "游记.txt": "湖边有一座老亭子，亭子外面种着柳树，风一吹便落了满地的叶子。\n",
    "北山镇年鉴.txt": "一、发展渔业\n\n北山镇水库面积为20公顷。\n\n2012年鲤鱼产量为3万吨。\n",
}


@pytest.fixture(scope="module")
def assistant(default_index: Path) -> Assistant:
    return Assistant.open(default_index)


def suggested(assistant: Assistant, asked: list[str]) -> tuple[Answer, list[str]]:
    *history, question = asked
    answer = assistant.ask(question, history)
    return answer, assistant.suggest(answer, history)


@pytest.mark.parametrize("asked", ANSWERED + REFUSED, ids=lambda asked: asked[-1])
def test_every_suggestion_is_answered_by_what_is_not_shown(
    assistant: Assistant, asked: list[str]
) -> None:
    answer, questions = suggested(assistant, asked)
    assert answer.answered == (asked in ANSWERED)
    assert len(questions) == OFFERED == len(set(questions) - set(asked))
    shown = {(quote.start, quote.end) for quote in answer.quotes}
    for question in questions:
        assert question.endswith("？")
        quotes = assistant.ask(question, asked).quotes
        assert {(quote.start, quote.end) for quote in quotes} - shown, question


def test_what_an_earlier_answer_quotes_is_not_asked_for_again(assistant: Assistant) -> None:
    asked, earlier = ["谁建议设立LME交割库？"], list[Quote]()
    for _ in range(3):
        answer = assistant.ask(asked[-1], asked[:-1])
        offered = assistant.suggest(answer, asked[:-1], earlier=earlier)
        earlier += answer.quotes
        for question in offered:
            first = assistant.ask(question, asked).quotes[0]
            assert not any(one.touches(first.document, first.start, first.end) for one in earlier)
        asked.append(offered[0])


def test_what_a_quoted_person_proposes_besides_comes_first(assistant: Assistant) -> None:
    assert suggested(assistant, ANSWERED[0])[1][:2] == [
        "丁士启还提出了哪些建议？",
        "和丁士启关注同一主题的还有谁？",
    ]


def test_a_refusal_leads_to_what_comes_near(assistant: Assistant) -> None:
    answer, questions = suggested(assistant, REFUSED[0])
    near = {(one.document, one.start, one.end) for one in answer.related}
    quotes = assistant.ask(questions[0], REFUSED[0]).quotes
    assert any(
        start < quote.end and quote.start < end for quote in quotes for _, start, end in near
    )


def test_every_example_is_answered(assistant: Assistant) -> None:
    offered = assistant.examples(8)
    assert len(offered) == 8
    assert [one for one in offered if not assistant.ask(one).answered] == []


def test_an_example_that_is_refused_is_not_offered(assistant: Assistant) -> None:
    reader = Reader.of(assistant.index)
    refused = {examples(reader, 4, assistant.ask)[at] for at in (0, 2)}

    def ask(question: str) -> Answer:
        answer = assistant.ask(question)
        return replace(answer, quotes=()) if question in refused else answer

    offered = examples(reader, 4, ask)
    assert len(offered) == 4 and not refused & set(offered)


def test_a_greeting_leads_to_questions_and_a_farewell_to_none(assistant: Assistant) -> None:
    assert len(suggested(assistant, ["你好"])[1]) == OFFERED
    assert suggested(assistant, ["再见"])[1] == []


def test_few_questions_are_tried(assistant: Assistant) -> None:
    reader = Reader.of(assistant.index)
    for asked in ANSWERED + REFUSED:
        tried: list[str] = []

        def ask(question: str, asked: list[str] = asked, tried: list[str] = tried) -> Answer:
            tried.append(question)
            return assistant.ask(question, asked)

        answer = assistant.ask(asked[-1], asked[:-1])
        assert len(suggest(reader, answer, asked, ask)) == OFFERED
        assert len(tried) <= TRIED, asked


reports = asking(titled(REPORTS))  # documents without people: figures and sections only


def test_figures_name_their_year_or_document(reports: Assistant) -> None:
    answer = reports.ask("南山镇的果树面积是多少？")
    assert answer.answered
    questions = reports.suggest(answer)
    assert "《南山镇年鉴》中，2011年南山镇小麦产量是多少？" in questions
    assert "《南山镇年鉴》中，柑橘收购价格是多少？" in questions
    assert "水渠里程" not in "".join(questions)  # in the answer itself


yearly = asking(
    titled(
        {
            "2011年某镇工作报告.txt": "2011年某镇小麦产量为40万吨。\n\n水库面积为20公顷。\n",
            "2024年某镇工作报告.txt": "2024年某镇小麦产量为52万吨。\n",
        }
    )
)


def test_examples_are_of_the_newest_document_and_each_of_another_subject(
    yearly: Assistant,
) -> None:
    asked = "".join(yearly.examples())
    assert "2024年" in asked and asked.count("小麦产量") == 1 and "水库面积" in asked


def test_suggestions_keep_to_the_scope(reports: Assistant) -> None:
    answer = reports.ask("铜价会涨到多少？")
    assert not answer.answered
    within = reports.suggest(answer, documents=["北山镇年鉴.txt"])
    assert within
    for question in within:
        asked = reports.ask(question, [answer.question], documents=["北山镇年鉴.txt"])
        assert {quote.document for quote in asked.quotes} == {"北山镇年鉴.txt"}


def test_an_answer_from_a_document_that_is_gone_leads_to_examples(reports: Assistant) -> None:
    answer = reports.ask("南山镇的果树面积是多少？")
    gone = replace(answer, quotes=tuple(replace(one, document="旧.txt") for one in answer.quotes))
    offered = reports.suggest(gone)
    assert offered and set(offered) <= set(reports.examples())


def test_a_refusal_with_nothing_to_ask_nearby_leads_to_examples(reports: Assistant) -> None:
    answer = reports.ask("老亭子的门票多少钱？")
    assert not answer.answered and answer.related
    near = tuple(one for one in answer.related if one.document == "游记.txt")
    offered = reports.suggest(replace(answer, related=near))
    assert near and offered and set(offered) <= set(reports.examples())


@pytest.mark.parametrize("text", ["1949年這一比重是三成。", "2030年新增利用率达到25%。"])
def test_what_is_left_open_is_not_asked_about(text: str) -> None:
    document = Document("甲.txt", text, "甲")
    figures = extract(document, split(document)).figures
    assert figures and not any(of_figure(row, {}) for row in figures)
