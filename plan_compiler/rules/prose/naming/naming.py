"""The thing of the plan whose name stands beside a figure."""

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.language.typography import in_chinese
from plan_compiler.language.words import words
from plan_compiler.quantity.units import is_count
from plan_compiler.rules.prose.figures import Told, unqualified
from plan_compiler.rules.prose.naming.basis import Basis
from plan_compiler.rules.prose.naming.beside import named_apart, named_before, named_behind
from plan_compiler.rules.prose.naming.courses import named_at_start, named_with_other_year
from plan_compiler.rules.prose.naming.earlier import named_as_annex, named_earlier, named_to_be_made
from plan_compiler.rules.prose.naming.named import Named, without_sorts, words_behind
from plan_compiler.rules.prose.subjects import By, Subject
from plan_compiler.rules.prose.wording import plain

_LOOK_BACK = 40
"""How far before a figure the clause with the number of sorts may begin."""


class Naming(Struct, frozen=True):
    """Finds what is named; silent where more than one thing may be meant."""

    basis: Basis

    def whole(self, told: Told) -> Told:
        """The figure with all its words before it, where the name before it has brackets, or it stands behind a number of sorts."""
        if (of_sorts := self._behind_sorts(told)) is not None:
            return of_sorts
        if not self.basis.names.bracketed or told.mark not in ("）", ")"):
            return told
        opens = self.basis.clause_start(plain(told.run.text[: told.start]))
        before = unqualified(told.run.text[opens : told.start], told.language)
        return replace(told, opens=opens, before=before) if opens < told.opens else told

    def _behind_sorts(self, told: Told) -> Told | None:
        """The figure with the words before the number of sorts that it stands directly behind: 实施4大类26项重大工程."""
        if not is_count(told.mention.quantity.unit):
            return None
        start = max(0, told.start - _LOOK_BACK)
        text = told.run.text[start : told.start]
        lead = without_sorts(text, told.language)
        if lead == text:
            return None
        opens = self.basis.clause_start(plain(lead))
        return replace(told, opens=start + opens, before=unqualified(lead[opens:], told.language))

    def named(self, told: Told) -> Named | None:
        """The subject whose name stands beside the figure, with nothing between or around that could be another's."""
        found = self._found(told)
        return found if found is not None and self._is_of_its_kind(found.subject, told) else None

    def _is_of_its_kind(self, subject: Subject, told: Told) -> bool:
        """Whether no adjective before what is counted, and nothing behind a cost, tells of a part: 300 council homes; costs £5 million in repairs."""
        if in_chinese(self.basis.language):
            return True
        counted = set(plain(told.text).split()) & set(words(self.basis.language).units.adjectives)
        if not counted <= set(plain(subject.name).split()):
            return False
        behind = words_behind(told)
        return subject.by is not By.AMOUNT or not behind or behind.startswith(self.basis.discourse.joining)

    def _found(self, told: Told) -> Named | None:
        ways = (named_apart, named_before, named_behind, named_earlier, named_at_start, named_with_other_year)
        tried = (way(self.basis, told) for way in (*ways, named_to_be_made, named_as_annex))
        return next(filter(None, tried), None)
