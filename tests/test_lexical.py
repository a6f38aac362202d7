"""Keyword search: Chinese scores, files without pickle, texts without words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index import lexical
from index.lexical import Lexical

TEXTS = ["建议在上海设立铜交割库。", "代表关注再生铝的回收。", "The report covers LME copper."]


@pytest.fixture
def search(tmp_path: Path) -> Lexical:
    lexical.write(TEXTS, tmp_path / "关键词")
    return Lexical(tmp_path / "关键词")


def test_a_chinese_query_scores_above_zero_where_its_words_stand(search: Lexical) -> None:
    scores = search.scores("谁建议设立交割库？")
    assert scores.argmax() == 0 and scores[0] > 1
    assert search.scores("再生铝")[1] > 0 and search.scores("再生铝")[0] == 0


def test_traditional_characters_and_capitals_match(search: Lexical) -> None:
    assert search.scores("設立銅交割庫").argmax() == 0
    assert search.scores("lme").argmax() == 2


@pytest.mark.parametrize("query", ["", "？", "鑫", "unknown"])
def test_a_query_of_unknown_words_scores_zero(search: Lexical, query: str) -> None:
    np.testing.assert_array_equal(search.scores(query), np.zeros(len(TEXTS), dtype=np.float32))


def test_rare_words_weigh_more(search: Lexical) -> None:
    assert search.rarity("鑫") > search.rarity("铝") > search.rarity("建") - 1e-9 > 0
    assert search.rarity("铝") == search.rarity("lme")


@pytest.mark.usefixtures("search")
def test_nothing_on_disk_is_pickled(tmp_path: Path) -> None:
    for file in (tmp_path / "关键词").iterdir():
        assert file.suffix in (".npy", ".json")
        if file.suffix == ".npy":
            np.load(file, allow_pickle=False)


@pytest.mark.parametrize("texts", [["——"], ["……", "——", ""], ["——", "铜"]])
def test_texts_without_words_are_indexed(tmp_path: Path, texts: list[str]) -> None:
    lexical.write(texts, tmp_path)
    search = Lexical(tmp_path)
    assert search.size == len(texts)
    assert (search.scores("铜") > 0).tolist() == ["铜" in text for text in texts]
