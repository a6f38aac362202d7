"""Whose words a line holds: a label, a byline, a heading, what stands around a quotation."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.register.attention import Focus, Mention, Named
from assistant.register.beside import introduced_in, posted
from assistant.register.bodies import ITSELF, JOINTLY
from assistant.register.experts import NOBODYS
from assistant.register.labels import is_strange
from assistant.register.lines import Line, Lines
from assistant.register.lists import BOUNDARY, ENUMERATOR, names_no_subject, past
from assistant.register.named import named_in
from assistant.register.norms import is_imperative
from assistant.register.people import AND
from assistant.register.posts import OFFICIAL
from assistant.register.titled import Introduction, Met
from assistant.register.verbs import ASK, TELL, WISH

# 文／张三, 提案人：张三, ——张三的发言摘要, 张三（某院院长）谈夜校
_WRITTEN_BY = (
    "(?:图?文|作者|撰文|口述)[：／/]?|(?:第一|联名|领衔|主要)?(?:提案|建议|发言|议案|领衔|建言)人："
)
_SPEECH = "的?(?:大会)?(?:书面)?(?:发言|建言|建议)(?:摘[要登编])?|（[^（）]{2,40}）"
_BYLINE = re.compile(
    f"{JOINTLY.pattern}|{_WRITTEN_BY}|[一-鿿]{{2,9}}代表团|{_SPEECH}|[—\\-]*|[◇◆■●▲〇□※◎](?:[一-鿿]{{1,4}}族)?|"
    "(?:（[^（）]*)?）[讲谈说论话][^，。；：！？]{1,12}|[\\s，、：）]*|）?(?:一起|共同|联名|一同)[讲说提]的"
)


def is_byline(line: Line) -> bool:
    """——市政协委员张三的发言, 市政协委员张三、李四: nothing but who speaks below."""
    fresh, text = introduced_in(line) or _posted(line), line.text
    if not fresh or text.endswith("。"):
        return False
    between = (text[one.name_end : other.name_start] for one, other in pairwise(fresh))
    around = text[: fresh[0].start], text[fresh[-1].end :]
    return all(map(_BYLINE.fullmatch, around)) and all(map(AND.fullmatch, between))


def _posted(line: Line) -> list[Introduction]:
    """某党某市委副主委　张三 alone on a line: a post, a space, a name."""
    whole = 0, len(line.text)
    return [one for one in posted(line, *whole) if one.whole == whole]


def beside_members(text_lines: Lines) -> list[Met]:
    """Whose post is all that a byline tells, among those of deputies."""
    told = [(line, introduced_in(line)) for line in text_lines if is_byline(line)]
    deputies = any(one.role for _, fresh in told for one in fresh)
    alone = [(line, one) for line, fresh in told if not fresh for one in _posted(line)]
    others = (OFFICIAL.search(one.post) or NOBODYS.search(one.post) for _, one in alone)
    return [met for met, other in zip(alone, others, strict=True) if deputies and not other]


Heard = tuple[Mention, Line, int] | None  # who speaks, where that is told, and up to which line
Spoken = tuple[Mention, int] | None  # who speaks what follows, and where the words begin


def speaker(line: Line, named: Named) -> Spoken:
    """李四委员： at the head of a line or a heading speaks what follows; with the colon's end."""
    if not named or named[0].pronoun or named[0].start > 60:
        return None
    if _TO_WHOM.search(line.text, 0, named[0].start):
        return None
    rest = line.text[named[0].end :]
    colon = _COLON.match(rest)
    if colon:
        end = named[0].end + colon.end()
        others = [one for one in named[1:2] if one.end < end]  # 李四（代读张三的意见）：
        return (others[0] if others and _FOR_ANOTHER.match(rest) else named[0]), end
    # **张三**（线上）　我赞成……
    close = past(_ASIDE, line.text, named[0].end)
    if not named[0].start and named[0].end in line.marked and close in line.spaced:
        return named[0], close
    return (named[0], len(line.text)) if line.heading or is_byline(line) else None


# 记者问市人大代表张三：
_TO_WHOM = re.compile("(?:(?<![访顾慰学])问|请教)[^，。；：（“”]{0,30}$")
_COLON = re.compile("(?:代表|委员|常委|院士)?(?:（[^）]*）)?(?:代表|委员)?(?:）?：|】|(?<=）)—+)")
_ASIDE = re.compile("（[^）]{1,8}）")
_FOR_ANOTHER = re.compile("（(?:代读|代为|受[^）]*委托)")


