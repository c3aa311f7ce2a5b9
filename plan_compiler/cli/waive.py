"""`plan waive CODE ENTITY --reason …`: accept a finding as it is, for as long as its values stay the same."""

import shlex
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_compiler.cli.arguments import PlanOption
from plan_compiler.cli.failure import CommandError
from plan_compiler.cli.locate import locate

if TYPE_CHECKING:
    from plan_compiler.diagnostics import Finding
    from plan_compiler.model.waivers import Waiver
    from plan_compiler.pipeline.checking import Checked
    from plan_compiler.pipeline.waiving import Wanted

_MOST_LISTED = 10


def waive(
    code: Annotated[str, typer.Argument(metavar="CODE", help="规则代码，如 SUM101 / the rule, such as SUM101")],
    entity: Annotated[
        str | None,
        typer.Argument(metavar="ENTITY", help="标识；没有标识的问题省略 / the id; left out where there is none"),
    ] = None,
    *,
    reason: Annotated[str, typer.Option("--reason", help="为什么接受 / why it is accepted")],
    field: Annotated[str | None, typer.Option("--field", help="字段，如 stated.total / the field")] = None,
    subject: Annotated[str | None, typer.Option("--subject", help="所指的文字 / the text in question")] = None,
    until: Annotated[
        datetime | None,
        typer.Option("--until", metavar="DATE", formats=["%Y-%m-%d"], help="有效期至 / the last day it holds"),
    ] = None,
    approved_by: Annotated[str | None, typer.Option("--approved-by", help="批准人 / who approved")] = None,
    plan: PlanOption = None,
) -> int:
    """豁免一个问题：在 waivers.yaml 中写明理由，数值一变即失效。

    Accept one finding as it is. The waiver is written to waivers.yaml, bound to the finding's present values: when one
    of them changes, the finding is back. A waiver whose values have changed is renewed: until the same day, and if
    someone had approved it, it says who does so now.

    \b
    plan waive SUM101 roads --field stated.total --reason 已刊印，下次修订改正
    plan waive NUM401 --subject 99.9% --reason 已刊印 --approved-by 王工 --until 2026-12-31
    """
    from plan_compiler.output.atomic import write_all
    from plan_compiler.pipeline import waiving
    from plan_compiler.pipeline.checking import check
    from plan_compiler.read.tree import FolderTree

    root = locate(plan).root.resolve()
    today = datetime.now().date()
    if not reason.strip():
        raise CommandError("--reason 要写明理由 / --reason must say why")
    if until is not None and until.date() < today:
        raise CommandError(f"--until {until.date()} 已经过去 / --until {until.date()} has passed")
    tree = FolderTree(root)
    checked = check(tree, today=today)
    if checked.source is None:
        raise CommandError("plan.yaml 无法读取，先运行 plan check / plan.yaml cannot be read: run `plan check` first")
    rest = _options(
        {"--reason": reason, "--until": until and until.date(), "--approved-by": approved_by, "--plan": plan}
    )
    finding = _only(checked, waiving.Wanted(code.strip().upper(), entity, field, subject), rest)
    approval = waiving.Approval(reason, approved_by, until.date() if until else None)
    waiver = waiving.waiver_for(finding, approval)
    for earlier in waiving.earlier(checked, finding).values():
        waiver = _renewed(earlier, waiver, today)
    try:
        content = waiving.waived(tree, checked, finding, waiver, today)
    except waiving.CannotWaiveError:
        raise CommandError(
            f"{waiving.WAIVERS} 里写不进这条豁免，没有改动：它须是每条以“- ”开头的列表，且能被 plan check 读取 / "
            f"nothing was written: {waiving.WAIVERS} must be a list with a dash to each entry that `plan check` can read"
        ) from None
    write_all(root, {_target(root, waiving.WAIVERS): content})
    print(f"已豁免 / waived: {_named(finding)}（{waiving.WAIVERS}）")
    return 0


