"""No quote leaves that is not its source's words; neighbours become one, never across a gap."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.sentences.quotes import (
    JOINABLE_CHARS,
    NotVerbatimError,
    Span,
    joined,
    quotes,
    verify,
)
from assistant.types import Quote
from index import Index, update
from tests.fake_encoder import FakeEncoder, documents, use

LONG = "甲" * JOINABLE_CHARS
TEXTS = {
    "一.txt": "赤泥建言\n\n2025年建成一所。2030年建成\n三所。张三赞成。\n\n李四反对。王五弃权。\n",
    "三.md": "纪要\n\n## 决定\n由甲处报告。\n- 下次再议。\n如下：\n1. 甲办。\n",
    "二.txt": f"长文\n\n{LONG}。乙说。丙说。\n",
}


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    use(FakeEncoder(), monkeypatch)
    update(tmp_path / "索引", [documents(tmp_path / "文档", TEXTS)])
    return Index.open(tmp_path / "索引")


def number(index: Index, path: str) -> int:
    return [document.path for document in index.documents].index(path)


def spans(index: Index, path: str, *parts: str) -> list[Span]:
    """Where the parts stand in the document, with the sentence that they begin in."""
    document = number(index, path)
    text, sentences = index.documents[document].text, index.generation.sentences
    found = []
    for part in parts:
        start = text.index(part)
        holds = (index.owners == document) & (sentences["start"] <= start)
        found.append(Span(document, start, start + len(part), int(holds.nonzero()[0][-1])))
    return found


def said(index: Index, *found: Span) -> list[str]:
    return [index.documents[one.document].text[one.start : one.end] for one in found]


def a_quote(index: Index) -> Quote:
    (quote,) = quotes(spans(index, "一.txt", "2030年建成\n三所。"), index).values()
    return quote


def test_a_quote_is_the_source_white_space_aside(index: Index) -> None:
    quote = a_quote(index)
    source = index.document("一.txt").text[quote.start : quote.end]
    assert quote.text == "2030年建成三所。" and source == "2030年建成\n三所。"
    assert quote.n == 1 and quote.document == "一.txt" and quote.page is None


@pytest.mark.parametrize(
    "text",
    [
        "2031年建成三所。", "2030年建成四所。", "２０３０年建成三所。", "2030年建成三所",
        "2030年建成三所.", "建成三所。", "", " ", "2025年建成一所。",
    ],
)  # fmt: skip
def test_one_digit_or_mark_off_is_refused(index: Index, text: str) -> None:
    with pytest.raises(NotVerbatimError, match=r"一\.txt"):
        verify(replace(a_quote(index), text=text), index)


@pytest.mark.parametrize(("start", "end"), [(1, 0), (0, -1), (-1, 0), (0, 5), (10_000, 10_000)])
def test_a_moved_span_is_refused(index: Index, start: int, end: int) -> None:
    quote = a_quote(index)
    moved = replace(quote, start=quote.start + start, end=quote.end + end)
    with pytest.raises(NotVerbatimError):
        verify(moved, index)


def test_each_quote_is_numbered_and_cites_its_own_span(index: Index) -> None:
    found = spans(index, "一.txt", "李四反对。", "张三赞成。", "李四反对。")
    made = quotes(found, index)
    assert [quote.n for quote in made.values()] == [1, 2]
    assert [quote.text for quote in made.values()] == ["李四反对。", "张三赞成。"]
    assert all(quote.start == span.start for span, quote in made.items())


def test_neighbours_become_one(index: Index) -> None:
    found = joined(spans(index, "一.txt", "张三赞成。", "2030年建成\n三所。"), index)
    assert said(index, *found) == ["2030年建成\n三所。张三赞成。"]


def test_overlapping_ones_become_one_with_the_better_score(index: Index) -> None:
    first, second = spans(index, "一.txt", "2025年建成一所。", "年建成一所。2030年")
    found = joined([replace(first, score=1.0), replace(second, score=2.0)], index)
    assert said(index, *found) == ["2025年建成一所。2030年"] and found[0].score == 2.0


def test_paragraphs_stay_apart(index: Index) -> None:
    found = joined(spans(index, "一.txt", "张三赞成。", "李四反对。"), index)
    assert said(index, *found) == ["张三赞成。", "李四反对。"]


def test_what_has_words_between_stays_apart(index: Index) -> None:
    found = joined(spans(index, "一.txt", "2025年建成一所。", "张三赞成。"), index)
    assert len(found) == 2


def test_neither_a_heading_nor_an_item_runs_on(index: Index) -> None:
    lines = ["## 决定", "由甲处报告。", "- 下次再议。", "如下：", "1. 甲办。"]
    found = joined(spans(index, "三.md", *lines), index)
    assert said(index, *found) == ["## 决定", "由甲处报告。", "- 下次再议。\n如下：\n1. 甲办。"]


def test_documents_stay_apart(index: Index) -> None:
    (one,) = spans(index, "一.txt", "王五弃权。\n")
    (two,) = spans(index, "二.txt", "长文")
    assert len(joined([two, one], index)) == 2


def test_a_long_neighbour_stays_apart(index: Index) -> None:
    found = joined(spans(index, "二.txt", f"{LONG}。", "乙说。", "丙说。"), index)
    assert said(index, *found) == [f"{LONG}。", "乙说。丙说。"]


UPPER, LOWER, OF_A = "省\t2024年\t", "\t产量\t营收", "甲省\t8\t9"
ONE_OF_TWO = ("省", "2024年 产量", "2024年 营收")
BARS = [
    "| 任务 | 牵头 | 配合 |",
    "|---|---|---|",
    "| 规划 | 甲厅 | 乙局 |",
    "| 整合 | 丙局 | 各县 |",
]
OF_BARS = ("任务", "牵头", "配合")


@pytest.mark.parametrize(
    ("lines", "quoted", "made"),
    [
        (BARS, (2, 0, 3), [(1, OF_BARS), (0, ()), (2, OF_BARS)]),
        (BARS, (2, 3), [(1, ()), (2, ())]),
        (BARS, (0,), [(1, ())]),
        ([UPPER, LOWER, OF_A], (2, 0, 1), [(1, ONE_OF_TWO), (0, ()), (0, ())]),
        ([UPPER, LOWER, OF_A], (0, 2), [(0, ()), (1, ONE_OF_TWO)]),
        ([UPPER, LOWER], (0, 1), [(1, ()), (2, ())]),
        (["甲\t产量\t增速", "", "乙\t8\t9"], (2, 0), [(1, ()), (2, ())]),  # another table
        (["（一）\t甲乙。", "（二）\t丙丁。"], (1, 0), [(1, ()), (2, ())]),  # paragraphs
        (["单位\t编制", "甲处\t9\t见注"], (1, 0), [(1, ()), (2, ())]),  # another number of cells
        (
            ["公司      收入（亿元）  说明", "甲公司      8      见注"],  # its gaps are narrow
            (1, 0),
            [(1, ("公司", "收入（亿元）", "说明")), (0, ())],
        ),
    ],
)
def test_a_head_is_told_with_its_rows_and_is_no_source_of_its_own(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lines: list[str],
    quoted: tuple[int, ...],
    made: list[tuple[int, tuple[str, ...]]],
) -> None:
    use(FakeEncoder(), monkeypatch)
    text = "\n".join(["纪要", "", "说明。", "", *lines, ""])
    update(tmp_path / "索引", [documents(tmp_path / "文档", {"表.txt": text})])
    index = Index.open(tmp_path / "索引")
    found = spans(index, "表.txt", *(lines[at].strip() for at in quoted))
    assert [(one.n, one.head) for one in quotes(found, index).values()] == made


def test_nothing_gives_nothing(index: Index) -> None:
    assert joined([], index) == [] and quotes([], index) == {}
