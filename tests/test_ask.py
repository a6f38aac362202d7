"""Whole answers by the real model on the default document; the questions are in cases/ask.json."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest

from assistant import Assistant
from assistant.library.indexing import update_index
from assistant.messages import EN, ZH, worded
from assistant.types import Answer
from tests.conftest import assistant_on

ROOT = Path(__file__).resolve().parent.parent
CASES = json.loads((ROOT / "tests" / "cases" / "ask.json").read_text("utf-8"))
EVERY = [*CASES["answered"], *({"question": one} for one in CASES["refused"] + CASES["either"])]
THREADS = 8
QUESTION = "谁建议在上海建立交割库？"


@pytest.fixture(scope="module")
def assistant(default_index: Path) -> Assistant:
    return Assistant.open(default_index)


def flat(text: str) -> str:
    return "".join(text.split())


def untimed(answer: Answer) -> Answer:
    return replace(answer, elapsed_ms=0.0)


def asked(assistant: Assistant, case: dict[str, Any]) -> Answer:
    return assistant.ask(case["question"], case.get("history", ()))


@pytest.fixture(scope="module")
def answers(assistant: Assistant) -> list[Answer]:
    """To every case, in their order."""
    return [untimed(asked(assistant, case)) for case in EVERY]


def marked(cases: Sequence[dict[str, Any]]) -> list[Any]:
    """The cases; what fails so far is known, and noticed as soon as it no longer does."""
    return [
        pytest.param(
            case,
            id=case["question"],
            marks=pytest.mark.xfail(reason=case["fails"], strict=True) if "fails" in case else (),
        )
        for case in cases
    ]


@pytest.mark.parametrize("case", marked(CASES["answered"]))
def test_the_quotes_hold_the_answer(assistant: Assistant, case: dict[str, Any]) -> None:
    answer = asked(assistant, case)
    quoted = flat("|".join(quote.text for quote in answer.quotes))
    assert answer.answered and [part for part in case["holds"] if flat(part) not in quoted] == []


@pytest.mark.parametrize("question", CASES["refused"])
def test_what_the_document_does_not_say_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not answer.answered and answer.quotes == () and answer.text


@pytest.fixture(scope="module")
def yearly(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Two reports that say the same of different years, and one on another matter."""
    folder = tmp_path_factory.mktemp("yearly")
    for year, roads, ports in ((2015, "120万", 14), (2020, "35万", 27)):
        text = (
            f"{year}年全省工作报告\n\n农村道路明显改善，新改建公路{roads}公里，通达所有乡镇。\n\n"
            f"民航发展很快，五年新建民用机场{ports}个，旅客吞吐量增长一倍。\n"
        )
        (folder / f"{year}年全省工作报告.txt").write_text(text, "utf-8")
    text = "茶叶座谈\n\n高若兰认为，机采率低是茶叶成本高的主因。\n"
    (folder / "茶.txt").write_text(text, "utf-8")
    update_index(folder / "index", sorted(folder.glob("*.txt")))
    return Assistant.open(folder / "index")


@pytest.mark.parametrize(
    ("history", "question", "holds"),
    [
        (["2015年工作报告说农村新改建公路多少公里？"], "那新建民用机场多少个？", "机场14个"),
        (["2020年工作报告说农村新改建公路多少公里？"], "那新建民用机场多少个？", "机场27个"),
        # Another subject, of which that report says nothing.
        (["2020年工作报告说农村新改建公路多少公里？"], "茶叶成本高的主因是什么？", "机采率低"),
    ],
)
def test_a_follow_up_stays_with_the_document_that_was_asked_about(
    yearly: Assistant, history: list[str], question: str, holds: str
) -> None:
    assert holds in yearly.ask(question, history).quotes[0].text


def test_each_of_two_years_is_answered_from_its_own_report(yearly: Assistant) -> None:
    answer = yearly.ask("2015年和2020年新建民用机场分别是多少个？")
    quoted = {quote.title[:4]: quote.text for quote in answer.quotes}
    assert "机场14个" in quoted["2015"] and "机场27个" in quoted["2020"]
    none = yearly.ask("2015年和2020年的茶叶出口额分别是多少？")
    assert not none.answered and not none.quotes


def test_a_sentence_that_a_page_number_cuts_is_quoted_whole(tmp_path: Path) -> None:
    text = (
        "关于加强赤泥综合利用的建议\n\n　　氧化铝生产排出的赤泥堆存量已经超过15亿吨。"
        "据行业协会统计，我国赤泥年内新增约1亿\n\n- 12 -\n\n吨，但综合利用率不足一成。"
        "张三建议，对综合利用赤泥的企业减免环境保护税。\n"
    )
    assistant = assistant_on(tmp_path, {"赤泥.txt": text})
    for question in ("赤泥年内新增约多少？", "赤泥综合利用率是多少？"):
        first, second, *_ = assistant.ask(question).quotes
        assert first.text.endswith("年内新增约1亿") and second.text == "吨，但综合利用率不足一成。"


