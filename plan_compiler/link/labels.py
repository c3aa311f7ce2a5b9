"""What a reference to a label prints: 表1, 专栏4-1, 第三章, 第三部分, a project's serial."""

from collections.abc import Mapping

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.language.patterns import is_chinese_numeral
from plan_compiler.language.vocabulary import Captions
from plan_compiler.link.faults.references import NO_LABEL, WRONG_REFERENCE
from plan_compiler.link.linked import Label, Symbol, SymbolKind, Unknown
from plan_compiler.link.names import Names
from plan_compiler.link.references import TABLES

_LABELLED = frozenset(
    {
        SymbolKind.SECTION,
        SymbolKind.INDICATOR_TABLE,
        SymbolKind.DATA_TABLE,
        SymbolKind.ANNEX,
        SymbolKind.CATEGORY,
        SymbolKind.PROJECT,
        SymbolKind.BOX,
        SymbolKind.FIGURE,
        SymbolKind.CHART,
    }
)


def print_label(target: str, place: Place, names: Names, labels: Mapping[NodePath, Label], captions: Captions) -> str:
    """The text printed for ``[](#target)``; "" where there is none, with a finding unless `target` is poisoned.

    In running text a heading's number stands without the mark that parts it from its title: 1 for 1、. A chapter of which
    no more than a numeral in words is left is called a part (第四部分 for 四、). A section without a number is referred to by its title,
    a project by its serial behind the word for it (project 1, 项目1), a category by its number in the annex (附表第一类), the annex as it is called within a sentence.
    """
    symbol = names.symbol(target, place)
    if isinstance(symbol, Unknown):
        return ""
    if symbol.kind not in _LABELLED:
        names.refuse(WRONG_REFERENCE, symbol, place, "label")
        return ""
    label = labels.get(symbol.path)
    if label is not None:
        return _within(symbol, label, captions)
    if symbol.kind in TABLES:
        names.refuse(NO_LABEL, symbol, place, "unplaced", hint="place")
    elif not symbol.name:
        names.refuse(NO_LABEL, symbol, place, "message")
    return _quoted(symbol) if symbol.kind is SymbolKind.SECTION else ""


def _within(symbol: Symbol, label: Label, captions: Captions) -> str:
    """A label as it reads in a sentence."""
    match symbol.kind:
        case SymbolKind.ANNEX if not label.stated:
            return captions.annex_within
        case SymbolKind.PROJECT:
            return f"{captions.project}{label.printed}"
        case SymbolKind.CATEGORY:
            return captions.category_within.format(number=label.printed)
        case _:
            number = label.printed.rstrip("、.．") or label.printed
            is_part = symbol.path[:-1] == ("chapters",) and is_chinese_numeral(number)
            return captions.chapter_within.format(number=number) if is_part else number


def _quoted(symbol: Symbol) -> str:
    return f"“{symbol.name}”" if symbol.name else ""
