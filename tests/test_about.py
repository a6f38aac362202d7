"""Questions about a document itself: its own lines answer them, not what it says of others."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.answers.about import named_document
from assistant.answers.found import Way
from corpus.types import Document
from tests.conftest import asking

BRIEF = """园区供热改造研究专报
江畔产业研究院　2026年第4期（总第58期）
2026年3月2日印发
执笔：周令仪　　审定：何其正

一、现状
全国有园区锅炉1200台，其中燃煤锅炉占四成。全国人大代表、北岸热力公司董事长孙立成建议，对燃煤锅炉改造给予三成补贴。

二、我们的建议
先易后难。两年内改造200台小型燃煤锅炉，由园区统一采购。
算好账。按节煤量给予奖励，每吨标准煤奖励300元。
管住新增。新建园区不再批准燃煤锅炉。

三、主要问题
一是管网太旧。漏掉的热占两成。二是热价太低。三年没有动过。

四、附录
调研时间为2025年10月。
"""

REPORT = """热价三年没动，锅炉房怎么办

《河东晨报》　2026年3月10日　A03版
本报特派记者　常怀远　罗一川　发自北京

全国有供热企业三千家，半数亏损。记者走访了四个城市，听到的话记在下面。
"""

SURVEY = """冷库行业白皮书（2025年度）

长风研究　交通组
分析师：晏知秋　　联系人：秦小满
发布日期：2026年4月6日

一、规模

2025年行业收入达到271亿元，比上年增长一成，增量主要来自医药和预制食品两个板块。

二、风险

电价上行，事故频发，头部企业打价格战，都会拖累来年的利润，需要继续观察。
"""

MINUTES = """# 供热价格座谈会纪要

**时间**：2026年1月20日
**记录**：傅小棠

### 邱望山

他抱怨气价一年涨了两成，热价三年没有动。

### 温如玉

她说管网漏损率已降到百分之八。

> 本纪要1月22日成稿，1月25日经主持人核定。
"""


SPEECH = """# 水务工作报告

（2026年1月9日在全省水务会议上 厅长 岑望舒）

全省供水管网漏损率为百分之九。
"""


YEARLESS = """气务工作报告（摘要）
——1月11日在全市燃气大会上
局长 邬青禾

现在，我代表市燃气局向大会报告工作。
"""


UNDATED = """锅炉爆燃之后

2023年10月12日，河西园区一台锅炉爆燃，十二家企业停产。厂里说，锅炉已用了二十年，早该换了。编辑部整理了三份口述。

（本报记者 单小松 整理）
"""


TALK = """修一条不漏水的管

《河西日报》记者　闻人月　2026年5月6日

记者：管网为什么漏？

骆青山：接头老了。

记者：要修多久？

