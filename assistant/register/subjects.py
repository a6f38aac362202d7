"""The phrase before a number that names what it counts."""

from __future__ import annotations

import re

from assistant.register.past import past
from assistant.register.qualifiers import TIME

# What may lead up to a subject in its clause. Verbs stay: 降低利息负担 is what was measured.
_LEAD = re.compile(
    f"^(?:(?:比|较|同)?{TIME}|经(?:审[查核议定]|初步|统计|测算|核实|研究)|（?[一二三四五六七八九十]{{1,2}}）|\\d{{1,2}}[.、]|[到在]本世纪[初中末]的?|这样(?!一个)|可以(?=[为把将使])|其中|同时|目前|现在|同期|"
    "[种养产卖]?一(?:亩|吨|公斤)|[一二三四五六七八九十]{1,2}、|另外|此外|可是|不过|"
    "预计|力争|我国|中国(?!家|有|营)的?|以[上下](?=的|、)|左右(?=的|、)|还|进一步|"
    "连续[一二两三四五六七八九十\\d]+年(?=[一-鿿]{2})|拟(?=于|将)|将(?!来)|把(?!握)|对(?![外口华])|使(?![用馆])|按照|按(?!揭)|我们(?:[旗村县镇乡厂校所站队店班科]的?(?![民庄里有长集落史地区医内]))?|例如|单是|计划(?=[将把规])|规定|而|但是?|且|并(?!网|购)|也|(?<=[仅只])有|"
    "就(?![业医学读地近])|只(?!读)|才(?![能干])|仅|大约|分别|后来|结果|首先|完全(?!成本)|它们?|他们|"
    "截至[^，。；]{1,8}?(?=共|已|累计)|"
    "(?:集团|公司)(?=[一-鿿]{4,}[率额量]$)|[这该每][所家座个](?:学校|院校|公司|企业|医院|工厂|园区|社区)(?=[一-鿿]{2})|"
    "共(?![产同享青和建有])|该|仍|即(?![使将便])|虽然?|尽管|因此|当时|如果?|再(?![生就次保])|因为|由于|由(?!于)|从(?![业事严])|"
    "在(?![校建岗册职学读编库售]|园(?!区)|船(?!上))|让|努力|争取|应当|应(?![急用届收])|要(?!求)|必须|已经|已|是|为了|"
    "为(?!了)|给|向|全年|年内|确保|落实好|"
    "不仅|及(?!时)|和(?!谐)|与|以及|包括|特别是|尤其是|所有|都(?!市)|据(?!点)|"
    "则|又|累计(?![值量额])|能[^，。；、的]{2,8}的(?=[一-鿿]{4})|(?<=为)此|可(?=[节减增替拉带将把]|[一-鿿]{2,4}[省市县区镇乡]的)|影响(?=[月年日]?[产销][量能值])|能(?=[节减增带])|相当于|每年|每[艘辆架台套条座](?=每?[年月日天])|需要|予|\\d{1,2}）|正在|这样一个|"
    "每[一-鿿]{1,6}?(?=安排|拿出|投入)|(?:全[市省区县校]|该?[市省区县])?(?:现有|共有|拥有)|"
    "第?[一二三四五六七八九]是|[^，。；：]{2,16}日电（[^）]*）|每(?:[两三半]|季度)年?|[他她我]们?[这那][条个家座所片]|[-—●■◆▪，、：；“”（）《》的])+"
)
# A clause that is one of these only names no subject of its own.
_BARE_VERB = re.compile(
    "(?:实际|全国|新|已|基本(?!建设)|继续|先后|每年|(?:就将)?(?:至少)?为?国家|[一-鿿]{2,4}后|"
    "一(?:天|年(?!级)|月(?!份)|趟)[一-鿿]|(?:一共|总共)?[就还]?缺|可以|节约|少用|划定|做到|计划|增产|建成|办结|形成|建立|建设|改造|减少|投入|开工|"
    "实施|团结|培训|组织|接待|参加|设立|有|新建|支持|制定|一次性|过去|带动|"
    "[全我本][国省市县区州村镇校]|建议|同意|等|用好|能够|出产|开始|就|力求|坚决|淘汰|关停|花掉|生产|解决|覆盖|提出|"
    "[村县市镇厂乡校省局部]里|折合|严守|使用|启动|引导|推动|惠及|追加|[将只]?用|"
    "[\\d一二三四五六七八九〇零和、至到两年]+|来看|年初|相应地|反而|(?:至少)?每[个所家座名位][^，。；的]{2,3})+"
)
_SAID = re.compile(
    "(?:建议(?![、和]|[\\d一二三四五六七八九十百千万余多]+[件条份项])|指出|认为|表示|提出|呼吁|强调|介绍|坦言|透露|通报|主张|希望|期待|提醒|说(?:明(?![的，。；]|$)|(?!明))|(?<![名简职号俗统全自])称(?![为号呼重])|发现|显示|"
    "表明|预测|测算|统计(?!口径|数据|范围|部门|局|员|表|年鉴)|相信|》[^，。；]{0,4}?(?:设定|规定|明确|要求|确定|提出))(?:了|，|：|情况|的)*"
)
_CUT = re.compile("[，。；！？：\\t]|（(?![^）]*）)")
# 市财政每年安排专项资金, 我省引进博士: what is counted is what was provided.
_ACTED = re.compile(
    "(?:[一-鿿\\d“”]{0,12}?(?:平台|课题组|调研组|工作组|专班|[残妇]联|热线|公园|保护区|秘书处|委员会|办公室|财政|政府|公司|企业|集团|部门|银行|学校|单位|各地|农户|团队|博物馆|景区|大会|会议|协会|"
    "[我本全两三各][省市县区国州镇乡校局厅院所]|[大支中]队|[他她]|我们|花了?[^，。；、的]{2,4}|[一-鿿]{2,4}(?=已))[^，。；、]{0,6}?)?"
    "(?:每年|累计|共|已|还|将|再|要|新|拟|先后|带着[^，。；、]{1,4})*"
    "(?:安排|引进|流转|招收|招录|发放|拨付|筹集|募集|征集|收到|兑现|接[待诊听]|监测到|带动|吸纳|收治|救助|资助|聘请|派出|撬动|签订|购置|受理|添置|铺设|投入|承办|开通|走访|暗访|问卷调查|接入(?!点|率)|处理(?!厂|后|能|设|中|器)|抽[查检]|放映|放(?![养牧贷射缓宽开大管心])|产生|更新(?!改造))"
    "(?!业|费|站|点|率|额|量|的|资金|人员|中心|贸易|面积|规模|增加值|收入|比例|企业|机构|标准|价格|成本)"
)
# 公司拥有远洋渔船, 某市二十三个区县仅有检测人员: what somebody has is counted.
_HAS = re.compile(
    "(?:[^，。；：、的每]{1,14}?|[^，。；：、的]{1,12}所在的[^，。；：、的]{1,6}?)(?:[拥共仅设只还]有|(?:现有|[现尚]存|(?<![紧短欠稀])缺(?![口少乏陷席点失额]|[^，。；]*率))(?![^，。；]*[的“])|下辖|添置|铺设|(?<![国所占具没私公富稀专享保特固含现原])"
    "有(?![了着色效关限机线害毒偿益序利力望的所两]|一定|明显|相当|[^，。；]*等$))(?=[^，。；的]{2,})"
)
# 公司多年建起的育种群, 中央财政安排的资金: who has or gives it goes before.
_MADE = re.compile(
    "[^，。；：、的]{0,8}所在的?(?:学校|医院|单位|公司|企业|社区|[村镇厂])(?=[^，。；：、的]{4})|[^，。；：、的]{0,6}(?:公司|企业|集团|财政|医院|学校)[^，。；：、的]{0,10}?(?:[起成出入立建发卸达产办购造养付]|安排|提供)的(?=[^，。；：、的]{4})"
)
# 产业集群集聚了上下游企业: what was done to it stands before.
DID = re.compile("[^，。；：、的]{2,14}?(?<![为除])了(?![解结却])(?=[^，。；的]{2})")
# 我们厂去年用电: who and when before what.
_WHOSE_TIME = re.compile(
    "[^一-鿿]*(?:自己)?(?:[一-鿿]{2,8}(?![^，。；]*的)(?=公司|集团|企业|医院|学校)|[他她]的[一-鿿]{1,4}?(?=[店厂校院村馆社]))?(?=[班我全本该他她店社厂村县市乡镇馆院所公企集学医科团局])"
    "(?:[我他她]们|[我全本][省市县区镇村校院厂]|该|[他她]所在的)?(?:[店社厂村县市乡镇馆院所校班局][里内上]?|公司|企业|集团|学校|医院|科室?|团队)?"
    f"{TIME}(?=[^，。；]{{2}})"
)
# 养老专业去年计划招生: what happened then is what was counted.
_DATED_WITHIN = re.compile(
    "(?<=[一-鿿·]{3})(?<![在从自到比较于同\\d])(?:[去今前明]|\\d{4})年(?![一二三四五六七八九十]+月|[上下]半年)(?=[一-鿿]{4,}$|[一-鿿]{1,2}[率额量]$)|"
    "(?<=[一-鿿]{4})每年(?:新建|新增|新招)(?=[一-鿿]{2})"
)
# 可以实现原定总产值, 医保部门提高支付标准: the measure is the last of the words.
_BROUGHT_ABOUT = re.compile(
    "(?:(?:完全|可以|能够|争取)*实现了?(?:到?本世纪[初中末]|原定)?|"
    "[^，。；的]{0,8}(?:公司|集团|企业|行业|港口|口岸|机场|(?:[他她]所在的)?(?:班组|车间|团队)|[我全][省市县])(?:[一二三五去今]年)?(?:完成|实现)|"
    "[^，。；的]{0,8}?(?:纳入|列入)[^，。；的]{1,8}后|"
    "(?!用于)[^，。；的]{0,8}?(?:提高|降低|上调|下调|调整|(?<![^，。；])扩大)(?![后而和]))(?=[^，。；]{4})"
)
# Adverbs and helpers that the qualifier left at the end: 产量迅速, 支出还要用, 产量在此基础上又.
_TRAILING = re.compile(
    "(?:(?<=[一-鿿]{3})每[年月周天日][^，。；、每的]{0,4}每[^，。；、每的]{2,8}|(?<=[一-鿿]{3})已经?累计(?![^，。；]*[量额资率])[一-鿿]{2}|(?<=[补贴费金助税])按[^，。；、按]{2,12}|(?<=[期额量度费价率龄])多|(?<=[价费偿贴助钱本资])一[只头亩吨斤台辆户次度人张件株棵]|(?<=[一-鿿]{2})按每[^，。；、按]{1,6}|只|虽然?|或者|一直|大体上|到?(?<!发)现|结果|提前|迅速|连年|预定|估算|可以?用?|"
    "(?<![需主重纲])要用?|就?需要?|一律|竟|各|一般|每|"
    "实际|曾经(?:[一两三几]次)?|总是|从年初|一度|首次|却?长期(?:徘徊|停留)?|(?<=上限)设|(?<=[一-鿿]{4})(?:纳入|列入)[^，。；的]{2,10}|要[花走跑]|共?收到|由(?:高峰|年初|过去|原来|原定|最初)时?|(?<=[一-鿿]{3})到|(?<=人口)到|(?<=[一-鿿]{3})(?:年[底末]|[一二三四五六七八九十]年)|停留|(?:已经?)?(?:达到|发展到)|(?:的情况)?也?是这样|"
    f"(?:在|从|自){TIME}已?经?|是|"
    "(?<=[一-鿿]{2})[从在][^，。；、从在]{2,24}?(?:基础上|期间|时期|初期|以来|年间))$"
)
# The only nouns of one character that are counted in lists: 钢增长八成，煤增长两成.
_SHORT = frozenset("砖钢煤铁油粮棉糖纸布盐茶气电铜铝铅锌锡镍锂钴猪牛羊鱼麦米豆纱")
# 把库存, 使养殖户减少损失: the noun behind is what something is done to.
_DONE_TO = re.compile(
    "(?:把(?![握关])|(?<![行驶])使得?(?![用馆命])|已按(?!人口|期|时)|[为给向][^，。；：、的]{2,12}(?:新增|配备|配发|添置|捐赠|提供))(?=[一-鿿])"
)
# 对改造按投资额的30%予以补助: it is a share of what stands behind 按.
_BASE = re.compile("(?:按(?!人口|时|期|揭|照)|将(?!来))(?=[一-鿿]{2})")
# What measures something, so that 粮食等产品的产量，也都比上年增长一倍 is of 产量.
_MEASURE = (
    "(?:[量额率值数价费款税]|比重|标准|比例|收入|支出|人口|成本|面积|能力|规模|里程|投资|产能|库存|储备|利润|"
    "赤字|投入|缺口|税负|增速|[增涨跌降]幅|年限|寿命|工资|消费|贸易|出口|进口|装机|资金|水平|速度|强度|浓度|时间)"
)
MEASURE_END = re.compile(f"{_MEASURE}$")
# 确保物价涨幅比去年有所回落，力争控制在15%: what the clause before speaks of.
_TOPIC = re.compile(
    f"[^，。；：]{{1,24}}?(?:{_MEASURE}|幅度|出口|金|覆盖面)"
    "(?=[却仍也]?(?:没(?!有)|近年来|首次|出现|逐[步年]|连年|大幅|不断|持续|稳步|超过|不足|接近|突破|连续|比|较[去上]|从|有所|大幅|明显|继续|稳定|保持)|应(?![急用对收]))"
)
# 稳增长是为了保就业, 完善补助机制: a whole sentence before the comma names no subject.
_TELLS = re.compile(
    "^[一-鿿]{1,4}了[一-鿿]{2,6}$|^(?:针对|围绕|建立|健全|完善|加强|推进|推动|坚持|实施|深化|全面|大力|积极|着力|继续|进一步|扎实|"
    "扩大|支持|鼓励|根据|按|经(?!济|营|费|常)|以|用(?!电|水|户|地|工|人|汇)|通过|由于)|是|为了|将(?:逐|认真|积极|继续|全力|抓紧|尽快)|能够|必须|应该|应当|要求|力求|进行|已经|大大|(?:前提|条件|情况)下|考虑|使|让|把|"
    "基本(?!建设|医疗|养老|公共|农田)|也|就(?!业)|都|地(?=[进开加推])"
)
# 在两类村，…: a clause that says where, when or how, before which the subject stands.
_ADVERBIAL = re.compile(
    "(?P<may>在(?![校建职岗册学])|按照?|根据|通过|包括)|"
    "经过|随着|由于|因为|如果|虽然|尽管|为了|只要|不包括|连同|扣除|剔除|考虑|同[^，]*比较?$|与[^，]*相比$"
)


