"""`plan build` beside WeasyPrint on the same HTML, and pandoc where it is installed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

from bench.measure import Task, alternate
from bench.plans import write_plan
from bench.table import Line, ratio, seconds

_ROUNDS = 5
_LAYOUT_ROUNDS = 5
_TABLE_ROUNDS = 3
_ROWS = 1400


def formats(root: Path, scratch: Path) -> list[Line]:
    """Whole processes: each format, what other tools take for it, and a build with nothing to do."""
    tools = Path(sys.executable).parent
    plan, content = str(tools / "plan"), str(root / "content")
    paged = scratch / "paged" / "index.html"
    outputs = {name: scratch / "out" / name for name in ("pdf", "docx", "html", "docx,html", "all")}
    tasks = {
        name: Task(
            ((plan, "build", content, "--to", "docx,pdf,html" if name == "all" else name, "--out", str(folder)),),
            fresh=folder,
        )
        for name, folder in outputs.items()
    }
    tasks["unchanged"] = Task(((plan, "build", content, "--out", str(outputs["all"])),))
    tasks["weasyprint"] = Task(((str(tools / "weasyprint"), "-q", str(paged), str(scratch / "bare.pdf")),))
    tasks["version"] = Task(((plan, "--version"),))
    if pandoc := shutil.which("pandoc"):
        page = str(outputs["html"] / "html" / "index.html")
        tasks["pandoc"] = Task(((pandoc, page, "-o", str(scratch / "pandoc.docx")),))
    runs = alternate(tasks, _ROUNDS)

    def line(what: str, name: str, limit: float | None = None) -> Line:
        status = runs[name].status
        return seconds(what + (f" (exit {status})" if status else ""), runs[name].seconds, limit)

    return [
        line("plan build --to pdf", "pdf"),
        line("  weasyprint on the same HTML", "weasyprint"),
        line("plan build --to docx", "docx"),
        line("  pandoc, HTML to DOCX", "pandoc") if pandoc else Line("  pandoc", "not installed"),
        line("plan build --to html", "html"),
        line("plan build --to docx,html", "docx,html", 1),
        line("plan build, all three", "all"),
        line("plan build with nothing changed", "unchanged", 0.5),
        line("plan --version", "version", 0.15),
    ]


def layout(root: Path, scratch: Path) -> list[Line]:
    """Processor seconds of the PDF writer's step, with all it needs loaded, and of bare WeasyPrint in the same state."""
    plan, paged = root / "content", scratch / "paged"
    rounds = [
        {who: _layout_seconds(who, root, plan, paged) for who in ("writer", "bare")} for _ in range(_LAYOUT_ROUNDS)
    ]
    return [
        seconds("the PDF writer's step: templates, fonts, layout, pages", median(taken["writer"] for taken in rounds)),
        seconds("  bare WeasyPrint, the same HTML", median(taken["bare"] for taken in rounds)),
        ratio("  the step over bare WeasyPrint", median(taken["writer"] / taken["bare"] for taken in rounds), 1.1),
    ]


def write_paged_html(root: Path, scratch: Path) -> None:
    """Put the HTML that the PDF is made of where WeasyPrint can read it."""
    _layout("files", root, root / "content", scratch / "paged")


def long_table(root: Path, scratch: Path) -> list[Line]:
    """Processor seconds for a table of 1 400 rows and eight columns, in a plan that is little else."""
    plan, paged = scratch / "long-table", scratch / "long-table-paged"
    write_plan(root / "content", plan, _ROWS)
    entry = plan / "plan.yaml"
    kept = (line for line in entry.read_text("utf-8").splitlines() if not line.lstrip().startswith("- chapters/"))
    entry.write_text("\n".join(kept).replace("chapters:", "chapters: [{title: 总则, body: 正文。}]"), "utf-8")
    _layout("files", root, plan, paged)
    rounds = [
        {who: _layout_seconds(who, root, plan, paged) for who in ("writer", "bare", "docx")}
        for _ in range(_TABLE_ROUNDS)
    ]
    return [
        seconds("the PDF writer's step", median(taken["writer"] for taken in rounds), 10),
        seconds("  bare WeasyPrint, the same HTML", median(taken["bare"] for taken in rounds)),
        ratio("  the step over bare WeasyPrint", median(taken["writer"] / taken["bare"] for taken in rounds), 1.1),
        seconds("the DOCX writer's step", median(taken["docx"] for taken in rounds), 1),
    ]


def _layout_seconds(who: str, root: Path, plan: Path, paged: Path) -> float:
    return float(json.loads(_layout(who, root, plan, paged)))


def _layout(who: str, root: Path, plan: Path, paged: Path) -> str:
    command = [sys.executable, "-m", "bench.layout", who, str(plan), str(paged)]
    return subprocess.run(command, cwd=root, stdout=subprocess.PIPE, text=True, check=True).stdout
