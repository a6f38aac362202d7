"""The provinces that role and post come from, where they name no more than a city, too."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from assistant.register.places import PLACE, provinces

CITIES = Path(__file__).parent.with_name("cities.txt")


@lru_cache(4096)  # the same posts at every key that is typed
def home_provinces(words: str) -> tuple[str, ...]:
    """Every province that the words name or that a city they name lies in, in order, each once.

    >>> home_provinces("徐州市市长")
    ('江苏',)
    >>> home_provinces("河南阳光公司")  # read from the left: not also of 南阳
    ('河南',)
    """
    named = dict.fromkeys(provinces(words))
    for match in _places().finditer(words):
        named |= dict.fromkeys(filter(None, [cities().get(match.group(), "")]))
    return tuple(named)


@cache
def cities() -> dict[str, str]:
    """The province of each city and prefecture of China (GB/T 2260)."""
    lines = (line for line in CITIES.read_text("utf-8").splitlines() if not line.startswith("#"))
    parts = (line.partition(":") for line in lines)
    return {city: province for province, _, names in parts for city in names.split()}


@cache
def _places() -> re.Pattern[str]:
    """Read from the left, the longest first."""
    names = "|".join(sorted(cities(), key=len, reverse=True))
    return re.compile(f"{PLACE}|{names}")
