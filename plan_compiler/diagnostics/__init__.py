"""What the compiler says about a plan: where (`Span`, `NodePath`, `Place`) and what (`Kind`, `Diagnostic`)."""

from plan_compiler.diagnostics.cause import Cause
from plan_compiler.diagnostics.diagnostic import Diagnostic, Fix, Kind, Message, Related, Severity
from plan_compiler.diagnostics.finding import Finding, FoundFix, RelatedFinding, Summary
from plan_compiler.diagnostics.lists import listed, with_separator
from plan_compiler.diagnostics.places import NodePath, Place, Position, Span, format_path

__all__ = [
    "Cause",
    "Diagnostic",
    "Finding",
    "Fix",
    "FoundFix",
    "Kind",
    "Message",
    "NodePath",
    "Place",
    "Position",
    "Related",
    "RelatedFinding",
    "Severity",
    "Span",
    "Summary",
    "format_path",
    "listed",
    "with_separator",
]
