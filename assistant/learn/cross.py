"""`python -m assistant.learn.cross`: train the cross-encoder that reads question and sentence.

From questions on indexes: the best sentences found for each, those that hold the answer being
right. The weights of its log-odds (assistant.sentences.doubt) are fitted to a source held out.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from assistant import jsonl
from assistant.answers.outcome import outcome
from assistant.learn.boosting import logistic
from assistant.learn.examples import answering
from assistant.learn.late import learned_adapter, with_adapter
from assistant.query.question import Question, analyse
from assistant.sentences.doubt import RIVALS, SHARE, paired
from assistant.sentences.ranking import rank
from assistant.sentences.reader import Reader
from index import Index
from index.bert import Bert
from index.bundled import DIMENSION, bundled_model, fingerprint
from index.cross import FILE, pair
from index.late import tensors_of
from index.learned import save_tensors

FOUND = 8  # best sentences of a question
DEEPER, FURTHER = 40, 2  # right ones that are also taken, out of the best 40
OTHERS = 0.35  # share of the wrong sentences that is learned from, but for the RIVALS: of those all
BARE = 0.15  # questions whose sentences are read without what leads to them, as some documents have
LAYERS = range(6, 12)  # adapted; those below stay as they are, which halves the time
PARTS = ("query", "key", "value", "attention.output.dense", "intermediate.dense", "output.dense")
HIDDEN, BATCH, STEP = 64, 32, 5e-4


@dataclass(frozen=True, slots=True)
class Pair:
    """Token numbers, where the sentence begins among them, whether it answers, ranker's points."""

    tokens: list[int]
    start: int
    right: bool
    score: float


@dataclass(frozen=True, slots=True)
class Candidates:
    """The sentences found for a question, the best first, and how probable that it answers."""

    pairs: list[Pair]
    probability: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="+", type=Path, help="an index and questions, in turn")
    parser.add_argument("--held-out", nargs=2, type=Path, action="append", default=[])
    parser.add_argument("--minutes", type=float, default=55)
    parser.add_argument("--onward", action="store_true", help="from what the file has learned")
    given = parser.parse_args()
    pairs = zip(given.source[::2], given.source[1::2], strict=True)
    torch.manual_seed(0)
    learned = list(chain.from_iterable(candidates(*one, bare=BARE) for one in pairs))
    model = Model()
    if given.onward:
        model.recall()
    train_cross(model, learned, 60 * given.minutes)
    save(model)
    if given.held_out:
        report(model, list(chain.from_iterable(candidates(*one) for one in given.held_out)))


def candidates(index: Path, questions: Path, bare: float = 0) -> Iterator[Candidates]:
    """One for each question for which sentences are found, that share of them without context."""
    draw = np.random.default_rng(0)
    reader = Reader.of(Index.open(index))
    bert = Bert.load(bundled_model())
    for _, row in jsonl.read_objects(str(questions)):
        asked: Question | None = analyse(row["question"])
        if history := row.get("history"):
            asked = outcome(reader, row["question"], history).asked
        verdict = rank(reader, asked, ()) if asked else None
        if not (asked and verdict):
            continue
        ranked, judgement = verdict
        right = set(answering(reader.index, row).tolist())
        best = ranked.evidence.rows[ranked.order].tolist()
        points = dict(zip(ranked.evidence.rows.tolist(), ranked.scores.tolist(), strict=True))
        deeper = [one for one in best[FOUND:DEEPER] if one in right][:FURTHER]
        alone = draw.random() < bare
        found = []
        for one in best[:FOUND] + deeper:
            led, said = paired(reader, ranked.evidence, one)
            tokens = pair(bert.tokenizer, bert.prompt + asked.text, "" if alone else led, said)
            found.append(Pair(*tokens, one in right, points[one]))
        yield Candidates(found, judgement.apart)