def clause(text: str, head: int) -> int:
    """Where the clause that ends at `head` begins; a comma in brackets that close is none."""
    begin = max((cut.end() for cut in _CUT.finditer(text, 0, head)), default=0)
    while begin and text.count("）", begin, head) > text.count("（", begin, head):
        opening = text.rfind("（", 0, begin)
        if opening < 0:
            break
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
    said = [one for one in _SAID.finditer(text, begin, head) if one.end() < head]
    begin = said[-1].end() if said else begin
    done_to = list(_DONE_TO.finditer(text, begin, head - 1))
    begin = done_to[-1].end() if done_to else begin
    if text[head : head + 1] == "的" and (base := _BASE.search(text, begin, head)):
        begin = base.end()
    whose = _WHOSE_TIME.match(text[begin:head])
    if whose and not _BARE_VERB.fullmatch(text[begin + whose.end() : head]):
        begin += whose.end()
    lead = _LEAD.match(text[begin:head])
    start = begin + (lead.end() if lead else 0)
    brought = _BROUGHT_ABOUT.match(text, start, head)
    start = brought.end() if brought and MEASURE_END.search(text[start:head]) else start
    start = past(_MADE, text, start, head)
    has = _HAS.match(text, start, head)
    start = has.end() if has and head - has.end() > 1 else start
    acted = _ACTED.match(text, start, head)
    start = acted.end() if acted and head - acted.end() > 1 else start
    words = text[start:head]
    dated = _DATED_WITHIN.search(words)
    start, words = (start + dated.end(), words[dated.end() :]) if dated else (start, words)
    start += len(words) - len(words.lstrip("的、，“”"))
    words = _without_tail(words.strip("的、，“”"))
    if re.fullmatch("[和与及、到至]*", words):
        return head, head
    return _with_quotes(text, start, start + len(words))


