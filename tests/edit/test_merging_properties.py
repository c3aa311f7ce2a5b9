"""Merging by id and field, over tables and edits of all kinds: what a person would say must come out comes out."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias

from hypothesis import assume, given
from hypothesis import strategies as st

from plan_compiler.edit.merging import merge
from plan_compiler.edit.merging_marks import BETWEEN, OURS, THEIRS, Merged
from plan_compiler.read.fields import file_fields

Row: TypeAlias = Mapping[str, str]
Table: TypeAlias = Mapping[str, Row]
Layout: TypeAlias = Callable[[Table], str]

FIELDS = ("name", "unit", "2020", "2023", "2025", "note")
VALUES = st.sampled_from(["1", "2", "30", "4.50", "总产值", "约 300", "甲、乙", "'#引号'", '"a: b"'])
NAMES = st.sampled_from(["a1", "b2", "c3", "d4", "基01", "基02", "x"])


def plain(table: Table) -> str:
    """An entry a field a line, with comments."""
    rows = (f"  - id: {name}  # {name} 的行\n" + _fields(row, "    ") for name, row in table.items())
    return "id: targets\nrows:\n" + "".join(rows) + "last: 1\n"


def bare(table: Table) -> str:
    """A list that is the whole file, its entries apart."""
    return "\n".join(f"- id: {name}\n{_fields(row, '  ')}" for name, row in table.items())


def flowing(table: Table) -> str:
    """The years of an entry in braces on one line."""
    rows = []
    for name, row in table.items():
        years = ", ".join(f"{key}: {value}" for key, value in row.items() if key.isdecimal())
        others = {key: value for key, value in row.items() if not key.isdecimal()}
        rows.append(f"- id: {name}\n{_fields(others, '  ')}" + (f"  values: {{{years}}}\n" if years else ""))
    return "# 表\n" + "".join(rows)


def _fields(row: Row, indent: str) -> str:
    return "".join(f"{indent}{key}: {value}\n" for key, value in row.items())


LAYOUTS = st.sampled_from([plain, bare, flowing])
BLOCKS = st.sampled_from([plain, bare])


@st.composite
def tables(draw: st.DrawFn) -> Table:
    names = draw(st.lists(NAMES, min_size=2, max_size=5, unique=True))
    return {name: {field: draw(VALUES) for field in FIELDS} for name in names}


def values(text: str) -> Mapping[tuple[str, ...], str] | None:
    return file_fields("", text.encode())


def merged(base: str, ours: str, theirs: str) -> Merged | None:
    return merge(base.encode(), ours.encode(), theirs.encode())


def side(text: str, *, ours: bool) -> str:
    """The text with one side of every conflict chosen."""
    kept, where = [], "both"
    for line in text.splitlines(keepends=True):
        if line in (OURS, BETWEEN, THEIRS):
            where = {OURS: "ours", BETWEEN: "theirs", THEIRS: "both"}[line]
        elif where in ("both", "ours" if ours else "theirs"):
            kept.append(line)
    return "".join(kept)


@st.composite
def edits(draw: st.DrawFn, table: Table) -> Table:
    """Some fields of `table` changed."""
    changed = {name: dict(row) for name, row in table.items()}
    for name, field in draw(st.lists(st.tuples(st.sampled_from(sorted(table)), st.sampled_from(FIELDS)), max_size=4)):
        changed[name][field] = draw(VALUES)
    return changed


def taken(base: Table, ours: Table, theirs: Table) -> tuple[Table, int]:
    """The fields of both by the book, those of ours where both changed one; and how many such there are."""
    result, clashes = {}, 0
    for name, row in base.items():
        mine, yours = ours[name], theirs[name]
        result[name] = {key: mine[key] if yours[key] == value else yours[key] for key, value in row.items()}
        for key, value in row.items():
            if mine[key] not in (value, yours[key]) and yours[key] != value:
                result[name][key] = mine[key]
                clashes += 1
    return result, clashes


@given(st.data(), LAYOUTS)
def test_fields_of_both_are_in_it_and_only_what_both_changed_is_a_conflict(data: st.DataObject, layout: Layout) -> None:
    base = data.draw(tables())
    ours, theirs = data.draw(edits(base)), data.draw(edits(base))
    found = merged(*map(layout, (base, ours, theirs)))
    expected, clashes = taken(base, ours, theirs)
    mirrored, _ = taken(base, theirs, ours)
    assert found is not None
    assert bool(found.conflicts) == bool(clashes)
    assert found.conflicts <= clashes
    assert values(side(found.text, ours=True)) == values(layout(expected))
    assert values(side(found.text, ours=False)) == values(layout(mirrored))
    if not clashes:
        assert found.text == layout(expected)


@given(st.data(), LAYOUTS)
def test_what_one_side_did_is_what_comes_out(data: st.DataObject, layout: Layout) -> None:
    base = data.draw(tables())
    changed = layout(data.draw(edits(base)))
    assert merged(layout(base), changed, layout(base)) == Merged(changed, 0)
    assert merged(layout(base), layout(base), changed) == Merged(changed, 0)
    assert merged(layout(base), changed, changed) == Merged(changed, 0)


@given(st.data(), BLOCKS)
def test_rows_that_came_and_went_come_and_go(data: st.DataObject, layout: Layout) -> None:
    """Ours changes fields of the first row; theirs takes away other rows and puts new ones behind those that stay."""
    base = data.draw(tables())
    first, *others = base
    gone = data.draw(st.sets(st.sampled_from(others))) if others else set()
    field, value = data.draw(st.sampled_from(FIELDS)), data.draw(VALUES)
    ours = {**base, first: {**base[first], field: value}}
    new = {name: {"name": "新增"} for name in ("n1", "n2")[: data.draw(st.integers(0, 2))]}
    theirs = {name: row for name, row in (*base.items(), *new.items()) if name not in gone}
    found = merged(*map(layout, (base, ours, theirs)))
    assert found is not None
    assert found.conflicts == 0
    assert values(found.text) == values(layout({**theirs, first: ours[first]}))


@given(st.data(), BLOCKS)
def test_a_row_that_one_took_away_and_the_other_changed_is_a_conflict(data: st.DataObject, layout: Layout) -> None:
    base = data.draw(tables())
    name = data.draw(st.sampled_from(list(base)[1:]))
    value = data.draw(VALUES)
    assume(value != base[name]["2025"])
    changed = {**base, name: {**base[name], "2025": value}}
    without = {other: row for other, row in base.items() if other != name}
    for ours, theirs in ((changed, without), (without, changed)):
        found = merged(*map(layout, (base, ours, theirs)))
        assert found is not None
        assert found.conflicts == 1
        assert values(side(found.text, ours=True)) == values(layout(ours))
        assert values(side(found.text, ours=False)) == values(layout(theirs))


@given(st.text("ab:- #'\"{}[]\n<=>\t", max_size=60), st.text("ab:- #'\"{}[]\n<=>\t", max_size=60), st.text(max_size=40))
def test_whatever_the_files_hold_nothing_breaks(base: str, ours: str, theirs: str) -> None:
    found = merge(base.encode(), ours.encode(), theirs.encode("utf-8", "replace"))
    if found is not None and not found.conflicts:
        assert values(found.text) is not None


@given(st.data(), LAYOUTS)
def test_comments_of_both_are_in_it(data: st.DataObject, layout: Layout) -> None:
    """Each side comments on lines of its own and changes fields as it likes."""
    base = data.draw(tables())
    texts = []
    for who in ("甲", "乙"):
        lines = layout(data.draw(edits(base))).splitlines()
        heads = [at for at, line in enumerate(lines) if line.lstrip().startswith("- id:")]
        for at in sorted(data.draw(st.sets(st.sampled_from(heads))), reverse=True):
            indent = lines[at][: lines[at].index("-")]
            lines.insert(at, f"{indent}# {who}注 {lines[at].split('#')[0].strip()}")
        texts.append("\n".join(lines) + "\n")
    found = merged(layout(base), *texts)
    assert found is not None
    told = [line.strip() for text in texts for line in text.splitlines() if "注" in line]
    shown = [line.strip() for line in found.text.splitlines() if "注" in line]
    assert sorted(shown) == sorted(told)


WORDS = st.sampled_from(["", "待核", "统计局口径", "见附件 2", "# 甲"])
BLOCKS_ABOVE = st.sampled_from(["", "  # 待核\n", "# 一、产值\n", "\n", "\n  # 甲\n\n  # 乙\n"])


class Commented(NamedTuple):
    """A row with what is written beside it."""

    id: str
    above: str
    behind: str
    fields: Mapping[str, tuple[str, str]]

    def text(self) -> str:
        lines = [f"  - id: {self.id}{_behind(self.behind)}"]
        lines += [f"    {key}: {value}{_behind(words)}" for key, (value, words) in self.fields.items()]
        return self.above + "".join(f"{line}\n" for line in lines)


def _behind(words: str) -> str:
    return f"  # {words}" if words else ""


def commented(rows: Iterable[Commented]) -> str:
    return "# 表\nrows:\n" + "".join(row.text() for row in rows) + "# 完\nlast: 1\n"


@st.composite
def rows(draw: st.DrawFn) -> list[Commented]:
    names = draw(st.lists(NAMES, min_size=2, max_size=4, unique=True))
    return [
        Commented(name, draw(BLOCKS_ABOVE), draw(WORDS), {key: (draw(VALUES), draw(WORDS)) for key in FIELDS})
        for name in names
    ]


@given(st.data(), rows())
def test_what_each_did_in_places_of_its_own_is_done_to_the_letter(data: st.DataObject, base: list[Commented]) -> None:
    """Every value, comment and id of the table is given to one of the two, who may change it; one id each at most."""
    sides: tuple[list[Commented], list[Commented]] = (list(base), list(base))
    both = list(base)
    renamed = {data.draw(st.integers(0, len(base) - 1)): who for who in (0, 1)}
    for at in range(len(base)):
        slots = data.draw(st.lists(st.sampled_from(["id", "above", "behind", *FIELDS]), max_size=5, unique=True))
        for slot in slots:
            who = data.draw(st.integers(0, 1)) if slot != "id" else renamed.get(at)
            if who is None or (slot == "id" and len({*slots} & {*FIELDS}) > 1):  # more, and it is another entry
                continue
            which = data.draw(st.integers(0, 1))
            given_value, given_words, block = data.draw(VALUES), data.draw(WORDS), data.draw(BLOCKS_ABOVE)
            for version in (sides[who], both):
                version[at] = _changed(version[at], slot, which, (given_value, given_words, block, f"r{who}"))
    texts = [commented(version) for version in (base, *sides)]
    assert merged(*texts) == Merged(commented(both), 0)
    assert merged(texts[0], texts[2], texts[1]) == Merged(commented(both), 0)


def _changed(row: Commented, slot: str, which: int, new: tuple[str, str, str, str]) -> Commented:
    value, words, block, name = new
    match slot:
        case "id":
            return row._replace(id=name)
        case "above":
            return row._replace(above=block)
        case "behind":
            return row._replace(behind=words)
        case _:
            known = row.fields[slot]
            return row._replace(fields={**row.fields, slot: (value, known[1]) if which else (known[0], words)})


def _chapters(names: Iterable[str]) -> str:
    return "chapters:\n" + "".join(f"  - chapters/{name}.yaml\n" for name in names) + "period: 2021-2025\n"


def _in_brackets(names: Iterable[str]) -> str:
    return f"chapters: [{', '.join(names)}]\nperiod: 2021-2025\n"


def _titled(names: Iterable[str]) -> str:
    return "chapters:\n" + "".join(f"  - title: {name}\n    body: {name}文\n" for name in names) + "period: 2021-2025\n"


@given(st.data(), st.sampled_from([_chapters, _in_brackets, _titled]))
def test_a_list_has_the_entries_of_both_in_the_order_that_one_gave_it(
    data: st.DataObject, layout: Callable[[Iterable[str]], str]
) -> None:
    """One side puts a list in another order, adds and takes away; the other adds and takes away, or does the same."""
    base = data.draw(st.permutations("abcde"))
    moved = data.draw(st.permutations(base))
    sides: list[list[str]] = []
    for who, order in (("m", moved), ("t", data.draw(st.sampled_from([base, base, moved])))):
        gone = data.draw(st.sets(st.sampled_from(base), max_size=2))
        kept = [name for name in order if name not in gone]
        for number in range(data.draw(st.integers(0, 2))):
            kept.insert(data.draw(st.integers(0, len(kept))), f"{who}{number}")
        sides.append(kept)
    if data.draw(st.booleans()):
        sides.reverse()
    ours, theirs = sides
    common = [name for name in moved if name in ours and name in theirs]
    assume(common)
    found = merged(*map(layout, (base, ours, theirs)))
    assert found is not None
    assert found.conflicts == 0
    names = [line.rpartition("/")[2].split(".")[0].split(": ")[-1] for line in _entries(found.text)]
    fresh = [name for name in (*ours, *theirs) if name not in base]
    assert sorted(names) == sorted([*common, *fresh])
    assert [name for name in names if name in common] == common


def _entries(text: str) -> list[str]:
    first = text.splitlines()[0]
    if "[" in first:
        return first[first.index("[") + 1 : -1].split(", ")
    return [line for line in text.splitlines() if line.startswith("  - ")]
