"""Where a figure comes from and where it is used, in words."""

from collections.abc import Callable, Iterator, Mapping

from plan_compiler.diagnostics import Message, Place, Span
from plan_compiler.link.linked import SymbolKind, Unknown
from plan_compiler.link.queries import Match
from plan_compiler.link.reasons import REASONS
from plan_compiler.link.why import ExplainedFigure, Explanation, NoSuchFigure, Usage
from plan_compiler.report.paths import Paths
from plan_compiler.report.visible import visible
from plan_compiler.report.wording import Speaker

KINDS: Mapping[SymbolKind, Message] = {
    SymbolKind.SECTION: Message("章节", "section"),
    SymbolKind.INDICATOR_TABLE: Message("指标表", "indicator table"),
    SymbolKind.DATA_TABLE: Message("数据表", "data table"),
    SymbolKind.ROW: Message("表中的行", "row of a table"),
    SymbolKind.INDICATOR: Message("指标", "indicator"),
    SymbolKind.ANNEX: Message("附表", "annex"),
    SymbolKind.CATEGORY: Message("项目类别", "category"),
    SymbolKind.PROJECT: Message("项目", "project"),
    SymbolKind.BOX: Message("专栏", "box"),
    SymbolKind.FIGURE: Message("图", "picture"),
    SymbolKind.CHART: Message("图表", "chart"),
    SymbolKind.LIST: Message("列表", "list"),
    SymbolKind.FACT: Message("数据", "figure"),
    SymbolKind.ASSERTION: Message("关系式", "assertion"),
    SymbolKind.ORGANIZATION: Message("单位", "organisation"),
}
_HOME = Message("写在", "written at")
_SUM = Message("由以下各项算出", "computed from")
_FORMULA = Message("算式", "formula")
_USES = Message("用在 {count} 处", "used in {count} places")
_UNUSED = Message("没有被引用", "not used anywhere")
_FEEDS = Message("参与计算", "goes into")
_INDIRECT = Message("另有 {count} 处由它算出的数", "and in {count} places by way of figures computed from it")
_TYPED = Message(
    "正文中手写了 {count} 处，没有绑定（plan fix --bind 会提出绑定）",
    "typed by hand in {count} places, not bound to it (`plan fix --bind` proposes that)",
)
_VIA = Message("经 {key}", "by {key}")
_NO_SUCH = Message("{id} 没有这个数；有 {keys}", "{id} has no such figure; it has {keys}")
_NO_FIGURES = Message("{id} 本身没有数", "{id} has no figures")
_MORE = Message("……另有 {count} 项", "… and {count} more")
_MOST_MEMBERS = 30
_MOST_USES = 100

SpanOf = Callable[[Place], Span | None]


def explanation_text(
    explanation: Explanation, span: SpanOf, paths: Paths, language: str, typed: tuple[Usage, ...] = ()
) -> str:
    """The answer of `plan why`: what it is, its figures with their sources, every use with its place; the places in texts where
    it stands `typed` by hand.
    """
    speaker = Speaker(language)
    symbol = explanation.symbol
    lines = [f"{symbol.id}  {speaker.say(KINDS[symbol.kind])}  {visible(symbol.name)}".rstrip()]
    if home := span(symbol.home):
        lines.append(f"  {speaker.say(_HOME)} {visible(paths.position(home))}")
    for figure in explanation.figures:
        lines += _figure(figure, span, paths, speaker)
    if explanation.feeds:
        shown = explanation.feeds[:_MOST_MEMBERS]
        more = (
            speaker.say(_MORE, {"count": len(explanation.feeds) - len(shown)})
            if len(explanation.feeds) > len(shown)
            else ""
        )
        lines.append(visible(f"  {speaker.say(_FEEDS)}: {', '.join(shown)}{more}"))
    lines.append(speaker.say(_USES, {"count": len(explanation.uses)}) if explanation.uses else speaker.say(_UNUSED))
    lines += _uses(explanation.uses, span, paths, speaker)
    if explanation.indirect:
        lines.append(speaker.say(_INDIRECT, {"count": len(explanation.indirect)}))
        lines += _uses(explanation.indirect, span, paths, speaker)
    if typed:
        lines.append(speaker.say(_TYPED, {"count": len(typed)}))
        lines += _uses(typed, span, paths, speaker)
    return "\n".join(lines) + "\n"


def no_such_figure(missing: NoSuchFigure, language: str) -> str:
    """What to say of a figure that an id has not."""
    keys = [key for key in missing.keys if "#" not in key]  # rows without a name that could be written
    shown = ", ".join((*keys[:_MOST_MEMBERS], *(("…",) if len(keys) > _MOST_MEMBERS else ())))
    message = _NO_SUCH if missing.keys else _NO_FIGURES
    return visible(Speaker(language).say(message, {"id": missing.symbol.id, "keys": shown}))


def _uses(uses: tuple[Usage, ...], span: SpanOf, paths: Paths, speaker: Speaker) -> Iterator[str]:
    for use in uses[:_MOST_USES]:
        if at := span(use.place):
            via = f"  ({speaker.say(_VIA, {'key': use.via})})" if use.via else ""
            yield f"  {visible(paths.position(at))}  {visible(use.words)}{visible(via)}".rstrip()
    if len(uses) > _MOST_USES:
        yield f"  {speaker.say(_MORE, {'count': len(uses) - _MOST_USES})}"


def _figure(figure: ExplainedFigure, span: SpanOf, paths: Paths, speaker: Speaker) -> Iterator[str]:
    node = figure.node
    match node.result:
        case Unknown(reason=reason, about=about) if not figure.printed:
            value = speaker.say(REASONS[reason], {"about": visible(about)})
        case _:
            value = visible(figure.printed)
    home = span(node.home) if node.home else None
    yield f"  {node.key} = {value}" + (f"  {visible(paths.position(home))}" if home else "")
    if figure.formula:
        yield f"    {speaker.say(_FORMULA)}: {visible(figure.formula)}"
    elif node.needs:
        yield f"    {speaker.say(_SUM)}: {', '.join(node.needs[:_MOST_MEMBERS])}"
        if len(node.needs) > _MOST_MEMBERS:
            yield f"    {speaker.say(_MORE, {'count': len(node.needs) - _MOST_MEMBERS})}"


def matches_text(matches: tuple[Match, ...], language: str) -> str:
    """The answer of `plan ids`: each id with what it names and a line to paste."""
    speaker = Speaker(language)
    lines = []
    for match in matches:
        lines.append(f"{match.symbol.id}  {speaker.say(KINDS[match.symbol.kind])}  {visible(match.context)}".rstrip())
        lines.append(f"    {visible(match.paste)}")
    return "\n".join(lines) + "\n" if lines else ""
