"""The words that carry a proposal: who says it, how, and where its content begins and ends."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_STRONG = "建议|建言(?=[：，])|提议|倡导|呼吁|主张|倡议|希望|期待|期盼|提请|请求|恳请|吁请|敦促"
_OFFER = "提了|提过|提交|递交|提出|带来|领衔|撰写|拿出|准备|起草"
_SAY = (
    "指出|认为|表示|强调|坦言|直言|告诉记者|告诉本报记者|谈到|提到|说道|说|称|看来|提醒|分析|介绍|"
    "写道|回应|补充|"
    "回答|感叹|反映|阐述|解释|谈及|(?:观点|看法|意见|判断|体会)是(?=[，：])|"
    "(?:关心|关注|牵挂|惦记|看重)的(?:还|则|也)?是"
)
_REMEDY = (
    "“?(?:药方|对策|办法|思路|主张|设想|方案|愿望|心愿|诉求|答案|答卷|金点子|良方|破题之策|破解之道)"
    "”?是(?=[：，])|(?<=的)(?:提案|议案)[^，。；：！？]{0,8}："
)
PREDICATE = re.compile(f"(?P<strong>{_REMEDY}|{_STRONG})|(?P<offer>{_OFFER})|(?P<say>{_SAY})")

# 他的建议得到采纳: a thing, not an act of proposing.
_NOUN_BEFORE = re.compile(
    "(?:的|这一|这些|该|此|[条项份件类些份个点]|相关|议案|提案|意见|政策|具体|有关|各项|上述|书面|"
    "前瞻|合理化|"
    "咨询|对策|立法|工作|委员|代表|人民|收到|办理|与|和|、|采纳|听取|群众|答复|督办|征集|报告|提出|"
    "提交|形成|名)$"
)
_NOUN_AFTER = re.compile(
    "的(?!是)|得到|被|获[得悉]|直指|已经?[被获得由]|[》”]|[和与、]|均(?!衡|等|质)|稿|书(?!面|记)|案|"
    "人(?=[，。：的])|者|[中里](?=[，。：还也提写说指])|提交|数(?=[，。量达])|后(?=[，。])|"
    "之[后一]|多达|共(?=[\\d有计])|内容|成为|体现|[。！？；]|$|办理|不[断止]|充分"
)
_NOT_SAYING = re.compile(
    "所谓|据说|据介绍|可以说|应该说|总的来说|换句话说|来说|小说|传说|学说|俗称|简称|名称|职称|号称|统称"
)
# 需要三年, 要2亿元, 不能按时拿到工资 tell how things are; 不能只补新库 says what ought to be.
_HOW_LONG = (
    "(?![\\d一二两三四五六七八九十几半][^，。]{0,3}[年月天小万亿元个道]|时间|[一很]段|看到|等待|经过|"
    "消耗|耗费|花费|进口|支付|缴纳|承担|占用|面对|面临|依赖)"
)
_NORM = re.compile(
    "(?<![供适反响效相对感回顺呼理])应(?![用对急力收届变激邀付运景战聘征求税声缴届]|纳(?!入)|该说|有[\\d一二三四五六七八九十])|必须(?!经过|由|本人|到|承受|面对|忍受|付出|依赖|等待)|"
    f"(?<!必)须(?!知)|亟需|亟待|亟须|急需|(?<!的)需要{_HOW_LONG}|"
    f"(?<![内刚])需(?![求要]){_HOW_LONG}|有必要|"
    "(?<![需主重纲摘概首想只不扼必将快险紧还都又])"
    f"要(?![比高低多少占求素么是害义闻道塞件点领隘旨职览价紧不花付交等跑走想]){_HOW_LONG}|"
    "(?<=[还都又])要(?=[让把在加建推完强有])|不宜|"
    "不能(?=[只再让因光仅以总靠变把停忘没]|成为|搞|简单|一[味刀]|单纯|仅仅|满足|拿)|不妨|"
    "不得|可考虑|可探索|可以(?:考虑|探索|借鉴|通过|对标|参照)|建议|呼吁|希望|鼓励|当务之急是|最好"
)

_IMPERATIVE = re.compile(
    "(?:进一步|尽快|加速|大力|全面|积极|持续|适时|适当|逐步|切实|稳步|着力|分类|依法|从速|抓紧|"
    "及早)*(?:加快|推动|推进|"
    "完善|建立|健全|加强|支持|出台|设立|将|把|优化|制定|构建|鼓励|提高|降低|扩大|实施|深化|修订|"
    "修改|强化|落实|打造|"
    "探索|取消|允许|引导|统筹|加大|培育|促进|提升|规范|明确|开展|推广|组建|成立|发挥|放宽|减免|"
    "简化|整合|缩短|延长|"
    "增加|增设|补齐|畅通|搭建|严格|严厉|试点|盘活|压实|拓展|创新(?![药型力者])|改革|改进|丰富|保障|守住|以|从|对|"
    "由|在|为|让|"
    "赋予|编制|启动|布局|盘点|免除|恢复|扶持|壮大|夯实|普及|动态|调整|参照|比照|尽早|重点|坚持|"
    "聚焦|借鉴)"
)
# 从2020年到2025年，…; 以一台电炉为例，…; 试点地区…: these begin with such a word and tell a fact.
_FACT = re.compile(
    "[以从在由对](?:\\d|[去今前近]年|过去|目前|一[个家台名]|[^，。；]{1,12}?(?:为例|来看|看|来说|而言|说)，)|"
    "(?:试点|改革|调整|推广|实施|开展|落实|整合|提升)(?:地区|城市|企业|单位|以来|之前|之后|前|后|开放|幅度)"
)
# What a sentence says *about* a proposal ends the proposal: ，这一思路具有启发意义。
_COMMENT = re.compile(
    "[，；](?:(?:当年|随后|最终|现已|已经?)(?:获|被|得到|纳入)|这一|这将|这些|此举|该建议|该提案|上述|其建议|这份|这项|这样的|引发|引起|得到|受到|"
    "获得(?:了)?与会|赢得|被)"
)
_CONNECT = (
    "此外|同时|另外|为此|对此|因此|并且|并|还|也|又|而且|其中|首先|其次|再次|最后|"
    "第[一二三四五六七八九十]|一方面|另一方面|"
    "具体而言|具体来说|具体|在此基础上|与此同时|除此之外|总之|故|特此|据此|综上|所以|我们|我|本人|"
    "再|就此|会上|今年|"
    "今年两会|两会期间|今年全国两会上|特别|明确|强烈|郑重|一致|继续|进一步|重点|均|都|则|曾|，|、|"
    "：|“|”|且|再者|再有"
)
_TOPIC = re.compile(
    "(?:针对|围绕|关于|对于|就|在|为了?|面对|鉴于|考虑到|随着?|基于|结合|对|从|聚焦)[^，。；！？]{1,40}，"
)
_NUMBERED = (
    r"(?:[一二三四五六七八九十]是|第[一二三四五六七八九十][，是]|（[一二三四五六七八九十\d]+）|"
    r"\d{1,2}[.、．）]|[①-⑩]|[一二三四五六七八九十]、|其[一二三四五]，?|"
    r"首先，|其次，|再次，|最后，|[-·●■◆▪*]\s*)"
)
ENUMERATOR = re.compile(_NUMBERED)
# The longest word first: one pass without going back, however long the text.
_STEP = re.compile("|".join([*sorted(_CONNECT.split("|"), key=len, reverse=True), _NUMBERED]))
# The one who acts stands right before the verb and is nobody we know.
_OTHER_ACTOR = re.compile(
    "(?:企业|公司|部门|政府|中央|专家|协会|委员会|国务院|会议|报告|》|规划|文件|群众|居民|村民|"
    "法院|检察院|机构|学者|"
    "大家|他们|各方|社会|代表们|委员们|记者|[部局委厅院省市县]|网友|市民|用户|家长|业内人士|媒体|"
    "人士|不少人|数据|有人|"
    "总书记|国家|学校|医院|各国|员工|农户|双方|团队|平台)(?:也|均|都|还|已|曾|则|就|再次|明确|多次|"
    "日前|近日|最近)*$"
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb that may introduce a proposal; the content begins at `end`."""

    kind: str  # strong: 建议; offer: 提出了…的设想; say: 认为…应
    start: int
    end: int


