"""Bytes to text: UTF-8, and nothing a document cannot hold."""

from plan_compiler.diagnostics import Diagnostic, Position, Span
from plan_compiler.patterns import compiled
from plan_compiler.read.faults.yaml import CONTROL_CHARACTER, ENCODING
from plan_compiler.read.text import FileText

FORBIDDEN = compiled(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
"""Characters that XML forbids or that end a line for YAML alone; none can be printed."""

_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32), 127])
_TRACES = (b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xef\xbb\xbf", b"\xbf\xbe", b"\xbf\xbf")
"""What the forbidden characters beyond Latin-1 hold in UTF-8."""
_LATIN_CONTROL = compiled(rb"\xc2[\x80-\x9f]")

_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SAMPLE = 1024
_ENOUGH = 4
"""Fewer characters than this prove no encoding."""


def decode(path: str, content: bytes) -> tuple[FileText | None, list[Diagnostic]]:
    """The text of a file; None where it is in another encoding.

    A byte order mark is dropped. Control characters are findings and become spaces, so that every other character
    keeps its place.
    """
    content = content.removeprefix(b"\xef\xbb\xbf")
    encoding = _named_encoding(content)
    if encoding is None:
        try:
            text = content.decode()
        except UnicodeDecodeError as error:
            return None, [_not_utf8(path, content, error)]
        return _clean(FileText(path, text)) if _may_be_forbidden(content) else (FileText(path, text), [])
    start = Position(1, 1)
    return None, [Diagnostic(ENCODING, Span(path, start, start), {"encoding": encoding}, message="named", hint="hint")]


def _named_encoding(content: bytes) -> str | None:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    sample = content[:_SAMPLE]
    if len(sample) >= 4 and len(sample) % 2 == 0 and b"\0" in sample:
        for odd in (0, 1):
            if sample[odd::2].count(0) * 3 >= len(sample) // 2 * 2:
                return "UTF-16"
    return None


def _not_utf8(path: str, content: bytes, error: UnicodeDecodeError) -> Diagnostic:
    before = FileText(path, content[: error.start].decode())
    span = before.span(len(before.text), len(before.text) + 1)
    if error.start < len(content) and _is_gb18030(content):
        return Diagnostic(ENCODING, span, {"encoding": "GBK (GB 18030)"}, message="named", hint="hint")
    return Diagnostic(ENCODING, span, {"byte": str(error.start + 1)}, hint="hint")


def _is_gb18030(content: bytes) -> bool:
    """Whether the bytes read as Chinese in GB 18030: most of the characters beyond ASCII are common ideographs."""
    try:
        foreign = [c for c in content[: 64 * _SAMPLE].decode("gb18030", "ignore") if not c.isascii()]
        content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return (
        len(foreign) >= _ENOUGH
        and sum("\u4e00" <= c <= "\u9fff" or c in "，。、；：“”（）《》" for c in foreign) * 10 >= len(foreign) * 9
    )


def _may_be_forbidden(content: bytes) -> bool:
    """Whether it is worth looking for forbidden characters: some of their bytes are there. Most files have none."""
    if len(content.translate(None, _CONTROLS)) < len(content) or any(map(content.__contains__, _TRACES)):
        return True
    return _LATIN_CONTROL.search(content) is not None


def _clean(text: FileText) -> tuple[FileText, list[Diagnostic]]:
    return FileText(text.path, FORBIDDEN.sub(" ", text.text)), [
        Diagnostic(
            CONTROL_CHARACTER,
            text.span(match.start(), match.end()),
            {"codepoint": f"U+{ord(match[0]):04X}"},
            hint="delete",
        )
        for match in FORBIDDEN.finditer(text.text)
    ]
