"""Signs of an answer in a sentence: what an answer of the asked kind has, and what is new in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.query.question import Kind, Question
from index.matching import terms

_NUMBER = re.compile(r"\d+(?:\.\d+)?|[一二三四五六七八九十百千万亿两]{2,}|[一二三四五六七八九十两]")
_DATE = re.compile(r"\d{4}年|\d{1,2}月|\d{1,2}日|世纪|年代|[〇零一二三四五六七八九]{2,4}年")
REASON = re.compile(
    r"因为|由于|因此|所以|原因|为了|以便|导致|使得|从而|鉴于|为此"
    r"|[卡难差败]在|归结|归因|源于|缘于|在于|症结|根子|主因"
)
_MEASURE = re.compile(
    r"建议|措施|通过|加强|加大|推进|建立|完善|实行|采取|鼓励|支持|推动|应当|应该|要"
)
_DEFINITION = re.compile(r"是(?:一|指|由|以|位|在|中|对|用|我)|即|称为|又称|简称|指的是|叫做?|属于")
_ANAPHORA = re.compile(r"^(?:这|该|其|他|她|它|此|同时|但|而|因此|后来|之后|另外|并)")
_PERSON = re.compile(
    r"·|先生|同志|教授|博士|院士|代表|委员|导演|作者|[父母妻子夫儿女兄弟]|王|帝|公|将军"
)
_PLACE = re.compile(r"[省市县区镇乡村州国岛山河湖]|位于|地处|坐落")
# Classifiers of one kind: asked how many 项, a report tells how many 个.
_ALIKE = (
    "个项件条种宗", "个家户所座处间", "个队支只", "个人名位", "块枚面", "辆台部", "艘条只", "棵株",
    "起件宗例次场", "例人名位", "例台", "宗块幅", "趟次班", "级档",
)  # fmt: skip
_SAME = {
    "天": "(?:天|个?工作日|日)",
    "岁": "周?岁",
    "米": "(?:米|公里|千米|km)",
    "度": "(?:度|摄氏度|[℃°])",
    **dict.fromkeys(("公里", "千米"), "(?:公里|千米|km)"),
    **dict.fromkeys(("公斤", "千克"), "(?:公斤|千克)"),
    **dict.fromkeys(("平方米", "平方公尺"), "平方(?:米|公尺)"),
    **dict.fromkeys(("立方米", "立方公尺"), "立方(?:米|公尺)"),
}
_DIGITS = r"\d一二两三四五六七八九十百千万亿"
_PEOPLE = rf"|人(?:口|数|员)?[^，。；,;]{{0,4}}?(?:[{_DIGITS}]{{2,}}|\d)"  # 共有人口一百二十万


def counted(unit: str) -> re.Pattern[str]:
    """A number of what is asked for."""
    if unit == "%":
        return re.compile(r"\d\s*[%‰]|百分之|[一二三四五六七八九]成")
    alike = "".join(kind for kind in _ALIKE if unit and unit in kind)
    words = f"[{alike}]" if alike else re.escape(unit)
    words = _SAME.get(unit, words)
    prefix = "[美欧日港澳]?" if unit == "元" else ""
    of_people = _PEOPLE if unit and unit in "人名" else ""
    return re.compile(
        rf"(?:[{_DIGITS}余几]|(?<=[\d十百千万亿])多)\s*(?:“[^”]*”)?{prefix}{words}{of_people}"
    )


def signs(question: Question, texts: Sequence[str]) -> dict[str, NDArray[np.float32]]:
    """Whether the sentence has what an answer of the asked kind has."""
    plain = question.plain
    asked_numbers, asked_dates = set(_NUMBER.findall(plain)), set(_DATE.findall(plain))
    asked = set(terms(question.text))
    unit = counted(question.unit)

    def flags(test: Callable[[str], float]) -> NDArray[np.float32]:
        return np.array([test(text) for text in texts], dtype=np.float32)

    of_kind = {
        Kind.NUMBER: flags(lambda t: len(set(_NUMBER.findall(t)) - asked_numbers)),
        Kind.DATE: flags(lambda t: len(set(_DATE.findall(t)) - asked_dates)),
        Kind.REASON: flags(lambda t: bool(REASON.search(t))),
        Kind.MEASURE: flags(lambda t: len(_MEASURE.findall(t))),
        Kind.DEFINITION: flags(lambda t: bool(_DEFINITION.search(t))),
        Kind.PLACE: flags(lambda t: len(_PLACE.findall(t))),
        Kind.PERSON: flags(lambda t: bool(_PERSON.search(t))),
    }
    fits = of_kind.get(question.kind)
    return {
        "fits_kind": np.full(len(texts), -1.0, np.float32) if fits is None else (fits > 0) * 1.0,
        "new_number": of_kind[Kind.NUMBER],
        "unit": flags(lambda t: bool(question.unit and unit.search(t))),
        "new_date": of_kind[Kind.DATE],
        "new_words": flags(lambda t: len(set(terms(t)) - asked)),
        "reason": of_kind[Kind.REASON],
        "measure": of_kind[Kind.MEASURE],
        "definition": of_kind[Kind.DEFINITION],
        "place": of_kind[Kind.PLACE],
        "list_marks": flags(lambda t: t.count("、") + t.count(";")),
        "anaphora": flags(lambda t: bool(_ANAPHORA.match(t))),
        "length": flags(len),
        "question_length": np.full(len(texts), len(plain), dtype=np.float32),
        **{f"asks_{kind}": np.full(len(texts), question.kind is kind, np.float32) for kind in Kind},
    }
