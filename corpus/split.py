"""A document in chunks of whole sentences, under the headings they stand below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.headings import Paragraph, paragraphs
from corpus.lines import ZERO_WIDTH, is_table_row
from corpus.repair import repair
from corpus.sentences import HARD_MAX, sentence_spans
from corpus.tidy import trimmed
from corpus.types import Chunk, Document, Repaired, Sentence

_TARGET = 220  # characters of a chunk: enough to say what it is about, few enough to be specific
_TAIL = 80  # a rest of a section shorter than this joins the chunk before


@dataclass(frozen=True, slots=True)
class _Piece:
    sentence: Sentence
    section: str
    length: int  # of its repaired text


def split(document: Document) -> tuple[Chunk, ...]:
    """The chunks of `document` in order; every sentence of it is in exactly one of them."""
    repaired = repair(document.text, document.page_starts)
    pieces: list[_Piece] = []
    for paragraph in paragraphs(repaired.text, document.title):
        pieces += _pieces(document.text, repaired, paragraph)
    return tuple(_chunk(group) for group in _packed(pieces))


def _pieces(source: str, repaired: Repaired, paragraph: Paragraph) -> Iterator[_Piece]:
    """Its sentences, in parts where page furniture or the hard maximum cuts them."""
    text = repaired.text[paragraph.start : paragraph.end]
    whole = paragraph.heading or is_table_row(text)
    for start, end in [(0, len(text))] if whole else sentence_spans(text):
        parts = _parts(source, repaired, paragraph.start + start, paragraph.start + end)
        for *part, cut in parts:
            first, last = trimmed(repaired.text, *part)
            if first < last:
                span = repaired.source_span(first, last)
                sentence = Sentence(*span, heading=paragraph.heading, continued=cut)
                yield _Piece(sentence, paragraph.section, last - first)


def _parts(
    source: str, repaired: Repaired, start: int, end: int
) -> Iterator[tuple[int, int, bool]]:
    first = start
    for at in range(start + 1, end):
        before, here = repaired.offsets[at - 1], repaired.offsets[at]
        if here - before > 1 and _holds_text(source[before + 1 : here]):
            yield first, at, True
            first = at
        elif at - first >= HARD_MAX:
            yield first, at, False
            first = at
    if first < end:
        yield first, end, False


def _holds_text(removed: str) -> bool:
    return bool(ZERO_WIDTH.sub("", removed).strip())


def _packed(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Neighbours of one section together, up to the target; headings with what they head."""
    groups: list[list[_Piece]] = []
    for piece in pieces:
        if groups and _belongs(groups[-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return _without_tails(groups)


def _belongs(group: list[_Piece], piece: _Piece) -> bool:
    length = sum(other.length for other in group) + piece.length
    if all(other.sentence.heading for other in group):
        return length <= HARD_MAX
    same = group[-1].section == piece.section and not piece.sentence.heading
    return same and length <= _TARGET


def _without_tails(groups: list[list[_Piece]]) -> list[list[_Piece]]:
    """Rests too short to stand alone, joined to the chunk before them in their section."""
    merged: list[list[_Piece]] = []
    for group in groups:
        length = sum(piece.length for piece in group)
        before = merged[-1] if merged else []
        if (
            before
            and length < _TAIL
            and before[-1].section == group[0].section
            and not group[0].sentence.heading
            and length + sum(piece.length for piece in before) <= HARD_MAX
        ):
            before += group
        else:
            merged.append(group)
    return merged


def _chunk(group: list[_Piece]) -> Chunk:
    sentences = tuple(piece.sentence for piece in group)
    return Chunk(sentences[0].start, sentences[-1].end, group[-1].section, sentences)
