"""What is asked as one speaks, put as one writes: 一个多少一个多少, 几号到几号, 贴几块."""

from __future__ import annotations

import re

from assistant.query.numbered import THINGS
from assistant.register.numerals import HAN as NUMERALS
from assistant.register.numerals import decimal

_END = r"(?=[？?，,。！!、]|$|呢)"
_ONE_AND_ONE = re.compile(
    r"[，,]?一(?P<of>[个家边头样种方])(?P<does>[是要有收补给交花]?)(?P<asks>(?:多少|几)[^\W\d]{0,3}?)"
    rf"[，,、]?(?:另|再)?一(?P=of)(?P=does)(?P=asks){_END}"
)
_DAY = f"(?:几月)?几[号日](?![{THINGS}])"
_FROM_TO = re.compile(f"从?{_DAY}(?:开始)?(?P<does>[^，,。？?]{{0,2}})[到至]{_DAY}(?:结束|为止)?")
_MONEY = re.compile(
    rf"(?<![哪好第这那十前后头分成有切拼])几[块毛个]钱"
    rf"|(?<=[补贴给收交付花卖涨降罚奖赚挣])了?几[块毛](?:{_END}|(?=[一每]))"
)
_SESSION = re.compile(rf"(?<=[建提议][议案])上两?会{_END}")
_AGE = re.compile(rf"(?<![{NUMERALS}])[{NUMERALS}]{{2,3}}(?=周?岁)")  # 六十五岁
_AT_MOST = re.compile("顶格(?![处罚])")
# What may be written, too, and is put in other words only where that finds more.
_WRITTEN = """
城里(?!程)(?:人(?![口均大]))?/城市 乡下人?/农村 平均每人|每个?人平均/人均 几成/百分之几
[念读]书(?![会节目籍活])/上学 看病(?![房例毒虫])/就医
[一每]方(?=[水气沙土]?各?[要收卖]?多少)/每立方米 [一每]度电?(?=[最高低能要得收卖]{0,6}多少)/每千瓦时
挣的钱|工钱|能?拿到手(?=多少)/收入
花销|开销|花费/费用 退休金/养老金 拉闸(?:断电)?|断电(?!影)/停电 断水/停水 生孩子|生娃/生育
种地的(?:人)?/农民 打工的(?:人)?/农民工 教书先生|教书的(?:人)?/教师
找活干|找工作(?![人日组])/就业 上年纪的(?:人)?|老人家(?!属|里|庭)|老头老太/老年人
厂子/企业 (?<!大)公家/政府 熟手/熟练工 不过关/不合格 连着(?=[两三四五]|几年)/连续 请退/劝退
里里外外(?=[一总]?共?[要花赔]|$)/一共 (?<=[花赔掏])(?:进去)?多少(?=$|[？?，,])/多少钱
往上(?=的?(?:老人|人|居民|$))/以上 (?:中饭|晌午饭)/午餐 每顿/每餐 (?<=有)几[位名]/多少名
最多(?=能?[奖罚补贷领])/最高 娃娃|小宝宝|小娃/婴幼儿 收成(?!本)/产量
"""


def plainly(text: str) -> str:
    """The question as it would be written.

    >>> plainly("甲县和乙县的补贴，一个是多少一个是多少"), plainly("庙会几号到几号办？")
    ('甲县和乙县的补贴分别是多少', '庙会哪天办？')
    >>> plainly("一顿饭政府贴几块？"), plainly("地分成几块？")
    ('一顿饭政府贴多少钱？', '地分成几块？')
    """
    text = _AT_MOST.sub("最高", _SESSION.sub("", text))
    text = _ONE_AND_ONE.sub(lambda one: f"分别{one['does'] or '是'}{one['asks']}", text)
    return _MONEY.sub("多少钱", _FROM_TO.sub(lambda one: f"哪天{one['does']}", text))


def written(text: str) -> str:
    """The same in the words of documents.

    >>> written("乡下老人看病的花销")
    '农村老人就医的费用'
    """
    text = _AGE.sub(lambda age: str(decimal(age[0])), text)
    for spoken, word in (pair.split("/") for pair in _WRITTEN.split()):
        text = re.sub(spoken, word, text)
    return text
