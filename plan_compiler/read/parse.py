"""YAML text to nodes, straight from the parser's events: raw scalars, exact offsets, none of YAML's finer features."""

from collections.abc import Iterator
from typing import NoReturn, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from plan_compiler.diagnostics import Diagnostic, Kind, Related, Span
from plan_compiler.patterns import compiled
from plan_compiler.read.decode import FORBIDDEN
from plan_compiler.read.faults.yaml import (
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    FEATURE,
    FORM_SWALLOWED,
    TOO_LARGE,
)
from plan_compiler.read.flow import split_fault
from plan_compiler.read.markup.signs import holds_form
from plan_compiler.read.nodes import Mapping, Node, Scalar, Sequence
from plan_compiler.read.parsed import MAX_DEPTH, MAX_FAULTS, MAX_NODES, Budget, Parsed
from plan_compiler.read.structure import quoted
from plan_compiler.read.syntax import syntax_fault
from plan_compiler.read.text import FileText
from plan_compiler.read.values import NULL, empty_value, is_empty, list_fault, value_faults

_PROPERTIES = compiled(r"(?:[&!]\S*\s+)*")
_PLAIN = compiled(r"(?!~$|null$|Null$|NULL$)[^：\t]+")
"""A value of which nothing needs to be asked, if its line ends with it."""
_Own: TypeAlias = Scalar | Sequence | Mapping
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _LimitError(Exception):
    """Too deep, or too many nodes."""


def parse(text: FileText, budget: Budget) -> Parsed:
    """The nodes of one file. At a syntax error, or beyond a limit, nothing of the file is kept."""
    builder = _Builder(text, budget)
    try:
        return builder.build()
    except yaml.YAMLError as error:
        return Parsed(faults=_with(builder.parsed.faults, syntax_fault(text, error)))
    except _LimitError:
        return Parsed(faults=builder.parsed.faults)


def _with(faults: list[Diagnostic], last: list[Diagnostic]) -> list[Diagnostic]:
    """All faults; what was found in a line that could not be read is left out as its consequence.

    So is a line that is not aligned with those of a block which stand too far left themselves.
    """
    if any(fault.message == "shallow" for fault in faults) and all(fault.message == "misaligned" for fault in last):
        return faults
    lines = {fault.where.start.line for fault in last if isinstance(fault.where, Span)}
    return [*(f for f in faults if not (isinstance(f.where, Span) and f.where.start.line in lines)), *last]


