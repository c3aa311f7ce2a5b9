"""A project's name is too long for the office's forms.

项目名称过长。The forms of this office take names of up to twenty characters.
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import projects
from plan_compiler.rules.outcome import Consistent, Outcome

LONGEST = 20
KIND = Kind(
    "ACME-101",
    "long-project-name",
    Severity.WARNING,
    Message("项目名称过长", "A project's name is too long"),
    {
        "message": Message(
            "“{name}”有 {length} 字，最多 {longest} 字", "{name} has {length} characters, {longest} at most"
        ),
        "hint": Message("缩短名称", "shorten it"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Measure the name of every project."""
    for path, _, project in projects(linked.plan):
        place = Place((*path, "name"))
        length = len(project.name)
        if length <= LONGEST:
            yield Consistent(place)
        else:
            args = {"name": project.name, "length": str(length), "longest": str(LONGEST)}
            yield Diagnostic(KIND, place, args, hint="hint", values={"length": str(length)})
