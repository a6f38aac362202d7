"""What is of another year, place or person than asked about is no answer, however like one."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.sentences.ranker import Lack
from tests.conftest import asking

TEXT = """茶叶产业调研

2026年3月8日

全国人大代表、云雾茶业集团董事长方启明建议，在福建、安徽建设三个茶叶标准化加工园区，并由省级财政补贴三成投资。

全国政协委员、茶叶研究所所长高若兰建议，对茶园施用有机肥的农户每亩补助120元。她认为，机采率低是茶叶成本高的主要原因。

高若兰主张，用期货稳定茶叶价格。

截至2024年底，全国茶园面积为5100万亩，其中有机茶园面积为260万亩，比2022年增加40万亩。

2025年，福建茶叶产量为56万吨，安徽茶叶产量为16万吨。

2025年全国茶叶出口42万吨，上年是37万吨；2024—2025榨季出口机制茶9万吨。

今年斗茶会上单价最高的是云雾毛尖，每斤4800元。茶山镇每千户有茶农612户。古茶树修复二期投资7亿元。本届斗茶会收茶样1.6吨。过去三年，茶师流失27人。

茶叶协会会长傅连山因病没有参加调研。

全省登记在册的茶农有12万人。2025年6月，全省外销茶叶3万吨。市农业局负责管护，每亩安排40元。青石县去年试种后，亩产提高一成；每亩补贴由县里定为90元。茶社今年2月底有社员843户，2023年底才156户。机采率去年为三成，名优茶采摘仍靠手工。

市政协六届五次会议期间共收到茶产业提案86件。评茶培训的学员中，初中生占一成。

全国政协委员、山茶研究会秘书长葛守正反对采摘夏茶，认为养树要紧；他支持统一茶叶标准。

《茶园提升方案（2025—2027年）》提出，2027年有机茶园占比达一成，比2020年高。到 2035 年茶园全部通路。

2032年茶具厂将关停，2028年起每年减产2万吨。试验茶棚日间温度不超过26℃。

据协会预测，2035年全国茶饮市场规模有望达到5万亿元。
"""

ELSEWHERE = """山北县建成茶叶博物馆，首年接待游客八万人次，门票收入全部用于古茶树保护。

古树巷同时改造完成，期货市场没有茶叶。龙井水库旁新栽了一片茶树。

松峰茶业的总经理由原来的财务总监鲍思齐接任。玉壶茶业与三十七家医院签有供茶协议。

为控制开支，今年的行政经费预算一律削减一成。包装茶的消费税按百分之七征收。

湖北省襄楚市康宁茶学院的学员平均年龄52.4岁。2014年办院时，院里投了46万，有贷款有集资。

关于茶农医保的建议，答复如下：三条茶路的医保覆盖率分别为34%、41%和29%。

周素琴、李大山等同志，就是他们中的优秀代表。

城东区的茶馆去年开到两百家。古树的运费补贴，市商务拿不出来，今年没有安排。

评茶师分级考核在两个县开头，历时五个月。门票由市发展和改革委员会定价。全年茶园投资增长8.5%。春茶单价涨到每斤310元。1—7月，茶具产量为20万套。

博物馆的灯用稀土荧光粉。浙江省有茶馆2万家。湖南省有制茶非遗项目15个。

东北地区茶砖每块42元，华东地区每块38元，东南茶社的茶砖销往西北、华南。全球茶园面积约530万公顷，印度居第二位。川藏茶路提前一年修通。茶警队三年内裁减员额三百。一成二的茶农反对用无人机。

“头采”在本馆指：清明前七天内采下的第一批芽叶。古树巷的修缮由县里出资，已经开工。杭州的茶楼正在翻修。

茶山市有一座茶厂，建成十年。

舟岭市的厂子小些。市长冯介安去看过。清茗茶厂的厂长是莫小满。评茶师可以干到60周岁。

松峰茶叶研究院预测，春茶减产。本院还预计，夏茶增产两成。一些做花茶的小厂“烘而不干”，原因是电不够。

