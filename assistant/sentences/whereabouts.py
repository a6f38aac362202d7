"""Places and firms that a question names, and whether a passage is about one of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from assistant.query.question import Kind, Question
from assistant.register import province, provinces
from assistant.register.names import is_name
from assistant.register.places import PROVINCES, cities
from assistant.sentences.evidence import Evidence, Which
from assistant.sentences.reader import Reader
from assistant.sentences.speech import labelled
from corpus import flat
from index.matching import normalise

BEFORE_CHARS = 200  # in front of the chunk: 这一举措…… speaks of what stands there
HEAD_CHARS = 300  # of a document; what it is about as a whole is named there
COUNTRIES = Path(__file__).with_name("countries.txt")
_THING = re.compile(
    "([\u4e00-\u9fff]{2})(?:省(?![级委会份内外直])|县(?![级域])|市(?![场值价民政])"
    "|[新城]区|开发区|区(?![域别间块位内长])|州|镇|村(?!民)|街|巷|港(?![口股])|岛"
    "|核?电站|枢纽|水库|大桥|隧道|机场|灌区|船闸|基地|集团|公司|大学|学院|医院|银行|协会|局(?![面势部限]))"
)
# 上市, 城镇, 半岛, 全县, 哪家公司: no names.
_COMMON = re.compile(
    "[全各本该哪几个这那每某家座的和与在对于]|[上城股超都集楼省县夜门乡小农香空海半群布格结大当开战核]$|"
    "什么|多少|其中|我$|试点|示范|重点|大型|中型|小型|"
    "病险|综合|运输|国际|支线|民营|国有|中小|上市|龙头|贫困|农业|高等|职业|商业|村镇"
)
# No other word runs into a name that stands behind one of these.
_BEFORE_NAME = re.compile(r"(?:^|[^\u4e00-\u9fff]|[年月日期省市州县和与及在对从比])$")
# 山区, 示范区; but 唐山市, 玉林市 are names.
_AREA = re.compile(
    "^.[社小园景山地市矿校库片灾牧林农老新特湾郊专禁疫展发贸范税城态能命]"
    "(?!(?<=[山林湾园景特新])[县市州镇])"
)
_BUILT = ("电站", "水库", "大桥", "隧道", "机场", "船闸")  # 秦山核电站 is a name, too
# 某某县 at the head of a clause is a name, also where the documents know none such.
_UNKNOWN = re.compile(
    r"(?:^|[,。?、和与在])(?!直辖|地级|县级|省会|省级|全|各|哪|本|该|这|那|我|每|某)"
    r"([\u4e00-\u9fff]{2}(?:[省市县镇乡](?=的|有|去年|今年|\d)|省(?![钱电油时力事心水煤料级])))"
)
# 第045号提案, 地铁2号线, “蓝鲸三号”平台: what is called so must be called so somewhere; “看着”
# is no name.
_CALLED = re.compile("(第\\s*\\d+\\s*号|\\d+号线)|[“《]([^”》]{1,19}[^”》着了过])[”》]")
# What a city is a word of its own behind: in 在保山, 浙江宁波; not in 确保山区 or 湖南平江.
_BEFORE_CITY = rf"^|(?:{PROVINCES})省?|[^\u4e00-\u9fff]|[年月市区在到从由对和与及跟的是问给向比]"
# 全国 is not told by what is counted in one province, or town.
_WHOLE, _PART = re.compile("全国|我国|中国"), re.compile("[我本全][省市县区]")
TRADES = "[铜铝锌锂镍钴钢药茶矿]业(?!权)"  # a firm is called by: 江北铜业
# Whoever is asked about at the head of the question: 省水利厅出多少经费.
_OFFICE = re.compile(
    "^(?:请问)?(?!哪|什么|[全各每本该这那我某同与跟给被]|多少|[一有这那]些|不少|许多|多家)"
    "(?P<name>(?:(?!多少|关[停闭]|[建改]成|新建|[今去明前]年"
    "|[哪谁几的在上和跟与里对向要定由怎把被让给])[\u4e00-\u9fff]){2,12}?"
    "(?:[厅局](?!面|势|部)|委员会|集团|公司|协会|研究院|大学|医院|物流|股份|[^工电水船小们]厂)"
    rf"|[^省市县区镇乡村州国全各的与和、为]{{2}}{TRADES})(?![长们])"
)
_ITS_PLACE = re.compile("^[\u4e00-\u9fff]{2,3}(?=[省市县区][\u4e00-\u9fff]{2})")
# 本院预计: whose document it is, that says somewhere.
_OWN = re.compile("(?:本|我们?)(?:[院局厅厂行校社会]|公司|集团|协会|大学|医院)")
_OF_THEM = re.compile("的?[^,。?]{2,8}(?:是谁|叫什么)")  # 某集团总经理是谁
_LEVEL = re.compile("(?<=..)[市县区州镇乡]$")
_OF_CITY = re.compile("全[省市国]|[我本][省市国]")
_SEVERAL_COUNTRIES = re.compile("[洲盟球]|国际|中[东亚]")
_PROVINCE = re.compile(PROVINCES)
_AT_HOME = re.compile("我国|中国|全国|国内")
# 对美出口, 中美贸易, 美方; not 美元 or 美好.
_IN_SHORT = "(?:[对赴中在驻输援访与和自从]{0}(?![元好丽术])|{0}(?:方(?!面)|资|商|企))"


def lacks_place(reader: Reader, question: Question, evidence: Evidence, at: int) -> bool:
    """Asked about a place or firm, of which the chunk and what stands before it, section, title and
    head of the document say nothing: a country, a province, or what the documents name elsewhere.
    """
    for person in reader.people(question.text):  # 李明集团 is called otherwise in the documents
        if is_name(person.name):
            question = replace(question, text=question.text.replace(person.name, ""))
    plain, sentence = question.plain, evidence.texts[at]
    counts = question.kind is Kind.NUMBER
    home = {*provinces(plain), *_named_in(reader, plain, counts)}
    abroad = _countries(plain)
    return (
        _lacks_office(reader, question, evidence, at)
        or (counts and _counts_elsewhere(plain, sentence, home, abroad))
        or _is_told_elsewhere(reader, question, evidence, at, home, abroad)
    )


def of_other_places(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those that name another county, town or firm than the one asked about, and not that one."""
    named = {name for name in _named_things(question.plain) if name in reader.text}
    if len(named) != 1:
        return np.zeros(len(evidence.rows), dtype=bool)
    name = named.pop()

    def is_of_another(text: str) -> bool:
        told = {one for one in _named_things(text, apart=True) if one[2:] == name[2:]}
        return bool(told) and name not in text

    return np.array(list(map(is_of_another, evidence.texts)), dtype=bool)


