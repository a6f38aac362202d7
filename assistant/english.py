"""Questions in English put as one asks documents in Chinese, as far as their words tell.

Names are found by their sound; nothing is translated but what asks, and posts.
"""

from __future__ import annotations

import re

from assistant import romanised
from assistant.foreign import is_foreign
from assistant.reader import Reader
from index.matching import HAN, HAN_CHARACTER

# By what one organisation or another calls whoever leads it.
_POSTS = {
    "county (?:head|mayor|magistrate|governor)": "县长",
    "chair(?:man|woman|person)?": "董事长 会长 理事长 主席 主任",
    "president": "校长 总裁 院长 会长 行长",
    "general manager": "总经理",
    "ceo|chief executive(?: officer)?": "总裁 首席执行官 CEO 总经理",
    "director": "院长 所长 局长 厅长 处长 主任 馆长 站长",
    "dean": "院长",
    "principal|head ?(?:master|mistress|teacher)": "校长 院长",
    "(?:party )?secretary": "书记 秘书长",
    "professor": "教授",
    "chief engineer": "总工程师",
    "founder": "创始人",
    "manager": "经理 总经理 厂长",
    "head": "院长 校长 局长 厅长 处长 主任 所长 厂长 站长",
    "mayor": "市长",
    "governor": "省长",
}
_OF_PLACE = {"市长": "市", "省长": "省", "县长": "县"}
_ANY_POST = "|".join(_POSTS)
_POST = rf"(?:former |ex-)?(?P<deputy>(?:deputy|vice)[ -])?(?P<post>{_ANY_POST})"
_NAME = r"(?-i:[A-Z])[\w-]*(?: (?-i:[A-Z])[\w-]*){0,7}"
_HOLDERS = tuple(
    re.compile(rf"(?:\bthe )?{words}(?![\w{HAN}]| [{HAN}])", re.IGNORECASE)
    for words in (
        rf"\b{_POST} (?:of|at|from) (?:the )?(?P<body>[{HAN}]+|{_NAME})",
        rf"(?P<body>[{HAN}]+|\b{_NAME}(?='s))(?:'s)? {_POST}",
    )
)
_WHO = {
    "who": "谁",
    "(?:which|what) (?:npc )?deput(?:y|ies)(?: to the npc)?": "哪些代表",
    "(?:which|what) (?:cppcc )?members?(?: of the cppcc)?": "哪些委员",
    "(?:which|what) (?:delegates?|representatives?|speakers?|people"
    "|(?:npc )?deputies (?:and|or) (?:cppcc )?members)": "哪些代表委员",
}
_DOES = {
    "(?:(?:talk|spoke|speak)(?:s|ed)? (?:about|of|on)|mention(?:s|ed)?|discuss(?:es|ed)?"
    "|focus(?:es|ed)? on|address(?:es|ed)?|comment(?:s|ed)? on|cared? about)": "谈到",
    "(?:propose[sd]?|suggest(?:s|ed)?|recommend(?:s|ed)?|call(?:s|ed)? for|advocate[sd]?)": "建议",
}
_MEETING = "(?: (?:at|during|in) the (?:two sessions|meetings?|documents?|congress|reports?))?"
_ON = tuple(
    (
        re.compile(
            rf"{who} (?:else )?(?:has |have )?{does} (?:the )?(?P<topic>.+?){_MEETING}",
            re.IGNORECASE,
        ),
        f"{asks}{done}",
    )
    for who, asks in _WHO.items()
    for does, done in _DOES.items()
)
_REPORT = re.compile(
    r"who (?:delivered|gave|presented|made|read(?: out)?|wrote) (?:the )?"
    rf"(?:(?P<body>[{HAN}]+)(?:'s)? )?(?P<year>(?:19|20)\d\d )?(?:government )?work report"
    rf"(?: (?:of|for|by) (?:the )?(?P<of>[{HAN}]+))?(?: (?:in|of|for) (?P<in>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_LATIN = re.compile(r"[\w-]+(?: [\w-]+)?", re.ASCII)  # a topic that Chinese documents may so write


def in_chinese(reader: Reader, text: str, *, foreign: bool) -> str:
    """The question with the names that the documents write, and in Chinese where it only asks
    what can be put so. `foreign`: whether it, or another with it, has no Chinese of its own.
    """
    told = text
    if is_foreign(text):
        told = reader.bodies.in_chinese(told.replace("’", "'"))
        told = romanised.with_people(told, reader.names_by_sound)
        told = _with_holders(reader, told)
        told = text if told == text.replace("’", "'") else told
    elif foreign:
        told = romanised.with_people(told, reader.names_by_sound)
    if foreign:
        told = romanised.asked(told)
    return _of_report(told) or _on_topic(reader, told) or told


def asks_for_speakers(text: str) -> bool:
    """Whether it asks in English who of several speaks of something."""
    plain = text.strip(" ?？.!")
    several = (pattern for pattern, chinese in _ON if chinese != "谁建议")
    return is_foreign(text) and any(pattern.fullmatch(plain) for pattern in several)


def of_titled(reader: Reader, text: str) -> tuple[list[str], str]:
    """Documents (paths) titled by a place or organisation that a question in English names, and
    the question without it: what they say of it need not name it.
    """
    if re.match("[A-Za-z]+ [a-z]", text):
        for body in re.findall(f"[{HAN}]{{3,}}", text):
            paths = [one.path for one in reader.documents if body in one.title]
            if paths:
                return paths, re.sub(rf"(?: (?:of|in|for|at|by))? ?{body}(?:'s)?", "", text)
    return [], text


def _with_holders(reader: Reader, text: str) -> str:
    """The question with the name of whoever is said to hold a post, or the post in Chinese."""
    for pattern in _HOLDERS:
        text = pattern.sub(lambda said: _holder(reader, said), text)
    names = {one.name for one in reader.whole.register.people}
    named = names.intersection(re.findall(f"[{HAN}·]+", text))
    return _without_posts(text, named.pop()) if len(named) == 1 else text


def _holder(reader: Reader, said: re.Match[str]) -> str:
    posts = next(
        chinese.split(" ")
        for english, chinese in _POSTS.items()
        if re.fullmatch(english, said["post"], re.IGNORECASE)
    )
    body = _body(reader, said["body"], _OF_PLACE.get(posts[0], ""))
    deputy = "副" if said["deputy"] else ""
    held = {
        one.name: f"{deputy}{post}"
        for one in reader.whole.register.people
        for post in posts
        if body and _holds(one.organisation_title, body, f"{deputy}{post}")
    }
    if len(held) == 1:
        return next(iter(held))
    written = (post for post in posts if f"{body}{deputy}{post}" in reader.whole.text)
    post = next(iter(held.values()), "") or next(written, posts[0] if len(posts) == 1 else "")
    return f"{body}{post}" if body and post else said[0].replace(said["body"], body or said["body"])


def _body(reader: Reader, name: str, place: str) -> str:
    """As the documents write it; `place`: the kind of place that it is, or empty."""
    if HAN_CHARACTER.search(name):
        return name
    return reader.bodies.place(name, place) if place else reader.bodies.called(name)


def _holds(title: str, body: str, post: str) -> bool:
    """Whether the title is of that post in the body itself, not in some department of it."""
    within = ".*" if post.endswith("教授") else _FORMS
    return re.search(f"{re.escape(body)}{within}(?<!副){post}(?![{HAN}])", title) is not None


_FORMS = "(?:控股|股份|有限|责任|公司|集团|（[^）]*）|党[委组]|[\u4e00-\u9fff]{2,5}、|[原前])*"
_TITLED = "(?:(?:npc|cppcc) )?(?:deputy|delegate|member|academician|mrs?|ms|dr|prof)\\.?"


def _without_posts(text: str, name: str) -> str:
    """The question without what it says of somebody it names: Qingshi Group chairman 张三."""
    posts = f"(?:{_TITLED}|{_ANY_POST})"
    behind = rf"{name},? (?:the )?(?:{posts} )?(?:of|at|from) (?:the )?[{HAN}]+,?"
    ahead = rf"(?:\bthe )?(?:[{HAN}]+(?:'s)? )?\b{posts} {name}"
    text = re.sub(ahead, name, text, flags=re.IGNORECASE)
    return re.sub(behind, name, text, flags=re.IGNORECASE)


def _of_report(text: str) -> str:
    """Who delivered the 2001 work report of 白桥县, in Chinese; or empty."""
    found = _REPORT.fullmatch(text.strip(" ?？.!"))
    if not found:
        return ""
    year = found["year"] or found["in"] or ""
    of_year = f"{year.strip()}年" if year else ""
    return f"{of_year}{found['body'] or found['of'] or ''}政府工作报告是谁作的？"


def _on_topic(reader: Reader, text: str) -> str:
    """Which deputies talked about 晚自习, in Chinese; empty where documents do not so write it."""
    plain = text.strip(" ?？.!")
    found = ((pattern.fullmatch(plain), chinese) for pattern, chinese in _ON)
    for match, chinese in found:
        topic = match["topic"].strip("'\"“”‘’《》") if match else ""
        if HAN_CHARACTER.search(topic) and " " not in topic:
            return f"{chinese}{topic}？"
        if chinese.endswith("谈到") and _LATIN.fullmatch(topic) and _is_written(reader, topic):
            return f"{chinese}{topic}？"
    return ""


def _is_written(reader: Reader, word: str) -> bool:
    pattern = rf"(?<![a-z]){re.escape(word)}(?![a-z])"
    return re.search(pattern, reader.whole.text, re.IGNORECASE) is not None
