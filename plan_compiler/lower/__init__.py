"""From a linked plan to the Document that writers print."""

from plan_compiler.lower.lower import lower

__all__ = ["lower"]
