"""What the events of the chat do, one after the other."""

from __future__ import annotations

import base64
import html
import json
import re
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from assistant import Assistant
from assistant.messages import EN, ZH
from assistant.page import shelf as shelves
from assistant.page.events import Chat
from assistant.page.keeping import Keeping
from assistant.page.opened import Opened
from assistant.page.references import References
from assistant.page.shelf import TURNS, Shelf
from index import IndexMissingError
from index.bundled import ModelMissingError
from tests.fakes import FakeAssistant, FakeIndex
from tests.pieces import HOSTILE, tags


@pytest.fixture
def fake() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def opened(fake: FakeAssistant, tmp_path: Path) -> Opened:
    return Opened(tmp_path / "index", lambda _: fake)  # type: ignore[arg-type, return-value]


@pytest.fixture
def chat(opened: Opened) -> Chat:
    return Chat(opened)


def event(**data: str) -> gr.EventData:
    return gr.EventData(None, data)


def asked(chat: Chat, steps: Any, stored: Any) -> tuple[list[Any], Any]:
    """All steps of an asking event, its landing included, and the shelf it leaves."""
    shown = list(steps)
    shown.append(chat.land(shown[-1][3], stored, "zh"))
    return shown, shown[-1][2]


def test_a_question_shows_at_once_and_then_its_answer(chat: Chat) -> None:
    steps, shelf = asked(chat, chat.ask("谁？", None, "zh"), None)
    assert ZH.searching in steps[0][1] and "谁？" in steps[0][1]
    assert 'class="card"' in steps[-1][1]
    assert shelves.load(shelf).current.turns[0].question == "谁？"


def test_earlier_questions_are_the_history(chat: Chat, fake: FakeAssistant) -> None:
    _, shelf = asked(chat, chat.ask("一？", None, "zh"), None)
    _, shelf = asked(chat, chat.ask("二？", shelf, "zh"), shelf)
    _, shelf = asked(chat, chat.retry(shelf, "zh", event(turn="1")), shelf)
    assert fake.histories == [[], ["一？"], ["一？"]]
    assert len(shelves.load(shelf).current.turns) == 2


