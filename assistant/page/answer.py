"""An answer as HTML. Markup.format escapes whatever is not Markup, so no text acts as markup."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby, zip_longest

from markupsafe import Markup

from assistant.messages import Messages
from assistant.page import lead
from assistant.page.buttons import FOLDED, button, is_long, render_copy, render_fold
from assistant.page.drawn import Form, as_lines, render_excerpt, render_form
from assistant.page.grid import Grid, runs
from assistant.page.links import opens, place_attributes
from assistant.page.marks import Line
from assistant.query.foreign import is_foreign
from assistant.query.politeness import changed
from assistant.types import Answer, Quote
from index.types import Passage

HIGH, MEDIUM = 0.9, 0.75  # confidence is calibrated: right nine times in ten, and three in four


def render_answer(
    answer: Answer,
    turn: int,
    messages: Messages,
    forms: Mapping[int, Form],
    related: Sequence[Sequence[Line]],
) -> Markup:
    """The lead-in with clickable citations over its quote cards, or a refusal; `forms`: of those
    quotes that are not shown as the run of words they are; `related`: the lines of what came
    nearest.
    """
    said = _answered(answer, turn, forms, messages) if answer.answered else None
    return Markup("{}{}").format(
        _understood(answer, messages), said or _refusal(answer, related, messages)
    )


def where(item: Quote | Passage, messages: Messages) -> Markup:
    """Section and page, as far as there are any."""
    page = messages.page_number.format(page=item.page) if item.page else ""
    return Markup(" · ").join(part for part in (item.section, page) if part)


def _understood(answer: Answer, messages: Messages) -> Markup:
    understood = changed(answer.question, answer.resolved_question)
    if not understood:
        return Markup("")
    long = is_long(understood)
    return Markup('<p class="understood{}"><span>{}</span>{}</p>{}').format(
        " long" if long else "", messages.understood_as, understood,
        render_fold(messages) if long else "",
    )  # fmt: skip


def _answered(answer: Answer, turn: int, forms: Mapping[int, Form], messages: Messages) -> Markup:
    total = len(answer.quotes)
    groups = groupby(answer.quotes, key=lambda quote: quote.document)
    said = _with_citations(answer, turn, messages)
    return Markup('{}<div class="quotes" aria-label="{}">{}</div>').format(
        Markup('<p class="lead">{}</p>').format(said) if said else "",
        messages.quotes_label,
        Markup("").join(
            _document(list(quotes), forms, turn, total, messages) for _, quotes in groups
        ),
    )


def _with_citations(answer: Answer, turn: int, messages: Messages) -> Markup:
    """The lead-in with the number of each quote as a button."""
    total = len(answer.quotes)
    buttons = {quote.n: _citation(quote, turn, total, messages) for quote in answer.quotes}
    return Markup("\n").join(
        Markup("{}{}").format(words, Markup(" ").join(buttons[n] for n in of if n in buttons))
        for words, of in lead.lead_in(answer, messages)
    )


def _citation(quote: Quote, turn: int, total: int, messages: Messages) -> Markup:
    return Markup('<button type="button" class="cite" {} aria-label="{}">{}</button>').format(
        _opens(quote, turn, total), messages.open_quote.format(n=quote.n), quote.n
    )


def _opens(quote: Quote, turn: int, total: int) -> Markup:
    """A click opens the source at the quote, as this one of the answer's."""
    return Markup('{} data-turn="{}" data-n="{}" data-of="{}"').format(
        opens(quote), turn, quote.n, total
    )


def _document(
    quotes: Sequence[Quote], forms: Mapping[int, Form], turn: int, total: int, messages: Messages
) -> Markup:
    """The cards of one document under its title; of rows of one table, as one table."""
    cards = (
        _card(quote, forms.get(quote.n), same, turn, total, messages)
        for quote, same in zip(quotes, runs(quotes, forms), strict=True)
    )
    return Markup('<section class="from"><h3 lang="zh-CN">《{}》</h3>{}</section>').format(
        quotes[0].title, Markup("").join(cards)
    )


