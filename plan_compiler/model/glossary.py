"""The glossary: how a thing is named throughout the plan, and how it must not be named."""

from pydantic import Field

from plan_compiler.model.base import Model
from plan_compiler.model.scalars import Label


class Term(Model):
    """One name: its preferred form, and the forms that must not stand in its place.

    A form to avoid is not looked for inside the preferred one, inside the words of `allow`, or in titles 《…》.
    """

    term: Label = Field(description="规范写法 / the preferred form")
    avoid: tuple[Label, ...] = Field(description="不用的写法 / forms to avoid")
    allow: tuple[Label, ...] = Field(
        (), description="可保留的词语，如其中含有不用的写法 / words in which they may stand"
    )
    note: Label | None = Field(None, description="说明 / why, or where the name comes from")
