"""`python -m bench.layout WHO PLAN FOLDER`: processor seconds that the layout of PLAN as a PDF takes in this process.

WHO is `writer`, the compiler's own step from the document to a PDF, or `bare`, WeasyPrint on the HTML lying in FOLDER;
`docx` is the step from the document to a Word file. `files` puts that HTML there and prints nothing. The compiler's steps
run as its command runs them, which seldom looks for cycles; WeasyPrint runs as its own command does.
"""

import gc
import sys
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import weasyprint

from plan_compiler.cli.build import SELDOM
from plan_compiler.document.nodes import Document
from plan_compiler.lower import lower
from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import FolderTree
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.html import paged_files
from plan_compiler.writers.pdf import write_pdf
from plan_compiler.writers.pictures import Picture, load_pictures
from plan_compiler.writers.theme import Theme, load_theme


def main(who: str, plan: Path, folder: Path) -> None:
    """Do what WHO asks for."""
    match who:
        case "bare":
            start = time.process_time()
            weasyprint.HTML(filename=folder / "index.html").write_pdf()
        case "writer":
            gc.set_threshold(*SELDOM)
            document, theme, pictures = _loaded(plan)
            start = time.process_time()
            if write_pdf(document, theme, pictures).data is None:
                raise SystemExit("no PDF can be written here: see plan doctor")
        case "docx":
            gc.set_threshold(*SELDOM)
            document, theme, pictures = _loaded(plan)
            start = time.process_time()
            write_docx(document, theme, None, pictures)
        case _:
            _write(paged_files(*_loaded(plan)), folder)
            return
    print(time.process_time() - start)


def _loaded(plan: Path) -> tuple[Document, Theme, Mapping[str, Picture]]:
    tree = FolderTree(plan)

    def plan_file(path: str) -> bytes | None:
        data = tree.read(path)
        return data if isinstance(data, bytes) else None

    checked = check(tree, today=datetime.now(UTC).date())
    if checked.source is None or checked.linked is None:
        raise SystemExit(f"{plan} cannot be read: see plan check")
    theme, _ = load_theme(checked.source.plan.theme, plan_file)
    if theme is None:
        raise SystemExit(f"the theme of {plan} cannot be read: see plan check")
    document = lower(checked.linked)
    return document, theme, load_pictures(document, plan_file)[0]


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
