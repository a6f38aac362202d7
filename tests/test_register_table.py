"""Questions to the register, and the files it is handed out in."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assistant.messages import EN, ZH
from assistant.register import (
    Register,
    extract,
    merge,
    narrow,
    organisation_kind,
    people_named,
    records,
    select,
    sheet,
    spelt_out,
    table_of,
    to_csv,
    to_xlsx,
    with_role,
)
from assistant.register.select import find_people
from corpus import split
from corpus.types import Document
from tests.register_score import CASES, register_of

ROOT = Path(__file__).parents[1]
YEARS: dict[str, str] = {}


@pytest.fixture(scope="module")
def found() -> Register:
    paths = [*(ROOT / "corpus" / "documents").glob("*.txt"), CASES / "develop" / "textile.txt"]
    return merge(register_of(path) for path in paths)


def test_a_person_is_found_by_name_and_by_surname_and_title(found: Register) -> None:
    for words in ("丁士启", "丁代表", "丁士启代表", "丁董事长"):
        assert [person.name for person in find_people(found, words)] == ["丁士启"]
    assert [person.name for person in find_people(found, "袁院士")] == ["袁亮"]
    assert find_people(found, "丁委员") == find_people(found, "雷军") == ()
    named = people_named(found, "丁代表和袁亮院士分别提了什么？")
    assert {person.name for person in named} == {"丁士启", "袁亮"}


INTRODUCED = "全国人大代表、某公司董事长{}建议，加快铜矿勘探。"


def register_with(*names: str) -> Register:
    document = Document("a.txt", "\n\n".join(map(INTRODUCED.format, names)), "a")
    return extract(document, split(document))


def named_by(question: str, *names: str) -> list[str]:
    """Whom the question names, of a register with these."""
    return [row.name for row in people_named(register_with(*names), question)]


@pytest.mark.parametrize(
    "words", ["建议了什么？", "的建议", "也认为什么？", "怎么看？", "呢？", ""]
)
def test_a_name_is_found_whatever_follows_but_the_rest_of_a_longer_one(words: str) -> None:
    assert named_by(f"李明{words}", "李明") == ["李明"]
    assert named_by(f"李明亮{words}", "李明亮", "李明") == ["李明亮"]
    assert named_by("李明亮代表提出了哪些建议？", "李明") == []


@pytest.mark.parametrize(
    ("question", "name", "named"),
    [
        ("于代表对教授职称评定提了什么？", "于建华", True),
        ("请问于代表提了什么？", "于建华", True),
        ("李明、于代表提了什么？", "于建华", True),
        ("对于代表职务，谁提了建议？", "于建华", False),
        ("吉林代表团和吉林代表谁提了建议？", "林建华", False),
        ("李志方代表和张志方代表谁提了建议？", "方建华", False),
        ("欧阳代表提了什么？", "欧阳建华", True),
        ("陈代表提出了什么？", "陳建華", True),
        ("陈建华代表提出了什么？", "陳建華", True),
        ("陳代表提出了什麼？", "陈建华", True),
    ],
)
def test_a_title_names_somebody_behind_a_surname_only(
    question: str, name: str, named: bool
) -> None:
    assert named_by(question, name, "李志方", "张志方") == [name] * named + [
        other for other in ("李志方", "张志方") if other in question
    ]


def test_titles_are_spelt_out_and_nothing_else_is() -> None:
    rows = register_with("于建华", "陳建華")
    asked = "对于代表职务，于代表、陈代表提了什么？"
    assert spelt_out(rows, asked) == "对于代表职务，于建华代表、陳建華代表提了什么？"


def test_people_by_role(found: Register) -> None:
    assert {row.name for row in with_role(found.people, "院士")} == {"袁亮", "沈政昌"}
    assert {row.name for row in with_role(found.people, "全国政协委员")} == {"姜耀东", "舒望北"}
    members = {row.name for row in with_role(found.people, "政协委员")}
    assert members == {"姜耀东", "柴兴臣", "舒望北", "聂海棠"}
    assert "沈政昌" in {row.name for row in with_role(found.people, "人大代表")}


@pytest.mark.parametrize(
    ("post", "role", "held"),
    [
        ("国家发展和改革委员会主任", "委员", False),
        ("国家发展和改革委员会主任", "主任", True),
        ("国家发展和改革委员会主任", "改革委员会", True),
        ("市纪律检查委员会委员", "委员", True),
        ("某商会首席代表", "代表", False),
        ("某商会首席代表", "首席代表", True),
        ("某商会代表处主任", "代表", False),
        ("某医院主任医师", "主任", False),
        ("某公司董事长助理", "董事长", False),
        ("某公司董事长助理", "企业家", True),
    ],
)
def test_a_role_is_a_word_of_its_own(found: Register, post: str, role: str, held: bool) -> None:
    row = replace(found.people[0], name="王芳", role="", organisation_title=post)
    assert with_role([row], role) == (row,) * held
    if role == "委员":
        assert find_people(Register((row,)), f"王{role}") == (row,) * held


@pytest.mark.parametrize(
    ("post", "kind"),
    [
        ("华友钴业董事长", "企业"),
        ("中国矿业大学（北京）原副校长", "高校"),
        ("岭南大学附属医院院长", "医院"),
        ("某市水利学会副理事长", "社会团体"),
        ("某市妇幼保健院院长", "医院"),
        ("省博物院院长", "其他"),
        ("省高级人民法院院长", "机关"),
        ("某部办公厅主任", "机关"),
        ("中科院金属所研究员", "科研院所"),
        ("某县农村信用社理事长", "金融机构"),
        ("新乡市某中心主任", "其他"),
        ("镇江市规划中心主任", "其他"),
        ("清溪村党支部书记", "基层"),
        ("青山乡乡长", "基层"),
        ("青山镇党委书记", "基层"),
        ("", ""),
    ],
)
def test_organisation_kinds(post: str, kind: str) -> None:
    assert organisation_kind(post) == kind


def test_every_filter_narrows(found: Register) -> None:
    every = found.proposals
    assert select(every) == every
    assert {row.name for row in select(every, organisation="河南省")} == {"柴兴臣"}
    assert {row.name for row in select(every, organisation="高校")} == {"姜耀东", "聂海棠"}
    assert {row.name for row in select(every, theme="绿色转型", text="数据库")} == {"崔立新"}
    assert {row.name for row in select(every, person="丁代表", role="人大代表")} == {"丁士启"}
    assert {row.title for row in select(every, document="纺织")} == {"纺织行业两会之声"}
    assert select(every, text="没有这样的话") == ()


def test_csv_opens_in_excel_and_runs_nothing(found: Register) -> None:
    evil = replace(found.proposals[0], proposal="=HYPERLINK(1)")
    data = to_csv(sheet("proposals", [evil], ZH.columns, YEARS))
    assert data.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert row["建议内容"] == "'=HYPERLINK(1)"
    assert row["姓名"] == evil.name
    values = [replace(found.figures[0], value=value) for value in ("-3.2", "-5--3")]
    data = to_csv(sheet("figures", values, ZH.columns, YEARS))
    rows = csv.DictReader(data.decode("utf-8-sig").splitlines())
    assert [row["数值"] for row in rows] == ["-3.2", "'-5--3"]


@pytest.mark.parametrize("table", ["proposals", "people", "figures"])
def test_a_table_without_rows_keeps_its_head(found: Register, table: str) -> None:
    head = to_csv(sheet(table, table_of(found, table)[:1], ZH.columns, YEARS)).splitlines()[0]
    assert to_csv(sheet(table, [], ZH.columns, YEARS)).splitlines() == [head]
    empty = sheet(table, [], ZH.columns, YEARS)
    (page,) = load_workbook(io.BytesIO(to_xlsx({"表": empty}))).worksheets
    assert [cell.value for cell in page[1]] == head.decode("utf-8-sig").split(",")


def test_xlsx_has_a_sheet_each_and_text_stays_text(found: Register) -> None:
    evil = replace(found.proposals[0], proposal="=1+1\x00\uffff")
    tables = {
        "提案": sheet("proposals", [evil], ZH.columns, YEARS),
        "人物": sheet("people", found.people, ZH.columns, YEARS),
        "数字": sheet("figures", found.figures, ZH.columns, YEARS),
    }
    book = load_workbook(io.BytesIO(to_xlsx(tables)))
    assert book.sheetnames == ["提案", "人物", "数字"]
    cell = book["提案"]["D2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert book["人物"].max_row == len(found.people) + 1


@pytest.mark.parametrize(
    ("value", "written", "shown"),
    [
        ("95", 95, "0"),
        ("0.50", 0.5, "0.00"),
        ("-3.20", -3.2, "0.00"),
        ("5-11", "5-11", "General"),
        ("-5--3", "-5--3", "General"),
        ("1/3", "1/3", "General"),
        ("007", "007", "General"),
        ("1234567890123456789", "1234567890123456789", "General"),
    ],
)
def test_plain_numbers_can_be_summed(
    found: Register, value: str, written: float | str, shown: str
) -> None:
    figure = replace(found.figures[0], value=value, year="2025")
    for words in (ZH, EN):
        table = sheet("figures", [figure], words.columns, YEARS)
        (page,) = load_workbook(io.BytesIO(to_xlsx({"数字": table}))).worksheets
        row = {head.value: cell for head, cell in zip(page[1], page[2], strict=True)}
        cell = row[words.columns["value"]]
        assert (cell.value, cell.number_format) == (written, shown)
        assert row[words.columns["year"]].value == "2025"
        assert page.column_dimensions["F"].width == 80


def test_filters_hold_for_people_and_figures_too(found: Register) -> None:
    assert narrow(found) == found
    only = narrow(found, person="陈雪华")
    assert {row.name for row in only.people} == {"陈雪华"}
    assert {row.name for row in only.proposals} == {"陈雪华"}
    assert {row.value for row in only.figures} == {"95", "60"}
    assert {row.name for row in narrow(found, text="数据库").people} == {"崔立新"}
    assert {row.name for row in narrow(found, organisation="河南").people} == {"柴兴臣"}
    assert {row.value for row in narrow(found, text="赤泥").figures} == {"16", "1", "15", "25"}
    textile = narrow(found, document="textile")
    assert {row.document for row in textile.people} == {"textile.txt"}
    assert {row.document for row in textile.figures} == {"textile.txt"}


PLACE = {"document", "title", "start", "end"}


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        ("proposals", "name role organisation_title proposal theme topic section confidence"),
        ("people", "name role organisation_title kind confidence"),
        ("figures", "subject value unit year qualifier sentence section confidence year_meant"),
    ],
)
def test_records_have_the_keys_other_programs_rely_on(
    found: Register, table: str, keys: str
) -> None:
    items = table_of(found, table)
    rows = records(table, items, YEARS)
    assert {frozenset(row) for row in rows} == {frozenset({*keys.split(), *PLACE})}
    lines = sheet(table, items, ZH.columns, YEARS).lines[1:]
    assert all(set(line) <= set(row.values()) for line, row in zip(lines, rows, strict=True))


def test_a_figure_is_sure_of_its_subject_only_where_it_has_one(found: Register) -> None:
    for figure in records("figures", found.figures, YEARS):
        assert (figure["subject"] == "") == (figure["confidence"] == 0)
        assert str(figure["value"])[:1].isdigit()


@pytest.mark.parametrize(("said", "meant"), [("去年", "2025"), ("", "2026"), ("2020-2024", "")])
def test_the_year_a_figure_is_of_is_told_in_digits_too(
    found: Register, said: str, meant: str
) -> None:
    figure = replace(found.figures[0], year=said, section="", sentence="")
    (row,) = records("figures", [figure], {figure.document: "2026"})
    assert (row["year"], row["year_meant"]) == (said, meant)
    table = sheet("figures", [figure], ZH.columns, {figure.document: "2026"})
    assert [line[-1] for line in table.lines] == ["所指年份", meant]