def is_reply(line: Line, spoken: Spoken, focus: Focus) -> bool:
    """某局局长张三：我们要……, of whom nothing but a post is told, among deputies: an answer."""
    if spoken is None or spoken[1] == len(line.text):
        return False
    one = focus.official(spoken[0].names)
    return one is not None and (one.line is line or line.text.startswith("答"))


# 他把手一挥，“……”; 张三为行业把脉：……, 给出的药方——……: whoever does something and then asks for
# something. A question, an account and a figure ask for nothing.
_GESTURE = re.compile(
    "[^，。；：“”说]{2,10}，“(?=[^”]{12})|(?![^：—]*(?:[问听]|告诉|账|数据|统计|的话|想起|记得|"
    "回忆|转述))[^。；：“”—]{0,24}(?:：(?:“(?=[^”]{10}))?|—+)(?=[^“\\d—])"
)
_ABOVE = re.compile("“[^”]*”")
_MEANWHILE = re.compile("[^，。；：！？“”]{2,8}，")  # 说到这里，他补上一句：……


def gesture_end(line: Line, named: Named, focus: Focus) -> int:
    """Where the words begin of somebody who is seen to do something before them; 0 for none."""
    if not named or ITSELF.match(line.text, named[0].start):
        return 0
    begin = focus.begin(named[0], line)
    aside = named[0].pronoun and _MEANWHILE.fullmatch(line.text, 0, begin)
    above = _ABOVE.match(line.text)  # “修车我赞成，”张三接过话筒，“……
    begun = above.end() if above and above.end() <= begin else 0
    if not (aside or names_no_subject(re.sub("[一-鿿]{2,3}的$", "", line.text[begun:begin]))):
        return 0
    close = named[0].end + len(re.split("[：—]", line.text[named[0].end :])[0])
    before = [one for one in named if one.start < close]
    if any(one.names != named[0].names for one in before):
        return 0
    seen = _GESTURE.match(line.text, before[-1].end)
    return seen.end() if seen else 0


SAID = f"(?:{ASK}|{WISH}|{TELL})道?|告诉[^，。]{{2,6}}"
_SAID_AFTER = f"[^。“”]{{0,30}}?(?:(?:{SAID})[。，：]|{ASK}|希望)"
# “……。”, and “……。”话音落下，会场里有人鼓掌。
FALLS_SILENT = "话音|说[完罢到着]|[全会]场|台下|掌声"
_ENDS_WORDS = re.compile(f"”(?:$|{FALLS_SILENT})")


def later_speaker(text_lines: Lines, number: int, focus: Focus) -> Heard:
    """“要……。”张三说: who is named behind the quotation, or of whom was spoken before it."""
    line = text_lines[number]
    if not line.text.startswith("“"):
        return None
    if below := signature(text_lines, number):
        named = named_in(text_lines[below], focus)
        return (named[0], text_lines[below], below - 1) if named else None
    place, close = _closed(text_lines, number)
    if close < 0:
        return None
    later = text_lines[place]
    named = [one for one in named_in(later, focus) if one.start > close]
    if named and re.match(_SAID_AFTER, later.text[named[0].end :]):
        return named[0], later, place
    if _ENDS_WORDS.search(later.text):
        return _behind(text_lines, place, focus) or _before(text_lines, number, place, focus)
    return None


def _closed(text_lines: Lines, number: int) -> tuple[int, int]:
    """The line and place of the closing quotation mark; `number` and -1 where none is near."""
    opened = 0
    for place, later in enumerate(text_lines[number : number + 6], start=number):
        if later.paragraph != text_lines[number].paragraph:
            break
        opened += later.text.count("“") - later.text.count("”")
        if opened <= 0 and "”" in later.text:
            return place, later.text.rfind("”")
    return number, -1


def quotes_stranger(text_lines: Lines, number: int, focus: Focus) -> bool:
    """“要……。”一位店主说: whose words they are, nothing but this tells."""
    place, close = _closed(text_lines, number) if text_lines[number].text[0] == "“" else (0, -1)
    line = text_lines[place]
    said = _SAID_BY.search(line.text) if close >= 0 else None
    if said is None or names_no_subject(said["who"]):
        return False
    known = any(said["who"] in name for name in focus.known)
    return not known and not any(
        said.start() < one.start < said.end() for one in named_in(line, focus)
    )


# Not ”会后说, ”笑着说.
_SAID_BY = re.compile(
    f"”(?P<who>(?!{FALLS_SILENT})[^，。；：“”我他她]{{2,20}}?(?<![着中时后前里上地]))"
    f"(?:{SAID}|接过?话[茬头]?|插[话嘴]|[喊嚷]|附和|快言快语|七嘴八舌|抱怨|吐槽|打趣)[，。：]"
)


