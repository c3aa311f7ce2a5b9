"""Arguments that several commands share."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

PlanArgument: TypeAlias = Annotated[
    Path | None,
    typer.Argument(
        metavar="PLAN",
        help="规划文件夹或 plan.yaml；省略则自动寻找 / the plan's folder or plan.yaml; found by itself when left out",
        show_default=False,
    ),
]


def language_name(name: str | None) -> str | None:
    """The name of a language that messages have. Raises `typer.BadParameter` for another."""
    if name is not None and name not in _LANGUAGES:
        raise typer.BadParameter(f"没有语言 {name}；可用 / no language {name}: zh, en")
    return name


_LANGUAGES = ("zh", "zh-CN", "en")
Lang: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="zh|en",
        callback=language_name,
        help="消息语言；缺省同规划 / language of messages",
        show_default=False,
    ),
]

PlanOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--plan",
        "-p",
        metavar="PLAN",
        help="规划文件夹或 plan.yaml；省略则自动寻找 / the plan's folder or plan.yaml; found by itself when left out",
        show_default=False,
    ),
]


def both(chinese: str, english: str, lang: str | None) -> str:
    """A short word of a command in the language that was asked for, in both where none was."""
    if lang is None:
        return f"{chinese} / {english}"
    return english if lang.startswith("en") else chinese
