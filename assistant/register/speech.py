"""The words that carry a proposal: who says it, how, and where its content begins and ends."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from assistant.register.lists import ENUMERATOR, past, trimmed
from assistant.register.norms import (
    asked_from,
    is_idle_hope,
    is_imperative,
    is_normative,
    is_plain,
    normative_clause,
    sets_terms,
    states,
)
from assistant.register.numerals import HAN
from assistant.register.verbs import PREDICATE, STRONG, TO_DO

# 他的建议得到采纳: a thing, not an act of proposing.
_NOUN_BEFORE = re.compile(
    "(?:的|这一|这些|该|(?<![为对因就据由])此|[条项份件类些份个点]|相关|有关|具体|各项|上述|书面|前瞻|合理化|咨询|对策|"
    "议案|提案|意见|政策|立法|工作|报告|委员|代表|人民|群众|与|和|、|收到|办理|采纳|听取|答复|督办|征集|提出|提交|形成|"
    "谈|写成|(?<!联)名)$"
)
_NOUN_AFTER = re.compile(
    "的(?!是)|得到|被|获[得悉]|直指|已经?[被获得由]|[》”]|[和与、]|均(?!衡|等|质)|稿|书(?!面|记)|案|"
    "人(?=[，。：的])|者|[中里](?=[，。：还也提写说指])|提交|数(?=[，。量达])|后面?(?=[，。])|"
    "之[后一]|是(?![否不])|多达|共(?=[\\d有计])|内容|成为|体现|[。！？；]|$|办理|不[断止]|充分|落地[，。]"
)
_NOT_SAYING = re.compile(
    "所谓|据说|据介绍|可以说|应该说|换句话说|(?<![起下出过上])来说|[小传听学]说|俗称|简称|名称|职称|号称|统称"
)
# What a sentence says *about* a proposal ends the proposal: ，这一思路具有启发意义。
_I_THINK = "，我(?:看到|发现|注意到|见过|听说|[不很]?赞[成同]|不?同意|反对|倒[是不])"
_THEY_DISAGREE = "[，；](?:但|而)?[他她]?(?:明确|坚决)?(?:反对|不赞[成同]|不同意)|，请(?:大家|各位)"
_CAME_OF_IT = (
    "(?:当年|随后|最终|现已|已经?|至今)(?:没有|[获被]|得到|纳入|办[了结成]|落实|采纳|答复)|我[局厅委部办](?:已|将|正|"
    "拟)|我们(?:一并|已经?|将|正在|会同)|[^，。；由]{0,12}(?:部门|方面|单位|政府|[厅局委部办])(?:采纳|落实|"
    "办理)后(?=[^。；]{0,16}(?:[了已]|惠及))|[^，。；由]{0,10}(?:[厅局委部办]|政府|部门|单位)[^，。；由]{0,6}(?:答复|"
    "采纳|回复|回应|来)(?:了|说|称|：|“)|(?:[几两半一二三四五六七八九十\\d]+个?(?:[年月天]|星期)[之以]?后|不久|"
    "后来)，[^。]*了|去年(?:已|新[建增])[^，。；]*\\d|[答回]复[^，。；]{0,4}[是为说称]|"
    "[^，。；由]{2,10}(?:[厅局委部办]|政府)已?(?:安排|投入|拨付|下达|出台|新增)[^。；]*\\d[^。；]*，"
    "(?:惠及|[^，的]{1,12}了(?![^，。；]*的))|[引激]发|引起|得到|受到|赢得|[^，。；]{4,}的(?:建议|提案|议案)，?(?:促成|"
    "推动|已|被|获|得到)|被|(?:材料|提案|文)[里中]"
)
# 这一思路……, but not 这些地方应……
_OF_IT = (
    "这(?![一-鿿]{0,3}(?:[要应须]|得(?!到)))|此|该(?![给把让由]|[^，。；]{1,8}的就)|上述|[他她]|"
    "有(?:[的些人]|委员|代表|专家)|目前|据"
)
_COMMENT = re.compile(
    f"(?<!【[一-鿿]{{2}})】|（第?\\d+号）[。；]?$|{_I_THINK}|{_THEY_DISAGREE}|[，；]理由[是为：]|，[省免]得|"
    "—+(?P<why>[^—]*(?:[了没不]|"
    f"[正才就]是)[^—]*)$|[，；](?:{_CAME_OF_IT}|(?:但是?|而|不过|然而)?(?:{_OF_IT})(?P<told>[^，。；]*))"
)


_HABIT_CHARS = 16  # before the verb, at most
# 他常说，“……”: a saying of his; 曾于2020年提出过……: of another year
_HABIT = re.compile(
    "(?:[他她][常总]|常常|总是|老是)[说讲]$|曾[在于]?(?:\\d{4}|[去前])年[^，。；]{0,6}提出过$"
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb that may introduce a proposal; the content begins at `end`."""

    kind: str  # strong: 建议; offer: 提出了…的设想; say: 认为…应
    start: int
    end: int


