"""Loading rules from elsewhere, and keeping what goes wrong in them to themselves."""

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from importlib.metadata import EntryPoint, entry_points
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity, Span
from plan_compiler.patterns import compiled
from plan_compiler.rules.foreign.faults import UNUSABLE
from plan_compiler.rules.outcome import Consistent, Inconsistent, NotCheckable, Outcome
from plan_compiler.rules.registry import Rule, rule_of
from plan_compiler.rules.subject_matter import SubjectMatter

GROUP = "plan_compiler.rules"
MOST_OUTCOMES = 100_000
"""What one rule may say of a plan; a rule that never ends is stopped there."""

_PREFIX = compiled(r"[A-Z][A-Z0-9]*")
_NAME = compiled(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ERROR = 200


class Foreign(Struct, frozen=True):
    """The rules that a plan lists, and what is wrong with those that cannot be used."""

    rules: tuple[Rule, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class _BrokenError(Exception):
    """What a package declares are no rules."""


def load(names: Iterable[str]) -> Foreign:
    """The rules of the packages called `names`: the prefix of their codes, or the name of the distribution."""
    points = tuple(entry_points(group=GROUP))
    rules: dict[str, Rule] = {}
    diagnostics: list[Diagnostic] = []
    for index, name in enumerate(names):
        place = Place(("checks", "rules", index))
        found = [point for point in points if _is_called(point, name)]
        if not found:
            diagnostics.append(_missing(place, name, points))
        for point in found:
            try:
                rules |= {rule.kind.code: _guarded(rule, place) for rule in _rules_of(point)}
            except (Exception, SystemExit) as error:
                args = {"name": name, "error": _told(error)}
                diagnostics.append(Diagnostic(UNUSABLE, place, args, message="broken", hint="hint", subject=name))
    return Foreign(tuple(rules[code] for code in sorted(rules)), tuple(diagnostics))


def _is_called(point: EntryPoint, name: str) -> bool:
    package = point.dist.name if point.dist else ""
    return name.strip().upper() == point.name.upper() or _normal(name) == _normal(package)


def _normal(name: str) -> str:
    """The name of a distribution in its normal form (PyPA, name normalization)."""
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


def _missing(place: Place, name: str, points: Iterable[EntryPoint]) -> Diagnostic:
    installed = ", ".join(sorted({point.name for point in points})) or "-"
    return Diagnostic(UNUSABLE, place, {"name": name, "installed": installed}, hint="install", subject=name)


def _rules_of(point: EntryPoint) -> list[Rule]:
    """The rules of a package. Raises whatever its code raises, and `_BrokenError` for what are no rules."""
    prefix = point.name.upper()
    with redirect_stdout(sys.stderr):
        rules = [rule_of(module) for module in point.load()]
    for rule in rules:
        if not _PREFIX.fullmatch(prefix) or not re.fullmatch(rf"{prefix}-[0-9]{{3}}", rule.kind.code):
            raise _BrokenError(f"the code {rule.kind.code!r} is not {prefix}-123")
        if not _is_whole(rule.kind):
            raise _BrokenError(f"{rule.kind.code}: name (several-words), severity, title or messages are malformed")
    return rules


def _is_whole(kind: Kind) -> bool:
    messages = (kind.title, *kind.messages.values())
    return (
        _NAME.fullmatch(kind.name) is not None
        and isinstance(kind.severity, Severity)
        and all(isinstance(message, Message) for message in messages)
    )


def _guarded(rule: Rule, place: Place) -> Rule:
    """The rule, with a finding in the place of whatever it raises."""
    return Rule(rule.kind, lambda matter: _outcomes(rule, matter, place))


def _outcomes(rule: Rule, matter: SubjectMatter, place: Place) -> Iterator[Outcome]:
    outcomes: list[Outcome] = []
    code = rule.kind.code
    try:
        with redirect_stdout(sys.stderr):  # what is printed there would stand in a report for machines
            outcomes += (_sound(outcome, rule.kind) for outcome in islice(rule.check(matter), MOST_OUTCOMES + 1))
    except (Exception, SystemExit) as error:
        args = {"code": code, "error": _told(error)}
        yield Diagnostic(UNUSABLE, place, args, message="crashed", hint="hint", subject=code)
    yield from outcomes[:MOST_OUTCOMES]
    if len(outcomes) > MOST_OUTCOMES:
        args = {"code": code, "most": str(MOST_OUTCOMES)}
        yield Diagnostic(UNUSABLE, place, args, message="endless", hint="hint", subject=code)


def _sound(outcome: Outcome, kind: Kind) -> Outcome:
    """The outcome, if reports can say it. Raises what saying it raises, and `_BrokenError`."""
    match outcome:
        case Diagnostic():
            return _sound_diagnostic(outcome, kind)
        case Inconsistent():
            return replace(outcome, diagnostic=_sound_diagnostic(outcome.diagnostic, kind))
        case Consistent() | NotCheckable():
            _try_place(outcome.place)
            return outcome
        case _:
            raise _BrokenError(f"{outcome!r} is no outcome")


def _sound_diagnostic(diagnostic: Diagnostic, kind: Kind) -> Diagnostic:
    if diagnostic.kind.code != kind.code:
        raise _BrokenError(f"a finding of {diagnostic.kind.code}")
    own = replace(diagnostic, kind=kind)
    _try(own)
    return own


def _try(diagnostic: Diagnostic) -> None:
    """Put the sentences of a diagnostic into words, and look at its places and values."""
    _try_place(diagnostic.where)
    sentences = [(key, diagnostic.args) for key in (diagnostic.message, diagnostic.hint, diagnostic.explanation) if key]
    for related in diagnostic.related:
        _try_place(related.where)
        sentences.append((related.message, related.args))
    for key, args in sentences:
        message = diagnostic.kind.messages[key]
        message.zh.format_map(args)
        message.en.format_map(args)
    texts = (diagnostic.subject or "", *diagnostic.values.keys(), *diagnostic.values.values())
    if not all(isinstance(text, str) for text in texts):
        raise _BrokenError("values and subject are texts")


def _try_place(where: object) -> None:
    match where:
        case Place(path=tuple() as path) if all(isinstance(part, str | int) for part in path):
            return
        case Span() | None:
            return
        case _:
            raise _BrokenError(f"{where!r} is no place")


def _told(error: BaseException) -> str:
    """An error in one short line."""
    line = " ".join(f"{type(error).__name__}: {error}".split())
    return line if len(line) <= _LONGEST_ERROR else line[: _LONGEST_ERROR - 1] + "…"