def _renewed(earlier: "Waiver", waiver: "Waiver", today: date) -> "Waiver":
    """`waiver` in the place of one that has expired or whose values hold no longer: its last day is kept, and what was
    approved must be approved again. Raises `CommandError` where one of them has to be said.
    """
    if earlier.approved_by and not waiver.approved_by:
        raise CommandError(
            f"原豁免由“{earlier.approved_by}”批准，现已失效（到期或数值已变）：用 --approved-by 写明这次由谁批准 / "
            f"what {earlier.approved_by} approved holds no longer: say with --approved-by who approves it now"
        )
    if earlier.until is None or waiver.until is not None:
        return waiver
    if earlier.until < today.isoformat():
        raise CommandError(
            f"原豁免 {earlier.until} 已到期：用 --until 写明新的期限 / "
            f"it ended on {earlier.until}: say with --until until when it holds now"
        )
    return waiver.model_copy(update={"until": earlier.until})


def _only(checked: "Checked", wanted: "Wanted", rest: str) -> "Finding":
    """The one finding that is wanted. Raises `CommandError` with the commands for those there are, which end with `rest`."""
    from plan_compiler.rules.acceptance.waiver_faults import KINDS

    if wanted.code in {kind.code for kind in KINDS}:
        raise CommandError("豁免本身的问题不能豁免 / what is wrong with a waiver cannot be waived itself")
    found = wanted.among(checked.findings)
    still_open = [finding for finding in found if finding.waiver is None]
    if len(still_open) == 1:
        return still_open[0]
    if still_open:
        raise CommandError(
            f"有 {len(still_open)} 个问题，请选定一个 / {len(still_open)} findings: choose one by its id, --field or --subject",
            _commands(still_open, rest),
        )
    if found:
        raise CommandError(f"已经豁免：{'；'.join(map(_named, found[:_MOST_LISTED]))} / it is waived already")
    unwaived = [finding for finding in checked.findings if finding.waiver is None]
    others = [f for f in unwaived if f.kind.code == wanted.code] or [
        f for f in unwaived if f.entity and f.entity == wanted.entity
    ]
    waived = [
        finding for finding in checked.findings if finding.waiver is not None and finding.kind.code == wanted.code
    ]
    told = f"；已豁免 / waived: {'；'.join(map(_named, waived[:_MOST_LISTED]))}" if waived else ""
    advice = f"{told}；现有 / there is:" if others else told or "；用 plan check 查看 / see `plan check`"
    named = f"{wanted.code} {wanted.entity or ''}".rstrip()
    raise CommandError(f"没有这样的问题 / there is no such finding: {named}{advice}", _commands(others, rest))


def _commands(findings: "list[Finding]", rest: str) -> tuple[str, ...]:
    """For each finding the command that waives it; of many only the first."""
    places = Counter((finding.kind.code, finding.entity, finding.field) for finding in findings)
    shown = tuple(
        f"plan waive {_named(finding, alone=places[finding.kind.code, finding.entity, finding.field] == 1)}{rest}"
        for finding in findings[:_MOST_LISTED]
    )
    return shown if len(findings) <= _MOST_LISTED else (*shown, f"…（{len(findings)}）")


def _named(finding: "Finding", *, alone: bool = True) -> str:
    """A finding as the arguments that name it; where it is not alone at its place, by its subject even if it has none."""
    options = {"--field": finding.field, "--subject": finding.subject or (None if alone else "")}
    return " ".join([finding.kind.code, *([shlex.quote(finding.entity)] if finding.entity else [])]) + _options(options)


def _options(values: Mapping[str, object]) -> str:
    """Options as they are typed, each behind a blank; None is left out."""
    return "".join(f" {name} {shlex.quote(str(value))}" for name, value in values.items() if value is not None)


def _target(root: Path, name: str) -> str:
    """Where to write: the file that a link leads to, so that the link stays one."""
    return str((root / name).resolve().relative_to(root))
