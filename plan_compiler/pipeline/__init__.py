"""All passes in order: the only package that knows them all."""

from plan_compiler.pipeline.checking import Checked, catalogue, check, compared

__all__ = ["Checked", "catalogue", "check", "compared"]
