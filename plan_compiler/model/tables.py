"""Data tables: any table of figures, as a tree of rows under columns."""

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from pydantic import ConfigDict, Field

from plan_compiler.model.base import Model
from plan_compiler.model.scalars import ColumnId, Entry, Expression, Flag, Id, Label, RowId, Text, Whole
from plan_compiler.quantity.number import Number

RowRole: TypeAlias = Literal["total", "subtotal", "partition", "including", "memo", "less"]
RowKind: TypeAlias = Literal["amount", "rate", "stock", "flow"]
ColumnKind: TypeAlias = Literal["amount", "rate", "stock", "flow", "words"]

KIND_HELP = (
    "amount: added up (the default); rate: never added (a price, a growth rate; the default for % and per-units); "
    "flow: added over periods; stock: a level, of which a total of periods shows the last"
    " / amount 可加；rate 不可加（单价、增速、占比）；flow 流量；stock 存量（期末数）"
)


class Column(Model):
    """A column of a data table. A column with nothing but a title may be written as that title."""

    title: Label = Field(description="列名 / title")
    under: Label | None = Field(None, description="a title over neighbouring columns that share it / 上级列名")
    unit: Label | None = Field(None, description="where it is not the table's / 单位")
    formula: Expression | tuple[Expression, ...] | None = Field(
        None,
        description="its figures, from the other columns of the row; several formulas must agree"
        " / 由本行其他列算出；写几个算式时须相等",
    )
    kind: ColumnKind | None = Field(None, description=f"{KIND_HELP}; words: no figures / words 文字列")
    continues: ColumnId | None = Field(
        None,
        description="the column whose figure of the row above it begins with (opening balance) / 承接上一行的哪一列",
    )
    decimals: Whole | None = Field(None, description="precision, where it is not the printed one / 精度（小数位）")


class Row(Model):
    """A row. Its other keys are columns: ``total: 1,200``. What has rows below it is their sum."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Entry]

    id: RowId | None = Field(None, description="the name in references; without one its title serves / 引用时用的标识")
    title: Label = Field(description="行名 / title")
    unit: Label | None = Field(None, description="where it is not the table's; for the rows below it too / 单位")
    role: RowRole | None = Field(
        None,
        description="total, subtotal: the sum of its neighbours; less: subtracted; including: a part that is not added;"
        " memo: beside the sum; partition: its rows alone make up the whole"
        " / total 合计；subtotal 小计；less 减项；including 其中；memo 备注行，不计入；partition 一种分组",
    )
    kind: RowKind | None = Field(None, description=KIND_HELP)
    formula: Expression | Mapping[ColumnId, Expression] | None = Field(
        None, description="its figures, from other rows; or one formula a column / 由其他行算出；也可按列写"
    )
    continues: Label | None = Field(
        None, description="the row whose last figure it begins with (opening balance) / 承接哪一行的上期数"
    )
    stated: Mapping[ColumnId, Entry] = Field(
        default={}, description="published figures where the compiler computes / 已刊印的合计、小计、算得的数"
    )
    note: Text | None = Field(None, description="a note printed as a footnote / 注释")
    rows: "tuple[Row, ...]" = Field((), description="the rows below it / 下级行")

    @property
    def cells(self) -> Mapping[str, Number | str]:
        """What is written in its columns, by their keys."""
        return self.__pydantic_extra__ or {}


class DataTable(Model):
    """A table of figures: a tree of rows under columns."""

    id: Id
    title: Label = Field(description="表题 / title")
    stub: Label | None = Field(None, description="首列的列名 / heading of the column of row titles")
    unit: Label | None = Field(None, description="单位，行、列可另定 / unit, unless a row or a column has its own")
    columns: Mapping[ColumnId, Column | Label] = Field(description="列：标识和列名 / id and title of each column")
    rows: tuple[Row, ...] = Field(description="行 / rows")
    periods: Literal["columns", "rows"] | None = Field(
        None, description="what is a sequence of periods: columns or rows / 列(columns)或行(rows)是时间先后"
    )
    exact: Flag = Field(False, description="figures are exact / 精确值")
    decimals: Whole | None = Field(None, description="precision, where it is not the printed one / 精度（小数位）")
    truncated: Flag = Field(False, description="figures are cut, not rounded / 舍尾取整，非四舍五入")
    complete: Flag = Field(False, description="no member of a sum may be left blank / 相加的各项不得空缺")
    note: Text | None = Field(None, description="表注 / note under the table")

    def column(self, column_id: str) -> Column:
        """The column of this id, whichever way it is written."""
        column = self.columns[column_id]
        return column if isinstance(column, Column) else Column(title=column)

    @property
    def layout(self) -> Mapping[str, Column]:
        """All columns by id, in printed order."""
        return {column_id: self.column(column_id) for column_id in self.columns}


def formulas_of(column: Column) -> tuple[str, ...]:
    """The formulas of a column."""
    match column.formula:
        case None:
            return ()
        case str() as formula:
            return (formula,)
        case formulas:
            return formulas


def walk_rows(rows: tuple[Row, ...], path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Row]]:
    """All rows below `path`, each before those below it, with their paths."""
    for index, row in enumerate(rows):
        here = (*path, index)
        yield here, row
        yield from walk_rows(row.rows, (*here, "rows"))
