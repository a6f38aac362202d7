"""Whether a sentence tells which one it is that is asked for, or only that there is one, or three.

一家快递公司 does not say which firm, 一位总监 not what he is called, 三个省份 not which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from assistant.query.places import named_things
from assistant.register.names import is_name
from assistant.register.places import PROVINCES
from index.matching import HAN

_MEASURES = "家所个座位名款"
_NUMBERS = "两二三四五六七八九十"
_WHICH_ONE = re.compile(f"哪一?([{_MEASURES}])((?!的)[{HAN}](?!的)[{HAN}])")
_CALLED_WHAT = re.compile(f"([{HAN}]{{2}})(?:的(?:名字|姓名|全名)(?:是|叫)|叫)(?:什么|啥)")
_NAMED = re.compile(
    "[“《·—(]|:|名[叫为唤字是]|叫|称[作呼为]|喊|本名|定为|外号|绰号|就是|(?<![立随当旋])即(?![将使可便])"
)
_SUBJECT = re.compile("(?:(?<![的方])是|成为|作为)[^,。;]*$|[这那从]$")
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
    rf"[{_NUMBERS}\d]([个家座所]?)(?:[{HAN}]{{1,2}}级|(?<=[个家座所])[{HAN}]{{2}})?{_ONES}的?(?:名[字称单])?"
    "(?:分别)?(?:叫什么|[是为有]哪)"
)
_LISTED = re.compile("分别|包括|(?:^|[,。;])[^、,。;]{2,4}(?:、[^、,。;]{2,4}){2}")


def identifying(asked: str) -> Callable[[str], bool]:
    """Tells of a sentence whether it says which one is asked for, if that is asked; normalised.

    >>> identifying("是哪家快递公司?")("一家快递公司买下了它。")
    False
    >>> identifying("总监叫什么名字?")("接待我的是一位运营总监,王海涛。")
    True
    """
    single = [
        re.compile(f"(?<![第每唯为同后先首头十百千万])[一某]{measure}[^,。;]{{0,8}}{thing}")
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

    def identifies(text: str) -> bool:
        mentions = (mention for one in single for mention in one.finditer(text))
        return all(_is_named(text, one) for one in mentions) and not _only_counts(counted, text)

    return identifies


def _is_named(text: str, mention: re.Match[str]) -> bool:
    """Whether the one mentioned is named: before, 王海涛,一位总监, or behind, 一位总监……他叫王海涛.

    甲公司是一家快递公司 tells it, too; 对方是一家快递公司 does not.
    """
    before, behind = text[: mention.start()], text[mention.end() :].lstrip(",")
    return bool(
        _NAMED.search(text, mention.start())
        or any(is_name(behind[:length]) for length in (2, 3))
        or _SUBJECT.search(before)
        or (before.endswith(",") and any(is_name(before[-1 - length : -1]) for length in (2, 3)))
    )


def _only_counts(counted: Iterable[re.Pattern[str]], text: str) -> bool:
    """Whether the text says how many of them there are, and in that clause, the one before or the
    next names or lists none.
    """
    found = next(filter(None, (one.search(text) for one in counted)), None)
    if found is None:
        return False
    before = re.split("[,。;]", text[: found.start()])
    told = ",".join([*before[-2:-1], *re.split("[,。;]", before[-1] + text[found.start() :])[:2]])
    listed = _LISTED.search(text) or re.search("[、:“《和与及]", told)
    return not (listed or any(named_things(told)) or re.search(PROVINCES, told))
