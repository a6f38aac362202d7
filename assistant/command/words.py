"""What typer itself says of commands and of wrong usage, in Chinese like all the rest.

It has no words but English ones. Where another version calls its parts otherwise, those stay so.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

OPTIONS, COMMAND, QUESTION = "[选项]", "命令 [参数]...", "问题"
_HELP = {
    "help": "显示这段说明",
    "install_completion": "为当前的终端安装命令补全",
    "show_completion": "显示命令补全的脚本，可自行复制、修改",
}
_PANELS = {
    "ARGUMENTS_PANEL_TITLE": "参数",
    "OPTIONS_PANEL_TITLE": "选项",
    "COMMANDS_PANEL_TITLE": "命令",
    "ERRORS_PANEL_TITLE": "用法有误",
    "DEFAULT_STRING": "[默认：{}]",
    "ENVVAR_STRING": "[环境变量：{}]",
    "REQUIRED_LONG_STRING": "[必填]",
    "RICH_HELP": "说明见 [blue]{command_path} {help_option}[/]",
}
_ERRORS = (
    (r"Missing (?:argument|option|parameter):? '?([^']+?)'?\.?", r"缺少 \1"),
    (r"Missing command\.", "缺少命令"),
    (r"No such command '(.+?)'\.(?: .+)?", r"没有这个命令：\1"),
    (r"No such option: (\S+)(?: .+)?", r"没有这个选项：\1"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", r"多余的参数：\1"),
    (r"Option '(.+?)' requires an argument\.", r"选项 \1 后面要给出值"),
    (r"Option '(.+?)' does not take a value\.", r"选项 \1 后面不跟值"),
    (r"Invalid value for '?(.+?)'?: .*\bvalid int.*", r"\1 须是整数"),
    (r"Invalid value for '?(.+?)'?: .*\bgreater than or equal to (\S+)", r"\1 不能小于 \2"),
    (r"Invalid value for '?(.+?)'?: .*\bless than or equal to (\S+)", r"\1 不能大于 \2"),
    (r"Invalid value for '?(.+?)'?: .*'(.+?)' is not one of '(.+)'\.", r"\1 只能是 \3，不能是 \2"),
    (r"Invalid value for '?(.+?)'?: (.+)", r"\1 的值不对：\2"),
    (r"Invalid value: (.+)", r"\1"),
)  # fmt: skip


class _Chinese:
    """What a command says of itself."""

    def get_usage(self, ctx: typer.Context) -> str:
        _teach()
        said: str = super().get_usage(ctx)  # type: ignore[misc]
        return said.replace("Usage: ", "用法：", 1)

    def get_params(self, ctx: typer.Context) -> list[Any]:
        params: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        _teach_errors()
        for param in params:
            param.help = _HELP.get(param.name, param.help)
            if not isinstance(param, TyperOption):
                param.display_type_rich = lambda **_: ""  # its name says what it is
            elif param.metavar is None:
                number = isinstance(param.default, int)
                param.metavar = "" if param.is_flag else "整数" if number else "文字"
        return params


class Command(_Chinese, TyperCommand):  # type: ignore[misc]
    """A command of `youju`."""


class Group(_Chinese, TyperGroup):  # type: ignore[misc]
    """`youju`."""


@cache
def _teach() -> None:
    """Once, and only where it is needed: what prints help is slow to load."""
    from typer import rich_utils

    for name, words in _PANELS.items():
        if hasattr(rich_utils, name):
            setattr(rich_utils, name, words)


@cache
def _teach_errors() -> None:
    """Once: an error is said before what is printed around it is looked up."""
    for kind in vars(sys.modules[typer.BadParameter.__module__]).values():
        if isinstance(kind, type) and "format_message" in vars(kind):
            _translate(kind)


def _translate(kind: Any) -> None:
    plain = kind.format_message

    def format_message(error: Any) -> str:
        _teach()
        return in_chinese(plain(error))

    kind.format_message = format_message


def in_chinese(error: str) -> str:
    """What is wrong with a command line.

    >>> in_chinese("No such option: --prt (Possible options: --port)")
    '没有这个选项：--prt'
    """
    said = " ".join(error.split())
    for shape, words in _ERRORS:
        if found := re.fullmatch(shape, said):
            return found.expand(words).replace("' / '", " / ").replace("', '", "、")
    return error
