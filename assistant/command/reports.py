"""The commands that make tables and reports: register, inspect, eval, feedback."""

from __future__ import annotations

import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from assistant import DEFAULT_INDEX, jsonl
from assistant.command import terminal
from assistant.command.options import AsJson, Documents, History, IndexDir, write_file
from assistant.command.words import QUESTION
from assistant.messages import ZH, table_name


class Table(StrEnum):
    """The tables of the register."""

    PROPOSALS = "proposals"
    PEOPLE = "people"
    FIGURES = "figures"


def register(
    table: Annotated[
        Table, typer.Option(metavar="TABLE", help="proposals 建议、people 人物、figures 数据")
    ] = Table.PROPOSALS,
    person: Annotated[str, typer.Option(help="只列此人，如 丁代表")] = "",
    organisation: Annotated[str, typer.Option(help="单位名称、类别或省份")] = "",
    role: Annotated[str, typer.Option(help="身份，如 全国政协委员")] = "",
    theme: Annotated[str, typer.Option(help="主题：标题、议题或内容中的词")] = "",
    document: Annotated[str, typer.Option(help="文档名或标题中的词")] = "",
    text: Annotated[str, typer.Option(help="内容中的词，空格隔开的须全有")] = "",
    as_json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="输出 CSV（Excel 可直接打开）")] = False,
    xlsx: Annotated[
        Path | None, typer.Option(metavar="FILE", help="三张表写成一个 Excel 文件")
    ] = None,
    index_dir: IndexDir = DEFAULT_INDEX,
) -> None:
    """提案台账：谁提出了什么。"""
    if sum([as_json, as_csv, xlsx is not None]) > 1:
        raise typer.BadParameter("--json、--csv 与 --xlsx 只能选一个")
    from assistant import register as registers
    from assistant.library.indexing import read_register, read_years

    chosen = registers.narrow(
        read_register(index_dir),
        person=person,
        organisation=organisation,
        role=role,
        theme=theme,
        document=document,
        text=text,
    )
    tables = {one: registers.table_of(chosen, one) for one in Table}
    items, years = tables[table], read_years(index_dir)
    if xlsx is not None:
        sheets = {
            table_name(one, ZH): registers.sheet(one, rows, ZH.columns, years)
            for one, rows in tables.items()
        }
        write_file(xlsx, registers.to_xlsx(sheets))
        counted = "、".join(table_name(one, ZH, len(rows)) for one, rows in tables.items())
        terminal.say((f"已写入 {xlsx}：{counted}", ""))
    elif as_csv:
        made = registers.sheet(table, items, ZH.columns, years)
        sys.stdout.buffer.write(registers.to_csv(made))
    else:
        rows = registers.records(table, items, years)
        jsonl.write_line(rows) if as_json else terminal.print_register(table, rows)


def inspect(
    question: Annotated[str, typer.Argument(metavar=QUESTION)],
    history: History = None,
    documents: Documents = None,
    as_json: AsJson = False,
    index_dir: IndexDir = DEFAULT_INDEX,
) -> None:
    """检索过程：问题怎样理解，找到了哪些段落和句子，为什么回答或不回答。"""
    if not question.strip():
        raise typer.BadParameter("请给出一个问题")
    from assistant.asking import Assistant

    found = Assistant.open(index_dir).inspect(question, history or (), documents=documents or None)
    if as_json:
        jsonl.write_line(asdict(found))
    else:
        terminal.print_inspection(found)


def eval(  # noqa: A001 - the name of the command
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="带标准答案的问题")],
    as_json: AsJson = False,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.md", help="另写一份 Markdown 报告")
    ] = None,
    baselines: Annotated[bool, typer.Option(help="同时评测几种基线")] = True,
    index_dir: IndexDir = DEFAULT_INDEX,
) -> None:
    """用带标准答案的问题评测回答的质量。"""
    from assistant.asking import Assistant
    from assistant.evaluation.evaluate import evaluate, read_gold
    from assistant.evaluation.report import to_markdown

    result = evaluate(Assistant.open(index_dir), read_gold(gold), baselines=baselines)
    if report is not None:
        write_file(report, to_markdown(result).encode())
    if as_json:
        jsonl.write_line(asdict(result))
    else:
        print(to_markdown(result), end="")


def feedback(
    gold: Annotated[
        bool, typer.Option("--gold", help="输出 youju eval 的问题：有用的回答，其引文即答案")
    ] = False,
    as_json: AsJson = False,
    index_dir: IndexDir = DEFAULT_INDEX,
) -> None:
    """页面上的评价：哪些回答不对，为什么；有用的可作评测题。"""
    from assistant.library import feedback as ratings

    given = ratings.read(index_dir)
    if gold or as_json:
        for line in ratings.gold(given) if gold else given:
            jsonl.write_line(line)
    else:
        terminal.print_feedback(given)
