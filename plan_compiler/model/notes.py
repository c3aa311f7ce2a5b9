"""Change notes: why something was changed between two versions, and who approved it."""

from pydantic import Field

from plan_compiler.model.base import Model
from plan_compiler.model.scalars import Label


class ChangeNote(Model):
    """Explains what became of one entity, or of one of its fields, in the revision that adds the note."""

    entity: Label = Field(description="标识；已删除的写原来的标识 / the id; of what is gone, the one it had")
    field: Label | None = Field(None, description="字段，如 values.2025；省略为整项 / the field; all of it by default")
    reason: Label = Field(description="理由 / why")
    approved_by: Label | None = Field(None, description="批准人或批准文件 / who approved, or the document that did")
    date: Label | None = Field(None, description="日期，YYYY-MM-DD / when")
