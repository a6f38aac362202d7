"""What ought to be: the words by which a sentence asks for something instead of telling it."""

from __future__ import annotations

import re

from assistant.register.lists import names_no_subject, past_links
from assistant.register.verbs import CHANGES_TO, IMPERATIVE, NORM, TO_DO, URGES

# These begin with such a word and tell a fact: 将于二季度完成, 对大家的意见将逐条研究.
_WILL = (
    "(?:对[^，。；]{2,16})?将(?:于|在|会(?!议)|继续|逐[条步件项一]|认真|积极|尽快|适时|统筹|根据|结合|按照|进一步|"
    "加快|加大|加强|大力|全面|持续|逐步|切实|着力|抓紧|开展|组织|会同)"
)
# 从2020年到2025年，…; 以一台电炉为例，…
_AS_OF = (
    "[以从在由对](?:\\d(?!\\d*(?:[国省县]道|号))|[去今前近]年|过去|目前|自己[^，。；]{2,12}[中时](?![一-鿿])|"
    "一[个家台名]|[^，。；]{1,12}?(?:为例|来看|看|来说|而言|说)(?:，|[一两几]句))|"
    "[在从由][^，。；]{2,20}[一-鿿]了(?!吗)|[以从在由][^。；]*，[去前今]年[^，。；]*\\d|从[^，。；]{1,8}起[，。]"
)
# 试点地区…, 调整以来…
_OF_WORK = (
    "(?:试点|改革|调整|推广|实施|开展|落实|整合|提升)"
    "(?:地区|城市|企业|单位|总?站|中心|小组|以来|之前|之后|前|后|开放|幅度|得(?!到))"
)
_FACT = re.compile(f"{_WILL}|{_AS_OF}|{_OF_WORK}|对[^，。；]{{1,20}}表示")
# The one who acts stands right before the verb and is nobody we know.
_PEOPLE = (
    "专家|学者|群众|居民|村民|大家|他们|各方|社会|代表们|委员们|记者|网友|市民|用户|家长|业内人士|人士|不少人|有人|"
    "总书记|员工|农户|双方|团队|女儿|儿子|妻子|丈夫|爱人|老伴|父亲|母亲|徒弟|同事|邻居|同学|朋友|学生|学员|孩子|"
    "乡亲|老乡|[一几那]位[^，。；：]{1,6}|听[到见][^，。；]{1,12}"
)
_OFFICES = (
    "企业|公司|部门|政府|中央|协会|委员会|国务院|法院|检察院|机构|国家|各国|学校|医院|平台|媒体|[部局委厅院省市县区]|"
    "会议|报告|》|规划|文件|数据"
)
OTHER_ACTOR = re.compile(
    f"(?:{_PEOPLE}|{_OFFICES})(?:也|均|都|还|已|曾|则|就|再次|明确|多次|日前|近日|最近)*$"
)


def is_anothers(clause: str) -> bool:
    """不少养殖户 before 希望: words that name somebody, and not a link or 从行业看 alone."""
    return not (names_no_subject(clause) or names_no_subject(f"{clause}，") or _OWN.match(clause))


_OWN = re.compile("[^一-鿿]*$|[在从就对向围通结根基针经]|[^，]*我")


def is_imperative(text: str) -> bool:
    """Whether the words, said by somebody, ask for something: 加快…, 应…, 《关于…的建议》."""
    asked = IMPERATIVE.match(text) and not _FACT.match(text)
    norm = NORM.match(text) and not _wants_nothing(text)
    return bool(asked or norm or re.match("《?关于", text))


def _wants_nothing(text: str) -> bool:
    """Whether 希望 at its head is but a hope, or 建议 a noun."""
    return is_idle_hope(text, len("希望")) or _A_NOUN.match(text) is not None


def names_no_object(text: str) -> bool:
    """建议推广 and 建言，共提出提案六件 do not say what."""
    return (IMPERATIVE.fullmatch(text) or _SO_MANY.match(text)) is not None


_SO_MANY = re.compile(
    "[累总合]?[共计]*(?:提出|提交|带来)?(?:集体|个人)?(?:建议|提案|议案|"
    "[、和与])+[\\d一二两三四五六七八九十百]+[余多]?[件份条项](?!，?(?:分别|即)?[是为]?[：，]?《)"
)


def is_normative(text: str) -> bool:
    """Whether the words say what ought to be."""
    return bool(NORM.search(text))


_STATES = re.compile(
    "[高多]达[约近]?\\d|占[^，。；]{1,12}的\\d|(?<![由从])(?:现有|目前|当前)|存在|仍有|没有[一任]|"
    "[仅只]有|始终[未没]|已[经有达跌超]|不[足到](?!以)|难以|随着|近年来|[无没]人(?![机区车驾])|(?:讲述|回顾|分享|"
    "介绍)了|(?:统计|调[研查]|问卷)(?:发现|显示)"
)
# 冬季照常开放: no word tells that it is so, or that it comes of something.
_TELLS_OF = re.compile(
    "[这此其该但而因由]|[^。]*(?:(?<![由从])(?:目前|当前|现有)|存在|答复|问题|困难|近年|[今去]年|之所以|导致|造成|"
    "影响|缺[乏少]|不足|往往|普遍|[很太较越难是了已仍曾]|(?<![国所私公享])有(?!关|效|序|偿)|"
    "(?<![社技功性智节产动职协学工商委机省])[能会](?![议员力源费计同]))"
)


