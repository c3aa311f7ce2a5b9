"""Figures of a text do not add up exactly, as they are rounded.

What is stated agrees with its parts as rounded figures do, but the printed parts add up to another number. That
may well be right; where nothing was rounded, it is a slip in the last digit. Counts (户, 家) are never rounded: for them it is an error. A sum stated
with more decimals than its parts have comes from figures that are not printed.

What to do: look at the last digit. Where the figures are right, the text may say 因四舍五入，分项合计与总计略有差异, and nothing more is said of it.

在四舍五入的范围内相符，但把印出的数直接相加差一点。可能没有问题；如果都没有取整，就是末位写错了。户、家一类的计数不取
整，差一个也是错误。总数的小数位比各项多的，来自没有印出的数。

怎么办：核对末位；确属四舍五入的，在文中写“因四舍五入，分项合计与总计略有差异”，就不再提示。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 规模
    body: |
      总面积[69001平方米](=above + below)，地上[48000平方米](:=above)，地下[21000平方米](:=below)。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 规模
    body: |
      总面积[69000平方米](=above + below)，地上[48000平方米](:=above)，地下[21000平方米](:=below)。

      总投资[2.8亿元](=roads + bridges)，道路[1.4亿元](:=roads)，桥梁[1.3亿元](:=bridges)（因四舍五入，分项合计与总计略有差异）。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Severity
from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.language.words import words
from plan_compiler.link.linked import LinkedForm
from plan_compiler.model.prose import Stated
from plan_compiler.quantity.printing import format_quantity
from plan_compiler.quantity.quantity import Quantity, aligned, consistent
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.parts.addition import RoundedOff, add_up, differs_as_printed
from plan_compiler.rules.prose.claims.parts.shares import WHOLE, structures
from plan_compiler.rules.sums.figure_slips import adds

KIND = Kind(
    "NUM413",
    "sum-rounded-off",
    Severity.INFO,
    Message("四舍五入使合计略有差异", "Rounded figures do not add up exactly"),
    {
        "message": Message(
            "文中写作 {stated}，印出的各项相加为 {sum}，在四舍五入的范围内",
            "the text says {stated}, the printed figures add up to {sum}: within rounding",
        ),
        "finer": Message(
            "文中写作 {stated}，而由印出的各项只能算到 {sum}",
            "the text says {stated}, but the printed figures only tell {sum}",
        ),
        "structure": Message(
            "{stated} 各项之和为 {sum}，不是 100，在四舍五入的范围内",
            "{stated}: its members come to {sum} and not to 100: within rounding",
        ),
        "hint": Message(
            "核对末位；确是四舍五入的，可在文中注明“因四舍五入，分项合计与总计略有差异”",
            "look at the last digit; where it is rounding, the text may say so",
        ),
    },
)


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Find such sums in forms, and in wholes with all their parts."""
    for outcome in prose.once(add_up):
        if isinstance(outcome, RoundedOff):
            yield from _diagnostic(prose, outcome.place, outcome.subject, outcome.args["sum"])
    for run in prose.chapter_runs(
        lambda text: any(word in text for word in words(prose.language).discourse.structures)
    ):
        for match, total in structures(run):
            if total.nominal != WHOLE.nominal and total.interval.meets(WHOLE.interval):
                place = run.place(match.start(), match.end(), prose.written(run))
                shown = format_quantity(total, None, prose.language)
                yield from _diagnostic(prose, place, match[0], shown, "structure")
    for form in prose.linked.forms.values():
        if isinstance(form.form, Stated) and (added := _added(form)) is not None:
            finer = form.mention is not None and (form.mention.quantity.decimals or 0) > (added.decimals or 0)
            shown = format_quantity(added, None, prose.language)
            yield from _diagnostic(prose, form.place, form.form.printed, shown, "finer" if finer else "message")


def _added(form: LinkedForm) -> Quantity | None:
    """What the figures of a form add up to, in its unit, where that is another number and yet agrees."""
    if not (form.mention and form.mention.qualifier is Qualifier.EXACTLY and adds(form.expr)):
        return None
    match form.stated, form.result:
        case (Quantity() as stated, Quantity() as computed) if consistent(stated, computed):
            left, right = aligned(stated, computed)
            return right if differs_as_printed(left, right) else None
        case _:
            return None


def _diagnostic(
    prose: ProseFigures, place: Place, text: str, added: str, message: str = "message"
) -> Iterator[Diagnostic]:
    if not _is_noted(prose, place.path):
        args = {"stated": text, "sum": added}
        yield Diagnostic(KIND, place, args, message, hint="hint", values=args, subject=text)


def _is_noted(prose: ProseFigures, path: NodePath) -> bool:
    known = prose.linked.words.data_table.rounding
    return any(word in run.text.casefold() for run in prose.runs_at(path) for word in known)
