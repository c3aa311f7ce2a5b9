"""The mutation benchmark on a fixed sample: no slip in a checked figure gets through, but for what rounding hides."""

from pathlib import Path

import pytest

from bench.mutation.sites import Mutation, applied, mutations, sites
from bench.mutation.slips import Slip, slipped
from bench.mutation.tally import missed, tables, told
from bench.mutation.trial import CORRECTIONS, Bench, Verdict, check_files, sound_copy
from plan_compiler.rules.coverage import Standing

ROOT = Path(__file__).parents[2]
SAMPLE = 61
"""Of so many slips, one is tried; a prime, so that all kinds of figures and slips come in."""
TABLES = ROOT / "tests" / "golden" / "cases" / "tables" / "plan"


def _sample(files: dict[str, str], every: int) -> tuple[Mutation, ...]:
    """Every so many of the slips in checked figures."""
    checked = (m for m in mutations(check_files(files)) if m.site.figure.covered.standing is Standing.CHECKED)
    return tuple(mutation for index, mutation in enumerate(checked) if index % every == 0)


@pytest.fixture(scope="module")
def sound() -> dict[str, str]:
    return sound_copy(ROOT / "content", CORRECTIONS)


def test_the_corrected_plan_has_no_figure_that_is_wrong(sound: dict[str, str]) -> None:
    findings = check_files(sound).findings
    assert [f.kind.code for f in findings if f.severity.value == "error"] == []
    assert {f.kind.code for f in findings if f.kind.code.startswith(("SUM", "NUM", "REF"))} <= {
        "NUM413",
        "NUM420",
        "NUM428",
        "NUM434",
        "NUM435",
        "NUM436",
    }


def test_no_slip_of_the_sample_gets_through(sound: dict[str, str]) -> None:
    bench = Bench(sound)
    trials = tuple(bench.trial(mutation) for mutation in _sample(sound, SAMPLE))
    assert len(trials) > 50
    assert {trial.mutation.slip for trial in trials} >= {
        Slip.DIGIT,
        Slip.TRANSPOSED,
        Slip.TEN,
        Slip.NEIGHBOUR,
        Slip.SIGN,
        Slip.UNIT,
    }
    assert [told(trial) for trial in missed(trials)] == []
    assert "100.0 %" in "\n".join(tables(trials))


def test_no_slip_in_the_tables_of_another_plan_gets_through() -> None:
    files = sound_copy(TABLES)
    bench = Bench(files)
    trials = tuple(bench.trial(mutation) for mutation in _sample(files, 7))
    assert [told(trial) for trial in missed(trials)] == []


TEXT = "面积[300.1公顷](:=a)，另有[61.7公顷](:=b)，共[361.8公顷](=a + b)，占比[17.1%](=b / (a + b))，路[3公里](:=c)。"


def _plan(text: str) -> dict[str, str]:
    return {"plan.yaml": f"title: 规划\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: '{text}'\n"}


@pytest.mark.parametrize(
    ("figure", "becomes", "verdict"),
    [
        ("300.1公顷", "300.2公顷", Verdict.INFO),
        ("300.1公顷", "301.0公顷", Verdict.ERROR),
        ("61.7公顷", "67.1公顷", Verdict.ERROR),
        ("17.1%", "17.0%", Verdict.HIDDEN),
        ("17.1%", "17.2%", Verdict.ERROR),
        ("3公里", "30公里", Verdict.MISSED),
    ],
)
def test_a_slip_is_hidden_where_rounding_lets_the_relation_hold(figure: str, becomes: str, verdict: Verdict) -> None:
    files = _plan(TEXT)
    site = next(site for site in sites(check_files(files)) if site.text == figure)
    mutation = Mutation(site, Slip.DIGIT, site.start, site.end, becomes)
    assert becomes in applied(files, mutation)["plan.yaml"]
    assert Bench(files).trial(mutation).verdict is verdict


def test_the_slips_of_a_figure() -> None:
    made = {(slip, text) for slip, text in slipped("1250亩", "亩", ("88亩",), in_cell=False, language="zh-CN")}
    assert {text for slip, text in made if slip is Slip.DIGIT} == {"2250亩", "1350亩", "1260亩", "1251亩"}
    assert {text for slip, text in made if slip is Slip.TRANSPOSED} == {"2150亩", "1520亩", "1205亩"}
    assert {text for slip, text in made if slip is Slip.TEN} == {"12500亩", "125亩"}
    assert (Slip.NEIGHBOUR, "88亩") in made
    assert (Slip.SIGN, "-1250亩") in made
    assert len([text for slip, text in made if slip is Slip.UNIT]) == 1


def test_a_figure_in_words_slips_by_a_numeral() -> None:
    assert [text for _, text in slipped("九大", "大", (), in_cell=False, language="zh-CN")] == ["八大"]
