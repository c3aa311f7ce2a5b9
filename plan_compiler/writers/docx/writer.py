"""From a Document to the bytes of a DOCX file."""

from collections.abc import Iterable, Mapping
from itertools import chain, count

from plan_compiler.document.nodes import Block, Chart, Document
from plan_compiler.document.revisions import after, before
from plan_compiler.writers.charts import chart_svgs
from plan_compiler.writers.cover import cover_svg
from plan_compiler.writers.docx.bindings import Bindings
from plan_compiler.writers.docx.headings import counted_headings
from plan_compiler.writers.docx.lists import FIRST_COUNTED
from plan_compiler.writers.docx.package import build_package
from plan_compiler.writers.docx.parts import comments_part, main_part, outer_parts, styled_parts, word_parts
from plan_compiler.writers.docx.picture_files import picture_files
from plan_compiler.writers.docx.pictures import shown_charts, shown_ground, shown_pictures
from plan_compiler.writers.docx.scope import Revision, Scope, Tracked
from plan_compiler.writers.docx.sequences import sequences
from plan_compiler.writers.docx.story import compose_notes, compose_story, text_width
from plan_compiler.writers.docx.targets import Targets, targets
from plan_compiler.writers.docx.xml import PartTemplates
from plan_compiler.writers.estimate import estimate_pages
from plan_compiler.writers.look import Look
from plan_compiler.writers.pictures import Picture
from plan_compiler.writers.templates import Templates
from plan_compiler.writers.theme import Theme
from plan_compiler.writers.walk import every_block


def write_docx(
    document: Document,
    theme: Theme,
    pagination: Mapping[str, str] | None = None,
    pictures: Mapping[str, Picture] | None = None,
    revision: Revision | None = None,
) -> bytes:
    """The DOCX of `document` in the look of `theme`; the same bytes for the same input.

    `pagination` is the printed page of every anchor, as the PDF has it; None takes an estimate. `pictures` are
    those of its figures by path; where one is lacking, a frame stands in for it. With a `revision`, the insertions and
    deletions of a redline are tracked changes made by its author at its time: accepting all leaves the newer document,
    rejecting all the older one, in the sections, tables' grids and page numbers of the newer.
    Raises TemplateFaultError for a template of the theme that cannot be used.
    """
    look = theme.look
    newer = document if revision is None else after(document)
    lists = count(FIRST_COUNTED)
    counted = counted_headings(newer.numbering, every_block(newer))
    known = targets(document, counted).as_in(newer, counted)
    tracked = None if revision is None else _tracked(before(document), known, revision)
    pages = {**estimate_pages(document, look), **estimate_pages(newer, look)} if pagination is None else pagination
    shown = shown_pictures(pictures or {})
    drawing = Templates(theme)
    ground = shown_ground(cover_svg(drawing, look), len(shown) + 1)
    charts = shown_charts(_drawn(drawing, document, every_block(document), look), len(shown) + 1 + (ground is not None))
    bindings = Bindings(document.sources) if revision is None else None
    scope = Scope(
        look=look,
        words=document.words,
        targets=known,
        sequences=sequences(every_block(newer)),
        pages=pages,
        pictures=shown,
        charts=charts,
        ground=ground,
        width=text_width(look, "portrait"),
        numbers=lists,
        drawings=count(1),
        bookmarks_set=set(),
        notes={},
        comments=[],
        bindings=bindings,
        counted=counted,
        tracked=tracked,
    )
    body = compose_story(document, scope)
    notes = compose_notes(scope)
    templates = PartTemplates(theme)
    inner = (
        *styled_parts(
            templates,
            document,
            look,
            range(FIRST_COUNTED, next(lists)),
            counted | (tracked.counted if tracked else set()),
        ),
        *word_parts(templates, document, theme, notes),
    )
    return build_package(
        main_part(templates, body),
        (
            *inner,
            *comments_part(templates, scope.comments),
            *picture_files((*shown.values(), *((ground,) if ground else ()), *chain.from_iterable(charts.values()))),
            *(bindings.files() if bindings else ()),
        ),
        tuple(outer_parts(templates, document)),
    )


def _tracked(older: Document, known: Targets, revision: Revision) -> Tracked:
    blocks = tuple(every_block(older))
    counted = counted_headings(older.numbering, blocks)
    return Tracked(revision, count(1), known.as_in(older, counted), sequences(blocks), counted)


def _drawn(
    templates: Templates, document: Document, blocks: Iterable[Block], look: Look
) -> Mapping[Chart, tuple[str, ...]]:
    """The SVGs of every chart."""
    return {chart: chart_svgs(templates, chart, look, document) for chart in blocks if isinstance(chart, Chart)}
