"""Questions to the register: of whom, in what role, from where, about what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypedDict, TypeVar, Unpack

from assistant.register.names import known_names
from assistant.register.places import PROVINCES, home_provinces, province
from assistant.register.posts import COURTESY, PARTIES, TITLES
from assistant.register.surnames import COMPOUND_SURNAMES
from assistant.register.types import Figure, Person, Proposal, Register
from index.matching import simplify

_Row = TypeVar("_Row", Person, Proposal)
_NAMED_BY_TITLE = re.compile(f"({'|'.join(sorted(COMPOUND_SURNAMES))}|[一-鿿])({TITLES})")  # 丁代表
# Words before a title whose last character is a surname as well: 对于教授, 吉林代表.
_NO_SURNAME = re.compile(
    f"(?:{PROVINCES}|[全中我]国|[对关由基至位属鉴]于|[双对各地南北]方|[担连现历]任|(?<=[一-鿿])[和与])$"
)
_TITLED = re.compile(f"(?P<name>[一-鿿·]{{1,16}}?)(?:{TITLES})+$")
# What one asks for, and the words in role and post that mean it. Members of a standing committee
# are elected from the deputies or members, so they count among them.
_ROLES = {
    "人大代表": ("人大",),
    "政协委员": ("政协",),
    "代表": ("人大",),
    "委员": ("政协",),
    "企业家": ("公司", "集团", "总经理", "董事长", "总裁", "创始人"),
    "专家": ("院士", "教授", "研究员", "工程师", "大学", "研究院", "研究所"),
}
# Longer words that hold a role's, and do not mean it.
_NO_ROLE = re.compile(
    "委员会|代表[处团人]|(?:首席|法人)代表|院士(?:工作站|团队)|主任(?=[医护药技]师|科员)|"
    "(?:教授|研究员)(?=级)|(?:[一-鿿]长|总经理|总裁|书记|主任)(?=助理|秘书)"
)
# In this order: 某集团研究院 is research, 某大学附属医院 a hospital.
KINDS = {
    "医院": "医院|卫生院|保健院|疾控|诊所",
    "科研院所": "研究院|研究所|科学院|[中社农林]科院|工程院|设计院|研究中心|实验室",
    "高校": "大学|学院|高校|高职",
    "学校": "中学|小学|幼儿园|学校|[一-鿿]中(?=校长|教师)",
    "金融机构": "银行|信用(?:合作|联)?社|证券|保险|基金(?!会)|信托|期货|交易所",
    "企业": "公司|集团|企业(?!家?(?:协会|联合会))|厂|股份|董事长|总经理|总裁|业董事|"
    "矿业|科技创始人",
    "社会团体": f"协会|学会|商会|联合会|联盟|工商联|妇联|总工会|基金会|{PARTIES}",
    "机关": "[局厅部]主任|(?<![村居])委主任|局长|厅长|部长|市长|县长|省长|检察院|法院",
    # Not of 新乡市, 镇江市, 农村问题, 城镇化.
    "基层": "(?<![农乡关])村|社区|居委会|嘎查|合作社|街道|(?<![新萍家城侨水])乡(?![村市])|"
    "(?<![城德])镇(?!江|[一-鿿]?[县区])",
}


def merge(registers: Iterable[Register]) -> Register:
    """The registers of many documents as one."""
    every = tuple(registers)
    return Register(
        tuple(row for one in every for row in one.people),
        tuple(row for one in every for row in one.proposals),
        tuple(row for one in every for row in one.figures),
    )


def from_notes(notes: Iterable[Any]) -> Register:
    """The register of all documents, from what an index keeps of each."""
    return merge(Register.from_dict(note) for note in notes if note)


def find_people(register: Register, words: str) -> tuple[Person, ...]:
    """Everybody the words can mean: a full name, or a surname and a title (丁代表, 袁院士)."""
    plain = simplify(words)
    exact = tuple(row for row in register.people if simplify(row.name) == plain)
    titled = _TITLED.fullmatch(plain)
    named = tuple(row for row in register.people if titled and simplify(row.name) == titled["name"])
    return exact or named or tuple(row for row in register.people if _is_titled(row, plain))


def people_named(register: Register, text: str) -> tuple[Person, ...]:
    """Everybody whom a text, such as a question, names: in full, or by surname and title."""
    plain = simplify(text)
    names = {match.group() for match in _full_names(register, plain)}
    found = [row for row in register.people if simplify(row.name) in names]
    for match in _by_title(register, plain):
        found += [row for row in find_people(register, match.group()) if row not in found]
    return tuple(found)


def spelt_out(register: Register, text: str) -> str:
    """The text with the full name for 丁代表, where that can be one person only."""
    for match in reversed(_by_title(register, simplify(text))):
        named = {row.name for row in find_people(register, match.group())}
        if len(named) == 1:
            text = text[: match.start()] + named.pop() + text[match.end(1) :]
    return text


def _full_names(register: Register, plain: str) -> Iterator[re.Match[str]]:
    return known_names(plain, {simplify(row.name) for row in register.people})


def _by_title(register: Register, plain: str) -> list[re.Match[str]]:
    """Where 丁代表 stands, and not as the end of a full name."""
    full = {place for name in _full_names(register, plain) for place in range(*name.span())}
    return [
        match
        for match in _NAMED_BY_TITLE.finditer(plain)
        if match.start() not in full and not _NO_SURNAME.search(plain, 0, match.end(1))
    ]


def with_role(people: Iterable[_Row], role: str) -> tuple[_Row, ...]:
    """Those who hold the role: 人大代表, 全国政协委员, 院士, 河南省政协委员."""
    return tuple(row for row in people if _has_role(row.role, row.organisation_title, role))


def organisation_kind(organisation_title: str) -> str:
    """企业, 高校, 科研院所, 医院, ...; 其他 where the words do not tell."""
    kinds = (kind for kind, words in KINDS.items() if re.search(words, organisation_title))
    return next(kinds, "其他") if organisation_title else ""


class Wanted(TypedDict, total=False):
    """Which rows are asked for; all that is given must be right."""

    person: str
    organisation: str  # a name, kind or province; several, set apart by blanks
    role: str
    theme: str
    document: str
    text: str


def select(proposals: Iterable[Proposal], **wanted: Unpack[Wanted]) -> tuple[Proposal, ...]:
    """The proposals that match every filter given."""
    theme, text = wanted.get("theme", ""), wanted.get("text", "")
    return tuple(
        row
        for row in proposals
        if _fits(row, wanted)
        and _has_words(f"{row.section}{row.topic}{row.proposal}", theme)
        and _has_words(row.proposal, text)
    )


def narrow(register: Register, **wanted: Unpack[Wanted]) -> Register:
    """All three tables as far as the filters given concern them.

    People who are asked for a theme or words propose something with them; figures of somebody
    stand in a sentence that introduces them or holds a proposal of theirs.
    """
    theme, text = wanted.get("theme", ""), wanted.get("text", "")
    theirs = [row for row in register.proposals if _fits(row, wanted)]
    chosen = select(theirs, **wanted)
    names = {(row.document, row.name) for row in chosen}
    of_somebody = any(wanted.get(key) for key in ("person", "organisation", "role"))
    return Register(
        tuple(
            row
            for row in register.people
            if _fits(row, wanted) and (not (theme or text) or (row.document, row.name) in names)
        ),
        chosen,
        tuple(
            row
            for row in register.figures
            if _is_in(row, wanted.get("document", ""))
            and _has_words(f"{row.section}{row.sentence}", theme)
            and _has_words(row.sentence, text)
            and (not of_somebody or any(_shares(row, one) for one in theirs))
        ),
    )


def _fits(row: Person | Proposal, wanted: Wanted) -> bool:
    """Whether the row is of whom and from where it should be."""
    person, role = simplify(wanted.get("person", "")), wanted.get("role", "")
    return (
        (person in simplify(row.name) or _is_titled(row, person))
        and all(_is_from(row, word) for word in wanted.get("organisation", "").split())
        and (not role or _has_role(row.role, row.organisation_title, role))
        and _is_in(row, wanted.get("document", ""))
    )


def _is_in(row: Person | Proposal | Figure, document: str) -> bool:
    return document in row.document or document in row.title


def _shares(figure: Figure, row: Proposal) -> bool:
    """Whether the figure's sentence introduces who proposes, or holds some of the proposal."""
    spans = (row.start, row.end), (row.introduced_start, row.introduced_end)
    return figure.document == row.document and any(
        start < figure.sentence_end and figure.sentence_start < end for start, end in spans
    )


