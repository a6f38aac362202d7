"""Replies to a proposal (答复): what they quote of it is its proposers', the rest the office's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.register.fields import kind_of, listed
from assistant.register.forms import field_of
from assistant.register.lines import Line
from assistant.register.names import is_name
from assistant.register.norms import is_imperative, is_normative
from assistant.register.proposals import Claim
from assistant.register.speech import ENUMERATOR, trimmed
from assistant.register.titled import Introduction

Met = tuple[Line, Introduction]

_RECEIVED = re.compile(
    "(?:您|你)们?[^，。；《》]{0,20}(?:提出|提交|所提)的?(?P<title>《.+?》|关于.+?的(?:提案|建议|议案))"
    "[^。]*收悉"
)
_SALUTATION = re.compile(
    "(?:尊敬的)?(?P<names>[一-鿿·、]{2,40}?)(?:等)?(?:[\\d一二两三四五六七八九十]+[位名])?"
    "(?P<role>代表|委员)：$"
)
# （二）关于推行…的建议。 and 关于推行…。
_ABOUT = re.compile(
    f"(?:{ENUMERATOR.pattern})?关于(?!您|你)"
    "(?:(?P<asked>.{4,}?)的(?:建议|意见|提案|问题)(?:[，。：]|$)|(?P<bare>[^，。；“”]{4,30})(?:。|$))"
)
# 您建议…，我们予以采纳。
_ASKED = re.compile(
    "(?:您|你们?|(?<![一-鿿])(?:代表|委员|提案中?))(?:还|也|在提案中|在建议中)*(?:建议|提出|希望|呼吁)(?!的|办理|工作)，?(?P<asked>.{4,}?)"
    "(?:，(?:我们|我[厅局委部办省市县区]|经(?!营|济|费)|因(?!地|此)|目前|考虑|鉴于|很|非常|对此|这|该|"
    "予以|暂|[^，。；]{2,14}(?:认为|赞同|采纳|表示|支持|同意))|[。；]|$)"
)
# 您提出的…的意见，因…
_ASKED_OF = re.compile(
    "(?:您|你们?)(?:所)?(?:提出|建议)的(?P<asked>[^，。；]{6,}?)"
    "(?:的(?:建议|意见|问题|想法|设想))?[，。；]"
)


def read_reply(text_lines: Sequence[Line]) -> tuple[list[Met], list[Claim], set[int]]:
    """Proposers and proposals of a reply, and the lines that tell them; nothing of other texts."""
    received = next(
        (number for number, line in enumerate(text_lines) if _RECEIVED.search(line.text)), None
    )
    if received is None:
        return [], [], set()
    title = _RECEIVED.search(text_lines[received].text)
    assert title is not None
    about = (text_lines[received], title.start("title"), title.end("title"))
    people, used = _proposers(text_lines[:received])
    found: list[Claim] = []
    for number, line in enumerate(text_lines[received + 1 :] if people else (), received + 1):
        for start, end in _asked(line):
            found.append(_claim(people, line, start, end, about))
            used.add(number)
    if people and not found:
        found.append(_claim(people, *about, about))
    return people, found, used


def _proposers(head: Sequence[Line]) -> tuple[list[Met], set[int]]:
    """Whom the reply addresses, and whom its head lists as 提案人."""
    people, used = list[Met](), set[int]()
    for number, line in reversed(list(enumerate(head))):
        key, begin = field_of(line)
        if kind_of(key) == "proposer":
            found = list(listed(line, begin, len(line.text)))
        else:
            found = list(_addressed(line))
        people += [(line, one) for one in found]
        used |= {number} if found else set()
    return people, used


def _addressed(line: Line) -> Iterator[Introduction]:
    """尊敬的张三、李四委员："""
    match = _SALUTATION.match(line.text)
    for part in re.finditer("[^、]+", match["names"]) if match else ():
        assert match is not None
        start = match.start("names") + part.start()
        end = start + len(part.group())
        if is_name(part.group()):
            span = start, match.end("role")
            yield Introduction(part.group(), match["role"], "", *span, start, end, 1.0)


def _asked(line: Line) -> Iterator[tuple[int, int]]:
    """What the line says the proposers asked for."""
    about = _ABOUT.match(line.text)
    group = str(about.lastgroup) if about else ""
    if about and (is_imperative(about[group].strip("“")) or is_normative(about[group])):
        yield trimmed(line.text, *about.span(group))
    for asked in _ASKED.finditer(line.text):
        yield trimmed(line.text, *asked.span("asked"))
    for asked in _ASKED_OF.finditer(line.text):
        if is_imperative(asked["asked"]) or is_normative(asked["asked"]):
            yield trimmed(line.text, *asked.span("asked"))


def _claim(
    people: Sequence[Met], line: Line, start: int, end: int, about: tuple[Line, int, int]
) -> Claim:
    at, one = people[0]
    names = tuple(dict.fromkeys(person.name for _, person in people))
    return Claim(line, names, (one.name_start, one.name_end), at, start, end, start, 0.9, about)
