"""What an inspection says is what was done: the same answers, and the sentences they rest on."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answers.found import Way
from assistant.answers.inspection import Inspection, Why
from assistant.answers.mentions import Year
from assistant.command import cli
from assistant.messages import ZH
from assistant.page.charts import render_year_bars
from assistant.sentences.evidence import FEATURES
from assistant.sentences.ranker import REFUSE_BELOW, Lack

CASES = json.loads((Path(__file__).parent / "cases" / "ask.json").read_text("utf-8"))
EVERY = [*CASES["answered"], *({"question": one} for one in CASES["refused"] + CASES["either"])]
FIGURE = "赤泥堆存量有多少？"


@pytest.fixture(scope="module")
def assistant(default_index: Path) -> Assistant:
    return Assistant.open(default_index)


@pytest.fixture(scope="module")
def inspected(assistant: Assistant) -> list[Inspection]:
    """Of every case, in their order."""
    return [assistant.inspect(case["question"], case.get("history", ())) for case in EVERY]


def test_an_inspection_has_the_very_answer(
    assistant: Assistant, inspected: list[Inspection]
) -> None:
    for case, found in zip(EVERY, inspected, strict=True):
        answer = assistant.ask(case["question"], case.get("history", ()))
        assert replace(found.answer, elapsed_ms=0) == replace(answer, elapsed_ms=0), case
        assert (found.why is None) == answer.answered, case


def test_what_was_judged_is_what_was_answered(inspected: list[Inspection]) -> None:
    judged = 0
    for case, found in zip(EVERY, inspected, strict=True):
        if found.way is not Way.SENTENCES or found.judgement is None:
            continue
        judged += 1
        assert found.judgement.probability == found.answer.confidence, case
        assert found.answer.answered == (found.judgement.probability >= found.threshold), case
        first = found.sentences[0]
        assert first.quote == (1 if found.answer.answered else 0), case
        assert {one.quote for one in found.sentences} - {0} == {
            quote.n for quote in found.answer.quotes
        }, case
    assert judged > len(EVERY) / 3


def test_candidates_and_sentences_are_in_order_and_in_their_place(assistant: Assistant) -> None:
    found = assistant.inspect(FIGURE)
    fused = [one.passage.score for one in found.candidates if not one.is_neighbour]
    assert fused == sorted(fused, reverse=True) and len(fused) > 1
    scores = [one.passage.score for one in found.sentences]
    assert scores == sorted(scores, reverse=True)
    assert sum(one.belief for one in found.sentences) == pytest.approx(1)
    for one in found.sentences:
        chunk = found.candidates[one.candidate - 1].passage
        assert chunk.start <= one.passage.start < one.passage.end <= chunk.end
        assert list(one.features) == list(FEATURES)
    assert found.threshold == REFUSE_BELOW and found.searched


@pytest.mark.parametrize(
    ("question", "history", "way", "why"),
    [
        ("你好", (), Way.SMALL_TALK, Why.SMALL_TALK),
        ("？", (), Way.NOTHING_ASKED, Why.NOTHING_ASKED),
        ("第九条展开说说", (FIGURE,), Way.ITEM, Why.NO_SUCH_ITEM),
        ("第一条展开说说", (FIGURE,), Way.ITEM, None),
        ("马云建议了什么？", (), Way.MISSING, Why.NOBODY_NAMED),
        ("来自西藏的政协委员有哪些？", (), Way.GROUP, Why.NOBODY_IN_REGISTER),
        ("赤泥堆存量有多少头？", (), Way.SENTENCES, Lack.UNIT),
        ("感冒了吃什么药好？", (), Way.SENTENCES, Why.UNLIKELY),
        ("袁亮是什么身份？", (), Way.IDENTITY, None),
        ("谢延翠的职务", (), Way.IDENTITY, None),
        ("谁没有提到绿电？", (), Way.SENTENCES, Lack.STANCE),
        ("我国钴产量", (), Way.SENTENCES, Lack.PARTICULAR),
        ("绿电直连是什么意思？", (), Way.SENTENCES, Lack.PARTICULAR),
        ("还有呢？", ("丁士启提出了哪些建议？",), Way.NOTHING_NEW, Why.NOTHING_NEW),
        # Whoever is asked about next is not asked about in the words of the question before.
        ("李强总理说了什么？", ("丁士启提出了哪些建议？",), Way.MISSING, Why.NOBODY_NAMED),
        ("陈雪华对铝有什么建议？", (), Way.SENTENCES, Lack.GOODS),
        ("这份文件的作者是谁？", (), Way.DOCUMENT_HEAD, None),
        (FIGURE, (), Way.SENTENCES, None),
    ],
)
def test_the_way_and_the_reason(
    assistant: Assistant, question: str, history: tuple[str, ...], way: Way, why: Why | Lack | None
) -> None:
    found = assistant.inspect(question, history)
    assert (found.way, found.why) == (way, why)
    assert found.searched == (way is Way.SENTENCES)


def test_a_year_asked_of_a_figure_is_not_when_somebody_spoke(assistant: Assistant) -> None:
    history = ["2020年电解铝清洁能源占比是多少？", "沈政昌呼吁什么？"]
    assert assistant.inspect("那崔立新呢？", history).resolved == "崔立新呼吁什么？"


def test_what_is_proposed_on_a_theme_comes_with_what_has_the_theme(assistant: Assistant) -> None:
    answer = assistant.ask("有没有代表提到稀土？")
    assert any("稀土" in quote.text for quote in answer.quotes)


def test_a_correction_and_a_follow_up_are_told_apart(assistant: Assistant) -> None:
    found = assistant.inspect("那综合利用率呢？", ["赤泥堆存量有多少？"])
    assert found.asked and found.asked.text == found.resolved == "赤泥的综合利用率？"
    found = assistant.inspect("赤尼堆存量有多少？")
    assert found.asked and (found.resolved, found.asked.text) == ("赤尼堆存量有多少？", FIGURE)


def test_the_command_prints_what_was_found_and_gives_all_of_it_as_json(
    default_index: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    told = []
    for more in ([], ["--json"]):
        with pytest.raises(SystemExit) as ended:
            cli.main(["inspect", FIGURE, *more, "--index", str(default_index)])
        assert not ended.value.code
        told.append(capfd.readouterr().out)
    printed, row = told[0], json.loads(told[1])
    assert row["asked"]["kind"] == "number" and row["way"] == "sentences" and row["why"] is None
    assert ZH.inspecting.kinds["number"] in printed and ZH.inspecting.ways["sentences"] in printed
    assert f"[1] {row['answer']['quotes'][0]['text']}" in printed
    assert row["sentences"][0]["features"].keys() == set(FEATURES)


def test_no_label_of_a_narrow_bar_lies_below_that_of_those_without_a_year() -> None:
    counted = [Year(str(year), 1, 1, 1) for year in range(2014, 2027)]
    for last, labels in ((2025, ["2015", "2020"]), (2026, ["2015", "2020"])):
        years = [one for one in counted if int(one.year) <= last]
        shown = render_year_bars([*years, Year("", 1, 1, 1)], None, ZH.inspecting)
        said = re.findall(r'aria-hidden="true" class="">(.*?)<', shown)
        assert said == [*labels, ZH.inspecting.no_year]
    shown = render_year_bars(counted, None, ZH.inspecting)
    assert re.findall(r'aria-hidden="true" class="">(.*?)<', shown) == ["2015", "2020", "2025"]
