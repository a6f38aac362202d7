"""White space as Chinese is read: it vanishes between characters and parts Latin words."""

from __future__ import annotations

import re

_RUN = re.compile(r"\s+")
LINE_BREAKS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"  # for a class of characters
LINE_BREAK = re.compile(f"[{LINE_BREAKS}]")
_WIDE_FROM = "\u2e80"  # CJK radicals: from here on characters are set without spaces
_NEUTRAL_FROM = "\u2000"  # “ ” ‘ ’ … — and zero-width characters: set in both ways


def flat(text: str) -> str:
    """Without white space, to compare: line breaks of a file do not make other words."""
    return "".join(text.split())


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space around it."""
    inner = text[start:end]
    begin = start + len(inner) - len(inner.lstrip())
    return begin, begin + len(inner.strip())


def tidy(text: str) -> str:
    """A source slice as it is shown; only white space differs.

    >>> tidy("年内新增约1亿\\n\\n吨，专科67\\n00人，约　占 AI\\nforum")
    '年内新增约1亿吨，专科6700人，约占 AI forum'
    """
    return _RUN.sub(lambda run: spacing(run.string, *run.span()), text.strip())


def spacing(text: str, start: int, end: int) -> str:
    """What stands for the white space `text[start:end]` between two characters: "" or " "."""
    run = text[start:end]
    before, after = _narrow(text[start - 1]), _narrow(text[end])
    broken = LINE_BREAK.search(run) is not None
    if run == " " or ("\t" in run and not broken):  # typed by somebody; between two cells
        return " "
    if broken:  # a Chinese line is broken anywhere, a Latin one between words
        wide = max(text[start - 1], text[end]) >= _WIDE_FROM
        return " " if (before or after) and not wide and not _in_figure(text, start, end) else ""
    apart = _WORD_BEFORE.search(text, max(0, start - 2), start) and _WORD_AFTER.match(text, end)
    return " " if before or after or apart else ""


# 记者　李强 are two words, 李　强 is one that is set wide.
_WORD_BEFORE = re.compile(r"\w[\u3400-\u9fff]\Z")
_WORD_AFTER = re.compile(r"[\u3400-\u9fff]\w")
_DIGITS_BEFORE = re.compile(r"[\u2e80-\uffef][0-9.]+\Z")
_DIGITS_AFTER = re.compile(r"[0-9.]*[0-9][%\u2e80-\uffef]")


def _in_figure(text: str, start: int, end: int) -> bool:
    """Whether the break cuts a figure in two that stands between Chinese characters."""
    if not (text[start - 1].isdigit() and text[end].isdigit()):
        return False
    before = text[max(0, start - 16) : start]
    return bool(_DIGITS_BEFORE.search(before) and _DIGITS_AFTER.match(text, end))


def _narrow(character: str) -> bool:
    return character < _NEUTRAL_FROM