def signature(text_lines: Lines, number: int) -> int:
    """The line below the quotation that begins at `number`, ——某厂焊工张三; 0 where none is."""
    for at in range(number + 1, len(text_lines) if text_lines[number].text[0] == "“" else 0):
        if is_signature(text_lines, at):
            return at
        if text_lines[at].paragraph != text_lines[number].paragraph:
            return 0
    return 0


# Not ——访全国人大代表张三 and ——在大会上的发言 below a title.
_VISITS = "[^一-鿿]*(?:[本专]?[访记]|对话|走近|听|人物)"
_SIGNATURE = re.compile(f"(?:—+|--+)(?!在|{_VISITS})(?:[^。；：！？“”]|“[^“”]{{1,12}}”)+")


def is_signature(text_lines: Lines, number: int) -> bool:
    """——某厂焊工张三 below a quotation of whole sentences: who has said this."""
    signed = number > 0 and _SIGNATURE.fullmatch(text_lines[number].text)
    return bool(signed and re.search("[。！？…]’?”$", text_lines[number - 1].text))


def _behind(text_lines: Lines, place: int, focus: Focus) -> Heard:
    """“……？”全国人大代表张三走访了十个村: with whom the sentence behind the quotation begins."""
    behind = text_lines[place + 1] if place + 1 < len(text_lines) else None
    if behind is None or behind.paragraph != text_lines[place].paragraph:
        return None
    first = next(iter(named_in(behind, focus)), None)
    if first is None or first.pronoun:
        return None
    opens = BOUNDARY.search(behind.text, 0, focus.begin(first, behind)) is None
    return (first, behind, place) if opens else None


def _before(text_lines: Lines, number: int, place: int, focus: Focus) -> Heard:
    """Whom the paragraph spoke of before the quotation, or 她说了什么？ above it and the like."""
    above = (one.text for one in reversed(text_lines[:number]))
    said = next((text for text in above if not _WHOLE.fullmatch(text)), "")
    here = focus.who is not None and focus.who[1].paragraph == text_lines[number].paragraph
    return (*focus.who, place) if focus.who and (here or _WHAT_SAID.search(said)) else None


_WHOLE = re.compile("“.*”")
_WHAT_SAID = re.compile(
    "[他她](?:都|还|又|究竟|到底|在[^，。？]{1,8})*(?:说|讲|提|谈|建议|呼吁)了?[些点]?(?:啥|什么|哪些)[^。？]{0,6}？$"
)


_LONGEST = 40  # characters of a title
_BULLET = re.compile("[■◆●◎▪★§◇▲△〇□※]")  # 〇: ○, as a Line has it


def heads_words(line: Line, mention: Mention) -> bool:
    """### 二、张三的发言: a heading that is nothing but who speaks below it."""
    before, behind = line.text[: mention.start], line.text[mention.end :]
    numbered = past(ENUMERATOR, before, 0) == len(before)
    return numbered and _BYLINE.fullmatch(behind) is not None


def stands_below(line: Line, focus: Focus) -> bool:
    """Whether the line stands below the heading that is nothing but who speaks there."""
    return bool(focus.voice and focus.headed and line.section.endswith(focus.headed))


def opens_another(text_lines: Lines, number: int, focus: Focus) -> bool:
    """A title, or （二）补上这一课。 before 李四 comes in: what follows is another's."""
    line = text_lines[number]
    numbered = ENUMERATOR.match(line.text)
    below = text_lines[number + 1] if number + 1 < len(text_lines) else None
    if (line.heading and not numbered) or _is_column(line, below):
        return True
    if line.heading and focus.headed and not f"{line.section} > ".startswith(f"{focus.headed} > "):
        return True  # ### 张三 has ended with what it heads
    if below is None:
        return False
    leads = below.paragraph == line.paragraph and numbered is not None
    return (leads and bool(introduced_in(below, focus.heads))) or (
        _is_title(line) and is_byline(below)
    )


def _is_column(line: Line, below: Line | None) -> bool:
    """■ 行业数据 above a text; a list would go on with the same mark, or ask for something."""
    mark = _BULLET.match(line.text)
    alone = mark and below and not below.text.startswith(mark.group())
    return bool(alone and _is_title(line) and not is_imperative(line.text[1:]))


def _is_title(line: Line) -> bool:
    ends = line.text.rstrip("”")[-1:] not in "。；：，！"
    return len(line.text) <= _LONGEST and ends and line.text[0] not in "-·"  # no item of notes


def title_above(text_lines: Lines, number: int) -> Line | None:
    """The title between which and the text the byline `number` stands."""
    above = text_lines[number - 1] if number else None
    title = above is not None and _is_title(above) and not is_strange(above)
    return above if title else None