def test_a_document_that_goes_while_it_is_quoted_is_still_drawn(
    chat: Chat, fake: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> FakeAssistant:
        fake.index = FakeIndex(())
        return FakeAssistant()

    monkeypatch.setattr(fake, "snapshot", gone)
    steps, _ = asked(chat, chat.ask("谁？", None, "zh"), None)
    assert 'class="card"' in steps[-1][1]


def test_a_full_conversation_goes_on_without_its_first_questions(chat: Chat) -> None:
    shelf: Any = None
    for number in range(TURNS + 2):
        steps, shelf = asked(chat, chat.ask(f"第{number}问？", shelf, "zh"), shelf)
        assert 'class="searching"' not in steps[-1][1]
        assert ('class="full"' in steps[-1][1]) == (number + 1 >= TURNS)  # before any goes
    turns = shelves.load(shelf).current.turns
    assert [turn.question for turn in turns] == [f"第{n}问？" for n in range(2, TURNS + 2)]


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
    for steps in (chat.ask("二？", shelf, "zh"), chat.retry(shelf, "zh", event(turn="0"))):
        *_, last = steps
        _, left, shown, source = keeping.remove(last[3], shelf, "zh", gone)
        assert ZH.welcome in shown and source == ""
        _, left, *_ = chat.start_new(left, "zh")
        _, shown, left, *_ = chat.land(last[3], left, "zh")
        assert ZH.welcome in shown and not shelves.load(left).others


def test_an_answer_that_had_come_is_kept_when_stopped(chat: Chat) -> None:
    *_, last = chat.ask("一？", None, "zh")
    box, shown, shelf, *_ = chat.stopped(last[3], "", None, "zh")
    assert 'class="card"' in shown and box == gr.skip()
    assert shelves.load(shelf).current.turns[0].answer


def test_a_changed_question_drops_what_came_after(chat: Chat) -> None:
    _, shelf = asked(chat, chat.ask("一？", None, "zh"), None)
    _, shelf = asked(chat, chat.ask("二？", shelf, "zh"), shelf)
    _, shelf = asked(chat, chat.revise(shelf, "zh", event(turn="0", question="三？")), shelf)
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
            raise IndexMissingError("没有索引：data/index；请先运行 youju index", "youju index")
        return FakeAssistant()  # type: ignore[return-value]

    chat = Chat(Opened(Path("data/index"), open_assistant))
    shown, *_ = chat.start_new(None, "zh")
    assert ZH.not_ready in shown and "请先运行 youju index" in shown
    assert "youju index --index data/index" in shown and ZH.open_documents in shown
    assert "没有索引" in asked(chat, chat.ask("谁？", None, "zh"), None)[0][-1][1]
    there = True
    assert ZH.welcome in chat.start_new(None, "zh")[0]
    assert 'class="card"' in asked(chat, chat.ask("谁？", None, "zh"), None)[0][-1][1]


def test_the_command_that_is_named_is_the_one_that_helps(tmp_path: Path) -> None:
    """Where the model's files are others, `youju index` alone finds nothing to do."""
    command = "youju index --rebuild --model m"

    def open_assistant(_: Path) -> Assistant:
        raise IndexMissingError(f"索引与本程序或模型不符（reading）；请运行 {command}", command)

    folder = tmp_path / "my index"
    chat = Chat(Opened(folder, open_assistant))
    for language, then in (("zh", ZH.index_then), ("en", EN.index_then)):
        shown, *_ = chat.start_new(None, language)  # type: ignore[arg-type]
        said = html.unescape(shown)
        assert f'<code>{command} --index "{folder}"</code>' in said and then in said


def test_no_index_is_asked_for_where_the_model_is_what_is_missing() -> None:
    def open_assistant(_: Path) -> Assistant:
        raise ModelMissingError("默认模型没有安装")

    shown, *_ = Chat(Opened(Path("data/index"), open_assistant)).start_new(None, "zh")
    assert "默认模型没有安装" in shown and "youju index" not in shown


def test_a_document_that_is_gone_is_said_to_be(chat: Chat) -> None:
    shown, _ = chat.open("zh", event(doc="../../etc/passwd"))
    assert "这份文档不在本机的索引中：../../etc/passwd" in shown


def test_the_language_switch_says_everything_anew(chat: Chat) -> None:
    _, shelf = asked(chat, chat.ask("谁？", None, "zh"), None)
    source, place = chat.open("zh", event(doc="甲.txt", start="0", end="5"))
    words = " ".join(map(str, chat.switch(None, shelf, "zh", place, source)))
    assert EN.question_placeholder in words and EN.retry in words and EN.close_source in words
    assert ZH.retry not in words and ZH.close_source not in words


# around the conversation


@pytest.fixture
def keeping(opened: Opened, chat: Chat) -> Keeping:
    return Keeping(opened, chat)


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
    shown, shelf = keeping.rate(shelf, "zh", event(turn="0", rating="down", reason="答非所问"))
    keeping.rate(shelf, "zh", event(turn="0", rating="up"))
    keeping.rate(shelf, "zh", event(turn="7", rating="up"))
    keeping.rate(shelf, "zh", event(turn="0", rating="<b>"))
    assert re.search(r'data-rating="down"[^>]*aria-pressed="true"', shown)
    lines = (tmp_path / "feedback.jsonl").read_text("utf-8").splitlines()
    first, second = map(json.loads, lines)
    assert (first["rating"], first["reason"], second["rating"]) == ("down", "答非所问", "up")
    assert first["quotes"] == [{"document": "甲.txt", "start": 0, "end": 5, "text": "甲建议乙。"}]


def test_a_rating_that_cannot_be_written_down_is_not_shown_as_if(
    chat: Chat, keeping: Keeping, tmp_path: Path
) -> None:
    (tmp_path / "feedback.jsonl").mkdir()
    _, shelf = asked(chat, chat.ask("谁？", None, "zh"), None)
    shown, kept = keeping.rate(shelf, "zh", event(turn="0", rating="up"))
    assert ZH.rate_failed.format(reason="那是一个文件夹") in shown and kept == gr.skip()
    assert 'aria-pressed="true"' not in shown


def test_a_rating_keeps_what_the_question_was_kept_to(
    chat: Chat, keeping: Keeping, tmp_path: Path
) -> None:
    stored = shelves.dump(Shelf().within(("甲.txt",)))
    _, shelf = asked(chat, chat.ask("谁？", stored, "zh"), stored)
    keeping.rate(shelf, "zh", event(turn="0", rating="up"))
    assert json.loads((tmp_path / "feedback.jsonl").read_text("utf-8"))["documents"] == ["甲.txt"]


def test_the_same_rating_again_withdraws_it(chat: Chat, keeping: Keeping, tmp_path: Path) -> None:
    _, shelf = asked(chat, chat.ask("谁？", None, "zh"), None)
    for expected in ("true", "false", "true"):
        shown, shelf = keeping.rate(shelf, "zh", event(turn="0", rating="up"))
        assert re.search(rf'data-rating="up"[^>]*aria-pressed="{expected}"', shown)
    lines = (tmp_path / "feedback.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["rating"] for line in lines] == ["up", "withdrawn", "up"]


def test_an_export_that_fails_says_why(
    chat: Chat, keeping: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, shelf = asked(chat, chat.ask("谁？", None, "zh"), None)

    def fails(*_: object) -> str:
        raise OSError("读不到")

    monkeypatch.setattr(References, "place", fails)
    for kind in ("md", "docx"):
        told = keeping.export(shelf, "zh", event(kind=kind))
        assert told == {"failed": ZH.export_failed.format(reason="读不到")}


def test_what_was_deleted_is_not_exported_nor_anything_in_its_place(
    chat: Chat, keeping: Keeping
) -> None:
    _, shelf = asked(chat, chat.ask("谁？", None, "zh"), None)
    told = keeping.export(shelf, "zh", event(kind="md", id="deleted"))
    assert told == {"failed": ZH.export_gone}
    shown = shelves.load(shelf).current.id
    assert "name" in keeping.export(shelf, "zh", event(kind="md", id=shown))


def test_an_export_is_a_file_of_its_kind(chat: Chat, keeping: Keeping) -> None:
    _, shelf = asked(chat, chat.ask("谁？", None, "zh"), None)
    for kind in ("md", "docx"):
        file = keeping.export(shelf, "zh", event(kind=kind))
        assert file["name"] == f"有据 谁？.{kind}" and base64.b64decode(file["data"])
