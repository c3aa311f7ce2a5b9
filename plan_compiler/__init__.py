"""`plan`: a compiler for plan documents."""

__version__ = "0.1.0"
