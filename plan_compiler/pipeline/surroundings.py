"""What a plan needs beside its text: the theme it names and the pictures of its figures."""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, NodePath, Place
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import body_parts, sections
from plan_compiler.model.blocks import Figure
from plan_compiler.read.tree import Tree
from plan_compiler.resources import resource_folder
from plan_compiler.writers.faults import PICTURE_MISSING


def surroundings(tree: Tree, linked: LinkedPlan) -> Iterator[Diagnostic]:
    """What is missing or broken there. A shipped theme that the plan does not alter needs no look."""
    theme = linked.plan.theme
    if tree.list("templates") or not (resource_folder("templates") / theme / "theme.yaml").is_file():
        yield from _theme(tree, theme)
    for path, file in picture_files(linked):
        if not isinstance(tree.read(file), bytes):
            yield Diagnostic(PICTURE_MISSING, Place((*path, "file")), {"file": file}, hint="hint")


def theme_names(tree: Tree) -> tuple[str, ...]:
    """The themes that a plan can have: those of its own folder and those that travel with the compiler."""
    own = (name for name in tree.list("templates") if isinstance(tree.read(f"templates/{name}/theme.yaml"), bytes))
    shipped = (path.parent.name for path in resource_folder("templates").glob("*/theme.yaml"))
    return tuple(sorted({*own, *shipped}))


def picture_files(linked: LinkedPlan) -> Iterator[tuple[NodePath, str]]:
    """The figures whose pictures are not still to come, by path, and their files."""
    for path, section in sections(linked.plan):
        for part_path, part in body_parts(path, section):
            if isinstance(part, Figure) and part.file.strip() not in linked.words.meanings.placeholders:
                yield part_path, part.file


def _theme(tree: Tree, name: str) -> tuple[Diagnostic, ...]:
    from plan_compiler.writers.theme import load_theme

    def plan_file(path: str) -> bytes | None:
        data = tree.read(path)
        return data if isinstance(data, bytes) else None

    return load_theme(name, plan_file)[1]