def test_asked_for_more_than_there_is(assistant: Assistant) -> None:
    answer = assistant.ask("他还有别的建议吗？", ["丁士启提出了哪些建议？"])
    assert (answer.answered, answer.quotes, answer.text) == (False, (), ZH.nothing_new)


def test_every_quote_is_the_source_and_every_mark_has_its_quote(
    assistant: Assistant, answers: list[Answer]
) -> None:
    for case, answer in zip(EVERY, answers, strict=True):
        assert answer.answered == bool(answer.quotes), case
        assert [quote.n for quote in answer.quotes] == list(range(1, len(answer.quotes) + 1))
        for quote in answer.quotes:
            source = assistant.index.document(quote.document).text
            assert flat(source[quote.start : quote.end]) == flat(quote.text) != ""
            assert f"[{quote.n}]" in answer.text


def test_an_empty_question_is_refused(assistant: Assistant) -> None:
    assert assistant.ask("").text == assistant.ask(" \n").text == ZH.no_evidence


@pytest.mark.parametrize("text", ["赤泥堆存量有多少？", "啊", "请", "他", "第一条", "<div>", "1年"])
def test_five_thousand_characters_do_no_harm(assistant: Assistant, text: str) -> None:
    began = time.perf_counter()
    answer = assistant.ask(text * (5000 // len(text)), ["赤泥堆存量有多少？"])
    assert time.perf_counter() - began < 60  # two seconds where the machine is idle
    assert answer.answered == bool(answer.quotes)


def test_asking_changes_nothing(assistant: Assistant, answers: list[Answer]) -> None:
    assert [untimed(asked(assistant, case)) for case in EVERY] == answers


def test_threads_get_what_one_after_the_other_gets(
    default_index: Path, answers: list[Answer]
) -> None:
    together = Assistant.open(default_index)
    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(lambda case: untimed(asked(together, case)), EVERY))
    assert found == answers


def test_of_several_questions_the_refused_one_is_told_by_name(assistant: Assistant) -> None:
    answer = assistant.ask("谁建议在上海建立交割库？欧阳不存提出了什么建议？")
    (refused,) = [one for one in answer.said if one.sentence]
    assert refused.sentence == "nobody_named" and refused.fields["names"] == "欧阳不存"
    assert worded(refused, ZH) == f"“欧阳不存提出了什么建议？”：{answer.text.partition('？”：')[2]}"
    assert "do not mention 欧阳不存" in worded(refused, EN)


def test_the_command_line_quotes_the_same(assistant: Assistant, default_index: Path) -> None:
    command = [sys.executable, "-m", "assistant", "ask", "--json", "--index", str(default_index)]
    ran = subprocess.run([*command, QUESTION], cwd=ROOT, capture_output=True, check=True)
    told = [
        (quote["n"], quote["text"], quote["start"]) for quote in json.loads(ran.stdout)["quotes"]
    ]
    answer = assistant.ask(QUESTION)
    assert told and told == [(quote.n, quote.text, quote.start) for quote in answer.quoted]


def test_only_the_documents_asked_for_are_quoted(assistant: Assistant) -> None:
    (document,) = assistant.index.documents
    assert assistant.ask(QUESTION, documents=[document.path]).answered


def test_no_connection_is_made(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a connection was tried")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert Assistant.open(assistant.index.folder).ask(QUESTION).answered


def test_a_rebuilt_index_is_picked_up_and_never_mixed(default_index: Path, tmp_path: Path) -> None:
    folder, source = tmp_path / "索引", tmp_path / "文档"
    shutil.copytree(default_index, folder)
    shutil.copytree(ROOT / "corpus" / "documents", source)
    old = "全国人大代表张三建议在青岛建立交割库。"
    (source / "新.txt").write_text(f"新的建言\n\n{old}\n", "utf-8")
    update_index(folder, [source])
    assistant = Assistant.open(folder)
    before = assistant.snapshot()
    answers: list[Answer] = []
    done = threading.Event()

    def keep_asking() -> None:
        while not done.is_set() or not answers:
            answers.append(assistant.ask("谁建议在青岛建立交割库？"))

    asking = threading.Thread(target=keep_asking)
    asking.start()
    new = "本文另有说明。全国人大代表李四建议在青岛建立交割库。"
    (source / "新.txt").write_text(f"新的建言\n\n{new}\n", "utf-8")
    update_index(folder, [source])
    done.set()
    asking.join()
    answers.append(assistant.ask("谁建议在青岛建立交割库？"))
    quoted = [" ".join(quote.text for quote in answer.quotes) for answer in answers]
    assert "李四" in quoted[-1]
    assert all(("张三" in text) != ("李四" in text) for text in quoted)
    (source / "新.txt").unlink()
    update_index(folder, [source])
    answer = before.ask("谁建议在青岛建立交割库？")  # whoever draws it finds what it quotes
    assert old in before.index.document(answer.quotes[0].document).text
    assert "新.txt" not in [document.path for document in assistant.index.documents]


def test_nothing_is_written_beside_the_index(assistant: Assistant) -> None:
    around = assistant.index.folder.parent
    before = sorted(around.rglob("*"))
    assistant.ask(QUESTION)
    assert sorted(around.rglob("*")) == before
