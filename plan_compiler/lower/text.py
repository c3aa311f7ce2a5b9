"""Prose: from parsed texts and their forms to blocks and inlines of the Document."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, assert_never

from plan_compiler.diagnostics import NodePath
from plan_compiler.document import inlines as doc
from plan_compiler.document.nodes import Block, Extent, List, ListItem, Paragraph
from plan_compiler.link.linked import LinkedForm
from plan_compiler.lower.scope import Scope
from plan_compiler.model import prose


def lower_text(scope: Scope, path: NodePath, raw: str) -> tuple[Block, ...]:
    """The blocks of the text at `path`; `raw` is printed as it is where the text has not been parsed."""
    parsed = scope.linked.texts.get(path)
    if parsed is None:
        return (Paragraph((doc.Text(raw),), path, extents=((0, len(raw)),)),)
    return tuple(_block(scope, path, block) for block in parsed)


class Line(NamedTuple):
    """A text in one line, and where in it each of the inlines was written."""

    inlines: tuple[doc.Inline, ...]
    extents: tuple[Extent, ...]


def lower_line(scope: Scope, path: NodePath, raw: str) -> Line:
    """The text at `path` as one line, for a cell or a caption: its paragraphs are joined by a space."""
    parsed = scope.linked.texts.get(path)
    if parsed is None:
        return Line((doc.Text(raw),), ((0, len(raw)),))
    line: list[doc.Inline] = []
    extents: list[Extent] = []
    for paragraph in _paragraphs(parsed):
        if line:
            line.append(doc.Text(" "))
            extents.append((extents[-1][1], paragraph.at[0]))
        line.extend(_inlines(scope, path, paragraph.inlines))
        extents.extend(inline.at for inline in paragraph.inlines)
    return Line(tuple(line), tuple(extents))


def footnote(scope: Scope, path: NodePath, raw: str) -> doc.Footnote:
    """The text at `path` as the next footnote."""
    number = next(scope.notes)
    return doc.Footnote(number, lower_line(scope, path, raw).inlines)


def _paragraphs(blocks: Iterable[prose.ProseBlock]) -> Iterator[prose.Paragraph]:
    for block in blocks:
        match block:
            case prose.Paragraph():
                yield block
            case prose.BulletList():
                for item in block.items:
                    yield from _paragraphs(item)
            case _:
                assert_never(block)


def _block(scope: Scope, path: NodePath, block: prose.ProseBlock) -> Block:
    match block:
        case prose.Paragraph():
            extents = tuple(inline.at for inline in block.inlines)
            return Paragraph(_inlines(scope, path, block.inlines), path, extents=extents)
        case prose.BulletList():
            items = tuple(ListItem("", tuple(_block(scope, path, b) for b in item), path) for item in block.items)
            return List(block.ordered, items, "", path)
        case _:
            assert_never(block)


def _inlines(scope: Scope, path: NodePath, inlines: tuple[prose.Inline, ...]) -> tuple[doc.Inline, ...]:
    return tuple(_inline(scope, path, inline) for inline in inlines)


def _inline(scope: Scope, path: NodePath, inline: prose.Inline) -> doc.Inline:
    match inline:
        case prose.Words():
            lowered: doc.Inline = doc.Text(inline.text)
        case prose.Strong():
            lowered = doc.Strong(_inlines(scope, path, inline.inlines))
        case prose.Emphasis():
            lowered = doc.Emphasis(_inlines(scope, path, inline.inlines))
        case prose.Footnote():
            number = next(scope.notes)
            lowered = doc.Footnote(number, _inlines(scope, path, inline.inlines))
        case prose.Computed():
            lowered = doc.NumberText(_printed(scope, path, inline), _key(scope, path, inline))
        case prose.Stated():
            lowered = doc.NumberText(inline.printed, _key(scope, path, inline))
        case prose.Defined():
            lowered = doc.NumberText(inline.printed, inline.id)
        case prose.LabelRef():
            lowered = _reference(scope, path, inline)
        case _:
            assert_never(inline)
    return lowered


def _printed(scope: Scope, path: NodePath, form: prose.Computed | prose.LabelRef) -> str:
    linked = scope.linked.forms.get((path, form.at[0]))
    return linked.printed if linked else ""


def figure_key(linked: LinkedForm) -> str:
    """The key of a stated or computed figure: its expression, with the key of each figure in place of its name.

    So `self.total` in two projects is two figures, and a printed name the same figure as its id.
    """
    form = linked.form
    if not isinstance(form, prose.Stated | prose.Computed):
        return ""
    parts, end = list[str](), 0
    for at in sorted(linked.references):
        key = linked.references[at]
        parts += (form.expr[end : at[0]], key if isinstance(key, str) else form.expr[at[0] : at[1]])
        end = at[1]
    return "".join((*parts, form.expr[end:])).strip()


def _key(scope: Scope, path: NodePath, form: prose.Stated | prose.Computed) -> str:
    linked = scope.linked.forms.get((path, form.at[0]))
    return figure_key(linked) if linked else form.expr


def _reference(scope: Scope, path: NodePath, form: prose.LabelRef) -> doc.Inline:
    """A reference that leads nowhere is printed as it was written, so that a draft shows it."""
    anchor = scope.target(form.target)
    if anchor is None:
        return doc.Text(f"[](#{form.target})")
    return doc.CrossRef(_printed(scope, path, form), anchor, form.page)
