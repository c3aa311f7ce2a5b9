"""Figures of texts that are bound to an indicator's figure of one year, by a form or by what they speak of."""

from collections.abc import Iterator

from msgspec import Struct

from plan_compiler.diagnostics import Place
from plan_compiler.language.vocabulary import Aspect
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import indicators
from plan_compiler.model.indicators import Indicator
from plan_compiler.model.prose import Stated
from plan_compiler.quantity.mention import SIDES, Mention, admits
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import is_count
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.spoken import Spoken
from plan_compiler.rules.prose.wording import plain


class YearFigure(Struct, frozen=True):
    """A mention of an indicator's figure of one year; `worded` has the words beside it that bound it, too.

    `matched` where its form must draw the very line that the table draws (≥60): what differs is told of the form. `throughout` where it
    is what comes together over the whole period of a plan; `demanded` where an earlier clause says what another office asks for; `marking` where
    it is the mark at which something is done (低于27时启动); `made` where it may be but what is new (培育640家); `refined`
    where the figure behind it says how much it is (突破1亿吨，达到10600万吨).
    """

    place: Place
    text: str
    worded: str
    mention: Mention
    aspect: Aspect | None
    indicator: Indicator
    year: int
    value: Quantity
    matched: bool = False
    throughout: bool = False
    demanded: bool = False
    marking: bool = False
    made: bool = False
    refined: bool = False

    @property
    def key(self) -> str:
        """The key of the indicator's figure."""
        return f"{self.indicator.id}[{self.year}]"


def year_figures(prose: ProseFigures) -> tuple[YearFigure, ...]:
    """All of them: first those of forms whose expression needs one indicator alone, then those of the free figures.

    A form over several years of one indicator (a difference) is of the last of them.
    """
    return (*_of_forms(prose.linked), *_of_words(prose))


def _of_words(prose: ProseFigures) -> Iterator[YearFigure]:
    for spoken in prose.spoken:
        told, indicator = spoken.told, spoken.subject.indicator
        if told.is_free and indicator is not None and spoken.year is not None:
            earlier = told.run.text[sentence_start(told.run.text, told.start) : told.opens]
            place = told.place(prose.written(told.run))
            yield YearFigure(
                place,
                told.worded,
                told.worded,
                told.mention,
                spoken.aspect,
                indicator,
                spoken.year,
                spoken.value,
                throughout=spoken.throughout,
                made=_is_made(prose, spoken),
                marking=told.after.lstrip().startswith(prose.attribution.background.discourse.whenever),
                demanded=prose.attribution.background.known.demanded.search(earlier) is not None,
                refined=is_refined(prose, told, spoken.value),
            )


def _is_made(prose: ProseFigures, spoken: Spoken) -> bool:
    """Whether a verb before a number of things leaves open whether those that were there before are among them (培育640家以上)."""
    discourse, told = prose.attribution.background.discourse, spoken.told
    rest = plain(told.before).replace(plain(spoken.subject.name).strip(), "")
    verbs = (word for word in discourse.making if word not in (*discourse.having, *discourse.reaching))
    return is_count(told.mention.quantity.unit) and spoken.aspect is None and any(word in rest for word in verbs)


def is_refined(prose: ProseFigures, told: Told, value: Quantity) -> bool:
    """Whether a bound, which names but a round number, is followed by the figure itself, which has no name of its own: 突破1亿吨，达到10600万吨."""
    if told.mention.qualifier not in SIDES:
        return False
    following = next((each for each in prose.figures(told.run) if each.start >= told.end), None)
    if following is None or following.opens != told.end + len(told.after) + 1 or following.mention.qualifier in SIDES:
        return False
    alike = following.mention.quantity.unit.dimension == value.unit.dimension
    fills = prose.attribution.background.known.between.fills(plain(following.before))
    return alike and fills and admits(following.mention, value)


def _of_forms(linked: LinkedPlan) -> Iterator[YearFigure]:
    own = {f"{i.id}[{year}]": (i, year) for _, _, i in indicators(linked.plan) for year in i.values}
    for form in linked.forms.values():
        if not isinstance(form.form, Stated) or form.mention is None:
            continue
        needed = sorted((own[key] for key in form.needs if key in own), key=lambda pair: pair[1])
        if not needed or len(needed) != len(form.needs) or len({indicator.id for indicator, _ in needed}) > 1:
            continue
        indicator, year = needed[-1]
        value = linked.figures[f"{indicator.id}[{year}]"].result
        if isinstance(value, Quantity):
            text, mention = form.form.printed, form.mention
            matched = form.bound != "" and SIDES.get(mention.qualifier) == form.bound
            yield YearFigure(form.place, text, form.worded, mention, mention.aspect, indicator, year, value, matched)
