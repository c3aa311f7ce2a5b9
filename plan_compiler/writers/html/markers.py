"""The marks of list items, from the theme's examples of the first one."""

from plan_compiler.writers.look import Lists

_HAN = "一二三四五六七八九"
_CIRCLED = 0x2460


def marker(lists: Lists, ordered: bool, depth: int, count: int) -> str:
    """The mark of item `count` (from 1) of a list inside `depth` others."""
    if not ordered:
        return lists.bullets[min(depth, len(lists.bullets) - 1)]
    return _counted(lists.ordered[min(depth, len(lists.ordered) - 1)], count)


def _counted(example: str, count: int) -> str:
    if "①" in example:
        return example.replace("①", chr(_CIRCLED + count - 1) if count <= 20 else f"({count})")
    if "一" in example:
        return example.replace("一", _han(count))
    return example.replace("1", str(count))


def _han(count: int) -> str:
    tens, ones = divmod(count, 10)
    if tens == 0:
        return _HAN[ones - 1]
    return (_HAN[tens - 1] if tens > 1 else "") + "十" + (_HAN[ones - 1] if ones else "")
