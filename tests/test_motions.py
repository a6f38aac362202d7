"""What a list of 提案 says of one of them is quoted from that one's lines, and with its title."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.answers.found import Way
from tests.conftest import asking

WITH_REPLIES = """澄海市政协提案及答复选编

编者按：现选登三件提案，连同答复一并刊出。

提案一　关于治理夜间渣土运输噪声的提案（第0108号）
提案人：佘文澜（市建筑设计院高级工程师）
案由：去年收到夜间噪声投诉4126件，四成与渣土车有关。
建议：
1. 二十二点以后禁止渣土车进入居民区。
2. 给每辆渣土车装上卫星定位。
主办单位：市城市管理局。会办单位：市公安局、市生态环境局。
答复日期：2026年5月11日
办理结果：部分采纳
答复：关于第1条建议，暂不采纳，理由是白天限行后工期难以保证。关于第2条建议，予以采纳，年底前装完1280辆。
提案人反馈：基本满意。

提案二　关于修复滨海红树林的提案（第0131号）
提案人：民建澄海市委会
案由：红树林面积比十年前少了三成。
建议：
1. 设立红树林修复基金。
2. 把修复成效纳入考核。
3. 禁止围垦滩涂。
4. 建立护林员队伍。
5. 向渔民发放补偿。
6. 清理互花米草。
7. 培育本地树苗。
8. 划定禁渔区。
9. 设置潮位观测站。
10. 编写科普读本。
11. 每年公布监测结果。
12. 接入卫星遥感。
主办单位：市林业局。
答复日期：2026年6月2日
办理结果：采纳
答复：两条建议均予采纳，今年先修复420亩。
提案人反馈：满意。

提案三　关于规范露营地管理的提案（第0155号）
提案人：佘文澜、苗青禾（联名）
案由：露营地缺少消防设施。
建议：
1. 制定露营地消防标准。
主办单位：市文化和旅游局。会办单位：市消防救援支队。
答复日期：2026年6月20日
办理结果：采纳
答复：标准将于九月发布。
"""
NUMBERED = """阮江县政协提案目录

【第021号】
案　　由：关于增开城乡夜班公交的提案
提 案 人：葛云帆（县政协委员）
承办单位：县交通运输局
建　　议：末班车延到二十二点；增开四条夜班线路。

【第034号】
案　　由：关于2026年保护古茶园的提案
提 案 人：九三学社阮江县总支
界　　别：九三学社
承办单位：县农业农村局
建　　议：建立古茶树名录。
"""
MARKED = """# 2026年重点建议摘登

## 1. 关于扩大普惠托育供给的建议

- **领衔代表**：孔令仪
- **承办单位**：市卫生健康委

全市三岁以下婴幼儿5.2万人，托位只有9800个。

## 2. 关于推广车位错时共享的建议

- **领衔代表**：蒲英
- **提出日期**：2026年1月8日
- **承办单位**：市住建局

夜间停车缺口约三万个。

## 附：座谈摘要

孙小满代表说，老旧小区的停车费每月120元。
"""


REPLY = """# 澄海市教育局对市政协第0210号提案的答复

**凌若水、贝小舟委员：**

你们提出的《关于在中学开设游泳课的提案》收悉。现答复如下。

全市有泳池的中学17所。
"""

LETTER = """对第3172号建议的答复

封若谷等6名代表：

你们提出的《关于给渡口加装护栏的建议》（第3172号）收悉。现答复如下。

护栏已列入明年计划。

