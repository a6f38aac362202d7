"""Questions in English: Chinese words beside their own, and those on a yearly figure in Chinese."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.answers.english import with_chinese_words
from assistant.query import english_figures, glossary
from assistant.query.official import TERMS
from assistant.sentences.reader import Reader
from tests.conftest import asking

TEXTS = {
    "2011年云浦市政府工作报告.txt": """2011年云浦市人民政府工作报告

全市生产总值达到三百亿元，比上年增长8.1%。粮食产量21万吨，比上年增长2.4%。

防汛抢险中，驻地官兵连夜加固堤坝，沿江没有一处决口。沿江的灯塔都装上了太阳能电池。

去年老市长秦望舒离任时说过，堤坝是全市人的饭碗。

今年的主要目标是：生产总值增长7.5%左右，城镇新增就业3万人。
""",
}
assistant = asking(TEXTS)


@pytest.fixture(scope="module")
def reader(assistant: Assistant) -> Reader:
    return Reader.of(assistant.index)


def test_phrases_go_before_words_and_what_asks_is_passed_over() -> None:
    asked = "How many lighthouses and disposable incomes does China have in each year?"
    income = TERMS["disposable income"]
    there = {"灯塔", "收入", "雌鹿", "年", "行军", "下面", income}
    assert glossary.in_chinese("What came below it in March?", lambda _: 0.5) == []
    found = glossary.in_chinese(asked, lambda word: 0.5 if word in there else 1)
    assert found == ["灯塔", income]


def test_only_words_of_the_documents_are_taken_the_commonest_first() -> None:
    def known(*words: str) -> list[str]:
        rarity = {word: 0.1 * at for at, word in enumerate(words)}
        return glossary.in_chinese("on dams", lambda word: rarity.get(word, 1))

    assert known("水坝", "大坝") == ["水坝"] and known("大坝", "水坝") == ["大坝"]
    assert known("坝", "水坝") == ["水坝"]  # one character tells less
    assert known() == []


def test_the_capital_that_acts_is_the_government() -> None:
    def told(asked: str) -> list[str]:
        return glossary.in_chinese(asked, lambda word: 0.5 if word in ("北京", "北京市") else 1)

    assert told("What did Beijing decide?") == told("Why was Beijing's 8% goal missed?") == []
    assert told("How many parks are in Beijing?") and told("Was Beijing's subway extended?")


def test_the_measure_asked_in_is_told() -> None:
    def measured(text: str) -> list[str]:
        return glossary.in_chinese(text, lambda _: 1)

    assert measured("How many people came?") == ["多少人"]
    assert measured("the cost in million yuan") == ["多少元"]
    assert measured("What do people say?") == []


def test_words_stand_beside_a_question_in_english_only(reader: Reader) -> None:
    asked = "Who repaired the lighthouse?"
    assert with_chinese_words(reader, asked).startswith(f"{asked} ")
    assert "灯塔" in with_chinese_words(reader, asked)
    several = "Which deputies mentioned the lighthouse?"
    for other in (several, "灯塔由谁维修？", "LED灯塔用的是哪家公司的SOC电池？", "lighthouse"):
        assert with_chinese_words(reader, other) == other


def test_an_answer_is_found_in_other_words(assistant: Assistant) -> None:
    answer = assistant.ask("Which batteries were put in the lighthouses?")
    assert "太阳能电池" in answer.quotes[0].text
    assert answer.resolved_question == answer.question  # the words beside it are not shown


def test_what_the_documents_do_not_say_of_it_is_refused(assistant: Assistant) -> None:
    assert not assistant.ask("How many lighthouses collapsed?").answered


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("GDP growth in 2010", "2010年国内生产总值增长是多少？"),
        ("How fast did the economy grow in 2010?", "2010年国内生产总值增长是多少？"),
        ("What was the target for new urban jobs in 2011?", "2011年城镇新增就业目标是多少？"),
        ("2011 budget deficit?", "2011年财政赤字是多少？"),
        ("2011 budget deficit as a share of GDP?", "2011年赤字率是多少？"),
        ("fiscal deficit, % of GDP, 2011", "2011年赤字率是多少？"),
        ("2010 cotton output, million tonnes?", "2010年棉花产量是多少？"),
        ("What was 云浦's grain output in 2010?", "2010年云浦粮食产量是多少？"),
        ("grain output 2009 and 2010", "2009年、2010年粮食产量是多少？"),
        ("GDP growth from 2005 to 2010", "2005年至2010年国内生产总值增长是多少？"),
        ("CPI over the past three years", "近三年居民消费价格是多少？"),
        ("unemployment rate every year", "历年失业率是多少？"),
        ("Why did grain output fall in 2010?", ""),
        ("GDP growth", ""),  # of no year
        ("grain output of Sweden in 2010", ""),
        ("In which month of 2010 was the deficit set?", ""),
        ("grain output over the past many years", ""),
        ("lighthouses built in 2010", ""),
    ],
)
def test_a_yearly_figure_is_asked_in_chinese(question: str, read: str) -> None:
    assert english_figures.in_chinese(question) == read


def test_a_figure_of_a_year_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("What was the grain output in 2010?")
    assert answer.resolved_question == "2010年粮食产量是多少？"
    assert "21万吨" in answer.quotes[0].text
    aim = assistant.ask("GDP growth target for 2011?")
    assert "7.5%" in aim.quotes[0].text


def test_a_name_that_the_dictionary_has_and_no_document_is_refused(assistant: Assistant) -> None:
    refused = assistant.ask("How far is the Kuiper belt from 云浦?")
    assert not refused.answered and "Kuiper" in refused.text
    unheard = glossary.unheard_of
    assert unheard("Where is the Kuiper belt?", lambda _: False) == ["Kuiper"]
    assert unheard("Where is the Kuiper belt?", "库珀带".__eq__) == []
    assert unheard("Where is the Kuiper belt?", "Kuiper".__eq__) == []
    # Not in the dictionary, or alone in it: the documents may call it otherwise.
    assert unheard("Where are Qwertan and the Moscow river?", lambda _: False) == []
    assert unheard("Who won the Olympic Games?", lambda _: False) == []


def test_somebody_whom_the_documents_only_mention_is_found_by_sound(assistant: Assistant) -> None:
    answer = assistant.ask("What did Qin Wangshu say about the dyke?")
    assert "秦望舒" in answer.resolved_question and "饭碗" in answer.quotes[0].text
    assert not assistant.ask("What did Qin Wangli say about the dyke?").answered