各县从事茶业的人口两万八千，入社的人只有三千左右。将来要把40万“茶农工”人员纳入保险。
"""

TALK = """访谈：山里的茶怎样卖出去

记者：今天请来全国人大代表、碧螺合作社理事长卢以明，先说说去年的收成。

卢以明：收成不错。春天雨水多，芽头比往年壮。我们合作社去年采了8万斤鲜叶，比前年多了一成。

记者：还有什么难处？

卢以明：
当前有两个问题：
鲜叶没有人采。烘干房要排队三天。

我们打算办两件事：一是添三台烘干机，二是修一条水渠。
"""

BRIEFING = """发布会实录

发言人：各位记者，大家好。

去年茶叶流通顺畅。全省建成茶叶交易市场87家。
"""


SUBSIDY = f"""岭西省茶苗公报

岭西省茶叶集团公司今年向全省农户发放茶树苗补贴，每株补贴3.5元，由各县分两批兑付。

{"茶苗要选当年的，根须要全，运输时盖上湿布，到了地头当天就栽。" * 12}

泉陵市的茶博园五月开园。
"""


assistant = asking(
    {
        "茶苗.txt": SUBSIDY,
        "茶叶.txt": TEXT,
        "博物馆.txt": ELSEWHERE,
        "访谈.txt": TALK,
        "春山省发布会.txt": BRIEFING,
    }
)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("2021年底全国茶园面积是多少？", Lack.YEAR),
        ("泉陵市的茶树苗补贴是每株多少元？", Lack.PLACE),  # named far below, of something else
        ("市政协四次会议期间收到茶产业提案多少件？", Lack.YEAR),
        ("2030年全国茶园面积要达到多少？", Lack.YEAR),
        ("2025年湖北茶叶产量是多少？", Lack.PLACE),
        ("山北县有机茶园面积是多少万亩？", Lack.PLACE),
        ("水东县有多少万亩有机茶园？", Lack.PLACE),  # in none of the documents
        ("苏州有多少万亩有机茶园？", Lack.PLACE),
        ("2023—2024榨季出口机制茶多少万吨？", Lack.YEAR),
        ("傅连山会长对茶园施用有机肥怎么看？", Lack.PERSON),
        ("2025年福建烟叶产量是多少万吨？", Lack.GOODS),
        ("2026年全国茶园里的稀土是怎么处置的？", Lack.GOODS),  # another document names it
        ("古树巷的有机茶园面积是多少万亩？", Lack.PLACE),
        ("龙井水库的有机茶园面积是多少万亩？", Lack.PLACE),
        ("索道2号线安排了多少元？", Lack.GOODS),
        ("方启明建议每亩茶园补助多少元？", Lack.PERSON),
        ("高若兰建议建设几个茶叶标准化加工园区？", Lack.PERSON),
        ("全国登记在册的茶农有多少人？", Lack.PLACE),
        ("2025年7月全省外销茶叶多少吨？", Lack.YEAR),
        ("省林业局负责什么？", Lack.PLACE),
        ("青石县有机茶园面积是多少？", Lack.PLACE),
        ("2030年机采率要提高到多少？", Lack.YEAR),
        ("谁反对用期货稳定茶叶价格？", Lack.STANCE),
        ("哪位代表不赞成建设茶叶标准化加工园区？", Lack.STANCE),
        ("谁反对统一茶叶标准？", Lack.STANCE),  # he is against something else
        ("谁支持采摘夏茶？", Lack.STANCE),
        ("日本茶园面积是多少？", Lack.PLACE),
        ("西南地区的茶砖每块多少元？", Lack.PLACE),
        ("印度的茶园面积是多少万公顷？", Lack.PLACE),  # of the world it is told
        ("2026年有机茶园占比要达到多少？", Lack.YEAR),  # within the years of the plan only
        ("古茶树修复一期投资多少亿元？", Lack.YEAR),
        ("今年斗茶会上单价最低的是哪种茶？", Lack.PARTICULAR),
        ("茶山镇总共有多少户茶农？", Lack.PARTICULAR),
        ("上一届斗茶会收了多少吨茶样？", Lack.YEAR),
        ("2032年茶具厂每年减产多少吨？", Lack.YEAR),  # which is told of 2028
        ("有代表建议提高茶馆的消费税吗？", Lack.PARTICULAR),
        ("有没有委员建议禁止在茶园搞旅游？", Lack.PARTICULAR),
        ("去年茶师流失了多少人？", Lack.YEAR),
        ("高若兰的电话是多少？", Lack.PARTICULAR),
        ("评茶师分级考核是在哪两个县开头的？", Lack.PARTICULAR),
        ("评茶师分级考核归哪个部门管？", Lack.PARTICULAR),
        ("山北县茶叶博物馆投资多少？", Lack.PARTICULAR),
        ("2025年茶叶主要出口到哪个国家？", Lack.PARTICULAR),
        ("古茶树修复各期加起来投资多少亿元？", Lack.PARTICULAR),
        ("今年的斗茶会在什么地方举办？", Lack.PARTICULAR),
        ("城东区有多少万亩有机茶园？", Lack.PLACE),
        ("玉壶茶业的总经理是谁？", Lack.PLACE),
        ("方启明的前任是谁？", Lack.PARTICULAR),
        ("周素琴是做什么工作的？", Lack.PARTICULAR),
        ("评茶培训由哪个部门牵头？", Lack.PARTICULAR),
        ("市政协六届四次会议共收到多少件茶产业提案？", Lack.YEAR),
        ("评茶培训的学员中大学生占多少？", Lack.GOODS),
        ("秋茶的单价涨到多少了？", Lack.GOODS),
        ("云雾茶业集团总部在哪里？", Lack.PARTICULAR),
        ("古树巷的改造是哪天完成的？", Lack.PARTICULAR),
        ("高若兰对三个茶叶标准化加工园区有什么建议？", Lack.PERSON),
        ("7月份茶具产量是多少？", Lack.YEAR),
        ("浙江省温州市有多少家茶馆？", Lack.PLACE),
        ("杭州有多少万亩有机茶园？", Lack.PLACE),  # its tea house is told of
        ("茶山市的市长是谁？", Lack.PLACE),
        ("碧螺茶厂的厂长叫什么？", Lack.PLACE),
        ("玉壶茶业头一个本科学历的员工叫什么？", Lack.PLACE),
        ("古树茶叶研究院预计夏茶增产多少？", Lack.PLACE),  # 松峰茶叶研究院 is another
        ("县里为古树巷的修缮出资多少？", Lack.PARTICULAR),
        ("评茶师分级考核开头的两个县分别是哪两个？", Lack.PARTICULAR),
    ],
)
def test_nearly_what_is_asked_is_refused(assistant: Assistant, question: str, why: Lack) -> None:
    found = assistant.inspect(question)
    assert not found.answer.answered and not found.answer.quotes
    assert found.why is why


def test_what_is_asked_of_a_firm_is_no_part_of_its_name(assistant: Assistant) -> None:
    assert assistant.inspect("评茶站头一个本科学历的员工叫什么？").why is not Lack.PLACE


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("2024年底全国茶园面积是多少？", "5100万亩"),
        ("2024年全国茶叶出口多少万吨？", "上年是37万吨"),
        ("茶社社员从2023年底到今年2月底多了多少户？", "843户"),
        ("2025年福建茶叶产量是多少？", "56万吨"),
        ("高若兰建议每亩茶园补助多少元？", "120元"),
        ("方启明建议建设几个茶叶标准化加工园区？", "三个茶叶标准化加工园区"),
        ("高若兰认为茶叶成本高的原因是什么？", "机采率低"),
        ("2025年6月全省外销茶叶多少吨？", "3万吨"),
        ("谁反对采摘夏茶？", "葛守正"),
        ("北京认为茶叶成本高的主要原因是什么？", "机采率低"),  # the government, and not the city
        ("古茶树修复二期投资多少亿元？", "7亿元"),
        ("市商务局愿不愿意出古树的运费补贴？", "拿不出来"),
        ("过去三年茶师流失了多少人？", "27人"),
        ("谁支持统一茶叶标准？", "葛守正"),
        ("2035年有多少茶园要通路？", "全部通路"),  # the source writes a blank before 年
        ("市政协六届五次会议共收到多少件茶产业提案？", "86件"),
        ("山北县茶叶博物馆首年接待了多少游客？", "八万人次"),
        ("去年试种的是哪个县？", "青石县"),
        ("门票由哪个部门定价？", "发展和改革委员会"),
        ("全年茶园投资增长多少？", "8.5%"),
        ("1—7月茶具产量是多少？", "20万套"),
        ("浙江省有多少家茶馆？", "2万家"),
        ("四川的茶路提前多久修通？", "提前一年"),
        ("2025年福建茶叶产量是多少万吨？", "56万吨"),
        ("2028年起茶具厂每年减产多少吨？", "2万吨"),
        ("试验茶棚日间最多几度？", "26℃"),
        ("有没有代表建议建设茶叶加工园区？", "标准化加工园区"),
        ("2035年茶饮市场规模有多大？", "5万亿元"),  # aimed at, as all of a year to come
        ("茶警队要裁减多少人？", "员额三百"),
        ("多大比例的茶农坚决不同意无人机？", "一成二"),
        ("湖南非遗项目中制茶的有多少个？", "15个"),  # 南非 is not meant
        ("春茶的单价涨到多少了？", "310元"),
        ("玉壶茶业跟多少家医院签了供茶协议？", "三十七家"),
        ("供茶协议玉壶茶业签了多少家医院？", "三十七家"),  # two things, and no one firm
        ("松峰茶业的总经理是谁？", "鲍思齐"),
        ("襄楚市康宁茶学院的学员平均多大年纪？", "52.4岁"),  # its province is not asked about
        ("2014年办茶学院，院里一共投进去多少钱？", "46万"),
        ("答复里三条茶路的医保覆盖率分别是多少？", "34%、41%和29%"),
        ("文中说全国茶园面积有多大？", "5100万亩"),  # no Mr 文 says it
        ("今年的行政经费预算要砍掉多少？", "一成"),
        ("包装茶的消费税收几个点？", "百分之七"),
        ("评茶师最大可以干到多少岁？", "60周岁"),
        ("各县从事茶业的有多少人？", "两万八千"),
        ("要把多少“茶农工”人员纳入保险？", "40万"),
        ("舟岭市的市长是谁？", "冯介安"),
        ("茶叶博物馆说的“头采”是什么意思？", "清明前七天内"),
        ("松峰茶叶研究院预计夏茶增产多少？", "两成"),
        ("一些做花茶的小厂“烘而不干”，原因是什么？", "电不够"),
        ("2025年六月全省外销茶叶多少吨？", "3万吨"),
        ("春山省建成了多少家茶叶交易市场？", "87家"),  # the file's name says of which province
        # Not the city 期货市, which a document may seem to name.
        ("谁主张用期货市场稳定茶叶价格？", "高若兰"),
    ],
)
def test_just_what_is_asked_is_answered(assistant: Assistant, question: str, answer: str) -> None:
    assert answer in assistant.ask(question).quotes[0].text


def test_what_somebody_says_below_their_label_is_theirs(assistant: Assistant) -> None:
    answer = assistant.ask("卢以明的合作社去年采了多少斤鲜叶？")
    assert answer.answered and "8万斤" in answer.quotes[0].text
    answer = assistant.ask("卢以明说烘干房要排队几天？")
    assert answer.answered and "三天" in answer.quotes[0].text
    answer = assistant.ask("卢以明说打算办哪两件事？")
    assert answer.answered and "三台烘干机" in answer.quotes[0].text


REPORT = """茶山市政府工作报告

