"""Countries that a question names, or that a passage tells of, also in short."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from assistant.register.places import PROVINCES

COUNTRIES = Path(__file__).with_name("countries.txt")
_SEVERAL_COUNTRIES = re.compile("[洲盟球]|国际|中[东亚]")
_PROVINCE = re.compile(PROVINCES)
# 对美出口, 中美贸易, 美方; not 美元 or 美好.
_IN_SHORT = "(?:[对赴中在驻输援访与和自从]{0}(?![元好丽术])|{0}(?:方(?!面)|资|商|企))"


def countries(text: str, *, told: bool = False) -> set[str]:
    """The countries that a question names, or, also in short, that a passage tells of: no 南非 in
    湖南非遗.
    """
    text = _PROVINCE.sub("，", text)
    return {
        name for name, asks, tells in _known_countries() if (tells if told else asks).search(text)
    }


@cache
def any_country() -> re.Pattern[str]:
    """What names a country in full."""
    known = (asks for name, asks, _ in _known_countries() if not _SEVERAL_COUNTRIES.search(name))
    return re.compile("|".join(asks.pattern for asks in known))


@cache
def _known_countries() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Each with what names it in a question, and what in a passage."""
    found = []
    for line in COUNTRIES.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        names, _, short = line.partition(" ")
        asks = "|".join(
            f"(?<![今同当次即近])(?<!工作)(?<!节假){name}(?!尼西亚)" for name in names.split("/")
        )
        tells = _IN_SHORT.format(short) if len(short) == 1 else short
        found.append((names, re.compile(asks), re.compile(f"{asks}|{tells}" if short else asks)))
    return tuple(found)
