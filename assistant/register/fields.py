"""The fields of lists and tables: which key names proposers, title or content; whom they name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from assistant.register.attention import Known, meet
from assistant.register.beside import before_post, introduced_in, posted
from assistant.register.claims import Claim
from assistant.register.contents import ASKED, ELSEWHERE, WITHDRAWN, demanded
from assistant.register.lines import Line, Part, side_by_side, text_of
from assistant.register.lists import past
from assistant.register.names import USUAL, is_name, names_apart
from assistant.register.numerals import HAN
from assistant.register.posts import ROLE, holds_post, split_role
from assistant.register.recurring import could_be_name
from assistant.register.titled import Introduction, Met, given_role
from assistant.register.verbs import ASK, WISH

_PROPOSER = (
    "(?:第[一二三四五]|首位|其他|联名|领衔|共同|主要)?(?:提案|建议|提出|提议|议案|领衔|提交|联名|附议|反映)(?:人|者|"
    "委员|代表|单位|方)(?:姓名)?|(?:委员|代表)?姓名|(?:代表|委员)[/／]?(?:代表|委员)?|人物|副?组长|成员|"
    "谁(?:[提说]的?)?|[提说讲](?:建议)?的人"
)
_TITLE = "(?:提案|建议|议案)?(?:案由|名称|题目|标题|案名)|案由|题[目名]"
_CONTENT = (
    "(?:为此|对此|因此|故|特)?(?:具体|主要|有关|工作|对策|意见|提案|议案|立法|相关|解决|解决的|"
    "[几两三四五六七八九十]+[点条项])?(?:建议|办法|措施|对策)(?:内容|事项|措施|和办法|要点|摘要)*|(?:提案|发言|主要|"
    "核心)?(?:要点|主张|观点|诉求|建言)|方案|提案内容|[他她]们?(?:一起|共同)?[说讲提]的(?:建议)?|"
    "(?:(?:提了?|说)(?:的是)?(?:啥|什么)|怎么[提说讲]的|(?:[开给]出?的)?(?:药方|方子|处方))"
)
# States facts too, where it is all there is.
_GIST = "(?:主要|具体)?内容|(?:提案|议案|建议)?(?:内容)?(?:摘要|概要|简介)|说了(?:啥|什么)"
_POST = (
    "(?:所在|工作|代表|委员|界别[及和与、/／]?)?(?:单位|职务)[及和与、]?(?:职务|职称|界别)?|身份"
)
_KINDS = {
    "proposer": _PROPOSER, "title": _TITLE, "content": _CONTENT, "gist": _GIST, "post": _POST,
}  # fmt: skip
_BODY_WORD = re.compile(
    "(?:委|会|社|中央|联|集团|公司|局|院|校|界别|小组|组|联盟|中心|代表团|总支|支部|[一-鿿]{2}界)$"
)


@dataclass(slots=True)
class Block:
    """One proposal of a list or a table as far as it has been read."""

    keys: set[str] = field(default_factory=set)
    people: list[Met] = field(default_factory=list)
    title: Part | None = None
    named: Part | None = None  # 关于…的提案, on a line above the fields
    content: list[Part] = field(default_factory=list)
    posts: list[Part] = field(default_factory=list)  # in fields of their own
    gist: bool = False  # the content is from a field that may state facts as well
    headed: bool = False  # the content stands below a heading, where reasons may stand as well
    below: list[tuple[Line, int]] = field(default_factory=list)  # paragraphs, with their numbers
    role: Part | None = None  # 提案人（均为市政协委员）：
    reading: str = ""  # the kind of field that the lines that follow still belong to

    def in_role(self, line: Line, one: Introduction) -> Met:
        """The person with the role that the field's key tells; a body has none."""
        member = is_name(one.name) or not _BODY_WORD.search(one.name)
        return given_role(self.role if member else None, line, one)

    def hold(self, post: Part) -> None:
        """Remember a post in a field of its own: the one person's named before it, or anybody's."""
        if len(self.people) == 1:
            self.people = _with_posts(self.people, *post)
        else:
            self.posts.append(post)

    def meet(self, known: dict[str, Known]) -> None:
        """Remember the people of the block."""
        people = self.people
        for told in self.posts:
            people = _with_posts(people, *told)
        for own, fuller in zip(self.people, people, strict=True):
            meet(known, *(own if own[1].post else fuller))

    @property
    def names(self) -> tuple[str, ...]:
        """Of its people."""
        return tuple(one.name for _, one in self.people)

    @property
    def about(self) -> Part | None:
        """What the proposal is called; 案由 may tell facts, in sentences, instead."""
        tells = self.title is None or self.title[0].text[self.title[2] - 1] in "。；！？"
        return self.named if tells and self.named else self.title

    def claims(self) -> Iterator[Claim]:
        """The content, sentence by sentence; the title where there is no content."""
        asked = demanded(self.content, self.gist, self.headed)
        called = text_of(self.title) if self.title else ""
        if asked is None or _BLAMES.search(called) or WITHDRAWN.search(called):
            return
        for whole in asked or ([self.about] if self.about else []):
            for people, (line, begin, close) in _said_by(self.people, *whole):
                start = past(ASKED, line.text, begin, close)
                end = start + len(line.text[start:close].rstrip("。；，"))
                for at, one in people if start < end else ():
                    yield Claim(line, (one.name,), one.named, at, start, end, 0.95, self.about)


