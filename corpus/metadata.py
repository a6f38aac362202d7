"""What a document says about itself in its first lines: title, author, organisation, date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.headings import front_lines
from corpus.lines import is_ended, is_masthead, lines_of, numbered_rank
from corpus.names import is_personal_name
from corpus.repair import repair
from corpus.tidy import flat

_FIRST = 3000  # characters looked at: the first page
_LAST = 200  # characters at the end, where letters and reports are signed and dated
_CLOSING = 5  # of its lines, as below the date stand who else gets it, and the number of the page
_TITLED = 12  # lines among which a page shows its title, below what leads to other pages
_SHORTEST_TITLE = 4  # characters
_FILED = re.compile("(?:索引号|[编文]号|发文字号|主题分类|公开(?:属性|方式|类别))[：:]")
_HEAD = re.compile(
    "(?:委员会|常委会|办公厅|办公室|政府|[部局厅署]|会议|协会|商会|联合会|集团|公司|大学"
    "|文件)$"  # 某省人民政府文件, over the number and the title
)
_WORK = re.compile(
    "^关于|(?:报告|纪要|记录|答复|复?函|清单|目录|汇总|议案|意见|方案|规划|通知|公告|白皮书|要点|讲话|总结)"
    "(?:[（(][^（）()]*[）)])?$"
)


@dataclass(frozen=True, slots=True)
class About:
    """Empty where neither the document nor its file name says."""

    title: str = ""
    author: str = ""
    organisation: str = ""
    date: str = ""


def describe(text: str, stem: str, title: str) -> About:
    """What the first lines of `text` say, and `stem`, the file name, where it says more.

    `title`: as the file gives it, to be told from a site's name by the line that says the same.
    """
    repaired = repair(text[:_FIRST]).text
    shown = [line.of(repaired) for line in lines_of(repaired)]
    front = shown[: front_lines(shown)]
    marked = _marked(shown[:_TITLED], title)
    if marked in front:
        front = front[front.index(marked) :]  # above it are links to other pages
    first = marked or _first_line(front)
    title = _title(first, stem)
    others = [line for line in front if line != first]
    rest = [_FULL_DATE.sub("", line).strip() for line in others]
    labelled = [line for line in shown[:_TITLED] if _WHEN.match(line) and line not in others]
    date = _date(others + labelled, text[-_LAST:], title, stem)
    # What is repaired has lost the space between what stands side by side.
    typed = {flat(line): line for line in text[:_FIRST].splitlines()}
    split = [_parts(_FULL_DATE.sub("", typed.get(flat(line), line))) for line in others]
    return About(title, _author(rest, split), _organisation(split), date)


def _marked(shown: list[str], title: str) -> str:
    """The line that says what the file gives as title, which may add the name of a site."""
    said = flat(title)
    lines = (line for line in shown if said.startswith(flat(line)))
    return next((line for line in lines if len(line) >= _SHORTEST_TITLE), "")


def _first_line(front: list[str]) -> str:
    """The line that should be the title: the one marked as such, or the first with words.

    Below who issues it or which meeting it is of, the line that says what it is.
    """
    marked = [line for line in front if line.startswith("# ")]
    words = (line for line in marked + front if re.search(r"\w", line))
    lines = [line for line in words if not (is_masthead(line) or _FILED.match(line))]
    first = next(iter(lines), "")
    if marked or not _HEAD.search(first):
        return first
    return next((line for line in lines[1:] if _WORK.search(line)), first)


def _title(first: str, stem: str) -> str:
    """The first line unless it is a sentence or a section; the file name where it says more."""
    title = first.lstrip("# \t")
    if not title or is_ended(title) or (numbered_rank(title) is not None and title == first):
        return ""
    return stem if len(title) < len(stem) and title in stem else title


_AUTHOR = re.compile(
    r"(?:作\s*者|撰稿|撰文|执笔|记者|文)\s*[：:／/]\s*(?P<names>[^：:]+)$|(?P<by>\S+)\s*[／/]\s*文$"
)
_BYLINE = re.compile(r"(?:作者|撰稿|执笔|记者|通讯员)$")  # 本报记者　李明　王芳
_OFFICE = re.compile(
    r".*(?:总理|總理|主席|主任|[部省市州县区厅局署院会]长|检察长|书记|记者|研究员|教授)"
    r"(?P<name>[^\s（）()]{2,4})[）)]?$"
)


# 某某研究院　2026年第3期　执笔：李明, 来源：某某日报 编辑：李明
_GAP = re.compile(r"[\t|]+|\s{2,}|　|\s(?=\S{2,5}[：:])")


def _parts(line: str) -> list[str]:
    """What stands side by side in a line, without marks of emphasis and quotation."""
    return [part for part in _GAP.split(line.strip("*_> ").lstrip("（(")) if part]


def _author(lines: list[str], split: list[list[str]]) -> str:
    for part in (part for line, parts in zip(lines, split, strict=True) for part in (line, *parts)):
        if match := _AUTHOR.match(part):
            return (match["names"] or match["by"]).strip()
    for line, parts in zip(lines, split, strict=True):
        if by := list(_by(line.split())):
            return "、".join(by)
        beside = parts[1:] if parts and _ORGANISATION.match(parts[0]) else []
        for name in (flat(line), *beside):
            if is_personal_name(name):
                return name
            if (match := _OFFICE.match(name)) and is_personal_name(match["name"]):
                return match["name"]
    return ""


def _by(words: list[str]) -> Iterator[str]:
    """Names behind 记者 and the like."""
    below = False
    for word in words:
        if _BYLINE.search(word):
            below = True
        elif below := below and is_personal_name(word):
            yield word


_ORGANISATION = re.compile(
    r"(?P<name>[^，。；：:]{2,40}?(?:院|所|部|局|处|厅|署|办公室|委员会|委|政府|公司|集团|协会|学会|商会|联合会"
    r"|大学|学院|学校|研究中心|中心|报社|报|杂志社|出版社|通讯社|网|银行|基金会|智库)(?:[（(][^（）()]*[）)])?)$"
)
_SOURCE = re.compile(r"(?:来源|单位|机构|发布单位|发布机构|出处)\s*[：:]\s*(?P<name>\S.*)$")


def _organisation(split: list[list[str]]) -> str:
    for part in (part for parts in split for part in parts):
        if match := _SOURCE.match(part) or _ORGANISATION.match(part):
            return match["name"].strip()
    return ""


_DIGITS = str.maketrans("０１２３４５６７８９〇○零一二三四五六七八九", "0123456789000123456789")
_D = "[0-9０-９〇○零一二三四五六七八九]"
_FULL_DATE = re.compile(
    rf"(?<![0-9０-９])(?P<year>(?:1[89]|20|１[８９]|２０|一[八九]|二[〇○零]){_D}{{2}})\s*"
    rf"(?:年\s*(?:(?P<month>[0-9０-９一二三四五六七八九十]{{1,3}})\s*月\s*"
    rf"(?:(?P<day>[0-9０-９一二三四五六七八九十]{{1,3}})\s*日)?)?"
    rf"|[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}}))"
)
# The year of a goal (2035年远景目标, 2060年前碳中和) is no date.
_GOAL = re.compile(r"年?\s*(?:以|之)?(?:前|远景|愿景|中长期)")

_WHEN = re.compile(r"[*>\s-]*(?:会议|发布|成文|印发|召开)?(?:时间|日期)\**[：:]")
_SIGNED = re.compile(r"^[^，。；：:]{0,40}日[）)]?$|[刊载]于|日[^，。；：:]{0,4}印发")


def _date(front: list[str], end: str, title: str, stem: str) -> str:
    """The most precise date of the first lines, else that of the last, else the title's year."""
    found = [date for line in front for date in _dates(line)]
    if found:
        return max(found, key=len)
    last = [line.strip() for line in end.splitlines() if line.strip()][-_CLOSING:]
    closing = [line for line in last if _SIGNED.search(line)]
    for line in (*closing, title, stem):
        for date in _dates(line):
            return date
    return ""


def _dates(line: str) -> list[str]:
    dates = []
    for match in _FULL_DATE.finditer(line):
        if not (match["month"] or match["m"]) and _GOAL.match(line, match.end()):
            continue
        parts = [match["year"].translate(_DIGITS)]
        for part in (match["month"] or match["m"], match["day"] or match["d"]):
            if part:
                parts.append(f"{_number(part):02d}")
        dates.append("-".join(parts))
    return dates


def _number(text: str) -> int:
    """十 to 三十一, or digits of any width."""
    first, ten, ones = text.translate(_DIGITS).partition("十")
    return 10 * int(first or 1) + int(ones or 0) if ten else int(first)
