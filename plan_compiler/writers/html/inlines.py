"""From inlines of the Document to HTML: which macro of the theme prints one, and what is met on the way."""

from collections.abc import Iterable, Mapping, Set
from typing import Literal, assert_never

from markupsafe import Markup
from msgspec import Struct, field

from plan_compiler.document.inlines import CrossRef, Emphasis, Footnote, Inline, Marked, NumberText, Strong, Text
from plan_compiler.document.marks import comment_anchor, entry_anchor
from plan_compiler.document.nodes import FigureSource
from plan_compiler.patterns import compiled
from plan_compiler.writers.templates import Macros

_PARTED_UNIT = compiled(r"^.{0,16}(?:/|[A-Za-z][\u3380-\u33df])")
"""A figure that stays in one line, since a line could end within its unit: t/d, h㎡."""

Medium = Literal["screen", "paged"]
"""A screen gets endnotes, downloads and hover texts; pages get footnotes and page numbers."""


class Note(Struct, frozen=True):
    """A footnote to be printed behind the text."""

    number: int
    text: Markup


class InlinePrinter(Struct):
    """Prints the inlines of one document.

    `pages` gives the printed page of an anchor, for references to pages on a screen. What is met is gathered in its order: `notes` are
    the footnotes, `figures` those whose source is told, with its anchor, `comments` the findings whose words are still to be put into
    the margin.
    """

    macros: Macros
    words: Mapping[str, str]
    sources: Mapping[str, FigureSource]
    pages: Mapping[str, str]
    medium: Medium
    notes: list[Note] = field(default_factory=list)
    comments: list[Marked] = field(default_factory=list)
    figures: dict[str, str] = field(default_factory=dict)

    @property
    def link(self) -> str:
        """What the links to headings, captions and rows are called; "" on paper, which has none."""
        return self.words.get("link", "") if self.medium == "screen" else ""

    def printed_sources(self, anchors: Set[str]) -> tuple[Markup, ...]:
        """The sources of the figures met; each leads to its place, where that is among the `anchors` of the page."""
        met = ((id, self.sources[key]) for key, id in self.figures.items())
        return tuple(
            self.macros("source", id, source, source.anchor if source.anchor in anchors else "", self.words)
            for id, source in met
        )

    def comment_notes(self) -> Markup:
        """The comments met since the last call, for the margin beside the block that they stand in."""
        notes = Markup("").join(self.macros("comment_note", comment, _message(comment)) for comment in self.comments)
        self.comments.clear()
        return notes

    def all(self, inlines: Iterable[Inline]) -> Markup:
        """The text of `inlines`."""
        return Markup("").join(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> Markup:
        match inline:
            case Text():
                text = Markup.escape(inline.text)
            case Strong():
                text = self.macros("strong", self.all(inline.inlines))
            case Emphasis():
                text = self.macros("emphasis", self.all(inline.inlines))
            case NumberText():
                source = self._source(inline.source) if inline.text else ""
                text = self.macros("number", inline.text, source, _PARTED_UNIT.search(inline.text) is not None)
            case CrossRef():
                shown = self.pages.get(inline.anchor, "…") if inline.page and self.medium == "screen" else inline.text
                text = self.macros("ref", inline, shown)
            case Footnote():
                text = self._footnote(inline)
            case Marked():
                text = self._mark(inline)
            case _:
                assert_never(inline)
        return text

    def _source(self, key: str) -> str:
        """The anchor of what is told of the figure; "" where there is nothing to tell."""
        if key not in self.sources:
            return ""
        return self.figures.setdefault(key, f"source-{len(self.figures) + 1}")

    def _mark(self, inline: Marked) -> Markup:
        text = self.all(inline.inlines)
        if not inline.number:
            return self.macros("change", inline.change, text, inline.note)
        self.comments.append(inline)
        return self.macros("comment", inline, text, comment_anchor(inline.number), entry_anchor(inline.number))

    def _footnote(self, footnote: Footnote) -> Markup:
        text = self.all(footnote.inlines)
        if self.medium == "paged":
            return self.macros("footnote", footnote.number, text)
        self.notes.append(Note(footnote.number, text))
        return self.macros("footnote_call", footnote.number)


def _message(comment: Marked) -> str:
    """What is wrong: a margin has no room for more, and the list at the end has it all."""
    return comment.note.partition("\n")[0]