骆青山：两年。
"""


assistant = asking(
    {
        "爆燃.txt": UNDATED,
        "访谈.txt": TALK,
        "专报.txt": BRIEF,
        "纪要.md": MINUTES,
        "报道.txt": REPORT,
        "水务.md": SPEECH,
        "冷库.txt": SURVEY,
    }
)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("供热改造那份专报是谁执笔的？", ["周令仪"]),
        ("供热改造的专报总第几期？谁审定的？", ["总第58期", "何其正"]),
        ("供热改造研究专报是哪天印发的？", ["2026年3月2日"]),
        ("供热改造那份专报是哪个机构的谁写的？", ["江畔产业研究院", "周令仪"]),
        ("河东晨报这篇是几号登的，记者是谁？", ["2026年3月10日", "常怀远"]),
        ("讲热价三年没动的那篇报道登在哪家报纸？", ["《河东晨报》"]),
        ("座谈会纪要是谁记录的、哪天定的稿？", ["傅小棠", "1月25日"]),
        ("热价三年没动那篇是几号登的，谁采写的？", ["2026年3月10日", "常怀远"]),
        ("工作报告是谁作的，在什么会上？", ["厅长 岑望舒", "全省水务会议上"]),
        ("这份纪要是谁记录的？", ["傅小棠"]),
        ("冷库那份白皮书是哪家机构、哪位分析师写的？", ["长风研究", "晏知秋"]),
        ("冷库那份白皮书分哪几个部分？", ["一、规模", "二、风险"]),
        ("这篇访谈是哪家报纸的哪位记者写的？", ["《河西日报》", "闻人月"]),
        ("冷库那份白皮书正文分哪两大块？", ["一、规模", "二、风险"]),
        ("锅炉爆燃之后这篇报道是哪位记者整理的？", ["本报记者 单小松 整理"]),
        ("河东晨报那篇报道哪天见报的，哪个记者采的？", ["2026年3月10日", "常怀远"]),
    ],
)
def test_a_document_speaks_of_itself(assistant: Assistant, question: str, says: list[str]) -> None:
    quoted = "".join(quote.text for quote in assistant.ask(question).quotes)
    assert [part for part in says if part not in quoted] == []


yearless = asking({"气务.txt": YEARLESS, "水务.md": SPEECH, "爆燃.txt": UNDATED})


def test_a_day_without_its_year_is_told_by_the_line_that_says_where(yearless: Assistant) -> None:
    answer = yearless.ask("气务工作报告是哪天向大会作的？")
    assert [quote.text for quote in answer.quotes] == ["——1月11日在全市燃气大会上"]


def test_of_which_document_is_told_by_the_answer_before(assistant: Assistant) -> None:
    found = assistant.inspect("作者是谁？", ["全国有多少台园区锅炉？"])
    assert found.resolved == "《园区供热改造研究专报》作者是谁？"
    assert "周令仪" in found.answer.quotes[0].text


@pytest.mark.parametrize(
    "question", ["专报里谁建议给予三成补贴？", "专报提到的燃煤锅炉改造补贴是谁建议的？"]
)
def test_what_a_document_says_is_looked_for_in_it(assistant: Assistant, question: str) -> None:
    found = assistant.inspect(question)
    assert found.way is not Way.DOCUMENT_HEAD
    assert "孙立成" in found.answer.text


def test_what_a_report_recommends_is_its_own_section(assistant: Assistant) -> None:
    found = assistant.inspect("江畔产业研究院自己开了哪几条药方？")
    assert found.way is Way.HEADED
    quoted = "".join(quote.text for quote in found.answer.quotes)
    assert all(part in quoted for part in ("先易后难。两年内", "每吨标准煤", "不再批准燃煤锅炉"))
    assert "孙立成" not in quoted and "调研时间" not in quoted


def test_what_problems_a_report_finds_is_its_own_section(assistant: Assistant) -> None:
    found = assistant.inspect("园区供热改造存在哪些主要问题？")
    assert found.way is Way.HEADED
    quoted = "".join(quote.text for quote in found.answer.quotes)
    assert all(part in quoted for part in ("管网太旧", "热价太低")) and "孙立成" not in quoted
    assert assistant.inspect("燃煤锅炉补贴存在哪些主要问题？").way is not Way.HEADED


@pytest.mark.parametrize("question", ["与会代表有什么建议？", "社会各界对供热改造有什么建议？"])
def test_what_others_recommend_is_not_the_reports_section(
    assistant: Assistant, question: str
) -> None:
    assert assistant.inspect(question).way is not Way.HEADED


MINE = """盐湖新材料基地建设简讯

执笔：葛望津

2026年5月8日印发

正极材料由西岭盐业公司生产，产线2026年9月投产。新材料基地2027年6月建成。碳酸锂收储方案从7月1日起开始实施。县人民医院对保供提出了两条建议。

二、建议