def predicates(text: str, named: Collection[int] = ()) -> Iterator[Predicate]:
    """The verbs of proposing and saying, without those inside titles and those used as nouns.

    `named` are the places where a person's name ends: 张三代表建议 is a verb, 代表建议 a noun.
    """
    for match in PREDICATE.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if before.count("《") > before.count("》"):
            continue
        kind = str(match.lastgroup)
        brought = _BROUGHT.match(after) if kind == "offer" else None
        if brought:
            yield Predicate("strong", match.start(), match.end() + brought.end())
            continue
        own = re.search("(?:的|其|一个|一条|[一二两三]点)建议$", before + match.group())
        if kind == "strong" and own and (is_ := _IS.match(after)):
            yield Predicate(kind, match.start(), match.end() + is_.end())
            continue
        person = match.start() in named or match.start() - 2 in named
        remedy = match.group()[-1] in "是："
        if (
            kind == "strong"
            and not remedy
            and ((not person and _NOUN_BEFORE.search(before)) or _NOUN_AFTER.match(after))
        ):
            continue
        if kind == "say" and _NOT_SAYING.search(before[-3:] + match.group()):
            continue
        if re.search("(?:没有|没|并未|从未|未曾|尚未|未|无意)(?:再|新)?$", before):
            continue
        if kind != "strong" and _IN_WRITING.match(after):
            continue
        yield Predicate(kind, match.start(), match.end())


