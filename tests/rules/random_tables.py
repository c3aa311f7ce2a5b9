"""Random data tables whose figures agree: true values first, then each figure rounded by itself, as an office prints them."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Any

from msgspec import Struct, field

COLUMNS = ("first", "second", "third")


class TrueRow(Struct, frozen=True):
    """A row before rounding: its true values in thousandths by column, its role, and the rows below it."""

    values: dict[str, int]
    role: str | None = None
    below: "list[TrueRow]" = field(default_factory=list)


def rounded(thousandths: int, decimals: int) -> str:
    value = Decimal(thousandths).scaleb(-3)
    return f"{value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"


def true_rows(random: Random, depth: int) -> list[TrueRow]:
    return [true_row(random, depth) for _ in range(random.randint(2, 5))]


def true_row(random: Random, depth: int) -> TrueRow:
    role = random.choice((None, None, None, "less"))
    if depth and random.random() < 0.6:
        below = true_rows(random, depth - 1)
        values = {column: total(below, column) for column in COLUMNS}
        whole = min(values.values())
        if whole > 0:
            part = {column: random.randint(0, whole) for column in COLUMNS}
            below.append(TrueRow(part, random.choice(("including", "memo"))))
        return TrueRow(values, role, below)
    largest = 10 ** random.randint(2, 9)
    return TrueRow({column: random.randint(-largest // 10, largest) for column in COLUMNS}, role)


def total(rows: list[TrueRow], column: str) -> int:
    weights = {None: 1, "less": -1}
    return sum(weights[row.role] * row.values[column] for row in rows if row.role in weights)


def table(random: Random) -> dict[str, Any]:
    """A table with a sum of columns, subtotals, and a grand total at the top or the bottom; everything stated."""
    decimals = {column: random.randint(0, 3) for column in (*COLUMNS, "whole")}
    rows = true_rows(random, 3)
    written = [_written(row, decimals) for row in rows]
    grand = TrueRow({column: total(rows, column) for column in COLUMNS}, "total")
    written.insert(random.choice((0, len(written))), _computed(grand, decimals))
    return {
        "id": "t",
        "title": "表",
        "unit": "万元",
        "columns": {**{name: name for name in COLUMNS}, "whole": {"title": "合计", "formula": " + ".join(COLUMNS)}},
        "rows": tuple(written),
    }


def _written(row: TrueRow, decimals: dict[str, int]) -> dict[str, Any]:
    if any(below.role in (None, "less") for below in row.below):
        return {**_computed(row, decimals), "rows": tuple(_written(below, decimals) for below in row.below)}
    figures = {column: rounded(row.values[column], decimals[column]) for column in COLUMNS}
    whole = rounded(sum(row.values.values()), decimals["whole"])
    return {"title": "行", **_role(row), **figures, "stated": {"whole": whole}}


def _computed(row: TrueRow, decimals: dict[str, int]) -> dict[str, Any]:
    values = {**row.values, "whole": sum(row.values.values())}
    return {"title": "行", **_role(row), "stated": {c: rounded(v, decimals[c]) for c, v in values.items()}}


def _role(row: TrueRow) -> dict[str, str]:
    return {"role": row.role} if row.role else {}


def roll_forward(random: Random) -> dict[str, Any]:
    """Balances of several periods with their flows, each rounded by itself."""
    periods = [f"p{number}" for number in range(random.randint(2, 8))]
    decimals = random.randint(0, 2)
    opening, rows = random.randint(0, 10**7), {name: dict[str, str]() for name in ("opening", "in", "out", "closing")}
    for period in periods:
        inflow, outflow = random.randint(0, 10**6), random.randint(0, 10**6)
        closing = opening + inflow - outflow
        for name, value in zip(rows, (opening, inflow, outflow, closing), strict=True):
            rows[name][period] = rounded(value, decimals)
        opening = closing
    first = periods[0]
    return {
        "id": "t",
        "title": "表",
        "unit": "万元",
        "columns": {period: period for period in periods},
        "rows": (
            {
                "title": "期初",
                "continues": "期末",
                first: rows["opening"].pop(first),
                "stated": rows["opening"],
            },
            {"title": "收入", **rows["in"]},
            {"title": "支出", "role": "less", **rows["out"]},
            {"title": "期末", "role": "total", "stated": rows["closing"]},
        ),
    }


def shares(random: Random) -> dict[str, Any]:
    """A balance of areas: shares of a total as a column, a ratio of rows as a row."""
    areas = [random.randint(1, 10**7) for _ in range(random.randint(2, 9))]
    whole, decimals = sum(areas), random.randint(0, 3)

    def share(area: int) -> str:
        hundredths = (20_000 * area + whole) // (2 * whole)
        return f"{Decimal(hundredths).scaleb(-2):f}"

    rows = [
        {"title": f"地类{n}", "id": f"r{n}", "area": rounded(area, decimals), "stated": {"part": share(area)}}
        for n, area in enumerate(areas)
    ]
    return {
        "id": "t",
        "title": "表",
        "unit": "公顷",
        "columns": {"area": "面积", "part": {"title": "占比", "unit": "%", "formula": "area / total.area"}},
        "rows": (
            *rows,
            {"title": "合计", "id": "total", "role": "total", "stated": {"area": rounded(whole, decimals)}},
        ),
    }


def ledger(random: Random) -> dict[str, Any]:
    """The same balances with the periods as rows and a line for all of them."""
    by_row = roll_forward(random)
    opening, inflow, outflow, closing = by_row["rows"]
    periods = list(by_row["columns"])
    rows = []
    for period in periods:
        begins = period == periods[0]
        stated = {"closing": closing["stated"][period]}
        own = {"inflow": inflow[period], "outflow": outflow[period]}
        if begins:
            own["opening"] = opening[period]
        else:
            stated["opening"] = opening["stated"][period]
        rows.append({"title": period, **own, "stated": stated})
    ends = {"opening": rows[0]["opening"], "closing": rows[-1]["stated"]["closing"]}
    return {
        "id": "t",
        "title": "表",
        "unit": "万元",
        "columns": {
            "opening": {"title": "期初", "continues": "closing"},
            "inflow": "收入",
            "outflow": "支出",
            "closing": {"title": "期末", "formula": "opening + inflow - outflow"},
        },
        "rows": (*rows, {"title": "合计", "role": "total", "stated": ends}),
    }


def partitions(random: Random) -> dict[str, Any]:
    """One whole in several partitions; cut at the last decimal or rounded, all figures alike."""
    whole, decimals, truncated = random.randint(0, 10**8), random.randint(0, 2), random.random() < 0.5

    def printed(value: int) -> str:
        return rounded(value - value % 10 ** (3 - decimals) if truncated else value, decimals)

    rows = []
    for number in range(random.randint(2, 4)):
        cuts = sorted(random.randint(0, whole) for _ in range(random.randint(1, 6)))
        parts = [high - low for low, high in zip((0, *cuts), (*cuts, whole), strict=True)]
        members = tuple({"title": f"{number}", "sum": printed(part)} for part in parts)
        rows.append({"title": f"按{number}分", "role": "partition", "rows": members})
    return {
        "id": "t",
        "title": "表",
        "unit": "万元",
        "truncated": truncated,
        "columns": {"sum": "金额"},
        "rows": (*rows, {"title": "合计", "role": "total", "stated": {"sum": printed(whole)}}),
    }


def written_cells(rows: tuple[dict[str, Any], ...]) -> Iterator[tuple[dict[str, str], str]]:
    """Every figure of a table, stated or not: its mapping and its key there."""
    yield from stated_cells(rows)
    for row in rows:
        for key, value in row.items():
            if isinstance(value, str) and key not in ("id", "title") and value.lstrip("-")[:1].isdigit():
                yield row, key
        yield from written_cells(row.get("rows", ()))


def stated_cells(rows: tuple[dict[str, Any], ...]) -> Iterator[tuple[dict[str, str], str]]:
    """Every stated figure of a table: its mapping and its key there."""
    for row in rows:
        for column in row.get("stated", {}):
            yield row["stated"], column
        yield from stated_cells(row.get("rows", ()))
