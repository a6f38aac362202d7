"""What a line of a Chinese document is: heading, list item, table row, date, salutation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.tidy import LINE_BREAKS, trimmed

ZERO_WIDTH = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]+")  # and soft hyphens
_LINE = re.compile(f"[^{LINE_BREAKS}]+")
_BREAK = re.compile(rf"\r\n|[{LINE_BREAKS}]")

_NUMERAL = "一二三四五六七八九十百零〇两"
_DIGITS = r"[0-9０-９]"
# Rank and shape of numbered headings, in the order official documents nest them.
_NUMBERED = (
    (10, re.compile(rf"第[{_NUMERAL}0-9０-９]+[编編篇卷]")),
    (11, re.compile(rf"第[{_NUMERAL}0-9０-９]+章")),
    (12, re.compile(rf"第[{_NUMERAL}0-9０-９]+[节節]")),
    (20, re.compile(rf"[{_NUMERAL}]+(?:[、．.]|　|$)")),
    (21, re.compile(rf"[（(][ 　]*[{_NUMERAL}]+[ 　]*[）)]")),
    (22, re.compile(rf"{_DIGITS}{{1,2}}(?:[、．]|\.(?![0-9０-９])|[)）])(?!{_DIGITS})")),
    (23, re.compile(rf"[（(]{_DIGITS}{{1,2}}[）)]")),
    (24, re.compile(rf"第[{_NUMERAL}]{{1,3}}[，、]")),
)
_MARKDOWN = re.compile(r"(#{1,6})[ \t]+\S")
_BOLD = re.compile(r"\*\*(?=\S)[^*]+\*\*$")  # Markdown for a heading, where it is the whole line
_BULLET = re.compile(
    r"[-*+][ \t]|[•·●○■□▪◆◇➢▶※√]|[①-⑳⑴-⒇]|[—–―]{1,3}|附[件录表图]|[注附][：:]"
    rf"|第[{_NUMERAL}0-9０-９]{{1,5}}号(?=[ 　：:、关])"  # of 提案: 第017号　关于……的建议
    r"|【[^】]{1,10}】|(?:要点|案由|理由|背景|(?:主要)?内容|(?:具体)?建议)[：:]"
)
_PICTURE = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")
_ENDED = re.compile(r"(?:[。！？!?；;：:…]|(?<=[A-Za-z0-9])\.)[”’」』）)》】〕\"']*$")
_SENTENCE = re.compile(r"[。！？!?；;]|[：:…]$")
_CELLS = re.compile(r"\t|^\s*\|.*\||(?<=\S)\|(?=.*\||\s)|\S +\| .*\S +\| |\S {3,}\S+ {3,}\S")
_YEAR = rf"(?:{_DIGITS}{{4}}|[一二三四五六七八九〇○零]{{4}})"
_MONTH_DAY = rf"(?:{_DIGITS}{{1,2}}|[{_NUMERAL}]{{1,3}})"
_DATE = re.compile(
    rf"[（(]?{_YEAR}(?:年(?:{_MONTH_DAY}月(?:{_MONTH_DAY}日)?)?|([-/.]){_DIGITS}{{1,2}}\1"
    rf"{_DIGITS}{{1,2}})[）)]?$"
)
_DAY = re.compile(rf"{_YEAR}年{_MONTH_DAY}月{_MONTH_DAY}日")
_EDITION = re.compile(rf"(?:第|总第)?[　 ]*[A-Z]?{_DIGITS}{{1,4}}[　 ]*[版期](?![本权块])")
_SALUTATION = re.compile(
    r".{1,20}(?:们|們|代表|委员|委員|同志|先生|女士|主席|朋友|来宾)[，,：:！!]$"
)
_SPEAKER = re.compile(r"[^，。！？：:\d]{1,10}[：:]")

LONGEST_HEADING = 60  # characters; longer numbered lines are paragraphs that begin with a number


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds text: its span without white space, and the room before it."""

    start: int
    end: int
    indent: int  # white-space characters in front of it
    gap: int  # line breaks since the line before

    def of(self, text: str) -> str:
        """The line's own text, of the text it was found in."""
        return text[self.start : self.end]


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not blank."""
    found: list[Line] = []
    previous = 0
    for match in _LINE.finditer(text):
        start, end = trimmed(text, *match.span())
        if start < end:
            gap = len(_BREAK.findall(text, previous, start))
            found.append(Line(start, end, start - match.start(), gap))
            previous = end
    return tuple(found)


def numbered_rank(line: str) -> int | None:
    """The rank of the number or mark `line` begins with, smaller is outer; None without one."""
    if markdown := _MARKDOWN.match(line):
        return len(markdown.group(1))
    words = line.strip("*") if is_bold(line) else line
    return next((rank for rank, shape in _NUMBERED if shape.match(words)), None)


def is_numbered_heading(line: str) -> bool:
    """A short numbered line that is not a sentence: 一、… （二）… 1. … 第一章 … ## …"""
    if numbered_rank(line) is None or is_table_row(line):
        return False
    return len(line) <= LONGEST_HEADING and not _SENTENCE.search(line) and line[-1] not in "，,、"


def line_start(text: str, at: int) -> int:
    """Where the line begins that `at` is in."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where it ends: at its line break, or with the text."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def is_ended(line: str) -> bool:
    """Whether `line` ends as a sentence, a clause or an introduction ends."""
    return _ENDED.search(line) is not None


def is_table_row(line: str) -> bool:
    """Cells parted by a tab, by bars, or by wide gaps twice: a line that is no prose, which an
    indented one may be, too. To draw a text as tables, `cells.is_row`.
    """
    return _CELLS.search(line) is not None


def is_bold(line: str) -> bool:
    """`**…**` in Markdown, and nothing else."""
    return _BOLD.match(line) is not None


def is_date(line: str) -> bool:
    """A date and nothing else, in digits of any width or Chinese numerals."""
    return _DATE.match(line) is not None


def is_masthead(line: str) -> bool:
    """`某某日报 2026年3月9日 第05版`: which paper this is cut from, and of what day."""
    return _DAY.search(line) is not None and _EDITION.search(line) is not None


def is_salutation(line: str) -> bool:
    """`各位代表：` and the like."""
    return _SALUTATION.match(line) is not None


def names_speaker(line: str) -> bool:
    """`甲：…` and `电话：…`, where each line stands for itself."""
    return _SPEAKER.match(line) is not None


def is_pictured(line: str) -> bool:
    """🍚 大米: a picture opens it, as a bullet does."""
    return _PICTURE.match(line) is not None


def starts_block(line: str) -> bool:
    """Whether `line` cannot be the middle of a sentence begun on the line before."""
    if _BULLET.match(line) or is_bold(line) or numbered_rank(line) is not None:
        return True
    return is_date(line) or is_salutation(line) or is_table_row(line) or is_pictured(line)