def _named_in(reader: Reader, plain: str, counts: bool) -> set[str]:
    """The places and firms, also such as no document knows, that the question names; cities that
    are written of only where it counts something.
    """
    named = {name for name in _named_things(plain) if name in reader.text}
    named |= {name for name in _UNKNOWN.findall(plain) if name[:-1] not in reader.text}
    towns = set(_city().findall(plain))
    said = {*towns, *(a or b for a, b in _CALLED.findall(plain))}
    unknown = {one for one in said if not (reader.writes(one) or reader.writes(_in_words(one)))}
    return named | (towns if counts else set()) | unknown


def _in_words(called: str) -> str:
    """第二十三号, of 第23号."""
    import cn2an  # type: ignore[import-untyped]  # here: slow to load, and few questions need it

    return re.sub(r"\d+", lambda number: cn2an.an2cn(number[0]), called)


def _counts_elsewhere(
    plain: str, sentence: str, home: Collection[str], abroad: Collection[str]
) -> bool:
    """云南有…张床位 counts none of 黑龙江 nor of 全国, 我国有…… none of another country, 全市有……
    none of a county.
    """
    counted = set(provinces(sentence))
    told_of = any(place in sentence for place in home)
    of_another = home and counted and counted.isdisjoint(home) and not told_of
    of_a_part = _WHOLE.search(plain) and _PART.search(sentence) and not _WHOLE.search(sentence)
    is_within = home and all(place[-1] in "县区镇乡" for place in home)
    of_the_whole = is_within and _OF_CITY.search(sentence) and not told_of
    at_home = abroad and _AT_HOME.search(sentence)
    not_abroad = at_home and _countries(sentence, told=True).isdisjoint(abroad)
    return bool(of_another or of_a_part or of_the_whole or not_abroad)


def _is_told_elsewhere(
    reader: Reader,
    question: Question,
    evidence: Evidence,
    at: int,
    home: Collection[str],
    abroad: Collection[str],
) -> bool:
    """Whether what leads to the sentence names none of the places."""
    around, plain = _passage(reader, evidence, at), question.plain
    if abroad and _countries(around, told=True).isdisjoint(abroad):
        return True
    # A chunk on several towns tells of several mayors.
    theirs = any(name in plain and _OF_THEM.match(plain.split(name, 1)[1]) for name in home)
    is_close = theirs or question.kind is Kind.NUMBER
    told = _told(reader, evidence, at) if is_close else around
    # For a city of a province that province is not enough.
    narrow = {name for name in home if not province(name)} or home
    if not narrow or any(place in told for place in narrow):
        return False
    title = reader.document(reader.sentence_span(int(evidence.rows[at]))).title
    if any(_LEVEL.search(place) and place[:-1] in title for place in narrow):
        return False  # 某某水务 is the water company of 某某市
    return not _is_of_all(reader, evidence, at, home)


