"""Questions put in words, as one would ask them; empty where the words would not make one."""

from __future__ import annotations

import re

from assistant.register import Figure, changes, figure_year, sense
from index.matching import simplify

_MEASURE = re.compile(
    "(?:[量率额数价值比]|面积|规模|产能|比重|增速|价格|[收投]入|支出|成本|利润|储备|里程|寿命)$"
)
_ROSE = re.compile("增长|下降|上升|提高|降低|减少|增加|缩短|上涨|下跌|扩大|回落|提升")
# 这一比重, 新增利用率: of what is not said.
_PLAIN = re.compile(
    "(?![拟将要把对向为使让他她它牠其该此这那]|新增|年均|累计|同比)[\u4e00-\u9fffA-Za-z0-9·（）]{3,16}"
)
_NUMBERING = re.compile(
    r"^(?:第?[一二三四五六七八九十百\d]+[章节篇部分]*|[（(][^（）()]{1,4}[）)])[、.．\s]*"
)
_TO_DO = re.compile(
    "(?:进一步|大力|着力|深入|切实|积极|全面|统筹|扎实|持续|加快|坚持|努力|继续|有效)*"
    "(?:构建|筑牢|推[动进行广]|加[强快大]|完善|深化|坚持|扩大|促进|保[障持护]|提[高升]|优化|建设|发展|"
    "强化|健全|落实|实[施现]|支持|培育|防范|稳定|改[善革进]|践行|驱动|突破|重塑|巩固|增强|发挥|维护|"
    "调整|转变|建立|做好|抓好|搞好|解决)"
)


def of_person(name: str, *, more: bool = False) -> str:
    """What somebody proposes, or what else."""
    return f"{name}{'还' if more else ''}提出了哪些建议？"


def of_figure(row: Figure, years: dict[str, str]) -> str:
    """某率是多少, 某产量增长多少. `years`: of the documents."""
    year = figure_year(row, years) if row.year else ""
    subject = re.sub(r"^(?:\d{4}年|[今去上前本]年)(?:底|末|度)?的?", "", row.subject)
    if row.subject_start > row.start or not _PLAIN.fullmatch(simplify(subject)):
        return ""
    # A year tells of which document only where no other is of that year.
    own = list(years.values()).count(years.get(row.document, "")) < 2
    where = "" if len(years) < 2 or (year and own) else f"《{row.title}》中，"
    when = f"{where}{year}年" if year else where
    rose = [found[0] for word in changes(row.qualifier) if (found := _ROSE.search(word))]
    if rose and sense(row.qualifier) == "change":
        return f"{when}{subject}{rose[0]}多少？"
    if sense(row.qualifier) == "level" and _MEASURE.search(subject):
        return f"{when}{subject}是多少？"
    return ""


def of_section(section: str, *, proposes: bool) -> str:
    """哪些人就某事提出了建议, where somebody does, else 如何做某事."""
    heading = _NUMBERING.sub("", section.split(" > ")[-1].strip())
    about = re.split("[，、,：:；;—（(]", heading)[0].removesuffix("层面").removesuffix("方面")
    if not _PLAIN.fullmatch(simplify(about)):
        return ""
    if proposes:
        return f"哪些人就{about}提出了建议？"
    return f"如何{about}？" if _TO_DO.match(about) else ""
