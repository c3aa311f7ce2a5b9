"""What the trials come to, as tables."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from bench.mutation.slips import Slip
from bench.mutation.trial import Trial, Verdict
from plan_compiler.rules.appearances import FigureKind
from plan_compiler.rules.coverage import Standing

_HEADS = ("slips", *(verdict.value for verdict in Verdict), "caught")
_CAUGHT = (Verdict.ERROR, Verdict.WARNING, Verdict.INFO)
_TITLES = {
    Standing.CHECKED: "Figures in a relation that pins them",
    Standing.BOUNDED: "Figures in relations that only limit them",
    Standing.ALONE: "Figures in no relation (other rules catch what they can)",
}


def standing_of(trial: Trial) -> Standing:
    """How far the figure of a trial is checked."""
    return trial.mutation.site.figure.covered.standing


def missed(trials: Sequence[Trial]) -> tuple[Trial, ...]:
    """The slips in checked figures of which the checker says nothing, though rounding does not hide them."""
    return tuple(t for t in trials if t.verdict is Verdict.MISSED and standing_of(t) is Standing.CHECKED)


def tables(trials: Sequence[Trial]) -> Iterator[str]:
    """For figures of each standing, what became of their slips, by kind of figure and by slip.

    Caught is the share of the slips that rounding does not hide.
    """
    for standing, title in _TITLES.items():
        own = [trial for trial in trials if standing_of(trial) is standing]
        if own:
            yield f"\n{title}\n{'─' * 92}\n{'':<28}" + "".join(f"{head:>9}" for head in _HEADS)
            yield from _rows(own, FigureKind, lambda trial: trial.mutation.site.kind)
            yield ""
            yield from _rows(own, Slip, lambda trial: trial.mutation.slip)
            yield _row("all", own)


def _rows(
    trials: Sequence[Trial], names: type[FigureKind] | type[Slip], name: Callable[[Trial], FigureKind | Slip]
) -> Iterator[str]:
    for each in names:
        own = [trial for trial in trials if name(trial) is each]
        if own:
            yield _row(each.value, own)


def _row(name: str, trials: Sequence[Trial]) -> str:
    counts = Counter(trial.verdict for trial in trials)
    visible = len(trials) - counts[Verdict.HIDDEN]
    caught = sum(counts[verdict] for verdict in _CAUGHT)
    share = f"{100 * caught / visible:.1f} %" if visible else "–"
    numbers = (len(trials), *(counts[verdict] for verdict in Verdict))
    return f"{name:<28}" + "".join(f"{number:>9}" for number in numbers) + f"{share:>9}"


def told(trial: Trial) -> str:
    """One slip in one line."""
    slip, site = trial.mutation, trial.mutation.site
    becomes = slip.text.strip() or "–"
    return f"  {slip.slip.value:<12} {site.text} → {becomes}  {site.figure.covered.appearance.name} ({site.file})"
