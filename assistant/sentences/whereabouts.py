"""Whether a sentence, with what leads to it, is about the place or firm that is asked about."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from assistant.query.anaphora import ITS
from assistant.query.countries import countries
from assistant.query.numbered import called, is_number, otherwise
from assistant.query.places import TRADES, is_common, named_things, towns, unknown_places
from assistant.query.question import Kind, Question, half_told
from assistant.register import province, provinces
from assistant.register.names import is_name
from assistant.register.places import joined_provinces
from assistant.register.posts import POSTS
from assistant.sentences.columns import row_name
from assistant.sentences.evidence import Evidence, Which
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.sentences.speech import labelled
from corpus import flat
from index.matching import HAN, normalise

BEFORE_CHARS = 200  # in front of the chunk: 这一举措…… speaks of what stands there
LEAST_FIRM = 4  # characters of the name of one: 某某公司
HEAD_CHARS = 300  # of a document; what it is about as a whole is named there
# 全国 is not told by what is counted in one province, or town.
_WHOLE, _PART = re.compile("全国|我国|中国"), re.compile("[我本全][省市县区]")
# Whoever is asked about at the head of the question: 省水利厅出多少经费.
_OFFICE = re.compile(
    "^(?:请问)?(?!降低|减少|压[缩减]|提[高升]|加[快强]|推[进动]|优化|完善)"
    "(?!哪|什么|[全各每本该这那我某同与跟给被]|多少|[一有这那]些|不少|许多|多家)"
    "(?P<name>(?:(?!多少|什么|关[停闭]|[建改]成|新建|[今去明前]年"
    r"|(?<!华)为|如何|[一二两三四五六七八九十\d]家"
    r"|拖欠|[哪谁几的在上和跟与里对向要定由怎把被让给是])[\u4e00-\u9fff]){2,12}?"
    "(?:[厅局](?!面|势|部)|委员会|集团|公司|协会|研究院|大学|医院|物流|股份|[^工电水船小们]厂)"
    rf"|[^省市县区镇乡村州国全各的与和、为]{{2}}{TRADES})(?![长们生])"
)
POST_CHARS = 16  # between the name of a firm and that of whoever has a post there
_MARKS = re.compile(r"[，。；、：（）()\s]")
_IN_SUM = re.compile("[两双三四五六七八九十][一-鿿]{1,2}")  # “四乱”, which whoever asks counts
_BODY = re.compile("(?:[厅局厂业]|委员会|集团|公司|协会|研究院|大学|医院|物流|股份)$")
_ITS_PLACE = re.compile("^[\u4e00-\u9fff]{2,3}(?=[省市县区][\u4e00-\u9fff]{2})")
# 本院预计: whose document it is, that says somewhere.
_OWN = re.compile("(?:本|我们?)(?:[院局厅厂行校社会]|公司|集团|协会|大学|医院)")
_OF_THEM = re.compile("的?[^,。?]{2,8}(?:是谁|叫什么)")  # 某集团总经理是谁
# Whose document it is stands below its title; to whom it goes, 市财政局：, tells nothing of that.
_WHOSE = re.compile("^[^。；：:，,]{2,40}$", re.MULTILINE)
_LEVEL = re.compile("(?<=..)[市县区州镇乡]$")
_POINTS_BACK = re.compile(f"(?<![尤极]){ITS}|(?<!应)该")  # 甲公司收购了其六成股权
_OF_CITY = re.compile("全[省市国]|[我本][省市国]")
# Whose it is; no 西南交大, nor 销往华东、华南, 在西北部.
_REGION = re.compile(
    "(?<![往于在、])(华[北东中南]|东北|西[南北])"
    "(?!部|[\u4e00-\u9fff]{0,6}(?:大学|学院|交大|师大|中学|医院|厂|公司|集团))"
)
_OF_WORLD = re.compile("(?<![占居])(?:世界|全球)(?![级第最])")
_AT_HOME = re.compile("我国|中国|全国|国内")

_POST_AT = re.compile(
    "([\u4e00-\u9fff]{3,16}?)(?:[头第]一[\u4e00-\u9fff]{1,12}?)?的?"  # 甲公司头一个本科学历的员工
    f"(?:现任|新任)?副?(?:{POSTS})(?:现在)?(?:是谁|是哪位|叫什么|叫啥)"
)
_NO_FIRM = re.compile("^[该本我全]|^(?:公司|集团|企业)|[这那任届后前第]|^..[站社店所院]$")
# 北京怎么看, 跟华盛顿的关系: the government that sits there.
_CAPITALS = "北京|华盛顿|莫斯科|伦敦|东京|巴黎|布鲁塞尔|新德里|平壤|河内"
_GOVERNMENT = re.compile(
    f"(?:{_CAPITALS})(?=方面|当局|(?:在?\\d{{4}}年)?(?:[怎如]|认为|表示|表态|主张|承诺|指责|抗议))"
    f"|(?<=[跟与和同])(?:{_CAPITALS})的?(?=[^,。?]{{0,2}}(?:关系|划界|谈判|磋商|建交|邦交))"
    f"|(?<=惹[恼怒])(?:{_CAPITALS})"
)


def lacks_place(reader: Reader, question: Question, evidence: Evidence, at: int) -> bool:
    """Asked about a place or firm, of which the chunk and what stands before it, section, title and
    head of the document say nothing: a country, a province, or what the documents name elsewhere.
    """
    for person in reader.people(question.text):  # 李明集团 is called otherwise in the documents
        if is_name(person.name):
            question = replace(question, text=question.text.replace(person.name, ""))
    plain, sentence = _GOVERNMENT.sub("", question.plain), evidence.texts[at]
    counts = question.kind is Kind.NUMBER
    home = {*provinces(plain), *_named_in(reader, plain, counts)}
    abroad = countries(plain)
    return (
        _lacks_office(reader, question, evidence, at)
        or _is_at_another(reader, question, evidence, at)
        or (counts and _counts_elsewhere(plain, sentence, home, abroad))
        or _is_told_elsewhere(reader, question, evidence, at, home, abroad)
    )


def _is_at_another(reader: Reader, question: Question, evidence: Evidence, at: int) -> bool:
    """Asked who has a post at a firm, half of whose name is not told there, in heading or title."""
    firms = [firm for firm in _POST_AT.findall(question.plain) if not _NO_FIRM.search(firm)]
    if not firms:
        return False
    span = reader.sentence_span(int(evidence.rows[at]))
    document = reader.document(span)
    told = f"{document.title}{document.organisation}{reader.section(span)}{reader.so_far(span)}"
    told = normalise(told) + evidence.texts[at]
    return not all(half_told(firm, told) for firm in firms)


def of_other_places(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those that name another county, town or firm than the one asked about, themselves or in the
    heading above, and not that one.
    """
    named = {name for name in named_things(question.plain) if name in reader.text}
    if len(named) != 1:
        return evidence.none
    name = named.pop()

    def is_of_another(span: Span, text: str) -> bool:
        above = normalise(reader.section(span))
        things = {*named_things(text, apart=True), *named_things(above)}
        others = [one for one in things if one[2:] == name[2:]]
        of_its_own = any(map(text.startswith, others)) and not _POINTS_BACK.search(text)
        before = "" if of_its_own else reader.so_far(span)
        return bool(others) and name not in f"{reader.document(span).title} {above} {before} {text}"

    return reader.those(evidence, is_of_another)


