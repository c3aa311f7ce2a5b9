"""`plan rules`: the catalogue of everything `plan check` can find."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from plan_compiler.cli.arguments import Lang


class Format(StrEnum):
    """Formats of the catalogue."""

    TEXT = "text"
    MARKDOWN = "markdown"


def rules(
    format: Annotated[
        Format,
        typer.Option("--format", "-f", help="一行一条，或附说明的整页 / a line each, or a page with every manual"),
    ] = Format.TEXT,
    lang: Lang = None,
) -> int:
    """列出所有规则。 / List every kind of finding, with its code and severity.

    用 plan explain CODE 看一条规则的说明。 / `plan explain CODE` shows one rule's page.
    """
    from plan_compiler.cli.locate import language_here
    from plan_compiler.pipeline.checking import catalogue
    from plan_compiler.report.catalogue import catalogue_lines, catalogue_page

    language = lang or language_here()
    match format:
        case Format.TEXT:
            sys.stdout.write(catalogue_lines(catalogue(), language))
        case Format.MARKDOWN:
            sys.stdout.write(catalogue_page(catalogue(), language))
    return 0