2026年1月12日在市人民代表大会上

茶山市市长　白景行

各位代表：

去年全市修通茶路86公里，改造茶厂12座。
"""
STORY = """茶路通了

本报记者　聂小满

车夫罗大川说，如今每趟少跑半天。
"""
signed = asking({"2026年茶山市政府工作报告.txt": REPORT, "报道.txt": STORY})


def test_a_report_is_in_the_words_of_whoever_signs_it_but_not_a_story(signed: Assistant) -> None:
    answer = signed.ask("白景行在报告中说修通了多少公里茶路？")
    assert answer.answered and answer.quotes[0].document.startswith("2026年")
    assert not signed.ask("聂小满说每趟少跑多久？").answered


def test_asked_who_said_it_the_label_above_is_quoted_too(assistant: Assistant) -> None:
    answer = assistant.ask("烘干房要排队三天，这话是谁说的？")
    assert [quote.text for quote in answer.quotes[:2]] == ["烘干房要排队三天。", "卢以明："]


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("2025年福建茶叶产量是多少？", "斯里兰卡呢？"),
        ("方启明建议建设几个茶叶标准化加工园区？", "那谁反对？"),
    ],
)
def test_what_names_something_else_is_not_on_the_topic_before(
    assistant: Assistant, before: str, question: str
) -> None:
    assert assistant.ask(before).answered
    assert not assistant.ask(question, [before]).answered


def test_years_in_words_are_replaced_too(assistant: Assistant) -> None:
    answer = assistant.ask("那2024年呢？", ["二〇二五年福建茶叶产量是多少？"])
    assert answer.resolved_question == "2024年福建茶叶产量是多少？"


COUNCIL = """青石县校舍改造协商会纪要

