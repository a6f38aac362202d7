"""What goes by a number: 第0147号建议, 81号提案, 地铁2号线."""

from __future__ import annotations

import re

THINGS = "线楼井令文机泵站馆院仓库炉桥船码矿门厅坑闸"  # behind 号: 几号楼 asks for no day
# Behind the number of a 提案, of whatever place; in a list of them the title follows: 23 关于…….
OF_MOTION = r"(?:号(?:[提议]案|建议)|(?<=\d\d)\s?关于)"
_NUMBER = re.compile(r"第?\s*0*(\d+)\s*号")
_ASKED = re.compile(r"\d+(?=\s*号(?!线))")
_TITLED = re.compile(r"(?<!\d)\d{2,}(?=\s*号)|(?<=号:)\s*\d+")  # 第0131号, 编号:0107
# What is called so must be called so somewhere; “看着” is no name.
_CALLED = re.compile(
    r"(第\s*\d+\s*号|\d+号线|(?<![月\d])\d+号(?=[提议]案|建议[是的由]))|[“《]([^”》]{1,19}[^”》着了过])[”》]"
)


def called(plain: str) -> list[str]:
    """第23号 of a 提案, 2号线, and what stands in quotation marks: “蓝鲸三号”平台.

    >>> called("013号提案由谁主办?"), called("3月5号建议装灯的是谁?")
    (['013号'], [])
    """
    return [number or words for number, words in _CALLED.findall(plain)]


def is_number(called: str) -> bool:
    """Whether it is called by no more than a number, or begins with one."""
    return _NUMBER.match(called) is not None


def otherwise(called: str) -> tuple[str, ...]:
    """第二十三号 and 第023号, of 第23号, and 23 before the title in a list of 提案."""
    import cn2an  # type: ignore[import-untyped]  # here: slow to load, and few questions need it

    spelled = re.sub(r"(?<!\d)\d{1,16}(?!\d)", lambda number: cn2an.an2cn(number[0]), called)
    number = _NUMBER.fullmatch(called)
    if not number:
        return (spelled,)
    listed = (f"{number[1]}关于",) if len(number[1]) > 1 else ()
    return (spelled, *listed, *(f"第{number[1]:0>{size}}号" for size in range(1, 5)))


def numbers_asked(plain: str) -> set[int]:
    """The numbers of 提案 that a question says."""
    return set(map(int, _ASKED.findall(plain)))


def numbers_titled(named: str) -> set[int]:
    """Those in the title of one, and in the line above it.

    >>> numbers_titled("编号:0107 关于修路的提案"), numbers_titled("第0131号 关于养鱼的提案")
    ({107}, {131})
    """
    return set(map(int, _TITLED.findall(named)))
