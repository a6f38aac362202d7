"""A sentence on whom or what is asked about that tells none of the particular is no answer; what
only looks like asking for one is answered.
"""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.sentences.ranker import Lack
from tests.conftest import asking

TEXT = """# 梅溪县渡口调研

2025年11月

梅溪县有渡口23处，去年渡运行人41万人次。渡口安全专班由县交通局牵头。

渡工　田广福　水手　石阿水

老船闸长180米、宽23米，是航道上的咽喉。

渡运客流最大的渡口，第一大是青石渡，占三成二。

去年有一家船舶公司出价90万元，想买下青石渡的经营权，县里没有答应。

青石渡去年翻修了两次，第二次花了26万元。

落水受伤的两名乘客当天送到了县医院。

石阿水1998年从医学院毕业后上船，至今没有离开。沿江三镇的常住人口比上年减少3400人。

县航运协会副会长骆长洲估算，一条渡船一年烧油1.3万元。

县水上搜救中心的救援电话平均等候19秒，比去年缩短6秒。

新渡船2025年5月开航，末班延到晚上八点。

《渡口管理办法》表决时得赞成票27张。

四个主渡口所在镇的数据见下表。

| 镇名 | 主渡产品 | 渡口平均利用率 |
| --- | --- | --- |
| 青石镇 | 12 | 71% |
| 柳湾镇 | 31 | 39% |

三家渡运站的意见：田广福提出，安全投入不可逾越“底线”。渡工田广福说，最难的是夜渡没有灯。田广福建议，每处渡口装两盏太阳能灯。
"""

assistant = asking({"梅溪县渡口调研.md": TEXT})


@pytest.mark.parametrize(
    "question",
    [
        "前年渡运行人多少人次？",
        "渡口安全专班的局长是谁？",
        "田广福是哪一年当上渡工的？",
        "老船闸的闸室有多深？",
        "第二大的渡口是哪一处，占几成？",
        "想买下青石渡经营权的是哪家船舶公司？",
        "渡口的柴油产量是多少？",
        "青石渡第一次翻修花了多少钱？",
        "落水受伤的两名乘客后来治好了吗？",
        "县航运协会的会长是谁？",
        "石阿水是哪所医学院毕业的？",
        "沿江三镇的常住人口有多少？",
    ],
)
def test_what_is_not_told_is_not_answered(assistant: Assistant, question: str) -> None:
    found = assistant.inspect(question)
    assert not found.answer.answered
    assert found.why in {Lack.PARTICULAR, Lack.YEAR, Lack.PERSON, Lack.PLACE}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("打救援电话要等多久？", "平均等候19秒"),
        ("新渡船是哪天开航的？", "2025年5月开航"),
        ("《渡口管理办法》得了几张赞成票？", "赞成票27张"),
        ("“不可逾越底线”说的是什么？", "安全投入"),
        ("四个主渡口镇里，哪个镇的渡口平均利用率最低？", "柳湾镇"),
        ("田广福打算怎么解决夜渡没有灯的难题？", "太阳能灯"),
    ],
)
def test_what_only_looks_like_it_is_answered(
    assistant: Assistant, question: str, words: str
) -> None:
    answer = assistant.ask(question)
    assert answer.answered and words in "".join(quote.text for quote in answer.quotes)


