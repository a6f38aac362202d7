"""Organisations and places named in pinyin, found by their sound: Qingshi Group, Baiqiao City."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import takewhile

from assistant.query.foreign import ASKING
from assistant.query.romanised import letters, syllables
from assistant.register.names import is_name
from assistant.register.places import PROVINCES
from index.matching import HAN, HAN_CHARACTER, simplify

_KINDS = {
    "Province": "省",
    "City": "市(?!场)",
    "County": "县",
    "District": "区",
    "Town": "镇",
    "University": "大学",
    "College": "学院|学校",
    "School": "中学|小学|学校|学院",
    "Hospital": "医院",
    "Bank": "银行",
    "Group": "集团",
    "Company": "公司",
    "Corporation": "公司",
}
_SHORT = ("集团", "公司")  # of these, whatever stands before it may be left out or put in English
_WORD = "[A-Z][A-Za-züÜ'’-]*"
_NAMED = re.compile(
    rf"(?:\b[Tt]he )?\b(?P<own>(?!{ASKING}\b){_WORD}(?: {_WORD}){{0,7}}?) "
    rf"(?P<kind>{'|'.join(_KINDS)})\b"
    r"(?:,? (?:Holdings?|Co|Corp|Company|Corporation|Inc|Ltd|Limited)\b\.?(?=['’ ,?]|$))*"
)
_ENGLISH = frozenset({"banking", "china", "media", "mining", "tea", "women"})  # pinyin, too
_LONGEST = 6  # letters of a syllable
# What stands for English words between those in pinyin and what it is, or is left out in English.
_DESCRIBED = f"(?:(?!集团|公司|[的和与及是在])[{HAN}]){{0,10}}"


class Bodies:
    """Those that some documents write of, by how they sound."""

    def __init__(self, text: str, posts: Sequence[str]) -> None:
        """`posts`: the organisations and posts of people."""
        self._text = simplify(text)
        self._organisations = set(re.split("[、，,；（ \n]", simplify("\n".join(posts))))

    def in_chinese(self, question: str) -> str:
        """The question, with each that is one of the documents' as they write it."""
        return _NAMED.sub(self._as_written, question)

    def place(self, word: str, kind: str) -> str:
        """The place that a word and its kind (市) name; empty where it is not one."""
        sound, _ = self._begins([word])
        return _only(self._find(f"{sound}{kind}(?!场)")) if sound else ""

    def people(self, surname: str, given: str) -> set[str]:
        """What may be the name of somebody, spelt so in pinyin."""
        family, own = self._sound(letters(surname)), self._sound(letters(given))
        found = self._find(f"{family}{own}") if family and own else set()
        return {name for name in found if is_name(name)}

    def _as_written(self, words: re.Match[str]) -> str:
        sound, is_all = self._begins(words["own"].split())
        kind = _KINDS[words["kind"]]
        found = self._find(f"{sound}(?:{kind})") if sound and is_all else set()
        # Of one that is called by its place there may be several: 南京医药集团, 南京钢铁集团.
        if sound and not found and kind in _SHORT and not self._find(f"{sound}[省市县区州]"):
            short = re.compile(f"(?!{PROVINCES}){sound}{_DESCRIBED}{kind}")
            found = {one.group() for one in map(short.match, self._organisations) if one}
        return _only(found) or words[0]

    def _begins(self, words: Sequence[str]) -> tuple[str, bool]:
        """A pattern of the characters that the words in pinyin say, and whether all words are."""
        spelt = list(map(letters, words))
        in_pinyin = takewhile(lambda word: word not in _ENGLISH, spelt)
        sounds = list(takewhile(bool, map(self._sound, in_pinyin)))
        if len(sounds) == 1 and not (sounds := [self._sound(spelt[0], 2)])[0]:
            return "", False  # one character tells too little
        return "[省市县区]?".join(sounds), len(sounds) == len(words)

    def _find(self, pattern: str) -> set[str]:
        return set(re.findall(pattern, self._text))

    def _sound(self, letters: str, least: int = 1) -> str:
        """A pattern of the characters, so many at least, that are pronounced so; empty for none."""
        ways = []
        for end in range(1, min(_LONGEST, len(letters)) + 1):
            characters, rest = self._characters.get(letters[:end]), letters[end:]
            behind = self._sound(rest, least - 1) if characters and rest else ""
            if characters and (behind if rest else least <= 1):
                ways.append(f"[{characters}]{behind}")
        return f"(?:{'|'.join(ways)})" if ways else ""

    @cached_property
    def _characters(self) -> dict[str, str]:
        """Those that the documents write, by syllable."""
        sounds: dict[str, str] = defaultdict(str)
        for character in sorted(filter(HAN_CHARACTER.match, set(self._text))):
            for one in syllables(character, heteronym=True)[0]:
                sounds[one] += character
        return dict(sounds)


def _only(found: Collection[str]) -> str:
    """The one that is found; empty for none, and for several."""
    return next(iter(found)) if len(found) == 1 else ""
