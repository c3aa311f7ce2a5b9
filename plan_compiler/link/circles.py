"""Circles among things of which each leads to at most one other."""

from collections.abc import Mapping


def circles(leads_to: Mapping[str, str]) -> list[list[str]]:
    """Every circle that one comes to by following `leads_to`, each once and beginning with its least member."""
    found: list[list[str]] = []
    seen: set[str] = set()
    for start in leads_to:
        trail: dict[str, int] = {}
        step: str | None = start
        while step is not None and step not in seen and step not in trail:
            trail[step] = len(trail)
            step = leads_to.get(step)
        if step is not None and step in trail:
            circle = list(trail)[trail[step] :]
            first = circle.index(min(circle))
            found.append([*circle[first:], *circle[:first]])
        seen.update(trail)
    return found
