"""Questions in English put as one asks documents in Chinese, as far as their words tell.

Names are found by their sound; nothing is translated but what asks, and posts.
"""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from assistant.query import english_figures, glossary, romanised
from assistant.query.foreign import ASKING, is_foreign
from assistant.query.question import Kind, analyse
from assistant.register.places import PLACE
from assistant.sentences.reader import Reader
from index.matching import HAN, HAN_CHARACTER, terms

# By what one organisation or another calls whoever leads it; 长: as 市, 县 or 省 of a place tells.
_POSTS = {
    "(?:county )?(?:mayor|magistrate|governor)|county head": "长",
    "chair(?:man|woman|person)?": "董事长 会长 理事长 主席 主任",
    "president": "校长 总裁 院长 会长 行长",
    "general manager": "总经理",
    "ceo|chief executive(?: officer)?": "总裁 首席执行官 CEO 总经理",
    "director": "院长 所长 局长 厅长 处长 主任 馆长 站长",
    "principal|dean|head ?(?:master|mistress|teacher)": "校长 院长",
    "(?:party )?secretary": "书记 秘书长",
    "founder": "创始人",
    "manager": "经理 总经理 厂长",
    "head": "院长 校长 局长 厅长 处长 主任 所长 厂长 站长",
}
_OF_PLACE = {"mayor": "市", "governor": "省"}
_POST = rf"(?P<deputy>(?:deputy|vice)[ -])?(?P<post>{'|'.join(_POSTS)})"
_HOLDERS = tuple(
    re.compile(rf"(?:\bthe )?{words}(?![\w{HAN}]| [{HAN}])", re.IGNORECASE)
    for words in (
        rf"\b{_POST} (?:of|at|from) (?:the )?(?P<body>[{HAN}]+|(?-i:[A-Z])[\w-]*)",
        rf"(?P<body>[{HAN}]+|\b(?-i:(?!{ASKING}\b)[A-Z])[\w-]*(?='s))(?:'s)? {_POST}",
    )
)
# Before a post: not whoever holds it now, or not that post.
_NOT_NOW = re.compile(
    r"(?i)\b(?:former(?:ly)?|ex|then|late|previous|past|old|acting|honorary|associate|assistant"
    r"|executive|first|next|new|future|incoming|outgoing|predecessor|successor)\b"
)
# Between the places that a body is in and a post in itself, not in some department of it.
_WITHIN = f"(?<![{HAN}])(?:{PLACE}|[{HAN}]{{2,3}}[市县区])*"
_FORMS = f"(?:控股|股份|有限|责任|公司|集团|（[^）]*）|党[委组]|(?![原前])[{HAN}]{{2,5}}、)*"
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_KEPT = 256  # questions, as they were read
_READ: WeakKeyDictionary[Reader, dict[str, str]] = WeakKeyDictionary()


def in_chinese(reader: Reader, text: str, *, foreign: bool) -> str:
    """The question with the names that the documents write, and in Chinese where it only asks
    what can be put so. `foreign`: whether it, or another with it, has no Chinese of its own.
    """
    if not foreign:
        return _put(text)
    read = _READ.setdefault(reader.whole, {})
    if len(read) >= _KEPT:
        read.clear()
    return read.get(text) or read.setdefault(text, _read(reader, text))


def _read(reader: Reader, text: str) -> str:
    told = reader.whole.bodies.in_chinese(text.replace("’", "'")) if is_foreign(text) else text
    told = romanised.with_people(told, reader.whole.names_by_sound)
    if is_foreign(text):
        told = romanised.with_others(told, lambda *name: _mentioned(reader.whole, *name))
    return _put(_with_holders(reader, told))


def _mentioned(reader: Reader, surname: str, given: str) -> list[str]:
    return [*filter(reader.writes_of, reader.bodies.people(surname, given))]


def _put(text: str) -> str:
    """The question in Chinese, where it asks what documents can be asked so; else as it is."""
    return english_figures.in_chinese(text) or romanised.asked(text)


def with_chinese_words(reader: Reader, text: str) -> str:
    """A question in English with Chinese words for its own, of those that the documents have; for
    several people, of whom none is read together with it, as it is.
    """

    def rarity(word: str) -> float:
        length = min(2, len(word))
        return max(
            (reader.index.rarity(unit) for unit in terms(word) if len(unit) == length), default=1.0
        )

    if not glossary.is_english(text):
        return text
    asked = analyse(text)
    if asked.kind is Kind.PERSON and asked.wants_list:
        return text
    return " ".join([text, *glossary.in_chinese(text, rarity)])


def _with_holders(reader: Reader, text: str) -> str:
    """The question with the name of whoever is said to hold a post, or the post in Chinese."""
    for pattern in () if _NOT_NOW.search(text) else _HOLDERS:
        text = pattern.sub(lambda said: _holder(reader, said), text)
    return text


def _holder(reader: Reader, said: re.Match[str]) -> str:
    english, body = said["post"].lower(), said["body"]
    called = next(chinese for words, chinese in _POSTS.items() if re.fullmatch(words, english))
    if not HAN_CHARACTER.match(body):
        bodies, place = reader.whole.bodies, _OF_PLACE.get(english, "县")
        body = bodies.place(body, place) if called == "长" else ""
    if not body or (called == "长" and body[-1] not in "省市县区州镇乡村"):
        return said[0]
    deputy = "副" if said["deputy"] else ""
    posts = [f"{deputy}{body[-1] if one == '长' else ''}{one}" for one in called.split(" ")]
    held = {
        one.name: post
        for one in reader.whole.register.people
        for post in posts
        if re.search(f"{_WITHIN}{body}{_FORMS}{post}(?![{HAN}])", one.organisation_title)
    }
    if len(held) == 1 and not _YEAR.search(said.string):
        return next(iter(held))
    written = [*held.values(), *(post for post in posts if f"{body}{post}" in reader.whole.text)]
    return f"{body}{(written or posts)[0]}" if written or len(posts) == 1 else said[0]
