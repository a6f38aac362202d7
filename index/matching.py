"""What counts as the same word when matching: never what is shown, only what is compared."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import opencc

from corpus.lines import ZERO_WIDTH

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
HAN_CHARACTER = re.compile(f"[{HAN}]")
_CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_RUN = re.compile(rf"[{HAN}]+|[a-z]+|\d+(?:[.,]\d+)*")
_SPACED_DIGITS = re.compile(r"(?<=(?<!\d)\d) +(?=\d(?!\d))")  # 1 9 9 5, not the cells 2024 9.4
_CHINESE_YEAR = re.compile(r"[一二][〇零○一二三四五六七八九]{3}(?=\s*年)")
# Abbreviations of official statistics, as the documents write them out (National Bureau of
# Statistics, 统计上常用指标).
_WRITTEN_OUT = {
    "gdp": "生产总值",  # 国内 of the country, 地区 of a province or city
    "gnp": "国民生产总值",
    "cpi": "居民消费价格",
    "ppi": "工业生产者出厂价格",
    # Of listed companies (中国证监会《年度报告的内容与格式》).
    "归母净利润": "归属于上市公司股东的净利润",
    "扣非净利润": "扣除非经常性损益的净利润",
    "董秘": "董事会秘书",
}
_ABBREVIATION = re.compile(rf"(?<![a-z])(?:{'|'.join(_WRITTEN_OUT)})(?![a-z])")


@cache
def _simplified() -> dict[int, str]:
    """Traditional to simplified, character by character, so that offsets stay as they are."""
    characters = [chr(code) for code in range(0x3400, 0xA000)]
    converted = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, converted, strict=True)
    return {ord(a): b for a, b in pairs if a != b and len(b) == 1}


def simplify(text: str) -> str:
    """Traditional characters as simplified ones; the length does not change."""
    return text.translate(_simplified())


def with_years_in_digits(text: str) -> str:
    """２０２４年 and 二〇二四年 as 2024年."""
    return _years_in_digits(text.translate(_WIDE_DIGITS))


def _years_in_digits(text: str) -> str:
    return _CHINESE_YEAR.sub(lambda year: year.group().translate(_CHINESE_DIGITS), text)


def normalise(text: str) -> str:
    """NFKC, lower case, simplified, nothing invisible; 一九九五年 as 1995年, GDP written out."""
    text = simplify(ZERO_WIDTH.sub("", unicodedata.normalize("NFKC", text)).lower())
    text = _ABBREVIATION.sub(lambda short: _WRITTEN_OUT[short.group()], text)
    return _years_in_digits(_SPACED_DIGITS.sub("", text))


def terms(text: str) -> list[str]:
    """The units of the lexical index: Han characters and bigrams, Latin words, numbers.

    >>> terms("LME交割庫 95%")
    ['lme', '交', '交割', '割', '割库', '库', '95']
    """
    units = []
    for run in _RUN.findall(normalise(text)):
        if "a" <= run[0] <= "z" or run[0].isdigit():
            units.append(run.replace(",", ""))
        else:
            for at, character in enumerate(run):
                units.append(character)
                if at + 1 < len(run):
                    units.append(run[at : at + 2])
    return units