def _named_in(reader: Reader, plain: str, counts: bool) -> set[str]:
    """The places and firms that the question names, with those no document knows; cities that
    documents do know only where it counts something.
    """
    named = {name for name in named_things(plain) if name in reader.text}
    named |= {name for name in unknown_places(plain) if name[:-1] not in reader.text}
    cities = towns(plain)
    said = {*cities, *(one for one in called(plain) if not _IN_SUM.fullmatch(one))}
    unknown = {one for one in said if not _is_written(reader, one)}
    named |= (set(cities) if counts else set()) | unknown
    return named or reader.places_named(plain)


def lacks_number(reader: Reader, plain: str) -> bool:
    """Asked about 第250号建议, of whatever place, and none is called so."""
    return any(is_number(one) and not _is_written(reader, one) for one in called(plain))


def _is_written(reader: Reader, name: str) -> bool:
    return reader.writes(name) or any(map(reader.writes, otherwise(name)))


def _counts_elsewhere(
    plain: str, sentence: str, home: Collection[str], abroad: Collection[str]
) -> bool:
    """云南有…张床位 counts none of 黑龙江 nor of 全国, 我国有…… none of another country, 全市有……
    none of a county; 全世界有……，甲国最多 says not how many it has.
    """
    counted = set(provinces(sentence))
    told_of = any(place in sentence for place in home)
    of_another = home and counted and counted.isdisjoint(home) and not told_of
    of_a_part = _WHOLE.search(plain) and _PART.search(sentence) and not _WHOLE.search(sentence)
    is_within = home and all(place[-1] in "县区镇乡" for place in home)
    of_the_whole = is_within and _OF_CITY.search(sentence) and not told_of
    at_home = abroad and _AT_HOME.search(sentence)
    not_abroad = at_home and countries(sentence, told=True).isdisjoint(abroad)
    clauses = re.split("[,。;]", sentence)
    figures = [at for at, clause in enumerate(clauses) if re.search(r"\d", clause)]
    of_world = abroad and figures and all(_OF_WORLD.search(clauses[at]) for at in figures)
    # 智利最大，产量占……: of whom it is told before
    of_world = of_world and countries("".join(clauses[: figures[-1] + 1])).isdisjoint(abroad)
    region, regions = (set(_REGION.findall(text)) for text in (plain, sentence))
    of_region = region and regions and region.isdisjoint(regions)
    return bool(of_another or of_a_part or of_the_whole or not_abroad or of_world or of_region)


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
    if abroad and countries(around, told=True).isdisjoint(abroad):
        return True
    # A chunk on several towns tells of several mayors.
    theirs = any(name in plain and _OF_THEM.match(plain.split(name, 1)[1]) for name in home)
    is_close = theirs or question.kind is Kind.NUMBER
    told = _told(reader, evidence, at) if is_close else around
    # For a city of a province that province is not enough.
    narrow = {name for name in home if not province(name)} or home
    if not narrow or any(place in told for place in narrow):
        return False
    if not joined_provinces(told).isdisjoint(home):  # 青藏铁路 is that of 西藏
        return False
    title = reader.document(reader.sentence_span(int(evidence.rows[at]))).title
    if any(_LEVEL.search(place) and place[:-1] in title for place in narrow):
        return False  # 某某水务 is the water company of 某某市
    row = int(evidence.rows[at])
    name = row_name(reader.index, row) if row in evidence.heads else ""
    # 某某某 of 某某某灌区, in a table of them
    return not (name and any(place[2:] and f"{name}{place[2:]}" in plain for place in narrow))


