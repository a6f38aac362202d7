"""What is counted is counted right; the project's own questions are well formed and answered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import corpus
from assistant.asking import Assistant
from assistant.evaluation import measures
from assistant.evaluation.evaluate import evaluate, read_gold
from assistant.evaluation.measures import Gold, Judged
from assistant.evaluation.report import to_markdown
from assistant.jsonl import LineError
from assistant.types import Answer, Quote
from index import Index, Passage, update
from tests.fake_encoder import FakeEncoder, use

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "cases" / "gold.jsonl"
FACTS = (("95%", "百分之九十五"), ("钴",))


def quoted(text: str, document: str = "a.txt", n: int = 1) -> Quote:
    return Quote(n, text, document, "甲", "", None, 0, len(text), 1.0)


def answer(*texts: str, confidence: float = 0.9) -> Answer:
    quotes = tuple(quoted(text, n=n) for n, text in enumerate(texts, start=1))
    return Answer("问", "问", bool(texts), "找到[1]", quotes, confidence=confidence, elapsed_ms=5.0)


def gold(kind: str = "factoid", facts: tuple[tuple[str, ...], ...] = FACTS) -> Gold:
    return Gold("1", kind, "问", "甲" if facts else "", facts)


def outcome(right: bool, *, facts: bool = True, confidence: float = 0.9) -> Judged:
    given = answer("钴 95%", confidence=confidence)
    return Judged(gold(facts=FACTS if facts else ()), given, right, right, right, 1)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["钴占 95\n%"], True),  # white space aside
        (["钴", "百分之九十五"], True),  # facts may stand in different quotes
        (["95%"], False),
        ([], False),
    ],
)
def test_a_fact_is_found_in_one_of_its_wordings(texts: list[str], expected: bool) -> None:
    assert measures.holds(FACTS, texts) is expected


def test_wordings_do_not_run_across_two_quotes() -> None:
    assert not measures.holds((("甲乙",),), ["甲", "乙"])


def test_no_facts_are_never_found() -> None:
    assert not measures.holds((), ["任何"])


def test_a_right_answer_from_another_document_is_wrong(default: Index) -> None:
    other = Quote(1, "钴 95%", default.documents[0].path, "乙", "", None, 0, 5, 1.0)
    judged = measures.judge(gold(), Answer("问", "问", True, "", (other,)), default)
    assert (judged.first, judged.right) == (True, False)


def test_an_answer_that_quotes_everything_is_wrong(default: Index) -> None:
    path = default.documents[0].path
    long = Quote(1, "钴 95%" + "。" * 350, path, "甲", "", None, 0, 9, 1.0)
    assert not measures.judge(gold(), Answer("问", "问", True, "", (long,)), default).right
    assert measures.judge(gold("list"), Answer("问", "问", True, "", (long,)), default).right


def test_a_quote_that_is_not_its_source_is_counted(default: Index) -> None:
    document = default.documents[0]
    true = Quote(1, document.text[40:60], document.path, "甲", "", None, 40, 60, 1.0)
    false = Quote(2, document.text[41:61], document.path, "甲", "", None, 40, 60, 1.0)
    judged = measures.judge(gold(), Answer("问", "问", True, "", (true, false)), default)
    assert judged.verbatim == 1


def test_refusals_have_precision_and_recall() -> None:
    refused = Answer("问", "问", False, "没有")
    done = [
        Judged(gold(), refused, False, False, False, 0),
        Judged(gold(facts=()), refused, True, False, False, 0),
        outcome(False, facts=False),
        outcome(True),
    ]
    score = measures.score("x", done)
    assert (score.wrongly_refused, score.wrongly_answered) == (1, 1)
    assert (score.refusal_precision, score.refusal_recall) == (0.5, 0.5)
    assert (score.accuracy, score.quote_1) == (0.5, 0.5)


def test_nothing_to_count_gives_no_figure() -> None:
    score = measures.score("x", [])
    assert (score.accuracy, score.verbatim, score.median_ms) == (None, None, None)
    assert measures.calibration_error(()) is None


def test_reliability_compares_confidence_with_truth() -> None:
    done = [
        outcome(True),
        outcome(False),
        outcome(True, confidence=1.0),
        outcome(True, confidence=0),
    ]
    low, high = measures.reliability(done)
    assert (low.answers, low.right) == (1, 1.0)
    assert (high.answers, round(high.right, 2)) == (3, 0.67)
    assert measures.calibration_error((low, high)) == pytest.approx((1 + 3 * 0.2667) / 4, abs=0.01)


def test_ranking_counts_only_passages_of_the_right_document() -> None:
    def search(_: Gold, limit: int) -> list[Passage]:
        titles = ["乙", "甲", "甲"][:limit]
        return [Passage("d.txt", title, "", None, 0, 1, "钴", 1.0) for title in titles]

    found = measures.ranking(search, [gold(), gold(facts=())])
    assert (found.questions, found.recall[1], found.recall[3]) == (1, 0.0, 1.0)
    assert found.reciprocal_rank == 0.5


@pytest.mark.parametrize(
    "line",
    [
        *("{", "[]", '{"id": 1, "question": "问", "gold": []}'),
        '{"id": 1, "kind": "factoid", "question": "问", "gold": ["丁士启"]}',
        '{"id": 1, "kind": "factoid", "question": "问", "gold": [["镍"]], "history": "镍"}',
    ],
)
def test_a_bad_line_of_gold_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(LineError, match="第 2 行"):
        read_gold(file)


def test_own_gold_stands_in_the_default_documents() -> None:
    """A gold answer that no document says would count every right answer as wrong."""
    files = (ROOT / "corpus" / "documents").glob("*.txt")
    said = corpus.flat("".join(file.read_text("utf-8") for file in files))
    golds = read_gold(GOLD)
    facts = [fact for one in golds for fact in one.facts]
    assert [fact for fact in facts if not any(corpus.flat(way) in said for way in fact)] == []
    assert sum(not one.facts for one in golds) >= 4
    assert len({one.id for one in golds}) == len(golds)


@pytest.fixture(scope="module")
def default(default_index: Path) -> Index:
    return Index.open(default_index)


def test_evaluation_of_the_whole_program(default: Index) -> None:
    result = evaluate(Assistant(default), read_gold(GOLD), baselines=True)
    own = result.scores[0]
    assert own.verbatim == 1.0  # the first promise
    assert [score.system for score in result.scores][1:] == [
        "youju: top passage",
        "bm25: top passage",
        "dense: top passage",
    ]
    assert result.rankings["youju"].recall[10] >= 0.9
    report = to_markdown(result)
    assert "```mermaid" in report
    assert json.dumps(result.rankings["youju"].recall)


def test_a_question_keeps_to_its_documents_in_every_ranking_and_baseline(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(FakeEncoder(), monkeypatch)
    update(tmp_path / "index", [source])
    asked = Gold("1", "factoid", "王五建议储备锂矿", "乙", (("李四",),), documents=("部/",))
    result = evaluate(Assistant(Index.open(tmp_path / "index")), [asked], baselines=True)
    assert [one.recall[1] for one in result.rankings.values()] == [1.0] * 3
    assert [one.quote_1 for one in result.scores[1:]] == [1.0] * 3
