"""Word files: WordprocessingML from the theme's templates, in a package that python-docx puts together."""

from plan_compiler.writers.docx.writer import write_docx

__all__ = ["write_docx"]
