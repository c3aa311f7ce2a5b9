"""`plan diff`: what changed between two versions of a plan, by meaning."""

import os
import sys
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from plan_compiler.cli.arguments import Lang, PlanOption
from plan_compiler.cli.ending import kept
from plan_compiler.cli.failure import CommandError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from plan_compiler.cli.revisions import Version
    from plan_compiler.diagnostics import Diagnostic
    from plan_compiler.pipeline.comparing import Compared
    from plan_compiler.pipeline.comparing import Version as Readable
    from plan_compiler.pipeline.redlining import Side
    from plan_compiler.report.revision import Revision
    from plan_compiler.writers.docx.scope import Revision as DocumentRevision

FORMATS = ("text", "json", "markdown", "html")


def _format(name: str | None) -> str | None:
    if name is not None and name not in FORMATS:
        raise typer.BadParameter(f"没有格式 {name}；可用 / no format {name}: {', '.join(FORMATS)}")
    return name


def diff(
    old: Annotated[
        str | None,
        typer.Argument(metavar="[OLD]", help="旧稿：文件夹或 git 版本；省略为 HEAD / a folder or a git revision; HEAD"),
    ] = None,
    new: Annotated[
        str | None,
        typer.Argument(metavar="[NEW]", help="新稿；省略为当前文件 / the new version; the files as they are"),
    ] = None,
    *,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(FORMATS),
            callback=_format,
            autocompletion=lambda: list(FORMATS),
            help="报告格式，默认 text / format of the report, text by default",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="写入文件 / write the report to this file")
    ] = None,
    adjustments: Annotated[
        Path | None,
        typer.Option("--adjustments", metavar="FILE.docx", help="指标、项目调整表（Word） / adjustment tables as DOCX"),
    ] = None,
    redline: Annotated[
        Path | None,
        typer.Option(
            "--redline", metavar="FILE.docx", help="新稿，改动用 Word 修订标出 / the new version, changes tracked"
        ),
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="有变化时退出码为 1 / exit with 1 on changes")] = False,
    plan: PlanOption = None,
    lang: Lang = None,
) -> int:
    """比较两稿：改了什么，意味着什么。

    What changed between two versions, and what it means: figures with all that follows from them, targets weaker or
    stronger, projects added, dropped, moved, split; findings that came or went. Layout and numbering are no change.

    \b
    plan diff                      上次提交以来 / since the last commit
    plan diff HEAD~3               三次提交以来 / since three commits ago
    plan diff v1..v2               两个版本之间 / between two revisions (v1...v2: since they parted)
    plan diff 旧稿/ 新稿/           两个文件夹 / two folders, or plan.yaml files
    plan diff v1:旧文件夹 content    规划换过文件夹时 / where the plan stood elsewhere
    plan diff main --format markdown   供合并请求 / for a pull request
    plan diff v1..v2 --redline 花脸稿.docx   带修订的 Word 稿，只列摘要 / tracked changes in Word, and a summary
    """
    from plan_compiler.cli import revisions
    from plan_compiler.report.visible import visible

    with revisions.opened(revisions.wanted(old, new, plan)) as (before, after):
        with _progress() as step:
            step("比较两稿 / comparing the versions")
            compared = kept(_compared(before, after, lang))
            report = _report(compared, before, after, lang)
            step("写报告 / writing the report")
            only_files = format is None and out is None and (adjustments, redline) != (None, None)
            text = (
                _html(report, compared, before, after)
                if format == "html"
                else _told(report, format or "text", out, only_summary=only_files)
            )
            if adjustments is not None:
                _adjustments(report, before, after, adjustments)
            if redline is not None:
                step("写花脸稿 / writing the redline")
                _redline(compared, before, after, redline)
        _written(text, out)
        files = [file for file in (out, adjustments, redline) if file is not None]
        for file in files:  # beside a report on standard output, which may be read by a program
            print(f"已写入 / written: {visible(str(file))}", file=sys.stdout if out or only_files else sys.stderr)
        if only_files:
            print("全部修改加 --format text / all changes: add --format text")
    return 1 if exit_code and not compared.changes.is_empty else 0