YEARBOOK = """# 棠湖区年鉴摘录

下一步，重点推进老旧管线更新工作。

棠湖时代研制的钠盐电池，已在三条公交线上试用。

问卷调查由区消费者协会完成，收回问卷1200份。

区图书馆有分馆六处，设座位900个。

热线电话接到市民诉求8000件，办结率九成八。

省会青棠率先试点垃圾计重收费。

窑炉改造前年耗煤3万吨，改造后降到1.9万吨。

柏树乡村小学率先开设种植课。

垃圾中转站在8所学校试点。

去年办理人大代表建议46件，全部办结。

茶农代表霍茂林建议改种新茶树，多收春茶。

全区村委会320个，返乡大学生1500人，社会办医院床位640张。电解铝产能达到45万吨。

2026年《政府工作报告》提出，新增充电桩900个。

区里推行“四早一快”巡查法：
（一）早发现、早登记、早派单、早答复。
（二）快办结。

公交集团收入构成（单位：万元）
业务            2025年收入    占比      2024年收入    增长
广告与出租      12,300        6.1%      9,800         25.5%
客票            88,100        43.7%     86,900        1.4%

今年的预期目标是：地区生产总值增长4%；固定资产投资增长6%。

《棠湖公约》今年签署。该公约由区商会会长单位棠湖茶行牵头发起，首批签约商户四十家。
"""
yearbook = asking({"年鉴.md": YEARBOOK})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("棠湖区下一步重点推进什么工作？", "老旧管线更新"),
        ("哪家企业研制了三条公交线上试用的钠盐电池？", "棠湖时代研制"),
        ("问卷调查由哪个机构完成？", "消费者协会"),
        ("区图书馆有几处分馆？", "六处"),
        ("热线电话接到诉求多少件？", "8000件"),
        ("哪个省会率先试点垃圾计重收费？", "青棠"),
        ("“四早一快”指什么？", "早派单"),
        ("《棠湖公约》是谁牵头搞的？", "棠湖茶行牵头"),
        ("窑炉改造前年耗煤多少万吨？", "3万吨"),
        ("哪个乡村学校率先开设种植课？", "柏树"),
        ("去年答复代表建议多少件？", "46件"),
        ("谁建议改种新茶树，提高茶叶产量？", "霍茂林"),
        ("棠湖区的村民委员会有多少个？", "村委会320个"),
        ("返乡大学生有多少人？", "1500人"),
        ("区内民营医院有多少张床位？", "640张"),
        ("电解铝业的产能有多少？", "45万吨"),
        ("今年地区生产总值和固定资产投资目标各是多少？", "投资增长6%"),
        ("公交集团2024年广告与出租的收入是多少万元？", "9,800"),
        ("2026年政府工作报告提出新增多少个充电桩？", "900个"),
    ],
)
def test_another_word_for_it_answers(yearbook: Assistant, question: str, words: str) -> None:
    answer = yearbook.ask(question)
    assert answer.answered and words in "".join(quote.text for quote in answer.quotes)


def test_how_many_is_not_which_ones(yearbook: Assistant) -> None:
    found = yearbook.inspect("垃圾中转站在哪8所学校试点？")
    assert not found.answer.answered and found.why is Lack.PARTICULAR


def test_the_report_of_another_year_is_not_the_one_asked_of(yearbook: Assistant) -> None:
    found = yearbook.inspect("2025年政府工作报告提出新增多少个充电桩？")
    assert not found.answer.answered and found.why is Lack.YEAR


HEARING = """# 柳塘区公交听证会记录

2024年全区公交客流3100万人次，准点率为93%，居民出行公交分担占比28%。

区人大代表贺兰舟建议把夜班车延长到零点，并给换乘的学生免去第二程票价。

区政协委员桑若溪建议发放敬老乘车券，每人每月20次。

贺兰舟还提出在河西新建公交枢纽，配备充电桩和候车厅，方便山村居民进城。

第一批试点城市定为3个，名单待公布，方式有预约、定班、包车三种。

夜校试点成效明显，惠及三万名职工，下一步将在全区推广。

公交公司2025年9月将在山村选线试验预约公交，为期半年。前三名广告客户销售额合计310万元。

区交通局总工程师何望川：支持新能源车换代。现有柴油车车龄都在八年以上，修车钱一年要花240万元。

区财政局副局长江野渡表示，停车补偿到账慢的问题属实，明年先拨一半。

机场快线全长38公里，已运营四年。全省选择12个县级城市试行电子月票，每个补助30万元。
"""
hearing = asking({"听证会.md": HEARING})


