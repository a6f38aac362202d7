"""What is asked for by name, of a person, a firm or goods: a telephone, an age, an output."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.query.countries import names_country
from assistant.query.places import TRADES, named_things
from assistant.query.question import ASKS_WHO_ASKED, Question
from assistant.query.timing import BEFORE_LAST
from assistant.register.places import PROVINCES
from assistant.register.posts import POSTS
from assistant.sentences.evidence import Evidence, Which
from assistant.sentences.reader import Reader
from index.matching import HAN, normalise
from index.search import QUOTED

MONEY = (
    "\\$|元|块|钱|免费|[\\d一二两三四五六七八九十百千][百千万亿]"
    "(?![百千万亿]?[多余]?[吨人次名辆条头只株亩个户家件公平])"
)
_INVESTED = (  # not 投资增长多少, 利润率是多少
    "(?<!占)(?:[投出]资|造价|预算|营收|利润|产值|票价|[补赔]偿[款金]|赔款)"
    "(?:(?![占率速幅增降升减跌砍削压缩涨提调目])[^,。?]){0,4}"
    r"多少(?=$|[?,。\s万亿元块钱])"
)
# Some clause that counts all: not 每千人拥有3.6个, 一期投资2亿元.
_PART = "每[百千万]|[一二三首]期"
_WHOLE = rf"^(?!.*(?:{_PART}))|(?:^|[,;。])(?:(?!{_PART})[^,;。])*(?:共|总|有|达)[^,;。]{{0,4}}\d"
_COUNTIES = (
    r"[^个各全该本我某此每跨的属到在下有出进入内外上城,。、(\d][县乡镇](?!级)|城县|[市旗](?!场)"
    "|[、和][\u4e00-\u9fff]{2,4}[一二两三四五六七八九]个[县乡镇]"
)
_BUREAU = "(?<![车餐大客舞展])厅"  # no 候车厅
_OFFICES = (
    "[协学商工农妇]会|(?:联合|委员|基金)会|[支大总中]队|"
    f"部(?![分长队件])|局(?![面势部限])|{_BUREAU}|[署院处]|委(?!员(?!会)|托)|所(?![有以])|办(?![法理])|中心"
    "|公司|集团|会(?=$|[,。的、和])|联(?![系合网通])|政府|机关|银行|[大中小]?学校?|[厂站]|海关"
)


def _figure(name: str) -> str:
    """What asks for a figure of that name: not 谁建议提高茶叶产量."""
    asks = "多少|几|是|达|呢|多[大高]"
    bare = "^(?!.*(?:谁|哪|什么|如何|怎|建议|吗))"
    return rf"{name}[^,。?]{{0,4}}(?:{asks})|(?:多少|几)[^,。?]{{0,4}}{name}|{bare}.*{name}"


_NO_OCCASION = "(?!会|全会|全体|全国|人口|世界|普查|审议|常委|提出)"  # 第一次会议 says where
_WHEN = (  # not 几号楼
    "哪一?[年天日月]|何[年时]|什么时候|啥时候|几时"
    "|几[月号](?![线楼井令文机泵站馆院仓库炉桥船码矿门厅坑闸])"
)


def _when(done: str) -> str:
    """What asks when that is done."""
    return f"(?:{_WHEN})[^,。?]{{0,8}}(?:{done})|(?:{done})[^,。?]{{0,8}}(?:{_WHEN})"


_TAKES_POST = "当选|当上|就任|上任|接任|担任"
_DAY = (
    "[0-9一二三四五六七八九十][日号]|[今昨明当即]日|[今昨当]天|之日|周[一二三四五六日天末]|星期|元旦"
    "|[春庆明午秋动]节"
)
# What asks for it, and what tells it.
_PARTICULARS = tuple(
    (re.compile(asks), re.compile(tells))
    for asks, tells in (
        (
            (
                "电话(?!要?等|要多久|[里中]|采访|会议|受理|[^,。?]{0,8}(?:多少|几)[件次起个条通人])"
                "|手机号|联系方式|邮箱|微信号|传真|网址"
            ),
            r"\d{7}|@|www|http|电话|手机|邮箱|微信",
        ),
        # 可拨打监督电话 gives none
        (
            "(?:电话|[热专]线|手机号)(?:号码)?(?:是|为)?(?:多少|几号)",
            r"(?:电话|手机|[热专]线|拨)[^。;]{0,12}\d{3}|\d{3}[^,。;]{0,12}(?:[热专]线|电话)|\d{7}",
        ),
        ("总部|地址|注册地|办公地", "总部|[地原旧现]址|位于|坐落|注册|设在|地处"),
        ("(?<!劳动)年龄(?![人段结])|多大(?:年纪|岁数)|[几多]少?岁|生日|出生", "岁|出生|生于|年生"),
        # 在我国 names no place that is asked for
        (
            "在(?:什么|啥|哪个?)地方|在哪[里儿][^?,。]",
            r"(?<!存)在(?![我全]国)|于|[省市县区镇乡村州岛港湾山河江湖海街路台院校馆社](?!长)|坐落",
        ),
        # 陇西狄道人, 丹徒(今镇江市)人
        (
            "籍贯|老家|哪里人",
            f"籍贯|祖籍|老家|[省市县]人(?!大)|[){HAN}](?<![责始办表理的个有等他别本众证持])人(?=[,。;、(]|$)|出生|生于",
        ),
        (
            "什么(?:职[务位]|头衔|官职?|身份)(?!的)",
            (
                f"(?!代表)(?:{POSTS})|(?:人大|党)代表|委员|院士"
                "|(?<![信责主])任(?![务何期由])|[封拜授擢](?![闭锁权予奖])|官[至终]"
            ),
        ),
        (
            "(?:[做干]|从事)什么(?:工作|活|行当|职业)的?|什么职业",  # not 重点推进什么工作
            f"(?!代表|委员)(?:{POSTS})|[工职店船海]员|工人|师傅|从事|[做干当]",
        ),
        ("(?:题目|标题|书名)(?:是|叫)", "题[为目]|标题|《(?![^》]*报》)"),
        ("从哪[里儿]?[^,。?]{0,4}到哪", "从.{1,12}[到至飞]|自.{1,12}[到至]|往返|[—-]"),
        ("前任|继任|接班人|接替", "前任|继任|接[班替任]|[卸离]任|辞去|换届"),
        ("学历|毕业于?|哪所?(?:大学|学校)", "学历|毕业|博士|硕士|本科|读|学院|大学|[中小]学"),
        # 1994年从医学院毕业 does not say from which
        (
            "哪一?[所个家](?:医学?|师范|工|农|科技)?(?:大学|学院|院校|学校|中学|小学)",
            (
                "[^年月日在从于到入考的一这那该本、,。]{2}(?:医[科药]?|师范|[理农]工)?"
                "(?:大学|学院|[中小]学|学校)|[一二三四五六七八九十]中|[一-龥]大(?=毕业|[,。])"
            ),
        ),
        # 我代表国务院作报告 does not say who did
        (
            (
                "报告[^,。?]{0,4}[是由](?:谁|哪[位个][^,。?]{0,4})所?作"
                "|谁[^,。?]{0,6}[作做][了的过]?[^,。?]{0,6}报告|[作做]报告的[^,。?]{0,6}是谁"
            ),
            (
                "(?:总理|[省市县区州]长|主席|主任)[\u4e00-\u9fff]{0,4}(?:代表[^,。]{1,8})?[^,。]{0,6}(?:作|报告)"
                "|听取?了?[\u4e00-\u9fff]{2,4}(?:同志|代表|所作|作的|关于)"
            ),
        ),
        # 在本办法施行前 does not say from when on
        (
            f"(?:{_WHEN})[^,。?]{{0,6}}(?:施行|生效)|(?:施行|生效)的?(?:日期|时间|日子)",
            (
                "[日月年号天时起](?:(?!前)[^,。;]){0,12}(?:施行|生效|实施|执行)(?!之?前|以前)"
                "|(?:施行|生效)(?:日期|时间)"
            ),
        ),
        # 比上年减少3,400人 tells no number of people
        (
            "人口(?:总数|总量)?(?:有|是|达|为|共)?(?:多少|几)|多少(?:常住|户籍|总)?人口",
            r"人口(?![^,。;]{0,4}(?:减|增|净|比))[^,。;]{0,8}[\d一二两三四五六七八九十百千万]|\d[\d.]*万?人口|万人",
        ),
        ("时速", "时速|每?小时|km/h"),
        ("股价|市值", "股价|市值|收盘|每股"),
        (
            _figure("产量"),
            r"产量|产出|生产|年产|总产|单产|收成|产[^产，,。]{0,6}\d|收[了\s]?\d|增产|减产|达到?[约近]?\d",
        ),
        (_figure("储量"), "储量|储存|蕴藏|[探查]明|资源量"),
        (_figure("销售?量"), "销|卖|售"),
        ("进口[量额]", "进口"),
        ("出口[量额]", "出口|外销"),
        (
            "什么意思|含义|定义|什么叫|何谓|(?<!分别)指什么",
            (
                "是指|指的?是|指[:,]|即|所谓|就是|是一[种个项类]|[称叫][为作做]"
                "|[统泛通合俗]称|(?<![直暗手])指(?![出导挥标责定示明向数])|意思|意味着|定义|——|[(（]|[:：]$"
            ),
        ),
        ("(?:什么|哪个?)专业(?!技术|人)|专业是", "专业|[攻主]读|系|读的|学的|念的|主修"),
        ("(?:公司|企业|厂|店|机构|品牌)叫(?:什么|啥)", "[叫称]|名为|公司|集团|“"),
        (
            "(?:客户|供应商|厂商)的?(?:名称|名单|名字)(?:$|[?是有叫])",
            "公司|集团|[厂院所站校局委](?![长员])|大学|银行|(?:客户|商)(?:[是为]|分别)|[、“《:]",
        ),
        # What is only planned has come to nothing yet.
        (
            "(?:什么|啥|怎样的?|哪些)(?:结果|成效|共识)|(?:结果|成效)(?:是什么|是啥|如何|怎么?样)",
            (
                "成效|结果|共识|[达增升降了已]"
                r"|^(?!.*(?:计划(?:在|于|\d)|(?<![虚模])拟[在于]|将[在于]|定于|尚待|(?<!选)择[期日]))"
            ),
        ),
        ("最[低少小差慢短矮]", "最[低少小差慢短矮]|^(?!.*最[高多大好快长])"),
        ("最[高多大好快长]", "最[高多大好快长]|^(?!.*最[低少小差慢短矮])"),
        ("(?:总共|一共)有?多少|总数|总投资|加起来", _WHOLE),
        ("工资|薪酬|年薪|月薪|收入是", "工资|薪|收入|报酬|营收|进账|挣"),
        # 财政支出, 赤字 or a loan is no 财政收入
        (_figure("(?:财政|税|预算)收入(?![和与及、支])"), "收入|税|进账"),
        (_figure("财政支出"), "支出|开支|用于|安排|投入|拨"),
        (_figure("赤字(?:率|规模)?"), "赤字"),
        (_figure("利润"), "利(?![用率于益])|[盈亏赚挣]|净收"),
        (_figure("(?:营业收入|营收)"), "营业|营收|收入|销售|进账|卖"),
        (_figure("外汇储备"), "储备"),
        ("贷款(?:余额|规模)?(?:是|有|达|为)?多少", "贷|信用|授信|融资"),
        ("能耗(?:是|下?降|强度)", "能耗|耗能|节能|能源|标准?煤|单耗"),
        ("粮食(?:总?产量?)(?:是|有|达|为)?(?:多少|几)", "粮|谷|稻|米|麦"),
        ("贫困人口", "贫|温饱"),
        ("哪一?天", f"[0-9一二三四五六七八九十]月|{_DAY}"),  # 2025年5月 comes near enough
        (r"几[号日](?!线)|几月几", _DAY),
        (BEFORE_LAST, rf"{BEFORE_LAST}|(?:19|20)\d\d"),
        (
            f"(?:{_WHEN})[^,。?]{{0,10}}(?:{_TAKES_POST})|(?:{_TAKES_POST})[^,。?]{{0,8}}(?:{_WHEN})",
            f"{_TAKES_POST}|[出升]任|任命|当[了过]",
        ),
        (f"第一次{_NO_OCCASION}", "第一次|首次|头一?[次回]|初次|最早|一次(?!性)"),
        # 用电量增长6.2% does not say how much it is
        (
            "(?:(?<![份含])[量额]|(?<!目标)值)(?:是|有|为|达到?|共)?多少(?!个百分|%|倍)",
            r"(?<![\d.])\d[\d.,]*(?![\d.,]|%|‰|个百分点|[倍成年月日号时届次])|[十百千万亿]|[一二两三四五六七八九]个",
        ),
        (
            "人数(?:是|有|为|达到?|共)?多少(?!个百分|%|倍)",
            (
                r"\d[\d.,]*[余多几]?[百千万亿]?[余多]?[人名位]|[一二两三四五六七八九十百千万亿][余多]?[人名位]"
                r"|人数|人次|\d[例死]|\d万?(?=[,。;])"
            ),
        ),
        # 计划改造41个 does not say how many are done
        (
            "已经?[^,。?有]{0,10}(?:多少|几)|实际[^,。?]{0,4}(?:多少|几)",
            (
                r"^(?!.*(?:计划(?=[在于改新建投完\d])|(?<![虚模])拟(?=[在于改新建投])|力争))"
                "|已|累计|完成|实[现际]|达"
            ),
        ),
        # 4月28日前 does not say from when on
        (
            f"从(?:几日|{_WHEN})|(?:{_WHEN})[^,。?]{{0,4}}(?:开始|起)",
            "起|始|自|从|启|开|^(?!.*(?:[日月底时点]前|截[止至]))",
        ),
        # 3月开工 does not say when it was completed
        (
            _when("建成|[完竣]工|落成"),
            "建[成好于]|[完竣]工|落成|交付|通车|投[产用运入]|[启使]用|完成|封顶|开[放园馆业]",
        ),
        (
            _when("[开动]工"),
            "[开动施]工|始|破土|奠基|[兴修开]建|建[于设]|启动",
        ),
        (_when("拆除?"), "拆"),
        ("(?:罚[款金]|[奖租押定]金)(?:是|为|有)?多少", f"{MONEY}|倍|%|百分之|个月"),
        ("多深", "深|吃水"),
        ("多高", r"高|海拔|落差|[度℃%‰]|\d成|分之|率|^(?!.*[宽长深厚]).*\d米"),
        ("多宽", "宽"),
        ("治[好愈]|康复|痊愈", "治|愈|康复|恢复|出院|好了"),
        ("(?:几|多少)年了", r"\d|[一二两三四五六七八九十]年|多年|至今|以来"),
        (
            r"(?<![几两多各一二三四五六七八九十\d])处分(?![别布散成馆店])|处理结果",  # not 几处分馆
            "处[分理罚]|撤[职销]|免[职去]|诫勉|罚|记过|警告|开除|问责|检讨|检查|[降停]职|移送",
        ),
        ("哪个?界别", "界|无党派|民[革盟建进]|农工|致公|九三|台盟|[侨工][联商]|共青团|总工会|特邀"),
        (
            (
                "(?<!号)(?<!号[建提议][议案]的)(?:答复|回复)"
                "(?![里中内]|的(?![?]?$)|[^,。?]{0,10}(?:多少|几)件)"
            ),
            "答[复覆]|回复|回应|批复|复函|收悉|采纳|回音|反馈|表示|承诺|属实",
        ),
        (r"\d周?岁[及以]*[上下]", r"\d周?岁|[老高青少成]年|老[人龄]|高龄|儿童"),
        (
            f"(?:{_WHEN})[^,。?]{{0,8}}(?:建成|开[工放]|投[产用]|完工|竣工|通车|启用|落成)",
            r"\d|[年月日周季旬底初末前后每逢]|星期|期间|已经",
        ),
        ("多少[万亿]?(?:[美欧日]?元|块?钱)", MONEY),
        ("金额[是有为]?多[大少]", f"{MONEY}|倍|%|百分之|成"),
        (_INVESTED, MONEY),
        (r"哪[一二两三几\d]?个?省(?![级会])", f"(?:{PROVINCES})|[^个各全该本我某外跨内]省"),
        (r"哪[一二两三几\d]?个?(?:县|乡(?!镇?[村企土])|镇)", _COUNTIES),
        (
            "(?:哪个?|什么)(?:部门|单位|部委|机构)|(?:部门|(?<![币量])单位|机构)是(?:哪|什么)",
            _OFFICES,
        ),
        (
            (
                "(?:哪个?|什么)(?:部门|单位|部委|机构)[^,。?]{0,3}(?:牵头|负责|主管)|谁(?:来)?牵头"
                "|(?:牵头|负责|主管)(?:部门|单位)是"
            ),
            f"牵头|负责|主管|会同|[部局署办](?!分)|{_BUREAU}|(?<!管)委(?!员(?!会)|托)",
        ),
    )
)
# 谁建议取消高考, 甲建议提高学费了吗: who proposes something else, or the opposite, does not.
_PROPOSES = "(?:建议|主张|呼吁|提议|要求|提出)(?:[把将对]|[^,。?的]{0,8}?)"
_DIRECTIONS = tuple(
    (re.compile(_PROPOSES + asks), re.compile(tells))
    for asks, tells in (
        ("(?:取消|废[止除])", "取消|废[止除]|撤|停|不再|清理|删|砍|退出|放开"),
        ("(?:禁止|严禁|禁用)", "禁|不得|不准|不许|不能|杜绝|停|取缔"),
        ("(?:提高|上调)", r"提[高升标]|上调|[增加涨扩翻]|[更较]高|调[高整到至]|[到至为]\d"),
        ("(?:降低|下调|减少|削减)", r"[降减削压免少低]|下调|调整|让利|补贴|[到至为]\d"),
        ("延长", r"[延长续增]|推迟|[到至为]\d"),
        ("缩短", r"[缩短压减快]|提前|[到至为]\d"),
    )
)
_WANTED = (*_PARTICULARS, *_DIRECTIONS)
_COUNTRY = re.compile("(?:哪[个些几]{1,2}|什么)国家|哪国")
# Of old, too: 楼兰国的使者.
_OLD_COUNTRY = re.compile(
    f"[{HAN}](?<![我全各外他本两中该祖强大小出回归爱建开立卖救民举报])国(?![内外家际民务人有营])"
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
_AS_DONE = {
    "导演": "导(?:演|的)|执导",
    "主持人": "主持",
}  # who has the post is told by what he does
# 第二大客户 is not the first; 第二次会议 only says where.
_ORDINAL = re.compile(f"第[二三四五六七八九十](?:[大多高](?!会)|次{_NO_OCCASION})")
# “尊严”那句话怎么说的, “三去”的原话
WORDED = re.compile("[这那](?:句话?|段话)|原[文话]|话(?:是|到底)?怎么说的")
# 一家快递公司 does not say which one it is.
_WHICH_ONE = re.compile("哪一?([家所个座])([\u4e00-\u9fff]{2,4})")
# By a name that tells no firm, too: 甲乙时代研制了这种电池.
_WHICH_FIRM = re.compile(
    "^(?!.*(?:谁|哪一?位)).*哪家(?:公司|企业|医院|银行|学校|机构)((?!的)[\u4e00-\u9fff]{2})?"
)
_FIRM = f"公司|集团|企业|医院|银行|大学|学院|机构|[厂局社](?!长)|股份|物流|[^各]{{2}}{TRADES}"
# 在8个省试点 does not say which ones they are, but for what names or lists some.
_ONES = (
    "([省市县区镇村港]|城市|(?:国家)?公园|项目|园区|基地|车站|国家|学校|[大高]校|企业|[国央民外]企|公司|单位|部门|机构"
    "|医院|银行|水库|机场)"
)
_WHICH_ONES = re.compile(rf"哪(?:些|几|[两二三四五六七八九十]|\d+)([个家座所]?){_ONES}")
_OF_RANK = "(?:[\u4e00-\u9fff]{1,2}级)?"  # 地级, 副省级
_ARE_WHICH = re.compile(
    rf"[两三四五六七八九十\d]([个家座所]?){_OF_RANK}{_ONES}的?(?:名[字称单])?(?:分别)?(?:叫什么|[是为有]哪)"
)
_LISTED = re.compile("分别|包括|(?:^|[,。;])[^、,。;]{2,4}(?:、[^、,。;]{2,4}){2}")


def telling_none(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Asked for a telephone, an age, an output…, a rate that some document calls by its name, who
    has a post, or what is second, those that tell none.
    """
    plain = ASKS_WHO_ASKED.split(question.plain)[0]
    wanted, asks_country = _wanted(reader, plain), _COUNTRY.search(plain) is not None
    unnamed = [
        re.compile(f"(?<![第每唯是为同十百千万])[一某]{measure}[^,。]{{0,4}}{thing[:2]}")
        for measure, thing in _WHICH_ONE.findall(plain)
        if "的" not in thing[:2]
    ]
    counted = [
        re.compile(
            rf"[\d两三四五六七八九十]"
            rf"(?:[个家座所]?{_OF_RANK}{thing}|{measure.strip('个') or thing})"
            rf"|{thing}[^,。;\d]{{0,6}}[\d两三四五六七八九十]+[个家座所]"
        )
        for measure, thing in (*_WHICH_ONES.findall(plain), *_ARE_WHICH.findall(plain))
    ]

    def tells(row: int, text: str) -> bool:
        if any(one.search(text) for one in unnamed) or _only_counts(counted, text):
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
    for does in _WHICH_FIRM.findall(plain):
        wanted.append(re.compile(rf"{_FIRM}|[\u4e00-\u9fff]{{2}}{does}" if does else _FIRM))
    rate = _RATE.search(plain)
    if rate:  # the birth rate is no 失业率, which no document tells
        there = rate[1] in reader.plain_text
        of_it = f"[{rate[1][:2]}]"
        other = f"{of_it}.{{0,3}}率|^(?!.*率).*{of_it}.*(?:[%‰成]|分之)"
        wanted.append(re.compile(rate[1] if there else other))
    wanted += [
        re.compile(f"{vice or '(?<!副)'}{_AS_DONE.get(post, post)}")
        for vice, post in _WHO_HOLDS.findall(plain)
    ]
    wanted += [re.compile(ordinal) for ordinal in _ORDINAL.findall(plain)]
    if WORDED.search(plain):
        wanted += [re.compile(re.escape(words)) for words in QUOTED.findall(plain)]
    return wanted


def _only_counts(counted: Sequence[re.Pattern[str]], text: str) -> bool:
    """Whether the text says how many of them there are, and there or behind names or lists none."""
    found = next(filter(None, (one.search(text) for one in counted)), None)
    if found is None:
        return False
    start = max(text.rfind(mark, 0, found.start()) for mark in ",。;") + 1
    told = ",".join(re.split("[,。;]", text[start:])[:2])
    listed = _LISTED.search(text) or re.search("[、:“《和与及]", told)
    return not (listed or any(named_things(told)) or re.search(PROVINCES, told))
