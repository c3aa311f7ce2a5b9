"""What people do to a plan in a revision, at random."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from tests.diff.plans import Data, indicators, project, projects

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
        for body in _bodies(data):
            body.insert(at % (len(body) + 1), words)

    return edit


def _body_dropped(at: int) -> Edit:
    def edit(data: Data) -> None:
        for body in _bodies(data):
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


def _row_cell(at: int, column: str, value: str) -> Edit:
    def edit(data: Data) -> None:
        rows = [row for table in data.get("tables", ()) for row in table["rows"] if "role" not in row]
        if rows:
            rows[at % len(rows)][column] = value

    return edit


def _row_added(at: int, number: int, named: bool) -> Edit:
    def edit(data: Data) -> None:
        for table in data.get("tables", ()):
            if not any(row.get("id") == f"row{number}" for row in table["rows"]):
                own = {"id": f"row{number}"} if named else {}
                table["rows"].insert(at, {**own, "title": f"其他用地{number}", "now": str(number), "plan": "7.5"})

    return edit


def _row_dropped(at: int) -> Edit:
    def edit(data: Data) -> None:
        for table in data.get("tables", ()):
            if len(table["rows"]) > 1:
                table["rows"].pop(at % len(table["rows"]))

    return edit


def _row_titled(at: int, words: str) -> Edit:
    def edit(data: Data) -> None:
        for table in data.get("tables", ()):
            if table["rows"]:
                table["rows"][at % len(table["rows"])]["title"] = words

    return edit


def _formula(formula: str) -> Edit:
    def edit(data: Data) -> None:
        for table in data.get("tables", ()):
            table["columns"]["change"] = {"title": "增加", "formula": formula}

    return edit


def _block(at: int, block: Any) -> Edit:
    """A chart, a footnote, a box, a figure, a list or a text put into the bodies that are lists."""

    def edit(data: Data) -> None:
        for body in _bodies(data):
            body.insert(at % (len(body) + 1), deepcopy(block))

    return edit


def _bodies(data: Data) -> list[list[Any]]:
    return [s["body"] for c in data["chapters"] for s in c.get("sections", []) if isinstance(s["body"], list)]


def _within_blocks(kind: str, field: str, value: Any) -> Edit:
    def edit(data: Data) -> None:
        for body in _bodies(data):
            for block in body:
                if isinstance(block, dict) and kind in block:
                    block[kind][field] = deepcopy(value)

    return edit


def chapter_order(first: int, second: int) -> Edit:
    def edit(data: Data) -> None:
        chapters = data["chapters"]
        chapters.insert(second % len(chapters), chapters.pop(first % len(chapters)))

    return edit


def _entry(name: str, entry: Data) -> Edit:
    """An entry of a list of the plan: a fact, a waiver, a note, a term, an assertion, an organization."""

    def edit(data: Data) -> None:
        listed = data.setdefault(name, [])
        if all(known.get("id") != entry.get("id") or "id" not in entry for known in listed):
            listed.append(deepcopy(entry))

    return edit


def _entry_field(name: str, at: int, field: str, value: Any) -> Edit:
    def edit(data: Data) -> None:
        if listed := data.get(name):
            listed[at % len(listed)][field] = deepcopy(value)

    return edit


def _entry_dropped(name: str, at: int) -> Edit:
    def edit(data: Data) -> None:
        if listed := data.get(name):
            listed.pop(at % len(listed))

    return edit


BLOCKS: tuple[Any, ...] = (
    {"chart": {"id": "course", "kind": "trajectory", "of": ["output"], "title": "总产值"}},
    {"chart": {"kind": "trajectory", "of": ["output", "energy"]}},
    "加强统筹^[见附表。]，形成合力。",
    {"box": {"id": "more_works", "title": "专项工程", "body": ["建设平台。", {"list": {"items": ["甲", "乙"]}}]}},
    {"figure": {"id": "map", "title": "规划图", "alt": "规划图", "file": "待补"}},
    {"table": "land"},
    {"list": {"items": ["一是抓项目", "二是抓改革"]}},
)
FACT = {"id": "visitors", "name": "游客人次", "value": "120万人次"}
WAIVER = {"code": "IND203", "entity": "water", "reason": "专家论证", "approved_by": "办公室", "values": {"a": "1"}}
NOTE = {"entity": "output", "field": "values.2025", "reason": "中期评估后调整", "approved_by": "办公会"}
ENTRIES: tuple[tuple[str, Data], ...] = (
    ("facts", FACT),
    ("waivers", WAIVER),
    ("changes", NOTE),
    ("glossary", {"term": "未来社区", "avoid": ["未来小区"]}),
    ("assertions", {"id": "more", "that": "households > 0", "because": "有住户"}),
    ("organizations", {"id": "jiaotong", "name": "交通局"}),
)
_LISTS = st.sampled_from([name for name, _ in ENTRIES])

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
        st.builds(_row_cell, _INDEX, st.sampled_from(["now", "plan"]), _AMOUNT),
        st.builds(_row_added, _INDEX, _INDEX, st.booleans()),
        st.builds(_row_dropped, _INDEX),
        st.builds(_row_titled, _INDEX, st.sampled_from(["建设用地", "城镇建设用地", "公园绿地", "合计"])),
        st.builds(_formula, st.sampled_from(["plan - now", "now - plan", "plan / now"])),
        st.builds(_block, _INDEX, st.sampled_from(BLOCKS)),
        st.builds(_within_blocks, st.just("list"), st.just("items"), st.lists(_WORDS, min_size=1, max_size=3)),
        st.builds(_within_blocks, st.just("box"), st.sampled_from(["title", "body"]), _WORDS),
        st.builds(_within_blocks, st.just("chart"), st.just("of"), st.sampled_from([["output"], ["forest", "water"]])),
        st.builds(_within_blocks, st.just("figure"), st.sampled_from(["title", "alt"]), _WORDS),
        st.builds(chapter_order, _INDEX, _INDEX),
        st.sampled_from(ENTRIES).map(lambda entry: _entry(*entry)),
        st.builds(
            _entry_field, st.sampled_from(["facts"]), _INDEX, st.just("value"), st.sampled_from(["12300户", "1.23万户"])
        ),
        st.builds(
            _entry_field,
            st.sampled_from(["waivers", "changes"]),
            _INDEX,
            st.sampled_from(["reason", "approved_by"]),
            _WORDS,
        ),
        st.builds(
            _entry_field, st.just("glossary"), _INDEX, st.just("avoid"), st.lists(_WORDS, min_size=1, max_size=2)
        ),
        st.builds(_entry_dropped, _LISTS, _INDEX),
        st.builds(_setting, st.just("milestones"), st.sampled_from([["2023"], ["2022", "2025"]])),
    ),
    max_size=5,
)
