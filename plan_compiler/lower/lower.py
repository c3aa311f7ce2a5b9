"""The Document of a plan, part by part."""

from datetime import date as calendar_date

from msgspec.structs import asdict

from plan_compiler.document.inlines import plain_text
from plan_compiler.document.nodes import (
    Block,
    ContentsEntry,
    Cover,
    Document,
    Heading,
    Part,
    Table,
)
from plan_compiler.language.dates import printed_date
from plan_compiler.language.patterns import samples_of
from plan_compiler.language.screen import screen_words
from plan_compiler.language.vocabulary import Words
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.numbering import scheme_of
from plan_compiler.lower.annex import lower_annex
from plan_compiler.lower.scope import Scope
from plan_compiler.lower.sections import lower_sections
from plan_compiler.lower.sources import figure_sources
from plan_compiler.model.plan import Plan
from plan_compiler.patterns import compiled

_DATE = compiled(r"([0-9]{4})\D{1,3}([0-9]{1,2})(?:\D{1,3}([0-9]{1,2}))?\D{0,2}")


def lower(linked: LinkedPlan) -> Document:
    """The Document of `linked`: cover, contents, body, and the annex on wide pages."""
    plan = linked.plan
    scope = Scope.of(linked)
    body = lower_sections(scope, plan.chapters)
    annex: tuple[Block, ...] = () if plan.annex is None else (lower_annex(scope, plan.annex),)
    parts = (
        Part("cover", "portrait", ()),
        Part("contents", "portrait", ()),
        Part("body", "portrait", body),
        *((Part("annex", "landscape", annex),) if annex else ()),
    )
    return Document(
        language=scope.words.language,
        title=plan.title,
        cover=_cover(plan, scope.words),
        contents=(*_headings(body), *(_annex_entry(block, scope.words) for block in annex if isinstance(block, Table))),
        parts=parts,
        date=_iso_date(plan.date),
        words=_words(scope.words),
        datasets=tuple(scope.datasets),
        sources=figure_sources(scope),
        numbering=samples_of(scheme_of(plan, scope.words)),
    )


def _cover(plan: Plan, words: Words) -> Cover:
    date = printed_date(plan.date or "", words.language)
    return Cover(plan.title, plan.subtitle or "", plan.issuer or "", date, plan.status or "")


def _headings(blocks: tuple[Block, ...]) -> tuple[ContentsEntry, ...]:
    return tuple(
        ContentsEntry(block.level, block.label, plain_text(block.title), block.anchor)
        for block in blocks
        if isinstance(block, Heading)
    )


def _annex_entry(table: Table, words: Words) -> ContentsEntry:
    caption = table.caption
    label = f"{caption.label}{words.typography.colon}" if caption.label else ""
    return ContentsEntry(1, label, plain_text(caption.title), caption.anchor)


def _words(words: Words) -> dict[str, str]:
    """The fixed words of the document's language, by what they are for."""
    captions = words.captions
    return {
        "contents": captions.contents,
        "annex": captions.annex,
        "continued": captions.continued,
        "unit": captions.unit,
        "page": captions.page,
        **asdict(screen_words(words.language)),
    }


def _iso_date(date: str | None) -> str | None:
    """A date written in digits (2021年7月, 2021-07-15) as YYYY-MM-DD, the first of the month where no day is given.

    None where no calendar has the date: file formats refuse a 31st of February.
    """
    match = _DATE.fullmatch(date.strip()) if date else None
    if match is None:
        return None
    try:
        return calendar_date(int(match[1]), int(match[2]), int(match[3] or 1)).isoformat()
    except ValueError:
        return None
