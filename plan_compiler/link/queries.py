"""Which id some words belong to."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from unicodedata import normalize

from msgspec import Struct

from plan_compiler.link.linked import FigureNode, LinkedPlan, Symbol, SymbolKind, Unknown
from plan_compiler.link.outline import projects
from plan_compiler.link.prose_forms import forms
from plan_compiler.model.projects import Column
from plan_compiler.model.prose import Defined
from plan_compiler.patterns import compiled
from plan_compiler.quantity.printing import format_quantity

_CONTEXT = 16
_PUNCTUATION = " \n，。；：、,.;:"
_SENTENCE_END = compiled(r"[\n。；;！？!?]|\.(?=\s)")
_LONGEST_SENTENCE = 200
_LIKE_ENOUGH = 0.6
_MOST_MATCHES = 50
_MOST_NEAR = 5
_ORDER = {SymbolKind.ANNEX: 1, SymbolKind.CATEGORY: 2, SymbolKind.PROJECT: 3}
"""What has amounts, in the order in which those are offered."""


class Match(Struct, frozen=True):
    """An id found by words: what it names, words that tell it from others, and a line to paste into a text."""

    symbol: Symbol
    context: str
    paste: str


def find_ids(linked: LinkedPlan, words: str | Sequence[str]) -> tuple[Match, ...]:
    """The ids that `words` may mean, best first: each word is in the id, in the name, or in what else tells of it: for a
    figure whose home is a text the words around it, for a project its owners, for an amount the title of its column.
    Where there is none, ids and names that look like the words.
    """
    typed = [normalize("NFKC", word) for word in (words.split() if isinstance(words, str) else words)]
    wanted = [word.casefold() for word in typed]
    if not wanted:
        return ()
    if len(typed) == 1 and (figure := _figure(linked, typed[0])) is not None:
        return (figure,)
    contexts = _contexts(linked)
    symbols = linked.symbols.by_id.values()
    found = [each for symbol in symbols for each in _matches(linked, symbol, wanted, contexts.get(symbol.id, ""))]
    if not found:
        whole = " ".join(wanted)
        likely = ((_likeness(whole, symbol), symbol) for symbol in symbols)
        found = [
            (ratio, _match(linked, symbol, contexts.get(symbol.id, "")))
            for ratio, symbol in likely
            if ratio >= _LIKE_ENOUGH
        ]
    found.sort(key=lambda each: (-each[0], _ORDER.get(each[1].symbol.kind, 0), each[1].symbol.id))
    return tuple(match for _, match in found[:_MOST_MATCHES])


def near(linked: LinkedPlan, name: str) -> tuple[str, ...]:
    """What someone who wrote `name`, which is no id, may have meant, best first; a year or column behind it is kept."""
    found = find_ids(linked, name)
    base, sign, rest = _parts(name)
    ends = "" if found or not sign else sign + rest
    return tuple(f"{match.symbol.id}{ends}" for match in (found or find_ids(linked, base))[:_MOST_NEAR])


def _parts(name: str) -> tuple[str, str, str]:
    """An id, and the year or column of it that is named behind ``[`` or the first point."""
    sign = next((char for char in name if char in "[."), "")
    return name.partition(sign) if sign else (name, "", "")


def _figure(linked: LinkedPlan, key: str) -> Match | None:
    """The figure of a key (``output[2025]``, ``r1.total``); an id by itself is none."""
    symbols, base = linked.symbols.by_id, key.partition("[")[0]
    symbol = symbols.get(base) or symbols.get(base.rpartition(".")[0])
    if key in symbols or symbol is None or key not in linked.figures:
        return None
    return Match(symbol, symbol.name or key, _quote(linked, linked.figures[key]))


def _matches(linked: LinkedPlan, symbol: Symbol, wanted: Sequence[str], context: str) -> Iterator[tuple[float, Match]]:
    """The id, where it is meant; else those of its amounts that are."""
    if (score := _score(wanted, symbol, context)) > 0:
        yield score, _match(linked, symbol, context)
        return
    for column, title in _titles(linked).items():
        node = linked.figures.get(f"{symbol.id}.{column}") if symbol.kind in _ORDER else None
        if node is not None and (score := _score(wanted, symbol, f"{context} {title}")) > 0:
            yield score, Match(symbol, f"{symbol.name}：{title}", _quote(linked, node))


def _match(linked: LinkedPlan, symbol: Symbol, context: str) -> Match:
    told = f"{symbol.name}（{context}）" if symbol.kind is SymbolKind.PROJECT else symbol.name or context
    return Match(symbol, told, _paste(linked, symbol))


def _titles(linked: LinkedPlan) -> Mapping[Column, str]:
    """The columns of amounts, with their titles."""
    known = linked.words.annex_columns
    own = linked.plan.annex.columns if linked.plan.annex else None
    total, in_period = (own.total, own.in_period) if own else (None, None)
    return {"total": total or known.total, "in_period": in_period or known.in_period}


def _quote(linked: LinkedPlan, node: FigureNode) -> str:
    return f"[{printed_value(linked, node)}](={node.key})"


def figures_of(linked: LinkedPlan, symbol: Symbol) -> Iterator[FigureNode]:
    """The figures of an id: by year, by field, by cell; its count."""
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


def printed_value(linked: LinkedPlan, node: FigureNode) -> str:
    """A figure as a text quotes it; "" for one without a value."""
    return "" if isinstance(node.at_bound, Unknown) else format_quantity(node.at_bound, None, linked.plan.language)


def words_before(linked: LinkedPlan, symbol: Symbol) -> str:
    """What stands in its sentence right before a figure whose home is a text; "" for another, or where it stands first."""
    for each in forms(linked.texts.get(symbol.path, ())):
        if isinstance(each.form, Defined) and each.form.id == symbol.id:
            sentence = _SENTENCE_END.split(each.before[-_LONGEST_SENTENCE:])[-1]
            return _last_words(sentence).strip(_PUNCTUATION)
    return ""


def _last_words(text: str) -> str:
    """The end of a text; of one in Latin letters, whole words."""
    if not text.isascii():
        return text[-_CONTEXT:]
    shown = text[-3 * _CONTEXT :]
    return shown if shown == text else shown.partition(" ")[2] or shown


def _contexts(linked: LinkedPlan) -> dict[str, str]:
    """The words around the figures whose homes are texts, the reasons of assertions, the owners of projects."""
    found = {assertion.id: assertion.because for assertion in linked.plan.assertions}
    names = {organization.id: organization.name for organization in linked.plan.organizations}
    for _, _, project in projects(linked.plan):
        owners = (project.owner,) if isinstance(project.owner, str) else project.owner
        found.setdefault(project.id, linked.words.typography.list_separator.join(names.get(o, o) for o in owners))
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
            known = [n for n in figures_of(linked, symbol) if not isinstance(n.result, Unknown)]
            own = [node for node in known if not node.key.startswith("count(")]
            if symbol.kind is SymbolKind.ROW and not own:
                return symbol.id
            return _quote(linked, _latest(own or known)) if known else symbol.id
        case SymbolKind.ANNEX | SymbolKind.SECTION | SymbolKind.BOX | SymbolKind.FIGURE | SymbolKind.CHART:
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
