"""Rows of tables among the sentences found: which are asked for, which are of other things."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assistant.evidence import Evidence
from assistant.question import Kind, Question
from assistant.reader import Reader
from assistant.register import provinces
from assistant.tables import is_asked_for, is_of_another, most
from index.matching import normalise

Which = NDArray[np.bool_]  # (sentences,)


def asked_for(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """The rows that are named together with a column, or that are the highest of one."""
    heads, index, plain = evidence.heads, reader.index, normalise(question.text)
    highest = {most(index, head, question.text) for head in set(heads.values())}
    return np.array(
        [
            row in heads
            and (row in highest or is_asked_for(index, row, heads[row], question.text))
            and _is_of_place(reader, row, plain)
            for row in map(int, evidence.rows)
        ]
    )


def of_others(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Heads of columns and rules, which say nothing alone; where a figure is asked for, the rows
    that are called otherwise, too.
    """
    heads = set(evidence.heads.values())
    one = question.kind is Kind.NUMBER and not question.wants_list
    return np.array(
        [
            row in heads
            or not any(map(str.isalnum, reader.index.sentence(row)))
            or (one and row in evidence.heads and is_of_another(reader.index, row, question.text))
            for row in map(int, evidence.rows)
        ]
    )


def _is_of_place(reader: Reader, row: int, plain: str) -> bool:
    """Whether row, headings or title name a province that is asked about, where one is."""
    span = reader.sentence_span(row)
    title = reader.index.documents[span.document].title
    told = {*provinces(f"{title} {reader.section(span)} {reader.index.sentence(row)}")}
    asked = {*provinces(plain)}
    return not asked or bool(asked & told)
