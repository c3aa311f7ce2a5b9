"""What is known again under another title, number or heading, and whose figures are held against which."""

from copy import deepcopy

from plan_compiler.diff.changes import Change, Edited, Sense
from plan_compiler.diff.diff import diff
from plan_compiler.link.linked import Result, Unknown
from tests.diff.plans import Data, indicators, linked, plan


def told(change: Change) -> tuple[str, str]:
    return type(change).__name__.lower(), ".".join(change.field) if isinstance(change, Edited) else ""


def budget(*rows: str) -> Data:
    """A table whose rows have no ids: sums of figures are told by their titles."""
    written: list[Data] = []
    for title, first, second, role in (row.split("|") for row in rows):
        values = {"2021": first, "2022": second, "role": role}
        written.append({"title": title, **{key: value for key, value in values.items() if value}})
    columns = {"2021": "2021年", "2022": "2022年", "all": {"title": "合计", "formula": "2021 + 2022"}}
    table = {"id": "budget", "title": "资金来源", "unit": "万元", "columns": columns, "rows": written}
    return {**plan(), "tables": [table]}


_GRANTS, _LOANS, _OWN = "中央、省补助|30|40|", "银行贷款|50|60|", "自有资金（本级）|20|25|"
_TOTAL = "合计（万元）|||total"


def figures(*rows: str) -> dict[str, tuple[str, str]]:
    """The changed figures of the table after `rows` are in the place of the three above: before and after."""
    before = linked(budget(_GRANTS, _LOANS, _OWN, _TOTAL))
    found = diff(before, linked(budget(*rows, _TOTAL))).figures
    return {f.key: (_nominal(f.before), _nominal(f.after)) for f in found if f.key.startswith("budget")}


def _nominal(result: Result) -> str:
    return "" if isinstance(result, Unknown) else str(result.nominal)


def test_the_figures_of_rows_without_ids_are_held_against_those_of_the_same_row() -> None:
    assert figures(_GRANTS, "土地出让收入|1|2|", _LOANS, _OWN) == {
        "budget.#5[2021]": ("100", "101"),
        "budget.#5[2022]": ("125", "127"),
        "budget.#5.all": ("225", "228"),
    }
    assert figures(_LOANS, _OWN).keys() == {"budget.#3[2021]", "budget.#3[2022]", "budget.#3.all"}


def test_a_row_with_another_title_is_known_by_its_figures() -> None:
    assert figures(_GRANTS, "银行贷款及债券|50|66|", _OWN)["budget.银行贷款及债券[2022]"] == ("60", "66")
    before = linked(budget(_GRANTS, _LOANS, _OWN, _TOTAL))
    after = linked(budget(_GRANTS, "债券及其他融资|50|60|", _OWN, _TOTAL))
    assert [told(change) for change in diff(before, after).changes] == [("edited", "title")]


def test_rows_with_a_few_small_figures_alike_are_two() -> None:
    small = linked(budget("小学|1|1|", _OWN, _TOTAL)), linked(budget("图书馆|1|1|", _OWN, _TOTAL))
    assert sorted(told(change)[0] for change in diff(*small).changes) == ["added", "removed"]


def test_a_section_with_another_heading_is_known_by_its_text() -> None:
    text = "深入推进科技创新和产业升级，坚持绿色发展，统筹发展和安全，着力提升城市能级。"
    data = plan()
    data["chapters"][0]["sections"][0]["body"] = text
    renamed = deepcopy(data)
    renamed["chapters"][0]["sections"][0]["title"] = "总的要求"
    assert [told(change) for change in diff(linked(data), linked(renamed)).changes] == [("edited", "title")]


def test_more_decimals_of_a_count_are_no_other_value() -> None:
    before, after = plan(), plan()
    for data, value in ((before, "220"), (after, "220.0")):
        indicators(data)[0].update(unit="个", values={"2020": "78", "2023": "120", "2025": value})
    (change,) = (f for f in diff(linked(before), linked(after)).figures if f.key == "output[2025]")
    assert change.sense is Sense.PRECISION
