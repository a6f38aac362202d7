"""Whether a sentence tells the particular that is asked for: a telephone, an age, an output."""

from __future__ import annotations

import re

from assistant.query.countries import names_country
from assistant.query.question import ASKS_WHO_ASKED, Question
from assistant.register.posts import POSTS
from assistant.sentences.evidence import Evidence, Which
from assistant.sentences.reader import Reader
from assistant.sentences.telling import FIRMS, NO_OCCASION, PARTICULARS
from assistant.sentences.which_one import identifying
from index.matching import HAN, normalise
from index.search import QUOTED

_WANTED = tuple((re.compile(asks), re.compile(tells)) for asks, tells in PARTICULARS.items())
_COUNTRY = re.compile("(?:哪[个些几]{1,2}|什么)国家|哪国")
# Of old, too: 楼兰国的使者.
_OLD_COUNTRY = re.compile(
    f"[{HAN}](?<![我全各外他本两中该祖强大小出回归爱建开立卖救民举报])国(?![内外家际民务人有营])"
)
# By a name that tells no firm, too: 甲乙时代研制了这种电池.
_WHICH_FIRM = re.compile(
    f"^(?!.*(?:谁|哪一?位)).*哪家(?:公司|企业|医院|银行|学校|机构)((?!的)[{HAN}]{{2}})?"
)
# 利用率, 上架率; not 增长率, which is told in 增长三成.
_RATE = re.compile(
    "((?!增长|增速|比率|效率)[\u4e00-\u9fff]{2}率)(?:目标)?(?:要|应|将|会|已)?"
    "(?:[\u4e00-\u9fff]{0,3}[到至为是有达])?(?:多少|几|多[高大]|[呢?]*$)"
)
# 局长叫什么, not 委员是谁: a deputy is named by the name, who is in charge by what he does.
_ANYBODY = (
    "代表|委员|常委|专家|学者|记者|老师|教师|教授|负责|掌门|创[始办]|法人|职工|员工|工人|农民|村民"
    "|居民"
)
_WHO_HOLDS = re.compile(
    f"(副?)((?!{_ANYBODY})(?:{POSTS}))(?:是谁|是哪位|叫什么|叫啥|姓什么|姓啥|的?(?:名字|姓名))"
)
# 秘书长由专职人员担任, 由理事会选举 or 暂缺 says not who.
_NOBODY = (
    f"[^,。;]{{0,16}}(?:(?:人[员士]|专人|同志|领导|干部|{POSTS})(?:轮流)?[担兼出接]任"
    "|(?:选举|推选|任命|委派|提名|聘任)(?![^。;]{0,8}(?:为|当选)))"
)
_HELD = (
    f"POST(?!(?:一职|职务|岗位|人选)?(?:由{_NOBODY}|[^,。;由为]{{0,6}}(?:[空暂]缺|未确?定|未明确|待定)))"
    "|(?:任|为|是|选|聘|担|兼)[^,。;]{0,12}POST"
)
# Who has the post is told by what he does.
_AS_DONE = {"导演": "导(?:演|的)|执导", "主持人": "主持"}
# 人均地区生产总值; not 人均能拿多少, nor 负责人均
_PER_HEAD = re.compile(
    "(?<!责任)(?<!负责)(?<![两三四五几])人均"
    f"((?![能可要有拿到达得只才多是为不超未每一约来受被年月日增分已预花捐])[{HAN}](?![多几什了])[{HAN}])"
)
_EACH = "(?:人均|平均|每人|每[个位名]|按人|一人|人头|gdp)"
# 第二大客户 is not the first; 第二次会议 only says where.
_ORDINAL = re.compile(f"第[二三四五六七八九十](?:[大多高](?!会)|次{NO_OCCASION})")
# “尊严”那句话怎么说的, “三去”的原话
WORDED = re.compile("[这那](?:句话?|段话)|原[文话]|话(?:是|到底)?怎么说的")


def telling_none(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Asked for a telephone, an age, an output…, a rate that some document calls by its name, who
    has a post, what is second, how much each has, or which one it is, those that tell none.
    """
    plain = ASKS_WHO_ASKED.split(question.plain)[0]
    wanted, asks_country = _wanted(reader, plain), _COUNTRY.search(plain) is not None
    identifies = identifying(plain)

    def tells(row: int, text: str) -> bool:
        if not identifies(text):
            return False
        if asks_country and not (names_country(text) or _OLD_COUNTRY.search(text)):
            return False
        if wanted and (head := evidence.heads.get(row)):  # 单位：万元
            text = normalise(" ".join([*reader.above(head), text]))
        return all(one.search(text) for one in wanted)

    return evidence.which(lambda row, text: not tells(row, text))


def _wanted(reader: Reader, plain: str) -> list[re.Pattern[str]]:
    """What a sentence must have to tell what is asked for: all of these."""
    wanted = [tells for asks, tells in _WANTED if asks.search(plain)]
    rate = _RATE.search(plain)
    if rate:  # the birth rate is no 失业率, which no document tells
        there = rate[1] in reader.plain_text
        of_it = f"[{rate[1][:2]}]"
        other = f"{of_it}.{{0,3}}率|^(?!.*率).*{of_it}.*(?:[%‰成]|分之)"
        wanted.append(re.compile(rate[1] if there else other))
    wanted += [
        re.compile(_HELD.replace("POST", f"{vice or '(?<!副)'}(?:{_AS_DONE.get(post, post)})"))
        for vice, post in _WHO_HOLDS.findall(plain)
    ]
    wanted += [
        re.compile(f"{FIRMS}|[{HAN}]{{2}}{does}" if does else FIRMS)
        for does in _WHICH_FIRM.findall(plain)
    ]
    wanted += [
        re.compile(f"{_EACH}[^;。]{{0,12}}{of}|{of}[^;。]{{0,12}}{_EACH}")
        for of in _PER_HEAD.findall(plain)
    ]
    again = {"第二次": "|再[次犯度]|又一?次|[两二]次"}
    wanted += [re.compile(one + again.get(one, "")) for one in _ORDINAL.findall(plain)]
    if WORDED.search(plain):
        wanted += [re.compile(re.escape(words)) for words in QUOTED.findall(plain)]
    return wanted
