"""Chinese personal names, told by their surnames."""

from __future__ import annotations

import re

# The surnames of 百家姓 (Song dynasty), in their order and in simplified characters, then those
# that are common today and not among them.
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
    "鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
    "和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭"
    "梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚"
    "程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫"
    "宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴郁胥能苍双"
    "闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容"
    "向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空"
    "曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖付闫代覃邸仝苟岳佟帅楚丘萨麦尧卿"
    "趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華謝鄒蘇魯韋馬鳳費賀湯羅畢鄔時傅齊顧黃蕭貝計談龐熊紀項董藍閔賈婁"
    "顏鍾駱盧應鄧單諸龔陸榮儲車寧厲劉龍葉賴喬蒼雙聞黨譚勞馮連習廣師鞏聶簡饒關紅遊權蓋馮閻溫莊邊農"
)
COMPOUND_SURNAMES = frozenset(
    re.findall(
        "..",
        "万俟司马上官欧阳夏侯诸葛闻人东方赫连皇甫尉迟公羊澹台公冶宗政濮阳淳于单于太叔申屠公孙仲孙轩辕令狐"
        "钟离宇文长孙慕容鲜于闾丘司徒司空南宫西门东郭百里呼延端木",
    )
)
_COMPOUND_NAME = re.compile(rf"(?:{'|'.join(sorted(COMPOUND_SURNAMES))})[\u4e00-\u9fff]{{1,2}}$")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}$")
_MINORITY_NAME = re.compile(r"[\u4e00-\u9fff]{2,6}(?:[·•][\u4e00-\u9fff]{2,8}){1,2}$")
# Words of a title page that begin with the character of a surname.
_NO_NAMES = re.compile(
    r"(?:方案|计划|通知|通报|公告|简介|简报|全文|时间|关于|高层|经济|国务院|印发|印制)$"
)


def is_personal_name(text: str) -> bool:
    """Whether `text`, a line of its own, looks like one or more Chinese personal names.

    >>> [is_personal_name(text) for text in ("欧阳修", "张三、李四", "目录")]
    [True, True, False]
    """
    names = re.split(r"[、，, ]", text)
    return bool(text) and all(_is_one_name(name) for name in names)


def _is_one_name(text: str) -> bool:
    if _NO_NAMES.match(text):
        return False
    if _COMPOUND_NAME.match(text) or _MINORITY_NAME.match(text):
        return True
    return _NAME.match(text) is not None and text[0] in SURNAMES
