"""Goods of one kind: what is said of cobalt is not said of copper."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

GOODS = Path(__file__).with_name("goods.txt")


def named(text: str) -> list[tuple[str, ...]]:
    """The goods that the normalised text names, each with all of its names."""
    return [goods for kind in _kinds() for goods in kind if _has(text, goods)]


def is_of_others(asked: str, sentence: str, told: str) -> bool:
    """Whether the sentence is on other goods of the kind than those asked about, of which `told`,
    what it is told in, says nothing; all normalised.

    >>> is_of_others("铜的外采率是多少?", "钴的外采率超过九成。", "矿产 钴的外采率超过九成。")
    True
    """
    for kind in _kinds():
        wanted = [goods for goods in kind if _has(asked, goods)]
        if wanted and not any(_has(told, goods) for goods in wanted):
            return any(_has(sentence, goods) for goods in kind)
    return False


def _has(text: str, names: Collection[str]) -> bool:
    return any(name in text for name in names)


@cache
def _kinds() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Kinds of goods, of each the goods, and of these the names."""
    lines = GOODS.read_text("utf-8").splitlines()
    return tuple(
        tuple(tuple(goods.split("/")) for goods in line.split())
        for line in lines
        if not line.startswith("#")
    )
