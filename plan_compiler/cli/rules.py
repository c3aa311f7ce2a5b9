"""`plan rules`: the catalogue of everything `plan check` can find."""

from plan_compiler.cli.arguments import Lang


def rules(lang: Lang = None) -> int:
    """列出所有规则。 / List every kind of finding, with its code and severity.

    用 plan explain CODE 看一条规则的说明。 / `plan explain CODE` shows one rule's page.
    """
    from plan_compiler.pipeline import catalogue
    from plan_compiler.report.wording import SEVERITY, Speaker

    speaker = Speaker(lang or "zh")
    for kind in catalogue():
        print(f"{kind.code}  {speaker.say(SEVERITY[kind.severity])}  {kind.name:<28} {speaker.say(kind.title)}")
    return 0