def _with_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """“三农”投入, 国家级“小巨人”: a mark at the edge goes with its partner."""
    opened = text.count("“", start, end) - text.count("”", start, end)
    if opened > 0 and text[end : end + 1] == "”":
        return start, end + 1
    return start - (opened < 0 and text[start - 1 : start] == "“"), end


def _without_tail(words: str) -> str:
    while (tail := _TRAILING.search(words)) and tail.group():
        if tail.group()[:2] in ("纳入", "列入") and MEASURE_END.search(words):
            break
        words = words[: tail.start()].rstrip("的、，")
    return words


# 投入较上年增长: a noun here.
_GROWS = re.compile("(?:同比|环比|[较比][上去])")
_PAPERS = re.compile("建议[\\d一二三四五六七八九十百千万余多]+[件条份项]")  # 收到提案9件、建议12件
_SOMEBODY = re.compile("(?:人大代表|政协(?:委员|常委))、?(?!建议|提案)[一-鿿]{3}")  # who did it


def names(text: str, begin: int, start: int, end: int) -> bool:
    """Whether `text[start:end]` names what is counted: no bare verb, no 从去年收入中."""
    words = text[start:end]
    adverbial = re.search(
        "(?:从(?!业|事)|在(?![校建职岗册])|于|自(?![动然主由贸治行]))[^，。；]*[中上里内下时]$|(?:统计|测算|估算|调查)$|在内$|除外$|^(?:其中)?对[华美欧日韩]$|除了?[^，。；]*外$|^[高低大小]于|抓好$",
        text[begin:end],
    )
    return (
        _names_something(words)
        and not _SOMEBODY.search(words)
        and not re.fullmatch("(?!人口)[一-鿿]{1,3}[到至]", words)
        and (
            not _BARE_VERB.fullmatch(words)
            or _GROWS.match(text, end) is not None
            or _PAPERS.match(text, start) is not None
        )
        and not adverbial
    )


