"""A redline: the newer of two versions as a Word file whose tracked changes lead back to the older."""

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.marks.redline import redline
from plan_compiler.pipeline.writing import Work, prepare
from plan_compiler.read.tree import Tree
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.docx.scope import Revision
from plan_compiler.writers.templates import TemplateFaultError

NOBODY = "plan"
"""The author of changes that no commit tells of."""


class Side(Struct, frozen=True, eq=False):
    """One version: its files and its plan."""

    tree: Tree
    linked: LinkedPlan


class Redlined(Struct, frozen=True):
    """The DOCX, or why there is none."""

    data: bytes | None
    faults: tuple[Diagnostic, ...] = ()


def redlined(old: Side, new: Side, revision: Revision | None) -> Redlined:
    """The DOCX of both in the theme of `new`; its changes made by `revision`, else by `NOBODY` on the plan's own date."""
    before, after = _work(old), _work(new)
    if not isinstance(before, Work):
        return Redlined(None, before)
    if not isinstance(after, Work):
        return Redlined(None, after)
    date = after.document.date
    made = revision or Revision(NOBODY, f"{date}T00:00:00Z" if date else "")
    marked = redline(before.document, after.document)
    pictures = {**before.pictures, **after.pictures}
    try:
        return Redlined(write_docx(marked, after.theme, pictures=pictures, revision=made))
    except TemplateFaultError as fault:
        return Redlined(None, (fault.diagnostic,))


def _work(side: Side) -> Work | tuple[Diagnostic, ...]:
    work, faults = prepare(side.tree, side.linked, final=False)
    return faults if work is None else work
