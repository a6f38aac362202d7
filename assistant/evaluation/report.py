"""An evaluation as Markdown, with a chart that Markdown viewers draw themselves (Mermaid)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.evaluation.evaluate import Evaluation
from assistant.evaluation.measures import Bin, Score


def to_markdown(evaluation: Evaluation) -> str:
    """The whole report."""
    refusals = evaluation.questions - evaluation.answerable
    parts = [
        "# 评测",
        f"{evaluation.questions} 个问题，其中 {refusals} 个在文档中没有答案。",
        "## 回答",
        _scores(evaluation.scores),
        "## 各类问题",
        _kinds(evaluation.scores),
        "## 检索",
        _rankings(evaluation),
        "## 把握与实际",
        _reliability(evaluation),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _scores(scores: Sequence[Score]) -> str:
    facts = {
        "正确率": [_percent(one.accuracy) for one in scores],
        "第一条引文含答案": [_percent(one.quote_1) for one in scores],
        "前三条引文含答案": [_percent(one.quote_3) for one in scores],
        "引文平均字数": [_number(one.quoted_characters) for one in scores],
        "引文与原文一致": [_percent(one.verbatim) for one in scores],
        "误拒": [str(one.wrongly_refused) for one in scores],
        "误答": [str(one.wrongly_answered) for one in scores],
        "拒答准确率": [_percent(one.refusal_precision) for one in scores],
        "拒答召回率": [_percent(one.refusal_recall) for one in scores],
        "每问毫秒（中位数）": [_number(one.median_ms) for one in scores],
    }
    return _table(
        ["", *(one.system for one in scores)], ([name, *row] for name, row in facts.items())
    )


def _kinds(scores: Sequence[Score]) -> str:
    kinds = scores[0].by_kind
    rows = (
        [kind, *(f"{right}/{of}" for right, of in (one.by_kind[kind] for one in scores))]
        for kind in kinds
    )
    return _table(["", *(one.system for one in scores)], rows)


def _rankings(evaluation: Evaluation) -> str:
    depths = list(next(iter(evaluation.rankings.values())).recall)
    rows = (
        [
            name,
            *(_percent(one.recall[depth]) for depth in depths),
            f"{one.reciprocal_rank:.3f}",
            str(one.questions),
        ]
        for name, one in evaluation.rankings.items()
    )
    return _table(["", *(f"recall@{depth}" for depth in depths), "MRR", "问题数"], rows)


def _reliability(evaluation: Evaluation) -> str:
    if not evaluation.reliability:
        return "没有回答。"
    rows = (
        [
            f"{one.low:.1f}–{one.high:.1f}",
            str(one.answers),
            _percent(one.confidence),
            _percent(one.right),
        ]
        for one in evaluation.reliability
    )
    error = f"平均差距：{_percent(evaluation.calibration_error)}"
    table = _table(["把握", "回答数", "平均把握", "第一条引文含答案"], rows)
    return "\n\n".join([table, error, _chart(evaluation.reliability)])


def _chart(bins: Sequence[Bin]) -> str:
    """Bars: how many were right. Line: how many should have been."""
    labels = ", ".join(f'"{one.low:.1f}–{one.high:.1f}"' for one in bins)
    right = ", ".join(f"{100 * one.right:.0f}" for one in bins)
    sure = ", ".join(f"{100 * one.confidence:.0f}" for one in bins)
    lines = (
        "```mermaid",
        "xychart-beta",
        '  title "柱：实际（%）　线：把握（%）"',
        f"  x-axis [{labels}]",
        "  y-axis 0 --> 100",
        f"  bar [{right}]",
        f"  line [{sure}]",
        "```",
    )
    return "\n".join(lines)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    every = (header, ["---"] * len(header), *rows)
    return "\n".join(f"| {' | '.join(row)} |" for row in every)


def _percent(share: float | None) -> str:
    return "—" if share is None else f"{100 * share:.1f} %"


def _number(value: float | None) -> str:
    return "—" if value is None else f"{value:.0f}"
