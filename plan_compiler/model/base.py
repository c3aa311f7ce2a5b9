"""The base of all authoring models: frozen, closed, and read from raw scalars without coercion."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A node of the authoring model. Its field names are the keys that planners write."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)