联系单位及电话：内河航运处 021-6688 0192
"""


assistant = asking(
    {
        "选编.txt": WITH_REPLIES,
        "目录.txt": NUMBERED,
        "摘登.md": MARKED,
        "答复.md": REPLY,
        "函.txt": LETTER,
    }
)


@pytest.mark.parametrize(
    ("question", "says", "not_said"),
    [
        ("渣土运输噪声的提案是谁提的？", "佘文澜（市建筑设计院", "苗青禾"),
        ("红树林提案由哪个单位主办？", "市林业局", "城市管理局"),
        ("渣土噪声提案的会办单位有哪些？", "市公安局、市生态环境局", "消防"),
        ("露营地管理提案什么时候答复的？", "2026年6月20日", "5月11日"),
        ("规范露营地管理的提案是哪两位委员提的？", "佘文澜、苗青禾", "民建"),
        ("渣土运输噪声提案提了哪几条建议？", "装上卫星定位", "红树林"),
        ("渣土噪声提案第2条建议采纳了吗？", "年底前装完1280辆", "暂不采纳"),
        ("渣土噪声提案第1条为什么没采纳？", "工期难以保证", "1280辆"),
        ("红树林提案的第十二条建议是什么？", "接入卫星遥感", "监测结果"),
        ("民建澄海市委会的提案被采纳了吗？", "两条建议均予采纳", "暂不采纳"),
        ("提案人对渣土噪声提案的答复满意吗？", "基本满意", "九月"),
        ("第0131号提案是关于什么的？", "修复滨海红树林", "露营"),
        ("市林业局主办了哪件提案？", "修复滨海红树林", "渣土"),
        ("夜班公交提案由谁承办？", "县交通运输局", "农业"),
        ("0210号提案是谁提的？", "凌若水、贝小舟", "佘文澜"),
        ("领衔提出第3172号建议的代表是谁？", "封若谷", "凌若水"),
        ("中学开游泳课的提案是谁提的？", "凌若水、贝小舟", "佘文澜"),
        ("古茶园提案的提案人是谁？", "九三学社阮江县总支", "葛云帆"),
        ("夜班公交的提案有什么建议？", "增开四条夜班线路", "古茶树"),
        ("蒲英那份车位错时共享的建议是哪一天提出的？", "2026年1月8日", "承办"),
        ("车位错时共享的建议归谁办，承办单位是哪个？", "市住建局", "卫生健康委"),
    ],
)
def test_the_line_that_says_it_is_quoted(
    assistant: Assistant, question: str, says: str, not_said: str
) -> None:
    found = assistant.inspect(question)
    quoted = "".join("".join(quote.text.split()) for quote in found.answer.quotes)
    assert found.way is Way.MOTION
    assert says in quoted and not_said not in quoted


def test_what_a_motion_says_is_its_movers(assistant: Assistant) -> None:
    answer = assistant.ask("蒲英的建议里夜间停车缺口有多少个？")
    assert answer.answered and "约三万个" in answer.quotes[0].text
    assert not assistant.ask("蒲英的建议里老旧小区的停车费每月多少元？").answered


def test_a_reply_may_say_anything_of_itself(assistant: Assistant) -> None:
    assert "021-6688 0192" in assistant.ask("3172号建议的答复 联系电话").quotes[0].text


def test_what_only_the_others_have_is_refused(assistant: Assistant) -> None:
    for question in (
        "红树林提案的会办单位是谁？",
        "提案人对露营地提案的答复满意吗？",
        "哪个部门没有采纳红树林提案的建议？",
    ):
        found = assistant.inspect(question)
        assert found.way is Way.MOTION and not found.answer.answered


def test_a_number_is_not_found_within_another(assistant: Assistant) -> None:
    # 2026年重点建议 and 第0131号 are no such numbers
    for question in ("第202号提案是谁提的？", "013号提案由哪个单位主办？", "第2号提案是谁提的？"):
        assert not assistant.ask(question).answered
    assert "葛云帆" in assistant.ask("第0021号提案是谁提的？").quotes[-1].text


LIST = """县政协提案清单

0031 关于保护古井的提案 江照水 县文旅局

