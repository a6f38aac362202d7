"""For or against: who is against something is not whoever proposes it, nor the other way round."""

from __future__ import annotations

import re

from index.matching import terms

_AGAINST = (
    "(?<!不)(?<!无人)(?<!没人)(?<!没有人)反对|不赞[成同]|不同意|不支持|不认[同可]|不看好|不主张|不建议|不提倡"
    "|质疑|否定|抵制|异议|反驳|不以为然"
)
# What somebody says who is told to be against it.
_RESERVED = (
    "不宜|不应|不该|不能|不要|不必|不可|不得|不妥|不需要|没有?必要|保留(?:意见|态度)|顾虑|担[忧心]|疑虑"
    "|慎重|审慎|谨慎|警惕|暂缓|叫停|停止|禁止|严禁|取消|批评|得不偿失|弊大于利"
)
_FOR = "支持|赞[成同]|同意|拥护|看好|主张|建议|提出|提议|呼吁"
_ASKS_AGAINST = re.compile(_AGAINST)
_ASKS_FOR = re.compile(
    f"(?:谁|哪|什么人|是否|吗)[^,。?]*?(?:{_FOR})|(?:{_FOR})[^,。?]*(?:谁|吗[?]?$)"
)
_VERB_FOR = re.compile(_FOR)
_IS_AGAINST = re.compile(f"(?:{_AGAINST})([^,。;!?]*)")
_SOUNDS_AGAINST = re.compile(f"{_AGAINST}|{_RESERVED}")
_CLAUSE_END = re.compile("[,。;!?]")
_SEGMENT = re.compile(r"[。;!?\n]")
# 对此表示反对, 他不赞成。 say of what somewhere before.
_POINTS_BACK = re.compile(
    rf"对此|对这|此[举项事]|上述|(?:{_AGAINST})(?:的?(?:态度|意见))?(?:[,。;]|$)"
)
_SHARE = 0.4  # of the pairs of characters of what one is asked to be for or against


def asks_against(plain: str) -> bool:
    """Whether the normalised question asks who is, or why somebody is, against something.

    >>> asks_against("谁反对提高热价?"), asks_against("谁建议提高热价?")
    (True, False)
    """
    return _ASKS_AGAINST.search(plain) is not None


def is_opposed(plain: str, sentence: str, before: str) -> bool:
    """Whether the sentence is of the other side than the question asks for; all normalised.

    `before`: what stands before it in its chunk.

    >>> is_opposed("谁反对提高热价?", "孙某建议提高热价。", "")
    True
    >>> is_opposed("谁支持提高热价?", "周某反对提高热价。", "")
    True
    >>> is_opposed("谁反对提高热价?", "周某对此表示反对。", "孙某建议提高热价。")
    False
    """
    if asked := _ASKS_AGAINST.search(plain):
        wanted = _pairs(_CLAUSE_END.split(plain[asked.end() :])[0])
        return not any(
            _SOUNDS_AGAINST.search(part)
            and _is_on(f"{before}{part}" if _POINTS_BACK.search(part) else part, wanted)
            for part in _SEGMENT.split(sentence)
        )
    if not _ASKS_FOR.search(plain) or not (verb := _VERB_FOR.search(plain)):
        return False
    wanted = _pairs(_CLAUSE_END.split(plain[verb.end() :])[0])
    return any(wanted and _is_on(said, wanted) for said in _IS_AGAINST.findall(sentence))


def _pairs(text: str) -> set[str]:
    return {unit for unit in terms(text) if len(unit) == 2}


def _is_on(text: str, wanted: set[str]) -> bool:
    return sum(unit in text for unit in wanted) >= _SHARE * len(wanted)
