"""Where the answer to a line of questions stands, however the line says it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assistant.learn.examples import answering
from index import Index, update
from tests.fake_encoder import FakeEncoder, use


@pytest.mark.parametrize(
    ("row", "answers"),
    [
        ({"document": "甲.txt", "spans": [[0, 4]]}, ["关于铜的建议"]),
        ({"doc": "乙", "gold": [["再生铝", "再生 铝"]]}, ["再生铝。"]),
        ({"gold": [["储备锂矿"]]}, ["王五建议储备锂矿。"]),
        ({"doc": "甲", "gold": [["储备锂矿"]]}, []),
        ({"document": "甲.txt", "spans": []}, []),
        ({"gold": [["锂矿"]], "spans": ["第一段", {"start": 1}, [1]]}, ["王五建议储备锂矿。"]),
    ],
)
def test_the_sentences_that_answer_are_found(
    source: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    row: dict[str, Any],
    answers: list[str],
) -> None:
    use(FakeEncoder(), monkeypatch)
    update(tmp_path / "index", [source])
    index = Index.open(tmp_path / "index")
    assert [index.sentence(at) for at in answering(index, row).tolist()] == answers
