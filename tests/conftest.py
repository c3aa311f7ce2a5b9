"""Property tests try the same examples in every run; ``HYPOTHESIS_PROFILE=explore`` tries new ones."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(autouse=True)
def unharmed() -> Iterator[None]:
    """No test leaves the interpreter's own zero byte another one, as compiled code has done: see `plan_compiler.rational`."""
    yield
    assert bytes(2)[:1][0] == 0
