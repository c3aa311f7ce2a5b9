"""The marks of list items, from the theme's examples of the first one."""

from plan_compiler.language.patterns import read_pattern
from plan_compiler.writers.look import Lists


def marker(lists: Lists, ordered: bool, depth: int, count: int) -> str:
    """The mark of item `count` (from 1) of a list inside `depth` others."""
    if not ordered:
        return lists.bullets[min(depth, len(lists.bullets) - 1)]
    example = lists.ordered[min(depth, len(lists.ordered) - 1)]
    pattern = read_pattern(example)
    return pattern.label((count,)) if pattern else example