# 他的建议是……, 他今年的建议聚焦一点：……, 他的建议有两条，一条是……
_IS = re.compile(
    "(?:则|就|分别)?[是为](?:：|，)?|[^，。；：！？]{0,8}：|"
    "[一共]*有?[一二两三四五六七八九十\\d]+[件份项条个点]，(?=[一两]|其一|分别)"
)
# 提交的……, 在提交大会的提案中: no act of its own.
_IN_WRITING = re.compile("的|[^，。；：《]{0,10}的(?:提案|建议|议案|发言|材料|报告)[中里]")
# 带来的建议有两件，一件关于…: what is brought is named behind the comma.
_BROUGHT = re.compile(
    "的(?:[^，。；：]{0,6})(?:建议|提案|议案)(?:[共一]?有?[^，。；：]{1,4}[件份项条]?)?"
    "(?:，(?=[一两][件份项个]|关于|《)|：)"
)


def is_bare(text: str) -> bool:
    """Whether the words name no subject: 此外, 针对这一问题， and the like, and nothing else."""
    place = 0
    while place < len(text):
        step = _STEP.match(text, place) or _TOPIC.match(text, place)
        if step is None:
            return False
        place = step.end()
    return True


def acts(between: str) -> bool:
    """Whether the subject before `between` is still the one who acts at its end."""
    sentences = re.split("[。！？]", between)
    if len(sentences) > 1:  # 张三接过话头，“……。建议……: in the same quotation it is still he
        quoted = between.count("“") > between.count("”")
        return quoted and is_bare(sentences[-1])
    if between.endswith("》") and re.search(
        "(?:针对|围绕|就|对|结合|根据|关于)《[^》]*》$", between
    ):
        return True
    return not _OTHER_ACTOR.search(between)


def content(text: str, predicate: Predicate, end: int) -> tuple[int, int]:
    """The span of what is proposed in `text[predicate.end:end]`; empty where nothing is."""
    start = predicate.end + len(re.match("[了过着]?[，：“‘\t]*", text[predicate.end : end]).group())  # type: ignore[union-attr]
    whole = start
    announced = _ANNOUNCED.match(text, start, end)
    start = announced.end() if announced else start
    comment = _COMMENT.search(text, start, end)
    end = comment.start() if comment else end
    if predicate.kind == "say":
        start = _normative(text, start, end)
        if _REPORTS.match(text, predicate.start) and _NEED.match(text[start:end]):
            return end, end
    elif predicate.kind == "offer" and text[predicate.end : whole] == "，":
        start = _normative(text, start, end)  # 提出，我国……，应……: what is comes first
    elif predicate.kind == "offer" and not _offers(text[whole:end], text[predicate.start : whole]):
        return start, start
    return trimmed(text, start, end)


# 他介绍，企业必须提前排队: how things are, where somebody reports and does not say 应.
_REPORTS = re.compile("介绍|透露|告诉|反映|回忆|解释")
_NEED = re.compile("^[^应]*?(?:需要|需|须|必须)(?![^，。；]*应)")

_ANNOUNCED = re.compile(
    "(?:了|以下|如下|几点|[一二两三四五六七八\\d]+[点条项个])*(?:具体|对策|意见)?(?:建议|意见|对策)：|"
    "(?:[一两三\\d]?[份件条]?(?:提案|议案|建议)，?)?(?:其?(?:主要)?内容|核心|题目|要点)(?:[为是]|"
    "就是|包括)[：，]?"
)


