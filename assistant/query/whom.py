"""Whom a question names: who is said or asked to have spoken, or whose deputies are; and whether
a text names somebody.
"""

from __future__ import annotations

import re

from pypinyin.constants import PHRASES_DICT

from assistant.query.groups import asked_group
from assistant.query.places import TRADES, is_common
from assistant.query.stance import OPPOSES
from assistant.register.names import is_name, known_names
from assistant.register.places import home_provinces
from assistant.register.posts import POSTS, TITLES
from assistant.register.titled import ORGANISATION
from index.matching import normalise


def speaking(text: str) -> list[str]:
    """Names in the question that are said or asked to have spoken."""
    names = {match["name"]: text[match.end() :] for match in _SPOKEN.finditer(text)}
    return [name for name, rest in names.items() if is_name(name) and not _is_word(name, rest)]


def _is_word(name: str, rest: str) -> bool:
    """Whether what may be a name is a word that everybody knows, and no title follows it."""
    is_known = name in PHRASES_DICT and not re.match(TITLES, rest)
    return is_known or _NO_NAME.search(name) is not None


# What the dictionary of readings has not: it lists what is read otherwise than its characters are.
_NO_NAME = re.compile(
    "^[这那].{2}|^[有某另][个位名些]|^[文书信]中$"
    "|^文[件章档本]|^(?:向来|时候|方才|平时|白皮书|公[报告约]|简[报介章]|章程|方案|计划|通[讯告报])"
    "|[谁几哪何啥能]|[号率量额值价层户者校部局厂店报务序众员]$|什么|多少|没有|有无|是否|[各都均也还又]$"
)
_VIEW = "建议|提案|主张|意见|观点|看法|态度|想法|立场"
_SPEAKS = (
    "提[出了过]|建议|提议|主张|呼吁|认为|指出|强调|谈到|说|通报|介绍|表示|透露|坦言|回应|答复|回复"
    f"|{OPPOSES}|支持|赞成|是谁|是[做干]?什么|的(?:{_VIEW})"
    f"|(?:有|是|持|抱)(?:哪些|什么|啥|怎样的|何种?|几[条项个])(?:{_VIEW})|是?怎么[看说想]|如何(?:看|评价)"
)
ASKS_WHO_SPOKE = re.compile(
    rf"(?:还有|有)?(?:谁|哪[位些个](?:代表|委员))(?:还|也)?(?:在[^，,]{{2,8}})?(?:{_SPEAKS}|提到)"
)
_TITLE = f"{TITLES}|总理|总书记|[\u4e00-\u9fff]长"
_SPOKEN = re.compile(
    r"(?:^|[，,。；;？?、和与及的](?![这那])|(?:代表|委员|院士|董事长)(?![和与及]))(?P<name>[\u4e00-\u9fff·]{2,4}?)"
    rf"(?=(?:{_TITLE})?(?:还|又|也|分别)?(?:{_SPEAKS})"
    rf"|(?:{_TITLE})?(?:在|对于?|就|针对|围绕|关于)[^，,。？?]{{1,20}}(?:{_SPEAKS}))"
)


def represented(text: str) -> list[str]:
    """Of whom the deputies are that the question asks about: 某某集团的代表提了什么."""
    if asked_group(normalise(text)):  # 来自企业的代表
        return []
    named = (match["of"] for match in _DEPUTIES.finditer(text))
    return [one for one in named if home_provinces(one) or _is_body(one)]


def _is_body(name: str) -> bool:
    """Whether it is called as a firm or place is, and not as a kind of them: 民营医院."""
    body = _BODY.search(name)
    return body is not None and not is_common(name[: body.start()])


_BODY = re.compile(f"(?:{ORGANISATION.pattern}|股份|控股|{TRADES}|(?<=..)[省市区州])$")


_DEPUTIES = re.compile(
    r"(?:^|[，,。；])(?:[今去前]年)?(?P<of>[\u4e00-\u9fffA-Za-z]{2,12}?)的(?:代表|委员)们?"
    r"(?=在[^，,。]{1,8}提|都?提[出了过]|有(?:哪些|什么))"
)


def with_post(name: str, between: str) -> re.Pattern[str]:
    """Somebody called by a post before the name, 局长张三, or behind it and what stands between."""
    name = re.escape(name)
    return re.compile(f"(?:{POSTS}){name}|{name}{between}(?:{POSTS})")


def names_whom(text: str, name: str) -> bool:
    """Whether the text has the name, and not only within a longer one; 李　明, too.

    >>> names_whom("李　明建议多种树。", "李明"), names_whom("李明亮建议多种树。", "李明")
    (True, False)
    """
    written = set(re.findall(r"\s*".join(map(re.escape, name)), text))
    return any(True for _ in known_names(text, written))
