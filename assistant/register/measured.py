"""A number with what its sentence says of it."""

from __future__ import annotations

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