_Said = tuple[list[Met], Part]


def _said_by(people: list[Met], line: Line, start: int, end: int) -> Iterator[_Said]:
    """张三委员主张……；李四委员主张……: of each what he says; of all what nobody's name begins."""
    one_of = "|".join(re.escape(one.name) for _, one in people)
    says = f"(?<![一-鿿])(?P<name>{one_of})(?:代表|委员)?(?:则|还)?(?:{ASK}|{WISH})，?"
    heads = list(re.compile(says).finditer(line.text, start, end)) if len(people) > 1 else []
    edges = [*(head.start() for head in heads), end]
    yield people, (line, start, edges[0])
    for head, close in zip(heads, edges[1:], strict=True):
        yield [met for met in people if met[1].name == head["name"]], (line, head.end(), close)


# 对窗口服务的批评意见 asks for nothing.
_BLAMES = re.compile("的批评(?:意见)?》?$")


def kind_of(key: str) -> str:
    """What a field with this key holds: proposer, title, content, …; empty for other words."""
    key = re.sub("（[^）]*）", "", key)
    return next((kind for kind, words in _KINDS.items() if re.fullmatch(words, key)), "")


def _told_of_each(
    names: Collection[str], text: str, start: int, end: int
) -> Iterator[tuple[str, int, int]]:
    """张三，某院院长；李四系某厂厂长: whose post stands where."""
    one_of = "|".join(map(re.escape, names))
    for part in re.finditer(
        f"(?<![一-鿿])(?P<name>{one_of})(?:[，：（]|系|是|为)(?P<post>(?:(?!，(?:{one_of}))[^；）。])+)",
        text[start:end],
    ):
        yield part["name"], start + part.start("post"), start + part.end("post")


# 代表：张三, 联名代表（3人）：, and such a head of a column
ROLE_KEY = re.compile(
    "(?:(?<![一-鿿])|联名|领衔|附议)(?P<role>代表|委员)(?:姓名)?(?:（(?!代表|委员)[^）]*）)?[：\t]?$"
)
ALL_ARE = f"[均都皆同](?:为|是|系)?(?P<role>{ROLE.pattern})"
SO_MANY_ARE = re.compile(f"等[\\d{HAN}]+[名位](?P<role>{ROLE.pattern})$")  # 等十二名市人大代表
# 均为市政协委员；张三系某院院长，李四系……
_ROLE_OF_ALL = re.compile(f"(?P<role>{ROLE.pattern})(?:（[联共][^）]*）)?")  # 市政协委员（联名）
_ALL_OF_CELL = re.compile(
    f"(?P<all>(?:二人|两人|三人)?[均都皆同](?:为|是|系)?)?(?P<role>{ROLE.pattern})"
    "(?(all)[；，。]?|，(?:分别|依次)[为是任])"  # 市政协委员，分别为某院院长、某厂厂长
)


def _with_posts(people: list[Met], line: Line, start: int, end: int) -> list[Met]:
    """One role for all, one post for one, or as many posts, set apart by ；, as people."""
    if every := _ALL_OF_CELL.match(line.text, start, end):
        people = [_with_post(person, line, *every.span("role")) for person in people]
        start = every.end()
    elif one := _ROLE_OF_ALL.fullmatch(line.text, start, end):
        return [_with_post(person, line, *one.span("role")) for person in people]
    told = {
        name: span
        for name, *span in _told_of_each([o.name for _, o in people], line.text, start, end)
    }
    if told or (every and every["all"]):
        return [
            _with_post(person, line, *told[person[1].name]) if person[1].name in told else person
            for person in people
        ]
    posts = list(re.finditer("[^；、]+" if every else "[^；]+", line.text[start:end]))
    if len(posts) != len(people):
        return people
    pairs = zip(people, posts, strict=True)
    return [_with_post(one, line, start + at.start(), start + at.end()) for one, at in pairs]


