"""A question and a sentence read together: the numbers of the library, near misses told apart."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import BertModel

from index import cross
from index.bundled import bundled_model
from index.cross import CONTEXT, QUESTION, SENTENCE, CrossEncoder, pair
from index.encoder import Encoder

# A question, a sentence that answers it, and one of the same document that nearly does.
TWINS = [
    ("全市有多少名乡村医生？", "全市现有乡村医生1260名。", "全市现有村卫生室1260所。"),
    ("冷库的电费每吨多少？", "冷库每吨货一个月电费要46元。", "冷库每吨货一个月租金要46元。"),
    ("谁反对取消夜班补贴？", "陶委员反对取消夜班补贴。", "陶委员建议提高夜班补贴。"),
    ("大桥什么时候通车？", "大桥将于2027年10月建成通车。", "大桥总投资31亿元，由省里出资。"),
    ("渡口为什么停运？", "因为水位太低，渡口停运了。", "渡口停运后，村民绕行二十公里。"),
]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load()


@pytest.fixture(scope="module")
def reading(encoder: Encoder) -> CrossEncoder:
    assert encoder.cross
    return encoder.cross


def test_the_numbers_are_those_of_the_library(reading: CrossEncoder) -> None:
    model = BertModel.from_pretrained(bundled_model())
    weights = {
        name: torch.from_numpy(value.T if "encoder.layer" in name else value)
        for name, value in reading.bert.weights.items()
    }
    model.load_state_dict(weights, strict=False)
    for question, sentence, _ in TWINS:
        ids, start = pair(reading.bert.tokenizer, f"query: {question}", "某市简报", sentence)
        with torch.inference_mode():
            states = model(torch.tensor([ids])).last_hidden_state[0].numpy()
        sides = np.concatenate([states[:start].mean(axis=0), states[start:].mean(axis=0)])
        inner = torch.from_numpy(sides @ reading.inner[0] + reading.inner[1])
        (theirs,) = torch.nn.functional.gelu(inner).numpy() @ reading.outer[0] + reading.outer[1]
        ours = reading.log_odds(question, "某市简报", sentence)
        assert ours == pytest.approx(float(theirs), abs=1e-3)


@pytest.mark.parametrize(("question", "right", "wrong"), TWINS)
def test_what_answers_is_above_what_nearly_does(
    reading: CrossEncoder, question: str, right: str, wrong: str
) -> None:
    assert reading.log_odds(question, "", right) > reading.log_odds(question, "", wrong)


def test_of_what_is_long_each_side_keeps_its_part(reading: CrossEncoder) -> None:
    tokenizer = reading.bert.tokenizer
    ids, start = pair(tokenizer, "问" * 90, "前" * 90, "后" * 90)
    assert len(ids) - start == SENTENCE + 2
    assert start == QUESTION + 2  # no room is left for what leads to it
    ids, start = pair(tokenizer, "几吨？", "前" * 90, "后")
    assert start == len(tokenizer.encode("几吨？", add_special_tokens=False).ids) + 2 + CONTEXT
    assert pair(tokenizer, "", "", "")[0]


def test_traditional_characters_read_as_simplified(reading: CrossEncoder) -> None:
    one = reading.log_odds("大桥何时通车？", "", "大桥明年通车。")
    assert one == reading.log_odds("大橋何時通車？", "", "大橋明年通車。")


def test_another_model_has_none(
    encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Encoder.load(str(bundled_model())).cross is None
    _, bert = encoder._berts()
    assert CrossEncoder.load(bert, "another") is None
    monkeypatch.setattr(cross, "FILE", tmp_path / "cross.safetensors")
    assert CrossEncoder.load(bert, encoder.fingerprint) is None


def test_it_is_there_though_python_leaves_assertions_out() -> None:
    said = "from index.encoder import Encoder; print(Encoder.load().cross is None)"
    done = subprocess.run([sys.executable, "-O", "-c", said], check=True, capture_output=True)
    assert done.stdout.strip() == b"False"
