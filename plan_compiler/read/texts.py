"""The texts of a plan: each parsed into prose, and what is wrong with them put into findings."""

from collections.abc import Mapping

from plan_compiler.diagnostics import Diagnostic, Fix, NodePath, Place
from plan_compiler.model.plan import Plan
from plan_compiler.model.prose import Prose
from plan_compiler.model.scalars import Role
from plan_compiler.model.shape import PrintedString, printed_strings
from plan_compiler.patterns import compiled
from plan_compiler.read.faults.texts import FORM_IN_LABEL
from plan_compiler.read.markup.blocks import parse_prose
from plan_compiler.read.markup.fault import TextFault
from plan_compiler.read.markup.signs import holds_form
from plan_compiler.read.nodes import FileRoot
from plan_compiler.read.source import ReadResult
from plan_compiler.read.spans import NodeSpans, locate
from plan_compiler.read.text import shown

_FORM = compiled(r"\{\{[^{}]*\}\}|[\[［](?P<printed>[^\[\]［］]*)[\]］]\s*[(（]\s*[:：]?\s*[=＝#＃][^()（）]*[)）]?")
MAX_FAULTS = 200
"""How many faults of one text are reported; the rest of its text is most likely no text at all."""
_LONGEST_LINE = 80
"""How long a line may be that is shown as a whole, mended."""


def read_texts(
    plan: Plan, root: FileRoot, spans: NodeSpans, known: Mapping[str, Prose]
) -> tuple[dict[NodePath, Prose], list[Diagnostic]]:
    """The prose of every text, by path, in document order; and the findings. What is `known` is not parsed again."""
    texts: dict[NodePath, Prose] = {}
    found: list[Diagnostic] = []
    for string in printed_strings(plan):
        if string.role is Role.TEXT:
            prose = known.get(string.text)
            texts[string.path], faults = (prose, ()) if prose is not None else parse_prose(string.text)
            found += [_diagnostic(root, spans, string.path, fault) for fault in faults[:MAX_FAULTS]]
        elif holds_form(string.text):
            found.append(_form_in_label(string))
    return texts, found


def faultless_texts(result: ReadResult) -> dict[str, Prose]:
    """The prose of the texts of a plan in which nothing was found, by what is written."""
    source = result.source
    if source is None:
        return {}
    faulty = {found.where.path for found in result.diagnostics if isinstance(found.where, Place)}
    return {
        string.text: source.texts[string.path]
        for string in printed_strings(source.plan)
        if string.role is Role.TEXT and string.path not in faulty
    }


def _diagnostic(root: FileRoot, spans: NodeSpans, path: NodePath, fault: TextFault) -> Diagnostic:
    place = Place(path, *fault.at)
    args = {name: shown(words) for name, words in fault.args.items()}
    fix = None
    if fault.replacement is not None:
        args["corrected"] = _corrected_line(root, spans, place, fault.replacement)
        fix = Fix(place, fault.replacement)
    return Diagnostic(fault.kind, place, args, fault.message, fault.hint, subject=args.get("text"), fix=fix)


def _corrected_line(root: FileRoot, spans: NodeSpans, place: Place, replacement: str) -> str:
    """The line of the file with the fault mended; only the replacement where the fault goes over several lines, or is in a paragraph of one line."""
    found, span = locate(root, place.path), spans.span(place)
    if found is None or span is None or span.start.line != span.end.line:
        return replacement
    line = found.text.line(span.start.line)
    if len(line) > _LONGEST_LINE:
        return replacement
    return shown(line[: span.start.column - 1] + replacement + line[span.end.column - 1 :])


def _form_in_label(string: PrintedString) -> Diagnostic:
    """A label that holds a form: it would be printed with all its signs."""
    match = _FORM.search(string.text)
    text = match[0] if match else string.text
    plain = _FORM.sub(lambda form: form["printed"] or "…", string.text)
    place = Place(string.path, *match.span()) if match else Place(string.path)
    key = next((part for part in reversed(string.path) if isinstance(part, str)), "")
    args = {"key": key, "text": text, "corrected": plain}
    return Diagnostic(FORM_IN_LABEL, place, args, hint="hint", subject=text)
