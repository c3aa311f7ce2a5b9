"""Which findings a plan wants to see, and how grave it holds them: `checks` of plan.yaml."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from msgspec import Struct, field
from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Severity
from plan_compiler.model.checks import Checks

UNKNOWN = Kind(
    "REF401",
    "unknown-rule",
    Severity.ERROR,
    Message("没有这条规则", "There is no such rule"),
    {
        "message": Message("没有规则或类别 {code}", "no rule and no family of rules is called {code}"),
        "near": Message("是否应为 {near}？全部规则见 `plan rules`", "did you mean {near}? `plan rules` lists them all"),
        "hint": Message("用 `plan rules` 查看全部规则", "`plan rules` lists them all"),
    },
    manual="""\
`checks` of plan.yaml names a rule that does not exist.

They take the code of a rule or the beginning of one.

plan.yaml 的 `checks` 里写了不存在的规则。`severity`、`select`、`ignore` 写规则代码（SUM101）或类别（SUM）。

怎么办：用 `plan rules` 查看全部代码，改正后再运行。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
checks: {ignore: [TXT999]}
chapters:
  - {title: 总则, body: 正文。}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
checks: {ignore: [REF504]}
chapters:
  - {title: 总则, body: 正文。}
```
""",
)
SILENCED = Kind(
    "REF402",
    "error-silenced",
    Severity.ERROR,
    Message("错误不能关闭", "An error cannot be silenced"),
    {
        "message": Message(
            "{code} 查出的是确定的错误，不能关闭", "what {code} finds is certain: it cannot be switched off"
        ),
        "fixed": Message(
            "{code} 查出的内容无法进入规划，级别不能改",
            "what {code} finds cannot become part of the plan: its severity cannot change",
        ),
        "hint": Message(
            "用 `plan waive {code} …` 逐个豁免，或将级别改为 warning",
            "waive findings one by one with `plan waive {code} …`, or make it a warning",
        ),
    },
    manual="""\
`checks` of plan.yaml switches off what is certain.

An error is reported only where it is certain, so `off` and `ignore` are for warnings and notes. An error that must stay
as it is (a published figure) is waived, with the reason; where an office holds it less grave, it can be made a warning.
What cannot be read or resolved at all stays an error: the plan would be printed without it.

错误都是确定的，不能用 `off`、`ignore` 关闭；这两项只用于警告和提示。必须保留的错误（已公布的数）逐个豁免并写明理由；
本单位认为不那么严重的，可改为 warning。根本读不出、引用不到的，一律是错误，因为规划印出来会缺内容。

怎么办：用 `plan waive 代码 …` 逐个豁免，或把级别改为 warning。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
checks: {severity: {SUM101: off}}
chapters:
  - {title: 总则, body: 正文。}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
checks: {severity: {SUM101: warning, REF504: off}}
chapters:
  - {title: 总则, body: 正文。}
```
""",
)
KINDS = (UNKNOWN, SILENCED)
_LONGEST = 40
"""Characters of a name for which the nearest right one is looked for."""


class Policy(Struct, frozen=True):
    """The wishes of a plan. Codes may be beginnings of codes (families); the longest that fits decides.

    `fixed` are the codes whose severity cannot change. Errors are wanted whatever the lists say.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity | None] = field(default_factory=dict[str, Severity | None])
    fixed: frozenset[str] = frozenset()

    @staticmethod
    def of(checks: Checks, fixed: Iterable[str]) -> "Policy":
        """What `checks` of plan.yaml says."""
        grades = {_code(code): None if grade == "off" else Severity(grade) for code, grade in checks.severity.items()}
        return Policy(_codes(checks.select), _codes(checks.ignore), grades, frozenset(fixed))

    def graded(self, kind: Kind) -> Kind | None:
        """The kind as the plan holds it; None where the plan does not want to hear of it."""
        if kind.code in self.fixed:
            return kind
        certain = kind.severity is Severity.ERROR
        if not certain and (self.ignore and kind.code.startswith(self.ignore)):
            return None
        if not certain and self.select and not kind.code.startswith(self.select):
            return None
        fitting = max((code for code in self.severity if code and kind.code.startswith(code)), key=len, default="")
        grade = self.severity[fitting] if fitting else kind.severity
        if grade is None:
            return kind if certain else None
        return kind if grade is kind.severity else replace(kind, severity=grade)


def faults(checks: Checks, kinds: Iterable[Kind], fixed: Iterable[str]) -> Iterator[Diagnostic]:
    """What is wrong with `checks`: rules that are not among `kinds`, and errors that it means to silence."""
    known = {kind.code: kind for kind in kinds}
    unchangeable = frozenset(fixed)
    for path, word, off in _entries(checks):
        place, beginning = Place(path, key=isinstance(path[-1], str)), _code(word)
        named = [kind for code, kind in known.items() if beginning and code.startswith(beginning)]
        if not named:
            yield _unknown(place, word, known.values())
        elif all(kind.code in unchangeable for kind in named) and (path[1] == "severity" or off):
            yield Diagnostic(SILENCED, place, {"code": beginning}, message="fixed", subject=word)
        elif off and all(kind.severity is Severity.ERROR for kind in named):
            yield Diagnostic(SILENCED, place, {"code": beginning}, hint="hint", subject=word)


def _entries(checks: Checks) -> Iterator[tuple[NodePath, str, bool]]:
    """Every code that is named, where, and whether that means to silence it. A package's own rules are not judged."""
    of_packages = tuple(f"{name.upper()}-" for name in checks.rules)
    entries: list[tuple[NodePath, str, bool]] = [
        *((("checks", "severity", code), code, grade == "off") for code, grade in checks.severity.items()),
        *((("checks", "select", index), code, False) for index, code in enumerate(checks.select)),
        *((("checks", "ignore", index), code, True) for index, code in enumerate(checks.ignore)),
    ]
    return (entry for entry in entries if not (of_packages and f"{_code(entry[1])}-".startswith(of_packages)))


def _unknown(place: Place, word: str, kinds: Iterable[Kind]) -> Diagnostic:
    near = nearest(word, kinds)
    args = {"code": word, "near": near}
    return Diagnostic(UNKNOWN, place, args, hint="near" if near else "hint", subject=word)


def nearest(word: str, kinds: Iterable[Kind]) -> str:
    """The code or family most like `word`, which may also be like a rule's name; "" where none is."""
    if len(word) > _LONGEST:
        return ""
    listed = tuple(kinds)
    codes = {kind.code.lower(): kind.code for kind in listed}
    names = {kind.name: kind.code for kind in listed}
    families = {code.rstrip("0123456789-"): code.rstrip("0123456789-").upper() for code in codes}
    spelt = codes | families | names
    found = get_close_matches(word.strip().lower(), list(spelt), 1)
    return spelt[found[0]] if found else ""


def _code(word: str) -> str:
    return word.strip().upper()


def _codes(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(code for word in words if (code := _code(word)))
