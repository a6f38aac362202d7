"""What the page shows for each answer; no text of a document or question acts as markup."""

from __future__ import annotations

import base64
import io
import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import gradio as gr
import pytest
from docx.oxml.ns import qn
from gradio_client import Client  # type: ignore[import-untyped]
from markdown_it import MarkdownIt

import app
from assistant import Assistant
from assistant.messages import EN, ZH
from assistant.page import export
from assistant.page import shelf as shelves
from assistant.page.answer import (
    as_text,
    lead_in,
    render_answer,
    render_confidence,
)
from assistant.page.chat import render_chat
from assistant.page.events import Chat
from assistant.page.find import find
from assistant.page.keeping import Keeping
from assistant.page.place import Place, read_place
from assistant.page.places import fingerprint
from assistant.page.shelf import CONVERSATIONS, Conversation, Shelf, Turn
from assistant.page.source import AROUND_CHARACTERS, WHOLE_CHARACTERS, render_source
from assistant.page.word import as_word
from assistant.types import Answer, Quote
from corpus.types import Document
from index import IndexMissingError
from index.types import Passage
from tests.fakes import FakeAssistant

ROOT = Path(__file__).resolve().parent.parent
HOSTILE = '<img src=x onerror="alert(1)"> **粗** $x^2$ [1] [9] {{value}} ${value} </script>'


def quote(n: int, text: str = "甲建议乙。", document: str = "甲.txt", **given: Any) -> Quote:
    usual = {"title": "标题", "section": "一、节", "page": None, "start": 0, "end": len(text)}
    return Quote(n, text, document, **{**usual, "score": 1.0, **given})


def answer(*quotes: Quote, text: str = "找到以下原文：[1]", **given: Any) -> Answer:
    usual = {"question": "谁？", "resolved_question": "谁？", "confidence": 0.9}
    return Answer(**{**usual, "answered": bool(quotes), "text": text, "quotes": quotes, **given})


def tags(html: str) -> set[str]:
    return set(re.findall(r"<(\w+)", html))


# answers


def test_only_numbers_of_quotes_become_citations() -> None:
    html = render_answer(answer(quote(1), text="见 [1]，不是 [2] 或 [0]"), 0, ZH)
    assert html.count('class="cite"') == 2  # in the lead-in and on the card
    assert "不是 [2] 或 [0]" in html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("丁：“甲建议乙。” [1]", "丁：[1]"),
        ("丁：“甲建议乙。”[1]“丙说“好”，很好。” [2]", "丁：[1][2]"),
        ("丁：“甲建议……” [1] “丙说“好”……” [2]", "丁：[1] [2]"),
        ("“甲建议乙。”与此不同 [1]", "“甲建议乙。”与此不同 [1]"),
        ("“甲建议别的。” [1]", "“甲建议别的。” [1]"),
        ("没有编号", "没有编号"),
    ],
)
def test_a_quote_is_not_said_twice(text: str, shown: str) -> None:
    given = answer(quote(1), quote(2, text="丙说“好”，很好。"), text=text)
    assert lead_in(given, ZH) == shown
    assert as_text(given, ZH).startswith(shown + "\n\n[1] 甲建议乙。")


def test_quotes_are_grouped_by_document_in_their_order() -> None:
    quotes = [quote(1, document="a"), quote(2, document="a"), quote(3, document="b")]
    html = render_answer(answer(*quotes), 0, ZH)
    assert html.count('<section class="from">') == 2
    assert re.findall(r'class="card"[^>]*data-n="(\d)"', html) == ["1", "2", "3"]


def test_each_citation_opens_its_own_span() -> None:
    html = render_answer(answer(quote(1, start=3, end=8), quote(2, start=90, end=95)), 4, ZH)
    for n, start, end in (("1", "3", "8"), ("2", "90", "95")):
        button = re.search(rf'<button [^>]*data-n="{n}"[^>]*>', html)
        assert button and f'data-start="{start}" data-end="{end}"' in button[0]
        assert 'data-turn="4"' in button[0]


