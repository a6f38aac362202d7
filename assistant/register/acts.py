"""Who does the proposing: the predicates of a line with their subjects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.register.attention import Focus, Mention, Named
from assistant.register.labels import answer_begins
from assistant.register.lines import Line
from assistant.register.lists import BOUNDARY, names_no_subject
from assistant.register.named import is_spoken_to
from assistant.register.norms import OTHER_ACTOR, is_anothers, is_imperative
from assistant.register.recurring import speaks_first
from assistant.register.speech import Predicate, predicates
from assistant.register.titled import PASSING


@dataclass(frozen=True, slots=True)
class Act:
    """A predicate with its subject; no mention where whoever is in focus goes on."""

    verb: Predicate
    mention: Mention | None
    confidence: float


_SURE = {"strong": 0.95, "offer": 0.92, "say": 0.85}


def acts_of(line: Line, named: Named, focus: Focus, number: int) -> Iterator[Act]:
    """The predicates of the line with their subjects; those inside a proposal are part of it.

    Without a mention where the line names nobody before it: whoever is in focus goes on.
    """
    last: Act | None = None
    for verb in predicates(line.text, [one.end for one in named]):
        before = [
            one
            for one in named
            if one.end <= verb.start
            and not (_agreed(line.text, one) or is_spoken_to(line, one, focus))
        ]
        mention = before[-1] if before else None
        act: Act | None = None
        if mention is not None and (last is None or mention.start >= last.verb.end):
            word = line.text[verb.start : verb.end]
            says = word[:2] in ("希望", "要求") or (
                verb.kind == "say" and word not in ("认为", "看来")
            )
            official = focus.official(mention.names) if says else None
            if official and (word == "强调" or official.introduction.confidence <= PASSING):
                continue  # 市教育局科长张三表示，要…… of what a deputy has asked for
            # Who only takes part says what they ask for, too.
            told = word[:2] in ("强调", "指出", "表示", "要求") or (
                word == "说" and "参加" not in line.text[mention.end : verb.start]
            )
            sums_up = _SUMS_UP.search(line.text, mention.end, verb.end)
            handles = word[:2] == "要求" or sums_up or _HANDLES.search(line.text, verb.end)
            if told and _leads(mention, focus, bool(handles)):
                continue
            if mention.names and _is_subject(line.text, mention, verb):
                act = Act(verb, mention, _SURE[verb.kind] - 0.03 * mention.pronoun)
        elif last is not None:
            act = _next(line.text, last, verb)
        elif _carried(line, focus, number) and _alone(
            line.text[answer_begins(line) : verb.start], verb, number <= focus.spoken_to_line
        ):
            act = Act(verb, None, 0.75)
        if act is not None:
            last = act
            yield act


def says_another(line: Line, named: Named) -> bool:
    """Whether somebody unknown says or asks for it: 业内人士认为，……."""
    verbs = predicates(line.text, [one.end for one in named])
    says = (one.start for one in verbs if one.kind != "offer" or line.text[one.end - 1] == "出")
    heads = (BOUNDARY.split(line.text[:start])[-1] for start in says)
    return any(not names_no_subject(head) for head in heads)


def _leads(mention: Mention, focus: Focus, handles: bool) -> bool:
    """Whether it is who addressed the meeting, or who chairs it and says what is done there."""
    known = focus.one(mention.names)
    if known is None:
        return False
    one, text = known.introduction, known.line.text
    beside = text[: one.start].endswith(("主持人：", "主持：", "主持人", "主持人、"))
    chairs = beside or _CHAIRS.match(text, one.name_end) or _OFFICE.search(one.role)
    return bool((handles and chairs) or _ADDRESSES.match(text, one.name_end))


_OFFICE = re.compile("(?:主任|主席|委员长|秘书长)$")
_ADDRESSES = re.compile("(?:出席|参加)[^，。；]{0,16}并(?:作|发表)?(?:重要)?(?:讲话|总结)")
# 协商成果要形成建议案: what becomes of that which others have asked for.
_HANDLES = re.compile(
    "建议案|(?:意见|建议|提案|成果|发言)[^，。；]{0,6}(?:清单|办理|反馈|整理|梳理|吸收|转化|报送|报告)|"
    "逐条(?:整理|梳理|研究|办理|答复)|转交[^，。；]{0,8}(?:部门|单位)"
)
_SUMS_UP = re.compile("(?:[总小]结|归纳)[^，。；：]{0,6}$|会上强调$")
_CHAIRS = re.compile(
    "(?:(?:出席|到会)并)?(?:主持|参加|出席)(?:了|召开)?(?:本次|此次)?(?:会议|座谈|协商|讨论)"
)


def _is_subject(text: str, mention: Mention, verb: Predicate) -> bool:
    """Not 张三的建议, 张三的同事建议, 张三代表，企业提出."""
    between = text[mention.end : verb.start]
    mine = text[max(0, mention.start - 2) : mention.start] in ("我和", "我与", "我同")
    if mine or (between == "的" and verb.kind != "strong"):
        return text[verb.end - 1] in "是：—"
    *earlier, last = BOUNDARY.split(_ASIDE.sub("", between))
    wishes = _WISH.match(text, verb.start) and text[verb.end - 1] not in "是："
    if earlier and wishes and is_anothers(last):
        return False  # 张三走访时，不少养殖户希望……
    anothers = _OTHERS.fullmatch(between) or _PASSES_ON.search(between)
    return not (OTHER_ACTOR.search(between) or anothers)


# 他转述了李四的建议：……
_PASSES_ON = re.compile(
    "(?:转[述达]|复述|引[用述]|[宣代]读|听[了取到]|[想记]起|记得)[^，。；：]*的$"
)
_ASIDE = re.compile("（[^）]*）")
_WISH = re.compile("希望|期待|期盼|盼|呼吁|建议")
# 她赞成张三的意见，同时提出……
_AGREES = re.compile("(?:赞[成同]|同意|支持|认同|附和|呼应|回应|附议|接过|听了|听完)(?:了)?$")
# 李四说得对，建议……; 李四委员的发言很好，我建议……
_PRAISED = re.compile(
    "[^，。；：的]{0,4}(?:[说讲提谈]得|的(?:发言|意见|建议|提案|看法|观点))[^，。；：]{0,4}"
    "(?:[好对透]|在理|有道理|到位|中肯)了?，"
)


def _agreed(text: str, mention: Mention) -> bool:
    """Whether it is somebody with whose words another agrees."""
    of = text.startswith("的", mention.end) and _AGREES.search(text, 0, mention.start)
    return bool(of or _PRAISED.match(text, mention.end))


# 的同事也, but 的提案, 的企业连年亏损，
_OTHERS = re.compile("的(?![^，]*(?:建议|提案|议案|意见|主张|发言|看法|观点|材料))[^，。；：]+")


def _next(text: str, last: Act, verb: Predicate) -> Act | None:
    """The act behind an earlier one that names nobody known: of the same, or of a stranger."""
    if stranger := _stranger(text, last.verb.end, verb.start):
        return Act(verb, stranger, 0.0)
    # ……，并建议: nothing but such words since the last mark
    *marked, clause = BOUNDARY.split(text[last.verb.end : verb.start])
    own = names_no_subject(clause.removesuffix("的"))  # ……。我的想法是，……
    return Act(verb, last.mention, 0.9) if marked and own else None


def _stranger(text: str, begin: int, end: int) -> Mention | None:
    """张三建议……；李四当即表示……，并建议……: of whom nothing tells who he is, behind a ；."""
    start = text.rfind("；", begin, end) + 1
    if not start or BOUNDARY.search(text, start, end) or names_no_subject(text[start:end]):
        return None
    name = speaks_first(text[start:])
    return Mention(start, start + len(name), ()) if name else None


def _carried(line: Line, focus: Focus, number: int) -> bool:
    if focus.who is None:
        return False
    near = number - focus.proposed_line <= 2 or line.paragraph - focus.who[1].paragraph <= 2
    return focus.listing or number <= focus.spoken_to_line or near


def _alone(before: str, verb: Predicate, spoken: bool) -> bool:
    """Nobody but the person in focus can be the subject: 建议……, 为此，我们呼吁……."""
    # 有的发言“建议……”: others', and not his who was told of
    marks = ("：“" if "我" in before else "“") if spoken else ""
    own = re.split(f"[。！？{marks}]", before)[-1]
    if _PAPER.fullmatch(own):
        return True
    if verb.kind == "say" and not (spoken and before.endswith(("我", "我的"))):
        return False
    return names_no_subject(
        re.sub("(?<=我)(?:[^，。；：]{0,8}的)?(?:[头第另]?[一二三][件条点份项])?$", "", own)
    )


# 他托人捎来一封信。信里写道，……: his words, too.
_PAPER = re.compile(
    "(?:所以|于是|因此)?(?:[他她我]|这份|该)?(?:在)?(?:来信|信|书面(?:发言|意见)|意见|发言稿?|材料|提案|议案|建议书?|"
    "留言|短信|纸条)(?:[中里上]|当中)?[还也又则另]?(?:明确|特别|同时)?"
)


def content_end(text: str, act: Act, following: Act | None, named: Named) -> int:
    """Where the proposal ends: before the next one's subject, or where another person begins."""
    others = [one.start for one in named if one.start > act.verb.end and not one.pronoun]
    breaks = [place for place in others if re.search("；[^；]{0,60}$|。$", text[:place])]
    if following is not None:
        mention = following.mention
        later = mention is not None and mention.start > act.verb.end
        breaks.append(mention.start if mention is not None and later else following.verb.start)
    if not breaks:
        return len(text)
    place = min(breaks)
    end = max([act.verb.end, *(text.rfind(mark, act.verb.end, place) for mark in "，；。！？”")])
    part = text.rfind("；", act.verb.end, end)  # ……；去年，他又提出……: what leads up to the next
    return part if part > 0 and not is_imperative(text[part + 1 : end]) else end