def predicates(text: str, name_ends: Collection[int]) -> Iterator[Predicate]:
    """The verbs of proposing and saying, without those inside titles and those used as nouns.

    `name_ends`: where a person's name ends, for 张三代表建议 is a verb, 代表建议 a noun.
    """
    for match in PREDICATE.finditer(text):
        before, word, after = text[: match.start()], match.group(), text[match.end() :]
        nested = "“" in before and before.count("‘") > before.count("’")  # whom he quotes
        so_far = text[max(0, match.start() - _HABIT_CHARS) : match.end() + 1]
        habit = _HABIT.search(so_far.rstrip("，："))
        if nested or habit or before.count("《") > before.count("》"):
            continue
        kind = str(match.lastgroup)
        named = match.start() in name_ends or match.start() - 2 in name_ends
        if linked := _linked(kind, before, word, after):
            yield Predicate("strong", match.start(), match.end() + linked)
        elif not (
            _is_noun(kind, before, word, after, named) or _is_idle(kind, before, word, after)
        ):
            yield Predicate(kind, *match.span())


def _linked(kind: str, before: str, word: str, after: str) -> int:
    """How far behind it what is asked for begins: 他的建议是……, 带来的建议有两件，一件关于……."""
    if kind == "offer":
        return past(_BROUGHT, after, 0)
    is_ = _IS.match(after) if kind == "strong" and _OWN.search(before + word) else None
    rest = after[is_.end() :] if is_ else ""
    named = is_ is not None and is_.group()[-2:] in ("是，", "是：") and not states(rest)
    # Not 在车上写完的, of a proposal, nor 关于夜校的：现有……; 关于夜校的 tells what it is of.
    asked = re.sub("^关于[^，。；：]*的：", "", rest)
    wish = is_imperative(asked) and not re.match("(?!关于)[^，。；：]*的[，。；]", rest)
    asks = is_ is not None and (word == "建议" or named or wish)
    return is_.end() if is_ and asks else 0


def _is_noun(kind: str, before: str, word: str, after: str, named: bool) -> bool:
    """他的建议得到采纳, 代表建议; `named`: whether somebody's name stands right before it."""
    if kind != "strong" or word[-1] in "是叫为：—，" or word[0] == "联":
        return False
    acts = named or _ITSELF.search(f"{before}{word}{after[:1]}")
    return bool(_NOUN_AFTER.match(after) or (not acts and _NOUN_BEFORE.search(before)))


def _is_idle(kind: str, before: str, word: str, after: str) -> bool:
    """没有建议, 提交的……, 据介绍: neither said nor handed in."""
    if _NEGATED.search(before) or (kind != "strong" and _IN_WRITING.match(after)):
        return True
    if kind == "say":  # 他补充建议……: the second verb says it
        told = _NOT_SAYING.search(before[-3:] + word) or (word == "提醒" and _TO_ALL.match(after))
        return bool(told or re.match(f"{STRONG}|提出", after))
    return kind == "offer" and word[0] not in "提还添加补写" and not _OFFERED.match(after)


