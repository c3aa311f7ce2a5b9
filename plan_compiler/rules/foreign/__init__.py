"""Rules from elsewhere: packages that are installed beside the compiler, and that plan.yaml lists.

Such a package declares an entry point of the group `plan_compiler.rules`; its name is the prefix of the package's codes, its
value an iterable of modules with `KIND`, `check` and a docstring, as those of `checks`. Nothing of it is imported unless a plan lists
it. Whatever goes wrong in it is one finding.
"""
