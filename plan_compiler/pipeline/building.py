"""Building: from a checked plan to files in a folder, doing only what has changed."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import Cause, Diagnostic, Finding, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.output import manifest
from plan_compiler.output.atomic import remove_all, write_all
from plan_compiler.pipeline.formats import Format, Step
from plan_compiler.pipeline.ingredients import Ingredients
from plan_compiler.pipeline.surroundings import picture_files
from plan_compiler.read.source import Source
from plan_compiler.read.tree import Tree
from plan_compiler.rules.engine import locate
from plan_compiler.writers.faults import KINDS

if TYPE_CHECKING:
    from plan_compiler.pipeline.writing import Result


class Built(Struct, frozen=True):
    """What a build came to. `written` are the files that were written, `current` the formats that needed nothing.

    Where a finding is an error, nothing was written, unless it is a draft. `inputs` is the hash of what each format was made
    from; `again` what is to be said of them once more where nothing changes.
    """

    findings: tuple[Finding, ...]
    written: tuple[str, ...]
    current: tuple[Format, ...]
    inputs: Mapping[Format, str] = {}
    again: tuple[Finding, ...] = ()

    @property
    def fails(self) -> bool:
        """Whether an error kept the build from being written."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


class Order(Struct, frozen=True):
    """What is to be built, and where. `final`: a picture that is still to come is an error.

    `draft` are the findings of the check that are shown in a draft, which is written in spite of them; None for a
    document that has passed its check. `causes` are what several of them come from. `theme` is taken in place of the plan's
    own; `profile` is the standard that the PDF conforms to, one of PROFILES.
    """

    formats: frozenset[Format]
    folder: Path
    final: bool = False
    draft: tuple[Finding, ...] | None = None
    theme: str | None = None
    profile: str | None = None
    causes: tuple[Cause, ...] = ()


def build(tree: Tree, source: Source, linked: LinkedPlan, order: Order, step: Step) -> Built:
    """Write the formats of `order` that are not current.

    Raises OSError where the folder cannot be written; earlier outputs are whole then.
    """
    if order.theme is not None:
        linked = replace(linked, plan=linked.plan.model_copy(update={"theme": order.theme}))
        source = replace(source, plan=linked.plan)
    pictures = frozenset(file for _, file in picture_files(linked))
    ingredients = Ingredients(tree, source, pictures, _shown(order), order.profile or "")
    inputs = ingredients.hashes(order.formats)
    before = manifest.load(order.folder)
    current = tuple(f for f in Format if f in inputs and manifest.is_current(before.get(f), inputs[f], order.folder))
    stale = order.formats.difference(current)
    if not stale and not order.final:  # a theme or picture with a fault would have kept it from being written
        said = locate(_said(before, current), source)
        return Built(said, (), current, inputs, said)

    from plan_compiler.pipeline.drafting import draft
    from plan_compiler.pipeline.writing import prepare, write

    work, faults = prepare(tree, linked, final=order.final)
    if work is None:
        return Built(locate(faults, source), (), ())
    if order.draft is not None:
        faults = _unknown(faults, order.draft)
        shown = (*(_shown(order) or ()), *locate(faults, source))
        work = replace(work, document=draft(work.document, shown, source, order.causes))
    pages = before[Format.PDF].pages if Format.PDF in current else None
    results = list(write(work, stale, pages, step, order.profile))
    news = (d for result in results for d in result.diagnostics if not _is_known(d, before.get(result.format)))
    diagnostics = (*faults, *_said(before, current), *news)
    built = Built(locate(diagnostics, source), (), current)
    if not stale or (built.fails if order.draft is None else not all(result.files for result in results)):
        return built
    files = {name: data for result in results for name, data in result.files.items()}
    records = before | {r.format.value: _record(r, inputs[r.format], order.draft is not None) for r in results}
    write_all(order.folder, {**files, manifest.NAME: manifest.dump(records)})
    remove_all(order.folder, _gone(before, records))
    return Built(built.findings, tuple(files), current, inputs, locate(_said(records, inputs), source))


def _shown(order: Order) -> tuple[Finding, ...] | None:
    """The findings that a draft shows; None for a document without them."""
    return None if order.draft is None else tuple(finding for finding in order.draft if finding.stands)


def _unknown(faults: Iterable[Diagnostic], known: Iterable[Finding]) -> tuple[Diagnostic, ...]:
    """Those of `faults` that the check has not found already: a picture that is missing is missing to both."""
    found = {(finding.kind.code, finding.diagnostic.where) for finding in known}
    return tuple(fault for fault in faults if (fault.kind.code, fault.where) not in found)


def _record(result: "Result", inputs: str, is_draft: bool) -> manifest.Record:
    remarks = tuple(manifest.Remark(d.kind.code, dict(d.args), d.hint or "") for d in result.diagnostics)
    return manifest.Record(inputs, manifest.hashes(result.files), result.pages or {}, remarks, is_draft)


def _said(before: Mapping[str, manifest.Record], current: Iterable[Format]) -> Iterator[Diagnostic]:
    """What was said of the formats that need not be written again, but for notes: those are said once."""
    kinds = {kind.code: kind for kind in KINDS}
    for format_ in current:
        for remark in before[format_].remarks:
            if remark.code in kinds and kinds[remark.code].severity is not Severity.INFO:
                yield Diagnostic(kinds[remark.code], None, remark.args, hint=remark.hint or None)


def _is_known(diagnostic: Diagnostic, before: manifest.Record | None) -> bool:
    """Whether it is a note that was made of the build before, too."""
    if diagnostic.kind.severity is not Severity.INFO or before is None:
        return False
    return any(r.code == diagnostic.kind.code and r.args == dict(diagnostic.args) for r in before.remarks)


def _gone(before: Mapping[str, manifest.Record], after: Mapping[str, manifest.Record]) -> Iterable[str]:
    """Files of an earlier build that this one no longer has."""
    kept = {name for record in after.values() for name in record.outputs}
    return {name for record in before.values() for name in record.outputs} - kept