class Model(nn.Module):
    """The default model, adapted, with a head on the mean of either side."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = with_adapter(PARTS, layers_to_transform=list(LAYERS))
        self.inner = nn.Linear(2 * DIMENSION, HIDDEN)
        self.outer = nn.Linear(HIDDEN, 1)
        self.dropout = nn.Dropout(0.1)
        nn.init.constant_(self.outer.bias, -1.5)  # fewer than one in four are right

    def forward(self, pairs: Sequence[Pair]) -> torch.Tensor:
        """Log-odds (pairs,)."""
        longest = max(len(one.tokens) for one in pairs)
        tokens = torch.tensor([one.tokens + [0] * (longest - len(one.tokens)) for one in pairs])
        lengths = torch.tensor([len(one.tokens) for one in pairs])[:, None]
        starts = torch.tensor([one.start for one in pairs])[:, None]
        place = torch.arange(longest)[None]
        mask = place < lengths
        states = self.bert(input_ids=tokens, attention_mask=mask.long()).last_hidden_state
        sides = [_mean(states, place < starts), _mean(states, mask & (place >= starts))]
        hidden = functional.gelu(self.inner(self.dropout(torch.cat(sides, dim=1))))
        log_odds: torch.Tensor = self.outer(hidden).squeeze(1)
        return log_odds

    def recall(self) -> None:
        """The weights of the file."""
        from safetensors.torch import load_file

        tensors = {name: tensor.float() for name, tensor in load_file(FILE).items()}
        for name, linear in (("inner", self.inner), ("outer", self.outer)):
            linear.weight.data = tensors[f"{name}.weight"].T.contiguous()
            linear.bias.data = tensors[f"{name}.bias"]
        for name, layer in self.bert.named_modules():
            if hasattr(layer, "lora_A"):
                at = name.removeprefix("base_model.model.")
                layer.lora_A["default"].weight.data = tensors[f"{at}.down"]
                up = tensors[f"{at}.up"] / layer.scaling["default"]
                layer.lora_B["default"].weight.data = up


def _mean(states: torch.Tensor, which: torch.Tensor) -> torch.Tensor:
    return (states * which[:, :, None]).sum(1) / which.sum(1, keepdim=True)


def train_cross(model: Model, learned: Sequence[Candidates], seconds: float) -> None:
    """As many rounds as there is time for; the step falls with the time."""
    draw = np.random.default_rng(0)
    pairs = [
        one
        for of_one in learned
        for at, one in enumerate(of_one.pairs)
        if at < RIVALS or one.right or draw.random() < OTHERS
    ]
    model.train()
    learning = [one for one in model.parameters() if one.requires_grad]
    optimiser = torch.optim.AdamW(learning, lr=STEP, weight_decay=1e-2)
    begun = time.monotonic()
    for number, batch in enumerate(_batches(pairs, draw)):
        if (passed := (time.monotonic() - begun) / seconds) >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = STEP * min(1, (number + 1) / 60) * max(0.03, 1 - passed)
        right = torch.tensor([float(one.right) for one in batch])
        loss = functional.binary_cross_entropy_with_logits(model(batch), right)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        if number % 50 == 0:
            print(f"{number * BATCH} pairs, {60 * passed * seconds / 3600:.0f} min, {loss:.3f}")
    model.eval()


def _batches(pairs: Sequence[Pair], draw: np.random.Generator) -> Iterator[list[Pair]]:
    """Without end, shuffled, of like length."""
    while True:
        order = draw.permutation(len(pairs))
        for first in range(0, len(order), 20 * BATCH):
            block = sorted(order[first : first + 20 * BATCH], key=lambda at: len(pairs[at].tokens))
            for at in draw.permutation(range(0, len(block), BATCH)):
                yield [pairs[one] for one in block[at : at + BATCH]]


def report(model: Model, held: Sequence[Candidates]) -> None:
    """How well right and wrong best sentences are told apart, and the weights for it."""
    with torch.inference_mode():
        logs = [model(one.pairs[:RIVALS]).tolist() for one in held]
    rivals = (zip(log, one.pairs, strict=False) for log, one in zip(logs, held, strict=True))
    best = [max(some, key=lambda at: at[0] + SHARE * at[1].score) for some in rivals]
    read = np.array([log for log, _ in best])
    right = np.array([pair.right for _, pair in best])
    stated = np.clip([one.probability for one in held], 0.01, 0.99)
    own = np.log(stated / (1 - stated))
    weights = logistic(np.stack([own, read], axis=1), right)
    both = weights[0] * own + weights[1] * read
    for name, scores in (("judgement", own), ("cross-encoder", read), ("both", both)):
        above = scores[right][:, None] > scores[~right]
        print(f"{name}: right above wrong in {above.mean():.3f} of the pairs")
    print("weights", np.round(weights, 2))


def save(model: Model) -> None:
    """Write the file that the program loads."""
    tensors = {
        f"{name}.{part}": value.detach().numpy()
        for name, linear in (("inner", model.inner), ("outer", model.outer))
        for part, value in (("weight", linear.weight.T), ("bias", linear.bias))
    }
    tensors |= tensors_of(learned_adapter(model.bert))
    save_tensors(FILE, tensors, fingerprint=fingerprint())


if __name__ == "__main__":
    main()
