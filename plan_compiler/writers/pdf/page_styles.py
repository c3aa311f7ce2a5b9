"""Styles of pages and of their margins: pages of one kind share them, where WeasyPrint has some for each page."""

from collections.abc import Callable
from typing import Any, TypeAlias

SetStyles: TypeAlias = Callable[[Any, Any, Any], None]
_Rules: TypeAlias = dict[tuple[Any, str | None], dict[str, tuple[Any, Any]]]


def shared_styles() -> SetStyles:
    """`set_page_type_computed_styles`, which gives a page the styles of an earlier one that the same rules are for.

    The first page has its own: lengths that depend on the size of pages are known only after it.
    """
    known: dict[tuple[int, Any], tuple[Any, dict[str | None, Any]]] = {}

    def set_page_type_computed_styles(page_type: Any, html: Any, style_for: Any) -> None:
        rules = _rules(style_for, page_type)
        key, computed = (id(style_for), _key(rules)), style_for.get_computed_styles()
        if key not in known or not page_type.index:
            style_for.get_cascaded_styles().update(rules)
            root, kinds = html.etree_element, dict.fromkeys((None, *(pseudo for _, pseudo in rules)))
            for pseudo in kinds:
                parent = root if pseudo is None else page_type
                style_for.set_computed_styles(page_type, parent, root=root, pseudo_type=pseudo, base_url=html.base_url)
            if page_type.index:
                known[key] = style_for, {pseudo: computed[page_type, pseudo] for pseudo in kinds}
            return
        computed.update(((page_type, pseudo), style) for pseudo, style in known[key][1].items())

    return set_page_type_computed_styles


def _rules(style_for: Any, page_type: Any) -> _Rules:
    """What the rules for pages say of `page_type` and, by their names, of its margin boxes."""
    kept, style_for._cascaded_styles = style_for._cascaded_styles, {}
    try:
        style_for.add_page_declarations(page_type)
        return dict(style_for._cascaded_styles)
    finally:
        style_for._cascaded_styles = kept


def _key(rules: _Rules) -> tuple[Any, ...]:
    """What tells rules from others: their values are those of the style sheets, which live as long as the layout."""
    return tuple(
        (pseudo, tuple((name, id(value), *weight[:2], *weight[2]) for name, (value, weight) in style.items()))
        for (_, pseudo), style in rules.items()
    )
