"""Plans as offices write them, with nothing wrong in them: a county's, a sector's, one of budgets. Nothing is found."""

from pathlib import Path

import pytest

from bench.mutation.sites import Mutation, mutations
from bench.mutation.slips import Slip
from bench.mutation.tally import missed, told
from bench.mutation.trial import Bench, check_files, sound_copy
from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import FolderTree
from plan_compiler.rules.appearances import FigureKind
from plan_compiler.rules.coverage import Standing

PLANS = Path(__file__).with_name("sound")


@pytest.mark.parametrize(("name", "relations"), [("county", 40), ("services", 25), ("budget", 45)])
def test_nothing_is_found_in_a_plan_that_is_right(name: str, relations: int) -> None:
    checked = check(FolderTree(PLANS / name))
    assert [(f.kind.code, f.subject, f.diagnostic.args) for f in checked.findings] == []
    assert checked.summary.relations_checked >= relations
    assert checked.summary.not_checkable == 0


def _shows(slip: Mutation) -> bool:
    """Whether a slip must show: not that of a single digit in a typed figure, which may be within its wording (左右), nor
    the loss of a row that nothing refers to.
    """
    return slip.slip is not Slip.ROW and not (slip.slip is Slip.DIGIT and slip.site.kind is FigureKind.TYPED)


@pytest.mark.parametrize("name", ["county", "services", "budget"])
def test_slips_in_its_checked_figures_are_found(name: str) -> None:
    files = sound_copy(PLANS / name)
    bench = Bench(files)
    slips = [
        m for m in mutations(check_files(files)) if m.site.figure.covered.standing is Standing.CHECKED and _shows(m)
    ]
    trials = tuple(bench.trial(mutation) for mutation in slips[::17])
    assert len(trials) > 10
    assert [told(trial) for trial in missed(trials)] == []
