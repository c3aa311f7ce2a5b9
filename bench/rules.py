"""What each rule costs on a large plan, in one process."""

import gc
import time
from collections.abc import Iterable
from pathlib import Path

from bench.plans import write_plan
from bench.table import Line
from plan_compiler.diagnostics import Kind
from plan_compiler.link.link import link
from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import FolderTree
from plan_compiler.rules.registry import Rule, rules
from plan_compiler.rules.subject_matter import SubjectMatter

SIZE = 10_000
_SHOWN = 20
_ROUNDS = 3


def costs(root: Path, scratch: Path) -> list[Line]:
    """The dearest rules on a plan of `SIZE` projects: processor time of each, when the analyses that rules share are made.

    What the first run takes more than that is the price of those analyses.
    """
    folder = scratch / "rules"
    write_plan(root / "content", folder, SIZE)
    source = read_plan(FolderTree(folder)).source
    if source is None:
        raise SystemExit("the generated plan cannot be read")
    linked, _ = link(source.plan, source.texts, source.poisoned, source.incomplete, source.unread)
    matter = SubjectMatter(linked)
    gc.disable()
    first = sum(_seconds(rule, matter) for rule in rules())
    own = [(min(_seconds(rule, matter) for _ in range(_ROUNDS)), rule.kind) for rule in rules()]
    gc.enable()
    total = sum(seconds for seconds, _ in own)
    return [
        *_lines(own, total),
        _line("all rules by themselves", total),
        _line("analyses that they share", first - total),
    ]


def _lines(own: list[tuple[float, Kind]], total: float) -> Iterable[Line]:
    dearest = sorted(own, key=lambda pair: -pair[0])
    for seconds, kind in dearest[:_SHOWN]:
        share = f"{100 * seconds / total:.0f} %" if total else ""
        yield Line(f"{kind.code} {kind.name}", f"{1000 * seconds:.1f} ms", share)
    rest = dearest[_SHOWN:]
    yield _line(f"the other {len(rest)} together", sum(seconds for seconds, _ in rest))


def _line(what: str, seconds: float) -> Line:
    return Line(what, f"{1000 * seconds:.1f} ms")


def _seconds(rule: Rule, matter: SubjectMatter) -> float:
    start = time.process_time()
    for _ in rule.check(matter):
        pass
    return time.process_time() - start