会议决定成立县校舍改造委员会，由栾知远任主任，严知白为顾问。

严知白的女儿在云雾师范学院念茶艺。一年内两次抽检不合格的施工队不得投标。

对学生杂费提高到四元，赞成者十一人，反对者十三人。
"""
council = asking({"纪要.txt": COUNCIL})


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("青石县校舍改造委员会的顾问是谁？", "严知白"),
        ("严知白的女儿在哪所学校？", "师范学院"),
        ("施工队一年内几次抽检不合格就不能投标？", "两次"),
        ("杂费提高到四元，赞成的和反对的各有几人？", "赞成者十一人，反对者十三人"),
    ],
)
def test_what_is_told_in_short_or_of_both_sides_is_answered(
    council: Assistant, question: str, answer: str
) -> None:
    assert answer in council.ask(question).quotes[0].text


CANALS = """灌区考察报告

## 一、白石滩灌区

灌区管理局局长祝良田介绍，改造花了三年，总投资6.2亿元。

## 二、红柳湾灌区

红柳湾灌区1985年建成，有效灌溉面积94万亩。

"""
TABLE = """引水统计

| 名称 | 所在市 | 2024年引水量（亿立方米） |
| --- | --- | --- |
| 白石滩 | 鹿鸣市 | 9.83 |
| 红柳湾 | 塔前市 | 3.95 |
"""
canals = asking({"灌区.md": CANALS, "引水.md": TABLE})


def test_what_stands_below_a_heading_is_of_what_it_names(canals: Assistant) -> None:
    assert "祝良田" in canals.ask("白石滩灌区管理局局长叫什么名字？").quotes[0].text
    assert not canals.ask("红柳湾灌区管理局局长叫什么名字？").answered


def test_a_row_may_leave_out_of_what_kind_its_place_is(canals: Assistant) -> None:
    assert "3.95" in canals.ask("红柳湾灌区2024年引水量是多少？").quotes[0].text


def test_a_column_may_be_named_by_its_unit(canals: Assistant) -> None:
    answer = canals.ask("白石滩引水到田的有多少亿立方米？")
    assert answer.answered and "9.83" in answer.quotes[0].text


FISHERY = """渔业座谈会纪要

