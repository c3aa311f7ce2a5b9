"""Changes that English texts tell: those that are wrong, and like ones that are right."""

import pytest

from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree

PLAN = "title: Plan of Avon\nperiod: 2021-2025\nlanguage: en\nchapters:\n  - title: Aims\n    body: |\n      {body}\n"


def codes(body: str) -> list[str]:
    """What the rules on figures find in a text."""
    return [
        finding.kind.code
        for finding in check(MemoryTree({"plan.yaml": PLAN.format(body=body)}), select=["NUM"]).findings
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Output rose from 500 million yuan to 800 million yuan, up 50%.", "NUM411"),
        ("Output rose from 500 million yuan to 800 million yuan, an increase of 400 million yuan.", "NUM411"),
        ("Output fell from 500 million yuan to 800 million yuan.", "NUM415"),
        ("Unemployment fell from 4.8% to 5.2%.", "NUM415"),
        ("Revenue rose from 500 million yuan to 430 million yuan.", "NUM415"),
    ],
)
def test_a_slip_is_found(body: str, code: str) -> None:
    assert codes(body) == [code]


@pytest.mark.parametrize(
    "body",
    [
        "Output rose from 500 million yuan to 800 million yuan, up 60%.",
        "Emissions fell from 500 tonnes to 420 tonnes.",
        "Unemployment fell from 5.2% to 4.8%.",
        "Grants range from 5 million yuan to 8 million yuan.",
        "From 2021 to 2025, 500 million yuan to 800 million yuan is spent each year.",
        "Output grew from 500 million yuan in 2020 to 800 million yuan in 2025.",
    ],
)
def test_what_is_right_is_left_alone(body: str) -> None:
    assert codes(body) == []


TARGETS = """\
title: Plan of Avon
period: 2026-2030
language: en
chapters:
  - title: Aims
    body: |
      {body}

      See [](#t), [](#annex).
indicators:
  - id: t
    title: Targets
    columns: {{2025: Actual, 2028: Milestone, 2030: Target}}
    groups:
      - title: All
        indicators:
          - {{id: homes, name: New homes completed, unit: homes, attribute: binding, cumulative: true, better: higher, values: {{2028: "2,900", 2030: "5,200"}}}}
          - {{id: bus, name: Bus trips a year, unit: million trips, attribute: expected, values: {{2025: 38.2, 2028: 42.5, 2030: 46.0}}}}
          - {{id: cycle, name: Cycle tracks, unit: km, attribute: expected, values: {{2025: 20, 2028: 26, 2030: 48}}}}
          - {{id: forest, name: Forest cover, unit: "%", attribute: expected, values: {{2025: 54, 2028: 70, 2030: 82}}}}
          - {{id: power, name: Installed wind capacity, unit: MW, attribute: expected, values: {{2025: "1,420", 2030: "2,600"}}}}
annex:
  id: annex
  title: Major projects
  unit: million pounds
  categories:
    - id: c
      title: Transport
      projects:
        - {{id: P1, name: Eastern bus corridor, scope: A bus lane, nature: New, period: 2026-2029, total: 96, in_period: 96, owner: Council}}
"""


def found_in(body: str) -> list[tuple[str, str | None]]:
    """What is found in a text of a plan with targets and projects, and of which figure."""
    findings = check(MemoryTree({"plan.yaml": TARGETS.format(body=body)}), select=["NUM", "PRJ308"]).findings
    return [(finding.kind.code, finding.subject) for finding in findings]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("In 2030, forest cover reaches 84%.", ("NUM403", "84%")),
        ("Forest cover will reach 84% by 2030.", ("NUM403", "84%")),
        ("Forest cover stood at 45% in 2025.", ("NUM403", "45%")),
        ("Forest cover rises from 45% in 2025 to 82% in 2030.", ("NUM403", "45%")),
        ("Forest cover rises from 54% in 2025 to 84% in 2030.", ("NUM403", "84%")),
        ("Forest cover rises from 54% to 84% by 2030.", ("NUM403", "84%")),
        ("By 2030, bus trips increase to 46.5 million trips.", ("NUM403", "46.5 million trips")),
        ("By 2030, 58 km of cycle tracks will be open.", ("NUM403", "58 km")),
        ("5,300 new homes by 2030.", ("NUM403", "5,300 new homes")),
        ("Installed wind capacity rises from 1,420 MW to 2,700 MW.", ("NUM403", "2,700 MW")),
        ("By 2030, cycle tracks grow to 48 km, 140% above the 2025 level, and forest cover to 84%.", ("NUM403", "84%")),
        ("By 2028, 2,700 new homes will be finished.", ("NUM403", "2,700 new homes")),
        ("The Eastern bus corridor costs 69 million pounds.", ("NUM403", "69 million pounds")),
        (
            "Bus trips fall from [38.2 million trips](=bus[2025]) in 2025 to [46.0 million trips](=bus[2030]) in 2030.",
            ("NUM415", "46.0 million trips"),
        ),
    ],
)
def test_a_figure_that_is_not_that_of_the_plan_is_found(body: str, found: tuple[str, str]) -> None:
    assert found_in(body) == [found]


