"""How a block is told: by its one key (``box:``, ``table:``, …), a text by being one.

A fault within a block is therefore reported as a fault of that kind of block, and not of every kind there is.
"""

from typing import Any

from pydantic import Discriminator

from plan_compiler.model.base import Model

TEXT = "<text>"


def _tag(value: Any) -> str | None:
    if isinstance(value, str):
        return TEXT
    if isinstance(value, dict) and value:
        return f"<{next(iter(value))}>"
    if isinstance(value, Model):
        return f"<{next(iter(type(value).model_fields))}>"
    return None


TOLD_BY_KEY = Discriminator(_tag)
"""Marks a union of texts and blocks. Its tags are the blocks' keys in angle brackets, which no key can be."""
