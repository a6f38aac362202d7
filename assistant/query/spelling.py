"""Typing errors of pinyin input: a character of the same sound in place of the right one."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray
from pypinyin import Style, pinyin

from assistant.query import glossary
from assistant.register.names import name_end
from corpus import flat
from index.matching import HAN, HAN_CHARACTER, normalise

SURE_COUNT = 3  # a pair that the documents write this often is a word of theirs
_COUNTS = "一二三四五六七八九十百千万亿两几"  # 建一个…… is not 建议个
_ASKS = "哪谁吗呢"  # seldom written, but in questions
_IS = tuple(f"是{asks}" for asks in "哪谁什啥多几怎")
# …as these are, which a typing error may touch, too: 多少前, 什么时后.
_ASKING = "多少钱 多少年 多少人 什么时候 什么样 为什么 怎么办 怎么样 多长时间 "
_BEHIND_TITLE = re.compile("(?:代表|委员|院士|董事长|总经理|主任|校长|教授)$")


class Spelling:
    """Corrects questions towards what the documents write; made from all their text."""

    def __init__(self, text: str) -> None:
        self._text = _ASKING + text

    def correct(self, question: str) -> str:
        """The question, with characters replaced by others of the same sound, or as it is.

        A character is in doubt if no document writes it beside its neighbours. It gives way only to
        one that makes three characters which a document writes in a row, or a frequent pair.
        Of what looks like a name the whole must stand in a document: nobody unknown is turned
        into somebody known for a single character that they share.
        """
        characters = list(question)
        for at, character in enumerate(characters):
            may_be_wrong = HAN_CHARACTER.match(character) and character not in _COUNTS + _ASKS
            may_be_wrong = may_be_wrong and question[at : at + 2] not in _IS
            if not may_be_wrong or not self._in_doubt(characters, at):
                continue
            others = self._by_sound[_sound(normalise(character))]
            fitting = [
                (self._support(characters, at, other), other)
                for other in others
                if other != "是"  # 试多久 asks for something else than 是多久
            ]
            support, best = max(fitting, default=(0, ""))
            changed = [*characters[:at], best, *characters[at + 1 :]]
            if not support or self._is_right(characters, changed, at):
                continue
            if self._keeps_names(characters, changed, at):
                characters = changed
        return "".join(characters)

    @cached_property
    def _rows(self) -> NDArray[np.int64]:
        """Every three characters in a row, sorted, as one number each; 0 where none is Han.

        One table answers for pairs too, as ranges; to sort it takes a tenth of a second for a
        million characters, to look a row up some microseconds.
        """
        plain = flat(self._text)  # a word may be cut by the end of a line
        written = np.frombuffer(f"{plain}\0\0".encode("utf-32-le"), np.uint32)
        codes = _plain_codes()[np.minimum(written, 0xFFFF)]
        rows: NDArray[np.int64] = codes[:-2] << 32 | codes[1:-1] << 16 | codes[2:]
        rows.sort()
        return rows

    def _count(self, row: str) -> int:
        """How often the documents write these two or three Han characters in a row."""
        first, second, third = (*map(ord, row), 0)[:3]
        low = first << 32 | second << 16 | third
        high = low + (1 if len(row) == 3 else 1 << 16)
        found = np.searchsorted(self._rows, [low, high])
        return int(found[1] - found[0])

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for code in np.unique(self._rows >> 32)[1:]:
            groups[_sound(chr(code))].append(chr(code))
        return groups

    def _is_right(self, characters: list[str], changed: list[str], at: int) -> bool:
        """Whether it is in a word, and what would stand instead in none: 足球, of which no document
        speaks, is not 足求.
        """
        words, others = (
            any(map(glossary.is_word, self._pairs(one, at))) for one in (characters, changed)
        )
        return words and not others

    @staticmethod
    def _pairs(characters: list[str], at: int) -> list[str]:
        return [row for first in (at - 1, at) if (row := _window(characters, first, 2))]

    def _in_doubt(self, characters: list[str], at: int) -> bool:
        pairs = self._pairs(characters, at)
        is_verb = characters[at + 1 : at + 2] in (["了"], ["过"])  # 提了什么: whatever it follows
        return bool(pairs) and not is_verb and not any(map(self._count, pairs))

    def _support(self, characters: list[str], at: int, instead: str) -> int:
        """How much the documents speak for the replacement; 0 where they do not."""
        changed = [*characters[:at], instead, *characters[at + 1 :]]
        threes = [_window(changed, first, 3) for first in (at - 2, at - 1, at)]
        before, after = (_window(changed, first, 2) for first in (at - 1, at))
        # A neighbour that belongs to the word on its other side says nothing of this one.
        if (left := _window(changed, at - 2, 2)) and self._count(left):
            before = ""
        if (right := _window(changed, at + 1, 2)) and self._count(right):
            after = ""
        twos = [self._count(pair) for pair in (before, after) if pair]
        return 100 * sum(self._count(row) for row in threes if row) + sum(
            count for count in twos if count >= SURE_COUNT
        )

    def _keeps_names(self, characters: list[str], changed: list[str], at: int) -> bool:
        """Whether no name is changed, or one of three characters into one that is written."""
        before, after = "".join(characters), "".join(changed)
        for start in (at, at - 1, at - 2):
            if start < 0 or not _begins(before, start):
                continue
            end, _ = name_end(before, start)
            if start <= at < end:
                return end - start == 3 and self._count(normalise(after[start:end])) > 0
        return True


def _begins(text: str, start: int) -> bool:
    """Whether a name may begin there: at the start, behind a mark, a title, 和 or the like."""
    ahead = text[:start]
    return (
        not ahead
        or not HAN_CHARACTER.match(ahead[-1])
        or ahead[-1] in "和与及对"
        or bool(_BEHIND_TITLE.search(ahead))
    )


def _window(characters: list[str], first: int, length: int) -> str:
    """`length` Han characters in a row, normalised; empty where they are not all there."""
    row = normalise("".join(characters[max(first, 0) : first + length])) if first >= 0 else ""
    return row if re.fullmatch(f"[{HAN}]{{{length}}}", row) else ""


@cache
def _plain_codes() -> NDArray[np.int64]:
    """By code, that of the character as it is compared; 0 for all but Han characters."""
    codes = [code for code in range(0x3000, 0xFB00) if HAN_CHARACTER.match(chr(code))]
    plain = normalise("\n".join(map(chr, codes))).split("\n")
    table = np.zeros(0x10000, np.int64)
    table[codes] = [ord(one) if len(one) == 1 else 0 for one in plain]
    return table


def sound_alike(name: str, other: str) -> bool:
    """Whether both are pronounced the same, tones aside.

    >>> sound_alike("张三", "章散"), sound_alike("张三", "张四")
    (True, False)
    """
    return [*map(_sound, normalise(name))] == [*map(_sound, normalise(other))]


@cache
def _sound(character: str) -> str:
    """Its commonest reading, without the tone."""
    return str(pinyin(character, style=Style.NORMAL)[0][0])
