"""The words before a number that may name what it counts, without what leads up to them."""

from __future__ import annotations

import re

from assistant.register.lists import ENUMERATOR, past
from assistant.register.numerals import HAN
from assistant.register.qualifiers import TIME

# Words that other words begin with: 在校, 对外, 按揭.
IN = "在(?![校建岗册职学读编库售]|园(?!区)|船(?!上))"
_ON = "对(?![外口华])"
_BY = "按(?!揭|人口|期|时|照)"
# What may lead up to a subject in its clause. Verbs stay: 降低利息负担 is what was measured.
_WHEN = (
    f"(?:比|较|同)?{TIME}|[到在]本世纪[初中末]的?|每年|全年|年内|每(?:[两三半]|季度)年?|"
    "截至[^，。；]{1,8}?(?=共|已|累计)|连续[一二两三四五六七八九十\\d]+年(?=[一-鿿]{2})"
)
# 我们村的收入; not 我们村民的收入
_OUR = "我们(?:[旗村县镇乡厂校所站队店班科]的?(?![民庄里有长集落史地区医内]))?"
_WHOSE = (
    f"我国|中国(?!家|有|营)的?|{_OUR}|它们?|他们|[他她我]们?[这那][条个家座所片]|"
    "[这该每][所家座个](?:学校|院校|公司|企业|医院|工厂|园区|社区)(?=[一-鿿]{2})|"
    "(?:集团|公司)(?=[一-鿿]{4,}[率额量]$)|(?:全[市省区县校]|该?[市省区县])?(?:现有|共有|拥有)|"
    "[种养产卖]?一(?:亩|吨|公斤)|每[艘辆架台套条座](?=每?[年月日天])|每[一-鿿]{1,6}?(?=安排|拿出|投入)"
)
# What links the clause to one before: 其中, 虽然, 以及.
_LINKS = (
    "其中|同时|目前|现在|同期|另外|此外|可是|不过|例如|单是|后来|结果|首先|特别是|尤其是|包括|所有|而|但是?|且|"
    "并(?!网|购)|也|则|又|还|进一步|不仅|及(?!时)|和(?!谐)|与|以及|这样一个|这样(?!一个)|虽然?|尽管|因此|因为|"
    "由(?!于)|由于|当时|如果?|即(?![使将便])|为了|为(?!了)|(?<=为)此|以[上下](?=的|、)|左右(?=的|、)"
)
# What helps a verb or measures out: 力争, 应当, 只; not 应急, 只读.
_HELPERS = (
    "预计|力争|努力|争取|确保|应当|应(?![急用届收])|要(?!求)|必须|需要|予|让|给|向|规定|落实好|正在|是|已经|已|"
    "就(?![业医学读地近])|只(?!读)|才(?![能干])|仅|(?<=[仅只])有|大约|分别|完全(?!成本)|仍|该|再(?![生就次保])|"
    "共(?![产同享青和建有])|累计(?![值量额])|相当于|将(?!来)|把(?!握)|使(?![用馆])|拟(?=于|将)|计划(?=[将把规])|"
    "按照|按(?!揭)|从(?![业事严])|据(?!点)|都(?!市)"
)
# 能生产中间体的装置, 可节约标准煤, 影响年产量
_ABLE = (
    "可以(?=[为把将使])|可(?=[节减增替拉带将把]|[一-鿿]{2,4}[省市县区镇乡]的)|能(?=[节减增带])|"
    "能[^，。；、的]{2,8}的(?=[一-鿿]{4})|影响(?=[月年日]?[产销][量能值])|"
    "经(?:审[查核议定]|初步|统计|测算|核实|研究)|[^，。；：]{2,16}日电（[^）]*）"
)
_LEAD = re.compile(
    f"(?:{_WHEN}|{ENUMERATOR.pattern}|{_WHOSE}|{_LINKS}|{IN}|{_ON}|{_HELPERS}|{_ABLE}|"
    "[-—●■◆▪，、：；“”（）《》的])+"
)
# A clause that is one of these only names no subject of its own.
_BARE_DOING = (
    "计划|增产|建成|办结|形成|建立|建设|改造|减少|投入|开工|实施|团结|培训|组织|接待|参加|设立|新建|支持|制定|"
    "出产|生产|解决|覆盖|提出|建议|同意|淘汰|关停|花掉|严守|使用|启动|引导|推动|惠及|追加|折合|节约|少用|划定|"
    "做到|带动|用好|开始|有|等"
)
_BARE_WHEN = (
    "先后|每年|过去|年初|[一-鿿]{2,4}后|[\\d一二三四五六七八九〇零和、至到两年]+|"
    "一(?:天|年(?!级)|月(?!份)|趟)[一-鿿]|(?:至少)?每[个所家座名位][^，。；的]{2,3}"
)
BARE_VERB = re.compile(
    f"(?:{_BARE_DOING}|{_BARE_WHEN}|实际|全国|新|已|基本(?!建设)|继续|(?:至少)?为?国家|[就还]?缺|可以|一次性|"
    "能够|就|力求|坚决|来看|相应地|反而|[将只]?用|[全我本][国省市县区州村镇校]|[村县市镇厂乡校省局部]里)+"
)
_SAYS = (
    "指出|认为|表示|提出|呼吁|强调|介绍|坦言|透露|通报|主张|希望|期待|提醒|发现|显示|表明|预测|测算|相信|"
    "建议(?![、和]|[\\d一二三四五六七八九十百千万余多]+[件条份项])|说(?:明(?![的，。；]|$)|(?!明))|"
    "(?<![名简职号俗统全自])称(?![为号呼重])|统计(?!口径|数据|范围|部门|局|员|表|年鉴)"
)
SAID = re.compile(
    f"(?:{_SAYS}|》[^，。；]{{0,4}}?(?:设定|规定|明确|要求|确定|提出))(?:了|，|：|情况|的)*"
)
_CUT = re.compile("[，。；！？：\\t]|（(?![^）]*）)")
# 市财政每年安排专项资金, 我省引进博士: what is counted is what was provided.
_BODIES = (
    "平台|课题组|调研组|工作组|专班|[残妇]联|热线|公园|保护区|秘书处|委员会|办公室|财政|政府|公司|企业|集团|部门|"
    "银行|学校|单位|各地|农户|团队|博物馆|景区|大会|会议|协会"
)
_ACTORS = (
    f"[一-鿿\\d“”]{{0,12}}?(?:{_BODIES}|[我本全两三各][省市县区国州镇乡校局厅院所]|[大支中]队|[他她]|我们|"
    "花了?[^，。；、的]{2,4}|[一-鿿]{2,4}(?=已))[^，。；、]{0,6}?"
)
_PROVIDED = (
    "安排|引进|流转|招收|招录|发放|拨付|筹集|募集|征集|收到|兑现|接[待诊听]|监测到|带动|吸纳|收治|救助|资助|聘请|"
    "派出|撬动|签订|购置|受理|添置|铺设|投入|承办|开通|走访|暗访|问卷调查|抽[查检]|放映|产生|"
    "接入(?!点|率)|处理(?!厂|后|能|设|中|器)|放(?![养牧贷射缓宽开大管心])|更新(?!改造)"
)
_ACTED = re.compile(
    f"(?:{_ACTORS})?(?:每年|累计|共|已|还|将|再|要|新|拟|先后)*(?:{_PROVIDED})"
    "(?!业|费|站|点|率|额|量|的|资金|人员|中心|贸易|面积|规模|增加值|收入|比例|企业|机构|标准|价格|成本)"
)
# 公司拥有远洋渔船, 某市二十三个区县仅有检测人员: what somebody has is counted.
_HAS = re.compile(
    "(?:[^，。；：、的每]{1,14}?|[^，。；：、的]{1,12}所在的[^，。；：、的]{1,6}?)"
    "(?:[拥共仅设只还]有|(?:现有|[现尚]存|(?<![紧短欠稀])缺(?![口少乏陷席点失额]))(?![^，。；]*[的“])|"
    "下辖|添置|铺设|(?<![国所占具没私公富稀专享保特固含现原])"
    "有(?![了着色效关限机线害毒偿益序利力望的所两]|一定|明显|相当|[^，。；]*等$))(?=[^，。；的]{2,})"
)
# 公司多年建起的育种群, 中央财政安排的资金: who has or gives it goes before.
_MADE = re.compile(
    "[^，。；：、的]{0,8}所在的?(?:学校|医院|单位|公司|企业|社区|[村镇厂])(?=[^，。；：、的]{4})|"
    "[^，。；：、的]{0,6}(?:公司|企业|集团|财政|医院|学校)[^，。；：、的]{0,10}?"
    "(?:[起成出入立建发卸达产办购造养付]|安排|提供)的(?=[^，。；：、的]{4})"
)
# 产业集群集聚了上下游企业: what was done to it stands before.
DID = re.compile("[^，。；：、的]{2,14}?(?<![为除])了(?![解结却])(?=[^，。；的]{2})")
# 我们厂去年用电: who and when before what.
_PLACES = "[店社厂村县市乡镇馆院所校班局]"
_WHOSE_TIME = re.compile(
    "[^一-鿿]*(?:自己)?(?:[一-鿿]{2,8}(?![^，。；]*的)(?=公司|集团|企业|医院|学校)|"
    "[他她]的[一-鿿]{1,4}?(?=[店厂校院村馆社]))?(?=[班我全本该他她店社厂村县市乡镇馆院所公企集学医科团局])"
    "(?:[我他她]们|[我全本][省市县区镇村校院厂]|该|[他她]所在的)?"
    f"(?:{_PLACES}[里内上]?|公司|企业|集团|学校|医院|科室?|团队)?{TIME}(?=[^，。；]{{2}})"
)
# 养老专业去年计划招生: what happened then is what was counted.
_DATED_WITHIN = re.compile(
    "(?<=[一-鿿·]{3})(?<![在从自到比较于同\\d])(?:[去今前明]|\\d{4})年"
    f"(?![{HAN}]+月|[上下]半年)(?=[一-鿿]{{4,}}$|[一-鿿]{{1,2}}[率额量]$)|"
    "(?<=[一-鿿]{4})每年(?:新建|新增|新招)(?=[一-鿿]{2})"
)
# 可以实现原定总产值, 医保部门提高支付标准: the measure is the last of the words.
_BROUGHT_ABOUT = re.compile(
    "(?:(?:完全|可以|能够|争取)*实现了?(?:到?本世纪[初中末]|原定)?|"
    "[^，。；的]{0,8}(?:公司|集团|企业|行业|港口|口岸|机场|(?:[他她]所在的)?(?:班组|车间|团队)|[我全][省市县])"
    "(?:完成|实现)|[^，。；的]{0,8}?(?:纳入|列入)[^，。；的]{1,8}后|"
    "(?!用于)[^，。；的]{0,8}?(?:提高|降低|上调|下调|调整|(?<![^，。；])扩大)(?![后而和]))(?=[^，。；]{4})"
)
# Adverbs and helpers that the qualifier left at the end: 产量迅速, 支出还要用, 产量在此基础上又.
_ADVERBS = (
    "只|虽然?|或者|一直|大体上|结果|提前|迅速|连年|预定|估算|一律|竟|各|一般|每|实际|总是|一度|首次|停留|是|"
    "却?长期|曾经(?:[一两三几]次)?|可以?用?|(?<![需主重纲])要用?|就?需要?|要[花走跑]|共?收到|"
    "(?:已经?)?(?:达到|发展到)|(?:的情况)?也?是这样|(?<=上限)设"
)
# 产量从年初, 支出到2020年底, 面积在原有基础上
_SINCE = (
    "从年初|由(?:高峰|年初|过去|原来|原定|最初)时?|到?(?<!发)现|"
    f"(?<=[一-鿿]{{3}})(?:年[底末]|[{HAN}]年)|(?:在|从|自){TIME}已?经?|"
    f"(?<=[一-鿿]{{3}})已经?累计(?![^，。；]*[量额资率])[一-鿿]{{2}}|"
    "(?<=[一-鿿]{2})[从在][^，。；、从在]{2,24}?(?:基础上|期间|时期|初期|以来|年间)"
)
# 补贴按面积, 价格每吨, 学费一人: for each of what it is.
_FOR_EACH = (
    "(?<=[一-鿿]{3})每[年月周天日][^，。；、每的]{0,4}每[^，。；、每的]{2,8}|(?<=[一-鿿]{2})按每[^，。；、按]{1,6}|"
    "(?<=[补贴费金助税])按[^，。；、按]{2,12}|(?<=[价费偿贴助钱本资])一[只头亩吨斤台辆户次度人张件株棵]"
)
_LISTED = "(?<=[一-鿿]{4})(?:纳入|列入)[^，。；的]{2,10}"
_TRAILING = re.compile(
    f"(?:{_FOR_EACH}|{_ADVERBS}|{_SINCE}|{_LISTED}|(?<=[期额量度费价率龄])多|(?:(?<=[一-鿿]{{3}})|(?<=人口))到)$"
)
# The only nouns of one character that are counted in lists: 钢增长八成，煤增长两成.
SHORT = frozenset("砖钢煤铁油粮棉糖纸布盐茶气电铜铝铅锌锡镍锂钴猪牛羊鱼麦米豆纱")
# 把库存, 使养殖户减少损失: the noun behind is what something is done to.
_DONE_TO = re.compile(
    "(?:把(?![握关])|(?<![行驶])使得?(?![用馆命])|已按(?!人口|期|时)|"
    "[为给向][^，。；：、的]{2,12}(?:新增|配备|配发|添置|捐赠|提供))(?=[一-鿿])"
)
# 对改造按投资额的30%予以补助: it is a share of what stands behind 按.
_BASE = re.compile(f"(?:{_BY}|将(?!来))(?=[一-鿿]{{2}})")
# What measures something, so that 粮食等产品的产量，也都比上年增长一倍 is of 产量.
MEASURE = (
    "(?:[量额率值数价费款税]|比重|标准|比例|收入|支出|人口|成本|面积|能力|规模|里程|投资|产能|库存|储备|利润|"
    "赤字|投入|缺口|税负|增速|[增涨跌降]幅|年限|寿命|工资|消费|贸易|出口|进口|装机|资金|水平|速度|强度|浓度|时间)"
)
MEASURE_END = re.compile(f"{MEASURE}$")


