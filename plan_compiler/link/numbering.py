"""The printed numbers of a plan: headings by scheme and level, captions, list items, rows of the annex."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from plan_compiler.diagnostics import Diagnostic, NodePath, Place, Related
from plan_compiler.language.patterns import SCHEMES, Pattern, read_pattern
from plan_compiler.language.vocabulary import Words
from plan_compiler.link.faults.numbering import NUMBERING_PATTERN, TABLE_PLACED_TWICE
from plan_compiler.link.linked import Label
from plan_compiler.link.outline import TablePlacement, body_parts, projects
from plan_compiler.model.blocks import Box, Chart, Figure, ItemList, StatedLabel
from plan_compiler.model.chapter import Section
from plan_compiler.model.plan import Plan

_Formats = tuple[Pattern | None, ...]


class Numbering(Struct, frozen=True):
    """Labels by the path of what they number: a section, a table, a box, a figure, a list's item, the annex,
    a category, a project. `tables` are the table blocks, by the id of the table.
    """

    labels: Mapping[NodePath, Label]
    tables: Mapping[str, Place]
    diagnostics: tuple[Diagnostic, ...]


def number(plan: Plan, words: Words) -> Numbering:
    """Count everything that carries a number.

    Counters restart under each parent. A section without a title is transparent: those below it are counted as if
    they stood in its place. A published label is printed instead of the counted one, and the count goes on from the
    counted one. Tables and figures are counted through the document, boxes by chapter (专栏4-1).
    """
    counting = _Counting(plan, words)
    formats = counting.formats(("numbering",), scheme_of(plan, words), 0, ())
    counting.sections(("chapters",), plan.chapters, _Level(1, (), formats), _Counter())
    counting.annex()
    return Numbering(counting.labels, counting.placed, tuple(counting.diagnostics))


def scheme_of(plan: Plan, words: Words) -> tuple[str, ...] | str:
    """How the headings of a plan are numbered: by its own scheme or samples, else as its language does."""
    return words.typography.headings if plan.numbering is None else plan.numbering


class _Counter(Struct):
    value: int = 0

    def next(self) -> int:
        self.value += 1
        return self.value


class _Level(Struct, frozen=True):
    """Where headings stand: their level, the counters above them, the format of every level from the first."""

    level: int
    above: tuple[int, ...]
    formats: _Formats

    def label(self, own: int) -> str:
        pattern = self.formats[self.level - 1] if self.level <= len(self.formats) else None
        numbers = (*self.above, own)
        # Below a heading without a number, a number of all levels (1.1) would be that of a section beside it.
        return pattern.label(numbers) if pattern and len(numbers) >= pattern.levels else ""


class _Counting(Struct):
    """The counters of one run over a plan, and what they have counted."""

    plan: Plan
    words: Words
    labels: dict[NodePath, Label] = field(default_factory=dict)
    placed: dict[str, Place] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    tables: _Counter = field(default_factory=_Counter)
    figures: _Counter = field(default_factory=_Counter)
    boxes: _Counter = field(default_factory=_Counter)
    loose_boxes: _Counter = field(default_factory=_Counter)
    chapter: int = 0
    table_paths: dict[str, NodePath] = field(default_factory=dict)

    def __post_init__(self) -> None:
        paths = [(table.id, ("tables", index)) for index, table in enumerate(self.plan.tables)]
        paths += [(table.id, ("indicators", index)) for index, table in enumerate(self.plan.indicators)]
        self.table_paths = dict(reversed(paths))

    def sections(self, path: NodePath, sections: Iterable[Section], where: _Level, counter: _Counter) -> None:
        for index, section in enumerate(sections):
            self.section((*path, index), section, where, counter)

    def section(self, path: NodePath, section: Section, where: _Level, counter: _Counter) -> None:
        above = where.above
        if section.title is not None and section.numbered:
            own = counter.next()
            above = (*above, own)
            self.put(path, where.label(own), section.stated)
        elif section.stated is not None:
            self.put(path, "", section.stated)
        if where.level == 1 and (section.title is not None or len(path) == 2):
            self.chapter, self.boxes = (above[0], _Counter()) if above else (0, self.loose_boxes)
        self.body(path, section)
        depth = where.level if section.title is None else where.level + 1
        formats = self.formats((*path, "numbering"), section.numbering, depth - 1, where.formats)
        below = _Level(depth, above, formats)
        self.sections((*path, "sections"), section.sections, below, counter if section.title is None else _Counter())

    def formats(
        self, path: NodePath, numbering: tuple[str, ...] | str | None, level: int, inherited: _Formats
    ) -> _Formats:
        """The format of every level, where `numbering` is given for the levels after `level`.

        A list begins with the level below; a scheme gives each level its own format.
        """
        if numbering is None:
            return inherited
        kept = (*inherited, *(None for _ in range(level)))[:level]
        if isinstance(numbering, str):
            scheme = SCHEMES.get(numbering)
            return (*kept, *scheme[level:]) if scheme is not None else (*kept, self.pattern(path, numbering))
        return (*kept, *(self.pattern((*path, index), sample) for index, sample in enumerate(numbering)))

    def pattern(self, path: NodePath, sample: str) -> Pattern | None:
        pattern = read_pattern(sample)
        if pattern is None:
            args = {"pattern": sample}
            self.diagnostics.append(Diagnostic(NUMBERING_PATTERN, Place(path), args, hint="hint", subject=sample))
        return pattern

    def body(self, path: NodePath, section: Section) -> None:
        captions = self.words.captions
        for part_path, part in body_parts(path, section):
            match part:
                case TablePlacement():
                    self.table(part_path, part.table)
                case Box():
                    of_chapter = f"{self.chapter}-" if self.chapter else ""
                    self.put(part_path, f"{captions.box}{of_chapter}{self.boxes.next()}", part.stated)
                case Figure() | Chart():
                    self.put(part_path, f"{captions.figure}{self.figures.next()}", None)
                case ItemList():
                    self.items(part_path, part)
                case str():
                    pass

    def table(self, path: NodePath, table_id: str) -> None:
        own = self.table_paths.get(table_id)
        if own is None:
            return
        here = Place(path)
        first = self.placed.setdefault(table_id, here)
        if first is here:
            self.put(own, f"{self.words.captions.table}{self.tables.next()}", None)
            return
        args = {"id": table_id}
        related = (Related(first, "first", args),)
        self.diagnostics.append(
            Diagnostic(TABLE_PLACED_TWICE, here, args, hint="hint", subject=table_id, related=related)
        )

    def items(self, path: NodePath, items: ItemList) -> None:
        if items.numbering is None:
            return
        pattern = self.pattern((*path, "numbering"), items.numbering)
        if pattern is not None:
            for index in range(len(items.items)):
                self.put((*path, "items", index), pattern.label((index + 1,)), None)

    def annex(self) -> None:
        if self.plan.annex is None:
            return
        self.put(("annex",), self.words.captions.annex.strip(), None)
        category_pattern = read_pattern(self.words.typography.categories)
        for index in range(len(self.plan.annex.categories)):
            if category_pattern is not None:
                self.put(("annex", "categories", index), category_pattern.label((index + 1,)), None)
        for serial, (path, _, _) in enumerate(projects(self.plan), start=1):
            text = str(serial)
            self.labels[path] = Label(text, text)

    def put(self, path: NodePath, counted: str, stated: StatedLabel | None) -> None:
        printed = counted if stated is None else stated.label
        if printed:
            self.labels[path] = Label(counted, printed, stated=stated is not None)
