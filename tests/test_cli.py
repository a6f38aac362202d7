"""The contract of the command line: keys, order, exit status, one line per error."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import corpus
from assistant.asking import Assistant
from assistant.command import terminal, terminal_index
from assistant.library import indexing
from assistant.messages import ZH
from assistant.register import SURE
from assistant.types import Answer, Quote
from corpus import Document
from index import Passage, Summary
from tests.conftest import Run

ROOT = Path(__file__).resolve().parent.parent
ANSWER = [
    "id", "question", "resolved_question", "answered", "text", "quotes", "elapsed_ms",
    "confidence", "related",
]  # fmt: skip
QUOTE = ["n", "text", "document", "title", "section", "page", "start", "end", "score", "head"]
PASSAGE = ["document", "title", "section", "page", "start", "end", "text", "score"]
QUESTION = "谁建议在上海建立交割库？"


@pytest.fixture(scope="module")
def built(default_index: Path) -> Path:
    """An index made as the command makes it, with the register."""
    return default_index


@pytest.fixture(scope="module")
def assistant(built: Path) -> Assistant:
    return Assistant.open(built)


def test_an_answer_has_the_keys_that_programs_rely_on(run: Run, built: Path) -> None:
    ran = run("ask", QUESTION, "--json", "--index", built)
    answer = json.loads(ran.out)
    assert (ran.status, list(answer)) == (0, ANSWER)
    assert [list(quote) for quote in answer["quotes"]] == [QUOTE] * len(answer["quotes"])
    assert "建议" in ran.out  # as it is, not \\u5efa


def test_quotes_count_in_the_text_that_the_command_gives(run: Run, built: Path) -> None:
    answer = json.loads(run("ask", QUESTION, "--json", "--index", built).out)
    assert answer["quotes"]
    for quote in answer["quotes"]:
        source = run("text", quote["document"], "--index", built).out
        flat = "".join(source[quote["start"] : quote["end"]].split())
        assert flat == "".join(quote["text"].split())


def test_text_is_the_file_and_nothing_more(run: Run, built: Path) -> None:
    (file,) = (ROOT / "corpus" / "documents").glob("*.txt")
    assert run("text", file.name, "--index", built).data == file.read_bytes()


def test_lines_are_answered_in_order_under_their_own_ids(run: Run, built: Path) -> None:
    lines = '{"id": 7, "question": "钴"}\n\n{"question": "镍"}\n{"id": [1], "question": "锂"}\n'
    ran = run("ask", "--jsonl", "-", "--index", built, stdin=lines)
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [(row["id"], row["question"]) for row in rows] == [(7, "钴"), (None, "镍"), ([1], "锂")]
    assert [list(row) for row in rows] == [ANSWER] * 3


def test_a_file_with_a_byte_order_mark_is_read(run: Run, built: Path, tmp_path: Path) -> None:
    file = tmp_path / "问题.jsonl"
    file.write_text('{"id": "a", "question": "钴"}', "utf-8-sig")
    rows = run("search", "--jsonl", file, "-k", "2", "--index", built).out.splitlines()
    row = json.loads(rows[0])
    assert (len(rows), list(row), len(row["passages"])) == (1, ["id", "passages"], 2)
    assert list(row["passages"][0]) == PASSAGE


@pytest.mark.parametrize(
    "line",
    [
        "{", "[]", "{}", '{"question": 1}', '{"question": "钴", "history": "镍"}',
        '{"question": "\\ud800"}',
    ],
)  # fmt: skip
def test_a_malformed_line_is_named_and_earlier_ones_are_answered(
    run: Run, built: Path, line: str
) -> None:
    ran = run("ask", "--jsonl", "-", "--index", built, stdin=f'{{"question": "钴"}}\n{line}\n')
    assert (ran.status, len(ran.out.splitlines())) == (1, 1)
    assert "第 2 行" in ran.err
    assert ran.err.count("\n") == 1


def test_a_file_in_another_encoding_is_named(run: Run, built: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes('{"question": "钴"}'.encode("gb18030"))
    ran = run("ask", "--jsonl", tmp_path / "a.jsonl", "--index", built)
    assert (ran.status, "UTF-8" in ran.err) == (1, True)


def test_search_gives_a_list_of_passages(run: Run, built: Path) -> None:
    passages = json.loads(run("search", "赤泥", "-k", "3", "--json", "--index", built).out)
    assert [list(one) for one in passages] == [PASSAGE] * 3
    assert passages[0]["score"] >= passages[1]["score"] >= passages[2]["score"]


def test_questions_may_come_from_a_pipe(run: Run, built: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, '{"id": 1, "question": "钴"}\n'.encode())
    os.close(writing)
    ran = run("search", "--jsonl", f"/dev/fd/{reading}", "--index", built)
    os.close(reading)
    assert (ran.status, json.loads(ran.out)["id"]) == (0, 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask", QUESTION], ["search", "x"], ["status"], ["register"], ["text", "a.txt"],
        ["ask", "--jsonl", "missing.jsonl"], ["ask", "--jsonl", "."], ["index", "missing folder"],
        ["eval", "missing.jsonl"], ["serve", "--host", "no such name"],
        ["serve", "--host", "203.0.113.1"],
    ],
)  # fmt: skip
def test_an_expected_error_is_one_line(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    ran = run("--index", tmp_path / "none", *arguments)
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "；" in ran.err  # what is wrong; what to do
    assert not re.search(r"\b[A-Z]?[a-z]+ [a-z]+ [a-z]+", ran.err.replace("no such name", ""))


def test_a_document_that_is_not_there_names_those_that_are(run: Run, built: Path) -> None:
    (file,) = (ROOT / "corpus" / "documents").glob("*.txt")
    ran = run("text", file.name[:-5], "--index", built)
    assert (ran.status, file.name in ran.err) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"], ["ask", "钴", "--jsonl", "-"], ["ask", "--jsonl", "-", "--history", "钴"],
        ["ask", ""], ["search", " "], ["inspect", ""],
        ["search", "钴", "-k", "0"], ["register", "--json", "--csv"], ["nonsense"], ["ask", "--no"],
        ["serve", "--port", "0"],
    ],
)  # fmt: skip
def test_wrong_usage_is_told_apart(run: Run, built: Path, arguments: list[str]) -> None:
    ran = run("--index", built, *arguments)
    assert (ran.status, ran.out) == (2, "")


def test_the_index_may_stand_before_behind_or_in_the_environment(
    run: Run, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = tmp_path / "none"
    assert run("--index", built, "status").status == 0
    assert run("--index", missing, "status", "--index", built).status == 0
    assert run("--index", built, "status", "--index", missing).status == 1
    monkeypatch.setenv("YOUJU_INDEX", str(built))
    assert run("status").status == 0
    assert run("status", "--index", missing).status == 1


def test_the_register_is_a_table_of_spans(run: Run, built: Path) -> None:
    rows = json.loads(run("register", "--json", "--index", built).out)
    assert {"name", "role", "organisation_title", "proposal", "document", "start"} <= set(rows[0])
    sheet = run("register", "--csv", "--index", built).data
    assert sheet.startswith(b"\xef\xbb\xbf")  # without it Excel takes the file for GBK
    table = list(csv.DictReader(io.StringIO(sheet.decode("utf-8-sig"))))
    assert [row["姓名"] for row in table] == [row["name"] for row in rows]
    nobody = run("register", "--csv", "--person", "查无此人", "--index", built).data
    assert nobody.splitlines() == sheet.splitlines()[:1]
    one = json.loads(run("register", "--json", "--person", rows[0]["name"], "--index", built).out)
    assert {row["name"] for row in one} == {rows[0]["name"]}


def test_the_register_to_read_names_words_and_places(run: Run, built: Path) -> None:
    rows = json.loads(run("register", "--json", "--index", built).out)
    shown = run("register", "--index", built).out
    for row in rows:
        place = f"{row['document']}:{row['start']}-{row['end']}"
        assert all(words in shown for words in (row["name"], row["proposal"], place))
    assert shown.count(ZH.register_unsure) == sum(row["confidence"] < SURE for row in rows)


def test_the_register_to_read_says_first_what_stands_where(run: Run, built: Path) -> None:
    proposals = run("register", "--index", built).out.splitlines()
    assert proposals[:2] == ["姓名  身份 · 单位及职务", "  建议内容"]
    assert proposals[2].endswith("文档:起-止")
    figures = run("register", "--table", "figures", "--index", built).out
    assert figures.startswith("对象  数值 · 限定 · 年份\n  原句\n")
    assert run("register", "--person", "查无此人", "--index", built).out == "共 0 行\n"


def test_the_register_as_an_excel_file(run: Run, built: Path, tmp_path: Path) -> None:
    file = tmp_path / "台账.xlsx"
    ran = run("register", "--xlsx", file, "--index", built)
    assert ran.status == 0 and re.fullmatch(
        rf"已写入 {file}：建议 \d+、人物 \d+、数据 \d+\n", ran.out
    )
    assert file.read_bytes().startswith(b"PK")
    ran = run("register", "--xlsx", tmp_path / "none" / "a.xlsx", "--index", built)
    assert (ran.status, "无法写入" in ran.err) == (1, True)


def test_status_says_what_the_index_holds(run: Run, built: Path) -> None:
    state = json.loads(run("status", "--json", "--index", built).out)
    assert state["documents"] == len(state["files"]) == 1
    assert state["chunks"] > 0
    assert state["model"] == "multilingual-e5-small"
    assert "文档：1" in run("status", "--index", built).out


def test_without_a_folder_the_index_is_made_of_the_one_it_was_made_of(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, where = tmp_path / "文档", tmp_path / "索引"
    folder.mkdir()
    (folder / "甲.txt").write_text("中国的首都是北京。", "utf-8")
    run("index", folder, "--index", where)
    monkeypatch.chdir(tmp_path)
    summary = json.loads(run("index", "--rebuild", "--json", "--index", where).out)
    assert (summary["documents"], summary["chunks_embedded"]) == (1, 1)


def test_index_reports_what_changed_and_what_failed(run: Run, tmp_path: Path) -> None:
    folder, where = tmp_path / "文档", tmp_path / "索引"
    folder.mkdir()
    (folder / "甲.txt").write_text("中国的首都是北京。", "utf-8")
    (folder / "空.txt").write_text("", "utf-8")
    summary = json.loads(run("index", folder, "--json", "--index", where).out)
    assert (summary["documents"], summary["new"], list(summary["failed"])) == (1, 1, ["空.txt"])
    (folder / "乙.txt").write_text("日本的首都是东京。", "utf-8")
    (folder / "旧表.xls").write_bytes(b"x")
    ran = run("index", folder, "--index", where)
    assert (ran.status, "空.txt" in ran.out, "不会用于回答：旧表.xls" in ran.out) == (0, True, True)
    assert (
        "  新增 1 份文档；新计算 1 段，沿用 1 段\n" in ran.out
    )  # and nothing of what was not done
    listed = run("status", "--index", where).out
    assert "  乙.txt\n" in listed and "  甲.txt\n" in listed
    found = json.loads(run("search", "日本的首都是哪里？", "--json", "--index", where).out)
    assert "东京" in found[0]["text"]


def test_registers_are_made_anew_when_what_extracts_or_reads_changed() -> None:
    version = indexing.register_version()
    assert corpus.code_version("assistant.register") in version
    assert corpus.code_version("corpus") in version


def test_eval_prints_and_writes_the_report(run: Run, built: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": 1, "kind": "who", "question": "钴", "gold": [["钴"]]}', "utf-8")
    report = tmp_path / "report.md"
    ran = run("eval", gold, "--report", report, "--no-baselines", "--json", "--index", built)
    assert json.loads(ran.out)["questions"] == 1
    assert "正确率" in report.read_text("utf-8")


def test_quotes_are_not_wrapped_and_styled_only_on_terminals(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    text = "有[b]方括号[/b]的原文，" * 20
    quote = Quote(1, text, "a.txt", "甲", "一、", 3, 0, 200, 1.0)
    source = Document("a.txt", f"一、概况\n\n{text}", "甲")
    near = Passage("a.txt", "甲", "一、概况", 3, 0, len(source.text), f"一、概况{text}", 1.0)
    said = Answer("他呢？", "甲呢？", True, "找到[1]", (quote,), (near,))
    terminal.print_answer(said, {"a.txt": source}.__getitem__)
    out = capsys.readouterr().out
    assert out.count(text) == 2
    assert f"   一、概况\n   {text}" in out  # a heading stands apart
    assert "按此理解：甲呢？" in out
    assert "《甲》第3页" in out
    assert "\x1b" not in out


def test_a_question_without_its_blanks_is_no_other_one(capsys: pytest.CaptureFixture[str]) -> None:
    document = dict[str, Document]().__getitem__
    terminal.print_answer(Answer(" 谁？\n", "谁？", False, "没有"), document)
    line = {"rating": "down", "question": " 谁？", "resolved_question": "谁？", "time": "一时"}
    terminal.print_feedback([{**line, "reason": "", "quotes": []}])
    assert ZH.understood_as not in capsys.readouterr().out


def test_failed_files_are_listed_up_to_a_limit(capsys: pytest.CaptureFixture[str]) -> None:
    failed = {f"{at}.pdf": f"{at}.pdf：坏了" for at in range(60)}
    terminal_index.print_summary(Summary(1, 1, 0, 0, 0, 0, failed, 1, 1, 0, 0.1, "g"), [])
    out = capsys.readouterr().out
    assert "60 个文件" in out
    assert out.count("坏了") == terminal_index.SHOWN_FAILED


COMMANDS = (
    "", "index", "ask", "search", "register", "inspect", "text", "status", "serve", "eval",
    "feedback",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_one_language(run: Run, command: str) -> None:
    ran = run(*command.split(), "--help")
    assert ran.status == 0 and "用法：" in ran.out and "显示这段说明" in ran.out
    english = "Usage|Options|OPTIONS|ARGS|Arguments|Commands|Show|Install|default:|required|env var"
    english += "|<.+>|question|query|{document}|…"  # types of Python, its names; cut off
    assert not re.findall(english, ran.out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["serve", "--port", "x"], "--port 须是整数"),
        (["text"], "缺少 文档"),
        (["foo"], "没有这个命令：foo"),
        (["ask", "--history"], "选项 --history 后面要给出值"),
        (["ask", "问题", "--prt"], "没有这个选项：--prt"),
        (["ask", "一", "二"], "多余的参数：二"),
        (["register", "--table", "x"], "--table 只能是 proposals、people、figures，不能是 x"),
        (["search", "钴", "-k", "0"], "-k / --limit 不能小于 1"),
        (["serve", "--port", "65536"], "--port 不能大于 65535"),
    ],
)
def test_wrong_usage_is_said_in_chinese(run: Run, arguments: list[str], said: str) -> None:
    ran = run(*arguments)
    assert ran.status == 2 and said in ran.err and "Error" not in ran.err


def test_progress_is_plain_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with terminal_index.progress() as report:
        for done in range(1, 101):
            report("embed", done, 100)
    assert len(capsys.readouterr().err.splitlines()) == terminal_index.PLAIN_STEPS


def test_answers_stream_in_any_locale_and_an_interrupt_is_no_crash(built: Path) -> None:
    """In a process of its own: one line in, one line out at once, then Ctrl+C."""
    settings: dict[str, Any] = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "gbk"}
    process = subprocess.Popen(
        [sys.executable, "-m", "assistant", "--index", str(built), "ask", "--jsonl", "-"],
        cwd=ROOT, env=settings, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )  # fmt: skip
    with process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write('{"id": "㐀", "question": "钴"}\n'.encode())  # 㐀 is not in GBK
        process.stdin.flush()
        assert json.loads(process.stdout.readline().decode())["id"] == "㐀"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert b"Traceback" not in process.stderr.read()
