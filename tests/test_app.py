"""What the page shows for each answer; no text of a document or question acts as markup."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from gradio_client import Client  # type: ignore[import-untyped]

import app
from assistant import DEFAULT_INDEX, Assistant
from assistant.command.cli import main
from assistant.messages import EN, ZH
from assistant.page.answer import (
    as_text,
    render_confidence,
)
from assistant.page.chat import render_chat
from assistant.page.lead import lead_in
from assistant.page.shelf import Conversation, Turn
from assistant.types import Said
from index.types import Passage
from tests.conftest import ROOT, free_port
from tests.pieces import HOSTILE, answer, quote, rendered, tags


def nothing(path: str) -> None:
    """In place of the documents of an index."""


# answers


def test_only_numbers_of_quotes_become_citations() -> None:
    said = (Said("见 [2] 或 [0]", (1, 2)),)
    html = rendered(answer(quote(1), said=said))
    assert html.count('class="cite"') == 2  # in the lead-in and on the card
    assert "见 [2] 或 [0]：" in html


FIRST, SECOND = Said("《标题》", (1,)), Said("丙", (2,))


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ([Said("丁", (1, 2))], "丁：[1] [2]"),
        ([Said("丁", (1,)), SECOND], "共 2 条引文\n丁：[1]\n丙：[2]"),
        ([Said("《标题》", (1, 2))], "共 2 条引文：[1] [2]"),
        ([Said("《别的》", (1, 2))], "《别的》：[1] [2]"),
        ([FIRST, SECOND], "共 2 条引文，其中：\n丙：[2]"),
        ([FIRST, Said("《标题》", (2,))], "共 2 条引文：[1] [2]"),
        ([Said(sentence="counted", fields={"n": "2"}), SECOND], "共2位：\n丙：[2]"),
        ([Said(sentence="counted", fields={"n": "2"}), FIRST, SECOND], "共2位：\n丙：[2]"),
    ],
)
def test_a_lead_names_sources_and_no_quotes(said: list[Said], shown: str) -> None:
    given = answer(quote(1), quote(2, text="丙说“好”，很好。"), said=tuple(said))
    assert as_text(given, ZH, {}).startswith(shown + "\n\n[1] 甲建议乙。")


def test_the_only_document_is_not_named_twice() -> None:
    alone = answer(quote(1), said=(FIRST,))
    assert lead_in(alone, ZH) == [] and 'class="lead"' not in rendered(alone)
    assert as_text(alone, ZH, {}).startswith("[1] 甲建议乙。")
    many = answer(*(quote(n) for n in (1, 2, 3)), said=(Said("丁", (1, 2, 3)),))
    assert lead_in(many, ZH) == [("共 3 条引文", ()), ("丁：", (1, 2, 3))]
    assert lead_in(many, EN)[0] == ("3 quotations", ())
    some = replace(many, said=(FIRST, SECOND))
    assert lead_in(some, EN) == [("3 quotations, among them:", ()), ("丙：", (2,))]


def test_of_several_questions_each_refusal_is_in_the_readers_language() -> None:
    refused = Said("“乙？”", sentence="nobody_named", fields={"names": "乙"})
    given = answer(quote(1), said=(FIRST, refused))
    assert f"“乙？”：{EN.nobody_named.format(names='乙')}" in rendered(given, EN)


def test_quotes_are_grouped_by_document_in_their_order() -> None:
    quotes = [quote(1, document="a"), quote(2, document="a"), quote(3, document="b")]
    html = rendered(answer(*quotes))
    assert html.count('<section class="from">') == 2
    assert re.findall(r'class="card"[^>]*data-n="(\d)"', html) == ["1", "2", "3"]


def test_each_citation_opens_its_own_span() -> None:
    html = rendered(answer(quote(1, start=3, end=8), quote(2, start=90, end=95)), turn=4)
    for n, start, end in (("1", "3", "8"), ("2", "90", "95")):
        button = re.search(rf'<button [^>]*data-n="{n}"[^>]*>', html)
        assert button and f'data-start="{start}" data-end="{end}"' in button[0]
        assert 'data-turn="4"' in button[0]


def test_hostile_text_stays_text() -> None:
    given = answer(
        quote(1, text=HOSTILE, document=HOSTILE, title=HOSTILE, section=HOSTILE),
        said=(Said(HOSTILE, (1, 9)),), resolved_question=HOSTILE,
    )  # fmt: skip
    refused = answer(
        text=HOSTILE, said=(), related=(Passage(HOSTILE, HOSTILE, HOSTILE, 1, 0, 9, HOSTILE, 0.1),)
    )
    chat = Conversation(
        turns=(Turn(HOSTILE, given), Turn(HOSTILE, refused), Turn("x", None, HOSTILE))
    )
    html = render_chat(chat, nothing, ZH)
    assert not tags(html) & {"img", "script", "b", "strong"}
    assert "&lt;img src=x onerror=" in html
    assert 'onerror="' not in html


def test_a_refusal_looks_different_and_its_passages_are_no_answer() -> None:
    related = Passage("甲.txt", "标题", "一", 3, 0, 4, "甲乙丙丁", 0.2)
    html = rendered(answer(related=(related,)))
    assert 'class="refusal"' in html and "card" not in html
    assert ZH.related_label in html and "第 3 页" in html


def test_a_refusal_is_said_in_the_readers_language() -> None:
    assert EN.no_evidence in rendered(answer(), EN)


def test_a_question_in_another_language_is_told_to_be_asked_in_chinese() -> None:
    english, chinese = answer(question="Who?"), answer()
    assert EN.ask_in_chinese in rendered(english, EN)
    assert ZH.ask_in_chinese in rendered(english)
    assert ZH.ask_in_chinese not in rendered(chinese)
    hello = answer(sentence="greeting", question="hello")
    assert EN.ask_in_chinese not in rendered(hello, EN)


def test_a_conversation_is_exported_below_its_last_answer() -> None:
    turns = (Turn("一？", answer(quote(1))), Turn("二？", answer(quote(1))))
    html = render_chat(Conversation(turns=turns), nothing, ZH)
    assert html.count('data-do="export"') == 2
    assert html.index('data-do="export"') > html.index('data-turn="1"')
    pending = render_chat(Conversation(turns=(*turns, Turn("三？"))), nothing, ZH)
    assert 'data-do="export"' not in pending


def test_a_greeting_is_no_refusal() -> None:
    assert "refusal" not in rendered(answer(sentence="greeting"))


def test_a_follow_up_says_how_it_was_understood() -> None:
    shown = rendered(answer(quote(1), resolved_question="甲还建议了什么？"))
    assert ZH.understood_as in shown and "甲还建议了什么？" in shown
    assert ZH.understood_as not in rendered(answer(quote(1)))


@pytest.mark.parametrize(
    ("asked", "understood"),
    [
        ("请问谁修了桥？谢谢！", ""),
        ("  你好，帮我查一下谁修了桥？", ""),
        ("请问他还修了什么？", "谁修了桥？"),
        ("我在写水利的综述，谁修了桥？", "谁修了桥？"),  # a subject that does not count
    ],
)
def test_courtesy_left_out_is_no_other_question(asked: str, understood: str) -> None:
    shown = rendered(answer(question=asked, resolved_question="谁修了桥？"))
    assert (ZH.understood_as in shown) == bool(understood) and understood in shown


@pytest.mark.parametrize(
    ("confidence", "word"),
    [(0.95, ZH.confidence_high), (0.8, ZH.confidence_medium), (0.65, ZH.confidence_low)],
)
def test_confidence_is_a_word(confidence: float, word: str) -> None:
    assert f"{ZH.columns['confidence']} {word}" in render_confidence(
        answer(confidence=confidence), ZH
    )


def test_copied_text_carries_citations() -> None:
    text = as_text(answer(quote(1), quote(2, page=7)), ZH, {})
    assert "[1] 甲建议乙。\n    ——《标题》一、节" in text
    assert "《标题》第7页" in text


# programs


@pytest.fixture(scope="module")
def client(served: str) -> Iterator[Client]:
    client = Client(served, verbose=False)
    yield client
    client.close()


def test_programs_get_what_python_gets(client: Client, default_index: Path) -> None:
    assistant = Assistant.open(default_index)
    question, history = "他还建议了什么？", ["谁建议设立LME交割库？"]
    given = client.predict(question, history, api_name="/ask")
    expected = assistant.ask(question, history=history)
    assert given["resolved_question"] == expected.resolved_question
    assert [q["text"] for q in given["quotes"]] == [q.text for q in expected.quotes]
    passages = client.predict("赤泥", 3, api_name="/retrieve")
    assert [p["start"] for p in passages] == [p.start for p in assistant.search("赤泥", 3)]


def test_gradios_client_sees_three_functions(client: Client) -> None:
    described = client.view_api(return_format="dict")
    assert set(described["named_endpoints"]) == {"/ask", "/retrieve", "/documents"}


# the command


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1"])
def test_an_address_of_another_machine_is_one_line(
    capsys: pytest.CaptureFixture[str], host: str
) -> None:
    with pytest.raises(SystemExit, match="1"):
        main(["serve", "--host", host, "--port", "7860"])
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and host in error


def test_an_empty_variable_names_no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[Path] = []
    monkeypatch.setenv("YOUJU_INDEX", "")
    monkeypatch.setattr(app, "serve", lambda folder, *_, **__: served.append(folder))
    with pytest.raises(SystemExit, match="0"):
        main(["serve", "--port", str(free_port())])
    assert served == [DEFAULT_INDEX]


def test_a_page_too_busy_to_answer_itself_is_served(tmp_path: Path) -> None:
    """In a process of its own: Gradio leaves what it serves with for the process's end."""
    code = (
        "import pathlib, sys, httpx, app\n"
        "def late(*_, **__):\n    raise httpx.ReadTimeout('timed out')\n"
        "httpx.head = late\n"
        "page, functions = app.build_page(pathlib.Path(sys.argv[1]))\n"
        "app.launch(page, functions, '127.0.0.1', int(sys.argv[2]))\n"
        "print(page.is_running)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "none"), str(free_port())]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "True"), done.stderr


def test_app_py_is_the_command_serve() -> None:
    command = [sys.executable, "app.py", "--port", "x"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2 and "youju serve" in done.stderr
