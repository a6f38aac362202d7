"""Which years speak of something, on a few small documents."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.answers.mentions import SHOWN
from tests.conftest import asking, titled

TEXTS = {
    "2001年南山镇工作报告.txt": "今年修建水渠12公里。水渠由各村管护。\n\n明年计划种植果树。",
    "2002年南山镇工作报告.txt": "去年果树成活率为九成。\n\n今年不再新建道路。",
    "2004年南山镇工作报告.txt": "新建水渠 ３ 公里，种植果樹五千棵。",
    "南山镇简介.txt": "南山镇以果树闻名。镇上对砍树有规定。",
}


assistant = asking(titled(TEXTS))


def counted(assistant: Assistant, words: str) -> dict[str, int]:
    return {one.year: one.sentences for one in assistant.mentions(words).years}


def test_every_sentence_with_the_words_is_counted_in_its_year(assistant: Assistant) -> None:
    assert counted(assistant, "水渠") == {"2001": 2, "2002": 0, "2004": 1, "": 0}
    assert counted(assistant, "果树") == {"2001": 1, "2002": 1, "2004": 1, "": 1}
    assert counted(assistant, "果树 水渠") == {"2001": 0, "2002": 0, "2004": 1, "": 0}
    assert counted(assistant, "水渠3公里")["2004"] == 1  # as written: with blanks, full width
    assert set(counted(assistant, "煤矿").values()) == set(counted(assistant, " ").values()) == {0}


def test_a_year_has_its_sentences_word_for_word_and_in_their_places(assistant: Assistant) -> None:
    found = assistant.mentions("水渠", "2001")
    assert found.chosen == "2001" and found.sentences == len(found.passages) == 2
    for passage in found.passages:
        source = assistant.index.document(passage.document).text
        assert "水渠" in source[passage.start : passage.end]
    (places,) = found.places
    assert places.spans == tuple((one.start, one.end) for one in found.passages)
    assert places.characters == len(assistant.index.document(places.document).text)


def test_a_year_that_is_not_there_means_all(assistant: Assistant) -> None:
    every = assistant.mentions("水渠")
    assert every == assistant.mentions("水渠", "1999") and every.chosen is None
    assert every.sentences == 3 <= SHOWN and len(every.places) == 2


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("果树成活率是多少？", "果树成活率"),
        ("果树闻名的是谁？", "果树闻名"),
        ("水渠", "水渠"),
        ("谁反对砍树？", "砍树"),
        ("？", ""),
    ],
)
def test_what_a_question_is_about(assistant: Assistant, question: str, subject: str) -> None:
    assert assistant.subject(question) == subject


def test_mentions_keep_to_chosen_documents(assistant: Assistant) -> None:
    within = assistant.mentions("水渠", documents=["2001*", "2002*"])
    assert {one.year: (one.sentences, one.of) for one in within.years} == {
        "2001": (2, 1),
        "2002": (0, 1),
    }
    assert {passage.document for passage in within.passages} == {"2001年南山镇工作报告.txt"}
