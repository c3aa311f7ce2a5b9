"""What holds of every revision: nothing from nothing, the script makes the new plan, and the way back mirrors the way there."""

import json
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from plan_compiler.diff.changes import Added, Change, Edited, Moved, Removed, Renamed, Reordered
from plan_compiler.diff.diff import diff
from plan_compiler.diff.script import applied, plain_change, plain_plan
from plan_compiler.link.linked import LinkedPlan
from tests.diff.plans import Data, indicators, linked, plan, project, projects

Edit = Callable[[Data], None]
_WORDS = st.text(alphabet="推进建设发展创新平台，。约3成220亿元", min_size=1, max_size=12).filter(str.strip)
_INDEX = st.integers(0, 5)
_AMOUNT = st.integers(1, 999).map(str)


def _project_amount(c: int, p: int, column: str, amount: str) -> Edit:
    def edit(data: Data) -> None:
        rows = projects(data)[c % 2]
        if rows:
            rows[p % len(rows)][column] = amount

    return edit


def _project_moved(c: int, p: int, to: int) -> Edit:
    def edit(data: Data) -> None:
        rows, other = projects(data)[c % 2], projects(data)[(c + 1) % 2]
        if rows:
            other.insert(to % (len(other) + 1), rows.pop(p % len(rows)))

    return edit


def _project_reordered(c: int, p: int, to: int) -> Edit:
    def edit(data: Data) -> None:
        rows = projects(data)[c % 2]
        if rows:
            rows.insert(to % len(rows), rows.pop(p % len(rows)))

    return edit


def _project_dropped(c: int, p: int) -> Edit:
    def edit(data: Data) -> None:
        rows = projects(data)[c % 2]
        if rows:
            rows.pop(p % len(rows))

    return edit


def _project_added(c: int, p: int, number: int) -> Edit:
    def edit(data: Data) -> None:
        if not any(row["id"] == f"n{number}" for rows in projects(data) for row in rows):
            projects(data)[c % 2].insert(p, project(f"n{number}", f"新增{'甲乙丙丁'[number % 4]}工程", 10 + number))

    return edit


def _indicator_value(i: int, year: str, value: str) -> Edit:
    def edit(data: Data) -> None:
        rows = indicators(data)
        rows[i % len(rows)]["values"][year] = value

    return edit


def _indicator_renamed(i: int) -> Edit:
    def edit(data: Data) -> None:
        rows = indicators(data)
        rows[i % len(rows)]["id"] = f"{rows[i % len(rows)]['id']}_x"

    return edit


def _text(chapter: int, words: str) -> Edit:
    def edit(data: Data) -> None:
        data["chapters"][chapter % len(data["chapters"])]["body"] = words

    return edit


def _section_moved(to: int) -> Edit:
    def edit(data: Data) -> None:
        sections = data["chapters"][0].get("sections", [])
        if sections:
            data["chapters"][-1].setdefault("sections", []).insert(to, sections.pop())

    return edit


def _body_entry(at: int, words: str) -> Edit:
    def edit(data: Data) -> None:
        bodies = [s["body"] for c in data["chapters"] for s in c.get("sections", []) if isinstance(s["body"], list)]
        for body in bodies:
            body.insert(at % (len(body) + 1), words)

    return edit


def _body_dropped(at: int) -> Edit:
    def edit(data: Data) -> None:
        bodies = [s["body"] for c in data["chapters"] for s in c.get("sections", []) if isinstance(s["body"], list)]
        for body in bodies:
            if len(body) > 1:
                body.pop(at % len(body))

    return edit


def _column(name: str, first: bool) -> Edit:
    def edit(data: Data) -> None:
        columns = data["tables"][0]["columns"] if "tables" in data else {}
        old = dict(columns)
        columns.clear()
        columns.update({name: "新列", **old} if first else {**old, name: "新列"})

    return edit


def _setting(name: str, value: Any) -> Edit:
    def edit(data: Data) -> None:
        if value is None:
            data.pop(name, None)
        else:
            data[name] = value

    return edit


EDITS = st.lists(
    st.one_of(
        st.builds(_project_amount, _INDEX, _INDEX, st.sampled_from(["total", "in_period"]), _AMOUNT),
        st.builds(_project_moved, _INDEX, _INDEX, _INDEX),
        st.builds(_project_reordered, _INDEX, _INDEX, _INDEX),
        st.builds(_project_dropped, _INDEX, _INDEX),
        st.builds(_project_added, _INDEX, _INDEX, st.integers(0, 9)),
        st.builds(_indicator_value, _INDEX, st.sampled_from(["2020", "2023", "2025"]), _AMOUNT),
        st.builds(_indicator_renamed, _INDEX),
        st.builds(_text, _INDEX, _WORDS),
        st.builds(_section_moved, st.integers(0, 1)),
        st.builds(_body_entry, _INDEX, _WORDS),
        st.builds(_body_dropped, _INDEX),
        st.builds(_column, st.sampled_from(["a1", "b1"]), st.booleans()),
        st.builds(_setting, st.sampled_from(["annex", "tables", "facts", "issuer"]), st.none()),
        st.builds(_setting, st.sampled_from(["issuer", "status", "date"]), _WORDS),
        st.builds(_setting, st.just("milestones"), st.sampled_from([["2023"], ["2022", "2025"]])),
    ),
    max_size=5,
)


