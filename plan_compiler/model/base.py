"""The base of all authoring models: frozen, closed, and read from raw scalars without coercion."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A node of the authoring model. Its field names are the keys that planners write.

    `container`: the node mostly holds others. A fault in one of its optional keys costs that key, not the node; a
    figure, on the other hand, is not read at all when something about it is wrong.
    """

    container: ClassVar[bool] = False

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)