@contextmanager
def _progress() -> "Iterator[Callable[[str], None]]":
    """Shows what is being worked on, on a terminal; nothing when piped."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("…") as status:
        yield status.update


def _compared(before: "Version", after: "Version", lang: str | None) -> "Compared":
    from plan_compiler.read.ahead import parser_ahead

    parsers = parser_ahead(before.tree), parser_ahead(after.tree, meanwhile=None)

    from plan_compiler.pipeline.comparing import UnreadableVersionError, compare  # imported while files are parsed

    try:
        return compare(before.tree, after.tree, in_parallel=True, parsers=parsers)
    except UnreadableVersionError as error:
        version = before if error.is_old else after
        raise CommandError(_unreadable(error, version, lang)) from None


def _unreadable(error: "Exception", version: "Version", lang: str | None) -> str:
    from plan_compiler.pipeline.comparing import UnreadableVersionError
    from plan_compiler.report.visible import visible
    from plan_compiler.report.wording import Speaker

    assert isinstance(error, UnreadableVersionError)
    first = next(iter(error.checked.findings), None)
    where = f"plan.yaml:{first.span.start.line}:{first.span.start.column}" if first and first.span else "plan.yaml"
    reason = f": {where}: {Speaker(lang or 'zh-CN').message(first)}" if first else ""
    return visible(f"{version.name} 的 plan.yaml 无法读取 / plan.yaml of {version.name} cannot be read{reason}")


def _report(compared: "Compared", before: "Version", after: "Version", lang: str | None) -> "Revision":
    from plan_compiler.report.paths import Paths
    from plan_compiler.report.revision import Revision, Side

    here = Path.cwd()

    def side(version: "Version", read: "Readable") -> Side:
        paths = Paths(version.root.resolve(), here)
        return Side(version.name, read.linked, read.source.spans.span, paths, read.source.unread)

    language = lang or compared.new.linked.plan.language
    return Revision(
        side(before, compared.old), side(after, compared.new), compared.changes, compared.findings, language
    )


def _written(text: str, out: Path | None) -> None:
    if out is None:
        sys.stdout.write(text)
        return
    from plan_compiler.output.atomic import write_all

    write_all(out.parent, {out.name: text.encode("utf-8")})


def _told(revision: "Revision", format: str, out: Path | None, *, only_summary: bool) -> str:
    match format:
        case "json":
            from plan_compiler.report.review_json import review_json

            return review_json(revision)
        case "markdown":
            from plan_compiler.report.review_markdown import review_markdown

            return review_markdown(revision)
        case _:
            return _text(revision, out, only_summary)


def _html(revision: "Revision", compared: "Compared", before: "Version", after: "Version") -> str:
    from plan_compiler.pipeline.redlining import redlined_page
    from plan_compiler.report.review_html import Text, review_html

    page = redlined_page(*_sides(compared, before, after))
    text = Text(page) if isinstance(page, str) else Text(lacking=_reasons(page, revision.language))
    return review_html(revision, text)


def _text(revision: "Revision", out: Path | None, only_summary: bool) -> str:
    from plan_compiler.report.review_text import review_text

    if out is not None or not sys.stdout.isatty():
        return review_text(revision, only_summary=only_summary)
    from shutil import get_terminal_size

    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    columns = get_terminal_size().columns
    return review_text(revision, colour=colour, columns=columns, only_summary=only_summary)


def _adjustments(revision: "Revision", before: "Version", after: "Version", file: Path) -> None:
    from plan_compiler.output.atomic import write_all
    from plan_compiler.pipeline.adjustments import adjustment_tables

    changes = [_last_change(version) for version in (before, after)]
    older, newer = (f"{change[1]:%Y-%m-%d}" if change else "" for change in changes)
    write_all(file.parent, {file.name: adjustment_tables(revision, after.tree, (older, newer))})


def _redline(compared: "Compared", before: "Version", after: "Version", file: Path) -> None:
    from plan_compiler.output.atomic import write_all
    from plan_compiler.pipeline.redlining import redlined

    made = redlined(*_sides(compared, before, after), _author(after))
    if made.data is None:
        told = _reasons(made.faults, compared.new.linked.plan.language)
        raise CommandError(f"花脸稿无法写成 / the redline cannot be written: {told}")
    write_all(file.parent, {file.name: made.data})


def _sides(compared: "Compared", before: "Version", after: "Version") -> "tuple[Side, Side]":
    from plan_compiler.pipeline.redlining import Side

    return Side(before.tree, compared.old.linked), Side(after.tree, compared.new.linked)


def _reasons(faults: "Sequence[Diagnostic]", language: str) -> str:
    from plan_compiler.report.visible import visible
    from plan_compiler.report.wording import Speaker
    from plan_compiler.rules.engine import locate

    speaker = Speaker(language)
    return visible("; ".join(speaker.message(finding) for finding in locate(tuple(faults), None)))


def _author(version: "Version") -> "DocumentRevision | None":
    from plan_compiler.report.visible import visible
    from plan_compiler.writers.docx.scope import Revision

    change = _last_change(version)
    return Revision(visible(change[0]), change[1].strftime("%Y-%m-%dT%H:%M:%SZ")) if change else None


def _last_change(version: "Version") -> "tuple[str, datetime] | None":
    """Who made the newest commit of a revision that touched the plan, and when; None for a folder."""
    from plan_compiler.cli.revisions import repository
    from plan_compiler.read.git_tree import GitTree

    if not isinstance(version.tree, GitTree):
        return None
    # The plan's folder of then need not be there now.
    repo = repository(next(it for it in (version.root, *version.root.parents) if it.is_dir()))
    return repo.last_change(version.tree.commit, PurePosixPath(version.root.relative_to(repo.root).as_posix()))
