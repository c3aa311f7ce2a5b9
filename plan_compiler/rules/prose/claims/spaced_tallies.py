"""How many indicators a text says that the plan has, in a language that parts words by spaces: 20 indicators, of which 12 are binding."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from plan_compiler.language.discourse import Discourse
from plan_compiler.language.vocabulary import Attribute, Qualifier
from plan_compiler.language.words import words
from plan_compiler.model.indicators import IndicatorTable
from plan_compiler.quantity.mention import touching_before
from plan_compiler.quantity.numerals import read_count
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.tallies import Sort, Tally, by_attribute, is_of_another_plan, numbers_of
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.runs import Run
from plan_compiler.rules.prose.wording import alternatives, longest_first


class SpacedTally(Struct, frozen=True):
    """A number of indicators that stands in a run, from `start` to `end`; `is_set` where the plan is said to have so many in all."""

    run: Run
    start: int
    end: int
    number: int
    tally: Tally
    is_set: bool

    @property
    def is_right(self) -> bool:
        """Whether the plan has so many."""
        return self.number in self.tally.numbers


def spaced_tallies(prose: ProseFigures) -> Iterator[SpacedTally]:
    """The numbers that can be compared: of all indicators where the plan is said to set them; of attributes, or groups, where a sentence has two
    of them, or one behind the right number of all.
    """
    discourse, tables = prose.attribution.background.discourse, prose.linked.plan.indicators
    called = discourse.indicators_spaced
    if not called or not tables or any(path[:1] == ("indicators",) for path in prose.linked.incomplete):
        return
    tallies = _tallies(tables, prose.linked.words.meanings.attributes)
    pattern = re.compile(_pattern(tallies, discourse, prose.language), re.IGNORECASE)
    for run in prose.chapter_runs(lambda text: called[0] in text):
        sentences: dict[int, list[SpacedTally]] = {}
        for match in pattern.finditer(run.text):
            if (told := _told(prose, run, match, tallies)) is not None:
                sentences.setdefault(sentence_start(run.text, told.start), []).append(told)
        for start, found in sentences.items():
            if called[0] in run.text[start : sentence_end(run.text, found[-1].end)]:
                yield from _comparable(found)


def _comparable(found: Sequence[SpacedTally]) -> Iterator[SpacedTally]:
    of_all = [told for told in found if told.tally.sort is Sort.ALL]
    yield from (told for told in of_all if told.is_set)
    in_all = len(of_all) == 1 and of_all[0].is_right and of_all[0] is found[0]
    sorts = {told.tally.sort for told in found} - {Sort.ALL}
    several = len({told.tally.name for told in found} - {told.tally.name for told in of_all}) > 1
    if len(sorts) == 1 and (in_all or (several and not of_all)):
        yield from (told for told in found if told.tally.sort is not Sort.ALL)


def _tallies(tables: Sequence[IndicatorTable], known: Mapping[str, Attribute]) -> Mapping[str, Tally]:
    """The indicators by what is said of them: "" for all, an attribute, the title of a group that no other table has."""
    every = [indicator for table in tables for group in table.groups for indicator in group.indicators]
    sets = [[i for group in table.groups for i in group.indicators] for table in tables] + [every]
    found = {"": Tally("", Sort.ALL, numbers_of(sets))}
    for attribute, numbers in by_attribute(sets, known).items():
        found[attribute.lower()] = Tally(attribute, Sort.ATTRIBUTE, numbers)
    titles = [(group.title or "").strip() for table in tables for group in table.groups]
    for table in tables:
        for group in table.groups:
            title = (group.title or "").strip()
            if title and titles.count(title) == 1:
                found.setdefault(title.lower(), Tally(title, Sort.GROUP, numbers_of([group.indicators])))
    return found


def _pattern(tallies: Mapping[str, Tally], discourse: Discourse, language: str) -> str:
    """A number of indicators of some sort; or of an attribute alone, with nothing behind it in its clause."""
    attributes = [name for name, tally in tallies.items() if tally.sort is Sort.ATTRIBUTE]
    number = rf"(?<![\w.,£$€–-])(?P<number>[0-9]{{1,3}}|{alternatives(words(language).numerals.digits)})\s"
    joint = alternatives(words(language).discourse.joining)
    return (
        rf"{number}(?:(?P<sort>{alternatives(filter(None, tallies))})\s)?{alternatives(discourse.indicators_spaced)}\b"
        rf"|{number.replace('number', 'bare')}(?:{alternatives(discourse.being)}\s)?(?P<attribute>{alternatives(attributes)})"
        rf"(?=[,.;:)]|\s{joint}\b|$)"
    )


def _told(prose: ProseFigures, run: Run, match: re.Match[str], tallies: Mapping[str, Tally]) -> SpacedTally | None:
    tally = tallies.get((match["sort"] or match["attribute"] or "").lower())
    before = run.text[sentence_start(run.text, match.start()) : match.start()]
    qualifiers = words(prose.language).qualifiers.before
    loose = any(qualifiers.get(word) is not Qualifier.EXACTLY for word in touching_before(before, prose.language))
    background = prose.attribution.background
    if tally is None or loose or is_of_another_plan(run, match.start(), background):
        return None
    if run.form_at(match.start(), match.end()) is not None:
        return None
    number = read_count((match["number"] or match["bare"]).lower(), prose.language)
    is_set = (
        tally.sort is Sort.ALL and not match["sort"] and _is_set(before, run.text[match.end() :], background.discourse)
    )
    return SpacedTally(run, match.start(), match.end(), number, tally, is_set)


def _is_set(before: str, behind: str, discourse: Discourse) -> bool:
    """Whether nothing but the plan, and the verb that says so, stands before a number in its clause, and nothing behind that says of what they are."""
    if behind[:1].isspace() and not behind.lstrip().startswith((*discourse.of_which, *discourse.summing)):
        return False
    clause = before.rpartition(",")[2].strip().lower()
    verb = next((word for word in longest_first(discourse.setting) if clause.endswith(f" {word}")), "")
    return verb != "" and clause.removesuffix(verb).strip() in discourse.setters