def test_hostile_text_stays_text() -> None:
    given = answer(
        quote(1, text=HOSTILE, document=HOSTILE, title=HOSTILE, section=HOSTILE),
        text=HOSTILE, resolved_question=HOSTILE,
    )  # fmt: skip
    refused = answer(
        text=HOSTILE, related=(Passage(HOSTILE, HOSTILE, HOSTILE, 1, 0, 9, HOSTILE, 0.1),)
    )
    chat = Conversation(
        turns=(Turn(HOSTILE, given), Turn(HOSTILE, refused), Turn("x", None, HOSTILE))
    )
    html = render_chat(chat, ZH)
    assert not tags(html) & {"img", "script", "b", "strong"}
    assert "&lt;img src=x onerror=" in html
    assert 'onerror="' not in html


def test_a_refusal_looks_different_and_its_passages_are_no_answer() -> None:
    related = Passage("甲.txt", "标题", "一", 3, 0, 4, "甲乙丙丁", 0.2)
    html = render_answer(answer(text="没有依据", related=(related,)), 0, ZH)
    assert 'class="refusal"' in html and "card" not in html
    assert ZH.related_label in html and "第 3 页" in html


def test_a_refusal_is_said_in_the_readers_language() -> None:
    assert EN.no_evidence in render_answer(answer(text=ZH.no_evidence), 0, EN)


def test_a_greeting_is_no_refusal() -> None:
    assert "refusal" not in render_answer(answer(text=ZH.greeting), 0, ZH)


def test_a_follow_up_says_how_it_was_understood() -> None:
    shown = render_answer(answer(quote(1), resolved_question="甲还建议了什么？"), 0, ZH)
    assert ZH.understood_as in shown and "甲还建议了什么？" in shown
    assert ZH.understood_as not in render_answer(answer(quote(1)), 0, ZH)


@pytest.mark.parametrize(
    ("confidence", "word"),
    [(0.95, ZH.confidence_high), (0.8, ZH.confidence_medium), (0.65, ZH.confidence_low)],
)
def test_confidence_is_a_word(confidence: float, word: str) -> None:
    assert f"{ZH.confidence} {word}" in render_confidence(answer(confidence=confidence), ZH)


def test_copied_text_carries_citations() -> None:
    text = as_text(answer(quote(1), quote(2, page=7)), ZH)
    assert "[1] 甲建议乙。\n    ——《标题》一、节" in text
    assert "《标题》第7页" in text


# the source


def test_the_source_highlights_exactly_the_span() -> None:
    document = Document("甲.txt", "前文。甲建议乙。后文。", "标题")
    html = render_source(document, Place("甲.txt", 3, 8), (), ZH)
    assert "前文。<mark>甲建议乙。</mark>后文。" in html


def test_a_changed_document_is_not_highlighted() -> None:
    document = Document("甲.txt", "前文。甲建议丙。后文。", "标题")
    html = render_source(document, Place("甲.txt", 3, 8, check=fingerprint("甲建议乙。")), (), ZH)
    assert "<mark>" not in html and ZH.document_changed in html


def test_line_breaks_inside_a_quote_are_no_change() -> None:
    document = Document("甲.txt", "前文。甲建\n\n议乙。后文。", "标题")
    html = render_source(document, Place("甲.txt", 3, 10, check=fingerprint("甲建议乙。")), (), ZH)
    assert "<mark>甲建\n\n议乙。</mark>" in html


def test_a_long_document_is_shown_in_parts() -> None:
    text = "".join(chr(0x4E00 + i % 9000) for i in range(WHOLE_CHARACTERS * 5))
    at = WHOLE_CHARACTERS * 2
    place = Place("长.txt", at, at + 10)
    html = render_source(Document("长.txt", text, "长"), place, (), ZH)
    assert text[at - AROUND_CHARACTERS : at] in html
    assert text[: at - AROUND_CHARACTERS] not in html
    assert ZH.load_earlier in html and ZH.load_later in html
    more = replace(place, first=0, last=len(text))
    assert text[:at] in render_source(Document("长.txt", text, "长"), more, (), ZH)


