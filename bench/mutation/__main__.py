"""`python -m bench.mutation [PLAN]`: change every figure of a plan by every slip, and print what the checker says.

Without PLAN, it is content/ with its published faults put right; another plan should have nothing to find. Exit status 1 where
a slip gets through that should not.
"""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.mutation.sites import Mutation, mutations
from bench.mutation.tally import missed, tables, told
from bench.mutation.trial import CORRECTIONS, Trial, check_files, sound_copy, trials
from plan_compiler.pipeline.covering import covered
from plan_compiler.report.coverage import coverage_text
from plan_compiler.report.paths import Paths

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str]) -> int:
    """Run everything; some minutes on two cores."""
    folder = Path(arguments[0]) if arguments else ROOT / "content"
    files = sound_copy(folder, None if arguments else CORRECTIONS)
    checked = check_files(files)
    slips = tuple(mutations(checked))
    started = time.perf_counter()
    tried = _tried(files, slips)
    print("\n".join(tables(tried)))
    through = missed(tried)
    print(f"\nSlips that get through though they should not: {len(through)}")
    print("".join(f"{told(trial)}\n" for trial in through))
    print(coverage_text(covered(checked), Paths(folder, folder), "en"))
    seconds = time.perf_counter() - started
    print(f"{len(slips)} slips in {seconds:.0f} s, {os.cpu_count()} processes", flush=True)
    return 1 if through or checked.fails else 0


def _tried(files: dict[str, str], slips: Sequence[Mutation]) -> tuple[Trial, ...]:
    found: list[Trial] = []
    for trial in trials(files, slips, os.cpu_count() or 1):
        found.append(trial)
        if sys.stderr.isatty() and len(found) % 20 == 0:
            print(f"\r{len(found)} / {len(slips)}", end="", file=sys.stderr, flush=True)
    return tuple(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