@pytest.mark.parametrize(
    "question",
    [
        "谁建议取消敬老乘车券？",
        "贺兰舟建议提高学生票价了吗？",
        "贺兰舟建议缩短夜班车时间了吗？",
        "柳塘区的空驶率",
        "60岁以上乘客占多少？",
        "河西公交枢纽什么时候建成？",
        "何望川对桑若溪的敬老乘车券是怎么答复的？",
        "桑若溪为什么反对发放敬老乘车券？",
        "新建公交枢纽的牵头部门是哪个？",
        "第一批试点城市是哪3个城市？",
        "预约公交试验的结果怎么样？",
        "前三名广告客户的名称",
        "机场快线的设计时速是多少？",
        "试行电子月票的12个县级城市分别是哪些？",
    ],
)
def test_the_opposite_another_rate_or_no_date_is_not_told(
    hearing: Assistant, question: str
) -> None:
    assert not hearing.ask(question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("谁建议发放敬老乘车券？", "桑若溪建议发放敬老乘车券"),
        ("谁建议延长夜班车？", "夜班车延长到零点"),
        ("公交准点率是多少？", "93%"),
        ("夜校试点的成效如何？", "惠及三万名职工"),
        ("交通局总工程师为什么支持新能源车换代？", "车龄都在八年以上"),
        ("停车补偿到账慢，财政局怎么答复的？", "明年先拨一半"),
    ],
)
def test_what_they_did_propose_is_told_and_why(
    hearing: Assistant, question: str, words: str
) -> None:
    assert words in "".join(quote.text for quote in hearing.ask(question).quotes)


PEOPLE = """# 渡口人物

石阿水，青州临溪人，十六岁上船。

轮机师傅马尔科来自克罗地亚，在渡口修了九年船。

“哈弗”一词来自渔家话，意思是静水湾。

老趸船原址靠近两河交汇处，1996年拆除。

田广福说，安全投入不可逾越“底线”，再穷也不能省。

养粮大户孙满仓一年净挣20万元。孙满仓是合作社创始人。

三个渡口纳入改造，总投资4000万元，分别是青石渡、柳湾渡、芦花渡。

渡工培训由县劳动安全委员会组织。

柳湾航运董事长封一舟站在船头。
"""
people = asking({"渡口人物.md": PEOPLE})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("石阿水是哪里人？", "青州临溪人"),
        ("马尔科是哪国人？", "克罗地亚"),
        ("“哈弗”在渔家话里是什么意思？", "静水湾"),
        ("老趸船原来的地址在哪里？", "两河交汇处"),
        ("“底线”那句话原文怎么说的？", "不可逾越“底线”"),
        ("养粮大户孙满仓一年挣多少钱？", "20万元"),
        ("哪三个渡口纳入改造？", "青石渡、柳湾渡"),
        ("渡工培训由哪个部门负责？", "委员会"),
        ("柳湾航运的掌门人是谁？", "封一舟"),
    ],
)
def test_it_is_told_in_other_words_too(people: Assistant, question: str, words: str) -> None:
    assert words in "".join(quote.text for quote in people.ask(question).quotes)


def test_words_that_are_said_nowhere_are_not_quoted(people: Assistant) -> None:
    assert not people.ask("“红线”那句话原文怎么说的？").answered


PACES = """# 旧巷签约进度

各街道办理入户手续的用时，南关街道最长，达6.5天。
"""
paces = asking({"进度.md": PACES})


def test_what_takes_longest_is_slowest(paces: Assistant) -> None:
    assert "南关街道最长" in paces.ask("哪个街道办入户手续最慢，要几天？").quotes[0].text
    assert paces.inspect("哪个街道办入户手续最快？").why is Lack.PARTICULAR


RULES = """# 白石镇渔港管理办法

渔船漏报返港时间的，渔民可以拨打12395海上热线补报。

向港池倒油污的，给予警告；一年内再犯的，处300元罚款。

裴小满是石门县人，今天带来一样东西。

是一包干海苔，村里管它叫“龙须”。

渔民大会的签到簿编号“港19”，7时40分盖章封存。

镇上拖到年底才付渔具厂的网具款，逾期最长的一笔有58天。
"""
rules = asking({"办法.md": RULES})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("渔船漏报返港时间，打哪个电话补报？", "12395"),
        ("向港池倒油污，第二次被抓罚多少钱？", "300元"),
        ("裴小满带来的干海苔，老家管它叫什么？", "龙须"),
        ("渔民大会的签到簿编的是几号？", "港19"),
        ("渔民大会的签到簿几点盖的章？", "7时40分"),
        ("白石镇拖欠渔具厂的网具款，逾期最长的一笔有多少天？", "58天"),
    ],
)
def test_what_only_looks_like_a_particular(rules: Assistant, question: str, words: str) -> None:
    assert words in "".join(quote.text for quote in rules.ask(question).quotes)
