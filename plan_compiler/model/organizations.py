"""Organisations that own projects."""

from pydantic import Field

from plan_compiler.model.base import Model
from plan_compiler.model.scalars import Id, Label


class Organization(Model):
    """An organisation: `name` is printed wherever its id stands as an owner."""

    id: Id
    name: Label = Field(description="全称 / full name, as printed")
