"""Questions about a document itself: who wrote or edited it, when, which issue it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.found import Found, as_written
from assistant.query.question import PAPERS, Kind, Question, content, words
from assistant.register.numerals import decimal
from assistant.sentences.reader import Reader
from corpus import Document
from corpus.lines import line_end, line_start
from index.matching import normalise
from index.titles import year_of, years

HEAD_CHARS, TAIL_CHARS = 800, 300  # where a document speaks of itself
LEAST_SHARED = 2  # pairs of characters of the question in the lines at the head of the one meant

WORK = (
    "报道|文章|这篇|那篇|稿子|专报|纪要|摘[编要]|简报|快报|通讯|公报|报告|年报|综述|白皮书"
    f"|文件|答复|复函|专访|访谈|{PAPERS}|调研|方案|规划|通知|公告|发布会"
)
CALLED = f"{WORK}|文[档中]|资料"
# 报告里谁……, 报告提到哪个机构…… ask for what it says.
_WITHIN = re.compile(rf"(?:{WORK})(?:里|中|内|上(?!报))|提[到出]|指出|认为|(?<!号)建议|强调")
# 某书的作者是谁 asks of a book, 这份报告的作者是谁 of the document.
_OTHER_WORK = re.compile(r"(\S{2,}?)(?:的作者|是?谁写的)")
_THIS = re.compile(f"[这本该]|{CALLED}|稿")
_POINTED_OUT = re.compile("[这那][份篇个]|[本该]")
_DUTY = (
    "审[定核签]|核定|签发|编[辑印]|校对|记录|整理|主持|印发|执笔|撰[稿写]|采写|摄影|责编|责任编辑"
    "|组长|负责人"
)
# 总理在报告中指出, too
_WROTE = re.compile(r"作者|执笔|整理[：:]|撰[稿写文]|记者|采写|文\s*[:：／/]|[理长]在报告中")
_WRITING = (
    "执笔|撰[稿写]|采[写访]|写(?!字楼)|采的"
    "|(?<![工合操运动著创制协农])作(?![主出答品物为用风战业者])"
)
_WHOSE = "谁|哪一?(?:[位名]|个(?=记者|作者))"
_ASKS_AUTHOR = re.compile(
    rf"(?:{_WHOSE})[^，。？]{{0,12}}(?:{_WRITING})|(?:{_WRITING})[^，。？]{{0,10}}是(?:{_WHOSE})"
    "|作者|记者是|记者叫"
)
_HELD = re.compile(r"在[^，。；\n]{2,40}?[会议](?:第[^，。；\n]{1,4}次会议)?[上）)]")
_ASKS_ORGANISATION = re.compile(
    r"哪一?[个家](?:(?:研究)?机构|单位|部门|协会|媒体|报社|研究[院所])|(?:^|\s)(?:单位|机构)(?:\s|$)"
)
_DATE = re.compile(
    r"(?:19|20|二[〇○零])[\d〇○零一二三四五六七八九]{2}\s*"
    r"(?:年\s*[\d一二三四五六七八九十]+\s*月|[./-]\d{1,2})|\d{1,2}月\d{1,2}日"
)
_OF_ITSELF = re.compile(
    r"印发|发布|披露|签发|成文|[刊登]载|刊登|(?:时间|日期)[*\s]*[：:]|日在[^，。；\n]{4,40}会议?上"
)
# What is asked for, and the words of the line that says it.
_FIELDS = (
    (re.compile(r"[定成][了的]*稿"), re.compile(r"[定成]稿|核定|审定")),
    (re.compile(r"(?:哪一?[天日年]|几[号日月]|何时|什么时[候间]|日期)(?![^，。？]{0,3}稿)"), _DATE),
    (
        re.compile(r"哪[一家份]*(?:报|媒体|刊物|杂志|期刊)|[登刊]在哪|出处|来源"),
        re.compile(r"来源[：:]|原载|[刊载]于|《[^》]*(?:报|刊|周刊|杂志|观察|新闻)》"),
    ),
    (re.compile("(?:什么|哪个|哪次|何种)(?:大|全)?会"), _HELD),
    (re.compile("[文编字]号"), re.compile(r"〔\d{4}〕\s*\d+\s*号|编号[：:]\s*\S+")),
    (re.compile("第几[期号]|总第"), re.compile(r"第\s*[\d〇一二三四五六七八九十]+\s*[期号]")),
)
_WHO = re.compile(
    rf"(?:谁|哪[个家](?:部门|单位|机构|[科处]室))[^，。？]{{0,3}}?({_DUTY})|({_DUTY})(?:人|者)?是谁"
)
# 是哪位记者整理的: not what the editors put together
_WHICH_OF_THEM = re.compile(f"哪一?[位名个](记者|编辑|同志)?[^，。？]{{0,3}}?({_DUTY})")
_ANY_HEAD = re.compile(f"{WORK}|{_DUTY}|作者|日期|时间|来源|谁|哪|什么")
_IS_DONE = re.compile(
    rf"{_DUTY}|披露|做的|[登见]报|[登刊]在|[登发刊印写作]的|[登发刊印写作出定成][稿表布版刊载]|第几[期号]|总第"
)
_CITED = re.compile("《([^》]+)》")
_TALK, _PUT = re.compile("访谈|专访|对话"), re.compile("^(?:记者|主持人|问)[：:]", re.MULTILINE)
_NUMBERED = re.compile("文号|发文字号")  # has no other thing
_BARE = re.compile(rf"{CALLED}|{_DUTY}|[份篇写作人者,]|材料")
# Of what a document is on, too: 拥堵费征收方案哪天实施.
_MAY_BE_DONE = re.compile("哪一?天|几号|[定出成]的")


def about_document(reader: Reader, question: Question) -> Found | None:
    """The lines at the head or the end of the document that say it; None where none is meant."""
    document = _meant(reader, question)
    if document is None:
        return Found() if _is_of_any(question) and len(reader.documents) > 1 else None
    places = _told(document, question.text)
    if not places and question.about_document:
        if question.kind is Kind.DATE:
            return Found()
        shown = [one for one in (document.organisation, document.author) if one]
        if not shown and question.kind is Kind.PERSON:  # whom it names further down
            return None
        shown = [document.title, *shown]
        places = [(document.text.find(part, 0, HEAD_CHARS), len(part)) for part in shown if part]
    spans = [
        span
        for at, size in places
        if at >= 0
        for span in reader.sentences_of(document.path, at, at + size)
    ]
    return as_written(spans, reader.index) if spans else None


def _is_of_any(question: Question) -> bool:
    """Whether a document is asked about, and nothing else is said: 报告是谁写的."""
    return question.about_document and not _BARE.sub("", content(question.plain))


def named_document(every: Sequence[Document], text: str) -> Document | None:
    """The document that the text refers to: the only one there is, or the one whose title, or whose
    first lines, share more words with it than any other's; None where that is open.
    """
    titled = [document for document in every if document.title in text] or _likely(every, text)
    if len(titled) == 1:
        return titled[0]
    talks = [one for one in titled if len(_PUT.findall(one.text)) > 1] if _TALK.search(text) else []
    if len(talks) == 1:  # 这篇访谈, which its title need not say
        return talks[0]
    # In the lines at the head 报告 and 作者 stand, of whatever document.
    for asked, told in (
        (text, [one.title for one in titled]),
        (_ANY_HEAD.sub("，", text), [_head(one) for one in titled]),
    ):
        shared = [len({*words(asked)} & {*words(one)}) for one in told]
        most = max(shared, default=0)
        if most >= LEAST_SHARED and shared.count(most) == 1:
            return titled[shared.index(most)]
    kinds = re.findall(WORK, text)  # the only 纪要 of them
    called = [one for one in titled if any(kind in one.title for kind in kinds)]
    return called[0] if len(called) == 1 else None


def _likely(every: Sequence[Document], text: str) -> list[Document]:
    """The documents of a year that the text names, of these rather what is called as it says, 报告
    or 纪要; all documents where there are none.
    """
    named, kinds = years(text), tuple(re.findall(WORK, text))
    of_year = [one for one in every if year_of(one) in named]
    return [one for one in of_year if one.title.endswith(kinds)] or of_year or list(every)


def _meant(reader: Reader, question: Question) -> Document | None:
    """The document that the question is about; None where it asks for what documents say."""
    is_about = is_about_one(reader, question)
    return named_document(reader.documents, question.text) if is_about else None


def is_about_one(reader: Reader, question: Question) -> bool:
    """Whether the question is about a document, whichever that is."""
    text = question.text
    titled = any(document.title in text for document in reader.documents)
    may = _MAY_BE_DONE.search(text) and (titled or _POINTED_OUT.search(text))
    is_done = may or _IS_DONE.search(text)
    cited = _CITED.findall(text)  # another, of which this one tells the number, too
    own = not cited or any(one in document.title for one in cited for document in reader.documents)
    is_one = (_NUMBERED.search(text) and own) or (re.search(WORK, text) and is_done)
    done = is_one and not _WITHIN.search(text)
    work = _OTHER_WORK.search(text)
    other = work and not _THIS.search(work[1]) and not titled
    return bool((question.about_document or done) and not other)


def _head(document: Document) -> str:
    return f"{document.title}\n{document.organisation}\n{document.text[:100]}"


def _told(document: Document, asked: str) -> list[tuple[int, int]]:
    """Where the document says of itself what is asked, each once; [] if it does not say all."""
    plain = normalise(asked)
    wanted = [shows for asks, shows in _FIELDS if asks.search(plain)]
    duties = (match[1] or match[2] for match in _WHO.finditer(plain))
    wanted += [re.compile(duty) for duty in duties if not re.match(_WRITING, duty)]
    wanted += [
        re.compile(f"{whom}[^，。；\n]{{0,12}}?{duty}")
        for whom, duty in _WHICH_OF_THEM.findall(plain)
    ]
    if _ASKS_AUTHOR.search(plain):
        first = document.author.partition("、")[0]  # of several, who may stand apart
        spaced = r"\s*".join(map(re.escape, first))  # 李　强
        wanted.append(re.compile(spaced) if first else _WROTE)
    if document.organisation and _ASKS_ORGANISATION.search(plain):
        wanted.append(re.compile(re.escape(document.organisation)))
    found = [_first(document, shows) for shows in wanted]
    return [(one.start(), len(one.group())) for one in found if one] if all(found) else []


def _first(document: Document, shows: re.Pattern[str]) -> re.Match[str] | None:
    """Where the head of the document, or else its end, says it; of dates only its own."""
    text = document.text
    end = max(0, len(text) - TAIL_CHARS)
    places = (*shows.finditer(text, 0, HEAD_CHARS), *shows.finditer(text, end))
    return next((one for one in places if shows is not _DATE or _is_own(document, one)), None)


def _is_own(document: Document, date: re.Match[str]) -> bool:
    """Whether the date is the document's; where that is not known, its line says it is."""
    if not document.date:
        text = document.text
        line = text[line_start(text, date.start()) : line_end(text, date.start())]
        return _OF_ITSELF.search(line) is not None
    told = [int(decimal(part) or 0) for part in _NUMERAL.findall(normalise(date.group()))]
    own = list(map(int, document.date.split("-")))
    return told in (own[: len(told)], own[1:])


_NUMERAL = re.compile(r"\d+|[一二三四五六七八九十]+")
