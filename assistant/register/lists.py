"""Lists of proposals: their items' marks, what only announces them, the words that link them."""

from __future__ import annotations

import re
import sys

from assistant.register.verbs import ADVERBS, TO_DO

BOUNDARY = re.compile("[，；。！？：“”]")  # of a clause
# -, ·, √, and what Unicode has of arrows, geometric shapes, symbols and dingbats
BULLET = r"[-·√\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff]\s*"
# One group, so that within another pattern a `?` behind it is of the whole.
ENUMERATOR = re.compile(
    r"(?:[一二三四五六七八九十]是|第[一二三四五六七八九十](?:条?[，是]|[件点个][，：])|（[一二三四五六七八九十\d]+）|"
    r"\d{1,2}[.、．）]|[①-⑩]|[一二三四五六七八九十]、|其[一二三四五]，?|"
    rf"(?:建议|意见|措施|对策|[提议]案)[一二三四五六七八九十\d]{{1,2}}[：、]|首先，|其次，|再次，|最后，|{BULLET})"
)
_LIST_ONLY = re.compile(
    "(?:以下|如下)?[^，。；]{0,12}?(?:[几两一二三四五六七八九十多\\d]+)?(?:点|条|项|个方面的?|个|"
    "方面的?|份|件)?[^，。；、]{0,6}?(?:建议|提案|议案|对策|举措|意见|思路|想法|主张|期待|看法|"
    "问题|请求|诉求|提议)[：。；，]?$|[有是]?[几两一二三四五六七八九十多\\d]+[点条件项个][：。]?$"
)
# 五份建议，内容涉及绿色制造、出口退税等方面
_IN_ALL = re.compile(
    "[几两一二三四五六七八九十百多\\d]+[份件条项](?:建议|提案|议案)，(?:内容|其中[^，。；]{1,6})?(?:分别|[都均])?"
    "(?:涉及|涵盖|覆盖|与[^，。；]+(?:有关|相关))|"
    "[^，。；《]*(?:建议|提案|议案)，(?:[^，。；]{0,6}[以如]下[^，。；]{0,4}[：。]?$|"
    "[^，。；]{0,6}[有是为共][几两一二三四五六七八九十\\d]+[点条项个][^，。；]{0,4}[：。]?$)"
)


def clause_before(text: str, end: int) -> str:
    """What stands between the last mark and that place; a bracket and a gap are marks, too."""
    return _MARK.split(text[:end])[-1]


_MARK = re.compile("[，；。！？：“”（）】\t]")


def opens_list(text: str) -> bool:
    """Whether the words only announce proposals: 三点建议：."""
    of_one = len(text) >= 22 or re.search(
        "《|[份件条个]关于|(?<![供反效适响])应(?![急用])|解决", text
    )
    return bool(_IN_ALL.match(text) or (_LIST_ONLY.match(text) and not of_one))


def announces(text: str) -> bool:
    """条例应规范以下内容： and the like: nothing of its own, but a list to come."""
    text = text[past_links(text) :]
    below = re.search("[以如]下[^，。：]{0,6}：$|我们?认为：$", text) and not AND_BELOW.search(text)
    return bool(opens_list(text) or below)


# Behind something that is asked for itself.
AND_BELOW = re.compile("(?<=[^，。；：]{4})，[^，。；：]*[以如]下[^，。；：]{0,6}：$")


# What sets a sentence behind another and names no subject.
_LINKS = (
    "但|但是|不过|此外|同时|另外|另|比如|例如|为此|对此|因此|并且|并|而且|其中|首先|其次|再次|最后|一方面|"
    "另一方面|具体而言|"
    "具体来说|具体|在此基础上|与此同时|除此之外|总之|故|特此|据此|综上|所以|"
    "还有一[条点件]|[另一]*一[条点件]是|补充?[上了]?一[条点句]|再|再者|再一[个条点]|再有|且|就此|对了|[这那]是"
)
# Whoever speaks, or the paper in which he does.
_SELF = (
    "我想|我会|那我就|我们|我|本人|提案|议案|[前后]一份提案|这份提案|该提案|要点|会上|今年两会|"
    "两会期间|今年全国两会上"
)
# Not 对欠薪者实行惩戒，……, which asks for that.
_TOPIC = re.compile(
    f"(?!对[^，。；如怎]{{2,30}}(?:{TO_DO}|设定|实行|予以)[^，。；的]{{2,12}}，)"
    "(?![为对就]此[^，])(?:针对|围绕|关于|对于|至于|就|在|为了?|面对|鉴于|考虑到|随着?|基于|结合|对|从|"
    "聚焦)[^，。；！？]{1,40}(?:(?<!看来)|(?<=[我他她]看来))，"
)


def _longest_first(words: str) -> str:
    """One pass without going back, however long the text."""
    return "|".join(sorted(words.split("|"), key=len, reverse=True))


_LINK = re.compile(f"(?:{_longest_first(_LINKS)})?，|同时|此外|另外|再就是|{ENUMERATOR.pattern}")
_STEP = re.compile(
    f"{_longest_first(f'{_LINKS}|{_SELF}')}|{ADVERBS}|[，、：“”—]|{ENUMERATOR.pattern}"
)


def past_links(text: str) -> int:
    """Where a sentence begins behind 同时，, 在人才方面， and the like."""
    place = 0
    while step := _LINK.match(text, place) or _TOPIC.match(text, place):
        place = step.end()
    return place


def names_no_subject(text: str) -> bool:
    """Whether the words name no subject: 此外, 针对这一问题， and the like, and nothing else."""
    place = 0
    while step := _STEP.match(text, place) or _TOPIC.match(text, place):
        place = step.end()
    return place == len(text)


def past(pattern: re.Pattern[str], text: str, at: int, end: int = sys.maxsize) -> int:
    """Behind what the pattern matches at `at`; `at` itself where it does not."""
    match = pattern.match(text, at, end)
    return match.end() if match else at


def is_open(text: str, at: int) -> bool:
    """Whether `at` is inside a quotation."""
    return text.count("“", 0, at) > text.count("”", 0, at)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without marks around; a quotation mark goes where its partner is outside."""
    if text[start - 1 : start] == "“" and text[start:end].rstrip("”。").count("”") > text.count(
        "“", start, end
    ):
        start -= 1  # “县聘县管”，用编制……: only the first words are in the quotation
    while start < end and (text[start] in "，’—" or _lone(text[start:end], "“")):
        start += 1
    while end > start and (text[end - 1] in "。；，：！？\t 、" or _lone(text[start:end], "”")):
        end -= 1
    return start, end


def _lone(words: str, mark: str) -> bool:
    """Whether the mark at the edge of the words has no partner in them."""
    edge = words[0] if mark == "“" else words[-1]
    surplus = words.count("“") - words.count("”")
    return edge == mark and (surplus > 0 if mark == "“" else surplus < 0)
