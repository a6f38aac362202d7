"""Rows of tables among the sentences found: which are asked for, which are of other things."""

from __future__ import annotations

import numpy as np

from assistant.query.question import Kind, Question
from assistant.register import provinces
from assistant.sentences.evidence import Evidence, Which
from assistant.sentences.heads import Head, is_rule
from assistant.sentences.reader import Reader
from assistant.sentences.tables import (
    asks_of_each,
    is_asked_for,
    is_of_another,
    is_of_other_times,
    most,
)


def asked_for(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """The rows that are named together with a column, or that are the highest of one; none where
    it is asked why, which no cell tells.
    """
    if question.kind is Kind.REASON:
        return np.zeros(len(evidence.rows), dtype=bool)
    heads, index, plain = evidence.heads, reader.index, question.plain
    highest = {most(index, head, question.text) for head in set(heads.values())}
    whole = {head for head in set(heads.values()) if asks_of_each(index, head, question.text)}
    return np.array(
        [
            row in heads
            and (
                row in highest
                or heads[row] in whole
                or is_asked_for(index, row, heads[row], question.text)
            )
            and not is_rule(index.sentence(row))
            and _is_of_place(reader, row, plain)
            for row in map(int, evidence.rows)
        ]
    )


def of_others(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Rules, which say nothing; where a figure is asked for, the rows that are called otherwise,
    too.
    """
    one = question.kind is Kind.NUMBER and not question.wants_list
    return np.array(
        [
            is_rule(reader.index.sentence(row))
            or (one and _is_other(reader, row, evidence.heads.get(row, ()), question.text))
            for row in map(int, evidence.rows)
        ]
    )


def _is_other(reader: Reader, row: int, head: Head, question: str) -> bool:
    """Whether the row is another than the one that is asked for, or has no such year."""
    if not head:
        return False
    index = reader.index
    return is_of_another(index, row, question) or is_of_other_times(index, row, head, question)


def _is_of_place(reader: Reader, row: int, plain: str) -> bool:
    """Whether row, headings or title name a province that is asked about, where one is."""
    span = reader.sentence_span(row)
    title = reader.document(span).title
    told = {*provinces(f"{title} {reader.section(span)} {reader.index.sentence(row)}")}
    asked = {*provinces(plain)}
    return not asked or bool(asked & told)