def _is_of_all(reader: Reader, evidence: Evidence, at: int, home: Collection[str]) -> bool:
    """全省有多少, in a document that names no other 省 than the one asked about."""
    whole = _PART.search(evidence.texts[at])
    if whole is None:
        return False
    text = normalise(reader.document(reader.sentence_span(int(evidence.rows[at]))).text)
    level = whole.group()[-1]
    there = {name for name in _named_things(text) if name.endswith(level)}
    return bool(there) and there <= set(home)


def _lacks_office(reader: Reader, question: Question, evidence: Evidence, at: int) -> bool:
    """Asked about an office or firm, which no document writes of, also in part, as 住建局 for
    住房和城乡建设局; or how much it has, or who is what there, where neither title nor headings nor
    the paragraph so far name it.
    """
    office = _OFFICE.search(question.plain)
    if office is None:
        return False
    # 市财政, too, is 市财政局, and 县水利委员会 that of the county that its document is on.
    core = _ITS_PLACE.sub("", office["name"]).rstrip("厅局").removesuffix("公司")
    name = re.compile("[^,。;\\n]{0,4}?".join(map(re.escape, core)))
    if not name.search(reader.plain_text):
        return True
    is_theirs = question.kind is Kind.NUMBER or _OF_THEM.match(question.plain, office.end())
    return bool(is_theirs) and not name.search(_told(reader, evidence, at, head=False))


def _told(reader: Reader, evidence: Evidence, at: int, *, head: bool = True) -> str:
    """The sentence with what leads to it: title, headings, head of the document, its paragraph."""
    row = int(evidence.rows[at])
    if row in evidence.heads:  # the caption stands above the table
        return _passage(reader, evidence, at)
    span = reader.sentence_span(row)
    document = reader.document(span)
    paragraph = document.text[reader.opens(span) : span.end]
    above = document.text[:HEAD_CHARS] if head else ""
    above = document.text if _OWN.search(paragraph) else above
    posts = " ".join(f"{one.role}{one.organisation_title}" for one in labelled(reader, span))
    told = f"{document.path} {document.title} {reader.section(span)} {above} {posts} {paragraph}"
    return normalise(flat(told))


def _passage(reader: Reader, evidence: Evidence, at: int) -> str:
    """What the passage of the sentence says, with what tells of what it is; normalised."""
    passage = reader.index.passage(evidence.hits[evidence.hit[at]])
    document = reader.index.document(passage.document)
    near = document.text[max(0, passage.start - BEFORE_CHARS) : passage.end]
    above = f"{document.path} {passage.title} {passage.section} {document.text[:HEAD_CHARS]}"
    return normalise(flat(f"{above} {near}"))


def _named_things(plain: str, *, apart: bool = False) -> Iterator[str]:
    """The two characters before what a place or firm is called, with that: 某某县, 某某集团.
    `apart`: not where another word may run into them.
    """
    for match in _THING.finditer(plain):
        if apart and not _BEFORE_NAME.search(plain[: match.start()]):
            continue
        is_area = _AREA.search(match[0]) and not match[0].endswith(_BUILT)
        if not (_COMMON.search(match[1]) or is_area):
            yield match[0]


@cache
def _city() -> re.Pattern[str]:
    return re.compile(f"(?:{_BEFORE_CITY})({'|'.join(cities())})")


def _countries(text: str, *, told: bool = False) -> set[str]:
    """The countries that a question names, or, also in short, that a passage tells of: no 南非 in
    湖南非遗.
    """
    text = _PROVINCE.sub("，", text)
    return {
        name for name, asks, tells in _known_countries() if (tells if told else asks).search(text)
    }


@cache
def any_country() -> re.Pattern[str]:
    """What names a country in full."""
    known = (asks for name, asks, _ in _known_countries() if not _SEVERAL_COUNTRIES.search(name))
    return re.compile("|".join(asks.pattern for asks in known))


@cache
def _known_countries() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Each with what names it in a question, and what in a passage."""
    found = []
    for line in COUNTRIES.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        names, _, short = line.partition(" ")
        asks = "|".join(
            f"(?<![今同当次即近])(?<!工作)(?<!节假){name}(?!尼西亚)" for name in names.split("/")
        )
        tells = _IN_SHORT.format(short) if len(short) == 1 else short
        found.append((names, re.compile(asks), re.compile(f"{asks}|{tells}" if short else asks)))
    return tuple(found)
