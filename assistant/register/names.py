"""Chinese personal names: where one can begin, and where it ends.

A name is not in any dictionary. It is found from both sides: a surname after a post or a role,
and after the name a verb, a title or punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain

from assistant.register.posts import COURTESY, LIKE_POST, POST_END, POSTS, TITLES
from assistant.register.surnames import COMPOUND_SURNAMES, SURNAMES, mostly_spelt, spelt
from assistant.register.verbs import ADVERBS, ASK, TELL, WISH

NAME = "[一-鿿·]{2,16}"  # where only a name can stand; 阿卜杜热合曼·买买提艾力 and longer
USUAL = 3  # characters of one; what is longer and no known one has to have a post
# What one does who has just been named: says or hands in something, looks, comes, is not there.
_SAYS = (
    "[提写]的|提出|提交|提案|递交|联合|联名|携手|会同|告诉|带来|谈的是|参与|关注|揭示|展示|发言|调[研查]|领衔|参加|"
    "出席|主持|对谈|对话|座谈|做客|接过|接话|要求|赞同|赞成|附议|谈|看来|撰[写文]|准备|拿出|梳理|总结|陈述|回忆|"
    "举例|道|讲|宣读|通报|感慨|点赞|牵头|起草|点明|剖析|阐明|代理|执笔|提了|提过|同意|反对|问|答|委托|托人|"
    "插[话嘴]|汇报|统计|测算|应邀|受邀|笑[言称说]|交[了上]|报[给了来出]|给(?:[出了]|(?:本报|本刊)?记者|大家|我们)"
)
_DOES = (
    "当了|当过|干了|发现|注意到|算了|作了|做了|作|列席|到会|履职|拿着|手持|深入|走访|历时|代表|心系|关心|观察|了解|"
    "(?<!调)[看听读跑走查][完过了遍后得]|住在|自己|边[一-鿿]边|[摇点]头|缺席|笑着|翻开|站[在了起]|坐在|来到|"
    "走[进出到上]|打开|拿起|觉得|感到|相信|看到|听说|[带穿戴系挑端背抱推拉骑]着|当选|毕业|担任|手里|手上|随身|摊开|"
    "指着|递上|深知|没能|没来|记[了着下]|没到|没有|并未|未|当(?=[一-鿿]{2,6}(?:已|有|了|的))"
)
_GOES_ON = (
    "请|关于(?=[“《])|围绕|聚焦|针对|就|结合|根据|基于|通过|来自|长期|多年|一直|有|是|从|在|对|向|用|为|以|把|的|不|"
    "替(?!代)|[两二三四五六七八九十][位人]|一起|一同|一道|一块儿?|一边|特[意地]|专[程门]|赶[到来往]|"
    "因[公病事故]|想(?=[帮要让把替为])|时(?=，)|这[次回]|[今去]年|[昨前今]天|刚刚"
)
_SPEECH = f"{ASK}|{WISH}|{TELL}|{_SAYS}|{_DOES}|{_GOES_ON}"
_SHORT_ADVERBS = "则亦也还又另均都各曾已更最正却仅才刚便常总"
# Certain: a name ends here. `的` and prepositions count less, they also occur inside names.
_ENDS = re.compile(
    rf"$|[，。；：！？、（）“”《》\t—…\d]|(?:等|和|与|及|以及|暨)(?!平)|(?:{TITLES})(?![一-鿿]?学院)|"
    rf"(?:(?:{ADVERBS}){{0,4}})(?:{_SPEECH})|[{_SHORT_ADVERBS}]|"
    r"(?P<did>[一-鿿])[了一](?P=did)"  # 扶了扶眼镜
)
_WEAK_ENDS = re.compile(
    f"[的从在对向用为以把就是有作问答道讲请说称谈将拟等和与及并{_SHORT_ADVERBS}]"
)
# Seldom the last character of a three-character name, often the first of what follows one.
_FUNCTION = "时讲更最正却仅才便则亦也还又另均都各曾将在从对就以与等说称提所表拟并的"
_HAN = re.compile(r"[㐀-鿿]")
_DOTTED = re.compile(
    r"(?![一另][位个名]|岁|[我他她][和与])(?:(?!的)[㐀-鿿]){1,7}(?:·[㐀-鿿]{1,7})+"
)
# Words that begin with a surname's character where a name could stand.
_PLACES = (
    "广东|广西|江苏|江西|山东|山西|云南|海南|安徽|宁夏|吉林|贵州|甘肃|青海|西藏|福建|河|"
    "湖|成都|边疆|边境"
)
_THINGS = (
    "居委|家[长委庭]|[一-鿿]{1,2}县|代表|委员|常委|督[办查导促]|高校|公司|集团|能源|国家|国务院|成员|党[组委外派]|党的|"
    "文化|文艺|金融|师生|农村|农业|农民|农工|单位|双方|都市|居民|居住|项目|计划|经济|经验|公布|公共|公开|商业|商会|"
    "商联|银行|武警|武器|水利|水电|石油|石化|盛会|方案|方面|方向|温室|司法|国有|国际|法律|法院|行业|行长|青年|路径|"
    "空间|空军|海军|海关|海[内外]|华[侨人裔]|归侨|权利|权力|区域|会议|同志|区委|门[类口]|爱心|谈话|谈判|查处|布局|支部"
)
_SAYINGS = (
    "刚[才刚]|和(?:全国|[省市县区])|任何|应当|应该|有关|全国|全体|全省|全市|经过|通过|广大|相关|从[事而]|终于|时任|"
    "向全|向大|高度|高质量|安全|平均|关于|来自|连续|连任|近|多名|多位|万家|明确|明年|常务|常年|强调|利用|言及|容易|"
    "白天|冷静|花费|于是|展开|展示|展望|易于|乐于|马上|左右|麻烦|满意|管理|年初|年度|年轻|解决|解放|支持|充分|"
    "充电|怀着|步入|须知|越来越|有的|有人|由于|原[则因来本]|相信|相比|加强|加快|加大|加上|达到|达成|求助|仁者|"
    "周[一二三四五六日末](?=$|[^一-鿿]|[上下中早晚])|连日|(?<=师)傅(?=[跟对和])|通道|包[括含]|"
    "次[日年]|但[是在]|占比|力争|后[续来者]|谢谢|言[外论]|爱国|和谐|成立|谈(?:民生|发展|教育|养老|就业|履职|"
    "医[疗改]|乡村)|有?请|赞[同成]|修订|修改|简单|简称|"
    "时间|方式|多[年次家个种项地方部]|那[年天时次场位个种些里么边]|都[是有在来到说认表建提很想要会能没不]"
)
NOT_NAMES = re.compile(f"{_THINGS}|{_PLACES}|{_SAYINGS}")
_NO_DOTTED = re.compile(
    f"[^·]*?(?:{POSTS}|[长员师官厂司局校院])|[^·]+·(?:{POSTS})"
)  # 声音·委员观点
_PLACE_ENDS = re.compile("(?:[省市县区州旗盟镇乡村]|大学)$")  # 云岭县县长: the county's, no Mr 云


def name_end(text: str, start: int) -> tuple[int, float]:
    """Where the name that begins at `start` ends, and how sure that is; (start, 0) for no name."""
    dotted = _DOTTED.match(text, start)
    if dotted and not _NO_DOTTED.match(dotted.group()):
        return _dotted_end(text, start, dotted.end())
    if NOT_NAMES.match(text, start):
        return start, 0.0
    sounds = spelt(text, start)
    for end in range(sounds.end(), start + 3, -1) if sounds else ():
        if text[end - 1] not in _NO_NAMES_END and _rate(text, start, end) >= 0.7:
            return end, 0.9
    if sounds and text[start] not in SURNAMES and _rate(text, start, sounds.end()) == 1.0:
        short = len(sounds.group()) == 2 and text[sounds.end() : sounds.end() + 1] not in "：（"
        return (start, 0.0) if short else (sounds.end(), 0.8)
    score, end = _with_surname(text, start)
    return (end, score) if score > 0 else _by_sound(text, start)


def _with_surname(text: str, start: int) -> tuple[float, int]:
    compound = text[start : start + 2] in COMPOUND_SURNAMES
    if not compound and text[start : start + 1] not in SURNAMES:
        return 0.0, start
    lengths = (4, 3) if compound else (3, 2)
    rated = [(_rate(text, start, start + length), start + length) for length in lengths]
    return max(rated, key=lambda pair: pair[0])


def _by_sound(text: str, start: int) -> tuple[int, float]:
    """斯日古楞: most characters write sounds, and what follows can only follow a name."""
    for end in range(start + 3, start + _LONGEST_SPELT + 1):
        ends = _ENDS.match(text, end) if mostly_spelt(text[start:end]) else None
        if ends and _is_clear(ends) and _rate(text, start, end):
            return end, 0.8
    return start, 0.0


_LONGEST_SPELT = 7


def is_name(text: str) -> bool:
    """Whether the words are a name and nothing else."""
    return len(text) > 1 and name_end(text, 0)[0] == len(text)


def known_names(text: str, names: Collection[str]) -> Iterator[re.Match[str]]:
    """Where one of the names stands, and not as part of a longer one: 李明, but not in 李明亮."""
    longest_first = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    for match in re.finditer(longest_first, text) if names else ():
        end = match.end()
        ends = ends_name(text, end) or text[end] in f"{_FUNCTION}呢吗想谁"
        if ends or name_end(text, match.start())[0] <= end:
            yield match


_ONE = re.compile("[^、，；（\t]+(?:（[^）]*）)?")
_OF_SEVERAL = re.compile("[^和与（]+(?:（[^）]*）)?")


def names_apart(
    text: str, begin: int, end: int, bodies: re.Pattern[str] | None = None
) -> Iterator[tuple[int, int]]:
    """Each person of a list, 李和平、王芳和张三（某局局长）; `bodies`: how others may end."""
    for part in _ONE.finditer(text, begin, end):
        first = re.split("[和与（]", part.group())[0]
        known = not first or is_name(re.sub("代表$|委员$", "", first))
        known = known or (bodies is not None and bodies.search(first) is not None)
        if is_name(part.group().partition("（")[0]) or not known:
            yield part.span()
            continue
        yield from (one.span() for one in _OF_SEVERAL.finditer(text, *part.span()))


def likely_end(text: str, start: int) -> tuple[int, float]:
    """For a place right behind a post: three characters from a surname on, whatever follows."""
    if text[start : start + 2] in COMPOUND_SURNAMES and re.match("[一-鿿]{4}", text[start:]):
        return start + (3 if text[start + 3] in _FUNCTION else 4), 0.7
    name = text[start : start + 3]
    han = len(name) == 3 and all(map(_HAN.match, name))
    place = not han or name[-1] in "省市县区镇"
    if place or name[0] not in SURNAMES or NOT_NAMES.match(text, start):
        return start, 0.0
    return start + (2 if name[2] in _FUNCTION else 3), 0.7


def ends_name(text: str, place: int) -> bool:
    """Whether what begins at `place` can follow a name: a verb, a mark, 对……, the end."""
    return _ENDS.match(text, place) is not None


def name_before(text: str, end: int) -> int:
    """Where the name that ends at `end` begins; `end` where none does."""
    posts = (range(post.start() + 1, post.end()) for post in _WHOLE_POST.finditer(text))
    within = {*chain.from_iterable(posts)}
    for start in range(max(0, end - _LONGEST), end - 1):
        before = text[max(0, start - _REACH) : start]
        if start in within or (start and not ends_before_name(before)):
            continue  # 总工程师靳代表 is no Mr 程
        if name_end(text[:end], start)[0] == end and not _joins(text[:end], start):
            return start
    return end


def ends_before_name(words: str) -> bool:
    """Whether a name can follow: behind a mark, a post, 由."""
    return any(one.search(words) for one in (_BEFORE, POST_END, LIKE_POST))


def _joins(text: str, start: int) -> bool:
    """教授和王芳, 和王委员, 向王芳: the first character leads up to a name, and is no surname."""
    second = text[start + 1 :]
    named = is_name(second) and (second[0] in SURNAMES or len(second) > 2)
    return text[start] in ("和与及向但" if named else "和与及" if second in SURNAMES else "")


_REACH = 24  # characters before a name that may tell that one begins
_LONGEST = 16  # characters, as of NAME
_BEFORE = re.compile(
    r"(?:[^一-鿿·]|[和与及由据向请对叫是让令使被给为]|(?:来(?:自[一-鿿]{2,12})?|岁)的|其中|"
    "[上下]午|[今昨]天|会上|轮到|有请|代表团?|委员|(?:[提议]案|建议)[人者])$"
)


def _rate(text: str, start: int, end: int) -> float:
    name = text[start:end]
    if end > len(text) or not all(map(_HAN.match, name)) or re.search("代表|委员|界别", name):
        return 0.0
    ends = _ENDS.match(text, end)
    if _WHOLE_POST.fullmatch(text, start, end):
        return 0.0  # 董事长 is no Mr 董
    of_place = _PLACE_ENDS.search(name) and re.match(TITLES, text[end:])
    if (
        ends is None
        or of_place
        or name[-1] in "的了着等副我你者族界户"
        or _SURNAME_AND_POST.fullmatch(name)
    ):
        return 0.0
    doubtful = len(name) >= 3 and name[-1] in _FUNCTION
    odd = doubtful and name[-1] in _NO_NAMES_END
    return 1.0 - 0.06 * (not _is_clear(ends)) - 0.05 * doubtful - 0.02 * odd


def _is_clear(ends: re.Match[str]) -> bool:
    """Whether what follows a name occurs inside none."""
    said = _CLEAR_END.match(ends.string, ends.start())
    return said is not None or not _WEAK_ENDS.fullmatch(ends.group())


# 欧阳所长, 向书记, 向女士
_SURNAME_AND_POST = re.compile(f"(?:{'|'.join(sorted(COMPOUND_SURNAMES))}|.)(?:{POSTS}|{COURTESY})")
_WHOLE_POST = re.compile(POSTS)
_CLEAR_END = re.compile("[说称问答道](?:[，：。“”]|$)|[和与及暨](?:全国|[省市县区州])(?:人大|政协)")
# Of these the least likely: 诸葛有才 is a name, 独孤明却 none.
_NO_NAMES_END = "却仅则亦也还又都将就称拟在"
_ABDU = re.compile("阿[不布卜][都杜力来拉]")  # Abdu, Abli: Uygur names begin so: no 不, no 都


def _dotted_end(text: str, start: int, longest: int) -> tuple[int, float]:
    """买买提·艾力建议: the shortest end after the last dot that a clear context follows, if any."""
    last_dot = text.rfind("·", start, longest)
    sounds = spelt(text, last_dot + 1, longest)
    likely = sounds.end() if sounds else longest
    abdu = _ABDU.match(text, last_dot + 1)
    for end in range(abdu.end() if abdu else last_dot + 2, longest + 1):
        ends = _ENDS.match(text, end)
        if ends and _is_clear(ends):
            return (end, 0.95) if end - likely < 3 else (likely, 0.7)
        if ends and end > last_dot + 2:
            likely = min(likely, end)
    return likely, 0.7