def clause(text: str, head: int) -> int:
    """Where the clause that ends at `head` begins; a comma in brackets that close is none."""
    begin = max((cut.end() for cut in _CUT.finditer(text, 0, head)), default=0)
    while begin and text.count("）", begin, head) > text.count("（", begin, head):
        opening = text.rfind("（", 0, begin)
        begin = max((cut.end() for cut in _CUT.finditer(text, 0, opening)), default=0)
    return begin


def row_label(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What names the row of a table in which a cell holds nothing but `text[start:end]`."""
    first, last = text.rfind("\t", 0, start) + 1, text.find("\t", end)
    alone = text[first:start] + text[end : last if last >= 0 else None]
    if not first or alone.strip("\t左右余多约。；"):
        return None
    label = re.compile("(?:^|(?<=\t))[^\t\\d]*[一-鿿]{2}[^\t\\d]*(?=\t)").search(text, 0, first)
    return label.span() if label else None


def phrase(text: str, begin: int, head: int) -> tuple[int, int]:
    """The clause before `head` without what leads up to its noun."""
    said = [one for one in SAID.finditer(text, begin, head) if one.end() < head]
    begin = said[-1].end() if said else begin
    done_to = list(_DONE_TO.finditer(text, begin, head - 1))
    begin = done_to[-1].end() if done_to else begin
    if text[head : head + 1] == "的" and (base := _BASE.search(text, begin, head)):
        begin = base.end()
    whose = _WHOSE_TIME.match(text[begin:head])
    if whose and not BARE_VERB.fullmatch(text[begin + whose.end() : head]):
        begin += whose.end()
    lead = _LEAD.match(text[begin:head])
    start = begin + (lead.end() if lead else 0)
    brought = _BROUGHT_ABOUT.match(text, start, head)
    start = brought.end() if brought and MEASURE_END.search(text[start:head]) else start
    start = past(_MADE, text, start, head)
    for possessed in (_HAS, _ACTED):
        end = past(possessed, text, start, head)
        start = end if head - end > 1 else start
    dated = _DATED_WITHIN.search(text[start:head])
    start += dated.end() if dated else 0
    words = text[start:head]
    start += len(words) - len(words.lstrip("的、，“”"))
    words = _without_tail(words.strip("的、，“”"))
    return _with_quotes(text, start, start + len(words))


def _with_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """“三农”投入, 国家级“小巨人”: a mark at the edge goes with its partner."""
    opened = text.count("“", start, end) - text.count("”", start, end)
    if opened > 0 and text[end : end + 1] == "”":
        return start, end + 1
    return start - (opened < 0 and text[start - 1 : start] == "“"), end


def _without_tail(words: str) -> str:
    while tail := _TRAILING.search(words):
        words = words[: tail.start()].rstrip("的、，")
    return words