def _is_titled(row: Person | Proposal, words: str) -> bool:
    """Whether the words are this name, or its surname, with a title."""
    titled = _TITLED.fullmatch(words)
    if titled is None:
        return False
    name = simplify(row.name)
    surname = name[:2] if name[:2] in COMPOUND_SURNAMES else name[:1]
    title = words[titled.end("name") :]
    holds = title in COURTESY.split("|") or _has_role(row.role, row.organisation_title, title)
    return titled["name"] == name or (titled["name"] == surname and holds)


def _has_role(held: str, post: str, role: str) -> bool:
    held, words, role = map(simplify, (held, f"{held}、{post}", role))
    if role in (words if _NO_ROLE.search(role) else _NO_ROLE.sub("", words)):
        return True
    level = role.rpartition("政协委员" if role.endswith("政协委员") else "人大代表")[0]
    kind = role[len(level) :] if level else role
    return level in held and any(word in words for word in _ROLES.get(kind, ()))


def _is_from(row: Person | Proposal, word: str) -> bool:
    if place := province(word):
        return place in home_provinces(f"{row.role} {row.organisation_title}")
    post = row.organisation_title
    return word in post or word == organisation_kind(post)


def _has_words(text: str, words: str) -> bool:
    return all(word.lower() in text.lower() for word in words.split())
