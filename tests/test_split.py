"""Chunks and sentences: whole, in order, complete, and each under its heading."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Chunk, Document, find, read, repair, split, tidy
from corpus.furniture import furniture
from corpus.lines import ZERO_WIDTH
from corpus.sentences import HARD_MAX, sentence_spans

TESTS = Path(__file__).parent
CASES = json.loads((TESTS / "cases" / "split.json").read_text("utf-8"))
DEFAULT = TESTS.parent / "corpus" / "documents"
SHARED = TESTS.parents[1] / "shared" / "documents"

PIECES = st.sampled_from(
    [
        "一、概况",
        "（一）产量",
        "# 标题",
        "3",
        "第3页",
        "表\t一\t二",
        "他说：“好。行。”",
        "产量约1亿",
        "吨，增长。",
    ]
)
TEXTS = st.lists(PIECES | st.text("字，。！；《》“”12a. \t\u200b", max_size=60)).map("\n".join)


def document(text: str) -> Document:
    return Document("a.txt", text, "标题")


def shown(text: str) -> list[str]:
    return [tidy(text[s.start : s.end]) for c in split(document(text)) for s in c.sentences]


def visible(text: str) -> str:
    return "".join(ZERO_WIDTH.sub("", text).split())


def check(source: Document, chunks: tuple[Chunk, ...]) -> None:
    """What holds for the chunks of every document."""
    repaired = repair(source.text, source.page_starts)
    at = dict(zip(repaired.offsets, repaired.text, strict=True))
    sentences = [sentence for chunk in chunks for sentence in chunk.sentences]
    for before, after in pairwise(sentences):
        assert before.end <= after.start
    for chunk in chunks:
        first, last = chunk.sentences[0], chunk.sentences[-1]
        assert (chunk.start, chunk.end) == (first.start, last.end)
        lengths = [len(visible(source.text[s.start : s.end])) for s in chunk.sentences]
        assert sum(lengths) <= HARD_MAX
    for sentence in sentences:
        quote = source.text[sentence.start : sentence.end]
        assert quote == quote.strip() != ""
        mended = "".join(at.get(n, "") for n in range(sentence.start, sentence.end))
        assert visible(mended) == visible(quote)
    covered = "".join(source.text[s.start : s.end] for s in sentences)
    kept = list(source.text)
    for start, end in furniture(source.text, source.page_starts):
        kept[start:end] = [""] * (end - start)
    assert visible(covered) == visible("".join(kept))


@given(TEXTS)
def test_nothing_is_lost_doubled_or_moved(text: str) -> None:
    check(document(text), split(document(text)))


@given(st.text())
def test_any_text_can_be_split(text: str) -> None:
    check(document(text), split(document(text)))


@given(st.text('字。！“”《》（）"；，. a', max_size=900))
def test_sentences_add_up_to_their_paragraph(paragraph: str) -> None:
    spans = list(sentence_spans(paragraph))
    assert "".join(paragraph[start:end] for start, end in spans) == paragraph
    assert all(0 < end - start <= HARD_MAX for start, end in spans)


@pytest.mark.parametrize("case", CASES["sentences"], ids=lambda case: case["what"])
def test_sentences(case: dict[str, list[str]]) -> None:
    assert shown("".join(case["sentences"])) == [tidy(text) for text in case["sentences"]]


@pytest.mark.parametrize("case", CASES["sections"], ids=lambda case: case["what"])
def test_sections(case: dict[str, list[str]]) -> None:
    chunks = split(document("\n".join(case["lines"])))
    assert list(dict.fromkeys(chunk.section for chunk in chunks)) == case["sections"]


def test_all_shared_documents() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared documents are not beside this checkout")
    for file, path in find([SHARED]):
        source = read(file, path)
        check(source, split(source))


def test_the_default_document_is_whole_where_its_pages_cut_it() -> None:
    source = read(*find([DEFAULT])[0])
    chunks = split(source)
    check(source, chunks)
    sentences = [tidy(source.text[s.start : s.end]) for c in chunks for s in c.sentences]
    assert any("年内新增约1亿吨，但综合利用率" in sentence for sentence in sentences)
    assert any("供应链保障能力" in sentence for sentence in sentences)
    assert len({chunk.section for chunk in chunks}) == 4


def test_headings_and_the_title_block_stand_in_the_chunk_they_head() -> None:
    text = (
        "关于储备的建议\n王明\n\n一、现状\n"
        + "储备总量不足，需要尽快增加。" * 20
        + "\n二、建议\n尽快立法。"
    )
    chunks = split(document(text))
    headings = [[text[s.start : s.end] for s in c.sentences if s.heading] for c in chunks]
    assert headings == [["关于储备的建议", "王明", "一、现状"], [], ["二、建议"]]


def test_a_sentence_cut_by_a_page_number_is_continued() -> None:
    text = "第一句。要完善储备制度，全面提高产业链供应链的安全\n- 3 -\n保障能力，维护产业。第三句。"
    sentences = [s for chunk in split(document(text)) for s in chunk.sentences]
    assert [sentence.continued for sentence in sentences] == [False, True, False, False]
    assert text[sentences[1].start : sentences[1].end].endswith("安全")
    assert text[sentences[2].start : sentences[2].end].startswith("保障")


def test_long_sentences_are_cut_at_semicolons_then_at_commas_then_anywhere() -> None:
    clause = "要继续加强资源储备体系建设并且完善各项配套的制度" * 3
    assert shown(f"{clause}；{clause}；{clause}。") == [f"{clause}；"] * 2 + [f"{clause}。"]
    assert shown("字" * 900) == ["字" * 400, "字" * 400, "字" * 100]
    assert all(text.endswith(("，", "。")) for text in shown("要加强储备，" * 200 + "完。"))


def test_table_rows_are_sentences() -> None:
    assert shown("品种\t产量\n铜\t1000。5\n铝\t4000") == ["品种 产量", "铜 1000。5", "铝 4000"]


def test_rows_set_apart_by_blanks_head_nothing() -> None:
    rows = ["企业      收入    毛利率", "石桥物流    9.8    占31.5%", "北岭冷运    7.3    61座"]
    body = f"{'石桥物流与医院签有配送协议，' * 3}占收入的两成。"
    text = "\n".join(["二、主要企业", "前五家企业的收入占三成。", *rows, "", body])
    found = split(document(text))
    assert {chunk.section for chunk in found} == {"二、主要企业"}
    sentences = [text[one.start : one.end] for chunk in found for one in chunk.sentences]
    assert [row for row in rows[1:] if row not in sentences] == []


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b\n"])
def test_no_text_has_no_chunks(text: str) -> None:
    assert split(document(text)) == ()