# 他提醒家长，不要盲目报班: what nobody in office is asked for
_TO_ALL = re.compile(
    "广?大?(?:家长|[市居村]民|大家|患者|老年?人|消费者|年轻人|网友|读者|[考学]生)们?，"
)
# 从未建议, 并不主张; not 不但建议, 不断呼吁.
_NEGATED = re.compile("(?:没有|没|未曾|未|无意|不(?:再|太|会|能)?)(?:再|新|[提讲说带交写有])?$")
# 前一份提案建议，……: the proposal, that is, whose it is.
_ITSELF = re.compile(
    "(?:提案|议案)(?:(?:建议|呼吁|倡议|主张)[，：]|(?:呼吁|希望|恳请|要求).)$|"
    "(?:(?<![一-鿿])|(?<=[我他她]的))(?:提案|议案)建议[^工情]$"
)
_OWN = re.compile("(?:(?:的|其|一个|[一二两三][点件条份项])建议|的(?:提案|议案))$")
# 他的建议是……, 他今年的提案，是……, 他今年的建议聚焦一点：……, 他的建议有两条，一条是……
_IS = re.compile(
    "，?(?:则|就|分别)?(?:[讲说谈提写]的)?[是为](?:：|，)?|[^，。；：！？]{0,8}：|"
    "[一共]*有?[一二两三四五六七八九十\\d]+[件份项条个点]，(?=[一两]|其一|分别)"
)
# 提交的……, 在提交大会的提案中: no act of its own.
_IN_WRITING = re.compile(
    "的(?!：)|[^，。；：《]{1,4}的，是|人(?![工才人均民类口员大])|"
    "[^，。；：《]{0,10}的(?:提案|建议|议案|发言|材料|报告)[中里]"
)
# 拿出门票收入的15%: nothing that is put forward.
_OFFERED = re.compile("：?[^。；：]*?(?:《|建议|提案|议案|方案|设想|意见)")
# 带来的建议有两件，一件关于…: what is brought is named behind the comma.
_BROUGHT = re.compile(
    "的(?:则|就)?是(?=《)|的(?:[^，。；：]{0,6})(?:建议|提案|议案)(?:[共一]?有?[^，。；：]{1,4}[件份项条]?)?"
    "(?:，(?=[一两][件份项个]|关于|《)|：)"
)
_OPENING = re.compile(
    "(?:[一二三四五六七八九十\\d]{1,2}：)?(?:[了着]|过(?![渡路程期滤桥街半]))?(?:的[也还]?是|的(?=：))?[，：“‘\t]*"
)  # 建议一：


def content(text: str, predicate: Predicate, end: int) -> tuple[int, int]:
    """The span of what is proposed in `text[predicate.end:end]`; empty where nothing is."""
    whole = past(_OPENING, text, predicate.end, end)
    start = past(_ANNOUNCED, text, whole, end)
    if text[start - 1] == "：":
        start = past(ENUMERATOR, text, start, end)  # 为此建议：一、……
    end = before_comment(text, start, end)
    if is_idle_hope(text, predicate.end):
        return end, end
    if predicate.kind == "say":
        will = text.startswith("将", start)  # 他表示，将……: what he is going to do
        start = normative_clause(text[:end], start) if will else asked_from(text, start, end)
        if _REPORTS.match(text, predicate.start) and _NEED.match(text[start:end]):
            return end, end
    elif "：" in text[predicate.end - 1 : whole] and states(text[start:end]):
        return end, end  # 联名提案：……损耗率高达22%。
    elif predicate.kind == "offer" and text[predicate.end : whole] == "，":
        asked = asked_from(text, start, end)  # 提出，我国……，应……: what is comes first
        words = text[start:end]
        plain = not re.match("编号|第?\\d+号", words)
        plain &= is_plain(f"{words.replace('能', '')}。") or sets_terms(words)
        # 提出，证件一次能办好
        start = start if asked == end and plain else asked
    elif predicate.kind == "offer" and not _offers(
        text[whole:end].rstrip("。；"), text[predicate.start : whole]
    ):
        return start, start
    return trimmed(text, start, end)


def before_comment(text: str, start: int, end: int) -> int:
    """Where the sentence turns from what is proposed to something else."""
    for comment in _COMMENT.finditer(text, start, end):
        if not is_normative(comment["told"] or comment["why"] or ""):
            return comment.start()
    said = _REASON.search(text, start, end)
    return said.start() if said and not is_normative(said.group()) else end


