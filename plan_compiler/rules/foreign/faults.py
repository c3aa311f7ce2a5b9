"""What may be wrong with rules: those from elsewhere, and those of the compiler that break off."""

import traceback

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity

UNUSABLE = Kind(
    "REF403",
    "rules-unusable",
    Severity.ERROR,
    Message("规则不能使用", "Rules cannot be used"),
    {
        "message": Message(
            "没有安装名为 {name} 的规则包", "no package of rules called {name} is installed where `plan` runs"
        ),
        "install": Message(
            "安装这个包，或从 checks.rules 中删去；已安装的有：{installed}",
            "install it, or take it out of `checks.rules`; installed are: {installed}",
        ),
        "broken": Message("规则包 {name} 无法载入：{error}", "the package of rules {name} cannot be loaded: {error}"),
        "crashed": Message("外来规则 {code} 中断：{error}", "the rule {code} from elsewhere broke off: {error}"),
        "endless": Message(
            "外来规则 {code} 的结果超过 {most} 条，已停止",
            "the rule {code} from elsewhere was stopped after {most} results",
        ),
        "own": Message(
            "规则 {code} 中断，没有查完：{error}", "the rule {code} broke off and did not look at everything: {error}"
        ),
        "report": Message(
            "这是编译器的缺陷，其他规则不受影响；请把这一行和 {at} 告知维护者",
            "this is a fault of the compiler; the other rules are not affected. Please report this line and {at}",
        ),
        "hint": Message(
            "请告知规则包的作者；在此之前可从 checks.rules 中删去",
            "tell the authors of the package; until then it can be taken out of `checks.rules`",
        ),
    },
    manual="""\
A package of rules that plan.yaml lists is missing or broken.

`checks: {rules: [ACME]}` uses rules from a package installed beside the compiler (docs/rules-of-your-own.md). It is not
installed, cannot be loaded, or one of its rules broke off; the other rules are not affected.

`checks: {rules: [ACME]}` 使用编译器之外另装的规则包（docs/rules-of-your-own.zh-CN.md）。这个包没有安装、装不上，或者其中一
条规则中途出错；其他规则不受影响。

怎么办：安装或修好这个包，或从 plan.yaml 删去。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
checks: {rules: [NOTINSTALLED]}
chapters:
  - {title: 总则, body: 正文。}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - {title: 总则, body: 正文。}
```
""",
)
KINDS = (UNUSABLE,)


def broken_off(code: str, error: Exception) -> Diagnostic:
    """The finding for a rule of the compiler that raised `error`."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    at = f"{frame.filename.rpartition('plan_compiler')[2].lstrip('/')}:{frame.lineno}"
    args = {"code": code, "error": " ".join(f"{type(error).__name__}: {error}".split())[:200], "at": at}
    return Diagnostic(UNUSABLE, Place(("title",)), args, message="own", hint="report", subject=code)
