"""`python -m bench.rows PLAN`: processor seconds that the Word file of PLAN takes in this process, with all it needs loaded.

It is written as the command writes it, which seldom looks for cycles.
"""

import gc
import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from bench.plans import write_plan
from bench.table import Line, seconds
from plan_compiler.cli.build import SELDOM
from plan_compiler.pipeline.checking import check
from plan_compiler.pipeline.writing import prepare
from plan_compiler.read.tree import FolderTree
from plan_compiler.writers.docx import write_docx

_SIZE = 1_400
_ROUNDS = 5


def rows(root: Path, scratch: Path) -> list[Line]:
    """A plan with a project table of 1 400 rows, written as a Word file."""
    plan = scratch / "rows"
    write_plan(root / "content", plan, _SIZE)
    command = [sys.executable, "-m", "bench.rows", str(plan)]
    taken = [
        float(json.loads(subprocess.run(command, cwd=root, stdout=subprocess.PIPE, text=True, check=True).stdout))
        for _ in range(_ROUNDS)
    ]
    return [seconds(f"{_SIZE:,} rows in a Word file", median(taken), 1)]


def main(plan: Path) -> None:
    """Print the seconds that writing takes."""
    gc.set_threshold(*SELDOM)
    tree = FolderTree(plan)
    linked = check(tree).linked
    work = None if linked is None else prepare(tree, linked, final=False)[0]
    if work is None:
        raise SystemExit(f"{plan} cannot be read: see plan check")
    start = time.process_time()
    write_docx(work.document, work.theme, None, work.pictures)
    print(time.process_time() - start)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
