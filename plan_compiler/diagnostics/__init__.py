"""What the compiler says about a plan: where (`Span`, `NodePath`, `Place`) and what (`Kind`, `Diagnostic`)."""

from plan_compiler.diagnostics.diagnostic import Diagnostic, Fix, Kind, Message, Related, Severity
from plan_compiler.diagnostics.places import NodePath, Place, Position, Span, format_path

__all__ = [
    "Diagnostic",
    "Fix",
    "Kind",
    "Message",
    "NodePath",
    "Place",
    "Position",
    "Related",
    "Severity",
    "Span",
    "format_path",
]