@pytest.mark.parametrize(
    "data", [{}, {"start": "-3", "end": "x"}, {"start": "9" * 30}, {"start": 7}]
)
def test_links_may_say_anything(data: dict[str, Any]) -> None:
    html = render_source(Document("甲", "短文", "标题"), read_place({"doc": "甲", **data}), (), ZH)
    assert "短文" in html


def test_hostile_documents_stay_text() -> None:
    document = Document(HOSTILE, HOSTILE * 3, HOSTILE, author=HOSTILE)
    html = render_source(document, Place(HOSTILE, 5, 40, section=HOSTILE), [(HOSTILE, 3)], ZH)
    assert not tags(html) & {"img", "script"}


# conversations


def test_a_shelf_survives_the_browser() -> None:
    kept = (
        Shelf().with_turn(0, Turn("谁？", answer(quote(1)))).start_new().with_turn(0, Turn("何？"))
    )
    assert shelves.load(shelves.dump(kept)) == kept


@pytest.mark.parametrize("stored", [None, "x", 3, [], {"current": 5}, {"others": [{"turns": "x"}]}])
def test_what_cannot_be_read_is_an_empty_shelf(stored: Any) -> None:
    assert shelves.load(stored).current.turns == ()


def test_conversations_are_named_opened_and_deleted() -> None:
    shelf = Shelf().with_turn(0, Turn("第一个问题")).start_new().with_turn(0, Turn("第二个问题"))
    first = shelf.others[0]
    assert first.title == "第一个问题"
    assert shelf.rename(first.id, " 钴 ").others[0].title == "钴"
    opened = shelf.open(first.id)
    assert opened.current == first and [c.title for c in opened.others] == ["第二个问题"]
    assert opened.delete(first.id).current.turns == ()
    assert shelf.open("none") == shelf


def test_the_shelf_is_bounded() -> None:
    shelf = Shelf()
    for number in range(CONVERSATIONS + 5):
        shelf = shelf.with_turn(0, Turn(str(number))).start_new()
    assert len(shelf.others) < CONVERSATIONS


def test_a_full_shelf_keeps_every_conversation_when_one_is_opened() -> None:
    shelf = Shelf()
    for number in range(CONVERSATIONS):
        shelf = shelf.start_new().with_turn(0, Turn(str(number)))
    newest = shelf.others[-1]
    opened = shelf.open(newest.id)
    assert opened.current == newest
    assert {*opened.others, opened.current} == {*shelf.others, shelf.current}


def test_the_shelf_fits_into_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "KEPT_BYTES", 3_000)
    shelf = Shelf()
    for number in range(9):
        shelf = shelf.with_turn(0, Turn(f"{number}", answer(quote(1, text="长" * 200)))).start_new()
    kept = shelves.load(shelves.dump(shelf)).others
    assert 0 < len(kept) < 9 and kept[-1].title == "8"


# events


@pytest.fixture
def fake() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def chat(fake: FakeAssistant) -> Chat:
    return Chat(Path("index"), lambda _: fake)  # type: ignore[arg-type, return-value]


def event(**data: str) -> gr.EventData:
    return gr.EventData(None, data)


def asked(chat: Chat, steps: Any, stored: Any) -> tuple[list[Any], Any]:
    """All steps of an asking event, its landing included, and the shelf it leaves."""
    shown = list(steps)
    shown.append(chat.land(shown[-1][3], stored, "zh"))
    return shown, shown[-1][2]


def test_a_question_shows_at_once_and_then_its_answer(chat: Chat) -> None:
    steps, shelf = asked(chat, chat.ask("谁？", None, "zh"), None)
    assert steps[0][0] == ""
    assert ZH.searching in steps[1][1] and "谁？" in steps[1][1]
    assert 'class="card"' in steps[-1][1]
    assert shelves.load(shelf).current.turns[0].question == "谁？"


