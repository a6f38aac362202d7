"""Whom each sentence names, and whom the sentences so far leave in mind."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.register.edges import introduced_in
from assistant.register.letters import WE
from assistant.register.lines import Line
from assistant.register.mentions import further_post, mentions, own_post
from assistant.register.titled import Introduction


@dataclass(frozen=True, slots=True)
class Known:
    """A person, the line that introduced them, and where organisation and post stand."""

    line: Line
    introduction: Introduction
    post_line: Line
    post_start: int
    post_end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody, or several together, named in a line; a pronoun names whoever is in focus."""

    start: int
    end: int
    names: tuple[str, ...]
    pronoun: bool = False


@dataclass(slots=True)
class Focus:
    """What the sentences so far leave in mind; the one thing here that changes."""

    who: tuple[Mention, Line] | None = None  # whoever was spoken of last, and where
    group: tuple[str, ...] = ()  # the last several people named together: 两位代表
    grouped: int = -1  # the paragraph that names them
    recent: tuple[str, ...] = ()  # the last two named, each by himself or together
    listing: bool = False  # a list of proposals has been announced
    spoken_to: int = -1  # up to this line somebody's own words: an answer, a quotation
    voice: tuple[Mention, Line] | None = None  # who speaks in a paragraph that a label begins
    voiced: int = -1  # this paragraph
    proposed: int = -9  # index of the last line that held a proposal
    said: int = -9  # and of the last that told what somebody says
    headed: str = ""  # the section that the name of whoever speaks heads
    title: Line | None = None  # of the speech that is being read
    troubles: bool = False  # what follows is a list of what is wrong
    writer: tuple[str, ...] = ()  # the association whose letter it is
    narrator: tuple[str, ...] = ()  # who says 我 in a text told by one person
    quoting: int = -1  # the paragraph in which a quotation is still open
    byline: int = -9  # index of the last line that says who speaks below
    asked: tuple[Mention, Line] | None = None  # whom the first question was put to
    musing: bool = False  # 请用一句话说说心愿: what is said then asks for nothing
    heads: frozenset[str] = frozenset()  # names that begin a clause somewhere: 张三坦言
    known: dict[str, Known] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """Of whoever is in focus; none where nobody is."""
        return self.who[0].names if self.who else ()

    def attend(self, mention: Mention, line: Line) -> None:
        """Turn to whom `mention` names; a pronoun changes nothing."""
        if mention.pronoun or not mention.names:
            return
        self.who = mention, line
        self.listing, self.spoken_to = False, -1
        if len(mention.names) > 1:
            self.group, self.grouped = mention.names, line.paragraph

    def hear_question(self, line: Line, named: Sequence[Mention]) -> None:
        """记者：张委员，您……; else whoever was spoken of before the first question is asked, or
        the only one introduced.
        """
        if named and not named[0].pronoun and line.text[named[0].end :][:1] == "，":
            self.asked = named[0], line
        elif self.asked is None and self.who:
            self.asked = self.who
        elif self.asked is None and len(self.known) == 1:
            (only,) = self.known.values()
            one = only.introduction
            self.asked = Mention(one.name_start, one.name_end, (one.name,)), only.line
        self.forget()

    def pass_by(self, line: Line) -> None:
        """Keep whether a quotation goes on behind the line."""
        opened = self.quoting == line.paragraph
        still = opened + line.text.count("“") > line.text.count("”")
        self.quoting = line.paragraph if still else -1

    def forget(self) -> None:
        """Nobody: a question, a new block."""
        self.who, self.listing, self.spoken_to = None, False, -1
        self.title, self.musing = None, False


def meet(known: dict[str, Known], line: Line, one: Introduction) -> None:
    """Remember an introduction; a later one adds what the earlier left out."""
    earlier = known.get(one.name)
    if earlier is None:
        known[one.name] = Known(line, one, line, one.start, one.end)
    elif one.post and _is_less(earlier.introduction.post, one.post):
        learn_post(known, one.name, one.post, line, one.start, one.end)
    held = earlier.introduction.role if earlier is not None else one.role
    if len(one.role) > len(held) <= 2:
        fuller = replace(one, post=known[one.name].introduction.post)
        known[one.name] = replace(known[one.name], line=line, introduction=fuller)


def _is_less(earlier: str, post: str) -> bool:
    """Whether nothing was told before, or 我公司 only, or a part of it: 教授 of 某大学教授."""
    return (earlier or "我").startswith(("我", "本")) or (earlier in post and earlier != post)


def learn_post(
    known: dict[str, Known], name: str, post: str, line: Line, start: int, end: int
) -> None:
    """Remember the post of somebody known, which stands in `line.text[start:end]`."""
    fuller = replace(known[name].introduction, post=post)
    known[name] = replace(
        known[name], introduction=fuller, post_line=line, post_start=start, post_end=end
    )


