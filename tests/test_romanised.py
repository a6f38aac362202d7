"""Questions in English about people whose names only the documents' own script has."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.romanised import by_sound, in_chinese, nobody
from tests.conftest import assistant_on

SOUNDS = by_sound(["欧阳绿", "曾单", "张刚", "张钢", "李明", "何方"])
TEXT = """代表建言

全国人大代表、青石中学校长李明建议，把晚自习缩短到一个小时。他还建议增加体育课。

全国政协委员、白桥医院院长欧阳绿建议，给村医上养老保险。
"""


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("What did Ouyang Lu propose?", "欧阳绿提出了哪些建议？"),
        ("what did Ouyang Lü recommend", "欧阳绿提出了哪些建议？"),
        ("Who is Zeng Shan?", "曾单是谁？"),
        ("Which school does Li Ming lead?", "Which school does 李明 lead?"),
        ("What is Ming Li's position?", "李明是什么身份？"),
        ("What did Li Ming say about PE?", "李明对PE有什么建议？"),
        ("Li Ming's proposal on PE", "李明对PE有什么建议？"),
        ("When did Li Ming speak?", "When did 李明 speak?"),
        ("Who is Zhang Gang?", "Who is Zhang Gang?"),  # two of the name
        ("who is li ming", "李明是谁？"),
        ("what did ming li propose?", "李明提出了哪些建议？"),
        ("what is zeng shan's position", "曾单是什么身份？"),
        ("who is zhang gang", "who is zhang gang"),
        ("has he fang spoken", "has he fang spoken"),
        ("Who limits imports?", "Who limits imports?"),
    ],
)
def test_a_name_is_read_by_its_sound(question: str, read: str) -> None:
    assert in_chinese(question, SOUNDS) == read


def test_who_speaks_and_is_not_known_is_named() -> None:
    assert nobody("What did Wang Xiaohong propose?") == ["Wang Xiaohong"]
    assert nobody("What did Tim Cook propose?") == nobody("王小红提了什么？") == []


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("romanised")
    return assistant_on(folder, {"建言.txt": TEXT})


def test_people_are_found_kept_and_left_by_english_questions(assistant: Assistant) -> None:
    first = assistant.ask("What did Li Ming propose?")
    assert first.text.startswith("李明（全国人大代表、青石中学校长）")
    assert "体育课" in "".join(quote.text for quote in first.quotes)
    other = assistant.ask("What about Ouyang Lu?", history=[first.question])
    assert [quote.text for quote in other.quotes] == [
        "全国政协委员、白桥医院院长欧阳绿建议，给村医上养老保险。"
    ]
    more = assistant.ask("What else did he propose?", history=[first.question])
    assert not more.answered and more.text.startswith("除了上一个回答")
    who = assistant.ask("他是什么身份？", history=[first.question])
    assert who.resolved_question == "李明是什么身份？" and who.answered


def test_nobody_known_answers_for_somebody_unknown(assistant: Assistant) -> None:
    for question in ("What did Li Mingzhe propose?", "Who is Wang Xiaohong?"):
        assert not assistant.ask(question).answered
