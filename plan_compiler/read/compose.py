"""The files of a plan, put together into one tree of nodes."""

import difflib
from pathlib import PurePosixPath

from msgspec import Struct, field

from plan_compiler.diagnostics import Diagnostic, Position, Span
from plan_compiler.model.files import FILE_FORMS
from plan_compiler.model.kinds import FileKind
from plan_compiler.read.decode import decode
from plan_compiler.read.faults.files import EMPTY_FILE, GIVEN_TWICE, UNLISTED_FILE
from plan_compiler.read.faults.shape import WRONG_TYPE
from plan_compiler.read.ids import files_in_text, ids_in_text, ids_within
from plan_compiler.read.layout import CONVENTIONS, FOLDERS, PLAN_FILE, part_of
from plan_compiler.read.nodes import FileRoot, Mapping, Node, Scalar, Sequence, inner
from plan_compiler.read.parsed import Budget, Parser
from plan_compiler.read.paths import path_fault, tree_fault
from plan_compiler.read.text import FileText
from plan_compiler.read.tree import Tree, TreeFault

_YAML = (".yaml", ".yml")


class Composed(Struct):
    """The files of a plan. `root` is None when plan.yaml could not be read.

    `faulty` are nodes to be left out of the plan, by identity; `poisoned` ids of what could not be read at all;
    `incomplete` the keys of the plan that lack a whole file; `unread` the files of which nothing could be read.
    """

    root: FileRoot | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    faulty: dict[int, Node] = field(default_factory=dict)
    poisoned: set[str] = field(default_factory=set)
    incomplete: set[str] = field(default_factory=set)
    files: dict[str, str] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)


def compose(tree: Tree, parse: Parser) -> Composed:
    """Read plan.yaml and every file that belongs to it, each parsed by `parse`."""
    composer = _Composer(tree, parse)
    composer.compose()
    return composer.composed


