"""What the first lines of a document say about it."""

from __future__ import annotations

import pytest

from corpus.metadata import About, describe
from corpus.names import is_personal_name

BODY = (
    "\n\n当前形势复杂多变，机遇和挑战并存。我们要坚定信心，扎实推进各项工作，努力实现全年目标。\n"
)


@pytest.mark.parametrize(
    ("front", "stem", "about"),
    [
        (
            "关于加强资源储备的建议\n某某矿业研究院（某某智库）\n王明\n2024年3月5日",
            "a",
            About("关于加强资源储备的建议", "王明", "某某矿业研究院（某某智库）", "2024-03-05"),
        ),
        (
            "充电设施调查\n作者：李晓、欧阳修\n来源：某某日报\n2023-11-20",
            "b",
            About("充电设施调查", "李晓、欧阳修", "某某日报", "2023-11-20"),
        ),
        (
            "# 氢能比较\n**某某能源研究所　2026年第3期（总第18期）　执笔：李晓、欧阳修**",
            "b",
            About("氢能比较", "李晓、欧阳修", "某某能源研究所", "2026"),
        ),
        (
            "供热专报\n2026年3月2日印发\n某某研究院　2026年第4期　执笔：李晓、欧阳修　审定：王明",
            "b",
            About("供热专报", "李晓、欧阳修", "某某研究院", "2026-03-02"),
        ),
        ("供热见闻\n本报特派记者　李晓　王明　发自某地", "b", About("供热见闻", "李晓、王明")),
        ("供热见闻\n本报记者 李晓 通讯员 王明", "b", About("供热见闻", "李晓、王明")),
        (
            "# 供热报告\n（2026年1月9日在全省供热会议上 厅长 李晓）",
            "b",
            About("供热报告", "李晓", "", "2026-01-09"),
        ),
        (
            (
                "# 供热座谈会纪要\n**时间**：2026年1月22日（星期四）14:00\n**记录**：王明\n"
                "**出席**：\n- 李晓\n- 周和\n- 何平\n- 孙立\n- 高原\n- 方正\n- 秦川"
            ),
            "纪要",
            About("供热座谈会纪要", "", "", "2026-01-22"),
        ),
        ("建材扫描\n某某信息研究中心　王明", "b", About("建材扫描", "王明", "某某信息研究中心")),
        (
            "提案摘登\n来源：某某市政协提案委员会 整理：李晓 浏览：4,817次",
            "b",
            About("提案摘登", "", "某某市政协提案委员会"),
        ),
        ("产业观察\n张三/文", "c", About("产业观察", "张三")),
        (
            "政府工作报告\n——2024年3月5日在某某会议上\n某某市市长　\n李　明",
            "2024年某某市政府工作报告",
            About("2024年某某市政府工作报告", "李明", "", "2024-03-05"),
        ),
        (
            "工作报告\n（一九七八年二月二十六日）\n各位代表：",
            "d",
            About("工作报告", "", "", "1978-02-26"),
        ),
        ("２０２４年产业报告", "e", About("２０２４年产业报告", "", "", "2024")),
        ("某某市规划和2035年远景目标\n2060年前路线图", "e", About("某某市规划和2035年远景目标")),
        ("2024年规划实施情况", "e", About("2024年规划实施情况", "", "", "2024")),
        ("各位代表：", "1994年工作报告", About("", "", "", "1994")),
        ("一、工作回顾", "回顾", About()),
        ("# 年度总结\n2024年3月", "f", About("年度总结", "", "", "2024-03")),
        (
            "某某日报　　　　　　2026年3月9日　第05版　专版\n\n让村庄亮起来\n\n本报记者　李晓",
            "h",
            About("让村庄亮起来", "李晓", "某某日报", "2026-03-09"),
        ),
        (
            "某某省水利厅\n水提复〔2026〕58号\n关于第0317号提案的答复\n\n王明委员：",
            "i",
            About("关于第0317号提案的答复", "", "某某省水利厅"),
        ),
        (
            "某某市水利局文件\n水提复〔2026〕61号\n\n对第0402号建议的答复\n\n王明代表：",
            "k",
            About("对第0402号建议的答复"),
        ),
        (
            (
                "索引号：SL-15　发布机构：水利局\n某某市水利局关于第6号提案的答复\n提案人：王明\n"
                "主办单位：市水利局\n协办单位：市财政局\n类别：农业\n日期：见文末\n\n王明委员："
            ),
            "j",
            About("某某市水利局关于第6号提案的答复", "", "水利局"),
        ),
        ("", "没有标题", About()),
    ],
)
def test_first_lines(front: str, stem: str, about: About) -> None:
    assert describe(front + BODY, stem, "") == about


def test_a_title_broken_over_two_lines() -> None:
    assert describe("政府工作报\n告\n\n——2021年3月5日" + BODY * 2, "x", "").title == "政府工作报告"


def test_signed_at_the_end() -> None:
    text = "关于第6号提案的答复\n王明委员：" + BODY * 3 + "\n某某省水利厅　2026年6月18日\n"
    assert describe(text, "2025年答复", "").date == "2026-06-18"


def test_where_it_was_printed_stands_at_the_end() -> None:
    text = "供热见闻\n李晓" + BODY * 3 + "\n（本文刊于2026年3月第5期）\n"
    assert describe(text, "x", "").date == "2026-03"


def test_the_line_that_the_file_gives_as_title_is_the_title() -> None:
    text = "首页 | 财经\n\n低空要飞得起来\n记者 李晓　2026年3月6日" + BODY
    about = describe(text, "x", "低空要飞得起来_某某网")
    assert (about.title, about.organisation, about.date) == ("低空要飞得起来", "", "2026-03-06")


def test_no_text() -> None:
    assert describe("", "x", "") == About()


@pytest.mark.parametrize(
    "name", ["王明", "欧阳修", "李晓明", "张三、李四", "阿卜杜拉·买买提", "周勻", "欧小明"]
)
def test_names(name: str) -> None:
    assert is_personal_name(name)


@pytest.mark.parametrize(
    "line", ["", "目录", "方案", "全文", "工作报告", "国务院", "2024", "王", "海南省", "商报"]
)
def test_no_names(line: str) -> None:
    assert not is_personal_name(line)
