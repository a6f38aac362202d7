"""Registers of small texts, and what must hold of every register."""

from __future__ import annotations

import re

from assistant.register import Register, extract
from corpus import flat, split
from corpus.types import Document


def register(text: str, path: str = "a.txt") -> Register:
    """The register of a document with this text, its cells held against it."""
    document = Document(path, text, "a")
    found = extract(document, split(document))
    assert_spans(document, found)
    return found


def proposed(text: str) -> list[tuple[str, str]]:
    """Who proposes what in the text."""
    return [(row.name, row.proposal) for row in register(text).proposals]


def people(text: str, path: str = "a.txt") -> dict[str, tuple[str, str]]:
    """Role and post of everybody in the text's register."""
    return {one.name: (one.role, one.organisation_title) for one in register(text, path).people}


def assert_spans(document: Document, found: Register) -> None:
    """Every cell stands in the source where the row says it does."""

    def source(start: int, end: int) -> str:
        return flat(re.sub(r"\*\*|__|</?strong>|\u200e", "", document.text[start:end]))

    def tells(words: str, role: str) -> bool:
        """张三代表 tells that he is one; which one, 全国人大代表, may stand elsewhere."""
        return role in words or (role[-2:] in words and role in flat(document.text))

    for person in found.people:
        assert source(person.name_start, person.name_end) == person.name
        assert tells(source(person.start, person.end), person.role)
        post = source(person.post_start, person.post_end)
        assert all(part in post for part in person.organisation_title.split("、"))
    for row in found.proposals:
        assert source(row.start, row.end) == flat(row.proposal) != ""
        introduction = source(row.introduced_start, row.introduced_end)
        assert row.name in introduction
        assert tells(introduction, row.role)
        assert source(row.name_start, row.name_end)
        assert source(row.topic_start, row.topic_end) == flat(row.topic)
    for figure in found.figures:
        counted = source(figure.subject_start, figure.subject_end)
        parts = flat(figure.subject).split("、")
        assert flat(figure.subject) == counted or all(part in counted for part in parts)
        assert figure.sentence_start <= figure.start < figure.end <= figure.sentence_end