def named_in(line: Line, focus: Focus) -> list[Mention]:
    """Introductions, later mentions and pronouns, in order; neighbours joined into one."""
    fresh = [one for one in introduced_in(line, focus.heads) if not _shortened(one, focus.known)]
    for one in fresh:
        meet(focus.known, line, one)
    learn_posts(line, focus)
    if fresh and _TOLD_BY.match(line.text):
        focus.narrator = (fresh[-1].name,)
    found = [Mention(one.name_start, one.name_end, (one.name,)) for one in fresh]
    places = {(one.start, one.end) for one in found}
    for start, end, name in mentions(line.text, tuple(focus.known)):
        if not any(start < b and a < end for a, b in places):
            found.append(Mention(start, end, (name,)))
    for mention in sorted(found, key=lambda one: one.start):
        earlier = (name for name in focus.recent if name not in mention.names)
        focus.recent = (*earlier, *mention.names)[-2:]
    found += _pronouns(line, focus)
    return _joined(line.text, sorted(found, key=lambda one: one.start), fresh, focus.narrator)


def _shortened(one: Introduction, known: Collection[str]) -> bool:
    """罗桑委员 for 罗桑多吉: the first part of a longer name, and nothing told of them."""
    return not one.post and any(
        name.startswith(one.name) and name != one.name for name in known if len(name) > 3
    )


def learn_posts(line: Line, focus: Focus) -> None:
    known = focus.known
    for name, person in known.items():
        if person.introduction.post or (name not in line.text and (name,) != focus.names):
            continue
        span = further_post(line.text, name) or (
            own_post(line.text) if (name,) == focus.names else None
        )
        if span:
            learn_post(known, name, line.text[slice(*span)], line, *span)


HE = "(?<![其吉维])[他她](?![人国乡日处杀])"  # or she; not 其他, 吉他, 维他命, 他国, 他日
_PRONOUN = re.compile(f"{HE}(?!们)")
_THIS_ONE = re.compile("(?:这[位名]|该)[^，。；：、]{0,14}?(?:代表|委员|院士)(?![会团们])")
# 口述：全国人大代表、某公司职工张三
_TOLD_BY = re.compile("(?:口述|自述|讲述|撰文|文|作者|本文作者)(?:人|者)?[：/\t]|我叫")
_I = re.compile("我(?![们国省市县区局院校厂村镇乡馆党军方行家])")
_OF_TWO = re.compile("[前后]者")
_PLURAL = re.compile(
    "他们|她们|[他她]俩|[两二三]人(?!大)|[两二三]位(?:代表|委员|政协委员|人大代表|(?=[的都均也]|一致|联名|共同|建议|呼吁))"
)


def _pronouns(line: Line, focus: Focus) -> Iterator[Mention]:
    text, opened = line.text, focus.quoting == line.paragraph
    told_of = focus.names[-1:] if focus.names != focus.narrator else ()
    if focus.voice and focus.voiced == line.paragraph:  # 张三：李四是行家。他建议……
        speaks = focus.voice[0].names
        told_of = tuple(name for name in focus.recent if name not in speaks)[-1:] or told_of
    for match in _PRONOUN.finditer(text):
        yield Mention(match.start(), match.end(), told_of, pronoun=True)
    for match in _I.finditer(text) if focus.narrator else ():
        before = text[: match.start()]
        if opened + before.count("“") <= before.count("”"):
            yield Mention(match.start(), match.end(), focus.narrator)
    for match in WE.finditer(text) if focus.writer else ():
        yield Mention(match.start(), match.end(), focus.writer)
    two = len(focus.group) == 2 and focus.grouped == line.paragraph
    for match in _OF_TWO.finditer(text) if two else ():
        yield Mention(match.start(), match.end(), (focus.group[match.group() == "后者"],))
    for match in _THIS_ONE.finditer(text):
        yield Mention(match.start(), match.end(), focus.names[-1:], pronoun=True)
    for match in _PLURAL.finditer(text):
        yield Mention(match.start(), match.end(), _several(match.group(), line, focus), True)


def _several(words: str, line: Line, focus: Focus) -> tuple[str, ...]:
    """Those named together; where that is long ago, two are the last two named."""
    near = line.paragraph - focus.grouped <= 1
    two = re.search("[两二俩]", words) is not None
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
        if one.pronoun and len(one.names) < 2 and last is not None and len(last.names) == 1:
            told_of = _told_of(text, result)
            one = replace(one, names=told_of if told_of != narrator else one.names)
        elif last is not None and not one.pronoun and not last.pronoun:
            begin = begins.get(one.start, one.start)
            gap = text[last.end : begin]
            speak = gap == "，" and text[one.end : one.end + 1] == "："
            together = gap == "，" and one.start in begins and _TOGETHER.match(text, one.end)
            if begin <= last.start or speak or together or _AND.fullmatch(gap):
                result[-1] = Mention(last.start, one.end, last.names + one.names)
                continue
        result.append(one)
    return result


def _told_of(text: str, before: Sequence[Mention]) -> tuple[str, ...]:
    """张三赞同李四的看法，他……: whom the sentence is about, not whose something is."""
    *earlier, last = before
    owner = earlier and text[last.end : last.end + 1] == "的"
    return earlier[-1].names if owner else last.names


_TOGETHER = re.compile("(?:代表|委员)?(?:[共一]同|联[名合]|一致)")  # 全国人大代表张三，委员李四联名
# 张三代表（某院院长）、李四; 张三和来自某县的李四
_AND = re.compile(
    "(?:代表|委员|常委|院士)?(?:（[^）]*）)?(?:[还也又]?(?:[、和与及]|联合|携手|会同)|以及)(?:(?:来自)?[一-鿿]{2,9}的)?"
)
