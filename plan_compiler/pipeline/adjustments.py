"""Adjustment tables: from a compared revision to a Word file in the look of the plan."""

from plan_compiler.read.tree import Tree
from plan_compiler.report.adjustments import adjustment_document
from plan_compiler.report.revision import Revision
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.in_language import in_language
from plan_compiler.writers.theme import DEFAULT_THEME, load_theme


def adjustment_tables(revision: Revision, tree: Tree, days: tuple[str, str] = ("", "")) -> bytes:
    """The DOCX; in the theme of the new plan, whose files are in `tree`, or in the default one where that cannot be used.

    `days` are those of both versions, "" where they have none.
    """

    def plan_file(path: str) -> bytes | None:
        data = tree.read(path)
        return data if isinstance(data, bytes) else None

    theme, _ = load_theme(revision.new.linked.plan.theme, plan_file)
    if theme is None:
        theme, _ = load_theme(DEFAULT_THEME, lambda _: None)
    assert theme is not None  # the default theme travels with the compiler
    document = adjustment_document(revision, days)
    return write_docx(document, in_language(theme, document.language))
