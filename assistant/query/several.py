"""Several questions in one message, told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.query import smalltalk
from assistant.query.question import EACH
from assistant.query.topic import INTERROGATIVE
from assistant.query.years import AND, ANY_YEAR, MOST_YEARS, SHORTEST, said_by_year
from index.matching import HAN, terms
from index.titles import document_years, years

MOST = 5  # questions of a message, or parts of a sentence, that are told apart
_ENDS = re.compile(r"(?<=[？?])(?![”’』」》）)])")  # not of what is quoted

# 哪年首次提出？当时怎么说？ asks once.
_OF_THAT_YEAR = re.compile(
    "((?:哪一?年|什么时候|哪一?份报告)[^？?]*)[？?](?=当时|那一?年|当年|原话|最后一次)"
)
# 2023年和2024年……分别是多少, 比较2023年与2024年的……: asked once of each; 2024年比2023年 is not.
# 2025年实际和2026年目标各是多少: what is asked of each year stays with it.
_OF_YEAR = "(?:实际(?:完成)?|计划|预期|目标|(?:政府工作)?报告)?"
_TO = "[到至—–～~-]"
_NO_NUMBER = r"(?![\d.,]|[多余]?[万亿元吨人户家个件名项条亩公千%])"  # 2000和2012元
_YEAR = f"{ANY_YEAR}(?:年|{_NO_NUMBER})"
YEARS_IN_A_ROW = re.compile(
    f"(?:{ANY_YEAR}年?[底末]?{_OF_YEAR}(?:{AND}|{_TO})){{1,4}}{_YEAR}[底末]?{_OF_YEAR}"
)
_YEARS = re.compile(
    f"(?P<first>{ANY_YEAR})年?(?P<of>[底末]?{_OF_YEAR})"
    f"(?:{_TO}(?P<last>{ANY_YEAR})年?(?P<of_last>[底末]?{_OF_YEAR}))?"
)
# 产值，2025年完成多少，2026年目标又是多少？
_CLAUSE = re.compile(r"，|,(?!\d{3}(?!\d))")  # 1,000 is one figure
_OF_ONE = f"{ANY_YEAR}年[^，,？?]{{0,12}}多少[^，,？?]{{0,4}}"
_APART = re.compile(
    rf"(?P<of>[^，,：:？?]{{2,40}}?)(?<![到在从自于至])[，,：:]?(?P<each>{_OF_ONE}(?:[，,]{_OF_ONE}){{1,4}})[？?]?"
)
# 各投了多少, 每年, too; not 各地多少
_EACH = re.compile(
    f"{EACH}|都(?=是谁)|每年(?=[是怎如的])|各(?=[^，,？?省市县区镇乡村国州校厂家单部行种类地级界项位方]{{1,6}}多少)"
)
# 甲县和乙县的产量各是多少？ 产量，甲县和乙县哪个更高？
_OF_TIME = f"(?:{ANY_YEAR}年[底末]?|[去今]年)的?"
_AND = "(?:[、和与跟]|(?<![合共相不])同(?![比期时样意级步志]))"
_MEASURE = (
    rf"(?:人均|平均|年均|总)?(?:[{HAN}]{{2}}[率额量价数]|[{HAN}]{{2,3}}(?:收入|支出))(?=分别|各)"
)
_BOTH = re.compile(
    rf"(?P<when>(?:^请问|^在)?{_OF_TIME}里?)?(?P<first>[^，,。、：:？?“”\s和与跟]{{2,14}}?){_AND}"
    rf"(?P<last>[^，,。、：:？?“”\s\d和与跟的各谁哪两]{{2,14}}?)"
    rf"(?=的|各|谁|哪|两|平均|相?比|[，,]|{_OF_TIME}|{_MEASURE})"
)
_MORE = "[多少高低大小快慢长短](?:一?[些点])?"
_WHICH = re.compile(
    "(?:相比)?[，,、]?(?:谁|哪(?![里儿些年月天种类位])一?[个家边方]?[省市县区镇乡村]?)的?(?P<told>[^，,、？?]{0,12}?)"
    f"得?[更较最]?{_MORE}(?=[，,、？?]|$)"
)
_SO_MANY_OF = re.compile("^这?[几两三四五](?:份(?=报告)|年)的?")  # 2023年和2024年两份报告
# 2024年同2025年比，哪年安排发得多？
_MORE_OF_TWO = re.compile(
    f"(?P<of>.{{0,40}}?)(?P<first>{_YEAR})[同跟和与](?P<last>{_YEAR})(?:相?比较?|对比|相比之下)?[，,]?"
    f"哪(?:一?年|个(?=[更最定]))的?(?P<told>[^，,？?]{{0,16}}?)[得更最]*{_MORE}"
    "(?:[，,]各?(?:自|是|为)*多少)?[？?]?"
)
# 赤字，哪年更大？ 2024和2025两年的目标有什么不同？
_OF_BOTH = re.compile(
    f"[，,]?(?:是|在)?哪(?:一?年的?|一?个(?=[更最较定]))(?:[定设]得)?[更最较]?{_MORE}"
    "(?:[，,？?][^多几谁哪]*)?$"
    "|(?:(?<=[率额量数价])|(?<=目标|指标|收入|支出))的?有(?:什么|啥|何|哪些)"
    "(?P<differs>不同|不一样|区别|差别|差异)(?=[？?]?$)"
)
# “十三五”和“十四五”两个规划的目标分别是多少？
_PLAN = "(?:“?十[一二三四]?五”?|“[一二三四五六七八九]五”)"
_PLANS = re.compile(
    f"(?P<first>{_PLAN})(?:时期|期间|规划|计划)?[、和与同跟](?P<last>{_PLAN})"
    "(?:两个)?(?P<kind>时期|期间|规划|计划)?[，,]?"
)
_FIGURE = re.compile(
    "(?:[量率额值数价程]|收入|支出|[比占]重|占比|增速|面积|规模|指标|目标)[ ，,：:]*$"
)
_DIFFERENCE = re.compile("相?差了?(?:多少|几)[^，,？?]{0,4}[，,]")  # 差了多少，各是多少
_AMOUNT = re.compile("的?[^，,比]{1,20}(?:是|为)?多少")
_TOGETHER = re.compile("[一总]共|合计|累计|平均|年均")
# 2020年到2024年，甲县和乙县各是怎么变化的？ asks of the whole time.
_COURSE = re.compile("变化|变动|走势|[增涨升降减][到至了加长幅](?!目标|指标|率|速)")
_THAN_EACH_OTHER = re.compile(
    "[，,]?相?比(?:较|起来)?(?:如何|怎么?样)?[？?]?$"
)  # 里程：2013年和2015年相比
_COMPARING = re.compile("^(?:请)?(?:比较|对比|比一比)(?:一下)?")


def split(text: str) -> list[str]:
    """The questions of a message; one that asks once, or too much, stays whole.

    >>> split("赤泥堆存量有多少？谁提到了它？谢谢！")
    ['赤泥堆存量有多少？', '谁提到了它？']
    >>> split("《谁来养活中国？》是谁提的？哪年提的？")
    ['《谁来养活中国？》是谁提的？', '哪年提的？']
    >>> split("赤泥堆存量有多少?谁提到了它")
    ['赤泥堆存量有多少?', '谁提到了它']
    """
    parts = [part.strip() for part in _ENDS.split(_OF_THAT_YEAR.sub(r"\1，", text))]
    asked = [part for part in parts if part[-1:] in ("？", "?") and asks(part)]
    if parts[-1] not in asked and asks(parts[-1]):  # without a mark
        if not INTERROGATIVE.search(parts[-1]):
            return [text]
        asked.append(parts[-1])
    # 农业税为什么取消？2004、2005年的报告怎么讲？ asks of the years what is named before.
    if said_by_year(text) and not any(map(said_by_year, asked)):
        return [text]
    return asked if 1 < len(asked) <= MOST else [text]


def by_year(text: str) -> list[str]:
    """One question for each year, or five-year plan, of several in a row; [] where it is but one.

    >>> by_year("赤字率2023年和2024年目标分别是多少？")
    ['赤字率2023年是多少？', '赤字率2024年目标是多少？']
    """
    plain = text.strip()
    if said_by_year(plain):  # which is looked for in the documents of each
        return []
    if apart := _APART.fullmatch(plain):
        return [f"{apart['of']}，{one}？" for one in _CLAUSE.split(apart["each"])]
    if more := _MORE_OF_TWO.fullmatch(plain):
        return [f"{more['of']}{more[one]}{more['told']}多少？" for one in ("first", "last")]
    row = YEARS_IN_A_ROW.search(plain)
    asks = _OF_BOTH.search(plain, row.end()) if row else None
    if row and asks and not (asks["differs"] and "、" in plain[row.end() :]):
        plain = f"{plain[: asks.start()]}各是多少？"
    plain = _THAN_EACH_OTHER.sub("", plain)
    is_bare = row and _FIGURE.search(plain[: row.start()]) and not plain[row.end() :].strip("？? ")
    each = _EACH.search(plain) or _COMPARING.match(plain) or is_bare
    if each and not row and (plans := _PLANS.search(plain)):
        ahead = _COMPARING.sub("", plain[: plans.start()])
        rest = (plans["kind"] or "") + _EACH.sub("", plain[plans.end() :])
        return [f"{ahead}{plans[one]}{rest}" for one in ("first", "last")]
    if not row or not (each or _AMOUNT.search(plain, row.end())) or _TOGETHER.search(plain):
        return []
    parts = list(_YEARS.finditer(row.group()))
    named = [
        f"{year}年{part['of'] or part['of_last'] or ''}"
        for part in parts
        for year in range(int(part["first"]), int(part["last"] or part["first"]) + 1)
    ]
    if any(part["last"] for part in parts) and (not each or _COURSE.search(plain)):
        return []
    behind = _SO_MANY_OF.sub("", plain[row.end() :])
    rest = _COMPARING.sub("", plain[: row.start()]), _EACH.sub("", _DIFFERENCE.sub("", behind))
    told = [f"{rest[0]}{year}{rest[1]}" for year in named]
    others = {*years("".join(rest))} - {*document_years(rest[0])}
    return told if 1 < len(named) <= MOST_YEARS and not others else []


def of_each(text: str) -> dict[str, str]:
    """By name, where two of a kind are asked about, the question about each; {} elsewhere.

    >>> of_each("甲县和乙县的产量各是多少？")
    {'甲县': '甲县的产量是多少？', '乙县': '乙县的产量是多少？'}
    >>> of_each("2024年甲厂和乙厂的产量哪个更高？")
    {'甲厂': '2024年甲厂的产量多少？', '乙厂': '2024年乙厂的产量多少？'}
    """
    which = _WHICH.search(text)
    both = _BOTH.search(text) if which or _EACH.search(text) else None
    if both is None or (text[both.end("first")] == "、" and "、" in text[: both.start()]):
        return {}
    rest = text[both.end() :]
    amount = "" if "多少" in rest else f"{which['told']}多少" if which else ""
    rest = _EACH.sub("", _WHICH.sub(lambda _: amount, rest))
    ahead = text[: both.start()] + (both["when"] or "")
    return {both[one]: f"{ahead}{both[one]}{rest}" for one in ("first", "last")}


def asks(text: str) -> bool:
    """Whether there is anything to look for: no greeting, and words enough."""
    return not smalltalk.reply(text) and len("".join(terms(text))) >= SHORTEST


def singly(history: Sequence[str]) -> list[str]:
    """Earlier messages, each of their questions by itself."""
    return [question for message in history for question in split(message)]
