"""Both languages say the same, with the same places to fill, of all that there is to say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import get_args

import pytest

from assistant.answers.found import Way
from assistant.answers.inspection import Why
from assistant.library.holdings import How, State
from assistant.messages import BY_LANGUAGE, INSPECTING, STORING, Language, language_of
from assistant.query.question import Kind
from assistant.sentences.evidence import FEATURES
from assistant.sentences.ranker import Lack
from index.progress import Stage


def said(words: object) -> list[tuple[str, str]]:
    """Everything that is said, by the name of its field and, in a map, its key there."""
    found = []
    for name, value in asdict(words).items():  # type: ignore[call-overload]
        parts = value.items() if isinstance(value, Mapping) else [("", value)]
        found += [(f"{name} {key}".rstrip(), text) for key, text in parts]
    return sorted(found)


@pytest.mark.parametrize("of", [BY_LANGUAGE, INSPECTING, STORING])
def test_languages_say_the_same(of: Mapping[Language, object]) -> None:
    chinese, english = said(of["zh"]), said(of["en"])
    assert [name for name, _ in chinese] == [name for name, _ in english]
    for (name, one), (_, other) in zip(chinese, english, strict=True):
        assert one and other, name
        assert sorted(re.findall(r"{\w+}", one)) == sorted(re.findall(r"{\w+}", other)), name


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whatever_there_is_has_words(language: Language) -> None:
    inspecting, storing = INSPECTING[language], STORING[language]
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
