"""What is a body's: 某党某市委建议, 我会建议 in an association's letter, 提案第三条."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.register.lines import Lines
from assistant.register.names import NAME
from assistant.register.posts import PARTIES
from assistant.register.titled import PASSING, Introduction, Met
from assistant.register.verbs import ADVERBS, ASK, ITS_ITEM, SAY, STRONG, WISH

# A body itself; not 市政协提案委员会主任, 某党某市委主委, 市工商联副主席.
_COMMITTEE = (
    "(?P<part>(?:全国|[一-鿿]{0,3}[省市区县州])政协(?:[一-鿿、]{2,20}?委员会(?![一-鿿]{0,5}[主副常])|"
    "[一-鿿]{2,8}(?<!各)界别?(?=：|的?集体提案|建议|提出|呼吁)))"
)
_PARTY = (
    f"(?:{PARTIES})(?:中央|[一-鿿]{{0,8}}?(?:委(?!员(?!会))(?:员?会)?|支部|总支))(?![一-鿿]{{0,5}}?[主副常委])|"
    "(?:共青团|团)[一-鿿]{0,3}?(?:中央|[省市县区]委)(?![一-鿿]{0,5}?[主副常委书])"
)
_UNION = (
    "(?:全国|(?:(?!代表|我)[一-鿿]){0,3}[省市县区])"
    "(?:工商联|妇联|总工会|青联|科协|侨联|台联|残联)(?![一-鿿]{0,2}[主副常执])"
)
_SECTOR = (
    "(?<![一-鿿])(?!来自|有的|其他|全)(?:(?![个各])[一-鿿]){2,6}界别"
    "(?=(?:建议|提出|呼吁)(?![较很最意\\d]))"
)
BODY = re.compile(f"{_SECTOR}|{_COMMITTEE}|{_PARTY}|{_UNION}")
# 省妇联： and 市工商联提交《…》，建议……; in the same sentence, with nobody else in it
_PROPOSES = re.compile(
    f"：|(?![^，。；]{{0,4}}(?:负责|干部|人士|[人委]员|代表))[^。；：“”他她]{{0,40}}?(?<![多各和与该])(?:{STRONG}|"
    f"提[出交]|带来)|(?:{ADVERBS})*(?:{SAY})|(?:的|在一?[份件]?)(?:[集团]体|党派|界别|联名)提案中?(?:{SAY})"
)
_NEAR = 4  # characters: 也建议
_FIRST = re.compile(
    "(?:^|[。！？]|另：)[^，。；：“”]{0,6}(?<![在向与和同跟为对被由是访问了])(?<!(?<!收)到)$"
)


def bodies(text: str) -> Iterator[Introduction]:
    """九三学社中央建议: parties and bodies of the CPPCC propose as such."""
    for body in BODY.finditer(text):
        alone = _MARKED.fullmatch(text[: body.start()]) and JOINTLY.fullmatch(text, body.end())
        joint = alone and (not body["part"] or body.end() < len(text))
        addressed = body["part"] and text[body.end() :] == "："  # 省政协提案委员会： above a letter
        says = _PROPOSES.match(text, body.end()) if not addressed else None
        near = joint or (says is not None and says.end() - body.end() < _NEAR)
        if near or (says and _FIRST.search(text, 0, body.start())):
            at = body.span()
            yield Introduction(body.group(), "", "", at, at, 0.95 if near else PASSING)


# ● 某党某省委会（集体提案） above what it proposes
_MARKED = re.compile("[^一-鿿“《]*")
# 某党某市委　发言人：张三（某院院长）
_SPEAKS_FOR = f"（?(?:发言|执笔)人：{NAME}(?:（[^（）]{{2,30}}）)?）?"
JOINTLY = re.compile(f"(?:[（【\t](?:集体|书面)?(?:提案|建议|发言)[）】]?|{_SPEAKS_FOR})?")
_UNIONS = "协会|学会|商会|联合会|促进会|研究会|基金会|联盟"
_BODIES = f"{_UNIONS}|工商联|妇联|总工会|残联|侨联|科协|[省市区县]委会|总支"
_SIGNED = re.compile(f"(?P<name>[一-鿿]{{2,24}}(?:{_BODIES}))(?:（(?:印章|盖章|公章|章)）)?")
# 我会建议; not 我会议室, and 我会做饭 asks for nothing.
WE = re.compile(f"(?:我|本)(?:会(?!议)|{_UNIONS}|委(?![员托]))|我们(?:协会|学会|商会|联盟)")
_HANDED_IN = re.compile(f"(?:提案|建议|议案)(?:者|人|单位)：(?P<name>{BODY.pattern})")
ITSELF = re.compile(f"(?:提案|建议案?|议案)(?={ITS_ITEM})")
_ASKS = re.compile(f"(?:{WE.pattern})[^，。；：]{{0,8}}(?:{ASK}|{WISH}|提出)")


def writer(text_lines: Lines) -> Met | None:
    """The association that signs where 我会建议 is said; the one body that has handed it in."""
    handed = [(line, one) for line in text_lines if (one := _HANDED_IN.fullmatch(line.text))]
    if len(handed) != 1:
        asks = any(_ASKS.search(line.text) for line in text_lines)
        signed = ((line, one) for line in text_lines if (one := _SIGNED.fullmatch(line.text)))
        handed = [*signed][:1] if asks else []
    for line, one in handed:
        return line, Introduction(one["name"], "", "", one.span("name"), one.span("name"), 0.9)
    return None