def _names_something(words: str) -> bool:
    """Whether the words are long enough to be a noun."""
    return len(words) > 1 or words in _SHORT


def is_statement(text: str, begin: int, end: int) -> bool:
    """Whether the clause tells something instead of naming it; 正在进行建设的工厂 names it."""
    plain = re.sub("（[^）]*）", "", text[begin:end])
    telling = _TELLS.search(plain)
    relative = re.search("的[^的，]{2,14}$", plain)
    if telling and telling.start() and relative:
        telling = _TELLS.search(relative.group())
    reported = any(said.end() == end for said in _SAID.finditer(text, begin, end))
    return reported or telling is not None or is_adverbial(text, begin, end)


def is_adverbial(text: str, begin: int, end: int) -> bool:
    """Whether the clause only says where, when or how; 在总产值中所占的比重 names something."""
    where = _ADVERBIAL.match(text, begin, end)
    return where is not None and not (where["may"] and MEASURE_END.search(text[begin:end]))


def earlier(text: str, begin: int) -> tuple[int, int] | None:
    """The name that a clause before gives, past those that only say where, when or how."""
    while begin > 1 and text[begin - 1] == "，":
        end = begin - 1
        begin = clause(text, end)
        start, stop = phrase(text, begin, end)
        if is_adverbial(text, begin, end):
            continue
        if any(said.end() == end + 1 for said in _SAID.finditer(text, begin, end + 1)):
            return None
        topic = _TOPIC.match(text, start, end)
        if topic and not MEASURE_END.search(text[start:stop]):
            return topic.span()
        if _names_something(text[start:stop]) and not is_statement(text, start, stop):
            return start, stop
        return None
    return None
