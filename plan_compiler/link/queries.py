"""Questions to a linked plan: where a figure comes from and where it is used; which id some words belong to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import normalize

from plan_compiler.link.linked import FigureNode, LinkedPlan, Symbol, SymbolKind, Unknown, Use
from plan_compiler.link.prose_forms import forms
from plan_compiler.model.prose import Defined
from plan_compiler.quantity.printing import format_quantity, with_bound

_CONTEXT = 16
_PUNCTUATION = " \n，。；：、,.;:"
_LIKE_ENOUGH = 0.6
_MOST_MATCHES = 50


@dataclass(frozen=True, slots=True)
class ExplainedFigure:
    """A figure: its node; its value as printed, "" without one; its formula, "" where it is stated or a plain sum."""

    node: FigureNode
    printed: str
    formula: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of an id: what it names, its figures (one by year, or by field), and everywhere it is used."""

    symbol: Symbol
    figures: tuple[ExplainedFigure, ...]
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """An id found by words: what it names, words that tell it from others, and a line to paste into a text."""

    symbol: Symbol
    context: str
    paste: str


def why(linked: LinkedPlan, name: str) -> Explanation | None:
    """What `name` stands for: an id, the printed name of an indicator or fact, or a figure (``output[2025]``).

    None where it stands for nothing.
    """
    wanted = normalize("NFKC", name.strip())
    node = linked.figures.get(wanted)
    symbol = _symbol(linked, wanted) or _symbol(linked, _base(wanted))
    if symbol is None:
        return None
    nodes = tuple(_figures(linked, symbol)) if node is None else (node,)
    explained = tuple(ExplainedFigure(n, _told(linked, n), _formula(linked, n, symbol)) for n in nodes)
    return Explanation(symbol, explained, linked.symbols.uses.get(symbol.id, ()))


def find_ids(linked: LinkedPlan, words: str | Sequence[str]) -> tuple[Match, ...]:
    """The ids that `words` may mean, best first: each word is in the id, the name, or, for a figure whose home is a
    text, in the words around it. Where there is none, ids and names that look like the words.
    """
    wanted = [normalize("NFKC", word).casefold() for word in (words.split() if isinstance(words, str) else words)]
    if not wanted:
        return ()
    contexts = _contexts(linked)
    scored: list[tuple[float, str, Symbol]] = [
        (score, symbol.id, symbol)
        for symbol in linked.symbols.by_id.values()
        if (score := _score(wanted, symbol, contexts.get(symbol.id, ""))) > 0
    ]
    if not scored:
        whole = " ".join(wanted)
        scored = [
            (ratio, symbol.id, symbol)
            for symbol in linked.symbols.by_id.values()
            if (ratio := _likeness(whole, symbol)) >= _LIKE_ENOUGH
        ]
    scored.sort(key=lambda found: (-found[0], found[1]))
    return tuple(
        Match(symbol, symbol.name or contexts.get(symbol.id, ""), _paste(linked, symbol))
        for _, _, symbol in scored[:_MOST_MATCHES]
    )


def _symbol(linked: LinkedPlan, name: str) -> Symbol | None:
    return linked.symbols.by_id.get(name) or linked.symbols.by_name.get(name)


def _base(key: str) -> str:
    return key.removeprefix("count(").removesuffix(")").partition("[")[0].partition(".")[0]


def _figures(linked: LinkedPlan, symbol: Symbol) -> Iterator[FigureNode]:
    own = symbol.id
    match symbol.kind:
        case SymbolKind.FACT:
            keys = [own]
        case SymbolKind.DATA_TABLE | SymbolKind.ROW:
            cells = [key for key in linked.figures if key.startswith((f"{own}.", f"{own}["))]
            keys = [*cells, f"count({own})"]
        case SymbolKind.INDICATOR:
            keys = [key for key in linked.figures if key.startswith(f"{own}[")]
        case _:
            keys = [f"{own}.total", f"{own}.in_period", f"count({own})"]
    return (linked.figures[key] for key in keys if key in linked.figures)


def _printed(linked: LinkedPlan, node: FigureNode) -> str:
    return "" if isinstance(node.at_bound, Unknown) else format_quantity(node.at_bound, None, linked.plan.language)


def _told(linked: LinkedPlan, node: FigureNode) -> str:
    """The value of a figure with ≥ or ≤ where it is a bound."""
    if isinstance(node.result, Unknown):
        return _printed(linked, node)
    return with_bound(node.result, linked.plan.language)


def _formula(linked: LinkedPlan, node: FigureNode, symbol: Symbol) -> str:
    match symbol.path:
        case ("facts", int(index)) if node.key == symbol.id:
            return linked.plan.facts[index].formula or ""
        case _:
            return ""


def _contexts(linked: LinkedPlan) -> dict[str, str]:
    """The words around the figures whose homes are texts, and the reasons of assertions."""
    found = {assertion.id: assertion.because for assertion in linked.plan.assertions}
    for prose in linked.texts.values():
        for each in forms(prose):
            if isinstance(each.form, Defined):
                context = f"{each.before[-_CONTEXT:]}{each.form.printed}{each.after[:_CONTEXT]}"
                found.setdefault(each.form.id, context.strip(_PUNCTUATION))
    return found


def _score(wanted: Sequence[str], symbol: Symbol, context: str) -> int:
    """0 unless every word is found; an exact id or name counts most, then one that begins so, then one that has it."""
    fields = (symbol.id.casefold(), normalize("NFKC", symbol.name).casefold())
    around = normalize("NFKC", context).casefold()
    scores = []
    for word in wanted:
        if word in fields:
            scores.append(4)
        elif any(field.startswith(word) for field in fields):
            scores.append(3)
        elif any(word in field for field in fields):
            scores.append(2)
        else:
            scores.append(1 if word in around else 0)
    return sum(scores) if all(scores) else 0


def _likeness(whole: str, symbol: Symbol) -> float:
    fields = (symbol.id.casefold(), symbol.name.casefold())
    return max(SequenceMatcher(None, whole[:60], field[:60]).ratio() for field in fields)


def _paste(linked: LinkedPlan, symbol: Symbol) -> str:
    """What to write to use the id: a checked figure, a label, an owner."""
    match symbol.kind:
        case (
            SymbolKind.FACT
            | SymbolKind.INDICATOR
            | SymbolKind.PROJECT
            | SymbolKind.CATEGORY
            | SymbolKind.LIST
            | SymbolKind.ROW
        ):
            known = [n for n in _figures(linked, symbol) if not isinstance(n.result, Unknown)]
            return f"[{_printed(linked, _latest(known))}](={_latest(known).key})" if known else symbol.id
        case SymbolKind.ANNEX | SymbolKind.SECTION | SymbolKind.BOX | SymbolKind.FIGURE:
            return f"[](#{symbol.id})"
        case SymbolKind.INDICATOR_TABLE | SymbolKind.DATA_TABLE:
            return f"[](#{symbol.id})"
        case SymbolKind.ORGANIZATION:
            return f"owner: {symbol.id}"
        case SymbolKind.ASSERTION:
            return symbol.id


def _latest(nodes: Sequence[FigureNode]) -> FigureNode:
    """Of an indicator, the figure of the last year; of others, the first."""
    return max(nodes, key=lambda node: node.key) if nodes[0].key.endswith("]") else nodes[0]
