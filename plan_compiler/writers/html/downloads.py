"""The data of tables as files to download: CSV for spreadsheets, JSON for programs."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from msgspec import Struct

from plan_compiler.document.nodes import DataSet
from plan_compiler.patterns import compiled

_FORMULA = compiled(r"[=@\t\r＝＠]|[+\-＋－](?![0-9.,]*%?$)")
"""The beginning of a formula; a number with its sign is none."""
_NO_NAME = compiled(r"[^\w“”（）()·—-]+")
_LONGEST_NAME = 60


class Download(Struct, frozen=True):
    """A file of the folder: its path, the name under which it is saved, the name of its format, what is in it."""

    path: str
    name: str
    kind: str
    data: bytes


def downloads(datasets: Iterable[DataSet]) -> dict[str, tuple[Download, ...]]:
    """The files of each data set, by its id."""
    return {dataset.id: tuple(_files(dataset, number)) for number, dataset in enumerate(datasets, 1)}


def _files(dataset: DataSet, number: int) -> Iterator[Download]:
    name = _NO_NAME.sub(" ", dataset.title).strip()[:_LONGEST_NAME] or f"table-{number}"
    for kind, data in (("CSV", _csv(dataset)), ("JSON", _json(dataset))):
        yield Download(f"data/table-{number}.{kind.lower()}", f"{name}.{kind.lower()}", kind, data)


def _csv(dataset: DataSet) -> bytes:
    """The data set in UTF-8 with the mark by which spreadsheets know it."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(map(_inert, row) for row in (dataset.columns, *dataset.rows))
    return text.getvalue().encode("utf-8-sig")


def _json(dataset: DataSet) -> bytes:
    """The data set with every cell as the text that is printed, so that 78.10 keeps its digits; a row is a line."""
    head = {"version": 1, "id": dataset.id, "title": dataset.title, "columns": dataset.columns}
    rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in dataset.rows)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "rows": [\n{rows}\n]}}\n'.encode()


def _inert(cell: str) -> str:
    """`cell` with an apostrophe before what a spreadsheet would compute as a formula (CWE-1236)."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
