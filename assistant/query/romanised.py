"""People whom a question in English names in pinyin: What did Zhang San propose?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import product

from pypinyin import Style, pinyin

from assistant.query.foreign import ASKING, is_foreign
from assistant.register.surnames import COMPOUND_SURNAMES, SURNAMES
from index.matching import HAN

_WORD = r"[A-Z](?:[A-Za-züÜ-]|['’](?!s\b))*"
_HAN = re.compile(f"[{HAN}·]+")
_NAMED = re.compile(rf"\b(?!{ASKING}\b){_WORD}(?: {_WORD})+")
_TWO = re.compile(rf"\b(?!{ASKING}\b){_WORD} {_WORD}\b(?! [A-Z])")
_SYLLABLE = (
    "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:[iu]?a(?:ng?|i|o)?|u?o(?:ng|u)?|[iuüv]?e(?:ng?|i|r)?|i(?:n|ng|u|ong)?|u(?:n|i)?|[üv]n?)"
)
_GIVEN = re.compile(f"(?:{_SYLLABLE}['’-]?){{1,2}}", re.IGNORECASE)
_LONGEST = 4  # characters of a Chinese name
# In the place of who speaks, or whom it is about
_SPEAKS = re.compile(rf"\b(?:did|does|has|[Ww]ho (?:is|was)|by) ({_WORD}) ({_WORD})\b(?! [A-Z])")
# Where a name stands that is written small; he, she, you and an are surnames, too.
_AHEAD = ("is", "was", "did", "does", "has", "by", "of", "about", "from")
_NO_NAME = rf"(?!(?:s?he|you|an|{ASKING})\b)"
_SMALL = re.compile(
    f"(?:^|{'|'.join(f'(?<= {word} )|(?<=^{word} )' for word in _AHEAD)})"
    rf"{_NO_NAME}[a-zü'’-]+ {_NO_NAME}[a-zü'’-]+?(?=['’]s\b|[^\w'’-]|$)",
    re.IGNORECASE,
)
# What English asks of a person in words that no document has; NAME stands for the person.
_POST = (
    "(?:position|post|role|title|office|affiliation|job"
    "|company|employer|organi[sz]ation|institution)s?"
)
_PROPOSALS = "(?:proposal|suggestion|recommendation)s?"
_MAKES = (
    r"(?:propos|suggest|recommend|advocat|urg|submit|rais|ma[dk]e|sa[iy]|put forward"
    r"|call(?:ed|ing)? for)\w*"
)
_POSTS = f"{_POST}(?: (?:and|or) {_POST})?"
_IS = "(?: (?:do|did|doe|i|wa)s?)?"
_DID = rf"(?:did|does|has|have) NAME {_MAKES}"
_ASKED = {
    r"who(?: i|['’])s NAME": "{}是谁？",
    rf"(?:what|which) (?:\w+ )?{_POSTS}{_IS} NAME(?: \w+){{0,2}}": "{}是什么身份？",
    rf"what(?: i|['’])s (?:NAME['’]s {_POST}|the {_POST} of NAME)": "{}是什么身份？",
    rf"what (?:{_PROPOSALS} )?{_DID}": "{}提出了哪些建议？",
    rf"what {_PROPOSALS} (?:were|are) {_MAKES} by NAME": "{}提出了哪些建议？",
    rf"what (?:were|are) NAME['’]s {_PROPOSALS}": "{}提出了哪些建议？",
    rf"what else {_DID}": "{}还提出了哪些建议？",
    rf"NAME['’]s {_PROPOSALS} (?:on|about|regarding|for) (?P<topic>.+)": "{}对{topic}有什么建议？",
    rf"what {_DID} (?:on|about|regarding) (?P<topic>.+)": "{}对{topic}有什么建议？",
    r"(?:and |so )?(?:what|how) about NAME": "{}呢？",
}


def by_sound(names: Iterable[str]) -> dict[str, set[str]]:
    """The names by how they are written in pinyin without blanks, the surname first or last.

    >>> sorted(by_sound(["吕丽"])["luli"]), "lilv" in by_sound(["吕丽"])
    (['吕丽'], True)
    """
    sounds = defaultdict(set)
    for name in names:
        for surname, given in _readings(name):
            sounds[surname + given].add(name)
            sounds[given + surname].add(name)
    return dict(sounds)


def with_people(text: str, sounds: Mapping[str, Collection[str]]) -> str:
    """The question with a person's name as the documents write it. `sounds`: see `by_sound`."""
    if not sounds:
        return text
    told = _NAMED.sub(lambda words: _with_name(words[0].split(" "), sounds), text)
    if told == text and is_foreign(text):  # who is li ming
        told = _SMALL.sub(lambda words: _with_name(words[0].split(" "), sounds), text)
    return told


def asked(told: str) -> str:
    """The question in Chinese, where with one name it asks who that is, or what they propose.

    >>> asked(with_people("What did Zhang San propose?", by_sound(["张三"])))
    '张三提出了哪些建议？'
    """
    names = set(_HAN.findall(told))
    if len(names) == 1:
        name = names.pop()
        plain = told.replace(name, "NAME").strip(" ?？.!")
        for words, chinese in _ASKED.items():
            if found := re.fullmatch(words, plain, re.IGNORECASE):
                return chinese.format(name, **found.groupdict())
    return told


def letters(word: str) -> str:
    """The word in pinyin as syllables are looked up: small, without marks, ü as v."""
    return re.sub("['’-]", "", word).lower().replace("ü", "v")


def syllables(text: str, *, heteronym: bool) -> list[set[str]]:
    """How each character is pronounced, also in other words; ü written as v, u or yu."""
    return [
        {one.replace("v", u) for one in every for u in ("v", "u", "yu")}
        for every in pinyin(text, style=Style.NORMAL, heteronym=heteronym)
    ]


def with_others(text: str, written: Callable[[str, str], Collection[str]]) -> str:
    """The same with those whom the documents only mention. `written`: names that they have, by
    surname and given name in pinyin.
    """

    def name(words: re.Match[str]) -> str:
        surname, given = words[0].split(" ")
        is_one = surname.lower() in _surnames() and _GIVEN.fullmatch(given)
        found = written(surname, given) if is_one else ()
        return next(iter(found)) if len(found) == 1 else words[0]

    return _TWO.sub(name, text)


def nobody(text: str) -> list[str]:
    """Who speaks in a question without Chinese by a name in pinyin, and is left in it."""
    if not is_foreign(text):
        return []
    return [
        f"{surname} {given}"
        for surname, given in _SPEAKS.findall(text)
        if surname.lower() in _surnames() and _GIVEN.fullmatch(given)
    ]


def _with_name(words: list[str], sounds: Mapping[str, Collection[str]]) -> str:
    """The words, with those that are one person's name replaced."""
    for length in range(len(words), 1, -1):
        for at in range(len(words) - length + 1):
            named = sounds.get(letters("".join(words[at : at + length])), ())
            if len(named) == 1:
                return " ".join([*words[:at], *named, *words[at + length :]])
    return " ".join(words)


def _readings(name: str) -> Iterator[tuple[str, str]]:
    """Each way to pronounce surname and given name; of long names, which write sounds, the
    commonest.
    """
    plain = name.replace("·", "")
    ways = syllables(plain, heteronym=len(plain) <= _LONGEST)
    length = 2 if name[:2] in COMPOUND_SURNAMES else 1
    for reading in product(*ways):
        yield "".join(reading[:length]), "".join(reading[length:])


@cache
def _surnames() -> frozenset[str]:
    return frozenset(one for name in SURNAMES | COMPOUND_SURNAMES for one, _ in _readings(name))
