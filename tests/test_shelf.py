"""The conversations that a browser keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from assistant.messages import EN, ZH
from assistant.page import shelf as shelves
from assistant.page.drawer import when
from assistant.page.drawn import Form, Written
from assistant.page.grid import Grid
from assistant.page.shelf import Shelf, Turn
from tests.pieces import answer, quote

FORMS: dict[int, Form] = {1: Grid((("甲", "乙"),)), 2: Written(((("甲", True),),))}


def test_a_shelf_survives_the_browser() -> None:
    first = Turn("谁？", answer(quote(1)), forms=FORMS)
    kept = Shelf().with_turn(0, first).start_new().with_turn(0, Turn("何？"))
    assert shelves.load(shelves.dump(kept)) == kept


BROKEN = {"current": {"turns": [{"question": "谁？", "forms": [{}]}]}}


@pytest.mark.parametrize(
    "stored", [None, "x", 3, [], {"current": 5}, {"others": [{"turns": "x"}]}, BROKEN]
)
def test_what_cannot_be_read_is_an_empty_shelf(stored: Any) -> None:
    assert shelves.load(stored).current.turns == ()
    assert shelves.load_in_tab(None, stored).current.turns == ()


def test_conversations_are_named_opened_and_deleted() -> None:
    shelf = Shelf().with_turn(0, Turn("第一个问题")).start_new().with_turn(0, Turn("第二个问题"))
    first = shelf.others[0]
    assert first.title == "第一个问题"
    assert shelf.rename(first.id, " 钴 ").others[0].title == "钴"
    opened = shelf.open(first.id)
    assert opened.current == first and [c.title for c in opened.others] == ["第二个问题"]
    assert opened.delete(first.id).current.turns == ()
    assert shelf.open("none") == shelf


def test_each_tab_goes_on_with_its_own_conversation() -> None:
    def left(shelf: Shelf) -> Any:
        return {**shelves.dump(shelf)["current"], "turns": []}

    mine = shelves.load_in_tab(None, None).with_turn(0, Turn("一"))
    kept = shelves.dump(mine)
    again = shelves.load_in_tab(kept, None)  # a new tab
    assert again.current == mine.current
    empty = shelves.load_in_tab(kept, left(again.start_new().within(("甲.txt",))))
    assert empty.current.turns == () and empty.current.scope == ("甲.txt",)
    theirs = shelves.dump(empty.with_turn(0, Turn("二")))
    back = shelves.load_in_tab(theirs, left(mine))
    assert back.current == mine.current and [c.title for c in back.others] == ["二"]
    assert shelves.load_in_tab(theirs, "x").current.title == "二"
    gone = shelves.load_in_tab(shelves.dump(back.delete(mine.current.id)), left(mine))
    assert gone.current.turns == () and gone.current.id not in gone.deleted


def test_of_a_full_shelf_the_oldest_without_a_name_goes_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shelves, "KEPT_BYTES", 3_000)
    shelf = Shelf()
    for number in range(9):
        shelf = shelf.with_turn(0, Turn(f"{number}", answer(quote(1, text="长" * 200)))).start_new()
        if number == 1:
            shelf = shelf.rename(shelf.others[1].id, "交割库")
    whole = {c.id for c in shelf.others}
    shelf = shelves.load(shelves.dump(shelf))
    kept = shelf.others
    assert 1 < len(kept) < 9 and [kept[0].title, kept[-1].title] == ["交割库", "8"]
    assert whole - {c.id for c in kept} == set(shelf.deleted)  # no other tab puts them back


def test_what_another_tab_added_meanwhile_stays_as_a_conversation_of_its_own() -> None:
    base = Shelf().with_turn(0, Turn("一", answer(quote(1)))).current
    begun = Shelf().keep(base, 1.0).open(base.id)
    mine, theirs = (begun.with_turn(1, Turn(one, answer(quote(1)))).current for one in "二三")
    told = begun.keep(theirs, 2.0)
    both = told.keep(mine, 3.0)
    assert [turn.question for turn in both.current.turns] == ["一", "二"]
    assert [turn.question for turn in both.others[0].turns] == ["一", "三"]
    assert (both.current.id, both.current.used, both.current.after) == (base.id, 3.0, 1.0)
    assert both.others[0].id not in ("", base.id) and both.others[0].used == 2.0
    rated = replace(base, turns=(replace(base.turns[0], rating="up"),))
    assert Shelf(current=rated).keep(mine, 3.0).current.turns[0].rating == "up"
    following = both.with_turn(2, Turn("四", answer(quote(1)))).current
    assert len(both.keep(following, 4.0).others) == 1  # rests on what is there


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("  谁建议设立 LME\n交割库？", "谁建议设立 LME 交割库？"),
        ("铜" * 24, "铜" * 24),
        ("铜" * 25, "铜" * 24 + "…"),
        ("Who proposed a delivery warehouse of the LME in Shanghai?",
         "Who proposed a delivery warehouse of the LME in…"),
        ("铜" * 20 + " antimony 锑", "铜" * 20 + "…"),
        ("x" * 60, "x" * 48 + "…"),
    ],
)  # fmt: skip
def test_a_title_is_cut_between_words_and_tells_so(question: str, title: str) -> None:
    shelf = Shelf().with_turn(0, Turn(question))
    assert shelf.current.title == title
    assert shelf.rename(shelf.current.id, question).current.title == title


@pytest.mark.parametrize(
    ("used", "said", "english"),
    [
        ("2026-01-02 00:03", "今天 00:03", "today 00:03"),
        ("2026-01-01 23:59", "昨天", "yesterday"),
        ("2025-12-31 23:59", "2025-12-31", "2025-12-31"),
        ("2026-11-24 09:00", "11-24", "11-24"),  # the clock was wrong: still a date
    ],
)
def test_a_time_is_said_as_people_say_it(used: str, said: str, english: str) -> None:
    now = datetime.fromisoformat("2026-01-02 14:05")
    assert when(datetime.fromisoformat(used), now, ZH) == said
    assert when(datetime.fromisoformat(used), now, EN) == english