def test_earlier_questions_are_the_history(chat: Chat, fake: FakeAssistant) -> None:
    _, shelf = asked(chat, chat.ask("一？", None, "zh"), None)
    _, shelf = asked(chat, chat.ask("二？", shelf, "zh"), shelf)
    _, shelf = asked(chat, chat.retry(shelf, "zh", event(place="1")), shelf)
    assert fake.histories == [[], ["一？"], ["一？"]]
    assert len(shelves.load(shelf).current.turns) == 2


def test_an_answer_lands_in_its_own_conversation(chat: Chat) -> None:
    _, shelf = asked(chat, chat.ask("一？", None, "zh"), None)
    *_, second = chat.ask("二？", shelf, "zh")
    _, left, *_ = chat.start_new(shelf, "zh")
    _, shown, left, *_ = chat.land(second[3], left, "zh")
    assert ZH.welcome in shown
    assert [turn.question for turn in shelves.load(left).others[0].turns] == ["一？", "二？"]
    *_, first = chat.ask("三？", left, "zh")
    _, again, *_ = chat.start_new(left, "zh")  # before the first answer: nothing was put away
    _, _, shelf, *_ = chat.land(first[3], again, "zh")
    assert [c.title for c in shelves.load(shelf).others] == ["一？", "三？"]


def test_what_was_deleted_meanwhile_does_not_come_back(chat: Chat, keeping: Keeping) -> None:
    _, shelf = asked(chat, chat.ask("一？", None, "zh"), None)
    gone = event(id=shelves.load(shelf).current.id)
    for steps in (chat.ask("二？", shelf, "zh"), chat.retry(shelf, "zh", event(place="0"))):
        *_, last = steps
        _, left, shown, source = keeping.remove(last[3], shelf, "zh", gone)
        assert ZH.welcome in shown and source == ""
        _, left, *_ = chat.start_new(left, "zh")
        _, shown, left, *_ = chat.land(last[3], left, "zh")
        assert ZH.welcome in shown and not shelves.load(left).others


def test_a_changed_question_drops_what_came_after(chat: Chat) -> None:
    _, shelf = asked(chat, chat.ask("一？", None, "zh"), None)
    _, shelf = asked(chat, chat.ask("二？", shelf, "zh"), shelf)
    _, shelf = asked(chat, chat.revise(shelf, "zh", event(place="0", question="三？")), shelf)
    assert [turn.question for turn in shelves.load(shelf).current.turns] == ["三？"]


@pytest.mark.parametrize("question", ["", "   \n"])
def test_an_empty_question_changes_nothing(chat: Chat, question: str) -> None:
    (step,) = chat.ask(question, None, "zh")
    assert all(part == gr.skip() for part in step)


def test_an_error_is_a_sentence_and_the_chat_goes_on(chat: Chat) -> None:
    steps, shelf = asked(chat, chat.ask("坏", None, "zh"), None)
    assert "坏了" in steps[-1][1] and "failure" in steps[-1][1]
    steps, _ = asked(chat, chat.ask("好", shelf, "zh"), shelf)
    assert 'class="card"' in steps[-1][1]


def test_a_pasted_document_is_no_question(chat: Chat, fake: FakeAssistant) -> None:
    steps, _ = asked(chat, chat.ask("字" * 5000, None, "zh"), None)
    assert "5000" in steps[-1][1] and not fake.histories


def test_without_an_index_the_page_names_the_command_and_answers_once_there_is_one() -> None:
    there = False

    def open_assistant(_: Path) -> Assistant:
        if not there:
            raise IndexMissingError("没有索引：data/index；请先运行 youju index")
        return FakeAssistant()  # type: ignore[return-value]

    chat = Chat(Path("data/index"), open_assistant)
    shown, *_ = chat.start_new(None, "zh")
    assert ZH.not_ready in shown and "请先运行 youju index" in shown
    assert "youju index --index data/index" in shown
    assert "没有索引" in asked(chat, chat.ask("谁？", None, "zh"), None)[0][-1][1]
    there = True
    assert ZH.welcome in chat.start_new(None, "zh")[0]
    assert 'class="card"' in asked(chat, chat.ask("谁？", None, "zh"), None)[0][-1][1]


