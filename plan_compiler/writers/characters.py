"""Characters that no format has a place for."""

from plan_compiler.patterns import compiled

# XML 1.0 (2.2), and with it HTML: readers report such characters and take them out; here they must do no harm.
_FORBIDDEN = compiled("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"


def printable(text: str) -> str:
    """`text` with a mark in place of every character that XML has no place for."""
    return _FORBIDDEN.sub(_REPLACEMENT, text)
