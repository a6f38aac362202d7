"""What is shown around a quote is the source's own text."""

from __future__ import annotations

from bisect import bisect_left

from assistant.page.context import (
    CUT,
    ENOUGH_CHARACTERS,
    MOST_CHARACTERS,
    render_context,
    surroundings,
)
from corpus import Document

LONG = "第一句说的是背景，讲得相当长，因此这一段自己就够了。" * 4


def around(text: str, quote: str) -> tuple[str, str]:
    start = text.index(quote)
    end = start + len(quote)
    found = surroundings(Document("甲.txt", text, "甲"), start, end)
    offsets, said = found.repaired.offsets, found.repaired.text
    places = (found.start, start, end, found.end)
    first, at, until, last = (bisect_left(offsets, place) for place in places)
    return said[first:at], said[until:last]


def test_the_paragraph_of_the_quote() -> None:
    assert len(LONG) > ENOUGH_CHARACTERS
    text = f"标题\n\n前一段。\n\n{LONG}要建设水库。还要修渠。\n\n后一段。\n"
    assert around(text, "要建设水库。") == (LONG, "还要修渠。")


def test_neighbours_where_the_paragraph_is_little_more_than_the_quote() -> None:
    text = (
        "标题在此\n\n前一段到此结束。\n\n要建设水库。还要修渠。\n\n后一段也结束了。\n\n再后一段。"
    )
    assert around(text, "要建设水库。") == (
        "前一段到此结束。\n", "还要修渠。\n后一段也结束了。",
    )  # fmt: skip


def test_first_and_last_words_of_a_document() -> None:
    assert around("要建设水库。", "要建设水库。") == ("", "")


def test_a_cut_sentence_is_read_whole() -> None:
    text = "前一段到此结束。\n\n水库的库容约1亿\n\n吨，年内完工。\n\n后一段也结束了。"
    before, after = around(text, "约1亿\n\n吨")
    assert before == "前一段到此结束。\n水库的库容"
    assert after.startswith("，年内完工。")


def test_one_endless_paragraph_is_cut() -> None:
    before, after = around("甲" * 5_000 + "要建设水库。" + "乙" * 5_000, "要建设水库。")
    assert len(before) == len(after) < MOST_CHARACTERS + 10


def test_what_is_left_out_is_told_and_nothing_else() -> None:
    def shown(text: str) -> str:
        start = text.index("要建设水库。")
        return render_context(Document("甲.txt", text, "甲"), start, start + len("要建设水库。"))

    assert shown("甲" * 5_000 + "要建设水库。").startswith(CUT)
    assert shown(f"{CUT}{LONG}要建设水库。").count(CUT) == 1
