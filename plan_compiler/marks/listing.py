"""The page at the end of a draft that lists its findings, and what every page says of itself."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from plan_compiler.diagnostics import Severity
from plan_compiler.document.inlines import CrossRef, Strong, Text
from plan_compiler.document.marks import comment_anchor, entry_anchor
from plan_compiler.document.nodes import Caption, Heading, Part, Table, TableCell, TableRow
from plan_compiler.language.drafts import DraftWords, draft_words
from plan_compiler.marks.remark import Remark

_WIDTHS = (80, 120, 230, 570)
_ANCHOR = "draft-findings"


class Entry(Struct, frozen=True):
    """A finding of the list: its number, and whether it is shown in the text."""

    number: int
    remark: Remark
    shown: bool


def notice(entries: Iterable[Entry], language: str) -> str:
    """What every page of a draft says of itself."""
    words = draft_words(language)
    counts = _counts(entries, words)
    return words.notice.format(counts=counts) if counts else words.clean


def findings_part(entries: Sequence[Entry], language: str) -> Iterator[Part]:
    """The part that lists `entries`; none where there are none."""
    if not entries:
        return
    words = draft_words(language)
    caption = Caption("findings", "", (Text(_counts(entries, words)),), f"{_ANCHOR}-list")
    titles = (words.number, words.severity, words.place, words.finding)
    header = TableRow(tuple(_cell(title, role="header") for title in titles), (), "header")
    heading = Heading(1, "", (Text(words.title),), _ANCHOR, ())
    table = Table(caption, "", titles, _WIDTHS, (header,), tuple(_rows(entries, words)), (), "", ())
    yield Part("findings", "portrait", (heading, table))


def _counts(entries: Iterable[Entry], words: DraftWords) -> str:
    counts = Counter(entry.remark.severity for entry in entries)
    templates = {Severity.ERROR: words.error, Severity.WARNING: words.warning, Severity.INFO: words.info}
    said = (template.format(count=counts[severity]) for severity, template in templates.items() if counts[severity])
    return words.separator.join(said)


def _rows(entries: Sequence[Entry], words: DraftWords) -> Iterator[TableRow]:
    """The rows: first those of each common cause under what it is, then the others."""
    causes = tuple(dict.fromkeys(entry.remark.cause for entry in entries if entry.remark.cause))
    for cause in causes:
        yield from _group(cause, [entry for entry in entries if entry.remark.cause == cause])
    for shown, title in ((True, words.placed), (False, words.unplaced)):
        group = [entry for entry in entries if entry.shown is shown and not entry.remark.cause]
        if group:
            yield from _group(title, group)


def _group(title: str, entries: Sequence[Entry]) -> Iterator[TableRow]:
    cell = TableCell((Text(title),), colspan=len(_WIDTHS), role="group")
    yield TableRow((cell,), (), "group")
    yield from map(_row, entries)


def _row(entry: Entry) -> TableRow:
    remark, number = entry.remark, str(entry.number)
    link = CrossRef(number, comment_anchor(entry.number)) if entry.shown else Text(number)
    finding = (Strong((Text(remark.title),)), Text(f"\n{remark.text}"))
    cells = (
        TableCell((link,), "center"), _cell(remark.severity_word), _cell(remark.source), TableCell(finding),
    )  # fmt: skip
    return TableRow(cells, (), anchor=entry_anchor(entry.number))


def _cell(text: str, role: str = "words") -> TableCell:
    return TableCell((Text(text),) if text else (), "center" if role == "header" else "left", role=role)