def _card(
    quote: Quote, form: Form | None, same: Sequence[Grid], turn: int, total: int, messages: Messages
) -> Markup:
    """`same`: the rows of one table among which this one is."""
    around = Markup("{} {}").format(FOLDED, place_attributes(quote))
    return Markup(
        '<figure class="{}" {} style="--n:{}">{}<div><blockquote lang="zh-CN">{}</blockquote>'
        '<figcaption><span>{}</span><span class="tools">{}{}</span></figcaption></div></figure>'
    ).format(
        "card goes-on" if same and form is not same[0] else "card",
        _opens(quote, turn, total), quote.n, _citation(quote, turn, total, messages),
        render_form(form, same) if form else quote.text, where(quote, messages),
        render_copy(_cited(quote, form, messages), messages, quote=True),
        button(
            messages.context_more, "unfold", around,
            turn=turn, n=quote.n, less=messages.context_less,
        ),
    )  # fmt: skip


def render_confidence(answer: Answer, messages: Messages) -> Markup:
    """How sure the answer is, in a word, and how long it took: there, but quiet."""
    level, said = how_sure(answer, messages)
    return Markup(
        '<span class="confidence {}" title="{}">{}</span><span class="elapsed">{}</span>'
    ).format(
        level,
        messages.confidence_help.format(percent=round(100 * answer.confidence)),
        said,
        messages.elapsed.format(seconds=_seconds(answer.elapsed_ms)),
    )


def _seconds(milliseconds: float) -> str:
    """To a tenth, of which no answer takes none.

    >>> _seconds(1234), _seconds(30)
    ('1.2', '<0.1')
    """
    return f"{milliseconds / 1000:.1f}" if milliseconds >= 100 else "<0.1"


def how_sure(answer: Answer, messages: Messages) -> tuple[str, str]:
    """How sure it is: the level, and in words."""
    level, word = "low", messages.confidence_low
    if answer.confidence >= MEDIUM:
        level, word = "medium", messages.confidence_medium
    if answer.confidence >= HIGH:
        level, word = "high", messages.confidence_high
    return level, f"{messages.columns['confidence']} {word}"


def _refusal(answer: Answer, related: Sequence[Sequence[Line]], messages: Messages) -> Markup:
    """A refusal with what comes nearest; a greeting is answered as plainly as it is given."""
    hint = Markup('<p class="ask-in-chinese">{}</p>').format(messages.ask_in_chinese)
    return Markup('<p class="{}">{}</p>{}{}').format(
        "lead" if answer.is_small_talk else "refusal", lead.as_text(answer, messages, {}),
        hint if answer.found_nothing and is_foreign(answer.question) else "",
        _related(answer.related, related, messages),
    )  # fmt: skip


def _related(
    passages: Sequence[Passage], written: Sequence[Sequence[Line]], messages: Messages
) -> Markup:
    if not passages:
        return Markup("")
    rows = (
        Markup(
            '<li><button type="button" class="passage" {}>'
            '<span class="passage-text" lang="zh-CN">{}</span>'
            '<span class="passage-place">《{}》{}</span></button></li>'
        ).format(
            opens(passage), render_excerpt(lines or [((passage.text, False),)]), passage.title,
            where(passage, messages),
        )
        for passage, lines in zip_longest(passages, written)
    )  # fmt: skip
    return Markup('<div class="related"><h3>{}</h3><ul>{}</ul></div>').format(
        messages.related_label, Markup("").join(rows)
    )


def as_text(answer: Answer, messages: Messages, forms: Mapping[int, Form]) -> str:
    """The answer with its citations as plain text: what the copy button gives."""
    quotes = [f"[{one.n}] {_cited(one, forms.get(one.n), messages)}" for one in answer.quotes]
    said = lead.as_text(answer, messages, {quote.n: quote.n for quote in answer.quotes})
    return "\n\n".join(filter(None, [said, *quotes]))


def _cited(quote: Quote, form: Form | None, messages: Messages) -> str:
    words = "\n".join(as_lines(form)) if form else quote.text
    return f"{words}\n    ——{citation(quote, messages)}"


def citation(quote: Quote, messages: Messages) -> str:
    """《书名》第3页, or 《书名》小节 where there are no pages."""
    page = messages.cited_page.format(page=quote.page) if quote.page else quote.section
    return f"《{quote.title}》{page}"
