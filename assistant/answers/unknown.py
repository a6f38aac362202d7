"""People, and documents or what else has a name, that a question names and that are not there."""

from __future__ import annotations

from assistant.query import glossary, romanised
from assistant.query.question import Question
from assistant.query.spelling import sound_alike
from assistant.query.whom import represented, speaking, with_post
from assistant.register.names import is_name
from assistant.sentences.reader import Reader
from assistant.types import Said
from index.matching import HAN_CHARACTER
from index.titles import document_years, year_of


def missing(reader: Reader, question: Question) -> Said | None:
    """A refusal where the question names somebody, or a document, that is not there; or nothing."""
    within = "_within" if reader.is_narrow else ""
    unheard = glossary.unheard_of(question.text, lambda word: _writes(reader, word))
    if unknown := [*unknown_people(reader, question.text), *unheard]:
        names = {one.name for one in reader.register.people}
        alike = sorted(one for one in names if any(sound_alike(one, name) for name in unknown))
        fields = {"names": "、".join(unknown), "alike": "、".join(alike)}
        which = within or ("_but_alike" if alike else "")
        return Said(sentence=f"nobody_named{which}", fields=fields)
    named = document_years(question.text)
    there = {year for document in reader.documents if (year := year_of(document))}
    if named and len(there) > (0 if within else 1) and not there & set(named):
        return Said(sentence=f"no_document_of{within}", fields={"year": "、".join(named)})
    return None


def unknown_people(reader: Reader, text: str) -> list[str]:
    """Names in the question, of people said or asked to have spoken or of whose deputies are, that
    stand in none of the documents.
    """
    named = [*speaking(text), *represented(text)]
    spoken = [name for name in named if not _is_told_of(reader, name)]
    return list(dict.fromkeys([*reader.elsewhere(text), *spoken, *romanised.nobody(text)]))


def _writes(reader: Reader, word: str) -> bool:
    return reader.writes(word) if HAN_CHARACTER.search(word) else reader.writes_latin(word)


def _is_told_of(reader: Reader, name: str) -> bool:
    return reader.writes_of(name) if is_name(name) else reader.writes(name)


def called(reader: Reader, text: str) -> str:
    """The name of somebody in the text whom the documents write of, though the register does not:
    who is said to speak, or, if it is all the text, whom they call by a post; empty for nobody.
    """
    if name := next(filter(reader.writes_of, speaking(text)), ""):
        return name
    if not is_name(text):  # before the pattern is made, which takes long
        return ""
    return text if with_post(text, "[^。；\\n]{0,40}?").search(reader.text) else ""
