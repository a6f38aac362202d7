"""The command line. Commands import what they need themselves: help must not load a model."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from dataclasses import asdict
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from assistant import DEFAULT_INDEX, jsonl
from assistant.api.address import HOST, PORT, PortTakenError, require_free
from assistant.command import terminal, terminal_index
from assistant.command.options import AsJson, CommandError, Documents, History, IndexDir, Jsonl
from assistant.command.reports import eval, feedback, inspect, register  # noqa: A004 - the name of the command
from assistant.command.words import COMMAND, OPTIONS, QUESTION, Command, Group

EXAMPLES = """\
例子：

  youju index 文件夹                        建立或更新索引

  youju ask "谁建议设立交割库？"

  youju ask "他还建议了什么？" --history "谁建议设立交割库？"

  youju ask --jsonl 问题.jsonl > 回答.jsonl

  youju register --csv > 提案台账.csv

  youju serve                               在浏览器里提问
"""

commands = typer.Typer(
    name="youju",
    cls=Group,
    options_metavar=OPTIONS,
    subcommand_metavar=COMMAND,
    help="有据：用中文向文档提问，每一句回答都是可以核对的原文。",
    epilog=EXAMPLES,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # a defect shows its traceback as Python prints it
    context_settings={"help_option_names": ["-h", "--help"]},
)


command = commands.command(cls=Command, options_metavar=OPTIONS)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `youju`: ends with 0 when done, 1 on an expected error, 2 on wrong usage."""
    gc.set_threshold(10_000)  # objects; 700 by default, which makes imports a sixth slower
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # Chinese is printed whatever the locale
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        commands(arguments, prog_name="youju")
    except Exception as error:
        if not isinstance(error, _expected()):
            raise
        from assistant.messages import ZH, reason_in

        print(" ".join(reason_in(error, ZH).split()), file=sys.stderr)
        sys.exit(1)


def _expected() -> tuple[type[Exception], ...]:
    """Errors whose message is meant for the user."""
    from assistant.library.scope import DocumentMissingError
    from corpus import ReadError
    from index import BuildError, IndexMissingError
    from index.bundled import ModelMissingError

    building = (BuildError, ModelMissingError, ReadError)
    asking = (IndexMissingError, DocumentMissingError, jsonl.LineError)
    return *building, *asking, CommandError, PortTakenError


@commands.callback()
def options(
    context: typer.Context,
    index_dir: Annotated[
        Path, typer.Option("--index", metavar="DIR", envvar="YOUJU_INDEX", help="索引文件夹")
    ] = DEFAULT_INDEX,
) -> None:
    # What stands before the command is the default of what may stand behind it.
    every = (command.callback for command in commands.registered_commands)
    context.default_map = {one.__name__: {"index_dir": index_dir} for one in every if one}


@command
def index(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH", help="文档或文件夹")] = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="全部重做，不沿用旧索引")] = False,
    model: Annotated[
        str | None, typer.Option("--model", help="sentence-transformers 模型的文件夹或名称")
    ] = None,
    as_json: AsJson = False,
    index_dir: IndexDir = DEFAULT_INDEX,
) -> None:
    """使索引与文档一致：新增、变更、删除；重建期间旧索引照常回答。"""
    from assistant.library.holdings import Holdings
    from assistant.library.indexing import update_index

    with terminal_index.progress() as report:
        sources = paths or Holdings(index_dir).sources
        summary = update_index(index_dir, sources, model=model, rebuild=rebuild, progress=report)
    if as_json:
        jsonl.write_line(asdict(summary))
    else:
        terminal_index.print_summary(summary, Holdings(index_dir).left_out())


@command
def ask(
    question: Annotated[str, typer.Argument(metavar=QUESTION, show_default=False)] = "",
    history: History = None,
    documents: Documents = None,
    as_json: AsJson = False,
    source: Jsonl = "",
    index_dir: IndexDir = DEFAULT_INDEX,
) -> None:
    """提问；回答逐字引用原文，没有依据时直说没有。"""
    _require_one(question, source)
    from assistant.asking import Assistant

    if source and history:
        raise typer.BadParameter("--history 不能与 --jsonl 同用；请写在每一行的 history 里")
    assistant = Assistant.open(index_dir)
    if source:
        for asked in jsonl.read_questions(source):
            kept = asked.documents or documents or None
            answer = assistant.ask(asked.question, asked.history, documents=kept)
            jsonl.write_line(jsonl.answer_line(asked.id, answer))
        return
    assistant = assistant.snapshot()  # that is asked for documents next
    answer = assistant.ask(question, history or (), documents=documents or None)
    if as_json:
        jsonl.write_line(jsonl.answer_line(None, answer))
    else:
        terminal.print_answer(answer, assistant.index.document)


@command
def search(
    query: Annotated[str, typer.Argument(metavar="词语或问题", show_default=False)] = "",
    limit: Annotated[int, typer.Option("-k", "--limit", min=1, help="最多几段")] = 10,
    documents: Documents = None,
    as_json: AsJson = False,
    source: Jsonl = "",
    index_dir: IndexDir = DEFAULT_INDEX,
) -> None:
    """检索相关段落，最相关的在前。"""
    _require_one(query, source)
    from assistant.asking import Assistant

    assistant = Assistant.open(index_dir)
    if source:
        for asked in jsonl.read_questions(source):
            kept = asked.documents or documents or None
            found = assistant.search(asked.question, limit, documents=kept)
            jsonl.write_line(jsonl.search_line(asked.id, found))
        return
    assistant = assistant.snapshot()
    passages = assistant.search(query, limit, documents=documents or None)
    if as_json:
        jsonl.write_line([asdict(passage) for passage in passages])
    else:
        terminal.print_passages(passages, assistant.index.document)


command(register)
command(inspect)


@command
def text(
    document: Annotated[
        str, typer.Argument(metavar="文档", help="在索引里的路径，见 youju status")
    ],
    index_dir: IndexDir = DEFAULT_INDEX,
) -> None:
    """原样输出文档的文字：引文的 start 和 end 就是在其中数的。"""
    from assistant.library.indexing import read_text

    sys.stdout.buffer.write(read_text(index_dir, document).encode())


@command
def status(as_json: AsJson = False, index_dir: IndexDir = DEFAULT_INDEX) -> None:
    """索引的状况：文档、模型、时间。"""
    from assistant.library.indexing import read_status

    state = read_status(index_dir)
    if as_json:
        jsonl.write_line(state)
    else:
        terminal_index.print_status(state)


@command
def serve(
    host: Annotated[str, typer.Option(help="监听的地址；127.0.0.1 只对本机")] = HOST,
    port: Annotated[int, typer.Option(min=1, max=65535, help="端口")] = PORT,
    open_browser: Annotated[bool, typer.Option("--open", help="同时打开浏览器")] = False,
    index_dir: IndexDir = DEFAULT_INDEX,
) -> None:
    """在浏览器里提问（Ctrl+C 停止）。"""
    require_free(host, port)
    print("正在启动……", flush=True)
    import app

    app.serve(index_dir, host, port, open_browser=open_browser)


command(eval)
command(feedback)


def _require_one(question: str, source: str) -> None:
    if bool(question.strip()) == bool(source):
        raise typer.BadParameter("请给出一个问题，或用 --jsonl 给出文件（- 为标准输入）")
