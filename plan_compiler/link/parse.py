"""Expressions from their text: a whitelisted subset of Python's grammar, read with `ast` and never evaluated by it.

Full-width operators and digits, and ×, ÷, ≥, ≤, ≠, are mapped to what the grammar knows before it sees the text, and
`_Mapped` leads back from its columns (UTF-8 bytes of the mapped text) to the text as written. Every number is masked
by nines of the same length, so that a unit may stand behind it (``3万元``, ``12%``), and is then read from the source as
printed. Quotes, braces, comments and the like are refused before the grammar sees them; therefore no string, and no
warning about one, can come of it.
"""

import ast
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from plan_compiler.language.years import FOUR_DIGITS
from plan_compiler.link.expressions import (
    FUNCTIONS,
    At,
    Binary,
    Call,
    Cell,
    Compare,
    Expr,
    Extent,
    Field,
    Literal,
    Name,
    Negative,
)
from plan_compiler.patterns import compiled
from plan_compiler.quantity.number import MalformedNumberError
from plan_compiler.quantity.reading import read_number

MAX_LENGTH = 500
MAX_DEPTH = 64
_REMEMBERED = 32_768
"""Expressions kept: a second version of a plan, and a plan checked again, has nearly all of those of the first one."""

_WRITTEN = {
    **dict(zip("０１２３４５６７８９", "0123456789", strict=True)),
    **{wide: chr(ord(wide) - 0xFEE0) for wide in "＋－＊／（）［］，．＝＜＞！％＿"},
    **{"−": "-", "–": "-", "×": "*", "÷": "/", "≥": ">=", "≤": "<=", "≠": "!="},
    **dict.fromkeys("【〔", "["),
    **dict.fromkeys("】〕", "]"),
    **dict.fromkeys("　\xa0\t\n\r", " "),
}
_REFUSED = compiled(r"[^\w +\-*/()\[\],.<>=!%‰]")
_BRACKET = compiled(r"[()\[\]]")
_NUMBER = compiled(r"(?<![\w.])[0-9]+(?:\.[0-9]+)?(?:[%‰]|[^\W\d_]+)?")
_LONE_EQUALS = compiled(r"(?<![=<>!])=(?!=)")
_OPERATORS: Mapping[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_COMPARISONS: Mapping[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}


class ExpressionFault(Struct, frozen=True):
    """Why a text is no expression: `message` is a key of `faults.MALFORMED_EXPRESSION`, `at` the stretch at fault.

    `replacement` is what to write there instead, where that is certain.
    """

    message: str
    at: Extent
    args: Mapping[str, str]
    replacement: str | None = None


class _RefusedError(Exception):
    def __init__(self, fault: ExpressionFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def parse_expression(text: str) -> Expr | ExpressionFault:
    """The expression that `text` holds, its extents being code-point offsets into `text`; or the first fault."""
    try:
        return _parse(text)
    except _RefusedError as refused:
        return refused.fault


@lru_cache(_REMEMBERED)
def _parse(text: str) -> Expr:
    if len(text) > MAX_LENGTH:
        raise _refused("too_long", (0, len(text)), limit=str(MAX_LENGTH), length=str(len(text)))
    if not text.strip():
        raise _refused("empty", (0, len(text)))
    source = _Mapped.of(text)
    _check_text(source)
    masked = _NUMBER.sub(lambda m: "9" * len(m[0]), source.mapped)
    start = len(masked) - len(masked.lstrip())
    try:
        tree = ast.parse(masked[start:], mode="eval")
    except SyntaxError as error:
        raise _syntax_fault(source, masked.rstrip(), start, error.offset or 0) from None
    except (RecursionError, MemoryError):  # the parser's own limits, some of them below MAX_DEPTH on small stacks
        raise _refused("too_deep", (0, len(text)), limit=str(MAX_DEPTH)) from None
    return _Converter(source, _CharacterOffsets(masked[start:].encode(), start)).top(tree.body)


def _syntax_fault(source: "_Mapped", masked: str, start: int, offset: int) -> _RefusedError:
    """Where the grammar stopped; it gives no column for an expression that ends too early."""
    column = start + offset - 1
    if offset < 1 or column >= len(masked):
        return _refused("unfinished", source.extent(len(masked) - 1, len(masked)))
    return _refused("syntax", source.extent(column, column + 1))


def _check_text(source: "_Mapped") -> None:
    if stray := _REFUSED.search(source.mapped):
        message, replacement = ("bar", "|") if stray[0] == "｜" else ("character", None)
        raise _refused(message, source.extent(*stray.span()), replacement=replacement, character=stray[0])
    depth = 0
    for bracket in _BRACKET.findall(source.mapped):
        depth += 1 if bracket in "([" else -1
        if depth > MAX_DEPTH:
            raise _refused("too_deep", (0, len(source.text)), limit=str(MAX_DEPTH))
    if equals := _LONE_EQUALS.search(source.mapped):
        raise _refused("lone_equals", source.extent(equals.start(), equals.end()), replacement="==")


def _refused(message: str, at: Extent, *, replacement: str | None = None, **args: str) -> _RefusedError:
    return _RefusedError(ExpressionFault(message, at, args, replacement))


class _Mapped(Struct, frozen=True):
    """A text and what the grammar is given for it; `origin[i]` is the offset in `text` of character i of `mapped`."""

    text: str
    mapped: str
    origin: Sequence[int]

    @classmethod
    def of(cls, text: str) -> "_Mapped":
        if _WRITTEN.keys().isdisjoint(text):
            return cls(text, text, range(len(text) + 1))
        pieces = [_WRITTEN.get(character, character) for character in text]
        origin = [index for index, piece in enumerate(pieces) for _ in piece]
        return cls(text, "".join(pieces), (*origin, len(text)))

    def extent(self, start: int, end: int) -> Extent:
        """The stretch of `text` that a stretch of `mapped` came from; within the text even if `end` is behind it."""
        last = len(self.mapped)
        low = self.origin[min(start, last)]
        return low, max(self.origin[min(end, last)], low)


class _CharacterOffsets(Struct, frozen=True):
    """From UTF-8 byte columns, as `ast` counts, to offsets in the mapped text, in which what it was given begins at `start`."""

    encoded: bytes
    start: int

    def __getitem__(self, byte: int) -> int:
        return self.start + len(self.encoded[:byte].decode())


class _Converter(Struct, frozen=True):
    source: _Mapped
    offsets: _CharacterOffsets

    def top(self, node: ast.expr) -> Expr:
        match node:
            case ast.Compare(left=left, ops=[operator], comparators=[right]):
                sign = _COMPARISONS.get(type(operator))
                if sign is None:
                    raise self.refused("not_available", node)
                return Compare(sign, self.convert(left, 1), self.convert(right, 1), self.at(node))
            case ast.Compare():
                raise self.refused("chained", node)
            case _:
                return self.convert(node, 0)

    def convert(self, node: ast.expr, depth: int) -> Expr:
        if depth > MAX_DEPTH:
            raise _refused("too_deep", (0, len(self.source.text)), limit=str(MAX_DEPTH))
        at = self.at(node)
        expr: Expr
        match node:
            case ast.Name():
                expr = Name(node.id, at)
            case ast.Constant():
                expr = self.literal(node, at)
            case ast.Subscript():
                expr = self.year(node, at)
            case ast.Attribute(value=ast.Name() as base):
                expr = Field(Name(base.id, self.at(base)), node.attr, at)
            case ast.Attribute(value=ast.Attribute(value=ast.Name() as base) as row):
                expr = Cell(Name(base.id, self.at(base)), row.attr, node.attr, at)
            case ast.UnaryOp(op=ast.USub()):
                expr = Negative(self.convert(node.operand, depth + 1), at)
            case ast.UnaryOp(op=ast.UAdd()):
                expr = self.convert(node.operand, depth + 1)
            case ast.BinOp() if sign := _OPERATORS.get(type(node.op)):
                expr = Binary(sign, self.convert(node.left, depth + 1), self.convert(node.right, depth + 1), at)
            case ast.Call(func=ast.Name() as function):
                expr = self.call(node, function.id, depth, at)
            case ast.Compare():
                raise self.refused("inner_comparison", node)
            case _:
                raise self.refused("not_available", node)
        return expr

    def literal(self, node: ast.Constant, at: Extent) -> Literal:
        start, end = self.columns(node)
        if not _NUMBER.fullmatch(self.source.mapped, start, end):
            raise self.refused("number", node)
        try:
            return Literal(read_number(self.source.text[slice(*at)]), at)
        except MalformedNumberError:
            raise self.refused("number", node) from None

    def year(self, node: ast.Subscript, at: Extent) -> At | Cell:
        start, end = self.columns(node.slice)
        year = self.source.mapped[start:end]
        match node.value:
            case ast.Name() | ast.Attribute(value=ast.Name()) if not FOUR_DIGITS.fullmatch(year):
                raise self.refused("year", node.slice)
            case ast.Name() as base:
                return At(Name(base.id, self.at(base)), int(year), at)
            case ast.Attribute(value=ast.Name() as base) as row:
                return Cell(Name(base.id, self.at(base)), row.attr, year, at)
            case _:
                raise self.refused("not_available", node)

    def call(self, node: ast.Call, function: str, depth: int, at: Extent) -> Call:
        if function not in FUNCTIONS:
            raise self.refused("function", node.func, functions=", ".join(FUNCTIONS))
        if node.keywords:
            raise self.refused("not_available", node)
        least, most = FUNCTIONS[function]
        if len(node.args) < least or (most is not None and len(node.args) > most):
            count = f"{least}" if most == least else f"{least}-{most}" if most else f"≥{least}"
            raise self.refused("arguments", node, function=function, count=count, given=str(len(node.args)))
        return Call(function, tuple(self.convert(argument, depth + 1) for argument in node.args), at)

    def columns(self, node: ast.expr) -> tuple[int, int]:
        end = node.end_col_offset
        start = self.offsets[node.col_offset]
        return start, start if end is None else self.offsets[end]

    def at(self, node: ast.expr) -> Extent:
        return self.source.extent(*self.columns(node))

    def refused(self, message: str, node: ast.expr, **args: str) -> _RefusedError:
        at = self.at(node)
        return _refused(message, at, text=self.source.text[slice(*at)], **args)