湾头市海洋局

时间：2025年3月3日
地点：湾头宾馆
主持人：潘若水（局长）
列席：海晏远洋捕捞公司总经理荣大海、港务科科长

一、发言

荣大海说，补贴太低。他希望把柴油补贴从每吨120元提高到每吨180元。

今年在西非塞内加尔建补给站一座。开展近海执法专项行动，集中整治乱停、乱捕、乱排、乱扔。

有人说柴油涨价不影响出海，统计显示停航天数多了四成。

二是，渔民存款大幅度上升。上年末达到六千二百万元。

各公司情况：

- **远山渔业**：前年盈利310万元，已停用旧船。
- **星沙捕捞**：新船去年9月下水，造价2100万元。
- **捕捞补贴**：全年发放5.2亿元。

《休渔条例》自公布之日起三十日后施行。智利是捕鱼大国，渔获量占全球的27%。

西南渔业大学在西北部建有新校区，现有在校学生4万人。

《近海捕捞办法》经县政府会议通过，自2024年3月1日起施行。本办法施行前已领证的，应当在2024年9月30日前换证。
"""
fishery = asking({"纪要.txt": FISHERY})


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("海晏公司希望把柴油补贴提高到每吨多少？", "每吨180元"),  # whose manager is told above
        ("今年在非洲哪个国家建补给站？", "塞内加尔"),
        ("近海执法专项行动，要整治的是哪“四乱”", "乱停、乱捕"),  # so counted by whoever asks
        ("有人说柴油涨价不影响出海，拿什么统计来反驳？", "停航天数"),  # nobody's side is asked
        ("上年末渔民存款达到多少？", "六千二百万元"),  # which is told behind
        ("远山渔业前年盈利多少？", "310万元"),
        ("近海捕捞办法从哪天起施行？", "自2024年3月1日起"),
        ("休渔条例什么时候施行？", "公布之日起三十日后施行"),
        ("星沙捕捞的捕捞补贴是多少？", "5.2亿元"),
        ("智利的渔获量占比是多少？", "占全球的27%"),
        ("西南渔业大学有多少学生？", "学生4万人"),
        ("湾头市海洋局那次渔业座谈会是谁主持的？", "潘若水"),
    ],
)
def test_what_is_told_in_other_words_is_answered(
    fishery: Assistant, question: str, says: str
) -> None:
    answer = fishery.ask(question)
    assert answer.answered and any(says in quote.text for quote in answer.quotes[:2])


def test_what_one_of_those_listed_made_is_not_what_another_did(fishery: Assistant) -> None:
    found = fishery.inspect("星沙捕捞前年盈利多少？")
    assert not found.answer.answered and found.why is Lack.ROW


YEARS = {
    "1980年茶山县工作报告.txt": """1980年茶山县工作报告