def _with_post(person: Met, line: Line, start: int, end: int) -> Met:
    """The post from a cell in the row of the name, or from a line of its own."""
    at, one = person
    if at is not line:  # 职务：……
        at = side_by_side(at, (at, 0, len(at.text)), (line, start, end))
        line, start, end = at, len(at.text) - (end - start), len(at.text)
    said = line.text[start:end]
    body = _BODY_WORD.search(one.name) and not is_name(one.name)
    if body or ELSEWHERE.match(said) or not re.search("[一-鿿]{2}", said):
        return person
    role = ROLE.match(line.text, start, end)
    post = line.text[role.end() if role else start : end].strip("、，")
    if one.post not in post:  # 单位 | 职务
        post = f"{one.post}、{post}".rstrip("、")
    begin, close = min(one.start, start), max(one.end, end)
    held = role.group() if role else one.role
    return at, replace(one, role=held, post=post, whole=(begin, close))


def listed(line: Line, start: int, end: int) -> Iterator[Introduction]:
    """张三（某学会副理事长）、李四: the people and bodies a field names."""
    text = line.text
    places = (at for at in sorted(line.spaced) if start < at < end and ASIDE.match(text, at))
    end = next(places, end)  # 代表　张三　　联系电话　12345
    end = start + len(_JOINING.sub("", SO_MANY_ARE.sub("", text[start:end])))
    own = [one for one in introduced_in(line) if one.name_start >= start and one.name_end <= end]
    beside = list(before_post(line, start, end))
    fuller = [one for one in beside if one.role]
    for group in (own, [*posted(line, start, end)], beside):
        fuller += [
            one
            for one in group
            if not any(other.start < one.end and one.start < other.end for other in fuller)
        ]
    yield from fuller
    spans = list(pairwise((start, *sorted(at for at in line.spaced if start < at < end), end)))
    each = all(is_name(text[a:b].partition("（")[0]) for a, b in spans)
    spans = spans if each else [(start, end)]
    apart = [one for span in spans for one in names_apart(text, *span, _BODY_WORD)]
    if any(kind_of(text[begin:close]) == "post" for begin, close in apart):
        return  # 姓名 | 职务 | 年龄: the head of columns names nobody
    for begin, close in apart:
        if any(one.start < close and begin < one.end for one in fuller):
            continue
        name, _, aside = text[begin:close].partition("（")
        name = re.sub("等?(?:[\\d一二三四五六七八九十]+[名位人])?(?:委员|代表)?$|等$", "", name)
        if penned := _PENNED.match(text, begin + len(name), close):
            yield Introduction(penned[1], "", "", penned.span(1), penned.span(1), 0.95)
        role, post = split_role(aside.rstrip("）") if holds_post(aside.rstrip("）")) else "")
        one_of_many = len(apart) > _MANY and _ANYBODY.fullmatch(name)
        named = (
            is_name(name) or one_of_many or (could_be_name(name) and (aside or len(name) <= USUAL))
        )
        if not named and not (_BODY_WORD.search(name) and 3 <= len(name) <= 25):
            continue
        yield Introduction(name, role, post, (begin, close), (begin, begin + len(name)), 1.0)


_PENNED = re.compile("（执笔人?：([^（）、]+)）")  # of a body's paper
# What a form asks besides: no field of a proposal.
ASIDE = re.compile(
    "(?:所[在属])?(?:(?:党派|界别)[或和及/／]?(?:党派|界别)?|代表团|性别|民族|年龄|学历|专委会)|(?:代表|"
    "委员)证号|(?:联系|办公|手机)?(?:电话|方式|号码)|手机|"
    "(?:联系|通[讯信])?地址|邮[编箱]|邮政编码|(?:提案|建议)?(?:类别|分类|编号|案号|日期|时间)"
)
_JOINING = re.compile(
    r"[\t，；]*(?:附议|联名|联署)[^、，；（\t]{0,3}?\d+[名位]?(?:人|代表|委员)?$|（[均都皆同][^）]*）$"
)
_MANY = 3  # people in a field: where so many stand, 边疆 is one of them, too
_ANYBODY = re.compile("(?!合计|小计|总计|同上|暂[无缺]|不详|匿名|集体|其他)[一-鿿·]{2,4}")
