"""The kinds of finding that reading makes: YAML text (YAM), shape (MOD), markup of texts (TXT0xx)."""

from plan_compiler.read.faults.files import FILE_KINDS
from plan_compiler.read.faults.shape import SHAPE_KINDS
from plan_compiler.read.faults.texts import TEXT_KINDS
from plan_compiler.read.faults.yaml import YAML_KINDS

KINDS = (*YAML_KINDS, *FILE_KINDS, *SHAPE_KINDS, *TEXT_KINDS)

__all__ = ["KINDS"]
