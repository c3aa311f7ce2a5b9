"""Which faces this machine has for a theme's roles, and whether they can show a document."""

from collections.abc import Iterable, Mapping
from typing import get_args

from plan_compiler.diagnostics import Diagnostic
from plan_compiler.language.typography import is_wide
from plan_compiler.writers.faults import FONTS_USED, GLYPHS_MISSING, NO_CHINESE_FONT
from plan_compiler.writers.fontconfig import InstalledFont
from plan_compiler.writers.look import Fonts, Role

_SHOWN = 12


def check_fonts(text: str, fonts: Fonts, installed: tuple[InstalledFont, ...]) -> tuple[Diagnostic, ...]:
    """What is to be said of the fonts for `text`: an error where it would be unreadable."""
    wide = {char for char in text if is_wide(char)}
    lost = sorted(char for char in wide if not any(font.has(char) for font in installed))
    if wide and len(lost) * 2 > len(wide):
        return (Diagnostic(NO_CHINESE_FONT, None, hint="hint"),)
    used = role_faces(fonts, installed)
    faces = "；".join(f"{fonts.face(role).office} → {family}" for role, family in used.items())
    said = [Diagnostic(FONTS_USED, None, {"faces": faces})] if faces else []
    if lost:
        shown = "".join(lost[:_SHOWN])
        said.append(Diagnostic(GLYPHS_MISSING, None, {"count": str(len(lost)), "characters": shown}, hint="hint"))
    return tuple(said)


def role_faces(fonts: Fonts, installed: Iterable[InstalledFont]) -> Mapping[Role, str]:
    """The first installed family of each role that has one."""
    names = frozenset().union(*(font.families for font in installed))
    roles: tuple[Role, ...] = get_args(Role)
    found = ((role, next((f for f in fonts.face(role).families if f.lower() in names), None)) for role in roles)
    return {role: family for role, family in found if family is not None}
