"""What sentences say of some of the annex's projects behind the number of all: 重大项目16个，其中续建6个、总投资20亿元，新建9个."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.language.typography import in_chinese
from plan_compiler.language.years import YEAR
from plan_compiler.model.projects import Annex, Column
from plan_compiler.quantity.mention import admits
from plan_compiler.quantity.quantity import Quantity, add_all
from plan_compiler.quantity.units import Relation, is_count, relation
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.claims.annex.annex_groups import Groups, Part, groups_of_projects, stem_of
from plan_compiler.rules.prose.claims.annex.annex_lists import listed_parts
from plan_compiler.rules.prose.claims.annex.annexed import behind_annex, without_members
from plan_compiler.rules.prose.clauses import clauses, masked, sentences
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import words_behind
from plan_compiler.rules.prose.runs import Run
from plan_compiler.rules.prose.spoken import Spoken
from plan_compiler.rules.prose.wording import longest_first, plain

_COUNT = "count("


class PartTold(Struct, frozen=True):
    """A figure that is the number of a part's projects, or the sum of an amount of theirs: one of `values`. Where that of the whole is among them, it
    may be meant as well: 重大项目16个，其中续建6个，总投资740亿元.
    """

    told: Told
    part: Part
    column: Column | None
    values: tuple[Quantity, ...]


class _Reading(Struct):
    """What a paragraph is about so far: the annex or a category (`whole`), and the last part of it that it counted."""

    whole: str = ""
    part: Part | None = None


def parts_told(prose: ProseFigures) -> Iterator[PartTold]:
    """The figures of the chapters that are of a part of what the annex lists: of a nature, an owner, a category. The number of all stands before them, and is right, or the
    annex is named; since then nothing is spoken of but its parts.
    """
    annex, discourse = prose.linked.plan.annex, prose.attribution.background.discourse
    if (
        annex is None
        or not in_chinese(prose.language)
        or any(path[:1] == ("annex",) for path in prose.linked.incomplete)
    ):
        return
    natures = {project.nature for category in annex.categories for project in category.projects}
    kinds = prose.attribution.background.known.kinds
    wanted = (*natures, *(stem_of(category.title, kinds) for category in annex.categories), *discourse.led)
    for run in prose.chapter_runs(lambda text: any(map(text.__contains__, wanted))):
        if any(word in run.text for word in (*discourse.members, *discourse.of_annex)):
            yield from _of_run(prose, run, annex)


def _of_run(prose: ProseFigures, run: Run, annex: Annex) -> Iterator[PartTold]:
    reading, background, end = _Reading(), prose.attribution.background, 0
    parts, spoken = prose.once(groups_of_projects), prose.once(_spoken)
    counted: set[str] = set()
    annexed = {spot for spot, each in spoken.items() if each.key.startswith(_COUNT) and each.subject.id == annex.id}
    for each in listed_parts(prose, run, parts[annex.id], annexed):
        if each.told.is_free:
            columns = (each.column,) if each.column is not None else ()
            yield from _with_values(PartTold(each.told, each.part, None, ()), columns, annex.id, prose)
    for told in prose.figures(run):
        between, lead, end = masked(plain(run.text[end : told.opens])), run.text[end : told.start], told.end
        of_plan = spoken.get(told.spot)
        if of_plan is not None and of_plan.key.startswith(_COUNT):
            is_right = of_plan.subject.counted and admits(told.mention, of_plan.value, printed=True)
            reading = _Reading(of_plan.subject.id if is_right else "")
            counted.add(of_plan.subject.id)
            continue
        if annex.id in counted and _is_of_all(told, annex, prose):
            reading = _Reading(annex.id)
            continue
        if len(counted) > 1 and reading.whole != annex.id and len(sentences(between)) > 1:
            reading = _Reading()  # a sentence behind one that goes through the categories is of all of them again
        if _narrows(told, lead, reading, background):
            reading = _Reading()
        _read_between(between, reading, annex, background)
        label = _label(told, reading, annex, background)
        own = parts.get(reading.whole)
        found = _told(told, label, own, reading, background) if own is not None else None
        if found is None:
            reading = _Reading(reading.whole) if _is_amount(label, background) else _Reading()
            continue
        reading = _Reading(reading.whole, found.part)
        if told.is_free:
            yield from _with_values(found, _columns(label, background) if found.column else (), reading.whole, prose)


def _is_of_all(told: Told, annex: Annex, prose: ProseFigures) -> bool:
    """Whether it is the right number of all that the annex lists, which was told before, said again before its parts: 26个项目中，新建19个."""
    discourse, behind = prose.attribution.background.discourse, words_behind(told)
    called = longest_first((*discourse.members, *discourse.project_endings))
    rest = behind.removeprefix(next((word for word in called if behind.startswith(word)), ""))
    if told.opening.strip() or rest == behind or rest not in discourse.among:
        return False
    number = prose.value(f"{_COUNT}{annex.id})")
    return number is not None and is_count(told.mention.quantity.unit) and admits(told.mention, number, printed=True)


def _narrows(told: Told, lead: str, reading: _Reading, background: Background) -> bool:
    """Whether a number is not of all, by the words between it and the figure before: it is of a part of the part that was counted last
    (由市交通局牵头的项目3个，其中新建1个), or of a year (2026年新建2个).
    """
    if not is_count(told.mention.quantity.unit):
        return False
    of_part = reading.part is not None and any(word in lead for word in background.discourse.of_which)
    return of_part or YEAR.search(lead) is not None


def _read_between(between: str, reading: _Reading, annex: Annex, background: Background) -> None:
    """Take in the clauses between two figures: those that name the annex, that say how its projects are told apart, or are of times alone."""
    for clause in clauses(between)[1 if reading.whole else 0 :]:  # the first has the words behind the figure before
        rest = clause[background.known.leading.end(clause) :].strip()
        if not rest or (reading.whole and rest.startswith(background.discourse.sorted_by)):
            continue
        reading.whole = annex.id if _names_annex(rest, background) else ""
        reading.part = None


def _names_annex(rest: str, background: Background) -> bool:
    """Whether a clause names all that the annex lists, and says nothing of it: 附表项目中."""
    annexed = behind_annex(rest, background.known)
    listed = plain(background.names.annex.name) if background.names.annex is not None else ""
    if annexed is None and not (listed and rest.startswith(listed)):
        return False
    behind = without_members(_without_among(rest if annexed is None else annexed, background), background.discourse)
    return behind.strip() == "" or (annexed is None and behind.strip() == listed)


def _without_among(words: str, background: Background) -> str:
    for word in (*background.discourse.among, *background.discourse.possessive):
        words = words.strip().removesuffix(word)
    return words


def _label(told: Told, reading: _Reading, annex: Annex, background: Background) -> str:
    """The words before a figure behind those that lead to it and the name of the annex."""
    text = plain(told.opening).strip()  # 新建 may qualify a figure elsewhere
    rest = text[background.known.leading.end(text) :]
    annexed = behind_annex(rest, background.known)
    if annexed is not None and (end := background.known.making.end(annexed)):  # 附表安排交通类项目3个
        reading.whole, reading.part = annex.id, None
        return annexed[end:].strip()
    for word in background.discourse.among:
        head, among, behind = rest.partition(word)
        if among and _names_annex(head, background):
            reading.whole, reading.part = annex.id, None
            return behind[background.known.leading.end(behind) :].strip()
    return rest.strip()


def _told(told: Told, label: str, own: Groups, reading: _Reading, background: Background) -> PartTold | None:
    """A figure of a part: the number of its projects, or, behind that, an amount."""
    if is_count(told.mention.quantity.unit):
        part = _counted(told, label, own, background)
        return PartTold(told, part, None, ()) if part is not None else None
    is_own = reading.part is not None and _is_amount(label, background) and not YEAR.search(told.opening)
    behind = words_behind(told)
    if not is_own or reading.part is None or behind.startswith(background.discourse.possessive):
        return None
    return PartTold(told, reading.part, "total", ())


def _counted(told: Told, label: str, own: Groups, background: Background) -> Part | None:
    """The part whose number a figure is: 续建项目6个, 6个续建项目, 由市水务局牵头的项目6个."""
    discourse = background.discourse
    if told.mention.quantity.unit.text not in tuple(discourse.member_measures) or told.mention.noun:
        return None
    behind = words_behind(told)
    if told.mark in ("）", ")", "（", "("):
        return None
    for word in longest_first(discourse.members):
        if behind.startswith(word):
            behind = behind.removeprefix(word)
            break
    nature = next((each for each in longest_first(own.sorts) if behind.startswith(each)), "")
    if nature and background.known.making.fills(label):
        return own.sorts[nature] if not without_members(behind.removeprefix(nature), discourse).strip() else None
    if behind and not behind.startswith((*discourse.joining, *discourse.summing)):
        return None
    bare = label[: _end_of_name(label, background)]
    bare = without_members(bare, discourse).strip()
    sort = own.sorts.get(bare) or own.sorts.get(stem_of(bare, background.known.kinds))
    return sort or own.owners.get(_owner(bare, background))


def _end_of_name(label: str, background: Background) -> int:
    """Where the words begin that lead from a name to its figure."""
    return next((at for at in range(1, len(label)) if background.known.between.fills(label, at)), len(label))


def _owner(words: str, background: Background) -> str:
    """Who is said to lead the projects that words name: 市水务局 of 由市水务局牵头的; "" for nobody."""
    discourse = background.discourse
    for word in discourse.possessive:
        words = words.removesuffix(word)
    led = next((word for word in longest_first(discourse.led) if words.endswith(word)), "")
    before = next((word for word in discourse.leading_owner if words.startswith(word)), "")
    return words.removesuffix(led).removeprefix(before) if led else ""


def _is_amount(label: str, background: Background) -> bool:
    return bool(_columns(label, background))


def _columns(label: str, background: Background) -> Sequence[Column]:
    """The columns that an amount may be of by the words before it; any, where they say nothing but 投资, none where it is what is done (完成投资)."""
    if label in background.discourse.total_investment:
        return ("total",)
    if label in background.discourse.in_period_investment:
        return ("in_period",)
    of_any = label in background.discourse.invested and not label.startswith(background.discourse.doing)
    return ("total", "in_period") if of_any else ()


def _with_values(found: PartTold, columns: Sequence[Column], whole: str, prose: ProseFigures) -> Iterator[PartTold]:
    unit = found.told.mention.quantity.unit
    if not columns:
        numbers = sorted({len(each) for each in found.part.sets})
        yield PartTold(found.told, found.part, None, tuple(Quantity.of(number, unit) for number in numbers))
        return
    sums: list[Quantity] = []
    for column in columns:
        for each in found.part.sets:
            values = [prose.value(f"{project.id}.{column}") for project in each]
            known = [value for value in values if value is not None]
            if len(known) != len(values) or not known:
                return
            sums.append(add_all(known))
    sums += [of_all for column in columns if (of_all := prose.value(f"{whole}.{column}")) is not None]
    if all(relation(unit, value.unit) is Relation.SAME for value in sums):
        yield PartTold(found.told, found.part, columns[0], tuple(sums))


def _spoken(prose: ProseFigures) -> Mapping[tuple[NodePath, int, int], Spoken]:
    return {each.told.spot: each for each in prose.spoken}