def test_a_document_that_is_gone_is_said_to_be(chat: Chat) -> None:
    shown, _ = chat.open("zh", event(doc="../../etc/passwd"))
    assert "索引中没有这份文档：../../etc/passwd" in shown


def test_the_language_switch_says_everything_anew(chat: Chat) -> None:
    _, shelf = asked(chat, chat.ask("谁？", None, "zh"), None)
    source, place = chat.open("zh", event(doc="甲.txt", start="0", end="5"))
    words = " ".join(map(str, chat.switch(None, shelf, "zh", place, source)))
    assert EN.question_placeholder in words and EN.retry in words and EN.close_source in words
    assert ZH.retry not in words and ZH.close_source not in words


# around the conversation


@pytest.fixture
def keeping(chat: Chat, tmp_path: Path) -> Keeping:
    return Keeping(chat, tmp_path / "index")


def test_conversations_are_listed_and_chosen(chat: Chat, keeping: Keeping) -> None:
    _, shelf = asked(chat, chat.ask("第一个？", None, "zh"), None)
    _, shelf, *_ = chat.start_new(shelf, "zh")
    _, shelf = asked(chat, chat.ask("第二个？", shelf, "zh"), shelf)
    drawer = keeping.history(shelf, "zh")
    assert drawer.index("第二个？") < drawer.index("第一个？")
    first = shelves.load(shelf).others[0].id
    shown, shelf, *_ = keeping.choose(None, shelf, "zh", event(id=first))
    assert "第一个？" in shown and "第二个？" not in shown
    drawer, shelf = keeping.rename(shelf, "zh", event(id=first, value=HOSTILE))
    assert not tags(drawer) & {"img", "script"}
    drawer, shelf, shown, _ = keeping.remove(None, shelf, "zh", event(id=first))
    assert ZH.welcome in shown and "第一个？" not in drawer


def test_a_rating_is_kept_as_a_line_beside_the_index(
    chat: Chat, keeping: Keeping, tmp_path: Path
) -> None:
    _, shelf = asked(chat, chat.ask("谁？", None, "zh"), None)
    shown, shelf = keeping.rate(shelf, "zh", event(place="0", rating="down", reason="答非所问"))
    keeping.rate(shelf, "zh", event(place="0", rating="up"))
    keeping.rate(shelf, "zh", event(place="7", rating="up"))
    keeping.rate(shelf, "zh", event(place="0", rating="<b>"))
    assert re.search(r'data-rating="down"[^>]*aria-pressed="true"', shown)
    lines = (tmp_path / "feedback.jsonl").read_text("utf-8").splitlines()
    first, second = map(json.loads, lines)
    assert (first["rating"], first["reason"], second["rating"]) == ("down", "答非所问", "up")
    assert first["quotes"] == [{"document": "甲.txt", "start": 0, "end": 5, "text": "甲建议乙。"}]


