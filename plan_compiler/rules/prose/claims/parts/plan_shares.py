"""Shares of a figure that speaks of one of the plan in another one that its sentence names: 税收收入160亿元，占一般公共预算收入的80%."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.language.years import YEAR
from plan_compiler.quantity.interval import ZeroDivisorError
from plan_compiler.quantity.mention import admits
from plan_compiler.quantity.printing import round_half_up
from plan_compiler.quantity.quantity import Quantity, consistent
from plan_compiler.quantity.shares import share
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.claims.parts.shares import Shares
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.spoken import Spoken
from plan_compiler.rules.prose.subjects import By
from plan_compiler.rules.prose.wording import plain

_COUNT = "count("


class PlanShare(Struct, frozen=True):
    """A part that a text tells, with the whole that the plan has: its key and its value."""

    part: Told
    key: str
    whole: Quantity


def share_in_plan(prose: ProseFigures, known: Shares, figures: Sequence[Told], index: int) -> PlanShare | None:
    """The sides of the share at `index`, where the figure right before it is what the plan has, and the plan has its whole, too."""
    if not index:
        return None
    part, rate = figures[index - 1], figures[index]
    match = known.of_name.fullmatch(rate.run.text, part.end, rate.start)
    spoken = prose.once(_spoken).get(part.spot) if match else None
    if match is not None and spoken is None:
        return _of_indicator(prose, part, rate, plain(match["name"]).strip())
    if (
        match is None
        or spoken is None
        or spoken.aspect is not None
        or not admits(part.mention, spoken.value, printed=True)
    ):
        return None
    key = _key_of_whole(prose.attribution.background, spoken, plain(match["name"]).strip())
    whole = prose.value(key) if key and key != spoken.key else None
    if whole is None or whole.unit.dimension != part.mention.quantity.unit.dimension:
        return None
    return PlanShare(part, key, whole)


def _of_indicator(prose: ProseFigures, part: Told, rate: Told, name: str) -> PlanShare | None:
    """The share of what the plan does not have itself in an indicator, of the only year that the sentence says: 2025年灵活就业人员38.5万人，占从业人员的20.7%.
    It may be one in another whole of that name (the town's), so that it is looked at where it is right, or but a misprint of that.
    """
    background, text = prose.attribution.background, rate.run.text
    years = set(YEAR.findall(text[sentence_start(text, part.start) : rate.start]))
    subject = background.names.subjects.get(name[background.known.leading.end(name) :])
    if len(years) != 1 or subject is None or subject.by is not By.YEAR or part.mention.aspect is not None:
        return None
    key = f"{subject.id}[{years.pop()}]"
    whole = prose.value(key)
    around = prose.attribution.surroundings
    if whole is None or whole.unit.dimension != part.mention.quantity.unit.dimension or around.is_elsewhere(part):
        return None
    try:
        ratio = share(part.mention.fact, whole)
    except ZeroDivisorError:
        return None
    fits = consistent(rate.mention.fact, ratio) or _is_misprint(rate.mention.quantity, ratio)
    return PlanShare(part, key, whole) if fits else None


def _is_misprint(stated: Quantity, computed: Quantity) -> bool:
    """Whether two digits that have changed places make the one share, to its decimals, of the other."""
    if stated.nominal is None or computed.nominal is None or not stated.decimals:
        return False
    steps = 10**stated.decimals
    digits, due = (
        str(int(round_half_up(each, stated.decimals) * steps)) for each in (stated.nominal, computed.nominal)
    )
    return any(
        due == f"{digits[:at]}{digits[at + 1]}{digits[at]}{digits[at + 2 :]}" != digits for at in range(len(digits) - 1)
    )


def _key_of_whole(background: Background, spoken: Spoken, name: str) -> str:
    """The key of what is named as the whole: of the same year, the same column, or a number as well; "" for nothing in the plan."""
    subject = background.names.subjects.get(name)
    annex = background.names.annex
    if spoken.year is not None and spoken.subject.indicator is not None:
        return f"{subject.id}[{spoken.year}]" if subject is not None and subject.indicator is not None else ""
    if annex is None or not spoken.subject.counted:
        return ""
    if spoken.key.startswith(_COUNT):
        return f"{_COUNT}{annex.id})" if subject is not None and subject.id == annex.id else ""
    column = spoken.key.rpartition(".")[2]
    told = background.discourse
    amounts = told.total_investment if column == "total" else told.in_period_investment
    of_all = {f"{head}{amount}" for head in (*told.of_annex, *told.members, annex.name) if head for amount in amounts}
    return f"{annex.id}.{column}" if name in of_all or (column == "total" and name in told.all_investment) else ""


def _spoken(prose: ProseFigures) -> Mapping[tuple[NodePath, int, int], Spoken]:
    return {each.told.spot: each for each in prose.spoken}
