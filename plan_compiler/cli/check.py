"""`plan check`: prove that the figures agree and that every reference lands."""

import sys
from datetime import datetime
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from plan_compiler.cli.arguments import Lang, PlanArgument
from plan_compiler.cli.ending import kept
from plan_compiler.cli.failure import CommandError
from plan_compiler.cli.locate import locate
from plan_compiler.cli.reporting import report_of, shown
from plan_compiler.report.formats import FORMATS

if TYPE_CHECKING:
    from plan_compiler.pipeline.checking import Asked, Checked, Loaded
    from plan_compiler.read.parsed import Parser
    from plan_compiler.read.tree import Tree
    from plan_compiler.report.report import Report
    from plan_compiler.rules.acceptance.baseline import Baseline

_COVERAGE_FORMATS = ("text", "json")


def _format(name: str) -> str:
    if name not in FORMATS:
        raise typer.BadParameter(f"没有格式 {name}；可用 / no format {name}: {', '.join(FORMATS)}")
    return name


def check(
    plan: PlanArgument = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(FORMATS),
            callback=_format,
            autocompletion=lambda: list(FORMATS),
            help="报告格式 / format of the report",
        ),
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="警告也算不通过 / warnings fail too")] = False,
    no_waivers: Annotated[bool, typer.Option("--no-waivers", help="不计豁免 / as if nothing were waived")] = False,
    select: Annotated[
        list[str] | None, typer.Option("--select", help="只查这些规则，如 SUM 或 SUM101 / only these rules")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", help="不查这些规则 / not these rules")] = None,
    today: Annotated[
        datetime | None, typer.Option("--today", formats=["%Y-%m-%d"], help="判断豁免是否到期的日期 / today's date")
    ] = None,
    waived: Annotated[
        bool, typer.Option("--show-waived", help="也列出已豁免的问题 / list waived findings too")
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="基线中已有的问题不计入 / findings in this file do not count"),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option("--write-baseline", metavar="FILE", help="把现有问题写成基线 / write what is found to this file"),
    ] = None,
    coverage: Annotated[
        bool,
        typer.Option(
            "--coverage", help="改为列出没有任何规则核对的数据 / which figures nothing checks, in place of findings"
        ),
    ] = False,
    against: Annotated[
        str | None,
        typer.Option(
            "--against", metavar="REV", help="并与旧稿对照：git 版本或文件夹 / also hold it against a version"
        ),
    ] = None,
    lang: Lang = None,
) -> int:
    """核对整个规划：小计合计、累计值、文中数据、引用。

    Check the whole plan: subtotals and totals, cumulative values, figures in prose, references.

    \b
    plan check                     当前规划 / the plan you are in
    plan check content --strict    警告也算不通过 / warnings fail too
    plan check --format json       供程序读取 / for programs
    plan check --baseline known.json   只看新问题 / new findings only
    plan check --against main      与 main 上的旧稿对照 / the rules on revisions too
    plan check --coverage          哪些数据没有核对 / figures that nothing checks
    """
    from plan_compiler.cli.foreseen import parser_of
    from plan_compiler.read.tree import FolderTree

    if coverage and format not in _COVERAGE_FORMATS:
        raise typer.BadParameter("--coverage 的格式只有 / --coverage has the formats text, json")
    root = locate(plan).root
    tree = FolderTree(root)
    parser = parser_of(root, tree)

    from plan_compiler.pipeline.checking import Asked, compared  # imported while the files are parsed, as the rules are
    from plan_compiler.rules.registry import rules

    rules()
    known = _baseline(baseline) if baseline else None
    day = (today or datetime.now()).date()
    asked = Asked(day, not no_waivers, tuple(_codes(select)), tuple(_codes(ignore)), in_parallel=True)
    result = kept(_checked(tree, parser, asked, root, against))
    if write_baseline:
        return _write_baseline(result, write_baseline)
    if known:
        result = compared(result, known)
    report = report_of(result, root, lang)
    sys.stdout.write(_coverage(result, report, format) if coverage else _words(report, format, waived))
    return 1 if result.fails or (strict and result.summary.warning) else 0


def _checked(tree: "Tree", parser: "Parser | None", asked: "Asked", root: Path, against: str | None) -> "Checked":
    from plan_compiler.pipeline.checking import judged, load

    loaded = load(tree, parser)
    return judged(loaded, asked) if against is None else _checked_against(loaded, asked, root, against)


def _checked_against(loaded: "Loaded", asked: "Asked", root: Path, against: str) -> "Checked":
    from contextlib import ExitStack

    from msgspec.structs import replace

    from plan_compiler.cli.revisions import revision
    from plan_compiler.pipeline.checking import judged
    from plan_compiler.pipeline.comparing import UnreadableVersionError, linked_version

    with ExitStack() as stack:
        version = revision(against, root, stack)
        try:
            return judged(loaded, replace(asked, against=against), linked_version(version.tree))
        except UnreadableVersionError:
            raise CommandError(
                f"{against} 的 plan.yaml 无法读取，不能对照 / plan.yaml of {against} cannot be read: nothing to check against"
            ) from None


def _coverage(checked: "Checked", report: "Report", format: str) -> str:
    from plan_compiler.pipeline.covering import covered
    from plan_compiler.report.coverage import coverage_json, coverage_text

    if checked.source is None:
        raise CommandError("plan.yaml 无法读取，先运行 plan check / plan.yaml cannot be read: run `plan check` first")
    figures = covered(checked)
    if format == "json":
        return coverage_json(figures, report.plan, report.paths)
    columns = get_terminal_size().columns if sys.stdout.isatty() else None
    return coverage_text(figures, report.paths, report.language, columns)


def _baseline(path: Path) -> "Baseline":
    from plan_compiler.rules.acceptance.baseline import MalformedBaselineError, read_baseline

    try:
        return read_baseline(path.read_text("utf-8"))
    except FileNotFoundError:
        raise CommandError(
            f"没有基线 {path}：先用 plan check --write-baseline {path} 写出 / "
            f"no baseline {path}: write it with `plan check --write-baseline {path}`"
        ) from None
    except (MalformedBaselineError, UnicodeDecodeError):
        raise CommandError(
            f"{path} 不是基线文件：用 plan check --write-baseline 重写 / "
            f"{path} is no baseline: write it anew with `plan check --write-baseline`"
        ) from None


def _write_baseline(checked: "Checked", path: Path) -> int:
    from plan_compiler.output.atomic import write_all
    from plan_compiler.rules.acceptance.baseline import baseline_text

    if checked.source is None:
        raise CommandError("plan.yaml 无法读取，先运行 plan check / plan.yaml cannot be read: run `plan check` first")
    write_all(path.parent, {path.name: baseline_text(checked.findings).encode()})
    count = sum(finding.waiver is None for finding in checked.findings)
    print(f"{path}: {count} 条已记入基线 / {count} finding(s) in the baseline")
    return 0


def _codes(given: list[str] | None) -> list[str]:
    """The codes of `--select` and `--ignore`, each the beginning of some code; those of other packages are taken as given."""
    from plan_compiler.pipeline.checking import catalogue

    codes = [code.strip().upper() for text in given or () for code in text.split(",") if code.strip()]
    for code in codes:
        if "-" not in code and not any(kind.code.startswith(code) for kind in catalogue()):
            raise CommandError(
                f"没有 {code} 这样的规则：用 plan rules 查看全部 / no rule {code}: `plan rules` lists them all"
            )
    return codes


def _words(report: "Report", format: str, show_waived: bool) -> str:
    return shown(report, show_waived) if format == "text" else FORMATS[format](report)