class _Builder:
    def __init__(self, text: FileText, budget: Budget) -> None:
        self.text = text
        self.source = text.text
        self.budget = budget
        self.parsed = Parsed()
        self.ordinary: dict[str, str] = {}
        """Keys that were looked at and are nothing but keys, each by what it reads."""
        self.events: Iterator[Event] = iter(_LOADER(self.source).get_event, None)

    def build(self) -> Parsed:
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.fault(FEATURE, event, "documents", "delete")
                    break
                if event.version or event.tags:
                    self.fault(FEATURE, event, "directive", "delete")
            elif isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent | AliasEvent):
                self.parsed.root = self.node(event, 0)
        root = self.parsed.root
        if root is None or (isinstance(root, Scalar) and root.style == "" and root.value in NULL):
            self.parsed.root, self.parsed.empty = None, True
        return self.parsed

    def node(self, event: Event, depth: int) -> _Own:
        self.budget.nodes -= 1
        if depth > MAX_DEPTH or self.budget.nodes < 0 or len(self.parsed.faults) > MAX_FAULTS:
            self.give_up(event, depth)
        if isinstance(event, ScalarEvent):
            return self.scalar(event)
        if isinstance(event, MappingStartEvent):
            return self.mapping(event, depth)
        if isinstance(event, SequenceStartEvent):
            return self.sequence(event, depth)
        return self.alias(event)

    def scalar(self, event: ScalarEvent) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index  # type: ignore[union-attr]  # every event of a parser has its marks
        if event.anchor or event.tag:
            start = self.properties(event, start)
        style, value = event.style, event.value
        if not style:
            return Scalar(value, start, end, "")
        if style in "|>":
            end = start + len(self.source[start:end].rstrip())
        elif style == '"' and FORBIDDEN.search(value):
            value = self.printable(value, start, end)
        return Scalar(value, start, end, style)

    def printable(self, value: str, start: int, end: int) -> str:
        """The value without the control characters that escapes have brought in."""
        span = self.text.span(start, end)
        for match in FORBIDDEN.finditer(value):
            args = {"codepoint": f"U+{ord(match[0]):04X}"}
            self.parsed.faults.append(Diagnostic(CONTROL_CHARACTER, span, args, hint="delete"))
        return FORBIDDEN.sub("", value)

    def sequence(self, event: SequenceStartEvent, depth: int) -> Sequence:
        start = _start(event)
        if event.anchor or event.tag:
            start = self.properties(event, start)
        sequence = Sequence(start, bool(event.flow_style))
        last: _Own | None = None
        for entry in self.events:
            if isinstance(entry, SequenceEndEvent):
                break
            last = self.node(entry, depth + 1)
            if isinstance(last, Scalar):
                self.value(None, last)
            sequence.items.append(last)
        sequence.end = self.end_of(entry, last, flow=sequence.flow)
        return sequence

    def mapping(self, event: MappingStartEvent, depth: int) -> Mapping:
        start = _start(event)
        if event.anchor or event.tag:
            start = self.properties(event, start)
        mapping = Mapping(start, bool(event.flow_style))
        last: _Own | None = None
        for entry in self.events:
            if isinstance(entry, MappingEndEvent):
                break
            name = self.ordinary_key(entry)
            if name is None or name in mapping.values or mapping.flow:
                key = self.node(entry, depth + 1)
                last = self.node(next(self.events), depth + 1)
                self.pair(mapping, key, last)
            else:
                self.budget.nodes -= 1
                last = self.node(next(self.events), depth + 1)
                mapping.keys[name], mapping.values[name] = _start(entry), last
                self.kept(mapping, name, last)
        mapping.end = self.end_of(entry, last, flow=mapping.flow)
        return mapping

    def pair(self, mapping: Mapping, key: _Own, value: _Own) -> None:
        """Add a key with its value, unless YAML has made them from something else."""
        if not isinstance(key, Scalar):
            self.no_key(mapping, key)
            self.parsed.dropped.append(value)
        elif holds_form(key.value):
            self.swallowed(mapping, key.start)
        elif mapping.flow and value.start == value.end and ":" not in self.source[key.end : value.end + 1]:
            self.split(mapping, key)
        elif key.value == "<<" and key.style == "":
            span = self.text.span(key.start, key.end)
            self.parsed.faults.append(Diagnostic(FEATURE, span, message="merge", hint="hint"))
            self.parsed.mark(mapping)
        elif key.value in mapping.values:
            self.duplicate(mapping, key, value)
        else:
            self.ordinary[key.value] = key.value
            mapping.put(key, value)
            self.kept(mapping, key.value, value)

    def ordinary_key(self, event: Event) -> str | None:
        """What a key reads that was found to be nothing but a key; None for any other. One text stands for all of it."""
        if not isinstance(event, ScalarEvent) or event.style or event.anchor or event.tag:
            return None
        return self.ordinary.get(event.value)

    def kept(self, mapping: Mapping, name: str, value: _Own) -> None:
        """Look at the value of a key that has found its place."""
        if isinstance(value, Scalar):
            ends_line = value.style == "" and self.source[value.end : value.end + 1] == "\n"
            if not (ends_line and _PLAIN.fullmatch(value.value)):
                self.value(mapping.key(name), value)
        elif isinstance(value, Sequence) and value.flow and (key := mapping.key(name)):
            self.parsed.faults += filter(None, [list_fault(self.text, key, value)])

    def value(self, key: Scalar | None, scalar: Scalar) -> None:
        """Look at a value that has found its place."""
        if is_empty(scalar):
            if id(scalar) not in self.parsed.faulty:
                self.parsed.faults.append(empty_value(self.text, key, scalar))
                self.parsed.mark(scalar)
        else:
            self.parsed.faults += value_faults(self.text, scalar)

    def no_key(self, mapping: Mapping, key: _Own) -> None:
        if self.source.startswith("{{", mapping.start):
            self.swallowed(mapping, mapping.start)
        else:
            span = self.text.span(key.start, key.start + 1)
            self.parsed.faults.append(Diagnostic(FEATURE, span, message="key", hint="hint"))
            self.parsed.mark(mapping)

    def split(self, mapping: Mapping, key: Scalar) -> None:
        """A key without a colon: text behind a comma, or what stands in ``{{ }}``, which is reported for itself.

        Of a mapping only the first is told: what follows comes of it as often as not.
        """
        if not self.source.startswith("{{", mapping.start - 1) and id(mapping) not in self.parsed.faulty:
            self.parsed.faults.append(split_fault(self.text, key, first=not mapping.keys))
        self.parsed.mark(mapping)

    def swallowed(self, mapping: Mapping, start: int) -> None:
        line = self.text.line(self.text.line_of(start))
        span = self.text.span(start, start + 1)
        self.parsed.faults.append(Diagnostic(FORM_SWALLOWED, span, {"corrected": quoted(line)}, hint="hint"))
        self.parsed.mark(mapping)

    def duplicate(self, mapping: Mapping, key: Scalar, value: Node) -> None:
        first = mapping.key(key.value) or key
        related = Related(self.text.span(first.start, first.end), "first")
        span = self.text.span(key.start, key.end)
        self.parsed.faults.append(Diagnostic(DUPLICATE_KEY, span, {"key": key.value}, hint="hint", related=(related,)))
        self.parsed.dropped.append(value)

    def alias(self, event: Event) -> Scalar:
        start, end = _start(event), _end(event)
        args = {"name": self.source[start + 1 : end], "corrected": self.quoted_line(start)}
        self.fault(FEATURE, event, "alias", "quote", args)
        alias = Scalar("", start, end, "'")
        self.parsed.mark(alias)
        return alias

    def properties(self, event: ScalarEvent | SequenceStartEvent | MappingStartEvent, start: int) -> int:
        """Report an anchor or a tag; the offset where the node itself begins."""
        args = {"corrected": self.quoted_line(start)}
        if event.anchor:
            self.fault(FEATURE, event, "anchor", "hint", {"name": str(event.anchor), **args})
        if event.tag:
            self.fault(FEATURE, event, "tag", "quote", {"name": str(event.tag), **args})
        match = _PROPERTIES.match(self.source, start)
        return match.end() if match else start

    def give_up(self, event: Event, depth: int) -> NoReturn:
        if depth > MAX_DEPTH:
            why, limit = "depth", MAX_DEPTH
        elif self.budget.nodes < 0:
            why, limit = "nodes", MAX_NODES
        else:
            why, limit = "faults", MAX_FAULTS
        self.fault(TOO_LARGE, event, why, "hint", {"limit": str(limit)})
        raise _LimitError

    def quoted_line(self, offset: int) -> str:
        return quoted(self.text.line(self.text.line_of(offset)))

    def fault(self, kind: Kind, event: Event, message: str, hint: str, args: dict[str, str] | None = None) -> None:
        start = _start(event)
        span = self.text.span(start, min(start + 1, len(self.source)))
        self.parsed.faults.append(Diagnostic(kind, span, args or {}, message=message, hint=hint))

    @staticmethod
    def end_of(event: Event, last: _Own | None, *, flow: bool) -> int:
        """A block ends with its last node: the parser reports the beginning of what follows."""
        return _end(event) if flow or last is None else last.end


def _start(event: Event) -> int:
    assert event.start_mark is not None
    return event.start_mark.index


def _end(event: Event) -> int:
    assert event.end_mark is not None
    return event.end_mark.index
