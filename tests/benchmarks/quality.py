"""Score the answers on the questions beside the project, through the public command alone.

    python tests/benchmarks/quality.py ../shared

Needs SHARED/eval (questions and score.py) and SHARED/documents.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.evaluation.evaluate import read_gold
from assistant.evaluation.measures import ranking
from index import Passage

YOUJU = [sys.executable, "-m", "assistant"]


@dataclass(frozen=True, slots=True)
class Set:
    """Questions, and the documents that are indexed for them."""

    name: str
    questions: str  # below SHARED
    documents: str


SETS = (
    Set("proposals", "eval/proposals_dev.jsonl", "documents/*.txt"),
    Set("government work reports", "eval/gov_dev.jsonl", "documents/government_work_reports"),
    Set("CMRC 2018", "eval/cmrc2018_dev/questions.jsonl", "eval/cmrc2018_dev/documents"),
)


def measure(one: Set, shared: Path, work: Path) -> Iterator[str]:
    """Index, ask, search; the lines of the report."""
    gold, folder = shared / one.questions, work / one.name / "index"
    sources = sorted(map(str, shared.glob(one.documents)))
    answers, found = work / one.name / "answers.jsonl", work / one.name / "found.jsonl"
    folder.mkdir(parents=True)
    youju(["index", *sources], folder, work / one.name / "summary.json")
    youju(["ask", "--jsonl", str(gold)], folder, answers)
    youju(["search", "-k", "1", "--jsonl", str(gold)], folder, found)
    yield f"== {one.name}"
    top = shared / one.documents.removesuffix("/*.txt")
    score = [sys.executable, str(shared / "eval" / "score.py"), str(gold), str(answers)]
    yield subprocess.run(
        [*score, "--documents", str(top)], check=True, capture_output=True, encoding="utf-8"
    ).stdout.rstrip()
    passages = {line["id"]: [Passage(**one) for one in line["passages"]] for line in rows(found)}
    ranked = ranking(lambda asked, _: passages[asked.id], read_gold(gold))
    yield f"right paragraph first {ranked.recall[1]:.4f} of {ranked.questions}"


def youju(arguments: list[str], index: Path, output: Path) -> None:
    with output.open("wb") as file:
        subprocess.run([*YOUJU, "--index", str(index), *arguments], check=True, stdout=file)


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def main() -> None:
    shared = Path(sys.argv[1])
    wanted = sys.argv[2:]  # names of sets; all of them where none is given
    with tempfile.TemporaryDirectory() as work:
        for one in SETS:
            if not wanted or one.name in wanted:
                for line in measure(one, shared, Path(work)):
                    print(line, flush=True)


if __name__ == "__main__":
    main()
