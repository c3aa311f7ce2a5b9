"""The rows on words and on what no other table tells: texts, sections, blocks, settings."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec.structs import replace

from plan_compiler.diagnostics import NodePath
from plan_compiler.diff.changes import (
    Added,
    Change,
    Edited,
    Entity,
    EntityKind,
    Moved,
    Removed,
    Renamed,
    Reordered,
    Sense,
)
from plan_compiler.diff.printed import printed_text
from plan_compiler.diff.words import Piece, compare_words
from plan_compiler.patterns import compiled
from plan_compiler.report import review_words as w
from plan_compiler.report.review_projects import moved_words, renamed_words
from plan_compiler.report.review_rows import NONE, Row, Tone, called
from plan_compiler.report.revision import Revision, Side
from plan_compiler.report.wording import Speaker

_ID = compiled(r"[^\W\d]\w*")
_FEWEST_WORDS = 12
"""A printed word or two is told as before and after; a longer one with its changes marked."""


def text_rows(revision: Revision, speaker: Speaker) -> Iterator[Row]:
    """Texts word by word, under the heading they stand below; texts that came and went whole."""
    texts = Texts(revision)
    for change in revision.changes.changes:
        match change:
            case Edited(printed=(str() as was, str() as now)) if change.sense is Sense.WORDING and is_text(change):
                pieces = texts.compared(was, now)
                place = revision.new.position((*change.new.home, *change.field))
                yield Row((heading(revision.new, change.new, speaker), now), place=place, pieces=pieces)
            case Added(new=new, content=str() as text):
                place = revision.new.position(new.home)
                yield Row((heading(revision.new, new, speaker), text), "added", place, (Piece("inserted", text),))
            case Removed(old=old, content=str() as text):
                place = revision.old.position(old.home)
                yield Row((heading(revision.old, old, speaker), text), "removed", place, (Piece("deleted", text),))
            case _:
                pass


class Texts:
    """The texts of a revision, to be compared word by word; the names of both plans are words."""

    def __init__(self, revision: Revision) -> None:
        self._revision = revision

    def compared(self, was: str, now: str) -> tuple[Piece, ...]:
        """The pieces of both versions. A text that is a name itself is compared as any other: what was added to it is told."""
        names = self._names
        known = frozenset[str]() if was in names or now in names else names
        return compare_words(was, now, self._revision.new.linked.words.language, known)

    @cached_property
    def _names(self) -> frozenset[str]:
        both = (self._revision.old.linked, self._revision.new.linked)
        found = (symbol.name for linked in both for symbol in linked.symbols.by_id.values())
        return frozenset(name for name in found if name and not any(char.isdecimal() for char in name))


def is_text(edit: Edited) -> bool:
    """Whether an edited field is told word by word: running text, names, and whatever else is long."""
    return edit.new.kind is EntityKind.TEXT or any(len(text) > _FEWEST_WORDS for text in edit.printed or ())


def heading(side: Side, entity: Entity, speaker: Speaker) -> str:
    """Where an entity stands: the heading above it, or what it is a part of."""
    if entity.kind is not EntityKind.TEXT:
        return called(entity, speaker, side.linked)
    return heading_at(side, entity.path)


def heading_at(side: Side, path: NodePath) -> str:
    """The nearest heading above a node, with its number; "" where there is none."""
    node: object = side.linked.plan
    found = ""
    for length, part in enumerate(path):
        node = _below(node, part)
        title = getattr(node, "title", None)
        label = side.linked.labels.get(path[: length + 1])
        if isinstance(title, str):
            title = printed_text(side.linked, (*path[: length + 1], "title"), title)
            number = label.printed if label is not None else ""
            space = " " if number[-1:].isascii() and number[-1:].isalnum() else ""
            found = f"{number}{space}{title}"
    return found


def _below(node: object, part: str | int) -> object:
    if isinstance(node, tuple) and isinstance(part, int):
        return node[part] if part < len(node) else None
    return getattr(node, str(part), None)


_TOLD_ELSEWHERE = frozenset(
    {"values", "total", "in_period", "stated", "attribute", "period", "milestones", "base", "outlook"}
)


_LISTED_WHOLE = frozenset({EntityKind.PROJECT, EntityKind.TEXT, EntityKind.INDICATOR, EntityKind.ROW})
"""What has a table of its own where it came or went."""


def other_rows(revision: Revision, speaker: Speaker) -> Iterator[Row]:
    """What no other table tells: sections and blocks that came, went or moved, short words, units, settings, order."""
    bindings = references = 0
    for change in revision.changes.changes:
        if isinstance(change, Edited) and _follows_ids(change, revision.changes.renamed):
            references += 1
            continue
        if isinstance(change, Edited) and change.sense is Sense.BINDING:
            bindings += 1
            continue
        row = _other(revision, change, speaker)
        if row is not None:
            yield row
    for picture in revision.changes.pictures:
        name = f"{speaker.say(w.ENTITIES[EntityKind.PICTURE])} {called(picture.new, speaker)}"
        place = revision.new.position(picture.new.home)
        yield Row((name, speaker.say(w.PICTURE, {"file": picture.file}), "", ""), place=place)
    if references:
        yield Row((speaker.say(w.REFERENCES, {"count": references}), "", "", ""))
    if bindings:
        yield Row((speaker.say(w.BINDINGS, {"count": bindings}), "", "", ""))


def _follows_ids(edit: Edited, renamed: Mapping[str, str]) -> bool:
    """Whether a reference or an expression is as it was, but for the new ids of what it names."""
    if not renamed or edit.sense not in (Sense.SETTING, Sense.BINDING):
        return False
    before, after = (value if isinstance(value, tuple) else (value,) for value in (edit.before, edit.after))
    if not all(isinstance(each, str) for each in (*before, *after)):
        return False
    return tuple(_ID.sub(lambda name: renamed.get(name[0], name[0]), str(each)) for each in before) == after


def _other(revision: Revision, change: Change, speaker: Speaker) -> Row | None:
    match change:
        case Edited():
            return _field(revision, change, speaker)
        case Added(new=entity):
            skip = entity.kind in _LISTED_WHOLE
            return None if skip else _entity(revision.new, entity, speaker.say(w.ADDED), speaker, "added")
        case Removed(old=entity):
            skip = entity.kind in _LISTED_WHOLE
            return None if skip else _entity(revision.old, entity, speaker.say(w.DROPPED), speaker, "removed")
        case Moved(new=entity):
            skip = entity.kind is EntityKind.PROJECT
            return None if skip else _entity(revision.new, entity, moved_words(change, revision, speaker), speaker)
        case Renamed(new=entity):
            skip = entity.kind is EntityKind.PROJECT
            return None if skip else _entity(revision.new, entity, renamed_words(change, speaker), speaker)
        case Reordered(old=was, new=entity):
            row = _entity(revision.new, entity, speaker.say(w.REORDERED), speaker)
            return replace(row, cells=(*row.cells[:2], _number(revision.old, was), _number(revision.new, entity)))


def _entity(side: Side, entity: Entity, verdict: str, speaker: Speaker, tone: Tone = "plain") -> Row:
    name = f"{speaker.say(w.ENTITIES[entity.kind])} {called(entity, speaker, side.linked)}"
    return Row((name, verdict, "", ""), tone, side.position(entity.home))


def _number(side: Side, entity: Entity) -> str:
    """What an entity is counted as (三、, 表2)."""
    label = side.linked.labels.get(entity.home)
    return label.printed if label is not None else ""


def _field(revision: Revision, edit: Edited, speaker: Speaker) -> Row | None:
    if edit.sense in (Sense.VALUE, Sense.PRECISION) or (edit.field and edit.field[0] in _TOLD_ELSEWHERE):
        return None if _is_told(edit) else _setting(revision, edit, speaker)
    if edit.sense is Sense.WORDING and edit.printed is not None and is_text(edit):
        return None
    return _setting(revision, edit, speaker)


def _is_told(edit: Edited) -> bool:
    """Values of other entities than indicators, projects, annex and tables have no table of their own."""
    kinds = (
        EntityKind.INDICATOR,
        EntityKind.PROJECT,
        EntityKind.PLAN,
        EntityKind.ANNEX,
        EntityKind.CATEGORY,
        EntityKind.ROW,
    )
    return edit.new.kind in kinds


def _setting(revision: Revision, edit: Edited, speaker: Speaker) -> Row:
    name = f"{speaker.say(w.ENTITIES[edit.new.kind])} {called(edit.new, speaker, revision.new.linked)}"
    place = revision.new.position((*edit.new.home, *edit.field))
    return Row((name, ".".join(edit.field), _shown(edit.before, speaker), _shown(edit.after, speaker)), place=place)


def _shown(value: object, speaker: Speaker) -> str:
    match value:
        case None:
            return NONE
        case tuple():
            return speaker.say(w.COMMA).join(value)
        case _:
            return str(getattr(value, "text", value))
