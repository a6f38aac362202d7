"""What the command line prints for people. Wraps nothing: a quote is copied as it was written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from assistant.messages import ZH
from assistant.query.foreign import is_foreign
from assistant.query.politeness import changed

if TYPE_CHECKING:
    from assistant.answers.inspection import Inspection
    from assistant.types import Answer
    from corpus import Document
    from index.types import Passage

SAID = ZH.inspecting
SHOWN_SENTENCES = 10  # of an inspection; --json lists them all


def say(*parts: tuple[str, str]) -> None:
    """A line of parts, each with its style."""
    Console(highlight=False).print(Text.assemble(*parts), soft_wrap=True)


def print_answer(answer: Answer, document: Callable[[str], Document]) -> None:
    """The answer, its quotes with their places; below a refusal, what came nearest. `document`
    gives the document of a path.
    """
    _say_understood(answer.question, answer.resolved_question)
    say((answer.text, "bold" if answer.answered else "yellow"))
    if answer.found_nothing and is_foreign(answer.question):
        say((ZH.ask_in_chinese, "yellow"))
    for quote in answer.quotes:
        say()
        if quote.head:
            say((f"    {' ｜ '.join(quote.head)}", "dim"))
        say((f"[{quote.n}] ", "bold cyan"), (quote.text, ""))
        say((f"    —— {quote.citation}", "green"), (f"  {_place(quote)}", "dim"))
    if answer.related:
        say()
        say((ZH.related_label, "dim"))
        print_passages(answer.related, document)


def _say_understood(question: str, resolved: str) -> None:
    if understood := changed(question, resolved):
        say((f"{ZH.understood_as}{understood}", "dim"))


def print_passages(passages: Sequence[Passage], document: Callable[[str], Document]) -> None:
    """The passages, best first, a heading on a line of its own."""
    from corpus import as_paragraphs

    for number, passage in enumerate(passages, start=1):
        page = f" · {ZH.page_number.format(page=passage.page)}" if passage.page else ""
        where = f"《{passage.title}》{passage.section}{page}"
        say()
        say((f"{number}. ", "bold cyan"), (where, "green"), (f"  {passage.score:.2f}", "dim"))
        written = document(passage.document).text[passage.start : passage.end]
        for line in filter(str.strip, "".join(as_paragraphs(written)).splitlines()):
            say((f"   {line.strip()}", ""))
        say((f"   {_place(passage)}", "dim"))


def print_inspection(found: Inspection) -> None:
    """How the question was read, what was decided, and what was found."""
    from assistant.answers.inspection_words import decided, read_as

    for label, value in read_as(found, ZH):
        say((f"{label}：", "bold"), (value, ""))
    first, *rest = decided(found, SAID)
    say((f"{SAID.decision}：", "bold"), (first, "bold" if found.answer.answered else "yellow"))
    for line in rest:
        say((f"  {line}", ""))
    if found.candidates:
        if not found.searched:
            say((SAID.comparison, "yellow"))
        _print_candidates(found)
        _print_sentences(found)


def _print_candidates(found: Inspection) -> None:
    say()
    say((SAID.candidates.format(count=len(found.candidates)), "bold"))
    for number, one in enumerate(found.candidates, start=1):
        scores = (
            f"{SAID.fused} {one.passage.score:.2f}  {SAID.dense} {one.dense:.3f}"
            f"  {SAID.lexical} {one.lexical:.1f}  {SAID.scope} {one.scope:.1f}"
        )
        beside = f"  {SAID.neighbour}" if one.is_neighbour else ""
        place = (f"  {_place(one.passage)}", "dim")
        say((f"{number}. ", "bold cyan"), (f"{scores}{beside}", ""), place)


def _print_sentences(found: Inspection) -> None:
    say()
    say((SAID.sentences.format(count=len(found.sentences)), "bold"))
    for one in found.sentences[:SHOWN_SENTENCES]:
        quote = f"[{one.quote}] " if one.quote else ""
        scores = (
            f"{SAID.points} {one.passage.score:.2f}（{SAID.learned} {one.learned:.2f}，"
            f"{SAID.adjustment} {one.adjustment:+.1f}）  {SAID.belief} {one.belief:.0%}"
            f"  {SAID.candidate} {one.candidate}"
        )
        say((quote, "bold cyan"), (one.passage.text, ""))
        say((f"   {scores}", "dim"))


def print_feedback(ratings: Sequence[dict[str, Any]]) -> None:
    """What was called wrong, to be looked at; how much was called helpful."""
    wrong = [line for line in ratings if line["rating"] != "up"]
    say((f"{ZH.rate_up} {len(ratings) - len(wrong)}，{ZH.rate_down} {len(wrong)}", "bold"))
    for line in wrong:
        say()
        say((line["question"], "bold"), (f"  {line['time']}", "dim"))
        _say_understood(line["question"], line["resolved_question"])
        if line["reason"]:
            say((line["reason"], "yellow"))
        for quote in line["quotes"]:
            say((f"  {quote['text']}", ""), (f"  {_row_place(quote)}", "dim"))


# Of a row its name, what stands beside it, its words, and what they are about.
_LAYOUT = {
    "proposals": ("name", ("role", "organisation_title"), "proposal", ("theme", "topic")),
    "people": ("name", ("role", "organisation_title", "kind"), "", ()),
    "figures": ("subject", ("value", "qualifier", "year"), "sentence", ("section",)),
}


def print_register(table: str, rows: Sequence[dict[str, Any]]) -> None:
    """Rows of the register as blocks, below one that says what stands where."""
    if rows:
        names = {**ZH.columns, "document": ZH.columns["title"], "unit": "", "confidence": 1}
        _print_row(table, names, "dim")
    for row in rows:
        _print_row(table, row, "bold cyan")
    say((ZH.register_rows.format(count=len(rows)), "dim"))


def _print_row(table: str, row: dict[str, Any], style: str) -> None:
    from assistant.register import SURE

    name, beside, words, about = _LAYOUT[table]
    row = {**row, "value": f"{row.get('value', '')}{row.get('unit', '')}"}
    cells = " · ".join(filter(None, (row[key] for key in beside)))
    doubt = f"  {ZH.register_unsure}" if row["confidence"] < SURE else ""
    say((row[name] or "—", style), (f"  {cells}", ""), (doubt, "yellow"))
    if words:
        say((f"  {row[words]}", ""))
    where = dict.fromkeys(filter(None, (row[key] for key in about)))
    say((f"  {' · '.join([*where, _row_place(row)])}", "dim"))


def _place(span: Any) -> str:
    return f"{span.document}:{span.start}-{span.end}"


def _row_place(row: dict[str, Any]) -> str:
    return f"{row['document']}:{row['start']}-{row['end']}"
