"""The column of a data table that a sentence on its rows speaks of: that of a year, of the plan's whole period, or one that it names."""

from collections.abc import Mapping

from plan_compiler.language.years import YEAR
from plan_compiler.link.tables.linked import LinkedTable
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.periods import last_year
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.prose.years import year_of

SHORTEST_TITLE = 2
"""How long the title of a row or a column is at least that is looked for in a text."""


def columns_told(told: Told, table: LinkedTable, background: Background) -> tuple[str, ...]:
    """The columns of the time that the sentence of a figure names; of a table without years, all where it names no time. Of these, those alone whose
    titles it names, if it names any.
    """
    sentence = plain(told.run.text[sentence_start(told.run.text, told.start) : told.start])
    titles = {column: plain(layout.title).strip() for column, layout in table.grid.columns.items()}
    picked = _of_time(told, sentence, titles, table, background)
    named = [column for column in picked if _bare(titles[column]) and _bare(titles[column]) in sentence]
    return tuple(named or picked)


def _of_time(
    told: Told, sentence: str, titles: Mapping[str, str], table: LinkedTable, background: Background
) -> list[str]:
    known = background.known
    own = {column: tuple(dict.fromkeys(YEAR.findall(f"{title} {column}"))) for column, title in titles.items()}
    year = year_of(told, lambda: None, background.years, known)
    if year is not None and year.explicit:
        of_table = not any(own.values()) and YEAR.findall(table.grid.table.title) == [str(year.year)]
        return [column for column, years in own.items() if of_table or years == (str(year.year),)]
    periods = {(match["year"], match["last"]) for match in known.years.finditer(sentence) if match["last"]}
    if _is_of_plan(sentence, background):
        return [c for c, years in own.items() if years in periods or (not years and _is_of_plan(titles[c], background))]
    if periods:
        return [column for column, years in own.items() if len(periods) == 1 and years in periods]
    undated = not any(own.values()) and not YEAR.search(sentence) and not known.plan.search(sentence)
    return list(own) if undated else []


def _is_of_plan(words: str, background: Background) -> bool:
    """Whether words name the plan's own period: 2026—2030年, “十五五”期间, 五年合计."""
    final = background.years.final
    if final is None:
        return False
    whole = last_year(words, background.known, background.years)
    return whole == final or (whole is None and any(word in words for word in background.discourse.of_this_plan))


def _bare(title: str) -> str:
    """The title of a column without its year."""
    rest = YEAR.sub("", title).strip()
    return rest if len(rest) >= SHORTEST_TITLE else ""