@pytest.mark.parametrize(
    "body",
    [
        "Forest cover rises from 54% in 2025 to 82% in 2030, up by 28 percentage points.",
        "By 2030, forest cover rises from 54% in 2025 to 82%.",
        "Installed wind capacity rises from 1,420 MW to 2,600 MW, an increase of 1,180 MW.",
        "By 2030, cycle tracks grow to 48 km, 140% above the 2025 level, and forest cover to 82%.",
        "By 2030, cycle tracks grow to 48 km, 140% above 2025 levels and forest cover to 82%.",
        "By 2030, cycle tracks grow to 48 km (2025: 20 km) and forest cover reaches 82%.",
        "By 2030, cycle tracks, which were 20 km in 2025, grow to 48 km and forest cover to 82%.",
        "By 2030, forest cover is 52% more than in 2025 at 82%.",
        "In 2025, cycle tracks were 6 km short of those of Bristol.",
        "Bus trips will rise by 3 million trips by 2030.",
        "Bus trips rose by approximately 3 million trips in 2025.",
        "At least 30% of forest cover is old growth in 2030.",
        "By 2030, the north will see 1,000 new homes.",
        "By 2030 there will be new homes and 300 affordable homes.",
        "In 2024, 12 km of cycle tracks were lit, and 5 km of footpaths.",
        "By 2028, 26 km of cycle tracks will be open; by 2030, 48 km of cycle tracks.",
        "5,200 new homes by 2030, of which 2,080 affordable homes.",
        "The Eastern bus corridor costs £96 million and saves 1.2 million hours a year.",
        "The Eastern bus corridor costs £5 million in maintenance each year.",
        "In 2026, the Eastern bus corridor costs £30 million.",
        "Bus trips were 38.2 million trips and in 2030 the bridge will be open.",
        "Forest cover was [54%](=forest[2025]) and by 2030 it will be [82%](=forest[2030]).",
        "In 2025, forest cover was 54% and in 2030 82%.",
        "Forest cover rose 3% in 2025.",
        "Bus trips grew 3.1 million trips in 2025.",
        "In 2030, new homes will be 300 council homes and 520 private homes.",
        "Bus trips were 30.5 million trips in 2020 terms.",
    ],
)
def test_figures_that_are_right_or_of_something_else_are_left_alone(body: str) -> None:
    assert found_in(body) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Output rises from £200 million in 2020 to £380 million in 2025, 2.9 times that of 2020.", "NUM424"),
        ("Spending of £41.7 million is 4.1 times income of £13.5 million.", "NUM424"),
        ("The line carries 900 passengers, three times as many as the 250 passengers of the old one.", "NUM424"),
        ("The budget is £50 million, of which £60 million is for roads.", "NUM414"),
        ("The council builds 500 homes, of which 600 homes are for rent.", "NUM414"),
    ],
)
def test_multiples_and_parts_that_cannot_be_are_found(body: str, code: str) -> None:
    assert codes(body) == [code]


@pytest.mark.parametrize(
    "body",
    [
        "Output rises from £200 million in 2020 to £380 million in 2025, 1.9 times that of 2020.",
        "Spending of £41.7 million is 3.1 times income of £13.5 million.",
        "Spending of £41.7 million is 4.1 times more than income of £13.5 million.",
        "Spending of £41.7 million, 4.1 times the average of £13.5 million a year.",
        "The grant of £5 million, three times a year £5 million, is paid in June.",
        "Fares rise by £2, five times in 2022 and £3 in 2023.",
        "The budget is £50 million, of which £40 million is for roads.",
    ],
)
def test_multiples_and_parts_that_can_be_are_left_alone(body: str) -> None:
    assert codes(body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Forest cover will rise from 54% to 76%.", [("NUM403", "76%")]),
        ("Forest cover will rise from 50% to 82%.", [("NUM403", "50%")]),
        ("Forest cover rises from 54% to 82%.", []),
        ("Forest cover rose from 45% to 54%.", []),
        ("Forest cover will rise from 54% to 70%.", []),
        ("Nationally, forest cover rises from 54% to 60%.", []),
        ("In the north, forest cover will rise from 54% to 60%.", []),
        ("Forest cover is to rise from 54% to 60% in the north.", []),
        ("Forest cover is to rise from 54% to 60% by 2027.", []),
        ("Forest cover rose from 54% to 60% last year.", []),
        ("Forest cover reaches 82%, up 28 percentage points.", []),
    ],
)
def test_a_change_without_years_leads_from_the_base_to_a_target(body: str, found: list[tuple[str, str]]) -> None:
    assert found_in(body) == found