def revised(edits: list[Edit]) -> LinkedPlan:
    data = plan()
    for edit in edits:
        if "annex" in data:
            edit(data)
    return linked(data)


def as_json(changes: tuple[Change, ...]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(json.dumps([plain_change(change) for change in changes]))
    return found


@given(EDITS)
@settings(max_examples=20)
def test_a_plan_does_not_differ_from_itself(edits: list[Edit]) -> None:
    assert diff(revised(edits), revised(edits)).changes == ()


@given(EDITS, EDITS)
@settings(max_examples=40)
def test_the_changes_make_the_new_plan_of_the_old_one(before: list[Edit], after: list[Edit]) -> None:
    old, new = revised(before), revised(after)
    made = applied(old.plan, as_json(diff(old, new).changes))
    assert plain_plan(made) == plain_plan(new.plan)


@given(EDITS, EDITS)
@settings(max_examples=40)
def test_the_way_back_mirrors_the_way_there(before: list[Edit], after: list[Edit]) -> None:
    old, new = revised(before), revised(after)
    there, back = diff(old, new), diff(new, old)
    assert sorted(map(_mirrored, there.changes)) == sorted(map(_told, back.changes))
    assert {(s.old, frozenset(s.parts)) for s in there.splits} == {(m.new, frozenset(m.parts)) for m in back.mergers}
    values = {(f.key, f.before, f.after, f.stated) for f in there.figures if f.key == f.old_key}
    assert values == {(f.key, f.after, f.before, f.stated) for f in back.figures if f.key == f.old_key}


def _told(change: Change) -> str:
    """What a change says, without the choice of who moved when two changed places."""
    match change:
        case Added(new=new):
            return f"+ {new.path}"
        case Removed(old=old):
            return f"- {old.path}"
        case Moved(old=old, new=new):
            return f"m {old.path} {new.path}"
        case Renamed(old=old, new=new):
            return f"r {old.path} {new.path}"
        case Reordered():
            return "o"
        case Edited(old=old, new=new):
            return f"e {old.path} {new.path} {change.field} {change.before} {change.after}"


def _mirrored(change: Change) -> str:
    match change:
        case Added(new=new):
            return f"- {new.path}"
        case Removed(old=old):
            return f"+ {old.path}"
        case Moved(old=old, new=new):
            return f"m {new.path} {old.path}"
        case Renamed(old=old, new=new):
            return f"r {new.path} {old.path}"
        case Reordered():
            return "o"
        case Edited(old=old, new=new):
            return f"e {new.path} {old.path} {change.field} {change.after} {change.before}"


_NAMES = ("r1", "r2", "r3", "p1", "p2", "p3")
_FATES = st.fixed_dictionaries({name: st.sampled_from(["stays", "dropped", "moved", "changed"]) for name in _NAMES})
_YEARS = st.dictionaries(
    st.tuples(st.sampled_from(["output", "energy", "water", "forest"]), st.sampled_from(["2020", "2023", "2025"])),
    st.integers(300, 999),
    max_size=5,
)


@given(_FATES, _YEARS)
@settings(max_examples=30)
def test_random_edits_are_told_back_exactly(fates: dict[str, str], years: dict[tuple[str, str], int]) -> None:
    data = plan()
    roads, parks = projects(data)
    for rows, other in ((list(roads), parks), (list(parks), roads)):
        for row in rows:
            _befall(row, fates[row["id"]], roads if row in roads else parks, other)
    for (name, year), value in years.items():
        next(row for row in indicators(data) if row["id"] == name)["values"][year] = str(value)
    found = diff(linked(plan()), linked(data))
    expected = {(fate, name) for name, fate in fates.items() if fate != "stays"}
    assert {_fate(change) for change in found.changes} - {None} == expected | {("value", *key) for key in years}
    assert (found.splits, found.mergers) == ((), ())


def _befall(row: Data, fate: str, home: list[Data], other: list[Data]) -> None:
    match fate:
        case "dropped":
            home.remove(row)
        case "moved":
            home.remove(row)
            other.append(row)
        case "changed":
            row["total"] = "987"


def _fate(change: Change) -> tuple[str, ...] | None:
    match change:
        case Removed(old=old):
            return "dropped", old.id
        case Moved(new=new):
            return "moved", new.id
        case Edited(new=new, field=("total",)):
            return "changed", new.id
        case Edited(new=new, field=("values", year)):
            return "value", new.id, year
        case Reordered():
            return None  # which of the others moved up when some left is no edit of anyone
        case _:
            return "other", str(change)
