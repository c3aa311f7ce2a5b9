"""Why a figure has no value: the reasons of `Unknown`, as sentences over `about`."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from plan_compiler.diagnostics import Message


class Reason(StrEnum):
    """Why a figure has no value."""

    POISONED = "poisoned"
    INCOMPLETE = "incomplete"
    UNDEFINED = "undefined"
    MALFORMED = "malformed"
    CYCLE = "cycle"
    UNIT = "unit"
    UNREADABLE = "unreadable"
    QUALITATIVE = "qualitative"
    MISSING = "missing"
    NOTHING = "nothing"
    """A dash in a data table: there is nothing, which in a sum is as good as left out."""
    DIVISION = "division"
    MAGNITUDE = "magnitude"
    YEARS = "years"
    DOMAIN = "domain"
    RATIO = "ratio"
    """A target such as 3:1, which is printed and not computed with."""


REASONS: Mapping[str, Message] = MappingProxyType(
    {
        Reason.POISONED: Message("{about} 本身没有读出来", "{about} itself could not be read"),
        Reason.INCOMPLETE: Message("{about} 有条目没有读出来", "an entry of {about} could not be read"),
        Reason.UNDEFINED: Message("{about} 引用有误", "the reference {about} leads nowhere"),
        Reason.MALFORMED: Message("{about} 写法有误", "{about} is malformed"),
        Reason.CYCLE: Message("{about} 的算式循环", "the formula of {about} is circular"),
        Reason.UNIT: Message("{about} 的单位不一致", "the units in {about} do not agree"),
        Reason.UNREADABLE: Message("{about} 里读不出数", "no figure can be read in {about}"),
        Reason.QUALITATIVE: Message("{about} 是文字，不是数", "{about} is words, not a number"),
        Reason.MISSING: Message("{about} 没有数值", "{about} has no value"),
        Reason.NOTHING: Message("{about} 是“—”，没有数值", "{about} is a dash: there is no value"),
        Reason.DIVISION: Message("除数可能为零：{about}", "the divisor may be zero: {about}"),
        Reason.MAGNITUDE: Message("{about} 位数太多", "{about} has too many digits"),
        Reason.YEARS: Message("{about} 的年数不明", "the number of years of {about} is not clear"),
        Reason.DOMAIN: Message("{about} 不能这样计算", "{about} cannot be computed"),
        Reason.RATIO: Message(
            "{about} 是比例（如 3:1），不作数值计算", "{about} is a ratio (such as 3:1): it is not computed with"
        ),
    }
)

REPORTED_ELSEWHERE = frozenset(
    {
        Reason.POISONED,
        Reason.INCOMPLETE,
        Reason.UNDEFINED,
        Reason.MALFORMED,
        Reason.CYCLE,
        Reason.UNIT,
        Reason.UNREADABLE,
    }
)
"""Reasons that have a finding of their own, where the trouble began."""
