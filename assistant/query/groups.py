"""Questions about groups of people, read word by word: 来自河南的政协委员有哪些."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.register import province
from assistant.register.places import PLACE

# What one calls the kinds of organisation that `register.organisation_kind` tells apart.
_KINDS = {
    "高校": "高校|大学|高等院校|院校|高等学校",
    "科研院所": "科研院所|科研(?:机构|单位|系统|领域)|科研界|研究院所?|研究所|研究机构",
    "企业": "企业(?:界|家)?|公司|产业界",
    "医院": "医院|医疗机构|医疗(?:卫生)?(?:系统|界)|卫生系统|医卫界",
    "金融机构": "金融(?:机构|界|系统)|银行",
    "社会团体": "社会团体|协会|商会|行业组织",
    "基层": "基层|农村|社区",
    "机关": "政府部门|政府机关|党政机关|机关",
}
_ROLE = (
    "全国(?:人大|政协)?(?:代表|委员)(?!委员)|"
    "(?:全国|[省市区县州])?(?:人大代表|人大常委会?委员|人大常委|政协委员|政协常委)|"
    "(?:中国)?(?:工程院|科学院)院士|院士|董事长|总经理|总裁|教授|校长|专家|"
    "(?<![两二三四五这那各]位)(?:代表|委员)(?!委员|们?和|、)"
)
_TALKS = (
    "谈到|谈及|谈了|谈论|提到|提及|说到|讲到|关注|聚焦|涉及|讨论|关心|重视|围绕|针对|关于|就|对于?"
)
_SPEAKS = (
    "(?:提出|提|带来|发表|有|表达|作|做)?(?:了|过)*(?:相关|有关)?"
    "(?:建议|意见|看法|提案|建言|发言|发声)"
)
_THEME = (
    f"(?:{_TALKS})[了过]?(?!了?(?:多少|几|哪|谁|什么))(?P<about>(?!的)(?:(?!谁)[^,?!。]){{1,16}}?)"
    f"(?:的|这个|这一|等)*(?:问题|方面|领域|话题|议题|主题)?(?:{_SPEAKS})?"
    "(?=(?:都|分别)?(?:提出?了?|有)(?:哪些|什么)|,有?哪|"
    "的?(?:还?都?有?(?:哪些|哪几|谁|几|多少)|代表|委员|人员)[^,。]{0,8}[?]?$|[?]?$)"
)
_WHAT = (
    "(?:提出?|有|带来|建议|说|讲|谈|主张|分别)*[了过]?(?:哪些|什么|哪几[条项个])(?:样的)?"
    "(?:建议|提案|议案|主张|意见|诉求|观点|看法|内容)|"
    "(?:都|分别)?(?:建议|呼吁|主张|提出?|说)了?(?:些|哪些)?什么|"
    "的?(?:建议|提案|议案|主张|意见|观点)(?:都|分别)?(?:有哪些|是什么|有什么|包括什么|有几条)"
)
_WHO = (
    "哪些(?:人(?!大))?|哪[几两三四五六七八九十][位名个]|哪一?[位名]|谁|名单|列出|列举|有没有|有无|(?:都|分别)有|"
    "(?:什么|哪些|哪个)(?:单位|机构|身份|职务|地方)|哪里|哪儿"
)
_COUNT = "(?:有|提到)?(?:多少|几)(?:[位名个](?:人(?!大))?|人(?!大))"
_ACTS = "提出[了过]?建议|提[了过]?建议|提交[了过]?(?:提案|建议)|建议|提案|建言献策|建言|发言|献策"
_FILLER = (
    "文[中件档章]|材料|报告|[这本该][份个篇]?|里面?|会?上|中|当中|其中|请问?|一共|总共|共|来自|出自|在|所在|属于|"
    "身份|分别|还有|还|提到|提及|出现|包括|包含|参与|参加|全部|所有|各位?|两会|今年|期间|单位|背景|系统|"
    "一线|代表和委员|委员和代表|代表委员|代表|委员|发言人|人员|人物|们|者|提出|交|过|了|的|有|是|也|都|和|吗|么|"
    "呢|啊|位|名|个|人|一下|工作|任职|、|[?,.!。 ]|"
    "那?[两二三四五六七八九十][位名个](?=全国|人大|政协|中国|院士|专家|教授)"
)
_SECTION = (
    "在?(?P<part>[^,?!。在]{2,12}?)(?:[这那](?:一?个|一)?)?(?:部分|章节|板块|一[章节])(?:里|中)?"
)
_PARTS = re.compile(
    f"(?P<theme>{_THEME})|(?P<section>{_SECTION})|(?P<what>{_WHAT})|(?P<count>{_COUNT})|"
    # A place before one of these is the name of one organisation, of which nothing is known here.
    f"(?P<place>{PLACE})(?!大学|学院|银行|医院|公司|协会|商会|研究[院所])|"
    f"(?P<role>{_ROLE})|"
    + "|".join(f"(?P<kind{at}>{words})" for at, words in enumerate(_KINDS.values()))
    + f"|(?P<who>{_WHO})|(?P<acts>{_ACTS})|(?P<filler>{_FILLER})"
)
# 是政协委员而不是人大代表 says the same twice.
_NOT_OTHERS = re.compile("[,]?(?:而?(?:不是|并非)|而非)(?:全国)?(?:人大代表|政协委员)")
_DEPUTIES = re.compile("代表|委员|人大|政协|来自|出自|谁|名单|人物")
_REFUSES = re.compile("不是|并非|除|以外|之外|没有?(?=谈|提|说|关)|未")


@dataclass(frozen=True, slots=True)
class Group:
    """Whom a question asks for; an empty part is not asked about."""

    role: str = ""  # several, set apart by spaces: all of them
    province: str = ""
    kind: str = ""
    theme: str = ""
    proposals: bool = False  # what they propose, not who they are
    proposing: bool = False  # those who propose something only
    counted: bool = False  # how many they are


def asked_group(plain: str) -> Group | None:
    """The group that a normalised question names; None where a word of it is not understood.

    >>> asked_group("来自河南的政协委员有哪些?")
    Group(role='政协委员', province='河南', kind='', theme='', proposals=False, proposing=False,
        counted=False)
    >>> asked_group("谁建议在上海建立交割库?") is None, asked_group("分别主张什么?") is None
    (True, True)
    """
    plain = _NOT_OTHERS.sub("", plain)
    parts = list(_parts(plain))
    found = dict(parts)
    roles = [_role(words, plain) for name, words in parts if name == "role"]
    kind = next((name for name in found if name.startswith("kind")), "")
    asks = found.keys() & {"who", "count", "what"} or re.search("[吗么][?]?$|^有", plain)
    # Not 公司有多少人 or 山东有哪些企业: of them the register knows nothing.
    people = found.keys() & {"role", "acts", "theme", "what"} or _DEPUTIES.search(plain)
    if _REFUSES.search(plain) or "unknown" in found or not asks or not people:
        return None
    # 分别主张什么 is of those named before.
    if plain.startswith("分别") and not (kind or found.keys() & {"who", "role", "theme", "place"}):
        return None
    return Group(
        " ".join(dict.fromkeys(filter(None, roles))),
        province(found.get("place", "")),
        list(_KINDS)[int(kind.removeprefix("kind"))] if kind else "",
        found.get("theme", ""),
        "what" in found,
        bool(found.keys() & {"acts", "what"}),
        "count" in found,
    )


def _parts(plain: str) -> Iterator[tuple[str, str]]:
    """The words of the question, one after the other, with what each says."""
    place = 0
    while place < len(plain):
        part = _PARTS.match(plain, place)
        if part is None or part.end() == place:
            yield "unknown", plain[place:]
            return
        about = part["about"] or part["part"]
        name = "theme" if about else str(part.lastgroup)
        yield name, about or part.group()
        place = part.end()


def _role(said: str, plain: str) -> str:
    """代表委员, 代表和委员: everybody; 代表 alone means those of the congress."""
    if re.search("代表[和、与及]?委员|委员[和、与及]?代表", plain):
        return "" if said in ("代表", "委员") else said
    return {"代表": "人大代表", "委员": "政协委员", "全国代表": "全国人大代表"}.get(said, said)
