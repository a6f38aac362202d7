"""Questions about people, answered from the register: who they are, what they propose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from assistant.answers.found import AS_CALLED, Found
from assistant.answers.members import found_in, introduced, proposed
from assistant.query import goods
from assistant.query.question import Question, shared, words
from assistant.query.stance import OPPOSES
from assistant.query.whom import names_whom, speaking, with_post
from assistant.register import Person, Proposal, spelt_out
from assistant.register.posts import POSTS, TITLES
from assistant.sentences.quotes import Span, joined
from assistant.sentences.reader import Reader
from corpus.lines import line_start
from index.matching import normalise

_ADVICE = (
    "药方|方子|良[方策]|招数?(?![商聘生工标募收录了到进])|点子|主意"  # 开了哪些方子, 支了什么招
)
_SAID = "说[了过]|怎么[说讲]|讲了|谈[到了]|强调"  # whatever it is, not only proposals
_OUGHT = "(?:觉得|认为|主张)应?该怎么[办做]"  # he has proposals on it
_PROPOSES = re.compile(
    rf"建议|提[出了过]|{_OUGHT}|提议|主张|呼吁|意见|提案|观点|看法|诉求|要求(?=[?,]|$|[都全]?列)|关注|{_SAID}|{_ADVICE}"
)
_PAPERS = re.compile("提案|议案")
_SAYS = re.compile(f"{_SAID}|指出")
_TAKES_SIDE = re.compile(f"{OPPOSES}|态度|立场|意见(?:不同|不一|相左)")
_CALLED = f"{POSTS}|老板|老总|领导|干部|人"
_IDENTITY = re.compile(
    r"(?:是谁(?![^,?]{1,6}的)|谁是|什么身份|何许人|什么人|什么职务|担任什么|什么职位"
    "|身份是|职务是|来自哪|哪个单位|什么单位"
    r"|[是做干]什么的|(?:什么|啥)(?:官|职)|[什哪][么些]头衔|什么来头|的(?:职务|身份|职位|头衔)[?]?$"
    r"|[是在](?:哪|什么|啥)[个家所]?(?:公司|企业|集团|机构|学校|大学|高校|院校|医院|地方)"
    rf"(?:的(?:{_CALLED})?|工作过?|任过?职|上过?班|[当做](?:{_CALLED}))?[?]?$)"
    r"|\bwho is\b"
)
# What asks at which of them somebody is, and the posts that tell it.
_AT = {
    "[哪什][么些]?[个家所]?(?:[学高院]校|大学)": "大学|学院|学校|[中小]学|[一-鿿]中(?=校长|教师)",
    "[哪什][么些]?[个家所]?医院": "医院|卫生院|保健院|院长",
    "[哪什][么些]?[个家所]?界别": "界|党派|民[革盟建进]|农工|致公|九三|工商联",
}
MOST_QUOTES = 3  # of whoever is called by a post
_ALL = re.compile(
    rf"(?:{_OUGHT}|"
    "哪些|(?<!为)什么|怎么[说讲]|几[条项个点]|啥|所有|全部|哪[几两三四五六七八九十][条项个点件]|别的|其[他它]"
    "|对比|比较|不同|区别|差[别异]|异同|列[出举全]|列一[下遍])"
)
_WORKS_AT = re.compile("单位|公司|企业|机构|工作|任职|上班|供职|职务|职位")
# Between the name and what asks, where that is of another: 张三的前任是谁, 张三建议由哪家公司牵头
_OF_ANOTHER = re.compile("的.|.的$|建议|提|主张|呼吁|认为|[由让说]")
_THEIR = re.compile("的(?!具体|主要|职|身份|单位|头衔|官|来头|工作|所在|公司|界别)[\u4e00-\u9fff]")


def identity(reader: Reader, question: Question, people: Sequence[Person]) -> Found | None:
    """某某是什么身份: where the document introduces the person."""
    plain = normalise(spelt_out(reader.register, question.text))
    asked = _IDENTITY.search(plain)
    if asked is None:
        return None
    if not people:
        return _with_post(reader, speaking(question.text))
    names = [normalise(person.name) for person in people]
    ends = [end for name in names if (end := plain.rfind(name) + len(name)) >= len(name)]
    behind = re.sub(f"^(?:{TITLES})+", "", plain[max(ends, default=0) :])
    between = behind[: asked.start() - len(plain)]  # empty where it asks before the name
    theirs = _THEIR.match(behind) if not between else None  # 谁是张三的接班人
    if theirs or _OF_ANOTHER.search(between) or _is_elsewhere(plain, people):
        return None
    return introduced(reader, people)


def _is_elsewhere(plain: str, people: Sequence[Person]) -> bool:
    """Asked at which university or hospital somebody is, or where, and no post of theirs says."""
    asked = next((posts for asks, posts in _AT.items() if re.search(asks, plain)), "")
    if not (asked or _WORKS_AT.search(plain)):
        return False
    return not any(re.search(asked or ".", one.organisation_title) for one in people)


def _with_post(reader: Reader, names: Sequence[str]) -> Found | None:
    """Where somebody is called by a post who is no deputy, and so not in the register."""
    spans = []
    for name in names:
        called = with_post(name, "(?:（|，|是|系|现?任)[^。；）]{0,40}")
        for document in reader.documents:
            text, places = document.text, (one.span() for one in called.finditer(document.text))
            theirs = ((at, end) for at, end in places if names_whom(text[at : end + 2], name))
            for place in islice(theirs, 1):
                spans += reader.sentences_of(document.path, *place)
    return Found(tuple(joined(spans, reader.index)[:MOST_QUOTES]), AS_CALLED) if spans else None


def asks_who_is(text: str) -> bool:
    """Whether it asks who somebody is, or where they work."""
    return _IDENTITY.search(normalise(text)) is not None


def asks_proposals(plain: str) -> bool:
    """Whether the normalised question asks what somebody proposes, or says."""
    return _PROPOSES.search(plain) is not None


def all_proposals(reader: Reader, question: Question, people: Sequence[Person]) -> Found | None:
    """某某提出了哪些建议: all of them, in reading order; about a subject: those on it."""
    plain = question.plain
    names = list(dict.fromkeys(person.name for person in people))
    asks_all = asks_proposals(plain) and _ALL.search(plain) and not _TAKES_SIDE.search(plain)
    if not names or not asks_all:
        return None
    rows = [row for name in names for row in reader.proposals(name)]
    subject = _subject(re.sub("|".join(map(re.escape, names)), "，", plain))
    if len(names) > 1:  # of several, each on their own: only where nothing else is asked
        return proposed(reader, rows) if rows and not subject else None
    if besides := _BESIDES.search(plain):  # 除了……还提了哪些: all but those on it
        rows = [row for row in rows if shared(normalise(row.proposal), besides[1]) < SUBJECT_SHARE]
    elif len(subject) > 1 or goods.named(subject):
        rows = _on_subject(reader, rows, subject)
    spans = [span for row in rows for span in reader.sentences_of(row.document, row.start, row.end)]
    if not subject and _PAPERS.search(plain):  # of which a document may list the titles
        moved = (one for one in reader.motions if any(names_whom(one.movers, n) for n in names))
        spans += [span for one in moved for span in reader.sentences_of(one.document, *one.title)]
    if spans and not subject and _SAYS.search(plain):
        spans += [span for one in people for span in _introducing(reader, one)]
    return found_in(set(joined(spans, reader.index)), rows) if spans else None


def _introducing(reader: Reader, person: Person) -> list[Span]:
    """The sentence that introduces somebody and goes on with what they say: ……张三指出，……"""
    sentences = reader.sentences_of(person.document, person.name_start, person.name_end)
    return [
        one for one in sentences if _TELLS.match(reader.said(one)[person.name_end - one.start :])
    ]


def _subject(plain: str) -> str:
    """What proposals are asked for on: what stands between the words that ask, without those that
    only join them, which can be part of a word elsewhere: 上海, 有色.
    """
    return "".join(_JOINING.sub("", part) for part in _REQUEST.split(plain))


_REQUEST = re.compile(
    rf"{_OUGHT}|两会|"
    rf"[开支献出]?(?:了|过)?(?:哪些|什么|几[个条])?(?:{_ADVICE})|提(?!案)[出交]?|发表|表达|建议|提议|主张|呼吁"
    "|意见|提案|议案|观点|看法|诉求|要求|强调|谈[到了]|关注"
    "|哪些|哪[几两三四五六七八九十]|什么|[几两三]|[件份]|有啥|所有|全部|别的|其[他它]"
    "|说[了过]|怎么[说讲]|讲了|啥|具体|主要|重要|核心|分别|一共|总共|[今去]年|期间|[这本此]次"
    "|各自?(?=[提有说讲带]|建议|主张|呼吁)"
    "|带[来了去]|上会|请问|麻烦|帮我?|在?小组(?=会)|会上|包括|插话"
    "|[都全]?列(?:[出举全]来?|一[下遍])|[把将](?=[，,他她其]|所有|全部|建议|意见|提案)"
    "|参与|联名|牵头|作为|对比|比较|相比|有?什么(?:不同|区别|差[别异])|不同|区别|差[别异]|异同|一下"
    rf"|{TITLES}|\W"
)
_JOINING = re.compile(
    "^(?:关于|对于?|[的了过是都还又也些为就在和与及跟给从])+"
    "|(?:方面|[的有是上中里和与及条项个点么吗呢])+$"
)
_TELLS = re.compile("[^，。；]{0,6}(?:指出|揭示|认为|表示|强调|坦言|直言|说|介绍|谈到|提醒)")
_BESIDES = re.compile("除了?([^,?]{2,}?)(?:以外|之外|外|[,还])")
SUBJECT_SHARE = 0.4  # of the pairs of characters of a subject
LABEL_CHARS = 60  # of the line above a speech that names who speaks, and of what


def _on_subject(reader: Reader, rows: Sequence[Proposal], subject: str) -> list[Proposal]:
    """The proposals whose sentence or paragraph has the words of the subject; [] if none has.

    Two words are not half had by one of them: who speaks of 固废治理 says nothing of 赤泥治理.
    """
    units = set(words(subject)) or {subject}

    def had(row: Proposal) -> int:
        text = reader.index.document(row.document).text
        paragraph = line_start(text, row.start)
        above = text[:paragraph].rstrip().rpartition("\n")[2]  # 张三：关于……的建议
        label = above if row.name in above and len(above) <= LABEL_CHARS else ""
        said = text[max(row.introduced_start, paragraph) : row.end]
        around = normalise(f"{row.theme}{label}{said}")
        return sum(unit in around for unit in units)

    counts = [had(row) for row in rows]
    least = max(max(counts, default=0) / 2, SUBJECT_SHARE * len(units), 1)
    return [row for row, count in zip(rows, counts, strict=True) if count >= least]
