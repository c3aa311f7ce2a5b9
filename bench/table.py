"""The table that the benchmark prints."""

from msgspec import Struct


class Line(Struct, frozen=True):
    """What was measured, the result in words, and the goal where there is one, with whether it is `reached`."""

    what: str
    result: str
    goal: str = ""
    reached: bool | None = None


def ratio(what: str, value: float, limit: float) -> Line:
    """A ratio that should be `limit` at most."""
    return Line(what, f"{value:.2f} ×", f"≤ {limit:g} ×", value <= limit)


def seconds(what: str, value: float, limit: float | None = None) -> Line:
    """A time, with the most it should be."""
    if limit is None:
        return Line(what, f"{value:.2f} s")
    return Line(what, f"{value:.2f} s", f"≤ {limit:g} s", value <= limit)


def megabytes(what: str, value: int, limit: float | None = None) -> Line:
    """A size of memory in bytes, with the most it should be in MB."""
    size = value / 1e6
    if limit is None:
        return Line(what, f"{size:.0f} MB")
    return Line(what, f"{size:.0f} MB", f"≤ {limit:g} MB", size <= limit)


_VERDICTS = {True: "reached", False: "NOT reached", None: ""}


def show(title: str, lines: list[Line]) -> None:
    """Print `lines` under `title`."""
    print(f"\n{title}\n{'─' * 96}")
    for line in lines:
        print(f"{line.what:<58}{line.result:>12}   {line.goal:<10} {_VERDICTS[line.reached]}".rstrip(), flush=True)
