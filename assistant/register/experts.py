"""People with a post and no role who have something to say: 某铜业总经理张三建议, 李四院士认为."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from assistant.register.lists import ENUMERATOR, clause_before, past
from assistant.register.names import ends_name, name_end
from assistant.register.posts import POST_END, POSTS, ROLE, SCHOLAR
from assistant.register.recurring import before_speech
from assistant.register.titled import ORGANISATION, PASSING, Introduction, without_lead
from assistant.register.verbs import ADVERBS, ASK, TELL, WISH

_SAY = f"{WISH}|{TELL}|提出|告诉(?=[^，。；：]{{2,6}}，)"
SAYS = re.compile(
    f"(?:博士|教授|院士|先生|女士|同志)?(?:（[^（）]*）)?(?:{ADVERBS}){{0,3}}(?:{ASK}|{_SAY})|"
    f"[^，。；：]{{0,24}}?(?<!的)(?:{ASK})(?!书|稿)|的(?:建议|主张|意见)是|[^，。；：]{{0,6}}：|"
    f"(?:[^，。；：]{{1,12}}，(?:也|还|则)|[就围针][^，。；：]{{3,20}}，)(?:{ASK}|{_SAY})"
)
# Who asks, not who answers; who is told of by many others.
NOBODYS = re.compile("(?:记者|主持人|编辑|主编|编剧|演员|总书记|国家主席)$|[总首]理|总统|委员长")
# What they say is to be done, and no proposal.
_LEADERS = re.compile("(?:(?<!村)书记|[省市县区州旗]长|(?<!董事局)主席)$")


def experts(text: str, heads: Collection[str]) -> Iterator[Introduction]:
    """某协会秘书长张三也建议: no deputy, but with a post, and saying something somewhere."""
    if not (_SPOKEN.search(text) or "的是" in text or any(name in text for name in heads)):
        return
    for last in re.finditer(POSTS, text):
        begin = last.end()
        post = post_ending(text, begin)
        if not _fits(post):
            continue
        end, sure = _name(text, begin, post[: last.start() - begin])
        says = SAYS.match(text, end) if sure else None
        asks = says is not None and re.search(ASK, says.group())
        turn = sure and text[: begin - len(post)].endswith("的是")  # 随后登场的是某厂厂长张三。
        # 某学会会长张三作了报告: does something, and is not one of a list
        acts = ORGANISATION.search(post) and re.match("(?![和与及等])[一-鿿]", text[end:])
        if not (says or turn or (text[begin:end] in heads and acts)):
            continue
        if _LEADERS.search(post) and not asks:
            continue
        whole, at = (begin - len(post), end), (begin, end)
        held = _MEMBER.match(post)  # 代表、某院院长张三
        role, post = (held[1], post[held.end() :]) if held else ("", post)
        yield Introduction(text[begin:end], role, post, whole, at, PASSING * sure)


_MEMBER = re.compile("(代表|委员)、")
_SPOKEN = re.compile(f"{ASK}|{_SAY}|：")


def post_ending(text: str, end: int) -> str:
    """Organisation and post that end there, from the clause's mark on: 教授、博士生导师, too."""
    clause = _TO_WHOM.split(clause_before(text, end))[-1]
    parts = clause.split("、")
    kept = len(parts) - 1
    while kept and POST_END.search(parts[kept - 1]):
        kept -= 1
    words = "、".join(parts[kept:])
    words = re.sub("^[会社盟党]员、", "", words[past(ENUMERATOR, words, 0) :])
    return without_lead(words)


_TO_WHOM = re.compile(
    "(?<![方取意走去面转])向(?![阳导])|(?<=[还也])对(?![外口])|(?<!供)给(?![排水])"
)
_LONGEST = 50  # characters of a post


def _fits(post: str) -> bool:
    """Whether the words say what somebody is: 副研究员, 统计处处长."""
    known = ROLE.search(post) or NOBODYS.search(post) or post.endswith(("代表", "委员", "常委"))
    return 2 < len(post) <= _LONGEST and not known


def _name(text: str, begin: int, at: str) -> tuple[int, float]:
    """Where the name behind a post ends; one of any surname where it is a post at somewhere."""
    end, sure = name_end(text, begin)
    if sure or not ORGANISATION.search(at) or ends_name(text, begin):
        return end, sure
    return before_speech(text, begin)


_TITLED = re.compile(
    f"{SCHOLAR}|总工程师|总工|高工|总经理|董事长|秘书长|主任|处长|科长|局长|所长|院长|校长|会长"
)
_AT = re.compile(f"(?:{ORGANISATION.pattern}|[所院处科局部委办站队室业])$")


def scholars(text: str) -> Iterator[Introduction]:
    """李四院士认为, 某大学李四教授建议: the title behind the name is the post."""
    for title in _TITLED.finditer(text):
        if not ends_name(text, title.end()):
            continue
        for start in (title.start() - 4, title.start() - 3, title.start() - 2):
            if start < 0 or name_end(text[: title.start()], start)[0] != title.start():
                continue
            name = text[start : title.start()]
            if name[-1] == title[0][0] or ORGANISATION.search(name):
                continue  # 水产局局长
            if re.match("[、和与及的]?$", clause_before(text, start)[-1:]):
                begin, at = start, ""
            elif _AT.search(text, 0, start):
                at = post_ending(text, start)
                begin = start - len(at)
            else:
                continue
            post = "、".join(filter(None, (at, title.group())))
            whole, named = (begin, title.end()), (start, title.start())
            yield Introduction(name, "", post, whole, named, PASSING)
            break
