"""An inspection as HTML: how the question was read, what was decided, and what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from assistant.answers.inspection_words import decided, read_as
from assistant.messages import Inspecting, Messages
from assistant.page.answer import where
from assistant.page.buttons import button
from assistant.page.charts import place_label, render_mark, render_strip
from assistant.page.drawn import excerpt, render_excerpt
from assistant.page.links import opens
from assistant.types import Quote
from corpus import Document
from index.types import Passage

if TYPE_CHECKING:
    from assistant.answers.inspection import Candidate, Inspection, Sentence

SENTENCES = 20  # shown, and those that are quoted; the command line gives all of them
COMPARED = 5  # sentences whose features stand side by side
LABEL_CHARACTERS = 40


Shown = Callable[[Passage], Markup]  # the words of a passage, in its lines


def render_inspection(
    found: Inspection, document: Callable[[str], Document], messages: Messages
) -> Markup:
    """Everything about one question, in the order in which it came about; `document` gives the
    one of a path.
    """
    words = messages.inspecting

    def shown(item: Passage) -> Markup:
        return render_excerpt(excerpt(item, document(item.document)))

    compared = Markup('<p class="note">{}</p>').format(words.comparison)
    return Markup("{}{}{}{}{}{}{}").format(
        _facts(found, messages),
        _decision(found, words),
        compared if found.candidates and not found.searched else "",
        _strips(found, words),
        _candidates(found, shown, messages),
        _sentences(found, shown, words),
        _features(found, words),
    )


def _facts(found: Inspection, messages: Messages) -> Markup:
    facts = (
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(label, value)
        for label, value in read_as(found, messages)
    )
    return Markup("<h2>{}</h2><dl>{}</dl>").format(
        messages.inspecting.analysis, Markup("").join(facts)
    )


def _decision(found: Inspection, words: Inspecting) -> Markup:
    first, *rest = decided(found, words)
    judgement = found.judgement
    gauge = Markup(
        '<div class="gauge" aria-hidden="true" style="--share:{};--needed:{}"><i></i></div>'
    ).format(100 * judgement.probability if judgement else 0, 100 * found.threshold)
    said = (Markup("<li>{}</li>").format(line) for line in rest)
    return Markup('<h2>{}</h2><p class="{}">{}</p>{}<ul class="said">{}</ul>').format(
        words.decision, "no" if found.why else "yes", first, gauge if judgement else "",
        Markup("").join(said),
    )  # fmt: skip


def _strips(found: Inspection, words: Inspecting) -> Markup:
    """Where the candidates and the quotes lie, the documents of the best first."""
    places: dict[str, list[tuple[Passage | Quote, str]]] = {}
    for one in found.candidates:
        places.setdefault(one.passage.document, []).append((one.passage, ""))
    for quote in found.answer.quotes:
        places.setdefault(quote.document, []).append((quote, "quoted"))
    strips = (
        render_strip(
            items[0][0].title,
            found.characters[path],
            (_mark(item, kind, found.characters[path], words) for item, kind in items),
        )
        for path, items in places.items()
    )
    heading = Markup("<h2>{}</h2>").format(words.places)
    return Markup("{}{}").format(heading, Markup("").join(strips)) if places else Markup("")


def _mark(item: Passage | Quote, kind: str, characters: int, words: Inspecting) -> Markup:
    label = place_label(item.title, item.text[:LABEL_CHARACTERS], item.start, characters, words)
    return render_mark(opens(item), item.start, item.end, label, kind)


def _candidates(found: Inspection, shown: Shown, messages: Messages) -> Markup:
    words = messages.inspecting
    head = (words.rank, words.passage, words.fused, words.dense, words.lexical, words.scope)
    rows = (
        _row(one.passage, head, _candidate(n, one, shown, messages))
        for n, one in enumerate(found.candidates, 1)
    )
    label = words.candidates.format(count=len(found.candidates))
    return _table(label, head, rows) if found.candidates else Markup("")


def _candidate(
    n: int, one: Candidate, shown: Shown, messages: Messages
) -> tuple[str | Markup, ...]:
    beside = Markup(' <span class="tag">{}</span>').format(messages.inspecting.neighbour)
    said = Markup(
        '<span class="clamp" lang="zh-CN">{}</span><span class="small">《{}》{}{}</span>'
    ).format(
        shown(one.passage),
        one.passage.title,
        where(one.passage, messages),
        beside if one.is_neighbour else "",
    )
    numbers = f"{one.passage.score:.2f}", f"{one.dense:.3f}", f"{one.lexical:.1f}"
    return (str(n), said, *numbers, f"{one.scope:.1f}")


def _sentences(found: Inspection, shown: Shown, words: Inspecting) -> Markup:
    head = (
        words.rank, words.sentence, words.points, words.learned, words.adjustment, words.belief,
        words.candidate, words.quote,
    )  # fmt: skip
    best = [(n, one) for n, one in enumerate(found.sentences, 1) if n <= SENTENCES or one.quote]
    rows = (
        _row(one.passage, head, _sentence(n, one, shown), quoted=bool(one.quote)) for n, one in best
    )
    label = words.sentences.format(count=len(found.sentences))
    if len(best) < len(found.sentences):
        label += f" · {words.shown_first.format(count=len(best))}"
    return _table(label, head, rows) if best else Markup("")


def _sentence(n: int, one: Sentence, shown: Shown) -> tuple[str, ...]:
    return (
        str(n),
        shown(one.passage),
        f"{one.passage.score:.2f}",
        f"{one.learned:.2f}",
        f"{one.adjustment:+.1f}" if one.adjustment else "",
        f"{one.belief:.0%}",
        str(one.candidate),
        f"[{one.quote}]" if one.quote else "",
    )


def _features(found: Inspection, words: Inspecting) -> Markup:
    """The features of the best sentences side by side."""
    best = found.sentences[:COMPARED]
    if not best:
        return Markup("")
    head = (
        Markup('<th scope="col" title="{}">{}</th>').format(one.passage.text, n)
        for n, one in enumerate(best, 1)
    )
    rows = (
        Markup('<tr><th scope="row" title="{}">{}</th>{}</tr>').format(
            name, words.feature_names[name],
            Markup("").join(Markup("<td>{:.3g}</td>").format(one.features[name]) for one in best),
        )
        for name in best[0].features
    )  # fmt: skip
    return Markup(
        '<details><summary>{}</summary><div class="scroll"><table class="counts"><thead><tr>'
        '<th scope="col">{}</th>{}</tr></thead><tbody>{}</tbody></table></div></details>'
    ).format(
        words.features.format(count=len(best)), words.feature, Markup("").join(head),
        Markup("").join(rows),
    )  # fmt: skip


def _row(
    item: Passage, head: Sequence[str], cells: Sequence[str | Markup], *, quoted: bool = False
) -> Markup:
    made = (
        Markup('<td data-label="{}">{}</td>').format(label, cell)
        for label, cell in zip(head, cells, strict=True)
    )
    return Markup('<tr tabindex="0" class="{}" {}>{}</tr>').format(
        "quoted" if quoted else "", opens(item), Markup("").join(made)
    )


def _table(label: str, head: Sequence[str], rows: Iterable[Markup]) -> Markup:
    """A table whose columns the page's script sorts."""
    columns = (
        Markup('<th scope="col">{}</th>').format(button(one, "sort", "", "", column=at))
        for at, one in enumerate(head)
    )
    return Markup(
        '<h2>{}</h2><div class="scroll"><table class="found"><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>"
    ).format(label, Markup("").join(columns), Markup("").join(rows))