def is_plain(text: str) -> bool:
    """运动场周末开放。 in a list of what is proposed: a sentence that tells no fact."""
    return text.endswith(("。", "；", "！", "”")) and _TELLS_OF.match(text) is None


def sets_terms(text: str) -> bool:
    """每个乡镇至少留一所小学: what is to be kept to, in words that tell no past."""
    return _TERMS.search(text) is not None and re.search("[了着]|年前", text) is None


_TERMS = re.compile(
    f"保证|确保|至少|不[少低高]于|不超过|[加增]开|{CHANGES_TO}|"
    "由[^，。；]{2,12}(?:承担|负担|兜底|出资|发放|拨付|列支)|从[^，。；]{2,20}列支"
)


def states(text: str) -> bool:
    """全县现有…… tells what is, unless it goes on to ask for something."""
    return bool(_STATES.search(text)) and not is_normative(text)


def wants(text: str) -> bool:
    """Whether the words ask for something and tell no fact."""
    return is_normative(text) or (is_imperative(text) and not states(text))


def goes_on(text: str) -> int:
    """Where more is asked for: 同时，加快……, 要……, 某部门也应……; the text's end for none."""
    at = past_links(text)
    head = text[at:]
    norm = NORM.search(head)
    asks = norm is not None and norm.end() <= 3 and not re.match("要[说知是]", head)
    asks = asks and not _wants_nothing(head)
    more = at > 0 and _ASKS_FOR.match(head) is not None and is_imperative(head)
    one_more = _ONE_MORE.match(text) and is_plain(head) and re.search(TO_DO, head) and not norm
    if not (asks or more or one_more or _OTHER_ACTS.match(head)):
        return len(text)
    return 0 if _FOR_WHOM.fullmatch(text, 0, at) else at  # 对上夜校的职工，应当……


# 还有一条，……: set beside what was asked for before.
_ONE_MORE = re.compile("(?:还有|再|另外?)一?[条点个项]，|再就是")
# 同时支持企业与农户签约: no 了 and no number tells that it has been done.
_ASKS_FOR = re.compile("[^，。；了]*(?<![过着])[，。；](?![^。]*(?:\\d|了[，。]|目前|已经?))")
_OTHER_ACTS = re.compile(
    "[一-鿿]{2,14}?(?<![不只没])(?:(?:[也还]|同样)(?:应(?!邀|约|付|对)|要(?![说知是看])|需(?!要))[^，。；]{4}|"
    f"(?:应当?|要|须|需)(?={TO_DO}))"
)


def normative_clause(text: str, start: int) -> int:
    """Where the first clause begins that says what ought to be; the text's end for none."""
    norm = NORM.search(text, start)
    while norm is not None and _tells(text, norm):
        norm = NORM.search(text, norm.end())
    if norm is None:
        return len(text)
    marks = [start, *(mark.end() for mark in _CLAUSE_END.finditer(text, start, norm.start()))]
    clause = marks[-1]
    if len(marks) > 1 and _FOR_WHOM.fullmatch(text[marks[-2] : clause]):
        clause = marks[-2]
    rest = re.split("[。；！？]", text[norm.start() :])[0]
    if norm.start() == clause and len(rest) < _BARE and text[clause - 1] == "，" and len(marks) > 1:
        clause = marks[-2]  # 变电箱挡住了盲道，应当搬走
    start = max(start, *(text.rfind(mark, start, clause) + 1 for mark in "。！？"))
    return start if re.match("但|而是|也|还|不如|这(?![样里])", text[clause:]) else clause


