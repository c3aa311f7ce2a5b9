"""How far the figures of a plan are checked, in words and as JSON (schemas/coverage.schema.json)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from msgspec import Struct

from plan_compiler.diagnostics import Message, Span
from plan_compiler.link.reasons import REASONS
from plan_compiler.report.json import json_text, place_json
from plan_compiler.report.paths import Paths
from plan_compiler.report.terminal import cells, filled, fitted
from plan_compiler.report.visible import inert_line, visible
from plan_compiler.report.wording import Speaker
from plan_compiler.rules.appearances import FigureKind
from plan_compiler.rules.coverage import Covered, Standing

_KINDS: Mapping[FigureKind, Message] = {
    FigureKind.INDICATOR: Message("指标值", "values of indicators"),
    FigureKind.PROJECT: Message("项目投资", "amounts of projects"),
    FigureKind.SUBTOTAL: Message("所列小计", "stated subtotals"),
    FigureKind.GRAND_TOTAL: Message("所列合计", "stated grand totals"),
    FigureKind.CELL: Message("数据表的数", "cells of tables"),
    FigureKind.STATED_CELL: Message("数据表所列合计、算式", "stated totals of tables"),
    FigureKind.FACT: Message("facts.yaml 的数", "figures of facts.yaml"),
    FigureKind.DEFINED: Message("正文中定义的数", "figures defined in texts"),
    FigureKind.BOUND: Message("正文中绑定的数", "figures bound in texts"),
    FigureKind.TYPED: Message("正文、名称中手写的数", "figures typed into texts"),
}
_STANDINGS: Mapping[Standing, Message] = {
    Standing.CHECKED: Message("受核对", "checked"),
    Standing.BOUNDED: Message("只有界限", "bounded"),
    Standing.ALONE: Message("无核对", "unchecked"),
}
_LISTS: Mapping[Standing, Message] = {
    Standing.ALONE: Message(
        "无核对：没有另一处数据与它有关，写错了也看不出来",
        "Unchecked: nothing else in the plan bears on them, so a slip would not show",
    ),
    Standing.BOUNDED: Message(
        "只有界限：只核对不超过、不下降、同一项目的两栏相等之类，界限以内或两栏一并写错的看不出来",
        "Bounded: only limits are checked (not above, not falling, both columns of a project alike), so a slip within them, or in "
        "both columns, would not show",
    ),
}
_FIGURES = Message("数据", "figures")
_ALL = Message("共", "in all")
_TOTAL = Message("合计", "total")
_HELP = Message(
    "怎么办：同一个数在别处也出现时，绑定起来：[12157户](=demolished)，plan fix --bind 会提出建议；\n"
    "几个数之间有关系时，写成算式或 assertions.yaml 中的一条。",
    "help: where a figure appears elsewhere too, bind it: [12157 households](=demolished); `plan fix --bind` proposes that.\n"
    "Where figures are related, say so in a formula or in assertions.yaml.",
)
_OPEN = Message(
    "无法核对的关系：有一边没有数值；有意留空的不必理会",
    "Not checkable: one side has no value; what is left open on purpose needs nothing",
)
_GAP = "  "


class Placed(Struct, frozen=True):
    """A written figure, how far it is checked, and where it stands (None: nowhere that can be shown)."""

    covered: Covered
    span: Span | None


class Open(Struct, frozen=True):
    """A relation that cannot be judged, why (a key of `REASONS`, with what it is about), and where what is stated stands."""

    reason: str
    about: str
    span: Span | None


class Coverage(Struct, frozen=True):
    """The figures of a plan, and the relations among them that cannot be judged."""

    figures: tuple[Placed, ...]
    relations: tuple[Open, ...]


def coverage_text(coverage: Coverage, paths: Paths, language: str, columns: int | None = None) -> str:
    """A table of the kinds of figures, then the figures that are not checked or only bounded, by kind and file, then the relations
    that cannot be judged.

    `columns` is the width of the terminal; None: lines are not cut.
    """
    speaker, placed = Speaker(language), coverage.figures
    lines = [*_table(placed, speaker)]
    for standing, heading in _LISTS.items():
        own = [each for each in placed if each.covered.standing is standing]
        if own:
            lines += ["", speaker.say(heading), *_list(own, paths, speaker, columns)]
    if len(lines) > len(_table_kinds(placed)) + 2:
        lines += ["", speaker.say(_HELP)]
    if coverage.relations:
        lines += ["", speaker.say(_OPEN), *(_relation(each, paths, speaker, columns) for each in coverage.relations)]
    return "\n".join(lines) + "\n"


def _table_kinds(figures: tuple[Placed, ...]) -> list[FigureKind]:
    found = {each.covered.appearance.kind for each in figures}
    return [kind for kind in FigureKind if kind in found]


def _table(figures: tuple[Placed, ...], speaker: Speaker) -> Iterator[str]:
    counts = Counter((each.covered.appearance.kind, each.covered.standing) for each in figures)
    heads = [speaker.say(_ALL), *(speaker.say(_STANDINGS[standing]) for standing in Standing)]
    rows = [(speaker.say(_KINDS[k]), [counts[k, standing] for standing in Standing]) for k in _table_kinds(figures)]
    rows.append((speaker.say(_TOTAL), [sum(row[1][index] for row in rows) for index in range(len(Standing))]))
    width = max(cells(name) for name, _ in rows)
    yield filled(speaker.say(_FIGURES), width) + "".join(f"{_GAP}{filled(head, 9, right=True)}" for head in heads)
    for name, numbers in rows:
        shown = (f"{_GAP}{filled(str(number), 9, right=True)}" for number in (sum(numbers), *numbers))
        yield filled(name, width) + "".join(shown)


def _list(figures: list[Placed], paths: Paths, speaker: Speaker, columns: int | None) -> Iterator[str]:
    for kind in FigureKind:
        own = sorted((f for f in figures if f.covered.appearance.kind is kind and f.span), key=lambda f: f.span or ())
        if own:
            yield f"  {speaker.say(_KINDS[kind])} ({len(own)})"
        for file, group in groupby(own, key=lambda figure: figure.span.file if figure.span else ""):
            yield inert_line(f"    {visible(paths.shown(file))}")
            yield from (_line(figure, columns) for figure in group)


def _line(figure: Placed, columns: int | None) -> str:
    at = figure.span.start if figure.span else None
    place = f"{at.line}:{at.column}" if at else ""
    appearance = figure.covered.appearance
    line = f"      {filled(place, 8)}{filled(visible(appearance.text.strip()), 12)}{_GAP}{visible(appearance.name)}"
    return line.rstrip() if columns is None else fitted(line.rstrip(), columns)


def _relation(relation: Open, paths: Paths, speaker: Speaker, columns: int | None) -> str:
    place = f"{visible(paths.position(relation.span))}: " if relation.span else ""
    reason = speaker.say(REASONS[relation.reason], {"about": relation.about})
    line = inert_line(f"  {place}{visible(reason)}")
    return line if columns is None else fitted(line, columns)


def coverage_json(coverage: Coverage, plan: str, paths: Paths) -> str:
    """One object: every written figure with its place and standing, their numbers by kind, and the relations not judged."""
    placed = coverage.figures
    counts = Counter((each.covered.appearance.kind, each.covered.standing) for each in placed)
    return json_text(
        {
            "version": 1,
            "plan": paths.shown(plan),
            "figures": [_figure(each, paths) for each in placed],
            "summary": {
                kind.value: {standing.value: counts[kind, standing] for standing in Standing}
                for kind in _table_kinds(placed)
            },
            "not_checkable": [
                {"reason": str(each.reason), "about": each.about, **place_json(each.span, paths)}
                for each in coverage.relations
            ],
        }
    )


def _figure(figure: Placed, paths: Paths) -> dict[str, Any]:
    appearance, span = figure.covered.appearance, figure.span
    return {
        "kind": appearance.kind.value,
        "standing": figure.covered.standing.value,
        "text": appearance.text,
        "name": appearance.name,
        **place_json(span, paths),
    }
