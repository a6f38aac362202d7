"""Both languages say the same, with the same places to fill, of all that there is to say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, get_args

import pytest

from assistant.answers.found import Way
from assistant.answers.inspection import Why
from assistant.library.holdings import How, State
from assistant.messages import BY_LANGUAGE, EN, ZH, Language, language_of
from assistant.query.question import Kind
from assistant.sentences.evidence import FEATURES
from assistant.sentences.ranker import Lack
from index.progress import Stage


def said(words: Mapping[str, Any], of: str = "") -> list[tuple[str, str]]:
    """Everything that is said, by the names of its fields and its keys in maps."""
    found: list[tuple[str, str]] = []
    for name, value in words.items():
        called = f"{of} {name}"
        found += said(value, called) if isinstance(value, Mapping) else [(called, value)]
    return sorted(found)


def test_languages_say_the_same() -> None:
    chinese, english = said(asdict(ZH)), said(asdict(EN))
    assert [name for name, _ in chinese] == [name for name, _ in english]
    for (name, one), (_, other) in zip(chinese, english, strict=True):
        assert one and other, name
        assert sorted(re.findall(r"{\w+}", one)) == sorted(re.findall(r"{\w+}", other)), name


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whatever_there_is_has_words(language: Language) -> None:
    inspecting, storing = BY_LANGUAGE[language].inspecting, BY_LANGUAGE[language].storing
    there: list[tuple[Mapping[str, str], Iterable[str]]] = [
        (inspecting.feature_names, FEATURES),
        (inspecting.ways, Way),
        (inspecting.whys, {*Why, *Lack}),
        (inspecting.kinds, Kind),
        (storing.states, State),
        (storing.taken, How),
        (storing.stages, get_args(Stage)),
    ]
    for words, things in there:
        assert words.keys() == set(things)


@pytest.mark.parametrize(
    ("stored", "accepted", "language"),
    [
        ("", "zh-CN,zh;q=0.9,en;q=0.8", "zh"), ("", "en-US,en;q=0.9,zh;q=0.5", "en"),
        ("", "", "zh"), ("", "fr-FR,zh-TW", "zh"), ("", "fr-FR", "en"), ("zh", "en-US", "zh"),
    ],
)  # fmt: skip
def test_the_language_chosen_or_the_browsers(stored: str, accepted: str, language: str) -> None:
    assert language_of(stored, accepted) == language
