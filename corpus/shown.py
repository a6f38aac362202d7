"""What Word shows and python-docx passes over, put where a reader sees it."""

from __future__ import annotations

import copy

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from corpus.numbering import Element, Numbering, path, roman, value

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (_FALLBACK, "w:del", "w:moveFrom")  # a fallback says again what stands before it
_WRAPS = ("w:ins", "w:moveTo", "w:sdt", "w:sdtContent", "w:smartTag", "w:fldSimple", "w:customXml")
# Those at the foot of the page are put in last, and so stand first.
_NOTES = (
    ("w:endnoteReference", "w:endnote", RELATIONSHIP_TYPE.ENDNOTES, roman),
    ("w:footnoteReference", "w:footnote", RELATIONSHIP_TYPE.FOOTNOTES, str),
)


def show(document: Document) -> None:
    """Changes accepted, wraps unwrapped, text boxes and notes behind the paragraph, or table, they
    belong to, and before paragraphs the numbers that Word counts itself. Not the table of contents,
    nor the heads and feet of pages.
    """
    body = document.element.body
    _accept(body)
    for node in _all(body, *_WRAPS):
        for child in list(node):
            node.addprevious(child)
        node.getparent().remove(node)
    for box in reversed(_all(body, "w:txbxContent")):
        _put_behind(body, box, list(box))
    _take_in_notes(document)
    lists = _of_part(document, RELATIONSHIP_TYPE.NUMBERING, "w:abstractNum", "w:num")
    numbering = Numbering(lists, document.styles.element)
    for paragraph in _all(body, "w:p"):
        if (label := numbering.label(paragraph)) and paragraph.text.strip():
            _begin(paragraph, label)


def _accept(body: Element) -> None:
    contents = [node for node in _all(body, "w:sdt") if _is_table_of_contents(node)]
    deleted = [node for node in _all(body, "w:p") if _is_deleted(node)]
    for node in (*contents, *_all(body, *_GONE)):
        node.getparent().remove(node)
    for node in deleted:
        if not node.text:  # else only its end was deleted
            node.getparent().remove(node)


def _take_in_notes(document: Document) -> None:
    body = document.element.body
    for reference, kind, relation, counted in _NOTES:
        notes = {note.get(qn("w:id")): note for note in _of_part(document, relation, kind)}
        for number, at in reversed([*enumerate(_all(body, reference), 1)]):
            if (note := notes.get(at.get(qn("w:id")))) is not None:
                _put_behind(body, at, _numbered(note, counted(number)))


def _all(node: Element, *tags: str) -> list[Element]:
    return list(node.iter(*(tag if tag.startswith("{") else qn(tag) for tag in tags)))


def _is_table_of_contents(node: Element) -> bool:
    return value(node, "w:sdtPr/w:docPartObj/w:docPartGallery") == "Table of Contents"


def _is_deleted(paragraph: Element) -> bool:
    marks = map(paragraph.find, map(path, ("w:pPr/w:rPr/w:del", "w:pPr/w:rPr/w:moveFrom")))
    return any(mark is not None for mark in marks)


def _of_part(document: Document, relation: str, *tags: str) -> list[Element]:
    """The elements of a part beside the text; none where there is no such part."""
    parts = [one.target_part for one in document.part.rels.values() if one.reltype == relation]
    return [node for part in parts for node in _all(parse_xml(part.blob), *tags)]


def _put_behind(body: Element, at: Element, paragraphs: list[Element]) -> None:
    block = next(one for one in (at, *at.iterancestors()) if one.getparent() is body)
    for paragraph in reversed(paragraphs):
        block.addnext(paragraph)


def _numbered(note: Element, number: str) -> list[Element]:
    paragraphs = [copy.deepcopy(one) for one in _all(note, "w:p")]
    for first in paragraphs[:1]:
        _begin(first, f"[{number}]" if first.text[:1].isspace() else f"[{number}] ")
    return paragraphs


def _begin(paragraph: Element, words: str) -> None:
    run = OxmlElement("w:r")
    run.text = words
    paragraph.insert(0 if paragraph.pPr is None else 1, run)