0047 关于疏浚沟渠的提案 白听雨 县水利局
"""
listed = asking({"清单.txt": LIST})


def test_a_number_alone_tells_the_row_of_a_list(listed: Assistant) -> None:
    quoted = listed.ask("县政协第0031号提案是谁提的？").quotes
    assert "江照水" in quoted[0].text and not any("白听雨" in quote.text for quote in quoted)
    assert not listed.ask("县政协第0052号提案是谁提的？").answered


def test_whose_motions_are_asked_for_hears_their_titles(assistant: Assistant) -> None:
    quotes = assistant.ask("佘文澜参与提出了哪些提案？").quotes
    titles = ("渣土运输噪声的提案", "规范露营地管理的提案")
    assert all(any(title in quote.text for quote in quotes) for title in titles)


def test_what_a_question_asks_of_no_one_of_them_is_not_told_of_one(assistant: Assistant) -> None:
    assert assistant.inspect("夜间噪声投诉有多少件？").way is not Way.MOTION
    assert assistant.inspect("提案由哪个单位主办？").way is not Way.MOTION


ABOVE = """某部对三件建议提案的答复

【之一】
对第4127号建议的答复
领衔代表：罗启东（等7名代表联名）
案由：关于提高农村公路养护补助标准的建议

罗启东等代表：
您提出的建议收悉。村道标准由各省自行确定。

【之二】
对第02216号提案的答复
提案人：贺兰明委员
案由：关于改善货车司机停车条件的提案

贺兰明委员：
您提出的提案收悉。停车两小时内免费。

【之三】
对第6038号建议的答复
领衔代表：尤海安（等12名代表联名）
案由：关于支流港口岸电建设的建议

尤海安等代表：
您提出的建议收悉。三年内建成。
"""
above = asking({"答复.txt": ABOVE})


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("谁提出了改善货车司机停车条件的提案？", "贺兰明"),
        ("关于农村公路养护补助标准的建议是谁提的？", "罗启东"),
        ("第6038号建议的领衔代表是谁？", "尤海安"),
    ],
)
def test_who_stands_above_the_title_moved_it(above: Assistant, question: str, who: str) -> None:
    answer = above.ask(question)
    quoted = "".join(quote.text for quote in answer.quotes)
    assert who in quoted
    assert [name for name in {"贺兰明", "罗启东", "尤海安"} - {who} if name in quoted] == []


FRAMED = """民盟桐溪市委员会集体提案选登

一、关于规范城市夜市经营秩序的提案
【案由】去年接到油烟和噪声投诉3870件。
【建议】（一）划定十二处固定夜市。（二）由街道聘请摊主自治员。
执笔：民盟城建支部，时若兰

二、关于加强校外托管机构管理的提案
【案由】对全市460家校外托管机构做了暗访，看护人员没有健康证的有210家，灶具老化的有97家，去年还因煤气使用不当造成五名学生送医。
【建议】（一）市市场监督管理局应建立灶具年检制度。（二）每人照看学生不超过15人，时间不晚于二十点。
【办理结果】市教育局已采纳。
执笔：民盟教育支部，柏念慈
"""
framed = asking({"选登.txt": FRAMED})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("夜市经营秩序的提案有哪些建议？", ["十二处固定夜市", "摊主自治员"]),
        ("夜市经营秩序的提案是谁执笔的？", ["时若兰"]),
        # It is named by what it tells of.
        ("看护没有健康证、煤气出事那份提案是谁执笔的？", ["柏念慈"]),
        ("学生因为煤气进医院那份提案谁写的？", ["柏念慈"]),
        ("看护没有健康证那份提案办理结果怎么样？", ["市教育局已采纳"]),
    ],
)
def test_a_framed_label_tells_it_and_who_wrote_it_stands_below(
    framed: Assistant, question: str, told: list[str]
) -> None:
    quoted = "".join(quote.text for quote in framed.ask(question).quotes)
    assert all(words in quoted for words in told)


def test_what_no_line_tells_is_not_told(framed: Assistant) -> None:
    assert not framed.ask("夜市提案的主办单位是哪家？").answered
