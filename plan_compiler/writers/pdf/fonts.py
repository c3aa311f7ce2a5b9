"""Which faces this machine has for a theme's roles, and whether they can show a document."""

from collections.abc import Callable, Iterable, Mapping
from typing import get_args
from unicodedata import category

from plan_compiler.diagnostics import Diagnostic, Place, listed
from plan_compiler.language.typography import is_wide
from plan_compiler.writers.faults import FONTS_USED, GLYPHS_MISSING, NO_CHINESE_FONT
from plan_compiler.writers.fontconfig import InstalledFont
from plan_compiler.writers.look import Fonts, Role

_SHOWN = 12
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Mn", "Zl", "Zp", "Zs"))
"""Controls, formats, halves of pairs, spaces, and marks that join the character before them: they need no glyph."""


def check_fonts(
    text: str, fonts: Fonts, installed: tuple[InstalledFont, ...], where: Callable[[str], Place | None] = lambda _: None
) -> tuple[Diagnostic, ...]:
    """What is to be said of the fonts for `text`: an error where characters of it could not be read.

    `where` tells the place of a character in the plan. Faces are named where a role has another than its own.
    """
    characters = {char for char in text if category(char) not in _UNSEEN}
    lost = sorted(char for char in characters if not any(font.has(char) for font in installed))
    counted = set(filter(is_wide, characters)) or characters  # the letters of the markup say nothing of a Chinese text
    if len(counted.intersection(lost)) * 2 > len(counted):
        return (Diagnostic(NO_CHINESE_FONT, None, hint="hint"),)
    said = []
    used = role_faces(fonts, installed)
    names = _names(installed)
    replaced = {office: used[role] for role in used if (office := fonts.face(role).office).lower() not in names}
    if replaced:
        faces = listed(f"{office} → {family}" for office, family in replaced.items())
        said.append(Diagnostic(FONTS_USED, None, {"faces": faces}))
    if lost:
        shown = listed(f"{char} (U+{ord(char):04X})" for char in lost[:_SHOWN])
        args = {"count": str(len(lost)), "characters": shown}
        said.append(Diagnostic(GLYPHS_MISSING, where(lost[0]), args, hint="hint"))
    return tuple(said)


def role_faces(fonts: Fonts, installed: Iterable[InstalledFont]) -> Mapping[Role, str]:
    """The first installed family of each role that has one."""
    names = _names(installed)
    roles: tuple[Role, ...] = get_args(Role)
    found = ((role, next((f for f in fonts.face(role).families if f.lower() in names), None)) for role in roles)
    return {role: family for role, family in found if family is not None}


def _names(installed: Iterable[InstalledFont]) -> frozenset[str]:
    """The names of all families, in lower case."""
    return frozenset().union(*(font.families for font in installed))
