"""One rule a file: its docstring is its manual page, with a bad and a good example that run as its test.

A module here defines `KIND` (what the catalogue lists) and `check`, a generator over the linked plan. It yields
paths; the engine finds the positions.
"""
