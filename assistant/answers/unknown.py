"""People whom a question names and the register does not: whether a document writes of them."""

from __future__ import annotations

import re

from assistant.query import romanised
from assistant.query.whom import represented, speaking
from assistant.register.names import is_name
from assistant.register.posts import POSTS
from assistant.sentences.reader import Reader


def unknown_people(reader: Reader, text: str) -> list[str]:
    """Names in the question, of people said or asked to have spoken or of whose deputies are, that
    stand in none of the documents.
    """
    named = [*speaking(text), *represented(text)]
    spoken = [name for name in named if not _is_told_of(reader, name)]
    return list(dict.fromkeys([*reader.elsewhere(text), *spoken, *romanised.nobody(text)]))


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
    name = re.escape(text)
    told = re.compile(f"(?:{POSTS}){name}|{name}[^。；\\n]{{0,40}}?(?:{POSTS})")
    return text if told.search(reader.text) else ""
