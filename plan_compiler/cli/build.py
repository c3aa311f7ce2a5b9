"""`plan build`: check, then write the documents."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from plan_compiler.cli.arguments import Lang, PlanArgument
from plan_compiler.cli.failure import CommandError, reason
from plan_compiler.cli.locate import locate
from plan_compiler.cli.reporting import Screen, report_of, shown

if TYPE_CHECKING:
    from plan_compiler.pipeline.building import Built
    from plan_compiler.pipeline.formats import Format, Step
    from plan_compiler.read.source import Source
    from plan_compiler.read.tree import Tree

SELDOM = (50_000, 20, 100)
"""Thresholds of the garbage collector: pages leave cycles of boxes behind, but to look for them often takes a tenth of a layout."""


def build(
    plan: PlanArgument = None,
    to: Annotated[str, typer.Option("--to", help="要生成的格式 / formats to write")] = "docx,pdf,html",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", help="输出文件夹；缺省为当前文件夹下的 build/ / where to write; build/ here by default"
        ),
    ] = None,
    final: Annotated[
        bool, typer.Option("--final", help="定稿：不许留有待补的图 / refuse pictures still to come")
    ] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="草稿：有错误也生成，问题标在原处 / in spite of errors, findings in place")
    ] = False,
    theme: Annotated[
        str | None,
        typer.Option("--theme", help="版式，代替 plan.yaml 中所写的 / a theme in place of that of plan.yaml"),
    ] = None,
    no_waivers: Annotated[bool, typer.Option("--no-waivers", help="不计豁免 / as if nothing were waived")] = False,
    pdf_profile: Annotated[
        str | None,
        typer.Option(
            "--pdf-profile",
            metavar="ua|a",
            help="PDF 所循标准：ua 无障碍（PDF/UA-1），a 归档（PDF/A-2a，兼无障碍）/ accessible, or for archives too",
        ),
    ] = None,
    lang: Lang = None,
) -> int:
    """核对规划，通过后生成 DOCX、PDF 和 HTML。有错误时不生成，原有文件不变。

    Check the plan, then write DOCX, PDF and HTML. With errors nothing is written, and earlier files stay.

    With --draft it is written all the same: each finding is a comment in Word, a mark in the margin of PDF and HTML,
    every page says that it is a draft, and with errors the exit status is 1.

    \b
    plan build                      三种格式，写入 build/ / all three, into build/
    plan build --to docx            只要 Word 文件 / the Word file only
    plan build --draft              草稿：问题标在原处 / a draft with findings in place
    plan build --theme report       换一种版式 / in another theme
    plan build content --out 送审稿  写入别处 / write elsewhere
    """
    from plan_compiler.pipeline.recalling import asked, recall, watched

    if draft and final:
        raise CommandError("--draft 与 --final 不能同时用 / --draft and --final exclude each other")
    wishes = _Wishes(
        locate(plan).root,
        out or Path("build"),
        _formats(to),
        final,
        draft,
        theme,
        not no_waivers,
        _profile(pdf_profile),
        lang,
    )
    today = datetime.now().date()
    wanted = asked(wishes, today, wishes.root.resolve(), Path.cwd(), Screen.of_stdout())
    said = recall(watched(wishes.root, wishes.folder), wishes.folder, wishes.formats, wanted)
    if said is None:
        return _built(wishes, today, wanted)
    sys.stdout.write(said)
    return 0


class _Wishes(Struct, frozen=True):
    """What a build is asked for: the options as they were given."""

    root: Path
    folder: Path
    formats: "tuple[Format, ...]"
    final: bool
    draft: bool
    theme: str | None
    use_waivers: bool
    profile: str | None
    lang: str | None


def _built(wishes: _Wishes, today: date, wanted: str) -> int:
    """Check the plan and build it, and remember the outcome under `wanted` where it passed; the exit status."""
    from plan_compiler.pipeline.recalling import watched
    from plan_compiler.read.ahead import parser_ahead

    gc.set_threshold(*SELDOM)
    gc.enable()
    tree = watched(wishes.root, wishes.folder)
    parser = parser_ahead(tree)

    from plan_compiler.pipeline.building import Order, build  # imported while the files are parsed
    from plan_compiler.pipeline.causing import causes
    from plan_compiler.pipeline.checking import Asked, judged, load
    from plan_compiler.pipeline.recalling import remember

    root, folder, draft, lang = wishes.root, wishes.folder, wishes.draft, wishes.lang
    _refuse_unknown_theme(wishes.theme, tree)
    with _progress(lang) as step:
        step("check")
        checked = judged(load(tree, parser), Asked(today, wishes.use_waivers, in_parallel=True))
        if checked.source is None or checked.linked is None or (checked.fails and not draft):
            sys.stdout.write(shown(report_of(checked, root, lang)))
            return 1
        common = causes(checked) if draft else None
        findings = checked.findings if draft else None
        order = Order(
            frozenset(wishes.formats), folder, wishes.final, findings, wishes.theme, wishes.profile, common or ()
        )
        try:
            built = build(tree, checked.source, checked.linked, order, step)
        except OSError as fault:
            raise CommandError(_cannot_write(folder, fault)) from fault
    _refuse_without_libraries(built, checked.source.plan.language if lang is None else lang)
    report = report_of(checked, root, lang, built.findings, common)
    sys.stdout.write(shown(report))
    if built.fails and not built.written and not built.current:
        return 1
    _tell_files(built, folder)
    if report.summary.error and not draft:
        return 1
    if report.summary.error:
        print(f"草稿中标有 {report.summary.error} 个错误，尚不能定稿 / a draft: errors are left")
        return 1
    if _is_of_the_plan_alone(checked.source) and not wishes.final:
        again = shown(report_of(checked, root, lang, built.again, common)) + _unchanged(wishes.formats)
        remember(tree, folder, built.inputs, wanted, again)
    return 0


def _is_of_the_plan_alone(source: "Source") -> bool:
    """Whether no rules from elsewhere judged the plan, of whose changes nothing would be known."""
    return source.plan.checks is None or not source.plan.checks.rules


def _refuse_unknown_theme(theme: str | None, tree: "Tree") -> None:
    from plan_compiler.pipeline.surroundings import theme_names

    if theme is not None and theme not in theme_names(tree):
        known = ", ".join(theme_names(tree))
        raise CommandError(f"没有 {theme} 这种版式，可选 {known} / no theme {theme}: choose from {known}")


def _tell_files(built: "Built", folder: Path) -> None:
    for name in built.written:
        if name.count("/") <= 1 and not name.endswith(".css"):
            print(f"{folder / name}")
    sys.stdout.write(_unchanged(built.current))


def _unchanged(formats: "tuple[Format, ...]") -> str:
    return f"没有变化，无需重写 / unchanged: {', '.join(formats)}\n" if formats else ""


def _formats(to: str) -> "tuple[Format, ...]":
    from plan_compiler.pipeline.formats import Format

    names = [name.strip().lower() for name in to.split(",") if name.strip()]
    known = {format_.value: format_ for format_ in Format}
    for name in names:
        if name not in known:
            raise CommandError(
                f"没有 {name} 这种格式，可选 {', '.join(known)} / no format {name}: choose from {', '.join(known)}"
            )
    if not names:
        raise CommandError(f"--to 后请写明格式：{', '.join(known)} / --to needs a format: {', '.join(known)}")
    return tuple(format_ for format_ in Format if format_.value in names)


def _profile(name: str | None) -> str | None:
    from plan_compiler.pipeline.formats import PROFILES

    if name is None or name.lower() in PROFILES:
        return name and name.lower()
    raise CommandError(f"没有 {name} 这种 PDF 标准，可选 ua、a / no PDF profile {name}: choose from ua, a")


def _refuse_without_libraries(built: "Built", language: str) -> None:
    """A missing library or font is no fault of the plan: the command could not run."""
    from plan_compiler.report.wording import Speaker
    from plan_compiler.writers.faults import ENVIRONMENT

    speaker = Speaker(language)
    for finding in built.findings:
        if finding.kind.code in ENVIRONMENT:
            raise CommandError("；".join(filter(None, (speaker.message(finding), speaker.hint(finding)))))


def _cannot_write(folder: Path, fault: OSError) -> str:
    return (
        f"无法写入 {folder}：{reason(fault)}；原有文件未受影响，请检查权限和磁盘空间，或用 --out 另选文件夹 / "
        "earlier files are whole; see to permissions and space, or use --out"
    )


_STEPS = {
    "check": "核对 / checking",
    "pdf": "排版 PDF / laying out the PDF",
    "docx": "生成 DOCX / writing DOCX",
    "html": "生成 HTML / writing HTML",
}


@contextmanager
def _progress(lang: str | None) -> Iterator["Step"]:
    """Shows what is being worked on, on a terminal; nothing when piped."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("…") as status:
        yield lambda step: status.update(_STEPS[step])
