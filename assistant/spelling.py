"""Typing errors of pinyin input: a character of the same sound in place of the right one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache, cached_property

from pypinyin import Style, pinyin

from index.matching import HAN, normalise

SURE_COUNT = 3  # a pair that the documents write this often is a word of theirs
_PAIR = re.compile(f"(?=([{HAN}]{{2}}))")


class Spelling:
    """Corrects questions towards what the documents write; made from all their text."""

    def __init__(self, text: str) -> None:
        self._source = text

    @cached_property
    def _text(self) -> str:  # on the first suspicious question: most have nothing to correct
        return normalise(self._source)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(_PAIR.findall(self._text))

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for character in sorted({c for pair in self._counts for c in pair}):
            groups[_sound(character)].append(character)
        return groups

    def correct(self, question: str) -> str:
        """The question, with characters replaced by others of the same sound, or as it is.

        A character is in doubt if no document writes it beside its neighbours. It gives way only
        to one that makes three characters which a document writes in a row, or a frequent pair:
        so an unknown name is not turned into a known one for a single shared character.
        """
        characters = list(question)
        for at, character in enumerate(characters):
            if not re.match(f"[{HAN}]", character) or not self._in_doubt(characters, at):
                continue
            others = self._by_sound[_sound(normalise(character))]
            fitting = [(self._support(characters, at, other), other) for other in others]
            support, best = max(fitting, default=(0, ""))
            if support:
                characters[at] = best
        return "".join(characters)

    def _in_doubt(self, characters: list[str], at: int) -> bool:
        pairs = [self._window(characters, first, 2) for first in (at - 1, at)]
        known = [self._counts[pair] for pair in pairs if pair]
        return bool(known) and not any(known)

    def _support(self, characters: list[str], at: int, instead: str) -> int:
        """How much the documents speak for the replacement; 0 where they do not."""
        changed = [*characters[:at], instead, *characters[at + 1 :]]
        rows = [self._window(changed, first, 3) for first in (at - 2, at - 1, at)]
        threes = sum(self._text.count(row) for row in rows if row)
        before, after = (self._window(changed, first, 2) for first in (at - 1, at))
        # A neighbour that belongs to the word on its other side says nothing of this one.
        if self._counts[self._window(changed, at - 2, 2)]:
            before = ""
        if self._counts[self._window(changed, at + 1, 2)]:
            after = ""
        twos = sum(count for pair in (before, after) if (count := self._counts[pair]) >= SURE_COUNT)
        return 100 * threes + twos

    @staticmethod
    def _window(characters: list[str], first: int, length: int) -> str:
        """`length` Han characters in a row, normalised; empty where they are not all there."""
        row = normalise("".join(characters[max(first, 0) : first + length])) if first >= 0 else ""
        return row if re.fullmatch(f"[{HAN}]{{{length}}}", row) else ""


@cache
def _sound(character: str) -> str:
    """Its commonest reading, without the tone."""
    return str(pinyin(character, style=Style.NORMAL)[0][0])
