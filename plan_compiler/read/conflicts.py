"""What git leaves in a file where both sides of a merge changed the same lines (gitmerge, "how conflicts are presented")."""

from collections.abc import Iterator

from plan_compiler.patterns import compiled

_OURS = compiled(r"<{7}(?: .*)?")
_BASE = compiled(r"\|{7}(?: .*)?")
_THEIRS = compiled(r"={7}")
_END = compiled(r">{7}(?: .*)?")


def conflicts(text: str) -> Iterator[tuple[int, int]]:
    """Where the first line of each conflict begins and ends; a mark without those that follow it is none."""
    at, start = 0, None
    middle = False
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        if _OURS.fullmatch(bare):
            start, middle = (at, at + len(bare)), False
        elif _THEIRS.fullmatch(bare):
            middle = start is not None
        elif middle and start is not None and _END.fullmatch(bare):
            yield start
            start, middle = None, False
        at += len(line)


def sides(text: str) -> tuple[str, str] | None:
    """The text as ours and as theirs has it; None for one without conflicts."""
    if next(conflicts(text), None) is None:
        return None
    ours: list[str] = []
    theirs: list[str] = []
    side = "both"
    for line in text.splitlines(keepends=True):
        turned = _turned(side, line.rstrip("\r\n"))
        if turned:
            side = turned
            continue
        if side in ("both", "ours"):
            ours.append(line)
        if side in ("both", "theirs"):
            theirs.append(line)
    return "".join(ours), "".join(theirs)


def _turned(side: str, line: str) -> str:
    """Whose lines follow behind a mark; "" for a line that is none where it stands."""
    if _OURS.fullmatch(line):
        return "ours"
    if side == "ours" and _BASE.fullmatch(line):
        return "base"
    if side in ("ours", "base") and _THEIRS.fullmatch(line):
        return "theirs"
    return "both" if side == "theirs" and _END.fullmatch(line) else ""