def is_imperative(text: str) -> bool:
    """Whether the words, said by somebody, ask for something: 加快…, 应…, 《关于…的建议》."""
    asked = _IMPERATIVE.match(text) and not _FACT.match(text)
    return bool(asked or re.match("《?关于", text) or _NORM.match(text))


def is_normative(text: str) -> bool:
    """Whether the words say what ought to be."""
    return bool(_NORM.search(text))


def goes_on(text: str) -> bool:
    """同时，要……: no subject, and what ought to be right at the head."""
    head = re.sub("^(?:同时|此外|另外|还|也|并且|其次|最后|，|“)+", "", text)
    return is_normative(head[:3]) and not re.match("要[说知是]", head)


def normative_clause(text: str, start: int) -> int:
    """Where the first clause begins that says what ought to be; the text's end for none."""
    norm = _NORM.search(text, start)
    while norm is not None and _tells(text, norm):
        norm = _NORM.search(text, norm.end())
    if norm is None:
        return len(text)
    clause = max(start, *(text.rfind(mark, start, norm.start()) + 1 for mark in "，；。：！？"))
    return start if re.match("但|而是|也|还", text[clause:]) else clause


_OTHERS = re.compile(r"(?:很多|不少|许多|有的|有些|一些|多数|部分)[^，。；]{1,10}$")
# 很多家长觉得孩子要先学习, 政府工作报告提出要建设…: others wish or ask for it.
_OTHERS_SAY = re.compile(
    "(?:很多|不少|许多|有的|有些|一些|多数|部分)[^，。；]{1,6}(?:都|还|也|总|就)?(?:觉得|认为|以为|说|担心)|"
    "(?:报告|文件|规划|纲要|方案|意见|》|会议|国家|中央)(?:还|也|明确|已经?)*(?:提出|要求|规定|强调)"
)


def _tells(text: str, norm: re.Match[str]) -> bool:
    """企业希望政策稳定, 过去必须跑五趟: how things are or were, what others wish."""
    before = re.split("[，。；：！？“]", text[: norm.start()])[-1]
    if norm.group() in ("建议", "呼吁", "希望"):
        if _OTHERS.search(before):
            return True
        return text[norm.end() :][:1] in "的，。中" or bool(_OTHER_ACTOR.search(before))
    if _OTHERS_SAY.search(before):
        return True
    return bool(re.search("过去|以前|从前|原来|原先|当时|当年|以往|曾经|那时", before))


_LIST_ONLY = re.compile(
    "(?:以下|如下)?[^，。；]{0,12}?(?:[几两一二三四五六七八九十多\\d]+)?(?:点|条|项|个方面的?|个|"
    "方面的?|份|件)?[^，。；、]{0,6}?"
    "(?:建议|提案|议案|对策|举措|意见|思路|想法|主张|期待|看法|问题)[：。；，]?$"
)


def opens_list(text: str) -> bool:
    """三点建议： and the like announce proposals without making one."""
    return (
        bool(_LIST_ONLY.match(text)) and not re.search("《|[份件条个]关于", text) and len(text) < 22
    )


def _offers(words: str, verb: str) -> bool:
    if re.search("问题$|疑问|质疑|批评$|要求$|更高要求|挑战$", words) and not is_normative(words):
        return False
    if verb.startswith("提出"):
        return True
    return bool(re.search("《[^》]+》|建议|提案|议案|方案|设想", words))


def _normative(text: str, start: int, end: int) -> int:
    """Where the clause that says what ought to be begins; `end` where there is none."""
    if _IMPERATIVE.match(text, start, end) and not _FACT.match(text, start, end):
        return start
    return normative_clause(text[:end], start)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without marks around; a quotation mark goes where its partner is outside."""
    while start < end and (text[start] == "，" or _lone(text[start:end], "“")):
        start += 1
    while end > start and (text[end - 1] in "。；，：！？\t 、" or _lone(text[start:end], "”")):
        end -= 1
    return start, end


def _lone(words: str, mark: str) -> bool:
    """Whether the mark at the edge of the words has no partner in them."""
    edge = words[0] if mark == "“" else words[-1]
    surplus = words.count("“") - words.count("”")
    return edge == mark and (surplus > 0 if mark == "“" else surplus < 0)
