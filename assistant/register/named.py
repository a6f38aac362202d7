"""Whom each sentence names: introductions, later mentions, pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.register.attention import ME, Focus, Known, Mention, Named, learn_post, meet
from assistant.register.beside import in_error, introduced_in
from assistant.register.bodies import ITSELF, WE
from assistant.register.lines import Line
from assistant.register.lists import ENUMERATOR
from assistant.register.mentions import further_post, mentions, own_post
from assistant.register.posts import POSTS
from assistant.register.titled import Introduction
from assistant.register.verbs import ADVERBS, ASK, PREDICATE, WISH


def named_in(line: Line, focus: Focus) -> list[Mention]:
    """Introductions, later mentions and pronouns, in order; neighbours joined into one."""
    fresh = [one for one in introduced_in(line, focus.heads) if not _shortened(one, focus.known)]
    for one in fresh:
        meet(focus.known, line, one)
    tells = "作者" not in line.text or focus.names in (focus.narrator, focus.author)
    learn_posts(line, focus.known, focus.names if tells else ())
    told = _TOLD_BY.match(line.text)
    if fresh and told:
        focus.narrator = (fresh[-1].name,)
    found = [Mention.of(one) for one in fresh]
    # 某党某省委主委张三 is not the body, be it known
    places = {(min(one.start, one.name_start - len(one.post)), one.name_end) for one in fresh}
    recent = focus.recent
    posts = {name: one.introduction.post for name, one in focus.known.items()}
    for start, end, name in mentions(line.text, posts):
        if not (any(start < b and a < end for a, b in places) or in_error(line.text, start)):
            found.append(Mention(start, end, (name,)))
    for mention in sorted(found, key=lambda one: one.start):
        earlier = (name for name in focus.recent if name not in mention.names)
        focus.recent, focus.named_paragraph = (*earlier, *mention.names)[-2:], line.paragraph
    found.sort(key=lambda one: one.start)
    if told and not fresh and found and found[0].start == told.end():  # 我叫张三, of whom one knows
        focus.narrator = found[0].names
    found += [*_pronouns(line, focus, recent), *_first_person(line, focus, found[:1])]
    return _joined(line.text, sorted(found, key=lambda one: one.start), fresh, focus.narrator)


def _shortened(one: Introduction, known: Mapping[str, Known]) -> bool:
    """罗桑委员, 罗桑所长 for 罗桑多吉: the first part of a longer name, and nothing new told."""
    return any(
        (name.startswith(one.name) or name.endswith(one.name))
        and name != one.name
        and one.post in held.introduction.post
        for name, held in known.items()
        if len(name) > 3
    )


def learn_posts(line: Line, known: dict[str, Known], spoken_of: tuple[str, ...] = ()) -> None:
    """Give those without a post the one the line tells; 身为某校校长，他…… is of `spoken_of`."""
    for name, person in known.items():
        spoken = (name,) == spoken_of
        if person.introduction.post or (name not in line.text and not spoken):
            continue
        span = further_post(line.text, name) or (own_post(line.text) if spoken else None)
        if span:
            learn_post(known, name, line.text[slice(*span)], (line, *span))


HE = "(?<![其吉维])[他她](?![人国乡日处杀])"  # or she; not 其他, 吉他, 维他命, 他国, 他日
_PRONOUN = re.compile(f"{HE}(?!们)|(?<![一-鿿])其(?=(?:{ADVERBS}){{0,2}}(?:{ASK}|提出|认为|表示))")
_THIS_ONE = re.compile(
    "(?:这[位名]|该)[^，。；：、]{0,14}?(?:代表|委员|院士)(?![会团们])|"
    f"这[位名][^，。；：、“”]{{0,20}}?(?:{POSTS})(?<![局厅处科部]长)(?<!负责人)(?<!记者)"
    f"(?=(?:{ADVERBS}){{0,2}}(?:{ASK}|{WISH}|提出|认为|表示|说))"
)
# 口述：全国人大代表、某公司职工张三
_TOLD_BY = re.compile(
    "(?:口述|自述|讲述|撰文|文|作者|本文作者)(?:人|者)?[：／/\t]|我叫|我是[^，。；：]{0,30}(?:代表|委员)"
)
# 为此，我建议：, in a speech in which somebody else has just been told of
I_ASK = re.compile(
    "(?:^|^(?![^，]*(?:[说道讲称示]|认为))[^，。；：“”]{2,12}，)(?P<me>我们?|本人)"
    "(?=[^，。；：“”]{0,4}(?:建议|呼吁|提议|主张|[请要]求|恳请|希望|补充?一[条点句]))"
)
# 我和李四联名提一条：…, 他已与李四共同提交……
_ALSO_WITH = re.compile("(?:已经?|还|也|曾|将)?[和与同]")
_WITH_ME = re.compile(
    f"(?:[我他她]|^{ENUMERATOR.pattern}?)(?={_ALSO_WITH.pattern}[^。；：“”]{{1,60}}?(?:联[名合]|共同|一[同起道块])儿?"
    "(?:提(?![高升醒])|建议|呼吁|交(?=[了上]|一[份件])))"
)
_OF_TWO = re.compile("[前后]者")
_PLURAL = re.compile(
    "他们|她们|[他她]俩|(?<!我们)(?<!第)[两二三]个?人(?![大民])|[两二三]位(?:代表|委员|政协委员|人大代表|(?=[的都均也]|"
    "一致|联名|共同|建议|呼吁))"
)


def _pronouns(line: Line, focus: Focus, recent: tuple[str, ...]) -> Iterator[Mention]:
    text = line.text
    told_of = focus.names[-1:]
    away = focus.who is not None and focus.who[1].paragraph != line.paragraph
    if recent and away and focus.official(told_of):
        told_of = recent[-1:]  # 局长说，“李代表……。” was but a word on her who is told of
    if focus.narrator and focus.names == focus.narrator:  # 我问她，她说……
        told_of = recent[-1:] if focus.named_paragraph == line.paragraph and recent else ()
        told_of = told_of if told_of != focus.narrator else ()
    if focus.voice and focus.voice_paragraph == line.paragraph:  # 张三：李四是行家。他建议……
        speaks = focus.voice[0].names
        own = focus.own_paragraph == line.paragraph or ME.match(text)
        told_of = tuple(name for name in recent if name not in speaks)[-1:] or told_of * (not own)
    for match in _PRONOUN.finditer(text):
        yield Mention(match.start(), match.end(), told_of, pronoun=True)
    two = len(focus.group) == 2 and focus.group_paragraph == line.paragraph
    for match in _OF_TWO.finditer(text) if two else ():
        yield Mention(match.start(), match.end(), (focus.group[match.group() == "后者"],))
    for match in _THIS_ONE.finditer(text):
        yield Mention(match.start(), match.end(), focus.names[-1:], pronoun=True)
    for match in _PLURAL.finditer(text):
        yield Mention(match.start(), match.end(), _several(match.group(), line, focus), True)


_LABELS = re.compile("(?:代表|委员)?(?:（[^）]*）)?[：】]")


def _first_person(line: Line, focus: Focus, first: Named) -> Iterator[Mention]:
    text, opened = line.text, focus.quoting_paragraph == line.paragraph
    for match in ME.finditer(text) if focus.narrator else ():
        before = text[: match.start()]
        if opened + before.count("“") <= before.count("”"):
            yield Mention(match.start(), match.end(), focus.narrator)
    speaks = focus.voice[0].names if focus.voice and focus.voice_paragraph == line.paragraph else ()
    if first and first[0].start <= text.startswith("【") and _LABELS.match(text, first[0].end):
        speaks = first[0].names
    for match in _WITH_ME.finditer(text) if speaks and not (opened or focus.narrator) else ():
        if match.group() == "我":
            yield Mention(match.start(), match.end(), speaks)
    ours = (*WE.finditer(text), *ITSELF.finditer(text)) if focus.writer else ()
    for match in ours:
        yield Mention(match.start(), match.end(), focus.writer)
    alone = _WITH_ME.match(text) if focus.listing else None
    if alone and not alone.group().endswith(("我", "他", "她")):  # - 和李四联名提的：……
        yield Mention(*alone.span(), focus.names)
    own = speaks or focus.author
    if own and not opened and (asks := I_ASK.match(text)):
        yield Mention(*asks.span("me"), own)


_TWO = re.compile(".{0,2}[两二俩]")


def _several(words: str, line: Line, focus: Focus) -> tuple[str, ...]:
    """Those named together; where that is long ago, two are the last two named."""
    near = line.paragraph - focus.group_paragraph <= 1
    two = _TWO.search(words) is not None
    if two and len(focus.recent) == 2 and not (near and len(focus.group) == 2):
        return focus.recent
    return focus.group


def _joined(
    text: str, found: list[Mention], fresh: Sequence[Introduction], narrator: tuple[str, ...]
) -> list[Mention]:
    """张三、李四和王五: one mention of three people; 他 means the one before it, who is not 我."""
    begins = {one.name_start: one.start for one in fresh}
    result: list[Mention] = []
    for one in found:
        last = result[-1] if result else None
        if one.pronoun and last is not None and last.end == one.start:
            continue  # 张三、李四两位代表
        with_me = last is not None and (
            _WITH_ME.match(text, last.start) and _ALSO_WITH.fullmatch(text, last.end, one.start)
        )
        if one.pronoun and len(one.names) < 2 and last and len(last.names) == 1 and not with_me:
            told_of = _told_of(text, result)
            one = replace(one, names=told_of if told_of not in (narrator, ()) else one.names)
        elif one.pronoun and last and len(last.names) == 2 and _TWO.match(text, one.start):
            one = replace(one, names=last.names)  # 张三和李四都来了，两人呼吁……
        elif last is not None and (with_me or not (one.pronoun or last.pronoun)):
            begin = begins.get(one.start, one.start)
            gap = text[last.end : begin if begin >= last.end else one.start]
            speak = gap == "，" and text[one.end : one.end + 1] == "："
            beside = one.start in begins and (
                gap == "，" or (_WITH.search(gap) and not PREDICATE.search(gap))
            )
            together = beside and _TOGETHER.match(text, one.end)
            if begin <= last.start or speak or together or with_me or _AND.fullmatch(gap):
                more = (name for name in one.names if name not in last.names)
                result[-1] = Mention(last.start, one.end, (*last.names, *more))
                continue
        result.append(one)
    return result


def _told_of(text: str, before: Named) -> tuple[str, ...]:
    """张三赞同李四的看法，他……: whom the sentence is about, not whose something is."""
    *earlier, last = before
    owner = _OWNS.match(text, last.end)
    if owner and not earlier and _ABOUT.search(text, 0, last.start):
        return ()
    return earlier[-1].names if owner and earlier else last.names


_OWNS = re.compile("(?:代表|委员)?的")
_ABOUT = re.compile("(?:[针面]?对|关于|至于|[谈提说]到)$")  # 对张三的难题，他……: not 张三


_WITH = re.compile("^[^。；：“”]*，[和与同](?:另[外一]?[一位名]*)?(?:代表|委员)?$")
_TOGETHER = re.compile(
    "(?:代表|委员)?(?:[，和与及、][^。；：“”]{4,60}?)?(?:[共一]同|一[起道]|联[名合]|一致)"
)  # 全国人大代表张三，委员李四联名
# 张三代表（某院院长）、李四; 张三和来自某县的李四
_AND = re.compile(
    f"(?:代表|委员|常委|院士|副?(?:{POSTS}))?(?:（[^）]*）)?(?:[还也又]?(?:[、和与及]|联合|携手|会同)|"
    "以及)(?:(?:来自)?[一-鿿]{2,9}的|[一-鿿]{1,4}员、)?"
)


def is_spoken_to(line: Line, mention: Mention, focus: Focus) -> bool:
    """向全国人大代表张三建议: whom another tells of it."""
    return re.search("(?<!我)[向对给跟]$", line.text[: focus.begin(mention, line)]) is not None
