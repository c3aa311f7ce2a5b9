"""What became of entities: edits are told back exactly as they were made, and nothing else is."""

from collections.abc import Callable

import pytest

from plan_compiler.diff.changes import Added, Change, Edited, Moved, Removed, Renamed, Reordered, Sense
from plan_compiler.diff.diff import ChangeSet, diff
from plan_compiler.diff.figures import Cause, difference
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import parse_unit
from plan_compiler.rational import Fraction
from tests.diff.plans import Data, indicators, linked, plan, project, projects


def changed(*edits: Callable[[Data], object]) -> ChangeSet:
    data = plan()
    for edit in edits:
        edit(data)
    return diff(linked(plan()), linked(data))


def told(changes: ChangeSet) -> list[tuple[str, ...]]:
    return [_told(change) for change in changes.changes]


def _told(change: Change) -> tuple[str, ...]:
    match change:
        case Added(new=new):
            return "added", new.id or new.name
        case Removed(old=old):
            return "removed", old.id or old.name
        case Moved(new=new, home=home, new_home=new_home):
            return "moved", new.id or new.name, home.id or home.name, new_home.id or new_home.name
        case Reordered(new=new):
            return "reordered", new.id or new.name
        case Renamed(old=old, new=new):
            return "renamed", old.id, new.id
        case Edited(new=new):
            return "edited", new.id or new.kind.value, ".".join(change.field), change.sense.value