def test_the_same_rating_again_withdraws_it(chat: Chat, keeping: Keeping, tmp_path: Path) -> None:
    _, shelf = asked(chat, chat.ask("谁？", None, "zh"), None)
    for expected in ("true", "false", "true"):
        shown, shelf = keeping.rate(shelf, "zh", event(place="0", rating="up"))
        assert re.search(rf'data-rating="up"[^>]*aria-pressed="{expected}"', shown)
    lines = (tmp_path / "feedback.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["rating"] for line in lines] == ["up", "withdrawn", "up"]


# export


def conversation() -> Conversation:
    """The same quote twice, another one, and a refusal."""
    again = answer(quote(1, start=9, end=14), quote(2), text="见 [1][2]")
    turns = (
        Turn("一？", answer(quote(1))),
        Turn("二？", again),
        Turn("三？", answer(text="没有依据")),
    )
    return Conversation(turns=turns)


def test_markdown_numbers_sources_throughout() -> None:
    text = export.as_markdown(conversation(), ZH, "2026-03-05 10:00")
    assert "见 \\[2\\]\\[1\\]" in text
    assert text.count("\n1. 《标题》") == 1 and text.count("\n2. 《标题》") == 1
    assert "\n3. " not in text and "没有依据" in text


def test_markdown_of_hostile_text_is_only_text() -> None:
    chat = Conversation(turns=(Turn(f"# {HOSTILE}", answer(quote(1, text=HOSTILE))),))
    html = MarkdownIt().render(export.as_markdown(chat, ZH, ""))
    assert not tags(html) & {"img", "strong", "script", "a"}


def test_word_has_the_same() -> None:
    chat = Conversation(turns=(*conversation().turns, Turn("坏\x00字", None, "错\x0b")))
    document = docx.Document(io.BytesIO(as_word(chat, ZH, "2026-03-05 10:00")))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    assert "甲建议乙。" in paragraphs and "见 [2][1]" in paragraphs
    at = paragraphs.index("甲建议乙。")
    assert paragraphs[at + 1] == "——《标题》一、节 [1]"
    assert [p for p in paragraphs if p.startswith("[2] 《标题》")]


def test_word_is_set_in_chinese_type() -> None:
    document = docx.Document(io.BytesIO(as_word(conversation(), ZH, "2026-03-05 10:00")))
    used = {str(paragraph.style and paragraph.style.name) for paragraph in document.paragraphs}
    assert used == {"Normal", "Title", "Heading 1", "Quote", "Quote Source"}
    for name in used:
        style = document.styles[name]
        fonts = style.element.rPr.rFonts.attrib
        assert fonts[qn("w:eastAsia")] in ("宋体", "黑体") and not style.font.italic
        assert not [name for name in fonts if "heme" in name]  # would go before the names


def test_an_export_is_a_file_of_its_kind(chat: Chat, keeping: Keeping) -> None:
    _, shelf = asked(chat, chat.ask("谁？", None, "zh"), None)
    for kind in ("md", "docx"):
        file = keeping.export(shelf, "zh", event(kind=kind))
        assert file["name"] == f"有据 谁？.{kind}" and base64.b64decode(file["data"])


# finding


@pytest.mark.parametrize(
    ("words", "spans"),
    [("钴", [(0, 1), (5, 6)]), ("钴锂", [(5, 8)]), ("a.c", [(8, 11)]), ("", []), ("镍", [])],
)
def test_words_are_found_whatever_their_case_and_white_space(
    words: str, spans: list[tuple[int, int]]
) -> None:
    assert find("钴abc。钴\n锂A.C", words) == spans


def test_a_match_is_highlighted_and_counted() -> None:
    document = Document("甲.txt", "钴一。钴二。", "标题")
    html = render_source(document, read_place({"doc": "甲.txt", "find": "钴", "hit": "1"}), (), ZH)
    assert "钴一。<mark>钴</mark>二。" in html and "2 / 2" in html
    html = render_source(document, read_place({"doc": "甲.txt", "find": "镍"}), (), ZH)
    assert "没有找到“镍”" in html


def test_a_large_document_opens_at_once() -> None:
    """Two million characters, far more than any report: a click must not wait for them."""
    document = Document("大.txt", "这是很长的一段文字，没有尽头。\n" * 130_000, "大")
    place = Place("大.txt", 1_000_000, 1_000_010)
    began = time.perf_counter()
    html = render_source(document, place, (), ZH)
    assert time.perf_counter() - began < 0.1
    assert len(html) < 20_000


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


def test_a_taken_port_is_one_line_with_the_next_step(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        assert app.main(["--port", str(port)]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and f"--port {port + 1}" in error


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1"])
def test_an_address_of_another_machine_is_one_line(
    capsys: pytest.CaptureFixture[str], host: str
) -> None:
    assert app.main(["--host", host, "--port", "7860"]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and host in error


def test_wrong_usage_ends_with_2() -> None:
    done = subprocess.run(
        [sys.executable, "app.py", "--port", "x"], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 2