def _lacks_office(reader: Reader, question: Question, evidence: Evidence, at: int) -> bool:
    """Asked about an office or firm that no document names, not even in short, 住建局 for
    住房和城乡建设局; or how much it has, or who is what there, and what leads to the sentence does
    not name it.
    """
    office = _OFFICE.search(question.plain)
    if office is None or is_common(_BODY.sub("", office["name"])):
        return False
    # 市财政, too, is 市财政局, and 县水利委员会 that of the county that its document is on.
    core = _ITS_PLACE.sub("", office["name"]).rstrip("厅局业").removesuffix("公司")
    name = re.compile("[^,。;\\n]{0,4}?".join(map(re.escape, core)))
    if not name.search(reader.plain_text):
        # 老店租金某某公司: two things that are told of, and no one name.
        whole, text = office["name"], reader.plain_text
        cuts = [cut for cut in range(2, len(whole) - LEAST_FIRM + 1) if whole[:cut] in text]
        return not any(re.search(f"(?<![{HAN}]){whole[cut:]}", text) for cut in cuts)
    is_theirs = question.kind is Kind.NUMBER or _OF_THEM.match(question.plain, office.end())
    if not is_theirs:
        return False
    told = _told(reader, evidence, at, head=False)
    body = _BODY.search(core)
    short = f"{core[:2]}{body[0]}" if body else core  # 东城集团 of 东城医疗集团
    if short in told or name.search(told):
        return False
    span = reader.sentence_span(int(evidence.rows[at]))
    text = reader.document(span).text
    if any(map(name.search, _WHOSE.findall(text[:HEAD_CHARS]))):
        return False
    # 列席：某公司总经理张三, and further down 张三表示.
    so_far = reader.so_far(span)
    posts = (text[one.end() :][:POST_CHARS] for one in name.finditer(text))
    ends = (_MARKS.split(post)[0][-size:] for post in posts for size in (3, 2))
    return not any(is_name(person) and person in so_far for person in ends)


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
