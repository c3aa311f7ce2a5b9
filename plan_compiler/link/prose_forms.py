"""The inline forms of a parsed text, each with the words that touch it."""

from collections.abc import Iterator
from itertools import chain
from typing import assert_never

from msgspec import Struct

from plan_compiler.model.prose import (
    BulletList,
    Computed,
    Defined,
    Emphasis,
    Footnote,
    Form,
    Inline,
    LabelRef,
    Paragraph,
    Prose,
    ProseBlock,
    Stated,
    Strong,
    Words,
)


class TouchedForm(Struct, frozen=True):
    """A form, and the plain words right before and after it ("" where none touch it)."""

    form: Form
    before: str
    after: str


def forms(prose: Prose) -> Iterator[TouchedForm]:
    """Every form of a text in the order of the text, a footnote's after those of the paragraph that it hangs on."""
    stack: list[ProseBlock] = list(reversed(prose))
    while stack:
        block = stack.pop()
        match block:
            case Paragraph():
                yield from _forms_of(block.inlines)
            case BulletList():
                stack.extend(reversed(list(chain.from_iterable(block.items))))
            case _:
                assert_never(block)


def _forms_of(inlines: tuple[Inline, ...]) -> Iterator[TouchedForm]:
    """The forms of one run of text: emphasis does not part words from a form, a footnote is a run of its own."""
    runs = [inlines]
    while runs:
        leaves: list[Form | Words] = []
        stack: list[Inline] = list(reversed(runs.pop()))
        while stack:
            inline = stack.pop()
            match inline:
                case Words() | Computed() | Stated() | Defined() | LabelRef():
                    leaves.append(inline)
                case Strong() | Emphasis():
                    stack.extend(reversed(inline.inlines))
                case Footnote():
                    runs.insert(0, inline.inlines)
                case _:
                    assert_never(inline)
        yield from _touched(leaves)


def _touched(leaves: list[Form | Words]) -> Iterator[TouchedForm]:
    for index, leaf in enumerate(leaves):
        if isinstance(leaf, Words):
            continue
        before = leaves[index - 1] if index > 0 else None
        after = leaves[index + 1] if index + 1 < len(leaves) else None
        yield TouchedForm(leaf, _words(before), _words(after))


def _words(neighbour: Form | Words | None) -> str:
    return neighbour.text if isinstance(neighbour, Words) else ""
