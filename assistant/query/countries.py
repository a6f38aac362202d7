"""Countries that a question names, or that a passage tells of, also in short."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from assistant.register.places import PROVINCES

COUNTRIES = Path(__file__).with_name("countries.txt")
_SEVERAL_COUNTRIES = re.compile("[洲盟球]|国际|中[东亚]")
# What runs across into a name: 湖南非遗, 其中东部, 追加纳入, 当日本市, 合法国有, 最美国道.
_ACROSS = re.compile(
    rf"{PROVINCES}|[其集之当华]中(?=[东亚])|中(?:东部(?!分|署|队)|亚热)|[东西江]南(?=[非美])|南(?:非遗|美丽)"
    "|[追增添参]加(?=纳)|加纳[入税]|[今同当次即近每逐节假作]日(?=本)"
    "|[合非依司宪]法(?=国)|[最优精]美(?=国)|精英(?=国)|[跨穿翻]越(?=南)"
)
# 对美出口, 中美贸易, 美方; not 美元 or 美好.
_IN_SHORT = "(?:[对赴中在驻输援访与和自从]{0}(?![元好丽术])|{0}(?:方(?!面)|资|商|企))"


def countries(text: str, *, told: bool = False) -> set[str]:
    """The countries that a question names, or, also in short, that a passage tells of."""
    text = _ACROSS.sub("，", text)
    return {
        name for name, asks, tells in _known_countries() if (tells if told else asks).search(text)
    }


def names_country(text: str) -> bool:
    """Whether the text names a country in full."""
    return any(not _SEVERAL_COUNTRIES.search(name) for name in countries(text))


@cache
def _known_countries() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Each with what names it in a question, and what in a passage."""
    found = []
    for line in COUNTRIES.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        names, _, short = line.partition(" ")
        asks = "|".join(f"{name}(?!尼西亚)" for name in names.split("/"))
        tells = _IN_SHORT.format(short) if len(short) == 1 else short
        found.append((names, re.compile(asks), re.compile(f"{asks}|{tells}" if short else asks)))
    return tuple(found)
