"""Where the files of a plan stand: their agreed names and folders."""

from plan_compiler.model.kinds import FileKind

PLAN_FILE = "plan.yaml"
_PARTS = {FileKind.TABLE: "tables"}
"""The keys of the plan that have another name than the kind of file."""


def part_of(kind: FileKind) -> str:
    """The key of the plan under which what such a file holds stands, and the name of the folder for several of them."""
    return _PARTS.get(kind, str(kind))


CONVENTIONS = {
    f"{part_of(kind)}.yaml": kind
    for kind in (
        FileKind.INDICATORS,
        FileKind.TABLE,
        FileKind.ANNEX,
        FileKind.FACTS,
        FileKind.ASSERTIONS,
        FileKind.ORGANIZATIONS,
        FileKind.GLOSSARY,
        FileKind.WAIVERS,
        FileKind.CHANGES,
    )
}
FOLDERS = frozenset({FileKind.INDICATORS, FileKind.TABLE})
"""What may be several files, in a folder."""
