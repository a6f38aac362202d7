"""Whom the sentences so far leave in mind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.register.lines import Line, Part
from assistant.register.posts import OFFICIAL
from assistant.register.titled import ORGANISATION, Introduction

ME = re.compile("我(?![们国省市县区局院校厂村镇乡馆党军方行家])")


@dataclass(frozen=True, slots=True)
class Known:
    """A person, the line that introduced them, and where organisation and post stand."""

    line: Line
    introduction: Introduction
    post: Part


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody, or several together, named in a line; a pronoun names whoever is in focus."""

    start: int
    end: int
    names: tuple[str, ...]
    pronoun: bool = False

    @classmethod
    def of(cls, one: Introduction) -> Mention:
        """Somebody where a line introduces them."""
        return cls(*one.named, (one.name,))


Named = Sequence[Mention]


@dataclass(slots=True)
class Focus:
    """What the sentences so far leave in mind; the one thing here that changes.

    Paragraphs and lines are counted: -1 is before the first, and -9 near none.
    """

    who: tuple[Mention, Line] | None = None  # whoever was spoken of last, and where
    group: tuple[str, ...] = ()  # the last several people named together: 两位代表
    group_paragraph: int = -1  # where they are named
    recent: tuple[str, ...] = ()  # the last two named, each by himself or together
    named_paragraph: int = -1  # where the last of them is named
    listing: bool = False  # a list of proposals has been announced
    told_apart: int = -1  # items as far out may be facts: what is proposed is below 建议：
    item_paragraph: int = -1  # of its last item that a number begins
    spoken_to_line: int = -1  # up to it somebody's own words: an answer, a quotation
    voice: tuple[Mention, Line] | None = None  # who speaks in a paragraph that a label begins
    voice_paragraph: int = -1  # this one
    proposed_line: int = -9  # the last that held a proposal
    said_line: int = -9  # and the last that told what somebody says
    headed: str = ""  # the section that the name of whoever speaks heads
    title: Line | None = None  # of the speech that is being read
    troubles: bool = False  # what follows is a list of what is wrong
    writer: tuple[str, ...] = ()  # the association whose letter it is
    movers: tuple[str, ...] = ()  # those of the motion that the text is
    narrator: tuple[str, ...] = ()  # who says 我 in a text told by one person
    told_paragraph: int = -1  # in which a stranger tells something, perhaps of anybody
    own_paragraph: int = -1  # in which whoever speaks has said 我: there 他 is another
    quoting_paragraph: int = -1  # in which a quotation is still open
    author: tuple[str, ...] = ()  # whom a byline says to speak below
    byline_line: int = -9  # the last that says who speaks below
    asked: tuple[Mention, Line] | None = None  # whom the first question was put to
    invited: bool = False  # 您的建议是什么？: what is said then asks for something
    musing: bool = False  # 请用一句话说说心愿: what is said then asks for nothing
    heads: frozenset[str] = frozenset()  # names that begin a clause somewhere: 张三坦言
    known: dict[str, Known] = field(default_factory=dict)

    def begin(self, mention: Mention, line: Line) -> int:
        """Where who is mentioned begins, role and post included if the line introduces them."""
        one = self.known.get(mention.names[0]) if mention.names else None
        return one.introduction.start if one and one.line is line else mention.start

    @property
    def names(self) -> tuple[str, ...]:
        """Of whoever is in focus; none where nobody is."""
        return self.who[0].names if self.who else ()

    def one(self, names: Sequence[str]) -> Known | None:
        """Whom the names are of, where that is one who is known."""
        known = [self.known[name] for name in names if name in self.known]
        return known[0] if len(known) == 1 else None

    def official(self, names: Sequence[str]) -> Known | None:
        """The same, where only a post with an authority is told of him, among deputies."""
        deputies = any(one.introduction.role for one in self.known.values())
        known = self.one(names) if deputies else None
        told = known is not None and not known.introduction.role
        return known if known and told and OFFICIAL.search(known.introduction.post) else None

    def attend(self, mention: Mention, line: Line) -> None:
        """Turn to whom `mention` names; a pronoun changes nothing."""
        if mention.pronoun or not mention.names:
            return
        self.who = mention, line
        self.listing, self.told_apart, self.spoken_to_line = False, -1, -1
        if len(mention.names) > 1:
            self.group, self.group_paragraph = mention.names, line.paragraph

    def give_word(self, names: tuple[str, ...], until: int) -> None:
        """Turn to those who are known already; what follows up to that line is theirs."""
        one = self.known[names[0]]
        self.attend(Mention(*one.introduction.named, names), one.line)
        self.spoken_to_line = until

    def hear_question(self, line: Line, named: Named) -> None:
        """记者：张委员，您……; else who was spoken of before the first, or the only one met."""
        if named and not named[0].pronoun and line.text[named[0].end :][:1] == "，":
            self.asked = named[0], line
        elif self.asked is None and self.who:
            self.asked = self.who
        elif self.asked is None and len(self.known) == 1:
            (only,) = self.known.values()
            self.asked = Mention.of(only.introduction), only.line
        self.forget()

    def pass_by(self, line: Line) -> None:
        """Keep whether a quotation goes on behind the line, and whether it says 我."""
        opened = self.quoting_paragraph == line.paragraph
        said = "" if opened else re.sub("“[^”]*”?", "", line.text)
        self.own_paragraph = line.paragraph if ME.search(said) else self.own_paragraph
        still = opened + line.text.count("“") > line.text.count("”")
        self.quoting_paragraph = line.paragraph if still else -1

    def forget(self) -> None:
        """Nobody: a question, a new block."""
        self.who, self.listing, self.spoken_to_line = None, False, -1
        self.title, self.musing, self.invited = None, False, False


def meet(known: dict[str, Known], line: Line, one: Introduction) -> None:
    """Remember an introduction; a later one adds what the earlier left out."""
    earlier = known.get(one.name)
    post = earlier.introduction.post if earlier else ""
    # 某县小学校长 tells where, 藏族教师 does not.
    where = [bool(ORGANISATION.search(told)) for told in (post, one.post)]
    fuller = _OWN.match(post) or post in one.post or where == [False, True]
    if earlier is None:
        known[one.name] = Known(line, one, (line, *one.whole))
    elif fuller and one.post not in ("", post):
        learn_post(known, one.name, one.post, (line, *one.whole))
    held = earlier.introduction.role if earlier else one.role
    if len(held) <= _BARE_ROLE and len(one.role) > len(held):
        if one.post and not held:  # 医生张三 in a headline, then 张三，市人大代表，某医院院长
            learn_post(known, one.name, one.post, (line, *one.whole))
        whole = replace(one, post=known[one.name].introduction.post)
        known[one.name] = replace(known[one.name], line=line, introduction=whole)


_BARE_ROLE = 2  # characters: 代表, 委员
# 我公司; a part of it, 教授 of 某大学教授, is told in full as well
_OWN = re.compile("我|本(?:公司|集团|[厂院校会局社村]|单位)")


def learn_post(known: dict[str, Known], name: str, post: str, at: Part) -> None:
    """Remember the post of somebody known, and where it stands."""
    fuller = replace(known[name].introduction, post=post)
    known[name] = replace(known[name], introduction=fuller, post=at)
