"""Where a figure is printed, and whether what is printed there changed with it."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Literal, TypeAlias

from msgspec import Struct

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.diff.versions import Versions
from plan_compiler.link.dependents import Dependents
from plan_compiler.link.linked import LinkedForm
from plan_compiler.link.why import words_at
from plan_compiler.model.prose import Computed

PrintFate: TypeAlias = Literal["follows", "edited", "unchanged"]
"""`follows`: the compiler prints the new value; `edited`: a person wrote it anew; `unchanged`: it reads as before."""


class Print(Struct, frozen=True):
    """A place of the new version that prints a figure, with the words around it, and what became of what it prints."""

    place: Place
    words: str
    printed: str
    fate: PrintFate


class Prints:
    """The places that print the figures of the new version."""

    def __init__(self, versions: Versions) -> None:
        self._versions = versions
        self._dependents = Dependents(versions.new)

    def of(self, key: str) -> Iterator[Print]:
        """The texts that print a figure by its key."""
        for use in self._dependents.uses(key):
            if isinstance(use, LinkedForm):
                yield Print(use.place, words_at(self._versions.new.plan, use.place), use.printed, self._fate(use))

    def _fate(self, form: LinkedForm) -> PrintFate:
        if isinstance(form.form, Computed):
            return "follows"
        before = self._versions.pairing.old_path(form.place.path)
        stood = before is not None and self._old_forms[before, form.printed] > 0
        return "unchanged" if stood else "edited"

    @cached_property
    def _old_forms(self) -> Counter[tuple[NodePath, str]]:
        """What the forms of each old text print."""
        return Counter((path, form.printed) for (path, _), form in self._versions.old.forms.items())
