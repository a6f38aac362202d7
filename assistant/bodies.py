"""Organisations and places that a question in English names in pinyin: Qingshi Group, Baiqiao City.

They are looked for by their first characters, and by the word for what they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from pypinyin import Style, pinyin

from assistant.foreign import is_foreign
from assistant.register.places import PLACE, PROVINCES
from assistant.register.posts import POSTS
from assistant.romanised import reads_as_two
from index.matching import HAN_CHARACTER, simplify

_PLACES = {
    "Province": "省",
    "City": "市",
    "County": "县",
    "District": "区",
    "Prefecture": "州|地区",
    "Township": "乡",
    "Town": "镇",
    "Village": "村",
}
_ORGANISATIONS = {
    "Group": "集团",
    "University": "大学",
    "College": "学院|学校",
    "School": "中学|小学|学校|学院",
    "Hospital": "医院",
    "Bank": "银行",
    "Company": "公司",
    "Corporation": "公司",
    "Factory": "厂",
    "Mill": "厂",
    "Plant": "厂",
    "Institute": "研究院|研究所|学院",
    "Association": "协会|联合会|商会",
    "Cooperative": "合作社",
}
_KINDS = "|".join((*_PLACES, *_ORGANISATIONS))
_WORD = "[A-Z][A-Za-züÜ'’-]*"
_NAMED = re.compile(
    rf"(?:[Tt]he )?(?P<own>{_WORD}(?: (?:(?:and|&) )?{_WORD}){{0,7}}?) (?P<kind>{_KINDS})\b"
    r"(?:,? (?:Holdings?|Co|Corp|Company|Corporation|Inc|Ltd|Limited)\b\.?(?=['’ ,?]|$))*"
)
_KIND_OF = re.compile(rf"\b(?:[Tt]he )?({_KINDS}) of ({_WORD})")  # the City of Baiqiao
_ORDINALS = {"First": "一", "Second": "二", "Third": "三", "Fourth": "四", "Fifth": "五"}
_ASKING = re.compile("^(?:What|Which|Who|When|Where|Why|How|Did|Does|Do|Is|Was|Has) ")
# Read as pinyin, too.
_ENGLISH = frozenset({"Banking", "China", "Media", "Mining", "Peking", "Tea", "Women"})
_LIKE_ENGLISH = re.compile("[cfklmnprst]e$")  # Machine; of two words in pinyin the second seldom is
_LONGEST, _LONGEST_WORD = 6, 24  # letters of a syllable; of a word that is looked for
_LEAST = 2  # characters that a name is known by
# What stands for English words between those in pinyin and what it is; not past another kind.
_DESCRIBED = f"(?:(?!{'|'.join(_ORGANISATIONS.values())}|[的和与及是在])[\u3400-\u9fff]){{0,10}}"
_REST = "[\u3400-\u9fff]{0,20}?"
_AHEAD = f"(?:{PLACE}|[\u3400-\u9fff]{{2,3}}[市县])?"  # where it is, left out in English


class _Name(NamedTuple):
    """What the words in English before that for a kind say."""

    sound: str  # a pattern: how it begins
    described: str  # a pattern: what its words that are no pinyin stand for
    is_province: bool  # as which far more than one begins


class Bodies:
    """Those that some documents write of, by how they sound."""

    def __init__(self, text: str, posts: Sequence[str]) -> None:
        """`posts`: the organisations and posts of people."""
        self._written, self._posts = text, posts

    def in_chinese(self, question: str) -> str:
        """The question, with each that is one of the documents' as they write it."""
        first, blank, rest = _KIND_OF.sub(r"\2 \1", question).partition(" ")
        if self._sound(first):  # Baiqiao City's budget; not What Baiqiao City plans
            first, blank, rest = "", "", f"{first}{blank}{rest}"
        told = _NAMED.sub(self._as_written, rest)
        return question if told == rest else f"{first}{blank}{told}"

    def called(self, words: str) -> str:
        """The organisation of somebody, named without what it is: Qingshi Tea; or empty."""
        name = self._name(words.split())
        if name is None or name.is_province:
            return ""
        return _only(self._of_people(f"{name.sound}{_REST}(?=(?:原|前|副)*(?:{POSTS})$)"))

    def place(self, word: str, kind: str) -> str:
        """The place that a word and its kind (市) name; empty where it is not one."""
        name = self._name([word])
        return _only(self._find(f"{name.sound}{kind}")) if name else ""

    def absent(self, question: str) -> list[str]:
        """Those in a question in English whose names read as pinyin, and are written nowhere."""
        named = _NAMED.finditer(question) if is_foreign(question) else ()
        names = (_ASKING.sub("", f"{words['own']} {words['kind']}") for words in named)
        return [name for name in names if self._is_absent(name.split(" ")[0])]

    def _is_absent(self, word: str) -> bool:
        if word in _ENGLISH or not reads_as_two(word):
            return False
        sound = self._sound(word)
        return not sound or re.search(sound, self._text) is None

    def _as_written(self, words: re.Match[str]) -> str:
        name, kind = self._name(words["own"].split()), words["kind"]
        if name is None or (name.described and (name.is_province or kind in _PLACES)):
            return words[0]
        pattern = f"{name.sound}{name.described}(?:{_PLACES.get(kind) or _ORGANISATIONS[kind]})"
        if kind in _PLACES or name.is_province:
            return _only(self._find(pattern)) or words[0]
        # Of people's organisations the short form is understood as well.
        short = f"{name.sound}{name.described or _DESCRIBED}(?:{_ORGANISATIONS[kind]})"
        return _only(self._of_people(short) or self._find(pattern)) or words[0]

    def _name(self, words: Sequence[str]) -> _Name | None:
        in_pinyin = [words[0], *takewhile(lambda word: not _LIKE_ENGLISH.search(word), words[1:])]
        sounds = list(takewhile(bool, map(self._sound, in_pinyin)))
        if len(sounds) == 1:
            sounds = [self._sound(words[0], _LEAST)]
        if not any(sounds):
            return None
        rest = words[len(sounds) :]
        told = "".join(f"(?=[^，。]{{0,9}}第{_ORDINALS[one]})" for one in rest if one in _ORDINALS)
        sound = "[省市县区]?".join(sounds)
        is_province = any(re.fullmatch(sound, one) for one in PROVINCES.split("|"))
        return _Name(sound, f"{told}{_DESCRIBED}" if rest else "", is_province)

    def _of_people(self, pattern: str) -> set[str]:
        parts = (part for post in self._posts for part in re.split("[、，,；（ ]", simplify(post)))
        found = (re.match(f"{_AHEAD}{pattern}", part) for part in parts)
        return {one.group() for one in found if one}

    def _find(self, pattern: str) -> set[str]:
        return set(re.findall(pattern, self._text))

    def _sound(self, word: str, least: int = 1) -> str:
        """A pattern of the characters, so many at least, that are pronounced so; empty for none."""
        split = [] if word in _ENGLISH else self._split(_letters(word))
        enough = [way for way in split if len(way) >= least]
        ways = ("".join(f"[{self._characters[one]}]" for one in way) for way in enough)
        return f"(?:{'|'.join(ways)})" if enough else ""

    def _split(self, letters: str) -> list[list[str]]:
        """Each way to part the letters into syllables of the documents."""
        if len(letters) > _LONGEST_WORD:
            return []
        ways: list[list[list[str]]] = [[[]]]
        for end in range(1, len(letters) + 1):
            starts = range(max(0, end - _LONGEST), end)
            last = [(start, letters[start:end]) for start in starts]
            known = [(start, one) for start, one in last if one in self._characters]
            ways.append([[*way, one] for start, one in known for way in ways[start]])
        return ways[-1] if letters else []

    @cached_property
    def _text(self) -> str:
        return simplify(self._written)

    @cached_property
    def _characters(self) -> dict[str, str]:
        """Those that the documents write, by syllable; ü written as v, u or yu."""
        sounds: dict[str, str] = defaultdict(str)
        for character in sorted(filter(HAN_CHARACTER.match, set(self._text))):
            readings = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
            for one in {each.replace("v", u) for each in readings for u in ("v", "u", "yu")}:
                sounds[one] += character
        return dict(sounds)


def _letters(word: str) -> str:
    return re.sub("['’-]", "", word).lower().replace("ü", "v")


def _only(found: Collection[str]) -> str:
    """The one that is found; empty for none, and for several."""
    return next(iter(found)) if len(found) == 1 else ""
