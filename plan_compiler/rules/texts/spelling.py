"""Names that a text writes almost as the plan's data have them."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from plan_compiler.language.likeness import are_confused
from plan_compiler.language.proofing import Proofing

SHORTEST = 4
"""How long a name is at least that is told from others of one character less or more."""
_LONG = 6
"""How long a name is at least that is known by all its characters but one, or by them in another order."""
_MOST = 400
"""How many names are compared with one text: those that begin or end as it does."""


class Spellings(Struct, frozen=True):
    """Names, parted by line breaks, so that those that begin or end in one way are found at once."""

    joined: str

    @staticmethod
    def of(names: Iterable[str]) -> "Spellings":
        """Those of `names` that are long enough."""
        return Spellings("\n".join(("", *(name for name in names if len(name) >= SHORTEST), "")))

    def meant(self, text: str, known: Proofing, *, quoted: bool) -> str:
        """The only name that `text` is but for one slip of typing; "" where it is a name, or there are none or several.

        A character left out or put in is a slip only in a name that is `quoted`: elsewhere it may be a word of the sentence.
        """
        if len(text) < SHORTEST or f"\n{text}\n" in self.joined:
            return ""
        found = {name for name in self._begun_or_ended_as(text) if _is_slip(text, name, known, quoted=quoted)}
        return found.pop() if len(found) == 1 else ""

    def _begun_or_ended_as(self, text: str) -> Iterator[str]:
        """One slip leaves either end of a name whole."""
        length = max(SHORTEST // 2, (len(text) - 1) // 2)
        for part in (f"\n{text[:length]}", f"{text[-length:]}\n"):
            at = self.joined.find(part)
            for _ in range(_MOST):
                if at < 0:
                    break
                start = self.joined.rfind("\n", 0, at + 1) + 1
                end = self.joined.find("\n", at + 1)
                yield self.joined[start:end]
                at = self.joined.find(part, end)


def _is_slip(text: str, name: str, known: Proofing, *, quoted: bool) -> bool:
    """Whether one slip makes `text` of `name`: a character of the same sound, two in each other's place, one twice, left out or put in."""
    match len(text) - len(name):
        case 0:
            return _is_another_character(text, name, known)
        case 1:
            at = _first_difference(text, name)
            is_rest = text[:at] + text[at + 1 :] == name
            return is_rest and (text[at] == text[at - 1] or (quoted and _is_inside(at, text, known)))
        case -1:
            at = _first_difference(name, text)
            return name[:at] + name[at + 1 :] == text and quoted and _is_inside(at, name, known)
        case _:
            return False


def _is_another_character(text: str, name: str, known: Proofing) -> bool:
    differing = [at for at, char in enumerate(text) if char != name[at]]
    if any(text[at] in known.telling or name[at] in known.telling for at in differing):
        return False
    match differing:
        case [at]:
            return are_confused(text[at], name[at])
        case [at, behind] if behind == at + 1:
            is_swapped = (text[at], text[behind]) == (name[behind], name[at])
            return is_swapped and len(name) >= _LONG and text[at : behind + 1].isalpha()
        case _:
            return False


def _first_difference(longer: str, shorter: str) -> int:
    """Where the longer one has a character that the shorter one has not; of the same characters in a row, the last."""
    return next((at for at, char in enumerate(shorter) if char != longer[at]), len(shorter))


def _is_inside(at: int, longer: str, known: Proofing) -> bool:
    """Whether the character at `at` is neither at an end of a long name nor one that tells names apart."""
    char = longer[at]
    is_plural = char == "s" and not longer[at + 1 : at + 2].isalpha()
    return (
        0 < at < len(longer) - 1
        and len(longer) > _LONG
        and char.isalpha()
        and char not in known.telling
        and not is_plural
    )
