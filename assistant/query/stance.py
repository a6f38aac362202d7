"""For or against: who is against something is not whoever proposes it, nor the other way round."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.query.question import pairs, shared

OPPOSES = "反对|不赞[成同]|不同意|质疑"  # the plainest words, as questions have them
SIDES = f"{OPPOSES}|支持|赞成|同意"
_NOT = "(?<!不)(?<!没)(?<!没有)(?<!未)(?<!不再)(?<!从不)(?<!无人)(?<!没人)(?<!没有人)"
_AGAINST = (
    f"{_NOT}(?:反对|质疑)|不赞[成同]|不同意|不支持|不认[同可]|不看好|不主张|不建议|不提倡"
    "|否定|抵制|(?<!无)(?<!没有)异议|反驳|不以为然|保留(?:意见|态度)|意见不同"
    "|没有?(?:同意|答应|批准)|[没未不]有?(?:予以?|被)?采纳"
)
# What somebody says who is told to be against it.
_RESERVED = (
    "不宜|不应|不该|不能|不要|不必|不可|不得|不妥|不需要|没有?必要|顾虑|担[忧心]|疑虑"
    "|弃权|慎重|审慎|谨慎|警惕|暂缓|叫停|停止|禁止|严禁|取消|批评|得不偿失|弊大于利"
)
_WITH = f"{_NOT}(?:支持|赞[成同](?!票)|同意|拥护|看好)"
_PROPOSES = "主张|建议|提出|提议|呼吁|希望|要求"
_BOTH = re.compile(
    "(?:赞成|支持|同意)[^,。?]{0,6}反对|反对[^,。?]{0,6}(?:赞成|支持|同意)|还是不?(?:赞成|支持|同意|看好|反对|主张)"
)
_VIEW_ASKED = re.compile(
    "吗|是否|是不是|怎么看|什么(?:态度|立场|看法|意见)|为(?:什么|何|啥)|凭(?:什么|啥)|[拿用]什么|[咋怎]"
)
_WHO = "谁|哪一?些?[位个]?人?|什么人|有人|对于?|[有持的呢吗?？]"
_WHOEVER = "谁|哪一?[些几]?[位个名]?(?:人|专家|院士|(?:政协|人大|全国)*(?:代表|委员)*)"
# Of 国家支持哪些产业 nobody is asked what side he takes.
_SOMEBODY = re.compile(
    "谁|哪[^,。?]{0,3}[位名]|(?:什么|有|哪些|多少|几个?)人(?![才工])|代表|委员(?!会)"
    "|哪[个些家几一]{1,2}(?:部门|单位|机构|平台|企业|公司|专家|学者|院士|[协商学]会|组织|团体|集团"
    "|省份?|地方|城市|群众|居民|市民|国家)[都也会还明确表示]*(?:支持|赞|同意|拥护|看好)"
)
# 谁没有提到绿电: whoever does is no answer.
_NOT_SAID = re.compile(f"(?:{_WHOEVER})都?没有?(?:提|谈|说|讲|关注|建议|涉及)[到过及]?")
_SAYS_NOT = re.compile("没有?(?:提|谈|说|讲|关注|建议|涉及)|[未不](?:提|谈|置可否|发言)|暂不表态")
_NO_VOTE = re.compile("(?:没有?|未|不)投赞[成同]票")
_ANYBODY_PROPOSES = re.compile(
    "(?:有没有?|是否有|有无|^(?=.*吗).*?有)(?:哪?[位个些])?"
    "(?:人|专家|学者|(?:全国|人大|政协)*(?:代表|委员))[^,。?]{0,4}?"
    f"(?:{_PROPOSES})(?![^,。?]*(?:什么|哪|啥|建议|意见|采纳))"
    "(?P<thing>[^,。?吗没]{4,10})(?=吗|没|[,。?]|$)"
)
_WEAK = re.compile("的|调整|优化|改善|解决|保障|政策|问题|制度")  # said of anything
_WHO_TAKES = re.compile(f"(?:{_WHOEVER}|什么人|有人)[都也还会]*$")
_WHO_DOES = re.compile("的[那这]?[位个名]?[^,。?的]{1,8}(?:是谁|是哪|叫什么|姓什么).*")
_WHAT = re.compile("什么|哪些|啥")
_ENGLISH_AGAINST = re.compile(r"\boppos|\bagainst\b|\bobject(?:s|ed)? to\b|\bdisagree")
_CLAUSE_END = re.compile("[,。;!?:\n]")
_POINTS_BACK = re.compile("对此|对这|此[举项事]|上述")
_DOING = re.compile("推出|推行|实[行施]|开展|设立|建立|引入|上[线马市]|采用|出台|启动")
_OF_ANOTHER = re.compile("的(?:意见|[说提做]法|观点|看法|建议|主张)$")  # 支持甲的意见
_ON = re.compile("对于?((?!此|这)[^,。;!?]{2,})[^。;!?]{0,20}$")
_VIEW_ON = re.compile(
    "对于?([^,。;?]{2,20}?)(?:问题|一事|方面)?(?:[都还又]?[是持有抱提]出?[了过]?)?"
    "(?:怎么[看想说]|如何看|(?:什么|哪些|啥)(?:具体)?(?:态度|立场|看法|意见|观点|建议|主张|诉求))"
    "|(?:怎么|如何)看待?([^,。;?的]{2,20})"
)
SHORT = 30  # characters of a question
BRIEF = 2  # characters; 反对下调 leaves of what to what stands before
_SHARE = 0.5  # of the pairs of characters of what one is asked to be for or against
_COVERED, _KNOWN = 0.5, 0.8  # of the characters of what somebody is against; of what is asked


@dataclass(frozen=True, slots=True)
class Stance:
    """What a question asks who is for, or against."""

    strict: re.Pattern[str]  # the words of that side
    loose: re.Pattern[str]  # with those that only let one guess
    other: re.Pattern[str] | None  # the words of the other side; None where the loose ones count
    thing: str
    apart: bool = False  # told in a clause of its own, and so by more words than its name


_ANY_AGAINST = re.compile(_AGAINST)
_LOOSELY_AGAINST = re.compile(f"{_AGAINST}|{_RESERVED}")
_ANY_WITH = re.compile(_WITH)
_LOOSELY_WITH = re.compile(f"{_WITH}|{_PROPOSES}")
_ANY_PROPOSES = re.compile(f"(?<!提出的)(?<![个件份条项])(?:{_PROPOSES})")


def stance(plain: str) -> Stance | None:
    """What the normalised question asks who is for or against; None where it does not.

    >>> stance("谁反对提高热价?").thing, stance("对提高热价谁不赞成?").thing
    ('提高热价', '提高热价')
    >>> stance("热价提高了多少?") or stance("财政支持供热改造的资金有多少?")
    """
    plain = _NO_VOTE.sub("不赞成", plain)
    if left_out := _NOT_SAID.search(plain):
        return Stance(_SAYS_NOT, _SAYS_NOT, None, plain[left_out.end() :].rstrip("?"))
    if _ENGLISH_AGAINST.search(plain):
        return Stance(_ANY_AGAINST, _LOOSELY_AGAINST, None, "")
    # Whatever one thinks of it is an answer; where both sides are asked for, either is.
    if _VIEW_ASKED.search(plain) or _BOTH.search(plain):
        return None
    for strict, loose, other in (
        (_ANY_AGAINST, _LOOSELY_AGAINST, None),
        (_ANY_WITH, _LOOSELY_WITH, None),
        (_ANY_PROPOSES, _LOOSELY_WITH, _ANY_AGAINST),
    ):
        found = strict.search(plain)
        if found and (strict is not _ANY_WITH or _SOMEBODY.search(plain)):
            after = _CLAUSE_END.split(plain[found.end() :])[0]
            before = _CLAUSE_END.split(plain[: found.start()])[-1]
            after = _WHO_DOES.sub("", after)
            thing = re.sub(_WHO, "", after).strip("是票") or re.sub(_WHO, "", before)
            apart = not thing  # 孙某要提高热价,谁反对
            thing = "" if _WHAT.search(after) else thing or plain[: found.start()]  # 甲反对什么
            # A long question tells elsewhere, too, what it is about.
            return Stance(strict, loose, other, thing if len(plain) <= SHORT else "", apart)
    return None


def asks_who(plain: str) -> bool:
    """Whether the normalised question asks who is for or against something, whoever proposes it.

    >>> asks_who("孙某要提高热价,谁反对?"), asks_who("孙某反对谁?")
    (True, False)
    """
    found = _ANY_AGAINST.search(plain) or _ANY_WITH.search(plain)
    return found is not None and _WHO_TAKES.search(plain[: found.start()]) is not None


def proposed_by_anybody(plain: str) -> str:
    """What the normalised question asks whether anybody proposes; empty where it does not.

    >>> proposed_by_anybody("有代表建议提高热价吗?"), proposed_by_anybody("孙某建议提高热价吗?")
    ('提高热价', '')
    """
    found = _ANYBODY_PROPOSES.search(plain)
    return _WEAK.sub("", found["thing"]) if found else ""


def viewed(plain: str) -> str:
    """What the normalised question asks somebody's view on; empty where it does not.

    >>> viewed("孙某对提高热价怎么看?"), viewed("孙某怎么看提高热价?")
    ('提高热价', '提高热价')
    """
    found = _VIEW_ON.search(plain)
    return (found[1] or found[2]) if found else ""


def names_unwritten(thing: str, text: str) -> bool:
    """Whether the thing has a word that the text, normalised and without blanks, does not write:
    摩托 of 给摩托车收费, where 给摩, 摩托 and 托车 stand nowhere. What is to be done with it may be
    written otherwise: 上市 for 推出.
    """
    absent = [pair not in text for part in _DOING.split(thing) for pair in pairs(part)]
    return any(all(absent[at : at + 3]) for at in range(len(absent) - 2))


def takes(asked: Stance, sentence: str, before: str) -> bool:
    """Whether the sentence, normalised, says that somebody takes the side that is asked about.

    `before`: what stands before it, which 对此表示反对 points to.

    >>> takes(stance("谁反对提高热价?"), "周某对此表示反对。", "孙某建议提高热价。")
    True
    >>> takes(stance("谁反对提高热价?"), "周某建议提高热价,反对多建锅炉。", "")
    False
    >>> takes(stance("谁反对提高热价?"), "周某并未反对提高热价。", "")
    False
    """
    return _says(asked.strict, asked.thing, sentence, before, whole=False)


def is_opposed(asked: Stance, sentence: str, before: str) -> bool:
    """Whether the sentence does not take that side; where it is asked who proposes something, only
    whether it is against it.

    >>> is_opposed(stance("谁反对提高热价?"), "孙某建议提高热价。", "")
    True
    >>> is_opposed(stance("谁建议提高热价?"), "周某反对提高热价。", "")
    True
    """
    if asked.other:
        return _says(asked.other, asked.thing, sentence, "", whole=False)
    return not _says(asked.loose, asked.thing, sentence, before, whole=True)


def _says(words: re.Pattern[str], thing: str, sentence: str, before: str, *, whole: bool) -> bool:
    """Whether one of the words is said of the thing: in its clause; of what somebody proposes,
    `whole`, in all that follows.
    """
    for word in words.finditer(sentence):
        told = _CLAUSE_END.split(sentence[word.end() :])[0]
        ahead = sentence[: word.start()]
        points_back = len(told) <= BRIEF or _OF_ANOTHER.search(told) or _POINTS_BACK.search(ahead)
        of_its_own = _ON.search(ahead)  # 对提高热价,他表示反对
        if points_back and _is_on(of_its_own[1] if of_its_own else before + ahead, thing):
            return True
        if len(told) > 1 and (_is_on(told, thing) or _covers(told, thing, before)):
            return True
        if whole and _ANY_PROPOSES.match(word.group()) and _is_on(before + sentence, thing):
            return True
    return False


def _is_on(text: str, thing: str) -> bool:
    return shared(text, thing) >= _SHARE


def _covers(told: str, thing: str, before: str) -> bool:
    """收费 for 征收拥堵费: what is said in other words, of which all are known around."""
    own = sum(one in thing for one in told) / len(told)
    known = sum(one in told + before for one in thing) / max(len(thing), 1)
    return own >= _COVERED and known >= _KNOWN
