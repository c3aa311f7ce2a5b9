"""Wholes and their parts within one text: 总建筑面积…，地上…，地下…; 总长…，一期…，二期…; lists behind 其中."""

from collections.abc import Iterator, Sequence, Set

from plan_compiler.language.words import words
from plan_compiler.model.prose import Defined, Stated
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.parts.classes import Classes
from plan_compiler.rules.prose.claims.parts.close_lists import CloseLists
from plan_compiler.rules.prose.claims.parts.divisions import Divisions, Doubt, Kind, Partition
from plan_compiler.rules.prose.claims.parts.of_which import Listed, listed_parts
from plan_compiler.rules.prose.claims.parts.part_words import PartWords, part_words
from plan_compiler.rules.prose.claims.parts.sorted_lists import sorted_lists
from plan_compiler.rules.prose.claims.parts.sum_words import Sums, sums_of
from plan_compiler.rules.prose.claims.parts.sums import sums
from plan_compiler.rules.prose.clauses import clauses, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.runs import Run
from plan_compiler.rules.prose.wording import plain, wording


def partitions(prose: ProseFigures) -> Iterator[Partition]:
    """The wholes of all texts whose parts stand behind them, but for those that a form relates to their parts already."""
    known, of_sums, of_sorts = part_words(prose.language), sums_of(prose.language), sorted_lists(prose.language)
    for run in prose.chapter_runs(lambda text: known.may_part(text) or of_sums.may_sum(text)):
        yield from _of_run(prose, run, known, of_sums if of_sums.may_sum(run.text) else None)
    for run in prose.chapter_runs(of_sorts.may_sort):
        for sort in of_sorts.find(run.text, prose.figures(run)):
            kind = Kind.SUM if sort.complete else Kind.OF_WHICH
            found = Partition(sort.whole, sort.parts, kind, Doubt.ALL)
            if not _is_related(found) and not _is_average(sort.whole):
                yield found
    for _, run in prose.project_runs(known.may_part):
        yield from _of_run(prose, run, known, None)


def _of_run(prose: ProseFigures, run: Run, known: PartWords, of_sums: Sums | None) -> Iterator[Partition]:
    if of_sums is None and not known.has_candidate(run):
        return
    figures = prose.figures(run)
    found = list(Divisions(known, run.text, figures).find())
    if of_sums is not None:
        found += _summed({id(partition.whole) for partition in found}, of_sums, run.text, figures)
    found += _listed({id(partition.whole) for partition in found}, run.text, figures, prose.language)
    told = {id(partition.whole) for partition in found if partition.complete or partition.together}
    found += _classed(told, sums_of(prose.language).classes, run.text, figures)
    found += _close(told, sums_of(prose.language).close, run.text, figures)
    yield from (each for each in found if not _is_related(each) and not _is_average(each.whole))


def _summed(divided: Set[int], known: Sums, text: str, figures: Sequence[Told]) -> Iterator[Partition]:
    """The sums of a text, but for those of a whole that is `divided` otherwise."""
    for found in sums(known, text, figures):
        if id(found.whole) not in divided:
            kind, doubt = Kind.SUM if found.complete else Kind.OF_WHICH, Doubt.NONE if found.certain else Doubt.SUM
            yield Partition(found.whole, found.parts, kind, doubt)


def _listed(divided: Set[int], text: str, figures: Sequence[Told], language: str) -> Iterator[Partition]:
    """The lists behind 其中, but for those of a whole that is `divided` otherwise."""
    for listed in listed_parts(text, figures, language):
        if id(listed.whole) not in divided:
            yield Partition(listed.whole, listed.parts, Kind.OF_WHICH, _doubt(listed), listed.together)


def _classed(divided: Set[int], known: Classes, text: str, figures: Sequence[Told]) -> Iterator[Partition]:
    """The classes by size of a whole, but for those of one that is `divided` otherwise."""
    for found in known.find(text, figures):
        if id(found.whole) not in divided:
            yield Partition(found.whole, found.parts, Kind.SUM if found.complete else Kind.OF_WHICH, Doubt.ALL)


def _close(divided: Set[int], known: CloseLists, text: str, figures: Sequence[Told]) -> Iterator[Partition]:
    """The lists that come to a little more than their whole, but for those of a whole that is `divided` otherwise."""
    for whole, parts in known.find(text, figures):
        if id(whole) not in divided:
            yield Partition(whole, parts, Kind.OF_WHICH, Doubt.ALL)


def _doubt(listed: Listed) -> Doubt:
    if not listed.adjacent or listed.likely:
        return Doubt.ALL
    return Doubt.NONE if listed.apart else Doubt.SUM


def _is_related(partition: Partition) -> bool:
    """Whether a form's expression is about another figure of the partition."""
    told = (partition.whole, *partition.parts)
    homes = {t.form.form.id for t in told if t.form and isinstance(t.form.form, Defined)}
    return any(t.form and isinstance(t.form.form, Stated) and not homes.isdisjoint(t.form.needs) for t in told)


def _is_average(whole: Told) -> bool:
    """Whether a figure with no name beside it is said to be one for each of something, where its sentence names it: 人均可支配收入由2.2万元增加到3.3万元,
    其中城镇居民4.1万元. What has a name of its own beside it was asked before.
    """
    known, text = wording(whole.language), whole.run.text
    if not known.between.fills(plain(whole.label)):
        return False
    sentence = plain(text[sentence_start(text, whole.start) : whole.opens])
    told = (each.strip() for each in reversed(clauses(sentence)) if known.leading.end(each) < len(each))
    named = next((each for each in told if not each.startswith(known.going_on)), "")
    return any(word in named for word in words(whole.language).data_table.averages)
