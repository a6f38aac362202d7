"""The conversations that a browser keeps."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.page import shelf as shelves
from assistant.page.shelf import CONVERSATIONS, Shelf, Turn
from tests.pieces import answer, quote


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
