"""What users say of answers becomes questions for `youju eval`, as far as it says what is right."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.command.cli import main
from assistant.library import feedback
from tests.conftest import assistant_on, titled

Rate = Callable[..., None]
QUESTION = "谁建议设立LME交割库？"
FOLLOW_UP = "他还建议了什么？"
UNANSWERABLE = "哪位代表提到了量子计算机的售价？"


@pytest.fixture
def index(default_index: Path, tmp_path: Path) -> Path:
    """A folder of its own: feedback is kept beside the index."""
    (tmp_path / "index").symlink_to(default_index)
    return tmp_path / "index"


@pytest.fixture(scope="module")
def assistant(default_index: Path) -> Assistant:
    return Assistant.open(default_index)


@pytest.fixture
def rate(index: Path, assistant: Assistant) -> Rate:
    """Rate the real answer to a question."""

    def rated(question: str, rating: str, history: Sequence[str] = ()) -> None:
        answer = assistant.ask(question, history)
        feedback.record(
            index, question, history, answer, rating, "" if rating == "up" else "不对", ()
        )

    return rated


def run(capsys: pytest.CaptureFixture[str], index: Path, *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["--index", str(index), *arguments])
    assert not ended.value.code
    return capsys.readouterr().out


def test_helpful_answers_are_questions_that_eval_takes(
    index: Path, rate: Rate, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rate(QUESTION, "up")
    rate(FOLLOW_UP, "up", (QUESTION,))
    rate(UNANSWERABLE, "up")
    rate("赤泥堆存量是多少？", "down")
    rated = tmp_path / "gold.jsonl"
    rated.write_text(run(capsys, index, "feedback", "--gold"), "utf-8")
    result = json.loads(run(capsys, index, "eval", str(rated), "--json", "--no-baselines"))
    assert (result["questions"], result["answerable"], result["wrong"]) == (3, 2, [])


def test_a_refusal_within_one_document_is_none_of_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assistant = assistant_on(
        tmp_path, titled({"甲.txt": "甲村有路灯30盏。", "乙.txt": "乙村没有桥。"})
    )
    question, index = "甲村有多少盏路灯？", tmp_path / "index"
    for documents in (["乙.txt"], []):
        answer = assistant.ask(question, documents=documents or None)
        assert answer.answered is not bool(documents)
        feedback.record(index, question, (), answer, "up", "", documents)
    rated = tmp_path / "gold.jsonl"
    rated.write_text(run(capsys, index, "feedback", "--gold"), "utf-8")
    result = json.loads(run(capsys, index, "eval", str(rated), "--json", "--no-baselines"))
    assert (result["questions"], result["answerable"], result["wrong"]) == (2, 1, [])


def test_an_answer_that_changed_is_wrong_by_its_gold(
    index: Path, rate: Rate, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rate(QUESTION, "up")
    file = tmp_path / "feedback.jsonl"
    file.write_text(file.read_text("utf-8").replace(QUESTION, "赤泥堆存量是多少？"), "utf-8")
    rated = tmp_path / "gold.jsonl"
    rated.write_text(run(capsys, index, "feedback", "--gold"), "utf-8")
    result = json.loads(run(capsys, index, "eval", str(rated), "--json", "--no-baselines"))
    assert [one["question"] for one in result["wrong"]] == ["赤泥堆存量是多少？"]


def test_wrong_answers_are_listed_with_the_reason(
    index: Path, rate: Rate, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, index, "feedback", "--json") == ""
    rate(QUESTION, "up")
    rate(QUESTION, "down")  # the later word counts
    shown = run(capsys, index, "feedback")
    assert "有用 0，有误 1" in shown and QUESTION in shown and "不对" in shown
    assert run(capsys, index, "feedback", "--gold") == ""
    (line,) = run(capsys, index, "feedback", "--json").splitlines()
    assert json.loads(line)["rating"] == "down"


def test_a_withdrawn_rating_counts_neither_way(
    index: Path, rate: Rate, capsys: pytest.CaptureFixture[str]
) -> None:
    rate(QUESTION, "up")
    rate(UNANSWERABLE, "down")
    rate(UNANSWERABLE, feedback.WITHDRAWN)
    assert "有用 1，有误 0" in run(capsys, index, "feedback")
    rate(QUESTION, feedback.WITHDRAWN)
    assert run(capsys, index, "feedback", "--gold") == ""
    assert run(capsys, index, "feedback", "--json") == ""