_BARE = 7  # characters of a clause that has nothing but a verb
_CLAUSE_END = re.compile("[，；。：！？]")
# 技工取得证书的，……应当提高; 企业多付的成本，要……: of whom or what it is said.
_FOR_WHOM = re.compile(
    "(?:(?!是|有的)[^，；。：！？])+的，|[^，；。：！？]+、[^，；。：！？]+(?:等|[这那]些[一-鿿]{1,3})，|"
    "(?!.*[说讲谈问他她我到])(?![^，]*(?:发言|采访|调研|走访))[^，。；：！？]{4,14}时，|"
    "对[^，。；：！？]{2,20}(?:者|人员?|"
    "单位|企业|家庭|[户商])，|[^，；。：！？是有了在让被很不没会能]{2,}的[^，；。：！？是有了在让被很不没会能都也]{"
    "2,6}(?<![多少大小高低长短难紧重快慢好差])，"
)
# 三份建议聚焦……, 评上了是鼓励，……, 没带建议来; not 三点建议：……, 一条是建议……
_AS_NOUN = re.compile("[份件条项个的][^：]$|是[，。；]$|没[一-鿿]{0,3}.$")
_A_NOUN = re.compile(
    f"(?:{'|'.join(URGES)})(?:[的。]|中(?=[，。的])|已?经?被?采纳|"
    "被(?:吸收|列入|列为|否)|获(?:采纳|批)|得到[^，。]{0,6}(?:采纳|落实|回应)|$)"
)  # 建议被采纳
_MANY_PEOPLE = "(?:很多|不少|许多|有的|有些|一些|多数|部分)"
# 很多家长觉得孩子要先学习, 规划提出要建设…: others wish or ask for it.
_OTHERS_SAY = re.compile(
    f"{_MANY_PEOPLE}[^，。；]{{1,6}}(?:都|还|也|总|就)?(?:觉得|认为|以为|说|担心)|"
    "(?:报告|文件|规划|纲要|方案|意见|》|会议|国家|中央)(?:还|也|明确|已经?|[里中上])*(?:提出|要求|规定|强调|[讲说写])"
)
# 我师父常说，育种人要……, 有位老人说：“……要……, “孩子说‘……要……: somebody's saying.
_WISE = (
    "[老恩导]师|师[父傅]|父亲|母亲|爷爷|奶奶|父辈|前辈|老人们?|乡亲们?|老话|俗话|古人|"
    "(?<![跟向对给同和们])[县乡镇村]长|[有一]次?[位个名][一-鿿]{1,12}?"
)
_TOLD = re.compile(
    f"(?:{_WISE})[^，。；]{{0,6}}?[常总都曾]*[说讲问]我?(?:，[^，。；：]*|：?“[^”]*)$|"
    "“[^”]*[说讲问]：?‘[^’]*$|(?:纸条|留言|标语|的话)：“[^”]*$"
)
# 一天要接诊上百人, 可是办证要跑三趟
_HABIT = re.compile("(?:一(?:[天晚夜年周趟次回](?!性)|个)|^可是)[^，。；]{0,4}$")
_QUESTION = re.compile("[^，。；：！？]*(?:怎样|怎么|如何|什么|哪)[^，。；：！？]*？")


def _tells(text: str, norm: re.Match[str]) -> bool:
    """企业希望政策稳定, 过去必须跑五趟: how things are or were, what others wish; 应当怎样……？"""
    begin = max(text.rfind(mark, 0, norm.start()) for mark in "，。；：！？“") + 1
    if _QUESTION.match(text, begin) and not norm.group().startswith(("能", "可", "是否")):
        return True
    before = text[begin : norm.start()]
    if norm.group() in URGES:
        after = text[norm.end() :][:1]
        if is_idle_hope(text, norm.end()):
            return True
        noun = _A_NOUN.match(text, norm.start()) or _AS_NOUN.search(before + after)
        if noun or OTHER_ACTOR.search(before):
            return True
        return norm.group() != "鼓励" and is_anothers(before)
    habit = norm.group() == "要" and _HABIT.search(before)
    allowed = norm.group().startswith("可") and _NOW.search(before)
    bound = not IMPERATIVE.match(text, norm.end()) and _BOUND.search(text, 0, norm.end())
    told = allowed or bound or _OTHERS_SAY.search(before) or _TOLD.search(text, 0, norm.start())
    return bool(habit or told or _THEN.search(text, begin, norm.start()))


# 希望老人们都健康长寿: nothing that anybody could do.
_IDLE_HOPE = re.compile(
    "大家[少多控]|[^，。；]*(?:珍惜荣誉|再接再厉)|[^，。；]*(?:畅所欲言|踊跃发言)|"
    "[^，。；]{0,14}(?:健康|健健康康|平安|平平安安|幸福|快乐|开心|顺利|红火|长寿|如意)[一-鿿]{0,3}[。！”]*$"
)


def is_idle_hope(text: str, at: int) -> bool:
    """Whether 希望 ends there and nothing that anybody could do is hoped for."""
    return text.endswith(("希望", "提请"), 0, at) and _IDLE_HOPE.match(text, at) is not None


_NOW = re.compile("(?:现在|目前|如今)[^，。；]{0,8}$")  # 现在学费可以由单位垫付
# 现在学员住校，期满必须搬走: what the rule is, and not what is asked for
_BOUND = re.compile("(?:现在|目前|如今)[^。；]*，[^，。；]*(?:期满|到期|[满后时])[^，。；]*必?须$")
_THEN = re.compile(
    "(?<!：)[今明]年$|年前[^，。；]{0,4}$|(?:知道|明白|懂得|晓得)$|过去|[以从]前|原[来先]|当[时年]|以往|曾经|那时|"
    "[说讲提]过$"
)
_TERM = re.compile("[^“”，。；]{2,8}”(?![，。；])")  # “以用定产”的考核


def asked_from(text: str, start: int, end: int) -> int:
    """Where the clause that says what ought to be begins; `end` where there is none."""
    called = text[start - 1 : start] == "“" and _TERM.match(text, start, end)
    if IMPERATIVE.match(text, start, end) and not (called or _FACT.match(text, start, end)):
        return start
    return normative_clause(text[:end], start)
