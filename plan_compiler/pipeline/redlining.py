"""A redline: the newer of two versions with its changes marked, as a Word file or as a page."""

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.marks.redline import redline
from plan_compiler.pipeline.writing import Work, prepare
from plan_compiler.read.tree import Tree
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.docx.scope import Revision
from plan_compiler.writers.html import write_page
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
    marked = _marked(old, new)
    if not isinstance(marked, Work):
        return Redlined(None, marked)
    date = marked.document.date
    made = revision or Revision(NOBODY, f"{date}T00:00:00Z" if date else "")
    try:
        return Redlined(write_docx(marked.document, marked.theme, pictures=marked.pictures, revision=made))
    except TemplateFaultError as fault:
        return Redlined(None, (fault.diagnostic,))


def redlined_page(old: Side, new: Side) -> str | tuple[Diagnostic, ...]:
    """The same document with the same marks as one page for a browser, in the theme of `new`; or why there is none."""
    marked = _marked(old, new, moves=True)
    if not isinstance(marked, Work):
        return marked
    try:
        return write_page(marked.document, marked.theme, marked.pictures)
    except TemplateFaultError as fault:
        return (fault.diagnostic,)


def _marked(old: Side, new: Side, *, moves: bool = False) -> Work | tuple[Diagnostic, ...]:
    before, after = _work(old), _work(new)
    if not isinstance(before, Work):
        return before
    if not isinstance(after, Work):
        return after
    pictures = {**before.pictures, **after.pictures}
    return Work(redline(before.document, after.document, moves=moves), after.theme, pictures)


def _work(side: Side) -> Work | tuple[Diagnostic, ...]:
    work, faults = prepare(side.tree, side.linked, final=False)
    return faults if work is None else work
