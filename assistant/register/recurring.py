"""Names told by coming again: behind a post in one place, before a verb of speaking in another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from assistant.register.lines import Line
from assistant.register.names import NOT_NAMES, ends_name, is_name, name_end
from assistant.register.posts import POST_END, POSTS, ROLE
from assistant.register.surnames import SURNAMES
from assistant.register.verbs import ADVERBS

_CLEAR_SPEECH = (
    "建议|提出|提交|呼吁|指出|强调|认为|表示|介绍|坦言|直言|告诉记者|主张|希望|透露|"
    "说(?:[，：。]|$)|是"
)
_SAYS = re.compile(f"(?:(?:{ADVERBS}){{0,2}})(?:{_CLEAR_SPEECH})")


def name_at_head(text: str) -> str:
    """The name that a clause begins with, where a verb of speaking shows its end: 张三坦言."""
    return name if len(name := speaks_first(text)) > _SHORT else ""


def speaks_first(text: str) -> str:
    """The same, be it as short as a word; not 坦率地说."""
    end, sure = name_end(text, 0)
    return text[:end] if sure and text[end - 1] != "地" and _SAYS.match(text, end) else ""


_SHORT = 2  # characters of a name that may as well be a word: 高度认为


def subject(text: str) -> tuple[str, int]:
    """The name that a sentence begins with, be it behind a post or 某地的, and where it stands."""
    head = re.split("[，。；：“”！？]", text)[0]
    if _TO_THEM.search(head):  # goes on about whom it is said to
        return "", 0
    places = [(0, True), *((one.end(), one[0] != "的") for one in _LEADS.finditer(head))]
    for place, is_clear in places:
        end, sure = name_end(text, place)
        name, goes_on = text[place:end], end < len(head)
        is_long = len(name) > _SHORT or (place and is_clear)
        if sure >= _SURE and is_long and (is_clear or goes_on) and is_name(name):
            return ("", 0) if _NO_PERSON.search(name) else (name, place)
    return "", 0


# 江西的张三是……, 某公司创始人张三不是代表
_LEADS = re.compile(f"的|{POSTS}")
_TO_THEM = re.compile("[对跟向问给劝找][他她](?!们)")
_NO_PERSON = re.compile("[是的了在省市县区镇乡村州厂局院校司会]$")
_SURE = 0.94


def name_in_label(text: str) -> str:
    """The name that somebody's words follow: 张三：……, 张三（某社区居民）：……, 【张三】……."""
    found = _LABEL.match(text)
    label = found["name"] if found else ""
    return label if label and is_name(label) else ""


_LABEL = re.compile("【?(?P<name>[^：（】]+)(?:（[^）]*）)?[：】]")


def heads(text_lines: Iterable[Line]) -> frozenset[str]:
    """Names that begin a clause; of what no surname shows to be one, those a post introduces."""
    texts = [line.text for line in text_lines]
    introductions = [text for text in texts if ROLE.search(text)]
    clauses = {clause for text in texts for clause in re.split("[，。；：“”]", text)}
    speak = {name for clause in clauses if (name := speaks_first(clause))}
    known = {name for name in speak if len(name) > _SHORT or has_post(name, texts)}
    whole = "\n".join(texts)
    # Each time with other words: 张三穿着, 张三有些着急
    begin = {name for one in clauses if len(name := one[: name_end(one, 0)[0]]) > _SHORT}
    known |= {name for name in speak | begin if len(_behind(name, whole)) >= _OFTEN}
    known |= {*_behind_roles(introductions, texts)}
    others = {clause[: before_speech(clause, 0)[0]] for clause in clauses} - known - {""}
    return frozenset(known | {name for name in others if _is_introduced(name, introductions)})


def _behind_roles(introductions: Iterable[str], texts: Iterable[str]) -> Iterator[str]:
    """张三丰 of 全国人大代表张三丰蹲在坝上, where he stands before other words elsewhere."""
    whole = "\n".join(texts)
    for text in introductions:
        for role in ROLE.finditer(text):
            name = text[role.end() : role.end() + 3]
            surnamed = name[:1] in SURNAMES and name[0] not in _JOINTS
            surnamed = surnamed and not _NO_PERSON.search(name)
            told = name_end(text, role.end())[1] > 0
            if surnamed and not told and could_be_name(name) and len(_behind(name, whole)) > 1:
                yield name


_JOINTS = "和与及向于"  # 人大代表和广大群众


def _behind(name: str, text: str) -> set[str]:
    """The characters that follow the name on its lines."""
    return {rest[0] for rest in text.split(name)[1:] if rest and rest[0] != "\n"}


_OFTEN = 4  # different characters behind a name
_ANY_NAME = re.compile(
    f"(?P<name>[一-鿿]{{2,6}}?)(?:代表|委员)?(?:(?:{ADVERBS}){{0,2}})(?!是)(?:{_CLEAR_SPEECH})"
)
_WORD = re.compile(
    f"{POSTS}|{ADVERBS}|[我你他她它们这那每各谁其自己上下的了在等共几就]|委会|"
    "大家|本人|人大|政协|大会|会议|联[名合]|集体|全体"
)
_WITH_POST = re.compile(f"(?P<name>[一-鿿]{{2,6}}?)（[^（）]{{2,30}}(?:{POSTS})）")


def known_at(text: str, place: int, heads: Collection[str]) -> tuple[int, float]:
    """Where the longest of the names that stands at `place` ends, and how sure it is one."""
    name = max((one for one in heads if text.startswith(one, place)), key=len, default="")
    return place + len(name), 0.9 * bool(name)


def before_aside(text: str, place: int) -> tuple[int, float]:
    """赛依拉什（某校校长）: whatever a post in brackets follows, unless it holds such a word."""
    return _unlisted(_WITH_POST.match(text, place), place, 0.85)


def before_speech(text: str, place: int) -> tuple[int, float]:
    """Whatever a verb of speaking follows, unless it holds an everyday word."""
    return _unlisted(_ANY_NAME.match(text, place), place, 0.7)


def before_colon(text: str, head: int, place: int) -> tuple[int, float]:
    """◆省政协委员、某行行长某某：, whatever stands between the post and the colon of a label.

    `head`: where its role begins, before which a label has no word.
    """
    end = text.find("：", place)
    word = re.search("[一-鿿]", text[:head]) or ends_name(text, place)
    fits = place + 2 <= end <= place + 3 and not word and could_be_name(text[place:end])
    return (end, 0.9) if fits else (place, 0.0)


def _unlisted(match: re.Match[str] | None, place: int, sure: float) -> tuple[int, float]:
    is_name = match is not None and could_be_name(match["name"])
    return (match.end("name"), sure) if match and is_name else (place, 0.0)


def could_be_name(words: str) -> bool:
    """Where only a name can stand, anything is one that holds no everyday word."""
    if not re.fullmatch("[一-鿿]{2,6}", words) or NOT_NAMES.match(words):
        return False
    return _WORD.search(words) is None


def has_post(name: str, texts: Iterable[str]) -> bool:
    """Whether the name stands behind a post somewhere: 处长张三则更担心."""
    places = ((text, text.find(name)) for text in texts)
    return any(at > 0 and POST_END.search(text[:at]) for text, at in places)


def _is_introduced(name: str, introductions: Iterable[str]) -> bool:
    """Whether the name stands right behind a post, and this behind a role."""
    for text in introductions:
        for place in (match.start() for match in re.finditer(name, text)):
            before = text[:place].rstrip("\t")
            roles = list(ROLE.finditer(before))
            if roles and roles[-1].end() < len(before) and POST_END.search(before):
                return True
    return False
