"""Whether a sentence tells which one it is that is asked for, or only that there is one, or three.

一家快递公司 does not say which firm, 一位总监 not what he is called, 三个省份 not which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from assistant.query.places import TRADES, named_things
from assistant.register.names import is_name
from assistant.register.numerals import small
from assistant.register.places import PROVINCES
from index.matching import HAN

_MEASURES = "家所个座位名款种"
_NUMBERS = "两二三四五六七八九十"
_WHICH_ONE = re.compile(f"哪一?([{_MEASURES}])((?!的)[{HAN}](?!的)[{HAN}])")
_CALLED_WHAT = re.compile(f"([{HAN}]{{2}})(?:的(?:名字|姓名|全名)(?:是|叫)|叫)(?:什么|啥)")
# 她的女儿叫什么; whoever tells of her names her beside the word.
_KIN = "女儿|儿子|孙女|孙子|妻子|丈夫|老伴|爱人|父亲|母亲|师傅|徒弟|哥哥|弟弟|姐姐|妹妹"
_KIN_CALLED = re.compile(f"({_KIN})(?:的(?:名字|姓名))?(?:是|叫)(?:什么|啥|谁)")
_NAMED = re.compile("[“《:—(]|名?叫|名为|是(?![一某])|就是|即")
# By a name that tells no firm, too: 甲乙时代研制了这种电池.
_WHICH_FIRM = re.compile(
    f"^(?!.*(?:谁|哪一?位)).*哪家(?:公司|企业|医院|银行|学校|机构)((?!的)[{HAN}]{{2}})?"
)
_FIRM = f"公司|集团|企业|医院|银行|大学|学院|机构|[厂局社](?!长)|股份|物流|[^各]{{2}}{TRADES}"
# In 8个省 nothing says which ones they are, but for what names or lists some.
_ONES = (
    "([省市县区镇村港]|城市|(?:国家)?公园|项目|园区|基地|车站|国家|学校|[大高]校|企业|[国央民外]企|公司|单位|部门|机构"
    "|医院|银行|水库|机场)"
)
_OF_KIND = f"(?:(?!的)[{HAN}]){{0,6}}?"  # 三个中部省份
_WHICH_ONES = re.compile(
    rf"哪(?:些|几|[{_NUMBERS}]|\d+)([个家座所]?)(?:(?<=[个家座所]){_OF_KIND})?{_ONES}"
)
_ARE_WHICH = re.compile(
    rf"[{_NUMBERS}\d]([个家座所]?)(?:[{HAN}]{{1,2}}级)?{_ONES}的?(?:名[字称单])?(?:分别)?(?:叫什么|[是为有]哪)"
)
_SO_MANY = re.compile(f"哪([{_NUMBERS}])([件条项])(?![{HAN}])")  # 被采纳的是哪两件
_LISTED = re.compile("分别|包括|(?:^|[,。;])[^、,。;]{2,4}(?:、[^、,。;]{2,4}){2}")


def identifying(asked: str) -> Callable[[str], bool]:
    """Tells of a sentence whether it says which one is asked for, if that is asked; normalised.

    >>> identifying("是哪家快递公司?")("一家快递公司买下了它。")
    False
    >>> identifying("总监叫什么名字?")("接待我的是一位运营总监,王海涛。")
    True
    """
    single = [
        # 甲公司是一家快递公司 tells; 对方是一家快递公司 does not
        re.compile(f"(?<![第每唯为同十百千万])(?<!(?<!方)是)[一某]{measure}[^,。;]{{0,8}}{thing}")
        for measure, thing in (
            *_WHICH_ONE.findall(asked),
            *((f"[{_MEASURES}]", thing) for thing in _CALLED_WHAT.findall(asked)),
        )
    ]
    counted = [
        re.compile(
            rf"[\d{_NUMBERS}](?:[个家座所]?{_OF_KIND}{thing}|{measure.strip('个') or thing})"
            rf"|{thing}[^,。;\d]{{0,6}}[\d{_NUMBERS}]+[个家座所]"
        )
        for measure, thing in (*_WHICH_ONES.findall(asked), *_ARE_WHICH.findall(asked))
    ]
    counted += [
        re.compile(rf"[\d{_NUMBERS}]{measure}[^,。;]{{0,4}}{thing}")
        for measure, thing in _WHICH_ONE.findall(asked)
        if measure in "家所座"
    ]
    counted += [
        re.compile(f"(?:{number}|{small(number)}){measure}")
        for number, measure in _SO_MANY.findall(asked)
    ]
    firms = [
        re.compile(f"{_FIRM}|[{HAN}]{{2}}{does}" if does else _FIRM)
        for does in _WHICH_FIRM.findall(asked)
    ]
    kin = [re.compile(one) for one in _KIN_CALLED.findall(asked)]

    def identifies(text: str) -> bool:
        found = (mention for one in single for mention in one.finditer(text))
        return (
            all(_is_named(text, mention.end()) for mention in found)
            and not _only_counts(counted, text)
            and all(one.search(text) for one in firms)
            and all(
                any(_is_named(text, mention.end()) for mention in one.finditer(text)) for one in kin
            )
        )

    return identifies


def _is_named(text: str, end: int) -> bool:
    """Whether a name follows there: 总监王海涛, 一家公司（…）, 一种鱼叫……."""
    behind = text[end:].lstrip(",")
    return bool(_NAMED.match(behind)) or is_name(behind[:3]) or is_name(behind[:2])


def _only_counts(counted: Iterable[re.Pattern[str]], text: str) -> bool:
    """Whether the text says how many of them there are, and there or behind names or lists none."""
    found = next(filter(None, (one.search(text) for one in counted)), None)
    if found is None:
        return False
    start = max(text.rfind(mark, 0, found.start()) for mark in ",。;") + 1
    told = ",".join(re.split("[,。;]", text[start:])[:2])
    listed = _LISTED.search(text) or re.search("[、:“《和与及]", told)
    return not (listed or any(named_things(told)) or re.search(PROVINCES, told))