# 给山上配水泵，“等车来，房子早烧没了”: how it is said that they are needed
_REASON = re.compile("，“[^“”]+，[^“”]*[了过][^“”]*[。！]?”[。！]?$")
# 他介绍，企业必须提前排队: how things are, where somebody reports and does not say 应.
_REPORTS = re.compile("介绍|告诉|反映|解释")
_NEED = re.compile(
    "^[^应]*?(?<!急)(?:需要|必须|需|须)"
    f"(?!(?:尽快|加快|抓紧|进一步|切实|大力|为[^，。；]{{2,8}}?)?(?:{TO_DO}))(?![^。；]*应)|"
    ".*的(?:探索|做法|经验|情况|经历|故事)。?$"
)
_SOME = f"[{HAN}两几\\d]+"
# 《……》的提案：, 以下具体建议：, 一份提案，一是……
_PAPER = (
    "(?:提[交出]|带来)?了?(?:[一两]?[份件条])?(?:《[^》]+》|关于[^，。；：《》]{2,30}的)(?:的?(?:提案|建议|议案))?：|"
    f"(?:提案|建议|议案){_SOME}[份件条]，?(?:分别|即)?[是为]?[：，]?(?=《)|"
    "(?:[一两]?[份件][^，。；：《》]{0,6})?(?:建议|提案|议案)，"
    f"(?:(?:里面|其中|内容|一?共)*有?{_SOME}[条点项]，)?(?=一[是条]|请|建议|希望|应|{TO_DO})|"
    "[^，。；：《》]{0,8}的?(?:建议|提案|议案)，[^，。；：《》]{0,4}第?一[条点件份][^，。；：《》]{0,4}(?:：|是，)"
)
_WAYS = (
    f"(?:了|以下|如下|几点|(?:{_SOME})?[点条项个份件])*(?:具体|对策|意见)?(?:建议|意见|对策|举措|措施|办法|"
    "做法|思路|点子|设想)：|"
    "了?(?:一个|个)?(?:折中|变通|替代|具体)的?(?:办法|方案|意见|思路)?[，：]|"
    f"{_SOME}(?:[点条件项次]事?|句话?)[：，]|[一两几]?[点条项个](?:个人)?小?(?:建议|意见|要求|请求|想法|期待|心愿)："
)
_ANNOUNCED = re.compile(f"{_PAPER}|{_WAYS}")
# 提交了关于夜校的建议，有关部门答复后……: that it was is told, and what came of it.
_ANSWERED = re.compile(
    "了?(?:关于)?[^《》，。；]+的(?:建议|提案|议案)"
    "(?:[^。]*(?:答复|采纳|办结|落实)|[，；](?:第[二三]年|[次同当]年|不久|后来))"
)
# 两份建议，都已答复
_ALL_ANSWERED = re.compile(
    f"{_SOME}[份件条项](?:建议|提案|议案)，(?:都|均|全部)?已[^，。]{{0,4}}(?:答复|办[结理]|采纳)"
)
_BARE = re.compile("[一-鿿]{0,2}(?:方案|办法|举措)")  # 要拿出方案: which, is not told


_TROUBLES = re.compile("(?:问|难)题$|困[难境惑]$|担忧$|疑[问虑]|质疑|批评$|要求$|更高要求|挑战$")
_SOLVES = re.compile(".，(?:解决|破解|化解|缓解)")


def _offers(words: str, verb: str) -> bool:
    if _ANSWERED.match(words) or _ALL_ANSWERED.match(words) or _BARE.fullmatch(words):
        return False
    if _ANNOUNCED.match(words):
        return True
    if re.match("(?:牵头)?[督承]办", words):
        return False  # 领衔督办第1号提案: somebody else's
    if _TROUBLES.search(words) and not (_SOLVES.search(words) or is_normative(words)):
        return False
    if verb.startswith(("提出", "提：", "提的：", "还有", "添", "加", "补", "写了")):
        return is_imperative(words) or not states(words)
    if verb == "提了" and re.search(TO_DO, words) and is_plain(f"{words}。"):
        return True
    return bool(re.search("《[^》]+》|建议|提案|议案|方案|设想", words))