CASES: dict[str, tuple[Callable[[Data], object], list[tuple[str, ...]]]] = {
    "layout of a text": (
        lambda d: d["chapters"][0]["sections"][0].update(body="深入推进科技创新\n和产业升级，坚持绿色发展。\n\n统筹发展和安全。"),
        [],
    ),
    "a body as a list of one": (lambda d: d["chapters"][2].update(body=["加强组织领导，健全考核机制。"]), []),
    "spelling of a number": (lambda d: projects(d)[0][0].update(total="100", in_period="１００"), []),
    "order of keys": (lambda d: projects(d)[0].insert(0, dict(reversed(projects(d)[0].pop(0).items()))), []),
    "precision": (
        lambda d: indicators(d)[0]["values"].update({"2020": "78.0"}),
        [("edited", "output", "values.2020", "precision")],
    ),
    "a value": (
        lambda d: indicators(d)[0]["values"].update({"2025": "200"}),
        [("edited", "output", "values.2025", "value")],
    ),
    "an id": (lambda d: projects(d)[1][0].update(id="park1"), [("renamed", "p1", "park1")]),
    "an id and some words of the name": (
        lambda d: projects(d)[1][0].update(id="park1", name="中央公园一期工程"),
        [("renamed", "p1", "park1"), ("edited", "park1", "name", "wording")],
    ),
    "a project in another category": (
        lambda d: projects(d)[1].append(projects(d)[0].pop(0)),
        [("moved", "r1", "roads", "parks")],
    ),
    "a project further down": (
        lambda d: projects(d)[0].append(projects(d)[0].pop(0)),
        [("reordered", "r1")],
    ),
    "a category further up": (
        lambda d: d["annex"]["categories"].reverse(),
        [("reordered", "parks")],
    ),
    "a new project between others": (
        lambda d: projects(d)[0].insert(1, project("r9", "沿江快速路新建工程", 77)),
        [("added", "r9")],
    ),
    "a project dropped": (lambda d: projects(d)[0].pop(1), [("removed", "r2")]),
    "a section moved to another chapter": (
        lambda d: d["chapters"][2].setdefault("sections", []).append(d["chapters"][1]["sections"].pop()),
        [("moved", "提升创新能力", "重点任务", "保障措施")],
    ),
    "a text bound to what has another id": (
        lambda d: [
            indicators(d)[0].update(id="gross_output"),
            d["chapters"][0]["sections"][1]["body"].__setitem__(
                0, "到2025年，规上工业总产值达到[220亿元](=gross_output[2025])，实际拆除[12157户](:=demolished)。"
            ),
        ],
        [("edited", "text", "", "binding"), ("renamed", "output", "gross_output")],
    ),
    "an attribute": (
        lambda d: indicators(d)[2].update(attribute="预期性"),
        [("edited", "water", "attribute", "wording")],
    ),
    "a column first": (
        lambda d: d["tables"][0].update(columns={"was": "原有", **d["tables"][0]["columns"]}),
        [("edited", "land", "columns", "setting"), ("edited", "land", "columns.was.title", "wording")],
    ),
    "a cell of a table": (
        lambda d: d["tables"][0]["rows"][1].update(plan="165.0"),
        [("edited", "built", "plan", "value")],
    ),
    "the whole annex": (lambda d: d.pop("annex"), [("removed", "annex")]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_an_edit_is_told_back(case: str) -> None:
    edit, expected = CASES[case]
    assert told(changed(edit)) == expected


def test_a_text_that_was_moved_and_rewritten_in_one_go() -> None:
    def move(data: Data) -> None:
        text = data["chapters"][0]["sections"][1]["body"].pop(0)
        restated = text.replace("达到", "力争达到").replace("实际拆除", "累计拆除")
        data["chapters"][2]["body"] = ["加强组织领导，健全考核机制。", restated]

    assert told(changed(move)) == [
        ("moved", "到2025年，规上工业总产值力争达到220亿元，…", "goals", "保障措施"),
        ("edited", "text", "", "wording"),
    ]


def test_a_text_in_all_other_words_was_not_moved() -> None:
    def replace(data: Data) -> None:
        data["chapters"][0]["sections"][1]["body"].pop(0)
        data["chapters"][2]["body"] = [
            "加强组织领导，健全考核机制。",
            "建立监测评估制度，[12157户](:=demolished)居民全部回迁。",
        ]

    assert [kind for kind, *_ in told(changed(replace))] == ["removed", "added"]


def test_a_project_that_became_two() -> None:
    parts = [project("p1a", "中央公园一期（北区）", 110), project("p1b", "中央公园一期（南区）", 70)]
    found = changed(lambda d: projects(d)[1].__setitem__(slice(0, 1), parts))
    (split,) = found.splits
    assert (split.old.id, [part.id for part in split.parts], split.column) == ("p1", ["p1a", "p1b"], "total")


def test_a_project_that_gave_a_part_away() -> None:
    part = project("p1b", "中央公园一期（南区）", 70)
    found = changed(
        lambda d: projects(d)[1][0].update(total="110", in_period="110"), lambda d: projects(d)[1].insert(1, part)
    )
    (split,) = found.splits
    assert (split.old.id, [part.id for part in split.parts]) == ("p1", ["p1", "p1b"])


def test_projects_that_became_one() -> None:
    whole = project("r12", "龙江路市政道路及滨海大道改造提升工程", 250)
    found = changed(lambda d: projects(d)[0].__setitem__(slice(0, 2), [whole]))
    (merger,) = found.mergers
    assert ([part.id for part in merger.parts], merger.new.id) == (["r1", "r2"], "r12")


def test_a_new_project_of_the_same_sum_and_another_name_is_no_split() -> None:
    found = changed(lambda d: projects(d)[0].__setitem__(0, project("x1", "人民医院迁建", 60)),
                    lambda d: projects(d)[0].append(project("x2", "第二中学扩建", 40)))  # fmt: skip
    assert found.splits == ()


def test_differences_are_of_intervals_and_in_one_unit() -> None:
    found = changed(lambda d: projects(d)[0][0].update(total="0.013亿元", in_period="130"))
    amount = next(f for f in found.figures if f.key == "r1.total")
    assert amount.difference is not None
    assert amount.difference.amount is not None
    assert amount.difference.amount.unit.text == "亿元"
    assert amount.difference.amount.nominal is not None
    assert float(amount.difference.amount.nominal) == 0.003


@pytest.mark.parametrize(
    ("unit", "old", "new", "told"),
    [("‰", 28, 26, (-2, "‰")), ("/10万", 85, 80, (-5, "/10万")), ("%", 50, 52, (2, "pp")), ("家", 3, 5, (2, "家"))],
)
def test_a_difference_of_rates_is_in_their_unit_or_in_percentage_points(
    unit: str, old: int, new: int, told: tuple[int, str]
) -> None:
    own = parse_unit(unit)
    found = difference(Quantity.of(Fraction(old), own), Quantity.of(Fraction(new), own))
    assert found is not None
    assert found.amount is not None
    assert (int(found.amount.nominal or 0), found.amount.unit.text) == told


def test_a_total_follows_from_what_was_edited_added_and_removed() -> None:
    found = changed(
        lambda d: projects(d)[0][0].update(total="130"),
        lambda d: projects(d)[0].pop(1),
        lambda d: projects(d)[0].append(project("r9", "沿江快速路新建工程", 77)),
    )
    total = next(f for f in found.figures if f.key == "roads.total" and f.computed)
    assert total.causes == (Cause("r1.total"), Cause("r9.total"), Cause("r2.total", is_old=True))


@pytest.mark.parametrize(
    ("index", "year", "value", "strength"),
    [
        (0, "2025", "230", "stronger"),
        (0, "2025", "≥200", "weaker"),
        (1, "2025", "0.29", "weaker"),
        (1, "2023", "0.29", "stronger"),
        (3, "2025", "24", "changed"),
        (3, "2025", "≥24", "stronger"),
    ],
)
def test_strength(index: int, year: str, value: str, strength: str) -> None:
    (shift,) = changed(lambda d: indicators(d)[index]["values"].update({year: value})).shifts.targets
    assert (shift.strength, shift.year) == (strength, int(year))


def test_an_actual_value_is_no_target() -> None:
    found = changed(lambda d: indicators(d)[0]["values"].update({"2020": "80"})).shifts
    assert (found.targets, [base.year for base in found.bases]) == ((), [2020])


def test_words_of_one_sense_only() -> None:
    assert {
        change.sense for change in changed(lambda d: d.update(title="新题")).changes if isinstance(change, Edited)
    } == {Sense.WORDING}


def test_new_ids_throughout_are_renames_and_nothing_else() -> None:
    def with_ids(prefix: str) -> Data:
        data = plan()
        projects(data)[0][:] = [project(f"{prefix}{n}", f"第{n}批老旧小区改造工程", 10 + n) for n in range(200)]
        return data

    changes = diff(linked(with_ids("a")), linked(with_ids("b"))).changes
    assert {type(change) for change in changes} == {Renamed}
    assert len(changes) == 200
