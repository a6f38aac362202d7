"""The conversations that a browser keeps."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.messages import ZH
from assistant.page import shelf as shelves
from assistant.page.answer import render_answer
from assistant.page.drawn import Form, Written
from assistant.page.grid import Grid
from assistant.page.shelf import CONVERSATIONS, Shelf, Turn
from tests.pieces import answer, quote

FORMS: dict[int, Form] = {1: Grid((("甲", "乙"),)), 2: Written(((("甲", True),),))}


def test_a_shelf_survives_the_browser() -> None:
    first = Turn("谁？", answer(quote(1)), forms=FORMS)
    kept = Shelf().with_turn(0, first).start_new().with_turn(0, Turn("何？"))
    assert shelves.load(shelves.dump(kept)) == kept


def test_a_conversation_kept_before_quotes_had_heads_and_answers_lines_still_opens() -> None:
    place = {"title": "标题", "section": "", "page": None, "start": 0, "end": 9, "score": 1.0}
    quotes = [{"n": n, "text": "甲 1。乙", "document": "甲.txt", **place} for n in (1, 2)]
    found = {"question": "谁？", "resolved_question": "谁？", "answered": True, "text": "“甲” [1]"}
    turn = {
        "question": "谁？", "answer": {**found, "quotes": quotes},
        "grids": [{"n": 1, "rows": [["甲", "1"]], "head": ["县", "数"], "asked": 1}],
        "written": [{"n": 2, "lines": [[["甲 1。", False]], [["乙", True]]]}],
    }  # fmt: skip
    refused = {"question": "何？", "answer": {**found, "answered": False, "text": "没有。"}}
    first, second = shelves.load({"current": {"turns": [turn, refused]}}).current.turns
    assert first.answer and second.answer
    html = render_answer(first.answer, 0, ZH, first.forms)
    assert "<th>县</th>" in html and "<strong>乙</strong>" in html
    assert html.count('class="cite"') == 4 and "没有。" in render_answer(second.answer, 1, ZH)


BROKEN = {"current": {"turns": [{"question": "谁？", "grids": [{}]}]}}


@pytest.mark.parametrize(
    "stored", [None, "x", 3, [], {"current": 5}, {"others": [{"turns": "x"}]}, BROKEN]
)
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
    kept = [sorted((*one.others, one.current), key=lambda c: c.id) for one in (opened, shelf)]
    assert kept[0] == kept[1]


def test_the_shelf_fits_into_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "KEPT_BYTES", 3_000)
    shelf = Shelf()
    for number in range(9):
        shelf = shelf.with_turn(0, Turn(f"{number}", answer(quote(1, text="长" * 200)))).start_new()
    kept = shelves.load(shelves.dump(shelf)).others
    assert 0 < len(kept) < 9 and kept[-1].title == "8"