1981年全县茶业计划主要指标安排如下。

茶园管护要跟上。茶砖86万块，比1980年预计增加9万块；茶具1484箱，增加224箱。
""",
    "茶山县2023年茶业公报.txt": """茶山县2023年茶业公报

全县茶叶产值46亿元，茶企212家，其中规模以上的19家。
""",
    "访谈.txt": """茶商访谈

记者：公司经营得怎么样？

唐见山：我们做黑茶的，2023年公司营业收入3.7亿元，今年准备添两条压茶线。
""",
}
of_years = asking(YEARS)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("1980年的报告计划1981年生产茶具多少箱？", "1484箱"),
        # In what is of no year itself, beside a bulletin of that year.
        ("唐见山的公司2023年营业收入多少？", "3.7亿元"),
        ("茶山县2023年茶叶产值是多少亿元？", "46亿元"),
    ],
)
def test_of_its_year_is_what_a_report_plans_and_what_an_interview_names(
    of_years: Assistant, question: str, answer: str
) -> None:
    assert answer in of_years.ask(question).quotes[0].text


SUMS = """# 充电桩建设情况

2021年至2024年，全市共新建充电桩4800根，其中2024年新建1700根。
"""
sums = asking({"充电桩.md": SUMS})


def test_the_sum_of_several_years_is_no_figure_of_one(sums: Assistant) -> None:
    for question in ("2022年新建充电桩多少根？", "2023年全市新建了几根充电桩？"):
        assert sums.inspect(question).why is Lack.YEAR
    for question in ("2024年新建充电桩多少根？", "2021年到2024年共建了多少根充电桩？"):
        assert "4800根" in sums.ask(question).quotes[0].text
