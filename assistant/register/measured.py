"""A number with what its sentence says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.register.lines import Line
from assistant.register.numbers import Number


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with subject, year and qualifier; offsets count in the line."""

    number: Number
    start: int  # of the subject; equal to `end` where the sentence names none
    end: int
    year: str
    qualifier: str
    sure: float  # that the subject is right; 0 where there is none
    parts: tuple[
        tuple[Line, int, int], ...
    ] = ()  # of the subject, where it stands in several places


def is_of_those(text: str, number: Number, last: Measured | None) -> bool:
    """210家企业中，有86家亏损: how many of those counted just before."""
    if last is None or last.number.unit != number.unit:
        return False
    return _THOSE.fullmatch(text[last.number.end : number.start]) is not None


_THOSE = re.compile("[^，。；]*[中里]，[^，。；]*有")