class _Composer:
    def __init__(self, tree: Tree, parse: Parser) -> None:
        self.tree = tree
        self.parse = parse
        self.composed = Composed()
        self.budget = Budget()
        self.seen: set[str] = set()

    def compose(self) -> None:
        root = self.file(PLAN_FILE, FileKind.PLAN, None)
        if root is None or not isinstance(plan := root.node, Mapping):
            return
        self.composed.root = root
        self.listed(root.text, plan, FileKind.PLAN)
        for path, kind in CONVENTIONS.items():
            self.convention(root.text, plan, path, kind)
        annex = plan.values.get(FileKind.ANNEX)
        if annex is not None and isinstance(mapping := inner(annex), Mapping):
            self.listed(annex.text if isinstance(annex, FileRoot) else root.text, mapping, FileKind.ANNEX)
        self.unlisted()

    def convention(self, text: FileText, plan: Mapping, path: str, kind: FileKind) -> None:
        """Add the part of the plan that stands in files of an agreed name."""
        part = part_of(kind)
        paths = [path] if self.tree.read(path) is not TreeFault.MISSING else []
        if kind in FOLDERS:
            paths += [f"{part}/{name}" for name in self.tree.list(part) if _is_yaml(name)]
        roots = [root for path in paths if (root := self.file(path, kind, None))]
        if not paths:
            return
        if len(roots) < len(paths):
            self.composed.incomplete.add(part)
        if part in plan.values:
            key = plan.key(part) or plan
            args = {"part": part, "file": paths[0]}
            self.add(Diagnostic(GIVEN_TWICE, text.span(key.start, key.end), args, hint="hint"))
            self.composed.poisoned.update(found for root in roots for found in ids_within(root))
        elif kind in FOLDERS:
            tables = Sequence(0, False)
            tables.items += roots
            plan.values[part] = tables
        elif roots:
            plan.values[part] = roots[0]

    def listed(self, text: FileText, mapping: Mapping, kind: FileKind) -> None:
        """Put the files that `mapping` lists in the place of their names."""
        key, listed_kind = FILE_FORMS[kind].listed or ("", kind)
        sequence = mapping.values.get(key)
        if not isinstance(sequence, Sequence):
            return
        for index, item in enumerate(sequence.items):
            if isinstance(item, Scalar) and id(item) not in self.composed.faulty:
                root = self.listed_file(text.span(item.start, item.end), item.value.strip(), listed_kind)
                if root is None:
                    self.composed.faulty[id(item)] = item
                else:
                    sequence.items[index] = root

    def listed_file(self, at: Span, name: str, kind: FileKind) -> FileRoot | None:
        if fault := path_fault(name, at):
            self.add(fault)
            return None
        path = str(PurePosixPath(name))
        if path in self.seen:
            self.add(Diagnostic(GIVEN_TWICE, at, {"file": path}, message="listed", hint="hint"))
            return None
        return self.file(path, kind, at)

    def file(self, path: str, kind: FileKind, listed_at: Span | None) -> FileRoot | None:
        """Read one file; what goes wrong becomes a finding, and its ids are poisoned."""
        root = self.root_of(path, kind, listed_at)
        if root is None:
            self.composed.unread.add(path)
        return root

    def root_of(self, path: str, kind: FileKind, listed_at: Span | None) -> FileRoot | None:
        self.seen.add(path)
        content = self.tree.read(path)
        if isinstance(content, TreeFault):
            self.add(tree_fault(self.tree, path, content, listed_at))
            return None
        text, faults = decode(path, content)
        self.composed.diagnostics += faults
        if text is None:
            self.poison_text(content.decode("utf-8", "replace"))
            return None
        self.composed.files[path] = text.text
        parsed = self.parse(text, self.budget)
        self.composed.diagnostics += parsed.faults
        root = parsed.root
        if root is None or isinstance(root, Scalar) or isinstance(root, Sequence) != FILE_FORMS[kind].many:
            self.no_root(text, kind, empty=parsed.empty, unparsed=root is None)
            return None
        self.composed.faulty |= parsed.faulty
        self.composed.poisoned.update(found for node in parsed.dropped for found in ids_within(node))
        return FileRoot(text, root)

    def no_root(self, text: FileText, kind: FileKind, *, empty: bool, unparsed: bool) -> None:
        start = Span(text.path, Position(1, 1), Position(1, 1))
        if empty:
            self.add(Diagnostic(EMPTY_FILE, start, {"file": text.path}, hint="hint"))
        elif not unparsed:
            message = "file_list" if FILE_FORMS[kind].many else "file_keys"
            self.add(Diagnostic(WRONG_TYPE, start, {"file": text.path}, message=message, hint="hint"))
        self.poison_text(text.text)

    def poison_text(self, text: str) -> None:
        """Poison the ids of a file that cannot be parsed, and of the files it seems to list."""
        self.composed.poisoned.update(ids_in_text(text))
        for path in files_in_text(text):
            if path not in self.seen and isinstance(content := self.tree.read(path), bytes):
                self.seen.add(path)
                self.composed.poisoned.update(ids_in_text(content.decode("utf-8", "replace")))

    def unlisted(self) -> None:
        """Warn of files beside listed ones, and of names that are almost agreed ones."""
        folders = {str(PurePosixPath(path).parent) for path in self.seen} - {"."}
        for folder in sorted(folders):
            for name in self.tree.list(folder):
                path = f"{folder}/{name}"
                if _is_yaml(name) and path not in self.seen:
                    owner = "annex.yaml" if folder == "projects" else PLAN_FILE
                    self.stray(path, {"owner": owner}, "hint")
        for name in self.tree.list(""):
            if name.endswith(_YAML) and name not in self.seen:
                near = difflib.get_close_matches(name, CONVENTIONS, 1, 0.8)
                if near and near[0] not in self.seen:
                    self.stray(name, {"near": near[0]}, "near")

    def stray(self, path: str, args: dict[str, str], hint: str) -> None:
        start = Span(path, Position(1, 1), Position(1, 1))
        self.add(Diagnostic(UNLISTED_FILE, start, {"file": path, **args}, hint=hint))

    def add(self, fault: Diagnostic) -> None:
        self.composed.diagnostics.append(fault)


def _is_yaml(name: str) -> bool:
    """Whether a file of a folder is one of a plan: what editors and systems hide beside it (._a.yaml, .#a.yaml) is not."""
    return name.endswith(_YAML) and not name.startswith(".")