# 他提交的《关于设立夜校的提案》被评为优秀提案: what is told of it is no proposal, its title is one.
_TITLED = re.compile(
    "(?:代表|委员)?《关于(?P<entitled>[^》]{4,40}?)的(?:提案|建议|议案)》|(?:(?:代表|委员)?关于|[^，。；：“”]{0,16}(?:"
    "提出|提交|递交|撰写|领衔|带来|起草)[的了]?《?(?:关于)?)(?:(?P<about>[^“》，。；]{4,40}?)的(?:提案|建议|议案)》?|"
    "“(?P<said>[^”]{4,40})”的?(?:提案|建议|议案))(?=，?[^，。；]{0,12}(?:被|获|得到|荣获|入选|列为|列入|评为|已|近日|"
    "日前|当年|成为|有了|推[动进]|促[成进]|带动|拿出|[现已]有))"
)


def handed_in(line: Line, named: Named) -> Iterator[tuple[Mention, int, int]]:
    """Who is named as having handed in what."""
    for mention in named:
        title = _TITLED.match(line.text, mention.end)
        group = str(title.lastgroup) if title else ""
        # 整治飞线充电, and not 老年助餐, which may be what it is only about
        if title and (
            group == "entitled" or is_imperative(title[group]) or _TO_MEND.match(title[group])
        ):
            yield mention, *title.span(group)


_TO_MEND = re.compile(
    "破解|整治|盘活|扶持|根治|清理|清欠|修复|减轻|帮|给(?!水|排|养)|让(?!步)|把(?!脉|握)|为(?!什么|何)"
)