多建仓库。少跑长途。
"""
mine = asking({"简讯.txt": MINE})


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("正极材料是哪家公司生产的？", "西岭盐业公司生产"),
        ("新材料基地何时建成？", "2027年6月建成"),
        ("正极材料产线何时投产？", "2026年9月投产"),
        ("碳酸锂收储方案哪天开始实施？", "7月1日起"),
    ],
)
def test_what_a_document_is_on_is_not_the_document(
    mine: Assistant, question: str, says: str
) -> None:
    found = mine.inspect(question)
    assert found.way is not Way.DOCUMENT_HEAD
    assert says in "".join(quote.text for quote in found.answer.quotes)


def test_a_hospital_is_no_author(mine: Assistant) -> None:
    assert mine.inspect("县人民医院对保供提出了哪些建议？").way is not Way.HEADED


def test_what_every_head_has_names_no_document() -> None:
    roads = Document("公路.txt", "公路报告\n作者：李明\n\n修了三条。", "公路报告")
    water = Document("水利.txt", "水利报告\n省水利厅\n\n挖了两条渠。", "水利报告")
    assert named_document([roads, water], "这份报告的作者是谁？") is None
    assert named_document([roads, water], "水利报告的作者是谁？") == water


REPORTS = {
    "2023.txt": """2023年东河市政府工作报告

——2023年1月10日在东河市第八届人民代表大会第三次会议上

市长
齐　悦

各位代表：

现在，我代表市人民政府，向大会报告政府工作，请予审议。

一、2022年工作回顾

全市新开公交线路十二条，乘客满意率达到九成。
""",
    "2024.txt": """2024年东河市政府工作报告

——2024年1月9日在东河市第八届人民代表大会第四次会议上

市长
端木青

各位代表：

现在，我代表市人民政府，向大会报告政府工作，请予审议。
""",
    "决议.txt": """东河市第八届人民代表大会第四次会议关于政府工作报告的决议

2024年1月12日东河市第八届人民代表大会第四次会议通过

会议听取和审议了政府工作报告，决定批准这个报告。
""",
}
reports = asking(REPORTS)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("2023年政府工作报告是谁作的？", "齐悦"),
        ("谁在2024年作了政府工作报告？", "端木青"),
        ("2024年1月9日在人代会上作政府工作报告的是哪位市长", "端木青"),
    ],
)
def test_who_gave_the_report_of_a_year_is_told_by_its_head(
    reports: Assistant, question: str, name: str
) -> None:
    assert [quote.text for quote in reports.ask(question).quotes] == [name]


def test_the_date_of_what_is_told_is_not_the_documents(assistant: Assistant) -> None:
    found = assistant.inspect("锅炉爆燃那篇报道是哪天发布的？")
    assert found.way is not Way.DOCUMENT_HEAD


REPLY = """西原市民政局关于第12号建议的答复

西民函〔2026〕7号

余听澜代表等3位代表：

您提出的关于社区食堂的建议收悉，现答复如下：

一、已经做的工作

全市开了三十家社区食堂，每天供餐八千份。

二、下一步工作

（一）老城区再开二十家，年底前完成。

（二）餐费补助提高到每餐五元。

感谢您对民政工作的关心，希望继续提出意见。

联系人：何守信　　电话：12345678
"""
reply = asking({"答复.txt": REPLY})


def test_what_is_done_next_is_the_section_headed_so(reply: Assistant) -> None:
    answer = reply.ask("民政局接下来要做哪两件事？")
    assert [quote.text[:3] for quote in answer.quotes] == ["（一）", "（二）"]
    assert "感谢" not in answer.text + "".join(quote.text for quote in answer.quotes)


def test_the_number_of_a_reply_is_its_own(reply: Assistant) -> None:
    quotes = reply.ask("第12号建议那个答复的文号是多少？").quotes
    assert [quote.text for quote in quotes] == ["西民函〔2026〕7号"]


def test_whom_a_reply_speaks_to_has_asked_for_it(reply: Assistant) -> None:
    quotes = reply.ask("推进社区食堂的建议是哪位代表提的？").quotes
    assert "余听澜代表等3位代表：" in [quote.text for quote in quotes]


def test_where_somebody_works_is_told_by_their_post_alone(reply: Assistant) -> None:
    assert not reply.ask("余听澜代表在哪个单位工作？").answered
